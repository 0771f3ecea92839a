"""What a setting has of its collaborations: who else is in them, who leads them, how it stands. Four queries for all of them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date

from django.db.models import OuterRef, Subquery

from accounts.models import User
from memberships.models import LeaderAppointment, Membership, StaffTold
from memberships.rules.attendance import Standing
from memberships.rules.staff_told import staff_told_due, staff_told_due_on
from memberships.selectors.days import is_member_on, leads_on, not_left_by
from memberships.selectors.standing import standing_of
from providers.models import Provider


@dataclass(frozen=True, slots=True)
class GroupOfSetting:
    """One collaboration of a setting on a day. ``others``: the other member settings; ``leaders``: whom to ask."""

    membership: Membership
    has_begun: bool
    standing: Standing
    told_due_on: date
    owes_telling: bool
    others: list[Provider] = field(default_factory=list)
    leaders: list[User] = field(default_factory=list)


def groups_of_setting(provider: Provider, *, on: date) -> list[GroupOfSetting]:
    """The collaborations of a setting on a day and those that it is to join, by name."""
    last = StaffTold.objects.filter(membership=OuterRef("pk")).order_by("-confirmed_on").values("confirmed_on")[:1]
    stays = list(
        Membership.objects.filter(not_left_by(on), provider=provider)
        .annotate(last_told=Subquery(last))
        .select_related("collaboration")
        .order_by("collaboration__name", "pk")
    )
    ids = [stay.collaboration_id for stay in stays if stay.joined_on <= on]
    others, leaders = _others(ids, provider, on), _leaders(ids, on)
    return [
        GroupOfSetting(
            membership=stay,
            has_begun=stay.joined_on <= on,
            standing=standing_of(stay),
            told_due_on=staff_told_due_on(joined_on=stay.joined_on, last=stay.last_told),  # type: ignore[attr-defined]
            owes_telling=stay.joined_on <= on and staff_told_due(joined_on=stay.joined_on, last=stay.last_told, today=on),  # type: ignore[attr-defined]
            others=others[stay.collaboration_id],
            leaders=leaders[stay.collaboration_id],
        )
        for stay in stays
    ]


def _others(collaboration_ids: list[int], provider: Provider, on: date) -> dict[int, list[Provider]]:
    found: dict[int, list[Provider]] = defaultdict(list)
    rows = Membership.objects.filter(is_member_on(on), collaboration_id__in=collaboration_ids).exclude(provider=provider)
    for stay in rows.select_related("provider").order_by("provider__search_text", "pk"):
        found[stay.collaboration_id].append(stay.provider)
    return found


def _leaders(collaboration_ids: list[int], on: date) -> dict[int, list[User]]:
    found: dict[int, list[User]] = defaultdict(list)
    rows = LeaderAppointment.objects.filter(leads_on(on), membership__collaboration_id__in=collaboration_ids, user__is_active=True)
    for one in rows.select_related("user", "membership").order_by("user__full_name", "pk"):
        if one.user not in found[one.membership.collaboration_id]:
            found[one.membership.collaboration_id].append(one.user)
    return found
