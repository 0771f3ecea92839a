"""Whom an email names as the person to ask, and whether it names the setting to somebody of several."""

from __future__ import annotations

from datetime import date

from accounts.models import User, can_work, holds_on
from accounts.selectors import people_to_write_to, roles_today
from core.mail import Contact
from memberships.models.members import LeaderAppointment, SettingRole
from memberships.selectors.days import leads_on
from providers.models import Provider


def contact_of(person: User | None, *, on: date) -> Contact | None:
    """How a person is reached: address, and the telephone of the setting where they work, if it is no home.

    None for nobody, and for somebody who can no longer work here: the team answers then.
    """
    if person is None or not people_to_write_to([person.pk]).exists():
        return None
    if roles_today(person):
        return Contact(person.full_name, person.email, of_team=True)
    roles = SettingRole.objects.filter(holds_on(on), user=person).select_related("provider").order_by("pk")
    telephones = (role.provider.telephone for role in roles if not role.provider.is_domestic)
    return Contact(person.full_name, person.email, next(filter(None, telephones), ""))


def leader_contact(collaboration_id: int, *, on: date, but: int = 0) -> Contact | None:
    """The leader of a group to ask, the first by name; ``but`` is whoever reads the email."""
    rows = LeaderAppointment.objects.filter(
        leads_on(on), can_work(), membership__collaboration_id=collaboration_id
    ).exclude(user_id=but)
    row = rows.select_related("user").order_by("user__full_name__in_order", "pk").first()
    return contact_of(row.user, on=on) if row is not None else None


def manager_contact(provider: Provider, *, on: date) -> Contact | None:
    """The manager of a setting, the first by name."""
    roles = SettingRole.objects.filter(
        holds_on(on), can_work(), provider=provider, role=SettingRole.Role.MANAGER
    )
    role = roles.select_related("user").order_by("user__full_name__in_order", "pk").first()
    return contact_of(role.user, on=on) if role is not None else None


def setting_to_name(user_id: int | None, provider: Provider, *, on: date) -> str:
    """The setting's name where the reader answers for several, so that two emails differ; else ""."""
    if user_id is None:
        return ""
    managed = SettingRole.objects.filter(holds_on(on), user_id=user_id, role=SettingRole.Role.MANAGER)
    return str(provider) if managed.exclude(provider=provider).exists() else ""
