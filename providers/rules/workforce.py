"""Who works at a setting, as far as it is known: one person alone, a childminder with assistants, or staff.

Every text that speaks of "your staff", "we" or "your setting" asks ``workforce_of`` and nothing else.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from django.utils.translation import gettext_lazy as _

#: Kinds of care (``Provider.Type``) that are one person, who counts as one in the staff number.
ONE_PERSON: Final = frozenset({"childminder", "childminder_away", "home"})


class Workforce(StrEnum):
    """Whom the words on a page are said to."""

    ALONE = "alone"
    WITH_ASSISTANTS = "with_assistants"
    EMPLOYS = "employs"

    @property
    def is_one_person(self) -> bool:
        """Whether the setting is a person: "you", never "it"."""
        return self is not Workforce.EMPLOYS

    @property
    def has_staff(self) -> bool:
        """Whether there is anybody to tell, as C9 asks."""
        return self is not Workforce.ALONE


def workforce_of(kind: str, staff: int | None) -> Workforce:
    """By the kind of care and the last staff number, which counts a childminder as one; None: not known."""
    if kind not in ONE_PERSON:
        return Workforce.EMPLOYS
    return Workforce.ALONE if staff is None or staff <= 1 else Workforce.WITH_ASSISTANTS


#: The task of C9; nobody who works alone is asked.
TELL = {
    Workforce.ALONE: _("Tell your staff"),
    Workforce.WITH_ASSISTANTS: _("Tell your assistants"),
    Workforce.EMPLOYS: _("Tell your staff"),
}
#: The setting as its own managers read of it.
YOURS = {
    Workforce.ALONE: _("Your childminding"),
    Workforce.WITH_ASSISTANTS: _("Your childminding"),
    Workforce.EMPLOYS: _("Your setting"),
}
