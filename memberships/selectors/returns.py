"""Who of a collaboration's members, or of all members, has certified the staff number and who owes it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef, QuerySet, Subquery
from django.db.models.functions import Lower

from accounts.models import User
from accounts.models.people import holds_on
from collaborations.models import Collaboration
from memberships.models import Membership, SettingRole
from memberships.selectors.days import is_member_on
from providers.models import Provider, ReturnPeriod, StaffReturn, StaffReturnReminder
from providers.rules import PeriodState, ReturnState, return_state
from providers.selectors import open_period, state_of_period


def open_members(on: date) -> QuerySet[Membership]:
    """Memberships that hold on a day, of collaborations that are not closed."""
    return Membership.objects.filter(is_member_on(on)).exclude(collaboration__state=Collaboration.State.CLOSED)


def settings_asked(*, on: date, collaboration: Collaboration | None = None) -> QuerySet[Provider]:
    """Settings that are asked for a staff return: the members, on a day, of some collaboration or of one."""
    stays = open_members(on).filter(provider=OuterRef("pk"))
    if collaboration is not None:
        stays = stays.filter(collaboration=collaboration)
    return Provider.objects.filter(Exists(stays)).order_by("search_text", "pk")


def settings_that_owe(period: ReturnPeriod, *, on: date, collaboration: Collaboration | None = None) -> QuerySet[Provider]:
    """Those of them that have not certified for a period."""
    certified = StaffReturn.objects.filter(period=period, provider=OuterRef("pk"))
    return settings_asked(on=on, collaboration=collaboration).filter(~Exists(certified))


def returns_owed_by(collaboration: Collaboration, on: date) -> list[Provider]:
    """The members that owe the staff return on a day, by name. None while no period is open."""
    period = open_period(on)
    return [] if period is None else list(settings_that_owe(period, on=on, collaboration=collaboration))


@dataclass(frozen=True, slots=True)
class ReturnsOf:
    """How a collaboration stands in the period that is open."""

    period: ReturnPeriod
    state: PeriodState
    asked: int
    certified: int

    @property
    def owed(self) -> int:
        return self.asked - self.certified


def returns_state(collaboration: Collaboration, *, on: date) -> ReturnsOf | None:
    """How many members were asked and how many have certified; None while no period is open."""
    period = open_period(on)
    if period is None:
        return None
    asked = settings_asked(on=on, collaboration=collaboration).count()
    owed = settings_that_owe(period, on=on, collaboration=collaboration).count()
    return ReturnsOf(period, state_of_period(period, on=on), asked, asked - owed)


def returns_in(period: ReturnPeriod, *, on: date, collaboration: Collaboration | None = None) -> QuerySet[Provider]:
    """Everybody asked, and who certified though no longer a member, each with ``staff``, ``certified_at``, ``certified_name``,
    ``reminded_on`` and the names of its ``groups``; absent values are None."""
    made = StaffReturn.objects.filter(period=period, provider=OuterRef("pk"))
    reminded = StaffReturnReminder.objects.filter(period=period, provider=OuterRef("pk")).order_by("-sent_on")
    names = open_members(on).filter(provider=OuterRef("pk")).order_by(Lower("collaboration__name")).values("collaboration__name")
    rows: QuerySet[Any]
    if collaboration is None:
        # A setting that certified and left is part of what was certified.
        rows = Provider.objects.filter(Exists(open_members(on).filter(provider=OuterRef("pk"))) | Exists(made))
    else:
        rows = settings_asked(on=on, collaboration=collaboration)
    return rows.select_related("district").annotate(
        staff=Subquery(made.values("staff")[:1]),
        certified_at=Subquery(made.values("certified_at")[:1]),
        certified_name=Subquery(made.values("certified_by__full_name")[:1]),
        reminded_on=Subquery(reminded.values("sent_on")[:1]),
        groups=ArraySubquery(names),
    )


def in_state(rows: Any, wanted: str) -> Any:
    """Those of ``returns_in`` that have certified, or that owe."""
    return rows.filter(staff__isnull=wanted != ReturnState.CERTIFIED)


def of_group(rows: QuerySet[Provider], collaboration_id: int, *, on: date) -> QuerySet[Provider]:
    """Those of ``returns_in`` that are members of a collaboration."""
    return rows.filter(Exists(open_members(on).filter(provider=OuterRef("pk"), collaboration_id=collaboration_id)))


def state_of_row(row: Provider, period_state: PeriodState) -> ReturnState:
    """How a row of ``returns_in`` stands."""
    return return_state(is_certified=row.staff is not None, period=period_state)  # type: ignore[attr-defined]


def managers_by_setting(provider_ids: Collection[int], *, on: date) -> dict[int, list[User]]:
    """Who answers for each setting on a day, by name."""
    found: dict[int, list[User]] = {}
    roles = SettingRole.objects.filter(
        holds_on(on), provider_id__in=provider_ids, role=SettingRole.Role.MANAGER, user__is_active=True
    ).select_related("user")
    for role in roles.order_by("provider_id", "user__full_name", "user_id", "starts_on"):
        people = found.setdefault(role.provider_id, [])
        if role.user not in people:
            people.append(role.user)
    return found


def shared_partners(lead: Provider, *, on: date) -> QuerySet[Provider]:
    """The settings that are members of a collaboration together with this one on a day, by name."""
    groups = open_members(on).filter(provider=lead).values("collaboration_id")
    together = open_members(on).filter(collaboration__in=groups, provider=OuterRef("pk"))
    return Provider.objects.filter(Exists(together)).exclude(pk=lead.pk).order_by("search_text", "pk")


def groups_to_choose(on: date) -> list[tuple[int, str]]:
    """Id and name of each collaboration that has members on a day."""
    has = Exists(open_members(on).filter(collaboration=OuterRef("pk")))
    found = Collaboration.objects.filter(has).annotate(in_order=Lower("name")).order_by("in_order", "pk")
    return list(found.values_list("pk", "name"))
