"""Letters as PDF: what the document says. Neither the moment of making nor who prints is among it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from accounts.models import Authority
from core.wording import date_in_words
from leadership.models.cases import LeadershipCase
from leadership.models.letters import CaseLetter
from providers.models import Provider

LETTER_TEMPLATE = "leadership/pdf/letter.html"
#: The name of the file where it is kept and where it is downloaded: of any letter.
LETTER_NAME = "Letter"


def paragraphs(body: str) -> list[list[str]]:
    """The words of a letter: its paragraphs, each in its lines."""
    parts = body.replace("\r\n", "\n").split("\n\n")
    return [
        lines for lines in ([line for line in part.split("\n") if line.strip()] for part in parts) if lines
    ]


#: Lines and characters of what still reads as a name below a letter, with the team beneath it.
NAME_LINES, NAME_LENGTH = 3, 80


def signed_by(parts: list[list[str]]) -> tuple[list[list[str]], list[list[str]], list[str]]:
    """The words, the two paragraphs before the name, and the name: the last paragraph where it is short.

    Above a name there is room to sign by hand, and it is never alone on a page.
    """
    if len(parts) < 2 or len(parts[-1]) > NAME_LINES or max(map(len, parts[-1])) > NAME_LENGTH:
        return parts, [], []
    return parts[:-3], parts[-3:-1], parts[-1]


def address_of(setting: Provider) -> list[str]:
    """Where a letter is posted to. Somebody's home address never stands in a file."""
    if setting.is_domestic:
        return []
    parts = (
        setting.address_line_1,
        setting.address_line_2,
        setting.address_line_3,
        setting.town,
        setting.postcode,
    )
    return [part for part in parts if part]


def addressed_to(case: LeadershipCase) -> list[str]:
    """Name, setting and address above a letter. It is posted to where others open the post: the first line in
    the window says that it is for this person.
    """
    setting = case.appointment.membership.provider
    to = _("Private and confidential")
    return [to, case.appointment.user.full_name, str(setting), *address_of(setting)]


def reference_of(letter: CaseLetter, *, on: date) -> str:
    """Our reference: it says neither what the letter is about nor to whom it goes."""
    return f"EY/{on.year}/{letter.pk}"


def letter_context(
    *,
    subject: str,
    body: str,
    to: Sequence[str],
    authority: Authority,
    on: date,
    reference: str,
    mark: str = "",
) -> dict[str, Any]:
    """``to``: name, setting and address; ``mark``: our own word across a letter that is not sent."""
    body_of, closing, signed = signed_by(paragraphs(body))
    address = [line for line in authority.postal_address.splitlines() if line.strip()]
    reached = [part for part in (authority.contact_phone, authority.contact_email) if part]
    return {
        "title": subject,
        "running": _("Letter"),
        "facts": [(_("Date"), date_in_words(on)), (_("Our reference"), reference)],
        "sender": [authority.team_name, *address, *reached],
        "to": list(to),
        "paragraphs": body_of,
        "closing": closing,
        "signed": signed,
        "mark": mark,
    }
