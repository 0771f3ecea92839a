"""What whoever approves payment runs is told (S8)."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.permissions import Permission
from core.frame.lines import Line, personal_lines
from core.frame.visitor import Visitor
from supplement.selectors.on_page_team import periods_that_can_be_closed, runs_to_approve


@personal_lines.register(key="runs to approve", order=6)
def run_to_approve(visitor: Visitor) -> Iterator[Line]:
    """A reviewed run: for whoever may approve it, and did not calculate it."""
    if not visitor.allows(Permission.APPROVE_RUN):
        return
    for run in runs_to_approve(visitor):
        yield Line(
            _("Payment run %(number)d for %(period)s waits for your approval")
            % {"number": run.number, "period": run.period},
            reverse("supplement:approve_run", args=[run.pk]),
            since=run.since,
        )


@personal_lines.register(key="periods to close", order=61)
def period_to_close(visitor: Visitor) -> Iterator[Line]:
    """A period of which nothing goes on: for whoever makes payments."""
    if not visitor.allows(Permission.MAKE_RUNS):
        return
    for period in periods_that_can_be_closed(visitor):
        yield Line(
            _("The period %(period)s can be closed") % {"period": period.name},
            reverse("supplement:closing_period", args=[period.pk]),
            detail=_("Every run of it is closed."),
            since=period.last_on,
        )
