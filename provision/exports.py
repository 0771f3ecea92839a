"""Staff returns and vacancies as sheets."""

from __future__ import annotations

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from core.exports.registry import Filters, register
from documents.exports.mixins import OurTableExport
from provision.selectors import newest_period, period_by_id
from provision.tables import ReturnsTable, VacanciesTable


@register
class StaffReturns(OurTableExport):
    identifier = "staff_returns"
    title = _("Staff returns")
    description = _(
        "The staff number of every member setting for one period, the newest unless you choose another in the"
        " list."
    )
    permission = Permission.VIEW_RETURNS
    table = ReturnsTable

    def about(self, filters: Filters) -> Any:
        if "period" in filters:
            return period_by_id(int(filters["period"]))
        return newest_period(timezone.localdate())


@register
class Vacancies(OurTableExport):
    """As officers see the list: whoever may export reads the register."""

    identifier = "vacancies"
    title = _("Free places")
    description = _(
        "Free places that settings list, in the last 28 days. Childminders are named here: do not publish it."
    )
    permission = Permission.VIEW_SETTINGS
    table = VacanciesTable
