"""Forms of minutes, corrections, and of the routes for a concern."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms as django_forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from core.forms.base import Form
from core.forms.fields import LineField, TextField
from core.forms.widgets import Checkboxes, Radios, Select, TextArea
from meetings.models.agenda import AgendaItem
from meetings.rules.minutes import Agreement
from meetings.rules.safeguarding import Route
from meetings.rules.written import GENERAL, MAX_WORDS, Part

NAME_NO_CHILD = _("Everybody in the group reads it. Name no child.")


class MinutesForm(Form):
    """``words_<number>`` and ``not_reached_<number>`` for each item; ``GENERAL`` for what belongs to none."""

    def __init__(self, *args: Any, parts: Iterable[Part], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for part in parts:
            title = {"title": gettext(part.shown_title) if part.number == GENERAL else part.title}
            self.fields[f"words_{part.number}"] = TextField(
                label=gettext("Minutes: %(title)s") % title,
                max_length=MAX_WORDS,
                required=False,
                initial=part.words,
                widget=TextArea(rows=5),
            )
            if part.number != GENERAL:
                self.fields[f"not_reached_{part.number}"] = django_forms.BooleanField(
                    label=gettext("Not reached. It comes again at the next meeting"),
                    required=False,
                    initial=not part.is_reached,
                )
        self.marks_optional = False  # nothing has to be written
        self.give_words()


class DecisionForm(Form):
    words = TextField(
        label=_("What did the meeting decide?"),
        max_length=1000,
        widget=TextArea(rows=4),
        help_text=NAME_NO_CHILD,
        error_messages={"required": _("Enter what was decided")},
    )


class ChangeDecisionForm(DecisionForm):
    seen = django_forms.CharField(widget=django_forms.HiddenInput, max_length=16)


class CorrectionForm(Form):
    """What a member wants corrected."""

    item = django_forms.TypedChoiceField(
        label=_("Which item is it about?"), coerce=int, empty_value=None, required=False, widget=Select
    )
    words = TextField(
        label=_("What should the minutes say?"),
        max_length=2000,
        widget=TextArea(rows=4),
        help_text=NAME_NO_CHILD,
        error_messages={"required": _("Enter the correction")},
    )

    def __init__(self, *args: Any, items: Sequence[AgendaItem] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["item"]
        field.choices = [("", _("None of them")), *((item.pk, item.title) for item in items)]


class AnswerCorrectionForm(Form):
    takes_it = django_forms.ChoiceField(
        label=_("Do you take it?"),
        choices=[("yes", _("Yes, and I write it into the minutes")), ("no", _("No"))],
        widget=Radios,
        error_messages={"required": _("Select whether you take it")},
    )
    answer = LineField(
        label=_("A word to who proposed it"),
        max_length=300,
        required=False,
        help_text=_("Needed if you do not take it. They get it by email."),
    )


class AgreeForm(Form):
    """How the later meeting agreed the minutes."""

    agreement = django_forms.ChoiceField(
        label=_("How did the meeting agree them?"),
        choices=Agreement.choices,
        widget=Radios,
        error_messages={
            "required": _("Select whether the minutes were agreed as they were sent or with changes.")
        },
    )
    changes = TextField(
        label=_("The changes that the meeting made"),
        max_length=2000,
        required=False,
        widget=TextArea(rows=4),
        help_text=_("Only if it agreed them with changes. Everybody in the group reads it. Name no child."),
    )


class AmendForm(Form):
    words = TextField(
        label=_("What is added?"),
        max_length=2000,
        widget=TextArea(rows=4),
        help_text=_(
            "It stands below the minutes, with today’s date, and goes to the members by email. Name no child."
        ),
        error_messages={"required": _("Enter the amendment.")},
    )


class RoutesGivenForm(Form):
    """Which routes were given. There is no box for words."""

    routes = django_forms.MultipleChoiceField(
        label=_("Which routes did you give?"),
        widget=Checkboxes,
        required=False,
        error_messages={
            "invalid_choice": _("Select each route that you gave, from those shown on this page.")
        },
    )
    is_confirmed = django_forms.BooleanField(label=_("I confirm that I gave these routes"), required=False)

    def __init__(self, *args: Any, shown: Sequence[Route], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["routes"]
        field.choices = [(route.value, route.label) for route in shown]
