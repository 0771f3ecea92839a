"""What the home page shows: what needs a person, what waits for others, the own groups and settings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, NamedTuple

from django.db.models import DateField, QuerySet, Value
from django.urls import get_script_prefix, reverse
from django.utils.translation import gettext as _

from accounts.permissions import Permission
from collaborations.models import Collaboration
from core.frame.lines import (
    LATE,
    SOON,
    Line,
    first_of,
    in_order,
    lines_of_groups,
    lines_of_person,
    lines_of_settings,
    lines_waiting,
    urgency,
)
from core.frame.news import news_for
from core.frame.sections import Section
from core.frame.visitor import Visitor
from core.prepared import prepared
from core.wording import date_in_words, day_and_month, short_date, time_in_words
from meetings.blocks import next_meeting
from meetings.rules.rates import TERM
from meetings.selectors.county import lively_groups
from memberships.selectors.districts import settings_by_district
from memberships.selectors.lists import group_numbers
from memberships.selectors.on_page import leaders_of_page
from portal.selectors.own import own_groups, own_settings
from providers.models import Provider
from providers.rules.workforce import YOURS, workforce_of
from provision.models import ReturnPeriod
from provision.panels import progress_of
from support.selectors.on_page import Visit, desk_of
from ways_of_working.rules.reviews import CLOCK_NAMES, first_not_overdue
from ways_of_working.selectors.on_page import clocks_of_page
from ways_of_working.selectors.reviews import reviews_due_before

#: So many lines are open; the others open in the same page.
MAX_LINES = 10
#: So long something is new, and so many items of it are named.
NEWS = timedelta(days=14)
MAX_NEWS = 8
#: More reviews than these are "100 or more": what a page counts is bounded.
MAX_COUNTED = 100
#: Of so many members those who are asked for their staff number are counted one by one.
MAX_ASKED = 5_000
#: So many visits after today are named.
MAX_VISITS = 5


@dataclass(frozen=True, slots=True)
class ShownLine:
    """A line with the words around it: for which group or setting, by when, since when."""

    line: Line
    about: str
    day: str
    word: str


@dataclass(frozen=True, slots=True)
class GroupCard:
    """One of the person's groups. For whoever does not run it ``to_do`` is None and ``write_url`` empty."""

    name: str
    url: str
    to_do: int | None
    led_by: str
    next_review: str
    write_url: str = ""
    next_meeting: str = ""
    meeting_url: str = ""


@dataclass(frozen=True, slots=True)
class SettingCard:
    name: str
    url: str
    to_do: int


@dataclass(frozen=True, slots=True)
class Number:
    """A number at a glance, and the list that it counts."""

    label: str
    value: str
    url: str


@dataclass(frozen=True, slots=True)
class ShownNews:
    """Something new in one of the person's groups."""

    what: str
    url: str
    about: str


@dataclass(frozen=True, slots=True)
class Home:
    """``first`` are open at once, ``others`` behind "See all"."""

    first: list[ShownLine]
    others: list[ShownLine]
    waiting: list[ShownLine]
    news: list[ShownNews] = field(default_factory=list)
    groups: list[GroupCard] = field(default_factory=list)
    settings: list[SettingCard] = field(default_factory=list)
    settings_heading: str = ""
    nothing: str = ""

    @property
    def total(self) -> int:
        return len(self.first) + len(self.others)


def home_of(visitor: Visitor) -> Home:
    """One list for a person, whatever the roles. The number of queries does not grow with groups or settings."""
    groups = visitor.once(own_groups, user=visitor.user, on=visitor.on)
    settings = visitor.once(own_settings, user=visitor.user, on=visitor.on)
    managed = [setting for setting in settings if setting.is_managed]  # type: ignore[attr-defined]
    visitor.looks_at(groups=groups, settings=managed)
    run = [group for group in groups if group.is_run]  # type: ignore[attr-defined]
    of_groups, of_settings = lines_of_groups(visitor, run), lines_of_settings(visitor, managed)
    lines = in_order([*lines_of_person(visitor), *of_groups, *of_settings])
    first, others = first_of(lines, MAX_LINES, on=visitor.on)
    several = len(settings) > 1
    return Home(
        first=[shown(line, visitor.on, several_settings=several) for line in first],
        others=[shown(line, visitor.on, several_settings=several) for line in others],
        waiting=[shown(line, visitor.on, several_settings=several) for line in lines_waiting(visitor)],
        news=_news(visitor) if groups else [],
        groups=_cards(visitor, groups, of_groups),
        settings=_setting_cards(settings, of_settings),
        settings_heading=_heading_of(settings),
        nothing="" if lines else _nothing(visitor, groups),
    )


def shown(line: Line, on: date, *, several_settings: bool) -> ShownLine:
    """The group's name is always written, the setting's for people of more than one setting only."""
    names = [line.about] if line.section is not Section.SETTING or several_settings else []
    if line.setting and several_settings:
        names.append(line.setting)
    return ShownLine(
        line, ", ".join(name for name in names if name), _day(line, on), urgency_in_words(line, on)
    )


def urgency_in_words(line: Line, on: date) -> str:
    return {LATE: _("Late"), SOON: _("Soon")}.get(urgency(line, on), "")


def _day(line: Line, on: date) -> str:
    if line.since is not None:
        days = (on - line.since).days
        if days <= 0:
            return _("since today")
        return _("since yesterday") if days == 1 else _("for %(days)d days") % {"days": days}
    return _("by %(day)s") % {"day": date_in_words(line.due_on)} if line.due_on is not None else ""


def _news(visitor: Visitor) -> list[ShownNews]:
    """What is new in the person's groups, today included."""
    since, until = visitor.on - NEWS, visitor.on + timedelta(days=1)
    items = sorted(news_for(visitor.user, since=since, until=until), key=lambda item: item.on, reverse=True)
    return [
        ShownNews(
            item.what, get_script_prefix() + item.url.lstrip("/"), f"{item.group}, {date_in_words(item.on)}"
        )
        for item in items[:MAX_NEWS]
    ]


def _cards(visitor: Visitor, groups: Sequence[Collaboration], lines: Iterable[Line]) -> list[GroupCard]:
    counts = Counter(line.about_id for line in lines)
    cards = []
    for group in groups:
        leading = {leader.user_id: str(leader.user) for leader in leaders_of_page(visitor)[group.pk]}
        clock, day = _next_review(visitor, group)
        meeting, meeting_url = _next_meeting(visitor, group)
        cards.append(
            GroupCard(
                next_meeting=meeting,
                meeting_url=meeting_url,
                name=group.name,
                url=reverse("collaborations:detail", args=[group.pk]),
                to_do=counts[group.pk] if group.is_run else None,  # type: ignore[attr-defined]
                led_by=", ".join(leading.values()),
                next_review=_("%(what)s, %(day)s") % {"what": clock, "day": date_in_words(day)}
                if day
                else "",
                write_url=reverse("support:write_to_members", args=[group.pk]) if group.is_run else "",  # type: ignore[attr-defined]
            )
        )
    return cards


def _next_meeting(visitor: Visitor, group: Collaboration) -> tuple[str, str]:
    """Day, time and page of the meeting that comes next; nothing where none is planned."""
    meeting = next_meeting(visitor, group)
    if meeting is None:
        return "", ""
    facts = {"day": day_and_month(meeting.on), "time": time_in_words(meeting.starts_at)}
    return _("%(day)s, %(time)s") % facts, reverse("meetings:meeting", args=[group.pk, meeting.pk])


def _next_review(visitor: Visitor, group: Collaboration) -> tuple[str, date | None]:
    """What is reviewed next, and by when."""
    due = [
        (clock.due_on, clock.clock) for clock in clocks_of_page(visitor)[group.pk] if clock.due_on is not None
    ]
    if not due:
        return "", None
    day, clock = min(due)
    return _(CLOCK_NAMES[clock]), day


def _setting_cards(settings: Sequence[Provider], lines: Iterable[Line]) -> list[SettingCard]:
    counts = Counter(line.setting or line.about for line in lines)
    return [
        SettingCard(
            str(setting),
            reverse("portal:setting", args=[setting.pk]) if setting.is_managed else "",  # type: ignore[attr-defined]
            counts[str(setting)],
        )
        for setting in settings
    ]


def _heading_of(settings: Sequence[Provider]) -> str:
    """“Your childminding” of a childminder; of several settings “Your settings”."""
    if len(settings) != 1:
        return _("Your settings")
    return str(YOURS[workforce_of(settings[0].provider_type, None)])


def _nothing(visitor: Visitor, groups: Sequence[Collaboration]) -> str:
    """What is true where nothing waits: the next review of the person's groups, where there is one."""
    ahead = []
    for group in groups:
        clock, day = _next_review(visitor, group)
        if day is not None:
            ahead.append((day, group.name, clock))
    if not ahead:
        return _("Nothing waits for you.")
    day, name, clock = min(ahead)
    words = {"group": name, "day": date_in_words(day), "clock": clock}
    return _("Nothing waits for you. Next: the review of %(clock)s of %(group)s, %(day)s.") % words


# --- the team -----------------------------------------------------------------------------------------------


def visits_today(visitor: Visitor) -> tuple[list[Visit], list[Visit]]:
    """Where the person is expected today, and the next visits after today."""
    visits = desk_of(visitor).visits
    later = [visit for visit in visits if visit.on != visitor.on]
    return [visit for visit in visits if visit.on == visitor.on], later[:MAX_VISITS]


def numbers_at_a_glance(visitor: Visitor) -> list[Number]:
    """Of the whole authority, from kept counts; each opens its list."""
    if not visitor.allows(Permission.VIEW_MEMBERS):
        return []
    groups = visitor.once(group_numbers, on=visitor.on)
    reach = visitor.once(settings_by_district, on=visitor.on).values()
    outside = sum(district.settings - district.members for district in reach)
    late, lively, period = _counted_today(visitor.on)
    listed = reverse("collaborations:list")
    numbers = [
        Number(_("Groups that run"), f"{groups.running:,}", f"{listed}?state=running"),
        Number(_("Groups being set up"), f"{groups.forming:,}", f"{listed}?state=starting"),
        Number(
            _("Groups without a leader"), f"{groups.without_leader:,}", f"{listed}?leader=none&state=running"
        ),
        Number(_("Settings in no group"), f"{outside:,}", reverse("collaborations:settings_without")),
        Number(
            _("Reviews late"),
            _("%(number)d or more") % {"number": late} if late == MAX_COUNTED else f"{late:,}",
            reverse("ways_of_working:all_reviews") + "?standing=overdue",
        ),
    ]
    numbers.insert(
        4,
        Number(
            _("Groups that have not met for a term"),
            f"{max(0, groups.running - lively):,}",
            reverse("portal:quiet_groups") + "?sort=-quiet",
        ),
    )
    if period is not None:
        members = sum(district.members for district in reach)
        numbers.append(_staff_numbers(period, members=members))
    return numbers


class Period(NamedTuple):
    """The period of staff numbers that opened last: its id, name, last day and count date."""

    pk: int
    name: str
    due_on: date
    count_date: date


def _staff_numbers(period: Period, *, members: int) -> Number:
    """How many of how many have said theirs, and by when. Of more than ``MAX_ASKED`` members the number asked
    is that of kept counts, in which a setting that Ofsted no longer lists is left out.
    """
    certified, asked = progress_of(
        period.pk, count_date=period.count_date, asked=None if members <= MAX_ASKED else members
    )
    words = {"certified": f"{certified:,}", "asked": f"{asked:,}", "day": short_date(period.due_on)}
    label = _("Staff numbers, %(period)s") % {"period": period.name}
    value = _("%(certified)s of %(asked)s, by %(day)s") % words
    return Number(label, value, reverse("provision:returns"))


LATE_REVIEW, LIVELY, PERIOD = "late", "lively", "period"


def _counted_today(on: date) -> tuple[int, int, Period | None]:
    """How many reviews are overdue, counted up to ``MAX_COUNTED``; how many groups began or met within a
    term; and the period of staff numbers that is to be answered. One query.
    """
    rows = _rows_of_numbers(on=on, not_overdue_from=first_not_overdue(on), since=on - TERM)
    late = sum(kind == LATE_REVIEW for kind, *_row in rows)
    lively = sum(number for kind, number, *_row in rows if kind == LIVELY)
    return late, lively, next((Period(*row) for kind, *row in rows if kind == PERIOD), None)


@prepared
def _rows_of_numbers(on: date, not_overdue_from: date, since: date) -> QuerySet[Any]:
    """Kind, number, name, and two days."""
    no_day = Value(None, output_field=DateField())
    late = reviews_due_before(not_overdue_from).values_list(
        Value(LATE_REVIEW), Value(0), Value(""), "due_on", no_day
    )[:MAX_COUNTED]
    period = (
        ReturnPeriod.objects.filter(opens_on__lte=on)
        .order_by("-count_date", "-pk")
        .values_list(Value(PERIOD), "pk", "name", "due_on", "count_date")
    )
    lively = (
        rows.values_list(Value(LIVELY), "number", Value(""), no_day, no_day) for rows in lively_groups(since)
    )
    return late.union(period[:1], *lively, all=True)
