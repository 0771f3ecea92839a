"""What the page of one collaboration reads of its members and people, for contributions to share (``Visitor.once``)."""

from __future__ import annotations

from datetime import date

from accounts.models import User
from collaborations.models import Collaboration
from memberships.models.members import LeaderAppointment, Membership, SettingRole
from memberships.models.offices import OfficeHolder
from memberships.selectors.leaders import leaders_of
from memberships.selectors.members import members_of
from memberships.selectors.offices import offices_held
from memberships.selectors.staff_told import StaffToldLine, staff_told_lines
from providers.models import Provider


def members_listed(collaboration: Collaboration, *, on: date) -> list[Membership]:
    """The members of a day and those still to come, by name, each with ``provider.people_today``. Two queries."""
    return list(members_of(collaboration, on=on))


def leaders_listed(collaboration: Collaboration, *, on: date) -> list[LeaderAppointment]:
    """Who leads on a day or is to lead later, by name."""
    return list(leaders_of(collaboration, on=on))


def offices_listed(collaboration: Collaboration, *, on: date) -> list[OfficeHolder]:
    """Who holds an office on a day, by office."""
    return list(offices_held(collaboration, on=on))


def telling_listed(collaboration: Collaboration, *, on: date) -> dict[int, StaffToldLine]:
    """How each member stands with what its staff know (C9), by the membership's id."""
    return {line.membership.pk: line for line in staff_told_lines(collaboration, on=on)}


def settings_managed(user: User, listed: list[Membership]) -> list[Provider]:
    """The member settings that a person manages, of ``members_listed``."""
    return [membership.provider for membership in listed if is_managed_by(user, membership)]


def is_managed_by(user: User, membership: Membership) -> bool:
    """Whether a person manages the setting of a row of ``members_listed``."""
    people: list[SettingRole] = membership.provider.people_today  # type: ignore[attr-defined]
    return any(role.user_id == user.pk and role.role == SettingRole.Role.MANAGER for role in people)


def works_at(user: User, membership: Membership) -> bool:
    """Whether a person works at the setting of a row of ``members_listed``."""
    people: list[SettingRole] = membership.provider.people_today  # type: ignore[attr-defined]
    return any(role.user_id == user.pk for role in people)
