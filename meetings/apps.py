from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MeetingsConfig(AppConfig):
    name = "meetings"
    verbose_name = _("Meetings")

    def ready(self) -> None:
        from core.files import Kind, Purpose, register_purpose
        from meetings import receivers  # noqa: F401
        from meetings.pdf import MINUTES_PURPOSE
        from meetings.services.agenda import PAPERS, never_by_its_number
        from meetings.services.programme import MATERIALS

        register_purpose(PAPERS)
        register_purpose(MATERIALS)
        register_purpose(
            Purpose(
                MINUTES_PURPOSE,
                may_read=never_by_its_number,
                label=_("Minutes of a meeting, printed"),
                kinds=frozenset({Kind.PDF}),
            )
        )
