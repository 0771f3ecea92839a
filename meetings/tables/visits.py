"""Lists of visits and of training, each for its page and its export."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from core.searching import search_in
from core.tables.columns import Column, Kind
from core.tables.filters import ChoiceFilter, DateRangeFilter, Filter, SearchFilter
from core.tables.table import Table
from meetings.models.visits import PeerVisit, Training
from meetings.rules.visits import VisitState
from meetings.selectors import visits
from meetings.tables.scopes import of_collaboration


def visit_address(visit: PeerVisit) -> str:
    return reverse("meetings:visit", args=[visit.collaboration_id, visit.pk])


def training_address(training: Training) -> str:
    return reverse("meetings:training", args=[training.collaboration_id, training.pk])


def visitors_of(visit: PeerVisit) -> str:
    return ", ".join(str(each) for each in visit.visitors.all())


def ideas_of(visit: PeerVisit) -> str:
    return "; ".join(f"{each}: {each.idea}" for each in visit.visitors.all() if each.idea)


def became_of(visit: PeerVisit) -> str:
    return "; ".join(f"{each}: {each.get_became_display()}" for each in visit.visitors.all() if each.became)


class AllVisitsTable(Table):
    """The visits between settings, with what they took home. An export may name one collaboration."""

    ordering = "-on"
    columns = (
        Column("on", _("Day"), Kind.DATE, sort="on", link=visit_address),
        Column("host", _("Setting that is visited"), width=32, sort=("host__name__in_order", "-on")),
        Column("visitors", _("Visitors"), width=40, value=visitors_of),
        Column("focus", _("About"), width=40, sort="focus__in_order"),
        Column("collaboration", _("Collaboration"), width=32, sort=("collaboration__name__in_order", "-on")),
        Column("state", _("State"), value="get_state_display"),
        Column("ideas", _("Ideas taken home"), width=60, value=ideas_of, wide=True),
        Column("became", _("What became of them"), width=40, value=became_of),
    )
    on_page: tuple[str, ...] = (
        "on",
        "host",
        "visitors",
        "focus",
        "collaboration",
        "state",
        "ideas",
        "became",
    )
    second_rank = ("became",)
    filters: Sequence[Filter] = (
        SearchFilter("q", _("Setting, group or matter"), search=search_in("focus", "host__name")),
        DateRangeFilter("on", _("Day")),
        ChoiceFilter("state", _("State"), choices=VisitState.choices),
        of_collaboration(),
    )

    def rows(self) -> QuerySet[Any]:
        return visits.every_visit()


class VisitsTable(AllVisitsTable):
    """The visits within one collaboration."""

    on_page = ("on", "host", "visitors", "focus", "state", "ideas", "became")


class AllTrainingTable(Table):
    """What groups organise for their members to learn. An export may name one collaboration."""

    ordering = "-on"
    columns = (
        Column("on", _("Day"), Kind.DATE, sort="on", link=training_address),
        Column("title", _("Training"), width=40, sort="title__in_order"),
        Column("given_by", _("Given by"), width=32),
        Column("collaboration", _("Collaboration"), width=32, sort=("collaboration__name__in_order", "-on")),
        Column("place", _("Where"), width=32),
        Column("places", _("Places"), Kind.NUMBER),
        Column("coming", _("Coming"), Kind.NUMBER, sort="coming"),
        Column("came", _("Came"), Kind.NUMBER, sort="came"),
        Column("is_cancelled", _("Cancelled"), Kind.BOOLEAN),
    )
    on_page = ("on", "title", "given_by", "collaboration", "places", "coming", "came", "is_cancelled")
    second_rank = ("is_cancelled",)
    filters: Sequence[Filter] = (
        SearchFilter("q", _("Training or group"), search=search_in("title", "collaboration__name")),
        DateRangeFilter("on", _("Day")),
        of_collaboration(),
    )

    def rows(self) -> QuerySet[Any]:
        return visits.every_training()


class TrainingTable(AllTrainingTable):
    """The training of one collaboration."""

    on_page = ("on", "title", "given_by", "place", "places", "coming", "came", "is_cancelled")


#: As they are stored: what comes after "Elected" is said by the days.
