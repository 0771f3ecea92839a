"""What people choose when they ask for an export."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from core.exports.sheets import FORMATS, Format
from core.forms.base import Form
from core.forms.widgets import Radios


class FormatForm(Form):
    """In which format somebody wants an export."""

    format = forms.ChoiceField(
        label=_("Which format do you need?"),
        choices=[(key.value, facts.title) for key, facts in FORMATS.items()],
        widget=Radios,
        initial=Format.XLSX.value,
        help_text=_("Excel opens all three. CSV suits other software."),
    )
