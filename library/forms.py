"""Forms of shared documents. Field names are those at which the services refuse."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms as django_forms
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from core.forms.base import Form
from core.forms.fields import DateField, LastDayField, LineField, TextField
from core.forms.widgets import FileUpload, Radios, TextArea
from library.selectors import AUDIENCES

TAKEN = _("PDF, Word, Excel, PowerPoint, ODT, ODS, PNG, JPEG or TXT, up to 20 MB and without macros.")
AUDIENCE_HINTS = {
    "group": _("Everybody who works at a member setting, as long as it is a member."),
    "leaders": _("The leaders, the chair and the administrator."),
    "named": _("Only people whom you name, each from one day to another. You name them in the next step."),
}


class FileForm(Form):
    """The file of a newer version."""

    file = django_forms.FileField(
        label=_("File"),
        help_text=TAKEN,
        widget=FileUpload,
        max_length=200,
        error_messages={"required": _("Choose the file"), "empty": _("The file is empty.")},
    )

    def __init__(self, *args: Any, too_big: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if too_big:
            self.fields["file"].error_messages["required"] = _("The file must be smaller than 20 MB.")


class FactsForm(Form):
    """What is said of a document, and who may open it."""

    title = LineField(
        label=_("Title"),
        max_length=150,
        help_text=_("Name no child in it."),
        error_messages={"required": _("Enter a title")},
    )
    audience = django_forms.ChoiceField(
        label=_("Who may open it?"),
        choices=AUDIENCES,
        widget=Radios(hints=AUDIENCE_HINTS),
        help_text=_("The owner always may. The early years team may not."),
        error_messages={"required": _("Select who may open it")},
    )
    copyright_note = TextField(
        label=_("Copyright"),
        max_length=300,
        required=False,
        widget=TextArea(rows=2, count=300),
        help_text=_(
            "Who wrote it, and what others may do with it. For example: made by Acorns, for our own settings"
            " only."
        ),
    )
    review_on = DateField(
        label=_("Look at it again on"),
        what=_("the day of the next review"),
        required=False,
        help_text=_("The owner is reminded from this day on. For example, 27 3 2027."),
    )


class AddDocumentForm(FileForm, FactsForm):
    field_order = ("title", "file", "audience", "copyright_note", "review_on")


class ChangeDocumentForm(FactsForm):
    """``seen`` says what the person looked at."""

    seen = django_forms.CharField(widget=django_forms.HiddenInput, max_length=16)


class ChoosesPersonOfGroup(Form):
    """One of the people who work at member settings."""

    person = django_forms.TypedChoiceField(
        label=_("Person"), coerce=int, widget=Radios, error_messages={"required": _("Select a person")}
    )

    def __init__(self, *args: Any, people: Sequence[User] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["person"]
        field.choices = [(person.pk, str(person)) for person in people]
        field.widget.hints = {str(person.pk): person.email for person in people}


class ReaderForm(ChoosesPersonOfGroup):
    """Who may open a document, and when."""

    starts_on = DateField(label=_("From"), what=_("the first day"))
    ends_on = LastDayField(
        required=False,
        help_text=_("The last day on which the person may open it. Leave it empty if there is no end yet."),
    )
