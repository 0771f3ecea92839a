"""The forms of the admin.

A setting is named by its Ofsted URN or name, a person by the e-mail address: both lists are long.
"""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.addresses import person_here_with_address
from accounts.models import User
from core.forms.fields import LineField, TextField
from core.forms.widgets import TextArea
from memberships.models.members import LeaderAppointment, Membership, SettingRole
from memberships.models.offices import OfficeHolder
from providers.models import Provider
from providers.selectors import setting_named, setting_not_named


class SettingField(LineField):
    """One setting of the register, by its URN or by words that only it has.

    Addresses of homes are not searched.
    """

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("label", _("Setting"))
        kwargs.setdefault("help_text", _("Its Ofsted URN, or enough of its name."))
        super().__init__(max_length=120, **kwargs)

    def clean(self, value: Any) -> Provider:
        text = super().clean(value)
        named = setting_named(text)
        if named.setting is None:
            raise ValidationError(setting_not_named(text, named))
        return named.setting


class NewMembershipForm(forms.ModelForm):
    setting = SettingField()

    class Meta:
        model = Membership
        fields = ("collaboration", "joined_on")

    field_order = ("collaboration", "setting", "joined_on")


class EndMembershipForm(forms.ModelForm):
    """Only the end of a membership can be changed: another membership is another row."""

    class Meta:
        model = Membership
        fields = ("left_on", "leaving_reason")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _need(
            self,
            left_on=_("Enter the last day as a member."),
            leaving_reason=_("Enter the reason for leaving."),
        )


class PersonByEmail(forms.ModelForm):
    email = forms.EmailField(
        label=_("E-mail address of the person"), help_text=_("Somebody who is recorded at the setting.")
    )

    def clean_email(self) -> User:
        person = person_here_with_address(self.cleaned_data["email"])
        if person is None:
            raise ValidationError(
                gettext("Nobody here has this address. Record the person at the setting first.")
            )
        return person


class AppointForm(PersonByEmail):
    officers_decision = TextField(
        label=_("Your decision"),
        max_length=500,
        required=False,
        widget=TextArea(rows=3),
        help_text=_(
            "Needed only where the leading policy leaves it to an officer: say why this person may lead."
        ),
    )

    class Meta:
        model = LeaderAppointment
        fields = ("membership", "manner", "starts_on", "ends_on")

    field_order = ("membership", "email", "manner", "starts_on", "ends_on", "officers_decision")


class EndAppointmentForm(forms.ModelForm):
    class Meta:
        model = LeaderAppointment
        fields = ("ends_on",)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _need(self, ends_on=_("Enter the last day on which the person leads."))


class AddOfficeForm(PersonByEmail):
    class Meta:
        model = OfficeHolder
        fields = ("membership", "office", "starts_on", "ends_on", "decision")

    field_order = ("membership", "email", "office", "starts_on", "ends_on", "decision")


class EndOfficeForm(forms.ModelForm):
    class Meta:
        model = OfficeHolder
        fields = ("ends_on",)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _need(self, ends_on=_("Enter the last day on which the person holds the office."))


class AddSettingRoleForm(forms.ModelForm):
    setting = SettingField()
    full_name = LineField(label=_("Full name"), max_length=150)
    email = forms.EmailField(label=_("E-mail address"), help_text=_("The person signs in with it."))

    class Meta:
        model = SettingRole
        fields = ("role", "starts_on", "ends_on")

    field_order = ("setting", "full_name", "email", "role", "starts_on", "ends_on")


class EndSettingRoleForm(forms.ModelForm):
    class Meta:
        model = SettingRole
        fields = ("ends_on",)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _need(self, ends_on=_("Enter the last day with the role."))


def _need(form: forms.ModelForm, **messages: Any) -> None:
    """Fields that may be empty in the database, but not when an end is recorded.

    Read-only ones are not there.
    """
    for name, message in messages.items():
        if name in form.fields:
            form.fields[name].required = True
            form.fields[name].error_messages["required"] = message
