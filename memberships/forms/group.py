"""The forms of the members themselves: offices, who leads, concerns, and that staff know."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms as django_forms
from django.utils.translation import gettext_lazy as _

from core.forms.base import Form
from core.forms.fields import DateField, LineField, TextField
from core.forms.widgets import Radios, TextArea
from memberships.forms.pages import PersonInTimeForm
from memberships.models.conduct import ConductConcern
from memberships.models.members import LeaderAppointment, Membership
from memberships.models.offices import OfficeHolder

MAX_CHARACTERS = 4000


class OfficeForm(PersonInTimeForm):
    """Who holds which office, from when, and how the members decided."""

    office = django_forms.ChoiceField(label=_("Office"), choices=OfficeHolder.Office.choices, widget=Radios)
    decision = TextField(
        label=_("How did the members decide?"),
        max_length=500,
        widget=TextArea(rows=3, count=500),
        help_text=_("For example: elected at the meeting of 12 May, unopposed."),
    )
    field_order = ("office", "person", "starts_on", "ends_on", "decision")


class DecideLeaderForm(PersonInTimeForm):
    """Who leads by the members' own decision."""

    manner = django_forms.ChoiceField(
        label=_("Leads"),
        choices=LeaderAppointment.Manner.choices,
        initial=LeaderAppointment.Manner.JOINT,
        widget=Radios(inline=True),
    )
    members_decision = TextField(
        label=_("How did the members decide?"),
        max_length=500,
        widget=TextArea(rows=3, count=500),
        help_text=_("For example: agreed by all members at the meeting of 12 May."),
    )
    field_order = ("person", "manner", "starts_on", "ends_on", "members_decision")


class ConcernForm(Form):
    """What happened, and about which member."""

    about = django_forms.TypedChoiceField(
        label=_("Which member is it about?"),
        coerce=int,
        widget=Radios,
        error_messages={"required": _("Select the member that it is about")},
    )
    words = TextField(
        label=_("What happened?"),
        max_length=MAX_CHARACTERS,
        widget=TextArea(rows=8, count=MAX_CHARACTERS),
        help_text=_("Say what was said or done, when, and what you have tried already. Name no child."),
    )

    def __init__(self, *args: Any, members: Sequence[Membership] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["about"]
        field.choices = [(membership.pk, str(membership.provider)) for membership in members]


class StepForm(Form):
    """The next step of a concern. ``to_state`` travels along, so that two people at once record one step."""

    to_state = django_forms.ChoiceField(choices=ConductConcern.State.choices, widget=django_forms.HiddenInput)
    on = DateField(label=_("On which day?"), what=_("the day"), past=True)
    words = TextField(
        label=_("What was said or agreed?"),
        max_length=MAX_CHARACTERS,
        widget=TextArea(rows=6, count=MAX_CHARACTERS),
        help_text=_("The people of the setting it is about read this too. Name no child."),
    )
    agreed_by = LineField(
        label=_("Who agreed to this?"),
        max_length=200,
        help_text=_(
            "You raised this concern, and nobody else can record the step. Name the people of the other"
            " members who agreed. Everybody who sees the concern reads it."
        ),
        error_messages={"required": _("Enter who agreed")},
    )

    def __init__(self, *args: Any, asks_who_agreed: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not asks_who_agreed:
            del self.fields["agreed_by"]


class DecisionForm(StepForm):
    decision = django_forms.ChoiceField(
        label=_("What did the group decide?"),
        choices=ConductConcern.Decision.choices,
        widget=Radios,
        error_messages={"required": _("Select what the group decided")},
    )
    field_order = ("to_state", "decision", "on", "words")


class StaffToldForm(Form):
    how = LineField(
        label=_("How were they told?"),
        max_length=200,
        required=False,
        help_text=_("For example: at the staff meeting, or with the summary on the notice board."),
    )

    def __init__(self, *args: Any, on_behalf: bool = False, **kwargs: Any) -> None:
        """``on_behalf``: by somebody who does not manage the setting, and so says how they know."""
        super().__init__(*args, **kwargs)
        if on_behalf:
            how = self.fields["how"]
            how.required, how.label = True, _("How do you know?")
            how.help_text = _("For example “Lena Hartley by telephone”. It is kept with the confirmation.")
            how.error_messages["required"] = _("Enter how you know")
