from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LibraryConfig(AppConfig):
    name = "library"
    verbose_name = _("Documents")

    def ready(self) -> None:
        from core.files import register_purpose
        from library import receivers  # noqa: F401
        from library.services import GROUP_DOCUMENTS

        register_purpose(GROUP_DOCUMENTS)
