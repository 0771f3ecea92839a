"""Forms of the payee and of mandates (S9)."""

from __future__ import annotations

from typing import Any

from django import forms as django_forms
from django.utils.translation import gettext_lazy as _

from core.forms.base import Form
from core.forms.widgets import Radios, TextArea, TextInput
from supplement.forms.fields import LineField, TextField


class NamePayeeForm(Form):
    """``differs``: the setting whose difference from the ways of working was said already."""

    provider = django_forms.TypedChoiceField(
        label=_("Which setting receives the money for all?"),
        coerce=int,
        widget=Radios,
        error_messages={"required": _("Select the setting that receives the money")},
    )
    why = TextField(
        label=_("Why this setting?"),
        required=False,
        max_length=1000,
        widget=TextArea(rows=3, count=1000),
        help_text=_(
            "The members read it before they sign. Leave out bank details: the council’s finance team has them."
        ),
    )
    differs = django_forms.CharField(widget=django_forms.HiddenInput, max_length=20, required=False)

    def __init__(self, *args: Any, settings: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["provider"]
        field.choices = settings

    def take_as_said(self) -> None:
        """Once more, and it is what the person wants."""
        self.data = self.data.copy()
        self.data["differs"] = str(self.cleaned_data["provider"])


class SignForm(Form):
    name = LineField(
        label=_("Type your name to sign"),
        max_length=150,
        widget=TextInput({"autocomplete": "name"}),
        error_messages={"required": _("Type your name to sign")},
    )


class EndPayeeForm(Form):
    why = LineField(
        label=_("Why is it ended?"),
        max_length=500,
        help_text=_("Both settings read it, and the members of the group. Name no person."),
        error_messages={"required": _("Say why it is ended. Both settings read it.")},
    )


class WithdrawProposalForm(Form):
    why = TextField(
        label=_("Why do you withdraw it?"),
        max_length=1000,
        widget=TextArea(rows=3, count=1000),
        error_messages={"required": _("Say why you withdraw the proposal")},
    )
