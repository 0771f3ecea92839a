"""One of hundreds: chosen among the few that a search found, never from a list of all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

from django import forms

from core.forms.widgets import Radios

#: So many are offered at a time; a further word finds the others.
MAX_OFFERED = 20


class SearchedChoiceField(forms.ModelChoiceField):
    """Any row of the queryset is valid; the page shows those that ``offer`` names."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(None, *args, widget=Radios, empty_label=None, **kwargs)

    def offer(self, rows: Sequence[Any], *, hints: Mapping[int, Any] = MappingProxyType({})) -> None:
        """``hints``: what tells a row from others of its name, by id."""
        widget: Any = self.widget
        widget.choices = [(row.pk, str(row)) for row in rows[:MAX_OFFERED]]
        widget.hints = {str(pk): hint for pk, hint in hints.items()}
