"""Emails to a person about their own account: every change of password, address and second factor (A2)."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from django.db import transaction

from accounts.emails.account import AccountChanged
from accounts.emails.bases import platform
from accounts.models import AccountNotice, User
from accounts.selectors import authority_ids_of
from accounts.signals import email_wanted
from core.scoping import authority_id_or_none, authority_scope


def tell_of_account(*, user: User, kind: str, at: datetime, email: str = "", detail: str = "") -> None:
    """Ask for the email about a change of somebody's account, to the address in force before the change.

    It goes out in the name of the authority in scope where the person belongs to it, else of the one they
    have belonged to longest; in the platform's name where there is none.
    """
    notice = AccountNotice(user=user, kind=kind, email=email or user.email, at=at, detail=detail)
    ids = authority_ids_of(user)
    if authority_id_or_none() in ids:
        _ask_for(notice)
    elif ids:
        # After the commit, where no other authority is in scope
        transaction.on_commit(partial(_ask_in, ids[0], notice), robust=True)
    else:
        transaction.on_commit(partial(_send_for_platform, notice), robust=True)


@transaction.atomic
def clear_notices(*, before: datetime) -> int:
    """Drop what was told long ago, in the authority in scope; answers how many."""
    return AccountNotice.objects.filter(at__lt=before).delete()[0]


def _ask_for(notice: AccountNotice) -> None:
    notice.save()
    email_wanted.send(AccountNotice, email=AccountChanged(notice_id=notice.pk))


def _ask_in(authority_id: int, notice: AccountNotice) -> None:
    with authority_scope(authority_id):
        _ask_for(notice)


def _send_for_platform(notice: AccountNotice) -> None:
    """Straight away: the outbox keeps the emails of authorities."""
    AccountChanged(notice_id=0).send_loaded(notice, authority=platform())
