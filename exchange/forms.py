"""Forms of the spreadsheets of collaborations."""

from __future__ import annotations

from typing import Any

from django import forms as django_forms
from django.utils.translation import gettext_lazy as _

from core.forms.base import Form
from core.forms.widgets import FileUpload


class SheetForm(Form):
    """The spreadsheet."""

    file = django_forms.FileField(
        label=_("Spreadsheet of collaborations"),
        help_text=_("An Excel workbook (XLSX) or CSV, one line for each member. Up to 5 MB and 5,000 lines."),
        widget=FileUpload,
        max_length=200,
        error_messages={"required": _("Choose the spreadsheet"), "empty": _("The file is empty.")},
    )

    def __init__(self, *args: Any, too_big: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if too_big:
            self.fields["file"].error_messages["required"] = _("The file is larger than 5 MB.")


class ConfirmSheetForm(Form):
    """The button below the preview; it says which preview it stood below."""

    digest = django_forms.CharField(widget=django_forms.HiddenInput, max_length=64)
