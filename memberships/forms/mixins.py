"""Forms of an action (G5): who does it by when, that it is done, and a new day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms as django_forms
from django.utils.translation import gettext_lazy as _

from core.forms.base import Form
from core.forms.fields import DateField, LineField
from core.forms.pages import SeenForm
from core.forms.widgets import Select
from providers.models import Provider


class ActionForm(SeenForm):
    what = LineField(
        label=_("What is to be done?"),
        max_length=300,
        error_messages={"required": _("Enter what is to be done")},
    )
    owner = django_forms.TypedChoiceField(
        label=_("Which setting does it?"), coerce=int, empty_value=None, required=False, widget=Select
    )
    person = django_forms.TypedChoiceField(
        label=_("Who does it there?"),
        coerce=int,
        empty_value=None,
        required=False,
        widget=Select,
        help_text=_("They hear of it by email. Nobody chosen: the setting's managers do."),
    )
    due_on = DateField(
        label=_("By when?"), what=_("the day"), required=False, help_text=_("You can say so later.")
    )
    done_on = DateField(
        label=_("Done on"),
        what=_("the day it was done"),
        required=False,
        past=True,
        help_text=_("Empty the boxes if it is not done after all."),
    )

    def __init__(
        self,
        *args: Any,
        settings: Sequence[Provider] = (),
        people: Mapping[int, str] | None = None,
        is_done: bool = False,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        whom: Any = self.fields["person"]
        whom.choices = [("", _("Nobody by name")), *(people or {}).items()]
        field: Any = self.fields["owner"]
        field.choices = [("", _("Not agreed yet")), *((setting.pk, str(setting)) for setting in settings)]
        if not is_done:
            del self.fields["done_on"]


class ActionDoneForm(Form):
    done_on = DateField(label=_("Done on"), what=_("the day it was done"), past=True)
    words = LineField(
        label=_("In a word: how did it go?"),
        max_length=300,
        required=False,
        help_text=_("Everybody in the group reads it. Name no child."),
    )


class NewDayForm(Form):
    due_on = DateField(label=_("By when now?"), what=_("the new day"), future=True)
