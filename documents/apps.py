from importlib import import_module

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules
from django.utils.translation import gettext_lazy as _


class DocumentsConfig(AppConfig):
    name = "documents"
    verbose_name = _("Files and jobs")

    def import_models(self) -> None:
        super().import_models()
        import_module("documents.delivery")

    def ready(self) -> None:
        from core.emails import note_with
        from core.files import register_purpose
        from core.tables.kept import keep_with
        from documents import receivers  # noqa: F401
        from documents.panels import ListKeeper
        from documents.services.exports import EXPORT_FILES
        from documents.services.sent_emails import note_email

        register_purpose(EXPORT_FILES)
        keep_with(ListKeeper())
        note_with(note_email)
        autodiscover_modules("exports")  # each app's exports enter core.exports' registry
