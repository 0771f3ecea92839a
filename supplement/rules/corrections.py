"""S8: what lines of an approved run would come to by numbers that were corrected since. Nothing is paid by
itself.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from django.utils.translation import gettext_noop

from collaborations.rules import Refusal
from core.reasons import Reason
from supplement.rules.calculation import Calculation
from supplement.rules.facts import CollaborationFacts, MemberFacts
from supplement.rules.schemes import Basis
from supplement.rules.snapshot import Went

CODE = "S8"
#: Causes that a second person agrees to before a run carries them: they bring a member in, or take one out.
LEFT_OUT, COUNTED = "left_out", "counted"
AGREED_FIRST = frozenset({LEFT_OUT, COUNTED})


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
    is_shared = _is_shared(went)
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


class Brought(NamedTuple):
    """A line of a member that was left out of a run, and what it would have come to."""

    collaboration_id: int
    membership_id: int
    component: str
    pence: int


def left_out_lines(went: Went, now: Iterable[CollaborationFacts]) -> list[Brought]:
    """S8: the lines of members that a run did not know: each as it is known now, with everything else as it was in
    the run. Nobody else's line changes by them.
    """
    is_shared = _is_shared(went)
    later = {each.id: each for each in now}
    found: list[Brought] = []
    for place, facts in enumerate(went.facts):
        known = {member.membership_id for member in facts.members}
        members = later[facts.id].members if facts.id in later else ()
        for member in members:
            if member.membership_id in known:
                continue
            again = dataclasses.replace(facts, members=(*facts.members, member))
            whole = [*went.facts[:place], again, *went.facts[place + 1 :]] if is_shared else [again]
            after = _pence_of(went.calculate(went.terms, whole))
            found += [
                Brought(facts.id, membership, component, pence)
                for (group, membership, component), pence in sorted(after.items())
                if group == facts.id and membership == member.membership_id and pence
            ]
    return found


def _is_shared(went: Went) -> bool:
    """Whether a line hangs on another collaboration's: they share a pot, or a fixed sum."""
    return went.terms.pot.pence is not None or any(
        component.basis is Basis.POT for component in went.terms.components
    )


def refusals_to_agree(*, cause: str, added_by: int, by: int, is_taken_back: bool) -> list[Refusal]:
    """S8: what stands against agreeing to a correction: it needs no second person, it was taken back, or it is
    whoever added it.
    """
    tests = (
        (cause not in AGREED_FIRST, gettext_noop("This correction needs nobody’s agreement.")),
        (is_taken_back, gettext_noop("This correction was taken back.")),
        (added_by == by, gettext_noop("You added this correction. Somebody else agrees to it.")),
    )
    return [Refusal("", Reason(CODE, sentence, {})) for fails, sentence in tests if fails][:1]


def refusals_to_take_back(*, is_taken_back: bool, is_approved: bool, is_share: bool) -> list[Refusal]:
    """S8: what stands against taking a correction back: an approved run carries it, or it is a leaver's share."""
    tests = (
        (is_taken_back, gettext_noop("This correction was taken back.")),
        (is_approved, gettext_noop("An approved run carries this correction. Add another one to change it.")),
        (
            is_share,
            gettext_noop("This is the share of a setting that left. Take it out on the page of its share."),
        ),
    )
    return [Refusal("", Reason(CODE, sentence, {})) for fails, sentence in tests if fails][:1]


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
