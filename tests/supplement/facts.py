"""Facts of a calculation, short: an autumn term of 122 days, members by their heads."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from supplement.rules.facts import CollaborationFacts, MemberFacts
from supplement.rules.schemes import Basis, Component, Instalment, Period, Terms

LONG_AGO = date(2024, 1, 1)
AUTUMN = Period(
    key="autumn",
    name="Autumn 2026",
    starts_on=date(2026, 9, 1),
    ends_on=date(2027, 1, 1),
    count_on=date(2026, 10, 1),
    claims_from_on=date(2026, 10, 1),
    claims_until_on=date(2026, 10, 31),
    evidence_until_on=date(2026, 11, 13),
    instalments=(Instalment(date(2026, 12, 1), 100),),
)
A_HEAD = Component("a_head", "For each member of staff", Basis.HEADS, Decimal("12.50"))


def terms(*components: Component, **more: Any) -> Terms:
    return Terms(components or (A_HEAD,), **{"period": AUTUMN, **more})


def member(membership_id: int, heads: int | None = 6, **more: Any) -> MemberFacts:
    facts = {"provider_id": 1000 + membership_id, "provider_type": "non_domestic", "joined_on": LONG_AGO}
    return MemberFacts(membership_id=membership_id, heads=heads, **{**facts, **more})


def group(*members: MemberFacts, id: int = 1, **more: Any) -> CollaborationFacts:
    return CollaborationFacts(id, f"Group {id}", members, **more)


def group_of(*heads: int, id: int = 1, **more: Any) -> CollaborationFacts:
    """A group whose members have so many staff; their ids are of the group."""
    return group(*(member(100 * id + place, number) for place, number in enumerate(heads)), id=id, **more)
