"""First meetings of forming groups for tests, made in the authority in scope, through the services."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils import timezone

from accounts.models import TaskLink, User
from collaborations.models import Collaboration
from collaborations.rules import Actor
from meetings.models.planning import Meeting
from meetings.selectors.first import FIRST_MEETING
from meetings.services import first
from meetings.services.planning import When
from providers.models import Provider
from tests.factories.collaborations import CollaborationFactory
from tests.factories.meetings import MeetingFactory

GITA = first.Contact("Gita Rowe", "gita@foxglove.example", "Foxglove Nursery")


def forming(name: str = "Meadow", state: str = Collaboration.State.PROPOSED, **facts: Any) -> Collaboration:
    """A group that is proposed to settings, past the services."""
    wanted = {"started_on": date(2026, 11, 2), "asked_by": "Gita Rowe", "enquiry": "A group near us."}
    group: Collaboration = CollaborationFactory(name=name, state=state, **{**wanted, **facts})
    return group


def arranged(
    group: Collaboration, by: User, on: date = date(2026, 12, 8), *, at: datetime | None = None, **facts: Any
) -> Meeting:
    """Its first meeting, from half past six to eight, facilitated by who arranges it."""
    wanted: dict[str, Any] = {
        "place": "Village hall, Vale Road",
        "access_notes": "",
        "online_url": "",
        "facilitated_by": by,
        "actor": Actor.OFFICER,
    }
    when = When(on, facts.pop("starts_at", time(18, 30)), facts.pop("ends_at", time(20)))
    return first.arrange_first_meeting(
        collaboration=group, when=when, **{**wanted, **facts}, by=by, at=at or timezone.now()
    )


def invited(
    meeting: Meeting, by: User, *providers: Provider, contacts: Any = (GITA,), at: datetime | None = None
) -> list[Any]:
    """Settings, and somebody at an address."""
    return first.invite_to_first(
        meeting_id=meeting.pk,
        providers=providers,
        contacts=contacts,
        words="Cake is provided.",
        by=by,
        at=at or timezone.now(),
    )


def first_meeting_of(group: Collaboration, by: User, on: date) -> Meeting:
    """Past the services: of a group in whatever state."""
    row: Meeting = MeetingFactory(
        collaboration=group,
        kind=Meeting.Kind.FIRST,
        title="First meeting",
        on=on,
        starts_at=time(9, 15),
        ends_at=time(10, 15),
        planned_by=by,
        place="Village hall",
    )
    return row


def first_rows(membership: Any, leader: User) -> dict[str, Any]:
    """Rows of the stage: a first meeting to come, to which somebody is invited by email, and a member."""
    meeting = first_meeting_of(membership.collaboration, leader, timezone.localdate() + timedelta(days=25))
    gita, _member = invited(meeting, leader), invited(meeting, leader, membership.provider, contacts=())
    link = TaskLink.objects.get(purpose=FIRST_MEETING, about_id=gita[0].pk)
    return {"first meeting": meeting, "first invited": gita[0], "first link": link}
