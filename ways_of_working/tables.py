"""Lists of all collaborations' ways of working and of their reviews, each for its page and its export."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from collaborations.models import Collaboration
from core.searching import search_in
from core.tables.columns import Column, Kind
from core.tables.filters import ChoiceFilter, SearchFilter
from core.tables.table import Table
from memberships.selectors.districts import district_choices, rows_in_district
from providers.selectors import districts
from ways_of_working.models import Review
from ways_of_working.rules.adoption import State
from ways_of_working.rules.drift import Drift
from ways_of_working.selectors import reviews
from ways_of_working.selectors.drift import drifts_of_groups
from ways_of_working.selectors.terms_overview import (
    IN_HAND,
    PRACTICES,
    WAYS_STATES,
    by_practice,
    in_ways_state,
    ways_overview,
)

WAYS_COLOURS = {
    "none": "yellow",
    "draft": "blue",
    "circulated": "purple",
    "elsewhere": "grey",
    "adopted": "green",
    "review_due": "yellow",
}
WAYS_LABELS = dict(WAYS_STATES)
STANDING_LABELS = dict(reviews.STANDINGS)
STANDING_COLOURS = {"overdue": "yellow", "open": "blue", "done": "green"}


def own_districts() -> list[tuple[int, str]]:
    return [(district.pk, district.name) for district in districts()]


def in_hand_in_words(row: Any) -> str:
    return str(State(row.in_hand).label) if row.in_hand else ""


def next_version_in_words(row: Any) -> str:
    """What is in hand beside an adopted version; where nothing is adopted, the state says it."""
    return in_hand_in_words(row) if row.ways_state not in IN_HAND else ""


WAYS_COLUMNS = (
    Column(
        "collaboration",
        _("Collaboration"),
        width=34,
        sort="name_in_order",
        link=lambda row: reverse("collaborations:detail", args=[row.pk]),
        key="name",
        value="name",
    ),
    Column("district", _("District"), width=22),
    Column(
        "state",
        _("Ways of working"),
        width=28,
        value=lambda row: WAYS_LABELS[row.ways_state],
        sort=("ways_order", "name_in_order"),
        tag=lambda row: WAYS_COLOURS[row.ways_state],
        link=lambda row: reverse("ways_of_working:terms", args=[row.pk]),
    ),
    Column("version", _("Version"), Kind.NUMBER, value="adopted_version"),
    Column(
        "adopted_on",
        _("Adopted on"),
        Kind.DATE,
        value="terms_adopted_on",
        sort="terms_adopted_on",
        key="adopted",
    ),
    Column(
        "in_hand",
        _("Next version"),
        width=22,
        value=in_hand_in_words,
        shown=next_version_in_words,
        sort="in_hand",
        key="next",
    ),
    Column("answer_by", _("Answer by"), Kind.DATE),
    Column(
        "review_due_on",
        _("Review due on"),
        Kind.DATE,
        value="review_due_on",
        sort="review_due_on",
        key="review",
    ),
)


class WaysOfWorkingTable(Table):
    """Every collaboration that is not closed. No setting is named: what differs is said by its subject.

    The page says it in a word or two, the sheet in the sentences that the group's leaders read.
    """

    second_rank = ("adopted_on", "in_hand")
    on_choice = ("district", "version", "answer_by")
    ordering = "state"
    on_page = ("collaboration", "state", "adopted_on", "in_hand", "review_due_on", "differs")
    in_sheet = (
        "collaboration",
        "district",
        "state",
        "version",
        "adopted_on",
        "in_hand",
        "answer_by",
        "review_due_on",
        "differs",
    )

    @property
    def columns(self) -> Sequence[Column]:
        return (
            *WAYS_COLUMNS,
            Column(
                "differs",
                _("Differs from the agreement"),
                width=60,
                value=self.differences_in_sentences,
                shown=self.differences_in_words,
                wide=True,
            ),
        )

    @property
    def filters(self) -> Sequence[Any]:
        return (
            SearchFilter("q", _("Name"), search=search_in("name_in_order", "name")),
            ChoiceFilter("district", _("District"), choices=own_districts),
            ChoiceFilter("state", _("Ways of working"), choices=WAYS_STATES, narrow=in_ways_state),
            ChoiceFilter(
                "practice",
                _("How it is going"),
                choices=PRACTICES,
                narrow=lambda rows, value: by_practice(rows, value, on=self.on),
            ),
        )

    @cached_property
    def drifts(self) -> dict[int, list[Drift]]:
        return drifts_of_groups(on=self.on)

    def differences_in_words(self, row: Collaboration) -> str:
        return "; ".join(str(drift.kind.label) for drift in self.drifts.get(row.pk, ()))

    def differences_in_sentences(self, row: Collaboration) -> str:
        return " ".join(drift.reason.in_words(gettext) for drift in self.drifts.get(row.pk, ()))

    def rows(self) -> QuerySet[Collaboration]:
        return ways_overview(on=self.on)


class ReviewsTable(Table):
    """The reviews of all collaborations: what is overdue stands first."""

    second_rank = ("done_on", "district")
    on_choice = ("words", "done_by")
    ordering = "standing"
    on_page = ("collaboration", "clock", "standing", "due_on", "done_on", "district")

    @property
    def columns(self) -> Sequence[Column]:
        return (
            Column("collaboration", _("Collaboration"), width=32, sort="name_in_order"),
            Column(
                "district",
                _("District"),
                width=22,
                value="collaboration.district",
                shown=lambda row: row.collaboration.district or "–",
                sort=("collaboration__district__name__in_order", "due_on"),
            ),
            Column(
                "clock",
                _("Review of"),
                width=32,
                value="get_clock_display",
                sort="clock",
                link=review_address,
            ),
            Column(
                "standing",
                _("State"),
                value=lambda row: STANDING_LABELS[self.standing_of(row)],
                sort=("-is_open", "due_on", "name_in_order"),
                tag=lambda row: STANDING_COLOURS[self.standing_of(row)],
            ),
            Column("due_on", _("Due on"), Kind.DATE, sort="due_on"),
            Column("done_on", _("Done on"), Kind.DATE, sort="done_on"),
            Column("words", _("What was found and agreed"), width=60),
            Column("done_by", _("Recorded by"), width=28),
        )

    @property
    def filters(self) -> Sequence[Any]:
        return (
            SearchFilter("q", _("Name"), search=search_in("name_in_order", "collaboration__name")),
            ChoiceFilter(
                "standing",
                _("State"),
                choices=reviews.STANDINGS,
                narrow=lambda rows, value: reviews.in_standing(rows, value, on=self.on),
            ),
            ChoiceFilter("district", _("District"), choices=district_choices, narrow=rows_in_district),
            ChoiceFilter("clock", _("Review of"), choices=reviews.CLOCK_CHOICES),
        )

    def standing_of(self, row: Review) -> str:
        return reviews.standing_of(row, on=self.on)

    def rows(self) -> QuerySet[Review]:
        return reviews.reviews()


def review_address(review: Review) -> str:
    return reverse("ways_of_working:review", args=[review.collaboration_id, review.pk])
