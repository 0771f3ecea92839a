"""The life of an account: locked, unlocked, closed, sessions ended, invited again (A2, decision 0027)."""

from __future__ import annotations

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts import rules
from accounts.addresses import addresses_of
from accounts.decisions import Decision
from accounts.models import CLAIM_PERIOD, Affiliation, Authority, RoleAppointment, TaskLink, User, holds_on
from accounts.rules import AccountStep, Mover
from accounts.selectors import (
    affiliation_here,
    authority_ids_of,
    forget_what_was_read,
    is_last_manager,
    state_of,
)
from accounts.services.appointments import end_appointment, withdraw_appointment
from accounts.services.notices import tell_of_account
from accounts.services.roles import ROLE
from accounts.services.sessions import end_sessions
from accounts.signals import account_changed
from core.scoping import authority_scope, current_authority_id
from core.text import several_lines


@transaction.atomic
def lock_account(*, user: User, by: User, at: datetime, reason: str, has_left: bool = False) -> None:
    """Block a person in the authority in scope, from the next request on; others are not concerned, and
    sessions go on there.

    Emails stop, and links in those that were sent. ``has_left`` ends every role over the authority too.
    Raises ValidationError where A2 refuses it, or at "reason" where there is none.
    """
    tie = _take_turn(user, AccountStep.LOCK, by=by, at=at)
    if not (reason := several_lines(reason)):
        raise ValidationError({"reason": _("Enter why you block this person.")})
    if has_left:
        _end_roles(user, by=by, at=at)
    tie.locked_at, tie.locked_by = at, by
    tie.save(update_fields=["locked_at", "locked_by"])
    withdraw_links(user, at=at)
    Decision.objects.create(user=user, kind=Decision.Kind.BLOCKED, reason=reason, by=by, at=at)
    _record("account_locked", user, by=by, why=reason)
    tell_of_account(user=user, kind="locked", at=at)
    forget_what_was_read(user)


@transaction.atomic
def unlock_account(*, user: User, by: User, at: datetime) -> None:
    """Open the authority in scope to a person again. What they are appointed to holds as before."""
    tie = _take_turn(user, AccountStep.UNLOCK, by=by, at=at)
    tie.locked_at = tie.locked_by = None
    tie.save(update_fields=["locked_at", "locked_by"])
    Decision.objects.create(user=user, kind=Decision.Kind.OPENED, by=by, at=at)
    _record("account_unlocked", user, by=by)
    tell_of_account(user=user, kind="unlocked", at=at)
    forget_what_was_read(user)


@transaction.atomic
def end_sessions_of(*, user: User, by: User, at: datetime) -> None:
    """Sign a person out everywhere: a device was lost, or a password seen."""
    _take_turn(user, AccountStep.END_SESSIONS, by=by, at=at)
    _record("sessions_ended", user, by=by)
    tell_of_account(user=user, kind="sessions_ended", at=at)
    end_sessions(user=user)


@transaction.atomic
def invite_again(*, user: User, by: User, at: datetime) -> None:
    """Give somebody who has never signed in more time to do so."""
    _take_turn(user, AccountStep.INVITE_AGAIN, by=by, at=at)
    user.claim_by = at + CLAIM_PERIOD
    user.save(update_fields=["claim_by"])
    _record("invited_again", user, by=by)
    tell_of_account(user=user, kind="invited_again", at=at)


@transaction.atomic
def close_account(*, user: User, at: datetime) -> None:
    """End a whole account, in every authority: the platform operator's task. Rows stay, as history does.

    Raises ValidationError when it is closed already. Call it with no authority in scope.
    """
    user = User.objects.select_for_update().get(pk=user.pk)
    _refuse_for_operator(AccountStep.CLOSE, is_active=user.is_active)
    user.is_active = False
    user.save(update_fields=["is_active"])
    for authority_id in authority_ids_of(user):
        with authority_scope(authority_id):
            withdraw_links(user, at=at)
            _record("account_closed", user, by=None)
    tell_of_account(user=user, kind="closed", at=at)
    end_sessions(user=user)


@transaction.atomic
def reopen_account(*, user: User, at: datetime) -> None:
    """Let a closed account sign in again. Locks of authorities stay."""
    user = User.objects.select_for_update().get(pk=user.pk)
    _refuse_for_operator(AccountStep.REOPEN, is_active=user.is_active)
    user.is_active = True
    user.save(update_fields=["is_active"])
    for authority_id in authority_ids_of(user):
        with authority_scope(authority_id):
            _record("account_reopened", user, by=None)
    tell_of_account(user=user, kind="reopened", at=at)


def _take_turn(user: User, step: AccountStep, *, by: User, at: datetime) -> Affiliation:
    """The tie of the person to this authority, locked, once A2 allows the step.

    One at a time in an authority: two managers who lock each other leave one. Raises ValidationError.
    """
    Authority.objects.select_for_update(no_key=True).get(pk=current_authority_id())
    tie = affiliation_here(user, for_update=True)
    if tie is None:
        raise ValidationError(_("This person has nothing to do with this authority."))
    reason = rules.refused_step(
        step,
        state=state_of(tie, at=at),
        by=Mover.MANAGER,
        to_oneself=user.pk == by.pk,
        is_last_manager=step is AccountStep.LOCK and is_last_manager(user, on=timezone.localdate(at)),
    )
    if reason is not None:
        raise ValidationError(reason.in_words(_))
    return tie


def _refuse_for_operator(step: AccountStep, *, is_active: bool) -> None:
    state = rules.AccountState.ACTIVE if is_active else rules.AccountState.CLOSED
    reason = rules.refused_step(step, state=state, by=Mover.OPERATOR, to_oneself=False)
    if reason is not None:
        raise ValidationError(reason.in_words(_))


def _end_roles(user: User, *, by: User, at: datetime) -> None:
    """End roles over the authority that hold today, and take back those that begin today or later."""
    today = timezone.localdate(at)
    for role in RoleAppointment.objects.filter(Q(starts_on__gte=today) | holds_on(today), user=user):
        if role.starts_on >= today:
            withdraw_appointment(ROLE, role, today=today, by=by)
        else:
            end_appointment(ROLE, role, ends_on=today, by=by)


def withdraw_links(user: User, *, at: datetime) -> None:
    """End the open links that were sent to a person, by account or by address."""
    open_links = {"used_at": None, "withdrawn_at": None}
    own = TaskLink.objects.filter(user=user, **open_links)
    typed = TaskLink.objects.filter(user=None, email__in=addresses_of(user), **open_links)
    (own | typed).update(withdrawn_at=at)


def _record(action: str, user: User, *, by: User | None, **facts: str) -> None:
    account_changed.send(User, action=action, about=user, by=by, facts=facts)
