"""The form of a vacancy."""

from __future__ import annotations

from django import forms as django_forms
from django.utils.translation import gettext_lazy as _

from core import forms
from providers.models import Vacancy


class ChangeVacancyForm(forms.Form):
    places = django_forms.IntegerField(label=_("How many places?"), min_value=1, max_value=200, widget=forms.NumberInput(width=3))
    from_on = forms.DateField(
        label=_("Free from"), what=_("the day from which they are free"), required=False, help_text=_("Leave empty if they are free now.")
    )
    note = django_forms.CharField(
        label=_("Note"), required=False, max_length=200, help_text=_("Anybody may read it. Name nobody, and no e-mail address.")
    )


class VacancyForm(ChangeVacancyForm):
    """Which places, how many and from when."""

    age_band = django_forms.ChoiceField(label=_("Age of the child"), choices=Vacancy.AgeBand.choices, widget=forms.Radios)
    session = django_forms.ChoiceField(label=_("When"), choices=Vacancy.Session.choices, widget=forms.Radios)

    field_order = ("age_band", "session", "places", "from_on", "note")
