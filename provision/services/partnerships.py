"""Delivery partnerships for funded hours: who shares a child's hours, how, and who leads.

That all of them belong to one collaboration is checked where members are known (``provision.services.partnerships``).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from audit.rules.actions import Action
from audit.services import record
from core.saving import save_in_words
from core.wording import date_in_words
from memberships.services.permissions import take_turn
from providers.models import Provider
from provision import rules, selectors
from provision.models import DeliveryPartner, DeliveryPartnership


@dataclass(frozen=True, slots=True)
class Arrangement:
    """How the hours are shared: everything about a partnership but who leads it and when it runs."""

    model: str
    lead_hours: Decimal
    partners: tuple[rules.PartnerHours, ...]
    lead_contact: str
    transport: str = ""
    terms_reference: str = ""


@transaction.atomic
def _record_partnership(
    *, lead: Provider, arrangement: Arrangement, starts_on: date, ends_on: date | None = None, by: User
) -> DeliveryPartnership:
    """Record a partnership. The same again (lead, partners, model and first day) is one. Raises ValidationError at the field."""
    Provider.objects.select_for_update(of=("self",), no_key=True).get(pk=lead.pk)
    _check(lead.pk, arrangement)
    if ends_on is not None and ends_on <= starts_on:
        raise ValidationError({"ends_on": _("The end must be after the first day.")})
    same = DeliveryPartnership.objects.filter(lead=lead, starts_on=starts_on, model=arrangement.model)
    for held in same.prefetch_related("partners"):
        if _partners_of(held) == {(one.provider_id, one.hours) for one in arrangement.partners}:
            return held  # pressed twice
    partnership = DeliveryPartnership(lead=lead, starts_on=starts_on, ends_on=ends_on)
    _write(partnership, arrangement)
    record(Action.PARTNERSHIP_RECORDED, about=partnership, by=by, setting=lead, details=_details(arrangement))
    return partnership


@transaction.atomic
def _change_partnership(*, partnership: DeliveryPartnership, arrangement: Arrangement, by: User) -> DeliveryPartnership:
    """Write the arrangement anew. Nothing different, nothing written. Raises ValidationError at the field, or when it has ended."""
    partnership = selectors.partnership_for_update(partnership.pk)
    _check(partnership.lead_id, arrangement)
    if _is_as(partnership, arrangement):
        return partnership
    _write(partnership, arrangement)
    record(Action.PARTNERSHIP_CHANGED, about=partnership, by=by, setting=partnership.lead, details=_details(arrangement))
    return partnership


@transaction.atomic
def end_partnership(*, partnership: DeliveryPartnership, ends_on: date, by: User) -> DeliveryPartnership:
    """``ends_on`` is the first day without it. Raises ValidationError when that is not after its first day, or it has ended before."""
    partnership = selectors.partnership_for_update(partnership.pk)
    if partnership.ends_on == ends_on:
        return partnership  # pressed twice
    if ends_on <= partnership.starts_on:
        day = date_in_words(partnership.starts_on)
        raise ValidationError({"ends_on": _("The day must be after %(day)s, the first one.") % {"day": day}})
    if partnership.ends_on is not None and partnership.ends_on < ends_on:
        day = date_in_words(partnership.ends_on)
        raise ValidationError({"ends_on": _("It is already recorded that it ends on %(day)s.") % {"day": day}})
    partnership.ends_on = ends_on
    save_in_words(partnership, fields=["ends_on"])
    record(Action.PARTNERSHIP_ENDED, about=partnership, by=by, setting=partnership.lead, until=ends_on)
    return partnership


def arrangement_of(partnership: DeliveryPartnership) -> Arrangement:
    """As it stands now."""
    partners = tuple(rules.PartnerHours(one.provider_id, one.hours) for one in partnership.partners.all())
    return Arrangement(
        partnership.model, partnership.lead_hours, partners, partnership.lead_contact, partnership.transport, partnership.terms_reference
    )


def remarks_on(arrangement: Arrangement) -> list[str]:
    """What is worth saying about the hours; nothing is refused because of it."""
    return [remark.in_words(_) for remark in rules.remarks_on_hours(arrangement.lead_hours, arrangement.partners)]


def _is_as(partnership: DeliveryPartnership, wanted: Arrangement) -> bool:
    names = ("model", "lead_hours", "lead_contact", "transport", "terms_reference")
    same = all(getattr(partnership, name) == getattr(wanted, name) for name in names)
    return same and _partners_of(partnership) == {(one.provider_id, one.hours) for one in wanted.partners}


def _partners_of(partnership: DeliveryPartnership) -> set[tuple[int, Decimal]]:
    return {(one.provider_id, one.hours) for one in partnership.partners.all()}


def _check(lead_id: int, arrangement: Arrangement) -> None:
    errors: dict[str, list[str]] = {}
    for remark in rules.refusals_of_partnership(lead_id, arrangement.lead_hours, arrangement.partners):
        errors.setdefault(remark.field, []).append(remark.in_words(_))
    if errors:
        raise ValidationError(errors)


def _write(partnership: DeliveryPartnership, wanted: Arrangement) -> None:
    for name in ("model", "lead_hours", "lead_contact", "transport", "terms_reference"):
        value = getattr(wanted, name)
        setattr(partnership, name, value.strip() if isinstance(value, str) else value)
    save_in_words(partnership)
    if _partners_of(partnership) == {(one.provider_id, one.hours) for one in wanted.partners}:
        return
    DeliveryPartner.objects.filter(partnership=partnership).delete()
    for one in _in_order(wanted.partners):
        save_in_words(DeliveryPartner(partnership=partnership, provider_id=one.provider_id, hours=one.hours))


def _in_order(partners: Sequence[rules.PartnerHours]) -> list[rules.PartnerHours]:
    return sorted(partners, key=lambda one: one.provider_id)


def _details(arrangement: Arrangement) -> dict[str, Any]:
    return {
        "lead_hours": str(arrangement.lead_hours),
        "partners": {str(one.provider_id): str(one.hours) for one in arrangement.partners},
    }


@transaction.atomic
def record_partnership(
    *, lead: Provider, arrangement: Arrangement, starts_on: date, ends_on: date | None = None, by: User
) -> DeliveryPartnership:
    """Record a partnership of members. Raises ValidationError at the field, also for a partner of no common collaboration."""
    take_turn()
    _must_be_together(lead, arrangement, on=starts_on)
    return _record_partnership(lead=lead, arrangement=arrangement, starts_on=starts_on, ends_on=ends_on, by=by)


@transaction.atomic
def change_partnership(*, partnership: DeliveryPartnership, arrangement: Arrangement, by: User, on: date) -> DeliveryPartnership:
    """Change a partnership. Partners it had already may stay, whatever became of the collaboration; new ones must be in it now."""
    take_turn()
    held = {one.provider_id for one in partnership.partners.all()}
    _must_be_together(partnership.lead, arrangement, on=max(on, partnership.starts_on), but=held)
    return _change_partnership(partnership=partnership, arrangement=arrangement, by=by)


def _must_be_together(lead: Provider, arrangement: Arrangement, *, on: date, but: set[int] | None = None) -> None:
    wanted = {one.provider_id for one in arrangement.partners} - (but or set()) - {lead.pk}
    if wanted - set(selectors.shared_partners(lead, on=on).filter(pk__in=wanted).values_list("pk", flat=True)):
        raise ValidationError({"partners": _("A partner must be a member of the same collaboration on the first day.")})
