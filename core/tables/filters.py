"""Filters of a list, for its page and its export.

Each gives form fields, cleans what an export is asked for, narrows the rows, and says in words what it did.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from django import forms as django_forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.forms.base import Form
from core.forms.dates import DateProblem, date_from_text
from core.forms.fields import DateTextField, LineField
from core.forms.numbers import whole_number
from core.forms.widgets import SearchInput, Select
from core.searching import Matches, Search, matching
from core.wording import date_in_words

Rows = QuerySet[Any]
Narrow = Callable[[Rows, Any], Rows]
Choices = Iterable[tuple[Any, Any]]
Values = Mapping[str, str]


class WrongFilters(ValueError):
    """The filters from outside cannot be used; the message says why, in words for people."""


@dataclass(frozen=True)
class Chosen:
    """A filter in force: what the chip says, and the parameters that its removal takes out of the address."""

    text: str
    parameters: tuple[str, ...]


@dataclass(frozen=True)
class Filter:
    """``lookup`` is what the rows are filtered by; ``narrow`` does it instead where one lookup will not.

    ``in_scope``: part of the address of the page, such as the group whose list it is. No field asks for it;
    an export is told it.
    """

    name: str
    label: Any
    lookup: str = ""
    narrow: Narrow | None = None
    in_scope: bool = False

    def fields(self) -> dict[str, django_forms.Field]:
        raise NotImplementedError

    def apply(self, rows: Rows, values: Mapping[str, Any]) -> Rows:
        value = values.get(self.name)
        if value in (None, "", False, []):
            return rows
        return self.narrow(rows, value) if self.narrow else rows.filter(**{self.lookup or self.name: value})

    def match(self, rows: Rows, values: Mapping[str, Any]) -> Matches:
        """``apply``, and what it corrected of what was typed, if anything."""
        return Matches(self.apply(rows, values))

    def chosen(self, form: FilterForm) -> list[Chosen]:
        value = form.values().get(self.name)
        return (
            []
            if value in (None, "", False, [])
            else [Chosen(self.say(value, form.fields[self.name]), (self.name,))]
        )

    def say(self, value: Any, field: django_forms.Field) -> str:
        return f"{self.label}: {value}"

    def clean(self, values: Values) -> dict[str, str]:
        """What an export keeps of what was asked for from outside. Raises WrongFilters."""
        return {self.name: values[self.name]} if values.get(self.name) else {}

    def in_words(self, values: Values) -> list[tuple[str, str]]:
        """The notes of a sheet: title and value of what was kept."""
        return [(str(self.label), self.value_in_words(values[self.name]))] if self.name in values else []

    def value_in_words(self, value: str) -> str:
        return value


@dataclass(frozen=True)
class ChoiceFilter(Filter):
    """One of a fixed list.

    ``choices`` may be a function, called once a request (districts come from the database).
    """

    choices: Choices | Callable[[], Choices] = ()
    any_label: Any = ""

    def options(self) -> list[tuple[str, Any]]:
        return [
            (str(value), label)
            for value, label in (self.choices() if callable(self.choices) else self.choices)
        ]

    def fields(self) -> dict[str, django_forms.Field]:
        options = [("", self.any_label or _("All")), *self.options()]
        field = django_forms.ChoiceField(label=self.label, choices=options, required=False, widget=Select)
        return {self.name: field}

    def say(self, value: Any, field: Any) -> str:
        return f"{self.label}: {dict(field.choices)[value]}"

    def clean(self, values: Values) -> dict[str, str]:
        kept = super().clean(values)
        if kept and kept[self.name] not in dict(self.options()):
            raise WrongFilters(_("Choose the %(filter)s from the list.") % {"filter": self.label})
        return kept

    def value_in_words(self, value: str) -> str:
        return str(dict(self.options()).get(value, value))


@dataclass(frozen=True)
class SearchFilter(Filter):
    """Words that must all be found in one normalised column;
    ``normalise`` writes them as that column is written.

    ``search`` instead says how the rows are searched, and spelling is forgiven (``core.searching``).
    """

    search: Callable[[Rows], Search] | None = None
    hint: Any = ""
    normalise: Callable[[str], str] = str.casefold
    max_length: int = 100

    def fields(self) -> dict[str, django_forms.Field]:
        field = LineField(
            label=self.label,
            help_text=self.hint,
            required=False,
            max_length=self.max_length,
            widget=SearchInput(width=20),
        )
        return {self.name: field}

    def match(self, rows: Rows, values: Mapping[str, Any]) -> Matches:
        if self.search is None:
            return super().match(rows, values)
        return matching(rows, values.get(self.name) or "", self.search(rows))

    def apply(self, rows: Rows, values: Mapping[str, Any]) -> Rows:
        text = values.get(self.name) or ""
        if self.search:
            return self.match(rows, values).rows
        if self.narrow:
            return self.narrow(rows, text) if text else rows
        for word in self.normalise(text).split():
            rows = rows.filter(**{self.lookup: word})
        return rows

    def say(self, value: Any, field: django_forms.Field) -> str:
        return _("Contains “%(text)s”") % {"text": value}


@dataclass(frozen=True)
class DateRangeFilter(Filter):
    """Between two dates, both included; either may be left out.

    ``instant=True`` for a column of date and time.
    """

    instant: bool = False

    @property
    def ends(self) -> tuple[str, str]:
        return f"{self.name}_from", f"{self.name}_to"

    def fields(self) -> dict[str, django_forms.Field]:
        first, last = self.ends
        labels = {first: _("%(label)s from"), last: _("%(label)s to")}
        return {
            name: DateTextField(
                label=text % {"label": self.label}, required=False, help_text=_("For example, 27/3/2026")
            )
            for name, text in labels.items()
        }

    def apply(self, rows: Rows, values: Mapping[str, Any]) -> Rows:
        column = f"{self.lookup or self.name}{'__date' if self.instant else ''}"
        for name, comparison in zip(self.ends, ("gte", "lte"), strict=True):
            if values.get(name):
                rows = rows.filter(**{f"{column}__{comparison}": values[name]})
        return rows

    def chosen(self, form: FilterForm) -> list[Chosen]:
        first, last = self.ends
        values = form.values()
        words = {first: _("%(label)s from %(date)s"), last: _("%(label)s to %(date)s")}
        return [
            Chosen(text % {"label": self.label, "date": date_in_words(values[name])}, (name,))
            for name, text in words.items()
            if values.get(name)
        ]

    def clean(self, values: Values) -> dict[str, str]:
        """The days as ISO 8601."""
        return {name: iso_day(values[name]) for name in self.ends if values.get(name)}

    def in_words(self, values: Values) -> list[tuple[str, str]]:
        labels = {name: str(field.label) for name, field in self.fields().items()}
        return [(labels[name], values[name]) for name in self.ends if name in values]


@dataclass(frozen=True)
class AsAtFilter(Filter):
    """The day as of which everything is counted, today or earlier; without one it is today.

    ``narrow`` gives the rows of the day; it stands first among the filters of its table.
    """

    def fields(self) -> dict[str, django_forms.Field]:
        field = DateTextField(
            label=self.label,
            required=False,
            help_text=_("For example, 27/3/2026. Empty is today."),
            validators=[_not_to_come],
        )
        return {self.name: field}

    def apply(self, rows: Rows, values: Mapping[str, Any]) -> Rows:
        value = values.get(self.name)
        return super().apply(
            rows, {self.name: date.fromisoformat(value) if isinstance(value, str) and value else value}
        )

    def say(self, value: Any, field: Any) -> str:
        return f"{self.label} {date_in_words(value)}"

    def clean(self, values: Values) -> dict[str, str]:
        """The day as ISO 8601."""
        if not values.get(self.name):
            return {}
        kept = iso_day(values[self.name])
        if date.fromisoformat(kept) > timezone.localdate():
            raise WrongFilters(str(TO_COME))
        return {self.name: kept}


def _not_to_come(value: date) -> None:
    if value > timezone.localdate():
        raise ValidationError(TO_COME)


TO_COME = gettext_lazy("The day must be today or earlier.")


def iso_day(text: str) -> str:
    """A day as people write it, as ISO 8601. Raises WrongFilters."""
    try:
        day = date_from_text(text)
    except DateProblem:
        day = None
    if day is None:
        raise WrongFilters(_("“%(text)s” is no date.") % {"text": text})
    return day.isoformat()


@dataclass(frozen=True)
class BooleanFilter(Filter):
    """A box to tick: only the rows for which ``lookup`` is true."""

    def fields(self) -> dict[str, django_forms.Field]:
        return {self.name: django_forms.BooleanField(label=self.label, required=False)}

    def apply(self, rows: Rows, values: Mapping[str, Any]) -> Rows:
        return super().apply(rows, {self.name: bool(values.get(self.name))})

    def say(self, value: Any, field: django_forms.Field) -> str:
        return str(self.label)

    def value_in_words(self, value: str) -> str:
        return _("Yes")


@dataclass(frozen=True)
class ScopeFilter(Filter):
    """The number of what the page is about.

    ``find`` gives what has this number, or None; ``said`` its words for the notes of a sheet; ``error`` says
    that there is none. Rows are narrowed to it on the page and in the sheet.
    """

    in_scope: bool = True
    find: Callable[[int], Any] = int
    said: Callable[[Any], Any] = str
    error: Any = ""
    required: bool = True

    def clean(self, values: Values) -> dict[str, str]:
        kept = super().clean(values)
        if kept or self.required:
            number = whole_number(kept.get(self.name))
            if number is None or self.find(number) is None:
                raise WrongFilters(str(self.error))
        return kept

    def value_in_words(self, value: str) -> str:
        thing = self.find(int(value))
        return "" if thing is None else str(self.said(thing))


def cleaned(filters: Iterable[Filter], values: Values) -> dict[str, str]:
    """The filters of what an export was asked for from outside. Raises WrongFilters."""
    return {name: value for filter_ in filters for name, value in filter_.clean(values).items()}


def in_words(filters: Iterable[Filter], values: Values) -> list[tuple[str, str]]:
    """Title and value of each cleaned filter, by the filters' names, for the notes of a sheet."""
    by_name = sorted(filters, key=lambda filter_: filter_.name)
    return [words for filter_ in by_name for words in filter_.in_words(values)]


class FilterForm(Form):
    """The filters of a list as one form, filled from the address.

    One line shows the words that are searched for and the two filters named first, which are the ones most
    used; the rest stands behind "More filters".
    """

    marks_optional = False
    IN_LINE = 2

    def __init__(self, filters: Sequence[Filter], data: Any) -> None:
        super().__init__(data=data)
        self.filters = tuple(filters)
        self.names: dict[str, tuple[str, ...]] = {}  # of a filter: its fields; choices are read once
        for filter_ in filters:
            fields = filter_.fields()
            self.fields.update(fields)
            self.names[filter_.name] = tuple(fields)
        self.give_words()

    def values(self) -> dict[str, Any]:
        """What could be understood; a field in error filters nothing and says so."""
        self.is_valid()
        return dict(self.cleaned_data)

    @cached_property
    def first_filters(self) -> tuple[Filter, ...]:
        """The filters of the line."""
        searches = [filter_ for filter_ in self.filters if isinstance(filter_, SearchFilter)][:1]
        others = [filter_ for filter_ in self.filters if filter_ not in searches]
        short = [filter_ for filter_ in others if not isinstance(filter_, DateRangeFilter)]
        if len(others) > self.IN_LINE + 1 or len(short) < len(
            others
        ):  # one more alone is not put behind a link
            short = short[: self.IN_LINE]
        return (*searches, *short) or self.filters

    @cached_property
    def more_filters(self) -> tuple[Filter, ...]:
        """The filters behind "More filters"."""
        return tuple(filter_ for filter_ in self.filters if filter_ not in self.first_filters)

    def in_line(self) -> list[django_forms.BoundField]:
        return self._bound(self.first_filters)

    def further(self) -> list[django_forms.BoundField]:
        return self._bound(self.more_filters)

    @property
    def further_in_use(self) -> bool:
        """Whether one of them narrows the list or is in error: then they are in sight."""
        return any(bound.errors or self.values().get(bound.name) for bound in self.further())

    def _bound(self, filters: Sequence[Filter]) -> list[django_forms.BoundField]:
        return [self[name] for filter_ in filters for name in self.names[filter_.name]]
