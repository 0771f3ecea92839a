"""Lines of a number and what belongs to it, pasted from a spreadsheet or out of a CSV file: a setting's URN
and its supplier reference, or its funded hours. What is wrong is told with its line; nothing is read in part.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Generic, TypeVar

from django.utils.translation import gettext_noop

from core.reading.results import CellProblem
from core.reading.separators import rows_of
from core.reasons import Fact, Reason
from core.text import one_line
from providers.rules.identifiers import read_ofsted_urn
from supplement.rules.bank_details import refusal_of

Value = TypeVar("Value")
CODE = "S9"
MAX_LINES = 5000
MAX_REFERENCE = 40
#: 100 settings of 1,000 places would not reach it.
MAX_HOURS = Decimal("999999.99")


@dataclass(frozen=True, slots=True)
class LineFault:
    """What is wrong with a line, counted from 1."""

    line: int
    reason: Reason


@dataclass(frozen=True, slots=True)
class Pasted(Generic[Value]):
    """What was read: by the setting's number; and every line that could not be."""

    values: Mapping[int, Value]
    faults: tuple[LineFault, ...]


def cells_of(line: str) -> list[str]:
    """The cells of one line, by the separator that stands in it: a tab before a semicolon before a comma."""
    separator = next((sign for sign in ("\t", ";", "|", ",") if sign in line), ",")
    return [one_line(cell) for row in rows_of([line], separator) for cell in row]


def read_pairs(
    text: str, settings: Mapping[str, int], read: Callable[[str], Value | Reason]
) -> Pasted[Value]:
    """Read lines of URN and value. ``settings``: the number of each setting by its URN in capitals. ``read``:
    a cell to its value, or why not.

    A line of headings at the top and empty lines are passed over.
    """
    values: dict[int, Value] = {}
    first_line: dict[int, int] = {}
    faults = []
    lines = text.splitlines()
    if len(lines) > MAX_LINES:
        sentence = gettext_noop("There are more than %(most)d lines. Enter them in parts.")
        return Pasted({}, (LineFault(MAX_LINES + 1, _reason(sentence, most=MAX_LINES)),))
    for number, line in enumerate(lines, 1):
        cells = cells_of(line)
        if not any(cells) or (number == 1 and _is_heading(cells)):
            continue
        found = _read_line(cells, settings, read)
        if isinstance(found, Reason):
            faults.append(LineFault(number, found))
            continue
        setting, value = found
        if setting in first_line:
            sentence = gettext_noop("%(urn)s stands in line %(line)d already.")
            faults.append(LineFault(number, _reason(sentence, urn=cells[0], line=first_line[setting])))
            continue
        values[setting], first_line[setting] = value, number
    return Pasted(values, tuple(faults))


def urn_of(cell: str) -> str:
    """The URN that a cell means, mended as any load mends it (O7)."""
    try:
        return read_ofsted_urn(cell).value
    except CellProblem:
        return cell.upper()


def urns_in(text: str) -> set[str]:
    """The URNs that a text names."""
    return {urn_of(cells[0]) for cells in map(cells_of, text.splitlines()[:MAX_LINES]) if cells}


def _is_heading(cells: Iterable[str]) -> bool:
    return not any(sign.isdigit() for cell in cells for sign in cell)


def _read_line(
    cells: list[str], settings: Mapping[str, int], read: Callable[[str], Value | Reason]
) -> tuple[int, Value] | Reason:
    while cells and not cells[-1]:
        cells = cells[:-1]
    if len(cells) != 2 or not cells[0]:
        return _reason(gettext_noop("Enter a URN and one value, with a comma or a tab between."))
    setting = settings.get(urn_of(cells[0]))
    if setting is None:
        return _reason(gettext_noop("There is no setting with the URN %(urn)s."), urn=cells[0])
    value = read(cells[1])
    return value if isinstance(value, Reason) else (setting, value)


def read_reference(text: str) -> str | Reason:
    """A supplier reference as it is kept, or why it is none."""
    reference = one_line(text)
    if not any(sign.isalnum() for sign in reference):
        return _reason(gettext_noop("Enter the supplier reference."))
    if len(reference) > MAX_REFERENCE:
        return _reason(
            gettext_noop("A supplier reference has at most %(most)d characters."), most=MAX_REFERENCE
        )
    return refusal_of(reference) or reference


def read_hours(text: str) -> Decimal | Reason:
    """Funded hours as typed, with or without commas, of at most two places; or why they are none."""
    plain = one_line(text).replace(",", "").replace(" ", "")
    wrong = _reason(gettext_noop("Enter funded hours as a number such as 1,250 or 1250.5."))
    if not plain.isascii() or not plain.replace(".", "", 1).isdigit():
        return wrong
    hours = Decimal(plain)
    return wrong if hours > MAX_HOURS or len(plain.partition(".")[2]) > 2 else hours


def _reason(sentence: str, **facts: Fact) -> Reason:
    return Reason(CODE, sentence, facts)
