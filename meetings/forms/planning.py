"""Forms that plan, move, cancel and answer meetings."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms as django_forms
from django.utils.translation import gettext_lazy as _

from core.forms.base import Form
from core.forms.fields import DateField, LineField, TimeField
from core.forms.where import access_notes_field, online_url_field, place_field
from core.forms.widgets import NumberInput, Radios, Select
from meetings.models.planning import Answer, Meeting

KIND_HINTS = {
    Meeting.Kind.REGULAR: _("It counts for the attendance that you agreed."),
    Meeting.Kind.EXTRA: _("Besides the usual ones. It counts too."),
    Meeting.Kind.WORKING: _("For some of you. Nobody is missed."),
}


class WhereForm(Form):
    """What is said of a meeting besides its day."""

    kind = django_forms.ChoiceField(
        label=_("What kind of meeting?"),
        choices=[choice for choice in Meeting.Kind.choices if choice[0] != Meeting.Kind.FIRST],
        widget=Radios(hints=KIND_HINTS),
        initial=Meeting.Kind.REGULAR,
        error_messages={"required": _("Select what kind of meeting it is")},
    )
    title = LineField(
        label=_("What is it called?"),
        max_length=120,
        help_text=_("For example, “Autumn meeting”."),
        error_messages={"required": _("Enter what the meeting is called")},
    )
    starts_at = TimeField(
        label=_("From"), what=_("the time it begins"), help_text=_("For example, 4pm or 16:00")
    )
    ends_at = TimeField(label=_("Until"), what=_("the time it ends"))
    place = place_field()
    access_notes = access_notes_field()
    online_url = online_url_field()
    chaired_by = django_forms.TypedChoiceField(
        label=_("Who chairs?"), coerce=int, empty_value=None, required=False, widget=Select
    )

    def __init__(self, *args: Any, people: Mapping[int, str] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["chaired_by"]
        field.choices = [("", _("Not decided yet")), *(people or {}).items()]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        starts_at, ends_at = data.get("starts_at"), data.get("ends_at")
        if starts_at and ends_at and ends_at <= starts_at:
            self.add_error("ends_at", _("The end must be after the beginning, on the same day."))
        return data


class PlanMeetingForm(WhereForm):
    """One meeting."""

    on = DateField(label=_("Which day?"), what=_("the day of the meeting"))
    items_until = DateField(
        label=_("Until when can members propose items?"),
        what=_("that day"),
        required=False,
        help_text=_("Leave it empty to take the day before papers are due."),
    )
    field_order = (
        "title", "on", "starts_at", "ends_at", "place", "access_notes", "online_url", "kind", "chaired_by", "items_until"
    )  # fmt: skip


class ChangeMeetingForm(PlanMeetingForm):
    """``seen`` says what the person looked at."""

    seen = django_forms.CharField(widget=django_forms.HiddenInput, max_length=16)


class ChangeFirstMeetingForm(ChangeMeetingForm):
    """Of a first meeting. ``officers_choose``: whether who changes it says who of the team facilitates."""

    def __init__(self, *args: Any, officers_choose: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("kind", "items_until", *(() if officers_choose else ("chaired_by",))):
            del self.fields[name]
        if officers_choose:
            self.fields["chaired_by"].label = _("Who of the early years team facilitates it?")


class DaysField(django_forms.MultipleChoiceField):
    """Days as a page offered them, by their ISO dates."""

    def valid_value(self, value: str) -> bool:
        try:
            date.fromisoformat(value)
        except ValueError:
            return False
        return True

    def clean(self, value: Any) -> list[date]:
        return [date.fromisoformat(text) for text in super().clean(value)]


class PlanYearForm(WhereForm):
    """From when on, and how often: the next page proposes the days."""

    first_on = DateField(label=_("When is the first meeting?"), what=_("the day of the first meeting"))
    number = django_forms.IntegerField(
        label=_("How many meetings?"),
        min_value=2,
        max_value=12,
        widget=NumberInput(width=2),
        error_messages={
            "required": _("Enter how many meetings"),
            "invalid": _("Enter a whole number from 2 to 12"),
            "min_value": _("Enter a whole number from 2 to 12"),
            "max_value": _("Enter a whole number from 2 to 12"),
        },
    )
    #: The days ticked on the second page.
    days = DaysField(required=False, widget=django_forms.MultipleHiddenInput)
    field_order = (
        "title", "first_on", "number", "starts_at", "ends_at", "place", "access_notes", "online_url", "kind", "chaired_by"
    )  # fmt: skip


class CancelMeetingForm(Form):
    because = LineField(
        label=_("Why is it cancelled?"),
        max_length=300,
        help_text=_("Everybody who was invited reads it. Name no child."),
        error_messages={"required": _("Say why it is cancelled.")},
    )


class TakeBackForm(Form):
    """``number``: how many meetings were planned together; of one alone nothing is asked."""

    ONE, ALL = "one", "all"

    which = django_forms.ChoiceField(
        label=_("Which meetings were planned by mistake?"),
        widget=Radios,
        error_messages={"required": _("Select which meetings were planned by mistake")},
    )

    def __init__(self, *args: Any, number: int = 1, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if number < 2:
            del self.fields["which"]
            return
        field: Any = self.fields["which"]
        every = _("All %(number)d that were planned together") % {"number": number}
        field.choices = [(self.ONE, _("This one alone")), (self.ALL, every)]


class AnswerForm(Form):
    """Whether a setting will come."""

    word = django_forms.ChoiceField(
        label=_("Will you come?"),
        choices=Answer.Word.choices,
        widget=Radios,
        error_messages={"required": _("Select whether you will come")},
    )
    whole_year = django_forms.BooleanField(
        label=_("The same for all meetings that are planned"), required=False
    )
