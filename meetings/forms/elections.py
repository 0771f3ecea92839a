"""Forms of elections (G6)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms as django_forms
from django.utils.translation import gettext_lazy as _

from core.forms.base import Form
from core.forms.fields import DateField, LastDayField, LineField, TextField
from core.forms.widgets import Radios, TextArea
from meetings.models.elections import Election
from meetings.rules.elections import Answer

MAX_STATEMENT = 600


class DaysForm(Form):
    """Until when, and from when."""

    nominate_until = DateField(
        label=_("Until when can people be nominated?"),
        what=_("the last day for nominations"),
        help_text=_("That day counts. If you elect at a meeting, take the day of the meeting."),
    )
    starts_on = DateField(
        label=_("First day in post"),
        what=_("the first day in post"),
        help_text=_("Whoever holds the office now stops the day before."),
    )


class DetailsForm(DaysForm):
    """The same with what people should know."""

    words = TextField(
        label=_("What people should know"),
        max_length=1000,
        required=False,
        widget=TextArea(rows=4, count=1000),
        help_text=_("For example, how much time it takes. Everybody in the group reads it."),
    )


class ChangeElectionForm(DetailsForm):
    """``seen`` says what the person looked at."""

    seen = django_forms.CharField(widget=django_forms.HiddenInput, max_length=16)


class CallElectionForm(DetailsForm):
    """Which office, when, and whether nominations begin at once."""

    office = django_forms.ChoiceField(
        label=_("Which office?"),
        choices=Election.Office.choices,
        widget=Radios,
        error_messages={"required": _("Select the office")},
    )
    begins = django_forms.ChoiceField(
        label=_("When do nominations begin?"),
        choices=[
            ("now", _("Now: everybody in the group gets an email")),
            ("later", _("Later: I open them on the page of the election")),
        ],
        initial="now",
        widget=Radios,
        error_messages={"required": _("Select when nominations begin")},
    )
    field_order = ("office", "nominate_until", "starts_on", "words", "begins")


class CallOffForm(Form):
    because = LineField(
        label=_("Why is it called off?"),
        max_length=300,
        help_text=_("Everybody in the group reads it."),
        error_messages={"required": _("Say why it is called off.")},
    )


class NominateForm(Form):
    """Why; of oneself, what one says to the members."""

    words = TextField(
        label=_("Why this person?"),
        max_length=300,
        required=False,
        widget=TextArea(rows=3, count=300),
        help_text=_("They read it in their email, and everybody in the group on the page."),
    )

    def __init__(self, *args: Any, is_own: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if is_own:
            self.fields["words"].label = _("A word to the members")
            self.fields["words"].help_text = _("Everybody in the group reads it on the page.")


class AnswerNominationForm(Form):
    """Whether a nominee stands."""

    answer = django_forms.ChoiceField(
        label=_("Will you stand?"),
        choices=[
            (Answer.ACCEPTED.value, _("Yes, I will stand")),
            (Answer.DECLINED.value, _("No, I will not stand")),
        ],
        widget=Radios,
        error_messages={"required": _("Select whether you will stand")},
    )
    statement = TextField(
        label=_("A word to the members"),
        max_length=MAX_STATEMENT,
        required=False,
        widget=TextArea(rows=4, count=MAX_STATEMENT),
        help_text=_("If you stand: why you would like to do it. Everybody in the group reads it."),
    )

    def __init__(self, *args: Any, may_accept: bool = True, **kwargs: Any) -> None:
        """``may_accept``: not once the vote has begun; a candidate can only withdraw then."""
        super().__init__(*args, **kwargs)
        if not may_accept:
            field: Any = self.fields["answer"]
            field.label = _("Do you withdraw?")
            field.choices = [(Answer.DECLINED.value, _("Yes, I withdraw: votes for me do not count"))]
            del self.fields["statement"]


class DeclareForm(Form):
    """The term, and who was drawn where votes were equal."""

    drawn = django_forms.TypedChoiceField(
        label=_("Who was drawn?"),
        coerce=int,
        empty_value=None,
        widget=Radios,
        help_text=_("Draw the lot where the members see it."),
        error_messages={"required": _("Select who was drawn, from those with equal votes.")},
    )
    starts_on = DateField(label=_("First day in post"), what=_("the first day in post"))
    ends_on = LastDayField(required=False)

    def __init__(self, *args: Any, level: Mapping[int, str] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if level:
            field: Any = self.fields["drawn"]
            field.choices = list(level.items())
        else:
            del self.fields["drawn"]


AT_MEETING, UNTIL_A_DAY = "room", "day"


class BallotForm(Form):
    """In the room now, or until a day; openly or secretly."""

    where = django_forms.ChoiceField(
        label=_("How do you vote?"),
        choices=[
            (AT_MEETING, _("Now, in the meeting of today: until you close it")),
            (UNTIL_A_DAY, _("Until the end of a day: everybody is asked by email")),
        ],
        widget=Radios,
        initial=UNTIL_A_DAY,
        error_messages={"required": _("Select how you vote")},
    )
    closes_at = DateField(
        label=_("Last day to vote"),
        what=_("the last day to vote"),
        required=False,
        help_text=_("Not needed for a vote in the meeting."),
    )
    is_secret = django_forms.BooleanField(
        label=_("Make it a secret vote"),
        required=False,
        help_text=_(
            "Nobody can see how a setting votes, and a vote cannot be changed. At least 5 settings are needed."
        ),
    )

    def __init__(self, *args: Any, meets_today: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not meets_today:
            del self.fields["where"]
            self.fields["closes_at"].help_text = ""

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        is_at_meeting = data.get("where") == AT_MEETING
        if not is_at_meeting and not data.get("closes_at") and "closes_at" not in self.errors:
            self.add_error("closes_at", _("Enter the last day to vote"))
        return data
