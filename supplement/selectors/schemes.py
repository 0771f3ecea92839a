"""Reads of the schemes of the supplement (S2): versions, what each says as a value, and what is wrong with
it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from django.db.models import QuerySet

from core.reasons import Reason
from core.saving import edition_of
from meetings.rules.bank_holidays import bank_holidays
from provision.models import ReturnPeriod
from supplement.models.parts import SchemeComponent, SchemeCriterion, SchemePeriod
from supplement.models.schemes import Scheme
from supplement.rules.criteria import Consequence, Criterion, Kind, When
from supplement.rules.scheme_faults import Around, Fault, errors_of, faults_of
from supplement.rules.scheme_states import FROZEN, SchemeState, why_not_approved
from supplement.rules.schemes import (
    Basis,
    Caps,
    Component,
    Counting,
    Filter,
    Instalment,
    Measure,
    Period,
    Pot,
    Tier,
    Twice,
)
from supplement.rules.years import PaidPeriod, Year


def schemes() -> QuerySet[Scheme]:
    """Every version, the latest year first, and of a year the latest version."""
    rows = Scheme.objects.select_related("started_by", "approved_by", "consultation")
    return rows.order_by("-starts_on", "-version")


def scheme_by_id(scheme_id: int) -> Scheme | None:
    return schemes().filter(pk=scheme_id).first()


def scheme_for_update(scheme_id: int) -> Scheme | None:
    """The row, locked until the transaction ends: all that is written to a version goes one after the other."""
    return Scheme.objects.select_for_update(of=("self",), no_key=True).filter(pk=scheme_id).first()


def approved_on(day: date) -> Scheme | None:
    """The version by which money is paid on a day."""
    rows = schemes().filter(state=SchemeState.APPROVED, starts_on__lte=day, ends_on__gt=day)
    return rows.first()


def approved_schemes(*, since: date) -> list[Scheme]:
    """What holds on a day or later, the earliest first."""
    rows = schemes().filter(state=SchemeState.APPROVED, ends_on__gt=since)
    return list(rows.order_by("starts_on", "pk"))


def approved_overlapping(scheme: Scheme) -> list[Scheme]:
    """Approved versions that hold on some day of a scheme's year, locked."""
    rows = Scheme.objects.select_for_update(of=("self",), no_key=True).exclude(pk=scheme.pk)
    rows = rows.filter(state=SchemeState.APPROVED, starts_on__lt=scheme.ends_on, ends_on__gt=scheme.starts_on)
    return list(rows.order_by("pk"))


def schemes_to_begin_from() -> list[Scheme]:
    """Approved versions, the latest first: a new one begins as a copy of one."""
    return list(schemes().filter(state__in=FROZEN)[:6])


# --- what it says -------------------------------------------------------------------------------------------


def year_of(scheme: Scheme) -> Year:
    """A version as the rules see it."""
    planned = scheme.planned_funding_pence
    periods = scheme.periods.prefetch_related("instalments").order_by("starts_on", "key")
    components = scheme.components.prefetch_related("tiers").order_by("key")
    return Year(
        starts_on=scheme.starts_on,
        ends_on=scheme.ends_on,
        legal_basis=scheme.legal_basis,
        funding_source=scheme.funding_source,
        periods=tuple(
            PaidPeriod(period_value(row), pot_value(row, planned, scheme.ceiling_percent)) for row in periods
        ),
        components=tuple(component_value(row) for row in components),
        criteria=tuple(criterion_value(row) for row in scheme.criteria.order_by("pk")),
        caps=Caps(scheme.member_cap_pence, scheme.collaboration_cap_pence),
        joiners=Counting(scheme.joiners),
        leavers=Counting(scheme.leavers),
        twice=Twice(scheme.twice),
        full_time_hours=scheme.full_time_hours,
        planned_funding_pence=planned,
        ceiling_percent=scheme.ceiling_percent,
    )


def period_value(row: SchemePeriod) -> Period:
    return Period(
        key=row.key,
        name=row.name,
        starts_on=row.starts_on,
        ends_on=row.ends_on,
        count_on=row.count_on,
        claims_from_on=row.claims_from_on,
        claims_until_on=row.claims_until_on,
        evidence_until_on=row.evidence_until_on,
        instalments=tuple(Instalment(part.pay_on, part.percent) for part in row.instalments.all()),
    )


def pot_value(row: SchemePeriod, planned: int | None, ceiling: int) -> Pot:
    return Pot(row.pot_pence, row.contingency_pence, planned, ceiling)


def component_value(row: SchemeComponent) -> Component:
    return Component(
        key=row.key,
        name=row.name,
        basis=Basis(row.basis),
        rate=Decimal(row.rate),
        sum_pence=row.sum_pence,
        measure=Measure(row.measure),
        tiers=tuple(Tier(tier.from_number, tier.pence) for tier in row.tiers.all()),
        only=Filter(frozenset(row.provider_types), row.min_hours, row.min_level),
        member_cap_pence=row.member_cap_pence,
        collaboration_cap_pence=row.collaboration_cap_pence,
    )


def criteria_of(scheme_id: int) -> list[Criterion]:
    """What a version asks, in the order in which its page shows it."""
    rows = SchemeCriterion.objects.filter(scheme=scheme_id).order_by("pk")
    return [criterion_value(row) for row in rows]


def criterion_value(row: SchemeCriterion) -> Criterion:
    return Criterion(
        kind=Kind(row.kind),
        consequence=Consequence(row.consequence),
        threshold=row.threshold,
        window_days=row.window_days,
        reduce_percent=row.reduce_percent,
        grace_days=row.grace_days,
        may_be_waived=row.may_be_waived,
        asked=When(row.asked),
    )


# --- one part, for its form ---------------------------------------------------------------------------------


def period_in(scheme: Scheme, row: int) -> SchemePeriod | None:
    return scheme.periods.prefetch_related("instalments").filter(pk=row).first()


def component_in(scheme: Scheme, row: int) -> SchemeComponent | None:
    return scheme.components.prefetch_related("tiers").filter(pk=row).first()


def criterion_in(scheme: Scheme, row: int) -> SchemeCriterion | None:
    return scheme.criteria.filter(pk=row).first()


def mark_of(*values: object) -> str:
    """A mark that changes with what a form shows."""
    return edition_of(*values)


# --- what is wrong with it ----------------------------------------------------------------------------------


def around(year: Year) -> Around:
    """What a draft is judged by besides itself."""
    days = [day for paid in year.periods for day in (paid.period.count_on, paid.period.evidence_until_on)]
    newest = ReturnPeriod.objects.order_by("-count_date").first()
    return Around(
        days_off=bank_holidays({day.year for day in days}),
        asks_detail=newest is not None and newest.asks_detail,
    )


def faults_in(year: Year) -> list[Fault]:
    return faults_of(year, around(year))


def against_approval(scheme: Scheme, faults: Sequence[Fault], *, on: date) -> Reason | None:
    """What stands against approving a version on a day, which its page says before anybody presses; None
    where nothing does.
    """
    consultation = getattr(scheme, "consultation", None)
    return why_not_approved(
        scheme.state,
        has_errors=bool(errors_of(faults)),
        answers_until_on=consultation.until_on if consultation else None,
        says_what_changed=bool(consultation and consultation.changes),
        on=on,
    )
