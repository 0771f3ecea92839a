"""What a member has open goes along when another stay carries its membership
on: in a successor (C4), under a new registration (O2).
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils import timezone

from accounts.models import User
from audit.rules.actions import Action
from audit.services import record
from core.saving import save_in_words
from development.selectors import open_actions_of_setting as of_plan
from development.services.actions import give_action as give_of_plan
from meetings.selectors.actions import open_actions_of_setting as of_meetings
from meetings.services.actions import give_action as give_of_meeting
from memberships.models.members import Membership
from memberships.selectors.leaving import open_hand_overs_for_update


def carry_on_hand_overs(begun: Mapping[int, Membership], *, by: User) -> None:
    """Move the open hand-overs (C6) of old memberships to the new ones.

    ``begun``: the new membership by the id of the old.

    Whoever takes something over does so in the membership that carries its own on; where that is in another
    collaboration, nobody is named any more and the members agree anew. What has been handed over stays where
    it was recorded.
    """
    for row in open_hand_overs_for_update(begun):
        membership = begun.get(row.membership_id, row.membership)
        taken_by = begun.get(row.taken_by_id, row.taken_by) if row.taken_by_id else None
        if taken_by is not None and (
            taken_by.collaboration_id != membership.collaboration_id or taken_by.pk == membership.pk
        ):
            if membership is row.membership:
                continue  # the member itself goes nowhere, and its list stays as it was written
            taken_by = None
        before = {
            "membership": [row.membership_id, membership.pk],
            "taken_by": [row.taken_by_id, taken_by and taken_by.pk],
        }
        row.membership, row.taken_by = membership, taken_by
        save_in_words(row, fields=["membership", "taken_by"])
        facts: dict[str, Any] = {
            "setting": membership.provider,
            "collaboration": membership.collaboration,
            "what": row.what,
        }
        record(Action.HAND_OVER_CHANGED, about=row, by=by, details=before, **facts)


def carry_on_actions(begun: Mapping[int, Membership], *, by: User, at: datetime) -> None:
    """G5: what a setting has still to do in a group goes to the registration that carries its membership on there.

    ``begun``: the new membership by the id of the old. Where that is in another group (C4), the actions stay with
    the old one: its meetings and its plan gave them, and its members agree anew.
    """
    old = {row.pk: row for row in Membership.objects.filter(pk__in=begun).order_by("pk")}
    for pk, before in old.items():
        after = begun[pk]
        if after.collaboration_id != before.collaboration_id or after.provider_id == before.provider_id:
            continue
        whose = (before.collaboration_id, before.provider_id)
        to: dict[str, Any] = {"to": after.provider, "leaver_id": before.provider_id, "by": by}
        for action in of_meetings(*whose):
            give_of_meeting(action_id=action.pk, **to, at=at)
        for plan_action in of_plan(*whose):
            give_of_plan(action_id=plan_action.pk, **to, on=timezone.localdate(at))
