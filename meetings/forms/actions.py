"""Forms of an action that a meeting gives (G5)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms as django_forms
from django.utils.translation import gettext_lazy as _

from core.forms.widgets import Select
from meetings.models.agenda import AgendaItem
from memberships.forms.doing import ActionForm


class MeetingActionForm(ActionForm):
    item = django_forms.TypedChoiceField(
        label=_("Which item does it come from?"), coerce=int, empty_value=None, required=False, widget=Select
    )
    field_order = ("what", "owner", "person", "due_on", "item", "done_on")

    def __init__(self, *args: Any, items: Sequence[AgendaItem] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["item"]
        field.choices = [("", _("No item")), *((item.pk, item.title) for item in items)]
