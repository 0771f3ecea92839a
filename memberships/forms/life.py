"""The forms of a collaboration's life (C1). Field names are those at which the services refuse."""

from __future__ import annotations

from typing import Any

from django import forms as django_forms
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from core import forms


class MoveForm(forms.Form):
    """One move: the day, and in words why. ``seen`` is the state that the person was looking at."""

    on = forms.DateField(label=_("From which day"), what=_("the day"))
    words = django_forms.CharField(
        label=_("Why"),
        max_length=2000,
        required=False,
        widget=forms.TextArea(rows=4, count=2000),
        help_text=_("The leaders and the early years team read it. Do not name a child."),
    )
    seen = django_forms.CharField(required=False, max_length=20, widget=django_forms.HiddenInput)

    def __init__(self, *args: Any, says_why: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["words"].required = says_why


class FirstMeetingForm(forms.Form):
    """``corrects`` is set where the person was looking at what is recorded."""

    held_on = forms.DateField(label=_("Held on"), what=_("the date of the meeting"))
    place = django_forms.CharField(label=_("Where"), max_length=200, required=False, help_text=_("A place, or online."))
    facilitated_by = django_forms.ModelChoiceField(
        queryset=None, label=_("Who facilitated it"), empty_label=None, widget=forms.Select, help_text=_("An officer of the team.")
    )
    notes = django_forms.CharField(
        label=_("What was agreed"),
        max_length=4000,
        widget=forms.TextArea(rows=6, count=4000),
        help_text=_("Who came, what they want to do together, and when they meet again. Do not name a child."),
    )
    corrects = django_forms.BooleanField(required=False, widget=django_forms.HiddenInput)

    def __init__(self, *args: Any, facilitators: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["facilitated_by"]
        field.queryset = User.objects.none() if facilitators is None else facilitators


class TermsForm(forms.Form):
    terms_adopted_on = forms.DateField(
        label=_("Adopted on"), what=_("the date of adoption"), help_text=_("The day on which the members agreed to their ways of working.")
    )
