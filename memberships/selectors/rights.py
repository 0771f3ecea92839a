"""All that the rights of people follow from."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from django.db.models import Q

from memberships.models import LeaderAppointment, Membership, SettingRole
from memberships.rules import LeaderOf, MemberOf, PersonAt, Span


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
