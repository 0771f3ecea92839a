"""Further numbers that a file tells (O1): a school's LAESTAB and UKPRN beside its URN, and the authority's
code.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from hashlib import sha256

from ofsted.models import RegisterName
from ofsted.rules.kinds import FileKind
from ofsted.selectors.keys import holders_of
from providers.models import Provider, ProviderIdentity
from providers.rules.register import Scheme

Numbers = Mapping[str, tuple[tuple[Scheme, str], ...]]


def keep_numbers(kind: FileKind, numbers: Numbers) -> int:
    """Leave each setting with the numbers that the file tells, in the place of others of their schemes.

    ``numbers`` are by the number that the file knows the setting by. A number that another setting has
    stays with that one. Returns how many were new.
    """
    holders = holders_of(kind, numbers)
    of_schools = set(Provider.objects.filter(pk__in=holders.values(), urn="").values_list("pk", flat=True))
    told = {
        (scheme, value): holders[number]
        for number, pairs in numbers.items()
        if holders.get(number) in of_schools
        for scheme, value in pairs
    }
    held = {
        (Scheme(identity.scheme), identity.value): identity
        for identity in ProviderIdentity.objects.filter(scheme__in={scheme for scheme, _ in told})
    }
    fresh = {pair: provider_id for pair, provider_id in told.items() if pair not in held}
    replaced = [
        identity.pk
        for pair, identity in held.items()
        if pair not in told
        and any(scheme is pair[0] and pk == identity.provider_id for (scheme, _), pk in fresh.items())
    ]
    ProviderIdentity.objects.filter(pk__in=replaced).delete()
    for (scheme, value), provider_id in fresh.items():
        identity = ProviderIdentity(provider_id=provider_id, scheme=scheme, value=value)
        identity.claim_authority()
        identity.save()
    return len(fresh)


def keep_code(kind: FileKind, codes: Collection[str]) -> None:
    """Remember the one code that a file has beside the authority's name, so that it is found under another
    name too.
    """
    if len(codes) == 1 and (code := next(iter(codes))).isdecimal():
        RegisterName.objects.get_or_create(kind=kind, name=code)


def digest_of(numbers: Numbers) -> str:
    """Equal digests mean equal numbers; empty where there are none."""
    if not numbers:
        return ""
    return sha256(
        repr(sorted((key, *map(str, pairs)) for key, pairs in numbers.items())).encode()
    ).hexdigest()
