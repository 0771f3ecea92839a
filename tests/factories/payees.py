"""Payees and mandates for tests, in the authority in scope, through the services."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import Any

import time_machine

from accounts.models import TaskLink, User
from memberships.models.members import Membership
from supplement.models.payees import Mandate, Payee
from supplement.rules.payees import Part
from supplement.selectors.payees import PURPOSES
from supplement.services.payees import accept_payee, hand_over, name_payee, sign_mandate


def proposed(membership: Membership, by: User, *, on: date, why: str = "") -> Payee:
    """A setting of a group that is proposed on a day."""
    at = datetime.combine(on, time(10), tzinfo=UTC)
    with time_machine.travel(at, tick=False):
        group = membership.collaboration_id
        return name_payee(collaboration_id=group, provider_id=membership.provider_id, why=why, by=by, at=at)


def receives(membership: Membership, by: User, *, on: date) -> Payee:
    """A member in force from a day on; whoever received before hands over by the same person."""
    payee = proposed(membership, by, on=on)
    at = datetime.combine(on, time(11), tzinfo=UTC)
    with time_machine.travel(at, tick=False):
        accept_payee(payee_id=payee.pk, by=by, at=at)
        if Payee.objects.filter(
            collaboration=membership.collaboration_id, in_force_on__isnull=False, ended_on=None
        ).exclude(pk=payee.pk):
            hand_over(payee_id=payee.pk, by=by, at=at)
    payee.refresh_from_db()
    return payee


def signed(payee: Payee, membership: Membership, by: User, *, on: date) -> Mandate:
    """The mandate of a member."""
    at = datetime.combine(on, time(12), tzinfo=UTC)
    with time_machine.travel(at, tick=False):
        return sign_mandate(payee_id=payee.pk, membership_id=membership.pk, name=by.full_name, by=by, at=at)


def link_to_sign(part: Part, about_id: int) -> TaskLink:
    """The open link of one signature."""
    return TaskLink.objects.get(purpose=PURPOSES[part], about_id=about_id, used_at=None, withdrawn_at=None)


def payee_rows(acorns: Membership, people: dict[str, User], *, on: date) -> dict[str, Any]:
    """For the stage of the matrix: the leader's setting receives, and the member's is to take its place."""
    of_member = Membership.objects.get(
        collaboration=acorns.collaboration_id,
        provider__people__user=people["member"],
        left_on=None,
        joined_on__lte=on,
    )
    payee = receives(acorns, people["leader"], on=on)
    mandate = signed(payee, of_member, people["member"], on=on)
    proposal = proposed(of_member, people["leader"], on=on, why="It has an office.")
    return {
        "payee in force": payee,
        "payee": proposal,
        "mandate": mandate,
        "accept link": link_to_sign(Part.ACCEPT, proposal.pk),
        "hand-over link": link_to_sign(Part.HAND_OVER, proposal.pk),
        "mandate link": link_to_sign(Part.MANDATE, acorns.pk),
    }
