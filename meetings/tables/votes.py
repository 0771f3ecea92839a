"""Lists of votes, each for its page and its export. Votes of members alone are in none (C8)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.searching import search_in
from core.tables.columns import Column, Kind
from core.tables.filters import ChoiceFilter, DateRangeFilter, Filter, SearchFilter
from core.tables.table import Table
from meetings.models.votes import Vote
from meetings.rules.outcomes import OutcomeKind
from meetings.selectors import votes
from meetings.tables.scopes import of_collaboration
from memberships.selectors.districts import district_choices, rows_in_district

STATE_COLOURS = {Vote.State.OPEN: "blue", Vote.State.CLOSED: "green", Vote.State.WITHDRAWN: "grey"}


def vote_address(vote: Vote) -> str:
    return reverse("meetings:vote", args=[vote.collaboration_id, vote.pk])


def group_address(vote: Vote) -> str:
    return reverse("meetings:votes", args=[vote.collaboration_id])


def state_colour(vote: Vote) -> str:
    counted_now = votes.is_being_counted(vote, at=timezone.now())
    return "yellow" if counted_now else STATE_COLOURS[Vote.State(vote.state)]


def state_words(vote: Vote) -> str:
    return votes.state_in_words(vote, at=timezone.now())


def states() -> list[tuple[str, Any]]:
    return [*Vote.State.choices, (votes.COUNTED_NOW, _("Closed, being counted"))]


def rows_in_state(rows: QuerySet[Any], value: str) -> QuerySet[Any]:
    return votes.in_state(rows, value, at=timezone.now())


class AllVotesTable(Table):
    """The votes of all collaborations. An export may name one of them. No list says how anybody voted."""

    ordering = "-opens_at"
    columns = (
        Column("title", _("Vote"), width=32, sort="title_in_order", link=vote_address),
        Column(
            "collaboration",
            _("Collaboration"),
            width=32,
            sort=("collaboration__name__in_order", "-opens_at"),
            link=group_address,
        ),
        Column("district", _("District"), width=22, value="collaboration.district"),
        Column("kind", _("Kind"), value="get_kind_display"),
        Column("proposal", _("What is proposed"), width=48),
        Column("opens_at", _("Opened"), Kind.DATETIME, sort="opens_at"),
        Column("closes_at", _("Closes"), Kind.DATETIME, sort="closes_at"),
        Column("state", _("State"), value=state_words, tag=state_colour),
        Column("is_secret", _("Secret"), Kind.BOOLEAN),
        Column("method", _("Method"), value="get_method_display"),
        Column("outcome", _("Outcome"), value="get_outcome_display"),
        Column("outcome_words", _("Result"), width=48),
        Column("voted_count", _("Voted"), Kind.NUMBER),
        Column("voters_count", _("Have a vote"), Kind.NUMBER),
    )
    on_page: Sequence[str] = (
        "title",
        "collaboration",
        "opens_at",
        "closes_at",
        "state",
        "outcome",
        "voted_count",
        "voters_count",
    )
    second_rank = ("opens_at", "voters_count")

    filters: Sequence[Filter] = (
        SearchFilter("q", _("Title"), search=search_in("title_in_order", "title")),
        DateRangeFilter("opens_at", _("Opened"), instant=True),
        ChoiceFilter("state", _("State"), choices=states, narrow=rows_in_state),
        ChoiceFilter("outcome", _("Outcome"), choices=OutcomeKind.choices),
        ChoiceFilter("district", _("District"), choices=district_choices, narrow=rows_in_district),
        of_collaboration(),
    )

    def rows(self) -> QuerySet[Any]:
        return votes.listed_votes()


class VotesTable(AllVotesTable):
    """The votes of one collaboration."""

    on_page = ("title", "opens_at", "closes_at", "state", "outcome", "voted_count", "voters_count")
    filters = tuple(
        each
        for each in AllVotesTable.filters
        if each.name in {"opens_at", "state", "outcome", "collaboration"}
    )
