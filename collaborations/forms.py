"""The form that describes a collaboration."""

from __future__ import annotations

from typing import Any

from django import forms as django_forms
from django.utils.translation import gettext_lazy as _

from collaborations.selectors import KINDS
from core import forms
from providers.selectors import districts


class CollaborationForm(forms.Form):
    name = django_forms.CharField(label=_("Name"), max_length=120, help_text=_("What its members call it."))
    kind = django_forms.ChoiceField(label=_("Kind"), choices=KINDS, initial=KINDS[0][0], widget=forms.Radios(small=True))
    district = django_forms.ModelChoiceField(
        queryset=None,
        label=_("District"),
        required=False,
        empty_label=_("None"),
        widget=forms.Select,
        help_text=_("Where it mostly meets. Settings from anywhere may be members."),
    )
    is_virtual = django_forms.BooleanField(label=_("It meets online only"), required=False)
    started_on = forms.DateField(label=_("Started on"), what=_("the date it started"))
    purpose = django_forms.CharField(
        label=_("Purpose"),
        max_length=2000,
        required=False,
        widget=forms.TextArea(rows=4, count=2000),
        help_text=_("Shown to its members. Do not name a child."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["district"].queryset = districts()  # type: ignore[attr-defined]
