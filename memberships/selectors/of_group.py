"""What the page of one collaboration reads of its people, for contributions to share (``Visitor.once``)."""

from __future__ import annotations

from datetime import date

from django.db.models import QuerySet

from accounts.models import User
from collaborations.models import Collaboration
from core.frame.visitor import Visitor
from core.prepared import prepared
from memberships.models.members import Membership, SettingRole
from memberships.models.offices import OfficeHolder
from memberships.rules.staff_told import staff_told_due, staff_told_due_on
from memberships.selectors.offices import offices_held
from memberships.selectors.on_page import members_by_group
from memberships.selectors.staff_told import StaffToldLine, telling_facts


def offices_listed(collaboration: Collaboration, *, on: date) -> list[OfficeHolder]:
    """Who holds an office on a day, by office."""
    return _offices(collaboration=collaboration, on=on)


@prepared
def _offices(collaboration: Collaboration, on: date) -> QuerySet[OfficeHolder]:
    return offices_held(collaboration, on=on)


def telling_of(visitor: Visitor, collaboration: Collaboration) -> dict[int, StaffToldLine]:
    """How each member of today stands with what its staff know (C9), by membership. No query of its own."""
    lines = {}
    for row in members_by_group(visitor)[collaboration.pk]:
        told = telling_facts(row)
        lines[row.pk] = StaffToldLine(
            row, told.last, staff_told_due_on(told), staff_told_due(told, visitor.on), told.workforce
        )
    return lines


def is_managed_by(user: User, membership: Membership) -> bool:
    """Whether a person manages the setting of a row of ``members_with_people``."""
    people: list[SettingRole] = membership.provider.people_today  # type: ignore[attr-defined]
    return any(role.user_id == user.pk and role.role == SettingRole.Role.MANAGER for role in people)


def works_at(user: User, membership: Membership) -> bool:
    """Whether a person works at the setting of a row of ``members_with_people``."""
    people: list[SettingRole] = membership.provider.people_today  # type: ignore[attr-defined]
    return any(role.user_id == user.pk for role in people)
