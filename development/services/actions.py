"""Writing the actions of a development plan. Who is to do one hears of it."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from audit.rules.actions import Action
from audit.services import record
from core.saving import save_in_words
from core.text import one_line
from core.wording import date_in_words
from development import rules, selectors
from development.emails import ActionGiven
from development.models import DevelopmentPlan, Objective, PlanAction
from development.rules import PlanState
from development.services.writing import (
    plan_to_write,
    record_change,
    still_there,
    write_changes,
)
from documents.services.outbox import send_email
from memberships.selectors.doing import who_does
from memberships.services.doing import (
    must_be_member,
    must_be_to_come,
    must_not_be_to_come,
    must_work_there,
)
from providers.models import Provider


@transaction.atomic
def add_action(
    *,
    objective: Objective,
    what: str,
    owner: Provider | None,
    due_on: date | None,
    cost_pence: int,
    by: User,
    on: date,
    person: User | None = None,
) -> PlanAction:
    """Add an action to an objective. The same one pressed twice is one.

    Raises ValidationError at "owner" when that setting is no member on the day ``on``, and at "person" when
    that person does not work there.
    """
    plan = plan_to_write(objective.plan_id)
    objective = still_there(Objective.objects.filter(plan=plan, pk=objective.pk).first())
    must_be_member(owner, plan.collaboration, on=on)
    must_work_there(person, owner, on=on)
    facts: dict[str, Any] = {
        "what": one_line(what),
        "owner": owner,
        "person": person,
        "due_on": due_on,
        "cost_pence": cost_pence,
    }
    same = PlanAction.objects.filter(objective=objective, done_on=None, **facts).first()
    if same is not None:
        return same
    action = PlanAction(objective=objective, **facts)
    save_in_words(action)
    record_change(Action.PLAN_ACTION_WRITTEN, action, plan, action.what, by)
    _write_to_owner(action, plan, is_new=True, by=by, on=on)
    return action


@transaction.atomic
def change_action(
    *,
    action: PlanAction,
    what: str,
    owner: Provider | None,
    due_on: date | None,
    cost_pence: int,
    done_on: date | None,
    seen: str,
    by: User,
    on: date,
    person: User | None = None,
) -> PlanAction:
    """Write an action anew; ``done_on=None`` also takes back that it was done, with what was said of it.

    Whoever does it already may stay, even after leaving the group; a new owner must be a member on the day
    ``on``. Raises ValidationError when somebody wrote meanwhile.
    """
    plan = plan_to_write(action.objective.plan_id)
    action = still_there(_actions_in(plan).filter(pk=action.pk).first())
    if owner is not None and owner.pk != action.owner_id:
        must_be_member(owner, plan.collaboration, on=on)
    if (person, owner) != (action.person, action.owner):
        must_work_there(person, owner, on=on)
    if done_on is not None:
        must_not_be_to_come(done_on, on=on)
    changes = {
        "what": one_line(what),
        "owner": owner,
        "person": person,
        "due_on": due_on,
        "cost_pence": cost_pence,
        "done_on": done_on,
        **({} if done_on else {"done_words": ""}),
    }
    before = _as_given(action)
    if write_changes(action, changes, mark=selectors.edition_of_action(action), seen=seen):
        record_change(Action.PLAN_ACTION_WRITTEN, action, plan, action.what, by)
        if _as_given(action) != before:
            _write_to_owner(action, plan, is_new=_as_given(action)[:2] != before[:2], by=by, on=on)
    return action


@transaction.atomic
def finish_action(*, action: PlanAction, done_on: date, on: date, by: User, words: str = "") -> PlanAction:
    """Record that an action is done, and in a word how it went.

    Recorded already stays as it is. Raises ValidationError for a day to come.
    """
    plan = plan_to_write(action.objective.plan_id)
    action = still_there(_actions_in(plan).filter(pk=action.pk).first())
    if action.done_on is not None:
        return action  # pressed twice
    must_not_be_to_come(done_on, on=on)
    action.done_on, action.done_words = done_on, one_line(words)
    save_in_words(action, fields=["done_on", "done_words"])
    record_change(Action.PLAN_ACTION_DONE, action, plan, action.what, by)
    return action


@transaction.atomic
def postpone_action(*, action: PlanAction, due_on: date, on: date, by: User) -> PlanAction:
    """Give an action that is not done yet a new day. The same day pressed twice is one.

    Raises ValidationError for a day in the past, and when it is done.
    """
    plan = plan_to_write(action.objective.plan_id)
    action = still_there(_actions_in(plan).filter(pk=action.pk).first())
    if action.done_on is not None:
        raise ValidationError({NON_FIELD_ERRORS: _("It is recorded as done meanwhile.")})
    must_be_to_come(due_on, on=on)
    if action.due_on != due_on:
        action.due_on = due_on
        save_in_words(action, fields=["due_on"])
        record(
            Action.PLAN_ACTION_POSTPONED,
            about=action,
            by=by,
            collaboration=plan.collaboration,
            what=action.what,
            day=date_in_words(due_on),
        )
        _write_to_owner(action, plan, is_new=False, by=by, on=on)
    return action


@transaction.atomic
def give_action(*, action_id: int, to: Provider, leaver_id: int, by: User, on: date) -> None:
    """C6, O2: an open action of a setting that leaves goes to another one, whatever person was named. What was
    given to somebody else meanwhile, is done, gone, or of a closed plan stays as it is.
    """
    row = selectors.action_by_id(action_id)
    if row is None or row.objective.plan.state not in rules.WRITABLE:
        return
    plan = plan_to_write(row.objective.plan_id)
    action = _actions_in(plan).filter(pk=row.pk, owner=leaver_id, done_on=None).first()
    if action is None:
        return
    action.owner, action.person = to, None
    save_in_words(action, fields=["owner", "person"])
    record(
        Action.ACTION_HANDED_OVER,
        about=action,
        by=by,
        collaboration=plan.collaboration,
        what=action.what,
        to=str(to),
    )
    _write_to_owner(action, plan, is_new=True, by=by, on=on)


@transaction.atomic
def remove_action(*, action: PlanAction, by: User) -> None:
    """Take an action out of the plan. Gone already is gone."""
    plan = plan_to_write(action.objective.plan_id)
    row = _actions_in(plan).filter(pk=action.pk).first()
    if row is None:
        return  # pressed twice
    record_change(Action.PLAN_ACTION_REMOVED, row, plan, row.what, by)
    row.delete()


def _write_to_owner(action: PlanAction, plan: DevelopmentPlan, *, is_new: bool, by: User, on: date) -> None:
    """Who does it hears of it once the group works by the plan: the person named, and the managers there."""
    if plan.state != PlanState.CURRENT or action.owner_id is None or action.done_on is not None:
        return
    about: dict[str, Any] = {
        "action_id": action.pk,
        "edition": selectors.edition_of_action(action),
        "by_id": by.pk,
    }
    for person in who_does([action], on=on):
        if person.pk != by.pk:
            send_email(ActionGiven(user_id=person.pk, is_new=int(is_new), **about))


def _as_given(action: PlanAction) -> tuple[Any, ...]:
    """What whoever does it goes by: the setting and the person first."""
    return action.owner_id, action.person_id, action.what, action.due_on


def _actions_in(plan: DevelopmentPlan) -> Any:
    return PlanAction.objects.filter(objective__plan=plan)
