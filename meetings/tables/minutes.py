"""Lists of minutes, each for its page and its export."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from collaborations.selectors import collaboration_by_id
from core.tables.columns import Column, Kind
from core.tables.filters import ChoiceFilter, DateRangeFilter, Filter
from core.tables.table import Table
from meetings.models.minutes import Minutes
from meetings.rules.minutes import SEEN_BY_MEMBERS, MinutesState
from meetings.selectors import minutes
from meetings.tables.scopes import of_collaboration

MINUTES_COLOURS = {
    MinutesState.DRAFT: "yellow",
    MinutesState.CIRCULATED: "blue",
    MinutesState.AGREED: "green",
}


def minutes_address(row: Minutes) -> str:
    return reverse("meetings:minutes", args=[row.meeting.collaboration_id, row.meeting_id])


def agreed_on(row: Minutes) -> date | None:
    return row.agreed_by_meeting.on if row.agreed_by_meeting else None


def minutes_colour(row: Minutes) -> str:
    return MINUTES_COLOURS[MinutesState(row.state)]


class AllMinutesTable(Table):
    """The minutes of all collaborations; to members only those that were sent to them. An export may name one
    collaboration.
    """

    ordering = "-on"
    columns = (
        Column(
            "on",
            _("Day"),
            Kind.DATE,
            value="meeting.on",
            sort=("meeting__on", "pk"),
            link=minutes_address,
        ),
        Column(
            "collaboration",
            _("Collaboration"),
            width=32,
            value="meeting.collaboration",
            sort=("meeting__collaboration__name__in_order", "-meeting__on"),
        ),
        Column("district", _("District"), width=22, value="meeting.collaboration.district"),
        Column("meeting", _("Meeting"), width=32, value="meeting.title", sort="meeting__title__in_order"),
        Column("state", _("State"), value="get_state_display", sort="state", tag=minutes_colour),
        Column("circulated_at", _("Sent at"), Kind.DATETIME, sort="circulated_at"),
        Column("agreed_on", _("Agreed on"), Kind.DATE, value=agreed_on),
        Column("agreement", _("How"), value="get_agreement_display"),
        Column("waiting", _("Corrections that wait"), Kind.NUMBER, sort="waiting"),
    )
    on_page = ("on", "collaboration", "meeting", "state", "circulated_at", "agreed_on", "waiting")
    second_rank = ("waiting",)

    filters: Sequence[Filter] = (
        DateRangeFilter("on", _("Day"), lookup="meeting__on"),
        ChoiceFilter("state", _("State"), choices=MinutesState.choices),
        of_collaboration("meeting__collaboration"),
    )

    def rows(self) -> QuerySet[Any]:
        """Who runs a group sees its drafts in its own list; the team sees all."""
        rows = minutes.every_minutes()
        if self.by.has_perm(str(Permission.VIEW_COLLABORATIONS)):
            return rows
        group = (
            collaboration_by_id(int(self.scope["collaboration"])) if "collaboration" in self.scope else None
        )
        if group is not None and self.by.has_perm(str(Permission.RUN_COLLABORATION), group):
            return rows
        return rows.filter(state__in=SEEN_BY_MEMBERS)


class MinutesTable(AllMinutesTable):
    """The minutes of one collaboration."""

    on_page = ("on", "meeting", "state", "circulated_at", "agreed_on", "agreement", "waiting")
