"""What the life of a collaboration (C1) hangs on: how many members
and leaders there are, and what closing would end.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from accounts.models import User
from accounts.roles import Role
from accounts.selectors import people_with_role
from collaborations.models import Collaboration, FirstMeeting
from collaborations.rules import Strength
from memberships.models.joining import Invitation
from memberships.models.members import LeaderAppointment, Membership
from memberships.models.offices import OfficeHolder
from memberships.selectors.days import is_member_on, leads_on, not_ended_by, not_left_by
from memberships.selectors.joining import applications_waiting


@dataclass(frozen=True, slots=True)
class Closing:
    """What ends or is taken back when a collaboration closes on a day."""

    members: tuple[str, ...]
    members_to_come: tuple[str, ...]
    leaders: tuple[str, ...]
    office_holders: tuple[str, ...]
    applications: int
    invitations: int


def strength_of(collaboration: Collaboration, *, on: date) -> Strength:
    """How many settings are members and how many people lead on a day."""
    members = Membership.objects.filter(is_member_on(on), collaboration=collaboration).count()
    leaders = LeaderAppointment.objects.filter(leads_on(on), membership__collaboration=collaboration)
    return Strength(members, leaders.order_by().values("user_id").distinct().count())


def what_closing_ends(collaboration: Collaboration, *, on: date) -> Closing:
    """For the question before closing. Names in their order."""
    memberships = memberships_to_end(collaboration, on=on)
    leaders, offices = leading_to_end(collaboration, on=on), offices_to_end(collaboration, on=on)
    return Closing(
        members=tuple(str(membership.provider) for membership in memberships if membership.joined_on <= on),
        members_to_come=tuple(
            str(membership.provider) for membership in memberships if membership.joined_on > on
        ),
        leaders=tuple(dict.fromkeys(str(leader.user) for leader in leaders)),
        office_holders=tuple(dict.fromkeys(str(office.user) for office in offices)),
        applications=applications_waiting(collaboration).count(),
        invitations=invitations_sent(collaboration).count(),
    )


def memberships_to_end(collaboration: Collaboration, *, on: date) -> list[Membership]:
    """Memberships that last beyond a day or begin later, by name."""
    rows = Membership.objects.filter(not_left_by(on), collaboration=collaboration).select_related(
        "provider", "collaboration"
    )
    return list(rows.order_by("provider__search_text", "pk"))


def leading_to_end(collaboration: Collaboration, *, on: date) -> list[LeaderAppointment]:
    """Appointments that last beyond a day or begin later, by name."""
    rows = LeaderAppointment.objects.filter(
        not_ended_by(on), membership__collaboration=collaboration
    ).select_related("user")
    return list(rows.order_by("user__full_name__in_order", "pk"))


def offices_to_end(collaboration: Collaboration, *, on: date) -> list[OfficeHolder]:
    rows = OfficeHolder.objects.filter(
        not_ended_by(on), membership__collaboration=collaboration
    ).select_related("user")
    return list(rows.order_by("user__full_name__in_order", "pk"))


def invitations_sent(collaboration: Collaboration) -> QuerySet[Invitation]:
    """Those that wait for an answer, the longest waiting first."""
    return Invitation.objects.filter(collaboration=collaboration, state=Invitation.State.SENT).order_by(
        "sent_at", "pk"
    )


def facilitators(meeting: FirstMeeting | None, *, on: date) -> QuerySet[User]:
    """Officers of a day, and whoever is recorded to have facilitated: who has left since stays named."""
    officers = people_with_role(Role.OFFICER, Role.MANAGER, on=on).order_by().values("pk")
    recorded = Q(pk=meeting.facilitated_by_id) if meeting else Q()
    return User.objects.filter(Q(pk__in=officers) | recorded).order_by("full_name__in_order", "pk")
