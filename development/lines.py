"""What development plans ask of those who run a group, and of the settings that do their actions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from collaborations.models import Collaboration
from core.frame.lines import Line, collaboration_lines, setting_lines
from core.frame.sections import Section
from core.frame.visitor import Visitor
from development.selectors import actions_of_page
from providers.models import Provider


@collaboration_lines.register(key="plan", order=70)
def actions_late(visitor: Visitor, groups: Sequence[Collaboration]) -> Iterator[Line]:
    late = defaultdict(list)
    for action in actions_of_page(visitor):
        if action.due_on is not None and action.due_on < visitor.on:
            late[action.objective.plan.collaboration_id].append(action)
    for group in groups:
        if late[group.pk]:
            what = ngettext(
                "The day of %(number)d action of your development plan has passed",
                "The day of %(number)d actions of your development plan has passed",
                len(late[group.pk]),
            )
            first = late[group.pk][0]
            yield Line(
                what % {"number": len(late[group.pk])},
                reverse("development:development_plan", args=[group.pk, first.objective.plan_id]),
                Section.COLLABORATION,
                group.name,
                group.pk,
                due_on=first.due_on,
            )


@setting_lines.register(key="actions", order=60)
def own_actions(visitor: Visitor, settings: Sequence[Provider]) -> Iterator[Line]:
    """The open actions of the plans by which the groups work, each with who has to do it."""
    names = {setting.pk: str(setting) for setting in settings}
    for action in actions_of_page(visitor):
        if action.owner_id in names:
            plan = action.objective.plan
            yield Line(
                action.what,
                reverse("development:development_plan", args=[plan.collaboration_id, plan.pk]),
                Section.COLLABORATION,
                plan.collaboration.name,
                plan.collaboration_id,
                names[action.owner_id],
                detail=_("Your action in the development plan."),
                due_on=action.due_on,
            )
