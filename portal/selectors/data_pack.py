"""The data pack of a Leaders' Day (L4), as at a day: judgements, sizes, attendance and staff numbers of the
county and of each group. From what Ofsted has published by that day, and from what groups and settings
recorded; nothing of any case.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cached_property
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from collaborations.models import Collaboration
from collaborations.rules import LED
from meetings.rules.data_pack import Asked, Member, Numbers, numbers_by_group, numbers_of
from meetings.selectors.attendance import counts_of
from memberships.models.members import Membership
from memberships.rules.attendance import passes
from memberships.rules.size import Size, size_of
from memberships.selectors.agreed import agreed_terms_of_ids
from memberships.selectors.days import is_member_on
from ofsted.selectors.judged_kinds import judged_kind
from ofsted.selectors.register import judgements_in_words
from providers.models import Provider
from provision.models import ReturnPeriod, StaffReturn
from provision.selectors import open_members, open_period


@dataclass(frozen=True)
class GroupRow:
    """A group of the pack with its numbers: a line of the list of groups."""

    pk: int
    name: str
    district_id: int | None
    district: str
    numbers: Numbers

    @property
    def members(self) -> int:
        return self.numbers.members

    @property
    def size(self) -> Size:
        return size_of(self.numbers.members)

    @property
    def percent(self) -> int | None:
        return self.numbers.percent

    @property
    def below(self) -> int:
        return self.numbers.below

    @property
    def certified(self) -> int:
        return self.numbers.certified

    @property
    def missing(self) -> int:
        return self.numbers.missing


@dataclass(frozen=True)
class Pack:
    """What there is of a day. ``period``: the count of staff that was asked for last; None before the
    first.
    """

    on: date
    groups: tuple[GroupRow, ...]
    members: tuple[Member, ...]
    asked: tuple[Asked, ...]
    period: ReturnPeriod | None

    @cached_property
    def county(self) -> Numbers:
        """Of all groups taken together."""
        return numbers_of(self.members, self.asked)

    @cached_property
    def by_group(self) -> dict[int, Numbers]:
        return {group.pk: group.numbers for group in self.groups}

    def of(self, group_ids: Collection[int]) -> tuple[GroupRow, ...]:
        return tuple(group for group in self.groups if group.pk in group_ids)


@dataclass(frozen=True, slots=True)
class MemberLine:
    """A member of a group by name: its published judgement in words, C7's numbers, and whether its staff
    number was certified; None where it was not asked.
    """

    name: str
    judgement: str
    held: int
    attended: int
    is_below: bool
    is_certified: bool | None


def pack_on(day: date, *, group_ids: Collection[int] | None = None) -> Pack:
    """Of all groups that run, or of some. Five queries of today, two more of a day before, whatever their
    number.
    """
    groups = list(_groups(day, group_ids))
    ids = [pk for pk, *_facts in groups]
    members = _members(day, ids if group_ids is not None else None)
    period = open_period(day)
    asked = _asked(period, day, group_ids) if period is not None else []
    running = set(ids)
    members = [member for member in members if member.group in running]
    asked = [row for row in asked if row.group in running]
    numbers = numbers_by_group(ids, members, asked)
    rows = (
        GroupRow(pk, name, district_id, district or "", numbers[pk])
        for pk, name, district_id, district in groups
    )
    return Pack(day, tuple(rows), tuple(members), tuple(asked), period)


def _groups(day: date, group_ids: Collection[int] | None) -> QuerySet[Any, Any]:
    """Groups that ran on a day, by name: those that run now and began by then, and those closed since."""
    runs = Q(state__in=LED) | Q(state=Collaboration.State.CLOSED, closed_on__gt=day)
    rows = Collaboration.objects.filter(runs, started_on__lte=day)
    if group_ids is not None:
        rows = rows.filter(pk__in=group_ids)
    names = ("pk", "name", "district_id", "district__name")
    return rows.order_by("name__in_order", "pk").values_list(*names)


def _members(day: date, group_ids: Collection[int] | None) -> list[Member]:
    rows = Membership.objects.filter(is_member_on(day))
    if group_ids is not None:
        rows = rows.filter(collaboration__in=group_ids)
    found = list(
        rows.order_by("pk").values_list(
            "pk",
            "collaboration_id",
            "provider_id",
            judged_kind("provider", on=day),
            "meetings_held",
            "meetings_attended",
            "at_risk_since",
        )
    )
    if day == timezone.localdate():  # the numbers that are kept are those of today
        return [
            Member(group, setting, judged, held, attended, since is not None)
            for _pk, group, setting, judged, held, attended, since in found
        ]
    counts = counts_of([row[0] for row in found], on=day)
    terms = agreed_terms_of_ids({row[1] for row in found}, on=day)
    return [_counted(row[1], row[2], row[3], counts.get(row[0], (0, 0)), terms) for row in found]


def _counted(group: int, setting: int, judged: str, count: tuple[int, int], terms: Any) -> Member:
    held, attended = count
    agreed = terms.get(group)
    threshold = agreed.attendance_threshold if agreed is not None else None
    is_below = not passes(held=held, attended=attended, threshold=threshold)
    return Member(group, setting, judged, held, attended, is_below)


def _asked(period: ReturnPeriod, day: date, group_ids: Collection[int] | None) -> list[Asked]:
    """The members on the day of the count, each with whether its number was certified by a day: a number
    that was corrected later was certified before.
    """
    made = StaffReturn.objects.filter(period=period, provider=OuterRef("provider"))
    if day != timezone.localdate():
        end = timezone.make_aware(datetime.combine(day + timedelta(days=1), time.min))
        made = made.filter(Q(certified_at__lt=end) | Q(history__certified_at__lt=end))
    rows = open_members(period.count_date)
    if group_ids is not None:
        rows = rows.filter(collaboration__in=group_ids)
    values = rows.order_by("pk").values_list("collaboration_id", "provider_id", Exists(made))
    return [Asked(*row) for row in values]


def member_lines(pack: Pack, group_id: int) -> list[MemberLine]:
    """The members of a group of a pack, by name. Three queries beside."""
    own = {member.setting: member for member in pack.members if member.group == group_id}
    certified = {row.setting: row.is_certified for row in pack.asked if row.group == group_id}
    words = judgements_in_words(own, on=pack.on)
    names = Membership.objects.filter(is_member_on(pack.on), collaboration=group_id).order_by(
        "provider__name__in_order", "provider_id"
    )
    return [
        MemberLine(
            name,
            words[setting],
            own[setting].held,
            own[setting].attended,
            own[setting].is_below,
            certified.get(setting),
        )
        for setting, name in names.values_list("provider_id", "provider__name")
        if setting in own
    ]


def member_facts(pack: Pack) -> Iterator[tuple[object, ...]]:
    """Every member of every group of a pack: group, setting, judgement in words, meetings counted and
    attended, below the share, staff number certified (None where it was not asked). Four queries.
    """
    groups = {group.pk: group.name for group in pack.groups}
    settings = {member.setting for member in pack.members}
    names = dict(Provider.objects.filter(pk__in=settings).order_by().values_list("pk", "name"))
    words = judgements_in_words(settings, on=pack.on)
    certified = {(row.group, row.setting): row.is_certified for row in pack.asked}
    order = {pk: number for number, pk in enumerate(groups)}
    for member in sorted(pack.members, key=lambda row: (order[row.group], names[row.setting].casefold())):
        yield (
            groups[member.group],
            names[member.setting],
            words[member.setting],
            member.held,
            member.attended,
            member.is_below,
            certified.get((member.group, member.setting)),
        )
