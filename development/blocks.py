"""What the pages of a collaboration and of a person show of plans: own actions, and how far a plan is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.models import User
from accounts.permissions import Permission
from collaborations.models import Collaboration
from core.frame.actions import open_rows, source_of
from core.frame.blocks import Block, Fact, blocks, facts
from core.frame.sections import Section
from core.frame.visitor import Visitor
from core.prepared import prepared
from development import selectors
from memberships.selectors.doing import actions_of_group, is_late
from memberships.selectors.of_group import works_at
from memberships.selectors.on_page import members_with_people
from memberships.selectors.people import settings_of

GROUP = Section.COLLABORATION


@blocks[GROUP].register(key="actions", order=30)
def actions(visitor: Visitor, group: Collaboration) -> Block | None:
    """The open actions of the settings of who runs the group, of its plan and its meetings, the earliest due
    first; other members have theirs in what is to do.
    """
    if not visitor.allows(Permission.RUN_COLLABORATION, group):
        return None
    members = members_with_people(visitor, group)
    own = {member.provider_id for member in members if works_at(visitor.user, member)}
    rows = [
        {
            "action": row,
            "is_late": is_late(row, visitor.on),
            "url": source_of(row).page(row),
            "done_url": source_of(row).finish(row),
        }
        for row in actions_of_group(visitor, group)
        if row["owner_id"] in own
    ]
    if not rows:
        return None
    return Block("development/blocks/actions.html", {"rows": rows, "several": len(own) > 1}, key="actions")


@facts[GROUP].register(key="plan", order=30)
def plan(visitor: Visitor, group: Collaboration) -> Iterator[Fact]:
    """Of the plan that the group works by, how many actions are done, and how many have passed their day."""
    current = selectors.plan_of_page(visitor, group)
    if current is None:
        yield Fact(_("Plan"), _("None yet"), reverse("development:development_plans", args=[group.pk]))
        return
    words = {"done": current.actions_done, "number": current.actions_count}
    value = _("%(done)d of %(number)d actions done") % words
    late = sum(is_late(row, visitor.on) for row in actions_of_group(visitor, group, selectors.PLAN))
    if late:
        value = _("%(value)s, %(late)d late") % {"value": value, "late": late}
    url = reverse("development:development_plan", args=[group.pk, current.pk])
    yield Fact(_("Plan"), value, url, "yellow" if late else "")


@blocks[Section.PERSON].register(key="open", order=40)
def open_actions(visitor: Visitor, person: User) -> Block | None:
    """What is still to be done by the settings where a person works, by plans and from meetings."""
    rows = [
        {
            "what": row["what"],
            "group": row["group_name"],
            "due_on": row["due_on"],
            "url": source_of(row).page(row),
        }
        for row in _open_actions(person=person, on=visitor.on)
    ]
    if not rows:
        return None
    return Block("development/blocks/open.html", {"actions": rows, "today": visitor.on}, key="open")


@prepared
def _open_actions(person: User, on: date) -> QuerySet[Any]:
    works_at = settings_of(person, on=on).order_by().values("pk")
    return open_rows(lambda source: Q(owner__in=works_at))
