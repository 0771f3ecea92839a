"""What the pages' frame shows of dividing, merging and take-overs."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from core.frame.places import Hub, Place, add_place
from core.frame.sections import Section
from core.frame.tabs import add_pages

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
