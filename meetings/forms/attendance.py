"""Forms of attendance."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms as django_forms
from django.utils.translation import gettext_lazy as _

from core.forms.base import Form
from core.forms.fields import LineField
from core.forms.widgets import Checkboxes, Radios, TextInput
from meetings.rules.attendance import ExpectedGuest


class OtherPresentForm(Form):
    """Somebody who was there and is no member."""

    name = LineField(label=_("Name"), max_length=120, error_messages={"required": _("Enter the name")})
    role = LineField(
        label=_("As"),
        max_length=120,
        required=False,
        help_text=_("For example, early years officer, or guest"),
    )


class GuestsThereForm(Form):
    """Which of the invited guests were there."""

    guests = django_forms.TypedMultipleChoiceField(
        label=_("Invited guests who were there"),
        help_text=_("Those who said that they come are ticked. Nobody is noted before you save."),
        coerce=int,
        widget=Checkboxes,
        error_messages={
            "required": _("Select each guest who was there"),
            "invalid_choice": _("Select each guest from those shown on this page"),
        },
    )

    def __init__(self, *args: Any, expected: Sequence[ExpectedGuest], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["guests"]
        field.choices = [(guest.number, guest.name) for guest in expected]
        field.initial = [guest.number for guest in expected if guest.is_coming]


class FinishForm(Form):
    """What becomes of members without a mark."""

    rest = django_forms.ChoiceField(
        label=_("What do you record for the members without a mark?"),
        choices=[
            ("absent", _("They were absent")),
            ("open", _("Leave them without a mark: this meeting does not count for them")),
        ],
        widget=Radios,
        error_messages={"required": _("Select what to record for the members without a mark")},
    )


class CheckInForm(Form):
    code = LineField(
        label=_("The code on the wall"),
        max_length=12,
        widget=TextInput({"autocomplete": "off", "autocapitalize": "characters"}, width=10),
        error_messages={"required": _("Enter the code on the wall")},
    )
