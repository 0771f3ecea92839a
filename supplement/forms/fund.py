"""Forms of a collaboration's fund (S10)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import uuid4

from django import forms as django_forms
from django.utils.translation import gettext_lazy as _

from core.forms.base import Form, Revealed
from core.forms.fields import DateField, FilesField
from core.forms.money import PoundsField
from core.forms.widgets import FilesUpload, Radios, TextArea
from supplement.forms.fields import LineField, TextField
from supplement.forms.schemes import seen_field

ELSEWHERE = "elsewhere"
AT_THE_MEETING, UNTIL = "room", "until"
#: What a telephone's camera makes, and what shops send.
PHOTOGRAPHS, RECEIPTS = "image/jpeg,image/png", ".jpg,.jpeg,.png,.pdf"
TOO_BIG = _("The files must be smaller than 20 MB together.")


def _sum_field(label: Any, **kwargs: Any) -> PoundsField:
    return PoundsField(label=label, least=1, error_messages={"required": _("Enter the sum")}, **kwargs)


class OpeningForm(Form):
    """What a group had before its money was kept here."""

    pence = _sum_field(_("How much did the group have?"))
    on = DateField(label=_("On which day?"), what=_("the day"), past=True)
    words = LineField(
        label=_("Where does the sum come from?"),
        max_length=500,
        help_text=_("For example, “Spend return of July 2026”. Enter no bank details."),
        error_messages={"required": _("Say where the sum comes from.")},
    )


class DecideForm(Form):
    """A decision to spend. ``bases``: votes and minutes that it can rest on, as value and words."""

    what = LineField(
        label=_("What is the money for?"),
        max_length=200,
        error_messages={"required": _("Enter what the money is for")},
    )
    pence = _sum_field(_("How much may be spent?"))
    objective = django_forms.TypedChoiceField(
        label=_("Which objective of your plan does it serve?"),
        coerce=int,
        widget=Radios,
        error_messages={"required": _("Choose the objective of the plan that this serves.")},
    )
    decided = django_forms.ChoiceField(
        label=_("Where was it decided?"),
        widget=Radios,
        error_messages={"required": _("Say where it was decided: choose the vote or the minutes.")},
    )
    words = LineField(
        label=_("Where was it?"),
        max_length=300,
        required=False,
        help_text=_("For example, “At our meeting in July, item 4 of the minutes”."),
    )
    on = DateField(label=_("On which day?"), what=_("the day"), past=True, required=False)
    reveals = {"decided": {ELSEWHERE: Revealed("", ("words", "on"))}}

    def __init__(
        self,
        *args: Any,
        objectives: Sequence[tuple[int, str]] = (),
        bases: Sequence[tuple[str, str]] = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        objective: Any = self.fields["objective"]
        objective.choices = list(objectives)
        decided: Any = self.fields["decided"]
        decided.choices = [*bases, (ELSEWHERE, _("Somewhere else"))]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if data.get("decided") != ELSEWHERE:
            return {**data, "words": "", "on": None}
        if not data.get("words"):
            self.add_error("words", _("Say where it was decided."))
        return data


class ProposeForm(Form):
    """A spending decision for the members to vote on. ``at_the_meeting``: whether a meeting is today."""

    what = LineField(
        label=_("What is the money for?"),
        max_length=150,
        help_text=_("A few words, for example “Two days of language training”. It is the vote’s title."),
        error_messages={"required": _("Enter what the money is for")},
    )
    pence = _sum_field(_("How much may be spent?"))
    objective = django_forms.TypedChoiceField(
        label=_("Which objective of your plan does it serve?"),
        coerce=int,
        widget=Radios,
        error_messages={"required": _("Choose the objective of the plan that this serves.")},
    )
    words = TextField(
        label=_("What else should members know?"),
        max_length=1000,
        required=False,
        widget=TextArea(rows=3),
        help_text=_("Members read it with the vote, word for word. Name no child."),
    )
    where = django_forms.ChoiceField(
        label=_("How do you vote?"),
        choices=[(AT_THE_MEETING, _("Now, in the meeting")), (UNTIL, _("Between meetings, for some days"))],
        widget=Radios(hints={AT_THE_MEETING: _("It is open until you close it.")}),
        error_messages={"required": _("Select how you vote")},
    )
    closes_on = DateField(
        label=_("What is the last day to vote?"),
        what=_("the last day to vote"),
        required=False,
        help_text=_("The vote is open until the end of that day, at most 60 days."),
    )
    is_secret = django_forms.BooleanField(
        label=_("Make it a secret vote"),
        required=False,
        help_text=_(
            "Nobody can see how a setting votes, and a vote cannot be changed. At least 5 settings are needed."
        ),
    )
    field_order = ("what", "pence", "objective", "words", "where", "closes_on", "is_secret")

    def __init__(
        self,
        *args: Any,
        objectives: Sequence[tuple[int, str]] = (),
        at_the_meeting: bool = False,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        objective: Any = self.fields["objective"]
        objective.choices = list(objectives)
        if not at_the_meeting:
            del self.fields["where"]
            self.fields["closes_on"].required = True

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        is_between = data.get("where") == UNTIL if "where" in self.fields else True
        if is_between and not data.get("closes_on") and "closes_on" not in self.errors:
            self.add_error("closes_on", _("Enter the last day to vote"))
        return data


class EndProposalForm(Form):
    words = LineField(
        label=_("Why is it ended?"),
        max_length=300,
        help_text=_("For example, “The money is needed for something else”."),
        error_messages={"required": _("Say why it is ended.")},
    )


class CloseForm(Form):
    words = LineField(
        label=_("Why is it closed?"),
        max_length=300,
        help_text=_("For example, “Everything is bought”."),
        error_messages={"required": _("Say why it is closed.")},
    )


class EffectForm(Form):
    seen = seen_field()
    changed = TextField(
        label=_("What did it change for children?"),
        max_length=2000,
        required=False,
        widget=TextArea(rows=5),
        help_text=_("Your group reads it, and the early years team. Name no child."),
    )


class _WithReceipts(Form):
    """Photographs from the camera and files, both several. ``too_big``: what was sent was not read."""

    photographs = FilesField(
        label=_("Photograph the receipt"),
        required=False,
        max_length=200,
        widget=FilesUpload({"capture": "environment"}, accept=PHOTOGRAPHS),
        help_text=_("On a telephone this opens the camera. Several photographs may belong to one receipt."),
        error_messages={"empty": _("The file is empty.")},
    )
    files = FilesField(
        label=_("Or choose files"),
        required=False,
        max_length=200,
        widget=FilesUpload(accept=RECEIPTS),
        help_text=_(
            "PDF, PNG or JPEG. Cover bank details and names of children before you take the picture."
        ),
        error_messages={"empty": _("The file is empty.")},
    )

    def __init__(self, *args: Any, too_big: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.too_big = too_big

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if self.too_big:
            self.add_error("files", TOO_BIG)
        return data


class OrderForm(_WithReceipts):
    """What was ordered by a decision; paid at once or later."""

    key = django_forms.CharField(widget=django_forms.HiddenInput, max_length=36, required=False)
    what = LineField(
        label=_("What did you order or buy?"),
        max_length=200,
        error_messages={"required": _("Enter what you ordered or bought")},
    )
    supplier = LineField(label=_("From whom?"), max_length=150, required=False)
    pence = _sum_field(_("How much does it cost?"))
    ordered_on = DateField(label=_("When was it ordered?"), what=_("the day of the order"), past=True)
    paid_on = DateField(
        label=_("When was it paid?"),
        what=_("the day of the payment"),
        past=True,
        required=False,
        help_text=_("Leave it empty while it is not paid."),
    )
    field_order = ("key", "what", "supplier", "pence", "ordered_on", "paid_on", "photographs", "files")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["key"].initial = uuid4


class PaidForm(_WithReceipts):
    paid_on = DateField(label=_("When was it paid?"), what=_("the day of the payment"), past=True)
    field_order = ("paid_on", "photographs", "files")


class ReceiptsForm(_WithReceipts):
    """Further receipts: at least one."""

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if not (data.get("photographs") or data.get("files") or self.errors):
            self.add_error("photographs", _("Take a photograph, or choose a file"))
        return data


class RemoveReceiptForm(Form):
    words = LineField(
        label=_("Why is it removed?"),
        max_length=300,
        help_text=_("For example, “Of another order”, or “A photograph of something else”."),
        error_messages={"required": _("Say why it is removed.")},
    )


class TakeBackForm(Form):
    words = LineField(
        label=_("Why is it taken back?"),
        max_length=300,
        help_text=_("For example, “Entered twice”, or “Given back to the shop”."),
        error_messages={"required": _("Say why it is taken back.")},
    )
