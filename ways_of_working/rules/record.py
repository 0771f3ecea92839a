"""W4: the adoption record: who was a member, led, held an office
and answered when a version was adopted, by name.

Kept once as JSON on the version and read from there ever after; for a version that is not adopted the same
shape is filled with what is so today. Codes are kept, never words, so that they are translated where they are
shown.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from datetime import date
from typing import Any, TypeVar

Line = TypeVar("Line")


@dataclass(frozen=True, slots=True)
class MemberLine:
    """A member setting: its number in the register (the payee is
    named by it), name, type (a code of the register).
    """

    provider: int = 0
    name: str = ""
    kind: str = ""
    joined_on: date | None = None


@dataclass(frozen=True, slots=True)
class LeaderLine:
    """Somebody who leads: ``manner`` is a code (sole, joint, rotating)."""

    name: str = ""
    setting: str = ""
    manner: str = ""


@dataclass(frozen=True, slots=True)
class OfficeLine:
    """An office holder: ``office`` is a code (chair, administrator, safeguarding)."""

    office: str = ""
    name: str = ""
    setting: str = ""


@dataclass(frozen=True, slots=True)
class AnswerLine:
    """What a member answered: ``answer`` is a code (agrees, change, abstains)."""

    setting: str = ""
    answer: str = ""
    on: date | None = None
    by: str = ""


@dataclass(frozen=True, slots=True)
class PartnerLine:
    """A partner of a delivery partnership; hours a week as text ("12.50")."""

    setting: str = ""
    hours: str = ""


@dataclass(frozen=True, slots=True)
class PartnershipLine:
    """A delivery partnership: ``model`` is a code of the register, ``hours`` those at the lead setting."""

    lead: str = ""
    model: str = ""
    hours: str = ""
    transport: str = ""
    contact: str = ""
    reference: str = ""
    starts_on: date | None = None
    ends_on: date | None = None
    partners: tuple[PartnerLine, ...] = ()


@dataclass(frozen=True, slots=True)
class Record:
    """Everything about people and settings that a version of the ways of working says.

    ``rule``: who had to agree (a code).
    """

    members: tuple[MemberLine, ...] = ()
    leaders: tuple[LeaderLine, ...] = ()
    offices: tuple[OfficeLine, ...] = ()
    answers: tuple[AnswerLine, ...] = ()
    partnerships: tuple[PartnershipLine, ...] = ()
    rule: str = ""

    @property
    def names(self) -> dict[int, str]:
        """The settings by their numbers, for the payee."""
        return {member.provider: member.name for member in self.members}


def record_as_json(record: Record) -> dict[str, Any]:
    """The record as JSON: dates as 2026-11-21."""
    plain: dict[str, Any] = _plain(asdict(record))
    return plain


def record_from(raw: Mapping[str, Any]) -> Record:
    """The record as it was kept.

    What is missing or of another shape is left out: an old record must stay readable for ever.
    """
    return Record(
        members=_lines(raw.get("members"), MemberLine),
        leaders=_lines(raw.get("leaders"), LeaderLine),
        offices=_lines(raw.get("offices"), OfficeLine),
        answers=_lines(raw.get("answers"), AnswerLine),
        partnerships=_lines(raw.get("partnerships"), PartnershipLine),
        rule=str(raw.get("rule") or ""),
    )


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, dict):
        return {name: _plain(one) for name, one in value.items()}
    return [_plain(one) for one in value] if isinstance(value, (list, tuple)) else value


def _lines(raw: object, shape: Callable[..., Line]) -> tuple[Line, ...]:
    if not isinstance(raw, Sequence) or isinstance(raw, str):
        return ()
    return tuple(_line(one, shape) for one in raw if isinstance(one, Mapping))


def _line(raw: Mapping[str, Any], shape: Any) -> Any:
    return shape(
        **{
            field.name: _value(field.name, raw[field.name])
            for field in fields(shape)
            if raw.get(field.name) is not None
        }
    )


def _value(name: str, raw: Any) -> Any:
    if name == "partners":
        return _lines(raw, PartnerLine)
    if name == "provider":
        return raw if isinstance(raw, int) else 0
    if name == "on" or name.endswith("_on"):
        return _day(raw)
    return str(raw)


def _day(raw: Any) -> date | None:
    try:
        return date.fromisoformat(str(raw)[:10])
    except ValueError:
        return None
