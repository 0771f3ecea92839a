from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MeetingsConfig(AppConfig):
    name = "meetings"
    verbose_name = _("Meetings")

    def ready(self) -> None:
        from core.files import register_purpose
        from meetings import receivers  # noqa: F401
        from meetings.services.agenda import PAPERS

        register_purpose(PAPERS)
