"""Forms of votes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms as django_forms
from django.utils.translation import gettext_lazy as _

from core.forms.base import Form
from core.forms.fields import DateField, LineField, TextField
from core.forms.widgets import Radios, TextArea
from meetings.models.votes import Voter

AT_THE_MEETING, UNTIL = "room", "until"


class PutToVoteForm(Form):
    """What is proposed, and how long the vote is open. ``at_the_meeting``: whether a meeting is today."""

    title = LineField(
        label=_("What is the vote about?"),
        max_length=150,
        help_text=_("A few words, for example “A shared store”."),
        error_messages={"required": _("Enter what the vote is about.")},
    )
    proposal = TextField(
        label=_("What is proposed?"),
        max_length=2000,
        widget=TextArea(rows=5),
        help_text=_(
            "Write it so that “for” and “against” are clear. Members read it word for word. Name no child."
        ),
        error_messages={"required": _("Enter what is proposed.")},
    )
    where = django_forms.ChoiceField(
        label=_("How do you vote?"),
        choices=[(AT_THE_MEETING, _("Now, in the meeting")), (UNTIL, _("Between meetings, for some days"))],
        widget=Radios(hints={AT_THE_MEETING: _("It is open until you close it.")}),
        error_messages={"required": _("Select how you vote")},
    )
    closes_at = DateField(
        label=_("What is the last day to vote?"),
        what=_("the last day to vote"),
        required=False,
        help_text=_("The vote is open until the end of that day, at most 60 days."),
    )
    is_secret = django_forms.BooleanField(
        label=_("Make it a secret vote"),
        required=False,
        help_text=_(
            "Nobody can see how a setting votes, and a vote cannot be changed. At least 5 settings are needed."
        ),
    )

    def __init__(self, *args: Any, at_the_meeting: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not at_the_meeting:
            del self.fields["where"]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        is_between = data.get("where") == UNTIL if "where" in self.fields else True
        if is_between and not data.get("closes_at") and "closes_at" not in self.errors:
            self.add_error("closes_at", _("Enter the last day to vote"))
        return data


class StandAsideForm(Form):
    interest = LineField(
        label=_("What is your interest?"),
        max_length=300,
        help_text=_("For example, “The store would stand on our ground.” Everybody in the group reads it."),
        error_messages={"required": _("Enter what your interest is.")},
    )


class SettleVoteForm(Form):
    """What the chair, or the lot, said."""

    is_carried = django_forms.ChoiceField(
        label=_("What is decided?"),
        choices=[("yes", _("It is carried")), ("no", _("It is not carried"))],
        widget=Radios,
        error_messages={"required": _("Select what is decided")},
    )


class WithdrawVoteForm(Form):
    because = LineField(
        label=_("Why is it withdrawn?"),
        max_length=300,
        help_text=_("Everybody in the group reads it. Name no child."),
        error_messages={"required": _("Say why it is withdrawn.")},
    )


class HandsForm(Form):
    """How each setting votes in the room, one question a setting; without an answer it has not voted."""

    def __init__(
        self, *args: Any, voters: Sequence[Voter] = (), choices: Sequence[tuple[str, Any]] = (), **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        for voter in voters:
            self.fields[self.name_of(voter)] = django_forms.ChoiceField(
                label=str(voter.membership.provider),
                choices=choices,
                required=False,
                widget=Radios(inline=True, small=True),
            )

    @staticmethod
    def name_of(voter: Voter) -> str:
        return f"hand-{voter.membership_id}"

    def hands(self, voters: Sequence[Voter]) -> dict[int, str]:
        """The choices that were made, by membership."""
        said = {voter.membership_id: self.cleaned_data.get(self.name_of(voter)) for voter in voters}
        return {pk: choice for pk, choice in said.items() if choice}
