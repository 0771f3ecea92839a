"""Forms and fields that pages of several subjects use as they are."""

from __future__ import annotations

from typing import Any

from django import forms as django_forms
from django.utils.translation import gettext_lazy as _

from core.forms.base import Form
from core.forms.fields import LastDayField, TextField
from core.forms.widgets import TextArea

NO_CHILD = _("Do not name a child.")
MAX_CHARACTERS = 5000


def words_field(
    label: Any, *, help_text: Any = "", required: bool = False, rows: int = 5
) -> django_forms.CharField:
    return TextField(
        label=label,
        help_text=help_text,
        required=required,
        max_length=MAX_CHARACTERS,
        widget=TextArea(rows=rows),
    )


class SeenForm(Form):
    """A form over a text that two people may write at once."""

    seen = django_forms.CharField(required=False, max_length=40, widget=django_forms.HiddenInput)


class EndForm(Form):
    ends_on = LastDayField()
