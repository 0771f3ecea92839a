"""D3 (O7): a setting that goes while the same one seems to come under another URN is asked about, never
silent.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Collection
from datetime import UTC, date, datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accounts.models import Authority, User
from core.scoping import authority_scope
from ofsted.models import ImportRun
from ofsted.services.national import NationalLoad, load_national
from providers.models import Provider
from tests.ofsted.files import childminder, graded, make_file, row
from tests.ofsted.kinds import early_years, establishment, register_of_schools, school, school_file

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
JUNE, AUGUST = date(2026, 6, 30), date(2026, 8, 31)
OLD, NEW = "EY100001", "EY100091"
FILLERS = [row(f"EY10{number}", name=f"Setting {number}", postcode="LK9 9ZZ") for number in range(1000, 1030)]
pytestmark = pytest.mark.django_db
Row = dict[str, str]


def run_of(
    authority: Authority, data: bytes, day: date = AUGUST, accept: Collection[str] = ()
) -> NationalLoad:
    return load_national(
        file=io.BytesIO(data), name="f.csv", listed_on=day, authorities=[authority], at=NOW, accept=accept
    )


def asked(authority: Authority, before: Row, after: Row, *others: Row) -> dict[str, str]:
    """What a load asks whose file has one row in the place of another."""
    run_of(authority, make_file("2021-08", [before, *FILLERS]), JUNE)
    load = run_of(authority, make_file("2021-08", [after, *FILLERS, *others]))
    return {doubt.code: doubt.sentence.in_words() for doubt in load.doubtful.get(authority, [])}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (row(OLD), row(NEW)),
        (row(OLD), row(NEW, name="BLUEBELL  nursery.", postcode="lk12ab", address_line_1="Elsewhere")),
        (row(OLD), row(NEW, postcode="REDACTED")),
        (
            childminder(OLD, **graded("full", "12/05/2021", "2", "10000001")),
            childminder(NEW, **graded("full", "12/05/2021", "2", "10000001")),
        ),
    ],
    ids=["as-it-was", "name-and-postcode", "name-and-address", "a-home-by-its-inspection"],
)
def test_d3_the_same_setting_under_another_urn_is_asked_about(
    larkshire: Authority, before: Row, after: Row
) -> None:
    found = asked(larkshire, before, after)
    assert set(found) == {"renumbered"}
    assert f"{OLD} → {NEW}" in found["renumbered"]
    with authority_scope(larkshire):
        assert Provider.objects.get(urn=OLD).is_listed, "nothing was written"
        assert not Provider.objects.filter(urn=NEW).exists()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (row(OLD), row(NEW, name="Another Nursery")),
        (row(OLD), row(NEW, postcode="LK5 5EE", address_line_1="9 Far Lane")),
        (childminder(OLD), childminder(NEW)),
        (
            childminder(OLD, **graded("full", "12/05/2021", "2", "10000001")),
            childminder(NEW, **graded("full", "12/05/2021", "2", "10000002")),
        ),
        (row(OLD), row("EY101000", name="Setting 1000", postcode="LK9 9ZZ")),
    ],
    ids=["another-name", "another-place", "nothing-to-compare", "another-inspection", "nobody-came"],
)
def test_d3_what_is_not_the_same_is_not_asked_about(larkshire: Authority, before: Row, after: Row) -> None:
    assert asked(larkshire, before, after) == {}


def test_d3_a_ticked_load_does_as_it_says(larkshire: Authority) -> None:
    run_of(larkshire, make_file("2021-08", [row(OLD), *FILLERS]), JUNE)
    data = make_file("2021-08", [row(NEW), *FILLERS])
    done = run_of(larkshire, data, accept=["renumbered"])
    assert (done.counts[larkshire]["new"], done.counts[larkshire]["vanished"]) == (1, 1)
    with authority_scope(larkshire):
        assert Provider.objects.get(urn=OLD).unlisted_since == AUGUST
        assert ImportRun.objects.latest("pk").accepted == ["renumbered"]
    assert run_of(larkshire, data).doubtful == {}


def test_d3_an_older_file_unlists_nobody_and_asks_nothing_of_it(larkshire: Authority) -> None:
    run_of(larkshire, make_file("2021-08", [row(OLD), *FILLERS]), JUNE)
    load = run_of(larkshire, make_file("2021-08", [row(NEW), *FILLERS]), date(2025, 12, 31))
    assert [doubt.code for doubt in load.doubtful[larkshire]] == ["older"]


def test_d3_another_authoritys_setting_is_never_compared(larkshire: Authority, marlshire: Authority) -> None:
    run_of(marlshire, make_file("2021-08", [row(OLD, local_authority="Marlshire")]), JUNE)
    run_of(larkshire, make_file("2021-08", [row("EY100002", name="Other"), *FILLERS]), JUNE)
    assert run_of(larkshire, make_file("2021-08", [row(NEW), *FILLERS])).doubtful == {}


@pytest.mark.parametrize("kind", ["gias", "schools"])
def test_d3_schools_are_asked_about_too(larkshire: Authority, kind: str) -> None:
    judged = early_years("12/05/2023", "2")

    def data(number: str) -> bytes:
        others = [f"7005{place:02d}" for place in range(12)]
        if kind == "gias":
            return register_of_schools(
                [establishment(number), *(establishment(other, name=other, postcode="") for other in others)]
            )
        rows = [
            school(other, name=other, postcode="", **early_years("12/05/2023", "2", other))
            for other in others
        ]
        return school_file([school(number, **judged), *rows])

    run_of(larkshire, data("700101"), JUNE)
    (doubt,) = run_of(larkshire, data("700191")).doubtful[larkshire]
    assert (doubt.code, "700101 → 700191" in doubt.sentence.in_words()) == ("renumbered", True)


@settings(
    max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)  # fmt: skip
@given(
    number=st.integers(min_value=200_000, max_value=999_999),
    place=st.integers(0, 9),
    prefix=st.sampled_from(["EY", "VC", ""]),
)
def test_d3_a_urn_damaged_into_any_other_valid_one_unlists_nobody_before_its_tick(
    larkshire: Authority, number: int, place: int, prefix: str
) -> None:
    rows = [row(f"EY10{each}", name=f"Setting {each}") for each in range(2000, 2010)]
    with transaction.atomic():
        run_of(larkshire, make_file("2021-08", rows), JUNE)
        damaged = [*rows[:place], {**rows[place], "urn": f"{prefix}{number}"}, *rows[place + 1 :]]
        load = run_of(larkshire, make_file("2021-08", damaged))
        assert "renumbered" in {doubt.code for doubt in load.doubtful[larkshire]}
        with authority_scope(larkshire):
            assert Provider.objects.filter(unlisted_since=None).count() == 10
        transaction.set_rollback(True)


@pytest.mark.django_db(transaction=True)
def test_d3_the_page_asks_for_its_own_tick(
    larkshire: Authority, amina: User, browse: Callable[[User], Client]
) -> None:
    run_of(larkshire, make_file("2021-08", [row(OLD), *FILLERS]), JUNE)
    client = browse(amina)
    file = SimpleUploadedFile("as_at_31_August_2026.csv", make_file("2021-08", [row(NEW), *FILLERS]))
    client.post("/larkshire/ofsted/files/new/", {"file": file})
    with authority_scope(larkshire):
        run = ImportRun.objects.latest("pk")
    where = f"/larkshire/ofsted/files/{run.pk}/"
    assert "that it is no slip in the file: EY100001 → EY100091" in client.get(where).content.decode()
    refused = client.post(where).content.decode()
    assert "Tick the box about settings with a new URN when you have checked it" in refused
    assert client.post(where, {"renumbered": "on"}).status_code == 302
    with authority_scope(larkshire):
        run.refresh_from_db()
        assert (run.state, run.accepted) == ("loaded", ["renumbered"])
        assert not Provider.objects.get(urn=OLD).is_listed
