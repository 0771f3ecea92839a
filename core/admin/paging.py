"""Counting a list: exactly while that is cheap, by the planner's estimate beyond; what the rows of a page show."""

from __future__ import annotations

import json
from typing import Any

from django.contrib.admin.views.main import ChangeList
from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.functional import cached_property

from core.forms.numbers import whole_number

EXACT_UP_TO = 10_000


class BigListPaginator(Paginator):
    """Exact up to 10,000 rows.

    A list beyond that costs the same at 60,000 rows and at a million, and says "about".
    """

    @cached_property
    def _counted(self) -> tuple[int, bool]:
        rows = self.object_list
        if not isinstance(rows, QuerySet):
            return len(rows), False
        # Counted on the bare rows: joins and order change nothing in the number.
        exact = rows.order_by()[: EXACT_UP_TO + 1].count()
        if exact <= EXACT_UP_TO:
            return exact, False
        return max(exact, estimated_rows(rows)), True

    @property
    def count(self) -> int:  # type: ignore[override]
        return self._counted[0]

    @property
    def is_estimate(self) -> bool:
        return self._counted[1]

    def validate_number(self, number: Any) -> int:
        """A page past the estimated end may still hold rows."""
        wanted = whole_number(str(number)) if self.is_estimate else None
        return wanted or super().validate_number(number)

    def page(self, number: Any) -> Page[Any]:
        if not self.is_estimate:
            return super().page(number)
        number = self.validate_number(number)
        start = (number - 1) * self.per_page
        return self._get_page(self.object_list[start : start + self.per_page], number, self)


def estimated_rows(rows: QuerySet[Any]) -> int:
    """How many rows PostgreSQL's planner expects, from its statistics; reads no row."""
    plan = json.loads(rows.order_by().explain(format="json"))
    first = plan[0] if isinstance(plan, list) else plan
    return int(first["Plan"]["Plan Rows"])


class DressedList(ChangeList):
    """The rows of the page are given what only their reader may see, once for all of them: by ``dress_rows``
    of the list's admin.
    """

    def get_results(self, request: HttpRequest) -> None:
        super().get_results(request)
        rows = list(self.result_list)
        self.model_admin.dress_rows(request, rows)  # type: ignore[attr-defined]
        self.result_list = rows
