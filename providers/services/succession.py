"""Take-overs by a new registration (O2)."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from audit.rules.actions import Action
from audit.services import record
from core.text import one_line
from providers import selectors
from providers.models import Provider, SuccessionLink
from providers.rules.register import (
    makes_a_circle,
)
from providers.services.register import NOT_IN_REGISTER


@transaction.atomic
def link_successor(*, old_id: int, new_id: int, on: date, reason: str, by: User) -> SuccessionLink:
    """Record that a new registration took over from an old one.

    Judgements and memberships stay where they are (O2).
    """
    both = {
        provider.pk: provider
        for provider in (
            Provider.objects.select_for_update(of=("self",)).filter(pk__in=[old_id, new_id]).order_by("pk")
        )
    }
    if old_id == new_id:
        raise ValidationError({"old": _("A setting cannot take over from itself.")})
    if len(both) < 2:
        raise ValidationError({"old": NOT_IN_REGISTER})
    old, new = both[old_id], both[new_id]
    known = selectors.predecessor_ids()
    if old_id in known.get(new_id, ()):
        raise ValidationError({"old": _("This take-over is already recorded.")})
    if makes_a_circle(old_id, new_id, known):
        raise ValidationError(
            {
                "old": (
                    _("%(old)s itself took over from %(new)s, directly or through others.")
                    % {
                        "old": old,
                        "new": new,
                    }
                )
            }
        )
    if old.registered_on is not None and on < old.registered_on:
        raise ValidationError({"on": _("%(old)s was not registered yet on this day.") % {"old": old}})
    link = SuccessionLink(old=old, new=new, on=on, reason=one_line(reason), linked_by=by)
    link.claim_authority()
    link.full_clean()
    link.save()
    record(
        Action.SETTING_LINKED,
        about=new,
        by=by,
        old=str(old),
        on=on,
        details={"old_id": old.pk, "reason": link.reason},
    )
    return link


@transaction.atomic
def unlink_successor(*, link_id: int, by: User) -> None:
    """Remove a take-over that was recorded by mistake. Nothing happens when it is gone already."""
    link = (
        SuccessionLink.objects.select_for_update(of=("self",))
        .select_related("old", "new")
        .filter(pk=link_id)
        .first()
    )
    if link is None:
        return
    record(
        Action.SETTING_UNLINKED,
        about=link.new,
        by=by,
        old=str(link.old),
        details={"old_id": link.old_id, "reason": link.reason},
    )
    link.delete()
