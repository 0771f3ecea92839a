"""S4, S8: the memberships of many collaborations that a period asks of, as plain rows: rows of many groups
are no model instances.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from typing import NamedTuple

from django.db.models import F, Q, QuerySet
from django.db.models.functions import Least

from collaborations.models import Collaboration
from memberships.models.members import Membership
from memberships.selectors.days import is_member_on, not_left_by
from supplement.rules.schemes import Period

#: Up to so many collaborations are read by themselves; of more, all memberships of the authority are.
FEW_GROUPS = 300


class Member(NamedTuple):
    """What is read of a membership and its setting for the criteria."""

    pk: int
    collaboration_id: int
    provider_id: int
    joined_on: date
    on_early_years_register: bool | None
    last_listed_on: date | None


class Row(NamedTuple):
    """A membership that may reach into a period, with what is known of its setting. ``left_on``: the first
    day without it, the closing of its collaboration among the reasons; ``ended_on``: without that.
    """

    membership_id: int
    collaboration_id: int
    collaboration: str
    provider_id: int
    provider: str
    provider_type: str
    joined_on: date
    left_on: date | None
    carried_from: int | None
    ended_on: date | None
    on_early_years_register: bool | None
    last_listed_on: date | None


def members_counted(group_ids: Collection[int], period: Period) -> list[Membership]:
    """Who is a member on the count date, by group and then in the order they joined."""
    return list(_members(group_ids, is_member_on(period.count_on)).select_related("provider"))


def _members(group_ids: Collection[int], which: Q) -> QuerySet[Membership]:
    rows = Membership.objects.filter(which, collaboration__in=group_ids)
    return rows.order_by("collaboration_id", "joined_on", "pk")


def members_asked(group_ids: Collection[int], period: Period, *, with_joiners: bool = False) -> list[Member]:
    """The same as plain rows; ``with_joiners``: and who joined after it within the period."""
    counted = is_member_on(period.count_on)
    if with_joiners:
        counted |= Q(joined_on__gt=period.count_on, joined_on__lt=period.ends_on)
    rows = _members(group_ids, counted).values_list(
        "pk",
        "collaboration_id",
        "provider_id",
        "joined_on",
        "provider__on_early_years_register",
        "provider__last_listed_on",
    )
    return [Member(*row) for row in rows]


def asked_of(
    read: Iterable[Row], groups: Collection[int], period: Period, *, without_rows: Sequence[int]
) -> list[Member]:
    """Of memberships that were read those of the count date and those who joined after it."""
    count_on, ends_on = period.count_on, period.ends_on
    asked = [
        Member(
            row.membership_id,
            row.collaboration_id,
            row.provider_id,
            row.joined_on,
            row.on_early_years_register,
            row.last_listed_on,
        )
        for row in read
        if row.collaboration_id in groups
        and (
            (row.ended_on is None or row.ended_on > count_on)
            if row.joined_on <= count_on
            else row.joined_on < ends_on
        )
    ]
    if without_rows:
        seen = {member.pk for member in asked}
        more = members_asked(without_rows, period, with_joiners=True)
        asked += [member for member in more if member.pk not in seen]
    return asked


def rows_of(period: Period, groups: Collection[int] | None) -> list[Row]:
    """The memberships of a period, before the closing of a collaboration is looked at (`reaches`); of
    collaborations, with those of their settings elsewhere.

    No statement hangs on another's rows, so its plan is good without statistics: of few collaborations their
    settings are read first; of many, every membership that reaches into the period.
    """
    reaching = Membership.objects.filter(
        Q(joined_on__lt=period.ends_on) & not_left_by(period.starts_on) | is_member_on(period.count_on)
    ).exclude(collaboration__state=Collaboration.State.CLOSED, collaboration__closed_on=None)
    if groups is None:
        return _listed(reaching)
    if len(groups) <= FEW_GROUPS:
        settings = reaching.filter(collaboration__in=groups).order_by().values_list("provider_id", flat=True)
        return _listed(reaching.filter(provider__in=set(settings)))
    rows = _listed(reaching)
    own = {row.provider_id for row in rows if row.collaboration_id in groups}
    return [row for row in rows if row.provider_id in own]


def _listed(wanted: QuerySet[Membership]) -> list[Row]:
    ends = Least("left_on", "collaboration__closed_on")  # PostgreSQL leaves nulls out
    listed = wanted.order_by("collaboration_id", "pk").values_list(
        "pk",
        "collaboration_id",
        "collaboration__name",
        "provider_id",
        "provider__name",
        "provider__provider_type",
        "joined_on",
        ends,
        F("continues_id"),
        "left_on",
        "provider__on_early_years_register",
        "provider__last_listed_on",
    )
    return list(map(Row._make, listed))


def reaches(row: Row, period: Period) -> bool:
    """Whether it still does with the closing of its collaboration."""
    if row.left_on is None:
        return True
    return row.left_on > row.joined_on and (
        row.left_on > period.starts_on or row.joined_on <= period.count_on < row.left_on
    )
