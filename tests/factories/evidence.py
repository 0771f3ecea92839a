"""Claims in the states that the officers' queue knows, past the services, for the matrix and the stage."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from accounts.models import User
from supplement.models.claims import Claim, ClaimStep, ClaimWaiver
from supplement.models.parts import SchemePeriod
from tests.factories.collaborations import CollaborationFactory
from tests.factories.memberships import MembershipFactory
from tests.factories.supplement import open_period

#: What the last step of each was.
BEFORE = {
    "draft": ("draft", "leader"),
    "submitted": ("draft", "leader"),
    "checking": ("submitted", "officer"),
    "assessed": ("checking", "officer"),
    "appealed": ("assessed", "leader"),
}


def claim_in(state: str, period: SchemePeriod, name: str, by: User, *, at: datetime, **facts: Any) -> Claim:
    """A claim of a ``group``, or of one of its own with one member."""
    group = facts.pop("group", None)
    if group is None:
        group = CollaborationFactory(name=name)
        MembershipFactory(collaboration=group, joined_on=date(2026, 1, 1))
    values = {"stood": "assessed" if state == "appealed" else "", **facts}
    if state in ("assessed", "appealed"):
        values |= {"assessment": "not", "assessment_words": "There is no plan."}
    claim = Claim.objects.create(
        period=period, collaboration=group, state=state, opened_by=by, opened_at=at, moved_at=at, **values
    )
    start, actor = BEFORE[state]
    ClaimStep.objects.create(claim=claim, start=start, to=state, actor=actor, by=by, at=at, words="We wrote.")
    return claim


def evidence_rows(manager: User, authority: str, by: User, *, at: datetime) -> dict[str, Any]:
    """One claim of each state in which an officer does something, and a waiver."""
    period = open_period(manager, on=date(2017, 12, 12), criteria=[{"may_be_waived": True}], is_standing=True)
    claims = {
        f"claim {state}": claim_in(state, period, f"{authority} Beacon {state}", by, at=at)
        for state in ("submitted", "checking", "assessed", "appealed")
    }
    waiver = ClaimWaiver.objects.create(
        claim=claims["claim checking"], kind="active_members", reason=f"{authority} flood", by=by, at=at
    )
    return {**claims, "claim waiver": waiver}
