"""Forms of the agenda, its papers and its guests."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms as django_forms
from django.utils.translation import gettext_lazy as _

from core.forms.base import Form
from core.forms.fields import LineField, TextField
from core.forms.widgets import FileUpload, NumberInput, Radios, Select, TextArea
from meetings.models.agenda import AgendaItem
from meetings.rules.agenda import MAX_MINUTES, MIN_MINUTES

FILES_TAKEN = _("PDF, Word, Excel, PowerPoint, ODT, ODS, PNG, JPEG or TXT, up to 20 MB and without macros.")


def _minutes_field() -> django_forms.IntegerField:
    words = _("Minutes must be between 1 and 480.")
    return django_forms.IntegerField(
        label=_("How many minutes?"),
        min_value=MIN_MINUTES,
        max_value=MAX_MINUTES,
        initial=10,
        widget=NumberInput(width=3),
        error_messages={
            "required": _("Enter how many minutes"),
            "invalid": words,
            "min_value": words,
            "max_value": words,
        },
    )


class ProposeItemForm(Form):
    """An item that a member proposes (G1)."""

    title = LineField(
        label=_("What is it about?"),
        max_length=150,
        error_messages={"required": _("Enter what the item is about")},
    )
    purpose = django_forms.ChoiceField(
        label=_("What should happen?"),
        choices=AgendaItem.Purpose.choices,
        widget=Radios,
        initial=AgendaItem.Purpose.DISCUSSION,
        error_messages={"required": _("Select what should happen")},
    )
    minutes = _minutes_field()
    words = TextField(
        label=_("Anything that people should know beforehand"),
        max_length=2000,
        required=False,
        widget=TextArea(rows=4),
        help_text=_("Everybody in the group reads it. Name no child."),
    )


class ItemForm(ProposeItemForm):
    """An item as whoever runs the group writes it."""

    presented_by = LineField(label=_("Who leads it?"), max_length=120, required=False)
    is_standing = django_forms.BooleanField(label=_("Put it on every agenda from now on"), required=False)


class ChangeItemForm(ItemForm):
    seen = django_forms.CharField(widget=django_forms.HiddenInput, max_length=16)


class AnswerProposalForm(Form):
    """On the agenda, or not this time."""

    takes_it = django_forms.ChoiceField(
        label=_("Does it go on the agenda?"),
        choices=[("yes", _("Yes, put it on the agenda")), ("no", _("Not this time"))],
        widget=Radios,
        error_messages={"required": _("Select whether it goes on the agenda")},
    )
    answer = LineField(
        label=_("A word to who proposed it"),
        max_length=300,
        required=False,
        help_text=_("Needed if it is not this time. They get it by email."),
    )


class PaperForm(Form):
    """A file for one item, or for the whole meeting."""

    title = LineField(
        label=_("What is it called?"),
        max_length=150,
        error_messages={"required": _("Enter what the paper is called")},
    )
    item = django_forms.TypedChoiceField(
        label=_("Which item is it for?"), coerce=int, empty_value=None, required=False, widget=Select
    )
    file = django_forms.FileField(
        label=_("File"),
        help_text=FILES_TAKEN,
        widget=FileUpload,
        max_length=200,
        error_messages={"required": _("Choose the file"), "empty": _("The file is empty.")},
    )

    def __init__(
        self, *args: Any, items: Sequence[AgendaItem] = (), too_big: bool = False, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["item"]
        field.choices = [("", _("The whole meeting")), *((item.pk, item.title) for item in items)]
        if too_big:
            self.fields["file"].error_messages["required"] = _("The file must be smaller than 20 MB.")


class GuestForm(Form):
    """Somebody who is invited to one item (G3)."""

    name = LineField(label=_("Name"), max_length=120, error_messages={"required": _("Enter the name")})
    email = django_forms.EmailField(
        label=_("Email address"),
        error_messages={
            "required": _("Enter the email address"),
            "invalid": _("Enter an email address like name@example.org"),
        },
    )
    words = LineField(
        label=_("A word to the guest"),
        max_length=300,
        required=False,
        help_text=_("What you hope to hear from them."),
    )
