"""What leaves as a PDF: minutes. The same words as the page, from the same body."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from core.wording import date_in_words
from meetings.selectors.minutes import MinutesDocument

MINUTES_TEMPLATE = "meetings/minutes/pdf.html"
MINUTES_PURPOSE = "minutes"


def heading_of(document: MinutesDocument) -> str:
    """“Autumn meeting, 8 December 2026: minutes”."""
    meeting = document.meeting
    words = {"title": meeting.title, "day": date_in_words(meeting.on)}
    return _("%(title)s, %(day)s: minutes") % words


def minutes_context(document: MinutesDocument) -> dict[str, Any]:
    """Neither the day of printing nor who prints is among it: the same minutes are the same file."""
    return {
        "title": heading_of(document),
        "lead": document.meeting.collaboration.name,
        "facts": [*document.facts, (_("Minutes"), document.state_words)],
        "document": document,
    }
