"""Forms of switching support off and on again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms as django_forms
from django.utils.translation import gettext_lazy as _

from core.forms.base import Form
from core.forms.fields import DateField
from core.forms.widgets import Checkboxes
from leadership.rules.support import Switch


class SwitchOffForm(Form):
    """Which support, each with what follows, and from which day on."""

    kinds = django_forms.MultipleChoiceField(
        label=_("What is switched off?"), error_messages={"required": _("Select what is switched off.")}
    )
    off_on = DateField(
        label=_("From which day on?"),
        what=_("the day"),
        help_text=_("Today or later. For example, 27 3 2027"),
    )

    def __init__(
        self, *args: Any, offered: Iterable[Switch], consequences: Mapping[Switch, Any], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        hints = {switch.value: words for switch, words in consequences.items()}
        field: Any = self.fields["kinds"]
        field.widget = Checkboxes(hints=hints)
        field.choices = [(switch.value, switch.label) for switch in offered]
        self.give_words()


class SwitchOnForm(Form):
    """From which day on the support comes back."""

    on_again_on = DateField(
        label=_("From which day on does it come back?"),
        what=_("the day"),
        help_text=_("Today or later. For example, 27 3 2027"),
    )
