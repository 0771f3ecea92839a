"""What actions of meetings ask of settings, people, and those who run a group (G5)."""

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
from meetings.lines.planning import of_group
from meetings.selectors.actions import MEETING
from memberships.selectors.doing import actions_of_group, actions_of_page, is_late
from memberships.selectors.on_page import members_by_group
from providers.models import Provider


@collaboration_lines.register(key="meeting_actions", order=71)
def actions_to_look_after(visitor: Visitor, groups: Sequence[Collaboration]) -> Iterator[Line]:
    """Actions of meetings that have passed their day, and those of settings that have left (G5, C6)."""
    members = members_by_group(visitor)
    for group in groups:
        rows = actions_of_group(visitor, group, MEETING)
        late = [row for row in rows if is_late(row, visitor.on)]
        if late:
            what = ngettext(
                "The day of %(number)d action of your meetings has passed",
                "The day of %(number)d actions of your meetings has passed",
                len(late),
            )
            yield of_group(group, what % {"number": len(late)}, "actions", due_on=late[0]["due_on"])
        here = {None, *(member.provider_id for member in members.get(group.pk, ()))}
        left = sum(row["owner_id"] not in here for row in rows)
        if left:
            what = ngettext(
                "%(number)d action of your meetings is for a setting that has left",
                "%(number)d actions of your meetings are for settings that have left",
                left,
            )
            facts = {"detail": _("Choose who does it now."), "action": _("Choose")}
            yield of_group(group, what % {"number": left}, "actions", **facts)


@setting_lines.register(key="meeting_actions", order=61)
def own_actions(visitor: Visitor, settings: Sequence[Provider]) -> Iterator[Line]:
    """What meetings gave settings to do, each with who has to do it."""
    names = {setting.pk for setting in settings}
    for row in actions_of_page(visitor, MEETING):
        if row["owner_id"] in names:
            yield _action_line(row, visitor, _("Your action from a meeting."))


@personal_lines.register(key="meeting_actions", order=66)
def named_actions(visitor: Visitor) -> Iterator[Line]:
    """Those that name the reader, at a setting that somebody else manages."""
    managed = {setting.pk for setting in visitor.settings}
    for row in actions_of_page(visitor, MEETING):
        if row["person_id"] == visitor.user.pk and row["owner_id"] not in managed:
            yield _action_line(row, visitor, _("For you to do, from a meeting."))


def _action_line(row: Row, visitor: Visitor, detail: str) -> Line:
    today = tuple((f"done_on_{part}", str(getattr(visitor.on, part))) for part in ("day", "month", "year"))
    return Line(
        row["what"],
        f"{reverse('meetings:actions', args=[row['group_id']])}#own-actions",
        Section.COLLABORATION,
        row["group_name"],
        row["group_id"],
        row["setting_name"],
        detail=detail,
        due_on=row["due_on"],
        tap=Tap(_("Done"), source_of(row).finish(row), today),
    )
