"""What one page reads of members and leaders, of all its groups and settings at once.

Each function is one query, asked for through the visitor: contributions to the page share the answer.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Model, OuterRef, Q, QuerySet
from django.db.models.functions import JSONObject

from accounts.models import can_work, holds_on
from accounts.permissions import Permission
from collaborations.models import Collaboration
from core.dates import Span
from core.frame.visitor import Visitor
from core.prepared import prepared
from memberships.models.members import LeaderAppointment, Membership, SettingRole
from memberships.selectors.days import is_member_on, not_ended_by, not_left_by
from memberships.selectors.members import working_on
from memberships.selectors.staff_told import with_telling
from providers.models import Provider

Groups = Sequence[Collaboration]
Settings = Sequence[Provider]


def members_of_page(visitor: Visitor) -> list[Membership]:
    """The memberships of the page's groups and of its settings, also those still to come, by name of the
    setting. Each with all that ``telling_facts`` reads and ``managers``: name and email of each, by name; for
    whoever reads the register with ``groups_today``: the names of all groups of the setting.
    """
    sees_all = visitor.allows(Permission.VIEW_SETTINGS)
    return visitor.once(_memberships, visitor.groups, visitor.settings, on=visitor.on, with_groups=sees_all)


def members_with_people(visitor: Visitor, group: Collaboration) -> list[Membership]:
    """The members of one of the page's groups, also those still to come, by name, each with everybody who
    works there today as ``provider.people_today``. One query beside that of ``members_of_page``.
    """
    return visitor.once(_with_people, visitor, group)


def members_by_group(visitor: Visitor) -> dict[int, list[Membership]]:
    """The members of today of each of the page's groups."""
    members: dict[int, list[Membership]] = defaultdict(list)
    for membership in members_of_page(visitor):
        if membership.joined_on <= visitor.on:
            members[membership.collaboration_id].append(membership)
    return members


def memberships_of_settings(visitor: Visitor, settings: Settings) -> list[Membership]:
    """Those of some of the page's settings, also those still to come."""
    ids = ids_of(settings)
    return [membership for membership in members_of_page(visitor) if membership.provider_id in ids]


def leaders_of_page(visitor: Visitor) -> dict[int, list[LeaderAppointment]]:
    """Who leads each of the page's groups today, by name."""
    leading: dict[int, list[LeaderAppointment]] = defaultdict(list)
    for group, rows in leaders_ahead(visitor).items():
        leading[group] = [
            row
            for row in rows
            if row.starts_on <= visitor.on
            and Span(row.membership.joined_on, row.membership.left_on).holds_on(visitor.on)
        ]
    return leading


def leaders_ahead(visitor: Visitor) -> dict[int, list[LeaderAppointment]]:
    """The same with those who are to lead later."""
    return visitor.once(_leaders, visitor, visitor.groups)


def ids_of(things: Sequence[Model]) -> frozenset[int]:
    return frozenset(thing.pk for thing in things)


def _of(groups: Groups, settings: Settings) -> Q:
    return Q(collaboration__in=groups) | Q(provider__in=settings)


def _memberships(groups: Groups, settings: Settings, *, on: date, with_groups: bool) -> list[Membership]:
    if not groups and not settings:
        return []
    return _membership_rows(groups=groups, settings=settings, on=on, with_groups=with_groups)


@prepared
def _membership_rows(groups: Groups, settings: Settings, on: date, with_groups: bool) -> QuerySet[Membership]:
    managers = SettingRole.objects.filter(
        holds_on(on), can_work(), provider=OuterRef("provider_id"), role=SettingRole.Role.MANAGER
    ).order_by("user__full_name__in_order", "pk")
    people = ArraySubquery(managers.values(person=JSONObject(name="user__full_name", email="user__email")))
    rows = with_telling(Membership.objects.filter(not_left_by(on), _of(groups, settings)))
    if with_groups:
        here = Membership.objects.filter(is_member_on(on), provider=OuterRef("provider_id"))
        names = here.order_by("collaboration__name__in_order", "pk").values("collaboration__name")
        rows = rows.annotate(groups_today=ArraySubquery(names))
    return rows.annotate(managers=people).select_related("provider__district", "collaboration")


def _with_people(visitor: Visitor, group: Collaboration) -> list[Membership]:
    rows = [row for row in members_of_page(visitor) if row.collaboration_id == group.pk]
    people: dict[int, list[SettingRole]] = defaultdict(list)
    for role in _working(settings=[row.provider for row in rows], on=visitor.on) if rows else ():
        people[role.provider_id].append(role)
    for row in rows:
        row.provider.people_today = people[row.provider_id]  # type: ignore[attr-defined]
    return rows


@prepared
def _working(settings: Settings, on: date) -> QuerySet[SettingRole]:
    return working_on(on).filter(provider__in=settings)


def _leaders(visitor: Visitor, groups: Groups) -> dict[int, list[LeaderAppointment]]:
    """Each with its membership and the setting, as the page has read them already."""
    rows = _leader_rows(groups=groups, on=visitor.on) if groups else []
    members = {row.pk: row for row in members_of_page(visitor)} if rows else {}
    others = [row.membership_id for row in rows if row.membership_id not in members]
    members |= {row.pk: row for row in _memberships_by_id(ids=others)} if others else {}
    leaders: dict[int, list[LeaderAppointment]] = defaultdict(list)
    for row in rows:
        row.membership = members[row.membership_id]
        leaders[row.membership.collaboration_id].append(row)
    return leaders


@prepared
def _leader_rows(groups: Groups, on: date) -> QuerySet[LeaderAppointment]:
    rows = LeaderAppointment.objects.filter(not_ended_by(on), membership__collaboration__in=groups)
    return rows.select_related("user").order_by("user__full_name__in_order", "starts_on", "pk")


@prepared
def _memberships_by_id(ids: Sequence[int]) -> QuerySet[Membership]:
    """Of settings that have left while somebody still leads for them: nothing forbids it but the services."""
    return Membership.objects.filter(pk__in=ids).select_related("provider")
