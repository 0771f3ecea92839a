"""Planning meetings, moving and cancelling them, and saying who will come (G1, G7)."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any, NamedTuple

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from accounts.models import User
from accounts.services.links import prolong_links
from audit.rules.actions import Action
from audit.services import record
from collaborations.models import Collaboration
from collaborations.selectors import collaboration_for_update
from collaborations.services import refuse
from core.saving import refuse_older_text, save_in_words
from core.text import one_line
from core.wording import date_in_words
from documents.services.outbox import send_email
from meetings.emails.guests import GuestTold
from meetings.emails.planning import MeetingCancelled, MeetingMoved, MeetingRestored, MeetingsPlanned
from meetings.models.planning import Answer, Meeting
from meetings.rules.moves import Actor
from meetings.rules.states import AHEAD, MeetingState, may_change_day, may_move
from meetings.selectors import guests
from meetings.selectors import planning as selectors
from meetings.selectors.attendance import facts_of
from meetings.services.first_bases import (
    keep_first_links_open,
    must_be_the_first,
    must_not_be_first,
    tell_invited,
)
from memberships.models.members import Membership

TAKEN = gettext_noop("Your group has a meeting at that time already.")
#: So many meetings are planned at once.
MAX_SERIES = 24


class When(NamedTuple):
    """A day with the clock times of a meeting, as in England."""

    on: date
    starts_at: time
    ends_at: time


@transaction.atomic
def plan_meetings(
    *,
    collaboration: Collaboration,
    when: Sequence[When],
    kind: str,
    title: str,
    by: User,
    at: datetime,
    place: str = "",
    access_notes: str = "",
    online_url: str = "",
    chaired_by: User | None = None,
    items_until: date | None = None,
) -> list[Meeting]:
    """Plan one meeting, or the meetings of a year, and write to the members once about all of them.

    The same meetings planned twice are planned once. A meeting may lie in the past, to be recorded: then
    nobody is written to. Raises ValidationError at "on", "ends_at" or above the form.
    """
    collaboration = collaboration_for_update(collaboration.pk)
    _must_meet(collaboration)
    if kind == Meeting.Kind.FIRST:
        raise ValueError("a first meeting is arranged by meetings.services.first")
    if not 1 <= len(when) <= MAX_SERIES:
        raise ValidationError(_("Choose at least one day, and at most %(number)d.") % {"number": MAX_SERIES})
    facts: dict[str, Any] = {
        "kind": kind,
        "title": one_line(title),
        "place": one_line(place),
        "access_notes": access_notes,
        "online_url": online_url,
        "chaired_by": chaired_by,
    }
    facts |= {"items_until": items_until if len(when) == 1 else None}
    planned = [_plan(collaboration, day, facts, by=by, at=at) for day in sorted(set(when))]
    new = [meeting for meeting in planned if meeting is not None]
    ahead = [meeting for meeting in new if meeting.ends > at]
    if ahead:
        _write_to_members(
            collaboration, MeetingsPlanned, by=by, on=timezone.localdate(at), meeting_ids=_ids(ahead)
        )
    return new


def _plan(
    collaboration: Collaboration, day: When, facts: Mapping[str, Any], *, by: User, at: datetime
) -> Meeting | None:
    """One of them; None where it is planned already just so."""
    must_be_possible(day)
    same = selectors.meeting_at(collaboration, day.on, day.starts_at)
    if same is not None:
        if _says(same, {**facts, "ends_at": day.ends_at}):
            return None  # pressed twice
        raise ValidationError({"on": _(TAKEN)})
    meeting = Meeting(collaboration=collaboration, **day._asdict(), **facts)
    meeting.planned_by, meeting.planned_at = by, at
    save_in_words(meeting, clash={"on": _(TAKEN)})
    words = date_in_words(meeting.on)
    record(Action.MEETING_PLANNED, about=meeting, by=by, collaboration=collaboration, day=words)
    return meeting


@transaction.atomic
def change_meeting(
    *, meeting_id: int, seen: str, values: Mapping[str, Any], by: User, at: datetime
) -> Meeting:
    """Change a meeting, also its day: papers, items and answers stay, and everybody is told what changed.

    ``values`` are fields of ``Meeting``. Raises ValidationError for an older text, and when it has been held
    or cancelled.
    """
    meeting = selectors.meeting_for_update(meeting_id)
    must_be_ahead(meeting)
    changed = {name: value for name, value in values.items() if getattr(meeting, name) != value}
    if not changed:
        return meeting
    refuse_older_text(seen=seen, mark=selectors.edition_of_meeting(meeting))
    if "on" in changed:
        refuse(may_change_day(facts_of(meeting), changed["on"], today=timezone.localdate(at)))
    before = date_in_words(meeting.on)
    was_moved = bool({"on", "starts_at", "ends_at"} & set(changed))
    shift = changed["on"] - meeting.on if "on" in changed else timedelta()
    for name, value in changed.items():
        setattr(meeting, name, value)
    must_be_possible(When(meeting.on, meeting.starts_at, meeting.ends_at))
    fields = set(changed)
    if was_moved and meeting.items_until is not None and "items_until" not in changed:
        meeting.items_until += shift
        fields.add("items_until")
    told = was_moved or bool({"place", "online_url", "access_notes"} & set(changed))
    if told:
        meeting.edition += 1
        fields.add("edition")
    save_in_words(meeting, clash={"on": _(TAKEN)}, fields=sorted(fields))
    if was_moved:
        _keep_links_open(meeting)
    action = Action.MEETING_MOVED if was_moved else Action.MEETING_CHANGED
    facts: dict[str, Any] = {"before": before, "day": date_in_words(meeting.on)} if was_moved else {}
    record(action, about=meeting, by=by, collaboration=meeting.collaboration, **facts)
    if told and meeting.ends > at:
        _tell_everybody(meeting, MeetingMoved, by=by, at=at, was_moved=int(was_moved))
    return meeting


@transaction.atomic
def cancel_meeting(*, meeting_id: int, because: str, by: User, at: datetime) -> Meeting:
    """Cancel a meeting: it never counts, and everybody is told. Pressed twice is once.

    Raises ValidationError when it has been held, or has agreed the minutes of an earlier meeting.
    """
    meeting = selectors.meeting_for_update(meeting_id)
    if meeting.state == MeetingState.CANCELLED:
        return meeting
    if meeting.minutes_agreed.exists():
        raise ValidationError(_("This meeting agreed the minutes of an earlier one, so it took place."))
    refuse(
        may_move(
            facts_of(meeting),
            MeetingState.CANCELLED,
            actor=Actor.ORGANISER,
            today=timezone.localdate(at),
            words=because,
        )
    )
    meeting.state, meeting.cancelled_because = MeetingState.CANCELLED, one_line(because)
    meeting.edition += 1
    save_in_words(meeting, fields=["state", "cancelled_because", "edition"])
    record(Action.MEETING_CANCELLED, about=meeting, by=by, collaboration=meeting.collaboration)
    if meeting.ends > at:
        _tell_everybody(meeting, MeetingCancelled, by=by, at=at)
    return meeting


@transaction.atomic
def restore_meeting(*, meeting_id: int, by: User, at: datetime) -> Meeting:
    """Take back that a meeting was cancelled, until its day is over: everybody is told.

    Raises ValidationError afterwards, and where another meeting has taken its time.
    """
    meeting = selectors.meeting_for_update(meeting_id)
    if meeting.state != MeetingState.CANCELLED:
        return meeting
    if meeting.on < timezone.localdate(at):
        raise ValidationError({NON_FIELD_ERRORS: _("Its day is over. Plan a new meeting.")})
    must_be_the_first(meeting)
    sent = meeting.sendings.exists()
    items = meeting.items.exists()
    meeting.state = (
        MeetingState.PAPERS_SENT if sent else MeetingState.AGENDA_OPEN if items else MeetingState.PLANNED
    )
    meeting.cancelled_because = ""
    meeting.edition += 1
    clash: dict[str, Any] = {NON_FIELD_ERRORS: _(TAKEN)}
    save_in_words(meeting, clash=clash, fields=["state", "cancelled_because", "edition"])
    record(Action.MEETING_RESTORED, about=meeting, by=by, collaboration=meeting.collaboration)
    _tell_everybody(meeting, MeetingRestored, by=by, at=at)
    return meeting


@transaction.atomic
def answer_meetings(
    *, meetings: Sequence[Meeting], membership: Membership, word: str, by: User, at: datetime
) -> int:
    """Say for a setting whether it will come: to one meeting, or to all of the year. Answers how many are
    new.

    Raises ValidationError when it is no member on that day, or the meeting is over or cancelled.
    """
    number = 0
    for meeting in meetings:
        must_be_ahead(meeting)
        must_not_be_first(meeting)
        if not selectors.is_member_at(membership, meeting):
            raise ValidationError(
                {"word": _("%(setting)s is not a member on that day.") % {"setting": membership.provider}}
            )
        row = Answer.objects.select_for_update().filter(meeting=meeting, membership=membership).first()
        if row is not None and row.word == word:
            continue
        row = row or Answer(meeting=meeting, membership=membership)
        row.word, row.by, row.at = word, by, at
        save_in_words(row)
        number += 1
    return number


@transaction.atomic
def open_check_in(*, meeting_id: int, until: datetime, by: User, at: datetime) -> str:
    """Let whoever is there mark the own setting by a code on the wall, until a time. Answers the code.

    Open already, code and time stay. Raises ValidationError where it is not the day of the meeting.
    """
    meeting = selectors.meeting_for_update(meeting_id)
    must_not_be_first(meeting)
    if meeting.state == MeetingState.CANCELLED or meeting.on != timezone.localdate(at):
        raise ValidationError(_("Members can check in by a code on the day of the meeting."))
    if meeting.check_in_code and meeting.check_in_until is not None and at < meeting.check_in_until:
        return meeting.check_in_code
    meeting.check_in_code = "".join(secrets.choice("ABCDEFGHJKMNPQRSTUVWXYZ23456789") for _i in range(6))
    meeting.check_in_until = until
    save_in_words(meeting, fields=["check_in_code", "check_in_until"])
    record(Action.CHECK_IN_OPENED, about=meeting, by=by, collaboration=meeting.collaboration)
    return meeting.check_in_code


@transaction.atomic
def close_check_in(*, meeting_id: int, by: User) -> None:
    """End the code. Ended already is ended."""
    meeting = selectors.meeting_for_update(meeting_id)
    if meeting.check_in_code:
        meeting.check_in_code, meeting.check_in_until = "", None
        save_in_words(meeting, fields=["check_in_code", "check_in_until"])
        record(Action.CHECK_IN_CLOSED, about=meeting, by=by, collaboration=meeting.collaboration)


def _keep_links_open(meeting: Meeting) -> None:
    """The links of the guests of a meeting that has moved open until after its new day."""
    until = guests.opens_until(meeting)
    for guest in guests.guests_of(meeting).exclude(opens_until=until):
        guest.opens_until = until
        guest.save(update_fields=["opens_until"])
        prolong_links(purpose=guests.GUEST_ITEM, about_id=guest.pk, until=until)
    keep_first_links_open(meeting)


def _must_meet(collaboration: Collaboration) -> None:
    if collaboration.state == Collaboration.State.CLOSED:
        raise ValidationError(_("%(name)s is closed.") % {"name": collaboration})


def must_be_ahead(meeting: Meeting) -> None:
    """Raises ValidationError unless it is still to be held."""
    if meeting.state not in AHEAD:
        held, cancelled = _("This meeting was held already."), _("This meeting is cancelled.")
        raise ValidationError({NON_FIELD_ERRORS: held if meeting.state == MeetingState.HELD else cancelled})


def must_be_possible(when: When) -> None:
    """Raises ValidationError at "ends_at" unless it ends after it begins."""
    if when.ends_at <= when.starts_at:
        raise ValidationError({"ends_at": _("The end must be after the beginning, on the same day.")})


def _says(meeting: Meeting, facts: Mapping[str, Any]) -> bool:
    return all(getattr(meeting, name) == value for name, value in facts.items())


def _ids(meetings: Sequence[Meeting]) -> str:
    return ",".join(str(meeting.pk) for meeting in meetings)


def _tell_everybody(meeting: Meeting, kind: Any, *, by: User, at: datetime, **facts: Any) -> None:
    """The members, or those invited to a first meeting; and the guests of its items."""
    if meeting.is_first:
        tell_invited(meeting)
    else:
        about: dict[str, Any] = {"meeting_id": meeting.pk, "edition": meeting.edition, **facts}
        _write_to_members(meeting.collaboration, kind, by=by, on=timezone.localdate(at), **about)
    _tell_guests(meeting)


def _tell_guests(meeting: Meeting) -> None:
    """Guests hear of another day, time or place, and that it is cancelled or takes place after all."""
    for guest, link in guests.invited_to(meeting):
        send_email(GuestTold(guest_id=guest.pk, link_id=link.pk, edition=meeting.edition))


def _write_to_members(collaboration: Collaboration, kind: Any, *, by: User, on: date, **facts: Any) -> None:
    """To everybody who is written to about meetings of the group, apart from who did it."""
    for person in selectors.people_told(collaboration, on=on):
        if person.pk != by.pk:
            send_email(kind(user_id=person.pk, by_id=by.pk, **facts))
