"""Engagements: where people of the early years team are expected, contributed by the apps (L4, N3).

A first meeting, a meeting of a group by invitation, a Leaders' Day. The list "Meetings to attend" shows all
of them with their clashes; what is due (``core.frame.news``) names each to whoever comes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from itertools import combinations

from core.frame.registry import Registry


class Clash(StrEnum):
    """Two engagements of one person on one day: their times overlap, or nobody can say because one has
    none.
    """

    OVERLAP = "overlap"
    SAME_DAY = "same_day"


@dataclass(frozen=True, slots=True)
class Engagement:
    """Somebody of the team is expected somewhere, or somebody asks that one of them comes.

    ``source`` and ``pk`` name it. ``kind`` is what it is, ``about`` the group or event, both in words.
    ``url_name`` with ``url_args`` is its page. Times are those of clocks in England; None is not known.
    ``person_id``: who comes; None while nobody is named. ``is_accepted``: whether it was promised.
    ``note`` is what else there is to know in a sentence.
    """

    source: str
    pk: int
    on: date
    kind: str
    about: str
    url_name: str
    url_args: tuple[int, ...] = ()
    starts_at: time | None = None
    ends_at: time | None = None
    place: str = ""
    person_id: int | None = None
    person: str = ""
    district_id: int | None = None
    district: str = ""
    is_accepted: bool = True
    note: str = ""

    @property
    def key(self) -> tuple[str, int, int | None]:
        """One of its own for each who comes."""
        return self.source, self.pk, self.person_id


#: ``(since, until) -> engagements`` of ``[since, until)``: of all people of the team.
engagements: Registry[Callable[[date, date], Iterable[Engagement]]] = Registry("the meetings to attend")


def engagements_between(since: date, until: date) -> list[Engagement]:
    """What every contribution gives of ``[since, until)``, by day and time."""
    every = [item for contribute in engagements for item in contribute(since, until)]
    return sorted(every, key=_place)


def _place(item: Engagement) -> tuple[date, time, str, str, int]:
    return item.on, item.starts_at or time.min, item.about, item.source, item.pk


def clash_of(first: Engagement, second: Engagement) -> Clash | None:
    """Whether one person cannot be at both. One that ends when the other begins leaves no clash.

    Without a time nobody knows: it is said that both are on one day.
    """
    if first.person_id is None or first.person_id != second.person_id or first.on != second.on:
        return None
    earlier, later = sorted((first, second), key=lambda item: item.starts_at or time.min)
    if earlier.starts_at is None or later.starts_at is None:
        return Clash.SAME_DAY
    if earlier.starts_at == later.starts_at:
        return Clash.OVERLAP
    if earlier.ends_at is None:
        return Clash.SAME_DAY
    return Clash.OVERLAP if later.starts_at < earlier.ends_at else None


Key = tuple[str, int, int | None]


def clashes(items: Sequence[Engagement]) -> Mapping[Key, list[tuple[Clash, Engagement]]]:
    """With what each engagement clashes, by its key; those without a clash are left out."""
    by_day: dict[tuple[int, date], list[Engagement]] = defaultdict(list)
    for item in items:
        if item.person_id is not None:
            by_day[item.person_id, item.on].append(item)
    found: dict[Key, list[tuple[Clash, Engagement]]] = defaultdict(list)
    for day in by_day.values():
        for first, second in combinations(day, 2):
            if clash := clash_of(first, second):
                found[first.key].append((clash, second))
                found[second.key].append((clash, first))
    return found
