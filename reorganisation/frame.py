"""What the pages' frame shows of dividing, merging and take-overs."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from collaborations.rules import State
from core.frame.blocks import Block, administration_blocks
from core.frame.places import Hub, Place, add_place
from core.frame.sections import Section
from core.frame.tabs import add_pages
from core.frame.visitor import Visitor

add_pages(Section.COLLABORATION, "administration", "reorganisation:start_division")
add_place(
    Hub.SUPPORT,
    Place(
        _("Divisions and mergers"),
        _("Groups that become two, or one."),
        "reorganisation:plans",
        Permission.REORGANISE,
        also=tuple(
            f"reorganisation:{name}"
            for name in (
                "plan",
                "start_merger",
                "abandon_plan",
                "agree_plan",
                "carry_out_plan",
                "plan_leaders",
                "remove_planned_leader",
                "plan_places",
                "preview_plan",
                "plan_successors",
                "change_successor",
                "remove_successor",
                "plan_terms",
                "move_to_successor",
            )
        ),
    ),
    key="plans",
    order=40,
)

#: From these states a group can be divided or merged by a plan (C4).
DIVISIBLE = frozenset({State.ACTIVE, State.UNDER_REVIEW})


@administration_blocks.register(key="reorganisation", order=30)
def dividing(visitor: Visitor, collaboration: Any) -> Block | None:
    """The team plans it here; who runs the group asks for it."""
    if collaboration.state not in DIVISIBLE:
        return None
    plans = visitor.allows(Permission.REORGANISE)
    asks = visitor.allows(Permission.RUN_COLLABORATION, collaboration)
    if not plans and not asks:
        return None
    ask_url = f"{reverse('support:ask_support', args=[collaboration.pk])}?kind=divide"
    return Block(
        "reorganisation/of_administration.html", {"plans": plans, "ask_url": ask_url if asks else ""}
    )
