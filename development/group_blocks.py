"""What the page of a collaboration shows of its development plan: the reader's own actions, and how far it is."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.permissions import Permission
from collaborations.models import Collaboration
from core.frame.blocks import Block, Fact, blocks, facts
from core.frame.sections import Section
from core.frame.visitor import Visitor
from development import selectors
from memberships.selectors.of_group import members_listed, works_at

GROUP = Section.COLLABORATION


@blocks[GROUP].register(key="actions", order=30)
def actions(visitor: Visitor, group: Collaboration) -> Block | None:
    """The actions of the plan that the reader's own settings have taken on and not done."""
    members = visitor.once(members_listed, group, on=visitor.on)
    own = tuple(member.provider_id for member in members if works_at(visitor.user, member))
    open_actions = selectors.open_actions_of(group, own) if own else []
    if not open_actions:
        return None
    records = visitor.allows(Permission.RUN_COLLABORATION, group)
    rows = [
        {
            "action": action,
            "is_late": action.due_on is not None and action.due_on < visitor.on,
            "url": reverse("development:development_plan", args=[group.pk, action.objective.plan_id])
            + f"#objective-{action.objective_id}",
            "done_url": reverse(
                "development:finish_plan_action", args=[group.pk, action.objective.plan_id, action.pk]
            )
            if records
            else "",
        }
        for action in open_actions
    ]
    return Block("development/blocks/actions.html", {"rows": rows, "several": len(set(own)) > 1}, key="actions")


@facts[GROUP].register(key="plan", order=30)
def plan(visitor: Visitor, group: Collaboration) -> Iterator[Fact]:
    """Of the plan that the group works by, how many actions are done, and how many have passed their day."""
    current = selectors.plan_of(group)
    if current is None:
        yield Fact(_("Plan"), _("None yet"), reverse("development:development_plans", args=[group.pk]))
        return
    words = {"done": current.actions_done, "number": current.actions_count}  # type: ignore[attr-defined]
    value = _("%(done)d of %(number)d actions done") % words
    late = selectors.actions_late(group, on=visitor.on) if words["done"] < words["number"] else 0
    if late:
        value = _("%(value)s, %(late)d late") % {"value": value, "late": late}
    url = reverse("development:development_plan", args=[group.pk, current.pk])
    yield Fact(_("Plan"), value, url, "yellow" if late else "")
