"""What a file can say of inspections (O7): which kinds its layout names, and which of their columns.

A file asserts a state. "Most recent" is a statement about the newest, so a file that has the columns of a
kind of inspection rules out what only earlier files told of:

- every inspection of that kind, where the setting's row names none: it was withdrawn;
- those that are newer than the oldest one that the row names;
- those that bear the number of one that it names with another date;
- those without a number whose date was corrected: the row names a later one, of which the file that last
  named the earlier one should have known already (a graded one only if the two are days apart: a second or
  third most recent one may have been pushed out of the row).

An older one is left alone otherwise: the file has no place for it.

What the file does not have columns for it says nothing about. What an officer recorded is never ruled out.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from ofsted.rules.regimes import JUDGEMENT_COLUMNS, REPORT_CARD_AREAS, Regime

#: Until a file that names an inspection can be expected, in days: reports are published some weeks later.
MAX_DAYS_TO_PUBLICATION: Final = 90
#: Two visits of one kind so close to each other are one whose date was corrected, in days.
MAX_DAYS_OF_CORRECTION: Final = 45


class InspectionKind(StrEnum):
    """Inspections among which a file names the most recent."""

    GRADED = "graded"
    REPORT_CARD = "rc"
    NO_CHILDREN = "ncor"
    OUT_OF_SCHOOL = "oosc"
    CHILDCARE_REGISTER = "cr"
    SCHOOL = "school"
    AGENCY = "agency"


KIND_OF: Final[Mapping[Regime, InspectionKind]] = MappingProxyType(
    {
        Regime.PRE_2015: InspectionKind.GRADED,
        Regime.CIF: InspectionKind.GRADED,
        Regime.EIF: InspectionKind.GRADED,
        Regime.REPORT_CARD: InspectionKind.REPORT_CARD,
        Regime.NO_CHILDREN: InspectionKind.NO_CHILDREN,
        Regime.OUT_OF_SCHOOL: InspectionKind.OUT_OF_SCHOOL,
        Regime.CHILDCARE_REGISTER: InspectionKind.CHILDCARE_REGISTER,
        Regime.SCHOOL: InspectionKind.SCHOOL,
        Regime.AGENCY: InspectionKind.AGENCY,
    }
)
#: A place in the row for the graded inspections before the newest: it has fewer columns.
EARLIER: Final = "earlier"
#: In a school's report card, the area that counts.
OF_SCHOOLS: Final = frozenset({"rc_early_years"})
#: The columns by which an inspection of a place in the row is graded: all of one of these sets.
GRADED_BY: Final[Mapping[str, tuple[frozenset[str], ...]]] = MappingProxyType(
    {
        InspectionKind.GRADED: (frozenset({"overall"}),),
        EARLIER: (frozenset({"overall"}),),
        InspectionKind.SCHOOL: (frozenset({"overall"}),),
        InspectionKind.REPORT_CARD: (frozenset(REPORT_CARD_AREAS) - OF_SCHOOLS, OF_SCHOOLS),
    }
)


class Telling(NamedTuple):
    """What one layout tells. ``columns``: the judgements that it has for each kind (and for ``EARLIER``)."""

    kinds: tuple[str, ...] = ()
    columns: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    #: Older layouts have no columns of their own for out-of-school care and write "Met" where a grade stands.
    has_care_among_graded: bool = False

    def places_of(self, column: str) -> list[str]:
        """The kinds whose columns include a judgement: there, a blank cell says that it was not given."""
        return sorted(place for place, columns in self.columns.items() if column in columns)

    def places_that_grade(self) -> list[str]:
        """The kinds of which the file says whether an inspection was graded."""
        return sorted(
            place
            for place, columns in self.columns.items()
            if any(by <= set(columns) for by in GRADED_BY.get(place, (frozenset(),)))
        )

    def stored(self) -> dict[str, Any]:
        """As JSON keeps it."""
        return {
            "kinds": list(self.kinds),
            "columns": {place: list(columns) for place, columns in self.columns.items()},
            "has_care_among_graded": self.has_care_among_graded,
        }


def from_stored(stored: Mapping[str, Any]) -> Telling:
    """The inverse of ``Telling.stored``; nothing where nothing was kept."""
    return Telling(
        tuple(stored.get("kinds", ())),
        {place: tuple(columns) for place, columns in stored.get("columns", {}).items()},
        bool(stored.get("has_care_among_graded")),
    )


def telling_of(columns: Collection[str]) -> Telling:
    """What a layout tells, from its columns ("full.overall", "rc.inspected_on")."""
    judged: dict[str, tuple[str, ...]] = {}
    for place, block in (
        (InspectionKind.GRADED, "full"),
        (EARLIER, "second"),
        (InspectionKind.REPORT_CARD, "rc"),
        (InspectionKind.NO_CHILDREN, "ncor"),
        (InspectionKind.OUT_OF_SCHOOL, "oosc"),
        (InspectionKind.CHILDCARE_REGISTER, "cr"),
        (InspectionKind.SCHOOL, "school"),
        (InspectionKind.AGENCY, "agency"),
    ):
        if f"{block}.inspected_on" in columns:
            judged[str(place)] = tuple(name for name in JUDGEMENT_COLUMNS if f"{block}.{name}" in columns)
    graded, care = InspectionKind.GRADED.value, InspectionKind.OUT_OF_SCHOOL.value
    is_among_graded = graded in judged and care not in judged
    if is_among_graded:
        judged[care] = (*(name for name in judged[graded] if name != "overall"), "met")
    kinds = tuple(sorted(place for place in judged if place != EARLIER))
    return Telling(kinds, judged, is_among_graded)
