"""Reads about who leads."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db.models import Q, QuerySet

from accounts.models import can_work, holds_on
from collaborations.models import Collaboration
from memberships.models.members import LeaderAppointment, Membership, SettingRole
from memberships.selectors.days import is_member_on, not_ended_by, not_left_by
from ofsted.rules.policy import Verdict
from ofsted.selectors.standing import table_in_force
from ofsted.selectors.verdicts import verdicts_of


def leaders_of(collaboration: Collaboration, *, on: date) -> QuerySet[LeaderAppointment]:
    """Who leads on a day or is to lead later, by name."""
    return (
        LeaderAppointment.objects.filter(not_ended_by(on), membership__collaboration=collaboration)
        .select_related("user", "membership__provider")
        .order_by("user__full_name__in_order", "starts_on", "pk")
    )


def people_who_could_lead(collaboration: Collaboration, *, on: date) -> QuerySet[SettingRole]:
    """People of the settings that are members on a day or join later; also who has not accepted yet."""
    members = Membership.objects.filter(not_left_by(on), collaboration=collaboration)
    return (
        SettingRole.objects.filter(not_ended_by(on), provider__in=members.values("provider_id"))
        .filter(can_work() | Q(user__invited_to__isnull=False))
        .select_related("user", "provider")
        .order_by("user__full_name__in_order", "pk")
    )


def people_by_setting(
    collaboration: Collaboration, *, on: date
) -> list[tuple[Membership, list[SettingRole]]]:
    """Each member setting of a day, by name, with the people who can sign in there; two queries."""
    members = list(
        Membership.objects.filter(is_member_on(on), collaboration=collaboration)
        .select_related("provider")
        .order_by("provider__search_text", "pk")
    )
    roles = SettingRole.objects.filter(
        holds_on(on), can_work(), provider__in=[member.provider_id for member in members]
    )
    people: dict[int, list[SettingRole]] = {}
    for role in roles.select_related("user", "provider").order_by("user__full_name__in_order", "pk"):
        people.setdefault(role.provider_id, []).append(role)
    return [(member, people.get(member.provider_id, [])) for member in members]


def worst_verdicts(provider_ids: Sequence[int], *, on: date) -> dict[int, Verdict]:
    """What the leading policy in force says of settings on a day (L1)."""
    worst: dict[int, int] = {}
    if provider_ids:
        for setting, verdict in verdicts_of([table_in_force(on)], provider_ids, on=on):
            worst[setting] = max(verdict, worst.get(setting, verdict))
    return {setting: Verdict(verdict) for setting, verdict in worst.items()}


def leader_in(collaboration: Collaboration, appointment_id: int) -> LeaderAppointment | None:
    rows = LeaderAppointment.objects.select_related(
        "user", "membership__collaboration", "membership__provider"
    )
    return rows.filter(membership__collaboration=collaboration, pk=appointment_id).first()


def leader_appointments() -> QuerySet[LeaderAppointment]:
    """Every appointment, past ones too, by collaboration and name."""
    rows = LeaderAppointment.objects.select_related(
        "user", "membership__collaboration", "membership__provider"
    )
    return rows.order_by(
        "membership__collaboration__name__in_order", "user__full_name__in_order", "starts_on", "pk"
    )


def leader_for_update(appointment_id: int) -> LeaderAppointment:
    return _leaders_locked().get(pk=appointment_id)


def leaders_for_update(
    *, membership_id: int | None = None, user_id: int | None = None, provider_id: int | None = None
) -> list[LeaderAppointment]:
    """Appointments for a membership, or of a person for a setting, locked, the earliest first."""
    wanted = {"membership_id": membership_id, "user_id": user_id, "membership__provider_id": provider_id}
    return list(
        _leaders_locked().filter(**{name: value for name, value in wanted.items() if value is not None})
    )


def _leaders_locked() -> QuerySet[LeaderAppointment]:
    rows = LeaderAppointment.objects.select_for_update(of=("self",), no_key=True)
    return rows.select_related("user", "membership__collaboration", "membership__provider").order_by(
        "starts_on", "pk"
    )
