"""What a member has open goes along when another stay carries its membership
on: in a successor (C4), under a new registration (O2).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from accounts.models import User
from audit.rules.actions import Action
from audit.services import record
from core.saving import save_in_words
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
