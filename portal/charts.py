"""Charts of a group's health, and of the data pack of a Leaders' Day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from collaborations.models import Collaboration
from collaborations.rules import ADVISED_SIZE
from core.charts import Bar, BarTable, Chart, LineChart, Series
from development.rules import months_until, size_on
from meetings.rules.data_pack import EVERYTHING, Numbers, Told
from memberships.rules.size import Size
from ofsted.selectors.register import JUDGED_LABELS, OLD_GRADES, Judged
from portal.selectors.data_pack import GroupRow, MemberLine, Pack
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


# --- the data pack of a Leaders' Day: each chart is a table too ---------------------------------------------

#: Overall grades of the framework before report cards; report cards; neither. They stand in tables of their
#: own: a report card has no grade of the whole (O3).
GRADES: tuple[tuple[str, Any], ...] = tuple((grade, JUDGED_LABELS[grade]) for grade in OLD_GRADES)
CARDS = (
    (Judged.REPORT_CARD, gettext_lazy("No area needs attention")),
    (Judged.REPORT_CARD_ATTENTION, gettext_lazy("An area needs attention")),
)
NO_GRADE = (
    (Judged.MET_ONLY, gettext_lazy("Only met or not met")),
    (Judged.AGENCY, gettext_lazy("Through a childminder agency")),
    (Judged.NOT_INSPECTED, gettext_lazy("Not inspected yet")),
)
SIZES = {
    Size.EMPTY: gettext_lazy("No members"),
    Size.SMALL: gettext_lazy("1 to %(small)d members"),
    Size.ADVISED: gettext_lazy("%(least)d to %(most)d members, as advised"),
    Size.LARGE: gettext_lazy("More than %(most)d members"),
}
HIDDEN = gettext_lazy("Not shown: it could tell of one setting")


def judgement_charts(numbers: Numbers) -> list[BarTable]:
    """The published judgements of some members, in three tables that add up to all of them."""
    titles = (
        (_("Overall grades, from before report cards"), _("Grade"), GRADES),
        (_("Report cards, which have no overall grade"), _("Report card"), CARDS),
        (_("Neither a grade nor a report card"), _("Standing"), NO_GRADE),
    )
    return [
        BarTable(
            title,
            heading,
            _("Settings"),
            [_part(label, numbers.judged.get(kind, 0), numbers.members) for kind, label in kinds],
            top=numbers.members or None,
        )
        for title, heading, kinds in titles
    ]


def sizes_chart(groups: Sequence[GroupRow]) -> BarTable:
    """How many groups are of each size, against the advice (C2)."""
    sizes = Counter(group.size for group in groups)
    bars = [_part(words % SIZE_WORDS, sizes[size], len(groups)) for size, words in SIZES.items()]
    title = _("Sizes of groups, against %(least)d to %(most)d members") % SIZE_WORDS
    return BarTable(title, _("Size"), _("Groups"), bars, top=len(groups) or None)


def attendance_chart(numbers: Numbers, told: Told = EVERYTHING) -> BarTable | None:
    """How often members were there, and how many are below the share agreed (C7); None where no meeting
    counts, or it is not told.
    """
    if not numbers.held or not told.attendance:
        return None
    below = (
        _part(_("Members below the share agreed"), numbers.below, numbers.counted)
        if told.below
        else Bar(_("Members below the share agreed"), 0, HIDDEN)
    )
    share = Bar(_("Meetings attended"), 100 * numbers.attended / numbers.held, rate_in_words(numbers))
    below = replace(below, value=100 * below.value / numbers.counted)
    return BarTable(_("Attendance at meetings"), _("What"), _("Number"), [share, below], top=100)


def returns_chart(numbers: Numbers, told: Told = EVERYTHING) -> BarTable | None:
    """How many staff numbers were certified, and how many are missing; None where none was asked for or it is
    not told.
    """
    if not numbers.asked or not told.returns:
        return None
    parts = ((_("Certified"), numbers.certified), (_("Missing"), numbers.missing))
    bars = [
        _part(label, number, numbers.asked) if told.missing else Bar(label, 0, HIDDEN)
        for label, number in parts
    ]
    return BarTable(_("Staff numbers asked for"), _("What"), _("Settings"), bars, top=numbers.asked)


def county_charts(pack: Pack, told: Told = EVERYTHING) -> list[BarTable]:
    """Of all groups taken together."""
    numbers = pack.county
    made = [
        *judgement_charts(numbers),
        sizes_chart(pack.groups),
        attendance_chart(numbers, told),
        returns_chart(numbers, told),
    ]
    return [chart for chart in made if chart is not None]


def charts_by_group(pack: Pack) -> list[BarTable]:
    """A bar for each group: its size, its attendance, its staff numbers."""
    sizes = [
        Bar(group.name, group.members, members_in_words(group.members), note=_note_of_size(group))
        for group in pack.groups
    ]
    rates = [
        Bar(group.name, 100 * group.numbers.attended / group.numbers.held, rate_in_words(group.numbers))
        for group in pack.groups
        if group.numbers.held
    ]
    returns = [
        Bar(
            group.name,
            100 * group.certified / group.numbers.asked,
            of_in_words(group.certified, group.numbers.asked),
        )
        for group in pack.groups
        if group.numbers.asked
    ]
    made = [
        BarTable(_("Members of each group"), _("Group"), _("Members"), sizes),
        BarTable(_("Attendance of each group"), _("Group"), _("Attended"), rates, top=100),
        BarTable(_("Staff numbers certified in each group"), _("Group"), _("Certified"), returns, top=100),
    ]
    return [chart for chart in made if chart.bars]


def group_charts(group: GroupRow, lines: Sequence[MemberLine]) -> list[BarTable]:
    """Of one group, for whoever may see its attendance."""
    size = Bar(_("Members"), group.members, members_in_words(group.members), note=_note_of_size(group))
    advised = _("Size, against %(least)d to %(most)d members") % SIZE_WORDS
    bars = [
        Bar(
            line.name,
            100 * line.attended / line.held,
            of_in_words(line.attended, line.held),
            is_low=line.is_below,
            note=_("Below the agreed share") if line.is_below else "",
        )
        for line in lines
        if line.held
    ]
    made = [
        *judgement_charts(group.numbers),
        BarTable(advised, _("What"), _("Number"), [size], top=max(group.members, ADVISED_SIZE[-1])),
        BarTable(_("Attendance of each member"), _("Member"), _("Attended"), bars, top=100) if bars else None,
        returns_chart(group.numbers),
    ]
    return [chart for chart in made if chart is not None]


def judged_in_words(numbers: Numbers, kinds: Sequence[tuple[str, Any]]) -> str:
    """“Outstanding: 1, Good: 2”; a dash for none."""
    said = [f"{label}: {numbers.judged[kind]}" for kind, label in kinds if numbers.judged.get(kind)]
    return ", ".join(said) or "–"


def rate_in_words(numbers: Numbers) -> str:
    facts = {"percent": numbers.percent, "attended": numbers.attended, "held": numbers.held}
    return _("%(percent)d%%, %(attended)d of %(held)d") % facts


def of_in_words(part: int, whole: int) -> str:
    return _("%(part)d of %(whole)d") % {"part": part, "whole": whole}


def members_in_words(number: int) -> str:
    return ngettext("%(number)d member", "%(number)d members", number) % {"number": number}


def _part(label: Any, number: int, whole: int) -> Bar:
    return Bar(label, number, of_in_words(number, whole))


def _note_of_size(group: GroupRow) -> Any:
    return "" if group.size is Size.ADVISED else group.size.label


SIZE_WORDS = {
    "least": ADVISED_SIZE.start,
    "most": ADVISED_SIZE.stop - 1,
    "small": ADVISED_SIZE.start - 1,
}
