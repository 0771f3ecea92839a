"""What the pages of a setting and of a person say of groups and people, read at once."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import JSONObject
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.models import User, can_work, holds_on
from accounts.rules import Kind
from core.prepared import prepared
from memberships.models.members import LeaderAppointment, Membership, SettingRole
from memberships.models.offices import OfficeHolder
from memberships.selectors.days import is_member_on
from memberships.selectors.person_contacts import telephone_of
from providers.models import Provider

#: The pages that end an appointment on a day, by its kind.
ENDS = {
    "person": "memberships:end_person_at_setting",
    "leader": "memberships:end_leader",
    "office": "memberships:end_office",
}


@dataclass(slots=True)
class AtSetting:
    """A person who works at a setting, with what else they do for its groups."""

    role: SettingRole
    telephone: str = ""
    also: list[str] = field(default_factory=list)

    @property
    def person(self) -> User:
        return self.role.user

    @property
    def has_never_signed_in(self) -> bool:
        return self.person.invited_to_id is not None or self.person.claim_by is not None


def people_today(provider: Provider, *, on: date, of_team: bool) -> list[AtSetting]:
    """Who works at a setting on a day or begins later, the managers first. One query.

    ``of_team``: whether the early years team reads it; others read only telephones that people show.
    """
    people: dict[int, AtSetting] = {}
    for role in _roles_with_offices(provider=provider, on=on, of_team=of_team):
        if role.user_id not in people:
            also = [_("Leads %(group)s") % {"group": group} for group in role.leads]
            also += [_("%(office)s of %(group)s") % _office_in_words(each) for each in role.offices]
            people[role.user_id] = AtSetting(role, role.telephone or "", also)
    return list(people.values())


@prepared
def _roles_with_offices(provider: Provider, on: date, of_team: bool) -> QuerySet[Any]:
    here = {"user": OuterRef("user_id"), "membership__provider": provider}
    leading = LeaderAppointment.objects.filter(holds_on(on), **here).order_by("pk")
    offices = OfficeHolder.objects.filter(holds_on(on), **here).order_by("pk")
    held = offices.values(held=JSONObject(office="office", group="membership__collaboration__name"))
    return (
        SettingRole.objects.filter(Q(ends_on__isnull=True) | Q(ends_on__gt=on), provider=provider)
        .select_related("user", "provider")
        .annotate(
            telephone=telephone_of("user_id", of_team=of_team),
            leads=ArraySubquery(leading.values("membership__collaboration__name")),
            offices=ArraySubquery(held),
        )
        .order_by("role", "user__full_name__in_order", "pk")
    )


def _office_in_words(held: dict[str, str]) -> dict[str, str]:
    return {"office": str(OfficeHolder.Office(held["office"]).label), "group": held["group"]}


@dataclass(frozen=True, slots=True)
class Appointment:
    """Something a person is or was appointed to. ``ends_on`` is the first day without it; ``end_url`` is
    the page that ends it on a day, ``take_away_url`` the one that takes it away at once (A2); "" where it
    has ended.
    """

    what: str
    place: str
    url: str
    starts_on: date
    ends_on: date | None
    has_ended: bool
    end_url: str = ""
    take_away_url: str = ""

    @property
    def what_and_where(self) -> str:
        return _("%(what)s, %(place)s") % {"what": self.what, "place": self.place}


def appointments_of(user: User, *, on: date) -> list[Appointment]:
    """What a person does and did at settings and in groups of this authority, the latest first.

    Three queries, whatever their number.
    """
    return [
        *(_of_setting(role, on) for role in _worked(user=user)),
        *(_of_group(row, _("Leader"), Kind.LEADER, on) for row in _led(user=user)),
        *(_of_group(row, row.get_office_display(), Kind.OFFICE, on) for row in _held(user=user)),
    ]


PLACES = ("membership__collaboration", "membership__provider")


@prepared
def _worked(user: User) -> QuerySet[SettingRole]:
    return SettingRole.objects.filter(user=user).select_related("provider").order_by("-starts_on", "pk")


@prepared
def _led(user: User) -> QuerySet[LeaderAppointment]:
    return LeaderAppointment.objects.filter(user=user).select_related(*PLACES).order_by("-starts_on", "pk")


@prepared
def _held(user: User) -> QuerySet[OfficeHolder]:
    return OfficeHolder.objects.filter(user=user).select_related(*PLACES).order_by("-starts_on", "pk")


#: So many of each kind stand on the own account.
MAX_OWN = 50


def work_of(user: User, *, on: date) -> list[Appointment]:
    """What a person does at settings and in groups of this authority on a day and later, the newest first.

    Three queries, each of at most ``MAX_OWN`` rows.
    """
    places = ("membership__collaboration", "membership__provider")

    def newest(rows: QuerySet[Any]) -> QuerySet[Any]:
        lasting = Q(ends_on__isnull=True) | Q(ends_on__gt=on)
        return rows.filter(lasting, user=user).order_by("-pk")[:MAX_OWN]

    roles = newest(SettingRole.objects.select_related("provider"))
    leads = newest(LeaderAppointment.objects.select_related(*places))
    offices = newest(OfficeHolder.objects.select_related(*places))
    return [
        *(_of_setting(role, on) for role in roles),
        *(_of_group(row, _("Leader"), Kind.LEADER, on) for row in leads),
        *(_of_group(row, row.get_office_display(), Kind.OFFICE, on) for row in offices),
    ]


def _of_setting(role: SettingRole, on: date) -> Appointment:
    ended = role.ends_on is not None and role.ends_on <= on
    pages = ("", "")
    if not ended:
        end = _end_of("person", [role.provider_id, role.pk], role.starts_on, on)
        pages = (end, _take_away(Kind.SETTING_ROLE, role.user_id, role.pk))
    url = reverse("portal:setting", args=[role.provider_id])
    place = str(role.provider)
    return Appointment(role.get_role_display(), place, url, role.starts_on, role.ends_on, ended, *pages)


def _of_group(row: LeaderAppointment | OfficeHolder, what: str, kind: Kind, on: date) -> Appointment:
    group = row.membership.collaboration
    ended = row.ends_on is not None and row.ends_on <= on
    pages = ("", "")
    if not ended:
        end = _end_of(kind.value, [group.pk, row.pk], row.starts_on, on)
        pages = (end, _take_away(kind, row.user_id, row.pk))
    url = reverse("collaborations:detail", args=[group.pk])
    return Appointment(what, group.name, url, row.starts_on, row.ends_on, ended, *pages)


def _end_of(kind: str, where: list[int], starts_on: date, on: date) -> str:
    """What began before today may end on a day; what begins today or later is only taken away (A2)."""
    if starts_on >= on:
        return ""
    return reverse(ENDS[kind], args=where)


def _take_away(kind: Kind, user_id: int, row_id: int) -> str:
    return reverse("accounts:take_away", args=[user_id, kind.value, row_id])


def in_group_called(rows: QuerySet[Provider], text: str, *, on: date) -> QuerySet[Provider]:
    """Settings that are on a day members of a group with this in its name."""
    members = Membership.objects.filter(is_member_on(on), provider=OuterRef("pk"))
    return rows.filter(Exists(members.filter(collaboration__name__icontains=text)))


def without_known_person(rows: QuerySet[Provider], *, on: date) -> QuerySet[Provider]:
    """Settings where nobody works on a day who can sign in."""
    return rows.filter(~Exists(SettingRole.objects.filter(holds_on(on), can_work(), provider=OuterRef("pk"))))
