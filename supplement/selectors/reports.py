"""S11: what the reports read: approved runs, payments, funds and schemes. Sums in pence."""

from __future__ import annotations

from typing import Any

from django.db.models import BigIntegerField, Exists, F, OuterRef, Q, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce

from collaborations.models import Collaboration
from core.ordering import InOrder
from development.models import Objective
from providers.rules.workforce import ONE_PERSON
from supplement.models.fund import FundEntry, Spending, SpendingDecision
from supplement.models.parts import SchemeCriterion, SchemePeriod
from supplement.models.payments import Payment
from supplement.models.runs import Run, RunClaim, RunLine
from supplement.models.schemes import Scheme
from supplement.rules.criteria import LEVELS, Kind, Level
from supplement.rules.facts import CollaborationFacts
from supplement.rules.fund import COMES_IN
from supplement.rules.payments import PaymentState
from supplement.rules.reports import PUBLISHED_ABOVE_PENCE, Asked, Rates, rates_by_year
from supplement.rules.runs import FIXED
from supplement.rules.scheme_states import SchemeState
from supplement.rules.schemes import Component
from supplement.rules.snapshot import Unreadable, facts_in
from supplement.selectors import schemes
from supplement.selectors.payments import payments
from supplement.selectors.runs import snapshot_of

_APPROVED = sorted(FIXED)


def _sum_of(rows: QuerySet[Any], group: str, column: str = "pence") -> Coalesce:
    """The sum of a subquery's rows, which its filter ties to the row outside; nothing is 0."""
    sums = rows.order_by().values(group).annotate(sum_of=Sum(column)).values("sum_of")
    return Coalesce(Subquery(sums, output_field=BigIntegerField()), 0)


# --- who failed which rule ----------------------------------------------------------------------------------


def periods_with_runs() -> QuerySet[SchemePeriod]:
    """Periods of which a run is approved, the latest first."""
    approved = Run.objects.filter(period=OuterRef("pk"), state__in=_APPROVED)
    return SchemePeriod.objects.filter(Exists(approved)).select_related("scheme").order_by("-starts_on", "pk")


def period_with_run(period_id: int) -> SchemePeriod | None:
    return periods_with_runs().filter(pk=period_id).first()


def facts_of_runs(period: SchemePeriod) -> list[CollaborationFacts]:
    """What the approved runs of a period knew of each collaboration that claimed, the latest run's of each."""
    latest: dict[int, CollaborationFacts] = {}
    for run in Run.objects.filter(period=period, state__in=_APPROVED).order_by("number"):
        found = snapshot_of(run)
        claimed = set(
            RunClaim.objects.filter(run=run).order_by().values_list("claim__collaboration_id", flat=True)
        )
        try:
            facts = facts_in(found[0]) if found is not None else []
        except Unreadable:
            continue  # the nightly check alarms
        latest |= {each.id: each for each in facts if each.id in claimed}
    return [latest[key] for key in sorted(latest)]


def asked_in(period: SchemePeriod) -> tuple[list[Asked], list[Asked]]:
    """Each criterion of a period's scheme asked of each member, and of each collaboration."""
    kinds = [
        Kind(kind)
        for kind in SchemeCriterion.objects.filter(scheme=period.scheme_id).values_list("kind", flat=True)
    ]
    members: list[Asked] = []
    groups: list[Asked] = []
    for facts in facts_of_runs(period):
        own = {unmet.kind for unmet in facts.unmet}
        groups += [Asked(kind, "", kind in own) for kind in kinds if LEVELS[kind] is not Level.MEMBER]
        for member in facts.members:
            failed = {unmet.kind for unmet in member.unmet}
            members += [
                Asked(kind, member.provider_type, kind in failed)
                for kind in kinds
                if LEVELS[kind] is Level.MEMBER
            ]
    return members, groups


# --- the ceiling --------------------------------------------------------------------------------------------


def years_with_totals() -> QuerySet[Scheme]:
    """The scheme in force of each year, with ``approved_pence``: what every approved run of the year came to,
    those of earlier versions among them.
    """
    runs = Run.objects.filter(period__scheme__starts_on=OuterRef("starts_on"), state__in=_APPROVED)
    rows = Scheme.objects.filter(state=SchemeState.APPROVED)
    total = _sum_of(runs, "authority_id", "total_pence")
    return rows.annotate(approved_pence=total).order_by("-starts_on", "pk")


# --- payments to publish ------------------------------------------------------------------------------------


def payments_to_publish() -> QuerySet[Payment]:
    """What was paid and is above £500, the latest first."""
    rows = payments().filter(state=PaymentState.PAID, pence__gt=PUBLISHED_ABOVE_PENCE)
    return rows.select_related("claim__period__scheme").order_by("-paid_on", "pk")


def redacted_in(rows: QuerySet[Payment]) -> int:
    """Of payments to publish, how many name a person as the payee."""
    return rows.filter(payee__provider_type__in=sorted(ONE_PERSON)).count()


# --- rates --------------------------------------------------------------------------------------------------


def rates_of_years() -> tuple[list[Scheme], list[Rates]]:
    """The approved schemes, the earliest first, and the rates of their components."""
    rows = list(
        Scheme.objects.filter(state=SchemeState.APPROVED)
        .prefetch_related("components__tiers")
        .order_by("starts_on", "pk")
    )
    years: list[list[Component]] = [
        [schemes.component_value(component) for component in row.components.all()] for row in rows
    ]
    return rows, rates_by_year(years)


# --- funds --------------------------------------------------------------------------------------------------


def balances() -> QuerySet[Collaboration]:
    """Each collaboration with a fund: ``came_pence``, ``went_pence``, ``spent_pence``, ``ordered_pence`` and
    what is left, ``left_pence``. Rows taken back count nowhere.
    """
    entries = FundEntry.objects.filter(collaboration=OuterRef("pk"))
    counts = Spending.objects.filter(decision__collaboration=OuterRef("pk"), taken_back_at=None)
    comes_in = Q(kind__in=sorted(COMES_IN))
    rows = Collaboration.objects.filter(Exists(entries)).select_related("district")
    rows = rows.annotate(
        came_pence=_sum_of(entries.filter(comes_in), "collaboration"),
        went_pence=_sum_of(entries.exclude(comes_in), "collaboration"),
        spent_pence=_sum_of(counts.filter(paid_on__isnull=False), "decision__collaboration"),
        ordered_pence=_sum_of(counts.filter(paid_on=None), "decision__collaboration"),
    )
    left = F("came_pence") - F("went_pence") - F("spent_pence")
    return rows.annotate(left_pence=left).order_by("name__in_order", "pk")


def spend_by_objective() -> QuerySet[Objective]:
    """Each objective for which money was decided: ``decided_pence``, ``ordered_pence`` and ``spent_pence``.
    Of a closed decision what was spent counts as decided.
    """
    made = SpendingDecision.objects.filter(objective=OuterRef("pk"))
    counts = Spending.objects.filter(decision__objective=OuterRef("pk"), taken_back_at=None)
    paid = counts.filter(paid_on__isnull=False)
    of_closed = paid.filter(decision__closed_at__isnull=False)
    rows = Objective.objects.filter(Exists(made)).select_related("plan__collaboration__district")
    rows = rows.annotate(
        aim_in_order=InOrder("aim"),
        decided_pence=_sum_of(made.filter(closed_at=None), "objective")
        + _sum_of(of_closed, "decision__objective"),
        ordered_pence=_sum_of(counts.filter(paid_on=None), "decision__objective"),
        spent_pence=_sum_of(paid, "decision__objective"),
    )
    return rows.order_by("plan__collaboration__name__in_order", "position", "pk")


# --- what each setting brought ------------------------------------------------------------------------------


def brought_by_settings() -> QuerySet[Any]:
    """S11, member attribution: of each period, collaboration and setting what its lines came to, and what of
    it are corrections. Rows are dictionaries.
    """
    rows = RunLine.objects.filter(run__state__in=_APPROVED).order_by()
    grouped = rows.values(
        "claim__period_id",
        "claim__period__name",
        "claim__period__starts_on",
        "claim__collaboration_id",
        "claim__collaboration__name",
        "provider_id",
        "provider__name",
        "provider__provider_type",
    )
    return grouped.annotate(
        brought_pence=Coalesce(Sum("pence"), 0),
        corrected_pence=Coalesce(Sum("pence", filter=Q(adjustment__isnull=False)), 0),
    )
