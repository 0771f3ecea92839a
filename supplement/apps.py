from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SupplementConfig(AppConfig):
    name = "supplement"
    verbose_name = _("System Leadership Supplement")

    def ready(self) -> None:
        from core.files import Kind, Purpose, register_purpose
        from supplement import receivers  # noqa: F401
        from supplement.services.payment_answers import ANSWERS
        from supplement.services.spending import RECEIPTS
        from supplement.services.statements import PURPOSE, never_by_its_address

        register_purpose(ANSWERS)
        register_purpose(
            Purpose(
                PURPOSE,
                may_read=never_by_its_address,
                label=_("Statement of the supplement"),
                kinds=frozenset({Kind.PDF}),
            )
        )
        register_purpose(RECEIPTS)
