"""S2, S3: what a version of a scheme says, as frozen values: periods, pot, components, rules of joining.

The rows of the database are read into these, a run's snapshot is written from these, and the calculation
knows nothing else. Money is whole pence; a rate is a Decimal of pounds with at most four places; shares and
thresholds are whole per cent; a day is a date, and intervals are half-open.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Basis(TextChoices):
    """S3: what a component counts."""

    HEADS = "heads", _("For each member of staff")
    FTE = "fte", _("For each full-time post (full-time equivalent)")
    SETTING = "setting", _("For each setting")
    COLLABORATION = "collaboration", _("For each collaboration")
    HOURS = "hours", _("For each funded hour")
    POT = "pot", _("A share of a fixed sum")
    TIERS = "tiers", _("By size, in tiers")


class Measure(TextChoices):
    """What a fixed sum is shared by, and what a tier looks at."""

    HEADS = "heads", _("Staff, by head")
    FTE = "fte", _("Staff, by full-time equivalent")
    SETTINGS = "settings", _("Settings")
    HOURS = "hours", _("Funded hours")


class Counting(TextChoices):
    """S5: how somebody who joins or leaves within a period counts."""

    COUNT_DATE = "count_date", _("Whoever is a member on the count date counts for the whole period")
    DAYS = "days", _("By days as a member")
    MONTHS = "months", _("By whole months as a member")
    WHOLE = "whole", _("Only who is a member for the whole period")


@dataclass(frozen=True, slots=True)
class Tier:
    """From so many on (heads, FTE, settings or hours, inclusive) the sum is this."""

    from_number: Decimal
    pence: int


@dataclass(frozen=True, slots=True)
class Filter:
    """S3: who counts. An empty set, or None, lets everybody through.

    ``provider_types``: of settings (`Provider.Type`). ``min_hours`` (a week) and ``min_level`` (of a
    qualification, 1 to 8) are asked of each member of staff, and need the detail of the staff return; who has
    none does not pass a filter that asks.
    """

    provider_types: frozenset[str] = frozenset()
    min_hours: Decimal | None = None
    min_level: int | None = None

    @property
    def asks_detail(self) -> bool:
        return self.min_hours is not None or self.min_level is not None


@dataclass(frozen=True, slots=True)
class Component:
    """S3: one part of the supplement.

    ``key`` is stable over versions and orders lines; ``rate`` in pounds (four places) for each of its basis;
    ``sum_pence`` is the fixed sum of `Basis.POT`; ``tiers`` ascend; caps are pence for the whole period.
    """

    key: str
    name: str
    basis: Basis
    rate: Decimal = Decimal(0)
    sum_pence: int = 0
    measure: Measure = Measure.HEADS
    tiers: tuple[Tier, ...] = ()
    only: Filter = field(default_factory=Filter)
    member_cap_pence: int | None = None
    collaboration_cap_pence: int | None = None


@dataclass(frozen=True, slots=True)
class Instalment:
    """A day of payment and its part of the period's sum, in whole per cent. A period's parts make 100."""

    pay_on: date
    percent: int


@dataclass(frozen=True, slots=True)
class Period:
    """S2: a time that is paid for, ``[starts_on, ends_on)``, with its days."""

    key: str
    name: str
    starts_on: date
    ends_on: date
    count_on: date
    claims_from_on: date
    claims_until_on: date
    evidence_until_on: date
    instalments: tuple[Instalment, ...]


@dataclass(frozen=True, slots=True)
class Pot:
    """The money there is for one period, in pence; None: what the components come to.

    ``contingency_pence`` of it is kept back. ``ceiling_percent``: of the planned formula funding
    (``planned_funding_pence``), at most so much may be supplements.
    """

    pence: int | None = None
    contingency_pence: int = 0
    planned_funding_pence: int | None = None
    ceiling_percent: int = 12

    @property
    def shared_pence(self) -> int | None:
        """What may be paid: the pot less the contingency, never below nothing."""
        return None if self.pence is None else max(0, self.pence - self.contingency_pence)


@dataclass(frozen=True, slots=True)
class Caps:
    """Caps over all components together, in pence for one period."""

    member_pence: int | None = None
    collaboration_pence: int | None = None


class Twice(TextChoices):
    """Which of its groups a member of two is paid in."""

    FIRST_JOINED = "first_joined", _("The group it joined first")
    LAST_JOINED = "last_joined", _("The group it joined last")
    CHOSEN = "chosen", _("The group it names")
    SPLIT = "split", _("Half in each")


@dataclass(frozen=True, slots=True)
class Terms:
    """What a run needs of one version of a scheme for one period.

    ``full_time_hours``: a week, what one full-time post works.
    """

    components: tuple[Component, ...]
    period: Period
    pot: Pot = field(default_factory=Pot)
    caps: Caps = field(default_factory=Caps)
    joiners: Counting = Counting.COUNT_DATE
    leavers: Counting = Counting.COUNT_DATE
    twice: Twice = Twice.FIRST_JOINED
    full_time_hours: Decimal = Decimal(37)
