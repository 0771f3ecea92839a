"""Fields of our own."""

from __future__ import annotations

import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.db import models
from django.forms import Widget
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from core.dates import day_after, last_day
from core.forms.dates import PARTS, DateProblem, Part, date_from_parts, date_from_text
from core.forms.widgets import DateInput, FilesUpload, TextArea, TextInput
from core.reading.times import read_time
from core.text import length_of, one_line, several_lines
from core.wording import time_in_words

PART_NAMES: dict[Part, Any] = {"day": _("day"), "month": _("month"), "year": _("year")}


class BrowserLengthValidator(MaxLengthValidator):
    """The limit of a text, counted as the browser and the counter under the box count it."""

    def clean(self, x: Any) -> int:
        return length_of(str(x))


class _MeasuredField(forms.CharField):
    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.validators = [
            BrowserLengthValidator(each.limit_value) if type(each) is MaxLengthValidator else each
            for each in self.validators
        ]

    def widget_attrs(self, widget: Widget) -> dict[str, Any]:
        """Without ``maxlength``: a pasted text that is too long is refused in words, never cut in silence."""
        attrs = super().widget_attrs(widget)
        attrs.pop("maxlength", None)
        return attrs


class LineField(_MeasuredField):
    """A text of one line, as it is kept (core.text): with something to see in it, or empty."""

    def to_python(self, value: Any) -> Any:
        text = super().to_python(value)
        return one_line(text) if isinstance(text, str) else text


class TextField(_MeasuredField):
    """A text of several lines, as it is kept (core.text)."""

    widget: type[Widget] = TextArea

    def to_python(self, value: Any) -> Any:
        text = super().to_python(value)
        return several_lines(text) if isinstance(text, str) else text


def text_field_of(db_field: models.Field[Any, Any]) -> type[forms.Field] | None:
    """The class of the form field that fills a text of a model; None for anything else."""
    if db_field.choices:
        return None
    if isinstance(db_field, models.TextField):
        return TextField
    return LineField if type(db_field) is models.CharField else None


class FilesField(forms.FileField):
    """Several files; the value is the list of them, empty where none was chosen."""

    widget: type[Widget] = FilesUpload

    def clean(self, data: Any, initial: Any = None) -> Any:
        chosen = data if isinstance(data, list | tuple) else [data]
        files = [super(FilesField, self).clean(file, initial) for file in chosen if file]
        if self.required and not files:
            raise ValidationError(self.error_messages["required"], code="required")
        return files


class DateField(forms.Field):
    """A date in three boxes; "27 March 26" is taken, and an error
    says which part is missing and leads to that box.

    ``what`` names the date inside a sentence ("the date of the meeting"); without it the label does.
    ``not_before`` and ``not_after`` are inclusive; ``past`` and ``future`` are read against today when the
    form is sent and allow today itself.
    """

    widget: type[Widget] = DateInput
    default_error_messages = {
        "required": _("Enter %(what)s"),
        "missing": _("%(What)s must include a %(parts)s"),
        "unreal": _("%(What)s must be a real date"),
        "year": _("Year must include 4 numbers"),
        "past": _("%(What)s must be today or in the past"),
        "future": _("%(What)s must be today or in the future"),
        "not_before": _("%(What)s must be the same as or after %(limit)s"),
        "not_after": _("%(What)s must be the same as or before %(limit)s"),
    }

    def __init__(
        self,
        *,
        what: Any = "",
        past: bool = False,
        future: bool = False,
        not_before: datetime.date | None = None,
        not_after: datetime.date | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(**kwargs)
        self.what, self.past, self.future = what, past, future
        self.not_before, self.not_after = not_before, not_after

    def problem(self, code: str, wrong: tuple[Part, ...] = PARTS, **facts: Any) -> ValidationError:
        what = str(self.what or self.label or gettext("a date"))
        words = {"what": what, "What": capfirst(what), "wrong": wrong, **facts}
        return ValidationError(str(self.error_messages[code]) % words, code=code, params=words)

    def parse(self, value: Any) -> datetime.date | None:
        return date_from_parts(*(str(text or "") for text in value or ("", "", "")))

    def to_python(self, value: Any) -> datetime.date | None:
        if isinstance(value, datetime.date):
            return value
        try:
            return self.parse(value)
        except DateProblem as problem:
            names = [str(PART_NAMES[part]) for part in problem.parts]
            raise self.problem(problem.kind, problem.parts, parts=gettext(" and ").join(names)) from problem

    def validate(self, value: datetime.date | None) -> None:
        if value is None:
            if self.required:
                raise self.problem("required")
            return
        today = timezone.localdate()
        if self.past and value > today:
            raise self.problem("past")
        if self.future and value < today:
            raise self.problem("future")
        if self.not_before and value < self.not_before:
            raise self.problem("not_before", limit=date_format(self.not_before, "j F Y"))
        if self.not_after and value > self.not_after:
            raise self.problem("not_after", limit=date_format(self.not_after, "j F Y"))


class _LastDay:
    """People give the last day; what comes out, and goes in, is the end that is stored: the day after."""

    def clean(self, value: Any) -> datetime.date | None:
        return day_after(super().clean(value))  # type: ignore[misc]

    def prepare_value(self, value: Any) -> Any:
        shown = last_day(value) if isinstance(value, datetime.date) else value
        return super().prepare_value(shown)  # type: ignore[misc]

    def has_changed(self, initial: Any, data: Any) -> bool:
        if isinstance(initial, datetime.date):
            initial = last_day(initial)
        return bool(super().has_changed(initial, data))  # type: ignore[misc]


class LastDayField(_LastDay, DateField):
    """The last day of something, in three boxes. ``not_before`` and the like are about that day."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("label", _("Last day"))
        kwargs.setdefault("what", _("the last day"))
        if not kwargs.get("required", True):
            kwargs.setdefault("help_text", _("Leave it empty if there is no end yet."))
        super().__init__(**kwargs)


class DateTextField(DateField):
    """A date in one line, for filters: "27/3/2026", "27 March 26", "2026-03-27"."""

    widget = TextInput

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", TextInput({"autocomplete": "off"}, width=10))
        super().__init__(**kwargs)

    def parse(self, value: Any) -> datetime.date | None:
        return date_from_text(str(value or ""))

    def prepare_value(self, value: Any) -> Any:
        return f"{value.day}/{value.month}/{value.year}" if isinstance(value, datetime.date) else value


class LastDayTextField(_LastDay, DateTextField):
    """The last day in one line, for the admin."""


class TimeField(forms.Field):
    """A time of a day on one line: "2pm", "14:00". An error says what is understood."""

    widget: type[Widget] = TextInput
    default_error_messages = {
        "required": _("Enter %(what)s"),
        "unreal": _("Enter %(what)s like 2pm, 2:30pm or 14:30"),
    }

    def __init__(self, *, what: Any = "", **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.what = what

    def to_python(self, value: Any) -> datetime.time | None:
        if isinstance(value, datetime.time):
            return value
        try:
            return read_time(str(value or ""))
        except ValueError as problem:
            raise self._problem("unreal") from problem

    def validate(self, value: datetime.time | None) -> None:
        if value is None and self.required:
            raise self._problem("required")

    def prepare_value(self, value: Any) -> Any:
        return time_in_words(value) if isinstance(value, datetime.time) else value

    def widget_attrs(self, widget: Widget) -> dict[str, Any]:
        return {"class": "govuk-input--width-5", "autocomplete": "off"}

    def _problem(self, code: str) -> ValidationError:
        what = str(self.what or self.label or gettext("a time"))
        return ValidationError(str(self.error_messages[code]) % {"what": what}, code=code)
