"""Forms of what the team decides about a person: each asks why (A2, decision 0049)."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from core.forms.base import Form
from core.forms.fields import LineField, TextField
from core.forms.widgets import Radios

MAX_REASON = 500
#: Who reads a reason, said at the box.
READ_BY = _("Facts only: whoever reads the history of the person reads it. The person does not.")


def reason_field(label: Any, missing: Any) -> TextField:
    return TextField(
        label=label, help_text=READ_BY, max_length=MAX_REASON, error_messages={"required": missing}
    )


class TakeAwayForm(Form):
    reason = reason_field(_("Why do you take this away?"), _("Enter why you take this away."))


class BlockForm(Form):
    reason = reason_field(_("Why do you block this person?"), _("Enter why you block this person."))
    has_left = forms.BooleanField(
        label=_("This person has left: end every role in the team today"), required=False
    )


class CorrectForm(Form):
    full_name = LineField(
        label=_("Full name"), max_length=150, error_messages={"required": _("Enter the full name.")}
    )
    email = forms.EmailField(
        label=_("Email address"), error_messages={"required": _("Enter the email address.")}
    )
    reason = reason_field(_("Why do you change this?"), _("Enter why you change this."))


class MergeForm(Form):
    """Two accounts of one person: the one of the page, and another one by its address."""

    THIS, OTHER = "this", "other"
    email = forms.EmailField(
        label=_("Email address of the other account"),
        help_text=_("As it stands in the list of people."),
        error_messages={"required": _("Enter the email address of the other account.")},
    )
    stays = forms.ChoiceField(
        label=_("Which account stays?"),
        choices=((THIS, _("The account of this page")), (OTHER, _("The other account"))),
        widget=Radios,
        error_messages={"required": _("Select which account stays.")},
    )
    reason = reason_field(
        _("How do you know that this is one person?"), _("Enter how you know that this is one person.")
    )


class AnswerCorrectionForm(Form):
    """Yes or no to a change that the team has typed."""

    CONFIRM, DECLINE = "confirm", "decline"
    answer = forms.ChoiceField(
        label=_("Is this right?"),
        choices=((CONFIRM, _("Yes, change it")), (DECLINE, _("No, leave everything as it is"))),
        widget=Radios,
        error_messages={"required": _("Select yes or no.")},
    )
