"""The outlines of districts that an authority loads for its map."""

from __future__ import annotations

from typing import BinaryIO

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import Authority, User
from audit.rules import Action
from audit.services import record
from core.files import MEGABYTE, RefusedFile, measured
from core.scoping import current_authority_id
from providers import selectors
from providers.models import District, DistrictOutline
from providers.rules.outlines import Outlines, OutlinesRefused, outlines_from

MOST_BYTES = 20 * MEGABYTE
MOST_ATTRIBUTION = 300


@transaction.atomic
def load_outlines(*, file: BinaryIO, attribution: str, by: User) -> Outlines:
    """Take the districts' outlines from a GeoJSON file, in place of those loaded before. Answers what was matched and what is missing.

    The same file again changes nothing. Raises ValidationError at "file" or "attribution".
    """
    attribution = " ".join(attribution.split())
    if not attribution:
        raise ValidationError({"attribution": _("Enter the line that says where the boundaries come from")})
    if len(attribution) > MOST_ATTRIBUTION:
        raise ValidationError({"attribution": _("The line must be %(most)s characters or fewer") % {"most": MOST_ATTRIBUTION}})
    districts = {district.name: district for district in selectors.districts_for_update()}
    found = _read(file, {name: district.pk for name, district in districts.items()})
    wanted = {pk: ([[list(spot) for spot in loop] for loop in loops], attribution) for pk, loops in found.rings.items()}
    held = {one.district_id: (one.rings, one.attribution) for one in DistrictOutline.objects.all()}
    if held != wanted:
        _replace(wanted, {district.pk: district for district in districts.values()})
        record(Action.OUTLINES_LOADED, about=_authority(), by=by, details={"attribution": attribution}, number=len(wanted))
    return found


@transaction.atomic
def remove_outlines(*, by: User) -> int:
    """Forget the outlines: the map is a table again. Answers how many there were; none, and nothing happens."""
    list(selectors.districts_for_update())
    number = DistrictOutline.objects.count()
    if number:
        DistrictOutline.objects.all().delete()
        record(Action.OUTLINES_REMOVED, about=_authority(), by=by, details={"number": number})
    return number


def _read(file: BinaryIO, districts: dict[str, int]) -> Outlines:
    try:
        measured(file, most=MOST_BYTES)
        file.seek(0)
        return outlines_from(file.read(), districts)
    except RefusedFile as refused:
        raise ValidationError({"file": str(refused)}) from None
    except OutlinesRefused as refused:
        raise ValidationError({"file": _(refused.sentence) % refused.facts}) from None


def _replace(wanted: dict[int, tuple[list[list[list[int]]], str]], districts: dict[int, District]) -> None:
    DistrictOutline.objects.all().delete()
    for pk, (rings, attribution) in wanted.items():
        outline = DistrictOutline(district=districts[pk], rings=rings, attribution=attribution)
        outline.claim_authority()
        outline.save()


def _authority() -> Authority:
    return Authority.objects.get(pk=current_authority_id())
