"""Sending the letters about joining and leaving. A letter is sent only while what it says is so; sent twice it is one letter."""

from __future__ import annotations

from datetime import date

from accounts.models import TaskLink, User
from accounts.selectors import token_of
from core.mail import send_letter
from memberships import emails
from memberships.models.joining import Application, Invitation
from memberships.models.members import Membership
from memberships.selectors.joining import application_by_id, invitation_by_id
from memberships.selectors.leaving import terms_of_leaving


def tell_of_application(*, application_id: int, user_id: int) -> None:
    """A leader, or who holds an office in a group that nobody leads, hears that an application waits."""
    application = application_by_id(application_id)
    if application is not None and application.state == Application.State.OPEN:
        letter = emails.application_letter(application, User.objects.get(pk=user_id))
        send_letter(letter, authority=application.authority)


def tell_team_of_application(*, application_id: int) -> None:
    """The early years team hears of it, for a group that has nobody else to hear."""
    application = application_by_id(application_id)
    if application is not None and application.state == Application.State.OPEN and application.authority.contact_email:
        send_letter(emails.application_letter_to_team(application), authority=application.authority)


def tell_of_notice(*, membership_id: int, user_id: int, left_on: date) -> None:
    """Who hears for the group hears that a member leaves, unless the notice was taken back meanwhile."""
    rows = Membership.objects.filter(pk=membership_id, left_on=left_on).select_related("collaboration", "provider", "authority")
    membership, user = rows.first(), User.objects.filter(pk=user_id, is_active=True).first()
    if membership is not None and user is not None:
        terms = terms_of_leaving(membership, on=left_on)
        send_letter(emails.notice_letter(membership, user, terms=terms), authority=membership.authority)


def tell_of_decision(*, application_id: int, user_id: int) -> None:
    """A manager of the setting hears what the members decided."""
    application = application_by_id(application_id)
    if application is not None and application.decided_on is not None:
        letter = emails.decision_letter(application, User.objects.get(pk=user_id))
        send_letter(letter, authority=application.authority)


def send_invitation(*, invitation_id: int, link_id: int) -> None:
    """Somebody of the setting gets the link to answer by."""
    invitation = invitation_by_id(invitation_id)
    link = TaskLink.objects.filter(pk=link_id, used_at=None, withdrawn_at=None).first()
    if invitation is not None and link is not None and invitation.state == Invitation.State.SENT:
        letter = emails.invitation_letter(invitation, token=token_of(link), until=link.expires_at)
        send_letter(letter, authority=invitation.authority)


def tell_of_answer(*, invitation_id: int, user_id: int) -> None:
    """A leader hears that a setting has answered."""
    invitation = invitation_by_id(invitation_id)
    if invitation is not None and invitation.answered_at is not None:
        letter = emails.answer_letter(invitation, User.objects.get(pk=user_id))
        send_letter(letter, authority=invitation.authority)
