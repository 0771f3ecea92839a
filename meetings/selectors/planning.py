"""Reads about meetings: which there are, who is told of them, who answered."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime, time
from typing import Any, NamedTuple

from django.db.models import Count, Q, QuerySet

from accounts.models import User, holds_on
from accounts.selectors import people_to_write_to
from collaborations.models import Collaboration
from core.saving import edition_of
from meetings.models.planning import Answer, Meeting
from meetings.rules.attendance import ATTENDED
from meetings.rules.series import Engagement
from meetings.rules.states import MeetingState
from memberships.models.members import LeaderAppointment, Membership, SettingRole
from memberships.models.offices import OfficeHolder
from memberships.selectors.days import is_member_on, leads_on, not_left_by


class AnswerLine(NamedTuple):
    """A meeting, one of the reader's settings, and what was said for it."""

    meeting: Meeting
    membership: Membership
    answer: Answer | None


def meetings_of(collaboration: Collaboration) -> QuerySet[Meeting]:
    """The meetings of a group, the latest first, each with how many marks it has."""
    rows = Meeting.objects.filter(collaboration=collaboration).select_related("chaired_by")
    return rows.annotate(marks_count=Count("attendance")).order_by("-on", "-starts_at", "-pk")


def meetings_with_counts() -> QuerySet[Meeting]:
    """Every meeting with how many members were marked and how many of them came."""
    rows = Meeting.objects.select_related("collaboration__district", "chaired_by")
    came = Count("attendance", filter=Q(attendance__mark__in=ATTENDED))
    return rows.annotate(came=came, marked=Count("attendance")).order_by("-on", "-starts_at", "-pk")


def meetings_ahead(collaboration_ids: Iterable[Any], *, on: date) -> QuerySet[Meeting]:
    """Those that are not over on a day, and take place, the next one first."""
    rows = Meeting.objects.filter(collaboration__in=collaboration_ids, on__gte=on)
    open_states = (MeetingState.PLANNED, MeetingState.AGENDA_OPEN, MeetingState.PAPERS_SENT)
    return (
        rows.filter(state__in=open_states).select_related("collaboration").order_by("on", "starts_at", "pk")
    )


def meetings_on_days(days: Collection[tuple[int, date]]) -> dict[tuple[int, date], Meeting]:
    """The first meeting of each of some groups on a day that takes place, by the group's id and the day."""
    rows = Meeting.objects.filter(
        collaboration__in={group for group, _on in days}, on__in={on for _group, on in days}
    )
    rows = rows.exclude(state=MeetingState.CANCELLED).order_by("-starts_at", "-pk") if days else rows.none()
    found = {(row.collaboration_id, row.on): row for row in rows}
    return {key: row for key, row in found.items() if key in days}


def began_before(meeting: Meeting, *, path: str = "") -> Q:
    """Meetings that begin before another one: on an earlier day, or earlier on its day. ``path``: from the
    rows to the meeting.
    """
    that_day = Q(**{f"{path}on": meeting.on, f"{path}starts_at__lt": meeting.starts_at})
    return Q(**{f"{path}on__lt": meeting.on}) | that_day


def meeting_in(collaboration: Collaboration, meeting_id: int) -> Meeting | None:
    """A meeting of this group; None where it is another's or there is none."""
    rows = Meeting.objects.filter(collaboration=collaboration, pk=meeting_id)
    return rows.select_related("collaboration", "chaired_by", "planned_by").first()


def meeting_by_id(meeting_id: int) -> Meeting | None:
    """For emails and tasks, with its group and authority."""
    return Meeting.objects.select_related("collaboration", "authority").filter(pk=meeting_id).first()


def meeting_for_update(meeting_id: int) -> Meeting:
    """The row, locked until the transaction ends."""
    rows = Meeting.objects.select_for_update(of=("self",)).select_related("collaboration")
    return rows.get(pk=meeting_id)


def meeting_before(meeting: Meeting, edition: int) -> Any:
    """The meeting as it was until an edition: a row of its history, with the same fields. None where that is
    not known.
    """
    return meeting.history.filter(edition__lt=edition).order_by("-pgh_id").first()  # type: ignore[attr-defined]


def meeting_at(collaboration: Collaboration, on: date, starts_at: time) -> Meeting | None:
    """What takes place at that time already."""
    rows = Meeting.objects.filter(collaboration=collaboration, on=on, starts_at=starts_at)
    return rows.exclude(state=MeetingState.CANCELLED).first()


def people_told(collaboration: Collaboration, *, on: date) -> QuerySet[User]:
    """Who is written to about the meetings of a group: who manages a member setting, leads or holds an
    office.
    """
    members = Membership.objects.filter(is_member_on(on), collaboration=collaboration)
    managers = SettingRole.objects.filter(
        holds_on(on), role=SettingRole.Role.MANAGER, provider__in=members.values("provider_id")
    )
    leaders = LeaderAppointment.objects.filter(leads_on(on), membership__collaboration=collaboration)
    offices = OfficeHolder.objects.filter(holds_on(on), membership__collaboration=collaboration)
    ids = [rows.order_by().values("user_id") for rows in (managers, leaders, offices)]
    return people_to_write_to(ids[0].union(ids[1], ids[2]))


def is_told(user_id: int, collaboration: Collaboration, *, on: date) -> bool:
    """Whether somebody is still written to about the meetings of a group: an email may have waited a week."""
    return people_told(collaboration, on=on).filter(pk=user_id).exists()


def is_member_at(membership: Membership, meeting: Meeting) -> bool:
    """Whether the membership holds on the day of a meeting of the same group."""
    if membership.collaboration_id != meeting.collaboration_id or membership.joined_on > meeting.on:
        return False
    return membership.left_on is None or meeting.on < membership.left_on


def answers_of(meeting: Meeting) -> dict[int, Answer]:
    """The answers by membership."""
    rows = Answer.objects.filter(meeting=meeting).select_related("by")
    return {row.membership_id: row for row in rows}


def edition_of_meeting(meeting: Meeting) -> str:
    """A mark that changes with what the forms show of a meeting."""
    return edition_of(
        meeting.kind,
        meeting.title,
        meeting.on,
        meeting.starts_at,
        meeting.ends_at,
        meeting.place,
        meeting.access_notes,
        meeting.online_url,
        meeting.chaired_by_id,
        meeting.items_until,
    )


def clashes(*, on: date, collaboration: Collaboration) -> list[Meeting]:
    """Meetings of other groups on a day to which a member of this one belongs too, by time."""
    settings = Membership.objects.filter(is_member_on(on), collaboration=collaboration).values("provider_id")
    groups = (
        Membership.objects.filter(is_member_on(on), provider__in=settings)
        .exclude(collaboration=collaboration)
        .values("collaboration_id")
    )
    rows = Meeting.objects.filter(Q(collaboration__in=groups), on=on).exclude(state=MeetingState.CANCELLED)
    return list(rows.select_related("collaboration").order_by("starts_at", "pk"))


def people_named(ids: Iterable[int]) -> dict[int, User]:
    """People by id."""
    return {person.pk: person for person in User.objects.filter(pk__in=ids)}


def may_speak_for(user: User, membership: Membership, *, on: date) -> bool:
    """Whether somebody works at a member setting on a day: whoever does answers and proposes for it."""
    return SettingRole.objects.filter(holds_on(on), user=user, provider=membership.provider_id).exists()


def own_memberships(user: User, collaboration: Collaboration, *, on: date) -> list[Membership]:
    """The memberships in a group of the settings where somebody works, those that begin later too, by
    name.
    """
    settings = SettingRole.objects.filter(holds_on(on), user=user).values("provider_id")
    rows = Membership.objects.filter(not_left_by(on), collaboration=collaboration, provider__in=settings)
    return list(rows.select_related("provider").order_by("provider__name__in_order", "pk"))


def people_who_chair(collaboration: Collaboration, *, on: date) -> dict[int, str]:
    """Whom a meeting can name as its chair: everybody who works at a member setting, by name."""
    members = Membership.objects.filter(not_left_by(on), collaboration=collaboration).values("provider_id")
    roles = SettingRole.objects.filter(holds_on(on), provider__in=members).select_related("user", "provider")
    rows = roles.order_by("user__full_name__in_order", "pk")
    return {row.user_id: f"{row.user} – {row.provider}" for row in rows}


def usual_of(collaboration: Collaboration) -> dict[str, object]:
    """What the last meeting that was planned says, to begin the next one with, but for its name: each has its
    own. Nothing where there is none.
    """
    rows = Meeting.objects.filter(collaboration=collaboration).exclude(kind=Meeting.Kind.FIRST)
    last = rows.order_by("-planned_at", "-pk").first()
    if last is None:
        return {}
    names = ("kind", "starts_at", "ends_at", "place", "access_notes", "online_url")
    return {**{name: getattr(last, name) for name in names}, "chaired_by": last.chaired_by_id}


def answers_to(meetings: Sequence[Meeting], memberships: Sequence[Membership]) -> list[AnswerLine]:
    """What some settings said of some meetings, one line for each pair that can be. One query."""
    rows = Answer.objects.filter(meeting__in=meetings, membership__in=memberships)
    said = {(row.meeting_id, row.membership_id): row for row in rows}
    return [
        AnswerLine(meeting, membership, said.get((meeting.pk, membership.pk)))
        for meeting in meetings
        for membership in memberships
        if not meeting.is_first and is_member_at(membership, meeting)
    ]


def engagements(collaboration: Collaboration, start: date, end: date) -> tuple[Engagement, ...]:
    """What the settings of a group have in other groups in ``[start, end)``. One query."""
    settings = Membership.objects.filter(not_left_by(start), collaboration=collaboration).values(
        "provider_id"
    )
    theirs = Membership.objects.filter(not_left_by(start), provider__in=settings).exclude(
        collaboration=collaboration
    )
    rows = (
        Meeting.objects.filter(collaboration__in=theirs.values("collaboration_id"), on__gte=start, on__lt=end)
        .exclude(state=MeetingState.CANCELLED)
        .select_related("collaboration")
        .annotate(people=Count("collaboration__memberships", filter=Q(collaboration__memberships__in=theirs)))
    )
    return tuple(
        Engagement(
            datetime.combine(row.on, row.starts_at),
            datetime.combine(row.on, row.ends_at),
            str(row.collaboration),
            row.people,
        )
        for row in rows.order_by("on", "starts_at", "pk")
    )
