"""What a setting has of its collaborations: who else is in them, who leads them, how it stands.

At most three queries for all of them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, QuerySet
from django.db.models.functions import JSONObject

from accounts.models import can_work
from accounts.permissions import Permission
from collaborations.models import Collaboration
from core.frame.visitor import Visitor
from core.ordering import in_order
from memberships.models.members import LeaderAppointment, Membership
from memberships.rules.attendance import Standing
from memberships.rules.staff_told import staff_told_due, staff_told_due_on
from memberships.selectors.days import is_member_on, leads_on
from memberships.selectors.on_page import memberships_of_settings
from memberships.selectors.staff_told import telling_facts
from memberships.selectors.standing import standing_of
from providers.models import Provider
from providers.rules.workforce import Workforce
from providers.selectors import name_of_setting
from ways_of_working.rules.effective import EffectiveTerms
from ways_of_working.selectors.effective import effective_terms_of_ids


class Leading(NamedTuple):
    """Somebody who leads: whom to ask."""

    full_name: str
    email: str


NOBODY: tuple[list[str], list[Leading]] = ([], [])


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
    others: list[str] = field(default_factory=list)
    leaders: list[Leading] = field(default_factory=list)


def groups_of_setting(visitor: Visitor, provider: Provider) -> list[GroupOfSetting]:
    """The collaborations of one of the page's settings today and those that it is to join, by name.

    Whoever reads all members has no use for ``others``: they are not read.
    """
    return visitor.once(_groups_of_setting, visitor, provider)


def _groups_of_setting(visitor: Visitor, provider: Provider) -> list[GroupOfSetting]:
    on = visitor.on
    memberships = sorted(
        memberships_of_settings(visitor, [provider]),
        key=lambda membership: (in_order(membership.collaboration.name), membership.pk),
    )
    ids = [membership.collaboration_id for membership in memberships if membership.joined_on <= on]
    people = _people_of(ids, provider, on, with_others=not visitor.allows(Permission.VIEW_MEMBERS))
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
            others=people.get(membership.collaboration_id, NOBODY)[0],
            leaders=people.get(membership.collaboration_id, NOBODY)[1],
        )
        for membership in memberships
    ]


def _people_of(
    collaboration_ids: list[int], provider: Provider, on: date, *, with_others: bool
) -> dict[int, tuple[list[str], list[Leading]]]:
    """The other member settings of each group, by name, and who leads it. One query."""
    if not collaboration_ids:
        return {}
    here = {"membership__collaboration": OuterRef("pk")}
    leading = LeaderAppointment.objects.filter(leads_on(on), can_work(), **here)
    leaders = leading.order_by("user__full_name__in_order", "pk").values(
        leader=JSONObject(full_name="user__full_name", email="user__email")
    )
    rows: QuerySet[Any] = Collaboration.objects.filter(pk__in=collaboration_ids).order_by()
    rows = rows.annotate(leaders=ArraySubquery(leaders))
    if with_others:
        members = Membership.objects.filter(is_member_on(on), collaboration=OuterRef("pk"))
        others = members.exclude(provider=provider).order_by("provider__search_text", "pk")
        rows = rows.annotate(others=ArraySubquery(others.values(other=name_of_setting("provider__"))))
    return {
        row.pk: (
            row.others if with_others else [],
            list(dict.fromkeys(Leading(**each) for each in row.leaders)),
        )
        for row in rows.only("pk")
    }
