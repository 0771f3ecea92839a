"""Reads about attendance (C7). The numbers are written by ``services.update_standing``; who counts meetings calls it."""

from __future__ import annotations

from datetime import date

from accounts.models import User
from memberships.models import LeaderAppointment, Membership
from memberships.rules.attendance import USUAL_THRESHOLD, Standing, standing_from
from memberships.selectors.days import leads_on


def standing_of(membership: Membership, *, threshold: int | None = USUAL_THRESHOLD, planned: int | None = None) -> Standing:
    """How a member stands, with its words in ``reason``. No query."""
    return standing_from(
        held=membership.meetings_held,
        attended=membership.meetings_attended,
        threshold=threshold,
        since=membership.at_risk_since,
        planned=planned,
    )


def leaders_on(collaboration_id: int, *, on: date) -> list[User]:
    """The people who lead a collaboration on a day, each once, by name."""
    rows = LeaderAppointment.objects.filter(leads_on(on), membership__collaboration_id=collaboration_id, user__is_active=True)
    people = {row.user_id: row.user for row in rows.select_related("user").order_by("user__full_name", "pk")}
    return list(people.values())
