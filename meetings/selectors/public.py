"""Reads of what anybody may know of the next meetings of groups."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from django.utils import timezone

from collaborations.models import Collaboration
from meetings.models.planning import Meeting
from meetings.models.public import PublicMeetings
from meetings.rules.public import Shown
from meetings.rules.states import AHEAD


def choice_of(collaboration: Collaboration) -> PublicMeetings | None:
    """What a group chose; None where it never did, and nothing is shown."""
    return PublicMeetings.objects.filter(collaboration=collaboration).select_related("by").first()


def public_meetings(collaboration_ids: Collection[int], *, at: datetime) -> dict[int, tuple[Meeting, Shown]]:
    """The next meeting of each of some groups that lets anybody know of it, and what of it is shown. One
    query.

    Training and working groups are no meetings of the group; what is over is not next.
    """
    now, today = timezone.localtime(at), timezone.localdate(at)
    rows = Meeting.objects.filter(
        collaboration__in=collaboration_ids,
        collaboration__public_meetings__shown__in=[Shown.DAY, Shown.PLACE],
        state__in=AHEAD,
        kind__in=Meeting.COUNTED_KINDS,
        on__gte=today,
    )
    rows = rows.select_related("collaboration__public_meetings").order_by("-on", "-starts_at", "-pk")
    return {
        row.collaboration_id: (row, Shown(row.collaboration.public_meetings.shown))
        for row in rows
        if (row.on, row.ends_at) > (today, now.time())
    }
