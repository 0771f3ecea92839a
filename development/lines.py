"""What development plans ask of those who run a group, and of the settings that do their actions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from collaborations.models import Collaboration
from core.frame.lines import Line, Tap, collaboration_lines, personal_lines, setting_lines
from core.frame.sections import Section
from core.frame.visitor import Visitor
from development.models import PlanAction
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
                reverse("development:development_plans", args=[group.pk]),
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
            yield _line(action, visitor, _("Your action in the development plan."))


@personal_lines.register(key="actions", order=65)
def named_actions(visitor: Visitor) -> Iterator[Line]:
    """Those that name the reader, at a setting that somebody else manages."""
    managed = {setting.pk for setting in visitor.settings}
    for action in actions_of_page(visitor):
        if action.person_id == visitor.user.pk and action.owner_id not in managed:
            yield _line(action, visitor, _("For you to do, by the development plan."))


def _line(action: PlanAction, visitor: Visitor, detail: str) -> Line:
    plan = action.objective.plan
    where = [plan.collaboration_id, plan.pk, action.pk]
    today = tuple((f"done_on_{part}", str(getattr(visitor.on, part))) for part in ("day", "month", "year"))
    page = reverse("development:development_plans", args=[plan.collaboration_id])
    return Line(
        action.what,
        f"{page}#own-actions",
        Section.COLLABORATION,
        plan.collaboration.name,
        plan.collaboration_id,
        str(action.owner),
        detail=detail,
        due_on=action.due_on,
        tap=Tap(_("Done"), reverse("development:finish_plan_action", args=where), today),
    )
