"""What the public page shows of the next meeting of a group."""

from __future__ import annotations

from typing import Any

from django import forms as django_forms
from django.utils.translation import gettext_lazy as _

from core.forms.base import Form
from core.forms.widgets import Radios
from meetings.rules.public import Shown


class PublicMeetingsForm(Form):
    shown = django_forms.ChoiceField(
        label=_("What may anybody read of your next meeting?"),
        choices=Shown.choices,
        widget=Radios(
            hints={
                Shown.DAY.value: _("Choose this if you meet in somebody's home."),
                Shown.PLACE.value: _(
                    "A link, a telephone number, or the home of a childminder of your group is left out."
                ),
            }
        ),
        error_messages={"required": _("Select what may be read")},
    )

    def clean_shown(self) -> Any:
        return Shown(self.cleaned_data["shown"])
