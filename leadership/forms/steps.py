"""Forms of the conversation of a case (L3)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django import forms as django_forms
from django.utils.translation import gettext_lazy as _

from core.forms.base import Form
from core.forms.fields import DateField, LastDayField, TextField
from core.forms.searched import MAX_OFFERED
from core.forms.widgets import NumberInput, Radios, TextArea
from leadership.forms.cases import PersonForm
from leadership.rules.steps import Answer, Channel, Preference, SupportKind
from leadership.rules.support import MAX_DAYS

AGREED_HINT = _("The leader reads this too. Write it as you would say it to them. Do not name a child.")
WORDS_HINT = _("Only people named in this case read this. Do not name a child.")
DAY_HINT = _("For example, 27 3 2026")
WHAT_AGREED, NOTES = _("What did you agree?"), _("Notes")
NO_SUPPORT = "none"


def agreed_field(label: Any = WHAT_AGREED, *, required: bool = True) -> TextField:
    return TextField(
        label=label, help_text=AGREED_HINT, required=required, max_length=4000, widget=TextArea(count=4000)
    )


def words_field(label: Any = NOTES, *, required: bool = False) -> TextField:
    return TextField(
        label=label, help_text=WORDS_HINT, required=required, max_length=4000, widget=TextArea(count=4000)
    )


class TalkForm(Form):
    """A conversation with the leader: when, how, and what was agreed."""

    on_day = DateField(label=_("When did you talk?"), what=_("the day"), past=True, help_text=DAY_HINT)
    channel = django_forms.ChoiceField(label=_("How?"), choices=Channel.choices, widget=Radios())
    agreed = agreed_field()
    words = words_field()


class ContactForm(TalkForm):
    """The first conversation: also how the leader would like the members to be told."""

    preference = django_forms.ChoiceField(
        label=_("How would the leader like the members to be told?"),
        choices=Preference.choices,
        initial=Preference.LATER,
        widget=Radios(
            hints={Preference.LATER.value: _("That is fine. You can record it in another conversation.")}
        ),
    )
    field_order = ("on_day", "channel", "agreed", "preference", "words")


class EntryForm(Form):
    """What an entry is corrected by, and what is said of a deed that was no conversation."""

    on_day = DateField(label=_("Day"), what=_("the day"), past=True, help_text=DAY_HINT)
    agreed = agreed_field(_("What the leader reads"), required=False)
    words = words_field()


class StaysForm(EntryForm):
    """Why the leader stays, in words."""

    words = words_field(_("Why does the leader stay?"), required=True)
    field_order = ("on_day", "words", "agreed")


class OfferForm(Form):
    """What was offered, and what the leader says to it."""

    kind = django_forms.ChoiceField(
        label=_("What did you offer?"),
        choices=[*SupportKind.choices, (NO_SUPPORT, _("Nothing: the leader would like no support now"))],
        widget=Radios(hints={NO_SUPPORT: _("You can offer it again at any time.")}),
    )
    offered_on = DateField(label=_("When?"), what=_("the day"), past=True, help_text=DAY_HINT)
    answer = django_forms.ChoiceField(
        label=_("What did the leader say?"), choices=Answer.choices, initial=Answer.OPEN, widget=Radios()
    )
    planned_for = DateField(
        label=_("Planned for"),
        what=_("the planned day"),
        required=False,
        help_text=_("Outside this case the day has a neutral name."),
    )
    words = TextField(
        label=NOTES,
        help_text=WORDS_HINT,
        required=False,
        max_length=2000,
        widget=TextArea(count=2000),
    )


class SupportForm(Form):
    """What became of an offer."""

    answer = django_forms.ChoiceField(
        label=_("What did the leader say?"), choices=Answer.choices, widget=Radios()
    )
    planned_for = DateField(
        label=_("Planned for"), what=_("the planned day"), required=False, help_text=DAY_HINT
    )
    given_on = DateField(
        label=_("Took place on"),
        what=_("the day"),
        required=False,
        past=True,
        help_text=_("Fill it in once it has taken place."),
    )
    words = TextField(
        label=NOTES,
        help_text=WORDS_HINT,
        required=False,
        max_length=2000,
        widget=TextArea(count=2000),
    )


class SuccessorForm(Form):
    """Somebody of the group who might lead next, among those whom the search of the page found."""

    who = django_forms.ChoiceField(
        label=_("Who might lead?"),
        widget=Radios(),
        error_messages={"required": _("Select a person, or search for another one")},
    )
    words = TextField(
        label=NOTES,
        help_text=WORDS_HINT,
        required=False,
        max_length=2000,
        widget=TextArea(count=2000),
    )

    def __init__(
        self,
        *args: Any,
        people: Sequence[tuple[str, str, str]],
        offered: Sequence[tuple[str, str, str]],
        **kwargs: Any,
    ) -> None:
        """``people``: everybody who may be chosen, by key, name and setting; ``offered``: whom the page shows."""
        super().__init__(*args, **kwargs)
        field: Any = self.fields["who"]
        field.choices = [(key, name) for key, name, _setting in people]
        field.widget.choices = [(key, name) for key, name, _setting in offered[:MAX_OFFERED]]
        field.widget.hints = {key: setting for key, _name, setting in offered}


class AskedForm(Form):
    """That somebody was asked, and what they said."""

    contacted_on = DateField(label=_("When did you ask?"), what=_("the day"), past=True, help_text=DAY_HINT)
    answer = django_forms.ChoiceField(
        label=_("What did they say?"), choices=Answer.choices, initial=Answer.OPEN, widget=Radios()
    )


class HandOverForm(PersonForm):
    """Who takes the case, and what they should know."""

    words = words_field(_("What should they know?"))
    field_order = ("officer", "words")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.order_fields(self.field_order)


class AgainForm(Form):
    """The conversation about leading again."""

    OPEN, YES, NO = "open", "yes", "no"
    discussed_on = DateField(
        label=_("When did you talk about it?"), what=_("the day"), past=True, help_text=DAY_HINT
    )
    decision = django_forms.ChoiceField(
        label=_("What did you decide together?"),
        choices=(
            (YES, _("The person leads again")),
            (NO, _("The person does not lead again")),
            (OPEN, _("Nothing yet")),
        ),
        widget=Radios(
            hints={
                YES: _("Alone or jointly: appoint them in the collaboration next."),
                NO: _("Also if they would rather not."),
            }
        ),
    )
    words = TextField(
        label=_("In a few words"),
        help_text=_(
            "Once it is decided, say how you came to it. Only people named in this case read this. Do not name a"
            " child."
        ),
        required=False,
        max_length=2000,
        widget=TextArea(count=2000),
    )


class DaysForm(Form):
    """Within how many days each step is to be done."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        labels: Mapping[str, Any] = {
            "contact_days": _("First conversation"),
            "support_days": _("Support offered, after the first conversation"),
            "letter_days": _("Letter sent, after that"),
            "succession_days": _("Next leader found, after the report is published"),
            "remind_days": _("Remind the officer so many days before"),
        }
        for name, label in labels.items():
            self.fields[name] = django_forms.IntegerField(
                label=label,
                min_value=0 if name == "remind_days" else 1,
                max_value=MAX_DAYS,
                widget=NumberInput(width=3, suffix=_("days")),
            )
        self.give_words()


class AwayForm(Form):
    """Days on which somebody is away."""

    starts_on = DateField(label=_("First day away"), what=_("the first day"), help_text=DAY_HINT)
    ends_on = LastDayField(label=_("Last day away"), future=True)

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        first, end = data.get("starts_on"), data.get("ends_on")
        if isinstance(first, date) and isinstance(end, date) and end <= first:
            self.add_error("ends_on", _("The last day must be the same as or after the first day."))
        return data
