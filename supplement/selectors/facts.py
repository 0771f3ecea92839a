"""S8: what a calculation reads, from the rows: the facts of many collaborations for one period, as on a day.

The number of statements is the same however many collaborations there are. Full-time posts without detail are
not asked of anybody: the facts have none.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from django.db.models.functions import TruncDate
from django.utils import timezone
from django.utils.translation import gettext as _

from collaborations.models import Collaboration, Lineage
from providers.models import SuccessionLink
from provision.models import ReturnPeriod, StaffReturn, StaffReturnLine
from reorganisation.selectors.plans import shares_of_ended
from supplement.models.claims import ChosenGroup, FundedHours
from supplement.rules.criteria import LEVELS, Criterion, Level
from supplement.rules.deciding import Known, Verdict, asked_on, decide
from supplement.rules.facts import (
    NO_HOURS,
    CollaborationFacts,
    Elsewhere,
    MemberFacts,
    PlanShare,
    Source,
    Staff,
    Unmet,
    Waiver,
)
from supplement.rules.passing import carried_by_take_over, final_shares
from supplement.rules.schemes import Period
from supplement.selectors.evidence import known_of
from supplement.selectors.members import Row, asked_of, reaches, rows_of

#: By collaboration, then by member (None: of the collaboration).
Waivers = Mapping[int, Mapping[int | None, Sequence[Waiver]]]


class Certified(NamedTuple):
    """What a setting certified for a count date: heads, the detail where it was asked, and who said so."""

    heads: int | None
    source: Source | None
    staff: tuple[Staff, ...] = ()


_UNCERTIFIED = Certified(None, None)
_NO_FUNDED_HOURS: tuple[Decimal, Source | None] = (NO_HOURS, None)


def certified_numbers(period: ReturnPeriod | None) -> dict[int, Certified]:
    """By setting, what is certified for a count date. Two statements at most; nothing without a period."""
    if period is None:
        return {}
    detail: dict[int, list[Staff]] = defaultdict(list)
    if period.asks_detail:
        lines = StaffReturnLine.objects.filter(staff_return__period=period).order_by("pk")
        for setting, hours, level in lines.values_list(
            "staff_return__provider_id", "hours_a_week", "qualification_level"
        ):
            detail[setting].append(Staff(hours, level))
    words = _("Staff return “%(period)s”, certified by %(person)s")
    day = TruncDate("certified_at", tzinfo=timezone.get_current_timezone())
    rows = StaffReturn.objects.filter(period=period).order_by()
    returns = list(rows.values_list("provider_id", "staff", "certified_by__full_name", day))
    sources = {  # a person certifies many on a day
        (person, on): Source(words % {"period": period.name, "person": person}, on)
        for person, on in {(person, on) for _setting, _heads, person, on in returns}
    }
    return {
        setting: Certified(heads, sources[person, on], tuple(detail.get(setting, ())))
        for setting, heads, person, on in returns
    }


def facts_of(
    period: Period,
    criteria: Sequence[Criterion],
    *,
    on: date,
    groups: Collection[int] | None = None,
    waivers: Waivers | None = None,
    period_id: int | None = None,
) -> list[CollaborationFacts]:
    """S8: the facts of a period as known on a day, by collaboration, with its members, in the order of
    their ids; of ``groups``, and of those that they came from or became since the period began, or of all.

    Members are the memberships that reach into the period or hold on its count date. Who joined after the
    count date is asked the criteria of members too, but is none of the active members that are counted.
    ``period_id``: the row of the period, with the funded hours and choices that are kept of it.
    """
    came = _came_from(period)
    chosen = None if groups is None else _family(groups, came)
    read = rows_of(period, chosen)
    rows = [row for row in read if reaches(row, period)]
    own = rows if chosen is None else [row for row in rows if row.collaboration_id in chosen]
    numbers = certified_numbers(ReturnPeriod.objects.filter(count_date=period.count_on).first())
    members = _members(own, rows, numbers, _kept_of(period_id))
    shares = final_shares(_went(came, own))
    judged = _Judged(period, criteria, on, waivers or {}, {old: day for old, _new, day in came})
    take_overs = list(SuccessionLink.objects.order_by("pk").values_list("old_id", "new_id"))
    names = {row.collaboration_id: row.collaboration for row in own}
    empty = _empty(groups or (), names)
    for group, name in empty:
        names[group], members[group] = name, []
    asked = asked_of(read, members, period, without_rows=[group for group, _name in empty])
    known = known_of(list(members), criteria, period, on=on, members=asked)
    return [
        judged.facts(names[group], group, known[group], carried_by_take_over(each, take_overs), shares)
        for group, each in sorted(members.items())
    ]


def _empty(groups: Collection[int], known: Collection[int]) -> list[tuple[int, str]]:
    """Of collaborations that are asked for those in which no member reaches into the period, with their
    names.
    """
    rows = Collaboration.objects.filter(pk__in=set(groups).difference(known))
    return list(rows.order_by("pk").values_list("pk", "name")) if groups else []


def _came_from(period: Period) -> list[tuple[int, int, date]]:
    """Which collaboration became which, and when, since the period's days began."""
    since = min(period.starts_on, period.count_on)
    rows = Lineage.objects.filter(on__gt=since).order_by("pk")
    return list(rows.values_list("earlier_id", "later_id", "on"))


def _family(groups: Collection[int], came: Iterable[tuple[int, int, date]]) -> set[int]:
    """Collaborations with all that they came from or became, and theirs."""
    beside: dict[int, set[int]] = defaultdict(set)
    for earlier, later, _day in came:
        beside[earlier].add(later)
        beside[later].add(earlier)
    family: set[int] = set()
    waiting = set(groups)
    while waiting:
        family |= waiting
        waiting = {other for group in waiting for other in beside[group]} - family
    return family


class KeptOfSettings(NamedTuple):
    """By setting: its funded hours with their source, and the collaboration that it names of two."""

    hours: Mapping[int, tuple[Decimal, Source]]
    chosen: Mapping[int, int]


def _kept_of(period_id: int | None) -> KeptOfSettings:
    if period_id is None:
        return KeptOfSettings({}, {})
    hours = FundedHours.objects.filter(period=period_id).order_by()
    chosen = ChosenGroup.objects.filter(period=period_id).order_by()
    return KeptOfSettings(
        {
            setting: (number, Source(words, timezone.localdate(at)))
            for setting, number, words, at in hours.values_list("provider_id", "hours", "source", "at")
        },
        dict(chosen.values_list("provider_id", "collaboration_id")),
    )


def homes_of(rows: Iterable[tuple[int, Elsewhere]]) -> dict[int, list[Elsewhere]]:
    """By setting, every membership that it has."""
    homes: dict[int, list[Elsewhere]] = defaultdict(list)
    for setting, home in rows:
        homes[setting].append(home)
    return homes


def elsewhere(homes: Iterable[Elsewhere], membership_id: int) -> tuple[Elsewhere, ...]:
    """A setting's memberships but for one."""
    return tuple(home for home in homes if home.membership_id != membership_id)


def _members(
    own: Iterable[Row],
    everywhere: Iterable[Row],
    numbers: Mapping[int, Certified],
    kept: KeptOfSettings,
) -> dict[int, list[MemberFacts]]:
    everywhere = list(everywhere)
    times = Counter(row.provider_id for row in everywhere)
    homes = homes_of(
        (row.provider_id, Elsewhere(row.membership_id, row.collaboration_id, row.joined_on, row.left_on))
        for row in everywhere
        if times[row.provider_id] > 1
    )
    members: dict[int, list[MemberFacts]] = defaultdict(list)
    for row in own:
        number = numbers.get(row.provider_id, _UNCERTIFIED)
        hours, hours_source = kept.hours.get(row.provider_id, _NO_FUNDED_HOURS)
        others = homes.get(row.provider_id)
        members[row.collaboration_id].append(
            MemberFacts(
                row.membership_id,
                row.provider_id,
                row.provider_type,
                row.joined_on,
                left_on=row.left_on,
                heads=number.heads,
                staff=number.staff,
                hours=hours,
                elsewhere=elsewhere(others, row.membership_id) if others else (),
                chosen_id=kept.chosen.get(row.provider_id),
                carried_from=row.carried_from,
                name=row.provider,
                staff_source=number.source,
                hours_source=hours_source,
            )
        )
    return members


def _went(came: Sequence[tuple[int, int, date]], rows: Sequence[Row]) -> dict[int, dict[int, int]]:
    """C4: of each collaboration that divided or merged, the share of each that it became: as its plan says,
    else how many of its members went there.
    """
    if not came:
        return {}
    home = {row.membership_id: row.collaboration_id for row in rows}
    went: dict[int, dict[int, int]] = defaultdict(dict)
    for earlier, later, _day in came:
        went[earlier][later] = 0
    for row in rows:
        earlier = home.get(row.carried_from or 0, 0)
        if row.collaboration_id in went.get(earlier, {}):
            went[earlier][row.collaboration_id] += 1
    for earlier, shares in shares_of_ended(went).items():
        went[earlier] = shares
    return went


@dataclass(frozen=True, slots=True)
class _Judged:
    """What the criteria make of collaborations. ``ended``: when one divided or merged; from then on it is
    asked nothing of its own.
    """

    period: Period
    criteria: Sequence[Criterion]
    on: date
    waivers: Waivers
    ended: Mapping[int, date] = field(default_factory=dict)

    def facts(
        self,
        name: str,
        group: int,
        known: Known,
        members: Sequence[MemberFacts],
        shares: Mapping[int, tuple[PlanShare, ...]],
    ) -> CollaborationFacts:
        counted = self._verdict(group, known, members, is_counted=True)
        has_joiners = any(member.joined_on > self.period.count_on for member in members)
        joined = (
            self._verdict(group, known, members, is_counted=False)
            if has_joiners
            else Verdict((), frozenset())
        )
        unmet: dict[int | None, list[Unmet]] = defaultdict(list)
        waived: dict[int | None, list[Waiver]] = defaultdict(list)
        for finding in (*counted.findings, *joined.findings):
            if (follows := finding.unmet) is not None:
                unmet[finding.member].append(follows)
            if finding.waiver is not None:
                waived[finding.member].append(finding.waiver)
        return CollaborationFacts(
            group,
            name,
            tuple(_judged(member, unmet, waived) for member in members),
            unmet=tuple(unmet[None]),
            waivers=tuple(waived[None]),
            passes_to=shares.get(group, ()),
        )

    def _verdict(
        self, group: int, known: Known, members: Sequence[MemberFacts], *, is_counted: bool
    ) -> Verdict:
        """The verdict on those of the count date and the collaboration, or on those who joined later."""
        numbers = [
            member.membership_id
            for member in members
            if member.membership_id in known.members
            and (member.joined_on <= self.period.count_on) is is_counted
        ]
        criteria = [row for row in self.criteria if self._is_asked(row, group, is_counted=is_counted)]
        return decide(
            criteria,
            known,
            members=numbers,
            period=self.period,
            waivers=self.waivers.get(group),
            today=self.on,
            with_met=False,
        )

    def _is_asked(self, criterion: Criterion, group: int, *, is_counted: bool) -> bool:
        if LEVELS[criterion.kind] is Level.MEMBER:
            return True
        ended = self.ended.get(group)
        return is_counted and (ended is None or asked_on(criterion, self.period) < ended)


def _judged(
    member: MemberFacts,
    unmet: Mapping[int | None, Sequence[Unmet]],
    waived: Mapping[int | None, Sequence[Waiver]],
) -> MemberFacts:
    of = member.membership_id
    if of not in unmet and of not in waived:
        return member
    return replace(member, unmet=tuple(unmet.get(of, ())), waivers=tuple(waived.get(of, ())))
