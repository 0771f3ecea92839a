"""What the page that says how a group is doing is made of."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from collaborations.models import Collaboration
from core.dates import Span
from memberships.models.joining import Application
from memberships.models.members import LeaderAppointment, Membership
from memberships.selectors.joining import applications_waiting
from memberships.selectors.leaders import leaders_of
from memberships.selectors.members import members_of
from memberships.selectors.staff_told import StaffToldLine, staff_told_lines
from provision.models import ReturnPeriod, StaffReturn
from provision.selectors import open_period, periods, settings_that_owe
from ways_of_working.rules.effective import EffectiveTerms
from ways_of_working.selectors.effective import effective_terms


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
