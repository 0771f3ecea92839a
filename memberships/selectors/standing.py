"""Reads about attendance (C7). The numbers are written by ``services.update_standing``; who counts meetings calls it."""

from __future__ import annotations

from datetime import date

from accounts.models import User
from collaborations.rules.terms import EffectiveTerms
from memberships.models import LeaderAppointment, Membership
from memberships.rules.attendance import Standing, standing_from
from memberships.selectors.days import leads_on


def standing_of(membership: Membership, *, terms: EffectiveTerms, planned: int | None = None) -> Standing:
    """How a member stands by what holds for its collaboration, with its words in ``reason``. No query."""
    return standing_from(
        held=membership.meetings_held,
        attended=membership.meetings_attended,
        threshold=terms.attendance_threshold,
        since=membership.at_risk_since,
        planned=planned,
    )


def leaders_on(collaboration_id: int, *, on: date) -> list[User]:
    """The people who lead a collaboration on a day, each once, by name."""
    rows = LeaderAppointment.objects.filter(leads_on(on), membership__collaboration_id=collaboration_id, user__is_active=True)
    people = {row.user_id: row.user for row in rows.select_related("user").order_by("user__full_name", "pk")}
    return list(people.values())
