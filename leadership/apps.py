from django.apps import AppConfig


class LeadershipConfig(AppConfig):
    name = "leadership"
    verbose_name = "Leadership"

    def ready(self) -> None:
        from core.files import register_purpose
        from core.scoping import cover_with
        from leadership import receivers  # noqa: F401
        from leadership.selectors.members import members_on
        from leadership.selectors.sight import ALL, SETTING
        from leadership.selectors.switches import pauses_on, people_without_leaders_days
        from leadership.services.letters import LETTERS
        from meetings.selectors.invited import leave_out
        from memberships.selectors.paused import read_pauses_with
        from ofsted.selectors.policy_changes import read_members_with

        cover_with(SETTING, everything=ALL)
        read_members_with(members_on)
        register_purpose(LETTERS)
        read_pauses_with(pauses_on)
        leave_out(people_without_leaders_days)
