"""Delivery partnerships for funded hours: who shares a child's hours, how, and who leads.

All belong to one collaboration.
"""

from __future__ import annotations

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
from core.dates import last_day
from core.saving import save_in_words
from core.text import several_lines
from core.wording import date_in_words, last_day_in_words
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


#: What an arrangement and a partnership say under the same name.
FIELDS = ("model", "lead_hours", "lead_contact", "transport", "terms_reference")


@transaction.atomic
def record_partnership(
    *, lead: Provider, arrangement: Arrangement, starts_on: date, ends_on: date | None = None, by: User
) -> DeliveryPartnership:
    """Record a partnership of members. The same again (lead, partners, model and first day) is one.

    Raises ValidationError at the field, also for a partner of no common collaboration.
    """
    take_turn()
    _must_be_together(lead, arrangement, on=starts_on)
    Provider.objects.select_for_update(of=("self",), no_key=True).get(pk=lead.pk)
    _check(lead.pk, arrangement)
    if ends_on is not None and ends_on <= starts_on:
        raise ValidationError({"ends_on": _("The last day must be the first day or later.")})
    rows = DeliveryPartnership.objects.filter(lead=lead, starts_on=starts_on, model=arrangement.model)
    for partnership in rows.prefetch_related("partners"):
        if _partners_of(partnership) == _pairs_in(arrangement):
            return partnership  # pressed twice
    partnership = DeliveryPartnership(lead=lead, starts_on=starts_on, ends_on=ends_on)
    _write(partnership, arrangement)
    record(Action.PARTNERSHIP_RECORDED, about=partnership, by=by, setting=lead, details=_details(arrangement))
    return partnership


@transaction.atomic
def change_partnership(
    *, partnership: DeliveryPartnership, arrangement: Arrangement, by: User, on: date
) -> DeliveryPartnership:
    """Write the arrangement anew. Nothing different, nothing written.

    Partners it had already may stay, whatever became of the collaboration; new ones must be in it now.
    Raises ValidationError at the field, or when it has ended.
    """
    take_turn()
    partnership = selectors.partnership_for_update(partnership.pk)
    partners = {provider_id for provider_id, _hours in _partners_of(partnership)}
    _must_be_together(partnership.lead, arrangement, on=max(on, partnership.starts_on), but=partners)
    _check(partnership.lead_id, arrangement)
    if _is_as(partnership, arrangement):
        return partnership
    _write(partnership, arrangement)
    record(
        Action.PARTNERSHIP_CHANGED,
        about=partnership,
        by=by,
        setting=partnership.lead,
        details=_details(arrangement),
    )
    return partnership


@transaction.atomic
def end_partnership(*, partnership: DeliveryPartnership, ends_on: date, by: User) -> DeliveryPartnership:
    """``ends_on`` is the first day without it.

    Raises ValidationError when that is not after its first day, or it has ended before.
    """
    partnership = selectors.partnership_for_update(partnership.pk)
    if partnership.ends_on == ends_on:
        return partnership  # pressed twice
    if ends_on <= partnership.starts_on:
        day = date_in_words(partnership.starts_on)
        raise ValidationError(
            {"ends_on": _("The last day must be %(day)s, the first day, or later.") % {"day": day}}
        )
    if partnership.ends_on is not None and partnership.ends_on < ends_on:
        day = last_day_in_words(partnership.ends_on)
        raise ValidationError(
            {"ends_on": _("It is already recorded that %(day)s is its last day.") % {"day": day}}
        )
    partnership.ends_on = ends_on
    save_in_words(partnership, fields=["ends_on"])
    record(
        Action.PARTNERSHIP_ENDED,
        about=partnership,
        by=by,
        setting=partnership.lead,
        last_day=last_day(ends_on),
    )
    return partnership


def arrangement_of(partnership: DeliveryPartnership) -> Arrangement:
    """As it stands now."""
    partners = tuple(
        rules.PartnerHours(partner.provider_id, partner.hours) for partner in partnership.partners.all()
    )
    return Arrangement(partners=partners, **{name: getattr(partnership, name) for name in FIELDS})


def remarks_on(arrangement: Arrangement) -> list[str]:
    """What is worth saying about the hours; nothing is refused because of it."""
    return [
        remark.in_words(_) for remark in rules.remarks_on_hours(arrangement.lead_hours, arrangement.partners)
    ]


def _must_be_together(
    lead: Provider, arrangement: Arrangement, *, on: date, but: set[int] | None = None
) -> None:
    new_ids = {partner.provider_id for partner in arrangement.partners} - (but or set()) - {lead.pk}
    shared_ids = selectors.shared_partners(lead, on=on).filter(pk__in=new_ids).values_list("pk", flat=True)
    if new_ids - set(shared_ids):
        raise ValidationError(
            {"partners": _("A partner must be a member of the same collaboration on the first day.")}
        )


def _is_as(partnership: DeliveryPartnership, arrangement: Arrangement) -> bool:
    same = all(getattr(partnership, name) == getattr(arrangement, name) for name in FIELDS)
    return same and _partners_of(partnership) == _pairs_in(arrangement)


def _partners_of(partnership: DeliveryPartnership) -> set[tuple[int, Decimal]]:
    return {(partner.provider_id, partner.hours) for partner in partnership.partners.all()}


def _pairs_in(arrangement: Arrangement) -> set[tuple[int, Decimal]]:
    return {(partner.provider_id, partner.hours) for partner in arrangement.partners}


def _check(lead_id: int, arrangement: Arrangement) -> None:
    errors: dict[str, list[str]] = {}
    for remark in rules.refusals_of_partnership(lead_id, arrangement.lead_hours, arrangement.partners):
        errors.setdefault(remark.field, []).append(remark.in_words(_))
    if errors:
        raise ValidationError(errors)


def _write(partnership: DeliveryPartnership, arrangement: Arrangement) -> None:
    for name in FIELDS:
        value = getattr(arrangement, name)
        setattr(partnership, name, several_lines(value) if isinstance(value, str) else value)
    save_in_words(partnership)
    if _partners_of(partnership) == _pairs_in(arrangement):
        return
    DeliveryPartner.objects.filter(partnership=partnership).delete()
    for partner in sorted(arrangement.partners, key=lambda partner: partner.provider_id):
        row = DeliveryPartner(partnership=partnership, provider_id=partner.provider_id, hours=partner.hours)
        save_in_words(row)


def _details(arrangement: Arrangement) -> dict[str, Any]:
    return {
        "lead_hours": str(arrangement.lead_hours),
        "partners": {str(partner.provider_id): str(partner.hours) for partner in arrangement.partners},
    }
