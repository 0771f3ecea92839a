"""Letters about joining and leaving. Subjects name nobody; what was written in confidence stays on the page, behind the sign-in or the link."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.urls import get_script_prefix, reverse
from django.utils.translation import gettext as _

from accounts.models import Authority, TaskLink, User
from accounts.selectors import token_of
from core.mail import Letter
from core.wording import date_in_words
from memberships.models.joining import Application, Invitation
from memberships.models.members import Membership
from memberships.rules.agreed import AgreedTerms
from memberships.rules.leaving import supplement_of_leaver


def at_risk_letter(person: User, *, membership: Membership, threshold: int, terms: AgreedTerms, own: bool) -> Letter:
    """To a manager of the member (``own``) or to a leader: what was counted, what it is measured by, and that the group decides."""
    source = terms.source("attendance_threshold")
    return Letter(
        to=person.email,
        subject=_("Meetings of your collaboration"),
        template="memberships/at_risk",
        context={
            "name": person.get_short_name(),
            "own": own,
            "setting": str(membership.provider),
            "collaboration": str(membership.collaboration),
            "held": membership.meetings_held,
            "attended": membership.meetings_attended,
            "threshold": threshold,
            "is_agreed": terms.is_agreed("attendance_threshold"),
            "source": source.reason.in_words(_) if source else "",
        },
        reference=f"at-risk-{membership.pk}-{date_in_words(membership.at_risk_since)}",
    )


def something_to_read_letter(person: User, *, reference: str) -> Letter:
    return Letter(
        to=person.email,
        subject=_("There is something for you to read"),
        template="memberships/something_to_read",
        context={"name": person.get_short_name()},
        reference=reference,
    )


URLS = "config.authority_urls"


def within_authority(name: str, *args: object) -> str:
    """The address of a page below ``service_url``: the same from a worker and from a request."""
    return reverse(name, urlconf=URLS, args=args).removeprefix(get_script_prefix())


def application_letter(application: Application, leader: User) -> Letter:
    return Letter(
        to=leader.email,
        subject=_("A setting would like to join your collaboration"),
        template="memberships/application",
        context={
            "name": leader.get_short_name(),
            "application": application,
            "path": within_authority("memberships:applications", application.collaboration_id),
        },
        reference=f"application-{application.pk}",
    )


def application_letter_to_team(application: Application) -> Letter:
    """To the team's address, for a group that nobody leads and where nobody is chair or administrator."""
    return Letter(
        to=application.authority.contact_email,
        subject=_("An application to a collaboration that nobody leads"),
        template="memberships/application_to_team",
        context={
            "application": application,
            "path": within_authority("memberships:applications", application.collaboration_id),
        },
        reference=f"application-{application.pk}-team",
    )


def notice_letter(membership: Membership, person: User, *, terms: AgreedTerms) -> Letter:
    """To one of those who hear for the group. Why the setting leaves is not in it; what the members agreed on its share is."""
    said = supplement_of_leaver(goes=terms.leaver_funding, amount=terms.leaver_amount)
    source = terms.source("leaver_funding")
    return Letter(
        to=person.email,
        subject=_("A change in your collaboration"),
        template="memberships/notice",
        context={
            "name": person.get_short_name(),
            "membership": membership,
            "supplement": [reason.in_words(_) for reason in said],
            "source": source.reason.in_words(_) if source else "",
            "path": within_authority("memberships:hand_over", membership.collaboration_id, membership.pk),
        },
        reference=f"notice-{membership.pk}-{membership.left_on}",
    )


def decision_letter(application: Application, manager: User) -> Letter:
    return Letter(
        to=manager.email,
        subject=_("About your application to join a collaboration"),
        template="memberships/decision",
        context={
            "name": manager.get_short_name(),
            "application": application,
            "accepted": application.state == Application.State.ACCEPTED,
            "path": within_authority("memberships:application", application.pk),
            "find_path": within_authority("memberships:find", application.provider_id),
        },
        reference=f"application-{application.pk}-decided",
    )


def invitation_letter(invitation: Invitation, *, token: str, until: datetime) -> Letter:
    return Letter(
        to=invitation.email,
        subject=_("An invitation to work together with settings near you"),
        template="memberships/invitation",
        context={
            "name": invitation.full_name,
            "invitation": invitation,
            "until": until,
            "path": within_authority("memberships:accept_invitation", token),
        },
        reference=f"invitation-{invitation.pk}",
    )


def answer_letter(invitation: Invitation, leader: User) -> Letter:
    return Letter(
        to=leader.email,
        subject=_("Your invitation has been answered"),
        template="memberships/answer",
        context={
            "name": leader.get_short_name(),
            "invitation": invitation,
            "accepted": invitation.state == Invitation.State.ACCEPTED,
            "path": within_authority("memberships:invitations", invitation.collaboration_id),
        },
        reference=f"invitation-{invitation.pk}-answered",
    )


def staff_told_letter(person: User, *, membership: Membership, link: TaskLink, authority: Authority) -> Letter:
    """A reminder with the link that opens this one task."""
    root = f"{settings.BASE_URL.rstrip('/')}/{authority.slug}/collaborations"
    return Letter(
        to=person.email,
        subject=_("Do your staff know of your collaboration?"),
        template="memberships/staff_told",
        context={
            "name": person.get_short_name(),
            "setting": str(membership.provider),
            "collaboration": str(membership.collaboration),
            "address": f"{root}/staff-told/{token_of(link)}/",
            "summary_address": f"{root}/{membership.collaboration_id}/summary/",
            "expires_on": link.expires_at,
        },
        reference=f"staff-told-{link.pk}",
    )
