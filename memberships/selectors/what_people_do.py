"""What people do at settings and in groups, for the list of people."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import JSONObject
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import User, holds_on
from memberships.models.members import LeaderAppointment, SettingRole
from memberships.models.offices import OfficeHolder
from memberships.selectors.days import leads_on
from providers.rules.workforce import roles_at
from providers.selectors import name_of_setting

#: So many settings and groups of a person are named: more than anybody has whose work it is.
MAX_NAMED = 50
ROLES_AT_SETTINGS = (
    (SettingRole.Role.MANAGER.value, gettext_lazy("Manager of a setting, or childminder")),
    (SettingRole.Role.STAFF.value, gettext_lazy("Member of staff, or assistant")),
)
#: What the list of people is narrowed to beside the roles of the team.
LEADER = "leader"
ROLES_IN_GROUPS = (
    *((f"setting-{value}", label) for value, label in ROLES_AT_SETTINGS),
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
    """Of each of some people, on a day; of each kind the first ``MAX_NAMED``. One query, which reads no
    more of who leads or works somewhere than it names.
    """
    mine = {"user": OuterRef("pk")}
    roles = SettingRole.objects.filter(holds_on(on), **mine).order_by("provider__search_text", "pk")
    leads = LeaderAppointment.objects.filter(leads_on(on), **mine).order_by("pk")
    offices = OfficeHolder.objects.filter(holds_on(on), **mine).order_by("pk")
    group = "membership__collaboration__name"
    parts = {
        "at_settings": roles.values(
            row=JSONObject(what="role", kind="provider__provider_type", place=name_of_setting("provider__"))
        ),
        "leading": leads.values(row=JSONObject(place=group)),
        "in_offices": offices.values(row=JSONObject(what="office", place=group)),
    }
    people: QuerySet[Any] = User.with_invited.filter(pk__in=user_ids).order_by()
    people = people.annotate(**{name: ArraySubquery(rows[: MAX_NAMED + 1]) for name, rows in parts.items()})
    return {person.pk: _in_words(person) for person in people.only("pk")}


def _in_words(person: Any) -> Does:
    does = Does()
    for row in person.at_settings[:MAX_NAMED]:
        does.add(str(roles_at(row["kind"])[row["what"]]), row["place"], does.settings)
    for row in person.leading[:MAX_NAMED]:
        does.add(_("Leader"), row["place"], does.groups)
    for row in person.in_offices[:MAX_NAMED]:
        does.add(str(OfficeHolder.Office(row["what"]).label), row["place"], does.groups)
    if len(person.at_settings) > MAX_NAMED:
        does.settings.append(_("and others"))
    if max(len(person.leading), len(person.in_offices)) > MAX_NAMED:
        does.groups.append(_("and others"))
    return does


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
