"""Reads about meetings: which there are, who is told of them, who answered."""

from __future__ import annotations

from datetime import date, time

from django.db.models import Count, Q, QuerySet

from accounts.models import User, holds_on
from accounts.selectors import people_to_write_to
from collaborations.models import Collaboration
from core.saving import edition_of
from meetings.models.planning import Answer, Meeting
from meetings.rules.states import MeetingState
from memberships.models.members import LeaderAppointment, Membership, SettingRole
from memberships.models.offices import OfficeHolder
from memberships.selectors.days import is_member_on, leads_on


def meetings_of(collaboration: Collaboration) -> QuerySet[Meeting]:
    """The meetings of a group, the latest first, each with how many marks it has."""
    rows = Meeting.objects.filter(collaboration=collaboration).select_related("chaired_by")
    return rows.annotate(marks_count=Count("attendance")).order_by("-on", "-starts_at", "-pk")


def meetings_ahead(collaboration_ids: object, *, on: date) -> QuerySet[Meeting]:
    """Those that are not over on a day, and take place, the next one first."""
    rows = Meeting.objects.filter(collaboration__in=collaboration_ids, on__gte=on)
    open_states = (MeetingState.PLANNED, MeetingState.AGENDA_OPEN, MeetingState.PAPERS_SENT)
    return rows.filter(state__in=open_states).select_related("collaboration").order_by("on", "starts_at", "pk")


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


def meeting_at(collaboration: Collaboration, on: date, starts_at: time) -> Meeting | None:
    """What takes place at that time already."""
    rows = Meeting.objects.filter(collaboration=collaboration, on=on, starts_at=starts_at)
    return rows.exclude(state=MeetingState.CANCELLED).first()


def people_told(collaboration: Collaboration, *, on: date) -> QuerySet[User]:
    """Who is written to about the meetings of a group: who manages a member setting, leads or holds an office."""
    members = Membership.objects.filter(is_member_on(on), collaboration=collaboration)
    managers = SettingRole.objects.filter(
        holds_on(on), role=SettingRole.Role.MANAGER, provider__in=members.values("provider_id")
    )
    leaders = LeaderAppointment.objects.filter(leads_on(on), membership__collaboration=collaboration)
    offices = OfficeHolder.objects.filter(holds_on(on), membership__collaboration=collaboration)
    ids = [rows.order_by().values("user_id") for rows in (managers, leaders, offices)]
    return people_to_write_to(ids[0].union(ids[1], ids[2]))


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


def people_named(ids: object) -> dict[int, User]:
    """People by id."""
    return {person.pk: person for person in User.objects.filter(pk__in=ids)}
