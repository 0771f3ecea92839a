"""Reads about attendance: who was a member on the day, what is marked, and what it counts for (C7)."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date

from django.db.models import Count, F, Q, QuerySet
from django.utils import timezone

from accounts.models import User, holds_on
from audit.models import Entry
from audit.rules.actions import Action as AuditAction
from collaborations.models import Collaboration
from core.dates import Span
from meetings.models.attendance import Attendance, AttendanceMark, OtherPresent
from meetings.models.planning import Meeting
from meetings.rules.attendance import ATTENDED, NOT_COUNTED, GivenMark, Mark, unmarked, window
from meetings.rules.states import COUNTING, LastMove, MeetingFacts, MeetingState
from memberships.models.members import Membership
from memberships.models.offices import OfficeHolder
from memberships.selectors.days import is_member_on


def members_at(meeting: Meeting) -> list[Membership]:
    """The members on the day of a meeting, by name of the setting."""
    rows = Membership.objects.filter(is_member_on(meeting.on), collaboration=meeting.collaboration_id)
    return list(rows.select_related("provider", "collaboration").order_by("provider__name__in_order", "pk"))


def marks_at(meeting: Meeting) -> dict[int, Attendance]:
    """The marks that stand, by membership."""
    rows = Attendance.objects.filter(meeting=meeting).select_related("by")
    return {row.membership_id: row for row in rows}


def unmarked_at(meeting: Meeting) -> list[Membership]:
    """The members on the day of a meeting of whom nothing is said yet, by name."""
    members = members_at(meeting)
    marked = Attendance.objects.filter(meeting=meeting).order_by().values_list("membership_id", flat=True)
    spans = {row.pk: Span(row.joined_on, row.left_on) for row in members}
    ids = set(unmarked(spans, marked, on=meeting.on))
    return [row for row in members if row.pk in ids]


def others_at(meeting: Meeting) -> list[OtherPresent]:
    """Who else was there, by name."""
    return list(OtherPresent.objects.filter(meeting=meeting))


def other_at(meeting: Meeting, row_id: int) -> OtherPresent | None:
    """A note of somebody else at this meeting; None where it is of another's."""
    return OtherPresent.objects.filter(meeting=meeting, pk=row_id).first()


def given_marks(meeting: Meeting, membership_ids: Collection[int]) -> list[GivenMark]:
    """Every tap for some members, as the rule takes them."""
    rows = AttendanceMark.objects.filter(meeting=meeting, membership__in=membership_ids).order_by("pk")
    return [
        GivenMark(row.membership_id, Mark(row.mark), row.marked_at, row.pk, row.key, row.substitute)
        for row in rows
    ]


def made_by(mark: GivenMark) -> int:
    """The id of who made a tap."""
    return AttendanceMark.objects.values_list("by_id", flat=True).get(pk=mark.number)


def history_of(meeting: Meeting) -> QuerySet[AttendanceMark]:
    """Every tap, the latest first, with who made it and for whom."""
    rows = AttendanceMark.objects.filter(meeting=meeting)
    return rows.select_related("membership__provider", "by").order_by("-marked_at", "-pk")


def counted_marks(*, on: date) -> QuerySet[Attendance]:
    """The marks that count for C7 on a day: of meetings held within the window, for members of that day."""
    return _marks_within(window(on))


def _marks_within(days: Span) -> QuerySet[Attendance]:
    rows = Attendance.objects.filter(
        meeting__state__in=COUNTING,
        meeting__kind__in=Meeting.COUNTED_KINDS,
        meeting__on__gte=days.start,
        meeting__on__lt=days.end,
        membership__joined_on__lte=F("meeting__on"),
    ).filter(Q(membership__left_on=None) | Q(membership__left_on__gt=F("meeting__on")))
    return rows.exclude(mark__in=NOT_COUNTED)


def counts_of(membership_ids: Iterable[int], *, on: date) -> dict[int, tuple[int, int]]:
    """For each of these members at how many counted meetings it could have been, and at how many it was. One
    query.
    """
    return counts_within(membership_ids, days=window(on))


def counts_within(membership_ids: Iterable[int], *, days: Span) -> dict[int, tuple[int, int]]:
    """The same of the meetings between two days, for whoever asks of another time than C7 does (S4)."""
    return _counts(_marks_within(days).filter(membership__in=list(membership_ids)))


def _counts(marks: QuerySet[Attendance]) -> dict[int, tuple[int, int]]:
    """How many of some marks each member has, and how many of having been there."""
    there = Count("pk", filter=Q(mark__in=ATTENDED))
    rows = marks.order_by().values_list("membership_id").annotate(held=Count("pk"), attended=there)
    return {membership_id: (held, attended) for membership_id, held, attended in rows}


def to_recount(*, on: date) -> QuerySet[Membership]:
    """Members whose cached numbers differ from what is counted on a day. Three queries for the authority:
    what is counted is counted once for all members, not once for each.
    """
    counts = _counts(counted_marks(on=on))
    kept = Membership.objects.filter(is_member_on(on)).order_by()
    differing = [
        pk
        for pk, held, attended in kept.values_list("pk", "meetings_held", "meetings_attended")
        if counts.get(pk, (0, 0)) != (held, attended)
    ]
    rows = Membership.objects.filter(pk__in=differing)
    return rows.select_related("provider", "collaboration").order_by("pk")


def marked_and_not_finished(*, before: date) -> list[Meeting]:
    """Meetings of earlier days that have marks and were not recorded as held."""
    rows = Meeting.objects.filter(on__lt=before, attendance__isnull=False)
    return list(rows.exclude(state__in=(MeetingState.HELD, MeetingState.CANCELLED)).order_by("pk").distinct())


def facts_of(meeting: Meeting, *, items: int = 0, has_changes: bool = True) -> MeetingFacts:
    """What a move of a meeting is judged by."""
    came = Attendance.objects.filter(meeting=meeting, mark__in=ATTENDED).count()
    return MeetingFacts(MeetingState(meeting.state), meeting.on, items, came, has_changes)


def holds_chair(user: User, collaboration: Collaboration, *, on: date) -> bool:
    """Whether somebody is the chair of a group on a day."""
    rows = OfficeHolder.objects.filter(holds_on(on), user=user, office=OfficeHolder.Office.CHAIR)
    return rows.filter(membership__collaboration=collaboration).exists()


def every_mark() -> QuerySet[Attendance]:
    """Every mark that stands, the latest meeting first."""
    rows = Attendance.objects.select_related("meeting__collaboration", "membership__provider", "by")
    return rows.order_by("-meeting__on", "-meeting__starts_at", "membership__provider__name__in_order", "pk")


def last_move(meeting: Meeting) -> LastMove:
    """That a meeting was recorded as held: from which state, and on which day by the audit log."""
    entries = Entry.objects.filter(
        about_type=meeting._meta.label_lower, about_id=meeting.pk, action=AuditAction.MEETING_HELD
    )
    at = entries.order_by("-at", "-pk").values_list("at", flat=True).first()
    start = MeetingState.PAPERS_SENT if meeting.sendings.exists() else MeetingState.AGENDA_OPEN
    return LastMove(start, MeetingState.HELD, timezone.localdate(at) if at is not None else meeting.on)
