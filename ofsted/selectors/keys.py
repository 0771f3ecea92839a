"""By which numbers the register holds its settings, for each kind of file (O1)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b, sha256
from typing import Final

from django.db import connection
from django.db.models import Q

from core.scoping import current_authority_id
from ofsted.imports.parts import HASH_BYTES
from ofsted.models import ImportRun
from ofsted.rules.kinds import SCHEME_OF, FileKind
from ofsted.selectors.known import Known
from providers.models import Provider, ProviderIdentity
from providers.rules.register import Scheme

NOT_LISTED: Final = "Closed"
AGENCY_URN: Final = r"^CA[0-9]{6}$"


@dataclass(frozen=True, slots=True)
class Held:
    """What an authority holds of the settings that a kind of file can name.

    ``known``: those listed until now, with what is remembered of their rows. ``numbers``: of all, listed
    or not. ``fixed``: those of whose details another kind of file tells, with their status: of these only the
    inspections are taken.
    """

    known: Known
    numbers: frozenset[str] = frozenset()
    fixed: Mapping[str, str] = field(default_factory=dict)

    @property
    def digest(self) -> str:
        """SHA-256: equal digests mean that a file is compared with the same rows."""
        parts = [self.known.digest, *sorted(self.numbers), *sorted(map("=".join, self.fixed.items()))]
        return sha256("|".join(parts).encode()).hexdigest() if self.numbers else self.known.digest


KNOWN_SQL = """
    SELECT coalesce(string_agg(p.urn, ',' ORDER BY p.id), ''), coalesce(string_agg(p.file_row_hash, ''
    ORDER BY p.id), '')
      FROM providers_provider p
     WHERE p.authority_id = %(authority)s AND p.unlisted_since IS NULL AND length(p.file_row_hash) = %(length)s
       AND p.urn <> ''
"""


def held_for(kind: FileKind) -> Held:
    """What the authority in scope holds for a kind of file."""
    if kind is FileKind.CHILDCARE:
        return Held(_known_rows())
    by_number = _by_number(SCHEME_OF[kind])
    is_told_elsewhere = kind is FileKind.SCHOOLS and _has_loaded(FileKind.ESTABLISHMENTS)
    fixed = {
        number: _status(provider)
        for number, provider in by_number.items()
        if is_told_elsewhere or _is_of_another_file(provider, kind)
    }
    listed = sorted(
        number
        for number, provider in by_number.items()
        if number not in fixed and provider.unlisted_since is None and provider.first_listed_on is not None
    )
    hashes = b"".join(blake2b(number.encode(), digest_size=HASH_BYTES).digest() for number in listed)
    return Held(Known(",".join(listed), hashes), frozenset(by_number), fixed)


def _is_of_another_file(provider: Provider, kind: FileKind) -> bool:
    """Whether a school's number is that of a setting that Ofsted's childcare file lists under a URN of its
    own.
    """
    return bool(provider.urn) and kind is not FileKind.AGENCIES


def _status(provider: Provider) -> str:
    if provider.registration_status or provider.unlisted_since is None:
        return provider.registration_status
    return NOT_LISTED


def _has_loaded(kind: FileKind) -> bool:
    return ImportRun.objects.filter(kind=kind, state=ImportRun.State.LOADED).exists()


def _known_rows() -> Known:
    """Of each setting listed in the last load of the childcare file: its URN and the hash of its line."""
    with connection.cursor() as cursor:
        cursor.execute(KNOWN_SQL, {"authority": current_authority_id(), "length": HASH_BYTES})
        urns, hashes = cursor.fetchone()
    return Known(urns, bytes(hashes))


def _by_number(scheme: Scheme) -> dict[str, Provider]:
    identities = ProviderIdentity.objects.filter(scheme=scheme).select_related("provider")
    found = {identity.value: identity.provider for identity in identities}
    if scheme is Scheme.CA_REFERENCE:
        for provider in Provider.objects.filter(urn__regex=AGENCY_URN):
            found.setdefault(provider.urn, provider)
    return found


def holders_of(kind: FileKind, numbers: Iterable[str]) -> dict[str, int]:
    """The settings, by the number under which a kind of file has them (O1)."""
    wanted, scheme = set(numbers), SCHEME_OF[kind]
    found: dict[str, int] = {}
    if scheme in (Scheme.OFSTED_URN, Scheme.CA_REFERENCE):
        found.update(Provider.objects.filter(urn__in=wanted - {""}).values_list("urn", "pk"))
    if scheme is not Scheme.OFSTED_URN:
        held = ProviderIdentity.objects.filter(scheme=scheme, value__in=wanted)
        found.update(held.values_list("value", "provider_id"))
    return found


def numbers_in_files(provider: Provider) -> Q:
    """The rows of loads that are those of a setting: each kind of file by its own number (O1)."""
    rows = Q(pk__in=[])
    if provider.urn:
        rows |= Q(urn=provider.urn, run__kind=FileKind.CHILDCARE)
        if provider.provider_type == Provider.Type.AGENCY:
            rows |= Q(urn=provider.urn, run__kind=FileKind.AGENCIES)
    for scheme, value in ProviderIdentity.objects.filter(provider=provider).values_list("scheme", "value"):
        kinds = [kind for kind, known_by in SCHEME_OF.items() if known_by == scheme]
        if kinds:
            rows |= Q(urn=value, run__kind__in=kinds)
    return rows
