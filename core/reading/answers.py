"""Yes and no as people write them. A profile says which words stand for which; it never parses."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Final, NamedTuple

from django.utils.translation import gettext_noop

from core.reading.results import CellProblem

NOT_YES_OR_NO: Final = gettext_noop("This should be %(yes)s or %(no)s.")

_TICKS: Final = frozenset("✓✔☑✅√")
_CROSSES: Final = frozenset("✗✘☒❌")
_NOT_WORD: Final = re.compile(r"[\W_]+")
#: What divides an answer from what is said beside it: "Yes - joint", "Yes (jointly)", "No, from May".
_BESIDE: Final = re.compile(r"\s+[-–—]+\s*|\s*[-–—]+\s+|\s*[,;:/(]\s*")


@dataclass(frozen=True, slots=True)
class YesNoProfile:
    """``yes`` and ``no``: words in letters and digits alone, in lower case. The first two are shown in
    reasons.

    ``blank`` is what an empty cell means. ``has_detail``: words may stand beside the answer.
    """

    yes: Collection[str] = ("yes", "y", "true", "1")
    no: Collection[str] = ("no", "n", "false", "0")
    blank: bool | None = None
    has_ticks: bool = True
    has_detail: bool = False
    shown: tuple[str, str] = ("Yes", "No")


class YesNo(NamedTuple):
    """The answer, and the words beside it ("joint" of "Yes - joint")."""

    value: bool | None
    detail: str = ""


ANY: Final = YesNoProfile()


def read_yes_no(text: str, profile: YesNoProfile = ANY) -> YesNo:
    """The answer that a text gives; raises CellProblem. A dash is a blank."""
    tidy = " ".join(text.split())
    if not tidy.strip("-–— "):
        return YesNo(profile.blank)
    value = _word(tidy, profile)
    if value is not None:
        return YesNo(value)
    if profile.has_detail:
        head, *rest = _BESIDE.split(tidy, maxsplit=1)
        value = _word(head, profile)
        if value is not None:
            return YesNo(value, " ".join(rest).strip(" )"))
    yes, no = profile.shown
    raise CellProblem(NOT_YES_OR_NO, yes=yes, no=no)


def _word(text: str, profile: YesNoProfile) -> bool | None:
    mark = text.replace("\ufe0f", "")
    if profile.has_ticks and mark in _TICKS:
        return True
    if profile.has_ticks and mark in _CROSSES:
        return False
    key = _NOT_WORD.sub("", text.casefold())
    if key in profile.yes:
        return True
    return False if key in profile.no else None
