"""The date of a form: three boxes or one line, read by ``core.reading.dates``, and the boxes to point at."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Literal

from django.utils.dates import MONTHS

from core.reading.dates import (
    DateFault,
    DateProfile,
    UnreadDate,
    day_number,
    day_of_parts,
    month_number,
    read_date,
    year_number,
)

Part = Literal["day", "month", "year"]
PARTS: tuple[Part, ...] = ("day", "month", "year")


class DateProblem(ValueError):
    """Why no date came out.

    ``parts`` are the boxes to point at: "missing", "unreal" or "year" (too few figures).
    """

    def __init__(self, kind: Literal["missing", "unreal", "year"], parts: Sequence[Part]) -> None:
        super().__init__(f"{kind}: {', '.join(parts)}")
        self.kind = kind
        self.parts = tuple(parts)


def date_from_parts(day: str, month: str, year: str) -> datetime.date | None:
    """The date of three boxes; None when all are empty. Raises DateProblem."""
    texts = dict(zip(PARTS, (text.strip() for text in (day, month, year)), strict=True))
    missing = [part for part, text in texts.items() if not text]
    if len(missing) == len(PARTS):
        return None
    if missing:
        raise DateProblem("missing", missing)
    profile = _profile()
    is_real = {
        "day": bool(day_number(texts["day"])),
        "month": bool(month_number(texts["month"], profile)),
        "year": _is_year(texts["year"], profile),
    }
    unreal = [part for part in PARTS if not is_real[part]]
    if unreal:
        raise DateProblem("unreal", unreal)
    try:
        return day_of_parts(texts["day"], texts["month"], texts["year"], profile)
    except UnreadDate as problem:
        raise DateProblem("unreal", PARTS) from problem


def date_from_text(text: str) -> datetime.date | None:
    """The date of one line: "27 March 26", "27/3/2026", "2026-03-27"; None when empty. Raises DateProblem."""
    if not text.strip(" \t\r\n/.,-"):
        return None
    try:
        return read_date(text, _profile()).value
    except UnreadDate as problem:
        if problem.fault is DateFault.NO_YEAR:
            raise DateProblem("missing", ["year"]) from problem
        if problem.fault is DateFault.NO_DAY:
            raise DateProblem("missing", ["day"]) from problem
        if problem.fault is DateFault.YEAR_FIGURES:
            raise DateProblem("year", ["year"]) from problem
        raise DateProblem("unreal", PARTS) from problem


def _profile() -> DateProfile:
    """English months, and those of the language of the page."""
    return DateProfile(months=[str(MONTHS[number]) for number in range(1, 13)])


def _is_year(text: str, profile: DateProfile) -> bool:
    try:
        return bool(year_number(text, profile))
    except UnreadDate as problem:
        if problem.fault is DateFault.YEAR_FIGURES:
            raise DateProblem("year", ["year"]) from problem
        return False
