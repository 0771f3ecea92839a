"""S8: what lines of an approved run would come to by numbers that were corrected since. Nothing is paid by
itself.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from supplement.rules.calculation import Calculation
from supplement.rules.facts import CollaborationFacts, MemberFacts
from supplement.rules.schemes import Basis
from supplement.rules.snapshot import Went


class Corrected(NamedTuple):
    """A line that would be another: staff in the run and now, and the difference in pence."""

    collaboration_id: int
    membership_id: int
    component: str
    was: int
    now: int
    pence: int


def corrected_lines(went: Went, now: Iterable[CollaborationFacts]) -> list[Corrected]:
    """S8: the lines of members whose certified number is another now, and what they would come to.

    Everything else is as it was in the run: criteria, waivers, who was a member, and everybody else's
    numbers. Each collaboration is calculated by itself with the others as they were, so that nobody's line
    changes by another's mistake.
    """
    members = {member.membership_id: member for each in now for member in each.members}
    # Without a pot nobody's line hangs on another collaboration's.
    is_shared = went.terms.pot.pence is not None or any(
        component.basis is Basis.POT for component in went.terms.components
    )
    before = _pence_of(went.calculate(went.terms, went.facts))
    found: list[Corrected] = []
    for place, facts in enumerate(went.facts):
        changed = {member.membership_id: member for member in _changed(facts, members)}
        if not changed:
            continue
        mended = [changed.get(member.membership_id, member) for member in facts.members]
        again = dataclasses.replace(facts, members=tuple(mended))
        whole = [*went.facts[:place], again, *went.facts[place + 1 :]] if is_shared else [again]
        after = _pence_of(went.calculate(went.terms, whole))
        heads = {member.membership_id: member.heads or 0 for member in facts.members}
        found += [
            Corrected(group, member, component, heads[member], changed[member].heads or 0, pence)
            for group, member, component in sorted(before.keys() | after.keys())
            if group == facts.id and member in changed
            if (pence := after.get((group, member, component), 0) - before.get((group, member, component), 0))
        ]
    return found


def _changed(facts: CollaborationFacts, members: Mapping[int, MemberFacts]) -> Iterator[MemberFacts]:
    """The members whose number is another now, each as it was but for that."""
    for member in facts.members:
        now = members.get(member.membership_id)
        if now is None or (member.heads, member.fte, member.staff) == (now.heads, now.fte, now.staff):
            continue
        yield dataclasses.replace(member, heads=now.heads, fte=now.fte, staff=now.staff)


def _pence_of(calculation: Calculation) -> dict[tuple[int, int, str], int]:
    return {
        (line.collaboration_id, line.membership_id, line.component): line.pence for line in calculation.lines
    }
