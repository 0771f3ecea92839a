"""Lists of what every subject contributes: the meetings to attend."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Any

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from core.frame.engagements import Clash, Engagement, clashes, engagements_between
from core.tables.columns import Column, Kind
from core.tables.filters import BooleanFilter, ChoiceFilter, DateRangeFilter, SearchFilter
from core.tables.held import HeldRows, HeldTable
from core.wording import time_in_words
from memberships.selectors.districts import NO_DISTRICT, district_choices
from support.selectors.requests import people_giving_support

#: So far ahead the list looks.
AHEAD = timedelta(days=731)
NOBODY = "none"
ASKED, ACCEPTED = "asked", "accepted"
WORDS_OF_CLASH = {Clash.OVERLAP: _("Overlaps with %(what)s"), Clash.SAME_DAY: _("Same day as %(what)s")}


@dataclass(frozen=True, slots=True)
class Attending:
    """A line of the list: where somebody is expected, and with what else of the same person it clashes."""

    item: Engagement
    clash: str
    is_certain: bool

    @property
    def on(self) -> date:
        return self.item.on

    @property
    def starts_at(self) -> time | None:
        return self.item.starts_at

    @property
    def about(self) -> str:
        return self.item.about

    @property
    def kind(self) -> str:
        return self.item.kind

    @property
    def district(self) -> str:
        return self.item.district

    @property
    def person(self) -> str:
        return self.item.person

    @property
    def state(self) -> str:
        return gettext("Accepted") if self.item.is_accepted else gettext("Waiting for an answer")

    @property
    def url(self) -> str:
        return reverse(self.item.url_name, args=self.item.url_args)


def attending(items: Sequence[Engagement]) -> list[Attending]:
    """The lines of the list, in their order."""
    found = clashes(items)
    return [
        Attending(
            item,
            gettext("; ").join(_in_words(clash, other) for clash, other in found.get(item.key, ())),
            any(clash is Clash.OVERLAP for clash, _other in found.get(item.key, ())),
        )
        for item in items
    ]


def _in_words(clash: Clash, other: Engagement) -> str:
    what = other.about
    if other.starts_at is not None:
        facts = {"about": other.about, "time": time_in_words(other.starts_at)}
        what = gettext("%(about)s, %(time)s") % facts
    return str(WORDS_OF_CLASH[clash]) % {"what": what}


def matching(rows: Any, text: str) -> Any:
    """With every word in the group, the place, the kind or the name of who comes."""
    words = text.casefold().split()

    def holds(row: Attending) -> bool:
        item = row.item
        where = " ".join((item.about, item.place, item.kind, item.person, item.district)).casefold()
        return all(word in where for word in words)

    return rows.that(holds)


def of_person(rows: Any, wanted: str) -> Any:
    return rows.that(lambda row: str(row.item.person_id or NOBODY) == wanted)


def of_district(rows: Any, wanted: str) -> Any:
    return rows.that(lambda row: str(row.item.district_id or NO_DISTRICT) == wanted)


def in_state(rows: Any, wanted: str) -> Any:
    return rows.that(lambda row: row.item.is_accepted is (wanted == ACCEPTED))


def that_clash(rows: Any, wanted: Any) -> Any:
    return rows.that(lambda row: bool(row.clash))


def state_colour(row: Attending) -> str:
    return "blue" if row.item.is_accepted else "yellow"


def clash_marked(row: Attending) -> str:
    """Said in words that may break: a tag stands on one line, and the list would be too wide."""
    return format_html("<strong>{}</strong>", row.clash) if row.is_certain else row.clash


def from_until(row: Attending) -> str:
    """6:30pm to 8pm; the beginning alone where no end is known; nothing where none is."""
    item = row.item
    if item.starts_at is None:
        return ""
    begins = time_in_words(item.starts_at)
    if item.ends_at is None:
        return begins
    return gettext("%(from)s to %(until)s") % {"from": begins, "until": time_in_words(item.ends_at)}


class EngagementsTable(HeldTable):
    """Where people of the team are expected from today on, or are asked to come."""

    ordering = "on"
    second_rank = ("kind", "district", "place")
    on_choice = ("note",)
    columns = (
        Column("on", _("Day"), Kind.DATE, sort=("on", "starts_at"), link="url"),
        Column(
            "starts_at",
            _("From"),
            value="item.starts_at",
            shown=from_until,
            heading=_("Time"),
            sort="starts_at",
        ),
        Column("ends_at", _("Until"), value="item.ends_at"),
        Column("about", _("Group or event"), width=32, sort=("about", "on")),
        Column("kind", _("Kind"), width=24, sort=("kind", "on")),
        Column("district", _("District"), width=22, sort=("district", "on")),
        Column("place", _("Where or how"), width=28, value="item.place"),
        Column(
            "person",
            _("Who comes"),
            width=24,
            shown=lambda row: row.person or gettext("Nobody yet"),
            sort=("person", "on"),
        ),
        Column("state", _("State"), width=22, tag=state_colour),
        Column("clash", _("Clash"), width=40, shown=clash_marked),
        Column("note", _("To know"), width=40, value="item.note", wide=True),
    )
    on_page = (
        *("on", "starts_at", "about", "kind", "district", "place", "person", "state", "clash"),
        "note",
    )

    @property
    def filters(self) -> Sequence[Any]:
        return (
            SearchFilter("q", _("Group, place or person"), narrow=matching),
            ChoiceFilter("person", _("Who comes"), choices=self.people, narrow=of_person),
            ChoiceFilter("district", _("District"), choices=district_choices, narrow=of_district),
            ChoiceFilter("state", _("State"), choices=states, narrow=in_state),
            BooleanFilter("clash", _("Only what clashes"), narrow=that_clash),
            DateRangeFilter("on", _("Day")),
        )

    def people(self) -> Iterable[tuple[Any, Any]]:
        people = [(person.pk, str(person)) for person in people_giving_support(on=self.on)]
        return [*people, (NOBODY, gettext("Nobody yet"))]

    def rows(self) -> Any:
        return HeldRows(attending(engagements_between(self.on, self.on + AHEAD)))


def states() -> list[tuple[str, Any]]:
    return [(ASKED, gettext("Waiting for an answer")), (ACCEPTED, gettext("Accepted"))]
