"""Meetings for tests, made in the authority in scope, through the services."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from io import BytesIO
from typing import Any

from django.utils import timezone
from factory import LazyFunction, SubFactory
from factory.django import DjangoModelFactory

from accounts.models import TaskLink, User
from collaborations.models import Collaboration
from core.dates import Span
from meetings.models.holidays import SchoolHoliday
from meetings.models.minutes import Minutes
from meetings.models.planning import Meeting
from meetings.rules.attendance import Mark
from meetings.rules.holidays import Holiday
from meetings.rules.minutes import Agreement
from meetings.selectors.guests import GUEST_ITEM
from meetings.services import (
    actions,
    agenda,
    attendance,
    guests,
    holidays,
    minutes,
    minutes_agreed,
    planning,
    safeguarding,
)
from meetings.services.planning import When, plan_meetings
from providers.models import Provider
from tests.factories.collaborations import CollaborationFactory

FOUR, SIX = time(16), time(18)


class MeetingFactory(DjangoModelFactory[Meeting]):
    """Planned, past the services: for counting queries."""

    class Meta:
        model = Meeting

    collaboration = SubFactory(CollaborationFactory)
    title = "Autumn meeting"
    on = date(2026, 12, 8)
    starts_at = FOUR
    ends_at = SIX
    planned_at = LazyFunction(timezone.now)


def meeting_on(
    collaboration: Collaboration, on: date, by: User, *, at: datetime | None = None, **facts: Any
) -> Meeting:
    """A meeting from four to six, planned now or at an instant."""
    when = When(on, facts.pop("starts_at", FOUR), facts.pop("ends_at", SIX))
    facts = {"kind": Meeting.Kind.REGULAR, "title": "Autumn meeting", "place": "Acorns, Mill Road", **facts}
    return plan_meetings(collaboration=collaboration, when=[when], **facts, by=by, at=at or timezone.now())[0]


def item_on(meeting: Meeting, by: User, title: str = "Settling in", **facts: Any) -> Any:
    values = {"title": title, "purpose": "discussion", "minutes": 20, "words": "", **facts}
    return agenda.add_item(meeting_id=meeting.pk, values=values, by=by, at=timezone.now())


def paper_for(
    meeting: Meeting, item: Any, by: User, title: str = "Figures", words: bytes = b"Twelve."
) -> Any:
    return agenda.add_paper(
        meeting_id=meeting.pk,
        item=item,
        title=title,
        file=BytesIO(words),
        name="figures.txt",
        by=by,
        at=timezone.now(),
    )


def action_of(
    meeting: Meeting, owner: Provider | None, by: User, what: str = "Buy a shared store", **facts: Any
) -> Any:
    wanted: dict[str, Any] = {"item": None, "due_on": meeting.on + timedelta(days=30), "at": timezone.now()}
    return actions.add_action(meeting_id=meeting.pk, what=what, owner=owner, by=by, **{**wanted, **facts})


def tap(membership: Any, mark: Mark = Mark.PRESENT, key: str = "", substitute: str = "") -> attendance.Tap:
    return attendance.Tap(membership.pk, mark, key=key or f"{membership.pk}-{mark}", substitute=substitute)


def held(meeting: Meeting, marks: dict[Any, Mark], by: User, *, at: datetime | None = None) -> Meeting:
    """Its members marked, and recorded as held, on its own day unless an instant is given."""
    when = at or meeting.begins + timedelta(hours=1)
    taps = [
        tap(member, mark, substitute="Jo" if mark is Mark.SUBSTITUTE else "")
        for member, mark in marks.items()
    ]
    attendance.record_taps(meeting_id=meeting.pk, taps=taps, by=by, by_chair=True, at=when)
    return attendance.finish_attendance(meeting_id=meeting.pk, rest_absent=False, by=by, at=when)


def school_holiday(by: User, *, on: date, days: int = 5, name: str = "Half term") -> SchoolHoliday:
    """One that begins on a day."""
    span = Span(on, on + timedelta(days=days))
    return holidays.add_holidays(holidays=[Holiday(name, span)], by=by)[0]


def meetings_rows(membership: Any, leader: User) -> dict[str, Any]:
    """Rows of the stage: a meeting to come with items, a paper and a guest; one of today with somebody
    beside.
    """
    today = timezone.localdate()
    ahead = meeting_on(membership.collaboration, today + timedelta(days=20), leader)
    agenda.open_agenda(meeting_id=ahead.pk, by=leader)
    ahead.refresh_from_db()
    item, other = item_on(ahead, leader), item_on(ahead, leader, "Money")
    paper = paper_for(ahead, item, leader)
    guest = guests.invite_guest(
        item=item, name="Gus Gale", email="gus@example.org", words="", by=leader, at=timezone.now()
    )
    now = meeting_on(membership.collaboration, today, leader, title="Today's meeting")
    guests.invite_guest(
        item=item_on(now, leader, "A guest of today"),
        name="Gail Guest",
        email="gail@example.org",
        words="",
        by=leader,
        at=timezone.now(),
    )
    attendance.record_taps(
        meeting_id=now.pk, taps=[tap(membership)], by=leader, by_chair=True, at=timezone.now()
    )
    beside = attendance.add_other(
        meeting_id=now.pk, name="Ola Beside", role="Officer", by=leader, at=timezone.now()
    )
    action = action_of(now, membership.provider, leader)
    return {
        "school holiday": school_holiday(leader, on=today + timedelta(days=200)),
        "meeting action": action,
        **minutes_rows(membership, leader),
        "meeting": ahead,
        "item": item,
        "other item": other,
        "paper": paper,
        "guest": guest,
        "guest link": TaskLink.objects.get(purpose=GUEST_ITEM, about_id=guest.pk),
        "meeting today": now,
        "other present": beside,
    }


def minutes_rows(membership: Any, leader: User) -> dict[str, Any]:
    """Rows of the stage: minutes that are with the members, with a decision and a correction that waits, and
    earlier ones that are agreed; and routes for a concern that were given.
    """
    on, at, group = timezone.localdate(), timezone.now(), membership.collaboration
    early = meeting_on(group, on - timedelta(days=16), leader, title="Early autumn meeting")
    recent = meeting_on(group, on - timedelta(days=9), leader, title="Late autumn meeting")
    item = item_on(recent, leader, "What we learnt")
    for meeting in (early, recent):
        held(meeting, {membership: Mark.PRESENT}, leader, at=at)
        sent(meeting, leader)
    decision = minutes.record_decision(
        meeting_id=recent.pk, item=item, words="We share the store.", by=leader, at=at
    )
    correction = minutes_agreed.propose_correction(
        meeting_id=recent.pk,
        item=item,
        words="It was twelve.",
        provider=membership.provider,
        by=leader,
        at=at,
    )
    agreed(early, recent, leader)
    routes = safeguarding.record_routes_given(
        meeting_id=recent.pk, routes=["emergency"], is_confirmed=True, by=leader, at=at
    )
    return {
        "agreed meeting": early,
        "minutes meeting": recent,
        "minutes item": item,
        "minutes": Minutes.objects.get(meeting=recent),
        "decision": decision,
        "correction": correction,
        "routes given": routes,
    }


def meetings_in_other_states(
    membership: Any, leader: User, meeting: Meeting, today: Meeting
) -> list[Meeting]:
    """For walking every page: one planned, one cancelled, one held, an item proposed, and two of today, of
    which members check in by a code to one.
    """
    group, now, on = membership.collaboration, timezone.now(), timezone.localdate()
    spring = meeting_on(group, on + timedelta(days=50), leader, title="Spring meeting")
    early = meeting_on(group, on, leader, title="Early meeting", starts_at=time(7), ends_at=time(8))
    snowed = meeting_on(group, on + timedelta(days=60), leader, title="Summer meeting")
    planning.cancel_meeting(meeting_id=snowed.pk, because="Snow", by=leader, at=now)
    before = meeting_on(group, on - timedelta(days=1), leader, title="Yesterday's meeting")
    held(before, {membership: Mark.PRESENT}, leader, at=now)
    planning.open_check_in(meeting_id=today.pk, until=now + timedelta(hours=1), by=leader, at=now)
    agenda.propose_item(
        meeting_id=meeting.pk,
        title="A shared store",
        words="",
        purpose="decision",
        minutes=10,
        by=leader,
        provider=membership.provider,
        at=now,
    )
    return [spring, early, snowed, before, today]


def written(
    meeting: Meeting, by: User, words: str = "We met.", *, number: int = 0, at: datetime | None = None
) -> Any:
    """Minutes of a held meeting with a text under an item, or under none."""
    return minutes.write_minutes(
        meeting_id=meeting.pk,
        typed=[minutes.Typed(number, words)],
        page="factory",
        by=by,
        at=at or timezone.now(),
    )


def sent(meeting: Meeting, by: User, words: str = "We met.", *, at: datetime | None = None) -> Any:
    """Minutes that are with the members."""
    written(meeting, by, words, at=at)
    return minutes_agreed.send_minutes(meeting_id=meeting.pk, by=by, at=at or timezone.now())


def agreed(meeting: Meeting, later: Meeting, by: User, *, at: datetime | None = None) -> Any:
    """The same, agreed by a later meeting as they were sent."""
    return minutes_agreed.agree_minutes(
        meeting_id=meeting.pk,
        at_meeting_id=later.pk,
        agreement=Agreement.AS_SENT,
        changes="",
        by=by,
        at=at or timezone.now(),
    )
