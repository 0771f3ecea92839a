"""News of allauth, which writes passwords, email addresses and second factors itself: told on, so that it is
in the audit log, that other sessions end, and that the person hears of it at the address in force before.
"""

from __future__ import annotations

from functools import partial
from typing import Any

from allauth.account import signals as account
from allauth.core import context as current
from allauth.mfa import signals as factors
from allauth.mfa.models import Authenticator
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.db import transaction
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.addresses import person_with_address
from accounts.models import User
from accounts.rules import EventKind
from accounts.selectors import SECOND_FACTORS, authorities_of
from accounts.services.factors import rewrite_factors, use_app_code
from accounts.services.notices import tell_of_account
from accounts.services.sessions import end_sessions, keep_session, record_factor_set_up, start_session
from accounts.signals import account_changed
from accounts.visits import has_proved_second_factor, note
from core.keys import Use, keys_of
from core.malware import malware_found
from core.scoping import authority_id_or_none, authority_scope

PASSWORDS = {
    account.password_changed: "changed",
    account.password_set: "set",
    account.password_reset: "reset",
}
EMAILS = {
    account.email_added: "added",
    account.email_confirmed: "confirmed",
    account.email_removed: "removed",
}
FACTORS = {
    factors.authenticator_added: "added",
    factors.authenticator_removed: "removed",
    factors.authenticator_reset: "reset",
}


@receiver(list(PASSWORDS), dispatch_uid="accounts.passwords")
def tell_of_password(sender: Any, *, signal: Any, user: User, **kwargs: Any) -> None:
    _tell(f"password_{PASSWORDS[signal]}", user)


@receiver(list(EMAILS), dispatch_uid="accounts.emails")
def tell_of_email(sender: Any, *, signal: Any, email_address: Any, **kwargs: Any) -> None:
    _tell(f"email_{EMAILS[signal]}", email_address.user, email=email_address.email)
    if signal is account.email_added:
        user = email_address.user
        tell_of_account(user=user, kind="email_added", at=timezone.now(), detail=email_address.email)


@receiver(account.email_changed, dispatch_uid="accounts.email_changed")
def tell_of_main_email(
    sender: Any, *, user: User, from_email_address: Any, to_email_address: Any, **kwargs: Any
) -> None:
    before = from_email_address.email if from_email_address else ""
    _tell("email_changed", user, email=to_email_address.email, before=before)
    request = _request_of(user)
    if request is not None:  # the other sessions have ended: each holds the address that was
        keep_session(request=request)


@receiver(user_logged_in, dispatch_uid="accounts.session_started")
def note_start(sender: Any, *, request: HttpRequest, user: User, **kwargs: Any) -> None:
    start_session(request=request, user=user)


@receiver(post_save, sender=Authenticator, dispatch_uid="accounts.factor_made")
def act_on_new_factor(
    sender: Any, *, instance: Authenticator, created: bool, raw: bool = False, **kwargs: Any
) -> None:
    """In the transaction of the change, whoever makes it: allauth's own signals come after the commit.

    Recovery codes that are made along with a factor are no change of their own: one act, one email.
    """
    if not created or raw:
        return
    request = _request_of(instance.user)
    is_factor = instance.type in SECOND_FACTORS
    proves = False
    if request is not None:
        others = Authenticator.objects.filter(user=instance.user, type__in=SECOND_FACTORS)
        had_none = not others.exclude(pk=instance.pk).exists()
        proves = is_factor and (had_none or has_proved_second_factor(request))
    end_sessions(user=instance.user, keep=request)
    if request is not None:
        if instance.type == Authenticator.Type.TOTP:  # the code that set it up signs nobody in
            use_app_code(factor_id=instance.pk, code=request.POST.get("code", ""), at=timezone.now())
        if proves:
            record_factor_set_up(
                request=request, user=instance.user, factor_id=instance.pk, factor_type=instance.type
            )
        if is_factor:
            request.factor_set_up = True  # type: ignore[attr-defined]
        elif getattr(request, "factor_set_up", False):
            return
        tell_of_account(user=instance.user, kind=f"{instance.type}_added", at=timezone.now())


@receiver(post_delete, sender=Authenticator, dispatch_uid="accounts.factor_gone")
def act_on_lost_factor(sender: Any, *, instance: Authenticator, **kwargs: Any) -> None:
    request = _request_of(instance.user)
    end_sessions(user=instance.user, keep=request)
    if request is not None and instance.type in SECOND_FACTORS:
        tell_of_account(user=instance.user, kind=f"{instance.type}_removed", at=timezone.now())


def _request_of(user: User) -> HttpRequest | None:
    """The request in hand, where it is this person's own."""
    request: HttpRequest | None = current.request
    own = request is not None and request.user.is_authenticated and request.user.pk == user.pk
    return request if own else None


@receiver(list(FACTORS), dispatch_uid="accounts.factors")
def tell_of_factor(
    sender: Any, *, signal: Any, user: User, authenticator: Authenticator, **kwargs: Any
) -> None:
    kinds = {
        Authenticator.Type.TOTP: _("an authenticator app"),
        Authenticator.Type.WEBAUTHN: _("a passkey"),
        Authenticator.Type.RECOVERY_CODES: _("recovery codes"),
    }
    _tell(f"factor_{FACTORS[signal]}", user, factor=kinds[Authenticator.Type(authenticator.type)])


@receiver(user_logged_in, dispatch_uid="accounts.signed_in")
def note_sign_in(sender: Any, *, request: Any, user: User, **kwargs: Any) -> None:
    note(request, EventKind.SIGNED_IN, person=user)


@receiver(user_logged_out, dispatch_uid="accounts.signed_out")
def note_sign_out(sender: Any, *, request: Any, user: User | None, **kwargs: Any) -> None:
    if user is not None:
        note(request, EventKind.SIGNED_OUT, person=user)


@receiver(user_login_failed, dispatch_uid="accounts.sign_in_failed")
def note_failure(sender: Any, *, credentials: dict[str, Any], request: Any = None, **kwargs: Any) -> None:
    """The person whose address was typed, if there is one: they see their own, a manager their people's."""
    address = str(credentials.get("email") or "")
    person = person_with_address(address)
    note(request, EventKind.SIGN_IN_FAILED, person=person, address=address)


@receiver(account.login_code_rejected, dispatch_uid="accounts.code_failed")
def note_code(sender: Any, *, request: Any, user: User, **kwargs: Any) -> None:
    note(request, EventKind.CODE_FAILED, person=user)


@receiver(account.email_verification_code_rejected, dispatch_uid="accounts.address_code_failed")
def note_address_code(sender: Any, *, request: Any, user: User, **kwargs: Any) -> None:
    note(request, EventKind.CODE_FAILED, person=user)


@receiver(factors.authentication_failed, dispatch_uid="accounts.factor_failed")
def note_factor(sender: Any, *, request: Any, user: User, **kwargs: Any) -> None:
    note(request, EventKind.FACTOR_FAILED, person=user)


@receiver(malware_found, dispatch_uid="accounts.malware_found")
def note_malware(sender: Any, **kwargs: Any) -> None:
    """Of whoever uploads it. Files of commands at the machine are in the log alone."""
    request: HttpRequest | None = current.request
    if request is not None and request.user.is_authenticated:
        note(request, EventKind.MALWARE_FOUND, person=request.user)


def _tell(action: str, user: User, **facts: str) -> None:
    """In the authority whose page it was; from a page of the platform, or of a stranger's authority, in each
    of the person's own.
    """
    own = list(authorities_of(user))
    if authority_id_or_none() in {authority.pk for authority in own}:
        _send(action, user, facts)
        return
    for authority in own:  # after the commit, where no other authority is in scope
        transaction.on_commit(partial(_send_in, authority.pk, action, user, facts), robust=True)


def _send_in(authority_id: int, action: str, user: User, facts: dict[str, str]) -> None:
    with authority_scope(authority_id):
        _send(action, user, facts)


def _send(action: str, user: User, facts: dict[str, str]) -> None:
    account_changed.send(User, action=action, about=user, by=user, facts=facts)


@receiver(user_logged_in, dispatch_uid="accounts.rewrite_factors")
def rewrite_factors_of(sender: Any, *, user: User, **kwargs: Any) -> None:
    """After a change of keys, at use: what the older key has locked is locked by the newer one."""
    if len(keys_of(Use.SECOND_FACTORS)) > 1:
        rewrite_factors(user_id=user.pk)
