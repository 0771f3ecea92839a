"""What a page's contributions read of the first meetings of forming groups."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, Q, QuerySet

from core.frame.page_rows import add_page_rows
from meetings.models.planning import Meeting
from meetings.rules.states import AHEAD
from meetings.selectors.first import waiting_for_first


def _first_meetings(groups: Any, settings: Any, user: Any, on: Any) -> QuerySet[Any]:
    """Those of the page's groups, and those that the reader arranged or facilitates, which were not held yet;
    with how many are invited and how many of them have not answered.
    """
    theirs = Q(collaboration__in=groups) | Q(planned_by=user) | Q(chaired_by=user)
    rows = Meeting.objects.filter(theirs, kind=Meeting.Kind.FIRST, state__in=AHEAD)
    invited = Count("invited", filter=Q(invited__withdrawn_at=None))
    waiting = Count("invited", filter=Q(invited__withdrawn_at=None, invited__word=""))
    return rows.annotate(invited_number=invited, waiting_number=waiting)


def _to_arrange(groups: Any, settings: Any, user: Any, on: Any) -> QuerySet[Any]:
    """Groups that wait for their first meeting."""
    return waiting_for_first()


add_page_rows(
    _first_meetings,
    key="first_meetings",
    facts={
        "on": "on",
        "group_id": "collaboration_id",
        "group": "collaboration__name",
        "invited": "invited_number",
        "waiting": "waiting_number",
    },
)
add_page_rows(_to_arrange, key="first_to_arrange", facts={"group": "name"})
