"""What the pages' frame shows of development plans."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from core.frame.places import Hub, Place, add_place
from core.frame.sections import Section
from core.frame.tabs import Tab, add_tab

add_tab(
    Section.COLLABORATION,
    Tab(
        _("Plan and reviews"),
        "development:development_plans",
        pages=tuple(
            f"development:{name}"
            for name in (
                "development_plan",
                "print_development_plan",
                "development_plan_pdf",
                "start_development_plan",
                "change_development_plan",
                "begin_work_by_plan",
                "close_development_plan",
                "evaluate_plan",
                "add_objective",
                "change_objective",
                "move_objective",
                "remove_objective",
                "add_plan_action",
                "change_plan_action",
                "finish_plan_action",
                "postpone_plan_action",
                "all_plans_of_group",
                "remove_plan_action",
            )
        ),
    ),
    key="plan",
    order=50,
)
add_place(
    Hub.DATA,
    Place(
        _("Development plans"),
        _("What groups work on, and how far they are."),
        "development:all_development_plans",
        Permission.VIEW_COLLABORATIONS,
    ),
    key="plans",
    order=50,
)
