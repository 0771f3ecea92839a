"""S4: what the product knows for the criteria of a scheme, of many collaborations at once.

One statement a kind, whatever the number of groups. Each kind reads the rows of its own subject, and of a
judgement only what is published.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.dates import Span, day_after
from core.money import pounds
from core.wording import date_in_words
from development.models import DevelopmentPlan
from development.rules import PlanState
from meetings.models.events import Booking
from meetings.models.planning import Meeting
from meetings.rules.events import EventKind
from meetings.rules.minutes import SEEN_BY_MEMBERS
from meetings.rules.states import COUNTING
from meetings.selectors.attendance import counts_within
from meetings.selectors.county import leaders_of_groups
from memberships.models.members import LeaderAppointment
from memberships.selectors.leaders import worst_verdicts
from ofsted.rules.policy import Verdict
from provision.models import StaffReturn
from supplement.rules.criteria import LEVELS, Criterion, Kind, Level
from supplement.rules.deciding import Evidence, Known, asked_on, window_of
from supplement.rules.schemes import Period
from supplement.selectors.fund import left_of_groups
from supplement.selectors.members import Member, members_asked
from supplement.selectors.payees import members_of_groups, payees_on, signed_for
from supplement.selectors.spend_returns import reported_before
from ways_of_working.selectors.effective import versions_that_hold


@dataclass(frozen=True, slots=True)
class Asked:
    """One criterion over many groups: who the members are on its day, and the time that is looked at.

    ``day`` is the criterion's day, or today while that is still to come.
    """

    criterion: Criterion
    period: Period
    day: date
    members: Sequence[Member]
    groups: Collection[int]

    @property
    def window(self) -> Span:
        """The criterion's time, as far as it has passed."""
        start, end = window_of(self.criterion, self.period)
        return Span(start, min(end, day_after(self.day)))


Found = Mapping[int, Evidence]
#: Up to so many settings are asked for by name.
FEW_SETTINGS = 2_000


def known_of(
    group_ids: Collection[int],
    criteria: Iterable[Criterion],
    period: Period,
    *,
    on: date,
    members: Sequence[Member] | None = None,
) -> dict[int, Known]:
    """S4: the evidence of each group and of each of its members for these criteria, as known on a day.

    Members are those of the count date, by membership. ``members``: these, where they were read already, and
    those who joined after it, of whom only the criteria of members are read.
    """
    members = members_asked(group_ids, period) if members is None else members
    counted = [member for member in members if member.joined_on <= period.count_on]
    own: dict[int, dict[Kind, Evidence]] = {group: {} for group in group_ids}
    each: dict[int, dict[int, dict[Kind, Evidence]]] = {group: {} for group in group_ids}
    for member in members:
        each[member.collaboration_id][member.pk] = {}
    of_member = {number: known for of_group in each.values() for number, known in of_group.items()}
    for criterion in criteria:
        read = READERS.get(criterion.kind)
        if read is None:
            continue
        day = min(on, asked_on(criterion, period))
        is_of_members = LEVELS[criterion.kind] is Level.MEMBER
        found = read(Asked(criterion, period, day, members if is_of_members else counted, group_ids))
        known = of_member if is_of_members else own
        for number, evidence in found.items():
            known[number][criterion.kind] = evidence
    return {group: Known(own[group], each[group]) for group in group_ids}


# --- the collaboration --------------------------------------------------------------------------------------


def _ways_of_working(asked: Asked) -> Found:
    versions = versions_that_hold(asked.groups, on=asked.day)
    return {
        group: Evidence(1, asked.day, _("Ways of working, version %(number)d") % {"number": number})
        for group, number in versions.items()
    }


def _plan(asked: Asked) -> Found:
    """A plan that was worked by on the day, whether or not it is closed since."""
    plans = DevelopmentPlan.objects.filter(
        collaboration_id__in=list(asked.groups),
        starts_on__lte=asked.day,
        ends_on__gt=asked.day,
        state__in=(PlanState.CURRENT, PlanState.CLOSED),
    )
    rows = plans.order_by("starts_on", "pk").values_list("collaboration_id", "title")
    return {group: Evidence(1, asked.day, title) for group, title in rows}


def _evaluation(asked: Asked) -> Found:
    """A plan that was closed, which asks for what came of it, and whose time ended within the window."""
    start, end = asked.window
    plans = DevelopmentPlan.objects.filter(
        collaboration_id__in=list(asked.groups), state=PlanState.CLOSED, ends_on__gt=start, ends_on__lte=end
    ).exclude(evaluation="")
    rows = plans.order_by("ends_on", "pk").values_list("collaboration_id", "title", "ends_on")
    return {group: Evidence(1, ended, title) for group, title, ended in rows}


def _meetings_held(asked: Asked) -> dict[int, tuple[int, int]]:
    """Of each group how many meetings it held within the window, and of how many the minutes went out."""
    start, end = asked.window
    rows = Meeting.objects.filter(
        collaboration_id__in=list(asked.groups),
        kind__in=Meeting.COUNTED_KINDS,
        state__in=COUNTING,
        on__gte=start,
        on__lt=end,
    )
    counted = (
        rows.order_by()
        .values_list("collaboration_id")
        .annotate(held=Count("pk"), kept=Count("pk", filter=Q(minutes__state__in=SEEN_BY_MEMBERS)))
    )
    return {group: (held, kept) for group, held, kept in counted}


def _meetings(asked: Asked) -> Found:
    return {
        group: Evidence(
            held,
            asked.day,
            ngettext("%(number)d meeting held", "%(number)d meetings held", held) % {"number": held},
        )
        for group, (held, _kept) in _meetings_held(asked).items()
    }


def _minutes(asked: Asked) -> Found:
    """Of how many of the meetings held the minutes went out to the members, in whole per cent, rounded down."""
    return {
        group: Evidence(
            kept * 100 // held,
            asked.day,
            _("Minutes of %(kept)d of %(held)d meetings") % {"kept": kept, "held": held},
        )
        for group, (held, kept) in _meetings_held(asked).items()
    }


def _payee(asked: Asked) -> Found:
    """The setting that has accepted to receive the money, as long as it is a member. What the ways of working
    answer alone is no acceptance (S9).
    """
    members = members_of_groups(asked.groups, asked.day)
    return {
        group: Evidence(1, payee.in_force_on or asked.day, payee.provider.name)
        for group, payee in payees_on(asked.groups, asked.day).items()
        if payee.provider_id in members[group].values()
    }


def _with_members(asked: Asked) -> list[int]:
    """The groups of which anything is known where nothing came to their fund."""
    return sorted({member.collaboration_id for member in asked.members})


def _spend_return(asked: Asked) -> Found:
    """Whether the spending of the period before was reported. Who was paid nothing has nothing to report."""
    reported = reported_before(asked.groups, before=asked.period.starts_on)
    found = {}
    for group in _with_members(asked):
        name, day = reported.get(group, ("", None))
        if not name:
            found[group] = Evidence(1, asked.day, _("Nothing came for the period before"))
        elif day is not None and day <= asked.day:
            found[group] = Evidence(1, day, _("Spending of %(period)s reported") % {"period": name})
        else:
            words = _("The spending of %(period)s is not reported") % {"period": name}
            found[group] = Evidence(0, asked.day, words)
    return found


def _unspent(asked: Asked) -> Found:
    """What was left in the fund on the day, in pence."""
    left = left_of_groups(asked.groups, on=asked.day)
    sums = {group: max(0, left.get(group, 0)) for group in _with_members(asked)}
    return {
        group: Evidence(pence, asked.day, _("%(sum)s is left") % {"sum": pounds(pence)})
        for group, pence in sums.items()
    }


# --- its leaders --------------------------------------------------------------------------------------------


def _leader(asked: Asked) -> Found:
    """Whether somebody leads who may, by what is published; where an officer decides, by that decision."""
    leaders = leaders_of_groups(asked.groups, on=asked.day)
    settings = {row.membership.provider_id for rows in leaders.values() for row in rows}
    verdicts = worst_verdicts(sorted(settings), on=asked.day)
    found = {}
    for group, rows in leaders.items():
        may = [row for row in rows if _may_lead(row, verdicts.get(row.membership.provider_id))]
        words = ngettext("%(number)d leader who may lead", "%(number)d leaders who may lead", len(may))
        found[group] = Evidence(int(bool(may)), asked.day, words % {"number": len(may)})
    return found


def _may_lead(row: LeaderAppointment, verdict: Verdict | None) -> bool:
    return verdict is Verdict.MAY_LEAD or (verdict is Verdict.OFFICER_DECIDES and row.officer_decided)


def _leaders_days(asked: Asked) -> Found:
    """How many of the authority's days for leaders the group's leaders came to; two at one day count once."""
    start, end = asked.window
    leaders = leaders_of_groups(asked.groups, on=asked.day)
    group_of = defaultdict(set)
    for group, rows in leaders.items():
        for row in rows:
            group_of[row.user_id].add(group)
    came = Booking.objects.filter(
        came=True,
        person_id__in=list(group_of),
        event__kind=EventKind.LEADERS_DAY,
        event__on__gte=start,
        event__on__lt=end,
    )
    days: dict[int, set[int]] = {group: set() for group in leaders}
    for person, event in came.order_by("pk").values_list("person_id", "event_id"):
        for group in group_of[person]:
            days[group].add(event)
    return {
        group: Evidence(
            len(events),
            asked.day,
            ngettext("Came to %(number)d Leaders' Day", "Came to %(number)d Leaders' Days", len(events))
            % {"number": len(events)},
        )
        for group, events in days.items()
    }


# --- its members --------------------------------------------------------------------------------------------


def _attendance(asked: Asked) -> Found:
    """Whole per cent of the meetings a member could have been at, rounded down, as C7 counts them.

    Who could have been at none has missed none.
    """
    members = [member.pk for member in asked.members]
    counts = counts_within(members, days=asked.window)
    found = {}
    for member in asked.members:
        held, attended = counts.get(member.pk, (0, 0))
        words = _("%(attended)d of %(held)d meetings") % {"attended": attended, "held": held}
        found[member.pk] = Evidence(attended * 100 // held if held else 100, asked.day, words)
    return found


def _return(asked: Asked) -> Found:
    """The staff number of the count date, certified until the criterion's day. Of many settings every return
    is read: a list of them takes longer. A number says the same of every member.
    """
    returns = StaffReturn.objects.filter(period__count_date=asked.period.count_on)
    settings = {member.provider_id for member in asked.members}
    if len(settings) <= FEW_SETTINGS:
        returns = returns.filter(provider__in=settings)
    certified = dict(returns.order_by().values_list("provider_id", "staff"))
    words = _("Staff number certified: %(number)d")
    said = {
        number: Evidence(1, asked.period.count_on, words % {"number": number})
        for number in set(certified.values())
    }
    return {
        member.pk: said[certified[member.provider_id]]
        for member in asked.members
        if member.provider_id in certified
    }


def _registered(asked: Asked) -> Found:
    return {
        member.pk: Evidence(
            int(member.on_early_years_register is True),
            member.last_listed_on or asked.day,
            _("Ofsted's register"),
        )
        for member in asked.members
    }


def _tenure(asked: Asked) -> Found:
    """Days as a member up to the criterion's day, that day included."""
    return {
        member.pk: Evidence(
            (asked.day - member.joined_on).days + 1,
            asked.day,
            _("Member since %(day)s") % {"day": date_in_words(member.joined_on)},
        )
        for member in asked.members
        if member.joined_on <= asked.day
    }


def _mandate(asked: Asked) -> Found:
    """Signed for the payee in force on the day; the payee itself has accepted instead."""
    payees = payees_on(asked.groups, asked.day)
    signed = signed_for([payee.pk for payee in payees.values()], asked.day)
    found = {}
    for member in asked.members:
        payee = payees.get(member.collaboration_id)
        if payee is None:
            continue
        if payee.provider_id == member.provider_id:
            words = _("Receives the money itself")
            found[member.pk] = Evidence(1, payee.in_force_on or asked.day, words)
        elif day := signed.get(payee.pk, {}).get(member.pk):
            words = _("Mandate signed for %(payee)s") % {"payee": payee.provider.name}
            found[member.pk] = Evidence(1, day, words)
    return found


#: What each kind reads. `Kind.ACTIVE_MEMBERS` follows from the members' own criteria (`rules.deciding`).
READERS: dict[Kind, Callable[[Asked], Found]] = {
    Kind.WAYS_OF_WORKING: _ways_of_working,
    Kind.PLAN: _plan,
    Kind.EVALUATION: _evaluation,
    Kind.MEETINGS: _meetings,
    Kind.MINUTES: _minutes,
    Kind.PAYEE: _payee,
    Kind.SPEND_RETURN: _spend_return,
    Kind.UNSPENT: _unspent,
    Kind.LEADER: _leader,
    Kind.LEADERS_DAYS: _leaders_days,
    Kind.ATTENDANCE: _attendance,
    Kind.RETURN: _return,
    Kind.REGISTERED: _registered,
    Kind.TENURE: _tenure,
    Kind.MANDATE: _mandate,
}
