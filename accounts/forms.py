"""allauth's forms for a second factor, with guesses counted as those of passwords are."""

from __future__ import annotations

from typing import Any

from allauth.core import context
from allauth.mfa.base import forms
from django.core.exceptions import ValidationError

from accounts.visits import begin_guess


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
