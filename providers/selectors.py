"""Reads of the register of settings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from enum import StrEnum
from typing import Protocol

from django.db.models import F, Q, QuerySet, Subquery, Value
from django.db.models.functions import Replace

from accounts.models import User
from accounts.permissions import Permission
from providers.models import District, DistrictOutline, Provider, ProviderIdentity, SuccessionLink
from providers.rules.register import Scheme, WrongForm, identity_of, search_text
from providers.rules.workforce import ONE_PERSON, Workforce, workforce_of


def districts_for_update() -> QuerySet[District]:
    """The districts, locked to the end of the transaction: whoever
    loads or removes their outlines takes turns.
    """
    return District.objects.order_by("name__in_order", "pk").select_for_update(of=("self",), no_key=True)


def outlines() -> QuerySet[DistrictOutline]:
    """The loaded outlines, with their districts, by name."""
    return DistrictOutline.objects.select_related("district").order_by("district__name__in_order", "pk")


MAX_WORDS = 12
IN_A_HOME = Q(provider_type__in=sorted(Provider.DOMESTIC_TYPES))


class Listing(StrEnum):
    """How a setting stands in Ofsted's file."""

    LISTED = "listed"
    GONE = "gone"
    ENDED = "ended"
    NEVER = "never"


def sees_private_addresses(user: User) -> bool:
    """Whether a person may see, find and export addresses that are somebody's home."""
    return bool(user.has_perm(Permission.VIEW_PRIVATE_ADDRESS))


def register() -> QuerySet[Provider]:
    """Every setting of the authority, in the order of the normalised name."""
    return Provider.objects.select_related("district").order_by("search_text", "pk")


def settings_matching(text: str, *, within: QuerySet[Provider], with_homes: bool) -> QuerySet[Provider]:
    """Settings that hold every word of a text in their name, URN or
    postcode, or have the text as a further number.

    Postcodes of homes are searched only ``with_homes``: without the permission, nobody learns from a search
    where a childminder lives.
    """
    words = search_text(text).split()[:MAX_WORDS]
    if not words:
        return within
    if with_homes:
        within = within.alias(home_postcode=Replace(F("postcode"), Value(" "), Value("")))
    holds_all = Q()
    for word in words:
        holds = Q(search_text__contains=word)
        if with_homes:
            holds |= IN_A_HOME & Q(home_postcode__contains=word.upper())
        holds_all &= holds
    typed = text.strip()
    numbers = ProviderIdentity.objects.filter(value__in={typed, typed.upper(), typed.replace("/", "", 1)})
    return within.filter(holds_all | Q(pk__in=numbers.values("provider_id")))


def setting_by_id(provider_id: int) -> Provider | None:
    """A setting of the authority in scope, with its district and agency."""
    return Provider.objects.select_related("district", "agency").filter(pk=provider_id).first()


def setting_by_urn(urn: str) -> Provider | None:
    """The setting with an Ofsted number, as it was typed.

    Numbers of other schemes are never looked at (O1).
    """
    try:
        number = identity_of(Scheme.OFSTED_URN, urn)
    except WrongForm:
        return None
    return Provider.objects.filter(urn=number.value).first()


def by_listing(rows: QuerySet[Provider], listing: str) -> QuerySet[Provider]:
    """Settings that Ofsted's newest file lists, no longer lists (by a word for their state), or never listed."""
    if listing == Listing.NEVER:
        return rows.filter(first_listed_on__isnull=True, unlisted_since__isnull=True)
    if listing == Listing.ENDED:
        return rows.exclude(registration_status="")
    if listing == Listing.GONE:
        return rows.filter(unlisted_since__isnull=False)
    return rows.filter(first_listed_on__isnull=False, unlisted_since__isnull=True)


def numbers_of(provider_ids: Collection[int]) -> dict[int, list[ProviderIdentity]]:
    """The further numbers of settings."""
    found: dict[int, list[ProviderIdentity]] = defaultdict(list)
    for identity in ProviderIdentity.objects.filter(provider_id__in=provider_ids).order_by("scheme", "value"):
        found[identity.provider_id].append(identity)
    return found


def agencies() -> QuerySet[Provider]:
    """The authority's childminder agencies, by name."""
    return Provider.objects.filter(provider_type=Provider.Type.AGENCY).order_by("search_text", "pk")


def districts() -> QuerySet[District]:
    """The authority's districts, by name."""
    return District.objects.order_by("name__in_order", "pk")


def predecessors_of(provider: Provider) -> QuerySet[SuccessionLink]:
    """Registrations that a setting took over from, latest first."""
    return (
        SuccessionLink.objects.filter(new=provider).select_related("old", "linked_by").order_by("-on", "pk")
    )


def successors_of(provider: Provider) -> QuerySet[SuccessionLink]:
    """Registrations that took over from a setting, latest first."""
    return (
        SuccessionLink.objects.filter(old=provider).select_related("new", "linked_by").order_by("-on", "pk")
    )


def take_over_by_id(link_id: int, *, new: Provider) -> SuccessionLink | None:
    """A take-over by the given setting."""
    return predecessors_of(new).filter(pk=link_id).first()


def predecessor_ids() -> dict[int, list[int]]:
    """Of each setting that took over, the ids of those it took over from."""
    found: dict[int, list[int]] = defaultdict(list)
    for new_id, old_id in SuccessionLink.objects.order_by("pk").values_list("new_id", "old_id"):
        found[new_id].append(old_id)
    return found


class StaffNumbers(Protocol):
    """The last staff number of a setting as a part of a query; ``setting``: the path to its id there."""

    def __call__(self, setting: str, /) -> Subquery: ...


_staff_numbers: list[StaffNumbers] = []


def read_staff_numbers_with(reader: StaffNumbers) -> None:
    """Say how to read what was certified. Called once, when the application starts."""
    _staff_numbers[:] = [reader]


def last_staff(setting: str = "pk") -> Subquery:
    """For an annotation: the last staff number that a setting certified, or null."""
    (reader,) = _staff_numbers
    return reader(setting)


def workforce_of_setting(provider: Provider) -> Workforce:
    """Who works at one setting. One query, for a childminder alone."""
    return workforces_of([provider])[provider.pk]


def workforces_of(settings: Iterable[Provider]) -> dict[int, Workforce]:
    """Who works at each setting, by its id. One query, and only where there are childminders."""
    kinds = {setting.pk: setting.provider_type for setting in settings}
    people = [pk for pk, kind in kinds.items() if kind in ONE_PERSON]
    rows = Provider.objects.filter(pk__in=people).order_by()
    numbers = dict(rows.annotate(last_staff=last_staff()).values_list("pk", "last_staff")) if people else {}
    return {pk: workforce_of(kind, numbers.get(pk)) for pk, kind in kinds.items()}
