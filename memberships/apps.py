from django.apps import AppConfig


class MembershipsConfig(AppConfig):
    name = "memberships"
    verbose_name = "Members and leaders"

    def ready(self) -> None:
        from core.files import Kind, Purpose, register_purpose
        from memberships.pdf import SUMMARY_PURPOSE
        from memberships.services.summaries import may_read_summary

        register_purpose(Purpose(SUMMARY_PURPOSE, may_read=may_read_summary, kinds=frozenset({Kind.PDF})))
