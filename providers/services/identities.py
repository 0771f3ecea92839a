"""Further numbers of a setting (O1)."""

from __future__ import annotations

from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from audit.rules.actions import Action
from audit.services import record
from core.saving import save_in_words
from providers.models import ProviderIdentity
from providers.rules.register import (
    Scheme,
    WrongForm,
    identity_of,
)
from providers.services.register import locked_provider, scheme_form


@transaction.atomic
def add_identity(*, provider_id: int, scheme: str, value: str, by: User) -> ProviderIdentity:
    """Give a setting a further number. It is compared within its scheme only (O1).

    Raises ValidationError for a wrong form, or a number that another setting has in the same scheme.
    """
    provider = locked_provider(provider_id)
    try:
        number = identity_of(Scheme(scheme), value)
    except WrongForm:
        raise ValidationError({"value": scheme_form(scheme)}) from None
    holder = (
        ProviderIdentity.objects.select_related("provider").filter(scheme=scheme, value=number.value).first()
    )
    if holder is not None:
        raise ValidationError(
            {"value": _("%(setting)s has this number already.") % {"setting": holder.provider}}
        )
    kept = ProviderIdentity(provider=provider, scheme=scheme, value=number.value)
    save_in_words(kept, clash={"value": _("Another setting has just been given this number.")})
    record(Action.IDENTITY_ADDED, about=provider, by=by, scheme=kept.get_scheme_display(), value=kept.value)
    return kept


@transaction.atomic
def remove_identity(*, identity_id: int, by: User) -> None:
    """Take a further number away. Nothing happens when it is gone already."""
    identity = (
        ProviderIdentity.objects.select_for_update(of=("self",))
        .select_related("provider")
        .filter(pk=identity_id)
        .first()
    )
    if identity is None:
        return
    record(
        Action.IDENTITY_REMOVED,
        about=identity.provider,
        by=by,
        scheme=identity.get_scheme_display(),
        value=identity.value,
    )
    identity.delete()


@transaction.atomic
def set_identities(*, provider_id: int, wanted: Iterable[tuple[str, str]], by: User) -> None:
    """Leave a setting with exactly these (scheme, number) pairs; an entry for each that comes or goes."""
    pairs = dict.fromkeys((scheme, _normal(scheme, value)) for scheme, value in wanted)
    held = {
        (kept.scheme, kept.value): kept.pk
        for kept in ProviderIdentity.objects.filter(provider_id=provider_id)
    }
    for pair, identity_id in held.items():
        if pair not in pairs:
            remove_identity(identity_id=identity_id, by=by)
    for scheme, value in pairs:
        if (scheme, value) not in held:
            add_identity(provider_id=provider_id, scheme=scheme, value=value, by=by)


def _normal(scheme: str, value: str) -> str:
    try:
        return identity_of(Scheme(scheme), value).value
    except WrongForm:
        return value
