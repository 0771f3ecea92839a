"""Reads of the register of settings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from django.db.models import Case, CharField, Exists, OuterRef, Q, QuerySet, Subquery, Sum, Value, When
from django.db.models.functions import Concat, Replace
from django.utils.translation import gettext

from accounts.models import User
from accounts.permissions import Permission
from core.matching import Words
from core.ordering import Plain
from core.prepared import prepared
from core.saving import edition_of
from core.searching import Matches, Search, all_words, kept_words, matching, words_in
from providers.models import (
    District,
    DistrictOutline,
    ListedCount,
    Provider,
    ProviderIdentity,
    SettingContact,
    SuccessionLink,
)
from providers.rules.register import Scheme, WrongForm, identity_of, is_ofsted_urn, search_text
from providers.rules.workforce import ONE_PERSON, Workforce, workforce_of


def districts_for_update() -> QuerySet[District]:
    """The districts, locked to the end of the transaction: whoever
    loads or removes their outlines takes turns.
    """
    return District.objects.order_by("name__in_order", "pk").select_for_update(of=("self",), no_key=True)


def outlines() -> QuerySet[DistrictOutline]:
    """The loaded outlines, with their districts, by name."""
    return DistrictOutline.objects.select_related("district").order_by("district__name__in_order", "pk")


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
    """The rows of ``find_settings``, for whoever does not say what was corrected."""
    return find_settings(text, within=within, with_homes=with_homes).rows


def find_settings(text: str, *, within: QuerySet[Provider], with_homes: bool) -> Matches:
    """Settings that hold every word of a text in their name, number, postcode, town, telephone or registered
    person, or have the text as a number; where there is none, those of nearly that name (N5).

    Where homes are, and how to ring them, is searched only ``with_homes``: without the permission, nobody
    learns from a search where a childminder lives.
    """
    return matching(within, text, settings_search(with_homes=with_homes))


@dataclass(frozen=True, slots=True)
class Named:
    """The one setting that a text names; else what it may have meant, after a correction or not."""

    setting: Provider | None
    others: Sequence[Provider] = ()
    is_corrected: bool = False


MAX_NAMED = 5


def setting_named(text: str) -> Named:
    """The setting with an Ofsted number, or the only one with these words in its name.

    Addresses of homes are not searched. What was spelt wrongly names nothing: a person chooses. A text in the
    form of an Ofsted number is one: it is not compared with numbers of other schemes (O1).
    """
    by_urn = setting_by_urn(text)
    if by_urn is not None or is_ofsted_urn(text.strip().upper()):
        return Named(by_urn)
    matches = find_settings(text, within=register(), with_homes=False)
    settings = list(matches.rows[: MAX_NAMED + 1])
    if len(settings) == 1 and matches.correction is None:
        return Named(settings[0])
    return Named(None, settings[:MAX_NAMED], matches.correction is not None)


def setting_not_named(text: str, named: Named) -> str:
    """Why no setting is named, and which could be meant."""
    names = "; ".join(
        f"{setting}, {setting.urn}" if setting.urn else str(setting) for setting in named.others
    )
    if not named.others:
        return gettext("No setting in your register matches “%(text)s”.") % {"text": text}
    if named.is_corrected:
        words = gettext("No setting matches “%(text)s”. Enter the Ofsted URN of the one you mean: %(names)s")
    else:
        words = gettext("Several settings match. Enter the Ofsted URN of one: %(names)s")
    return words % {"text": text, "names": names}


def settings_search(*, with_homes: bool) -> Search:
    """How the register is searched, by those who may see homes' addresses and by those who may not."""

    def holds(word: str) -> Q:
        further = Q(further_text__contains=word)
        return Q(search_text__contains=word) | (further if with_homes else further & ~IN_A_HOME)

    return Search(
        column="search_text",
        name="name",
        words=lambda: words_of_settings(with_homes=with_homes),
        holds=holds,
        normalise=search_text,
        exactly=has_number,
        prepare=with_further_text,
        order=("is_unlisted",),
    )


def words_of_settings(*, with_homes: bool) -> Words:
    """The words of the register: of names, and of the towns and persons that are searched too."""

    def read() -> Words:
        rows = Provider.objects.all() if with_homes else Provider.objects.exclude(IN_A_HOME)
        further = words_in(rows, "town", "registered_person_name", normalise=search_text)
        return all_words([words_in(Provider.objects.all(), "search_text", normalise=str), further])

    return kept_words("settings-with-homes" if with_homes else "settings", read)


def with_further_text(rows: QuerySet[Provider]) -> QuerySet[Provider]:
    """With what is searched beside the name, number and postcode, as ``further_text``: town, registered
    person, telephone, and the postcode, which for a home stands nowhere else.
    """
    telephone, postcode = (Replace(name, Value(" "), Value("")) for name in ("telephone", "postcode"))
    written = Concat(
        "town", Value(" "), "registered_person_name", Value(" "), postcode, Value(" "), telephone
    )
    return rows.alias(
        further_text=Plain(written),
        is_unlisted=Q(unlisted_since__isnull=False),
    )


def has_number(text: str) -> Q | None:
    """Settings with a number of any scheme: an Ofsted URN with or without EY, others as written."""
    typed = text.strip().upper()
    if not any(character.isdigit() for character in typed):
        return None
    urns = {typed, typed.removeprefix("EY"), f"EY{typed}"}
    numbers = ProviderIdentity.objects.filter(value__in={text.strip(), typed, typed.replace("/", "", 1)})
    return Q(urn__in=urns) | Q(pk__in=numbers.values("provider_id"))


def name_of_setting(prefix: str = "", /) -> Case:
    """For an annotation: a setting as it is written (``str``); some have no name in Ofsted's file."""
    kinds = [
        When(**{f"{prefix}provider_type": value}, then=Value(str(label)))
        for value, label in Provider.Type.choices
    ]
    unnamed = Concat(Case(*kinds, default=Value("")), Value(" "), f"{prefix}urn")
    return Case(
        When(**{f"{prefix}name": ""}, then=unnamed), default=f"{prefix}name", output_field=CharField()
    )


def setting_by_id(provider_id: int) -> Provider | None:
    """A setting of the authority in scope, with its district, agency and how it is reached, and with
    ``has_succession``, whether a registration took over from another.
    """
    return next(iter(_setting(pk=provider_id)), None)


@prepared
def _setting(pk: int) -> QuerySet[Provider]:
    links = SuccessionLink.objects.filter(Q(old=OuterRef("pk")) | Q(new=OuterRef("pk")))
    rows = Provider.objects.select_related("district", "agency", "contact")
    return rows.filter(pk=pk).annotate(has_succession=Exists(links))


def setting_by_urn(urn: str) -> Provider | None:
    """The setting with an Ofsted number, as it was typed.

    Numbers of other schemes are never looked at (O1).
    """
    return setting_by_number(Scheme.OFSTED_URN, urn)


def setting_by_number(scheme: Scheme, number: str) -> Provider | None:
    """The setting with a number of a scheme, as it was typed. Other schemes are never looked at (O1)."""
    try:
        value = identity_of(scheme, number).value
    except WrongForm:
        return None
    if scheme is Scheme.OFSTED_URN:
        return Provider.objects.filter(urn=value).first()
    return Provider.objects.filter(identities__scheme=scheme, identities__value=value).first()


def by_listing(rows: QuerySet[Provider], listing: str) -> QuerySet[Provider]:
    """Settings that Ofsted's newest file lists, no longer lists (in a word for why), or never listed."""
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


def contact_of_setting(provider: Provider) -> SettingContact:
    """How a setting is reached; an empty one where nobody has said it."""
    return SettingContact.objects.filter(provider=provider).first() or SettingContact(provider=provider)


def edition_of_contact(contact: SettingContact) -> str:
    return edition_of(contact.telephone, contact.email, contact.website, contact.best_time)


def contacts_of_settings(provider_ids: Collection[int]) -> dict[int, SettingContact]:
    """How each of some settings is reached, by id; without those of which nobody said it."""
    return {
        contact.provider_id: contact for contact in SettingContact.objects.filter(provider__in=provider_ids)
    }


def settings_by_ids(provider_ids: Collection[int]) -> list[Provider]:
    """Those of some settings that the authority in scope has, by name."""
    return list(register().filter(pk__in=provider_ids))


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


def settings_count() -> int:
    """How many settings the register has: those listed by kept counts, the others by their own index."""
    listed = ListedCount.objects.aggregate(number=Sum("change"))["number"] or 0
    return listed + Provider.objects.filter(unlisted_since__isnull=False).order_by().count()
