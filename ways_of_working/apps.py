from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class WaysOfWorkingConfig(AppConfig):
    name = "ways_of_working"
    verbose_name = _("Ways of working")

    def ready(self) -> None:
        from core.files import Kind, Purpose, register_purpose
        from memberships.selectors.agreed import read_terms_with
        from ways_of_working import receivers  # noqa: F401
        from ways_of_working.pdf import PRINTED, PRINTED_DRAFT, SUMMARY_PURPOSE, TERMS_SUMMARY
        from ways_of_working.selectors.effective import effective_terms_of_ids
        from ways_of_working.selectors.printing import place_of_file
        from ways_of_working.services.print_batches import PURPOSE, may_read_batch
        from ways_of_working.services.printing import never_by_its_address
        from ways_of_working.services.summaries import may_read_summary

        read_terms_with(effective_terms_of_ids)
        pdf = frozenset({Kind.PDF})
        summary = _("Summary for staff")
        register_purpose(Purpose(SUMMARY_PURPOSE, may_read=may_read_summary, label=summary, kinds=pdf))
        for identifier, label in (
            (PRINTED, _("Ways of working")),
            (PRINTED_DRAFT, _("Ways of working, a draft")),
            (TERMS_SUMMARY, _("Summary of ways of working")),
        ):
            purpose = Purpose(
                identifier, may_read=never_by_its_address, label=label, place=place_of_file, kinds=pdf
            )
            register_purpose(purpose)
        batch = _("Ways of working of many groups")
        register_purpose(Purpose(PURPOSE, may_read=may_read_batch, label=batch, kinds=frozenset()))
