"""The members invite a setting; whoever it is sent to answers by the link in the email, or signed in (C5)."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, NamedTuple

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.addresses import person_here_with_address
from accounts.models import TaskLink, User
from accounts.services.links import make_link, renew_link, take_back_links, use_link
from accounts.services.people import register_person
from audit.rules.actions import Action
from audit.services import record
from collaborations.models import Collaboration
from core.saving import save_in_words
from core.scoping import acting_as
from core.text import one_line, several_lines
from core.wording import instant_in_words
from documents.services.outbox import send_email
from memberships.emails.joining import InvitationAnswered, InvitationSent
from memberships.models.joining import Invitation
from memberships.models.members import SettingRole
from memberships.rules import joining
from memberships.rules.joining import InvitationState
from memberships.selectors.joining import (
    INVITATION,
    addresses_invited,
    invitation_for_update,
    is_at_setting,
    joining_facts,
    leading_people,
    people_managing,
)
from memberships.services.applications import membership_from
from memberships.services.people import add_person_of_setting
from memberships.services.permissions import take_turn
from memberships.services.refusing import refuse
from providers.models import Provider

State = Invitation.State
PURPOSE = INVITATION


@transaction.atomic
def invite_setting(
    *,
    collaboration: Collaboration,
    provider: Provider,
    email: str = "",
    full_name: str = "",
    words: str,
    decision: str,
    decided_on: date,
    is_vouched_for: bool = False,
    by: User,
    at: datetime,
) -> Invitation:
    """Invite a setting, as the members decided, by an email with a link to each of its managers.

    Where nobody is known there, ``email`` and ``full_name`` are those of whom an officer vouches for
    (``is_vouched_for``). The name on a known account is used, whatever was typed. Raises ValidationError when
    nobody is known and nobody vouches, the setting is a member, has applied or is invited already, or the
    group takes nobody.
    """
    take_turn()
    today, email = timezone.localdate(at), email.strip().lower()
    refuse(joining.refusals_to_invite(joining_facts(provider, collaboration, on=today)))
    refuse(joining.refusals_to_record_decision(decided_on=decided_on, decision=decision, today=today))
    people = _people_to_invite(
        provider, email=email, full_name=full_name, is_vouched_for=is_vouched_for, today=today
    )
    first = people[0]
    invitation = Invitation(
        collaboration=collaboration, provider=provider, email=first.email, full_name=first.full_name
    )
    invitation.is_vouched_for = is_vouched_for
    invitation.words, invitation.decision, invitation.decided_on = (
        several_lines(words),
        several_lines(decision),
        decided_on,
    )
    invitation.sent_by, invitation.sent_at = by, at
    save_in_words(
        invitation, clash={"provider": _("This setting is invited already, and has not answered yet.")}
    )
    record(Action.INVITATION_SENT, about=invitation, by=by, setting=provider, collaboration=collaboration)
    for person in people:
        _send(invitation, person.email, at=at)
    return invitation


@transaction.atomic
def remind_invitation(*, invitation: Invitation, by: User, at: datetime) -> Invitation:
    """Send the email of an invitation that waits once more, with new links, to those who have it.

    Raises ValidationError when it is answered or taken back, and when it went within the last week.
    """
    take_turn()
    invitation = invitation_for_update(invitation.pk)
    _must_wait(invitation, at)
    addresses = addresses_invited(invitation)
    refuse(joining.refusals_to_remind(last_on=addresses.last_on, today=timezone.localdate(at)))
    take_back_links(purpose=PURPOSE, about_id=invitation.pk, at=at)
    for email in addresses.emails:
        _send(invitation, email, at=at)
    facts: dict[str, Any] = {"setting": invitation.provider, "collaboration": invitation.collaboration}
    record(Action.INVITATION_REMINDED, about=invitation, by=by, **facts)
    return invitation


class Invited(NamedTuple):
    """To whom the email of an invitation goes."""

    email: str
    full_name: str


def _people_to_invite(
    provider: Provider, *, email: str, full_name: str, is_vouched_for: bool, today: date
) -> list[Invited]:
    """The managers that are known, each by the account's own name; where none is, whoever an officer names."""
    if not email:
        managers = [Invited(user.email, user.full_name) for user in people_managing(provider, on=today)]
        refuse(joining.refusals_of_unknown(is_anybody_known=bool(managers), is_vouched_for=is_vouched_for))
        return managers
    known = is_at_setting(email, provider, on=today)
    refuse(joining.refusals_of_address(is_known_there=known, is_vouched_for=is_vouched_for))
    account = person_here_with_address(email)
    return [Invited(email, account.full_name if account else one_line(full_name))]


def _send(invitation: Invitation, email: str, *, at: datetime) -> None:
    link = make_link(purpose=PURPOSE, about_id=invitation.pk, email=email, at=at)
    send_email(InvitationSent(invitation_id=invitation.pk, link_id=link.pk))


@transaction.atomic
def accept_invitation(
    *,
    invitation: Invitation,
    by: User | None,
    at: datetime,
    joins_on: date | None = None,
    link: TaskLink | None = None,
) -> Invitation:
    """The setting becomes a member from ``joins_on``, or from today where no day is said.

    By the ``link``, the invited person does it, and is recorded at the setting.

    Raises ValidationError when the day has passed or is far away, it is answered or taken back, the link is
    used, its address is not known at the setting any more, or the group takes nobody meanwhile.
    """
    take_turn()
    invitation = invitation_for_update(invitation.pk)
    if _pressed_twice(invitation, State.ACCEPTED, link):
        return invitation
    _must_wait(invitation, at)
    today = timezone.localdate(at)
    refuse(joining.refusals_of_first_day(joins_on=joins_on or today, today=today))
    by = _person_of(invitation, link, at=at) if link is not None else by
    if by is None:
        raise ValueError("somebody accepts: by a link, or signed in")
    with acting_as(by.pk):
        membership = membership_from(
            invitation.provider, invitation.collaboration, on=joins_on or today, by=by
        )
        invitation.membership = membership
        _answer(invitation, State.ACCEPTED, by=by, at=at)
    return invitation


@transaction.atomic
def decline_invitation(
    *, invitation: Invitation, by: User | None, at: datetime, link: TaskLink | None = None
) -> Invitation:
    """Say no, which needs no reason.

    Nobody gets an account by declining, so by the link ``by`` may be nobody we know.
    """
    take_turn()
    invitation = invitation_for_update(invitation.pk)
    if _pressed_twice(invitation, State.DECLINED, link):
        return invitation
    _must_wait(invitation, at)
    if link is not None:
        use_link(link=link, at=at)
        by = link.user
    _answer(invitation, State.DECLINED, by=by, at=at)
    return invitation


@transaction.atomic
def withdraw_invitation(*, invitation: Invitation, by: User, at: datetime) -> Invitation:
    """Take an invitation back before it is answered; its link ends.

    Raises ValidationError when it is answered.
    """
    take_turn()
    invitation = invitation_for_update(invitation.pk)
    if invitation.state == State.WITHDRAWN:
        return invitation  # pressed twice
    _must_wait(invitation, at)
    invitation.state = State.WITHDRAWN
    save_in_words(invitation, fields=["state"])
    take_back_links(purpose=PURPOSE, about_id=invitation.pk, at=at)
    facts: dict[str, Any] = {"setting": invitation.provider, "collaboration": invitation.collaboration}
    record(Action.INVITATION_WITHDRAWN, about=invitation, by=by, **facts)
    return invitation


@transaction.atomic
def send_invitation_link_again(*, link: TaskLink, at: datetime) -> None:
    """Send a new link to the invited address, on the request of whoever has the old one.

    Pressed twice, one email goes.
    """
    invitation = invitation_for_update(link.about_id)
    _must_wait(invitation, at)
    new = renew_link(link=link, at=at)
    if new is None:
        return
    facts: dict[str, Any] = {"setting": invitation.provider, "subject": invitation.collaboration}
    record(Action.LINK_SENT_AGAIN, about=invitation, by=link.user, **facts)
    send_email(InvitationSent(invitation_id=invitation.pk, link_id=new.pk))


def _person_of(invitation: Invitation, link: TaskLink, *, at: datetime) -> User:
    """Use the link up; whoever holds it has shown that the address is theirs.

    Recorded as a manager unless known at the setting.

    Raises ValidationError when the address is not known there any more and no officer vouched for it.
    """
    use_link(link=link, at=at)
    today = timezone.localdate(at)
    known = is_at_setting(link.email, invitation.provider, on=today)
    refuse(joining.refusals_of_answer(is_known_there=known, is_vouched_for=invitation.is_vouched_for))
    person = register_person(email=link.email, full_name=invitation.full_name)
    if not known:
        facts: dict[str, Any] = {
            "email": person.email,
            "full_name": person.full_name,
            "role": SettingRole.Role.MANAGER,
            "starts_on": today,
        }
        # Given by whoever invited: nobody adds oneself (A1)
        add_person_of_setting(provider=invitation.provider, by=invitation.sent_by, **facts)
    return person


def _answer(invitation: Invitation, state: InvitationState, *, by: User | None, at: datetime) -> None:
    invitation.state, invitation.answered_at = state, at
    save_in_words(invitation, fields=["state", "answered_at", "membership"])
    take_back_links(purpose=PURPOSE, about_id=invitation.pk, at=at)
    outcome = invitation.get_state_display()
    if by is None:
        outcome = _("%(outcome)s by %(person)s, by the link in the email") % {
            "outcome": outcome,
            "person": invitation.full_name,
        }
    facts: dict[str, Any] = {
        "setting": invitation.provider,
        "collaboration": invitation.collaboration,
        "outcome": outcome,
    }
    record(Action.INVITATION_ANSWERED, about=invitation, by=by, **facts)
    leaders = leading_people(invitation.collaboration, on=timezone.localdate(at))
    for leader in leaders.exclude(pk=by.pk) if by else leaders:
        send_email(InvitationAnswered(invitation_id=invitation.pk, user_id=leader.pk))


def _pressed_twice(invitation: Invitation, wanted: InvitationState, link: TaskLink | None) -> bool:
    """Whether somebody signed in gives the answer that is there.

    By a link it is said in words: the link is used.
    """
    return link is None and invitation.state == wanted


def _must_wait(invitation: Invitation, at: datetime) -> None:
    """Raise ValidationError, with what became of it, unless the invitation waits for an answer."""
    if invitation.state == State.SENT:
        return
    if invitation.state == State.WITHDRAWN:
        raise ValidationError(_("The members have taken this invitation back."))
    words = {"outcome": invitation.get_state_display(), "when": instant_in_words(invitation.answered_at)}
    raise ValidationError(_("This invitation was answered on %(when)s: %(outcome)s.") % words)
