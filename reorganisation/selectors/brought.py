"""What a setting has of its collaborations: who else is in them, who leads them, how it stands.

At most seven queries for all of them.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date

from accounts.models import User, can_work
from memberships.models.members import LeaderAppointment, Membership
from memberships.rules.attendance import Standing
from memberships.rules.staff_told import staff_told_due, staff_told_due_on
from memberships.selectors.days import is_member_on, leads_on, not_left_by
from memberships.selectors.staff_told import telling_facts, with_telling
from memberships.selectors.standing import standing_of
from providers.models import Provider
from providers.rules.workforce import Workforce
from ways_of_working.rules.effective import EffectiveTerms
from ways_of_working.selectors.effective import effective_terms_of_ids


@dataclass(frozen=True, slots=True)
class GroupOfSetting:
    """One collaboration of a setting on a day. ``terms``: what holds there; ``others``: the other
    member settings; ``leaders``: whom to ask."""

    membership: Membership
    has_begun: bool
    standing: Standing
    terms: EffectiveTerms
    told_due_on: date | None
    owes_telling: bool
    workforce: Workforce
    last_staff: int | None = None
    others: list[Provider] = field(default_factory=list)
    leaders: list[User] = field(default_factory=list)


def groups_of_setting(provider: Provider, *, on: date) -> list[GroupOfSetting]:
    """The collaborations of a setting on a day and those that it is to join, by name."""
    memberships = list(
        with_telling(Membership.objects.filter(not_left_by(on), provider=provider)).order_by(
            "collaboration__name__in_order", "pk"
        )
    )
    ids = [membership.collaboration_id for membership in memberships if membership.joined_on <= on]
    others, leaders = _others(ids, provider, on), _leaders(ids, on)
    terms = effective_terms_of_ids({membership.collaboration_id for membership in memberships}, on=on)
    return [
        GroupOfSetting(
            membership=membership,
            has_begun=membership.joined_on <= on,
            standing=standing_of(membership, terms=terms[membership.collaboration_id]),
            terms=terms[membership.collaboration_id],
            told_due_on=staff_told_due_on(telling_facts(membership)),
            owes_telling=membership.joined_on <= on and staff_told_due(telling_facts(membership), on),
            workforce=telling_facts(membership).workforce,
            last_staff=membership.last_staff,  # type: ignore[attr-defined]
            others=others[membership.collaboration_id],
            leaders=leaders[membership.collaboration_id],
        )
        for membership in memberships
    ]


def _others(collaboration_ids: list[int], provider: Provider, on: date) -> dict[int, list[Provider]]:
    found: dict[int, list[Provider]] = defaultdict(list)
    rows = Membership.objects.filter(is_member_on(on), collaboration_id__in=collaboration_ids).exclude(
        provider=provider
    )
    for membership in rows.select_related("provider").order_by("provider__search_text", "pk"):
        found[membership.collaboration_id].append(membership.provider)
    return found


def _leaders(collaboration_ids: list[int], on: date) -> dict[int, list[User]]:
    found: dict[int, list[User]] = defaultdict(list)
    rows = LeaderAppointment.objects.filter(
        leads_on(on), can_work(), membership__collaboration_id__in=collaboration_ids
    )
    for row in rows.select_related("user", "membership").order_by("user__full_name__in_order", "pk"):
        if row.user not in found[row.membership.collaboration_id]:
            found[row.membership.collaboration_id].append(row.user)
    return found
