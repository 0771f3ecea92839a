"""The list of people: who they are here, how they are reached, whether they sign in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from accounts.panels import (
    find_people,
    last_sign_ins,
    people_never_signed_in,
    people_with_team_role,
    team_roles_of,
)
from accounts.roles import ROLES, Role
from accounts.selectors import people_here_with_locks
from core.tables.columns import Column, Kind
from core.tables.contacts import rings, writes_to
from core.tables.filters import BooleanFilter, ChoiceFilter, SearchFilter
from core.tables.table import Table
from memberships.selectors.person_contacts import telephones_of
from memberships.selectors.what_people_do import (
    ROLES_IN_GROUPS,
    people_at_setting_called,
    people_in_group_called,
    people_who_do,
    what_people_do,
)
from providers.rules.register import search_text


def person_address(row: User) -> str:
    return reverse("portal:person", args=[row.pk])


def role_choices() -> list[tuple[str, Any]]:
    return [*((role.value, gettext(ROLES[role].title)) for role in Role), *ROLES_IN_GROUPS]


class PeopleTable(Table):
    """Everybody who has or had something to do with this authority. Nothing of another authority is read
    (A2).
    """

    ordering = "name"
    second_rank = ("groups", "last_sign_in")
    columns = (
        Column("name", _("Name"), width=28, value=str, sort="full_name__in_order", link=person_address),
        Column("does", _("What they do"), width=34, value="does_shown"),
        Column("setting", _("Setting"), width=34, value="settings_shown"),
        Column("groups", _("Leads or holds an office in"), width=34, value="groups_shown"),
        Column(
            "telephone", _("Telephone"), width=18, value="telephone_shown", shown=rings("telephone_shown")
        ),
        Column("email", _("Email address"), width=34, shown=writes_to("email"), sort="email", breaks=True),
        Column("last_sign_in", _("Last sign-in"), Kind.DATE, value="last_shown"),
        Column(
            "account",
            _("Account"),
            width=20,
            value="account_shown",
            tag=lambda row: "red" if row.locked_here_at else "yellow",
        ),
    )

    @property
    def filters(self) -> Sequence[Any]:
        return (
            SearchFilter("q", _("Search"), narrow=find_people, hint=_("Name or email address")),
            ChoiceFilter("role", _("Role"), choices=role_choices, narrow=self.with_role),
            BooleanFilter("never", _("Never signed in"), narrow=never_signed_in),
            SearchFilter("group", _("In the group called"), narrow=self.in_group),
            SearchFilter("setting", _("At the setting called"), narrow=self.at_setting),
            BooleanFilter("blocked", _("Blocked here"), narrow=blocked),
        )

    def with_role(self, rows: QuerySet[User], wanted: str) -> QuerySet[User]:
        if wanted in set(Role):
            return people_with_team_role(rows, wanted, on=self.on)
        return people_who_do(rows, wanted, on=self.on)

    def in_group(self, rows: QuerySet[User], text: str) -> QuerySet[User]:
        return people_in_group_called(rows, text, on=self.on)

    def at_setting(self, rows: QuerySet[User], text: str) -> QuerySet[User]:
        return people_at_setting_called(rows, search_text(text), on=self.on)

    def rows(self) -> QuerySet[User]:
        return people_here_with_locks()

    def dressed(self, rows: list[Any]) -> list[Any]:
        """Roles, telephone and last sign-in of some people, in four queries."""
        ids = [row.pk for row in rows]
        does, team = what_people_do(ids, on=self.on), team_roles_of(ids, on=self.on)
        telephones, last = telephones_of(ids, of_team=True), last_sign_ins(ids)
        for row in rows:
            mine = does.get(row.pk)
            team_words = [gettext(ROLES[Role(role)].title) for role in team.get(row.pk, ())]
            row.does_shown = "; ".join([*team_words, *(mine.what if mine else ())])
            row.settings_shown = "; ".join(mine.settings) if mine else ""
            row.groups_shown = "; ".join(mine.groups) if mine else ""
            row.telephone_shown = telephones.get(row.pk, "")
            row.last_shown = last.get(row.pk)
            row.account_shown = account_in_words(row)
        return rows


def never_signed_in(rows: QuerySet[User], _value: Any) -> QuerySet[User]:
    return people_never_signed_in(rows)


def blocked(rows: QuerySet[User], _value: Any) -> QuerySet[User]:
    return rows.filter(locked_here_at__isnull=False, merged_here_into=None)


def account_in_words(row: Any) -> str:
    """Only what is out of the ordinary."""
    if row.merged_here_into is not None:
        return gettext("Merged into another account")
    if row.locked_here_at:
        return gettext("Blocked here")
    if row.invited_to_id is not None:
        return gettext("Not accepted yet")
    if row.claim_by is not None:
        return gettext("Has never signed in")
    return "" if row.is_active else gettext("Closed")
