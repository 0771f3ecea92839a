"""S6, C4, O2: memberships that carry one another on: a setting taken over, a group divided or merged."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import date
from fractions import Fraction

from supplement.rules.facts import CollaborationFacts, Elsewhere, MemberFacts, PlanShare


def carried_on(
    collaborations: Iterable[CollaborationFacts], *, count_on: date
) -> tuple[CollaborationFacts, ...]:
    """All in the order of their ids, with each chain of memberships as one member, where its first one was.

    A chain is followed within a collaboration (a setting that was taken over keeps its line), and out of one
    that divided or merged (``passes_to``): until the period's end its members count there, and its sum goes
    on by the plan's shares. The numbers are of the membership that holds on the count date, or else the last
    that began before it, or the first. ValueError for memberships that carry one another on in a circle.
    """
    ordered = sorted(collaborations, key=lambda collaboration: collaboration.id)
    if not any(member.carried_from for collaboration in ordered for member in collaboration.members):
        return tuple(_in_order(collaboration, collaboration.members) for collaboration in ordered)
    by_id = {member.membership_id: (group, member) for group in ordered for member in group.members}
    before = _carried(by_id)
    chains: dict[int, list[MemberFacts]] = {}
    for membership_id, (_group, member) in by_id.items():
        chains.setdefault(_first(membership_id, before), []).append(member)
    kept: dict[int, list[MemberFacts]] = {group.id: [] for group in ordered}
    whole: dict[int, Elsewhere] = {}
    for first, chain in chains.items():
        home, member = by_id[first][0].id, _as_one(chain, count_on=count_on)
        kept[home].append(member)
        if len(chain) > 1:
            seen = Elsewhere(member.membership_id, home, member.joined_on, member.left_on)
            whole |= dict.fromkeys((each.membership_id for each in chain), seen)
    for members in kept.values():
        members[:] = [_seeing(member, whole) for member in members]
    return tuple(_in_order(collaboration, kept[collaboration.id]) for collaboration in ordered)


def _in_order(collaboration: CollaborationFacts, members: Iterable[MemberFacts]) -> CollaborationFacts:
    ordered = tuple(sorted(members, key=lambda member: member.membership_id))
    return collaboration if ordered == collaboration.members else replace(collaboration, members=ordered)


def _carried(by_id: dict[int, tuple[CollaborationFacts, MemberFacts]]) -> dict[int, int]:
    """Each membership that carries another on, with that one. Of two that say so of the same, that with the
    lower id does; the other has a line of its own.
    """
    before: dict[int, int] = {}
    taken: set[int] = set()
    for membership_id in sorted(by_id):
        group, member = by_id[membership_id]
        carried = by_id.get(member.carried_from or 0)
        if carried is None or carried[1].membership_id in taken:
            continue
        if carried[0] is group or carried[0].passes_to:
            before[membership_id] = carried[1].membership_id
            taken.add(carried[1].membership_id)
    return before


def _first(membership_id: int, before: dict[int, int]) -> int:
    """The membership that a chain began with. ValueError for a chain that has no beginning."""
    first = membership_id
    while first in before:
        first = before[first]
        if first == membership_id:
            raise ValueError(f"membership {membership_id} carries itself on")
    return first


def _as_one(chain: list[MemberFacts], *, count_on: date) -> MemberFacts:
    if len(chain) == 1:
        return chain[0]
    chain = sorted(chain, key=lambda member: (member.joined_on, member.membership_id))
    first, last = chain[0], chain[-1]
    counting = [member for member in chain if member.joined_on <= count_on]
    numbers = counting[-1] if counting else first
    return replace(
        numbers,
        membership_id=first.membership_id,
        joined_on=first.joined_on,
        left_on=last.left_on,
        elsewhere=tuple(other for member in chain for other in member.elsewhere),
        carried_from=first.carried_from,
    )


def _seeing(member: MemberFacts, whole: dict[int, Elsewhere]) -> MemberFacts:
    """A member whose other groups are seen as whole chains too, its own left out."""
    if not member.elsewhere:
        return member
    others = [whole.get(other.membership_id, other) for other in member.elsewhere]
    by_id = {other.membership_id: other for other in others if other.membership_id != member.membership_id}
    return replace(member, elsewhere=tuple(by_id[key] for key in sorted(by_id)))


def carried_by_take_over(
    members: Iterable[MemberFacts], take_overs: Collection[tuple[int, int]]
) -> tuple[MemberFacts, ...]:
    """O2: the members of one collaboration, each that took over from another on the very day on which that
    one left it carrying that one on. ``take_overs``: the earlier setting with the later.

    What carries another on already stays as it is. A gap or an overlap is no take-over: each counts for
    itself.
    """
    listed = tuple(members)
    if not take_overs:
        return listed
    ended = {(member.provider_id, member.left_on): member for member in listed if member.left_on is not None}
    before: dict[int, int] = {}
    for old, new in sorted(take_overs):
        for member in listed:
            earlier = ended.get((old, member.joined_on))
            if member.provider_id == new and member.carried_from is None and earlier is not None:
                before.setdefault(member.membership_id, earlier.membership_id)
    return tuple(
        replace(member, carried_from=before[member.membership_id])
        if member.membership_id in before
        else member
        for member in listed
    )


def final_shares(went: Mapping[int, Mapping[int, int]]) -> dict[int, tuple[PlanShare, ...]]:
    """C4: who a collaboration's sum goes to in the end. ``went``: of each that divided or merged, how many of
    its members went to each that it became; of these, those that divided or merged in turn pass their part
    on.

    A collaboration of which no member went anywhere keeps its sum (no shares). ValueError for a circle.
    """
    finals = {group: _final(group, went, ()) for group in went}
    shares = {}
    for group, parts in finals.items():
        whole = math.lcm(*(part.denominator for part in parts.values()))
        shares[group] = tuple(PlanShare(to, int(parts[to] * whole)) for to in sorted(parts) if parts[to])
    return {
        group: rows for group, rows in shares.items() if [row.collaboration_id for row in rows] != [group]
    }


def of_claims(
    collaborations: Iterable[CollaborationFacts], claiming: Collection[int]
) -> tuple[CollaborationFacts, ...]:
    """S6, S7: the collaborations that claim; and of what one of them became, which does not claim itself, the
    members that carry on one of its own: it is one until the period's end. Whatever else claims nothing gets
    nothing, and takes nothing of the pot.
    """
    listed = sorted(collaborations, key=lambda collaboration: collaboration.id)
    kept = {member.membership_id for group in listed if group.id in claiming for member in group.members}
    others = [group for group in listed if group.id not in claiming]
    passing = [group for group in listed if group.passes_to]
    grows = bool(others and passing)
    while grows:
        passed = {member.membership_id for group in passing for member in group.members} & kept
        grown = kept | {
            member.membership_id
            for group in others
            for member in group.members
            if member.carried_from in passed
        }
        grows, kept = grown != kept, grown
    members = {
        group.id: tuple(member for member in group.members if member.membership_id in kept)
        for group in others
    }
    return tuple(
        group if group.id in claiming else replace(group, members=members[group.id])
        for group in listed
        if group.id in claiming or members[group.id]
    )


def _final(group: int, went: Mapping[int, Mapping[int, int]], seen: tuple[int, ...]) -> dict[int, Fraction]:
    """The parts, to 1, of what a collaboration has by whom they reach."""
    if group in seen:
        raise ValueError(f"collaboration {group} became itself")
    members = sum(went.get(group, {}).values())
    if not members:
        return {group: Fraction(1)}
    parts: dict[int, Fraction] = {}
    for to, number in went[group].items():
        for last, part in _final(to, went, (*seen, group)).items():
            parts[last] = parts.get(last, Fraction(0)) + part * Fraction(number, members)
    return parts
