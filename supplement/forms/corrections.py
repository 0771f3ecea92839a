"""Forms of corrections (S8) and of a claim that finance holds (S7)."""

from __future__ import annotations

from typing import Any

from django import forms as django_forms
from django.utils.translation import gettext_lazy as _

from core.forms.base import Form
from core.forms.money import PoundsField
from core.forms.widgets import Radios, Select
from core.money import MAX_PENCE
from supplement.forms.payments import reason_field
from supplement.models.runs import Adjustment

TAKE, ASIDE = "take", "aside"


class AddCorrectionForm(Form):
    """A correction of one line of a claim."""

    line = django_forms.ChoiceField(
        label=_("Which line is corrected?"),
        widget=Select,
        error_messages={"required": _("Select a line")},
    )
    cause = django_forms.ChoiceField(
        label=_("Why?"),
        choices=Adjustment.Cause.choices,
        widget=Radios,
        error_messages={"required": _("Select why it is corrected")},
    )
    pence = PoundsField(
        label=_("Sum"),
        least=-MAX_PENCE,
        help_text=_("With a minus for money that is taken back, for example −12.50."),
        error_messages={"required": _("Enter the sum")},
    )
    words = reason_field(_("In your words"))

    def __init__(self, *args: Any, lines: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["line"]
        field.choices = [("", _("Select a line")), *lines]


class BringInForm(Form):
    """Who was left out, or was in it wrongly. ``members``: each with its sum."""

    member = django_forms.ChoiceField(
        label=_("What is corrected?"),
        widget=Radios,
        error_messages={"required": _("Select what is corrected")},
    )
    words = reason_field(_("Why?"))

    def __init__(self, *args: Any, members: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["member"]
        field.choices = members


class TakeBackForm(Form):
    words = reason_field(_("Why is it taken back?"))


class DecideCorrectionForm(Form):
    """What becomes of a proposal."""

    decision = django_forms.ChoiceField(
        label=_("What becomes of it?"),
        choices=[(TAKE, _("Correct it in the next run")), (ASIDE, _("Put it aside"))],
        widget=Radios,
        error_messages={"required": _("Select what becomes of it")},
    )
    words = reason_field(_("If you put it aside: why?"), required=False)


class HoldForm(Form):
    words = reason_field(_("Why?"))
