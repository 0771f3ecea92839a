"""Delivery partnerships between members: the lead setting and every partner belong to one collaboration at the start."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from memberships import selectors
from memberships.services.rights import take_turn
from providers import services as providers
from providers.models import DeliveryPartnership, Provider
from providers.services import Arrangement


@transaction.atomic
def record_partnership(
    *, lead: Provider, arrangement: Arrangement, starts_on: date, ends_on: date | None = None, by: User
) -> DeliveryPartnership:
    """Record a partnership of members. Raises ValidationError at the field, also for a partner of no common collaboration."""
    take_turn()
    _must_be_together(lead, arrangement, on=starts_on)
    return providers.record_partnership(lead=lead, arrangement=arrangement, starts_on=starts_on, ends_on=ends_on, by=by)


@transaction.atomic
def change_partnership(*, partnership: DeliveryPartnership, arrangement: Arrangement, by: User, on: date) -> DeliveryPartnership:
    """Change a partnership. Partners it had already may stay, whatever became of the collaboration; new ones must be in it now."""
    take_turn()
    held = {one.provider_id for one in partnership.partners.all()}
    _must_be_together(partnership.lead, arrangement, on=max(on, partnership.starts_on), but=held)
    return providers.change_partnership(partnership=partnership, arrangement=arrangement, by=by)


def _must_be_together(lead: Provider, arrangement: Arrangement, *, on: date, but: set[int] | None = None) -> None:
    wanted = {one.provider_id for one in arrangement.partners} - (but or set()) - {lead.pk}
    if wanted - set(selectors.shared_partners(lead, on=on).filter(pk__in=wanted).values_list("pk", flat=True)):
        raise ValidationError({"partners": _("A partner must be a member of the same collaboration on the first day.")})
