"""Forms of payments (S8, S11): the layout of files, the answer of the finance system, marks by hand, reasons."""

from __future__ import annotations

from typing import Any

from django import forms as django_forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from core.forms.base import Fieldset, Form
from core.forms.fields import DateField
from core.forms.widgets import FileUpload, NumberInput, Radios, TextArea
from supplement.forms.fields import LineField, TextField
from supplement.rules.answers import MAX_REFERENCE, MAX_WORDS, Outcome
from supplement.rules.layouts import DATE_FORMATS, MAX_HEADING, MAX_TEXTS, Key, Layout, LayoutColumn

PENCE, POUNDS = "pence", "pounds"
YES, NO = "yes", "no"
#: The keys of which a file has at most one column.
KEYS = tuple(key for key in Key if key is not Key.TEXT)


def reason_field(label: Any, *, required: bool = True) -> TextField:
    return TextField(
        label=label,
        max_length=1000,
        required=required,
        widget=TextArea(attrs={"rows": 4}),
        help_text=_("Enter no bank details."),
        error_messages={"required": _("Enter the reason")},
    )


class LetGoForm(Form):
    words = reason_field(_("Why can it be paid now?"))


class CloseRunForm(Form):
    """The reason is asked where something of the run is not paid."""

    words = reason_field(_("Why is that not paid?"), required=False)


class UploadAnswersForm(Form):
    file = django_forms.FileField(
        label=_("Answer of the finance system"),
        help_text=_(
            "CSV or an Excel workbook (XLSX), one line for each payment. Up to 5 MB and 5,000 lines."
        ),
        widget=FileUpload,
        max_length=200,
        error_messages={"required": _("Choose the file"), "empty": _("The file is empty.")},
    )

    def __init__(self, *args: Any, too_big: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if too_big:
            self.fields["file"].error_messages["required"] = _("The file is larger than 5 MB.")


class MarkPaymentForm(Form):
    """What became of one payment."""

    outcome = django_forms.ChoiceField(
        label=_("What became of it?"),
        choices=[(Outcome.PAID.value, _("It was paid")), (Outcome.FAILED.value, _("It failed"))],
        widget=Radios,
        error_messages={"required": _("Select whether it was paid or failed")},
    )
    on = DateField(label=_("If it was paid: when"), what=_("the date on which it was paid"), required=False)
    finance_reference = LineField(
        label=_("If it was paid: the finance system’s reference"), max_length=MAX_REFERENCE, required=False
    )
    words = LineField(label=_("If it failed: why"), max_length=MAX_WORDS, required=False)


class LayoutForm(Form):
    """A place and a heading for each thing that a file can say, and columns that always say the same."""

    date_format = django_forms.ChoiceField(
        label=_("How are dates written?"),
        choices=list(DATE_FORMATS.items()),
        widget=Radios,
        error_messages={"required": _("Select how dates are written")},
    )
    unit = django_forms.ChoiceField(
        label=_("How are sums written?"),
        choices=[(POUNDS, _("In pounds: 1234.50")), (PENCE, _("In whole pence: 123450"))],
        widget=Radios,
        error_messages={"required": _("Select how sums are written")},
    )
    headings = django_forms.ChoiceField(
        label=_("Does the first line of the CSV file have the headings?"),
        choices=[(YES, pgettext_lazy("answer", "Yes")), (NO, pgettext_lazy("answer", "No"))],
        widget=Radios,
        error_messages={"required": _("Select yes if the first line has the headings")},
    )

    def __init__(self, *args: Any, layout: Layout, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        places = {column.key: place for place, column in enumerate(layout.columns, 1)}
        headings = {column.key: column.heading for column in layout.columns}
        groups = []
        for key in KEYS:
            names = [f"{key}_place", f"{key}_heading"]
            self.fields[names[0]] = _place(initial=places.get(key))
            self.fields[names[1]] = _line(_("Heading"), initial=headings.get(key, str(key.label)))
            groups.append(Fieldset(key.label, names))
        texts = [(place, row) for place, row in enumerate(layout.columns, 1) if row.key is Key.TEXT]
        for number in range(MAX_TEXTS):
            place, row = texts[number] if number < len(texts) else (None, LayoutColumn(Key.TEXT, ""))
            names = [f"text{number}_{part}" for part in ("place", "heading", "text")]
            self.fields[names[0]] = _place(initial=place)
            self.fields[names[1]] = _line(_("Heading"), initial=row.heading)
            self.fields[names[2]] = _line(_("Text"), initial=row.text)
            legend = _("Always the same text, %(number)d") % {"number": number + 1}
            groups.append(Fieldset(legend, names))
        self.fieldsets = groups

    def layout(self) -> Layout:
        """What was chosen, as it is kept. The form is valid."""
        data = self.cleaned_data
        chosen = [
            (data[f"{key}_place"], LayoutColumn(key, data[f"{key}_heading"]))
            for key in KEYS
            if data[f"{key}_place"]
        ]
        chosen += [
            (data[f"text{n}_place"], LayoutColumn(Key.TEXT, data[f"text{n}_heading"], data[f"text{n}_text"]))
            for n in range(MAX_TEXTS)
            if data[f"text{n}_place"]
        ]
        columns = tuple(column for _place, column in sorted(chosen, key=lambda row: row[0]))
        return Layout(
            columns,
            data["date_format"],
            minor_units=data["unit"] == PENCE,
            has_headings=data["headings"] == YES,
        )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        seen: dict[int, str] = {}
        for name, value in list(data.items()):
            if not name.endswith("_place") or not value:
                continue
            if value in seen:
                self.add_error(name, ValidationError(gettext("Two columns have this place.")))
            seen[value] = name
        return data


def _place(*, initial: int | None) -> django_forms.IntegerField:
    return django_forms.IntegerField(
        label=_("Place"),
        required=False,
        min_value=1,
        max_value=99,
        initial=initial,
        widget=NumberInput(width=2),
        help_text=_("1 is the first column. Leave it empty to leave the column out."),
        error_messages={"invalid": _("Enter the place as a whole number")},
    )


def _line(label: Any, *, initial: str) -> LineField:
    return LineField(label=label, max_length=MAX_HEADING, required=False, initial=initial)
