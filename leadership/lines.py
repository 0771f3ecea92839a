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
from leadership.selectors.cases import cases_for, cases_to_look_at, settings_to_look_at
from leadership.selectors.leader_page import cases_with_new_words, own_cases_of
from leadership.selectors.sight import take_sight
from leadership.selectors.steps import asked_of


@personal_lines.register(key="cases", order=10)
def cases(visitor: Visitor) -> list[Line]:
    return cases_to_look_at(visitor.user)


@personal_lines.register(key="steps of cases", order=11)
def steps(visitor: Visitor) -> Iterator[Line]:
    """Steps whose day is over, and leaders who could lead again: one query."""
    if not visitor.allows(Permission.WORK_ON_CASES):
        return
    take_sight(visitor.user)
    asked = asked_of(cases_for(visitor.user), on=visitor.on)
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
        yield Line(
            words % {"n": asked.again}, _where(asked.again, asked.one_again, "?again=yes&state=closed")
        )


def _where(number: int, one: int | None, query: str = "") -> str:
    """The case where it is the only one, else the list."""
    return reverse("leadership:case", args=[one]) if number == 1 else reverse("leadership:cases") + query


@personal_lines.register(key="unlisted", order=75)
def unlisted(visitor: Visitor) -> list[Line]:
    return settings_to_look_at(visitor.user, on=visitor.on)


@personal_lines.register(key="something_for_you", order=8)
def something_for_you(visitor: Visitor) -> list[Line]:
    """To the leader concerned and whom the leader lets read it: the leader's own page, by a neutral name."""
    take_sight(visitor.user)
    ids = own_cases_of(visitor.user, on=visitor.on, at=timezone.now()).values_list("pk", flat=True)
    return [
        Line(_("Something for you"), reverse("leadership:own_case", args=[case_id]), comes_first=True)
        for case_id in ids
    ]


@personal_lines.register(key="new_words", order=11)
def new_words(visitor: Visitor) -> list[Line]:
    """To the officer of a case: the leader has written there. Neutral, as all that is said outside a case."""
    if not visitor.allows(Permission.WORK_ON_CASES):
        return []
    take_sight(visitor.user)
    return [
        Line(_("Something new in a case of yours"), reverse("leadership:case", args=[case.pk]))
        for case in cases_with_new_words(visitor.user)
    ]
