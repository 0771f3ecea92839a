"""Reads about attendance (C7). The numbers are written by ``services.update_standing``; who counts meetings calls it."""

from __future__ import annotations

from datetime import date

from accounts.models import User
from memberships.models.members import LeaderAppointment, Membership
from memberships.rules.agreed import AgreedTerms
from memberships.rules.attendance import Standing, passes, standing_from
from memberships.selectors.agreed import agreed_terms_of_ids
from memberships.selectors.days import is_member_on, leads_on


def standing_of(membership: Membership, *, terms: AgreedTerms, planned: int | None = None) -> Standing:
    """How a member stands by what holds for its collaboration, with its words in ``reason``. No query."""
    return standing_from(
        held=membership.meetings_held,
        attended=membership.meetings_attended,
        threshold=terms.attendance_threshold,
        since=membership.at_risk_since,
        planned=planned,
    )


def standings_to_settle(*, on: date) -> list[Membership]:
    """Members that are at risk and would pass by what holds on a day, or the other way round: since their meetings were counted, other
    ways of working were adopted, or another default came into force. Four queries."""
    stays = list(Membership.objects.filter(is_member_on(on), meetings_held__gt=0).order_by("pk"))
    terms = agreed_terms_of_ids({stay.collaboration_id for stay in stays}, on=on)

    def fits(stay: Membership) -> bool:
        threshold = terms[stay.collaboration_id].attendance_threshold
        return passes(held=stay.meetings_held, attended=stay.meetings_attended, threshold=threshold) is (stay.at_risk_since is None)

    return [stay for stay in stays if not fits(stay)]


def leaders_on(collaboration_id: int, *, on: date) -> list[User]:
    """The people who lead a collaboration on a day, each once, by name."""
    rows = LeaderAppointment.objects.filter(leads_on(on), membership__collaboration_id=collaboration_id, user__is_active=True)
    people = {row.user_id: row.user for row in rows.select_related("user").order_by("user__full_name", "pk")}
    return list(people.values())
