"""Moving many collaborations to a district at once. A district is for finding them and binds nobody (C3)."""

from __future__ import annotations

from collections.abc import Collection

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from collaborations.models import Collaboration
from collaborations.services.describing import change_collaboration
from providers.models import District

MOST_AT_ONCE = 200


@transaction.atomic
def set_district(*, collaboration_ids: Collection[int], district_id: int | None, by: User) -> list[Collaboration]:
    """Put collaborations into a district (or none), each with an entry of its own. Answers which were elsewhere, by name.

    Raises ValidationError when there is no such district or too many collaborations were chosen.
    """
    district = None if district_id is None else District.objects.filter(pk=district_id).first()
    if district_id is not None and district is None:
        raise ValidationError({"district": _("Choose one of the authority's districts.")})
    wanted = set(collaboration_ids)
    if len(wanted) > MOST_AT_ONCE:
        raise ValidationError(_("Choose at most %(most)s collaborations at a time.") % {"most": MOST_AT_ONCE})
    chosen = Collaboration.objects.select_for_update(of=("self",), no_key=True).filter(pk__in=wanted)
    elsewhere = [each for each in chosen.order_by("pk") if each.district_id != district_id]
    moved = [change_collaboration(collaboration=each, changes={"district": district}, by=by) for each in elsewhere]
    return sorted(moved, key=lambda each: each.name.casefold())
