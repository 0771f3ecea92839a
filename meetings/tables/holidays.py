"""The list of school holidays, for its page and its export."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from core.dates import last_day
from core.searching import search_in
from core.tables.columns import Column, Kind
from core.tables.filters import DateRangeFilter, Filter, SearchFilter
from core.tables.table import Table
from meetings.models.holidays import SchoolHoliday
from meetings.selectors import holidays


def holiday_address(holiday: SchoolHoliday) -> str:
    return reverse("meetings:change_holiday", args=[holiday.pk])


class HolidaysTable(Table):
    """The school holidays of the authority. The name leads whoever may change one to its form."""

    ordering = "starts_on"
    on_page = ("name", "starts_on", "ends_on")
    filters: Sequence[Filter] = (
        SearchFilter("q", _("Name"), search=search_in("name_in_order", "name")),
        DateRangeFilter("on", _("First day"), lookup="starts_on"),
    )

    @property
    def columns(self) -> Sequence[Column]:
        may_change = self.by is not None and self.allows(Permission.CHANGE_COLLABORATIONS)
        link = holiday_address if may_change else None
        return (
            Column("name", _("School holiday"), width=32, sort="name__in_order", link=link),
            Column("starts_on", _("First day"), Kind.DATE, sort="starts_on"),
            Column(
                "ends_on", _("Last day"), Kind.DATE, sort="ends_on", value=lambda row: last_day(row.ends_on)
            ),
        )

    def rows(self) -> QuerySet[Any]:
        return holidays.every_holiday()
