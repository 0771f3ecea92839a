"""Reads about members, people of settings and leaders."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, Exists, OuterRef, Prefetch, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from accounts.models import User
from accounts.models.people import holds_on
from collaborations.models import Collaboration
from collaborations.selectors import collaborations
from memberships.models import LeaderAppointment, Membership, SettingRole
from memberships.rules import LeaderOf, MemberOf, PersonAt, Size, Span, bounds_of
from providers.models import Provider
from providers.selectors import register, settings_matching

BY_NAME = ("provider__search_text", "pk")
MOST_FOUND = 20


def is_member_on(day: date) -> Q:
    """Rows of Membership that hold on a day."""
    return Q(joined_on__lte=day) & not_left_by(day)


def not_left_by(day: date) -> Q:
    """Rows of Membership that hold on a day or begin later."""
    return Q(left_on__isnull=True) | Q(left_on__gt=day)


def not_ended_by(day: date) -> Q:
    """The same for roles and leaders."""
    return Q(ends_on__isnull=True) | Q(ends_on__gt=day)


# --- one collaboration -------------------------------------------------------------------------------------------------


def members_of(collaboration: Collaboration, *, on: date) -> QuerySet[Membership]:
    """The members on a day and those still to come, by name, each with its people on that day as ``provider.people_today``."""
    people = SettingRole.objects.filter(holds_on(on)).select_related("user").order_by("role", "user__full_name", "pk")
    return (
        Membership.objects.filter(not_left_by(on), collaboration=collaboration)
        .select_related("provider", "provider__district")
        .prefetch_related(Prefetch("provider__people", queryset=people, to_attr="people_today"))
        .order_by(*BY_NAME)
    )


def past_members_of(collaboration: Collaboration, *, on: date) -> QuerySet[Membership]:
    """Memberships that have ended by a day, the last one first."""
    return Membership.objects.filter(collaboration=collaboration, left_on__lte=on).select_related("provider").order_by("-left_on", "pk")


def leaders_of(collaboration: Collaboration, *, on: date) -> QuerySet[LeaderAppointment]:
    """Who leads on a day or is to lead later, by name."""
    return (
        LeaderAppointment.objects.filter(not_ended_by(on), membership__collaboration=collaboration)
        .select_related("user", "membership__provider")
        .order_by("user__full_name", "starts_on", "pk")
    )


def leads_on(day: date) -> Q:
    """Rows of LeaderAppointment that hold on a day, the membership included."""
    member = Q(membership__joined_on__lte=day) & (Q(membership__left_on__isnull=True) | Q(membership__left_on__gt=day))
    return holds_on(day) & member


def people_who_could_lead(collaboration: Collaboration, *, on: date) -> QuerySet[SettingRole]:
    """People of the settings that are members on a day or join later."""
    members = Membership.objects.filter(not_left_by(on), collaboration=collaboration)
    return (
        SettingRole.objects.filter(not_ended_by(on), provider__in=members.values("provider_id"), user__is_active=True)
        .select_related("user", "provider")
        .order_by("user__full_name", "pk")
    )


def membership_in(collaboration: Collaboration, membership_id: int) -> Membership | None:
    return Membership.objects.select_related("provider", "collaboration").filter(collaboration=collaboration, pk=membership_id).first()


def people_of(provider: Provider) -> QuerySet[SettingRole]:
    """Everybody who was, is or will be at a setting, the latest first."""
    return SettingRole.objects.filter(provider=provider).select_related("user").order_by("-starts_on", "user__full_name", "pk")


def role_at(provider: Provider, role_id: int) -> SettingRole | None:
    return SettingRole.objects.select_related("user", "provider").filter(provider=provider, pk=role_id).first()


def membership_of_provider(collaboration: Collaboration, provider_id: int, *, on: date) -> Membership | None:
    """The stay of a setting in a collaboration that holds on a day."""
    return Membership.objects.filter(is_member_on(on), collaboration=collaboration, provider_id=provider_id).first()


def leader_in(collaboration: Collaboration, appointment_id: int) -> LeaderAppointment | None:
    rows = LeaderAppointment.objects.select_related("user", "membership__collaboration", "membership__provider")
    return rows.filter(membership__collaboration=collaboration, pk=appointment_id).first()


def settings_that_could_join(collaboration: Collaboration, text: str, *, on: date, with_homes: bool) -> list[Provider]:
    """Settings found by name, URN or postcode that are not members on a day; at most twenty."""
    if not text.strip():
        return []
    members = Membership.objects.filter(is_member_on(on), collaboration=collaboration)
    found = settings_matching(text, within=register(), with_homes=with_homes)
    return list(found.exclude(pk__in=members.values("provider_id"))[:MOST_FOUND])


# --- lists ---------------------------------------------------------------------------------------------------------------


def collaborations_with_size(*, on: date) -> QuerySet[Collaboration]:
    """Every collaboration with ``members`` and ``leaders`` (names) of a day."""
    members = Membership.objects.filter(is_member_on(on), collaboration=OuterRef("pk")).order_by().values("collaboration")
    number = Subquery(members.annotate(number=Count("pk")).values("number"))
    leaders = LeaderAppointment.objects.filter(leads_on(on), membership__collaboration=OuterRef("pk"))
    names = leaders.order_by("user__full_name").values("user__full_name")
    return collaborations().annotate(members=Coalesce(number, Value(0)), leaders=ArraySubquery(names))


def of_size(rows: QuerySet[Collaboration], size: Size) -> QuerySet[Collaboration]:
    """Those of ``collaborations_with_size`` that are of a size (C2)."""
    least, most = bounds_of(size)
    bounds = {"members__gte": least, **({} if most is None else {"members__lte": most})}
    return rows.filter(**bounds)


def by_having_leaders(rows: QuerySet[Collaboration], *, on: date, wanted: bool) -> QuerySet[Collaboration]:
    """Those that have a leader on a day, or those that have none."""
    leads = Exists(LeaderAppointment.objects.filter(leads_on(on), membership__collaboration=OuterRef("pk")))
    return rows.filter(leads if wanted else ~leads)


def collaborations_without_leader_count(*, on: date) -> int:
    """How many collaborations that are not closed have no leader on a day."""
    return by_having_leaders(Collaboration.objects.exclude(state=Collaboration.State.CLOSED), on=on, wanted=False).count()


def settings_of(user: User, *, on: date) -> QuerySet[Provider]:
    """The settings where a person works on a day, by name."""
    return register().filter(pk__in=SettingRole.objects.filter(holds_on(on), user=user).values("provider_id"))


def memberships() -> QuerySet[Membership]:
    """Every membership, past ones too, by collaboration and setting."""
    rows = Membership.objects.select_related("collaboration", "provider", "provider__district")
    return rows.order_by("collaboration__name", "collaboration_id", *BY_NAME)


def leader_appointments() -> QuerySet[LeaderAppointment]:
    """Every appointment, past ones too, by collaboration and name."""
    rows = LeaderAppointment.objects.select_related("user", "membership__collaboration", "membership__provider")
    return rows.order_by("membership__collaboration__name", "user__full_name", "starts_on", "pk")


def people_of_settings() -> QuerySet[SettingRole]:
    """Everybody who was, is or will be at a setting, by setting and name."""
    return SettingRole.objects.select_related("user", "provider").order_by("provider__search_text", "user__full_name", "starts_on", "pk")


# --- the register's list and export ------------------------------------------------------------------------------------------


def stays_of(provider: Provider) -> QuerySet[Membership]:
    """Every membership of a setting, the latest first."""
    return Membership.objects.filter(provider=provider).select_related("collaboration").order_by("-joined_on", "pk")


def collaborations_by_setting(provider_ids: Collection[int], *, on: date) -> dict[int, list[str]]:
    """The names of the collaborations of each setting on a day."""
    found: dict[int, list[str]] = {}
    rows = Membership.objects.filter(is_member_on(on), provider_id__in=provider_ids).order_by("collaboration__name", "pk")
    for provider_id, name in rows.values_list("provider_id", "collaboration__name"):
        found.setdefault(provider_id, []).append(name)
    return found


def in_a_collaboration(rows: QuerySet[Provider], *, on: date, wanted: bool) -> QuerySet[Provider]:
    """Settings that are members of some collaboration on a day, or of none."""
    is_member = Exists(Membership.objects.filter(is_member_on(on), provider=OuterRef("pk")))
    return rows.filter(is_member if wanted else ~is_member)


# --- what services ask for -------------------------------------------------------------------------------------------------


def membership_for_update(membership_id: int) -> Membership:
    rows = Membership.objects.select_for_update(of=("self",), no_key=True).select_related("collaboration", "provider")
    return rows.get(pk=membership_id)


def setting_role_for_update(role_id: int) -> SettingRole:
    rows = SettingRole.objects.select_for_update(of=("self",), no_key=True).select_related("user", "provider")
    return rows.get(pk=role_id)


def leader_for_update(appointment_id: int) -> LeaderAppointment:
    return _leaders_locked().get(pk=appointment_id)


def leaders_for_update(
    *, membership_id: int | None = None, user_id: int | None = None, provider_id: int | None = None
) -> list[LeaderAppointment]:
    """Appointments for a membership, or of a person for a setting, locked, the earliest first."""
    wanted = {"membership_id": membership_id, "user_id": user_id, "membership__provider_id": provider_id}
    return list(_leaders_locked().filter(**{name: value for name, value in wanted.items() if value is not None}))


def _leaders_locked() -> QuerySet[LeaderAppointment]:
    rows = LeaderAppointment.objects.select_for_update(of=("self",), no_key=True)
    return rows.select_related("user", "membership__collaboration", "membership__provider").order_by("starts_on", "pk")


def times_at_setting(user_id: int, provider_id: int) -> list[Span]:
    """When a person was, is and will be at a setting."""
    rows = SettingRole.objects.filter(user_id=user_id, provider_id=provider_id)
    return [Span(*row) for row in rows.order_by("starts_on").values_list("starts_on", "ends_on")]


def people_concerned(*, provider_id: int) -> list[int]:
    """Ids of everybody whose rights hang on this setting."""
    return list(SettingRole.objects.filter(provider_id=provider_id).order_by("user_id").values_list("user_id", flat=True).distinct())


def appointments_of(user_ids: Collection[int] | None) -> tuple[Sequence[PersonAt], Sequence[MemberOf], Sequence[LeaderOf]]:
    """All that rights follow from, for these people or (None) for everybody. Three queries."""
    roles, leads = SettingRole.objects.order_by("pk"), LeaderAppointment.objects.order_by("pk")
    stays = Membership.objects.order_by("pk")
    if user_ids is not None:
        roles, leads = roles.filter(user_id__in=user_ids), leads.filter(user_id__in=user_ids)
        stays = stays.filter(Q(provider__in=roles.order_by().values("provider_id")) | Q(pk__in=leads.order_by().values("membership_id")))
    people = [
        PersonAt(user_id, provider_id, role == SettingRole.Role.MANAGER, Span(start, end))
        for user_id, provider_id, role, start, end in roles.values_list("user_id", "provider_id", "role", "starts_on", "ends_on")
    ]
    members = [
        MemberOf(membership_id, collaboration_id, provider_id, Span(start, end))
        for membership_id, collaboration_id, provider_id, start, end in stays.values_list(
            "pk", "collaboration_id", "provider_id", "joined_on", "left_on"
        )
    ]
    leaders = [
        LeaderOf(user_id, membership_id, Span(start, end))
        for user_id, membership_id, start, end in leads.values_list("user_id", "membership_id", "starts_on", "ends_on")
    ]
    return people, members, leaders


def coverage_by_district(*, on: date) -> list[tuple[str, int, int]]:
    """Name of each district, how many of its listed settings are in a collaboration on a day, and how many there are. Those of no
    district come last, with an empty name."""
    is_member = Exists(Membership.objects.filter(is_member_on(on), provider=OuterRef("pk")))
    listed = Provider.objects.filter(unlisted_since__isnull=True).annotate(is_member=is_member).order_by()
    rows = listed.values_list("district__name").annotate(members=Count("pk", filter=Q(is_member=True)), settings=Count("pk"))
    return sorted(((name or "", members, settings) for name, members, settings in rows), key=lambda row: (row[0] == "", row[0]))
