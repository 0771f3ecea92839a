"""Forms of payment runs (S8)."""

from __future__ import annotations

from typing import Any

from django import forms as django_forms
from django.utils.translation import gettext_lazy as _

from core.forms.base import Form
from core.forms.widgets import Radios, TextArea
from supplement.forms.fields import TextField


class StartRunForm(Form):
    """Which period is paid."""

    period = django_forms.ChoiceField(
        label=_("Which period do you want to pay?"),
        widget=Radios,
        error_messages={"required": _("Select a period")},
    )

    def __init__(self, *args: Any, periods: list[tuple[str, Any]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["period"]
        field.choices = periods


class LookForm(Form):
    """What was found about something unusual."""

    words = TextField(
        label=_("What did you find?"),
        max_length=1000,
        widget=TextArea(attrs={"rows": 4}),
        help_text=_("For example, “The setting confirmed two more members of staff.” Enter no bank details."),
        error_messages={"required": _("Enter what you found")},
    )


class ApproveRunForm(Form):
    """``seen``: the hash of what was looked at."""

    seen = django_forms.CharField(widget=django_forms.HiddenInput, max_length=64, required=False)


class SendBackForm(Form):
    words = TextField(
        label=_("What must be looked at again?"),
        max_length=3000,
        widget=TextArea(attrs={"rows": 4}),
        error_messages={"required": _("Enter the reason")},
    )


class CancelRunForm(Form):
    words = TextField(
        label=_("Why do you call it off?"),
        max_length=3000,
        widget=TextArea(attrs={"rows": 4}),
        error_messages={"required": _("Enter the reason")},
    )
