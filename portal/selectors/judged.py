"""Judgements by district, as the home page of quality leads tells them: each number leads to its settings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.permissions import Permission
from core.frame.visitor import Visitor
from memberships.selectors.districts import NO_DISTRICT, Reach, settings_by_district
from ofsted.selectors.districts import GRADED, Counted, judged_by_district
from ofsted.selectors.register import Judged
from providers.selectors import Listing

#: The judgements of more settings than these are not counted on a page: each district still leads to its list.
MAX_JUDGED = 5_000
SHORT = {
    Judged.OUTSTANDING: gettext_lazy("Outstanding"),
    Judged.GOOD: gettext_lazy("Good"),
    Judged.REQUIRES_IMPROVEMENT: gettext_lazy("Requires improvement"),
    Judged.INADEQUATE: gettext_lazy("Inadequate"),
    Judged.REPORT_CARD: gettext_lazy("Report card"),
    Judged.REPORT_CARD_ATTENTION: gettext_lazy("of which an area needs attention"),
}


@dataclass(frozen=True, slots=True)
class Cell:
    """A number and the list of the settings that it counts; no list where there are none."""

    label: str
    number: int
    url: str = ""


@dataclass(frozen=True, slots=True)
class DistrictRow:
    name: str
    settings: Cell
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Judgements:
    """``kinds`` are the headings of the counted columns: none where there is too much to count."""

    rows: tuple[DistrictRow, ...]
    kinds: tuple[str, ...]
    is_counted: bool


def judgements_of(visitor: Visitor) -> Judgements | None:
    """For whoever may read the register; None for others."""
    if not visitor.allows(Permission.VIEW_SETTINGS):
        return None
    reach = visitor.once(settings_by_district, on=visitor.on)
    return judgements_by_district(reach, on=visitor.on)


def judgements_by_district(
    reaches: Mapping[int | None, Reach], *, on: date, most: int = MAX_JUDGED
) -> Judgements:
    """By the district's name, those of none last. One query, none where there is too much to count."""
    reach = {district: row for district, row in reaches.items() if row.settings}
    is_counted = 0 < sum(row.settings for row in reach.values()) <= most
    judged = judged_by_district(on=on) if is_counted else {}
    order = sorted(reach, key=lambda district: (district is None, reach[district].name.casefold(), district))
    return Judgements(
        rows=tuple(
            _row(district, reach[district], judged.get(district, Counted()) if is_counted else None)
            for district in order
        ),
        kinds=tuple(str(SHORT[kind]) for kind in GRADED) if is_counted else (),
        is_counted=is_counted,
    )


def _row(district: int | None, reach: Reach, counted: Counted | None) -> DistrictRow:
    def cell(label: str, number: int, **more: Any) -> Cell:
        asked = {"district": NO_DISTRICT if district is None else district, **more}
        return Cell(label, number, f"{reverse('providers:settings')}?{urlencode(asked)}" if number else "")

    name, settings = reach.name if district is not None else _("No district"), _("Settings")
    if counted is None:
        return DistrictRow(name, cell(settings, reach.settings), ())
    cells = [
        cell(str(SHORT[kind]), counted.judged.get(kind, 0), listing=Listing.LISTED, judgement=kind)
        for kind in GRADED
    ]
    return DistrictRow(name, cell(settings, counted.settings, listing=Listing.LISTED), tuple(cells))
