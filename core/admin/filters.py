"""List filters whose choices are fixed in the code:

Django's own ask the table for its distinct values on every page.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, ClassVar

from django.contrib.admin import SimpleListFilter
from django.contrib.admin.options import IncorrectLookupParameters
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from core.tables.filters import ChoiceFilter, Filter, SearchFilter

Condition = Q | Callable[[QuerySet[Any]], QuerySet[Any]]
Choice = tuple[str, str | Promise, Condition]


class FixedChoicesFilter(SimpleListFilter):
    """A subclass names ``title``, ``parameter_name`` and ``options``: value in the address, words, condition.

    A condition is a Q or, where today's date matters, a function of the queryset; it is read when the page is
    asked for.
    """

    options: ClassVar[Sequence[Choice]] = ()

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [(value, str(words)) for value, words, _condition in self.options]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        wanted = self.value()
        if wanted is None:
            return queryset
        for value, _words, condition in self.options:
            if value == wanted:
                return queryset.filter(condition) if isinstance(condition, Q) else condition(queryset)
        raise IncorrectLookupParameters(_("There is no such choice."))


class FieldChoicesFilter(FixedChoicesFilter):
    """The choices of a model field that has them; a subclass names ``field`` too."""

    field: ClassVar[str]

    def __init__(self, request: HttpRequest, params: dict[str, Any], model: Any, model_admin: Any) -> None:
        choices = model._meta.get_field(self.field).flatchoices
        self.options = [(str(value), words, Q(**{self.field: value})) for value, words in choices]  # type: ignore[misc]
        super().__init__(request, params, model, model_admin)


class WordsFilter(SimpleListFilter):
    """Words that are typed, where a list of choices would hold hundreds. A subclass names ``words``."""

    template = "admin/words_filter.html"
    words: ClassVar[SearchFilter]

    def has_output(self) -> bool:
        return True

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return []

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        return self.words.apply(queryset, {self.words.name: self.value()}) if self.value() else queryset

    def choices(self, changelist: Any) -> list[dict[str, Any]]:
        """As of other filters: all, and what was chosen. What else the address asks goes along with the form."""
        kept = changelist.get_filters_params() | ({"q": changelist.query} if changelist.query else {})
        self.others = [
            (name, value[-1] if isinstance(value, list) else value)
            for name, value in kept.items()
            if name != self.words.name
        ]
        everything = {
            "selected": not self.value(),
            "query_string": changelist.get_query_string(remove=[self.words.name]),
            "display": _("All"),
        }
        if not self.value():
            return [everything]
        chosen = {"selected": True, "query_string": changelist.get_query_string(), "display": self.value()}
        return [everything, chosen]


def list_filter_of(filter_: Filter) -> type[SimpleListFilter]:
    """A filter of a table (``core.tables``) as one of the admin's list, so that its export knows it too."""
    facts: dict[str, Any] = {"title": filter_.label, "parameter_name": filter_.name}
    name = f"By{filter_.name.title()}"
    if isinstance(filter_, SearchFilter):
        return type(name, (WordsFilter,), {**facts, "words": filter_})
    if not isinstance(filter_, ChoiceFilter):
        raise TypeError(f"{filter_} is no filter by choice or by words")
    choice: ChoiceFilter = filter_

    def narrowed_to(value: str) -> Callable[[QuerySet[Any]], QuerySet[Any]]:
        return lambda rows: choice.apply(rows, {choice.name: value})

    def __init__(
        self: Any, request: HttpRequest, params: dict[str, Any], model: Any, model_admin: Any
    ) -> None:
        self.options = [(value, words, narrowed_to(value)) for value, words in choice.options()]
        FixedChoicesFilter.__init__(self, request, params, model, model_admin)

    return type(name, (FixedChoicesFilter,), {**facts, "__init__": __init__})


def list_filters_of(filters: Sequence[Filter]) -> tuple[type[SimpleListFilter], ...]:
    """All but the search box, which the list has already."""
    return tuple(list_filter_of(filter_) for filter_ in filters if filter_.name != "q")
