"""Districts: how many settings they have, how many of those are in a collaboration, and which are in none."""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple, TypeVar

from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery, Sum, Value
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

from collaborations.models import Collaboration
from collaborations.rules import LED
from collaborations.selectors import collaboration_counts
from core.counts import stored_counts
from core.prepared import prepared
from memberships.models.counts import CoveredCount, LedCount
from memberships.selectors.members import in_a_collaboration
from providers.models import District, ListedCount, Provider
from providers.selectors import districts, register

#: For filters: types of settings, and the word for "of no district".
SETTING_TYPES = Provider.Type.choices
NO_DISTRICT = "none"
Rows = TypeVar("Rows", bound=QuerySet[Any])


def in_district(rows: QuerySet[Provider], wanted: str) -> QuerySet[Provider]:
    """Settings of a district by its id, or those of none."""
    return rows.filter(district__isnull=True) if wanted == NO_DISTRICT else rows.filter(district_id=wanted)


class Reach(NamedTuple):
    """Of a district: how many settings Ofsted lists there, how many
    of those are in a collaboration, and its name.
    """

    settings: int = 0
    members: int = 0
    name: str = ""


def settings_by_district(*, on: date) -> dict[int | None, Reach]:
    """How far collaborations reach on a day, by the district's id; None for what is of no district.

    Nothing of the register is read.
    """
    found: dict[int | None, Reach] = {}
    for district_id, name, column, number in _listed_and_covered(on=on):
        if number:
            found[district_id] = found.get(district_id, Reach(name=name))._replace(**{column: number})
    return found


@prepared
def _listed_and_covered(on: date) -> QuerySet[Any]:
    listed = _by_district(ListedCount.objects.all(), "settings")
    covered = _by_district(CoveredCount.objects.filter(day__lte=on), "members")
    return listed.union(covered, all=True)


def _by_district(changes: QuerySet[Any], column: str) -> QuerySet[Any]:
    """Of each district: id, name, what is counted, and the number."""
    name = Coalesce(
        Subquery(District.objects.filter(pk=OuterRef("district_id")).order_by().values("name")), Value("")
    )
    rows = changes.order_by().annotate(district_name=name, counted=Value(column))
    return rows.values_list("district_id", "district_name", "counted").annotate(number=Sum("change"))


def collaborations_by_district(rows: Any) -> dict[int | None, tuple[int, int]]:
    """By the district's id: how many of these collaborations (of ``collaborations_with_size``) there are, and
    how many of those that should have a leader (C1) have none. Closed ones are not counted.
    """
    without = Count("pk", filter=Q(state__in=LED, leaders__len=0))
    counted = (
        rows.exclude(state=Collaboration.State.CLOSED)
        .order_by()
        .values("district_id")
        .annotate(number=Count("pk"), without=without)
    )
    return {
        district_id: (number, without)
        for district_id, number, without in counted.values_list("district_id", "number", "without")
    }


def all_collaborations_by_district(*, on: date) -> dict[int | None, tuple[int, int]]:
    """The same of every collaboration on a day. None of them is read."""
    led = stored_counts(LedCount, "district_id", day__lte=on, state__in=LED)
    found: dict[int | None, tuple[int, int]] = {}
    for (district_id, state), number in collaboration_counts().items():
        if state != Collaboration.State.CLOSED:
            count, without = found.get(district_id, (0, -led.get(district_id, 0)))
            found[district_id] = (count + number, without + (number if state in LED else 0))
    return found


def settings_without_collaboration(*, on: date) -> QuerySet[Provider]:
    """Settings that Ofsted lists and that are in no collaboration on a day, by name."""
    within = _listed()
    return in_a_collaboration(within, on=on, wanted=False).annotate(district_name=F("district__name"))


def number_by_district(rows: QuerySet[Provider]) -> list[tuple[int | None, str, int]]:
    """Id, name and number of settings of each district; those of
    no district come last, with an empty name.
    """
    counted = rows.order_by().values_list("district_id", "district__name").annotate(number=Count("pk"))
    found = [(pk, name or "", number) for pk, name, number in counted]
    return sorted(found, key=lambda row: (row[1] == "", row[1]))


def _listed() -> QuerySet[Provider]:
    return register().filter(unlisted_since__isnull=True)


def rows_in_district(rows: Rows, wanted: str) -> Rows:
    """What belongs to a collaboration of a district by its id, or of none."""
    nowhere = wanted == NO_DISTRICT
    return (
        rows.filter(collaboration__district__isnull=True)
        if nowhere
        else rows.filter(collaboration__district_id=wanted)
    )


def district_choices() -> list[tuple[Any, Any]]:
    """The authority's districts, and "none" as the last."""
    return [*((district.pk, district.name) for district in districts()), (NO_DISTRICT, _("No district"))]
