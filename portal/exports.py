"""What every subject contributes to one list, as sheets."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from core.exports.further import Sheet
from core.exports.registry import Filters, register
from documents.exports.mixins import OurTableExport
from portal.tables.county import (
    DistrictRatesTable,
    GroupRatesTable,
    QuietGroupsTable,
    SettingRatesTable,
)
from portal.tables.data_pack import AS_AT, DataPackTable, further_sheets
from portal.tables.engagements import EngagementsTable


@register
class MeetingsToAttend(OurTableExport):
    identifier = "meetings-to-attend"
    title = _("Meetings to attend")
    description = _("Where people of the early years team are expected from today on, and what clashes.")
    permission = Permission.VIEW_SUPPORT
    table = EngagementsTable


@register
class AttendanceByDistrict(OurTableExport):
    identifier = "attendance-by-district"
    title = _("Attendance by district")
    description = _("How often the members of the groups of each district were at their meetings.")
    permission = Permission.VIEW_COLLABORATIONS
    table = DistrictRatesTable


@register
class AttendanceByGroup(OurTableExport):
    identifier = "attendance-by-group"
    title = _("Attendance by group")
    description = _(
        "How often the members of each group were at its meetings, beside the share that they agreed."
    )
    permission = Permission.VIEW_COLLABORATIONS
    table = GroupRatesTable


@register
class AttendanceBySetting(OurTableExport):
    identifier = "attendance-by-setting"
    title = _("Attendance by setting")
    description = _("How often each member was at the meetings of its group, and how it stands.")
    permission = Permission.VIEW_COLLABORATIONS
    table = SettingRatesTable


@register
class QuietGroups(OurTableExport):
    identifier = "quiet-groups"
    title = _("Groups that have not met for a term")
    description = _("How long ago they met, who leads them, and how to reach them.")
    permission = Permission.VIEW_COLLABORATIONS
    table = QuietGroupsTable


@register
class DataPack(OurTableExport):
    identifier = "data-pack"
    title = _("Data pack")
    description = _(
        "Judgements, sizes, attendance and staff numbers of each group as at a day; with the whole county and every"
        " member on sheets of their own, except as CSV."
    )
    permission = Permission.VIEW_EVENTS
    table = DataPackTable

    def further_sheets(self, filters: Filters, *, by: Any) -> Sequence[Sheet]:
        day = filters.get(AS_AT)
        return further_sheets(date.fromisoformat(day) if day else None)
