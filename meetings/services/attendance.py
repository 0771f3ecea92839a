"""Taking attendance (G4), and what it counts for (C7).

Every tap is kept. The latest by the time it was made stands, so taps that come late, twice or in another
order give the same attendance. The numbers on the membership are a cache of what is counted here.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import NamedTuple
from uuid import uuid4

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from audit.rules.actions import Action
from audit.services import record
from core.saving import save_in_words
from core.text import one_line
from core.wording import date_in_words
from meetings.models.attendance import Attendance, AttendanceMark, OtherPresent
from meetings.models.minutes import Minutes
from meetings.models.planning import Meeting
from meetings.rules.attendance import ATTENDED, Mark, instant_of_tap, may_mark, merge
from meetings.rules.minutes import MinutesState
from meetings.rules.states import MeetingState, may_undo
from meetings.selectors import attendance as selectors
from meetings.selectors import planning
from meetings.selectors.guests import guests_to_note
from meetings.services.first_bases import must_not_be_first
from memberships.models.members import Membership
from memberships.services.standing import update_standing

#: So many taps are taken in one request: a queue of a whole meeting, and some.
MAX_TAPS = 200


class Tap(NamedTuple):
    """One tap as a device sends it. ``key`` names it; ``tapped_at`` is by the device's clock, None: just
    now.
    """

    membership_id: int
    mark: Mark
    key: str
    substitute: str = ""
    tapped_at: datetime | None = None


class Taken(NamedTuple):
    """What became of a queue of taps: the keys that are kept now, and why others never will be, by key."""

    kept: list[str]
    refused: dict[str, str]


def record_taps(*, meeting_id: int, taps: Sequence[Tap], by: User, by_chair: bool, at: datetime) -> list[str]:
    """Record taps that are made now, all of them or none; answers their keys.

    ``by_chair``: whether who taps may excuse. Raises ValidationError as the rule refuses (G4).
    """
    with transaction.atomic():
        taken = take_queue(meeting_id=meeting_id, taps=taps, by=by, by_chair=by_chair, at=at)
        if taken.refused:
            raise ValidationError({NON_FIELD_ERRORS: list(taken.refused.values())})
    return taken.kept


@transaction.atomic
def take_queue(
    *,
    meeting_id: int,
    taps: Sequence[Tap],
    sent_at: datetime | None = None,
    by: User,
    by_chair: bool,
    at: datetime,
) -> Taken:
    """Record taps as a device kept them. One that the rule refuses (G4) takes no other with it.

    ``sent_at``: when the device sent them, by its own clock, which is believed only for how long it waited.
    Once the meeting is recorded as held, the standing of these members follows at once. Raises
    ValidationError for more than ``MAX_TAPS``.
    """
    meeting = planning.meeting_for_update(meeting_id)
    must_not_be_first(meeting)
    if len(taps) > MAX_TAPS:
        raise ValidationError(_("Too many marks were sent at once. Send them again in parts."))
    members = {row.pk: row for row in selectors.members_at(meeting)}
    refused: dict[str, str] = {}
    for tap in taps:
        if words := _refusals(meeting, tap, members, by_chair=by_chair, at=at):
            refused[tap.key] = words
    taps = [tap for tap in taps if tap.key not in refused]
    rows = [
        AttendanceMark(
            authority_id=meeting.authority_id,
            meeting=meeting,
            membership_id=tap.membership_id,
            mark=tap.mark,
            substitute=one_line(tap.substitute)[:120] if tap.mark is Mark.SUBSTITUTE else "",
            marked_at=instant_of_tap(
                tapped_at=tap.tapped_at or at, sent_at=(tap.tapped_at and sent_at) or at, received_at=at
            ),
            received_at=at,
            by=by,
            key=tap.key[:36],
        )
        for tap in taps
    ]
    AttendanceMark.objects.bulk_create(rows, ignore_conflicts=True)
    concerned = [members[pk] for pk in {tap.membership_id: None for tap in taps}]
    _let_latest_stand(meeting, concerned, by=by)
    if meeting.state == MeetingState.HELD:
        recount(concerned, on=timezone.localdate(at), by=by)
    return Taken([tap.key for tap in taps], refused)


def _refusals(
    meeting: Meeting, tap: Tap, members: Mapping[int, Membership], *, by_chair: bool, at: datetime
) -> str:
    """Why a tap is not taken, with the name of the member; "" where it is."""
    refused = may_mark(
        mark=tap.mark,
        state=MeetingState(meeting.state),
        meeting_on=meeting.on,
        today=timezone.localdate(at),
        is_member=tap.membership_id in members,
        by_chair=by_chair,
        substitute=tap.substitute,
    )
    words = " ".join(refusal.reason.in_words(_) for refusal in refused)
    member = members.get(tap.membership_id)
    return f"{member.provider}: {words}" if words and member is not None else words


@transaction.atomic
def finish_attendance(*, meeting_id: int, rest_absent: bool, by: User | None, at: datetime) -> Meeting:
    """Record that a meeting was held, and count it. ``rest_absent``: members without a mark were absent.

    Held already, nothing changes but the rest. Raises ValidationError when nobody is marked, and before its
    day.
    """
    meeting = planning.meeting_for_update(meeting_id)
    must_not_be_first(meeting)
    _must_take_place(meeting, at=at)
    members = selectors.members_at(meeting)
    marked = set(selectors.marks_at(meeting))
    rest = [row for row in members if row.pk not in marked]
    if rest_absent and rest and by is not None:
        taps = [Tap(row.pk, Mark.ABSENT, key=str(uuid4())) for row in rest]
        record_taps(meeting_id=meeting.pk, taps=taps, by=by, by_chair=False, at=at)
        marked |= {row.pk for row in rest}
    if not marked:
        raise ValidationError({NON_FIELD_ERRORS: _("Mark at least one member first.")})
    if meeting.state != MeetingState.HELD:
        meeting.state, meeting.check_in_code, meeting.check_in_until = MeetingState.HELD, "", None
        save_in_words(meeting, fields=["state", "check_in_code", "check_in_until"])
        record(
            Action.MEETING_HELD,
            about=meeting,
            by=by,
            collaboration=meeting.collaboration,
            day=date_in_words(meeting.on),
        )
    recount(members, on=timezone.localdate(at), by=by)
    return meeting


@transaction.atomic
def reopen_meeting(*, meeting_id: int, by: User, at: datetime) -> Meeting:
    """Take back, on the day it was recorded, that a meeting was held: it no longer counts. Its marks stay.

    Raises ValidationError later (G1), and once its minutes went to the members.
    """
    meeting = planning.meeting_for_update(meeting_id)
    must_not_be_first(meeting)
    if meeting.state != MeetingState.HELD:
        return meeting
    if Minutes.objects.filter(meeting=meeting).exclude(state=MinutesState.DRAFT).exists():
        raise ValidationError({NON_FIELD_ERRORS: _("The minutes of this meeting are with the members.")})
    last = selectors.last_move(meeting)
    if refused := may_undo(last, today=timezone.localdate(at)):
        raise ValidationError({NON_FIELD_ERRORS: [refusal.reason.in_words(_) for refusal in refused]})
    meeting.state = last.start
    save_in_words(meeting, fields=["state"])
    record(Action.MEETING_REOPENED, about=meeting, by=by, collaboration=meeting.collaboration)
    recount(selectors.members_at(meeting), on=timezone.localdate(at), by=by)
    return meeting


def recount(memberships: Iterable[Membership], *, on: date, by: User | None) -> int:
    """Bring the cached numbers of members up to what is counted on a day (C7); answers how many changed."""
    rows = list(memberships)
    counts = selectors.counts_of([row.pk for row in rows], on=on)
    changed = 0
    for row in rows:
        held, attended = counts.get(row.pk, (0, 0))
        if (row.meetings_held, row.meetings_attended) != (held, attended):
            update_standing(membership=row, held=held, attended=attended, on=on, by=by)
            changed += 1
    return changed


def close_and_recount(*, on: date, at: datetime) -> int:
    """Each night: record as held what was marked and not finished, and let the window of every member move
    on.

    A second run finds nothing left to do.
    """
    for meeting in selectors.marked_and_not_finished(before=on):
        finish_attendance(meeting_id=meeting.pk, rest_absent=False, by=None, at=at)
    return recount(selectors.to_recount(on=on), on=on, by=None)


@transaction.atomic
def add_other(*, meeting_id: int, name: str, role: str, by: User, at: datetime) -> OtherPresent:
    """Note that somebody was there who is no member. The same name twice is one. Raises ValidationError."""
    meeting = planning.meeting_for_update(meeting_id)
    must_not_be_first(meeting)
    _must_take_place(meeting, at=at)
    name = one_line(name)
    row = OtherPresent.objects.filter(meeting=meeting, name=name).first()
    if row is not None:
        return row
    row = OtherPresent(meeting=meeting, name=name, role=one_line(role), by=by, at=at)
    save_in_words(row)
    _record_other(meeting, name, by=by)
    return row


@transaction.atomic
def note_guests(*, meeting_id: int, guest_ids: Collection[int], by: User, at: datetime) -> list[OtherPresent]:
    """Note that these of the invited guests were there. Whoever is noted already, or is invited no longer, is
    left out. Raises ValidationError before the day, and for a cancelled meeting.
    """
    meeting = planning.meeting_for_update(meeting_id)
    names = [guest.name for guest in guests_to_note(meeting) if guest.number in guest_ids]
    return [add_other(meeting_id=meeting_id, name=name, role=_("Guest"), by=by, at=at) for name in names]


@transaction.atomic
def remove_other(*, meeting_id: int, row_id: int, by: User) -> None:
    """Take such a note back. Gone already is gone."""
    meeting = planning.meeting_for_update(meeting_id)
    must_not_be_first(meeting)
    row = OtherPresent.objects.filter(meeting=meeting, pk=row_id).first()
    if row is not None:
        row.delete()
        _record_other(meeting, row.name, by=by)


@transaction.atomic
def check_in(*, meeting_id: int, membership: Membership, code: str, key: str, by: User, at: datetime) -> None:
    """Mark the own setting as present by the code on the wall. Raises ValidationError at "code"."""
    meeting = planning.meeting_for_update(meeting_id)
    is_open = (
        bool(meeting.check_in_code) and meeting.check_in_until is not None and at < meeting.check_in_until
    )
    if not is_open or code.strip().upper() != meeting.check_in_code:
        raise ValidationError(
            {"code": _("That is not the code on the wall, or checking in has ended. Ask whoever chairs.")}
        )
    standing = Attendance.objects.filter(meeting=meeting, membership=membership).first()
    if standing is not None and standing.mark in ATTENDED:
        return
    taps = [Tap(membership.pk, Mark.PRESENT, key=key)]
    record_taps(meeting_id=meeting.pk, taps=taps, by=by, by_chair=False, at=at)


def _let_latest_stand(meeting: Meeting, members: Collection[Membership], *, by: User) -> None:
    """Write the mark that stands for each of these members, where it differs."""
    stands = {
        row.membership_id: row for row in Attendance.objects.filter(meeting=meeting, membership__in=members)
    }
    taken = merge(selectors.given_marks(meeting, [row.pk for row in members]))
    names = {member.pk: member for member in members}
    for membership_id, line in taken.items():
        latest, row = line.current, stands.get(membership_id)
        before = (row.mark, row.substitute) if row is not None else ("", "")
        if before == (latest.mark, latest.substitute):
            continue
        row = row or Attendance(meeting=meeting, membership=names[membership_id])
        row.mark, row.substitute, row.marked_at = latest.mark, latest.substitute, latest.at
        row.by_id = selectors.made_by(latest)
        save_in_words(row)
        if meeting.state == MeetingState.HELD:
            _record_mark(meeting, names[membership_id], before[0], latest.mark, by=by)


def _record_mark(meeting: Meeting, member: Membership, before: str, after: str, *, by: User) -> None:
    """A correction after the meeting is held stands in the audit log; while it is taken, the marks
    themselves do.
    """
    record(
        Action.ATTENDANCE_CORRECTED,
        about=meeting,
        by=by,
        details={"mark": [before, after]},
        collaboration=meeting.collaboration,
        setting=member.provider,
        day=date_in_words(meeting.on),
    )


def _record_other(meeting: Meeting, name: str, *, by: User) -> None:
    """The same of somebody who is no member."""
    if meeting.state == MeetingState.HELD:
        day, group = date_in_words(meeting.on), meeting.collaboration
        record(Action.OTHERS_CORRECTED, about=meeting, by=by, collaboration=group, name=name, day=day)


def _must_take_place(meeting: Meeting, *, at: datetime) -> None:
    if meeting.state == MeetingState.CANCELLED:
        raise ValidationError({NON_FIELD_ERRORS: _("This meeting is cancelled.")})
    if meeting.on > timezone.localdate(at):
        raise ValidationError({NON_FIELD_ERRORS: _("Attendance is taken on the day of the meeting.")})
