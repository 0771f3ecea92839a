"""The table of the leading policy as a form: one choice a line, grouped by framework and area."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from ofsted.models import LeadingPolicy
from ofsted.rules.policy import VERDICT_LABELS, Cell
from ofsted.rules.policy import LeadingPolicy as Table
from ofsted.rules.policy_cells import KEYS, VERDICT_NAMES, in_lines

CHOICES = [(VERDICT_NAMES[verdict], _(label)) for verdict, label in VERDICT_LABELS.items()]


def field_name(cell: Cell) -> str:
    """The form field of a line: dots have a meaning in the addresses of error messages."""
    return KEYS[cell].replace(".", "__")


FIELD_NAMES: Mapping[str, str] = {KEYS[cell]: field_name(cell) for cell in KEYS}


def table_fieldsets() -> list[tuple[Any, dict[str, Any]]]:
    """The fieldsets of the table: one an area, named after its framework."""
    return [
        (_heading(group.label, area.label), {"fields": [field_name(cell) for cell, _word, _verdict in area.lines]})
        for group in in_lines(Table.shipped())
        for area in group.areas
    ]


def _heading(group: str, area: str) -> str:
    return str(_(group)) if group == area else f"{_(group)}: {_(area)}"


class BasePolicyForm(forms.ModelForm):
    """The note and the hidden counter; the lines of the table are added below, once for all."""

    edits_seen = forms.IntegerField(widget=forms.HiddenInput)
    #: Set after a second editor was noticed: the next save knows what it overwrites.
    takes_newest: ClassVar[bool] = False

    class Meta:
        model = LeadingPolicy
        fields = ("note",)
        widgets: ClassVar[dict[str, Any]] = {"note": forms.Textarea({"rows": 3})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kept = self.instance.cells or {}
        for key, name in FIELD_NAMES.items():
            self.initial[name] = kept.get(key)
        self.initial["edits_seen"] = self.instance.edits
        if self.takes_newest and self.is_bound:
            self.data = self.data.copy()
            self.data["edits_seen"] = str(self.instance.edits)

    def cells(self) -> dict[str, str]:
        """The table as it was chosen."""
        return {key: self.cleaned_data[name] for key, name in FIELD_NAMES.items()}


def _line(word: str) -> forms.ChoiceField:
    return forms.ChoiceField(label=_(word), choices=CHOICES)


_LINES = {
    field_name(cell): _line(word) for group in in_lines(Table.shipped()) for area in group.areas for cell, word, _verdict in area.lines
}
PolicyTableForm = type("PolicyTableForm", (BasePolicyForm,), {**_LINES, "__module__": __name__})
