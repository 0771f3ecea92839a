"""What whoever pays the supplement is told at once (S8)."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.permissions import Permission
from core.frame.lines import Line, personal_lines
from core.frame.visitor import Visitor
from supplement.selectors.checks import newest_check


@personal_lines.register(key="money checks", order=5)
def money_that_does_not_add_up(visitor: Visitor) -> Iterator[Line]:
    """A check of the money failed: for whoever makes or approves payments, above all else."""
    if not (visitor.allows(Permission.MAKE_RUNS) or visitor.allows(Permission.APPROVE_RUN)):
        return
    newest = newest_check()
    if newest is None or not newest.failed:
        return
    words = ngettext(
        "%(number)d check of the supplement’s money failed",
        "%(number)d checks of the supplement’s money failed",
        newest.failed,
    )
    yield Line(
        words % {"number": newest.failed},
        reverse("supplement:money_checks"),
        detail=_("Make no payment file until somebody has looked at it."),
        is_urgent=True,
    )
