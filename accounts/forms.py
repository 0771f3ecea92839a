"""allauth's forms for a second factor, with guesses counted as those of passwords are and failures noted."""

from __future__ import annotations

from typing import Any

from allauth.core import context
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base import forms
from allauth.mfa.webauthn import forms as passkeys
from django.core.exceptions import ValidationError

from accounts.rules import EventKind
from accounts.visits import begin_guess, note


class CountedCode:
    """Mixin: a wrong code is counted by person and client."""

    user: Any

    def clean_code(self) -> str:
        guess = begin_guess(context.request, "factor", self.user.email)
        try:
            code: str = super().clean_code()  # type: ignore[misc]
        except ValidationError:
            guess.was_wrong()
            raise
        guess.was_right()
        return code


class AuthenticateForm(CountedCode, forms.AuthenticateForm):
    pass


class ReauthenticateForm(CountedCode, forms.ReauthenticateForm):
    pass


class NotedPasskey:
    """Mixin: a passkey that does not fit is an event. allauth tells of codes only."""

    user: Any

    def clean_credential(self) -> Any:
        try:
            return super().clean_credential()  # type: ignore[misc]
        except (ValidationError, KeyError, TypeError, ValueError) as error:
            # The last three: what was sent is no passkey's answer at all, which allauth lets through.
            note(context.request, EventKind.FACTOR_FAILED, person=self.user)
            if isinstance(error, ValidationError):
                raise
            raise get_adapter().validation_error("incorrect_code") from None


class AuthenticateWebAuthnForm(NotedPasskey, passkeys.AuthenticateWebAuthnForm):
    pass


class LoginWebAuthnForm(NotedPasskey, passkeys.LoginWebAuthnForm):
    pass


class ReauthenticateWebAuthnForm(NotedPasskey, passkeys.ReauthenticateWebAuthnForm):
    pass
