"""What quality frameworks ask of those who write them, on their home page (Q1)."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.permissions import Permission
from core.frame.lines import Line, personal_lines
from core.frame.visitor import Visitor
from core.wording import date_in_words
from qa_framework.selectors.on_page import drafts


@personal_lines.register(key="framework drafts", order=63)
def drafts_to_go_on_with(visitor: Visitor) -> Iterator[Line]:
    """Each draft of a framework: for whoever may write and publish it."""
    if not visitor.allows(Permission.WRITE_FRAMEWORKS):
        return
    for draft in drafts(visitor):
        what = _("Go on with the draft of “%(framework)s”, version %(number)d")
        words = {"day": date_in_words(draft.begun_on), "person": draft.begun_by}
        detail = _("You began it on %(day)s.") if draft.is_own else _("%(person)s began it on %(day)s.")
        yield Line(
            what % {"framework": draft.name, "number": draft.number},
            reverse("qa_framework:framework", args=[draft.pk]),
            detail=detail % words,
        )
