"""Whether a line is about somebody who has left: columns that say so, and words beside a name.

A membership that has ended is never loaded as one that lasts; an end in the future is kept.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final, NamedTuple

from django.utils.translation import gettext_noop

from core.reading.answers import YesNoProfile, read_yes_no
from core.reading.dates import DateFault, DateProfile, UnreadDate, month_number, read_date
from core.reading.results import CellProblem
from core.reasons import Reason
from ofsted.imports.layouts import squashed

HAS_LEFT: Final = gettext_noop("This setting has left: load current members only.")
HAS_LEFT_ON: Final = gettext_noop("This setting has left (%(day)s): load current members only.")
PERSON_HAS_LEFT: Final = gettext_noop("This person has left: load current people only.")
LEADING_HAS_ENDED: Final = gettext_noop("This person no longer leads: load current leaders only.")

#: Days as people write them in a list of their own.
DAYS: Final = DateProfile(has_serials=True, has_times=True)
_YES_NO: Final = YesNoProfile(yes=("yes", "y", "true", "1", "x"), no=("no", "n", "false", "0", "na", "none"))
#: Words that end a membership wherever they stand.
ENDED: Final = frozenset({
    "left", "leaver", "leavers", "resigned", "resignation", "closed", "ended", "withdrawn", "withdrew",
    "expired", "ceased", "deregistered", "cancelled", "terminated", "dissolved", "lapsed", "archived",
    "inactive", "departed", "discontinued", "removed",
})  # fmt: skip
#: Words that speak of what somebody was; beside a role or a leader, of that alone.
FORMER: Final = frozenset({"former", "formerly", "ex", "previous", "previously", "past"})
_CURRENT: Final = frozenset({
    "current", "currently", "active", "member", "fullmember", "full", "existing", "ongoing", "present",
    "topresent", "todate", "live", "open", "joined", "stillamember", "continuing", "yes", "currentmember",
    "activemember",
})  # fmt: skip
_DATE_LIKE: Final = r"(?:on|in|from|since|at)?\s*[\d\s/.\-]*(?:[A-Za-z]{3,9}\.?[\s\-]*[\d\s/.\-]+)?"
_WORDS: Final = "|".join(sorted(ENDED | {"former", "ex", "previous", "no longer"}))
_SAID: Final = rf"(?:has\s+|have\s+|now\s+)?(?:{_WORDS})(?:[\s\-]+(?:a\s+)?member)?\s*{_DATE_LIKE}"
_BESIDE: Final = re.compile(rf"[(\[]\s*{_SAID}\s*[)\]]|\s[-–—:]\s*{_SAID}$|,\s*{_SAID}$", re.IGNORECASE)
_ALONE: Final = re.compile(rf"{_SAID}|(?:former|ex)[\s\-]+(?:member|manager|leader|owner)\b.*", re.IGNORECASE)
_TOKENS: Final = re.compile(r"[^\W\d_]+")
_YEAR: Final = re.compile(r"(?:19|20)\d\d")


class Ending(NamedTuple):
    """What a cell says of the end. ``unknown``: its word is not known, so a person is asked."""

    ends_on: date | None = None
    has_ended: bool = False
    unknown: bool = False
    reason: Reason | None = None


LASTS: Final = Ending()


def ending_in(column: str, text: str, *, today: date) -> Ending:
    """What a cell of the columns "until", "status" or "current" says of a membership."""
    if not text.strip("-–—. "):
        return LASTS
    day = _day_in(text)
    if isinstance(day, date) and column != "current":
        return _until(day, today)
    if isinstance(day, Reason) and column == "until":
        return Ending(reason=day)
    try:
        answer = read_yes_no(text, _YES_NO).value
    except CellProblem:
        answer = None
    if answer is not None and column != "status":
        return Ending(has_ended=answer if column == "until" else not answer)
    return _by_words(text, today)


def _by_words(text: str, today: date) -> Ending:
    words = set(_TOKENS.findall(text.casefold()))
    if squashed(text) in _CURRENT:
        return LASTS
    if words & {"not", "never", "hasn", "isn"}:
        return Ending(unknown=True)
    if {"no", "longer"} <= words:
        return Ending(has_ended=True)
    if words & (ENDED | FORMER | {"leaving", "leaves", "until"}):
        rest = re.sub(r"[^\W\d_]+", lambda word: word[0] if month_number(word[0]) else " ", text)
        day = _day_in(" ".join(rest.split()).strip("()[],:;- "))
        if isinstance(day, date):
            return _until(day, today)
        if words & (ENDED | FORMER):
            return Ending(has_ended=True)
    return Ending(unknown=True)


def _day_in(text: str) -> date | Reason | None:
    """A day; of a month or a year alone its last day where that is told; why a date cannot be read; or None."""
    if _YEAR.fullmatch(text):
        return date(int(text), 12, 31)
    try:
        return read_date(text, DAYS).value
    except UnreadDate as problem:
        if problem.fault is DateFault.NO_DAY and (year := _YEAR.search(text)):
            month = next(filter(None, map(month_number, re.findall(r"\w+", text))), 12)
            return (date(int(year[0]), month, 1) + timedelta(days=32)).replace(day=1) - timedelta(days=1)
        is_date = problem.fault not in (DateFault.NOT_A_DATE, DateFault.NO_DAY, DateFault.SPREADSHEET)
        return problem.reason if is_date and any(map(str.isdigit, text)) else None


def _until(day: date, today: date) -> Ending:
    """``day`` is the last one as a member."""
    return Ending(ends_on=day, has_ended=day < today)


def said_beside_a_name(text: str) -> bool:
    """Whether a name stands with a word that says that it is over: "Brook Hub (left)", "Nan Ash - resigned".

    Names in which such a word is a word like others are left alone: Left Bank Nursery, (formerly Acorns).
    """
    tidy = " ".join(text.split())
    return bool(_BESIDE.search(tidy) or _ALONE.fullmatch(tidy))


def words_in(text: str) -> frozenset[str]:
    """The words of a cell, in small letters."""
    return frozenset(_TOKENS.findall(text.casefold()))
