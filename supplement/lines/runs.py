"""What whoever makes, approves and pays payment runs is told (S8)."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from accounts.permissions import Permission
from core.frame.lines import Line, personal_lines, waiting_lines
from core.frame.visitor import Visitor
from supplement.rules.runs import RunState
from supplement.selectors.on_page_team import OpenRun, open_runs, periods_that_can_be_closed, runs_to_approve

#: What finance does next with a run, and the page where it is done.
NEXT = MappingProxyType(
    {
        RunState.OPEN: (gettext_noop("Calculate payment run %(number)d for %(period)s"), "supplement:run"),
        RunState.CALCULATING: (
            gettext_noop("The calculation of payment run %(number)d for %(period)s did not end"),
            "supplement:run",
        ),
        RunState.CALCULATED: (
            gettext_noop("Review payment run %(number)d for %(period)s"),
            "supplement:run",
        ),
        RunState.APPROVED: (
            gettext_noop("Make the payment file of run %(number)d for %(period)s"),
            "supplement:run_payments",
        ),
        RunState.EXPORTED: (
            gettext_noop("Record what was paid of run %(number)d for %(period)s"),
            "supplement:run_payments",
        ),
        RunState.PAID: (
            gettext_noop("Close payment run %(number)d for %(period)s"),
            "supplement:close_run",
        ),
    }
)


@personal_lines.register(key="open runs", order=62)
def runs_to_go_on_with(visitor: Visitor) -> Iterator[Line]:
    """Each open run with its next step: for whoever makes payments. One that is being calculated, or that a
    second person is to approve, is no line of theirs.
    """
    if not visitor.allows(Permission.MAKE_RUNS):
        return
    for run in open_runs(visitor):
        if run.state in NEXT and not run.is_calculating:
            what, page = NEXT[run.state]
            yield _of_run(run, _(what), page)


@waiting_lines.register(key="runs", order=50)
def own_runs_that_wait(visitor: Visitor) -> Iterator[Line]:
    """A run that is being calculated, or that this person calculated and somebody else is to approve."""
    if not visitor.allows(Permission.MAKE_RUNS):
        return
    for run in open_runs(visitor):
        if run.is_calculating:
            yield _of_run(
                run, _("Payment run %(number)d for %(period)s is being calculated"), "supplement:run"
            )
        elif run.state is RunState.REVIEWED and run.is_own:
            words = _("Payment run %(number)d for %(period)s waits for a second person’s approval")
            yield _of_run(run, words, "supplement:run")


def _of_run(run: OpenRun, what: str, page: str) -> Line:
    words = what % {"number": run.number, "period": run.period}
    return Line(words, reverse(page, args=[run.pk]), since=run.since)


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
