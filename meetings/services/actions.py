"""What a meeting gives settings to do (G5): recorded in place, changed, done, given a new day, handed over,
taken out. Whoever does it hears of all that a meeting gave in one email.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import date, datetime
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from audit.rules.actions import Action
from audit.services import record
from collaborations.services import refuse
from core.saving import refuse_older_text, save_in_words
from core.text import one_line
from core.wording import date_in_words
from documents.services.outbox import send_email
from meetings.emails.actions import MeetingActionsGiven, written
from meetings.models.actions import MeetingAction
from meetings.models.agenda import AgendaItem
from meetings.models.planning import Meeting
from meetings.rules import actions as rules
from meetings.rules.states import MeetingState
from meetings.selectors import actions as selectors
from meetings.selectors import planning
from memberships.selectors.doing import who_does
from memberships.services.doing import (
    must_be_member,
    must_be_to_come,
    must_not_be_to_come,
    must_work_there,
)
from providers.models import Provider

#: So many of one meeting.
MAX_ACTIONS = 100


@transaction.atomic
def add_action(
    *,
    meeting_id: int,
    item: AgendaItem | None,
    what: str,
    owner: Provider | None,
    due_on: date | None,
    by: User,
    at: datetime,
    person: User | None = None,
) -> MeetingAction:
    """Record what a setting does, at a meeting of today or before, under one of its items or none. The same
    one pressed twice is one.

    Raises ValidationError for a meeting that is to come or cancelled, at "owner" when that setting is no
    member today, and at "person" when that person does not work there.
    """
    meeting, on = planning.meeting_for_update(meeting_id), timezone.localdate(at)
    refuse(rules.may_record(state=MeetingState(meeting.state), meeting_on=meeting.on, today=on, what=what))
    item = _item_there(meeting, item)
    must_be_member(owner, meeting.collaboration, on=on)
    must_work_there(person, owner, on=on)
    facts: dict[str, Any] = {
        "item": item,
        "what": one_line(what),
        "owner": owner,
        "person": person,
        "due_on": due_on,
    }
    rows = MeetingAction.objects.filter(meeting=meeting)
    same = rows.filter(done_on=None, **facts).first()
    if same is not None:
        return same
    if rows.count() >= MAX_ACTIONS:
        raise ValidationError(_("A meeting has at most %(number)d actions.") % {"number": MAX_ACTIONS})
    action = MeetingAction(meeting=meeting, **facts, given_by=by, given_at=at, changed_at=at)
    action.as_agreed = _as_agreed(action)
    save_in_words(action)
    _record(Action.MEETING_ACTION_WRITTEN, action, by)
    return action


@transaction.atomic
def change_action(
    *,
    action_id: int,
    item: AgendaItem | None,
    what: str,
    owner: Provider | None,
    due_on: date | None,
    done_on: date | None,
    seen: str,
    by: User,
    at: datetime,
    person: User | None = None,
) -> MeetingAction:
    """Write an action anew; ``done_on=None`` also takes back that it was done, with what was said of it.

    Whoever does it already may stay, even after leaving the group; a new owner must be a member today. Raises
    ValidationError when somebody wrote meanwhile, or has taken it out.
    """
    action, on = _action(action_id), timezone.localdate(at)
    if owner is not None and owner.pk != action.owner_id:
        must_be_member(owner, action.meeting.collaboration, on=on)
    if (person, owner) != (action.person, action.owner):
        must_work_there(person, owner, on=on)
    if done_on is not None:
        must_not_be_to_come(done_on, on=on)
    wanted: dict[str, Any] = {
        "item": _item_there(action.meeting, item),
        "what": one_line(what),
        "owner": owner,
        "person": person,
        "due_on": due_on,
        "done_on": done_on,
        **({} if done_on else {"done_words": ""}),
    }
    changes = {name: value for name, value in wanted.items() if getattr(action, name) != value}
    if not changes:
        return action
    refuse_older_text(seen=seen, mark=selectors.edition_of_action(action))
    _write(action, changes, by=by, at=at)
    action.as_agreed = _as_agreed(action)
    action.save(update_fields=["as_agreed"])
    _record(Action.MEETING_ACTION_WRITTEN, action, by)
    return action


@transaction.atomic
def finish_action(*, action_id: int, done_on: date, by: User, at: datetime, words: str = "") -> MeetingAction:
    """Record that an action is done, and in a word how it went. Recorded already stays as it is.

    Raises ValidationError for a day to come.
    """
    action = _action(action_id)
    if action.done_on is not None:
        return action  # pressed twice
    must_not_be_to_come(done_on, on=timezone.localdate(at))
    action.done_on, action.done_words = done_on, one_line(words)
    save_in_words(action, fields=["done_on", "done_words"])
    _record(Action.MEETING_ACTION_DONE, action, by)
    return action


@transaction.atomic
def postpone_action(*, action_id: int, due_on: date, by: User, at: datetime) -> MeetingAction:
    """Give an action that is not done yet a new day. The same day pressed twice is one.

    Raises ValidationError for a day in the past, and when it is done.
    """
    action = _action(action_id)
    if action.done_on is not None:
        raise ValidationError({NON_FIELD_ERRORS: _("It is recorded as done meanwhile.")})
    must_be_to_come(due_on, on=timezone.localdate(at))
    if action.due_on != due_on:
        _write(action, {"due_on": due_on}, by=by, at=at)
        _record(Action.MEETING_ACTION_POSTPONED, action, by, day=date_in_words(due_on))
    return action


@transaction.atomic
def remove_action(*, action_id: int, by: User) -> None:
    """Take out an action that was recorded by mistake. Gone already is gone."""
    action = selectors.action_for_update(action_id)
    if action is not None:
        _record(Action.MEETING_ACTION_REMOVED, action, by)
        action.delete()


@transaction.atomic
def give_action(*, action_id: int, to: Provider, leaver_id: int, by: User, at: datetime) -> None:
    """C6, O2: an open action of a setting that leaves goes to another one, whatever person was named. What
    was given to somebody else meanwhile, is done or gone stays as it is.
    """
    action = selectors.action_for_update(action_id)
    if action is None or action.done_on is not None or action.owner_id != leaver_id:
        return
    _write(action, {"owner": to, "person": None}, by=by, at=at)
    _record(Action.ACTION_HANDED_OVER, action, by, to=str(to))


def tell_who_does(*, at: datetime) -> int:
    """Write to whoever is to do what meetings gave, one email for each person and meeting. Run twice, or by
    two at once, each is told once. Answers how many emails were asked for.
    """
    on, number = timezone.localdate(at), 0
    with transaction.atomic():
        rows = selectors.untold_for_update(selectors.to_tell(at=at))
        meetings = defaultdict(list)
        for row in rows:
            meetings[row.meeting_id].append(row)
        for meeting_id, actions in meetings.items():
            number += _tell(meeting_id, actions, on=on)
        for row in rows:
            row.told_at = at
            row.save(update_fields=["told_at"])
    return number


def _tell(meeting_id: int, actions: list[MeetingAction], *, on: date) -> int:
    """Each person hears of what is new to them; nobody of what they recorded themselves."""
    of_person: dict[User, list[MeetingAction]] = defaultdict(list)
    for action in actions:
        for person in who_does([action], on=on):
            if person.pk != action.given_by_id:
                of_person[person].append(action)
    for person, own in of_person.items():
        said = ",".join(written(action) for action in own)
        send_email(
            MeetingActionsGiven(
                user_id=person.pk, meeting_id=meeting_id, by_id=own[-1].given_by_id, said=said
            )
        )
    return len(of_person)


def _write(action: MeetingAction, changes: dict[str, Any], *, by: User, at: datetime) -> None:
    """What whoever does it goes by is told anew; to another setting or person it is new."""
    for name, value in changes.items():
        setattr(action, name, value)
    if changes.keys() & {"what", "owner", "person", "due_on"}:
        changes = {**changes, "given_by": by, "changed_at": at}
        action.given_by, action.changed_at = by, at
    if changes.keys() & {"owner", "person"}:
        changes = {**changes, "told_at": None}
        action.told_at = None
    save_in_words(action, fields=sorted(changes))


def _as_agreed(action: MeetingAction) -> str:
    """“Acorns, Lena Hartley: buy a shared store, by 8 January 2027”."""
    names = ", ".join(str(name) for name in (action.owner, action.person) if name is not None)
    words = {"who": names or _("Nobody yet"), "what": action.what, "day": date_in_words(action.due_on)}
    said = _("%(who)s: %(what)s, by %(day)s") if action.due_on else _("%(who)s: %(what)s")
    return said % words


def _action(action_id: int) -> MeetingAction:
    action = selectors.action_for_update(action_id)
    if action is None:
        raise ValidationError({NON_FIELD_ERRORS: _("Somebody has taken this action out meanwhile.")})
    return action


def _item_there(meeting: Meeting, item: AgendaItem | None) -> AgendaItem | None:
    """The item, if it is still on this meeting's agenda: what is recorded stays when an item is taken off."""
    if item is None:
        return None
    return AgendaItem.objects.filter(meeting=meeting, pk=item.pk).first()


def _record(deed: Action, action: MeetingAction, by: User, **facts: Any) -> None:
    group = action.meeting.collaboration
    record(deed, about=action, by=by, collaboration=group, what=action.what, **facts)
