"""Supplier references (S9) and funded hours (S3): entered one by one, or imported as lines.

An import is all or nothing: what is wrong in any line is told, and nothing of it is kept before it is mended.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any, TypeVar

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import User
from audit.rules.actions import Action
from audit.services import record
from core.reasons import Reason
from core.saving import save_in_words
from core.text import has_something_to_see, one_line, several_lines
from supplement.models.claims import FundedHours
from supplement.models.parts import SchemePeriod
from supplement.models.payees import SupplierReference
from supplement.rules.bank_details import REFUSED, looks_like_bank_details
from supplement.rules.pasted import read_hours, read_pairs, read_reference, urns_in
from supplement.selectors import suppliers as selectors

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Imported:
    """How many settings have a value that had none, another one than before, and the same."""

    new: int = 0
    changed: int = 0
    same: int = 0

    def in_words(self) -> str:
        words = [
            ngettext("%(number)d new.", "%(number)d new.", self.new) % {"number": self.new},
            ngettext("%(number)d changed.", "%(number)d changed.", self.changed) % {"number": self.changed},
            ngettext("%(number)d as before.", "%(number)d as before.", self.same) % {"number": self.same},
        ]
        return " ".join(words)


# --- supplier references ------------------------------------------------------------------------------------


@transaction.atomic
def set_reference(
    *, provider_id: int, reference: str, reason: str = "", by: User, at: datetime
) -> SupplierReference:
    """Enter a setting's supplier reference, or change it with a reason. The same again changes nothing.

    Raises ValidationError at "reference" and "reason".
    """
    provider = selectors.setting_for_update(provider_id)
    if provider is None:
        raise ValidationError(_("This setting is no longer there."))
    found = read_reference(reference)
    if isinstance(found, Reason):
        raise ValidationError({"reference": found.in_words(_)})
    row = selectors.reference_of(provider_id)
    if row is not None and row.reference == found:
        return row
    words = _said(reason)
    if row is not None and not has_something_to_see(words):
        raise ValidationError({"reason": _("Say why the reference changes.")})
    return _keep_reference(row or SupplierReference(provider=provider), found, words, by=by, at=at)


def _keep_reference(
    row: SupplierReference, reference: str, reason: str, *, by: User, at: datetime
) -> SupplierReference:
    before, row.reference, row.set_by, row.set_at = row.reference, reference, by, at
    save_in_words(row)
    details = {"reason": reason, "changes": {"reference": [before, reference]}}
    record(
        Action.SUPPLIER_REFERENCE_SET,
        about=row,
        by=by,
        details=details,
        setting=row.provider,
        reference=reference,
    )
    return row


@transaction.atomic
def import_references(*, text: str, reason: str, by: User, at: datetime) -> Imported:
    """Lines of URN and supplier reference. Raises ValidationError at "text", a sentence for each wrong line,
    and at "reason" where references change and nobody says why.
    """
    values = _read(text, read_reference)
    words = _said(reason)
    rows = {
        row.provider_id: row
        for row in SupplierReference.objects.select_for_update(of=("self",))
        .filter(provider__in=values)
        .select_related("provider")
        .order_by("pk")
    }
    changed = [number for number, row in rows.items() if row.reference != values[number]]
    if changed and not has_something_to_see(words):
        message = ngettext(
            "%(number)d reference changes. Say why.", "%(number)d references change. Say why.", len(changed)
        )
        raise ValidationError({"reason": message % {"number": len(changed)}})
    new = [number for number in values if number not in rows]
    last = None
    for number in (*new, *changed):
        row = rows.get(number) or SupplierReference(provider_id=number)
        last = _keep_reference(row, values[number], words, by=by, at=at)
    done = Imported(len(new), len(changed), len(values) - len(new) - len(changed))
    if last is not None:
        record(Action.SUPPLIER_REFERENCES_IMPORTED, about=last, by=by, new=done.new, changed=done.changed)
    return done


# --- funded hours -------------------------------------------------------------------------------------------


@transaction.atomic
def set_hours(
    *, period_id: int, provider_id: int, hours: str, source: str, by: User, at: datetime
) -> FundedHours:
    """Enter or change the funded hours of a setting for a period. The same again changes nothing.

    Raises ValidationError at "hours" and "source".
    """
    period, provider = _period(period_id), selectors.setting_for_update(provider_id)
    if provider is None:
        raise ValidationError(_("This setting is no longer there."))
    found = read_hours(hours)
    if isinstance(found, Reason):
        raise ValidationError({"hours": found.in_words(_)})
    words = _source(source)
    row = selectors.hours_of(period_id, provider_id) or FundedHours(period=period, provider=provider)
    if row.pk and (row.hours, row.source) == (found, words):
        return row
    return _keep_hours(row, found, words, by=by, at=at)


def _keep_hours(row: FundedHours, hours: Decimal, source: str, *, by: User, at: datetime) -> FundedHours:
    before, row.hours, row.source, row.by, row.at = row.hours, hours, source, by, at
    save_in_words(row)
    facts: dict[str, Any] = {"setting": row.provider, "period": row.period, "hours": str(hours)}
    details = {"source": source, "changes": {"hours": [str(before or ""), str(hours)]}}
    record(Action.FUNDED_HOURS_SET, about=row, by=by, details=details, **facts)
    return row


@transaction.atomic
def import_hours(*, period_id: int, text: str, source: str, by: User, at: datetime) -> Imported:
    """Lines of URN and funded hours for a period. Raises ValidationError at "text", a sentence for each wrong
    line, and at "source".
    """
    period, words = _period(period_id), _source(source)
    values = _read(text, read_hours)
    locked = FundedHours.objects.select_for_update(of=("self",)).filter(period=period, provider__in=values)
    rows = {row.provider_id: row for row in locked.select_related("provider", "period").order_by("pk")}
    changed = [number for number, row in rows.items() if row.hours != values[number]]
    new = [number for number in values if number not in rows]
    for number in (*new, *changed):
        row = rows.get(number) or FundedHours(period=period, provider_id=number)
        _keep_hours(row, values[number], words, by=by, at=at)
    done = Imported(len(new), len(changed), len(values) - len(new) - len(changed))
    if new or changed:
        record(
            Action.FUNDED_HOURS_IMPORTED,
            about=period,
            by=by,
            period=period,
            new=done.new,
            changed=done.changed,
        )
    return done


# --- both ---------------------------------------------------------------------------------------------------


def _read(text: str, read: Callable[[str], Value | Reason]) -> Mapping[int, Value]:
    """Raises ValidationError at "text" with every wrong line, or where there is none to read."""
    pasted = read_pairs(text, selectors.settings_by_urn(urns_in(text)), read)
    if pasted.faults:
        sentence = _("Line %(line)d: %(reason)s")
        faults = [
            sentence % {"line": fault.line, "reason": fault.reason.in_words(_)} for fault in pasted.faults
        ]
        raise ValidationError({"text": faults})
    if not pasted.values:
        raise ValidationError({"text": _("Paste at least one line, or choose a file.")})
    return pasted.values


def _period(period_id: int) -> SchemePeriod:
    period = selectors.period_by_hours(period_id)
    if period is None:
        raise ValidationError(_("Nothing is paid by funded hours in this period."))
    return period


def _source(text: str) -> str:
    words = one_line(text)
    if not has_something_to_see(words):
        raise ValidationError({"source": _("Say where the hours come from.")})
    if looks_like_bank_details(words):
        raise ValidationError({"source": _(REFUSED)})
    return words


def _said(text: str) -> str:
    words = several_lines(text)
    if looks_like_bank_details(words):
        raise ValidationError({"reason": _(REFUSED)})
    return words
