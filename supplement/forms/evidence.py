"""Forms of the officers' queue (S7): questions, assessments, waivers, and decisions about appeals."""

from __future__ import annotations

from typing import Any

from django import forms as django_forms
from django.utils.translation import gettext_lazy as _

from core.forms.base import Form, Revealed
from core.forms.money import PoundsField
from core.forms.widgets import Radios, Select, TextArea
from core.money import MAX_PENCE
from supplement.forms.fields import TextField
from supplement.forms.schemes import seen_field
from supplement.rules.claims import Assessment

STAND, AGAIN, CORRECT = "stand", "again", "correct"


def words_field(label: Any, *, hint: Any = "", required: str = "", rows: int = 5) -> TextField:
    return TextField(
        label=label,
        help_text=hint,
        max_length=3000,
        required=bool(required),
        widget=TextArea(rows=rows),
        **({"error_messages": {"required": required}} if required else {}),
    )


class AskLeadersForm(Form):
    words = words_field(
        _("What do you want to know?"),
        hint=_("The leaders read it as you write it, and get an email."),
        required=_("Enter your question"),
    )


class CheckAgainForm(Form):
    words = words_field(
        _("Why is it checked again?"),
        hint=_("The leaders read it."),
        required=_("Enter why it is checked again"),
    )


class AssessForm(Form):
    seen = seen_field()
    assessment = django_forms.ChoiceField(
        label=_("What does the evidence come to?"),
        choices=Assessment.choices,
        widget=Radios,
        error_messages={
            "required": _("Select whether the claim is eligible, eligible in part or not eligible")
        },
    )
    words = words_field(
        _("Reasons"),
        hint=_(
            "The leaders read them. You need none where the claim is eligible and the criteria say so too."
        ),
    )


class WaiveForm(Form):
    reason = TextField(
        label=_("Why do you waive it?"),
        help_text=_("The leaders read it, and it stands in the working of the payment."),
        max_length=1000,
        widget=TextArea(rows=4),
        error_messages={"required": _("Enter the reason")},
    )


class DecideAppealForm(Form):
    """``lines``: what was approved, to choose what is corrected; none where nothing is approved yet."""

    decision = django_forms.ChoiceField(
        label=_("What do you decide?"),
        widget=Radios,
        error_messages={"required": _("Select what you decide")},
    )
    line = django_forms.ChoiceField(label=_("What is corrected?"), widget=Select, required=False)
    pence = PoundsField(
        label=_("By how much?"),
        help_text=_("For example, 25 to add £25, or -25 to take it off. It goes into the next payment run."),
        least=-MAX_PENCE,
        required=False,
    )
    words = words_field(
        _("Reasons"), hint=_("The leaders read them."), required=_("Give the reasons of your decision")
    )

    def __init__(self, *args: Any, lines: list[tuple[str, Any]] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        agree = (AGAIN, _("Agree, and check the claim again"))
        if lines is not None:
            agree = (CORRECT, _("Agree, and add a correction"))
            line: Any = self.fields["line"]
            line.choices = [("", _("Choose")), *lines]
            self.reveals = {"decision": {CORRECT: Revealed(_("If you add a correction"), ("line", "pence"))}}
        else:
            del self.fields["line"], self.fields["pence"]
        decision: Any = self.fields["decision"]
        decision.choices = [(STAND, _("Let the decision stand")), agree]

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        if data.get("decision") == CORRECT:
            if not data.get("line"):
                self.add_error("line", _("Choose what is corrected"))
            if data.get("pence") is None and "pence" not in self.errors:
                self.add_error("pence", _("Enter by how much"))
        return data
