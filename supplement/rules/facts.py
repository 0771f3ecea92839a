"""S8: what a calculation reads of collaborations and members: frozen values, each number with its source.

They are read from the rows once, for the days of one period, and go into the snapshot of a run whole. Ids are
stable and order everything; days are dates, and intervals are half-open.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from supplement.rules.criteria import Consequence, Kind


@dataclass(frozen=True, slots=True)
class Source:
    """Where a number comes from, in words ("Staff return, confirmed by Mo Member"), and of which day."""

    words: str
    day: date


@dataclass(frozen=True, slots=True)
class Unmet:
    """S4: a criterion that is not met and was not waived, with what follows. ``percent`` with
    `Consequence.REDUCE`; ``words`` say what was seen ("3 of 5 meetings").
    """

    kind: Kind
    consequence: Consequence
    percent: int = 0
    words: str = ""

    def __post_init__(self) -> None:
        if not 0 <= self.percent <= 100:
            raise ValueError(f"{self.percent} per cent")


@dataclass(frozen=True, slots=True)
class Waiver:
    """S4: a criterion that was waived: by whom, on which day and why. It has no consequence and is shown."""

    kind: Kind
    by: str
    on: date
    reason: str


@dataclass(frozen=True, slots=True)
class Staff:
    """One person of a staff return's detail, with no name. ``hours`` a week; ``level`` of qualification."""

    hours: Decimal
    level: int | None = None

    def __post_init__(self) -> None:
        if self.hours < 0:
            raise ValueError(f"{self.hours} hours a week")


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Another membership of the same setting that reaches into the period."""

    membership_id: int
    collaboration_id: int
    joined_on: date
    left_on: date | None = None


#: One and the same value: what is as it is by default is seen at once.
NO_HOURS = Decimal(0)


@dataclass(frozen=True, slots=True)
class MemberFacts:
    """One membership ``[joined_on, left_on)`` that reaches into the period or holds on its count date.

    ``heads`` None: no staff number was confirmed, so nothing counts. ``fte`` where full-time posts were told
    without detail; ``staff`` is the detail. ``hours``: funded hours of the period. ``chosen_id``: the
    collaboration that a member of two names. ``carried_from``: the membership that this one carries on (a
    setting taken over, a group divided or merged), whose line it keeps.
    """

    membership_id: int
    provider_id: int
    provider_type: str
    joined_on: date
    left_on: date | None = None
    heads: int | None = None
    fte: Decimal | None = None
    staff: tuple[Staff, ...] = ()
    hours: Decimal = NO_HOURS
    unmet: tuple[Unmet, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    elsewhere: tuple[Elsewhere, ...] = ()
    chosen_id: int | None = None
    carried_from: int | None = None
    name: str = ""
    staff_source: Source | None = None
    hours_source: Source | None = None

    def __post_init__(self) -> None:
        if (self.heads or 0) < 0 or (self.fte or 0) < 0 or (self.hours is not NO_HOURS and self.hours < 0):
            raise ValueError(f"a number below nothing in membership {self.membership_id}")


@dataclass(frozen=True, slots=True)
class PlanShare:
    """Of a plan that divides or merges: so many parts of the sum go to this collaboration."""

    collaboration_id: int
    parts: int

    def __post_init__(self) -> None:
        if self.parts < 0:
            raise ValueError(f"{self.parts} parts")


@dataclass(frozen=True, slots=True)
class CollaborationFacts:
    """A collaboration with its members.

    ``unmet`` at the levels of collaboration, leader and payee (where no member can be left out).
    ``passes_to``: it divided or merged within the period, and its sum goes on by the plan's shares.
    """

    id: int
    name: str
    members: tuple[MemberFacts, ...]
    unmet: tuple[Unmet, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    passes_to: tuple[PlanShare, ...] = ()

    def __post_init__(self) -> None:
        if any(each.consequence is Consequence.EXCLUDE for each in self.unmet):
            raise ValueError(f"collaboration {self.id}: only a member can be left out")
