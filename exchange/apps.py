from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ExchangeConfig(AppConfig):
    name = "exchange"
    verbose_name = _("Spreadsheets and exports")

    def ready(self) -> None:
        from core.files import register_purpose
        from exchange.services.intake import SHEETS

        register_purpose(SHEETS)
