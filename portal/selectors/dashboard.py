"""What a leader's dashboard and the page of a group's health are made of."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from accounts.models import User
from collaborations.models import Collaboration
from collaborations.rules import FORMING
from core.dates import Span
from development.models import DevelopmentPlan
from development.selectors import actions_late, plan_of
from memberships.models.joining import Application
from memberships.models.members import LeaderAppointment, Membership
from memberships.rules.attendance import Standing
from memberships.selectors.joining import applications_waiting
from memberships.selectors.leaders import leaders_of
from memberships.selectors.members import members_of
from memberships.selectors.staff_told import StaffToldLine, staff_told_lines
from memberships.selectors.standing import standing_of
from portal.rules import GroupFacts, ending_soon
from provision.models import ReturnPeriod, StaffReturn
from provision.selectors import open_period, periods, settings_that_owe
from ways_of_working.rules.effective import EffectiveTerms
from ways_of_working.rules.reviews import CLOCK_NAMES
from ways_of_working.selectors.effective import effective_terms
from ways_of_working.selectors.reviews import ClockLine, reviews_for
from ways_of_working.selectors.terms_steps import NextStep, next_step_of_terms


@dataclass(frozen=True, slots=True)
class GroupToday:
    """A collaboration as it stands on a day, asked for once.

    ``memberships`` includes members still to come; ``terms``: what holds for it; ``owing``: the settings
    that were members on the count date of the open period and have not certified.
    """

    collaboration: Collaboration
    terms: EffectiveTerms
    memberships: Sequence[Membership]
    leaders: Sequence[LeaderAppointment]
    applications: Sequence[Application]
    told: Mapping[int, StaffToldLine]
    period: ReturnPeriod | None
    certified: Mapping[int, int]
    owing: Collection[int]
    today: date

    @property
    def members(self) -> list[Membership]:
        return [membership for membership in self.memberships if membership.joined_on <= self.today]

    def was_asked(self, membership: Membership) -> bool:
        """Whether it was a member on the count date of the open period: who joined later is not asked."""
        return self.period is not None and membership.joined_on <= self.period.count_date


@dataclass(frozen=True, slots=True)
class Ahead:
    """What lies before a group: the next step with its ways of working,
    its four clocks, and the plan that it works by.
    """

    terms_next: NextStep | None
    clocks: Sequence[ClockLine]
    plan: DevelopmentPlan | None
    actions_late: int

    @property
    def has_reviews(self) -> bool:
        """Whether any clock runs: none does before ways of working are adopted."""
        return any(clock.due_on for clock in self.clocks)


@dataclass(frozen=True, slots=True)
class MemberToday:
    """One member on the dashboard: how it stands by meetings, by
    the staff return and by what its staff know.
    """

    membership: Membership
    leads: bool
    standing: Standing
    staff: int | None
    owes_return: bool
    joined_later: bool
    told: StaffToldLine | None


def group_today(collaboration: Collaboration, *, on: date) -> GroupToday:
    memberships = list(members_of(collaboration, on=on))
    period = open_period(on)
    certified = (
        staff_certified(period, [membership.provider_id for membership in memberships]) if period else {}
    )
    return GroupToday(
        collaboration=collaboration,
        terms=effective_terms(collaboration, on=on),
        memberships=memberships,
        leaders=[leader for leader in leaders_of(collaboration, on=on) if leader.starts_on <= on],
        applications=list(applications_waiting(collaboration)),
        told={line.membership.pk: line for line in staff_told_lines(collaboration, on=on)},
        period=period,
        certified=certified,
        owing=_owing(period, collaboration),
        today=on,
    )


def _owing(period: ReturnPeriod | None, collaboration: Collaboration) -> frozenset[int]:
    if period is None:
        return frozenset()
    return frozenset(settings_that_owe(period, collaboration=collaboration).values_list("pk", flat=True))


def members_today(group: GroupToday) -> list[MemberToday]:
    """The members by name, each with how it stands."""
    leading, owing = (
        {leader.membership_id for leader in group.leaders},
        set(group.owing),
    )
    return [
        MemberToday(
            membership=membership,
            leads=membership.pk in leading,
            standing=standing_of(membership, terms=group.terms),
            staff=group.certified.get(membership.provider_id),
            owes_return=membership.provider_id in owing,
            joined_later=group.period is not None and not group.was_asked(membership),
            told=group.told.get(membership.pk),
        )
        for membership in group.members
    ]


def ahead_of(collaboration: Collaboration, user: User, *, on: date) -> Ahead:
    """``user``: who looks at it; what comes next with the ways of working depends on the person."""
    return Ahead(
        terms_next=next_step_of_terms(collaboration, user, on),
        clocks=reviews_for(collaboration, on),
        plan=plan_of(collaboration),
        actions_late=actions_late(collaboration, on=on),
    )


def facts_of(group: GroupToday, ahead: Ahead) -> GroupFacts:
    """What the next steps are found from."""
    members = group.members
    return GroupFacts(
        members=len(members),
        optimum_size=group.terms.optimum_size,
        leaders=len({leader.user_id for leader in group.leaders}),
        without_people=[
            str(membership.provider)
            for membership in members
            if not membership.provider.people_today  # type: ignore[attr-defined]
        ],
        leaving=ending_soon(
            ((str(membership.provider), membership.left_on) for membership in members), group.today
        ),
        leaders_ending=ending_soon(
            ((str(leader.user), leader.ends_on) for leader in group.leaders), group.today
        ),
        applying=[str(application.provider) for application in group.applications],
        at_risk=[str(membership.provider) for membership in members if membership.at_risk_since],
        owe_returns=len(group.owing),
        returns_due_on=group.period.due_on if group.period else None,
        terms_next=ahead.terms_next.sentence if ahead.terms_next else "",
        reviews_open=[
            (CLOCK_NAMES[clock.clock], clock.open_review.due_on)
            for clock in ahead.clocks
            if clock.open_review
        ],
        actions_late=ahead.actions_late,
        staff_not_told=sum(line.owes for line in group.told.values()),
        still_forming=group.collaboration.state in FORMING,
    )


def staff_certified(period: ReturnPeriod, provider_ids: Collection[int]) -> dict[int, int]:
    """Staff by setting, of those that have certified for a period."""
    rows = StaffReturn.objects.filter(period=period, provider_id__in=provider_ids).order_by("pk")
    return dict(rows.values_list("provider_id", "staff"))


def staff_by_period(collaboration: Collaboration) -> list[tuple[str, int, int, int]]:
    """Name of each period, staff certified by those who were members on its count date, how many certified,
    how many members; oldest first.
    """
    memberships = list(
        Membership.objects.filter(collaboration=collaboration)
        .order_by("pk")
        .values_list("provider_id", "joined_on", "left_on")
    )
    returns: dict[int, dict[int, int]] = {}
    rows = StaffReturn.objects.filter(provider_id__in={row[0] for row in memberships}).order_by("pk")
    for period_id, provider_id, staff in rows.values_list("period_id", "provider_id", "staff"):
        returns.setdefault(period_id, {})[provider_id] = staff
    told = []
    for period in sorted(periods(), key=lambda period: period.count_date):
        members = {
            provider_id
            for provider_id, start, end in memberships
            if Span(start, end).holds_on(period.count_date)
        }
        numbers = [
            staff for provider_id, staff in returns.get(period.pk, {}).items() if provider_id in members
        ]
        if numbers:
            told.append((period.name, sum(numbers), len(numbers), len(members)))
    return told


def times_of_members(collaboration: Collaboration) -> list[Span]:
    """The time of every membership there ever was."""
    rows = Membership.objects.filter(collaboration=collaboration).order_by("joined_on", "pk")
    return [Span(*row) for row in rows.values_list("joined_on", "left_on")]
