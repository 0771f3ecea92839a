"""Versions of the scheme of a year (S2): begun, written page by page, put aside, approved for good."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from accounts.models import User
from audit.rules.actions import Action
from audit.services import record
from core.reasons import Reason
from core.saving import refuse_older_text, save_in_words
from core.text import one_line, several_lines
from supplement.models.parts import (
    SchemeComponent,
    SchemeCriterion,
    SchemeInstalment,
    SchemePeriod,
    SchemeTier,
)
from supplement.models.schemes import Scheme
from supplement.rules import scheme_faults, years
from supplement.rules.scheme_faults import Fault, errors_of
from supplement.rules.scheme_states import SchemeState, Subject, is_writable
from supplement.rules.years import Year
from supplement.selectors import schemes as selectors
from supplement.services.new_version import carry_over

#: Pence; more than any authority plans for a year.
MAX_PENCE = scheme_faults.MAX_POUNDS * 100
#: What each page of the scheme itself writes.
FIELDS: Mapping[Subject, tuple[str, ...]] = {
    Subject.ABOUT: ("name", "starts_on", "ends_on", "legal_basis", "funding_source"),
    Subject.LIMITS: (
        "planned_funding_pence",
        "ceiling_percent",
        "member_cap_pence",
        "collaboration_cap_pence",
    ),
    Subject.JOINING: ("joiners", "leavers", "twice", "full_time_hours"),
}
BEING_WRITTEN = gettext_noop("A scheme for this year is being written already. Go on with that one.")
#: Copied from version to version.
_COPIED = (
    "legal_basis", "funding_source", "joiners", "leavers", "twice", "full_time_hours", "planned_funding_pence",
    "ceiling_percent", "member_cap_pence", "collaboration_cap_pence",
)  # fmt: skip


@transaction.atomic
def start_scheme(
    *, name: str, starts_on: date, ends_on: date, begin_from: int | None = None, by: User, at: datetime
) -> Scheme:
    """A draft of a year, empty or as a copy. Of an earlier version all days are moved by a year where its own
    year is the one before; the keys of periods and components stay.

    Begun twice it is the same draft. Raises ValidationError at "starts_on", "ends_on" and "begin_from".
    """
    before = selectors.scheme_for_update(begin_from) if begin_from is not None else None
    if begin_from is not None and (before is None or before.state not in ("approved", "superseded")):
        raise ValidationError({"begin_from": _("Select an approved scheme.")})
    existing = Scheme.objects.filter(state__in=("draft", "consulted"), starts_on=starts_on).first()
    if existing is not None:
        if existing.started_by_id == by.pk and existing.began_from_id == begin_from:
            return existing  # pressed twice
        raise ValidationError({"starts_on": _(BEING_WRITTEN)})
    version = (Scheme.objects.aggregate(last=Max("version"))["last"] or 0) + 1
    scheme = Scheme(
        name=one_line(name), starts_on=starts_on, ends_on=ends_on, version=version, began_from=before,
        started_by=by, started_at=at,
    )  # fmt: skip
    for field in _COPIED if before is not None else ():
        setattr(scheme, field, getattr(before, field))
    year = Year(starts_on, ends_on, legal_basis="-", funding_source="-")
    refuse_faults(scheme_faults.about_faults(year))
    save_in_words(scheme, clash={"starts_on": _(BEING_WRITTEN)})
    if before is not None:
        _copy_parts(before, scheme, moves=before.starts_on < starts_on)
    record(Action.SCHEME_STARTED, about=scheme, by=by)
    return scheme


def _copy_parts(before: Scheme, scheme: Scheme, *, moves: bool) -> None:
    for old in before.periods.prefetch_related("instalments").order_by("pk"):
        value = selectors.period_value(old)
        value = years.moved_a_year(value) if moves else value
        period = SchemePeriod(
            scheme=scheme,
            **_columns_of(value),
            pot_pence=old.pot_pence,
            contingency_pence=old.contingency_pence,
        )
        save_in_words(period)
        _write_instalments(period, value.instalments)
    for component in before.components.prefetch_related("tiers").order_by("pk"):
        tiers = list(component.tiers.all())
        _copy(component, scheme)
        for tier in tiers:
            tier.component = component
            _copy(tier, None)
    for criterion in before.criteria.order_by("pk"):
        _copy(criterion, scheme)


def _columns_of(value: Any) -> dict[str, Any]:
    return {name: getattr(value, name) for name in value.__dataclass_fields__ if name != "instalments"}


def _copy(row: Any, scheme: Scheme | None) -> None:
    row.pk, row._state.adding = None, True
    if scheme is not None:
        row.scheme = scheme
    row._prefetched_objects_cache = {}
    save_in_words(row)


@transaction.atomic
def change_scheme(
    *, scheme_id: int, subject: Subject, values: Mapping[str, Any], seen: str | None = None, by: User
) -> Scheme:
    """Write one page of the scheme itself. Raises ValidationError at its fields, and at "seen" when somebody
    else has written it meanwhile.
    """
    scheme = writable(scheme_id)
    values = {name: _tidy(value, name) for name, value in values.items() if name in FIELDS[subject]}
    changed = {name: value for name, value in values.items() if getattr(scheme, name) != value}
    if not changed:
        return scheme
    refuse_older_text(seen=seen, mark=mark_of(scheme, subject))
    details = {name: [str(getattr(scheme, name)), str(value)] for name, value in changed.items()}
    for name, value in changed.items():
        setattr(scheme, name, value)
    refuse_faults(fault for fault in _FAULTS[subject](selectors.year_of(scheme)) if fault.field in values)
    save_in_words(scheme, clash={"starts_on": _(BEING_WRITTEN)}, fields=list(changed))
    _changed(scheme, subject.label, by, details)
    return scheme


_FAULTS: Mapping[Subject, Callable[[Year], Iterable[Fault]]] = {
    Subject.ABOUT: scheme_faults.about_faults,
    Subject.LIMITS: scheme_faults.limits_faults,
    Subject.JOINING: scheme_faults.joining_faults,
}


def mark_of(scheme: Scheme, subject: Subject) -> str:
    return selectors.mark_of(*(getattr(scheme, name) for name in FIELDS[subject]))


@transaction.atomic
def discard_scheme(*, scheme_id: int, by: User) -> None:
    """Put a draft aside that no leader was asked about. Twice is the same as once."""
    scheme = selectors.scheme_for_update(scheme_id)
    if scheme is None:
        return
    if scheme.state != SchemeState.DRAFT:
        raise ValidationError(_(IS_KEPT))
    record(Action.SCHEME_DISCARDED, about=scheme, by=by)
    SchemeInstalment.objects.filter(period__scheme=scheme).delete()
    SchemeTier.objects.filter(component__scheme=scheme).delete()
    for model in (SchemePeriod, SchemeComponent, SchemeCriterion):
        model.objects.filter(scheme=scheme).delete()
    scheme.delete()


@transaction.atomic
def approve_scheme(*, scheme_id: int, seen: str | None = None, by: User, at: datetime) -> Scheme:
    """Approve a version for good; it replaces the approved one of the same year. Pressed twice is once.

    ``seen``: the mark of all that was looked at (``mark_of_all``). Raises ValidationError with what stands in
    the way, and where an approved scheme of another year holds on some of its days.
    """
    scheme = selectors.scheme_for_update(scheme_id)
    if scheme is None:
        raise ValidationError(_(GONE))
    if scheme.state == SchemeState.APPROVED:
        return scheme
    year = selectors.year_of(scheme)
    refuse_reason(selectors.against_approval(scheme, selectors.faults_in(year), on=timezone.localdate(at)))
    refuse_older_text(seen=seen, mark=mark_of_all(year))
    for other in selectors.approved_overlapping(scheme):
        if (other.starts_on, other.ends_on) != (scheme.starts_on, scheme.ends_on):
            words = _("“%(other)s” is approved and holds on some days of this year. Change the year first.")
            raise ValidationError(words % {"other": other.name})
        other.state, other.replaced_at = SchemeState.SUPERSEDED, at
        save_in_words(other, fields=["state", "replaced_at"])
        carry_over(other, scheme)
        record(Action.SCHEME_REPLACED, about=other, by=by, version=scheme.version)
    scheme.state, scheme.approved_by, scheme.approved_at = SchemeState.APPROVED, by, at
    clash: dict[str, Any] = {NON_FIELD_ERRORS: _("Somebody has approved another version at the same time.")}
    save_in_words(scheme, clash=clash, fields=["state", "approved_by", "approved_at"])
    record(Action.SCHEME_APPROVED, about=scheme, by=by, version=scheme.version)
    return scheme


def mark_of_all(year: Year) -> str:
    """A mark that changes with anything that a version says."""
    return selectors.mark_of(repr(year))


# --- what its parts share -----------------------------------------------------------------------------------

GONE = gettext_noop("This scheme was put aside.")
IS_KEPT = gettext_noop("Leaders were asked about this version, so it is kept.")


def writable(scheme_id: int) -> Scheme:
    """The version, locked. Raises ValidationError where it is approved or gone."""
    scheme = selectors.scheme_for_update(scheme_id)
    if scheme is None:
        raise ValidationError(_(GONE))
    if not is_writable(scheme.state):
        raise ValidationError(
            _("“%(scheme)s” is approved and never changes. Begin a new version.") % {"scheme": scheme}
        )
    return scheme


def _tidy(value: Any, name: str) -> Any:
    if not isinstance(value, str):
        return value
    return several_lines(value) if name == "legal_basis" else one_line(value)


def refuse_reason(reason: Reason | None) -> None:
    if reason is not None:
        raise ValidationError(reason.in_words(_))


def refuse_faults(faults: Iterable[Fault]) -> None:
    """Raise ValidationError with each error at its field; warnings are shown on the page of the scheme."""
    errors: dict[str, list[str]] = {}
    for fault in errors_of(list(faults)):
        errors.setdefault(fault.field or NON_FIELD_ERRORS, []).append(fault.reason.in_words(_))
    if errors:
        raise ValidationError(errors)


def _changed(scheme: Scheme, what: Any, by: User, details: dict[str, Any] | None = None) -> None:
    record(Action.SCHEME_CHANGED, about=scheme, by=by, what=str(what), details=details)


def _write_instalments(period: SchemePeriod, parts: Iterable[Any]) -> None:
    for part in parts:
        save_in_words(SchemeInstalment(period=period, pay_on=part.pay_on, percent=part.percent))
