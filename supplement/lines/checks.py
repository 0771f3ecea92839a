"""What whoever pays the supplement is told at once (S8)."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.permissions import Permission
from core.frame.lines import Line, personal_lines
from core.frame.visitor import Visitor
from supplement.selectors.on_page_team import failed_checks


@personal_lines.register(key="money checks", order=5)
def money_that_does_not_add_up(visitor: Visitor) -> Iterator[Line]:
    """A check of the money failed: for whoever makes or approves payments, above all else."""
    if not (visitor.allows(Permission.MAKE_RUNS) or visitor.allows(Permission.APPROVE_RUN)):
        return
    failed = failed_checks(visitor)
    if not failed:
        return
    words = ngettext(
        "%(number)d check of the supplement’s money failed",
        "%(number)d checks of the supplement’s money failed",
        failed,
    )
    yield Line(
        words % {"number": failed},
        reverse("supplement:money_checks"),
        detail=_("Make no payment file until somebody has looked at it."),
        is_urgent=True,
    )
