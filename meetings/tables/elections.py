"""Lists of elections, each for its page and its export."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from core.dates import last_day
from core.searching import search_in
from core.tables.columns import Column, Kind
from core.tables.filters import ChoiceFilter, DateRangeFilter, Filter, SearchFilter
from core.tables.table import Table
from meetings.models.elections import Election
from meetings.rules.election_words import STAGE_COLOURS, Stage
from meetings.selectors import elections
from meetings.selectors.election_stages import in_stage, stage_now
from meetings.tables.scopes import of_collaboration
from memberships.selectors.districts import district_choices, rows_in_district


def election_address(election: Election) -> str:
    return reverse("meetings:election", args=[election.collaboration_id, election.pk])


def elections_address(election: Election) -> str:
    return reverse("meetings:elections", args=[election.collaboration_id])


def stage_words(election: Election) -> str:
    return str(stage_now(election).label)


def stage_colour(election: Election) -> str:
    return STAGE_COLOURS[stage_now(election)]


class ElectionsTable(Table):
    """The elections of all collaborations. An export may name one of them."""

    ordering = "-starts_on"
    columns = (
        Column("starts_on", _("In post from"), Kind.DATE, sort="starts_on", link=election_address),
        Column("ends_on", _("Last day"), Kind.DATE, value=lambda row: last_day(row.ends_on)),
        Column(
            "collaboration",
            _("Collaboration"),
            width=32,
            sort=("collaboration__name__in_order", "-starts_on"),
            link=elections_address,
        ),
        Column("district", _("District"), width=22, value="collaboration.district"),
        Column("office", _("Office"), value="get_office_display", sort=("office", "-starts_on")),
        Column("state", _("State"), value=stage_words, tag=stage_colour),
        Column("nominate_until", _("Nominations until"), Kind.DATE, sort="nominate_until"),
        Column("nominated", _("Nominated"), Kind.NUMBER),
        Column("standing", _("Stand"), Kind.NUMBER),
        Column("elected", _("Elected"), width=24),
        Column("elected_for", _("Setting"), width=32, value="elected_for.provider"),
        Column("elected_on", _("Elected on"), Kind.DATE),
        Column("how", _("How"), width=24, value="get_how_display"),
    )
    on_page = (
        "starts_on",
        "collaboration",
        "office",
        "state",
        "nominate_until",
        "standing",
        "elected",
        "ends_on",
    )
    second_rank = ("nominate_until", "standing")

    filters: Sequence[Filter] = (
        SearchFilter("q", _("Group"), search=search_in("group_in_order", "collaboration__name")),
        ChoiceFilter("office", _("Office"), choices=Election.Office.choices),
        ChoiceFilter("state", _("State"), choices=Stage.choices, narrow=in_stage),
        DateRangeFilter("starts_on", _("In post from")),
        ChoiceFilter("district", _("District"), choices=district_choices, narrow=rows_in_district),
        of_collaboration(),
    )

    def rows(self) -> QuerySet[Any]:
        return elections.every_election()
