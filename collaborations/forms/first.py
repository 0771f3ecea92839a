"""Forms of the first meeting of a forming group: arranged, people invited, answered, and who came."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms as django_forms
from django.utils.translation import gettext_lazy as _

from core.forms.base import Fieldset, Form
from core.forms.fields import DateField, LineField, TextField, TimeField
from core.forms.where import access_notes_field, online_url_field, place_field
from core.forms.widgets import Checkboxes, EmailInput, Radios, Select, TextArea
from meetings.rules.first import Word

#: So many people can be named who came without being invited.
MAX_OTHERS = 30
MAX_NAME = 120


class ArrangeFirstForm(Form):
    """When and where. ``officers``: who may facilitate, by id; None leaves that to the team."""

    on = DateField(label=_("Which day?"), what=_("the day of the meeting"))
    starts_at = TimeField(
        label=_("From"), what=_("the time it begins"), help_text=_("For example, 6:30pm or 18:30")
    )
    ends_at = TimeField(label=_("Until"), what=_("the time it ends"))
    place = place_field()
    access_notes = access_notes_field()
    online_url = online_url_field()
    facilitated_by = django_forms.TypedChoiceField(
        label=_("Who of the early years team facilitates it?"),
        coerce=int,
        empty_value=None,
        required=False,
        widget=Select,
    )

    def __init__(self, *args: Any, officers: Mapping[int, str] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if officers is None:
            del self.fields["facilitated_by"]
            return
        field: Any = self.fields["facilitated_by"]
        field.choices = [("", _("Not decided yet")), *officers.items()]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        starts_at, ends_at = data.get("starts_at"), data.get("ends_at")
        if starts_at and ends_at and ends_at <= starts_at:
            self.add_error("ends_at", _("The end must be after the beginning, on the same day."))
        return data


class InviteToFirstForm(Form):
    """Settings that are ticked, and somebody by email.

    ``candidates``: id, name and how we know of it, of each setting that can be ticked.
    """

    settings = django_forms.TypedMultipleChoiceField(
        label=_("Which settings?"),
        coerce=int,
        required=False,
        widget=Checkboxes,
        help_text=_("Each manager of a setting gets an email of their own."),
        error_messages={
            "invalid_choice": _("One of these settings is not in the list any more. Look again.")
        },
    )
    name = LineField(label=_("Name"), max_length=MAX_NAME, required=False)
    email = django_forms.EmailField(
        label=_("Email address"),
        max_length=254,
        required=False,
        widget=EmailInput,
        error_messages={"invalid": _("Enter an email address like name@example.org")},
    )
    works_at = LineField(label=_("Where they work"), max_length=MAX_NAME, required=False)
    words = LineField(
        label=_("What do you want to tell them?"),
        max_length=300,
        required=False,
        help_text=_("It stands in the email. Name no child."),
    )
    fieldsets = (
        Fieldset(None, ("settings",)),
        Fieldset(_("Somebody by email"), ("name", "email", "works_at")),
        Fieldset(None, ("words",)),
    )

    def __init__(self, *args: Any, candidates: Sequence[tuple[int, str, str]] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["settings"]
        field.choices = [(pk, name) for pk, name, _hint in candidates]
        field.widget.hints = {str(pk): hint for pk, _name, hint in candidates}
        if not candidates:
            del self.fields["settings"]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if data.get("email") and not data.get("name"):
            self.add_error("name", _("Enter the name of the person"))
        if (
            (data.get("name") or data.get("works_at"))
            and not data.get("email")
            and "email" not in self.errors
        ):
            self.add_error("email", _("Enter the email address of the person"))
        if not data.get("settings") and not data.get("email") and not self.errors:
            self.add_error(
                "settings" if "settings" in self.fields else "email",
                _("Tick a setting, or enter a name and an email address."),
            )
        return data


class AnswerFirstForm(Form):
    """Whether somebody comes, who, and what they need."""

    word = django_forms.ChoiceField(
        label=_("Will you come?"),
        choices=[
            (Word.YES, _("Yes")),
            (Word.MAYBE, _("Perhaps")),
            (Word.NO, _("No")),
        ],
        widget=Radios,
        error_messages={"required": _("Select whether you will come")},
    )
    people = LineField(
        label=_("Who comes?"),
        max_length=200,
        required=False,
        help_text=_("Names, or how many. Those who arrange the meeting and the group read it."),
    )
    needs = TextField(
        label=_("What do you need to get in and take part?"),
        max_length=1000,
        required=False,
        widget=TextArea(rows=3),
        help_text=_(
            "For example, a step-free way in, or a sign language interpreter. Only those who arrange the"
            " meeting read it. It is deleted in the night after the meeting."
        ),
    )


class WhoCameFirstForm(Form):
    """Who came of those invited, who else, and what was agreed. ``invited``: id and name of each."""

    came = django_forms.TypedMultipleChoiceField(
        label=_("Who came?"), coerce=int, required=False, widget=Checkboxes
    )
    others = TextField(
        label=_("Who else came?"),
        max_length=4000,
        required=False,
        widget=TextArea(rows=3),
        help_text=_("One name on each line, with where they work."),
    )
    notes = TextField(
        label=_("What was agreed?"),
        max_length=4000,
        widget=TextArea(rows=6, count=4000),
        help_text=_("What they want to do together, and when they meet again. Do not name a child."),
        error_messages={"required": _("Enter what was agreed")},
    )
    #: Set where the person was looking at what is recorded.
    corrects = django_forms.BooleanField(required=False, widget=django_forms.HiddenInput)

    def __init__(self, *args: Any, invited: Sequence[tuple[int, str]] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["came"]
        field.choices = invited
        if not invited:
            del self.fields["came"]

    def clean_others(self) -> list[str]:
        names = [" ".join(line.split()) for line in self.cleaned_data["others"].splitlines()]
        names = [name for name in names if name]
        if any(len(name) > MAX_NAME for name in names):
            raise django_forms.ValidationError(
                _("Each line must have %(number)d characters or fewer.") % {"number": MAX_NAME}
            )
        if len(names) > MAX_OTHERS:
            raise django_forms.ValidationError(_("Name at most %(number)d people.") % {"number": MAX_OTHERS})
        return names
