"""Outlines of the districts: loaded from a file by a person, and removed."""

from __future__ import annotations

from typing import BinaryIO

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import Authority, User
from audit.rules.actions import Action
from audit.services import record
from core.files import MEGABYTE, RefusedFile, measured, refuse_malware
from core.limits.running import LimitPassed, Limits, Reader, read_limited
from core.scoping import current_authority_id
from core.text import one_line
from providers import selectors
from providers.models import District, DistrictOutline
from providers.rules.outlines import Outlines, OutlinesRefused, refused_as

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
    outlines = _read(file, {district.name: district.pk for district in selectors.districts()})
    districts = {district.pk: district for district in selectors.districts_for_update()}
    if not outlines.rings.keys() <= districts.keys():
        raise ValidationError(
            {"file": _("Somebody has changed the districts meanwhile. Choose the file once more.")}
        )
    wanted = {
        pk: ([[list(spot) for spot in loop] for loop in loops], attribution)
        for pk, loops in outlines.rings.items()
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
    return outlines


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
