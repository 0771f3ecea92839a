"""Forms of the programme of an event, its materials, who came, and what people say afterwards (L4)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms as django_forms
from django.utils.translation import gettext_lazy as _

from core.forms.base import Form
from core.forms.fields import LineField, TextField, TimeField
from core.forms.widgets import Checkboxes, FileUpload, NumberInput, Radios, TextArea
from meetings.forms.agenda import FILES_TAKEN
from meetings.rules.events import Kept, Useful


class SessionForm(Form):
    title = LineField(
        label=_("What is it called?"),
        max_length=150,
        error_messages={"required": _("Enter what the session is called")},
    )
    about = TextField(label=_("What is it about?"), max_length=1000, required=False, widget=TextArea(rows=3))
    starts_at = TimeField(
        label=_("From"), what=_("the time it begins"), help_text=_("For example, 10am or 10:00")
    )
    ends_at = TimeField(label=_("Until"), what=_("the time it ends"))
    where = LineField(label=_("Room"), max_length=120, required=False)
    places = django_forms.IntegerField(
        label=_("How many places?"),
        min_value=1,
        max_value=5000,
        required=False,
        widget=NumberInput(width=4),
        help_text=_("Leave it empty if there is space for everybody."),
        error_messages={
            "invalid": _("Enter how many places as a whole number"),
            "min_value": _("There must be at least one place"),
            "max_value": _("Enter at most 5,000 places"),
        },
    )


class ChooseForm(Form):
    """The sessions that somebody takes part in."""

    sessions = django_forms.TypedMultipleChoiceField(
        label=_("In which sessions do you take part?"), coerce=int, required=False, widget=Checkboxes
    )
    heading_field = "sessions"

    def __init__(self, *args: Any, sessions: Sequence[tuple[int, str, str]] = (), **kwargs: Any) -> None:
        """``sessions``: id, words and hint of each."""
        super().__init__(*args, **kwargs)
        field: Any = self.fields["sessions"]
        field.widget.hints = {str(number): hint for number, _words, hint in sessions}
        field.choices = [(number, words) for number, words, _hint in sessions]


class MaterialForm(Form):
    title = LineField(
        label=_("What is it called?"),
        max_length=150,
        error_messages={"required": _("Enter what the file is called")},
    )
    file = django_forms.FileField(
        label=_("File"),
        help_text=FILES_TAKEN,
        widget=FileUpload,
        max_length=200,
        error_messages={"required": _("Choose the file"), "empty": _("The file is empty.")},
    )

    def __init__(self, *args: Any, too_big: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if too_big:
            self.fields["file"].error_messages["required"] = _("The file must be smaller than 20 MB.")


class WalkInForm(Form):
    name = LineField(label=_("Name"), max_length=120, error_messages={"required": _("Enter the name")})
    of = LineField(label=_("From which setting?"), max_length=120, required=False)


class FeedbackForm(Form):
    """Short enough for a phone on the way home."""

    useful = django_forms.TypedChoiceField(
        label=_("How useful was it?"),
        choices=[(each.value, each.label) for each in reversed(Useful)],
        coerce=int,
        widget=Radios,
        error_messages={"required": _("Select how useful it was")},
    )
    pledge = LineField(
        label=_("What will you do now?"),
        max_length=300,
        required=False,
        help_text=_("One thing. We ask you after a term what came of it. Name no child."),
    )
    words = TextField(
        label=_("Anything else?"),
        max_length=2000,
        required=False,
        widget=TextArea(rows=3),
        help_text=_("Name no child."),
    )


class PledgeForm(Form):
    kept = django_forms.ChoiceField(
        label=_("What came of it?"),
        choices=Kept.choices,
        widget=Radios,
        error_messages={"required": _("Select what came of it")},
    )
    kept_words = LineField(
        label=_("What has changed?"), max_length=500, required=False, help_text=_("Name no child.")
    )
