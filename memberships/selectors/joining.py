"""Reads about applications and invitations (C5), and what a setting finds that looks for a group."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import (
    BooleanField,
    Case,
    Count,
    Exists,
    F,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.addresses import person_here_with_address
from accounts.models import TaskLink, User, holds_on
from accounts.selectors import people_to_write_to
from collaborations.models import Collaboration
from collaborations.selectors import collaborations
from core.ordering import InOrder
from memberships.models.joining import Application, Invitation
from memberships.models.members import LeaderAppointment, Membership, SettingRole
from memberships.models.offices import OfficeHolder
from memberships.rules.joining import NOT_FOUND, JoiningFacts
from memberships.rules.paused import Support
from memberships.selectors.days import is_member_on, leads_on, not_ended_by, not_left_by
from memberships.selectors.paused import groups_without
from memberships.selectors.permissions import OFFICES_WITH_PERMISSIONS
from providers.models import Provider

#: What the link of an invitation is for.
INVITATION = "memberships.invitation"
WAITING, SENT = Application.State.OPEN, Invitation.State.SENT
#: A choice of lists: applications to groups without a leader.
NOBODY_LEADS = (("none", _("Nobody leads the group")),)
APPLICATION_STATES, INVITATION_STATES = Application.State.choices, Invitation.State.choices


# --- applications -------------------------------------------------------------------------------------------


def applications() -> QuerySet[Application]:
    """Every application of the authority with ``is_waiting`` (1 or 0), those that wait first, the longest
    waiting of them first.
    """
    waits = Case(When(state=WAITING, then=Value(1)), default=Value(0), output_field=IntegerField())
    rows = Application.objects.select_related(
        "collaboration", "provider", "provider__district", "applied_by", "decided_by", "membership"
    )
    return rows.annotate(is_waiting=waits).order_by("-is_waiting", "applied_at", "pk")


def applications_to(collaboration: Collaboration) -> QuerySet[Application]:
    """Every application to a collaboration, those that wait first."""
    return applications().filter(collaboration=collaboration)


def applications_waiting(collaboration: Collaboration) -> QuerySet[Application]:
    """Those that the members have still to decide, the longest waiting first."""
    return applications_to(collaboration).filter(state=WAITING)


def applications_of(provider: Provider) -> QuerySet[Application]:
    """Every application that a setting has made, those that wait first."""
    return applications().filter(provider=provider)


def application_by_id(application_id: int) -> Application | None:
    return applications().filter(pk=application_id).first()


def application_in(collaboration: Collaboration, application_id: int) -> Application | None:
    return applications_to(collaboration).filter(pk=application_id).first()


def application_for_update(application_id: int) -> Application:
    rows = Application.objects.select_for_update(of=("self",), no_key=True)
    return rows.select_related("collaboration", "provider", "applied_by", "decided_by").get(pk=application_id)


# --- invitations --------------------------------------------------------------------------------------------


def invitations() -> QuerySet[Invitation]:
    """Every invitation of the authority with ``is_waiting`` (1 or 0), those that wait for an answer first."""
    waits = Case(When(state=SENT, then=Value(1)), default=Value(0), output_field=IntegerField())
    rows = Invitation.objects.select_related(
        "collaboration", "provider", "provider__district", "sent_by", "membership"
    )
    return rows.annotate(is_waiting=waits).order_by("-is_waiting", "-sent_at", "-pk")


def invitations_from(collaboration: Collaboration) -> QuerySet[Invitation]:
    """Every invitation of a collaboration, those that wait first."""
    return invitations().filter(collaboration=collaboration)


def invitations_of(provider: Provider) -> QuerySet[Invitation]:
    """Those that a setting has still to answer."""
    return invitations().filter(provider=provider, state=SENT)


def invitation_by_id(invitation_id: int) -> Invitation | None:
    return invitations().filter(pk=invitation_id).first()


def invitation_in(collaboration: Collaboration, invitation_id: int) -> Invitation | None:
    return invitations_from(collaboration).filter(pk=invitation_id).first()


def invitation_for_update(invitation_id: int) -> Invitation:
    rows = Invitation.objects.select_for_update(of=("self",), no_key=True)
    return rows.select_related("collaboration", "provider", "sent_by").get(pk=invitation_id)


class AddressesInvited(NamedTuple):
    """To which addresses an invitation has gone, in their order, and the day of the last email."""

    emails: tuple[str, ...]
    last_on: date | None


def addresses_invited(invitation: Invitation) -> AddressesInvited:
    links = TaskLink.objects.filter(purpose=INVITATION, about_id=invitation.pk, withdrawn_at=None)
    rows = list(links.order_by("pk").values_list("email", "made_at"))
    last = max((timezone.localdate(at) for _email, at in rows), default=None)
    return AddressesInvited(tuple(dict.fromkeys(email for email, _at in rows)), last)


# --- what rules ask for -------------------------------------------------------------------------------------


def joining_facts(provider: Provider, collaboration: Collaboration, *, on: date) -> JoiningFacts:
    """What is under way between a setting and a group. A membership that is to begin counts as one."""
    between = {"provider": provider, "collaboration": collaboration}
    return JoiningFacts(
        group_state=Collaboration.objects.values_list("state", flat=True).get(pk=collaboration.pk),
        is_member=Membership.objects.filter(not_left_by(on), **between).exists(),
        has_applied=Application.objects.filter(**between, state=WAITING).exists(),
        is_invited=Invitation.objects.filter(**between, state=SENT).exists(),
    )


def people_managing(provider: Provider, *, on: date) -> QuerySet[User]:
    """Who manages a setting on a day, by name."""
    roles = SettingRole.objects.filter(holds_on(on), provider=provider, role=SettingRole.Role.MANAGER)
    return people_to_write_to(roles.values("user_id"))


def is_at_setting(email: str, provider: Provider, *, on: date) -> bool:
    """Whether somebody with this address is at a setting on a day, or is to be later."""
    person = person_here_with_address(email)
    at_setting = SettingRole.objects.filter(not_ended_by(on), provider=provider, user=person)
    return person is not None and at_setting.exists()


def leading_people(collaboration: Collaboration, *, on: date) -> QuerySet[User]:
    """Who leads a collaboration on a day, by name: to whom emails go."""
    rows = LeaderAppointment.objects.filter(leads_on(on), membership__collaboration=collaboration)
    return people_to_write_to(rows.values("user_id"))


def people_to_tell(collaboration: Collaboration, *, on: date) -> list[User]:
    """Who hears for the group on a day, by name: those who lead;
    where nobody does, chair and administrator.
    """
    office_holders = OfficeHolder.objects.filter(
        holds_on(on), membership__collaboration=collaboration, office__in=OFFICES_WITH_PERMISSIONS
    )
    others = people_to_write_to(office_holders.values("user_id"))
    return list(leading_people(collaboration, on=on)) or list(others)


def at_groups_nobody_leads(rows: QuerySet[Application], *, on: date) -> QuerySet[Application]:
    """Those of the applications that are to a group without a leader on a day."""
    return rows.filter(
        ~Exists(
            LeaderAppointment.objects.filter(
                leads_on(on), membership__collaboration=OuterRef("collaboration")
            )
        )
    )


# --- looking for a group ------------------------------------------------------------------------------------


def collaborations_to_find(provider: Provider, *, on: date) -> QuerySet[Collaboration]:
    """Groups that take members, those of the setting's district first.

    Each with ``members``, ``led_by`` (names of settings, never of people), ``is_near``, and how it stands to
    the setting: ``is_member``, ``has_applied``, ``is_invited``.
    """
    mine = {"provider": provider, "collaboration": OuterRef("pk")}
    memberships = (
        Membership.objects.filter(is_member_on(on), collaboration=OuterRef("pk"))
        .order_by()
        .values("collaboration")
    )
    leading = LeaderAppointment.objects.filter(leads_on(on), membership__collaboration=OuterRef("pk"))
    names = (
        leading.order_by("membership__provider__name__in_order")
        .values("membership__provider__name")
        .distinct()
    )
    near = Q(district=provider.district_id) if provider.district_id else Q(pk__in=())
    paused = Q(pk__in=groups_without(Support.REFERRALS, on=on))  # not shown for a time (L3)
    found = collaborations().exclude(state__in=sorted(NOT_FOUND))
    found = found.annotate(
        members=Coalesce(Subquery(memberships.annotate(number=Count("pk")).values("number")), Value(0)),
        led_by=ArraySubquery(names),
        is_near=Case(When(near, then=Value(True)), default=Value(False), output_field=BooleanField()),
        is_member=Exists(Membership.objects.filter(not_left_by(on), **mine)),
        has_applied=Exists(Application.objects.filter(**mine, state=WAITING)),
        is_invited=Exists(Invitation.objects.filter(**mine, state=SENT)),
    ).exclude(paused & Q(is_member=False, has_applied=False, is_invited=False))
    return found.order_by(
        "-is_near", F("district__name__in_order").asc(nulls_last=True), InOrder("name"), "pk"
    )
