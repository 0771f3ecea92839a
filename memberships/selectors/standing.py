"""Reads about attendance (C7).

The numbers are written by ``services.update_standing``; who counts meetings calls it.
"""

from __future__ import annotations

from datetime import date

from accounts.models import User, can_work
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
    """Members that are at risk and would pass by what holds on a day, or the other way round: since their
    meetings were counted, other ways of working were adopted, or another default came into force. Three
    queries.
    """
    memberships = list(Membership.objects.filter(is_member_on(on), meetings_held__gt=0).order_by("pk"))
    terms = agreed_terms_of_ids({membership.collaboration_id for membership in memberships}, on=on)

    def fits(membership: Membership) -> bool:
        threshold = terms[membership.collaboration_id].attendance_threshold
        counts = {"held": membership.meetings_held, "attended": membership.meetings_attended}
        return passes(**counts, threshold=threshold) is (membership.at_risk_since is None)

    return [membership for membership in memberships if not fits(membership)]


def leaders_on(collaboration_id: int, *, on: date) -> list[User]:
    """The people who lead a collaboration on a day, each once, by name."""
    rows = LeaderAppointment.objects.filter(
        leads_on(on), can_work(), membership__collaboration_id=collaboration_id
    )
    people = {
        row.user_id: row.user
        for row in rows.select_related("user").order_by("user__full_name__in_order", "pk")
    }
    return list(people.values())
