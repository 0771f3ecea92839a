"""Forms of an invited person."""

from __future__ import annotations

from allauth.account.forms import RequestLoginCodeForm
from django import forms as django_forms
from django.utils.translation import gettext_lazy as _

from accounts.addresses import account_of_invited
from core.forms.base import Form
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
