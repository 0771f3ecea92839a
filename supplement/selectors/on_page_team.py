"""What a page of the authority's team reads of the supplement, in its one statement: claims that wait for an
officer, and the newest check of the money.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, NamedTuple

from django.db.models import Count, QuerySet, Subquery
from django.utils import timezone

from accounts.permissions import Permission
from core.dates import last_day
from core.frame.page_rows import add_page_rows, page_rows
from core.frame.visitor import Visitor
from documents.rules import ENDED
from supplement.models.checks import MoneyCheck
from supplement.models.claims import Claim
from supplement.models.runs import Run
from supplement.rules.assessing import WAITING
from supplement.rules.claims import ClaimState
from supplement.rules.runs import RunState
from supplement.selectors.closing import periods_to_close


class Waiting(NamedTuple):
    """How many claims wait for an officer, how many are appeals, and the one that waits longest, since when."""

    number: int
    appeals: int
    oldest: int
    since: date


def waiting_for_officers(visitor: Visitor) -> Waiting | None:
    """None where nothing waits."""
    for row in page_rows(visitor, "claims_to_check"):
        since = timezone.localdate(datetime.fromisoformat(row.facts["since"]))
        return Waiting(row.facts["number"], row.facts["appeals"] or 0, row.pk, since)
    return None


def failed_checks(visitor: Visitor) -> int:
    """How many checks of the money failed when they ran last."""
    return sum(row.facts["failed"] for row in page_rows(visitor, "money_checks"))


class ToClose(NamedTuple):
    """A period that finance can close, and its last day."""

    pk: int
    name: str
    last_on: date


def periods_that_can_be_closed(visitor: Visitor) -> list[ToClose]:
    """S8: the earliest first."""
    return [
        ToClose(row.pk, row.facts["name"], last_day(date.fromisoformat(row.facts["ends"])))
        for row in page_rows(visitor, "periods_to_close")
    ]


class ToApprove(NamedTuple):
    """A run that somebody else calculated and that is reviewed, and since when it waits."""

    pk: int
    number: int
    period: str
    since: date


def runs_to_approve(visitor: Visitor) -> list[ToApprove]:
    """S8: the runs that this visitor may approve: never one that the same person calculated."""
    return [
        ToApprove(
            row.pk,
            row.facts["number"],
            row.facts["period"],
            timezone.localdate(datetime.fromisoformat(row.facts["since"])),
        )
        for row in page_rows(visitor, "runs_to_approve")
    ]


class OpenRun(NamedTuple):
    """A run on which finance has the next word, or which is being calculated, and since when it is so."""

    pk: int
    number: int
    period: str
    state: RunState
    since: date
    is_own: bool
    is_calculating: bool


def open_runs(visitor: Visitor) -> list[OpenRun]:
    """S8: the runs that are neither closed nor called off. ``is_own``: this visitor calculated it."""
    return [
        OpenRun(
            row.pk,
            row.facts["number"],
            row.facts["period"],
            RunState(row.facts["state"]),
            timezone.localdate(datetime.fromisoformat(row.facts["since"])),
            row.facts["calculated_by"] == visitor.user.pk,
            row.facts["state"] == RunState.CALCULATING and row.facts["job"] not in (None, *ENDED),
        )
        for row in page_rows(visitor, "open_runs")
    ]


def _claims_to_check(groups: Any, settings: Any, user: Any, on: Any) -> QuerySet[Any]:
    """The claim that has waited longest, with how many do."""
    waiting = Claim.objects.filter(state__in=WAITING)
    return Claim.objects.filter(pk__in=waiting.order_by("moved_at", "pk").values("pk")[:1]).annotate(
        number=_how_many(waiting), appeals=_how_many(waiting.filter(state=ClaimState.APPEALED))
    )


def _how_many(rows: QuerySet[Claim]) -> Subquery:
    counted = rows.order_by().values("authority_id").annotate(number=Count("pk"))
    return Subquery(counted.values("number"))


def _newest_check(groups: Any, settings: Any, user: Any, on: Any) -> QuerySet[Any]:
    return MoneyCheck.objects.filter(pk__in=MoneyCheck.objects.order_by("-at", "-pk").values("pk")[:1])


add_page_rows(
    _claims_to_check,
    key="claims_to_check",
    facts={"since": "moved_at", "number": "number", "appeals": "appeals"},
    permission=Permission.ASSESS_CLAIMS,
)


def _reviewed_by_others(groups: Any, settings: Any, user: Any, on: Any) -> QuerySet[Any]:
    return Run.objects.filter(state=RunState.REVIEWED).exclude(calculated_by=user)


add_page_rows(
    _reviewed_by_others,
    key="runs_to_approve",
    facts={"number": "number", "period": "period__name", "since": "moved_at"},
    permission=Permission.APPROVE_RUN,
)
add_page_rows(
    lambda groups, settings, user, on: Run.objects.exclude(state__in=(RunState.CLOSED, RunState.CANCELLED)),
    key="open_runs",
    facts={
        "number": "number",
        "period": "period__name",
        "state": "state",
        "since": "moved_at",
        "calculated_by": "calculated_by_id",
        "job": "job__state",
    },
    permission=Permission.MAKE_RUNS,
)
add_page_rows(
    lambda groups, settings, user, on: periods_to_close(on),
    key="periods_to_close",
    facts={"name": "name", "ends": "ends_on"},
    permission=Permission.MAKE_RUNS,
)
add_page_rows(_newest_check, key="money_checks", facts={"failed": "failed"}, permission=Permission.VIEW_RUNS)
