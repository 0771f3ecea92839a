"""What the pages' frame shows of development plans."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from accounts.permissions import Permission
from collaborations.actions import Row, Source, sources
from core.emails import within_authority
from core.frame.account import Readers, add_topic
from core.frame.news import Due, dues
from core.frame.places import Hub, Place, add_place
from core.frame.sections import Section
from core.frame.tabs import Tab, add_tab
from development.selectors import PLAN, actions_that_count, open_actions
from memberships.selectors.people import settings_of

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


def page_in_plan(row: Row) -> str:
    plan = reverse("development:development_plan", args=[row["group_id"], row["parent_id"]])
    return f"{plan}#objective-{row['anchor_id']}"


def finish_in_plan(row: Row) -> str:
    where = [row["group_id"], row["parent_id"], row["number"]]
    return reverse("development:finish_plan_action", args=where)


def postpone_in_plan(row: Row) -> str:
    where = [row["group_id"], row["parent_id"], row["number"]]
    return reverse("development:postpone_plan_action", args=where)


sources.add(
    Source(
        _("The development plan"),
        actions_that_count,
        group="objective__plan__collaboration_id",
        parent="objective__plan_id",
        page=page_in_plan,
        finish=finish_in_plan,
        postpone=postpone_in_plan,
        anchor="objective_id",
    ),
    key=PLAN,
    order=20,
)


@dues.register(key="actions", order=10)
def actions_due(user: User, on: date, until: date) -> Iterator[Due]:
    """Actions of plans that a person's settings are to do."""
    settings: Iterable[Any] = settings_of(user, on=on)
    managed = [setting.pk for setting in settings if setting.is_managed]
    for action in open_actions().filter(owner__in=managed, due_on__lt=until):
        plan = action.objective.plan
        if action.due_on is not None:
            path = within_authority("development:development_plan", plan.collaboration_id, plan.pk)
            yield Due(action.due_on, action.what, path, str(plan.collaboration), "action", action.pk)


add_topic(
    Readers.SETTING,
    _("An action of the development plan is yours, or has changed."),
    "development.action_given",
    "development.actions_begun",
    key="actions",
    order=50,
)
