"""Forms of an invited person; and allauth's forms for a second factor, with guesses counted as those of
passwords are.
"""

from __future__ import annotations

from typing import Any

from allauth.account.forms import RequestLoginCodeForm
from allauth.core import context
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base import forms
from allauth.mfa.webauthn import forms as passkeys
from django import forms as django_forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.addresses import account_of_invited
from accounts.rules import EventKind
from accounts.services.factors import use_app_code
from accounts.visits import begin_guess, note
from core.forms.base import Form
from core.forms.fields import LineField
from core.forms.widgets import Radios


class AnswerInvitationForm(Form):
    """Yes or no to belonging to an authority."""

    ACCEPT, DECLINE = "accept", "decline"
    answer = django_forms.ChoiceField(
        label=_("Your answer"),
        choices=((ACCEPT, _("Yes, I accept")), (DECLINE, _("No, I do not want this"))),
        widget=Radios,
        error_messages={"required": _("Select yes or no.")},
    )


class RequestCodeForm(RequestLoginCodeForm):
    """Asking for a code to sign in with: who is invited here may, without an account, which it makes.

    The code proves the address. The page answers alike whoever asks.
    """

    def clean_email(self) -> str:
        if email := self.cleaned_data["email"]:
            account_of_invited(email)
        answer: str = super().clean_email()
        return answer


class CountedCode:
    """Mixin: a wrong code is counted by person and client, and one that was used before is wrong."""

    user: Any
    authenticator: Any

    def clean_code(self) -> str:
        guess = begin_guess(context.request, "factor", self.user.email)
        try:
            code: str = super().clean_code()  # type: ignore[misc]
            self._use_up(code)
        except ValidationError:
            guess.was_wrong()
            raise
        guess.was_right()
        return code

    def _use_up(self, code: str) -> None:
        factor = self.authenticator
        if factor.type != factor.Type.TOTP:
            return  # allauth crosses out a recovery code itself, in the row
        if not use_app_code(factor_id=factor.pk, code=code, at=timezone.now()):
            self._emit_authentication_failed(factor)  # type: ignore[attr-defined]
            raise get_adapter().validation_error("incorrect_code")


class AuthenticateForm(CountedCode, forms.AuthenticateForm):
    code = LineField(label=_("Code"), widget=forms.AuthenticateForm.base_fields["code"].widget)


class ReauthenticateForm(CountedCode, forms.ReauthenticateForm):
    code = LineField(label=_("Code"), widget=forms.ReauthenticateForm.base_fields["code"].widget)


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
