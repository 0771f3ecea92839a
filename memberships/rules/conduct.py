"""C8: a concern about how a member works with the others: its
states, who sees it, who records the next step.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class ConcernState(TextChoices):
    RAISED = "raised", _("Raised")
    DISCUSSED = "discussed", _("Discussed")
    DECIDED = "decided", _("Decided by the group")
    CLOSED = "closed", _("Closed")


class ConcernDecision(TextChoices):
    """What the group decided. Removal is carried out by people: no decision here ends a membership."""

    NONE = "none", _("Nothing further")
    STEPS = "steps", _("Agreed steps")
    REMOVAL = "removal", _("The member is asked to leave")


#: From each state, where a concern may go. A way back there is not: what was said stays said.
TRANSITIONS: Mapping[ConcernState, frozenset[ConcernState]] = {
    ConcernState.RAISED: frozenset({ConcernState.DISCUSSED}),
    ConcernState.DISCUSSED: frozenset({ConcernState.DECIDED}),
    ConcernState.DECIDED: frozenset({ConcernState.CLOSED}),
    ConcernState.CLOSED: frozenset(),
}
#: From which state on those whom it is about see it.
TOLD = frozenset({ConcernState.DISCUSSED, ConcernState.DECIDED, ConcernState.CLOSED})


@dataclass(frozen=True, slots=True)
class Viewer:
    """What somebody is today in the collaboration of a concern, and to the concern.

    ``is_of_setting``: works at the setting that it is about; ``speaks_for_setting``: manages it, or leads the
    group for it.
    """

    belongs: bool
    raised_it: bool = False
    leads: bool = False
    chairs: bool = False
    is_of_setting: bool = False
    speaks_for_setting: bool = False


def may_move(viewer: Viewer, *, other_leaders: bool, other_chair: bool = False) -> bool:
    """C8: a leader of the group who is not of the setting concerned; the chair only where there is no such
    leader. Who raised it records no step while another leader or the chair can.
    """
    if not viewer.belongs or viewer.is_of_setting:
        return False
    if viewer.raised_it:
        return (viewer.leads or viewer.chairs) and not other_leaders and not other_chair
    return viewer.leads or (viewer.chairs and not other_leaders)


def may_see(viewer: Viewer, state: ConcernState, *, other_leaders: bool, other_chair: bool = False) -> bool:
    """C8: who moves it, who raised it, and from the discussion on
    those who speak for the setting that it is about.

    ``other_leaders``: whether the group has a leader who is not of that setting and did not raise it;
    ``other_chair``: the same of the chair. Whoever no longer belongs to the group sees nothing of it any
    more.
    """
    if not viewer.belongs:
        return False
    return (
        viewer.raised_it
        or may_move(viewer, other_leaders=other_leaders, other_chair=other_chair)
        or (viewer.speaks_for_setting and state in TOLD)
    )


def next_state(state: ConcernState) -> ConcernState | None:
    """Where a concern goes from here; None when it is closed."""
    return next(iter(TRANSITIONS[state]), None)


def concern_diagram() -> str:
    """The table as a diagram in Mermaid's words, for the rule's page."""
    moves = [
        f"    {state} --> {wanted} : who moves it"
        for state in ConcernState
        for wanted in sorted(TRANSITIONS[state])
    ]
    ends = [f"    {state} --> [*]" for state in ConcernState if not TRANSITIONS[state]]
    return "\n".join(
        ["stateDiagram-v2", f"    [*] --> {ConcernState.RAISED} : a person of a member", *moves, *ends]
    )
