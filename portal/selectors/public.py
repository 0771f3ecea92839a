"""What an authority shows to anybody: its active collaborations, and places that are free. Homes only by consent, never their address."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import gettext as _

from collaborations.models import Collaboration
from collaborations.selectors import collaborations
from memberships.models import Membership
from memberships.selectors import is_member_on
from providers.models import Provider, Vacancy
from providers.rules import without_email_addresses
from providers.selectors import nameable_ids, shown_vacancies


@dataclass(frozen=True, slots=True)
class PublicGroup:
    """One collaboration as anybody may see it. ``homes``: childminders who agreed, each with the district alone."""

    name: str
    kind: str
    purpose: str
    number: int
    is_virtual: bool
    settings: list[str] = field(default_factory=list)
    homes: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class PublicVacancy:
    setting: str
    what: str
    place: str
    from_on: date | None
    note: str
    telephone: str


def public_groups(*, on: date) -> list[tuple[str, list[PublicGroup]]]:
    """The active collaborations by district; those of none come last. Three queries."""
    found: dict[str, list[PublicGroup]] = defaultdict(list)
    active = list(collaborations().filter(state=Collaboration.State.ACTIVE))
    members = _members([one.pk for one in active], on=on)
    nameable = set(nameable_ids(on=on).filter(pk__in={one.pk for group in members.values() for one in group if one.is_domestic}))
    for one in active:
        group = PublicGroup(one.name, one.get_kind_display(), without_email_addresses(one.purpose), len(members[one.pk]), one.is_virtual)
        for member in members[one.pk]:
            if not member.is_domestic:
                group.settings.append(str(member))
            elif member.pk in nameable:
                group.homes.append(named_home(member))
        found[one.district.name if one.district else ""].append(group)
    return sorted(found.items(), key=lambda pair: (pair[0] == "", pair[0]))


def _members(collaboration_ids: list[int], *, on: date) -> dict[int, list[Provider]]:
    found: dict[int, list[Provider]] = defaultdict(list)
    rows = Membership.objects.filter(is_member_on(on), collaboration_id__in=collaboration_ids).select_related("provider__district")
    for stay in rows.order_by("provider__search_text", "pk"):
        found[stay.collaboration_id].append(stay.provider)
    return found


def named_home(provider: Provider) -> str:
    """Somebody who works at home and agreed to be named: the name and the district, nothing nearer."""
    name = provider.name or _("A childminder")
    return _("%(name)s, %(district)s") % {"name": name, "district": provider.district} if provider.district else name


def public_vacancies(*, on: date) -> list[PublicVacancy]:
    """Free places that have not faded, of settings that Ofsted lists and that may be named."""
    rows = shown_vacancies(on=on).filter(provider__in=nameable_ids(on=on), provider__unlisted_since__isnull=True)
    return [_vacancy(one) for one in rows]


def _vacancy(one: Vacancy) -> PublicVacancy:
    provider = one.provider
    at_home = provider.is_domestic
    return PublicVacancy(
        setting=(provider.name or _("A childminder")) if at_home else str(provider),
        what=_("%(places)d for age %(age)s, %(session)s")
        % {"places": one.places, "age": one.get_age_band_display().lower(), "session": one.get_session_display().lower()},
        place=str(provider.district or ""),
        from_on=one.from_on,
        note=without_email_addresses(one.note),
        telephone="" if at_home else provider.telephone,
    )
