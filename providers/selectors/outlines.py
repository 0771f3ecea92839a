"""Reads of districts and their outlines for the map."""

from __future__ import annotations

from django.db.models import QuerySet

from providers.models import District, DistrictOutline


def districts_for_update() -> QuerySet[District]:
    """The districts, locked to the end of the transaction: whoever loads or removes their outlines takes turns."""
    return District.objects.order_by("name", "pk").select_for_update(of=("self",), no_key=True)


def outlines() -> QuerySet[DistrictOutline]:
    """The loaded outlines, with their districts, by name."""
    return DistrictOutline.objects.select_related("district").order_by("district__name", "pk")
