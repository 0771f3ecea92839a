"""Whom somebody without a role over the authority meets: settings of their groups, and people there."""

from __future__ import annotations

from datetime import date

from django.db.models import Q, QuerySet

from accounts.models import User, holds_on
from collaborations.selectors import collaborations_of
from memberships.models.members import Membership, SettingRole
from memberships.selectors.days import not_left_by
from providers.models import Provider
from providers.selectors import register


def settings_met_by(user: User, *, on: date) -> QuerySet[Provider]:
    """The settings where somebody works, and those that are or will be with them in a group, by name."""
    works_at = SettingRole.objects.filter(holds_on(on), user=user).values("provider_id")
    groups = collaborations_of(user, on=on).order_by().values("pk")
    members = Membership.objects.filter(not_left_by(on), collaboration__in=groups).values("provider_id")
    return register().filter(Q(pk__in=works_at) | Q(pk__in=members))


def people_met_by(user: User, *, on: date) -> QuerySet[User]:
    """The people of these settings, as the pages of the groups name them."""
    settings = settings_met_by(user, on=on).order_by().values("pk")
    return people_of_any(SettingRole.objects.filter(holds_on(on), provider__in=settings))


def people_at_settings(*, on: date) -> QuerySet[User]:
    """Everybody who works at a setting of the authority on a day."""
    return people_of_any(SettingRole.objects.filter(holds_on(on)))


def people_of_any(roles: QuerySet[SettingRole]) -> QuerySet[User]:
    """The people of these roles, each once, by name; also who has not accepted an invitation yet."""
    people = User.with_invited.filter(pk__in=roles.order_by().values("user_id"))
    return people.order_by("full_name__in_order", "pk")


def places_of_people(user_ids: list[int], *, on: date) -> dict[int, list[SettingRole]]:
    """Where each of some people works on a day, by the setting's name."""
    found: dict[int, list[SettingRole]] = {}
    roles = SettingRole.objects.filter(holds_on(on), user__in=user_ids).select_related("provider")
    for role in roles.order_by("provider__search_text", "pk"):
        found.setdefault(role.user_id, []).append(role)
    return found


def groups_of_settings(provider_ids: list[int], user: User, *, on: date) -> dict[int, list[Membership]]:
    """The memberships of some settings in the groups that somebody belongs to, by the group's name."""
    groups = collaborations_of(user, on=on).order_by().values("pk")
    found: dict[int, list[Membership]] = {}
    rows = Membership.objects.filter(
        not_left_by(on), collaboration__in=groups, provider__in=provider_ids
    ).select_related("collaboration")
    for membership in rows.order_by("collaboration__name__in_order", "pk"):
        found.setdefault(membership.provider_id, []).append(membership)
    return found
