"""The page of a security event in words, by the pattern of its address (A3)."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from django.utils.translation import gettext_noop

#: The route of the first page, whose own pattern is empty.
HOME = "/"
#: The pages at which most events happen, and those whose pattern says nothing to a reader.
TITLES: Mapping[str, str] = {
    HOME: gettext_noop("Home page"),
    "accounts/login/": gettext_noop("Sign in"),
    "accounts/logout/": gettext_noop("Sign out"),
    "accounts/login/code/": gettext_noop("Sign in: ask for a code by email"),
    "accounts/login/code/confirm/": gettext_noop("Sign in: code from an email"),
    "accounts/2fa/authenticate/": gettext_noop("Sign in: second factor"),
    "accounts/2fa/webauthn/login/": gettext_noop("Sign in: passkey"),
    "accounts/oidc/<str:provider_id>/login/callback/": gettext_noop("Sign in: council account"),
    "accounts/reauthenticate/": gettext_noop("Confirm your password"),
    "accounts/2fa/reauthenticate/": gettext_noop("Confirm your second factor"),
    "accounts/2fa/webauthn/reauthenticate/": gettext_noop("Confirm your passkey"),
    "accounts/2fa/totp/activate/": gettext_noop("Set up an authenticator app"),
    "accounts/2fa/": gettext_noop("Second step of sign-in"),
    "account/": gettext_noop("Your account"),
    "accounts/email/": gettext_noop("Your email address"),
    "accounts/confirm-email/": gettext_noop("Your email address: code from an email"),
    "accounts/password/change/": gettext_noop("Change your password"),
    "accounts/password/reset/": gettext_noop("Forgotten password: ask for an email"),
    "accounts/^password/reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$": gettext_noop(
        "Forgotten password: link from an email"
    ),
    "join/": gettext_noop("Invitation to this authority"),
    "join/<str:token>/": gettext_noop("Invitation to this authority: link from an email"),
    "collaborations/invitations/by-link/<str:token>/": gettext_noop(
        "Invitation to a collaboration: link from an email"
    ),
    "collaborations/staff-told/<str:token>/": gettext_noop("Staff know: link from an email"),
    "collaborations/ways-of-working/answer/<str:token>/": gettext_noop(
        "Answer about ways of working: link from an email"
    ),
    "staff-return/<str:token>/": gettext_noop("Staff return: link from an email"),
    "audit/": gettext_noop("Audit log"),
    "audit/security/": gettext_noop("Security events"),
    "collaborations/": gettext_noop("Collaborations"),
    "collaborations/<int:pk>/": gettext_noop("A collaboration"),
    "settings/<int:pk>/": gettext_noop("A setting"),
    "leadership/": gettext_noop("Cases"),
    "leadership/<int:pk>/": gettext_noop("A case"),
    "admin/": gettext_noop("Admin"),
}
_PART = re.compile(r"\(\?P<\w+>[^()]*\)|<[^<>]*>")
_SIGNS = str.maketrans("", "", "^$\\")


def page_in_words(route: str, translate: Callable[[str], str]) -> str:
    """Its title; of another page the address, with "…" in place of numbers and keys."""
    if route in TITLES:
        return translate(TITLES[route])
    return _PART.sub("…", route).translate(_SIGNS)
