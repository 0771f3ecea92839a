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
