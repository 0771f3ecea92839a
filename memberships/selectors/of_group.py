"""What the page of one collaboration reads of its people, for contributions to share (``Visitor.once``)."""

from __future__ import annotations

from typing import Any, NamedTuple

from django.db.models import QuerySet

from accounts.models import User, holds_on
from collaborations.models import Collaboration
from core.frame.page_rows import add_page_rows, page_rows
from core.frame.visitor import Visitor
from memberships.models.members import Membership, SettingRole
from memberships.models.offices import OfficeHolder
from memberships.rules.staff_told import staff_told_due, staff_told_due_on
from memberships.selectors.on_page import members_by_group
from memberships.selectors.staff_told import StaffToldLine, telling_facts


class InOffice(NamedTuple):
    """Somebody who holds an office; ``invited_to_id`` as of a ``User``."""

    office: str
    full_name: str
    email: str
    invited_to_id: int | None

    @property
    def label(self) -> str:
        return str(OfficeHolder.Office(self.office).label)


def offices_of_page(visitor: Visitor, collaboration: Collaboration) -> list[InOffice]:
    """Who holds an office in one of the page's groups today, by office. Read with what the page reads at
    once.
    """
    rows = [row for row in page_rows(visitor, "offices") if row.facts["group_id"] == collaboration.pk]
    rows.sort(key=lambda row: (row.facts["office"], row.facts["starts_on"], row.pk))
    return [InOffice(*(row.facts[name] for name in InOffice._fields)) for row in rows]


def _offices(groups: Any, settings: Any, user: Any, on: Any) -> QuerySet[OfficeHolder]:
    return OfficeHolder.objects.filter(holds_on(on), membership__collaboration__in=groups)


add_page_rows(
    _offices,
    key="offices",
    facts={
        "group_id": "membership__collaboration_id",
        "office": "office",
        "starts_on": "starts_on",
        "full_name": "user__full_name",
        "email": "user__email",
        "invited_to_id": "user__invited_to_id",
    },
    of_group_alone=True,
)


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
