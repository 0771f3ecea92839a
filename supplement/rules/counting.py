"""S3, S5: what counts of a member: staff, posts, settings and hours, and for which part of the period.

Numbers are whole hundredths (6 heads are 600, 3.07 posts are 307), parts of a period exact fractions of 0 to 1.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from core.dates import Span, merge_spans, months_after, shared_span
from core.money import half_up
from supplement.rules.facts import MemberFacts, Staff
from supplement.rules.schemes import Counting, Filter, Measure, Period, Terms, Twice

NOTHING, WHOLE = Fraction(0), Fraction(1)


def hundredths(number: Decimal) -> int:
    """A number of at most two places as whole hundredths. ValueError where it has more."""
    return units(number, 100)


def units(number: Decimal, in_one: int) -> int:
    """A number as whole units, so many in one: exact, or ValueError."""
    whole = int(number * in_one)
    if whole != number * in_one:
        raise ValueError(f"{number} has more places than 1/{in_one}")
    return whole


def counted(measure: Measure, only: Filter, member: MemberFacts, full_time: int) -> int:
    """S3: what counts of a member, in hundredths.

    ``full_time``: hundredths of hours a week of one full-time post. Posts are rounded half up to two places
    once, for the member as a whole: 113.5 hours over 37 are 3.07 posts. Where the filter asks for detail, a
    setting and its hours count when one of its staff passes.
    """
    if only.provider_types and member.provider_type not in only.provider_types:
        return 0
    staff = passing(only, member.staff) if only.asks_detail else member.staff
    if only.asks_detail and not staff:
        return 0
    if measure is Measure.HEADS:
        heads = member.heads or 0
        return 100 * (min(heads, len(staff)) if only.asks_detail else heads)
    if measure is Measure.SETTINGS:
        return 100
    if measure is Measure.HOURS:
        return hundredths(member.hours)
    if not staff:
        return hundredths(member.fte or Decimal(0))
    return half_up(100 * sum(hundredths(person.hours) for person in staff), full_time)


def passing(only: Filter, staff: Sequence[Staff]) -> tuple[Staff, ...]:
    """S3: who of the detail passes a filter. A level that is not told passes no filter that asks for one."""
    return tuple(
        person
        for person in staff
        if (only.min_hours is None or person.hours >= only.min_hours)
        and (only.min_level is None or (person.level is not None and person.level >= only.min_level))
    )


def months_of(period: Period) -> list[Span]:
    """The months of a period, counted from its first day; the last one may be short."""
    months: list[Span] = []
    start = period.starts_on
    while start < period.ends_on:
        end = months_after(period.starts_on, len(months) + 1)
        months.append(Span(start, min(end, period.ends_on)))
        start = end
    return months


class Parts:
    """S5: which part of a period a time as a member counts for. It keeps what it has worked out.

    What is lost by joining within the period, by the scheme's choice for joiners, and what is lost by
    leaving, by the choice for leavers, are taken off the whole; the part is never below nothing.
    """

    def __init__(self, terms: Terms) -> None:
        self.terms, self.period = terms, terms.period
        self.days = (self.period.ends_on - self.period.starts_on).days
        self.months = months_of(self.period)
        self._kept: dict[tuple[date, date | None], Fraction] = {}

    def of(self, joined_on: date, left_on: date | None) -> Fraction:
        """S5: the part that one stretch of time counts for."""
        key = (joined_on, left_on)
        if (part := self._kept.get(key)) is None:
            lost = self._lost_by_joining(joined_on)
            if left_on is not None:
                lost += self._lost_by_leaving(left_on)
            part = self._kept[key] = max(NOTHING, WHOLE - lost)
        return part

    def _lost_by_joining(self, joined_on: date) -> Fraction:
        period, rule = self.period, self.terms.joiners
        if rule is Counting.COUNT_DATE:
            return NOTHING if joined_on <= period.count_on else WHOLE
        if rule is Counting.WHOLE:
            return NOTHING if joined_on <= period.starts_on else WHOLE
        if rule is Counting.DAYS:
            return Fraction(max(0, (joined_on - period.starts_on).days), self.days)
        return Fraction(sum(month.start < joined_on for month in self.months), len(self.months))

    def _lost_by_leaving(self, left_on: date) -> Fraction:
        period, rule = self.period, self.terms.leavers
        if rule is Counting.COUNT_DATE:
            return NOTHING if left_on > period.count_on else WHOLE
        if rule is Counting.WHOLE:
            return NOTHING if left_on >= period.ends_on else WHOLE
        if rule is Counting.DAYS:
            return Fraction(max(0, (period.ends_on - left_on).days), self.days)
        return Fraction(sum(left_on < month.end for month in self.months if month.end), len(self.months))

    def of_member(self, collaboration_id: int, member: MemberFacts) -> Fraction:
        """S5: the part of a member, and of a setting in several groups what this group is paid for: all its
        parts together are never more than one period.
        """
        own = self.of(member.joined_on, member.left_on)
        if not member.elsewhere or not own:
            return own
        mine = _Stretch(member.membership_id, collaboration_id, _span(member.joined_on, member.left_on))
        others = [
            _Stretch(other.membership_id, other.collaboration_id, _span(other.joined_on, other.left_on))
            for other in member.elsewhere
            if self.of(other.joined_on, other.left_on)
        ]
        stretches = sorted([mine, *others], key=lambda stretch: (stretch.span.start, stretch.membership_id))
        if self.terms.twice is Twice.SPLIT:
            return self._split(mine, stretches)
        if self.terms.twice is Twice.LAST_JOINED:
            stretches.reverse()
        elif self.terms.twice is Twice.CHOSEN:
            stretches.sort(key=lambda stretch: stretch.collaboration_id != member.chosen_id)
        return self._in_turn(mine, stretches)

    def _in_turn(self, mine: _Stretch, stretches: Sequence[_Stretch]) -> Fraction:
        """Each is paid for the time in which none before it was, and for no more than the period's rest."""
        rest, before, part = WHOLE, list[Span](), NOTHING
        for stretch in stretches:
            both = [span for other in before if (span := shared_span(stretch.span, other)) is not None]
            part = max(NOTHING, min(rest, self._of_spans([stretch.span]) - self._of_spans(both)))
            if stretch is mine:
                break
            rest -= part
            before.append(stretch.span)
        return part

    def _split(self, mine: _Stretch, stretches: Sequence[_Stretch]) -> Fraction:
        """Equal parts of the time in which it is in several groups at once."""
        parts = {stretch.membership_id: self._split_part(stretch, stretches) for stretch in stretches}
        return Fraction(parts[mine.membership_id], max(WHOLE, sum(parts.values())))

    def _split_part(self, stretch: _Stretch, stretches: Sequence[_Stretch]) -> Fraction:
        """The whole of the time alone, half of the time in two groups, a third of that in three: what is
        taken off the whole for each group more.
        """
        days = sorted({day for other in stretches for day in (other.span.start, _end(other.span))})
        pieces = [Span(start, end) for start, end in pairwise(days) if stretch.span.holds_on(start)]
        part = self._of_spans([stretch.span])
        for groups in range(2, len(stretches) + 1):
            held = [
                piece
                for piece in pieces
                if sum(other.span.holds_on(piece.start) for other in stretches) >= groups
            ]
            part -= Fraction(self._of_spans(held), groups * (groups - 1))
        return max(NOTHING, part)

    def _of_spans(self, spans: Iterable[Span]) -> Fraction:
        return min(WHOLE, sum((self.of(span.start, span.end) for span in merge_spans(spans)), NOTHING))


class _Stretch:
    """A membership of a setting, as time."""

    __slots__ = ("collaboration_id", "membership_id", "span")

    def __init__(self, membership_id: int, collaboration_id: int, span: Span) -> None:
        self.membership_id, self.collaboration_id, self.span = membership_id, collaboration_id, span


def _span(joined_on: date, left_on: date | None) -> Span:
    return Span(joined_on, left_on or date.max)


def _end(span: Span) -> date:
    return span.end or date.max
