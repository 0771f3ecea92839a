from django.apps import AppConfig


class LeadershipConfig(AppConfig):
    name = "leadership"
    verbose_name = "Leadership"

    def ready(self) -> None:
        from leadership import receivers  # noqa: F401
        from leadership.selectors.cases import members_on
        from ofsted.selectors.policy_changes import read_members_with

        read_members_with(members_on)
