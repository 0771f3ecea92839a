"""Charts of a group's health."""

from __future__ import annotations

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from collaborations.models import Collaboration
from core.charts import Bar, BarTable, Chart, LineChart, Series
from development.rules import months_until, size_on
from portal.selectors.health import GroupToday, group_today, staff_by_period, times_of_members

MONTHS_SHOWN = 13


def health_of(collaboration: Collaboration, *, on: date) -> list[Chart]:
    """The charts of a group's health, the most telling first."""
    group = group_today(collaboration, on=on)
    made = [
        _members_by_month(collaboration, on=on),
        _meetings(group),
        _staff(collaboration),
        _staff_told(group),
    ]
    return [chart for chart in made if chart is not None]


def _meetings(group: GroupToday) -> BarTable | None:
    """How many of its meetings each member was at. None before the first meeting is counted."""
    bars = [
        Bar(
            label=str(membership.provider),
            value=100 * membership.meetings_attended / membership.meetings_held,
            text=_("%(attended)d of %(held)d")
            % {"attended": membership.meetings_attended, "held": membership.meetings_held},
            is_low=membership.at_risk_since is not None,
            note=_("below the attendance you agreed") if membership.at_risk_since else "",
        )
        for membership in group.members
        if membership.meetings_held
    ]
    return BarTable(_("Meetings attended"), _("Member"), _("Meetings"), bars, top=100) if bars else None


def _staff(collaboration: Collaboration) -> BarTable | None:
    """Staff working with children, as certified for each period. None before the first return."""
    bars = [
        Bar(
            label=period,
            value=staff,
            text=_("%(staff)d, from %(certified)d of %(members)d members")
            % {"staff": staff, "certified": certified, "members": members},
        )
        for period, staff, certified, members in staff_by_period(collaboration)
    ]
    return BarTable(_("Staff working with children"), _("Staff number"), _("Staff"), bars) if bars else None


def _staff_told(group: GroupToday) -> BarTable | None:
    """Whether the staff of each member know of the group (C9)."""
    asked = [line for line in group.told.values() if line.workforce.has_staff]
    if not asked:
        return None
    know = sum(line.last is not None and not line.owes for line in asked)
    words = {"know": know, "members": len(asked)}
    bar = Bar(
        _("Confirmed in the last year"), know, _("%(know)d of %(members)d that employ somebody") % words
    )
    return BarTable(_("Staff know"), _("Members"), _("Number"), [bar], top=len(asked))


def _members_by_month(collaboration: Collaboration, *, on: date) -> LineChart:
    months = months_until(on, number=MONTHS_SHOWN)
    sizes = size_on(times_of_members(collaboration), [*months[:-1], on])
    labels = [date_format(month, "M y") for month in months]
    words = {"first": sizes[0], "last": sizes[-1], "month": date_format(months[0], "F Y")}
    return LineChart(
        name="members",
        title=_("Members, month by month"),
        label_heading=_("Month"),
        labels=labels,
        series=[Series(_("Members"), sizes)],
        summary=_("Members: %(first)d at the beginning of %(month)s, %(last)d today.") % words,
    )
