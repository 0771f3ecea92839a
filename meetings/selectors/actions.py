"""Reads about what meetings give settings to do (G5)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from django.db.models import F, Q, QuerySet

from accounts.models import User
from core.saving import edition_of
from meetings.models.actions import MeetingAction
from meetings.models.planning import Meeting
from meetings.rules import actions as rules
from meetings.selectors.planning import began_before
from memberships.models.members import Membership
from memberships.selectors.doing import done_by

#: The key of meetings among the sources of actions (``core.frame.actions``).
MEETING = "meeting"
#: Of open actions the order of ``rules.in_order``: the longest overdue first, those without a day last.
BY_DAY = (F("due_on").asc(nulls_last=True), "pk")


def all_actions() -> QuerySet[MeetingAction]:
    return MeetingAction.objects.all()


def open_actions() -> QuerySet[MeetingAction]:
    """What is still to be done, overdue first."""
    rows = MeetingAction.objects.filter(done_on=None)
    return rows.select_related("meeting__collaboration", "owner", "person").order_by(*BY_DAY)


def actions_of(meeting: Meeting) -> QuerySet[MeetingAction]:
    """What a meeting gave settings to do, in the order in which it was recorded."""
    rows = MeetingAction.objects.filter(meeting=meeting).select_related("owner", "person", "item")
    return rows.order_by("given_at", "pk")


def by_item(actions: Iterable[MeetingAction]) -> dict[int | None, list[MeetingAction]]:
    """The actions of a meeting by the id of their item; under None those of no item."""
    items: dict[int | None, list[MeetingAction]] = {}
    for action in actions:
        items.setdefault(action.item_id, []).append(action)
    return items


def unfinished_before(meeting: Meeting) -> QuerySet[MeetingAction]:
    """What comes back at a meeting by itself: the open actions of the group's earlier meetings."""
    rows = open_actions().filter(meeting__collaboration=meeting.collaboration_id)
    return rows.filter(began_before(meeting, path="meeting__"))


def action_in(meeting: Meeting, action_id: int) -> MeetingAction | None:
    """An action of this meeting; None where it is another's."""
    rows = MeetingAction.objects.filter(meeting=meeting, pk=action_id)
    return rows.select_related("meeting__collaboration", "owner", "person", "item").first()


def action_by_id(action_id: int) -> MeetingAction | None:
    """For emails, with its meeting, its group and who does it."""
    rows = MeetingAction.objects.select_related("meeting__collaboration", "owner", "person")
    return rows.filter(pk=action_id).first()


def action_for_update(action_id: int) -> MeetingAction | None:
    """The row, locked until the transaction ends; None where it was taken out."""
    rows = MeetingAction.objects.select_for_update(of=("self",), no_key=True)
    return rows.select_related("meeting__collaboration", "owner", "person").filter(pk=action_id).first()


def own_actions(user: User, *, on: date) -> QuerySet[MeetingAction]:
    """The open actions that are for somebody to do on a day, overdue first."""
    return open_actions().filter(done_by(user, on=on))


def answers_for(user: User, action: MeetingAction, *, on: date) -> bool:
    """Whether somebody may say how far an action is: a manager of its setting, or the person named there."""
    return MeetingAction.objects.filter(done_by(user, on=on), pk=action.pk).exists()


def open_actions_of_leaver(membership: Membership, *, on: date) -> list[MeetingAction]:
    """C6: what a setting that leaves a group has still to do there."""
    leaver = membership.provider_id
    rows = {row.pk: row for row in open_actions_of_setting(membership.collaboration_id, leaver)}
    actions = rules.to_hand_over(map(as_rule, rows.values()), leaver, on=on)
    return [rows[action.number] for action in actions]


def open_actions_of_setting(collaboration_id: int, provider_id: int) -> QuerySet[MeetingAction]:
    return open_actions().filter(meeting__collaboration=collaboration_id, owner=provider_id)


def to_tell(*, at: datetime) -> list[int]:
    """The ids of the actions of which whoever does them is to hear now."""
    rows = MeetingAction.objects.filter(_untold(), done_on=None, owner__isnull=False)
    said = [rules.Said(*row) for row in rows.order_by("pk").values_list("pk", "meeting_id", "changed_at")]
    return rules.to_tell(said, at=at)


def untold_for_update(ids: Sequence[int]) -> list[MeetingAction]:
    """Those of some actions that are still to be told, locked; what another run tells is left to it."""
    rows = MeetingAction.objects.select_for_update(of=("self",), no_key=True, skip_locked=True)
    rows = rows.filter(_untold(), pk__in=ids, done_on=None, owner__isnull=False)
    return list(rows.select_related("meeting").order_by("meeting_id", "pk"))


def _untold() -> Q:
    return Q(told_at__isnull=True) | Q(told_at__lt=F("changed_at"))


def edition_of_action(action: MeetingAction) -> str:
    return edition_of(
        action.what, action.owner_id, action.person_id, action.due_on, action.done_on, action.item_id
    )


def as_rule(action: MeetingAction) -> rules.Action:
    return rules.Action(action.pk, action.owner_id or 0, action.due_on, action.done_on)
