"""What the life of a collaboration asks of those who run it and of officers (C1)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.permissions import Permission
from collaborations.models import Collaboration
from collaborations.rules import FORMING
from core.frame.lines import Line, collaboration_lines, personal_lines
from core.frame.sections import Section
from core.frame.visitor import Visitor
from memberships.selectors.lists import group_numbers


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
