"""The forms that describe a collaboration, and say how it begins."""

from __future__ import annotations

from typing import Any

from django import forms as django_forms
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from collaborations.selectors import KINDS, nearly_named
from core.forms.base import Form, Revealed
from core.forms.fields import DateField, LineField, TextField
from core.forms.widgets import FileUpload, NumberInput, Radios, Select, TextArea
from providers.selectors import districts


class CollaborationForm(Form):
    name = LineField(label=_("Name"), max_length=120, help_text=_("What its members call it."))
    is_another = django_forms.BooleanField(
        label=_("This is another group than the one with nearly the same name"), required=False
    )
    kind = django_forms.ChoiceField(
        label=_("Kind"), choices=KINDS, initial=KINDS[0][0], widget=Radios(small=True)
    )
    district = django_forms.ModelChoiceField(
        queryset=None,
        label=_("District"),
        required=False,
        empty_label=_("None"),
        widget=Select,
        help_text=_("Where it mostly meets. Settings from anywhere may be members."),
    )
    is_virtual = django_forms.BooleanField(label=_("It meets online only"), required=False)
    started_on = DateField(label=_("Started on"), what=_("the date it started"))
    purpose = TextField(
        label=_("Purpose"),
        max_length=2000,
        required=False,
        widget=TextArea(rows=4, count=2000),
        help_text=_("Shown to its members. Do not name a child."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["district"].queryset = districts()  # type: ignore[attr-defined]
        name = self.data.get("name", "")
        if not name or not nearly_named(name):  # asked only where there is something to ask
            del self.fields["is_another"]


class EnquiryForm(CollaborationForm):
    """The same of a group that began as an enquiry."""

    asked_by = LineField(label=_("Who asked"), max_length=200)
    enquiry = TextField(label=_("What they asked for"), max_length=2000, widget=TextArea(rows=4, count=2000))


class StartForm(CollaborationForm):
    """An enquiry, or a group that ran before it was recorded here."""

    ENQUIRY, RUNNING = "enquiry", "active"

    state = django_forms.ChoiceField(
        label=_("What do you record?"),
        choices=((ENQUIRY, _("An enquiry")), (RUNNING, _("A group that already runs"))),
        widget=Radios(
            hints={
                ENQUIRY: _(
                    "Somebody asks for a new group. You take it on from here, to its first meeting and"
                    " further."
                ),
                RUNNING: _(
                    "It has met before and works as a collaboration already. It is recorded as active."
                ),
            }
        ),
    )
    asked_by = LineField(
        label=_("Who asked"),
        max_length=200,
        required=False,
        help_text=_("A person and a setting, for example. How to reach them."),
    )
    enquiry = TextField(
        label=_("What they asked for"),
        max_length=2000,
        required=False,
        widget=TextArea(rows=4, count=2000),
        help_text=_("Do not name a child."),
    )
    terms_adopted_on = DateField(
        label=_("Ways of working adopted on"), what=_("the date of adoption"), required=False
    )

    marks_optional = False
    field_order = (
        "state",
        "asked_by",
        "enquiry",
        "terms_adopted_on",
        "kind",
        "is_virtual",
        "purpose",
        "name",
        "is_another",
        "district",
        "started_on",
    )
    reveals = {
        "state": {
            ENQUIRY: Revealed(_("If it is an enquiry"), ("asked_by", "enquiry")),
            RUNNING: Revealed(
                _("If the group already runs"), ("terms_adopted_on", "kind", "is_virtual", "purpose")
            ),
        }
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["started_on"].help_text = _("For an enquiry, the day on which they asked.")
        for name, label in (("district", _("District (optional)")), ("purpose", _("Purpose (optional)"))):
            self.fields[name].label = label

    def clean(self) -> dict[str, Any]:
        """What belongs to the other choice is left out."""
        given = super().clean() or {}
        others = ("terms_adopted_on",) if given.get("state") == self.ENQUIRY else ("asked_by", "enquiry")
        return {name: value for name, value in given.items() if name not in others}


class MoveForm(Form):
    """One move: the day, and in words why. ``seen`` is the state that the person was looking at."""

    on = DateField(label=_("From which day"), what=_("the day"))
    words = TextField(
        label=_("Why"),
        max_length=2000,
        required=False,
        widget=TextArea(rows=4, count=2000),
        help_text=_("The leaders and the early years team read it. Do not name a child."),
    )
    seen = django_forms.CharField(required=False, max_length=20, widget=django_forms.HiddenInput)

    def __init__(self, *args: Any, says_why: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["words"].required = says_why


class MeetingArrangedForm(MoveForm):
    """When and where the first meeting is to be; it stands in the story of the group."""

    meets_on = DateField(label=_("Day of the first meeting"), what=_("the day of the first meeting"))
    time = LineField(label=_("Time"), max_length=40, help_text=_("For example, 6:30pm to 8pm."))
    place = LineField(label=_("Where"), max_length=200, help_text=_("A place, or a link."))
    field_order = ("meets_on", "time", "place", "on", "words")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].label = _("Arranged on")
        self.fields["words"].label = _("Anything else")
        self.give_words()


class FirstMeetingForm(Form):
    """``corrects`` is set where the person was looking at what is recorded."""

    held_on = DateField(label=_("Held on"), what=_("the date of the meeting"))
    place = LineField(label=_("Where"), max_length=200, required=False, help_text=_("A place, or online."))
    facilitated_by = django_forms.ModelChoiceField(
        queryset=None,
        label=_("Who facilitated it"),
        empty_label=None,
        widget=Select,
        help_text=_("An officer of the team."),
    )
    notes = TextField(
        label=_("What was agreed"),
        max_length=4000,
        widget=TextArea(rows=6, count=4000),
        help_text=_(
            "Who came, what they want to do together, and when they meet again. Do not name a child."
        ),
    )
    came = django_forms.IntegerField(
        label=_("How many came?"),
        required=False,
        min_value=1,
        max_value=999,
        widget=NumberInput(width=3),
        help_text=_("Settings, and people without one."),
        error_messages=dict.fromkeys(
            ("invalid", "min_value", "max_value"), _("Enter a number between 1 and 999")
        ),
    )
    corrects = django_forms.BooleanField(required=False, widget=django_forms.HiddenInput)

    def __init__(self, *args: Any, facilitators: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["facilitated_by"]
        field.queryset = User.objects.none() if facilitators is None else facilitators


class TermsForm(Form):
    terms_adopted_on = DateField(
        label=_("Adopted on"),
        what=_("the date of adoption"),
        help_text=_("The day on which the members agreed to their ways of working."),
    )


class OutlinesForm(Form):
    """A file of boundaries, and where it comes from."""

    file = django_forms.FileField(
        label=_("GeoJSON file of the districts"),
        help_text=_(
            "One area for each district, named as here. Longitude and latitude or British National Grid. Up"
            " to 20 MB."
        ),
        widget=FileUpload,
        max_length=200,
        error_messages={
            "required": _("Choose the GeoJSON file"),
            "empty": _("The file is empty. Download it again."),
        },
    )
    attribution = LineField(
        label=_("Where the boundaries come from"),
        help_text=_("This line stands below the map, as the licence of the boundaries asks for it."),
        max_length=300,
        error_messages={"required": _("Enter the line that says where the boundaries come from")},
    )

    def __init__(self, *args: Any, too_big: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if too_big:
            self.fields["file"].error_messages["required"] = _(
                "The file is larger than 20 MB. Choose generalised boundaries."
            )
