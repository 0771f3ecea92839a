"""S8: terms and facts written as JSON, and read back as the same: in the formats of snapshots up to now.

What is empty by default is left out: a field added later reads as its default in an old snapshot. Decimals,
days and sets are texts and lists in one way of writing each.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from operator import attrgetter
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
Write = Callable[[Any], str]
_quoted = json.JSONEncoder(ensure_ascii=False).encode


def written(value: Any) -> str:
    """A value of terms or facts as JSON: names in order, nothing between the parts."""
    return _WRITERS[type(value)](value)


def _decimal(number: Decimal) -> str:
    """A number in one way of writing: 12.5 of 12.50, 100 of 1E+2."""
    return f'"{number.normalize():f}"'


def _tuple(values: tuple[Any, ...]) -> str:
    return f"[{','.join([_WRITERS[type(value)](value) for value in values])}]"


def _set(values: frozenset[Any]) -> str:
    return _tuple(tuple(sorted(values)))


def _defaults_of(kind: type) -> dict[str, Any]:
    """By field of a frozen value, in the order of their names."""
    return {
        field.name: field.default if factory is dataclasses.MISSING else factory()
        for field in sorted(dataclasses.fields(kind), key=lambda field: field.name)
        for factory in [field.default_factory]
    }


def _writer_of(kind: type) -> Write:
    """How a frozen value is written. Its fields are looked up once: there are hundreds of thousands."""
    defaults = _defaults_of(kind)
    keys = [(f'"{name}":', default) for name, default in defaults.items()]
    values_of = attrgetter(*defaults)

    def write(value: Any) -> str:
        parts = [
            f"{key}{_WRITERS[type(held)](held)}"
            for (key, default), held in zip(keys, values_of(value), strict=True)
            if held or (held is not default and held != default)
        ]
        return f"{{{','.join(parts)}}}"

    return write


class _Writers(dict[type, Write]):
    """By the kind of value. What is none of these is a choice, or a frozen value."""

    def __missing__(self, kind: type) -> Write:
        writer: Write = _choice if issubclass(kind, TextChoices) else _writer_of(kind)
        self[kind] = writer
        return writer


def _choice(value: TextChoices) -> str:
    return _quoted(value.value)


#: What is known of nearly every member; of most nothing else is.
_USUAL = ("heads", "joined_on", "membership_id", "name", "provider_id", "provider_type", "staff_source")
_UNUSUAL = {name: default for name, default in _defaults_of(MemberFacts).items() if name not in _USUAL}
_unusual_of, _NOTHING_UNUSUAL = attrgetter(*_UNUSUAL), tuple(_UNUSUAL.values())
_any_member = _writer_of(MemberFacts)


def _member(member: MemberFacts) -> str:
    """The same as of any other frozen value, in a third of the time: most of a snapshot is members."""
    source = member.staff_source
    if source is None or not member.name or member.heads is None or _unusual_of(member) != _NOTHING_UNUSUAL:
        return _any_member(member)
    return (
        f'{{"heads":{member.heads},"joined_on":"{member.joined_on.isoformat()}",'
        f'"membership_id":{member.membership_id},"name":{_quoted(member.name)},'
        f'"provider_id":{member.provider_id},"provider_type":{_quoted(member.provider_type)},'
        f'"staff_source":{{"day":"{source.day.isoformat()}","words":{_quoted(source.words)}}}}}'
    )


_WRITERS = _Writers(
    {
        MemberFacts: _member,
        int: str,
        str: _quoted,
        bool: lambda value: "true" if value else "false",
        type(None): lambda _nothing: "null",
        date: lambda day: f'"{day.isoformat()}"',
        Decimal: _decimal,
        frozenset: _set,
        tuple: _tuple,
    }
)


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
