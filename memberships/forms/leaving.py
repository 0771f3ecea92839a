"""Forms about leaving and handing over (C6)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms as django_forms
from django.utils.translation import gettext_lazy as _

from core.forms.base import Form
from core.forms.fields import DateField, LastDayField, LineField, TextField
from core.forms.widgets import Radios, Select, TextArea
from memberships.models.leaving import HandOver
from memberships.models.members import Membership


class NoticeForm(Form):
    """The last day as a member, and why."""

    left_on = LastDayField(
        label=_("Last day as a member"),
        what=_("the last day as a member"),
        future=True,
        help_text=_("Today or later. You see the group's pages to the end of that day."),
    )
    leaving_reason = TextField(
        label=_("Reason"),
        help_text=_("The members and the early years team read it. Name no child."),
        error_messages={"required": _("Say why you are leaving")},
        max_length=300,
        widget=TextArea(rows=3, count=300),
    )


class HandOverForm(Form):
    """One thing that is handed over, and to whom."""

    what = LineField(
        label=_("What do you hand over?"),
        max_length=200,
        help_text=_("For example the plan's action on outdoor play."),
    )
    kind = django_forms.ChoiceField(label=_("Kind"), choices=HandOver.Kind.choices, widget=Radios)
    taken_by = django_forms.TypedChoiceField(
        label=_("Who takes it over?"),
        coerce=int,
        empty_value=None,
        required=False,
        widget=Select,
        help_text=_("You can say so later."),
    )

    def __init__(self, *args: Any, members: Sequence[Membership] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["taken_by"]
        field.choices = [
            ("", _("Not agreed yet")),
            *((membership.pk, str(membership.provider)) for membership in members),
        ]


class HandedOverForm(Form):
    done_on = DateField(label=_("Handed over on"), what=_("the day it was handed over"), past=True)
