"""N5 through the product's own search: 200 generated misspellings of 3,000 settings, and what is never found.

How long a search takes is measured by benchmarks/pages.py ("search, misspelt"), against 50 ms; here its reads
are counted, and none is a scan.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.models import Authority, User
from core.scoping import authority_scope
from providers.models import Provider
from providers.rules.register import setting_search_text
from tests.core.test_matching import made_up_names, misspelt
from tests.factories.collaborations import CollaborationFactory
from tests.staging import staged

pytestmark = [pytest.mark.django_db, pytest.mark.may_take(60)]
Browse = Callable[[User | None], Client]
PAGE = "/larkshire/search/"
SETTINGS, SEARCHES, FIRST = 3_000, 200, 5
#: What everybody of the team asks before a search, the search itself, and what is told of five hits.
MOST_READS = 22


def made(names: list[str], urns: int, **more: Any) -> list[Provider]:
    rows = [
        Provider(
            name=name,
            urn=f"EY{urns + number}",
            provider_type=more.get("provider_type", Provider.Type.NON_DOMESTIC),
            town="Larkford",
            postcode="LK1 2AB",
            first_listed_on=date(2020, 1, 1),
            search_text=setting_search_text(
                name=name, urn=f"EY{urns + number}", postcode="LK1 2AB", is_home="provider_type" in more
            ),
        )
        for number, name in enumerate(names)
    ]
    for row in rows:
        row.claim_authority()
    return Provider.objects.bulk_create(rows)


@staged
def county(larkshire: Authority, marlshire: Authority) -> dict[int, str]:
    """3,000 settings here; elsewhere some whose names are like ours."""
    names = made_up_names(SETTINGS, random.Random(20261201))
    with authority_scope(marlshire):
        made([f"{name} of Marlshire" for name in names[:300]], 800_000)
    with authority_scope(larkshire):
        rows = made(names, 500_000)
        CollaborationFactory(name="Cook together")
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE providers_provider")
    return {row.pk: row.name for row in rows}


def first_settings(answer: Any) -> list[int]:
    """The settings that a page names first; a single hit leads straight to its own page."""
    if answer.status_code == 302:
        return [int(number) for number in re.findall(r"/settings/(\d+)/$", answer.url)]
    return [hit.pk for section in answer.context["results"] for hit in section.hits if hit.kind == "setting"]


def test_n5_the_product_finds_the_right_setting_among_the_first_five(
    county: dict[int, str], browse: Browse, amina: User
) -> None:
    """Half with one edit, half with two: letters left out, put in, changed, swapped, a space lost, an accent."""
    chance, client = random.Random(20261202), browse(amina)
    missed, most = [], 0
    for number in range(SEARCHES):
        wanted = chance.choice(sorted(county))
        typed = county[wanted].lower()
        for _edit in range(1 + number % 2):
            typed = misspelt(typed, chance)
        with CaptureQueriesContext(connection) as queries:
            answer = client.get(PAGE, {"q": typed})
        found = first_settings(answer)
        assert len(found) <= FIRST
        assert not set(found) - set(county), "of another authority"
        if number:  # the first one reads the words of names, which are kept
            most = max(most, len(queries))
        if wanted not in found:
            missed.append((county[wanted], typed))
    assert len(missed) <= SEARCHES * 0.05, missed
    assert most <= MOST_READS


def test_n5_a_misspelt_search_reads_the_register_twice_at_most(
    county: dict[int, str], browse: Browse, amina: User
) -> None:
    """Once as it was typed and once as it is mended; both stop at what they show, and neither reads the words
    of names again while the cache has them.
    """
    client = browse(amina)
    client.get(PAGE, {"q": "acron"})
    with CaptureQueriesContext(connection) as queries:
        client.get(PAGE, {"q": "hunnybee nursary"})
    searched = [query["sql"] for query in queries if "search_text" in query["sql"] and "LIKE" in query["sql"]]
    assert 2 <= len(searched) <= 3, searched
    assert all("LIMIT" in sql or "COUNT(" in sql for sql in searched)
    cache.clear()
    with CaptureQueriesContext(connection) as without:
        client.get(PAGE, {"q": "hunnybee nursary"})
    assert len(without) > len(queries)


def test_n5_a_name_that_shares_one_word_of_three_is_not_meant(
    county: dict[int, str], browse: Browse, amina: User
) -> None:
    answer = browse(amina).get(PAGE, {"q": "Forest schools together"})
    assert answer.status_code == 200
    assert answer.context["results"].sections == []
    answer = browse(amina).get(PAGE, {"q": "cok together"})
    assert [hit.title for section in answer.context["results"] for hit in section.hits] == ["Cook together"]
