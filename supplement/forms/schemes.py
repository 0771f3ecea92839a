"""Forms of the scheme of a year (S2): each page of its writing, asking the leaders, approving."""

from __future__ import annotations

from typing import Any

from django import forms as django_forms
from django.utils.translation import gettext_lazy as _

from core.forms.base import Form
from core.forms.fields import DateField, LastDayField
from core.forms.money import PoundsField
from core.forms.widgets import NumberInput, Radios, Select, TextArea
from supplement.forms.fields import LineField, TextField
from supplement.rules.scheme_states import Opinion
from supplement.rules.schemes import Counting, Twice
from supplement.services.schemes import MAX_PENCE

EMPTY = "empty"


def seen_field() -> django_forms.CharField:
    """The mark of what the person looked at."""
    return django_forms.CharField(widget=django_forms.HiddenInput, max_length=16, required=False)


class BeginSchemeForm(Form):
    """From what a scheme begins, what it is called and which year it is for."""

    begin_from = django_forms.ChoiceField(
        label=_("How do you want to begin?"),
        widget=Radios,
        error_messages={"required": _("Select how you want to begin")},
    )
    name = LineField(
        label=_("What is it called?"),
        max_length=100,
        help_text=_("For example, “Supplement 2027 to 2028”."),
        error_messages={"required": _("Enter what the scheme is called")},
    )
    starts_on = DateField(label=_("First day of the year"), what=_("the first day of the year"))
    ends_on = LastDayField(label=_("Last day of the year"), what=_("the last day of the year"))

    def __init__(self, *args: Any, copies: list[tuple[str, Any]] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["begin_from"]
        field.choices = [*(copies or []), (EMPTY, _("With an empty scheme"))]


class AboutForm(Form):
    seen = seen_field()
    name = LineField(
        label=_("What is it called?"),
        max_length=100,
        error_messages={"required": _("Enter what the scheme is called")},
    )
    starts_on = DateField(label=_("First day of the year"), what=_("the first day of the year"))
    ends_on = LastDayField(label=_("Last day of the year"), what=_("the last day of the year"))
    legal_basis = TextField(
        label=_("Under which law is it paid?"),
        max_length=2000,
        widget=TextArea(rows=4),
        help_text=_(
            "For example, the regulations that let you pay a supplement, with the number of the paragraph."
        ),
        error_messages={"required": _("Say under which law or regulation the supplement is paid")},
    )
    funding_source = LineField(
        label=_("Which budget does the money come from?"),
        max_length=200,
        help_text=_("For example, “Dedicated schools grant, early years block”."),
        error_messages={"required": _("Say which budget the money comes from")},
    )


class LimitsForm(Form):
    seen = seen_field()
    planned_funding_pence = PoundsField(
        label=_("Planned formula funding of the year"),
        required=False,
        most=MAX_PENCE,
        help_text=_(
            "What you plan to pay for early years places in the whole year. Supplements are a part of it."
        ),
    )
    ceiling_percent = django_forms.IntegerField(
        label=_("Ceiling, in per cent of it"),
        widget=NumberInput(width=3, suffix="%"),
        help_text=_("All supplements together may be at most so much. The national ceiling is 12 per cent."),
        error_messages={
            "required": _("Enter the ceiling in per cent"),
            "invalid": _("Enter the ceiling as a whole number"),
        },
    )
    member_cap_pence = PoundsField(
        label=_("At most for a member, a period"),
        required=False,
        most=MAX_PENCE,
        help_text=_("Over everything that is paid for together. Leave it empty if there is no limit."),
    )
    collaboration_cap_pence = PoundsField(
        label=_("At most for a collaboration, a period"),
        required=False,
        most=MAX_PENCE,
        help_text=_("Leave it empty if there is no limit."),
    )


class JoiningForm(Form):
    seen = seen_field()
    joiners = django_forms.ChoiceField(
        label=_("A setting joins a group within a period. How does it count?"),
        choices=Counting.choices,
        widget=Radios(
            hints={
                Counting.DAYS: _("For example, a member for 81 of 122 days gets 81 parts of 122."),
                Counting.MONTHS: _("For example, a member for 3 whole months of 4 gets three quarters."),
            }
        ),
    )
    leavers = django_forms.ChoiceField(
        label=_("A setting leaves a group within a period. How does it count?"),
        choices=Counting.choices,
        widget=Radios,
    )
    twice = django_forms.ChoiceField(
        label=_("A setting is a member of two groups. In which is it paid?"),
        choices=Twice.choices,
        widget=Radios,
    )
    full_time_hours = django_forms.DecimalField(
        label=_("How many hours a week is a full-time post?"),
        max_digits=4,
        decimal_places=2,
        widget=NumberInput(width=4),
        help_text=_(
            "Someone who works half of it counts as 0.5. Only used where full-time posts are counted."
        ),
        error_messages={
            "required": _("Enter the hours of a full-time post"),
            "invalid": _("Enter the hours as a number, such as 37 or 37.5"),
        },
    )


class AskLeadersForm(Form):
    asked = TextField(
        label=_("What do you ask the leaders?"),
        max_length=3000,
        widget=TextArea(rows=6, count=3000),
        help_text=_(
            "For example, “Is £12.50 a head fair? Would you rather count full-time posts?” It stands in the email."
        ),
        error_messages={"required": _("Enter what you ask the leaders")},
    )
    until_on = DateField(
        label=_("Last day to answer"),
        what=_("the last day to answer"),
        future=True,
        help_text=_("You can approve the scheme from the day after it."),
    )


class AnswerForm(Form):
    seen = seen_field()
    opinion = django_forms.ChoiceField(
        label=_("What does your group think of the draft?"),
        choices=Opinion.choices,
        widget=Radios,
        error_messages={"required": _("Select what your group thinks of the draft")},
    )
    words = TextField(
        label=_("What would you like to be different?"),
        max_length=3000,
        required=False,
        widget=TextArea(rows=5, count=3000),
        help_text=_("The early years team reads it. Do not name children or families."),
    )


class ChangesForm(Form):
    seen = seen_field()
    changes = TextField(
        label=_("What came of the answers?"),
        max_length=3000,
        widget=TextArea(rows=6, count=3000),
        help_text=_("Say what you changed, and why you did not change other things. Leaders read it."),
        error_messages={"required": _("Say what you changed after the answers, or why you changed nothing")},
    )


class ApproveForm(Form):
    seen = seen_field()


class SimulateForm(Form):
    """A button."""


class CompareForm(Form):
    """Which two versions stand side by side."""

    old = django_forms.ChoiceField(label=_("Version"), widget=Select)
    new = django_forms.ChoiceField(label=_("With version"), widget=Select)

    def __init__(self, *args: Any, versions: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("old", "new"):
            field: Any = self.fields[name]
            field.choices = versions
