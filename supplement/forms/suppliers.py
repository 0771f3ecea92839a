"""Forms of supplier references (S9) and funded hours (S3): one by one, and as lines."""

from __future__ import annotations

from typing import Any

from django import forms as django_forms
from django.utils.translation import gettext_lazy as _

from core.forms.base import Form
from core.forms.widgets import FileUpload, TextArea, TextInput
from core.reading.encodings import as_utf_8, decode
from core.reading.foreign import Foreign, foreign_in
from supplement.forms.fields import LineField, LinesField, TextField

MAX_BYTES = 1024 * 1024
MAX_TEXT = 400_000


class ReferenceForm(Form):
    reference = LineField(
        label=_("Supplier reference"),
        max_length=40,
        widget=TextInput({"autocomplete": "off"}, width=20),
        help_text=_("The number under which the finance system knows the setting. No bank details."),
        error_messages={"required": _("Enter the supplier reference")},
    )
    reason = TextField(
        label=_("Why does it change?"),
        max_length=500,
        required=False,
        widget=TextArea(rows=3),
        help_text=_("Only where the setting has a reference already."),
    )


class HoursForm(Form):
    hours = LineField(
        label=_("Funded hours"),
        max_length=20,
        widget=TextInput({"inputmode": "decimal", "autocomplete": "off"}, width=10),
        help_text=_("Of the whole period, such as 1,250 or 1250.5."),
        error_messages={"required": _("Enter the funded hours")},
    )
    source = LineField(
        label=_("Where does the number come from?"),
        max_length=200,
        help_text=_("For example, “Headcount of autumn 2026”."),
        error_messages={"required": _("Say where the hours come from")},
    )


class LinesForm(Form):
    """Lines to import, pasted or from a file. What was read of a file stands in the box, so that nothing of
    it is lost where a line is wrong.
    """

    text = LinesField(
        label=_("Paste the lines"),
        required=False,
        max_length=MAX_TEXT,
        widget=TextArea(rows=12),
    )
    file = django_forms.FileField(
        label=_("Or choose a CSV file"),
        required=False,
        widget=FileUpload,
        max_length=200,
        help_text=_("Up to 1 MB and 5,000 lines."),
        error_messages={"empty": _("The file is empty.")},
    )

    def __init__(self, *args: Any, too_big: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.too_big = too_big

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        file = data.get("file")
        if self.too_big or (file is not None and file.size > MAX_BYTES):
            self.add_error("file", _("The file must be smaller than 1 MB."))
        elif file is not None:
            self._take(file.read())
        elif "text" not in self.errors and not data.get("text"):
            self.add_error("text", _("Paste at least one line, or choose a file."))
        return data

    def _take(self, content: bytes) -> None:
        """The lines of a file into the box. Raises nothing: what is wrong stands at the file."""
        is_foreign = foreign_in(content[:1024]) not in (None, Foreign.UTF_16)
        text = None if is_foreign else _text_of(content)
        if text is None:
            self.add_error("file", _("This is no CSV file. Save it as CSV (UTF-8) and choose it again."))
            return
        self.data = self.data.copy()
        self.data["text"] = text
        try:
            self.cleaned_data["text"] = self.fields["text"].clean(text)
        except django_forms.ValidationError as refusal:
            self.add_error("text", refusal)


def _text_of(content: bytes) -> str | None:
    """None for what is no text."""
    try:
        text = decode(as_utf_8(content))
    except UnicodeDecodeError:
        return None
    return None if text is None or "\x00" in text else text


class ReferencesForm(LinesForm):
    reason = TextField(
        label=_("Why do references change?"),
        max_length=500,
        required=False,
        widget=TextArea(rows=3),
        help_text=_("Only where a setting has another reference already."),
    )


class HoursLinesForm(LinesForm):
    source = LineField(
        label=_("Where do the hours come from?"),
        max_length=200,
        help_text=_("For example, “Headcount of autumn 2026”."),
        error_messages={"required": _("Say where the hours come from")},
    )
