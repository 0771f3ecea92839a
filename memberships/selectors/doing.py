"""Who does an action (G5): a setting, and perhaps a person there who was named."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from accounts.models import User, can_work, holds_on
from accounts.permissions import Permission
from accounts.selectors import people_to_write_to
from collaborations.models import Collaboration
from core.frame.actions import OF_PAGE, Row, Source, open_rows_of, sources
from core.frame.page_rows import add_page_rows, page_rows
from core.frame.visitor import Visitor
from memberships.models.members import SettingRole
from memberships.selectors.people import everybody_managing
from providers.models import Provider


def works_at(user: User, provider: Provider, *, on: date) -> bool:
    return SettingRole.objects.filter(holds_on(on), user=user, provider=provider).exists()


def people_who_act(providers: Sequence[Provider], *, on: date) -> QuerySet[SettingRole]:
    """Who works at these settings on a day, by setting and name."""
    rows = SettingRole.objects.filter(holds_on(on), can_work(), provider__in=providers)
    return rows.select_related("user", "provider").order_by(
        "provider__search_text", "user__full_name__in_order", "pk"
    )


def done_by(user: User, *, on: date) -> Q:
    """Of rows with ``owner`` and ``person``: those that are for somebody to do on a day, as a manager of the
    setting, or named there and still working there.
    """
    roles = SettingRole.objects.filter(holds_on(on), user=user)
    manages = roles.filter(role=SettingRole.Role.MANAGER)
    return Q(owner__in=manages.values("provider_id")) | Q(person=user, owner__in=roles.values("provider_id"))


def who_does(actions: Iterable[Any], *, on: date) -> list[User]:
    """Who hears of actions: the managers of their settings on a day, and the persons named."""
    rows = list(actions)
    managers = everybody_managing([row.owner_id for row in rows if row.owner_id], on=on)
    named = people_to_write_to([row.person_id for row in rows if row.person_id])
    return list(dict.fromkeys([*managers, *named]))


# --- of a page ----------------------------------------------------------------------------------------------


def actions_of_page(visitor: Visitor, source: str = "") -> list[Row]:
    """The open actions of a page's groups and of its settings, and those for the reader by name, the earliest
    due first: of one source, or of all. They come with the page's rows; of a page of the team about no group
    and no setting nothing is asked.
    """
    if not visitor.groups and not visitor.settings and visitor.allows(Permission.VIEW_COLLABORATIONS):
        return []
    rows = [
        {**row.facts, "due_on": row.facts["due_on"] and date.fromisoformat(row.facts["due_on"])}
        for key in sources.keys()  # noqa: SIM118  a registry
        for row in page_rows(visitor, _key_of(key))
        if source in ("", key)
    ]
    return sorted(rows, key=lambda row: (row["due_on"] or date.max, row["source"], row["number"]))


def actions_of_group(visitor: Visitor, group: Collaboration, source: str = "") -> list[Row]:
    """Those of one of the page's groups."""
    return [row for row in actions_of_page(visitor, source) if row["group_id"] == group.pk]


def is_late(row: Row, on: date) -> bool:
    return row["due_on"] is not None and row["due_on"] < on


def add_actions(source: Source, *, key: str, order: int) -> None:
    """One more source of the list of actions, and of what pages show of it."""

    def rows(groups: Any, settings: Any, user: Any, on: Any) -> QuerySet[Any]:
        works_at = SettingRole.objects.filter(holds_on(on), user=user).values("provider_id")
        of_group = Q(**{f"{source.group.removesuffix('_id')}__in": groups})
        about = of_group | Q(owner__in=settings) | Q(person=user, owner__in=works_at)
        return open_rows_of(key, source, about)

    sources.add(source, key=key, order=order)
    add_page_rows(rows, key=_key_of(key), facts={name: name for name in OF_PAGE})


def _key_of(source: str) -> str:
    return f"actions of {source}"
