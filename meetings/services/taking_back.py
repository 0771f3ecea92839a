"""Undoing the planning of a meeting, or of all that were planned with it, on the day it was done (G1)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from audit.rules.meeting_actions import MeetingAction
from audit.services import record
from collaborations.models import Collaboration
from collaborations.selectors import collaboration_for_update
from collaborations.services import refuse
from core.wording import date_in_words
from documents.services.outbox import send_email
from meetings.emails.taking_back import PlanningTakenBack
from meetings.models.planning import Meeting
from meetings.rules.taking_back import may_take_back
from meetings.selectors import planning
from meetings.selectors import taking_back as selectors


class TakenBack(NamedTuple):
    """How many meetings are gone, and those that stay because something stands on them."""

    number: int
    kept: Sequence[Meeting]


@transaction.atomic
def take_back_planning(*, meeting: Meeting, whole_series: bool = False, by: User, at: datetime) -> TakenBack:
    """Undo that a meeting was planned: it is gone. Whoever was told of it is told once that it is not.

    ``whole_series``: all that were planned in the same act, but for those on which something stands. Pressed
    twice is once. Raises ValidationError where the meeting itself (or all of them) must stay.
    """
    collaboration = collaboration_for_update(meeting.collaboration_id)
    rows = selectors.planned_together(meeting)
    if not whole_series:
        rows = rows.filter(pk=meeting.pk)
    locked = rows.select_for_update(of=("self",)).order_by("pk").values_list("pk", flat=True)
    judged = [
        (row, may_take_back(facts, today=timezone.localdate(at)))
        for row, facts in selectors.with_what_stands(Meeting.objects.filter(pk__in=list(locked)))
    ]
    gone = [row for row, refusals in judged if not refusals]
    if judged and not gone:
        refuse(next((refusals for row, refusals in judged if row.pk == meeting.pk), judged[0][1]))
    ahead = [row.pk for row in gone if row.ends > at]
    for row in gone:
        _remove(row, collaboration, by=by)
    if ahead:
        _tell(collaboration, ahead, by=by, at=at)
    return TakenBack(len(gone), [row for row, refusals in judged if refusals])


def _remove(meeting: Meeting, collaboration: Collaboration, *, by: User) -> None:
    day = date_in_words(meeting.on)
    record(MeetingAction.MEETING_TAKEN_BACK, about=meeting, by=by, collaboration=collaboration, day=day)
    meeting.delete()


def _tell(collaboration: Collaboration, ids: Sequence[int], *, by: User, at: datetime) -> None:
    """Whether somebody was told of them is seen when the email is sent."""
    said = ",".join(str(pk) for pk in ids)
    for person in planning.people_told(collaboration, on=timezone.localdate(at)):
        if person.pk != by.pk:
            send_email(PlanningTakenBack(user_id=person.pk, meeting_ids=said, by_id=by.pk))
