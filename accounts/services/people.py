"""Writes about people: making accounts, inviting, and the answer to an invitation (A2, decision 0028)."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.addresses import (
    addresses_of,
    invitation_to,
    make_account,
    normal_address,
    person_here_with_address,
    person_with_address,
)
from accounts.emails.account import PersonInvited
from accounts.models import Affiliation, PersonInvitation, TaskLink, User
from accounts.selectors import forget_what_was_read
from accounts.services.appointments import end_everything_of
from accounts.services.links import DAYS_OPEN, make_link, take_back_links, use_link
from accounts.services.moving import put_in_place
from accounts.signals import account_changed, email_wanted
from core.scoping import acting_as, current_authority_id
from core.text import one_line

State = PersonInvitation.State
#: What the link of an invitation is for.
PURPOSE = "accounts.invitation"


@transaction.atomic
def register_person(
    *, email: str, full_name: str, by: User | None = None, password: str | None = None
) -> User:
    """The account with this address, made if there is none, as a person of the authority in scope, at once.

    For those whose consent is known: the operator's first manager, and whoever answers by a link sent to the
    address. An authority that adds somebody calls ``invite_person``. An existing name is left as it is.
    """
    user = person_with_address(email) or make_account(
        email=email, full_name=one_line(full_name), password=password
    )
    if _belongs_here(user):
        return user
    if (
        invitation := invitation_to(email)
    ) is not None:  # the address is proved, which is all that it waits for
        _replace_stand_in(_locked(invitation.pk), user, at=timezone.now())
    elif _affiliate(user):
        account_changed.send(User, action="person_added", about=user, by=by, facts={})
    return user


@transaction.atomic
def invite_person(*, email: str, full_name: str, by: User | None, at: datetime | None = None) -> User:
    """Somebody of the authority in scope by address; who is not, is invited by email (A2).

    Returns the person, or the stand-in that carries the name as it was typed here until the person accepts.
    Whether the address has an account elsewhere makes no difference to anything: it is not asked.
    """
    at = at or timezone.now()
    person = person_here_with_address(email) or _stand_in(normal_address(email), full_name.strip(), by, at)
    return _still_invited(person, full_name.strip(), by=by, at=at) if person.invited_to_id else person


@transaction.atomic
def send_invitation_again(*, invitation_id: int, by: User, at: datetime) -> PersonInvitation:
    """Send a new link; the one before no longer works. Raises ValidationError when the person has accepted."""
    invitation = _locked(invitation_id)
    if invitation.state == State.ACCEPTED:
        raise ValidationError(_("%(person)s has accepted already.") % {"person": invitation.user})
    invitation.state, invitation.answered_at, invitation.sent_at = State.SENT, None, at
    invitation.invited_by = by
    invitation.save(update_fields=["state", "answered_at", "sent_at", "invited_by"])
    take_back_links(purpose=PURPOSE, about_id=invitation.pk, at=at)
    _send_link(invitation, at=at)
    account_changed.send(User, action="person_invited", about=invitation.user, by=by, facts={})
    return invitation


@transaction.atomic
def take_back_person_invitation(*, invitation_id: int, by: User, at: datetime) -> PersonInvitation:
    """Take an invitation back: its link ends, and so does what the person was to have.

    Raises ValidationError when it is answered.
    """
    invitation = _locked(invitation_id)
    if invitation.state == State.WITHDRAWN:
        return invitation  # pressed twice
    _must_wait(invitation)
    _close(invitation, State.WITHDRAWN, by=by, at=at)
    return invitation


@transaction.atomic
def decline_person_invitation(
    *, invitation_id: int, at: datetime, link: TaskLink | None = None, by: User | None = None
) -> PersonInvitation:
    """The person says no, which needs no reason: by the link, or signed in with the address.

    Raises ValidationError when it is answered or the link is used.
    """
    invitation = _locked(invitation_id)
    _must_wait(invitation)
    _prove(invitation, link=link, by=by, at=at)
    _close(invitation, State.DECLINED, by=None, at=at)
    return invitation


@transaction.atomic
def accept_person_invitation(
    *, invitation_id: int, at: datetime, link: TaskLink | None = None, by: User | None = None
) -> User:
    """The person becomes one of this authority: the account takes the place of the stand-in, everywhere here.

    By the ``link``, which proves the address, or ``by`` somebody signed in who has proved it. Raises
    ValidationError when it is answered, too old, or the person belongs to this authority already.
    """
    invitation = _locked(invitation_id)
    _must_wait(invitation)
    _prove(invitation, link=link, by=by, at=at)
    if by is None:
        named = {"email": invitation.email, "full_name": invitation.full_name}
        by = person_with_address(invitation.email) or make_account(**named)
    if not by.is_active:
        raise ValidationError(_("This account is closed. Ask the team that invited you."))
    if _belongs_here(by):
        # Also A1: what one gave to a second address of one's own never becomes one's own.
        raise ValidationError(
            _("You already belong here with another address. Ask the team to use that address instead.")
        )
    _replace_stand_in(invitation, by, at=at)
    return by


def _belongs_here(user: User) -> bool:
    return Affiliation.objects.filter(user=user, authority_id=current_authority_id()).exists()


def _affiliate(user: User) -> bool:
    return Affiliation.objects.get_or_create(user=user, authority_id=current_authority_id())[1]


def _stand_in(email: str, full_name: str, by: User | None, at: datetime) -> User:
    """A new stand-in with its invitation. Two at once make one."""
    if not full_name:
        raise ValidationError({"full_name": _("Enter the full name: nobody here has this address yet.")})
    here = current_authority_id()
    try:
        with transaction.atomic():
            person = User(email=email, full_name=full_name, is_active=False, invited_to_id=here)
            person.set_unusable_password()
            person.save(force_insert=True)
    except IntegrityError:
        other = person_here_with_address(email)
        if other is None:
            raise
        return other
    Affiliation.objects.create(user=person, authority_id=here)
    invitation = PersonInvitation.objects.create(
        user=person, email=email, full_name=full_name, invited_by=by, sent_at=at
    )
    _send_link(invitation, at=at)
    account_changed.send(User, action="person_added", about=person, by=by, facts={})
    return person


def _still_invited(person: User, full_name: str, *, by: User | None, at: datetime) -> User:
    """The stand-in, held until the transaction ends; the account where the person has accepted meanwhile.

    Somebody who is added again after declining, or after the link became too old, gets a new link.
    """
    invitation = _locked(_invitation_of(person))
    if invitation.state == State.ACCEPTED:
        return invitation.user
    is_open = invitation.state == State.SENT and not is_too_old(invitation, at)
    if is_open or by is None:
        return person
    if full_name and full_name != person.full_name:
        person.full_name = invitation.full_name = full_name
        person.save(update_fields=["full_name"])
        invitation.save(update_fields=["full_name"])
    send_invitation_again(invitation_id=invitation.pk, by=by, at=at)
    return person


def _invitation_of(person: User) -> int:
    """By the address, which stays: the person of an invitation is another after acceptance."""
    return int(PersonInvitation.objects.filter(email=person.email).latest("pk").pk)


def is_too_old(invitation: PersonInvitation, at: datetime) -> bool:
    """Whether the link of an invitation has ended by itself."""
    return at - invitation.sent_at >= timedelta(days=DAYS_OPEN)


def _send_link(invitation: PersonInvitation, *, at: datetime) -> None:
    link = make_link(purpose=PURPOSE, about_id=invitation.pk, email=invitation.email, at=at)
    email = PersonInvited(invitation_id=invitation.pk, link_id=link.pk)
    email_wanted.send(PersonInvitation, email=email)


def _locked(invitation_id: int) -> PersonInvitation:
    """Locked alone, the person read afterwards: who waited for an acceptance finds the account."""
    return PersonInvitation.objects.select_for_update(no_key=True).get(pk=invitation_id)


def _must_wait(invitation: PersonInvitation) -> None:
    if invitation.state != State.SENT:
        raise ValidationError(_("This invitation has been answered or taken back."))


def _prove(invitation: PersonInvitation, *, link: TaskLink | None, by: User | None, at: datetime) -> None:
    """That whoever answers has the address. Raises ValidationError where the invitation is too old."""
    if link is not None:
        if link.purpose != PURPOSE or link.about_id != invitation.pk:
            raise ValueError("a link of something else")
        use_link(link=link, at=at)
        return
    if by is None or invitation.email not in addresses_of(by):
        raise ValueError("somebody answers: by the link, or signed in with the address")
    if is_too_old(invitation, at):
        raise ValidationError(_("This invitation is too old. Ask the team to send it again."))


def _close(invitation: PersonInvitation, state: State, *, by: User | None, at: datetime) -> None:
    """End an invitation without a person: what was given to the stand-in ends with it."""
    invitation.state, invitation.answered_at = state, at
    invitation.save(update_fields=["state", "answered_at"])
    take_back_links(purpose=PURPOSE, about_id=invitation.pk, at=at)
    end_everything_of(invitation.user, today=timezone.localdate(at), by=by)
    action = "person_declined" if state == State.DECLINED else "person_taken_back"
    account_changed.send(User, action=action, about=invitation.user, by=by, facts={})


def _replace_stand_in(invitation: PersonInvitation, person: User, *, at: datetime) -> None:
    with acting_as(person.pk):
        stand_in = invitation.user
        Affiliation.objects.filter(user=stand_in).update(user=person)
        put_in_place(person, of=stand_in)
        invitation.user, invitation.state, invitation.answered_at = person, State.ACCEPTED, at
        invitation.save(update_fields=["user", "state", "answered_at"])
        take_back_links(purpose=PURPOSE, about_id=invitation.pk, at=at)
        # Past the collector, which would look for what hangs on it: nothing does any more
        User.with_invited.filter(pk=stand_in.pk)._raw_delete(User.with_invited.db)
        account_changed.send(User, action="person_joined", about=person, by=person, facts={})
    forget_what_was_read(person)
