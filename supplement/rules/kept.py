"""S8: terms and facts as plain values of JSON, and read back as the same: in the formats of snapshots up to now.

What is empty by default is left out: a field added later reads as its default in an old snapshot. Decimals,
days and sets are texts and lists in one way of writing each.
"""

from __future__ import annotations

import dataclasses
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import TextChoices

from supplement.rules.criteria import Consequence, Kind
from supplement.rules.facts import (
    CollaborationFacts,
    Elsewhere,
    MemberFacts,
    PlanShare,
    Source,
    Staff,
    Unmet,
    Waiver,
)
from supplement.rules.schemes import (
    Basis,
    Caps,
    Component,
    Counting,
    Filter,
    Instalment,
    Measure,
    Period,
    Pot,
    Terms,
    Tier,
    Twice,
)

Plain = Any
_AS_IT_IS = frozenset({int, str, bool, type(None)})


def kept(value: Any) -> Plain:
    """A value of terms or facts as JSON holds it."""
    if type(value) in _AS_IT_IS:
        return value
    if isinstance(value, TextChoices):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return plain_decimal(value)
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, tuple):
        return [kept(each) for each in value]
    return {
        name: held if type(held) in _AS_IT_IS else kept(held)
        for name, default in _fields(type(value))
        if (held := getattr(value, name)) or (held is not default and held != default)
    }


def plain_decimal(number: Decimal) -> str:
    """A number in one way of writing: 12.5 of 12.50, 100 of 1E+2."""
    return format(number.normalize(), "f")


_FIELDS: dict[type, tuple[tuple[str, Any], ...]] = {}


def _fields(kind: type) -> tuple[tuple[str, Any], ...]:
    """Names and defaults of a frozen value's fields, looked up once."""
    if kind not in _FIELDS:
        _FIELDS[kind] = tuple(
            (field.name, field.default if factory is dataclasses.MISSING else factory())
            for field in dataclasses.fields(kind)
            for factory in [field.default_factory]
        )
    return _FIELDS[kind]


def _read(kind: type, plain: Plain, /, **readers: Any) -> Any:
    """A frozen value of a plain one; ``readers`` by the names of the fields that are no plain value.

    TypeError and ValueError (of a Decimal: ArithmeticError) for what cannot be.
    """
    return kind(**{name: readers[name](held) if name in readers else held for name, held in plain.items()})


def _each(read: Any) -> Any:
    return lambda plain: tuple(read(value) for value in plain)


def _maybe(read: Any) -> Any:
    return lambda plain: None if plain is None else read(plain)


_day = _maybe(date.fromisoformat)
_number = _maybe(Decimal)


def read_terms(plain: Plain) -> Terms:
    """The terms of a snapshot of the first format."""
    return _read(
        Terms, plain,
        components=_each(_read_component), period=_read_period, pot=lambda held: _read(Pot, held),
        caps=lambda held: _read(Caps, held), joiners=Counting, leavers=Counting, twice=Twice,
        full_time_hours=_number,
    )  # fmt: skip


def _read_component(plain: Plain) -> Component:
    return _read(
        Component, plain,
        basis=Basis, rate=_number, measure=Measure, only=_read_filter,
        tiers=_each(lambda held: _read(Tier, held, from_number=_number)),
    )  # fmt: skip


def _read_filter(plain: Plain) -> Filter:
    return _read(Filter, plain, provider_types=frozenset, min_hours=_number)


def _read_period(plain: Plain) -> Period:
    days = ("starts_on", "ends_on", "count_on", "claims_from_on", "claims_until_on", "evidence_until_on")
    instalments = _each(lambda held: _read(Instalment, held, pay_on=_day))
    return _read(Period, plain, instalments=instalments, **dict.fromkeys(days, _day))


def read_collaboration(plain: Plain) -> CollaborationFacts:
    """A collaboration of a snapshot of the first format."""
    return _read(
        CollaborationFacts, plain,
        members=_each(_read_member), unmet=_each(_read_unmet), waivers=_each(_read_waiver),
        passes_to=_each(lambda held: _read(PlanShare, held)),
    )  # fmt: skip


def _read_member(plain: Plain) -> MemberFacts:
    return _read(
        MemberFacts, plain,
        joined_on=_day, left_on=_day, fte=_number, hours=_number,
        staff=_each(lambda held: _read(Staff, held, hours=_number)),
        unmet=_each(_read_unmet), waivers=_each(_read_waiver),
        elsewhere=_each(lambda held: _read(Elsewhere, held, joined_on=_day, left_on=_day)),
        staff_source=_read_source, hours_source=_read_source,
    )  # fmt: skip


def _read_unmet(plain: Plain) -> Unmet:
    return _read(Unmet, plain, kind=Kind, consequence=Consequence)


def _read_waiver(plain: Plain) -> Waiver:
    return _read(Waiver, plain, kind=Kind, on=_day)


_read_source = _maybe(lambda held: _read(Source, held, day=_day))
