"""Meetings of the whole authority, for the team: attendance (C7), and groups that have not met for a term."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta
from functools import cached_property
from typing import Any

from django.core.paginator import Page as PaginatorPage
from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from collaborations.selectors import collaboration_by_id
from core.charts import Bar, BarTable
from core.forms.numbers import whole_number
from core.tables.columns import draw_rows
from core.tables.pages import ListPage
from core.views import Crumb, found_or_404
from meetings.rules.attendance import window
from meetings.rules.rates import Rate
from meetings.selectors import county
from memberships.rules.attendance import passes
from portal.tables.county import (
    DistrictRatesTable,
    GroupRatesTable,
    QuietGroupsTable,
    SettingRatesTable,
    district_name,
    groups_of_district,
    setting_address,
    settings_of_group,
)


class AttendancePage(ListPage):
    """A level of the county's attendance: what counts in words, the rate of all that the filters leave, a
    chart of the rows of the page, and the rows themselves.
    """

    permission = Permission.VIEW_COLLABORATIONS
    template_name = "portal/attendance.html"
    export_permission = Permission.EXPORT
    empty_text = _(
        "No meeting counts yet. A meeting counts once its attendance is taken and it is recorded as held."
    )

    def bar(self, row: Any) -> Bar:
        """Hook: a row of the page as a bar."""
        raise NotImplementedError

    def rate(self, rows: QuerySet[Any]) -> Rate:
        """Hook: the rate of all rows that the filters leave."""
        raise NotImplementedError

    def drawn(self, page: PaginatorPage[Any]) -> SafeString:
        self.shown = self.table.dressed(list(page.object_list))
        return draw_rows(self.table.page_columns, self.shown)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        on = timezone.localdate()
        days = window(on)
        context = super().get_context_data(**kwargs)
        bars = [self.bar(row) for row in self.shown]
        label = self.table.page_columns[0].label
        levels = [
            (_("By district"), reverse("portal:attendance_rates")),
            (_("By group"), reverse("portal:attendance_groups")),
            (_("By setting"), reverse("portal:attendance_settings")),
        ]
        return {
            **context,
            "chart": BarTable(gettext("Attendance"), label, gettext("Attended"), bars, top=100)
            if bars
            else None,
            "rate": self.rate(self.filtered_rows()),
            "first_day": days.start,
            "last_day": days.end - timedelta(days=1) if days.end else on,
            "levels": [
                {"label": label, "url": url, "is_current": url == self.request.path} for label, url in levels
            ],
        }


def _text(held: int, attended: int) -> str:
    words = gettext("%(percent)d%%, %(attended)d of %(held)d")
    return words % {"percent": 100 * attended // held, "attended": attended, "held": held}


class AttendanceByDistrict(AttendancePage):
    title = _("Attendance by district")
    thing, things = _("district"), _("districts")
    table_class = DistrictRatesTable
    export = "attendance-by-district"

    def bar(self, row: dict[str, Any]) -> Bar:
        held, attended = row["held"], row["attended"]
        return Bar(
            district_name(row), 100 * attended / held, _text(held, attended), url=groups_of_district(row)
        )

    def rate(self, rows: QuerySet[Any]) -> Rate:
        return county.rate_of(county.counted_members(on=timezone.localdate()))


class AttendanceByGroup(AttendancePage):
    title = _("Attendance by group")
    thing, things = _("group"), _("groups")
    table_class = GroupRatesTable
    export = "attendance-by-group"

    def bar(self, row: dict[str, Any]) -> Bar:
        held, attended = row["held"], row["attended"]
        is_low = not passes(held=held, attended=attended, threshold=row["share"])
        return Bar(
            row["group"],
            100 * attended / held,
            _text(held, attended),
            is_low=is_low,
            note=gettext("Below the agreed share") if is_low else "",
            url=settings_of_group(row),
        )

    def rate(self, rows: QuerySet[Any]) -> Rate:
        groups = rows.order_by().values("collaboration_id")
        return county.rate_of(
            county.counted_members(on=timezone.localdate()).filter(collaboration__in=groups)
        )


class AttendanceBySetting(AttendancePage):
    """Of all settings, or of those of one group: ``?collaboration=``. That of another authority does not
    exist.
    """

    title = _("Attendance by setting")
    thing, things = _("member"), _("members")
    table_class = SettingRatesTable
    export = "attendance-by-setting"

    @cached_property
    def collaboration(self) -> Any:
        named = self.request.GET.get("collaboration", "")
        number = whole_number(named)
        return found_or_404(collaboration_by_id(number) if number is not None else None) if named else None

    def scope(self) -> Mapping[str, str]:
        return {"collaboration": str(self.collaboration.pk)} if self.collaboration else {}

    def get_title(self) -> str:
        if self.collaboration is None:
            return str(self.title)
        return gettext("Attendance of the members of %(group)s") % {"group": self.collaboration}

    def breadcrumbs(self) -> Sequence[Crumb]:
        above = super().breadcrumbs()
        groups = Crumb(_("Attendance by group"), reverse("portal:attendance_groups"))
        return above if self.collaboration is None else (*above, groups)

    def bar(self, row: Any) -> Bar:
        is_low = row.at_risk_since is not None
        return Bar(
            str(row.provider),
            100 * row.attended / row.held,
            _text(row.held, row.attended),
            is_low=is_low,
            note=gettext("Below the agreed share") if is_low else "",
            url=setting_address(row),
        )

    def rate(self, rows: QuerySet[Any]) -> Rate:
        return county.rate_of(rows)


class QuietGroups(ListPage):
    """Groups that run and have not met for a term: whom to ring or to write to."""

    permission = Permission.VIEW_COLLABORATIONS
    title = _("Groups that have not met for a term")
    thing, things = _("group"), _("groups")
    table_class = QuietGroupsTable
    export = "quiet-groups"
    export_permission = Permission.EXPORT
    empty_text = _("Every group that runs has met within the last 120 days, or began within them.")
