"""A wrong name or address, and two accounts of one person (A2, decision 0049).

Who has never signed in is corrected at once. Everybody else confirms, by a link to the new address (to the own
one where only the name changes, to that of the account that stays where two become one); the other is told.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts import rules
from accounts.addresses import (
    change_main_address,
    make_account,
    normal_address,
    person_here_with_address,
    person_with_address,
)
from accounts.decisions import Correction
from accounts.emails.corrections import CorrectionAsked
from accounts.models import Affiliation, PersonInvitation, RoleAppointment, TaskLink, User
from accounts.permissions import Permission
from accounts.rules import AccountState, Way
from accounts.selectors import affiliation_here, forget_what_was_read, state_of
from accounts.services.appointments import KINDS, end_everything_of
from accounts.services.life import withdraw_links
from accounts.services.links import make_link, take_back_links, use_link
from accounts.services.moving import put_in_place, take_over
from accounts.services.notices import tell_of_account
from accounts.services.people import PURPOSE as INVITATION
from accounts.services.people import send_invitation_again
from accounts.services.sessions import end_sessions
from accounts.signals import account_changed, email_wanted
from core.reasons import Reason
from core.saving import clash_in_words
from core.scoping import current_authority_id
from core.text import one_line, several_lines

State = Correction.State
#: What the link of a correction is for.
PURPOSE = "accounts.correction"
OPEN = (AccountState.INVITED, AccountState.LAPSED, AccountState.ACTIVE)


def way_to_correct(person: User) -> Way:
    """At once, while the person has never signed in and no other authority knows the account."""
    if person.invited_to_id is not None:
        return Way.AT_ONCE
    return Way.AT_ONCE if person.claim_by is not None and _is_only_here(person) else Way.PROPOSED


@transaction.atomic
def correct_person(
    *, person: User, full_name: str, email: str, reason: str, by: User, at: datetime
) -> Correction | None:
    """Change a wrong name or address of somebody here at once, or ask the person to confirm the change.

    Answers what waits for the person, None where it is done. Somebody who has never signed in is invited at
    the new address, and what was given here goes with the invitation: the account of the wrong address opens
    nothing here any more. Raises ValidationError where A2 refuses it, also at "full_name", "email", "reason".
    """
    tie = _tie_for_update(person)
    full_name, email, reason = one_line(full_name), normal_address(email), several_lines(reason)
    if not full_name:
        raise ValidationError({"full_name": _("Enter the full name.")})
    way = way_to_correct(person)
    _refuse(
        rules.refused_correction(
            to_oneself=person.pk == by.pk,
            changes=(full_name, email) != (person.full_name, normal_address(person.email)),
            is_open=person.invited_to_id is not None or state_of(tie, at=at) in OPEN,
            way=way,
            manages=by.has_perm(Permission.MANAGE_PEOPLE),
            of_team=holds_role(person, on=timezone.localdate(at)),
        )
    )
    if not reason:
        raise ValidationError({"reason": _("Enter why you change this.")})
    _refuse_taken(email, person)
    _take_back_waiting(person, at=at)
    if way is Way.PROPOSED:
        return _propose(
            Correction(user=person, full_name=full_name, email=email, reason=reason, proposed_by=by), at=at
        )
    before = {"name": [person.full_name, full_name], "address": [person.email, email]}
    person = _corrected(person, full_name=full_name, email=email, by=by, at=at)
    facts = {"why": reason, **{name: value for name, value in before.items() if value[0] != value[1]}}
    account_changed.send(User, action="person_corrected", about=person, by=by, facts=facts)
    return None


@transaction.atomic
def propose_merge(*, into: User, closed: User, reason: str, by: User, at: datetime) -> Correction:
    """Ask the person whose two accounts these are to confirm that ``into`` takes everything here over.

    Raises ValidationError where A2 or A1 refuses it, or at "reason" where there is none.
    """
    into_tie, closed_tie = _tie_for_update(into), _tie_for_update(closed)
    _refuse(
        rules.refused_merge(
            same=into.pk == closed.pk,
            has_own=by.pk in (into.pk, closed.pk),
            into_is_open=into.invited_to_id is None and state_of(into_tie, at=at) in OPEN,
        )
    )
    if closed_tie.merged_into_id is not None:
        raise ValidationError(_("This account is merged already."))
    if not (reason := several_lines(reason)):
        raise ValidationError({"reason": _("Enter how you know that this is one person.")})
    _take_back_waiting(closed, at=at)
    names = {"full_name": into.full_name, "email": normal_address(into.email)}
    return _propose(Correction(user=closed, into=into, reason=reason, proposed_by=by, **names), at=at)


@transaction.atomic
def take_back_correction(*, correction: Correction, by: User, at: datetime) -> None:
    """Take back what waits for the person; its link ends. Raises ValidationError when it is answered."""
    correction = _waiting(correction)
    _close(correction, State.WITHDRAWN, at=at)
    _record("correction_withdrawn", correction, by=by)


@transaction.atomic
def decline_correction(*, link: TaskLink, at: datetime) -> None:
    """The person says that it is not right. Raises ValidationError when it is answered or the link used."""
    correction = _waiting(Correction.objects.get(pk=link.about_id))
    use_link(link=link, at=at)
    _close(correction, State.DECLINED, at=at)
    _record("correction_declined", correction, by=None)


@transaction.atomic
def confirm_correction(*, link: TaskLink, at: datetime) -> User:
    """Carry out what the person confirms by the link; answers the account that the person has here now.

    Raises ValidationError when it is answered, the link is used, or somebody here has the address meanwhile.
    """
    correction = _waiting(Correction.objects.get(pk=link.about_id))
    use_link(link=link, at=at)
    person = correction.user
    tie = _tie_for_update(person)
    if person.invited_to_id is None and state_of(tie, at=at) not in (*OPEN, AccountState.LOCKED):
        raise ValidationError(_("This account is blocked, merged or closed. Ask the team."))
    _close(correction, State.CONFIRMED, at=at)
    if correction.into is not None:
        return _merge(correction, into=correction.into, at=at)
    if state_of(tie, at=at) not in OPEN:
        raise ValidationError(_("This account is blocked, merged or closed. Ask the team."))
    if correction.email == normal_address(person.email):
        return _rename(correction, at=at)
    _refuse_taken(correction.email, person)
    owner = person_with_address(correction.email)
    if (owner is None and _is_only_here(person)) or owner == person:
        return _readdress(correction, at=at)
    owner = owner or make_account(email=correction.email, full_name=correction.full_name)
    if not owner.is_active:
        raise ValidationError(_("The account with this address is closed. Ask the team for another one."))
    Affiliation.objects.get_or_create(user=owner, authority_id=current_authority_id())
    return _merge(correction, into=owner, at=at)


def _propose(correction: Correction, *, at: datetime) -> Correction:
    """Keep what waits, and write to both addresses: a link to the new one, what is to happen to the old one."""
    person, period = correction.user, rules.CORRECTION_PERIOD
    correction.proposed_at, correction.expires_at = at, at + period
    correction.save()
    link = make_link(purpose=PURPOSE, about_id=correction.pk, email=correction.email, at=at, days=period.days)
    email_wanted.send(Correction, email=CorrectionAsked(correction_id=correction.pk, link_id=link.pk))
    if correction.into is not None:
        tell_of_account(user=person, kind="merge_proposed", at=at, detail=correction.email)
    elif correction.email != normal_address(person.email):
        tell_of_account(user=person, kind="address_proposed", at=at, detail=correction.email)
    _record("correction_proposed", correction, by=correction.proposed_by, why=correction.reason)
    return correction


def _corrected(person: User, *, full_name: str, email: str, by: User, at: datetime) -> User:
    """Somebody who has never signed in, corrected: as a stand-in, or by the name of the account alone."""
    if person.invited_to_id is None:
        if email == normal_address(person.email):
            person.full_name = full_name
            person.save(update_fields=["full_name"])
            tell_of_account(user=person, kind="name_corrected", at=at, detail=full_name)
            return person
        return _invited_instead(person, full_name=full_name, email=email, by=by, at=at)
    moves = email != normal_address(person.email)
    invitation = PersonInvitation.objects.select_for_update(no_key=True).get(user=person)
    person.full_name = invitation.full_name = full_name
    person.email = invitation.email = email
    with clash_in_words({"email": _("Somebody here has this address already.")}):
        person.save(update_fields=["full_name", "email"])
    invitation.save(update_fields=["full_name", "email"])
    if moves and invitation.state == PersonInvitation.State.SENT:
        send_invitation_again(invitation_id=invitation.pk, by=by, at=at)
    return person


def _invited_instead(account: User, *, full_name: str, email: str, by: User, at: datetime) -> User:
    """A stand-in with the right address, to whom everything goes that was given to the account of the wrong one.

    Whether the right address has an account elsewhere makes no difference to anything (decision 0028).
    """
    here = current_authority_id()
    withdraw_links(account, at=at)
    person = User(email=email, full_name=full_name, is_active=False, invited_to_id=here)
    person.set_unusable_password()
    with clash_in_words({"email": _("Somebody here has this address already.")}):
        person.save(force_insert=True)
    Affiliation.objects.filter(user=account, authority_id=here).update(user=person)
    put_in_place(person, of=account)
    words: dict[str, Any] = {"email": email, "full_name": full_name, "invited_by": by, "sent_at": at}
    invitation, _new = PersonInvitation.objects.update_or_create(
        user=person, defaults={**words, "state": PersonInvitation.State.SENT, "answered_at": None}
    )
    send_invitation_again(invitation_id=invitation.pk, by=by, at=at)
    _settle(account, person)
    return person


def _rename(correction: Correction, *, at: datetime) -> User:
    person = correction.user
    person.full_name = correction.full_name
    person.save(update_fields=["full_name"])
    tell_of_account(user=person, kind="name_corrected", at=at, detail=person.full_name)
    _record("correction_confirmed", correction, by=person)
    return person


def _readdress(correction: Correction, *, at: datetime) -> User:
    """Another main address of the account, whose former one is its own no longer; sessions end."""
    person, before = correction.user, correction.user.email
    withdraw_links(person, at=at)
    change_main_address(person, correction.email)
    person.full_name = correction.full_name
    person.save(update_fields=["full_name"])
    end_sessions(user=person)
    tell_of_account(user=person, kind="address_corrected", at=at, email=before, detail=person.email)
    _record("correction_confirmed", correction, by=person)
    return person


def _merge(correction: Correction, *, into: User, at: datetime) -> User:
    """Everything of this authority goes to the account that stays, and the other one is closed here.

    What both have stays with the other account and ends today.
    """
    closed, today = correction.user, timezone.localdate(at)
    for kind in KINDS.values():
        kind.take_turn()
    withdraw_links(closed, at=at)
    invitations = PersonInvitation.objects.filter(user=closed, state=PersonInvitation.State.SENT)
    for invitation in invitations:
        take_back_links(purpose=INVITATION, about_id=invitation.pk, at=at)
    invitations.update(state=PersonInvitation.State.WITHDRAWN, answered_at=at)
    take_over(into, of=closed)
    end_everything_of(closed, today=today, by=into)
    tie = _tie_for_update(closed)
    tie.merged_into, tie.locked_at, tie.locked_by = into, tie.locked_at or at, tie.locked_by
    tie.save(update_fields=["merged_into", "locked_at", "locked_by"])
    _settle(closed, into)
    if correction.into_id is None:
        tell_of_account(user=closed, kind="address_corrected", at=at, detail=into.email)
    else:
        tell_of_account(user=closed, kind="merged", at=at, detail=into.email)
    _record("person_merged", correction, by=into, into=f"{into} ({into.email})")
    return into


def _settle(*people: User) -> None:
    for kind in KINDS.values():
        for person in people:
            kind.settle_person(person)
    for person in people:
        forget_what_was_read(person)


def _tie_for_update(person: User) -> Affiliation:
    tie = affiliation_here(person, for_update=True)
    if tie is None:
        raise ValidationError(_("This person has nothing to do with this authority."))
    return tie


def _is_only_here(person: User) -> bool:
    elsewhere = Affiliation.objects.filter(user=person).exclude(authority_id=current_authority_id())
    return not elsewhere.exists()


def holds_role(person: User, *, on: date) -> bool:
    """Whether somebody has a role over the authority on a day or later."""
    ends_later = Q(ends_on__isnull=True) | Q(ends_on__gt=on)
    return RoleAppointment.objects.filter(ends_later, user=person).exists()


def _refuse_taken(email: str, person: User) -> None:
    other = person_here_with_address(email)
    if other is not None and other.pk != person.pk:
        words = _("%(person)s has this address here already. If it is the same person, merge the two.")
        raise ValidationError({"email": words % {"person": other}})


def _take_back_waiting(person: User, *, at: datetime) -> None:
    """What waited before, too old or not, gives way to what is asked now."""
    for correction in Correction.objects.select_for_update().filter(user=person, state=State.WAITING):
        _close(correction, State.WITHDRAWN, at=at)


def _waiting(correction: Correction) -> Correction:
    row: Correction = Correction.objects.select_for_update(of=("self",)).get(pk=correction.pk)
    if row.state != State.WAITING:
        raise ValidationError(_("This has been answered or taken back."))
    return row


def _close(correction: Correction, state: str, *, at: datetime) -> None:
    correction.state, correction.answered_at = state, at
    correction.save(update_fields=["state", "answered_at"])
    if state != State.CONFIRMED:
        take_back_links(purpose=PURPOSE, about_id=correction.pk, at=at)


def _record(action: str, correction: Correction, *, by: User | None, **facts: str) -> None:
    what = correction.full_name if correction.into_id is None else str(correction.into)
    facts = {"what": f"{what} ({correction.email})", **facts}
    account_changed.send(User, action=action, about=correction.user, by=by, facts=facts)


def _refuse(reason: Reason | None) -> None:
    if reason is not None:
        raise ValidationError(reason.in_words(_))
