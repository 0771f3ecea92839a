"""What the pages of a collaboration and of a person show of plans: own actions, and how far a plan is."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.models import User
from accounts.permissions import Permission
from collaborations.models import Collaboration
from core.frame.blocks import Block, Fact, blocks, facts
from core.frame.sections import Section
from core.frame.visitor import Visitor
from development import selectors
from development.models import PlanAction
from memberships.selectors.of_group import works_at
from memberships.selectors.on_page import members_with_people
from memberships.selectors.people import settings_of

GROUP = Section.COLLABORATION


@blocks[GROUP].register(key="actions", order=30)
def actions(visitor: Visitor, group: Collaboration) -> Block | None:
    """The open actions of the settings of who runs the group; other members have theirs in what is to do."""
    if not visitor.allows(Permission.RUN_COLLABORATION, group):
        return None
    members = members_with_people(visitor, group)
    own = {member.provider_id for member in members if works_at(visitor.user, member)}
    open_actions = [action for action in actions_of(visitor, group) if action.owner_id in own]
    if not open_actions:
        return None
    rows = [
        {
            "action": action,
            "is_late": action.due_on is not None and action.due_on < visitor.on,
            "url": reverse("development:development_plan", args=[group.pk, action.objective.plan_id])
            + f"#objective-{action.objective_id}",
            "done_url": reverse(
                "development:finish_plan_action", args=[group.pk, action.objective.plan_id, action.pk]
            ),
        }
        for action in open_actions
    ]
    return Block("development/blocks/actions.html", {"rows": rows, "several": len(own) > 1}, key="actions")


def actions_of(visitor: Visitor, group: Collaboration) -> list[PlanAction]:
    """The open actions of the plan by which the group works."""
    return [
        action
        for action in selectors.actions_of_page(visitor)
        if action.objective.plan.collaboration_id == group.pk
    ]


@facts[GROUP].register(key="plan", order=30)
def plan(visitor: Visitor, group: Collaboration) -> Iterator[Fact]:
    """Of the plan that the group works by, how many actions are done, and how many have passed their day."""
    current = selectors.plan_of(group)
    if current is None:
        yield Fact(_("Plan"), _("None yet"), reverse("development:development_plans", args=[group.pk]))
        return
    words = {"done": current.actions_done, "number": current.actions_count}  # type: ignore[attr-defined]
    value = _("%(done)d of %(number)d actions done") % words
    late = sum(
        action.due_on is not None and action.due_on < visitor.on for action in actions_of(visitor, group)
    )
    if late:
        value = _("%(value)s, %(late)d late") % {"value": value, "late": late}
    url = reverse("development:development_plan", args=[group.pk, current.pk])
    yield Fact(_("Plan"), value, url, "yellow" if late else "")


@blocks[Section.PERSON].register(key="open", order=40)
def open_actions(visitor: Visitor, person: User) -> Block | None:
    """What is still to be done by the settings where a person works."""
    settings = settings_of(person, on=visitor.on).order_by().values("pk")
    actions = list(selectors.open_actions_at(settings))
    if not actions:
        return None
    return Block("development/blocks/open.html", {"actions": actions, "today": visitor.on}, key="open")
