"""The forms of staff returns: a period, and the one question that each setting answers."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any, ClassVar

from django import forms as django_forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from core import forms
from core.forms import Fieldset
from core.wording import date_in_words
from providers import rules, selectors, services
from providers.models import Provider, ReturnPeriod
from providers.rules import StaffLine
from providers.rules.returns import MOST_HOURS_A_WEEK, MOST_LEVEL

MORE_ROWS = 5
MOST_ROWS = 60


class PeriodForm(forms.Form):
    """One asking: who counts is the authority's own text, suggested in plain words."""

    name = django_forms.CharField(label=_("Name"), max_length=80, help_text=_("For example “Autumn 2026”."))
    count_date = forms.DateField(
        label=_("Count date"), what=_("the count date"), help_text=_("The day for which settings count their staff.")
    )
    opens_on = forms.DateField(label=_("Opens on"), what=_("the day it opens"), help_text=_("The count date, or later."))
    due_on = forms.DateField(
        label=_("Due by"), what=_("the last day"), help_text=_("The last day. After it an answer is late, and still taken.")
    )
    definition = django_forms.CharField(
        label=_("Who counts"), help_text=_("Shown beside the question."), widget=forms.TextArea(rows=5), max_length=2000
    )
    childminder_definition = django_forms.CharField(
        label=_("Who counts, for childminders"), required=False, widget=forms.TextArea(rows=3), max_length=2000
    )
    asks_detail = django_forms.BooleanField(
        label=_("Ask for hours, role and qualification too"), required=False, help_text=_("Nobody has to answer that part.")
    )


def suggested_period() -> dict[str, Any]:
    """What the form of a new period holds already."""
    return {
        "definition": services.SUGGESTED_DEFINITION,
        "childminder_definition": services.SUGGESTED_CHILDMINDER_DEFINITION,
    }


class CertifyForm(forms.Form):
    """The staff number of one setting. A childminder is asked for assistants, and counts as one more.

    ``seen`` is the answer that was shown with a remark: sent again as it stands, it is taken.
    """

    staff = django_forms.IntegerField(min_value=0, widget=forms.NumberInput(width=4))
    note = django_forms.CharField(
        label=_("Note"), required=False, max_length=300, help_text=_("Anything that explains the number. Name no child and no colleague.")
    )
    seen = django_forms.CharField(required=False, widget=django_forms.HiddenInput)
    rows = django_forms.IntegerField(required=False, widget=django_forms.HiddenInput, min_value=0, max_value=MOST_ROWS)

    def __init__(self, *args: Any, period: ReturnPeriod, provider: Provider, on_behalf: bool, rows: int = 0, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.is_childminder = selectors.is_childminder(provider)
        self.row_count = min(rows, MOST_ROWS) if period.asks_detail else 0
        self._ask(period, provider)
        if on_behalf:
            note = self.fields["note"]
            note.required, note.label = True, gettext("Who told you, and how")
            note.help_text = gettext("For example “Lena Hartley by telephone”. It is kept with the number.")
        for number in range(1, self.row_count + 1):
            self.fields |= line_fields(number)
        self.fields["rows"].initial = self.row_count
        self.fieldsets = fieldsets_of(self.row_count)
        self.give_words()

    fieldsets: Sequence[Fieldset] = ()  # type: ignore[misc]

    def _ask(self, period: ReturnPeriod, provider: Provider) -> None:
        words = {"setting": provider, "day": date_in_words(period.count_date)}
        staff = self.fields["staff"]
        if self.is_childminder:
            staff.label = gettext("How many assistants did you employ on %(day)s?") % words
            staff.error_messages["required"] = gettext("Enter how many assistants you employed, or 0.")
        else:
            staff.label = gettext("How many people worked directly with children on %(day)s?") % words
            staff.error_messages["required"] = gettext("Enter how many people worked directly with children.")
        staff.error_messages["invalid"] = gettext("Enter a whole number, such as 9.")
        staff.error_messages["min_value"] = gettext("The number must be 0 or more.")
        staff.widget.attrs["autocomplete"] = "off"
        staff.help_text = selectors.definition_for(period, provider)

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        given = self.cleaned_data
        for number in range(1, self.row_count + 1):
            hours = f"hours_{number}"
            says_more = given.get(f"role_{number}") or given.get(f"level_{number}") is not None
            if says_more and given.get(hours) is None and hours not in self.errors:
                self.add_error(hours, gettext("Enter the hours a week of person %(number)d.") % {"number": number})
        return cleaned

    def answer(self) -> int:
        """The number that is certified: a childminder counts as one besides the assistants."""
        return int(self.cleaned_data["staff"]) + int(self.is_childminder)

    def lines(self) -> list[StaffLine]:
        given = self.cleaned_data
        return [
            StaffLine(given[f"hours_{number}"], given[f"role_{number}"], given[f"level_{number}"])
            for number in range(1, self.row_count + 1)
            if given.get(f"hours_{number}") is not None
        ]

    def key(self) -> str:
        """What the person has been told of, if there was something to say."""
        return f"{self.answer()}/{len(self.lines())}"

    def take_as_seen(self) -> None:
        self.data = self.data.copy()
        self.data[self.add_prefix("seen")] = self.key()


def line_fields(number: int) -> dict[str, django_forms.Field]:
    hours = django_forms.DecimalField(
        label=_("Hours a week"),
        required=False,
        min_value=Decimal(0),
        max_value=MOST_HOURS_A_WEEK,
        decimal_places=2,
        max_digits=4,
        widget=forms.TextInput({"inputmode": "decimal", "autocomplete": "off"}, width=4),
    )
    level = django_forms.IntegerField(
        label=_("Level of qualification"),
        required=False,
        min_value=0,
        max_value=MOST_LEVEL,
        widget=forms.NumberInput(width=2),
        help_text=_("0 for none, 3 for A level or the same, 6 for a degree."),
    )
    role = django_forms.CharField(label=_("Role"), required=False, max_length=80, help_text=_("For example “room leader”. No names."))
    return {f"hours_{number}": hours, f"role_{number}": role, f"level_{number}": level}


def fieldsets_of(rows: int) -> list[Fieldset]:
    return [
        Fieldset(gettext("Person %(number)d") % {"number": number}, (f"hours_{number}", f"role_{number}", f"level_{number}"))
        for number in range(1, rows + 1)
    ]


def initial_of(staff: int | None, lines: Sequence[StaffLine], *, is_childminder: bool) -> dict[str, Any]:
    """The form as the last answer fills it."""
    initial: dict[str, Any] = {} if staff is None else {"staff": staff - int(is_childminder)}
    for number, line in enumerate(lines, start=1):
        hours = rules.plain(line.hours_a_week)
        initial |= {f"hours_{number}": hours, f"role_{number}": line.role, f"level_{number}": line.qualification_level}
    return initial


class PeriodModelForm(django_forms.ModelForm):
    """The form of the admin."""

    class Meta:
        model = ReturnPeriod
        fields: ClassVar = ("name", "count_date", "opens_on", "due_on", "definition", "childminder_definition", "asks_detail")

    def _post_clean(self) -> None:
        """The service says what cannot be, at its field; the row's own constraints would say less."""
