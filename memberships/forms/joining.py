"""Forms about applications and invitations (C5).

Field names are those at which the services refuse. Nobody's grade is asked.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

from django import forms as django_forms
from django.utils.translation import gettext_lazy as _

from core.forms.base import Form
from core.forms.fields import DateField, LineField, TextField
from core.forms.widgets import EmailInput, Radios, TextArea
from providers.models import Provider
from providers.rules.workforce import Workforce

MAX_CHARACTERS = 1000


class ApplyForm(Form):
    """A setting says why it would like to join, if it likes."""

    words = TextField(
        label=_("What would you like the members to know?"),
        help_text=_(
            "For example what you would like to work on, and when you could meet. You can leave it empty."
            " Name no child."
        ),
        max_length=MAX_CHARACTERS,
        required=False,
        widget=TextArea(rows=5, count=MAX_CHARACTERS),
    )


class DecisionFields(Form):
    """The recorded decision of the members: the day and how."""

    decided_on = DateField(
        label=_("When did the members decide?"), what=_("the day the members decided"), past=True
    )
    decision = TextField(
        label=_("How did the members decide?"),
        max_length=MAX_CHARACTERS,
        widget=TextArea(rows=4, count=MAX_CHARACTERS),
    )


class DecideForm(DecisionFields):
    """What the members decided on an application."""

    ACCEPTED, DECLINED = "accepted", "declined"
    accepted = django_forms.ChoiceField(
        label=_("What did the members decide?"),
        choices=((ACCEPTED, _("The setting joins")), (DECLINED, _("The setting does not join this time"))),
        widget=Radios,
    )
    joined_on = DateField(
        label=_("Member from"),
        what=_("the day from which the setting is a member"),
        required=False,
        help_text=_("Only if the setting joins."),
    )
    field_order = ("accepted", "joined_on", "decided_on", "decision")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["decision"].help_text = _(
            "For example at a meeting, by a vote or all agreed. The setting reads these words."
        )


class InviteForm(DecisionFields):
    """One of the settings that were found. Where somebody is known there, no name and no address is typed.

    ``more``: what stands below the name of each setting, by its id; ``names_somebody``: whether an officer
    may name whom to write to where nobody is known.
    """

    provider = django_forms.TypedChoiceField(label=_("Setting"), coerce=int, widget=Radios)
    full_name = LineField(
        label=_("Name of the person to write to"),
        max_length=150,
        required=False,
        help_text=_("Only where we know nobody at the setting yet."),
    )
    email = django_forms.EmailField(
        label=_("Email address of the person"),
        required=False,
        widget=EmailInput({"autocomplete": "off"}),
        help_text=_("Whoever accepts by it becomes a manager of the setting here."),
    )
    words = TextField(
        label=_("A few words to the setting"),
        help_text=_("They stand on the page behind the link. You can leave it empty. Name no child."),
        max_length=MAX_CHARACTERS,
        required=False,
        widget=TextArea(rows=4, count=MAX_CHARACTERS),
    )
    field_order = ("provider", "full_name", "email", "words", "decided_on", "decision")

    def __init__(
        self,
        *args: Any,
        found: Sequence[Provider] = (),
        more: Mapping[int, str] = MappingProxyType({}),
        names_somebody: bool = False,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        if not names_somebody:
            del self.fields["full_name"], self.fields["email"]
        self.fields["decision"].help_text = _(
            "The members agree before anybody is invited. For example at a meeting, by a vote or all agreed."
        )
        field: Any = self.fields["provider"]
        field.choices = [(provider.pk, str(provider)) for provider in found]
        field.widget.hints = {str(provider.pk): more.get(provider.pk, "") for provider in found}


class AnswerForm(Form):
    """Yes, from a day on, or no to an invitation."""

    ACCEPT, DECLINE = "accept", "decline"
    YES = {
        Workforce.ALONE: _("Yes, I join"),
        Workforce.WITH_ASSISTANTS: _("Yes, we join"),
        Workforce.EMPLOYS: _("Yes, our setting joins"),
    }
    answer = django_forms.ChoiceField(label=_("Your answer"), widget=Radios)
    joins_on = DateField(
        label=_("From which day?"),
        what=_("the first day as a member"),
        required=False,
        help_text=_("Only if you say yes: today, or a day to come."),
    )

    def __init__(self, *args: Any, workforce: Workforce, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["answer"]
        field.choices = ((self.ACCEPT, self.YES[workforce]), (self.DECLINE, _("No, not now")))
