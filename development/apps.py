from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DevelopmentConfig(AppConfig):
    name = "development"
    verbose_name = _("Development plans")

    def ready(self) -> None:
        from development import receivers  # noqa: F401
