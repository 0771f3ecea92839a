"""Forms of school holidays."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms as django_forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from core.forms.base import Form
from core.forms.fields import DateField, LastDayField, LineField, TextField
from core.forms.widgets import TextArea
from meetings.rules.holidays import MAX_LINES, MAX_NAME, Holiday, holidays_in


class HolidayForm(Form):
    """One school holiday, from its first to its last day."""

    name = LineField(
        label=_("What is it called?"),
        max_length=MAX_NAME,
        help_text=_("For example, “Autumn half term 2026”."),
        error_messages={"required": _("Enter what the school holiday is called")},
    )
    starts_on = DateField(label=_("First day"), what=_("the first day"))
    ends_on = LastDayField(help_text=_("The last day on which schools are closed."))


class ChangeHolidayForm(HolidayForm):
    """``seen`` says what the person looked at."""

    seen = django_forms.CharField(widget=django_forms.HiddenInput, max_length=16)


class HolidaysField(TextField):
    """School holidays, one a line, as ``meetings.rules.holidays`` reads them."""

    def clean(self, value: Any) -> Sequence[Holiday]:
        found, wrong = holidays_in(super().clean(value))
        if wrong:
            words = gettext("Line %(number)d: %(why)s")
            raise ValidationError(
                [words % {"number": line.number, "why": line.why.in_words(gettext)} for line in wrong]
            )
        if len(found) > MAX_LINES:
            raise ValidationError(gettext("Paste at most %(number)d lines at once.") % {"number": MAX_LINES})
        return found


class PasteHolidaysForm(Form):
    """The dates of a year in one box."""

    holidays = HolidaysField(
        label=_("School holidays, one on each line"),
        max_length=8000,
        widget=TextArea(rows=10),
        help_text=_(
            "The name, the first day and the last day, with commas between. For example: Autumn half term 2026,"
            " 26 October 2026, 30 October 2026. Rows copied from a spreadsheet work too."
        ),
        error_messages={"required": _("Paste at least one school holiday")},
    )
