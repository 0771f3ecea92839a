"""S4: whether the criteria are met, on which evidence, and what follows for a collaboration and each member.

Evidence is what the product knows: a number (or yes and no), its day and where it stands. Nobody types it.
What follows is handed to the calculation (`facts.Unmet`).
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
from supplement.rules.facts import Unmet, Waiver
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


class Standing(StrEnum):
    """How a criterion stands on a day."""

    MET = "met"
    OPEN = "open"
    WAIVED = "waived"
    UNMET = "unmet"


@dataclass(frozen=True, slots=True)
class Finding:
    """One criterion, decided: how it stands, of which member (None: of the collaboration, its leaders or its
    payee), until when it may be met, and who let it pass.
    """

    criterion: Criterion
    standing: Standing
    member: int | None
    evidence: Evidence | None
    until_on: date
    waiver: Waiver | None = None

    @property
    def reason(self) -> Reason:
        """Why, as a sentence."""
        return _said(self.criterion, self.standing, self.evidence, self.until_on, self.waiver)

    @property
    def unmet(self) -> Unmet | None:
        """What follows, for the calculation; None where nothing does.

        What may still be met, and would cost money, holds the payment until its day.
        """
        consequence = self.criterion.consequence
        if self.standing is Standing.OPEN and consequence is not Consequence.WARN:
            return Unmet(self.criterion.kind, Consequence.HOLD, words=str(self.reason))
        if self.standing is not Standing.UNMET:
            return None
        percent = self.criterion.reduce_percent if consequence is Consequence.REDUCE else 0
        return Unmet(self.criterion.kind, consequence, percent, str(self.reason))


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the criteria make of a claim: every finding, and the active members (who pass every rule of
    members).
    """

    findings: tuple[Finding, ...]
    active: frozenset[int]

    def unmet_of(self, member: int | None) -> tuple[Unmet, ...]:
        """What follows for a member; None: for the collaboration, with its leaders and its payee."""
        return tuple(row.unmet for row in self.findings if row.member == member and row.unmet is not None)

    def waivers_of(self, member: int | None) -> tuple[Waiver, ...]:
        """What was let pass of a member; None: of the collaboration."""
        return tuple(row.waiver for row in self.findings if row.member == member and row.waiver is not None)


@dataclass(frozen=True, slots=True)
class Known:
    """The evidence of one collaboration: its own (by kind), and each member's (by member, then kind)."""

    own: Mapping[Kind, Evidence] = field(default_factory=dict)
    members: Mapping[int, Mapping[Kind, Evidence]] = field(default_factory=dict)


def asked_on(criterion: Criterion, period: Period) -> date:
    """The day on which it must hold, before any grace. Last days are the days before a window's end."""
    if criterion.asked is When.COUNT:
        return period.count_on
    return period.claims_until_on if criterion.asked is When.CLAIM else period.evidence_until_on


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
    waivers: Mapping[int | None, Iterable[Waiver]] | None = None,
    today: date,
    with_met: bool = True,
) -> Verdict:
    """S4: every criterion of a scheme for one collaboration on a day; ``with_met`` False: of members only
    those that are not met, which is all that a payment follows from.

    Members come first: an active member passes every rule of members, a waived one included, and active
    members are what `Kind.ACTIVE_MEMBERS` counts. ``waivers`` by member, None for the collaboration.
    """
    waived = {(row.kind, of): row for of, rows in (waivers or {}).items() for row in rows}
    numbers = sorted(members)
    days = [(row, asked_on(row, period) + timedelta(days=row.grace_days)) for row in criteria]
    of_members = [(row, until) for row, until in days if LEVELS[row.kind] is Level.MEMBER]
    findings = []
    for number in numbers:
        evidence = known.members.get(number, {})
        for row, until in of_members:
            seen = evidence.get(row.kind)
            if with_met or not is_met(row, seen):
                findings.append(_finding(row, seen, number, until, waived, today))
    fails = {row.member for row in findings if row.standing in (Standing.UNMET, Standing.OPEN)}
    active = frozenset(numbers) - fails
    counted = Evidence(len(active), period.count_on)
    findings += [
        _finding(row, known.own.get(row.kind, counted if row.kind is Kind.ACTIVE_MEMBERS else None), None,
                 until, waived, today)
        for row, until in days
        if LEVELS[row.kind] is not Level.MEMBER
    ]  # fmt: skip
    return Verdict(tuple(findings), active)


def _finding(
    criterion: Criterion,
    evidence: Evidence | None,
    member: int | None,
    until: date,
    waived: Mapping[tuple[Kind, int | None], Waiver],
    today: date,
) -> Finding:
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
        waiver if standing is Standing.WAIVED else None,
    )


_SENTENCES: dict[Standing, str] = {
    Standing.MET: gettext_noop("%(what)s: met."),
    Standing.OPEN: gettext_noop("%(what)s: not met yet. You have until %(until)s."),
    Standing.WAIVED: gettext_noop("%(what)s: not met. %(by)s let it pass on %(day)s: %(why)s"),
    Standing.UNMET: gettext_noop("%(what)s: not met by %(until)s."),
}
_WITH_NUMBER: dict[Standing, str] = {
    Standing.MET: gettext_noop("%(what)s: %(value)s, at least %(threshold)s. Met."),
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
    if waiver is not None:
        facts |= {"by": waiver.by, "day": waiver.on, "why": waiver.reason}
    return Reason(CODE, sentences[standing], facts)


def _number(criterion: Criterion, value: int | None) -> str:
    """A number of a kind as people read it: 80%, £100.00, 3."""
    unit = UNITS[criterion.kind]
    number = value or 0
    if unit is Unit.PENCE:
        return pounds(number)
    return f"{number}%" if unit is Unit.PERCENT else str(number)
