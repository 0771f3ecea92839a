from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SupportConfig(AppConfig):
    name = "support"
    verbose_name = _("Support")

    def ready(self) -> None:
        from core.files import register_purpose
        from support.services.drafts import MESSAGE_FILES

        register_purpose(MESSAGE_FILES)
