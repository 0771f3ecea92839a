"""What leadership cases and the check of leaders ask of officers. Nothing of a case is said to anybody else
(O6).
"""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.permissions import Permission
from core.frame.lines import Line, personal_lines
from core.frame.visitor import Visitor
from leadership.selectors.home import Waits, lines_of_cases, waiting_cases
from leadership.selectors.leader_page import own_cases_of
from leadership.selectors.members import settings_to_look_at
from leadership.selectors.sight import take_sight


@personal_lines.register(key="cases", order=10)
def cases(visitor: Visitor) -> Iterator[Line]:
    """What waits in cases; then, of the person's own, whose step is late, who could lead again, and where the
    leader has written. One query.
    """
    waits = waiting_cases(visitor.user, on=visitor.on)
    yield from lines_of_cases(waits)
    if waits is not None:
        yield from _steps(waits)


def _steps(asked: Waits) -> Iterator[Line]:
    if asked.late:
        words = ngettext(
            "%(n)d leadership case waits for its next step",
            "%(n)d leadership cases wait for their next step",
            asked.late,
        )
        yield Line(words % {"n": asked.late}, _where(asked.late, asked.one_late), due_on=asked.late_since)
    if asked.again:
        words = ngettext(
            "Talk with %(n)d person about leading again",
            "Talk with %(n)d people about leading again",
            asked.again,
        )
        address = _where(asked.again, asked.one_again, "?again=yes&state=closed")
        yield Line(words % {"n": asked.again}, address)
    if asked.words:
        yield Line(_("Something new in a case of yours"), _where(asked.words, asked.one_words))


def _where(number: int, one: int | None, query: str = "") -> str:
    """The case where it is the only one, else the list."""
    return reverse("leadership:case", args=[one]) if number == 1 else reverse("leadership:cases") + query


@personal_lines.register(key="unlisted", order=75)
def unlisted(visitor: Visitor) -> list[Line]:
    return settings_to_look_at(visitor.user, on=visitor.on)


@personal_lines.register(key="something_for_you", order=8)
def something_for_you(visitor: Visitor) -> list[Line]:
    """To the leader concerned and whom the leader lets read it: the leader's own page, by a neutral name. People
    of the team who neither lead nor work at a setting are not asked about.
    """
    if visitor.allows(Permission.WORK_ON_CASES) and not (visitor.groups or visitor.settings):
        return []
    take_sight(visitor.user)
    ids = own_cases_of(visitor.user, on=visitor.on, at=timezone.now()).values_list("pk", flat=True)
    return [
        Line(_("Something for you"), reverse("leadership:own_case", args=[case_id]), comes_first=True)
        for case_id in ids
    ]
