"""Emails about the actions of development plans, to those who are to do them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.emails.bases import EmailToUser
from accounts.models import User
from core.emails import AsOf, Pace, Recipient, email_kind, within_authority
from core.mail import Contact, Link
from core.subjects import subject_of
from core.wording import day_and_month
from development import selectors
from development.models import DevelopmentPlan, PlanAction
from development.rules import PlanState
from memberships.emails.reasons import why_manage
from memberships.selectors.contacts import contact_of, leader_contact, setting_to_name


def _page(plan: DevelopmentPlan, action: PlanAction) -> str:
    page = within_authority("development:development_plan", plan.collaboration_id, plan.pk)
    return f"{page}#objective-{action.objective_id}"


def _why(action: PlanAction, reader_id: int) -> str:
    if action.person_id == reader_id:
        return _("You get this email because it is for you to do.")
    return why_manage(action.owner)


def _contact(by_id: int, group_id: int, *, on: date, reader_id: int) -> Contact | None:
    by = contact_of(User.objects.filter(pk=by_id).first(), on=on)
    return by or leader_contact(group_id, on=on, but=reader_id)


@email_kind("development.action_given")
class ActionGiven(EmailToUser[AsOf[PlanAction]]):
    """To who does it (a manager of the setting, the person named there): what, by when. Nothing once it is done or written anew.

    ``is_new``: it was not theirs before.
    """

    template = "development/action_given"
    pace = Pace.DAILY
    action_id: int
    edition: str
    by_id: int
    is_new: int

    def load(self, at: datetime, /) -> AsOf[PlanAction] | None:
        action = selectors.action_by_id(self.action_id)
        return AsOf(action, timezone.localdate(at)) if action is not None else None

    def still_true(self, row: AsOf[PlanAction], /) -> bool:
        action = row.row
        is_asked = action.objective.plan.state == PlanState.CURRENT and action.done_on is None
        if not is_asked or action.owner_id is None or selectors.edition_of_action(action) != self.edition:
            return False
        reader = User.objects.filter(pk=self.user_id).first()
        return reader is not None and selectors.answers_for(reader, action, on=row.on)

    def needed_by(self, row: AsOf[PlanAction], /) -> date | None:
        return row.row.due_on

    def subject(self, row: AsOf[PlanAction], to: Recipient, /) -> str:
        action = row.row
        what = _("an action for you") if self.is_new else _("your action has changed")
        if action.due_on is not None:
            what = _("%(what)s by %(day)s") if self.is_new else _("%(what)s, now by %(day)s")
            begin = _("an action for you") if self.is_new else _("your action has changed")
            what = what % {"what": begin, "day": day_and_month(action.due_on)}
        setting = setting_to_name(self.user_id, action.owner, on=row.on) if action.owner else ""
        return subject_of(str(action.objective.plan.collaboration), what, setting=setting)

    def reference(self, row: AsOf[PlanAction], /) -> str:
        return f"action-{row.row.pk}-{self.edition}"

    def context(self, row: AsOf[PlanAction], /) -> Mapping[str, Any]:
        action = row.row
        return {
            "action": action,
            "group": action.objective.plan.collaboration,
            "by": User.objects.filter(pk=self.by_id).first(),
            "is_new": self.is_new,
        }

    def link(self, row: AsOf[PlanAction], to: Recipient, /) -> Link:
        return Link(_("See it in the plan"), _page(row.row.objective.plan, row.row))

    def contact(self, row: AsOf[PlanAction], to: Recipient, /) -> Contact | None:
        group_id = row.row.objective.plan.collaboration_id
        return _contact(self.by_id, group_id, on=row.on, reader_id=self.user_id)

    def why(self, row: AsOf[PlanAction], to: Recipient, /) -> str:
        return _why(row.row, self.user_id)


class Begun(NamedTuple):
    """A plan that a group works by now, what one person's settings are to do by it, and the day."""

    plan: DevelopmentPlan
    actions: Sequence[PlanAction]
    on: date


@email_kind("development.actions_begun")
class ActionsBegun(EmailToUser[Begun]):
    """To whoever does something, when the group begins to work by a plan: all of it in one."""

    template = "development/actions_begun"
    pace = Pace.DAILY
    plan_id: int
    by_id: int

    def load(self, at: datetime, /) -> Begun | None:
        on = timezone.localdate(at)
        reader = User.objects.filter(pk=self.user_id).first()
        rows = selectors.own_actions(reader, on=on) if reader else PlanAction.objects.none()
        actions = list(rows.filter(objective__plan=self.plan_id))
        return Begun(actions[0].objective.plan, actions, on) if actions else None

    def needed_by(self, row: Begun, /) -> date | None:
        return row.actions[0].due_on

    def subject(self, row: Begun, to: Recipient, /) -> str:
        number, due_on = len(row.actions), row.actions[0].due_on
        what = ngettext("%(number)d action for you", "%(number)d actions for you", number)
        if due_on is not None:
            what = ngettext(
                "%(number)d action for you by %(day)s",
                "%(number)d actions for you, the first by %(day)s",
                number,
            )
        words = what % {"number": number, "day": day_and_month(due_on)}
        return subject_of(str(row.plan.collaboration), words)

    def reference(self, row: Begun, /) -> str:
        return f"actions-of-plan-{row.plan.pk}"

    def context(self, row: Begun, /) -> Mapping[str, Any]:
        by = User.objects.filter(pk=self.by_id).first()
        return {"plan": row.plan, "actions": row.actions, "by": by, "group": row.plan.collaboration}

    def link(self, row: Begun, to: Recipient, /) -> Link:
        return Link(_("Open the plan"), _page(row.plan, row.actions[0]))

    def contact(self, row: Begun, to: Recipient, /) -> Contact | None:
        return _contact(self.by_id, row.plan.collaboration_id, on=row.on, reader_id=self.user_id)

    def why(self, row: Begun, to: Recipient, /) -> str:
        return _why(row.actions[0], self.user_id)
