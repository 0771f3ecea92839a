"""The form by which a setting of two groups names the one in which it is paid (S5)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms as django_forms
from django.utils.translation import gettext_lazy as _

from core.forms.base import Form
from core.forms.widgets import Radios


class ChooseGroupForm(Form):
    group = django_forms.TypedChoiceField(
        label=_("In which group is your setting paid?"),
        coerce=int,
        widget=Radios,
        error_messages={"required": _("Select the group"), "invalid_choice": _("Select one of your groups")},
    )

    def __init__(self, *args: Any, groups: Sequence[tuple[int, str]] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        group: Any = self.fields["group"]
        group.choices = groups
