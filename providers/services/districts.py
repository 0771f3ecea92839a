"""Districts, and which settings lie in them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import User
from audit.rules.actions import Action
from audit.services import record
from core.saving import save_in_words
from core.text import one_line
from providers.models import District, Provider

MAX_AT_ONCE = 20_000
DISTRICT_IS_THERE = gettext_lazy("There is a district of this name already.")


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
