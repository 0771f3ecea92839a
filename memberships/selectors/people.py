"""Reads about the people of settings."""

from __future__ import annotations

from datetime import date

from django.db.models import Exists, OuterRef, QuerySet

from accounts.models import User
from accounts.models.people import holds_on
from memberships.models import SettingRole
from memberships.rules import Span
from providers.models import Provider
from providers.selectors import register


def people_of(provider: Provider) -> QuerySet[SettingRole]:
    """Everybody who was, is or will be at a setting, the latest first."""
    return SettingRole.objects.filter(provider=provider).select_related("user").order_by("-starts_on", "user__full_name", "pk")


def role_at(provider: Provider, role_id: int) -> SettingRole | None:
    return SettingRole.objects.select_related("user", "provider").filter(provider=provider, pk=role_id).first()


def settings_of(user: User, *, on: date) -> QuerySet[Provider]:
    """The settings where a person works on a day, by name, and whether the person manages them (``is_managed``)."""
    held = SettingRole.objects.filter(holds_on(on), user=user)
    manages = Exists(held.filter(role=SettingRole.Role.MANAGER, provider=OuterRef("pk")))
    return register().filter(pk__in=held.values("provider_id")).annotate(is_managed=manages)


def people_of_settings() -> QuerySet[SettingRole]:
    """Everybody who was, is or will be at a setting, by setting and name."""
    return SettingRole.objects.select_related("user", "provider").order_by("provider__search_text", "user__full_name", "starts_on", "pk")


def setting_role_for_update(role_id: int) -> SettingRole:
    rows = SettingRole.objects.select_for_update(of=("self",), no_key=True).select_related("user", "provider")
    return rows.get(pk=role_id)


def times_at_setting(user_id: int, provider_id: int) -> list[Span]:
    """When a person was, is and will be at a setting."""
    rows = SettingRole.objects.filter(user_id=user_id, provider_id=provider_id)
    return [Span(*row) for row in rows.order_by("starts_on").values_list("starts_on", "ends_on")]


def people_concerned(*, provider_id: int) -> list[int]:
    """Ids of everybody whose rights hang on this setting."""
    return list(SettingRole.objects.filter(provider_id=provider_id).order_by("user_id").values_list("user_id", flat=True).distinct())
