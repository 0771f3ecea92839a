"""What a leader's dashboard and the page of a group's health are made of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from collaborations.models import Collaboration
from memberships import selectors
from memberships.models import LeaderAppointment, Membership
from memberships.rules import GroupFacts, Span, ending_soon

#: States in which a group is still on its way to being one (C1).
FORMING = frozenset(
    {
        Collaboration.State.ENQUIRY,
        Collaboration.State.PROPOSED,
        Collaboration.State.INITIAL_MEETING,
        Collaboration.State.DRAFTING,
    }
)


@dataclass(frozen=True, slots=True)
class GroupToday:
    """A collaboration as it stands on a day. ``stays`` includes members still to come."""

    collaboration: Collaboration
    stays: Sequence[Membership]
    leaders: Sequence[LeaderAppointment]
    today: date

    @property
    def members(self) -> list[Membership]:
        return [stay for stay in self.stays if stay.joined_on <= self.today]


def group_today(collaboration: Collaboration, *, on: date) -> GroupToday:
    stays = list(selectors.members_of(collaboration, on=on))
    leaders = [one for one in selectors.leaders_of(collaboration, on=on) if one.starts_on <= on]
    return GroupToday(collaboration, stays, leaders, on)


def facts_of(group: GroupToday) -> GroupFacts:
    """What the next steps are found from."""
    members = group.members
    return GroupFacts(
        members=len(members),
        leaders=len({one.user_id for one in group.leaders}),
        without_people=[str(stay.provider) for stay in members if not stay.provider.people_today],  # type: ignore[attr-defined]
        leaving=ending_soon(((str(stay.provider), stay.left_on) for stay in members), group.today),
        leaders_ending=ending_soon(((str(one.user), one.ends_on) for one in group.leaders), group.today),
        at_risk=[str(stay.provider) for stay in members if stay.at_risk_since],
        still_forming=group.collaboration.state in FORMING,
    )


def times_of_members(collaboration: Collaboration) -> list[Span]:
    """The time of every stay there ever was."""
    rows = Membership.objects.filter(collaboration=collaboration).order_by("joined_on", "pk")
    return [Span(*row) for row in rows.values_list("joined_on", "left_on")]
