"""What the life of a collaboration asks of those who run it and of officers (C1)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.permissions import Permission
from collaborations.models import Collaboration
from collaborations.rules import FORMING
from core.frame.lines import Line, collaboration_lines, personal_lines
from core.frame.page_rows import PageRow, page_rows
from core.frame.sections import Section
from core.frame.visitor import Visitor
from core.wording import day_and_month
from meetings.selectors import on_page_first  # noqa: F401  what is read for these lines
from memberships.selectors.lists import group_numbers

#: Who has not answered about a first meeting is asked about so long before the day.
SOON = timedelta(days=14)


@collaboration_lines.register(key="forming", order=45)
def forming(visitor: Visitor, groups: Sequence[Collaboration]) -> Iterator[Line]:
    for group in groups:
        if group.state in FORMING:
            yield Line(
                _("The group is still forming"),
                reverse("collaborations:life", args=[group.pk]),
                Section.COLLABORATION,
                group.name,
                group.pk,
                detail=_("See what it needs to become active."),
                comes_first=True,
            )


@personal_lines.register(key="enquiries", order=50)
def enquiries(visitor: Visitor) -> Iterator[Line]:
    """Enquiries that nobody has taken further: the one, or one line for all."""
    if not visitor.allows(Permission.CHANGE_COLLABORATIONS):
        return
    numbers = visitor.once(group_numbers, on=visitor.on)
    first = numbers.first_enquiry
    if not numbers.enquiries or first is None:
        return
    since = date.fromisoformat(first["on"])
    if numbers.enquiries == 1:
        yield Line(
            _("Take up the enquiry about %(name)s") % {"name": first["name"]},
            reverse("collaborations:life", args=[first["pk"]]),
            detail=_("Asked by: %(who)s") % {"who": first["asked_by"]} if first["asked_by"] else "",
            since=since,
        )
        return
    yield Line(
        _("%(count)d enquiries about new collaborations wait") % {"count": numbers.enquiries},
        reverse("collaborations:list") + "?state=enquiry",
        since=since,
    )


@collaboration_lines.register(key="first_meeting", order=4)
def first_meetings_of_groups(visitor: Visitor, groups: Sequence[Collaboration]) -> Iterator[Line]:
    """For those who run a group that is being formed."""
    ids = {group.pk for group in groups}
    for row in page_rows(visitor, "first_to_arrange"):
        if row.pk in ids:
            yield _to_arrange(row)
    for row in page_rows(visitor, "first_meetings"):
        if row.facts["group_id"] in ids:
            yield from _of_meeting(row, visitor.on)


@personal_lines.register(key="first_meetings", order=51)
def first_meetings_of_team(visitor: Visitor) -> Iterator[Line]:
    """For officers: groups without one, the one or one line for all; and what they arranged or facilitate."""
    if not visitor.allows(Permission.CHANGE_COLLABORATIONS):
        return
    own = {group.pk for group in visitor.groups}
    waiting = [row for row in page_rows(visitor, "first_to_arrange") if row.pk not in own]
    if len(waiting) == 1:
        yield _to_arrange(waiting[0])
    elif waiting:
        yield Line(
            _("%(number)d groups wait for their first meeting") % {"number": len(waiting)},
            reverse("collaborations:list") + "?state=starting",
        )
    for row in page_rows(visitor, "first_meetings"):
        if row.facts["group_id"] not in own:
            yield from _of_meeting(row, visitor.on)


def _to_arrange(row: PageRow) -> Line:
    what = _("Arrange the first meeting of %(group)s") % {"group": row.facts["group"]}
    return _line(what, "collaborations:arrange_first", row.facts["group"], row.pk)


def _of_meeting(row: PageRow, today: date) -> Iterator[Line]:
    """Whom to invite, who has not answered, and from the day on who came."""
    day = date.fromisoformat(row.facts["on"])
    group: tuple[str, int] = row.facts["group"], row.facts["group_id"]
    words = {"day": day_and_month(day), "number": row.facts["waiting"]}
    if day <= today:
        what = _("Say who came to the first meeting on %(day)s") % words
        yield _line(what, "collaborations:who_came_first", *group, row.pk, due_on=day)
    elif not row.facts["invited"]:
        what = _("Choose whom to invite to the first meeting on %(day)s") % words
        yield _line(what, "collaborations:invite_to_first", *group, row.pk, due_on=day)
    elif row.facts["waiting"] and day <= today + SOON:
        what = ngettext(
            "%(number)d has not answered for the first meeting on %(day)s",
            "%(number)d have not answered for the first meeting on %(day)s",
            row.facts["waiting"],
        )
        yield _line(what % words, "meetings:meeting", *group, row.pk, due_on=day)


def _line(what: str, page: str, group: str, group_id: int, *args: int, **facts: date) -> Line:
    url = reverse(page, args=[group_id, *args])
    return Line(what, url, Section.COLLABORATION, group, group_id, **facts)  # type: ignore[arg-type]
