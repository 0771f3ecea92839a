"""Forms of an invited person; and allauth's forms for a second factor, with guesses counted as those of
passwords are.
"""

from __future__ import annotations

import struct
from typing import Any

from allauth.account.forms import RequestLoginCodeForm
from allauth.core import context
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base import forms
from allauth.mfa.webauthn import forms as passkeys
from django import forms as django_forms
from django.core.exceptions import ValidationError
from django.forms.fields import InvalidJSONInput
from django.utils import timezone
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext_lazy as _
from fido2.webauthn import AuthenticationResponse

from accounts.addresses import account_of_invited, person_here_with_address
from accounts.models import RoleAppointment
from accounts.rules import EventKind
from accounts.services.factors import use_app_code, use_passkey
from accounts.visits import begin_guess, note
from core.forms.base import Form
from core.forms.fields import LineField, TextField
from core.forms.widgets import Radios, Select, TextInput
from documents.rules import Updates


class AnswerInvitationForm(Form):
    """Yes or no to belonging to an authority."""

    ACCEPT, DECLINE = "accept", "decline"
    answer = django_forms.ChoiceField(
        label=_("Your answer"),
        choices=((ACCEPT, _("Yes, I accept")), (DECLINE, _("No, I do not want this"))),
        widget=Radios,
        error_messages={"required": _("Select yes or no.")},
    )


class OwnNameForm(Form):
    """The own name, as the person writes it."""

    full_name = LineField(
        label=_("Full name"),
        max_length=150,
        help_text=_("The early years team and the members of your groups see it."),
        widget=TextInput({"autocomplete": "name", "spellcheck": "false"}),
        error_messages={"required": _("Enter your full name")},
    )


class OwnEmailsForm(Form):
    """Whether the weekly email tells what is new, and how what can wait comes."""

    YES, NO = "yes", "no"
    news = django_forms.ChoiceField(
        label=_("What is new in your groups, once a week"),
        choices=((YES, _("Send it to me")), (NO, _("Do not send it"))),
        widget=Radios,
        error_messages={"required": _("Select whether you want the weekly email")},
    )
    news_day = django_forms.TypedChoiceField(
        label=_("On which day does the weekly email come?"),
        help_text=_("In the morning, at most once a week."),
        coerce=int,
        empty_value=None,
        choices=list(WEEKDAYS.items()),
        required=False,
        widget=Select,
    )
    updates = django_forms.ChoiceField(
        label=_("What can wait: papers, answers, decisions of your groups"),
        help_text=_("What is needed within three days comes at once, unless you turn these emails off."),
        choices=Updates.choices,
        widget=Radios,
        error_messages={"required": _("Select how emails that can wait come to you")},
    )


class SearchKeyForm(Form):
    """Whether the / key leads into the search box."""

    ON, OFF = "on", "off"
    key = django_forms.ChoiceField(
        label=_("Does the / key lead into the search box?"),
        help_text=_("Turn it off if you speak to your computer, or if the key does something else for you."),
        choices=((ON, _("Yes")), (OFF, _("No"))),
        widget=Radios,
        error_messages={"required": _("Select yes or no")},
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


#: What code that expects a passkey's answer makes of something else.
MALFORMED = (
    ArithmeticError,
    AttributeError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
    struct.error,
)
MAX_CREDENTIAL = 64_000  # characters


class CredentialField(django_forms.JSONField):
    """What a browser says of a passkey: an object, of no more than what any passkey needs."""

    widget = django_forms.HiddenInput

    def to_python(self, value: Any) -> Any:
        if isinstance(value, str) and len(value) > MAX_CREDENTIAL:
            raise get_adapter().validation_error("incorrect_code")
        try:
            credential = super().to_python(value)
        except RecursionError:
            raise get_adapter().validation_error("incorrect_code") from None
        if credential is not None and not isinstance(credential, dict):
            raise get_adapter().validation_error("incorrect_code")
        return credential

    def bound_data(self, data: Any, initial: Any) -> Any:
        """A page that is shown again asks the passkey again."""
        return InvalidJSONInput("")


class NotedPasskey:
    """Mixin: a passkey that does not fit, or says that it signed less often than before, is an event.

    allauth tells of codes only, looks at no count, and lets through what is no passkey's answer at all.
    """

    user: Any

    def clean_credential(self) -> Any:
        try:
            said = self.cleaned_data["credential"]  # type: ignore[attr-defined]
            factor = super().clean_credential()  # type: ignore[misc]
            count = AuthenticationResponse.from_dict(said).response.authenticator_data.counter
            if not use_passkey(factor_id=factor.pk, count=count):
                raise ValidationError("an older count", code="incorrect_code")
        except (ValidationError, *MALFORMED):
            note(context.request, EventKind.FACTOR_FAILED, person=self.user)
            raise get_adapter().validation_error("incorrect_code") from None
        return factor


class AddWebAuthnForm(passkeys.AddWebAuthnForm):
    name = LineField(required=False, max_length=100)
    credential = CredentialField()

    def clean(self) -> dict[str, Any]:
        try:
            cleaned: dict[str, Any] = super().clean()
        except MALFORMED:
            raise get_adapter().validation_error("incorrect_code") from None
        return cleaned


class AuthenticateWebAuthnForm(NotedPasskey, passkeys.AuthenticateWebAuthnForm):
    credential = CredentialField()


class LoginWebAuthnForm(NotedPasskey, passkeys.LoginWebAuthnForm):
    credential = CredentialField()


class ReauthenticateWebAuthnForm(NotedPasskey, passkeys.ReauthenticateWebAuthnForm):
    credential = CredentialField()


# --- what the team decides about a person: each form asks why (A2, decision 0049) ---------------------------

MAX_REASON = 500
#: Who reads a reason, said at the box.
READ_BY = _("Facts only: whoever reads the history of the person reads it. The person does not.")


def reason_field(label: Any, missing: Any) -> TextField:
    return TextField(
        label=label, help_text=READ_BY, max_length=MAX_REASON, error_messages={"required": missing}
    )


class TakeAwayForm(Form):
    reason = reason_field(_("Why do you take this away?"), _("Enter why you take this away."))


class BlockForm(Form):
    reason = reason_field(_("Why do you block this person?"), _("Enter why you block this person."))
    has_left = django_forms.BooleanField(
        label=_("This person has left: end every role in the team today"), required=False
    )


class CorrectForm(Form):
    full_name = LineField(
        label=_("Full name"), max_length=150, error_messages={"required": _("Enter the full name.")}
    )
    email = django_forms.EmailField(
        label=_("Email address"), error_messages={"required": _("Enter the email address.")}
    )
    reason = reason_field(_("Why do you change this?"), _("Enter why you change this."))


class MergeForm(Form):
    """Two accounts of one person: the one of the page, and another one by its address."""

    THIS, OTHER = "this", "other"
    email = django_forms.EmailField(
        label=_("Email address of the other account"),
        help_text=_("As it stands in the list of people."),
        error_messages={"required": _("Enter the email address of the other account.")},
    )
    into = django_forms.ChoiceField(
        label=_("Which account stays?"),
        choices=((THIS, _("The account of this page")), (OTHER, _("The other account"))),
        widget=Radios,
        error_messages={"required": _("Select which account stays.")},
    )
    reason = reason_field(
        _("How do you know that this is one person?"), _("Enter how you know that this is one person.")
    )


class AnswerCorrectionForm(Form):
    """Yes or no to a change that the team has typed."""

    CONFIRM, DECLINE = "confirm", "decline"
    answer = django_forms.ChoiceField(
        label=_("Is this right?"),
        choices=((CONFIRM, _("Yes, change it")), (DECLINE, _("No, leave everything as it is"))),
        widget=Radios,
        error_messages={"required": _("Select yes or no.")},
    )


# --- of the admin -------------------------------------------------------------------------------------------


class GiveRoleForm(django_forms.ModelForm):
    """A role for somebody named by email address; who is new here is invited with it."""

    email = django_forms.EmailField(label=_("Email address"), help_text=_("The person signs in with it."))
    full_name = LineField(
        label=_("Full name"),
        max_length=150,
        required=False,
        help_text=_("Needed for somebody who does not belong to this authority yet. They get an invitation."),
    )

    class Meta:
        model = RoleAppointment
        fields = ("role", "starts_on", "ends_on")

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        email, full_name = self.cleaned_data.get("email"), self.cleaned_data.get("full_name", "").strip()
        if email and not full_name and person_here_with_address(email) is None:
            self.add_error("full_name", _("Enter the full name: nobody here has this address yet."))
        _ends_after_start(self)
        return cleaned


class EndRoleForm(django_forms.ModelForm):
    """Only the end of a role can be changed: another role is another row."""

    class Meta:
        model = RoleAppointment
        fields = ("ends_on",)

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        if "ends_on" in self.cleaned_data and self.cleaned_data["ends_on"] is None:
            self.add_error("ends_on", _("Enter the last day with the role."))
        _ends_after_start(self)
        return cleaned


def _ends_after_start(form: django_forms.ModelForm) -> None:
    starts_on = form.cleaned_data.get("starts_on", form.instance.starts_on)
    ends_on = form.cleaned_data.get("ends_on")
    if starts_on and ends_on and ends_on <= starts_on:
        form.add_error(
            "ends_on",
            _("The last day must be the first day or later. To end it now, use “Take away now”.")
            if form.instance.pk
            else _("The last day must be the first day or later."),
        )
