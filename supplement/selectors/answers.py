"""Reads of what the finance system answered (S11), judged by how the payments stand now."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from datetime import date

from django.db.models import QuerySet, Sum

from supplement.models.answers import PaymentAnswers
from supplement.models.payments import Payment
from supplement.models.runs import Run
from supplement.rules.answers import Answer, AnswerLine, Outcome, Owed, judged
from supplement.rules.payments import PaymentState, reference_of


def answers() -> QuerySet[PaymentAnswers]:
    """Every answer of the finance system, the latest first."""
    rows = PaymentAnswers.objects.select_related("run__period", "uploaded_by", "applied_by")
    return rows.order_by("-uploaded_at", "-pk")


def answers_of_run(run: Run) -> QuerySet[PaymentAnswers]:
    """Every answer about a run, the newest first, without its lines."""
    rows = PaymentAnswers.objects.filter(run=run).select_related("uploaded_by", "applied_by")
    return rows.defer("lines").order_by("-uploaded_at", "-pk")


def answers_by_id(answers_id: int) -> PaymentAnswers | None:
    rows = PaymentAnswers.objects.select_related("run__period", "file", "uploaded_by", "applied_by")
    return rows.filter(pk=answers_id).first()


def judged_of(answers: PaymentAnswers, *, today: date) -> list[Answer]:
    """Each line of an answer as it would be recorded now."""
    run = Run.objects.only("number").get(pk=answers.run_id)
    rows = Payment.objects.filter(run=run).order_by("pk").values_list("pk", "pence", "state", "paid_on")
    owed = {
        reference_of(run.number, pk).casefold(): Owed(pk, pence, PaymentState(state), paid_on)
        for pk, pence, state, paid_on in rows
    }
    return judged((AnswerLine(**line) for line in answers.lines), owed, today=today)


def counts_of(answers: Iterable[Answer]) -> dict[Outcome, int]:
    """How many lines there are of each outcome, in the order of `Outcome`."""
    counts = Counter(answer.outcome for answer in answers)
    return {outcome: counts[outcome] for outcome in Outcome}


def states_by_claim(run: Run, claims: Collection[int]) -> dict[int, set[str]]:
    """Where the payments of each claim stand."""
    states: dict[int, set[str]] = defaultdict(set)
    rows = Payment.objects.filter(run=run, claim__in=claims).order_by()
    for claim, state in rows.values_list("claim_id", "state"):
        states[claim].add(state)
    return states


def paid_pence(run: Run) -> int:
    rows = Payment.objects.filter(run=run, state=PaymentState.PAID)
    return int(rows.aggregate(pence=Sum("pence", default=0))["pence"])
