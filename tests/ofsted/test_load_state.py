"""O7: a load asserts a state. The files of ``loads/`` with what each must give, and pairs of made-up files."""

from __future__ import annotations

import io
import re
from collections.abc import Collection, Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from accounts.models import Authority
from core.scoping import authority_scope
from ofsted.imports.opening import FileRefused
from ofsted.models import ImportRun, Inspection, PlannedRow, RegisterName
from ofsted.rules.days import DayRefused
from ofsted.selectors.imports import newest_day
from ofsted.services.national import NationalLoad, load_national
from providers.models import Provider
from tests.ofsted.files import EVERY_DOUBT, graded, make_file, report_card, row

FILES = Path(__file__).parent / "loads"
BEFORE = "register-before_2026-06-30.csv"
AUGUST = date(2026, 8, 31)
NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
pytestmark = pytest.mark.django_db
LISTED = {f"EY99000{number}" for number in (1, 2, 3, 5, 6, 7, 8)}


@pytest.fixture
def testshire(larkshire: Authority) -> Authority:
    """Larkshire under the name that the files have."""
    with authority_scope(larkshire):
        RegisterName.objects.create(name="Testshire")
    return larkshire


def load(authority: Authority, name: str, *, accept: Collection[str] = EVERY_DOUBT) -> NationalLoad:
    with (FILES / name).open("rb") as file:
        return load_national(
            file=io.BytesIO(file.read()),
            name=name,
            listed_on=None,
            authorities=[authority],
            at=NOW,
            accept=accept,
        )


def counts(authority: Authority, name: str, **options: Any) -> Mapping[str, int]:
    return load(authority, name, **options).counts.get(authority, {})


def setting(urn: str, **cells: str) -> dict[str, str]:
    return row(urn, **cells)


def load_rows(
    authority: Authority,
    *rows: dict[str, str],
    layout: str = "2021-08",
    day: date = date(2026, 6, 30),
    accept: Collection[str] = EVERY_DOUBT,
) -> dict[str, int]:
    """Load made-up rows; nothing where a doubt was not accepted."""
    data = make_file(layout, rows, title_rows=[])
    done = load_national(
        file=io.BytesIO(data), name="f.csv", listed_on=day, authorities=[authority], at=NOW, accept=accept
    )
    return done.counts.get(authority, {})


def told(**given: int) -> dict[str, int]:
    return {**dict.fromkeys(("new", "changed", "unchanged", "vanished", "rejected"), 0), **given}


def listed(authority: Authority) -> set[str]:
    with authority_scope(authority):
        return set(Provider.objects.filter(unlisted_since=None).values_list("urn", flat=True))


def inspections(authority: Authority, urn: str) -> dict[tuple[str, str], tuple[int | None, bool]]:
    """By kind and day: the grade, and whether it counts."""
    with authority_scope(authority):
        return {
            (i.regime, str(i.inspected_on)): (i.overall, i.ruled_out_on is None)
            for i in Inspection.objects.filter(provider__urn=urn)
        }


def is_part(expected: Mapping[str, int], found: Mapping[str, int]) -> bool:
    return {name: found.get(name) for name in expected} == expected


def test_o7_the_register_before(testshire: Authority) -> None:
    assert is_part(told(new=7), counts(testshire, BEFORE))
    with authority_scope(testshire):
        grades = [
            next((i.overall for i in p.inspections.all()), None) for p in Provider.objects.order_by("urn")
        ]
    assert (grades, listed(testshire)) == ([2, 2, 1, 2, 3, None, 2], LISTED)


def test_o7_a_corrected_date_replaces_the_other_one(testshire: Authority) -> None:
    load(testshire, "d4-corrected-date-a_2026-06-30.csv")
    assert is_part(told(changed=2, unchanged=1), counts(testshire, "d4-corrected-date-b_2026-08-31.csv"))
    assert inspections(testshire, "EY990021") == {
        ("ncor", "2025-09-05"): (None, False),
        ("ncor", "2025-09-15"): (None, True),
    }
    assert inspections(testshire, "EY990022") == {("eif", "2025-05-21"): (2, True)}
    with authority_scope(testshire):
        row = PlannedRow.objects.get(run__listed_on=AUGUST, urn="EY990021")
        assert [name for name, *_ in row.differences] == ["inspection_gone", "inspection"]
    again = counts(testshire, "d4-corrected-date-a_2026-06-30.csv")
    assert is_part(told(unchanged=3), again), "an older file fills gaps, and there are none"
    assert counts(testshire, "d4-corrected-date-b_2026-08-31.csv")["changed"] == 0


def test_o7_rows_that_contradict_each_other_change_nothing(testshire: Authority) -> None:
    load(testshire, BEFORE)
    found = counts(testshire, "d4-contradicting-lines_2026-08-31.csv")
    assert is_part(told(unchanged=6, rejected=1), found)
    assert inspections(testshire, "EY990001") == {("eif", "2024-05-12"): (2, True)}
    assert listed(testshire) == LISTED
    with authority_scope(testshire):
        rejected = PlannedRow.objects.get(kind="rejected")
    assert "on line 2 and on line 3" in rejected.reason


def test_o7_a_word_ends_the_listing(testshire: Authority) -> None:
    load(testshire, BEFORE)
    assert is_part(told(vanished=3, unchanged=4), counts(testshire, "d6-status_2026-08-31.csv"))
    with authority_scope(testshire):
        words = dict(Provider.objects.filter(unlisted_since=AUGUST).values_list("urn", "registration_status"))
        assert words == {"EY990003": "Resigned", "EY990005": "Suspended", "EY990006": "Closed"}
    assert is_part(told(unchanged=7), counts(testshire, "d6-status_2026-08-31.csv")), "told once"


@pytest.mark.parametrize("name", ["d7-older_2025-12-31.csv", "d7-childcare_as_at_31_December_2025.csv"])
def test_o7_an_older_file_only_fills_gaps(testshire: Authority, name: str) -> None:
    load(testshire, BEFORE)
    with authority_scope(testshire):
        before = list(Provider.objects.order_by("pk").values())
    assert load(testshire, name, accept=()).counts == {}, "it asks"
    assert is_part(told(changed=1, unchanged=5), counts(testshire, name))
    with authority_scope(testshire):
        assert list(Provider.objects.order_by("pk").values()) == before
        assert newest_day() == date(2026, 6, 30)
    assert inspections(testshire, "EY990001") == {
        ("eif", "2024-05-12"): (2, True),
        ("eif", "2019-10-09"): (3, True),
    }


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("d7-title-in-the-future.csv", "31 August 2036"),
        ("d7-title-and-name-differ_2026-08-31.csv", "30 June 2026.*31 August 2026"),
    ],
)
def test_o7_a_day_that_cannot_be_is_refused(testshire: Authority, name: str, words: str) -> None:
    with pytest.raises(DayRefused) as refused:
        load(testshire, name)
    assert re.search(words, refused.value.reason.in_words())
    with authority_scope(testshire):
        assert not ImportRun.objects.exists()


def test_o7_rows_without_an_authority_are_those_of_the_holder(testshire: Authority) -> None:
    load(testshire, BEFORE)
    done = load(testshire, "d3-no-authority_2026-08-31.csv", accept=())
    assert is_part(told(unchanged=7), done.counts[testshire])
    assert (listed(testshire), done.others.total()) == (LISTED, 0)


def test_o7_mended_urns_are_listed_and_the_unreadable_one_asks(testshire: Authority) -> None:
    load(testshire, BEFORE)
    name = "d3-urn-damaged_2026-08-31.csv"
    done = load(testshire, name, accept=())
    assert [doubt.code for doubt in done.doubtful[testshire]] == ["without_urn"]
    assert listed(testshire) == LISTED
    assert is_part(told(unchanged=6, rejected=1, vanished=1), counts(testshire, name, accept=["without_urn"]))
    assert listed(testshire) == LISTED - {"EY990008"}


def test_o7_more_than_half_gone_asks(testshire: Authority) -> None:
    load(testshire, BEFORE)
    name = "d3-half-gone_2026-08-31.csv"
    done = load(testshire, name, accept=())
    assert [doubt.code for doubt in done.doubtful[testshire]] == ["many_gone"]
    assert (done.counts, listed(testshire)) == ({}, LISTED)
    with authority_scope(testshire):
        assert ImportRun.objects.count() == 1
    assert counts(testshire, name, accept=["many_gone"])["vanished"] == 4


@pytest.mark.parametrize(
    ("word", "is_listed", "asks"),
    [
        ("Active", True, False),
        ("ACTIVE ", True, False),
        ("", True, False),
        ("-", True, False),
        ("#NAME?", True, False),
        ("Resigned", False, False),
        ("closed", False, False),
        ("Proposed", False, True),
    ],
)
@pytest.mark.parametrize("before", ["Active", "Closed", None])
def test_o7_the_word_decides_whether_a_setting_is_listed(
    larkshire: Authority, before: str | None, word: str, is_listed: bool, asks: bool
) -> None:
    others = [setting(f"EY10000{number}") for number in (2, 3, 4)]
    load_rows(larkshire, *others, *([setting("EY100001", registration_status=before)] if before else []))
    rows = [*others, setting("EY100001", registration_status=word)]
    was_listed = before == "Active"
    asked = load_rows(larkshire, *rows, day=AUGUST, accept=frozenset())
    assert (asked == {}) is (asks and was_listed)
    load_rows(larkshire, *rows, day=AUGUST)
    with authority_scope(larkshire):
        found = Provider.objects.get(urn="EY100001")
        assert (found.is_listed, found.registration_status) == (is_listed, "" if is_listed else word)
    load_rows(larkshire, *others, setting("EY100001"), day=NOW.date())
    assert "EY100001" in listed(larkshire)


@pytest.mark.parametrize(
    "cut",
    [
        b"EY99",
        b"EY990008,Childcare on non-dom",
        b"EY990008,Childminder,Active,REDACTED,RED",
        b'EY990008,"Chil',
    ],
)
def test_o7_a_file_that_ends_in_the_middle_of_a_row_is_refused(testshire: Authority, cut: bytes) -> None:
    whole = (FILES / BEFORE).read_bytes()
    data = b"\n".join(whole.splitlines()[:-1]) + b"\n" + cut
    facts: dict[str, Any] = {"listed_on": AUGUST, "authorities": [testshire], "at": NOW}
    with pytest.raises(FileRefused, match="middle of a row"):
        load_national(file=io.BytesIO(data), name="f.csv", **facts)
    load_national(file=io.BytesIO(whole.rstrip()), name="f.csv", **facts)
    assert listed(testshire) == LISTED
    noted = whole + b"Source: Ofsted, 2026"
    load_national(file=io.BytesIO(noted), name="f.csv", **facts)


def test_o7_a_setting_listed_under_another_authority_asks(larkshire: Authority) -> None:
    rows = [setting(f"EY10000{number}") for number in range(5)]
    load_rows(larkshire, *rows)
    moved = [*rows[:4], setting("EY100004", local_authority="Larkshire West")]
    assert load_rows(larkshire, *moved, day=AUGUST, accept=frozenset()) == {}
    assert load_rows(larkshire, *moved, day=AUGUST, accept=frozenset({"elsewhere"}))["vanished"] == 1


def test_o7_an_officer_s_own_inspection_is_never_ruled_out(larkshire: Authority) -> None:
    load_rows(larkshire, setting("EY100001", **graded("full", "12/05/2021", "2")))
    with authority_scope(larkshire):
        held = Provider.objects.get()
        Inspection.objects.create(provider=held, regime="eif", inspected_on=date(2026, 5, 1), overall=4)
    load_rows(larkshire, setting("EY100001"), day=AUGUST)
    assert inspections(larkshire, "EY100001") == {
        ("eif", "2021-05-12"): (2, False),
        ("eif", "2026-05-01"): (4, True),
    }


def test_o7_what_is_named_again_counts_again(larkshire: Authority) -> None:
    row_ = setting("EY100001", **graded("full", "12/05/2021", "2"))
    load_rows(larkshire, row_)
    load_rows(larkshire, setting("EY100001"), day=AUGUST)
    assert inspections(larkshire, "EY100001") == {("eif", "2021-05-12"): (2, False)}
    load_rows(larkshire, row_, day=NOW.date())
    assert inspections(larkshire, "EY100001") == {("eif", "2021-05-12"): (2, True)}


def test_o7_a_kind_without_columns_in_the_file_is_left_alone(larkshire: Authority) -> None:
    load_rows(larkshire, setting("EY100001", **report_card("14/01/2026")), layout="2026-06")
    load_rows(larkshire, setting("EY100001", **graded("full", "12/05/2021", "2")), day=AUGUST)
    assert inspections(larkshire, "EY100001") == {
        ("rc", "2026-01-14"): (None, True),
        ("eif", "2021-05-12"): (2, True),
    }


def test_o7_an_older_inspection_than_the_file_has_room_for_is_left_alone(larkshire: Authority) -> None:
    load_rows(
        larkshire, setting("EY100001", **graded("full", "12/05/2019", "2", number="1")), layout="2026-06"
    )
    rows = setting("EY100001", **graded("full", "03/02/2026", "3", number="2"))
    load_rows(larkshire, rows, layout="2026-06", day=AUGUST)
    assert inspections(larkshire, "EY100001") == {
        ("cif", "2019-05-12"): (2, True),
        ("eif", "2026-02-03"): (3, True),
    }
