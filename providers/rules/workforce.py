"""Who works at a setting, as far as it is known: one person alone, a childminder with assistants, or staff.

Every text that speaks of "your staff", "we" or "your setting" asks ``workforce_of`` and nothing else.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Any, Final

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


#: What somebody is called at a setting, by the role there ("manager", "staff").
ROLES_AT_EMPLOYERS: Final = {"manager": _("Manager"), "staff": _("Member of staff")}
ROLES_AT_CHILDMINDERS: Final = {"manager": _("Childminder"), "staff": _("Assistant")}
ROLES_AT_HOME_CHILDCARERS: Final = {"manager": _("Home childcarer"), "staff": _("Assistant")}


def roles_at(kind: str) -> dict[str, Any]:
    """What people are called at a setting of this kind, by role: a childminder manages nobody's setting."""
    if kind not in ONE_PERSON:
        return ROLES_AT_EMPLOYERS
    return ROLES_AT_HOME_CHILDCARERS if kind == "home" else ROLES_AT_CHILDMINDERS


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
ASK_EMPLOYS = _("Confirm how many work with children")
ASK_ALONE = _("Confirm: you work alone")
WITH_ONE = _("Confirm who works with you: you and 1 assistant")
WITH_MANY = _("Confirm who works with you: you and %(number)d assistants")
SAME_EMPLOYS = _("Nothing changed: confirm %(number)d")
SAME_ALONE = _("Nothing changed: I work alone")
SAME_WITH_ONE = _("Nothing changed: 1 assistant and I")
SAME_WITH_MANY = _("Nothing changed: %(number)d assistants and I")
YOU_ALONE = _("you alone")
YOU_AND_ONE = _("you and 1 assistant")
YOU_AND_MANY = _("you and %(number)d assistants")


def ask_for_number(kind: str, staff: int | None) -> str:
    """The staff number as a task; ``staff``: the last one."""
    workforce = workforce_of(kind, staff)
    if workforce is Workforce.WITH_ASSISTANTS and staff is not None:
        return str(WITH_ONE if staff == 2 else WITH_MANY % {"number": staff - 1})
    return str(ASK_EMPLOYS if workforce is Workforce.EMPLOYS else ASK_ALONE)


def same_number(kind: str, staff: int) -> str:
    """The button that certifies the last number again."""
    workforce = workforce_of(kind, staff)
    if workforce is Workforce.WITH_ASSISTANTS:
        return str(SAME_WITH_ONE if staff == 2 else SAME_WITH_MANY % {"number": staff - 1})
    return str(SAME_EMPLOYS % {"number": staff} if workforce is Workforce.EMPLOYS else SAME_ALONE)


def in_people(kind: str, staff: int) -> str:
    """A staff number in words: "you and 1 assistant" of a childminder, "12" of a nursery."""
    workforce = workforce_of(kind, staff)
    if workforce is Workforce.WITH_ASSISTANTS:
        return str(YOU_AND_ONE if staff == 2 else YOU_AND_MANY % {"number": staff - 1})
    return str(staff) if workforce is Workforce.EMPLOYS else str(YOU_ALONE)
