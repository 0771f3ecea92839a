"""O7: what a load asks before it unlists anybody, and which day a file stands for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from itertools import combinations
from typing import Any

import pytest

from core.reading.account import Account, Tally, TallyKind, Unused
from core.reading.titles import day_in
from ofsted.forms import ConfirmForm
from ofsted.rules.absence import Absence, doubts_about_absence
from ofsted.rules.days import DIFFER, IN_FUTURE, NO_DAY, DayRefused, day_of_file
from ofsted.rules.loads import doubts_of, missing_columns, month_of_layout

SUMMER, AUTUMN, TODAY = date(2026, 6, 30), date(2026, 9, 30), date(2026, 11, 21)


def asked(
    vanished: int, *, account: Account | None = None, absence: Absence | None = None, **facts: Any
) -> list[str]:
    facts = {"listed_on": AUTUMN, "newest": SUMMER, **facts}
    doubts = doubts_about_absence(
        account or Account(), absence or Absence(listed_before=100), vanished=vanished, **facts
    )
    assert all(doubt.sentence.in_words() for doubt in doubts)
    return [doubt.code for doubt in doubts]


@pytest.mark.parametrize(
    ("gone", "before", "is_asked"),
    [
        (0, 0, False),
        (1, 1, True),
        (1, 2, True),
        (1, 3, False),
        (3, 7, False),
        (4, 7, True),
        (8, 9, True),
        (10, 21, False),
        (11, 110, False),
        (11, 109, True),
        (200, 2000, False),
        (201, 2000, True),
        (501, 9000, True),
        (3, 0, True),
    ],
)
def test_o7_many_settings_gone_are_asked_about(gone: int, before: int, is_asked: bool) -> None:
    """From one half on; more than ten that are more than a tenth; more than five hundred."""
    assert asked(gone, absence=Absence(listed_before=before)) == (["many_gone"] if is_asked else [])


CAUSES: Mapping[str, tuple[dict[str, Any], dict[str, Any], dict[str, Any]]] = {
    "fewer_rows": ({"all_rows": 40_000}, {}, {"rows_before": 65_000}),
    "many_gone": ({}, {"listed_before": 2}, {}),
    "without_urn": ({"without_identifier": 1}, {}, {}),
    "contradicted": ({}, {"contradicted": 1}, {}),
    "renumbered": ({}, {"renumbered": (("EY990001", "EY990091"),)}, {}),
    "elsewhere": ({}, {"elsewhere": 1}, {}),
    "unknown_status": ({}, {"words": ("Closed", "Qqq")}, {}),
}


@pytest.mark.parametrize("causes", [*combinations(CAUSES, 1), *combinations(CAUSES, 2)], ids="-".join)
def test_o7_each_cause_asks_for_its_own_tick(causes: tuple[str, ...]) -> None:
    account: dict[str, Any] = {}
    absence: dict[str, Any] = {"listed_before": 100}
    facts: dict[str, Any] = {}
    for cause in causes:
        for whole, part in zip((account, absence, facts), CAUSES[cause], strict=True):
            whole.update(part)
    found = asked(2, account=Account(**account), absence=Absence(**absence), **facts)
    assert found == [cause for cause in CAUSES if cause in causes]


RENUMBERED = tuple((f"EY99000{number}", f"EY99009{number}") for number in range(8))


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (1, "these settings really have a new URN, and that it is no slip in the file: EY990000 → EY990090"),
        (3, "EY990000 → EY990090; EY990001 → EY990091; EY990002 → EY990092"),
        (
            8,
            "8 settings really have a new URN, and that it is no slip in the file, among them EY990000 → EY990090",
        ),
    ],
)
def test_o7_the_box_about_new_urns_names_a_few_of_them(number: int, words: str) -> None:
    absence = Absence(listed_before=100, renumbered=RENUMBERED[:number])
    (doubt,) = doubts_about_absence(Account(), absence, vanished=number, listed_on=AUTUMN, newest=SUMMER)
    assert words in doubt.sentence.in_words()
    assert "EY990003" not in doubt.sentence.in_words()


def test_o7_of_links_no_box_speaks_of_settings() -> None:
    doubts = doubts_about_absence(
        Account(without_identifier=2, all_rows=10),
        Absence(listed_before=2, contradicted=1),
        vanished=2,
        listed_on=AUTUMN,
        newest=SUMMER,
        rows_before=1000,
        of_links=True,
    )
    assert [doubt.code for doubt in doubts] == ["fewer_rows", "many_gone", "without_urn", "contradicted"]
    for doubt in doubts:
        assert "setting" not in f"{doubt.sentence.in_words()} {doubt.subject.in_words()}"


MANY_COLUMNS = [f"CR: Most recent: Part {number}" for number in range(35)]


def test_o7_each_box_that_was_not_ticked_has_an_error_and_a_short_label_of_its_own() -> None:
    faults = [
        Tally(column, "places", sentence, TallyKind.REJECTED, 5)
        for column, sentence in (("Places", "No number."), ("Places", "Too large."), ("", "Half a row."))
    ]
    account = Account(
        rows=7,
        all_rows=7,
        without_identifier=1,
        missing=("Region",),
        unused=[Unused(heading, stops=True) for heading in MANY_COLUMNS],
        tallies=faults,
    )
    had = dict(zip(MANY_COLUMNS, MANY_COLUMNS, strict=True))
    doubts = doubts_of(
        account,
        Absence(listed_before=2, elsewhere=1, contradicted=1, words=("Qqq",), renumbered=RENUMBERED),
        counts={"vanished": 2},
        listed_on=AUTUMN,
        newest=SUMMER,
        had=had,
        rows_before=118,
    )
    assert {doubt.code for doubt in doubts} > {*CAUSES, "missing_columns", "unknown_judgements"}
    errors = [text for texts in ConfirmForm({}, doubts=doubts).errors.values() for text in texts]
    assert len(set(errors)) == len(doubts)
    assert "Tick the box about columns that this file lacks when you have checked it" in errors
    labels = {doubt.code: doubt.sentence.in_words() for doubt in doubts}
    assert max(map(len, labels.values())) < 250
    assert "lacks 35 columns" in labels["missing_columns"]
    assert MANY_COLUMNS[2] in labels["missing_columns"]
    assert missing_columns(account, had=had) == [*MANY_COLUMNS, "Region"], "the account names them all"


def test_o7_where_nobody_goes_only_a_short_file_is_asked_about() -> None:
    account = Account(without_identifier=3, all_rows=40_000)
    absence = Absence(listed_before=9, contradicted=1, words=("Qqq",))
    assert asked(0, account=account, absence=absence, rows_before=65_000) == ["fewer_rows"]
    assert asked(0, account=Account(all_rows=20), rows_before=40) == []


@pytest.mark.parametrize(
    ("listed_on", "newest", "is_asked"),
    [
        (SUMMER, AUTUMN, True),
        (AUTUMN, AUTUMN, False),
        (AUTUMN, SUMMER, False),
        (SUMMER, None, False),
        (None, AUTUMN, False),
    ],
)
def test_o7_an_older_file_is_asked_about(listed_on: date | None, newest: date | None, is_asked: bool) -> None:
    """It unlists nobody, so nothing else is."""
    found = asked(0, listed_on=listed_on, newest=newest, rows_before=65_000, account=Account(all_rows=65_000))
    assert found == (["older"] if is_asked else [])


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("ofsted_childcare_providers_2021-08-31_england.csv.gz", date(2021, 8, 31)),
        ("Childcare_providers_and_inspections_as_at_31_December_2025.csv", date(2025, 12, 31)),
        ("childcare-providers-as-of-31-August-2023.csv", date(2023, 8, 31)),
        ("Most recent inspections data as at 30 June 2022", date(2022, 6, 30)),
        ("Inspections from 1 April 2025 to 30 June 2025, as at 31 August 2025", date(2025, 8, 31)),
        ("as at 30 Sep 2022", date(2022, 9, 30)),
        ("as at 30 Sept. 2022", date(2022, 9, 30)),
        ("as at 1st of June 2026", date(2026, 6, 1)),
        ("providers June 30, 2026.csv", date(2026, 6, 30)),
        ("31_December_2025.csv", date(2025, 12, 31)),
        ("31December2025.csv", date(2025, 12, 31)),
        ("AS AT 31 DECEMBER 2025", date(2025, 12, 31)),
        ("file_20251231.csv", date(2025, 12, 31)),
        ("as at 31/12/2025", date(2025, 12, 31)),
        ("as at 31.12.2025", date(2025, 12, 31)),
        ("2025_12_31", date(2025, 12, 31)),
        ("providers.csv", None),
        ("providers_2021-13-31.csv", None),
        ("providers_2021-02-30.csv", None),
        ("as at 31 June 2026", None),
        ("as at 30 Juny 2026", None),
        ("providers_2025-12-31_taken_2026-02-03.csv", None),
        ("as at 1234567 rows", None),
        ("", None),
    ],
)
def test_o7_the_day_in_a_title_or_a_name(text: str, day: date | None) -> None:
    assert day_in(text) == day


@pytest.mark.parametrize("typed", [None, SUMMER, AUTUMN, date(2031, 1, 1)])
@pytest.mark.parametrize("titles", ["", "Providers as at 30 June 2026", "as at 31 August 2036"])
@pytest.mark.parametrize("name", ["ofsted.csv", "providers_as_of_30_June_2026.csv", "p_2026-09-30.csv"])
def test_o7_the_day_of_a_file_is_one_day_or_a_refusal(typed: date | None, titles: str, name: str) -> None:
    said = [day for day in (typed, day_in(titles), day_in(name)) if day is not None]
    if said and len(set(said)) == 1 and said[0] <= TODAY:
        assert day_of_file(typed=typed, titles=titles, name=name, today=TODAY) == said[0]
        return
    with pytest.raises(DayRefused) as refused:
        day_of_file(typed=typed, titles=titles, name=name, today=TODAY)
    expected = IN_FUTURE if any(day > TODAY for day in said) else DIFFER if said else NO_DAY
    assert refused.value.reason.sentence == expected


def test_o7_the_refusal_names_both_days() -> None:
    with pytest.raises(DayRefused) as refused:
        day_of_file(typed=None, titles="as at 30 June 2026", name="x_2026-08-31.csv", today=TODAY)
    assert re.search(
        "the title in the file says 30 June 2026, the name of the file says 31 August 2026",
        str(refused.value.reason),
    )
    assert "under the name that Ofsted gave it" in str(refused.value.reason)
    with pytest.raises(DayRefused, match="Leave the date empty"):
        day_of_file(typed=AUTUMN, titles="as at 30 June 2026", name="x.csv", today=TODAY)


@pytest.mark.parametrize(
    ("layout", "month"), [("2026-06", date(2026, 6, 1)), ("2026-13", None), ("another", None)]
)
def test_a_layout_bears_its_first_month(layout: str, month: date | None) -> None:
    assert month_of_layout(layout) == month
