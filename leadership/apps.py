from django.apps import AppConfig


class LeadershipConfig(AppConfig):
    name = "leadership"
    verbose_name = "Leadership"

    def ready(self) -> None:
        from core.scoping import cover_with
        from leadership import receivers  # noqa: F401
        from leadership.selectors.cases import members_on
        from leadership.selectors.sight import ALL, SETTING
        from ofsted.selectors.policy_changes import read_members_with

        cover_with(SETTING, everything=ALL)
        read_members_with(members_on)
