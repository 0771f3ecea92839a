"""Reads about the people of settings."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext

from accounts.models import User, can_work, holds_on
from accounts.selectors import people_to_write_to
from core.dates import Span
from memberships.models.members import LeaderAppointment, Membership, SettingRole
from memberships.selectors.days import is_member_on, leads_on
from providers.models import Provider
from providers.selectors import register


def people_of(provider: Provider) -> QuerySet[SettingRole]:
    """Everybody who was, is or will be at a setting, the latest first."""
    return (
        SettingRole.objects.filter(provider=provider)
        .select_related("user", "provider")
        .order_by("-starts_on", "user__full_name__in_order", "pk")
    )


def role_at(provider: Provider, role_id: int) -> SettingRole | None:
    return (
        SettingRole.objects.select_related("user", "provider").filter(provider=provider, pk=role_id).first()
    )


def settings_of(user: User, *, on: date) -> QuerySet[Provider]:
    """The settings where a person works on a day, by name, and
    whether the person manages them (``is_managed``).
    """
    roles = SettingRole.objects.filter(holds_on(on), user=user)
    manages = Exists(roles.filter(role=SettingRole.Role.MANAGER, provider=OuterRef("pk")))
    return register().filter(pk__in=roles.values("provider_id")).annotate(is_managed=manages)


def belongs_to_a_setting(user: User, *, on: date) -> bool:
    """Whether a person works at a setting of the authority in scope on a day."""
    return SettingRole.objects.filter(holds_on(on), user=user).exists()


def people_of_settings() -> QuerySet[SettingRole]:
    """Everybody who was, is or will be at a setting, by setting and name."""
    return SettingRole.objects.select_related("user", "provider", "provider__district").order_by(
        "provider__search_text", "user__full_name__in_order", "starts_on", "pk"
    )


def setting_role_for_update(role_id: int) -> SettingRole:
    rows = SettingRole.objects.select_for_update(of=("self",), no_key=True).select_related("user", "provider")
    return rows.get(pk=role_id)


def times_at_setting(user_id: int, provider_id: int) -> list[Span]:
    """When a person was, is and will be at a setting."""
    rows = SettingRole.objects.filter(user_id=user_id, provider_id=provider_id)
    return [Span(*row) for row in rows.order_by("starts_on").values_list("starts_on", "ends_on")]


def people_concerned(*, provider_id: int) -> list[int]:
    """Ids of everybody whose permissions hang on this setting."""
    return list(
        SettingRole.objects.filter(provider_id=provider_id)
        .order_by("user_id")
        .values_list("user_id", flat=True)
        .distinct()
    )


def leaders_to_write_to(collaboration_ids: Collection[int], *, on: date) -> QuerySet[User]:
    """Who leads any of these groups on a day; everybody once, by name."""
    rows = LeaderAppointment.objects.filter(leads_on(on), membership__collaboration__in=collaboration_ids)
    return _people(rows.order_by().values("user_id"))


def managers_to_write_to(collaboration_ids: Collection[int], *, on: date) -> QuerySet[User]:
    """Who manages a setting that is a member of any of these groups on a day; everybody once, by name."""
    members = (
        Membership.objects.filter(is_member_on(on), collaboration__in=collaboration_ids)
        .order_by()
        .values("provider_id")
    )
    return _people(_managing(on).filter(provider__in=members).values("user_id"))


def managers_of_settings(provider_ids: Collection[int], *, on: date) -> dict[int, list[User]]:
    """Who manages each of these settings on a day."""
    found: dict[int, list[User]] = {}
    rows = (
        _managing(on)
        .filter(can_work(), provider__in=provider_ids)
        .select_related("user")
        .order_by("user__full_name__in_order", "pk")
    )
    for row in rows:
        found.setdefault(row.provider_id, []).append(row.user)
    return found


def everybody_managing(provider_ids: Collection[int], *, on: date) -> list[User]:
    """Who manages any of these settings on a day; everybody once, by name."""
    roles = _managing(on).filter(provider__in=list(provider_ids))
    return list(_people(roles.values("user_id")))


def _managing(on: date) -> QuerySet[SettingRole]:
    return SettingRole.objects.filter(holds_on(on), role=SettingRole.Role.MANAGER).order_by()


def _people(ids: QuerySet) -> QuerySet[User]:
    return people_to_write_to(ids)


def person_key(role: SettingRole) -> str:
    """A person of a setting as the form sends it."""
    return f"{role.user_id}-{role.provider_id}"


def described(provider: Provider) -> str:
    """What tells a setting from others of its name. Where it is somebody's home, no part of the address."""
    parts = [
        provider.get_provider_type_display(),
        provider.urn,
        "" if provider.is_domestic else provider.postcode,
    ]
    if not provider.is_listed:
        parts.append(gettext("no longer listed by Ofsted"))
    return ", ".join(str(part) for part in parts if part)
