"""What people do at settings and in groups, for the list of people."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import User, holds_on
from memberships.models.members import LeaderAppointment, SettingRole
from memberships.models.offices import OfficeHolder
from memberships.selectors.days import leads_on

#: What the list of people is narrowed to beside the roles of the team.
LEADER = "leader"
ROLES_IN_GROUPS = (
    *((f"setting-{value}", label) for value, label in SettingRole.Role.choices),
    (LEADER, gettext_lazy("Leader")),
    *((f"office-{value}", label) for value, label in OfficeHolder.Office.choices),
)


@dataclass(slots=True)
class Does:
    """What one person does, where, and in which groups; all in words."""

    what: list[str] = field(default_factory=list)
    settings: list[str] = field(default_factory=list)
    groups: list[str] = field(default_factory=list)

    def add(self, what: str, place: str, among: list[str]) -> None:
        for word, words in ((what, self.what), (place, among)):
            if word not in words:
                words.append(word)


def what_people_do(user_ids: Sequence[int], *, on: date) -> dict[int, Does]:
    """Of each of some people, on a day. Three queries."""
    found: dict[int, Does] = defaultdict(Does)
    roles = SettingRole.objects.filter(holds_on(on), user__in=user_ids).select_related("provider")
    for role in roles.order_by("provider__search_text", "pk"):
        does = found[role.user_id]
        does.add(role.get_role_display(), str(role.provider), does.settings)
    group = "membership__collaboration"
    leads = LeaderAppointment.objects.filter(leads_on(on), user__in=user_ids).select_related(group)
    for leader in leads.order_by("pk"):
        does = found[leader.user_id]
        does.add(_("Leader"), leader.membership.collaboration.name, does.groups)
    offices = OfficeHolder.objects.filter(holds_on(on), user__in=user_ids).select_related(group)
    for office in offices.order_by("pk"):
        does = found[office.user_id]
        does.add(office.get_office_display(), office.membership.collaboration.name, does.groups)
    return found


def people_who_do(rows: QuerySet[User], wanted: str, *, on: date) -> QuerySet[User]:
    """People with a role at a setting or in a group on a day, by a value of ``ROLES_IN_GROUPS``."""
    kind, _dash, value = wanted.partition("-")
    mine = {"user": OuterRef("pk")}
    held: QuerySet[Any]
    if kind == "setting":
        held = SettingRole.objects.filter(holds_on(on), role=value, **mine)
    elif kind == "office":
        held = OfficeHolder.objects.filter(holds_on(on), office=value, **mine)
    else:
        held = LeaderAppointment.objects.filter(leads_on(on), **mine)
    return rows.filter(Exists(held))


def people_at_setting_called(rows: QuerySet[User], text: str, *, on: date) -> QuerySet[User]:
    """People who work on a day at a setting with this in its name or number."""
    roles = SettingRole.objects.filter(holds_on(on), user=OuterRef("pk"))
    return rows.filter(Exists(roles.filter(provider__search_text__contains=text)))


def people_in_group_called(rows: QuerySet[User], text: str, *, on: date) -> QuerySet[User]:
    """People who lead, hold an office in, or work at a member of a group with this in its name."""
    named = {"membership__collaboration__name__icontains": text, "user": OuterRef("pk")}
    leads = Exists(LeaderAppointment.objects.filter(leads_on(on), **named))
    holds = Exists(OfficeHolder.objects.filter(holds_on(on), **named))
    at_member = SettingRole.objects.filter(
        holds_on(on),
        Q(provider__memberships__left_on__isnull=True) | Q(provider__memberships__left_on__gt=on),
        provider__memberships__joined_on__lte=on,
        provider__memberships__collaboration__name__icontains=text,
        user=OuterRef("pk"),
    )
    return rows.filter(leads | holds | Exists(at_member))
