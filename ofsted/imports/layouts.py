"""Layouts: which column is which, found by its heading (O7).

Headings drift in capitals, spaces and punctuation between releases, so they are compared by letters and digits alone,
through a table of aliases. A file without the columns that carry identity and judgements is refused with what was
expected and what was found; other differences are only reported.
"""

from __future__ import annotations

import difflib
import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from types import MappingProxyType
from typing import Final

from core.reasons import Reason, gettext_noop
from ofsted.imports.opening import FileRefused

HEADER_WITHIN: Final = 10
READING_VERSION: Final = 1
SHOWN_COLUMNS: Final = 8

SETTING_COLUMNS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "urn": ("Provider URN",),
        "registered_on": ("Registration date",),
        "provider_type": ("Provider type",),
        "provider_subtype": ("Provider subtype",),
        "register_combination": ("Individual register combinations", "Individual register combination"),
        "on_early_years_register": ("Provider Early Years Register flag", "Early Years Register flag"),
        "on_compulsory_register": ("Provider Compulsory Childcare Register flag", "Compulsory Childcare Register flag"),
        "on_voluntary_register": ("Provider Voluntary Childcare Register flag", "Voluntary Childcare Register flag"),
        "registered_person_urn": ("Registered person URN",),
        "registered_person_name": ("Registered person name",),
        "name": ("Provider name",),
        "address_line_1": ("Provider address line 1", "Provider address 1"),
        "address_line_2": ("Provider address line 2", "Provider address 2"),
        "address_line_3": ("Provider address line 3", "Provider address 3"),
        "town": ("Provider town",),
        "postcode": ("Provider postcode", "Postcode"),
        "telephone": ("Telephone number", "Provider telephone number"),
        "constituency": ("Parliamentary constituency",),
        "local_authority": ("Local authority",),
        "region": ("Region",),
        "deprivation_band": ("Deprivation band",),
        "places": ("Places",),
        "places_including_estimates": ("Places including estimates",),
    }
)

IGNORED: Final = (
    "Web link", "Provider status", "Ofsted region", "CCR requirements suitability", "VCR requirements suitability",
    "Most recent full: CCR requirements suitability", "Most recent full: VCR requirements suitability",
    "EYR OEIF: Most recent: CCR requirements suitability", "EYR OEIF: Most recent: VCR requirements suitability",
    "CR: Most recent: CCR requirements suitability", "CR: Most recent: VCR requirements suitability",
)  # fmt: skip

_FULL: Final = ("Most recent full: ", "EYR OEIF: Most recent: ", "EYR OEIF/CIF: Most recent: ", "EYR CIF: Most recent: ")
_FULL_OR_BARE: Final = (*_FULL, "")
_CARD: Final = ("EYR REIF: Most recent: ", "REIF: Most recent: ", "Most recent REIF: ")
_SECOND: Final = ("Second most recent full: ", "EYR OEIF/CIF: Second most recent: ", "EYR OEIF: Second most recent: ")
_THIRD: Final = ("Third most recent full: ", "EYR OEIF/CIF: Third most recent: ", "EYR OEIF: Third most recent: ")
_DATE: Final = ("Inspection date", "Full inspection date")
_NUMBER: Final = ("Inspection number", "Full inspection number")
_OVERALL: Final = ("Overall effectiveness", "Compliance")


def _without_grades(code: str) -> dict[str, tuple[str, ...]]:
    prefixes = (f"{code}: ", f"EYR OEIF {code}: Most recent: ", f"EYR REIF {code}: Most recent: ",
                f"{code}: Most recent: ", f"EYR {code}: Most recent: ", f"Most recent {code}: ")  # fmt: skip
    return {
        "inspected_on": _joined(prefixes, _DATE),
        "inspection_number": _joined(prefixes, _NUMBER),
        "met": _joined(prefixes, (*_OVERALL, "Outcome")),
    }


def _joined(prefixes: Sequence[str], names: Sequence[str]) -> tuple[str, ...]:
    return tuple(prefix + name for prefix, name in product(prefixes, names))


def _earlier(prefixes: Sequence[str]) -> dict[str, tuple[str, ...]]:
    return {
        "inspected_on": _joined(prefixes, _DATE),
        "inspection_number": _joined(prefixes, _NUMBER),
        "overall": _joined(prefixes, ("Overall effectiveness",)),
    }


# Block → stored column → the headings under which releases have shown it.
BLOCKS: Final[Mapping[str, Mapping[str, tuple[str, ...]]]] = MappingProxyType({
    "rc": {
        "inspected_on": _joined(_CARD, _DATE),
        "visit_type": _joined(_CARD, ("Inspection visit type", "Visit type", "Inspection type")),
        "inspection_number": _joined(_CARD, _NUMBER),
        "rc_safeguarding": _joined(_CARD, ("Safeguarding standards met?", "Safeguarding standards", "Safeguarding")),
        "rc_inclusion": _joined(_CARD, ("Inclusion",)),
        "rc_curriculum_and_teaching": _joined(_CARD, ("Curriculum and teaching", "Curriculum & teaching")),
        "rc_achievement": _joined(_CARD, ("Achievement",)),
        "rc_behaviour": _joined(_CARD, ("Behaviour, attitudes and establishing routines",
                                        "Behaviour, attitudes and routines", "Behaviour and attitudes")),
        "rc_welfare": _joined(_CARD, ("Children's welfare and wellbeing", "Children's welfare and well-being",
                                      "Welfare and wellbeing")),
        "rc_leadership_and_governance": _joined(_CARD, ("Leadership and governance",)),
    },
    "full": {
        "inspected_on": _joined(_FULL, _DATE),
        "inspection_number": _joined(_FULL, _NUMBER),
        "overall": _joined(_FULL, ("Overall effectiveness",)),
        "quality_of_education": _joined(_FULL_OR_BARE, ("Quality of education",)),
        "behaviour_and_attitudes": _joined(_FULL_OR_BARE, ("Behaviour and attitudes",)),
        "personal_development": _joined(_FULL_OR_BARE, ("Personal development",)),
        "leadership_and_management": _joined(_FULL_OR_BARE, ("Effectiveness of leadership and management",
                                                             "Leadership and management")),
        "safeguarding_effective": _joined(_FULL_OR_BARE, ("Safeguarding is effective?", "Safeguarding effective")),
    },
    "second": _earlier(_SECOND),
    "third": _earlier(_THIRD),
    "ncor": _without_grades("NCOR"),
    "oosc": {**_without_grades("OOSC"), "safeguarding_effective": _joined(
        ("EYR OEIF OOSC: Most recent: ", "OOSC: ", "OOSC: Most recent: "), ("Safeguarding is effective?",))},
    "cr": _without_grades("CR"),
})  # fmt: skip

NEEDED_OF_SETTING: Final = ("urn", "provider_type", "name", "local_authority")
NEEDED_OF_BLOCK: Final = {
    "full": ("inspected_on", "overall"),
    "rc": tuple(column for column in BLOCKS["rc"] if column not in ("visit_type", "inspection_number")),
}
SCHOOLS_REGISTER: Final = frozenset({"urn", "lacode", "establishmentname"})
SCHOOL_INSPECTIONS: Final = frozenset({"urn", "laestab", "schoolname"})

NO_HEADER: Final = gettext_noop("This is not Ofsted’s childcare file: none of its first %(lines)d lines has a “Provider URN” column.")
UNKNOWN_LAYOUT: Final = gettext_noop("This file’s columns are not those of a release that can be read here. Nothing was changed.")
SCHOOLS: Final = gettext_noop("This is the schools register. Upload Ofsted’s file of childcare providers and inspections instead.")
SCHOOL_FILE: Final = gettext_noop("This is Ofsted’s file of schools. Upload its file of childcare providers and inspections instead.")
SEPARATOR: Final = gettext_noop("The cells of this file are not separated by commas. Upload the CSV file as Ofsted publishes it, unopened.")
TWICE: Final = gettext_noop("The column “%(column)s” is there twice, so it is not clear which one counts.")
EXPECTED: Final = gettext_noop("Expected the column “%(column)s”; it is not there.")
EXPECTED_NEAR: Final = gettext_noop("Expected the column “%(column)s”; the nearest heading found is “%(nearest)s”.")
FOUND: Final = gettext_noop("Found the headings: %(columns)s.")
FOUND_MORE: Final = gettext_noop("Found the headings: %(columns)s; and %(more)d more.")


def squashed(heading: str) -> str:
    """A heading by its letters and digits alone, in lower case."""
    return "".join(letter for letter in heading.casefold().replace("&", "and") if letter.isalnum())


def _aliases() -> dict[str, str]:
    known = {squashed(alias): column for column, aliases in SETTING_COLUMNS.items() for alias in aliases}
    for block, columns in BLOCKS.items():
        for column, aliases in columns.items():
            known.update({squashed(alias): f"{block}.{column}" for alias in aliases})
    return known


ALIASES: Final[Mapping[str, str]] = MappingProxyType(_aliases())
_IGNORED: Final = frozenset(map(squashed, IGNORED))


@dataclass(frozen=True, slots=True)
class Layout:
    """Where each column of a file stands. `missing` and `unused` are told to the person who loads it."""

    name: str
    header_line: int
    width: int
    places: Mapping[str, int]
    headings: tuple[str, ...]
    missing: tuple[str, ...]
    unused: tuple[str, ...]

    @property
    def fingerprint(self) -> bytes:
        """Changes whenever the same line would be read differently; mixed into every row's hash."""
        described = "\x1f".join((str(READING_VERSION), *self.headings)).encode()
        return hashlib.blake2b(described, digest_size=16).digest()

    def heading(self, column: str) -> str:
        """The heading of a column as this file spells it."""
        place = self.places.get(column)
        return self.headings[place] if place is not None else column

    def block(self, name: str) -> dict[str, int]:
        """The columns of one kind of inspection that this file has."""
        found = {column: self.places.get(f"{name}.{column}") for column in BLOCKS[name]}
        return {column: place for column, place in found.items() if place is not None}


def is_header(cells: Sequence[str]) -> bool:
    """Whether a row is the header of the national file."""
    return "providerurn" in map(squashed, cells)


def layout_of(cells: Sequence[str], header_line: int) -> Layout:
    """The layout of a header row; raises FileRefused when identity or judgements cannot be read from it."""
    headings = tuple(" ".join(cell.split()) for cell in cells)
    while headings and not headings[-1]:
        headings = headings[:-1]
    places, unused, twice = places_in(headings, ALIASES, _IGNORED)
    if twice:
        raise FileRefused(UNKNOWN_LAYOUT, tuple(Reason("O7", TWICE, {"column": heading}) for heading in twice))
    lacking = _lacking(places)
    if lacking:
        raise FileRefused(UNKNOWN_LAYOUT, differences([shown(column) for column in lacking], unused, headings))
    undated = [f"{block}.inspected_on" for block in BLOCKS if any(each.startswith(f"{block}.") for each in places)]
    missing = tuple(shown(column) for column in (*SETTING_COLUMNS, *undated) if column not in places)
    return Layout(_release(headings, places), header_line, len(headings), MappingProxyType(places), headings, missing,
                  tuple(unused))  # fmt: skip


def refuse_other_file(first_rows: Iterable[Sequence[str]]) -> FileRefused:
    """The refusal of a file without a header, naming what it seems to be."""
    rows = [list(row) for row in first_rows]
    for row in rows:
        headings = set(map(squashed, row))
        if headings >= SCHOOLS_REGISTER:
            return FileRefused(SCHOOLS)
        if headings >= SCHOOL_INSPECTIONS:
            return FileRefused(SCHOOL_FILE)
        if any(mark in cell and is_header(cell.split(mark)) for cell in row for mark in ";\t|"):
            return FileRefused(SEPARATOR)
    widest = max(rows, key=len, default=[])
    return FileRefused(NO_HEADER, (_found(widest),) if widest else (), lines=HEADER_WITHIN)


def shown(column: str) -> str:
    """The heading that a column is expected under."""
    if "." in column:
        block, name = column.split(".")
        return BLOCKS[block][name][0]
    return SETTING_COLUMNS[column][0]


def places_in(
    headings: Sequence[str], aliases: Mapping[str, str], ignored: Iterable[str] = ()
) -> tuple[dict[str, int], list[str], list[str]]:
    """Where each column stands by its headings' aliases (squashed), headings that no column has, and those of one column twice."""
    places: dict[str, int] = {}
    unused: list[str] = []
    twice: list[str] = []
    for place, heading in enumerate(headings):
        key = squashed(heading)
        column = aliases.get(key)
        if column is None:
            if key and key not in ignored:
                unused.append(heading)
        elif column in places:
            twice.append(heading)
        else:
            places[column] = place
    return places, unused, twice


def _lacking(places: Mapping[str, int]) -> list[str]:
    """Columns without which a file is refused: identity, and each framework's judgements if any of them is there."""
    lacking = [column for column in NEEDED_OF_SETTING if column not in places]
    present = [block for block in NEEDED_OF_BLOCK if any(column.startswith(f"{block}.") for column in places)]
    for block in present or ["full"]:
        lacking += [f"{block}.{column}" for column in NEEDED_OF_BLOCK[block] if f"{block}.{column}" not in places]
    return lacking


def differences(expected: Sequence[str], unused: Sequence[str], headings: Sequence[str]) -> tuple[Reason, ...]:
    """What was expected under which heading, with the nearest one found, and the headings that were found."""
    by_key = {squashed(heading): heading for heading in unused}
    reasons = []
    for column in expected:
        near = difflib.get_close_matches(squashed(column), by_key, n=1, cutoff=0.6)
        if near:
            reasons.append(Reason("O7", EXPECTED_NEAR, {"column": column, "nearest": by_key[near[0]]}))
        else:
            reasons.append(Reason("O7", EXPECTED, {"column": column}))
    return (*reasons, _found(headings))


def _found(headings: Sequence[str]) -> Reason:
    listed = [" ".join(heading.split())[:80] for heading in headings if heading.strip()]
    shown, more = "; ".join(listed[:SHOWN_COLUMNS]), len(listed) - SHOWN_COLUMNS
    return Reason("O7", FOUND_MORE, {"columns": shown, "more": more}) if more > 0 else Reason("O7", FOUND, {"columns": shown})


def _release(headings: Sequence[str], places: Mapping[str, int]) -> str:
    """The release whose layout this is: the month in which it was first seen."""
    keys = set(map(squashed, headings))
    if "rc.inspected_on" in places:
        return "2026-06"
    if "weblink" not in keys:
        return "2025-12"
    return "2022-06" if "providerpostcode" in keys else "2021-08"
