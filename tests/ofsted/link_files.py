"""Links between four schools of Larkshire and earlier ones, and their loads (tests/ofsted/conftest.py)."""

from __future__ import annotations

import io
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any

from django.test import Client

from accounts.models import Authority, User
from core.scoping import authority_scope
from ofsted.imports.link_rows import LinksRead, read_links
from ofsted.models import ImportRun, SchoolLink
from ofsted.services.national import NationalLoad, load_national
from providers.models import Provider, ProviderIdentity
from tests.ofsted.files import EVERY_DOUBT
from tests.ofsted.kinds import link

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
JUNE, JULY, AUGUST = date(2026, 6, 30), date(2026, 7, 31), date(2026, 8, 31)
NUMBERS = ("700101", "700102", "700103", "700104")
OLD = "700201"
Browse = Callable[[User], Client]
Cells = Mapping[str, str]


def rows(**cells: str) -> list[dict[str, str]]:
    """Each of the four schools took over from another."""
    return [link(number, f"70020{place}", **cells) for place, number in enumerate(NUMBERS, 1)]


def run_of(
    authority: Authority,
    data: bytes,
    day: date | None = AUGUST,
    accept: Collection[str] = EVERY_DOUBT,
    name: str = "f.csv",
) -> NationalLoad:
    return load_national(
        file=io.BytesIO(data), name=name, listed_on=day, authorities=[authority], at=NOW, accept=accept
    )


def counts(authority: Authority, data: bytes, day: date = AUGUST, **options: Any) -> dict[str, int]:
    return run_of(authority, data, day, **options).counts.get(authority, {})


def doubts(authority: Authority, data: bytes, day: date = AUGUST) -> set[str]:
    return {doubt.code for doubt in run_of(authority, data, day, accept=()).doubtful.get(authority, [])}


def told(**given: int) -> dict[str, int]:
    kinds = ("new", "changed", "unchanged", "vanished", "remark", "rejected", "unreadable")
    return {**dict.fromkeys(kinds, 0), **given}


def held(authority: Authority) -> dict[tuple[str, str, str], date | None]:
    """The links that suggest something, with their day."""
    with authority_scope(authority):
        found = SchoolLink.objects.filter(gone_since=None)
        return {(row.urn, row.other_urn, row.link_type): row.since for row in found}


def account(authority: Authority) -> dict[str, Any]:
    with authority_scope(authority):
        return ImportRun.objects.latest("pk").account


def read(data: bytes, touching: Sequence[str] = NUMBERS) -> LinksRead:
    return read_links(io.BytesIO(data), touching)


def by_number(number: str) -> Provider:
    return ProviderIdentity.objects.select_related("provider").get(scheme="dfe_urn", value=number).provider
