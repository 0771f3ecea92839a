"""Reads about a change of legal entity (O2): what still hangs on the old registration."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from core.dates import Span
from memberships.models.joining import Application, Invitation
from memberships.models.members import LeaderAppointment, Membership, SettingRole
from memberships.models.offices import OfficeHolder
from memberships.selectors.days import not_ended_by, not_left_by
from providers.models import SuccessionLink
from provision.models import Vacancy
from reorganisation.rules.succession import OldLeader, OldMembership, OldRole, SuccessionFacts

DAY = timedelta(days=1)


def take_over(link_id: int) -> SuccessionLink | None:
    """A take-over with both registrations."""
    return SuccessionLink.objects.select_related("old", "new").filter(pk=link_id).first()


def successions_to_settle(*, on: date) -> QuerySet[SuccessionLink]:
    """Take-overs whose old registration is still a member of a collaboration on a day, the longest ago first:
    an officer says what moves.
    """
    still_member = Membership.objects.filter(not_left_by(on), provider=OuterRef("old_id"))
    return (
        SuccessionLink.objects.filter(Exists(still_member), on__lte=on)
        .select_related("old", "new")
        .order_by("on", "pk")
    )


def memberships_left(link: SuccessionLink, *, on: date) -> list[Membership]:
    """Memberships that the old registration still has on a day or later."""
    rows = Membership.objects.filter(not_left_by(on), provider=link.old).select_related(
        "collaboration", "provider"
    )
    return list(rows.order_by("collaboration__name__in_order", "joined_on", "pk"))


def roles_left(link: SuccessionLink, *, on: date) -> list[SettingRole]:
    """People that the old registration still has on a day or later."""
    rows = SettingRole.objects.filter(not_ended_by(on), provider=link.old).select_related("user", "provider")
    return list(rows.order_by("user__full_name__in_order", "starts_on", "pk"))


def leaders_left(link: SuccessionLink, *, on: date) -> list[LeaderAppointment]:
    """Who leads for a membership of the old registration on a day or later."""
    memberships = Membership.objects.filter(not_left_by(on), provider=link.old)
    rows = LeaderAppointment.objects.filter(not_ended_by(on), membership__in=memberships).select_related(
        "user", "membership__collaboration"
    )
    return list(rows.order_by("user__full_name__in_order", "pk"))


def succession_facts(link: SuccessionLink, *, on: date, today: date) -> SuccessionFacts:
    """What O2 is asked with, for moving on a day."""
    new_groups = set(
        Membership.objects.filter(not_left_by(on), provider=link.new).values_list(
            "collaboration_id", flat=True
        )
    )
    new_people = set(
        SettingRole.objects.filter(not_ended_by(on), provider=link.new).values_list("user_id", flat=True)
    )
    memberships, roles = [], []
    for membership in memberships_left(link, on=min(on, today)):
        earliest = free_from(membership.joined_on, {"membership": membership}, today=today)
        time, is_member = (
            Span(membership.joined_on, membership.left_on),
            membership.collaboration_id in new_groups,
        )
        memberships.append(
            OldMembership(membership.pk, str(membership.collaboration), time, earliest, is_member)
        )
    for role in roles_left(link, on=min(on, today)):
        posts = {"user_id": role.user_id, "membership__provider_id": role.provider_id}
        earliest = free_from(role.starts_on, posts, today=today)
        time, is_there = Span(role.starts_on, role.ends_on), role.user_id in new_people
        roles.append(OldRole(role.pk, role.user_id, str(role.user), time, earliest, is_there))
    leaders = [
        OldLeader(leader.pk, leader.membership_id, leader.user_id, str(leader.user))
        for leader in leaders_left(link, on=on)
    ]
    return SuccessionFacts(link.on, memberships, roles, leaders)


def free_from(start: date, posts: Mapping[str, Any], *, today: date) -> date:
    """The first day on which a membership or a role can end without contradicting
    what is recorded of its leaders and office holders.
    """
    days = [start + DAY]
    for model in (LeaderAppointment, OfficeHolder):
        for starts_on, ends_on in model.objects.filter(**posts).values_list("starts_on", "ends_on"):
            days.append(ends_on if ends_on is not None and ends_on <= today else starts_on + DAY)
    return max(days)


def left_behind(link: SuccessionLink) -> dict[str, int]:
    """What stays with the old registration whatever moves: open
    applications, open invitations, and vacancies.
    """
    return {
        "applications": Application.objects.filter(provider=link.old, state=Application.State.OPEN).count(),
        "invitations": Invitation.objects.filter(provider=link.old, state=Invitation.State.SENT).count(),
        "vacancies": Vacancy.objects.filter(provider=link.old).count(),
    }
