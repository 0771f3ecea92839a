"""What groups invite officers to (L4): requests that name a day, with the times of the group's own meeting."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date

from django.db.models import QuerySet

from meetings.models.planning import Meeting
from meetings.selectors.planning import meetings_on_days
from support.models import SupportRequest
from support.rules import MEETINGS, Kind, RequestState

#: Kinds whose day is one on which somebody comes. Of the others it is the day from which something holds.
COMES_FOR = MEETINGS | {Kind.OTHER}


def requests_to_attend(*, since: date, until: date) -> QuerySet[SupportRequest]:
    """What officers are invited to, and what they have promised to come to, in ``[since, until)``."""
    rows = SupportRequest.objects.filter(
        state__in=[RequestState.ASKED, RequestState.ACCEPTED],
        kind__in=sorted(COMES_FOR),
        wanted_on__gte=since,
        wanted_on__lt=until,
    )
    return rows.select_related("collaboration__district", "officer").order_by("wanted_on", "pk")


def facilitators_promised(collaboration_ids: Collection[int]) -> dict[int, SupportRequest]:
    """The accepted request to facilitate the first meeting of each of some groups. One query."""
    rows = SupportRequest.objects.filter(
        collaboration__in=collaboration_ids, state=RequestState.ACCEPTED, kind=Kind.FIRST_MEETING
    )
    rows = rows.select_related("officer").order_by("-asked_at", "-pk")
    return {row.collaboration_id: row for row in rows} if collaboration_ids else {}


def meetings_of_requests(rows: Iterable[SupportRequest]) -> dict[tuple[int, date], Meeting]:
    """The group's own meeting on the day of each request, by group and day; the first where there are several.
    One query.
    """
    days = {(row.collaboration_id, row.wanted_on) for row in rows if row.wanted_on is not None}
    return meetings_on_days(days)


def meeting_of_request(row: SupportRequest) -> Meeting | None:
    """The group's own meeting on the day of a request."""
    return meetings_of_requests([row]).get((row.collaboration_id, row.wanted_on)) if row.wanted_on else None
