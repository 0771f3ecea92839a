"""Writes to the register of settings by a person. Ofsted's file is loaded by ``ofsted.services``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, BinaryIO

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import Authority, User
from audit.rules.actions import Action
from audit.services import record
from core.files import MEGABYTE, RefusedFile, measured, refuse_malware
from core.limits.running import LimitPassed, Limits, Reader, read_limited
from core.saving import clash_in_words, save_in_words
from core.scoping import current_authority_id
from core.text import one_line
from providers import selectors
from providers.models import District, DistrictOutline, Provider, ProviderIdentity, SuccessionLink
from providers.rules.outlines import Outlines, OutlinesRefused, refused_as
from providers.rules.register import (
    HOME_FIELDS,
    Scheme,
    WrongForm,
    held_fields,
    identity_of,
    makes_a_circle,
    normalise_postcode,
    setting_search_text,
)

MAX_BYTES = 20 * MEGABYTE
MAX_ATTRIBUTION_LENGTH = 300
READING = Reader(
    function="providers.imports.geojson:read_outlines",
    refusals=(OutlinesRefused,),
    holds=(refused_as, Outlines),
    limits=Limits(seconds=25, cpu=20, memory=768, output=8),
)


@transaction.atomic
def load_outlines(*, file: BinaryIO, attribution: str, by: User) -> Outlines:
    """Take the districts' outlines from a GeoJSON file, in place of those loaded before.

    Returns what was matched and what is missing.

    The same file again changes nothing. Raises ValidationError at "file" or "attribution".
    """
    attribution = one_line(attribution)
    if not attribution:
        raise ValidationError({"attribution": _("Enter the line that says where the boundaries come from")})
    if len(attribution) > MAX_ATTRIBUTION_LENGTH:
        raise ValidationError(
            {
                "attribution": (
                    _("The line must be %(most)s characters or fewer") % {"most": MAX_ATTRIBUTION_LENGTH}
                )
            }
        )
    found = _read(file, {district.name: district.pk for district in selectors.districts()})
    districts = {district.pk: district for district in selectors.districts_for_update()}
    if not found.rings.keys() <= districts.keys():
        raise ValidationError(
            {"file": _("Somebody has changed the districts meanwhile. Choose the file once more.")}
        )
    wanted = {
        pk: ([[list(spot) for spot in loop] for loop in loops], attribution)
        for pk, loops in found.rings.items()
    }
    held = {
        district_outline.district_id: (district_outline.rings, district_outline.attribution)
        for district_outline in DistrictOutline.objects.all()
    }
    if held != wanted:
        _replace(wanted, districts)
        record(
            Action.OUTLINES_LOADED,
            about=_authority(),
            by=by,
            details={"attribution": attribution},
            number=len(wanted),
        )
    return found


@transaction.atomic
def remove_outlines(*, by: User) -> int:
    """Forget the outlines: the map is a table again.

    Returns the number there were; with none nothing happens.
    """
    list(selectors.districts_for_update())
    number = DistrictOutline.objects.count()
    if number:
        DistrictOutline.objects.all().delete()
        record(Action.OUTLINES_REMOVED, about=_authority(), by=by, details={"number": number})
    return number


def _read(file: BinaryIO, districts: dict[str, int]) -> Outlines:
    try:
        measured(file, most=MAX_BYTES)
        refuse_malware(file)
        outlines: Outlines = read_limited(READING, file, districts=districts)
    except RefusedFile as refused:
        raise ValidationError({"file": str(refused)}) from None
    except OutlinesRefused as refused:
        raise ValidationError({"file": _(refused.sentence) % refused.facts}) from None
    except LimitPassed as passed:
        raise ValidationError({"file": passed.in_words()}) from None
    return outlines


def _replace(wanted: dict[int, tuple[list[list[list[int]]], str]], districts: dict[int, District]) -> None:
    DistrictOutline.objects.all().delete()
    for pk, (rings, attribution) in wanted.items():
        outline = DistrictOutline(district=districts[pk], rings=rings, attribution=attribution)
        outline.claim_authority()
        outline.save()


def _authority() -> Authority:
    return Authority.objects.get(pk=current_authority_id())


MAX_AT_ONCE = 1000
DISTRICT_IS_THERE = gettext_lazy("There is a district of this name already.")
NOT_IN_REGISTER = gettext_lazy("This setting is not in the register.")


# --- settings -----------------------------------------------------------------------------------------------
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
    provider = _locked(provider_id)
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


def _locked(provider_id: int) -> Provider:
    provider = Provider.objects.select_for_update(of=("self",)).filter(pk=provider_id).first()
    if provider is None:
        raise ValidationError(NOT_IN_REGISTER)
    return provider


# --- further numbers (O1) -----------------------------------------------------------------------------------
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


@transaction.atomic
def add_identity(*, provider_id: int, scheme: str, value: str, by: User) -> ProviderIdentity:
    """Give a setting a further number. It is compared within its scheme only (O1).

    Raises ValidationError for a wrong form, or a number that another setting has in the same scheme.
    """
    provider = _locked(provider_id)
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


# --- take-overs (O2) ----------------------------------------------------------------------------------------
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


# --- districts ----------------------------------------------------------------------------------------------
@transaction.atomic
def set_district(*, provider_ids: Iterable[int], district_id: int | None, by: User) -> int:
    """Put settings into a district (or none), with an entry for each that was elsewhere.

    Returns the number of these.
    """
    district = None if district_id is None else District.objects.filter(pk=district_id).first()
    if district_id is not None and district is None:
        raise ValidationError({"district": _("Choose one of the authority's districts.")})
    wanted = set(provider_ids)
    if len(wanted) > MAX_AT_ONCE:
        raise ValidationError(_("Choose at most %(most)s settings at a time.") % {"most": MAX_AT_ONCE})
    elsewhere = [
        provider
        for provider in Provider.objects.select_for_update(of=("self",)).filter(pk__in=wanted).order_by("pk")
        if provider.district_id != district_id
    ]
    Provider.objects.filter(pk__in=[provider.pk for provider in elsewhere]).update(district=district)
    name = str(district) if district else _("none")
    for provider in elsewhere:
        record(Action.DISTRICT_CHOSEN, about=provider, by=by, district=name)
    return len(elsewhere)


@transaction.atomic
def add_district(*, name: str, by: User) -> District:
    """A new district. Raises ValidationError for a name that is taken."""
    district = District(name=_free_name(name))
    save_in_words(district, clash={"name": DISTRICT_IS_THERE})
    record(Action.DISTRICT_ADDED, about=district, by=by)
    return district


@transaction.atomic
def rename_district(*, district_id: int, name: str, by: User) -> District:
    """Give a district another name."""
    district = District.objects.select_for_update(of=("self",)).get(pk=district_id)
    before, district.name = district.name, _free_name(name, but=district)
    if district.name != before:
        save_in_words(district, clash={"name": DISTRICT_IS_THERE}, fields=["name"])
        record(Action.DISTRICT_RENAMED, about=district, by=by, before=before)
    return district


@transaction.atomic
def remove_district(*, district_id: int, by: User) -> None:
    """Remove a district that nothing lies in.

    Raises ValidationError while a setting or a collaboration does.
    """
    district = District.objects.select_for_update(of=("self",)).get(pk=district_id)
    if any(
        relation.related_model._base_manager.filter(**{relation.field.name: district}).exists()
        for relation in _pointing_at(district)
    ):
        raise ValidationError(
            _("%(district)s is in use. Choose another district for what lies in it first.")
            % {"district": district}
        )
    record(Action.DISTRICT_REMOVED, about=district, by=by)
    district.delete()


def _pointing_at(district: District) -> list[Any]:
    # Higher layers point here too (collaborations); their models are asked without being imported.
    # What goes with it (its outline) does not keep it.
    kept = [each for each in district._meta.related_objects if each.on_delete is not models.CASCADE]
    return [each for each in kept if not hasattr(each.related_model, "pgh_tracked_model")]


def _free_name(name: str, *, but: District | None = None) -> str:
    name = one_line(name)
    taken = District.objects.filter(name__iexact=name)
    if (taken.exclude(pk=but.pk) if but else taken).exists():
        raise ValidationError({"name": DISTRICT_IS_THERE})
    return name
