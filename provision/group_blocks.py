"""What the page of a collaboration shows of staff numbers (S4)."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.permissions import Permission
from collaborations.models import Collaboration
from core.frame.blocks import Fact, facts
from core.frame.sections import Section
from core.frame.visitor import Visitor
from core.wording import date_in_words
from portal.selectors.group import numbers_of_group


@facts[Section.COLLABORATION].register(key="staff_numbers", order=40)
def staff_numbers(visitor: Visitor, group: Collaboration) -> Iterator[Fact]:
    """How many of the members that were asked have confirmed; for who runs the group, and for the team."""
    may_open = visitor.allows(Permission.RUN_COLLABORATION, group)
    if not may_open and not visitor.allows(Permission.VIEW_RETURNS):
        return
    numbers = numbers_of_group(visitor, group)
    if numbers is None or not numbers.asked:
        return
    owing = len(numbers.owing)
    words = {
        "done": numbers.asked - owing,
        "asked": numbers.asked,
        "day": date_in_words(numbers.period.due_on),
    }
    yield Fact(
        _("Staff numbers"),
        (_("%(done)d of %(asked)d, due by %(day)s") if owing else _("%(done)d of %(asked)d")) % words,
        reverse("provision:staff_returns", args=[group.pk]) if may_open else "",
        "yellow" if owing and numbers.period.due_on < visitor.on else "",
    )
