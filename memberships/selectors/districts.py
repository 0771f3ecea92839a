"""Districts: how many settings they have, how many of those are in a collaboration, and which are in none."""

from __future__ import annotations

from datetime import date

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from accounts.models.people import holds_on
from collaborations.models import Collaboration
from memberships.models import Membership, SettingRole
from memberships.selectors.days import is_member_on
from memberships.selectors.members import in_a_collaboration
from providers.models import Provider
from providers.selectors import register

#: For filters: types of settings, and the word for "of no district".
SETTING_TYPES = Provider.Type.choices
NO_DISTRICT = "none"


def in_district(rows: QuerySet[Provider], wanted: str) -> QuerySet[Provider]:
    """Settings of a district by its id, or those of none."""
    return rows.filter(district__isnull=True) if wanted == NO_DISTRICT else rows.filter(district_id=wanted)


def settings_by_district(*, on: date) -> dict[int | None, tuple[int, int]]:
    """By the district's id: how many settings Ofsted lists there, and how many of those are in a collaboration on a day."""
    is_member = Exists(Membership.objects.filter(is_member_on(on), provider=OuterRef("pk")))
    listed = _listed().annotate(is_member=is_member).order_by()
    rows = listed.values_list("district_id").annotate(settings=Count("pk"), members=Count("pk", filter=Q(is_member=True)))
    return {district_id: (settings, members) for district_id, settings, members in rows}


def collaborations_by_district(rows: QuerySet[Collaboration]) -> dict[int | None, tuple[int, int]]:
    """By the district's id: how many of these collaborations (of ``collaborations_with_size``) there are, and how many have no leader."""
    found: dict[int | None, tuple[int, int]] = {}
    for district_id, leaders in rows.order_by().values_list("district_id", "leaders"):
        number, without = found.get(district_id, (0, 0))
        found[district_id] = (number + 1, without + (not leaders))
    return found


def with_silent_members(rows: QuerySet[Collaboration], *, on: date) -> QuerySet[Collaboration]:
    """The same collaborations with ``silent``: how many members there are from which nobody can sign in on a day."""
    people = SettingRole.objects.filter(holds_on(on), provider=OuterRef("provider"), user__is_active=True)
    stays = Membership.objects.filter(is_member_on(on), ~Exists(people), collaboration=OuterRef("pk")).order_by()
    number = stays.values("collaboration").annotate(number=Count("pk")).values("number")
    return rows.annotate(silent=Coalesce(Subquery(number), Value(0)))


def settings_without_collaboration(*, on: date) -> QuerySet[Provider]:
    """Settings that Ofsted lists and that are in no collaboration on a day, by name."""
    within = _listed()
    return in_a_collaboration(within, on=on, wanted=False).annotate(district_name=F("district__name"))


def number_by_district(rows: QuerySet[Provider]) -> list[tuple[int | None, str, int]]:
    """Id, name and number of settings of each district; those of no district come last, with an empty name."""
    counted = rows.order_by().values_list("district_id", "district__name").annotate(number=Count("pk"))
    found = [(pk, name or "", number) for pk, name, number in counted]
    return sorted(found, key=lambda row: (row[1] == "", row[1]))


def _listed() -> QuerySet[Provider]:
    return register().filter(unlisted_since__isnull=True)
