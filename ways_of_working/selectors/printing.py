"""What can be printed as one batch: the versions that hold today (W4)."""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import Count, QuerySet
from django.urls import reverse
from django.utils.translation import gettext

from documents.models import StoredFile
from providers.models import District
from ways_of_working.models import WaysOfWorking


def adopted_versions(district: District | None = None) -> QuerySet[WaysOfWorking]:
    """Every adopted version, of the whole authority or of the
    collaborations of a district, by collaboration.
    """
    rows = WaysOfWorking.objects.filter(
        state=WaysOfWorking.State.ADOPTED, collaboration__closed_on=None
    ).order_by("collaboration__name__in_order", "pk")
    return rows.filter(collaboration__district=district) if district else rows


def place_of_file(file: StoredFile) -> tuple[str, str] | None:
    """The adopted version that a file is the PDF of."""
    version = WaysOfWorking.objects.filter(document=file).select_related("collaboration").first()
    if version is None:
        return None
    words = {"group": version.collaboration, "version": version.version}
    where = [version.collaboration_id, version.version]
    return (
        gettext("Ways of working of %(group)s, version %(version)s") % words,
        reverse("ways_of_working:terms_version", args=where),
    )


def prints_of(versions: Collection[int]) -> QuerySet[WaysOfWorking]:
    """Those that are printed, with their files, by collaboration."""
    rows = WaysOfWorking.objects.filter(pk__in=versions, document__isnull=False).select_related(
        "document", "collaboration"
    )
    return rows.order_by("collaboration__name__in_order", "pk")


def adopted_by_district() -> list[tuple[District, int]]:
    """The districts in which something is adopted, each with how many. Two queries."""
    counted = WaysOfWorking.objects.filter(state=WaysOfWorking.State.ADOPTED, collaboration__closed_on=None)
    counted = counted.filter(collaboration__district__isnull=False).order_by()
    numbers = dict(counted.values_list("collaboration__district").annotate(number=Count("pk")))
    return [
        (district, numbers[district.pk])
        for district in District.objects.filter(pk__in=numbers).order_by("name__in_order", "pk")
    ]
