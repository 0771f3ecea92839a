"""What carrying out a plan (C4) would do, exactly, for the
officer to look at before the button is pressed.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from memberships.models.members import LeaderAppointment, Membership
from memberships.models.offices import OfficeHolder
from memberships.selectors.days import not_ended_by
from reorganisation.models import PlannedLeader, Reorganisation
from reorganisation.rules.plans import PlanFacts, Successor, memberships_from
from reorganisation.selectors.plans import day_of, leaders_planned, memberships_to_place, successors_planned


@dataclass(frozen=True, slots=True)
class Opening:
    """A collaboration that begins, with its members and leaders by name."""

    name: str
    district: str
    members: list[str]
    leaders: list[PlannedLeader]
    share: int | None = None


@dataclass(frozen=True, slots=True)
class Preview:
    """All that happens on the day."""

    on: date
    closing: list[str]
    opening: list[Opening]
    leaving: list[Membership]
    unplaced: list[Membership]
    stop_leading: list[LeaderAppointment]
    offices: list[OfficeHolder]
    carries_terms: bool


def preview_of(plan: Reorganisation, facts: PlanFacts, *, today: date) -> Preview:
    """Read from the same facts by which the plan is carried out."""
    on = day_of(plan, today=today)
    memberships = {membership.pk: membership for membership in memberships_to_place(plan, on=on)}
    leaders = [leader for leader in leaders_planned(plan) if leader.member.membership_id in memberships]
    goes_on = {(leader.member.membership_id, leader.user_id) for leader in leaders}
    leading = LeaderAppointment.objects.filter(not_ended_by(on), membership__in=memberships).select_related(
        "user", "membership__collaboration"
    )
    offices = OfficeHolder.objects.filter(not_ended_by(on), membership__in=memberships).select_related(
        "user", "membership__collaboration"
    )
    places = {place.membership_id: place for place in facts.places}
    districts = {successor.pk: str(successor.district or "") for successor in successors_planned(plan)}
    return Preview(
        on=on,
        closing=list(facts.sources),
        opening=[
            _opening(successor, facts, districts, memberships, leaders, on) for successor in facts.successors
        ],
        leaving=[membership for pk, membership in memberships.items() if places[pk].leaves],
        unplaced=[
            membership
            for pk, membership in memberships.items()
            if places[pk].successor_id is None and not places[pk].leaves
        ],
        stop_leading=[
            one
            for one in leading.order_by("user__full_name__in_order", "pk")
            if (one.membership_id, one.user_id) not in goes_on
        ],
        offices=list(offices.order_by("user__full_name__in_order", "pk")),
        carries_terms=facts.copies_terms and facts.have_terms,
    )


def _opening(
    one: Successor,
    facts: PlanFacts,
    districts: dict[int, str],
    memberships: dict[int, Membership],
    leaders: list[PlannedLeader],
    on: date,
) -> Opening:
    members = [
        str(memberships[new.continues].provider)
        for new in memberships_from(facts.placed_in(one.successor_id), on=on)
    ]
    return Opening(
        one.name,
        districts[one.successor_id],
        members,
        [row for row in leaders if row.member.successor_id == one.successor_id],
        one.share,
    )
