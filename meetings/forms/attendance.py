"""Forms of attendance."""

from __future__ import annotations

from django import forms as django_forms
from django.utils.translation import gettext_lazy as _

from core.forms.base import Form
from core.forms.fields import LineField
from core.forms.widgets import Radios, TextInput


class OtherPresentForm(Form):
    """Somebody who was there and is no member."""

    name = LineField(label=_("Name"), max_length=120, error_messages={"required": _("Enter the name")})
    role = LineField(
        label=_("As"),
        max_length=120,
        required=False,
        help_text=_("For example, early years officer, or guest"),
    )


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
