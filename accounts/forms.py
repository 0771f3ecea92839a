"""Forms of an invited person."""

from __future__ import annotations

from django import forms as django_forms
from django.utils.translation import gettext_lazy as _

from core.forms.base import Form
from core.forms.widgets import Radios


class AnswerInvitationForm(Form):
    """Yes or no to belonging to an authority."""

    ACCEPT, DECLINE = "accept", "decline"
    answer = django_forms.ChoiceField(
        label=_("Your answer"),
        choices=((ACCEPT, _("Yes, I accept")), (DECLINE, _("No, I do not want this"))),
        widget=Radios,
        error_messages={"required": _("Select yes or no.")},
    )
