"""Forms of peer visits and of training that a group organises."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms as django_forms
from django.utils.translation import gettext_lazy as _

from core.forms.base import Form
from core.forms.fields import DateField, LineField, TextField, TimeField
from core.forms.where import access_notes_field, online_url_field, place_field
from core.forms.widgets import Checkboxes, NumberInput, Radios, TextArea
from meetings.models.visits import MAX_PEOPLE
from meetings.rules.visits import Became
from providers.models import Provider

NO_CHILD = _("Name no child, and nothing by which one could be known.")


class ChangeVisitForm(Form):
    """When a visit is, and what the visitors want to see. ``seen`` says what the person looked at."""

    on = DateField(label=_("Which day?"), what=_("the day of the visit"))
    starts_at = TimeField(
        label=_("From"),
        what=_("the time it begins"),
        required=False,
        help_text=_("For example, 10am or 10:00"),
    )
    ends_at = TimeField(label=_("Until"), what=_("the time it ends"), required=False)
    focus = LineField(
        label=_("What is the visit about?"),
        max_length=300,
        help_text=_("For example, “How you settle two-year-olds” or “Your outdoor area”."),
        error_messages={"required": _("Enter what the visit is about")},
    )
    words = TextField(
        label=_("Anything else?"),
        max_length=1000,
        required=False,
        widget=TextArea(rows=3),
        help_text=_("How many come, where to park, what to bring."),
    )
    seen = django_forms.CharField(widget=django_forms.HiddenInput, max_length=16)


class AskVisitForm(ChangeVisitForm):
    """Who visits whom, among the members of the group."""

    host = django_forms.TypedChoiceField(
        label=_("Who is visited?"),
        coerce=int,
        widget=Radios,
        error_messages={"required": _("Select the setting that is visited.")},
    )
    visitors = django_forms.TypedMultipleChoiceField(
        label=_("Who visits?"),
        coerce=int,
        widget=Checkboxes,
        error_messages={"required": _("Select who visits.")},
    )
    field_order = ("host", "visitors", "focus", "on", "starts_at", "ends_at", "words")

    def __init__(self, *args: Any, members: Iterable[Provider] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["seen"]
        for name in ("host", "visitors"):
            field: Any = self.fields[name]
            field.choices = [(row.pk, str(row)) for row in members]


class AnswerVisitForm(Form):
    """Yes, or not this time."""

    agrees = django_forms.ChoiceField(
        label=_("Does this day suit you?"),
        choices=[("yes", _("Yes")), ("no", _("Not this time"))],
        widget=Radios,
        error_messages={"required": _("Select whether this day suits you")},
    )
    answer = LineField(
        label=_("Anything to say with it?"),
        max_length=300,
        required=False,
        help_text=_("For example, another day that suits you."),
    )


class BecauseForm(Form):
    because = LineField(
        label=_("Why?"), max_length=300, required=False, help_text=_("Everybody who is told reads this.")
    )


class AccountForm(Form):
    """What a visitor saw and takes home."""

    idea = LineField(
        label=_("One idea that you take home"),
        max_length=300,
        help_text=NO_CHILD,
        error_messages={"required": _("Enter one idea that you take home.")},
    )
    seen = TextField(
        label=_("What did you see?"),
        max_length=4000,
        required=False,
        widget=TextArea(rows=6),
        help_text=_("The group reads it. Name no child, and nothing by which one could be known."),
    )


class BecameForm(Form):
    """What became of an idea, or what a training changed, a term later."""

    became = django_forms.ChoiceField(
        label=_("What became of it?"),
        choices=Became.choices,
        widget=Radios,
        error_messages={"required": _("Select what became of it")},
    )
    words = LineField(label=_("In a sentence"), max_length=300, required=False, help_text=NO_CHILD)


class ChangeTrainingForm(Form):
    """What a training is, when and where. ``seen`` says what the person looked at."""

    title = LineField(
        label=_("What is it called?"),
        max_length=120,
        help_text=_("For example, “Paediatric first aid”."),
        error_messages={"required": _("Enter what the training is called")},
    )
    words = TextField(
        label=_("What is it about, and for whom?"), max_length=2000, required=False, widget=TextArea(rows=4)
    )
    given_by = LineField(label=_("Who gives it?"), max_length=120, required=False)
    on = DateField(label=_("Which day?"), what=_("the day of the training"))
    starts_at = TimeField(
        label=_("From"), what=_("the time it begins"), help_text=_("For example, 6:30pm or 18:30")
    )
    ends_at = TimeField(label=_("Until"), what=_("the time it ends"))
    place = place_field()
    access_notes = access_notes_field()
    online_url = online_url_field()
    places = django_forms.IntegerField(
        label=_("How many places are there?"),
        required=False,
        min_value=1,
        max_value=999,
        widget=NumberInput(width=3),
        help_text=_("Leave it empty if there is room for everybody."),
        error_messages=dict.fromkeys(
            ("invalid", "min_value", "max_value"), _("The number of places must be between 1 and 999.")
        ),
    )
    seen = django_forms.CharField(widget=django_forms.HiddenInput, max_length=16)


class PlanTrainingForm(ChangeTrainingForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["seen"]


def _people_field(label: Any, *, required: bool) -> django_forms.IntegerField:
    words = _("Enter a number between 0 and %(most)d") % {"most": MAX_PEOPLE}
    return django_forms.IntegerField(
        label=label,
        min_value=0,
        max_value=MAX_PEOPLE,
        required=required,
        widget=NumberInput(width=2),
        error_messages=dict.fromkeys(("required", "invalid", "min_value", "max_value"), words),
    )


class BookPlacesForm(Form):
    """How many people of a setting come."""

    people = _people_field(_("How many of you come?"), required=True)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["people"].help_text = _("Enter 0 if nobody comes.")


class WhoCameForm(Form):
    """How many people of each setting came."""

    def __init__(self, *args: Any, members: Iterable[Provider] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for provider in members:
            self.fields[f"came_{provider.pk}"] = _people_field(str(provider), required=False)

    def came(self) -> dict[int, int | None]:
        """The numbers by the ids of the settings."""
        return {int(name.removeprefix("came_")): number for name, number in self.cleaned_data.items()}
