"""The first meeting of a forming group (C1, G1): arranged, people invited, answered, and who came.

The group's life moves by it: arranging makes it "First meeting", and saying who came records that it met.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from cryptography.fernet import InvalidToken
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from accounts.services.links import make_link, take_back_links
from audit.rules.actions import Action
from audit.services import record
from collaborations.models import Collaboration
from collaborations.rules import Actor, State
from collaborations.selectors import collaboration_for_update
from collaborations.services import record_first_meeting, refuse
from core.keys import Use, box_for
from core.saving import save_in_words
from core.text import one_line, several_lines
from core.wording import date_in_words, time_in_words
from documents.services.outbox import send_email
from meetings.emails.first import FirstInvitation, FirstReminder
from meetings.models.attendance import OtherPresent
from meetings.models.first import FirstInvited, FirstNeeds
from meetings.models.planning import Meeting
from meetings.rules.first import MAX_INVITED, is_reminded, may_arrange, may_say_who_came
from meetings.rules.states import MeetingState
from meetings.selectors import first as selectors
from meetings.selectors import planning
from meetings.services.planning import When, must_be_ahead, must_be_possible
from memberships.selectors.people import managers_of_settings
from memberships.services.life import move_on
from memberships.services.permissions import take_turn
from providers.models import Provider

#: What the needs of those who come are locked for.
ABOUT = "needs at a first meeting"


class Contact(NamedTuple):
    """Somebody who is invited at an address, and where they work, if it is known."""

    name: str
    email: str
    works_at: str = ""


@transaction.atomic
def arrange_first_meeting(
    *,
    collaboration: Collaboration,
    when: When,
    place: str,
    access_notes: str,
    online_url: str,
    facilitated_by: User | None,
    actor: Actor,
    by: User,
    at: datetime,
) -> Meeting:
    """Plan the first meeting of a group that is being formed; from "proposed" that is also the move to "first
    meeting". Nobody is written to before they are invited.

    Pressed twice is once. Raises ValidationError at "on", "place" and "ends_at", and where there is one
    already or the group has met.
    """
    take_turn()
    collaboration = collaboration_for_update(collaboration.pk)
    today = timezone.localdate(at)
    there = selectors.first_meeting_in(collaboration)
    if there is not None and (there.on, there.starts_at, there.planned_by_id) == (
        when.on,
        when.starts_at,
        by.pk,
    ):
        return there
    refuse(may_arrange(selectors.facts_of_first(collaboration), on=when.on, today=today))
    must_be_possible(when)
    if not one_line(place) and not online_url:
        raise ValidationError({"place": _("Enter where you meet, or a link to join online.")})
    meeting = Meeting(collaboration=collaboration, kind=Meeting.Kind.FIRST, **when._asdict())
    meeting.title, meeting.place, meeting.online_url = _("First meeting"), one_line(place), online_url
    meeting.access_notes, meeting.chaired_by = access_notes, facilitated_by
    meeting.planned_by, meeting.planned_at = by, at
    save_in_words(meeting, clash={"on": _("Your group has a meeting at that time already.")})
    day = date_in_words(meeting.on)
    record(Action.MEETING_PLANNED, about=meeting, by=by, collaboration=collaboration, day=day)
    if collaboration.state == State.PROPOSED:
        facts: dict[str, Any] = {"to": State.INITIAL_MEETING, "on": today, "words": _in_words(meeting)}
        move_on(collaboration=collaboration, **facts, actor=actor, by=by, at=at)
    return meeting


@transaction.atomic
def invite_to_first(
    *,
    meeting_id: int,
    providers: Sequence[Provider] = (),
    contacts: Sequence[Contact] = (),
    words: str = "",
    by: User,
    at: datetime,
) -> list[FirstInvited]:
    """Invite settings, by an email to each of their managers, and people at their addresses. Answers those
    who are new: whoever is invited already gets nothing.

    Raises ValidationError at "settings" where nobody is known at one of them, where nobody is named, too many
    are, or the meeting is over.
    """
    meeting = _ahead(meeting_id)
    if not providers and not contacts:
        raise ValidationError({"settings": _("Tick a setting, or enter a name and an email address.")})
    there = list(selectors.invited_to_first(meeting))
    known = {row.provider_id for row in there if row.provider_id}
    addresses = {row.email for row in there if row.email}
    managers = managers_of_settings([row.pk for row in providers], on=timezone.localdate(at))
    new = []
    for provider in providers:
        if provider.pk in known:
            continue
        if provider.pk not in managers:
            sentence = _("Nobody at %(setting)s can sign in yet. Invite somebody there by email.")
            raise ValidationError({"settings": sentence % {"setting": provider}})
        new.append(FirstInvited(provider=provider))
    for contact in contacts:
        email = contact.email.strip().lower()
        if email not in addresses:
            addresses.add(email)
            new.append(
                FirstInvited(name=one_line(contact.name), email=email, works_at=one_line(contact.works_at))
            )
    if len(there) + len(new) > MAX_INVITED:
        raise ValidationError(_("At most %(number)d can be invited.") % {"number": MAX_INVITED})
    for invited in new:
        invited.meeting, invited.words, invited.asked_on = meeting, one_line(words), timezone.localdate(at)
        invited.invited_by, invited.invited_at = by, at
        save_in_words(invited)
        _record(Action.FIRST_MEETING_INVITED, invited, by=by)
        for email, user in _addresses(invited, managers):
            link = _link(invited, email, user, at=at)
            send_email(FirstInvitation(invited_id=invited.pk, link_id=link.pk))
    return new


@transaction.atomic
def withdraw_invited(*, invited: FirstInvited, by: User, at: datetime) -> None:
    """Take an invitation back: its links open nothing from now on. Taken back already is taken back.

    Raises ValidationError once the meeting is over: who was invited stays on record.
    """
    meeting = _ahead(invited.meeting_id)
    invited = selectors.invited_for_update(invited.pk)
    invited.meeting = meeting
    if invited.withdrawn_at is not None:
        return
    invited.withdrawn_at = at
    save_in_words(invited, fields=["withdrawn_at"])
    FirstNeeds.objects.filter(invited=invited).delete()
    take_back_links(purpose=selectors.FIRST_MEETING, about_id=invited.pk, at=at)
    _record(Action.FIRST_MEETING_UNINVITED, invited, by=by)


@transaction.atomic
def remind_invited(*, meeting_id: int, by: User, at: datetime) -> int:
    """Ask those who have not answered once more, by the link they have. Answers how many were asked: nobody
    twice within two days.
    """
    meeting, today = _ahead(meeting_id), timezone.localdate(at)
    rows = [
        row
        for row in selectors.invited_to_first(meeting)
        if is_reminded(row.word, last_on=row.asked_on, today=today)
    ]
    for invited, link in selectors.links_of(rows):
        send_email(FirstReminder(invited_id=invited.pk, link_id=link.pk, asked_on=str(today)))
    for invited in rows:
        invited.asked_on = today
        save_in_words(invited, fields=["asked_on"])
    if rows:
        facts: dict[str, Any] = {"collaboration": meeting.collaboration, "number": len(rows)}
        record(Action.FIRST_MEETING_REMINDED, about=meeting, by=by, **facts)
    return len(rows)


@transaction.atomic
def answer_first(
    *, invited: FirstInvited, word: str, people: str, needs: str, by: User | None, at: datetime
) -> None:
    """Say whether somebody who is invited comes, who comes, and what they need. The latest word stands.

    ``by``: None by a link without an account. Raises ValidationError when the meeting is over or cancelled,
    or the invitation was taken back.
    """
    meeting = _ahead(invited.meeting_id)
    invited = selectors.invited_for_update(invited.pk)
    if invited.withdrawn_at is not None:
        raise ValidationError({NON_FIELD_ERRORS: _("This invitation was taken back.")})
    invited.meeting = meeting
    people = one_line(people) if word != FirstInvited.Word.NO else ""
    _keep_needs(invited, needs if word != FirstInvited.Word.NO else "")
    if (invited.word, invited.people) == (word, people):
        return  # pressed twice
    invited.word, invited.people, invited.answered_at = word, people, at
    save_in_words(invited, fields=["word", "people", "answered_at"])
    _record(Action.FIRST_MEETING_ANSWERED, invited, by=by, answer=str(invited.get_word_display()))


@transaction.atomic
def say_who_came(
    *,
    meeting_id: int,
    came: Collection[int],
    others: Sequence[str],
    notes: str,
    corrects: bool = False,
    by: User,
    at: datetime,
) -> Meeting:
    """Record that a first meeting was held, who came of those invited (their ids) and who else, and what was
    agreed: the life of the group has it from here (C1). ``corrects`` puts right what was said.

    Raises ValidationError before its day, where nobody came, and where somebody has recorded it
    meanwhile.
    """
    group_id = Meeting.objects.values_list("collaboration_id", flat=True).get(pk=meeting_id)
    take_turn()
    collaboration = collaboration_for_update(group_id)
    meeting = planning.meeting_for_update(meeting_id)
    names = list(dict.fromkeys(name for name in map(one_line, others) if name))
    number = len(set(came)) + len(names)
    facts: dict[str, Any] = {"meeting_on": meeting.on, "today": timezone.localdate(at), "number": number}
    refuse(may_say_who_came(MeetingState(meeting.state), **facts))
    was_held = meeting.state == MeetingState.HELD
    _keep_who_came(meeting, came, must_be_same=was_held and not corrects)
    _keep_others(meeting, names, by=by, at=at)
    if not was_held:
        meeting.state = MeetingState.HELD
        save_in_words(meeting, fields=["state"])
        day = date_in_words(meeting.on)
        record(Action.MEETING_HELD, about=meeting, by=by, collaboration=collaboration, day=day)
    record_first_meeting(
        collaboration=collaboration,
        held_on=meeting.on,
        place=meeting.place or meeting.online_url[:200],
        facilitated_by=meeting.chaired_by,
        notes=notes,
        came=number,
        corrects=corrects,
        by=by,
        at=at,
    )
    return meeting


# --- needs --------------------------------------------------------------------------------------------------


def needs_at_first(invited: FirstInvited) -> str:
    """What somebody said they need; "" where it is nothing, or no key opens it."""
    needs = FirstNeeds.objects.filter(invited=invited).first()
    return _opened(needs) if needs is not None else ""


@transaction.atomic
def read_needs_at_first(*, meeting: Meeting, by: User, at: datetime) -> list[tuple[FirstInvited, str]]:
    """What those who come need, for who arranges the meeting; that it was read is recorded. Nothing once the
    day is over.
    """
    if timezone.localdate(at) > meeting.on:
        return []
    rows = FirstNeeds.objects.filter(invited__meeting=meeting, invited__withdrawn_at=None)
    read = [(row.invited, _opened(row)) for row in rows.select_related("invited__provider").order_by("pk")]
    if read:
        record(Action.NEEDS_READ, about=meeting, by=by, number=len(read))
    return read


@transaction.atomic
def delete_needs_of_first(*, at: datetime) -> int:
    """Delete what those invited need of meetings whose day is over, or which are cancelled. Answers how many;
    run again: none.
    """
    today = timezone.localdate(at)
    number = 0
    for meeting in selectors.with_needs_until(today):
        deleted, _by_model = FirstNeeds.objects.filter(invited__meeting=meeting).delete()
        number += deleted
        record(Action.NEEDS_DELETED, about=meeting, by=None, number=deleted)
    return number


def _keep_needs(invited: FirstInvited, words: str) -> None:
    words = several_lines(words)
    if not words:
        FirstNeeds.objects.filter(invited=invited).delete()
        return
    needs = FirstNeeds.objects.filter(invited=invited).first() or FirstNeeds(invited=invited)
    needs.sealed = box_for(Use.NEEDS, ABOUT).encrypt(words.encode()).decode()
    save_in_words(needs)


def _opened(needs: FirstNeeds) -> str:
    try:
        return box_for(Use.NEEDS, ABOUT).decrypt(needs.sealed.encode()).decode()
    except InvalidToken:
        return ""


# --- shared -------------------------------------------------------------------------------------------------


def _ahead(meeting_id: int) -> Meeting:
    """The meeting, locked. Raises ValidationError unless it is a first one still to be held."""
    meeting = planning.meeting_for_update(meeting_id)
    if not meeting.is_first:
        raise ValueError("people are invited to the first meeting of a group alone")
    must_be_ahead(meeting)
    return meeting


def _addresses(invited: FirstInvited, managers: dict[int, list[User]]) -> list[tuple[str, User | None]]:
    if invited.provider_id is None:
        return [(invited.email, None)]
    return [(user.email, user) for user in managers[invited.provider_id]]


def _link(invited: FirstInvited, email: str, user: User | None, *, at: datetime) -> Any:
    days = selectors.days_open(invited.meeting, at=at)
    about: dict[str, Any] = {"purpose": selectors.FIRST_MEETING, "about_id": invited.pk}
    return make_link(**about, email=email, user=user, at=at, days=days)


def _keep_who_came(meeting: Meeting, came: Collection[int], *, must_be_same: bool) -> None:
    """Raises ValidationError where it was recorded already, and somebody says otherwise without seeing it."""
    rows = list(selectors.invited_to_first(meeting))
    if must_be_same and {row.pk for row in rows if row.came} != set(came):
        raise ValidationError(
            {NON_FIELD_ERRORS: _("Somebody has recorded who came in the meantime. Look at it first.")}
        )
    for invited in rows:
        if invited.came is not (invited.pk in came):
            invited.came = invited.pk in came
            save_in_words(invited, fields=["came"])


def _keep_others(meeting: Meeting, names: Sequence[str], *, by: User, at: datetime) -> None:
    """Who came without being invited: these names and no others."""
    OtherPresent.objects.filter(meeting=meeting).exclude(name__in=names).delete()
    there = set(OtherPresent.objects.filter(meeting=meeting).values_list("name", flat=True))
    for name in names:
        if name not in there:
            save_in_words(OtherPresent(meeting=meeting, name=name, by=by, at=at))


def _record(action: Action, invited: FirstInvited, *, by: User | None, **facts: Any) -> None:
    group = invited.meeting.collaboration
    record(action, about=invited.meeting, by=by, collaboration=group, who=str(invited), **facts)


def _in_words(meeting: Meeting) -> str:
    """First meeting: 4 December 2026, 6:30pm, Larkton library."""
    words = {
        "day": date_in_words(meeting.on),
        "time": time_in_words(meeting.starts_at),
        "place": meeting.place or _("online"),
    }
    return _("First meeting: %(day)s, %(time)s, %(place)s.") % words
