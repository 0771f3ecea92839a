"""The rows of a load as a sheet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.permissions import Permission
from core.exports.registry import Column, Export, Filters, Kind, Row, WrongFilters, register
from core.forms.numbers import whole_number
from ofsted.models import PlannedRow
from ofsted.selectors import imports as selectors
from ofsted.selectors.differences import differences_of

LOAD_ROWS = "ofsted_load_rows"


@register
class LoadRows(Export):
    """What a load does to each row: to send to a colleague, or to mend what was rejected. A load is named by the list it comes from."""

    identifier = LOAD_ROWS
    title = gettext_lazy("Rows of a load of Ofsted's file")
    permission = Permission.VIEW_IMPORTS
    columns = (
        Column("kind", gettext_lazy("What happens"), width=18),
        Column("line", gettext_lazy("Line"), Kind.NUMBER, 8),
        Column("urn", gettext_lazy("URN"), width=12),
        Column("name", gettext_lazy("Setting"), width=40),
        Column("differences", gettext_lazy("What differs"), width=60),
        Column("column", gettext_lazy("Column"), width=24),
        Column("value", gettext_lazy("Value"), width=24),
        Column("reason", gettext_lazy("Why"), width=60),
    )
    filter_titles = {"run": gettext_lazy("Load"), "kind": gettext_lazy("What happens"), "q": gettext_lazy("Name or URN")}

    def may_run(self, by: Any, filters: Filters) -> bool:
        """Only from a load's own page: there is nothing to export without one."""
        return bool(filters.get("run")) and super().may_run(by, filters)

    def clean_filters(self, given: Mapping[str, str]) -> dict[str, str]:
        kept = super().clean_filters(given)
        run_id = whole_number(kept.get("run"))
        if run_id is None or selectors.run_by_id(run_id) is None:
            raise WrongFilters(_("Choose a load first."))
        if kept.get("kind") and kept["kind"] not in PlannedRow.Kind.values:
            raise WrongFilters(_("Choose one of the kinds of rows."))
        return kept

    def rows(self, filters: Filters, *, by: Any) -> Iterator[Row]:
        sees_homes = by.has_perm(Permission.VIEW_PRIVATE_ADDRESS)
        for row in selectors.rows_of(int(filters["run"]), kind=filters.get("kind", ""), text=filters.get("q", "")).iterator(2000):
            words = "; ".join(
                f"{each.field}: {each.before or _('nothing')} → {each.after}" for each in differences_of(row, with_home_fields=sees_homes)
            )
            yield (row.get_kind_display(), row.line, row.urn, row.name, words, row.column, row.value, row.reason)
