"""S6, C4, O2: memberships that carry one another on: a setting taken over, a group divided or merged."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from supplement.rules.facts import CollaborationFacts, MemberFacts


def carried_on(
    collaborations: Iterable[CollaborationFacts], *, count_on: date
) -> tuple[CollaborationFacts, ...]:
    """All in the order of their ids, with each chain of memberships as one member, where its first one was.

    A chain is followed within a collaboration (a setting that was taken over keeps its line), and out of one
    that divided or merged (``passes_to``): until the period's end its members count there, and its sum goes
    on by the plan's shares. The numbers are of the membership that holds on the count date, or else the last
    that began before it, or the first.
    """
    ordered = sorted(collaborations, key=lambda collaboration: collaboration.id)
    if not any(member.carried_from for collaboration in ordered for member in collaboration.members):
        return tuple(_in_order(collaboration, collaboration.members) for collaboration in ordered)
    home = {member.membership_id: group for group in ordered for member in group.members}
    by_id = {member.membership_id: member for group in ordered for member in group.members}
    chains: dict[int, list[MemberFacts]] = {}
    for membership_id in sorted(by_id):
        chains.setdefault(_first(membership_id, by_id, home), []).append(by_id[membership_id])
    kept: dict[int, list[MemberFacts]] = {group.id: [] for group in ordered}
    for first, chain in chains.items():
        kept[home[first].id].append(_as_one(chain, count_on=count_on))
    return tuple(_in_order(collaboration, kept[collaboration.id]) for collaboration in ordered)


def _in_order(collaboration: CollaborationFacts, members: Iterable[MemberFacts]) -> CollaborationFacts:
    ordered = tuple(sorted(members, key=lambda member: member.membership_id))
    return collaboration if ordered == collaboration.members else replace(collaboration, members=ordered)


def _first(membership_id: int, by_id: dict[int, MemberFacts], home: dict[int, CollaborationFacts]) -> int:
    """The membership that a chain began with, as far as it is followed. A circle is followed once."""
    seen = {membership_id}
    while True:
        before = by_id[membership_id].carried_from
        if before is None or before not in by_id or before in seen:
            return membership_id
        if home[before] is not home[membership_id] and not home[before].passes_to:
            return membership_id
        seen.add(before)
        membership_id = before


def _as_one(chain: list[MemberFacts], *, count_on: date) -> MemberFacts:
    if len(chain) == 1:
        return chain[0]
    chain = sorted(chain, key=lambda member: (member.joined_on, member.membership_id))
    first, last = chain[0], chain[-1]
    counting = [member for member in chain if member.joined_on <= count_on]
    numbers = counting[-1] if counting else first
    own = {member.membership_id for member in chain}
    elsewhere = {
        other.membership_id: other
        for member in chain
        for other in member.elsewhere
        if other.membership_id not in own
    }
    return replace(
        numbers,
        membership_id=first.membership_id,
        joined_on=first.joined_on,
        left_on=last.left_on,
        elsewhere=tuple(elsewhere[key] for key in sorted(elsewhere)),
        carried_from=first.carried_from,
    )
