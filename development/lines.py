"""What development plans ask of those who run a group, and of the settings that do their actions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from collaborations.actions import Row, source_of
from collaborations.models import Collaboration
from core.frame.lines import Line, Tap, collaboration_lines, personal_lines, setting_lines
from core.frame.sections import Section
from core.frame.visitor import Visitor
from development.selectors import PLAN
from memberships.selectors.doing import actions_of_group, actions_of_page, is_late
from providers.models import Provider


@collaboration_lines.register(key="plan", order=70)
def actions_late(visitor: Visitor, groups: Sequence[Collaboration]) -> Iterator[Line]:
    for group in groups:
        late = [row for row in actions_of_group(visitor, group, PLAN) if is_late(row, visitor.on)]
        if late:
            what = ngettext(
                "The day of %(number)d action of your development plan has passed",
                "The day of %(number)d actions of your development plan has passed",
                len(late),
            )
            yield Line(
                what % {"number": len(late)},
                reverse("development:development_plans", args=[group.pk]),
                Section.COLLABORATION,
                group.name,
                group.pk,
                due_on=late[0]["due_on"],
            )


@setting_lines.register(key="actions", order=60)
def own_actions(visitor: Visitor, settings: Sequence[Provider]) -> Iterator[Line]:
    """The open actions of the plans by which the groups work, each with who has to do it."""
    names = {setting.pk for setting in settings}
    for row in actions_of_page(visitor, PLAN):
        if row["owner_id"] in names:
            yield _line(row, visitor, _("Your action in the development plan."))


@personal_lines.register(key="actions", order=65)
def named_actions(visitor: Visitor) -> Iterator[Line]:
    """Those that name the reader, at a setting that somebody else manages."""
    managed = {setting.pk for setting in visitor.settings}
    for row in actions_of_page(visitor, PLAN):
        if row["person_id"] == visitor.user.pk and row["owner_id"] not in managed:
            yield _line(row, visitor, _("For you to do, by the development plan."))


def _line(row: Row, visitor: Visitor, detail: str) -> Line:
    today = tuple((f"done_on_{part}", str(getattr(visitor.on, part))) for part in ("day", "month", "year"))
    page = reverse("development:development_plans", args=[row["group_id"]])
    return Line(
        row["what"],
        f"{page}#own-actions",
        Section.COLLABORATION,
        row["group_name"],
        row["group_id"],
        row["setting_name"],
        detail=detail,
        due_on=row["due_on"],
        tap=Tap(_("Done"), source_of(row).finish(row), today),
    )
