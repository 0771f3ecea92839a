"""Writes about people."""

from __future__ import annotations

from allauth.account.models import EmailAddress
from django.db import transaction

from accounts.models import Affiliation, User
from accounts.signals import account_changed
from core.scoping import current_authority_id
from core.text import one_line


@transaction.atomic
def register_person(
    *, email: str, full_name: str, by: User | None = None, password: str | None = None
) -> User:
    """The account with this e-mail address, made if there is none, affiliated to the authority in scope.

    An account without a password signs in by a one-time code. An existing person's name is left as it is.
    """
    email = email.strip().lower()
    user = User.objects.filter(email=email).first()
    if user is None:
        user = User.objects.create_user(email=email, full_name=one_line(full_name), password=password)
        EmailAddress.objects.create(user=user, email=email, primary=True, verified=True)
    _made_here = Affiliation.objects.get_or_create(user=user, authority_id=current_authority_id())[1]
    if _made_here:
        account_changed.send(User, action="person_added", about=user, by=by, facts={})
    return user
