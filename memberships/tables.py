"""Lists of joining (applications, invitations, groups that take members), of members and of leaders."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cached_property
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from collaborations.models import Collaboration
from collaborations.selectors import KINDS
from core.dates import last_day
from core.searching import search_in
from core.tables.columns import Column, Kind
from core.tables.contacts import writes_to
from core.tables.filters import ChoiceFilter, SearchFilter
from core.tables.table import Table
from memberships.models.joining import Application, Invitation
from memberships.models.members import LeaderAppointment, Membership, SettingRole
from memberships.selectors.filters import OF_LEADERS, OF_MEMBERS, OF_PEOPLE, own_districts
from memberships.selectors.joining import (
    APPLICATION_STATES,
    INVITATION_STATES,
    NOBODY_LEADS,
    applications,
    applications_to,
    at_groups_nobody_leads,
    collaborations_to_find,
    invitations_from,
)
from memberships.selectors.leaders import leader_appointments
from memberships.selectors.members import memberships
from memberships.selectors.people import people_of_settings
from ofsted.selectors.words import judged_in_words
from providers.rules.register import search_text

COLOURS = {"open": "yellow", "sent": "yellow", "accepted": "green", "declined": "grey", "withdrawn": "grey"}


def colour(row: Application | Invitation) -> str:
    return COLOURS[row.state]


def state_in_words(row: Application | Invitation) -> str:
    """Short, for a column."""
    return gettext("Waiting") if row.state in ("open", "sent") else row.get_state_display()


def decide_address(row: Application) -> str:
    return reverse("memberships:decide_application", args=[row.collaboration_id, row.pk])


def withdraw_address(row: Invitation) -> str:
    waits = row.state == "sent"
    return reverse("memberships:withdraw_invitation", args=[row.collaboration_id, row.pk]) if waits else ""


def collaboration_address(row: Application) -> str:
    return reverse("collaborations:detail", args=[row.collaboration_id])


def day_of_application(row: Application) -> Any:
    return timezone.localdate(row.applied_at)


class ApplicationsToTable(Table):
    """Who would like to join a collaboration, and what its members decided."""

    second_rank = ("decided_on",)
    ordering = "state"
    columns = (
        Column("provider", _("Setting"), sort="provider__search_text", link=decide_address),
        Column(
            "district", _("District"), value="provider.district", sort="provider__district__name__in_order"
        ),
        Column("applied", _("Applied on"), Kind.DATE, value=day_of_application, sort="applied_at"),
        Column("state", _("State"), value=state_in_words, sort=("-is_waiting", "applied_at"), tag=colour),
        Column("decided_on", _("Decided on"), Kind.DATE, sort="decided_on"),
    )
    filters = (ChoiceFilter("state", _("State"), choices=APPLICATION_STATES),)

    def rows(self) -> QuerySet[Application]:
        return applications_to(self.about)


class ApplicationsTable(Table):
    """Every application of the authority, those that wait first.

    Grade is no column: it is no part of joining (C5).
    """

    second_rank = ("days", "decided_on")
    on_choice = ("urn", "joined_on")
    ordering = "state"
    on_page = ("setting", "collaboration", "district", "applied_at", "days", "state", "decided_on")
    in_sheet = (
        "setting",
        "urn",
        "collaboration",
        "district",
        "applied_at",
        "state",
        "decided_on",
        "joined_on",
    )

    @property
    def columns(self) -> Sequence[Column]:
        return (
            Column(
                "setting",
                _("Setting"),
                width=34,
                value="provider",
                sort="provider__search_text",
                link=self.decide_address,
            ),
            Column("urn", _("Ofsted URN"), value="provider.urn"),
            Column(
                "collaboration",
                _("Collaboration"),
                width=34,
                sort="collaboration__name__in_order",
                link=collaboration_address,
            ),
            Column(
                "district",
                _("District"),
                width=22,
                value="provider.district",
                sort="provider__district__name__in_order",
            ),
            Column(
                "applied_at",
                _("Applied at"),
                Kind.DATETIME,
                width=22,
                value="applied_at",
                heading=_("Applied on"),
                shown=day_of_application,
                sort="applied_at",
                key="applied",
            ),
            Column("days", _("Days waiting"), value=self.days_waiting, sort="applied_at", numeric=True),
            Column(
                "state",
                _("State"),
                width=28,
                value="get_state_display",
                shown=state_in_words,
                sort=("-is_waiting", "applied_at"),
                tag=colour,
            ),
            Column("decided_on", _("Decided on"), Kind.DATE, sort="decided_on"),
            Column("joined_on", _("Member from"), Kind.DATE, value=joined_on),
        )

    @property
    def filters(self) -> Sequence[Any]:
        return (
            SearchFilter(
                "q",
                _("Setting"),
                search=search_in("provider__search_text", "provider__name", normalise=search_text),
            ),
            ChoiceFilter("state", _("State"), choices=APPLICATION_STATES),
            ChoiceFilter("district", _("District"), lookup="provider__district", choices=own_districts),
            ChoiceFilter("leader", _("Leader"), choices=NOBODY_LEADS, narrow=self.nobody_leads),
        )

    @cached_property
    def decides(self) -> bool:
        return self.allows(Permission.CHANGE_MEMBERS)

    def decide_address(self, row: Application) -> str:
        """For officers the name leads to the page where the members' decision is recorded."""
        return decide_address(row) if self.decides else ""

    def days_waiting(self, row: Application) -> str:
        return str((self.on - timezone.localdate(row.applied_at)).days) if row.state == "open" else ""

    def nobody_leads(self, rows: QuerySet[Application], _value: str) -> QuerySet[Application]:
        return at_groups_nobody_leads(rows, on=self.on)

    def rows(self) -> QuerySet[Application]:
        return applications()


def joined_on(row: Application) -> Any:
    return row.membership.joined_on if row.membership else None


class InvitationsTable(Table):
    """Whom the members of a collaboration have invited, and what became of it."""

    second_rank = ("person",)
    ordering = "state"
    columns = (
        Column("provider", _("Setting"), sort="provider__search_text"),
        Column("person", _("Sent to"), value="full_name", sort="full_name__in_order"),
        Column(
            "sent",
            _("Invited on"),
            Kind.DATE,
            value=lambda row: timezone.localdate(row.sent_at),
            sort="sent_at",
        ),
        Column("state", _("State"), value=state_in_words, sort=("-is_waiting", "-sent_at"), tag=colour),
        Column(
            "actions",
            _("Actions"),
            value=lambda row: gettext("Take back") if row.state == "sent" else "",
            link=withdraw_address,
            acts=True,
        ),
    )
    filters = (ChoiceFilter("state", _("State"), choices=INVITATION_STATES),)

    def rows(self) -> QuerySet[Invitation]:
        return invitations_from(self.about)


class GroupsToJoinTable(Table):
    """Groups that take members, those of the setting's own district first.

    Names of settings only, never of people.
    """

    filters = (
        ChoiceFilter("district", _("District"), choices=own_districts),
        ChoiceFilter("kind", _("Kind"), choices=KINDS),
    )

    def rows(self) -> QuerySet[Collaboration]:
        return collaborations_to_find(self.about, on=self.on)

    def sorted(self, rows: QuerySet[Any], key: str, falls: bool) -> QuerySet[Any]:
        return rows  # near ones first, always


class MembersTable(Table):
    """Every membership, those that have ended too. There is no page of all of them."""

    columns = (
        Column("collaboration", _("Collaboration"), width=34, value="collaboration.name"),
        Column("setting", _("Setting"), width=34, value="provider"),
        Column("urn", _("Ofsted URN"), value="provider.urn"),
        Column("type", _("Type"), width=26, value="provider.get_provider_type_display"),
        Column("district", _("District"), width=22, value="provider.district"),
        Column("joined_on", _("Member from"), Kind.DATE),
        Column("left_on", _("Last day"), Kind.DATE, value=lambda row: last_day(row.left_on)),
        Column("reason", _("Reason for leaving"), width=34, value="leaving_reason"),
    )

    filters = OF_MEMBERS

    def rows(self) -> QuerySet[Membership]:
        return memberships()


class PeopleOfSettingsTable(Table):
    """Everybody who was, is or will be at a setting. There is no page of all of them."""

    columns = (
        Column("name", _("Name"), width=28, value="user.full_name"),
        Column("email", _("Email address"), width=34, value="user.email", shown=writes_to("user.email")),
        Column("role", _("Role"), value="get_role_display"),
        Column("setting", _("Setting"), width=34, value="provider"),
        Column("urn", _("Ofsted URN"), value="provider.urn"),
        Column("type", _("Type"), width=26, value="provider.get_provider_type_display"),
        Column("district", _("District"), width=22, value="provider.district"),
        Column("starts_on", _("From"), Kind.DATE),
        Column("ends_on", _("Last day"), Kind.DATE, value=lambda row: last_day(row.ends_on)),
    )
    filters = OF_PEOPLE

    def rows(self) -> QuerySet[SettingRole]:
        return people_of_settings()


class LeadersTable(Table):
    """Every appointment of a leader, those that have ended too. There is no page of all of them."""

    columns = (
        Column("collaboration", _("Collaboration"), width=34, value="membership.collaboration.name"),
        Column("name", _("Name"), width=28, value="user.full_name"),
        Column("email", _("Email address"), width=34, value="user.email", shown=writes_to("user.email")),
        Column("setting", _("Setting"), width=34, value="membership.provider"),
        Column("urn", _("Ofsted URN"), value="membership.provider.urn"),
        Column("manner", _("Leads"), value="get_manner_display"),
        Column("starts_on", _("From"), Kind.DATE),
        Column("ends_on", _("Last day"), Kind.DATE, value=lambda row: last_day(row.ends_on)),
        Column("judgement", _("Judgement that counts today"), width=34, value="judgement_shown"),
        Column("verdict", _("Leading policy today"), width=22, value="verdict_shown"),
    )

    filters = OF_LEADERS

    def rows(self) -> QuerySet[LeaderAppointment]:
        return leader_appointments()

    def dressed(self, rows: list[Any]) -> list[Any]:
        return with_policy_today(rows, on=self.on, reads_policy=self.allows(Permission.VIEW_POLICY))


def with_policy_today(rows: list[Any], *, on: date, reads_policy: bool) -> list[Any]:
    """Give appointments of leaders what counts for their setting on a day and what the leading policy says of
    it, from published judgements alone; of those that have ended nothing. Four queries whatever their number.
    """
    for row in rows:
        row.judgement_shown = row.verdict_shown = ""
    leading = [row for row in rows if reads_policy and (row.ends_on is None or row.ends_on > on)]
    judged = judged_in_words({row.membership.provider_id for row in leading}, on=on) if leading else {}
    for row in leading:
        row.judgement_shown, decision = judged[row.membership.provider_id]
        row.verdict_shown = gettext(decision.verdict.label)
    return rows
