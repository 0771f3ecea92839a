"""Ofsted's file of childminder agencies as a table (O3, O7).

An agency is known by its reference (CA and six digits). It works across authorities: rows of agencies that
the register holds are read whichever authority they name.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Final

from django.utils.translation import gettext_noop

from core.reading.results import CellProblem
from ofsted.imports import cells
from ofsted.imports.cells import NO_VALUE, Reader
from ofsted.imports.columns import AUTHORITY, DECIDES, DESCRIBES, Block, Column
from ofsted.imports.tables import FileTable, columns_of
from ofsted.rules.kinds import FileKind
from ofsted.rules.regimes import AGENCY_JUDGEMENTS, Regime, UnknownGrade
from providers.rules.identifiers import MENDED, read_ca_reference

AGENCY: Final = "Childminder agency"
BAD_AGENCY_TYPE: Final = gettext_noop("This is not a childminder agency.")
BAD_OUTCOME: Final = gettext_noop("This outcome is not known. Ofsted’s file writes: Effective, Ineffective.")
_SPAN: Final = re.compile(r"\s+(?:-|–|to)\s+", re.IGNORECASE)


def read_key(text: str) -> str:
    """The reference of a row in which nothing is to be mended."""
    answer = read_ca_reference(text)
    if answer.remark is not None:
        raise CellProblem(MENDED, urn=answer.value)
    return answer.value


def read_agency_type(text: str) -> str:
    """Every row is an agency's; another type means that the row is damaged."""
    if "agency" not in text.casefold():
        raise CellProblem(BAD_AGENCY_TYPE)
    return AGENCY


def read_outcome(text: str) -> int | None:
    """Effective or Ineffective."""
    tidy = " ".join(text.split())
    if tidy.casefold() in NO_VALUE:
        return None
    try:
        return AGENCY_JUDGEMENTS.value_of(tidy) or None
    except UnknownGrade:
        raise CellProblem(BAD_OUTCOME) from None


def last_day_reader(today: date | None) -> Reader:
    """A reader of a day, or of a span of days: the last one counts."""
    read_past_day = cells.date_reader(today)

    def read_last_day(text: str) -> date | None:
        days = [read_past_day(part) for part in _SPAN.split(text.strip())]
        dated = [day for day in days if day is not None]
        return max(dated) if dated else None

    return read_last_day


def _text(limit: int, *headings: str, needed: bool = False) -> Column:
    return Column(headings, DESCRIBES, cells.text_reader(limit), needed, is_repeated=False)


_ROW: Final[Mapping[str, Column]] = {
    "urn": Column(("CA Reference",), DECIDES, read_key, is_needed=True, is_repeated=False),
    "name": _text(255, "Provider Name", needed=True),
    "provider_type": Column(("Provider Type",), DECIDES, read_agency_type, is_needed=True),
    "registration_status": Column(("Provider Status",), DESCRIBES, cells.read_status),
    "register_combination": _text(40, "Individual Register Combinations", "Individual Register Combination"),
    "address_line_1": _text(200, "Provider Address Line 1", "Provider Address 1"),
    "address_line_2": _text(200, "Provider Address Line 2", "Provider Address 2"),
    "address_line_3": _text(200, "Provider Address Line 3", "Provider Address 3"),
    "postcode": Column(("Provider Postcode",), DESCRIBES, cells.read_postcode, is_repeated=False),
    AUTHORITY: Column(("Local Authority",), DECIDES, cells.text_reader(100), is_needed=True),
}
_BLOCKS: Final = {
    "agency": Block(
        Regime.AGENCY,
        {
            "inspected_on": Column(
                ("CA - Most recent inspection date", "Most recent inspection date"),
                DECIDES,
                last_day_reader(None),
                is_needed=True,
            ),
            "met": Column(
                ("CA - Most recent inspection outcome", "Most recent inspection outcome"),
                DECIDES,
                read_outcome,
                is_needed=True,
            ),
        },
        is_judged_only=True,
        has_spans=True,
    )
}
AGENCIES: Final = FileTable(
    FileKind.AGENCIES,
    frozenset({"careference"}),
    columns_of(_ROW, _BLOCKS),
    _BLOCKS,
    ("Web link", "Number of childminders on roll", "Provider Town", "Region"),
    read_ca_reference,
    judged=("agency",),
    day_reader=last_day_reader,
    is_shared=True,
)
