"""The groups of a data pack as a list, for its page and its sheet; and the sheets behind it (L4)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import cache, cached_property
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.exports.further import Sheet
from core.tables.columns import Column, Kind, Row
from core.tables.filters import AsAtFilter, ChoiceFilter, Filter, ScopeFilter, SearchFilter
from core.tables.held import HeldRows, HeldTable
from meetings.selectors import events
from memberships.rules.size import Size
from memberships.selectors.districts import NO_DISTRICT, district_choices
from ofsted.selectors.register import Judged
from portal.charts import CARDS, GRADES, NO_GRADE, county_charts, judged_in_words
from portal.selectors.data_pack import GroupRow, Pack, member_facts, pack_on

SIZE_COLOURS = {Size.EMPTY: "grey", Size.SMALL: "yellow", Size.ADVISED: "green", Size.LARGE: "yellow"}
AS_AT = "as_at"
#: As columns, where no title above says that they are report cards.
CARDS_IN_FULL = (
    (Judged.REPORT_CARD, _("Report card, no area needs attention")),
    (Judged.REPORT_CARD_ATTENTION, _("Report card, an area needs attention")),
)


def named(rows: Any, text: str) -> Any:
    words = text.casefold().split()
    return rows.that(lambda row: all(word in row.name.casefold() for word in words))


def in_district(rows: Any, wanted: str) -> Any:
    return rows.that(lambda row: str(row.district_id or NO_DISTRICT) == wanted)


def of_kind(kind: str) -> Callable[[GroupRow], int]:
    return lambda row: row.numbers.judged.get(kind, 0)


def in_percent(row: GroupRow) -> str:
    return "" if row.percent is None else f"{row.percent}%"


class DayRows(HeldRows):
    """The groups of a day, read when they are first asked for."""

    def __init__(self, read: Callable[[date], Pack], on: date) -> None:
        self.read, self.on = read, on

    @cached_property
    def _rows(self) -> list[Any]:  # type: ignore[override]
        return list(self.read(self.on).groups)


class DataPackTable(HeldTable):
    """Every group that ran on a day, with its numbers. ``read`` reads the pack of a day, once."""

    ordering = "name"
    second_rank = ("district", "judged", "cards")
    on_choice = tuple(str(kind) for kind, _label in (*GRADES, *CARDS, *NO_GRADE))
    on_page = (
        "name", "district", "members", "size", "judged", "cards", "percent", "below", "certified", "missing",
    )  # fmt: skip

    def __init__(self, **facts: Any) -> None:
        self.read: Callable[[date], Pack] = cache(pack_on)
        super().__init__(**facts)

    @property
    def columns(self) -> Sequence[Column]:
        kinds = [
            Column(str(kind), label, Kind.NUMBER, value=of_kind(kind))
            for kind, label in (*GRADES, *CARDS_IN_FULL, *NO_GRADE)
        ]
        return (
            Column("name", _("Group"), width=32, sort="name", link=self.address_of),
            Column("district", _("District"), width=22, sort=("district", "name")),
            Column("members", _("Members"), Kind.NUMBER, sort="members"),
            Column("size", _("Size"), value="size.label", tag=lambda row: SIZE_COLOURS[row.size]),
            Column("judged", _("Overall grades"), width=32, value=_grades),
            Column("cards", _("Report cards"), width=32, value=_cards),
            *kinds,
            Column("counted", _("Members of whom a meeting counts"), Kind.NUMBER, value="numbers.counted"),
            Column("held", _("Meetings counted"), Kind.NUMBER, value="numbers.held"),
            Column("attended", _("Meetings attended"), Kind.NUMBER, value="numbers.attended"),
            Column(
                "percent",
                _("Attendance in %"),
                Kind.NUMBER,
                shown=in_percent,
                heading=_("Attendance"),
                sort="percent",
            ),
            Column(
                "below",
                _("Members below the share"),
                Kind.NUMBER,
                heading=_("Below the share"),
                sort="below",
            ),
            Column("asked", _("Staff numbers asked for"), Kind.NUMBER, value="numbers.asked"),
            Column(
                "certified",
                _("Staff numbers certified"),
                Kind.NUMBER,
                heading=_("Certified"),
                sort="certified",
            ),
            Column(
                "missing",
                _("Staff numbers missing"),
                Kind.NUMBER,
                heading=_("Missing"),
                sort="missing",
            ),
        )

    @property
    def in_sheet(self) -> Sequence[str]:
        return [column.name for column in self.columns if column.name not in ("judged", "cards")]

    @property
    def filters(self) -> Sequence[Filter]:
        return (
            AsAtFilter(AS_AT, _("As at"), narrow=self.as_at),
            SearchFilter("q", _("Group"), narrow=named),
            ChoiceFilter("size", _("Size"), choices=Size.choices),
            ChoiceFilter(
                "district", _("District of the group"), choices=district_choices, narrow=in_district
            ),
            ScopeFilter(
                "event",
                _("Event"),
                narrow=_whatever,
                find=events.event_by_id,
                error=_("There is no such event."),
            ),
        )

    def rows(self) -> Any:
        return DayRows(self.read, self.on)

    def as_at(self, _rows: Any, day: date) -> Any:
        return DayRows(self.read, day)

    def address_of(self, row: GroupRow) -> str:
        page = reverse("portal:data_pack_group", args=[self.scope["event"], row.pk])
        day = self.day
        return page if day is None else f"{page}?{urlencode({AS_AT: day.isoformat()})}"

    #: The day that the page was asked for; None is today.
    day: date | None = None


def _whatever(rows: Any, _event: Any) -> Any:
    return rows


def _grades(row: GroupRow) -> str:
    return judged_in_words(row.numbers, GRADES)


def _cards(row: GroupRow) -> str:
    return judged_in_words(row.numbers, CARDS)


# --- the sheets behind the groups ---------------------------------------------------------------------------

COUNTY = (
    Column("subject", _("Subject"), width=44),
    Column("what", _("What"), width=36),
    Column("number", _("Number"), width=28),
)
MEMBERS = (
    Column("group", _("Group"), width=32),
    Column("setting", _("Setting"), width=36),
    Column("judgement", _("Latest judgement that Ofsted has published"), width=48),
    Column("held", _("Meetings counted"), Kind.NUMBER),
    Column("attended", _("Meetings attended"), Kind.NUMBER),
    Column("is_below", _("Below the share"), Kind.BOOLEAN),
    Column("is_certified", _("Staff number certified"), Kind.BOOLEAN),
)


def further_sheets(day: date | None) -> list[Sheet]:
    """The whole county as its charts say it, and every member by name."""
    pack = pack_on(day or timezone.localdate())
    return [
        Sheet(_("Whole county"), COUNTY, _county_rows(pack)),
        Sheet(_("Members"), MEMBERS, member_facts(pack)),
    ]


def _county_rows(pack: Pack) -> Iterator[Row]:
    for chart in county_charts(pack):
        for bar in chart.bars:
            yield str(chart.title), str(bar.label), str(bar.text)
