"""What an authority shows to anybody: collaborations that run, and places that are free.

Homes only by consent, never their address.

Both are shown a page at a time: only the rows of a page, and their members, are ever read.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import groupby
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from collaborations.models import Collaboration
from collaborations.rules import LED
from collaborations.selectors import collaborations, collaborations_by_district
from core.wording import day_with_times
from meetings.models.planning import Meeting
from meetings.rules.public import Shown, place_for_anybody
from meetings.selectors.public import public_meetings
from memberships.models.members import Membership
from memberships.selectors.days import is_member_on
from providers.models import Provider
from provision.models import Vacancy
from provision.rules import without_email_addresses
from provision.selectors import name_for_anybody, nameable_ids, telephone_for_anybody, vacancies_for_anybody


@dataclass(frozen=True, slots=True)
class PublicGroup:
    """One collaboration as anybody may see it.

    ``homes``: childminders who agreed, each with the district alone. ``meets``: day and time of the next
    meeting, ``meets_at`` its place, both where the group lets anybody know (G7).
    """

    name: str
    kind: str
    purpose: str
    number: int
    is_virtual: bool
    settings: list[str] = field(default_factory=list)
    homes: list[str] = field(default_factory=list)
    meets: str = ""
    meets_at: str = ""

    @property
    def unnamed(self) -> int:
        """How many of the members are not named: childminders who have not agreed to be."""
        return self.number - len(self.settings) - len(self.homes)


@dataclass(frozen=True, slots=True)
class PublicVacancy:
    setting: str
    what: str
    place: str
    from_on: date | None
    note: str
    telephone: str


@dataclass(frozen=True, slots=True)
class PublicDistrict:
    """A district and what is shown in it. Collaborations of no district have the id 0 and no name."""

    pk: int
    name: str
    groups: int
    vacancies: int


def public_districts(*, on: date) -> list[PublicDistrict]:
    """The districts in which anything is shown, by name, those of none last.

    Two queries, neither of which reads a collaboration.
    """
    names: dict[int | None, str | None] = {}
    groups: dict[int | None, int] = {}
    free: dict[int | None, int] = {}
    for pk, name, number in collaborations_by_district(LED):
        names[pk], groups[pk] = name, number
    places = (
        vacancies_for_anybody(on=on)
        .order_by()
        .values_list("provider__district_id", "provider__district__name")
    )
    for pk, name, number in places.annotate(number=Count("pk")):
        names[pk], free[pk] = name, number
    found = [
        PublicDistrict(pk or 0, name or "", groups.get(pk, 0), free.get(pk, 0)) for pk, name in names.items()
    ]
    return sorted(found, key=lambda one: (one.pk == 0, one.name))


class RunningGroups(Sequence[Collaboration]):
    """The collaborations that run in some districts, in their order and by name.

    A slice reads its own rows alone, in one query.
    """

    def __init__(self, shown: Sequence[PublicDistrict]) -> None:
        self.districts = [one for one in shown if one.groups]

    def __len__(self) -> int:
        return sum(district.groups for district in self.districts)

    def __getitem__(self, wanted: Any) -> Any:
        parts: list[QuerySet[Collaboration]] = []
        place: dict[int, int] = {}
        first, last, before = wanted.start or 0, min(wanted.stop, len(self)), 0
        for district in self.districts:
            start, stop = max(first - before, 0), min(last - before, district.groups)
            if start < stop:
                place[district.pk] = len(parts)
                parts.append(running(district.pk)[start:stop])
            before += district.groups
        rows = list(parts[0].union(*parts[1:], all=True) if len(parts) > 1 else parts[0]) if parts else []
        return sorted(rows, key=lambda row: place[row.district_id or 0])


def running(district_id: int) -> QuerySet[Collaboration]:
    """The collaborations of a district that run, by name; 0: those of none."""
    return collaborations().filter(
        Q(district_id=district_id) if district_id else Q(district__isnull=True), state__in=LED
    )


def free_places(*, on: date, district_id: int | None = None) -> QuerySet[Vacancy]:
    """Free places that have not faded, of settings that Ofsted lists and that may be named."""
    rows = vacancies_for_anybody(on=on)
    if district_id is None:
        return rows
    return rows.filter(
        Q(provider__district_id=district_id) if district_id else Q(provider__district__isnull=True)
    )


def public_groups(shown: Sequence[Collaboration], *, at: datetime) -> list[tuple[str, list[PublicGroup]]]:
    """These collaborations, in their order, by district. Three queries."""
    on = timezone.localdate(at)
    members = _members([one.pk for one in shown], on=on)
    meetings = public_meetings([one.pk for one in shown], at=at)
    nameable = set(
        nameable_ids(on=on).filter(
            pk__in={one.pk for group in members.values() for one in group if one.is_domestic}
        )
    )
    by_district = groupby(shown, key=lambda one: one.district.name if one.district else "")
    return [
        (name, [_group(one, members[one.pk], nameable, *meetings.get(one.pk, ())) for one in group])
        for name, group in by_district
    ]


def _group(
    one: Collaboration,
    members: Sequence[Provider],
    nameable: set[int],
    meeting: Meeting | None = None,
    shown: Shown = Shown.NOTHING,
) -> PublicGroup:
    homes = [
        line for member in members if member.is_domestic for line in (member.postcode, member.address_line_1)
    ]
    meets = day_with_times(meeting.on, meeting.starts_at, meeting.ends_at) if meeting is not None else ""
    place = place_for_anybody(meeting.place, homes) if meeting is not None and shown is Shown.PLACE else ""
    group = PublicGroup(
        one.name,
        one.get_kind_display(),
        without_email_addresses(one.purpose),
        len(members),
        one.is_virtual,
        meets=meets,
        meets_at=place,
    )
    for member in members:
        if not member.is_domestic:
            group.settings.append(str(member))
        elif member.pk in nameable:
            group.homes.append(named_home(member))
    return group


def _members(collaboration_ids: list[int], *, on: date) -> dict[int, list[Provider]]:
    found: dict[int, list[Provider]] = defaultdict(list)
    rows = Membership.objects.filter(is_member_on(on), collaboration_id__in=collaboration_ids).select_related(
        "provider__district"
    )
    for membership in rows.order_by("provider__search_text", "pk"):
        found[membership.collaboration_id].append(membership.provider)
    return found


def named_home(provider: Provider) -> str:
    """Somebody who works at home and agreed to be named: the name and the district, nothing nearer."""
    name = name_for_anybody(provider)
    return (
        _("%(name)s, %(district)s") % {"name": name, "district": provider.district}
        if provider.district
        else name
    )


def public_vacancy(one: Vacancy) -> PublicVacancy:
    return PublicVacancy(
        setting=name_for_anybody(one.provider),
        what=_("%(places)d for age %(age)s, %(session)s")
        % {
            "places": one.places,
            "age": one.get_age_band_display().lower(),
            "session": one.get_session_display().lower(),
        },
        place=str(one.provider.district or ""),
        from_on=one.from_on,
        note=without_email_addresses(one.note),
        telephone=telephone_for_anybody(one.provider),
    )
