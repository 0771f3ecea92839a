"""What anybody may read of the next meeting of a group: day and time, and the place, as the group chooses
(G7).

Never the link for those who join online, and nothing that leads to somebody's home, to a telephone number or
to an address for email. Nothing here reads a clock.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from core.text import one_line


class Shown(TextChoices):
    """What the public page says of the next meeting. Nothing until the group chooses."""

    NOTHING = "nothing", _("Nothing")
    DAY = "day", _("Day and time")
    PLACE = "place", _("Day, time and place")


#: A web address, with or without its beginning; an address for email; a telephone number or the number of an online
#: meeting.
NOT_FOR_ANYBODY: Final = re.compile(
    r"https?:|www\.|@|\b[\w-]+\.(?:com|org|net|uk|us|gov|io|me|eu|ly|app|link)\b|(?:\d[\s().-]*){9,}",
    re.IGNORECASE,
)
#: A part of an address so short could stand in any text.
MIN_ADDRESS: Final = 6


def place_for_anybody(place: str, homes: Iterable[str] = ()) -> str:
    """The place of a meeting as anybody may read it; "" where it may not be read.

    ``homes``: postcodes and first lines of the addresses of members who work at home.
    """
    place = one_line(place)
    if NOT_FOR_ANYBODY.search(place):
        return ""
    bare = _bare(place)
    parts = (_bare(home) for home in homes)
    return "" if any(len(part) >= MIN_ADDRESS and part in bare for part in parts) else place


def _bare(text: str) -> str:
    """Letters and digits alone, so that no space, comma or capital hides an address."""
    return "".join(filter(str.isalnum, text.casefold()))
