"""What a page reads of the staff numbers of its groups and settings, once however many contributions ask (S4)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from django.db.models import BooleanField, Exists, ExpressionWrapper, OuterRef, Q, QuerySet, Subquery

from collaborations.models import Collaboration
from core.frame.visitor import Visitor
from memberships.models.members import Membership
from memberships.selectors.days import is_member_on
from providers.models import Provider
from provision.models import ReturnPeriod, StaffReturn
from provision.selectors import last_certified, open_members


class NumberOfMember(NamedTuple):
    """A member and its staff number for the open period; None while it is not certified.

    ``is_asked``: it was a member on the count date. Of the others only members of today are here, which joined
    later. ``last_staff``: what the setting certified last, for whatever period.
    """

    setting_id: int
    provider_type: str
    collaboration_id: int
    is_asked: bool
    staff: int | None
    last_staff: int | None
    period: str
    due_on: date

    @property
    def is_owed(self) -> bool:
        return self.is_asked and self.staff is None


@dataclass(frozen=True, slots=True)
class NumbersOfGroup:
    """The staff numbers of a group for the period that is open: by setting, and who owes one.

    ``owing``: ids of the settings that were members on the count date and have not certified; ``asked``: how
    many were members then.
    """

    due_on: date
    staff: dict[int, int]
    owing: frozenset[int]
    asked: int


def numbers_of_page(visitor: Visitor) -> list[NumberOfMember]:
    """Of the page's groups and settings, by name of the setting; none while no period is open. One query."""
    return visitor.once(_numbers, visitor.groups, visitor.settings, on=visitor.on)


def numbers_of_group(visitor: Visitor, collaboration: Collaboration) -> NumbersOfGroup | None:
    """Of one of the page's groups. None while no period is open, or nobody was or is a member."""
    rows = [row for row in numbers_of_page(visitor) if row.collaboration_id == collaboration.pk]
    if not rows:
        return None
    return NumbersOfGroup(
        due_on=rows[0].due_on,
        staff={row.setting_id: row.staff for row in rows if row.staff is not None},
        owing=frozenset(row.setting_id for row in rows if row.is_owed),
        asked=sum(row.is_asked for row in rows),
    )


def _numbers(
    groups: Sequence[Collaboration], settings: Sequence[Provider], *, on: date
) -> list[NumberOfMember]:
    """The period is looked up in the query."""
    if not groups and not settings:
        return []
    newest = ReturnPeriod.objects.filter(opens_on__lte=on).order_by("-count_date", "-pk")
    period = {name: Subquery(newest.values(name)[:1]) for name in ("pk", "name", "count_date", "due_on")}
    certified = StaffReturn.objects.filter(period=period["pk"], provider=OuterRef("provider_id"))
    counted = Exists(open_members(period["count_date"]).filter(pk=OuterRef("pk")))
    about = Q(collaboration__in=[group.pk for group in groups]) | Q(provider__in=[row.pk for row in settings])
    rows: QuerySet[Any] = Membership.objects.filter(about).annotate(
        is_asked=ExpressionWrapper(counted, output_field=BooleanField())
    )
    rows = rows.filter(Q(is_asked=True) | (is_member_on(on) & Q(joined_on__gt=period["count_date"])))
    found = rows.order_by("provider__search_text", "pk").values_list(
        "provider_id",
        "provider__provider_type",
        "collaboration_id",
        "is_asked",
        Subquery(certified.values("staff")[:1]),
        last_certified("provider_id"),
        period["name"],
        period["due_on"],
    )
    return [NumberOfMember(*row) for row in found]
