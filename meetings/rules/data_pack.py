"""The data pack of a Leaders' Day (L4): what is counted of the county and of each group, and what may be
told.

A setting that is in two groups is counted once in the county. Attendance and returns are the business of a
group: somebody who leads another one is told numbers of the county alone, and none from which the numbers
of a single group, or of a few settings, can be worked out by taking the own ones away.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

#: Fewer than so many are not told.
LEAST_TOLD = 5


@dataclass(frozen=True, slots=True)
class Member:
    """A member of a day: its group and setting, the kind of its published judgement, and C7's numbers."""

    group: int
    setting: int
    judged: str
    held: int = 0
    attended: int = 0
    is_below: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """A setting that a group had on the day of the count, and whether its staff number was certified."""

    group: int
    setting: int
    is_certified: bool


@dataclass(frozen=True, slots=True)
class Numbers:
    """What is counted of some members: ``judged`` has a number for each kind; ``counted`` are those of whom a
    meeting counts, ``below`` those of them under the share that their group agreed.
    """

    members: int = 0
    judged: Mapping[str, int] = field(default_factory=dict)
    counted: int = 0
    held: int = 0
    attended: int = 0
    below: int = 0
    asked: int = 0
    certified: int = 0

    @property
    def percent(self) -> int | None:
        """Whole, rounded down as C7 has it; None where no meeting counts."""
        return 100 * self.attended // self.held if self.held else None

    @property
    def missing(self) -> int:
        return self.asked - self.certified


def numbers_of(members: Iterable[Member], asked: Iterable[Asked]) -> Numbers:
    """Of some members taken together: each setting's judgement and return count once."""
    members = list(members)
    kinds = {member.setting: member.judged for member in members}
    certified = {row.setting: row.is_certified for row in asked}
    counted = [member for member in members if member.held]
    return Numbers(
        members=len(kinds),
        judged=Counter(kinds.values()),
        counted=len(counted),
        held=sum(member.held for member in counted),
        attended=sum(member.attended for member in counted),
        below=sum(member.is_below for member in counted),
        asked=len(certified),
        certified=sum(certified.values()),
    )


def numbers_by_group(
    groups: Iterable[int], members: Iterable[Member], asked: Iterable[Asked]
) -> dict[int, Numbers]:
    """The same of each of these groups, in their order; nought of everything where one has nobody."""
    parts: dict[int, tuple[list[Member], list[Asked]]] = {group: ([], []) for group in groups}
    for member in members:
        if member.group in parts:
            parts[member.group][0].append(member)
    for row in asked:
        if row.group in parts:
            parts[row.group][1].append(row)
    return {group: numbers_of(*part) for group, part in parts.items()}


@dataclass(frozen=True, slots=True)
class Told:
    """Which numbers of the county somebody is told who sees those of the own groups beside them."""

    attendance: bool = True
    below: bool = True
    returns: bool = True
    missing: bool = True


EVERYTHING = Told()


def told_of_county(by_group: Mapping[int, Numbers], own: Collection[int]) -> Told:
    """What may be told: rates only of five other groups or more, parts only where neither the part of the
    others nor the rest of it is below five. Nought tells nothing of anybody.
    """
    others = [numbers for group, numbers in by_group.items() if group not in own]
    attendance = sum(bool(numbers.counted) for numbers in others) >= LEAST_TOLD
    returns = sum(bool(numbers.asked) for numbers in others) >= LEAST_TOLD
    counted, below = sum(each.counted for each in others), sum(each.below for each in others)
    asked, missing = sum(each.asked for each in others), sum(each.missing for each in others)
    return Told(
        attendance=attendance,
        below=attendance and is_many(below, counted),
        returns=returns,
        missing=returns and is_many(missing, asked),
    )


def is_many(part: int, whole: int) -> bool:
    """Whether a part of a whole tells of nobody in particular: none, or five at least with five others."""
    return part == 0 or (part >= LEAST_TOLD and whole - part >= LEAST_TOLD)
