"""What claims of the supplement ask of officers (S7)."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.permissions import Permission
from core.frame.lines import Line, personal_lines
from core.frame.visitor import Visitor
from supplement.selectors.on_page_team import waiting_for_officers


@personal_lines.register(key="claims", order=30)
def claims_to_check(visitor: Visitor) -> Iterator[Line]:
    """Claims that wait for an officer: one line, with the appeals among them."""
    if not visitor.allows(Permission.ASSESS_CLAIMS):
        return
    waiting = waiting_for_officers(visitor)
    if waiting is None:
        return
    what = ngettext(
        "%(n)d claim of the supplement waits for you",
        "%(n)d claims of the supplement wait for you",
        waiting.number,
    ) % {"n": waiting.number}
    appeals = ngettext("%(n)d of them is an appeal.", "%(n)d of them are appeals.", waiting.appeals)
    one = waiting.number == 1
    yield Line(
        what,
        reverse("supplement:evidence_of_claim", args=[waiting.oldest])
        if one
        else reverse("supplement:evidence") + "?state=waiting",
        detail=appeals % {"n": waiting.appeals} if waiting.appeals and not one else "",
        since=waiting.since,
        action=_("Check the evidence"),
    )
