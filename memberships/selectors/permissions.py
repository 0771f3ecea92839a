"""All that the permissions of people follow from."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from django.db.models import Q

from core.dates import Span
from memberships.models.members import LeaderAppointment, Membership, SettingRole
from memberships.models.offices import OfficeHolder
from memberships.rules.permissions import LeaderOf, MemberOf, OfficeOf, PersonAt

#: Offices that bring a permission. A safeguarding contact is a name and a telephone number, no more.
OFFICES_WITH_PERMISSIONS = (OfficeHolder.Office.CHAIR, OfficeHolder.Office.ADMINISTRATOR)


def appointments_of(
    user_ids: Collection[int] | None,
) -> tuple[Sequence[PersonAt], Sequence[MemberOf], Sequence[LeaderOf], Sequence[OfficeOf]]:
    """All that permissions follow from, for these people or (None) for everybody. Four queries."""
    roles, leads = SettingRole.objects.order_by("pk"), LeaderAppointment.objects.order_by("pk")
    offices = OfficeHolder.objects.filter(office__in=OFFICES_WITH_PERMISSIONS).order_by("pk")
    memberships = Membership.objects.order_by("pk")
    if user_ids is not None:
        roles, leads, offices = (rows.filter(user_id__in=user_ids) for rows in (roles, leads, offices))
        held_for = Q(pk__in=leads.order_by().values("membership_id")) | Q(
            pk__in=offices.order_by().values("membership_id")
        )
        memberships = memberships.filter(Q(provider__in=roles.order_by().values("provider_id")) | held_for)
    people = [
        PersonAt(user_id, provider_id, role == SettingRole.Role.MANAGER, Span(start, end))
        for user_id, provider_id, role, start, end in roles.values_list(
            "user_id", "provider_id", "role", "starts_on", "ends_on"
        )
    ]
    members = [
        MemberOf(membership_id, collaboration_id, provider_id, Span(start, end))
        for membership_id, collaboration_id, provider_id, start, end in memberships.values_list(
            "pk", "collaboration_id", "provider_id", "joined_on", "left_on"
        )
    ]
    held = ("user_id", "membership_id", "starts_on", "ends_on")
    leaders = [
        LeaderOf(user_id, membership_id, Span(start, end))
        for user_id, membership_id, start, end in leads.values_list(*held)
    ]
    holders = [
        OfficeOf(user_id, membership_id, Span(start, end))
        for user_id, membership_id, start, end in offices.values_list(*held)
    ]
    return people, members, leaders, holders
