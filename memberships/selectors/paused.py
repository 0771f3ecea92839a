"""Which support is paused, for which collaboration (L3). Everybody who acts on it asks here.

Why it is paused stands in no app that reads it. The app above, which knows, hands its reader down at the start;
until then nothing is paused.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, NamedTuple

from core.frame.page_rows import page_rows
from core.frame.visitor import Visitor
from memberships.rules.paused import Support


class Pause(NamedTuple):
    """One kind of support that a collaboration does not get on a day; ``person_id``: that one person of it."""

    collaboration_id: int
    support: Support
    person_id: int | None


#: The rows of a page that say it, by the app above: ``collaboration``, ``support`` and ``person``.
PAUSES = "support_paused"
ReadPauses = Callable[[date], Iterable[Pause]]
_readers: list[ReadPauses] = []


def read_pauses_with(read: ReadPauses) -> None:
    """From now on this one says what is paused on a day, in the authority in scope."""
    _readers[:] = [read]


def pauses(*, on: date) -> tuple[Pause, ...]:
    """All of them on a day: few, and read at once."""
    return tuple(pause for read in _readers for pause in read(on))


def groups_without(support: Support, *, on: date) -> frozenset[int]:
    """Ids of the collaborations that do not get a kind of support on a day."""
    return frozenset(pause.collaboration_id for pause in pauses(on=on) if pause.support is support)


def paused_for(collaboration_id: int, found: Iterable[Pause], *, person_id: int | None) -> list[Support]:
    """What of it concerns one collaboration and one of its people, in the order of the kinds."""
    kinds = {
        pause.support
        for pause in found
        if pause.collaboration_id == collaboration_id and pause.person_id in (None, person_id)
    }
    return [support for support in Support if support in kinds]


def paused_on_page(visitor: Visitor, collaboration: Any) -> list[Support]:
    """The same for the reader of a page; of a collaboration that the page is about with what else it shows."""
    if collaboration.pk not in {getattr(group, "pk", group) for group in visitor.groups}:
        return paused_for(collaboration.pk, pauses(on=visitor.on), person_id=visitor.user.pk)
    found = [
        Pause(row.facts["collaboration"], Support(row.facts["support"]), row.facts["person"])
        for row in page_rows(visitor, PAUSES)
    ]
    return paused_for(collaboration.pk, found, person_id=visitor.user.pk)
