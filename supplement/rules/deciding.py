"""S4: whether the criteria are met, on which evidence, and what follows for a collaboration and each member.

Evidence is what the product knows: a number (or yes and no), its day and where it stands. Nobody types it.
Reductions add up, to at most the whole: two rules that take 10 % and 5 % take 15 %.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from django.utils.translation import gettext_noop

from core.dates import day_after
from core.money import pounds
from core.reasons import Reason
from supplement.rules.criteria import (
    AT_MOST,
    LEVELS,
    UNITS,
    Consequence,
    Criterion,
    Kind,
    Level,
    Unit,
    When,
)
from supplement.rules.schemes import Period

CODE = "S4"


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known for one kind of one collaboration, member, leader or payee.

    ``value`` in the unit of the kind; 1 and 0 for yes and no; None where nothing is known, which is a no.
    ``known_on``: the day it was true. ``source``: words for "show working", such as "3 minutes of meetings".
    """

    value: int | None
    known_on: date
    source: str = ""


@dataclass(frozen=True, slots=True)
class Waiver:
    """That somebody let a criterion pass, and why (S4). ``member`` None: for the collaboration."""

    kind: Kind
    by: str
    on: date
    why: str
    member: int | None = None


class Standing(StrEnum):
    """How a criterion stands on a day."""

    MET = "met"
    OPEN = "open"
    WAIVED = "waived"
    UNMET = "unmet"


@dataclass(frozen=True, slots=True)
class Finding:
    """One criterion, decided: how it stands, of which member (None: of the collaboration, its leaders or its
    payee), until when it may be met, and why as a sentence.
    """

    criterion: Criterion
    standing: Standing
    member: int | None
    evidence: Evidence | None
    until_on: date
    reason: Reason
    waiver: Waiver | None = None

    @property
    def consequence(self) -> Consequence | None:
        """What follows; None where nothing does."""
        return self.criterion.consequence if self.standing is Standing.UNMET else None


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the criteria make of a claim: nothing is paid, it waits, who is left out, and per cent less."""

    findings: tuple[Finding, ...]
    is_blocked: bool
    is_held: bool
    excluded: frozenset[int]
    percent_less: int
    member_percent_less: Mapping[int, int]
    active: frozenset[int]


@dataclass(frozen=True, slots=True)
class Known:
    """The evidence of one collaboration: its own (by kind), and each member's (by member, then kind)."""

    own: Mapping[Kind, Evidence] = field(default_factory=dict)
    members: Mapping[int, Mapping[Kind, Evidence]] = field(default_factory=dict)


def asked_on(criterion: Criterion, period: Period) -> date:
    """The day on which it must hold, before any grace. Last days are the days before a window's end."""
    return {
        When.COUNT: period.count_on,
        When.CLAIM: period.claims_until_on,
        When.EVIDENCE: period.evidence_until_on,
    }[criterion.asked]


def window_of(criterion: Criterion, period: Period) -> tuple[date, date]:
    """The time that is looked at, ``[from, until)``: so many days up to the day, or the period up to it."""
    until = day_after(asked_on(criterion, period))
    if criterion.window_days is None:
        return min(period.starts_on, until), until
    return until - timedelta(days=criterion.window_days), until


def is_met(criterion: Criterion, evidence: Evidence | None) -> bool:
    """Whether a number reaches the threshold (or stays below it), or the answer is yes."""
    if evidence is None or evidence.value is None:
        return False
    if criterion.kind not in UNITS:
        return evidence.value > 0
    threshold = criterion.threshold or 0
    if criterion.kind in AT_MOST:
        return evidence.value <= threshold
    return evidence.value >= threshold


def decide(
    criteria: Sequence[Criterion],
    known: Known,
    *,
    members: Iterable[int],
    period: Period,
    waivers: Iterable[Waiver] = (),
    today: date,
) -> Verdict:
    """S4: every criterion of a scheme for one collaboration on a day.

    Members come first: an active member passes every rule of members, a waived one included, and active
    members are what `Kind.ACTIVE_MEMBERS` counts.
    """
    waived = {(waiver.kind, waiver.member): waiver for waiver in waivers}
    numbers = sorted(members)
    of_members = [row for row in criteria if LEVELS[row.kind] is Level.MEMBER]
    findings = [
        _finding(row, known.members.get(number, {}).get(row.kind), number, period, waived, today)
        for number in numbers
        for row in of_members
    ]
    fails = {row.member for row in findings if row.standing in (Standing.UNMET, Standing.OPEN)}
    active = frozenset(numbers) - fails
    counted = Evidence(len(active), period.count_on)
    findings += [
        _finding(row, known.own.get(row.kind, counted if row.kind is Kind.ACTIVE_MEMBERS else None), None,
                 period, waived, today)
        for row in criteria
        if row not in of_members
    ]  # fmt: skip
    return _verdict(findings, numbers, active)


def _verdict(findings: Sequence[Finding], numbers: Sequence[int], active: frozenset[int]) -> Verdict:
    own = [row for row in findings if row.member is None]
    less = {number: _less(row for row in findings if row.member == number) for number in numbers}
    follows = {row.consequence for row in findings}
    return Verdict(
        findings=tuple(findings),
        is_blocked=Consequence.BLOCK in follows,
        is_held=Consequence.HOLD in follows or any(_waits(row) for row in findings),
        excluded=frozenset(
            row.member for row in findings if row.member and row.consequence is Consequence.EXCLUDE
        ),
        percent_less=_less(own),
        member_percent_less={number: percent for number, percent in less.items() if percent},
        active=active,
    )


def _waits(finding: Finding) -> bool:
    """Something that would cost money may still be met: the payment is not calculated before its day."""
    return finding.standing is Standing.OPEN and finding.criterion.consequence is not Consequence.WARN


def _less(findings: Iterable[Finding]) -> int:
    """Per cent that reductions take together, at most all."""
    return min(
        100,
        sum(row.criterion.reduce_percent for row in findings if row.consequence is Consequence.REDUCE),
    )


def _finding(
    criterion: Criterion,
    evidence: Evidence | None,
    member: int | None,
    period: Period,
    waived: Mapping[tuple[Kind, int | None], Waiver],
    today: date,
) -> Finding:
    until = asked_on(criterion, period) + timedelta(days=criterion.grace_days)
    waiver = waived.get((criterion.kind, member)) if criterion.may_be_waived else None
    if is_met(criterion, evidence):
        standing = Standing.MET
    elif waiver is not None:
        standing = Standing.WAIVED
    else:
        standing = Standing.OPEN if today <= until else Standing.UNMET
    return Finding(
        criterion,
        standing,
        member,
        evidence,
        until,
        _said(criterion, standing, evidence, until, waiver),
        waiver if standing is Standing.WAIVED else None,
    )


_SENTENCES: dict[Standing, str] = {
    Standing.MET: gettext_noop("%(what)s: met."),
    Standing.OPEN: gettext_noop("%(what)s: not met yet. You have until %(until)s."),
    Standing.WAIVED: gettext_noop("%(what)s: not met. %(by)s let it pass on %(day)s: %(why)s"),
    Standing.UNMET: gettext_noop("%(what)s: not met by %(until)s."),
}
_WITH_NUMBER: dict[Standing, str] = {
    Standing.MET: gettext_noop("%(what)s: %(value)s of %(threshold)s, met."),
    Standing.OPEN: gettext_noop("%(what)s: %(value)s of %(threshold)s so far. You have until %(until)s."),
    Standing.WAIVED: gettext_noop(
        "%(what)s: %(value)s of %(threshold)s. %(by)s let it pass on %(day)s: %(why)s"
    ),
    Standing.UNMET: gettext_noop("%(what)s: %(value)s of %(threshold)s on %(until)s."),
}
_AT_MOST: dict[Standing, str] = {
    Standing.MET: gettext_noop("%(what)s: %(value)s, at most %(threshold)s. Met."),
    Standing.OPEN: gettext_noop(
        "%(what)s: %(value)s, at most %(threshold)s, so far. You have until %(until)s."
    ),
    Standing.WAIVED: gettext_noop(
        "%(what)s: %(value)s, at most %(threshold)s. %(by)s let it pass on %(day)s: %(why)s"
    ),
    Standing.UNMET: gettext_noop("%(what)s: %(value)s, at most %(threshold)s, on %(until)s."),
}


def _said(
    criterion: Criterion,
    standing: Standing,
    evidence: Evidence | None,
    until: date,
    waiver: Waiver | None,
) -> Reason:
    facts: dict[str, str | int | date] = {"what": str(criterion.kind.label), "until": until}
    sentences = _SENTENCES
    if criterion.kind in UNITS:
        sentences = _AT_MOST if criterion.kind in AT_MOST else _WITH_NUMBER
        facts |= {
            "value": _number(criterion, evidence.value if evidence else None),
            "threshold": _number(criterion, criterion.threshold or 0),
        }
    if waiver is not None and standing is Standing.WAIVED:
        facts |= {"by": waiver.by, "day": waiver.on, "why": waiver.why}
    return Reason(CODE, sentences[standing], facts)


def _number(criterion: Criterion, value: int | None) -> str:
    """A number of a kind as people read it: 80%, £100.00, 3."""
    unit = UNITS[criterion.kind]
    number = value or 0
    if unit is Unit.PENCE:
        return pounds(number)
    return f"{number}%" if unit is Unit.PERCENT else str(number)
