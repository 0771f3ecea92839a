"""What the pages of a setting and of a person say of groups and people, read at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import JSONObject
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.models import User, can_work, holds_on
from memberships.models.members import LeaderAppointment, Membership, SettingRole
from memberships.models.offices import OfficeHolder
from memberships.selectors.days import is_member_on, not_left_by
from memberships.selectors.person_contacts import telephone_of
from providers.models import Provider

#: The pages that end an appointment and that take one back, by its kind.
WAYS_OUT = {
    "person": ("memberships:end_person", "memberships:withdraw_person"),
    "leader": ("memberships:end_leader", "memberships:withdraw_leader"),
    "office": ("memberships:end_office", "memberships:withdraw_office"),
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
    here = {"user": OuterRef("user_id"), "membership__provider": provider}
    leading = LeaderAppointment.objects.filter(holds_on(on), **here).order_by("pk")
    offices = OfficeHolder.objects.filter(holds_on(on), **here).order_by("pk")
    held = offices.values(held=JSONObject(office="office", group="membership__collaboration__name"))
    roles: QuerySet[Any] = (
        SettingRole.objects.filter(Q(ends_on__isnull=True) | Q(ends_on__gt=on), provider=provider)
        .select_related("user")
        .annotate(
            telephone=telephone_of("user_id", of_team=of_team),
            leads=ArraySubquery(leading.values("membership__collaboration__name")),
            offices=ArraySubquery(held),
        )
        .order_by("role", "user__full_name__in_order", "pk")
    )
    people: dict[int, AtSetting] = {}
    for role in roles:
        if role.user_id not in people:
            also = [_("Leads %(group)s") % {"group": group} for group in role.leads]
            also += [_("%(office)s of %(group)s") % _office_in_words(each) for each in role.offices]
            people[role.user_id] = AtSetting(role, role.telephone or "", also)
    return list(people.values())


def _office_in_words(held: dict[str, str]) -> dict[str, str]:
    return {"office": str(OfficeHolder.Office(held["office"]).label), "group": held["group"]}


@dataclass(frozen=True, slots=True)
class Appointment:
    """Something a person is or was appointed to. ``ends_on`` is the first day without it; ``end_url`` is the
    page that ends it, ``withdraw_url`` the one that takes it back; "" where it has ended or cannot be.
    """

    what: str
    place: str
    url: str
    starts_on: date
    ends_on: date | None
    has_ended: bool
    end_url: str = ""
    withdraw_url: str = ""

    @property
    def what_and_where(self) -> str:
        return _("%(what)s, %(place)s") % {"what": self.what, "place": self.place}


def appointments_of(user: User, *, on: date) -> list[Appointment]:
    """What a person does and did at settings and in groups of this authority, the latest first.

    Four queries, whatever their number.
    """
    worked = SettingRole.objects.filter(user=user).select_related("provider").order_by("-starts_on", "pk")
    leads = LeaderAppointment.objects.filter(user=user).order_by("-starts_on", "pk")
    offices = OfficeHolder.objects.filter(user=user).order_by("-starts_on", "pk")
    places = ("membership__collaboration", "membership__provider")
    roles = list(worked)
    member_of = _first_membership([role.provider_id for role in roles], on)
    return [
        *(_of_setting(role, member_of.get(role.provider_id), on) for role in roles),
        *(_of_group(row, _("Leader"), "leader", on) for row in leads.select_related(*places)),
        *(_of_group(row, row.get_office_display(), "office", on) for row in offices.select_related(*places)),
    ]


def _first_membership(provider_ids: Sequence[int], on: date) -> dict[int, Membership]:
    """A membership of each of some settings: the pages of a member's people stand below its group."""
    rows = Membership.objects.filter(not_left_by(on), provider__in=provider_ids).order_by("-joined_on", "pk")
    return {row.provider_id: row for row in rows}


def _of_setting(role: SettingRole, member: Membership | None, on: date) -> Appointment:
    ended = role.ends_on is not None and role.ends_on <= on
    pages = ("", "")
    if member is not None and not ended:
        where = [member.collaboration_id, member.pk, role.pk]
        pages = _ways_out("person", where, role.starts_on, on)
    elif not ended:
        pages = (reverse("admin:memberships_settingrole_change", args=[role.pk]), "")
    url = reverse("portal:setting", args=[role.provider_id])
    place = str(role.provider)
    return Appointment(role.get_role_display(), place, url, role.starts_on, role.ends_on, ended, *pages)


def _of_group(row: LeaderAppointment | OfficeHolder, what: str, kind: str, on: date) -> Appointment:
    group = row.membership.collaboration
    ended = row.ends_on is not None and row.ends_on <= on
    pages = ("", "") if ended else _ways_out(kind, [group.pk, row.pk], row.starts_on, on)
    url = reverse("collaborations:detail", args=[group.pk])
    return Appointment(what, group.name, url, row.starts_on, row.ends_on, ended, *pages)


def _ways_out(kind: str, where: list[int], starts_on: date, on: date) -> tuple[str, str]:
    """What began before today ends; what begins today or later is taken back (A2)."""
    end, withdraw = WAYS_OUT[kind]
    return ("", reverse(withdraw, args=where)) if starts_on >= on else (reverse(end, args=where), "")


def in_group_called(rows: QuerySet[Provider], text: str, *, on: date) -> QuerySet[Provider]:
    """Settings that are on a day members of a group with this in its name."""
    members = Membership.objects.filter(is_member_on(on), provider=OuterRef("pk"))
    return rows.filter(Exists(members.filter(collaboration__name__icontains=text)))


def without_known_person(rows: QuerySet[Provider], *, on: date) -> QuerySet[Provider]:
    """Settings where nobody works on a day who can sign in."""
    return rows.filter(~Exists(SettingRole.objects.filter(holds_on(on), can_work(), provider=OuterRef("pk"))))
