"""Reads of the checks of the money (S8)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from supplement.models.checks import MoneyCheck
from supplement.models.payments import Payment, PaymentFile
from supplement.models.runs import RunClaim
from supplement.selectors.invariants.all import CHECKS
from supplement.selectors.invariants.check import About, Check


def checks() -> QuerySet[MoneyCheck]:
    """Every time the money was checked, the latest first."""
    return MoneyCheck.objects.select_related("by").order_by("-at", "-pk")


def newest_check() -> MoneyCheck | None:
    return MoneyCheck.objects.select_related("by").order_by("-at", "-pk").first()


@dataclass(frozen=True, slots=True)
class Shown:
    """One check as its page shows it. ``links``: address and words of what fails, "" without a page."""

    check: Check
    count: int
    links: tuple[tuple[str, str], ...]


def checks_shown(newest: MoneyCheck | None) -> list[Shown]:
    """Every check with what it found last, what fails first."""
    results: dict[str, Any] = newest.results if newest else {}
    shown = [_shown(check, results.get(check.name)) for check in CHECKS]
    return sorted(shown, key=lambda row: not row.count)


def _shown(check: Check, result: dict[str, Any] | None) -> Shown:
    if result is None:
        return Shown(check, 0, ())
    return Shown(check, result["count"], tuple(_links(check.about, result["ids"])))


def _links(about: About, ids: list[int]) -> Iterator[tuple[str, str]]:
    runs = _runs_of(about, ids)
    for pk in ids:
        words = _("No. %(number)d") % {"number": pk}
        if about is About.GROUP:
            yield reverse("supplement:of_group", args=[pk]), words
        elif pk in runs:
            yield reverse("supplement:run_payments", args=[runs[pk]]), words
        else:
            yield "", words


def _runs_of(about: About, ids: list[int]) -> dict[int, int]:
    """The run of each thing that fails, where it has one."""
    if about is About.RUN:
        return {pk: pk for pk in ids}
    if about is About.CLAIM:
        rows = RunClaim.objects.filter(claim__in=ids).order_by("pk")
        return dict(rows.values_list("claim_id", "run_id"))
    model: Any = {About.PAYMENT: Payment, About.FILE: PaymentFile}.get(about)
    return dict(model.objects.filter(pk__in=ids).values_list("pk", "run_id")) if model else {}
