"""Periods, components and criteria of a draft (S2 to S4): added, changed, removed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from audit.rules.actions import Action
from audit.services import record
from core.names import key_of
from core.saving import refuse_older_text, save_in_words
from core.text import one_line
from supplement.models.parts import (
    SchemeComponent,
    SchemeCriterion,
    SchemeInstalment,
    SchemePeriod,
    SchemeTier,
)
from supplement.models.schemes import Scheme
from supplement.rules.scheme_faults import component_faults, criterion_faults, period_faults
from supplement.rules.schemes import Basis, Component, Filter, Instalment, Measure, Period, Tier
from supplement.rules.years import PaidPeriod
from supplement.selectors import schemes as selectors
from supplement.services.schemes import refuse_faults, writable

PERIOD_FIELDS = (
    "name", "starts_on", "ends_on", "count_on", "claims_from_on", "claims_until_on", "evidence_until_on",
    "pot_pence", "contingency_pence",
)  # fmt: skip
COMPONENT_FIELDS = (
    "name", "basis", "rate", "sum_pence", "measure", "provider_types", "min_hours", "min_level",
    "member_cap_pence", "collaboration_cap_pence",
)  # fmt: skip
CRITERION_FIELDS = (
    "kind", "asked", "consequence", "threshold", "window_days", "reduce_percent", "grace_days", "may_be_waived",
)  # fmt: skip


@transaction.atomic
def save_period(
    *,
    scheme_id: int,
    row: int | None = None,
    values: Mapping[str, Any],
    instalments: Sequence[Instalment],
    seen: str | None = None,
    by: User,
) -> SchemePeriod:
    """Add a period, or change one with all its days. Raises ValidationError at its fields."""
    scheme = writable(scheme_id)
    period = selectors.period_in(scheme, row) if row is not None else SchemePeriod(scheme=scheme)
    if period is None:
        raise _gone()
    if period.pk:
        refuse_older_text(seen=seen, mark=mark_of_period(period))
    _set(period, PERIOD_FIELDS, values)
    year = selectors.year_of(scheme)
    others = [paid for paid in year.periods if paid.period.key != period.key]
    period.key = period.key or key_of(period.name, {paid.period.key for paid in others})
    value = Period(
        **{name: getattr(period, name) for name in _period_columns()}, instalments=tuple(instalments)
    )
    paid = PaidPeriod(
        value, selectors.pot_value(period, scheme.planned_funding_pence, scheme.ceiling_percent)
    )
    refuse_faults(period_faults(paid, replace(year, periods=(*others, paid)), selectors.around(year)))
    save_in_words(period, clash={"name": _("Another period has this name")})
    stored = [(part.pay_on, part.percent) for part in period.instalments.all()]
    if stored != [(part.pay_on, part.percent) for part in instalments]:
        SchemeInstalment.objects.filter(period=period).delete()
        for part in instalments:
            save_in_words(SchemeInstalment(period=period, pay_on=part.pay_on, percent=part.percent))
    _record(scheme, period, by)
    return period


def _period_columns() -> list[str]:
    return [name for name in Period.__dataclass_fields__ if name != "instalments"]


def mark_of_period(period: SchemePeriod) -> str:
    """A mark that changes with what the form of a period shows."""
    parts = [f"{part.pay_on} {part.percent}" for part in period.instalments.all()]
    return selectors.mark_of(*(getattr(period, name) for name in PERIOD_FIELDS), parts)


@transaction.atomic
def save_component(
    *,
    scheme_id: int,
    row: int | None = None,
    values: Mapping[str, Any],
    tiers: Sequence[Tier] = (),
    seen: str | None = None,
    by: User,
) -> SchemeComponent:
    """Add a component, or change one with its tiers. Raises ValidationError at its fields."""
    scheme = writable(scheme_id)
    component = selectors.component_in(scheme, row) if row is not None else SchemeComponent(scheme=scheme)
    if component is None:
        raise _gone()
    if component.pk:
        refuse_older_text(seen=seen, mark=mark_of_component(component))
    _set(component, COMPONENT_FIELDS, values)
    year = selectors.year_of(scheme)
    others = [other for other in year.components if other.key != component.key]
    component.key = component.key or key_of(component.name, {other.key for other in others})
    value = _component_value(component, tiers)
    refuse_faults(component_faults(value, replace(year, components=(*others, value)), selectors.around(year)))
    save_in_words(component, clash={"name": _("Another part of the supplement has this name")})
    stored = [(tier.from_number, tier.pence) for tier in component.tiers.all()]
    if stored != [(tier.from_number, tier.pence) for tier in tiers]:
        SchemeTier.objects.filter(component=component).delete()
        for tier in tiers:
            save_in_words(SchemeTier(component=component, from_number=tier.from_number, pence=tier.pence))
    _record(scheme, component, by)
    return component


def _component_value(row: SchemeComponent, tiers: Sequence[Tier]) -> Component:
    only = Filter(frozenset(row.provider_types), row.min_hours, row.min_level)
    columns = ("key", "name", "rate", "sum_pence", "member_cap_pence", "collaboration_cap_pence")
    return Component(
        **{name: getattr(row, name) for name in columns},
        basis=Basis(row.basis),
        measure=Measure(row.measure),
        tiers=tuple(tiers),
        only=only,
    )


def mark_of_component(component: SchemeComponent) -> str:
    """A mark that changes with what the form of a component shows."""
    tiers = [f"{tier.from_number} {tier.pence}" for tier in component.tiers.all()]
    return selectors.mark_of(*(getattr(component, name) for name in COMPONENT_FIELDS), tiers)


@transaction.atomic
def save_criterion(
    *, scheme_id: int, row: int | None = None, values: Mapping[str, Any], seen: str | None = None, by: User
) -> SchemeCriterion:
    """Add a criterion, or change one. Raises ValidationError at its fields."""
    scheme = writable(scheme_id)
    criterion = selectors.criterion_in(scheme, row) if row is not None else SchemeCriterion(scheme=scheme)
    if criterion is None:
        raise _gone()
    if criterion.pk:
        refuse_older_text(seen=seen, mark=mark_of_criterion(criterion))
    _set(criterion, CRITERION_FIELDS, values)
    refuse_faults(criterion_faults(selectors.criterion_value(criterion)))
    save_in_words(criterion, clash={"kind": _("The scheme has this criterion already")})
    _record(scheme, criterion, by)
    return criterion


def mark_of_criterion(criterion: SchemeCriterion) -> str:
    """A mark that changes with what the form of a criterion shows."""
    return selectors.mark_of(*(getattr(criterion, name) for name in CRITERION_FIELDS))


@transaction.atomic
def remove_period(*, scheme_id: int, row: int, by: User) -> None:
    """Take a period out of a draft. Pressed twice is once."""
    scheme = writable(scheme_id)
    period = selectors.period_in(scheme, row)
    if period is not None:
        SchemeInstalment.objects.filter(period=period).delete()
        _remove(scheme, period, by)


@transaction.atomic
def remove_component(*, scheme_id: int, row: int, by: User) -> None:
    """Take a component out of a draft. Pressed twice is once."""
    scheme = writable(scheme_id)
    component = selectors.component_in(scheme, row)
    if component is not None:
        SchemeTier.objects.filter(component=component).delete()
        _remove(scheme, component, by)


@transaction.atomic
def remove_criterion(*, scheme_id: int, row: int, by: User) -> None:
    """Take a criterion out of a draft. Pressed twice is once."""
    scheme = writable(scheme_id)
    criterion = selectors.criterion_in(scheme, row)
    if criterion is not None:
        _remove(scheme, criterion, by)


def _remove(scheme: Scheme, part: Any, by: User) -> None:
    record(Action.SCHEME_PART_REMOVED, about=scheme, by=by, what=str(part))
    part.delete()


def _record(scheme: Scheme, part: Any, by: User) -> None:
    record(Action.SCHEME_CHANGED, about=scheme, by=by, what=str(part))


def _set(row: Any, fields: Sequence[str], values: Mapping[str, Any]) -> None:
    for name in fields:
        if name in values:
            value = values[name]
            setattr(row, name, one_line(value) if name == "name" else value)


def _gone() -> ValidationError:
    return ValidationError(_("Somebody has removed this meanwhile. Go back to the scheme."))
