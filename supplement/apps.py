from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SupplementConfig(AppConfig):
    name = "supplement"
    verbose_name = _("System Leadership Supplement")

    def ready(self) -> None:
        from core.files import register_purpose
        from supplement.services.payment_answers import ANSWERS
        from supplement.services.spending import RECEIPTS

        register_purpose(ANSWERS)
        register_purpose(RECEIPTS)
