"""Letters about joining and leaving. Subjects name nobody; what was written in confidence stays on the page, behind the sign-in or the link."""

from __future__ import annotations

from datetime import datetime

from django.urls import get_script_prefix, reverse
from django.utils.translation import gettext as _

from accounts.models import User
from collaborations.rules.terms import EffectiveTerms
from core.mail import Letter
from memberships.models import Application, Invitation, Membership
from memberships.rules.leaving import supplement_of_leaver

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
            "path": within_authority("collaborations:applications", application.collaboration_id),
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
            "path": within_authority("collaborations:applications", application.collaboration_id),
        },
        reference=f"application-{application.pk}-team",
    )


def notice_letter(membership: Membership, person: User, *, terms: EffectiveTerms) -> Letter:
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
            "path": within_authority("collaborations:hand_over", membership.collaboration_id, membership.pk),
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
            "path": within_authority("collaborations:application", application.pk),
            "find_path": within_authority("collaborations:find", application.provider_id),
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
            "path": within_authority("collaborations:accept_invitation", token),
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
            "path": within_authority("collaborations:invitations", invitation.collaboration_id),
        },
        reference=f"invitation-{invitation.pk}-answered",
    )
