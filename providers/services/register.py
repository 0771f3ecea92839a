"""Writes to the register of settings by a person. Ofsted's file is loaded by ``ofsted.services``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import User
from audit.rules.actions import Action
from audit.services import record
from core.saving import clash_in_words
from core.text import one_line
from providers.models import Provider
from providers.rules.register import (
    HOME_FIELDS,
    Scheme,
    WrongForm,
    held_fields,
    identity_of,
    normalise_postcode,
    setting_search_text,
)

NOT_IN_REGISTER = gettext_lazy("This setting is not in the register.")


@transaction.atomic
def add_provider(*, by: User, provider_type: str, **fields: Any) -> Provider:
    """Add a setting that Ofsted's file does not list (yet).

    Raises ValidationError at the field that cannot be kept.
    """
    _refuse_fields(fields, allowed=held_fields(seen_in_file=False))
    provider = Provider(provider_type=provider_type)
    _write(provider, fields)
    if not provider.name and not provider.urn:
        raise ValidationError({"name": _("Enter the name or the Ofsted URN of the setting.")})
    with clash_in_words({"urn": _("A setting with this URN has just been added.")}):
        provider.save()
    record(Action.SETTING_ADDED, about=provider, by=by, details={"urn": provider.urn})
    return provider


@transaction.atomic
def change_provider(*, provider_id: int, changes: Mapping[str, Any], by: User) -> Provider:
    """Write what the authority holds itself about a setting (O7). Nothing different, nothing written.

    Raises ValidationError at a field that comes from Ofsted's file, or whose value cannot be kept.
    """
    provider = locked_provider(provider_id)
    _refuse_fields(changes, allowed=held_fields(seen_in_file=provider.first_listed_on is not None))
    before = {name: getattr(provider, name) for name in changes}
    was_home = provider.is_domestic
    _write(provider, changes)
    differing = {
        name: (old, getattr(provider, name)) for name, old in before.items() if old != getattr(provider, name)
    }
    if not differing:
        return provider
    provider.save(update_fields=[*differing, "search_text"])
    hides = was_home or provider.is_domestic
    record(
        Action.SETTING_CHANGED,
        about=provider,
        by=by,
        details={"changes": differences_to_keep(differing, is_home=hides)},
    )
    return provider


def differences_to_keep(
    differing: Mapping[str, tuple[Any, Any]], *, is_home: bool
) -> dict[str, list[str | None]]:
    """Field by field, before and after, for the audit log, which
    people read who may not know where somebody lives.

    Of a home's address the audit log says only that it changed; the values are in the row history.
    """
    return {
        name: (
            [None, None]
            if is_home and name in HOME_FIELDS
            else ["" if value is None else str(value) for value in pair]
        )
        for name, pair in sorted(differing.items())
    }


def _refuse_fields(names: Iterable[str], *, allowed: tuple[str, ...]) -> None:
    refused = {
        name: _("This comes from Ofsted's file and cannot be changed here.")
        for name in names
        if name not in allowed
    }
    if refused:
        raise ValidationError(refused)


def _write(provider: Provider, values: Mapping[str, Any]) -> None:
    """Set the fields in their normal forms, and what is derived from them; check all of it."""
    for name, value in values.items():
        setattr(provider, name, one_line(value) if isinstance(value, str) else value)
    provider.postcode = normalise_postcode(provider.postcode)
    if provider.urn:
        provider.urn = _ofsted_urn(provider)
    if provider.agency is not None and provider.agency.provider_type != Provider.Type.AGENCY:
        raise ValidationError({"agency": _("Choose a childminder agency.")})
    provider.search_text = setting_search_text(
        name=provider.name, urn=provider.urn, postcode=provider.postcode, is_home=provider.is_domestic
    )
    provider.claim_authority()
    with clash_in_words({"urn": _("A setting with this URN has just been added.")}):
        provider.full_clean()


def _ofsted_urn(provider: Provider) -> str:
    try:
        urn = identity_of(Scheme.OFSTED_URN, provider.urn).value
    except WrongForm:
        raise ValidationError({"urn": scheme_form(Scheme.OFSTED_URN)}) from None
    holder = Provider.objects.filter(urn=urn).exclude(pk=provider.pk).first()
    if holder is not None:
        raise ValidationError(
            {"urn": _("%(urn)s is already in the register: %(setting)s.") % {"urn": urn, "setting": holder}}
        )
    return urn


def locked_provider(provider_id: int) -> Provider:
    provider = Provider.objects.select_for_update(of=("self",)).filter(pk=provider_id).first()
    if provider is None:
        raise ValidationError(NOT_IN_REGISTER)
    return provider


def scheme_form(scheme: str) -> str:
    """What a number of a scheme looks like, as the sentence that refuses another."""
    return {
        Scheme.OFSTED_URN: _(
            "An Ofsted URN is EY or VC and 6 digits, 6 digits, or 7 digits, such as EY123456."
        ),
        Scheme.DFE_URN: _("A Department for Education URN has 6 digits and does not begin with 0."),
        Scheme.LAESTAB: _("A LAESTAB number has 7 digits, such as 886/1234."),
        Scheme.UKPRN: _("A UKPRN has 8 digits and begins with 1."),
        Scheme.CA_REFERENCE: _("A childminder agency reference is CA and 6 digits, such as CA123456."),
        Scheme.LOCAL: _("The authority's own code has up to 40 characters."),
    }[Scheme(scheme)]
