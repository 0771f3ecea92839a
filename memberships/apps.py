from django.apps import AppConfig


class MembershipsConfig(AppConfig):
    name = "memberships"
    verbose_name = "Members and leaders"

    def ready(self) -> None:
        from core.files import Kind, Purpose, register_purpose
        from memberships.pdf import PRINTED, PRINTED_DRAFT, SUMMARY_PURPOSE, TERMS_SUMMARY
        from memberships.services.intake import SHEETS
        from memberships.services.print_batches import PURPOSE, may_read_batch
        from memberships.services.printing import never_by_its_address
        from memberships.services.summaries import may_read_summary

        register_purpose(SHEETS)
        register_purpose(Purpose(SUMMARY_PURPOSE, may_read=may_read_summary, kinds=frozenset({Kind.PDF})))
        for identifier in (PRINTED, PRINTED_DRAFT, TERMS_SUMMARY):
            register_purpose(Purpose(identifier, may_read=never_by_its_address, kinds=frozenset({Kind.PDF})))
        register_purpose(Purpose(PURPOSE, may_read=may_read_batch, kinds=frozenset()))
