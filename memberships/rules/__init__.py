"""What is true about members and leaders: dates, size (C2), who may lead (L1), the rights that follow. No Django here."""

from memberships.rules.dates import Span, earlier, merged, part_within, shared
from memberships.rules.leaders import Refusal, WantedLeader, refusals_of
from memberships.rules.rights import LeaderOf, MemberOf, PersonAt, Right, Rights, rights_from
from memberships.rules.size import SIZE_LABELS, Size, bounds_of, size_advice, size_of
from memberships.rules.steps import GroupFacts, Step, Task, ending_soon, next_steps

__all__ = [
    "SIZE_LABELS",
    "GroupFacts",
    "LeaderOf",
    "MemberOf",
    "PersonAt",
    "Refusal",
    "Right",
    "Rights",
    "Size",
    "Span",
    "Step",
    "Task",
    "WantedLeader",
    "bounds_of",
    "earlier",
    "ending_soon",
    "merged",
    "next_steps",
    "part_within",
    "refusals_of",
    "rights_from",
    "shared",
    "size_advice",
    "size_of",
]
