"""Forms of a spend return, of a leaver's share, and of the balance of a group that ended (S10, S5)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms as django_forms
from django.utils.translation import gettext_lazy as _

from core.forms.base import Form
from core.forms.money import PoundsField
from core.forms.widgets import Radios, Select, TextArea
from supplement.forms.fields import LineField, TextField
from supplement.forms.schemes import seen_field
from supplement.rules.leavers import Goes

Choices = Sequence[tuple[Any, Any]]
AUTHORITY, BY_PLAN = "authority", "plan"
BY_FUND, BY_RUN = "fund", "run"


class ReportForm(Form):
    words = TextField(
        label=_("What did the money change for children?"),
        max_length=3000,
        widget=TextArea(rows=8),
        help_text=_("The early years team reads it. Name no child."),
        error_messages={"required": _("Say what the money changed for children.")},
    )


class SettleForm(Form):
    """What the members decided, where it is theirs to decide; else a button with a word."""

    goes = django_forms.ChoiceField(
        label=_("What did the members decide?"),
        choices=Goes.choices,
        widget=Radios,
        error_messages={"required": _("Select what the members decided")},
    )
    decided = django_forms.TypedChoiceField(
        label=_("By which vote?"), coerce=int, empty_value=None, required=False, widget=Select
    )
    next_group = django_forms.TypedChoiceField(
        label=_("To which group did it go?"), coerce=int, empty_value=None, required=False, widget=Select
    )
    by_run = django_forms.ChoiceField(
        label=_("How does the money move?"),
        choices=[
            (BY_FUND, _("The collaboration transfers it from its fund")),
            (BY_RUN, _("The early years team moves it with the next payments")),
        ],
        required=False,
        initial=BY_FUND,
        widget=Radios,
    )
    words = LineField(
        label=_("Anything to add"),
        max_length=500,
        required=False,
        help_text=_("Where it was decided, if no vote is kept here. Enter no bank details."),
    )

    def __init__(
        self,
        *args: Any,
        members_decide: bool = False,
        may_go_with_payments: bool = False,
        votes: Choices = (),
        groups: Choices = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        fields: Any = self.fields
        fields["decided"].choices = [("", _("No vote that is kept here")), *votes]
        fields["next_group"].choices = [("", _("Select a group")), *groups]
        if not members_decide:
            del fields["goes"], fields["decided"]
        elif not votes:
            del fields["decided"]
        if len(groups) < 2:
            del fields["next_group"]
        if not may_go_with_payments:
            del fields["by_run"]


class TakeShareOutForm(Form):
    words = TextField(
        label=_("Why do the groups transfer it themselves?"),
        max_length=500,
        widget=TextArea(attrs={"rows": 3}),
        help_text=_("Enter no bank details."),
        error_messages={"required": _("Enter the reason")},
    )


class HandOnForm(Form):
    """To whom a group's balance goes. ``groups``: of its plan; without any it goes back. ``has_shares``: the plan
    says how much each gets.
    """

    seen = seen_field()
    to = django_forms.ChoiceField(
        label=_("To whom does it go?"),
        widget=Radios,
        error_messages={"required": _("Select to whom it goes")},
    )
    pence = PoundsField(label=_("How much?"), required=False)
    otherwise = LineField(
        label=_("If it is not what the plan’s shares give: why?"), max_length=200, required=False
    )
    words = LineField(
        label=_("Where is that agreed?"),
        max_length=250,
        help_text=_("For example, “Plan of 12 October, by the number of members”."),
        error_messages={"required": _("Say where that is agreed.")},
    )

    def __init__(self, *args: Any, groups: Choices = (), has_shares: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        to: Any = self.fields["to"]
        if has_shares:
            self.fields["pence"].help_text = _("Leave it empty if all of it goes by the plan’s shares.")
        else:
            del self.fields["otherwise"]
        to.choices = [
            *([(BY_PLAN, _("All of it, by the plan’s shares"))] if has_shares else []),
            *((str(number), name) for number, name in groups),
            (AUTHORITY, _("The local authority")),
        ]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        wants_sum = data.get("to") not in (None, BY_PLAN)
        if wants_sum and data.get("pence") is None and "pence" not in self.errors:
            self.add_error("pence", _("Enter the sum"))
        return data
