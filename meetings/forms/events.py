"""Forms of Leaders' Days and events (L4): what the team plans, and what people book, answer and need."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms as django_forms
from django.utils.translation import gettext_lazy as _

from core.forms.base import Form, Revealed
from core.forms.fields import DateField, LineField, TextField, TimeField
from core.forms.where import access_notes_field, online_url_field, place_field
from core.forms.widgets import Checkboxes, NumberInput, Radios, TextArea
from meetings.rules.events import Audience, EventKind

MAX_PLACES = 5000


class EventForm(Form):
    """What the team says of an event."""

    kind = django_forms.ChoiceField(
        label=_("What kind of event?"),
        choices=EventKind.choices,
        widget=Radios,
        initial=EventKind.LEADERS_DAY,
        error_messages={"required": _("Select what kind of event it is")},
    )
    title = LineField(
        label=_("What is it called?"),
        max_length=120,
        help_text=_("For example, “Leaders’ Day, spring term”."),
        error_messages={"required": _("Enter what the event is called")},
    )
    about = TextField(label=_("What is it about?"), max_length=2000, required=False, widget=TextArea(rows=4))
    on = DateField(label=_("Which day?"), what=_("the day of the event"))
    starts_at = TimeField(
        label=_("From"), what=_("the time it begins"), help_text=_("For example, 9:30am or 09:30")
    )
    ends_at = TimeField(label=_("Until"), what=_("the time it ends"))
    place = place_field()
    access_notes = access_notes_field()
    online_url = online_url_field()
    places = django_forms.IntegerField(
        label=_("How many places?"),
        min_value=1,
        max_value=MAX_PLACES,
        widget=NumberInput(width=4),
        error_messages={
            "required": _("Enter how many places there are"),
            "invalid": _("Enter how many places as a whole number"),
            "min_value": _("There must be at least one place"),
            "max_value": _("Enter at most 5,000 places"),
        },
    )
    audience = django_forms.ChoiceField(
        label=_("Who is invited?"),
        choices=Audience.choices,
        widget=Radios,
        initial=Audience.LEADERS,
        error_messages={"required": _("Select who is invited")},
    )
    districts = django_forms.TypedMultipleChoiceField(
        label=_("Which districts?"), coerce=int, required=False, widget=Checkboxes
    )
    is_shared = django_forms.BooleanField(
        label=_("Share the places fairly between the sectors"),
        required=False,
        help_text=_("Childminders, nurseries and schools each have places by how many are invited."),
    )
    released_on = DateField(
        label=_("From which day are places that a sector does not use free for everybody?"),
        what=_("that day"),
        required=False,
        help_text=_("Only where you share the places. Leave it empty to share nothing from the beginning."),
    )
    books_until = DateField(
        label=_("Last day to book"),
        what=_("the last day to book"),
        required=False,
        help_text=_("Leave it empty if people can book until it begins."),
    )
    reveals = {
        "audience": {Audience.DISTRICTS.value: Revealed(_("Districts that are invited"), ("districts",))}
    }

    def __init__(self, *args: Any, districts: Mapping[int, str] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["districts"]
        field.choices = list((districts or {}).items())

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        starts_at, ends_at = data.get("starts_at"), data.get("ends_at")
        if starts_at and ends_at and ends_at <= starts_at:
            self.add_error("ends_at", _("The end must be after the beginning, on the same day."))
        if data.get("is_shared") and "released_on" in data and not data["released_on"]:
            self.add_error("released_on", _("Enter the day from which places are free for everybody"))
        return data


class ChangeEventForm(EventForm):
    """``seen`` says what the person looked at."""

    seen = django_forms.CharField(widget=django_forms.HiddenInput, max_length=16)


class CancelEventForm(Form):
    because = LineField(
        label=_("Why is it cancelled?"),
        max_length=300,
        help_text=_("Everybody who has booked reads it."),
        error_messages={"required": _("Say why it is cancelled.")},
    )


class BookForm(Form):
    """For which setting; not asked of whoever has one."""

    provider = django_forms.TypedChoiceField(
        label=_("For which setting?"),
        coerce=int,
        widget=Radios,
        error_messages={"required": _("Select the setting")},
    )

    def __init__(self, *args: Any, settings: Mapping[int, str] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        settings = settings or {}
        if len(settings) == 1:
            del self.fields["provider"]
        else:
            field: Any = self.fields["provider"]
            field.choices = list(settings.items())


class AnswerOfferForm(Form):
    word = django_forms.ChoiceField(
        label=_("Do you take the place?"),
        choices=[("yes", _("Yes, I will come")), ("no", _("No, give it to the next person"))],
        widget=Radios,
        error_messages={"required": _("Select whether you take the place")},
    )


class NeedsForm(Form):
    """Kept apart, and deleted after the day."""

    access = TextField(
        label=_("What do you need to get in and take part?"),
        max_length=1000,
        required=False,
        widget=TextArea(rows=3),
        help_text=_("For example, a seat near the front, a hearing loop, a place to park."),
    )
    diet = TextField(
        label=_("What do you need to eat and drink?"),
        max_length=1000,
        required=False,
        widget=TextArea(rows=3),
        help_text=_("For example, no nuts, halal, vegan."),
    )
