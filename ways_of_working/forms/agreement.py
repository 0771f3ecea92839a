"""Forms of the agreement to ways of working (W2)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms as django_forms
from django.utils.translation import gettext_lazy as _

from core.forms.base import Form
from core.forms.fields import DateField, TextField
from core.forms.widgets import Radios, Select, TextArea
from ways_of_working.models import TermsAnswer

MAX_CHARACTERS = 4000
ASK, TELL = "ask", "tell"


class CirculateForm(Form):
    """By when to answer, and whether the members are asked at all.

    ``seen`` is the text that the person has looked at.
    """

    marks_optional = False  # whether the day and the reason are needed hangs on the first answer

    is_material = django_forms.TypedChoiceField(
        label=_("Are the members asked to agree?"),
        choices=[(ASK, _("Yes, ask every member")), (TELL, _("No, only tell them: it is a small change"))],
        coerce=lambda value: value == ASK,
        widget=Radios,
        error_messages={"required": _("Select whether the members are asked to agree")},
    )
    answer_by_on = DateField(
        label=_("Answer by"),
        what=_("the day by which to answer"),
        required=False,
        future=True,
        help_text=_(
            "The members are reminded 7 days and 2 days before, and on the day. Not needed for a small"
            " change."
        ),
    )
    why = TextField(
        label=_("What changes, and why"),
        required=False,
        max_length=MAX_CHARACTERS,
        widget=TextArea(rows=5, count=MAX_CHARACTERS),
        help_text=_("The members read this in their email."),
    )
    seen = django_forms.IntegerField(widget=django_forms.HiddenInput)

    def __init__(self, *args: Any, is_first: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if is_first:
            del self.fields["is_material"]
            self.fields["why"].label = _("A word to the members")
            self.fields["why"].help_text = _("They read it in their email. You may leave it empty.")
            self.fields["answer_by_on"].required = True
            self.fields["answer_by_on"].help_text = _(
                "The members are reminded 7 days and 2 days before, and on the day."
            )
            self.give_words()


class AnswerForm(Form):
    """What a member says to a version."""

    marks_optional = False  # the words are needed with one of the answers

    answer = django_forms.ChoiceField(
        label=_("Your answer"),
        error_messages={"required": _("Select your answer")},
    )
    words = TextField(
        label=_("What should change?"),
        required=False,
        max_length=MAX_CHARACTERS,
        widget=TextArea(rows=4, count=MAX_CHARACTERS),
        help_text=_(
            "Only if you ask for a change. Every member of the group and the early years team can read it."
            " Name no child."
        ),
    )

    def __init__(
        self, *args: Any, abstaining: str, choices: Sequence[tuple[str, Any]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        answers = TermsAnswer.Answer
        field: Any = self.fields["answer"]
        hints = {
            answers.CHANGE: _("Say below what should change. You talk it over in the group."),
            answers.ABSTAINS: abstaining,
        }
        field.widget = Radios(hints=hints)
        field.choices = choices
        self.give_words()


class ReplyForm(Form):
    words = TextField(
        label=_("Your reply"),
        max_length=MAX_CHARACTERS,
        widget=TextArea(rows=5, count=MAX_CHARACTERS),
        help_text=_("Every member of the group can read it. Name no child."),
    )


class AdoptForm(Form):
    on = DateField(
        label=_("On which day did the members adopt it?"),
        what=_("the day"),
        past=True,
        help_text=_("It holds from this day."),
    )
    decision = TextField(
        label=_("How did the members decide?"),
        max_length=1000,
        widget=TextArea(rows=4, count=1000),
        help_text=_("For example: agreed by all members at the meeting of 12 May."),
    )


class CompareForm(Form):
    """Which two versions stand side by side."""

    old = django_forms.ChoiceField(label=_("Earlier version"), widget=Select)
    new = django_forms.ChoiceField(label=_("Later version"), widget=Select)

    def __init__(self, *args: Any, versions: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("old", "new"):
            field: Any = self.fields[name]
            field.choices = versions
