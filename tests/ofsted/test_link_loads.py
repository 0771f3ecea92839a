"""O7: the links of the register of schools load like the other kinds of file (D1 to D11 over them)."""

from __future__ import annotations

import io
from datetime import date
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accounts.models import Authority
from core.scoping import authority_scope
from ofsted.imports.columns import DECIDES
from ofsted.imports.heads import head_of
from ofsted.imports.links import LINKS
from ofsted.imports.opening import FileRefused
from ofsted.models import ImportRun, PlannedRow, SchoolLink
from ofsted.rules.days import DayRefused
from ofsted.rules.kinds import FileKind
from ofsted.selectors.register import take_over_candidates
from tests.factories.providers import ProviderFactory
from tests.ofsted.kinds import establishment, link, link_file, register_of_schools
from tests.ofsted.link_files import (
    AUGUST,
    JULY,
    JUNE,
    NUMBERS,
    OLD,
    Cells,
    account,
    by_number,
    counts,
    doubts,
    held,
    read,
    rows,
    run_of,
    told,
)

pytestmark = pytest.mark.django_db


# --- which links --------------------------------------------------------------------------------------------
def test_o7_links_that_touch_a_school_of_the_register_are_kept_and_the_others_told(
    schools: Authority,
) -> None:
    data = link_file(
        [
            link("700101", OLD),
            link(OLD, "700101", "Successor", since=""),
            link("899999", "700102", "Predecessor - merged"),
            link("899998", "899997"),
            link("700103", "899996", "Sixth Form Centre Link"),
        ]
    )
    assert counts(schools, data) == told(new=3)
    assert held(schools) == {
        ("700101", OLD, "predecessor"): date(2024, 9, 1),
        (OLD, "700101", "successor"): None,
        ("899999", "700102", "predecessor_merged"): date(2024, 9, 1),
    }
    kept = account(schools)
    assert (kept["rows"], kept["not_taken"], kept["all_rows"]) == (3, 1, 5)
    with authority_scope(schools):
        run = ImportRun.objects.get()
        assert (run.kind, run.layout, run.others) == (FileKind.LINKS, "gias_links", {})
        stored = SchoolLink.objects.get(urn="700101")
        assert (stored.other_name, str(stored)) == (f"School {OLD}", f"700101: Predecessor {OLD}")


def test_o7_a_file_without_a_school_of_the_register_brings_nothing(
    schools: Authority, larkshire: Authority
) -> None:
    load = run_of(schools, link_file([link("899998", "899997")]))
    assert (load.without_rows, load.counts) == ([larkshire], {})


def test_o1_an_ofsted_urn_that_looks_like_a_school_number_touches_nothing(larkshire: Authority) -> None:
    with authority_scope(larkshire):
        ProviderFactory(urn="700101")
    assert run_of(larkshire, link_file([link("700101", OLD)])).without_rows == [larkshire]


# --- D1: two classes of column ------------------------------------------------------------------------------
def test_d1_a_fault_in_a_cell_that_describes_is_a_remark(linked: Authority) -> None:
    changed = [link("700101", OLD, since="31-02-2024", other_name="#NAME?"), *rows()[1:]]
    assert counts(linked, link_file(changed)) == told(unchanged=4, remark=2)
    assert held(linked)["700101", OLD, "predecessor"] == date(2024, 9, 1)


def test_d1_a_fault_in_a_cell_that_decides_rejects_the_row_and_its_link_stays(linked: Authority) -> None:
    changed = [link("700101", OLD, "Predecesor"), *rows()[1:]]
    assert counts(linked, link_file(changed), accept=()) == told(rejected=1, unchanged=3)
    assert len(held(linked)) == 4


def test_d1_both_numbers_and_the_kind_of_link_decide() -> None:
    deciding = {key for key, column in LINKS.columns.items() if column.weight is DECIDES}
    assert deciding == {"urn", "other", "link_type"}


@pytest.mark.parametrize("column", ["since", "other_name"])
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\x00\r\n"), max_size=40))
def test_d1_no_text_in_a_cell_that_describes_touches_the_link(column: str, text: str) -> None:
    data = link_file([{**link("700101", OLD), column: text}], encoding="utf-8")
    try:
        found = read(data)
    except FileRefused:
        return  # month first: the order of day and month is the whole file's
    assert [tuple(each) for each in found.links] == [("700101", OLD, "predecessor")]
    assert not found.rejected


# --- D2: what is not used is told ---------------------------------------------------------------------------
def test_d2_an_unknown_heading_is_told_with_its_texts_of_own_rows(linked: Authority) -> None:
    told_rows = [{**cells, "Sponsor reference": "S-1"} for cells in rows()]
    strangers = [{**link("899998", "899997"), "Sponsor reference": "S-2"}]
    run_of(linked, link_file([*strangers, *told_rows], extra=["Sponsor reference"]))
    (unused,) = account(linked)["unused"]
    texts = [sample["text"] for sample in unused["samples"]]
    assert (unused["heading"], texts, unused["stops"]) == ("Sponsor reference", ["S-1"], False)


def test_d2_a_column_that_the_last_file_had_is_missed(linked: Authority) -> None:
    assert doubts(linked, link_file(rows(), drop=["since"])) == {"missing_columns"}
    assert held(linked)["700101", OLD, "predecessor"] == date(2024, 9, 1)


@pytest.mark.parametrize("column", ["other", "link_type"])
def test_d2_a_file_without_a_needed_column_is_refused_by_its_name(column: str) -> None:
    with pytest.raises(FileRefused) as refused:
        head_of(io.BytesIO(link_file(rows(), rename={column: "Something else"})))
    words = " ".join(each.in_words() for each in refused.value.details)
    assert LINKS.columns[column].headings[0] in words


# --- D3: absence is not news --------------------------------------------------------------------------------
def test_d3_a_number_with_one_meaning_is_mended(linked: Authority) -> None:
    changed = [{**link("700101", OLD), "urn": "700101.0", "other": f"'{OLD}"}, *rows()[1:]]
    assert counts(linked, link_file(changed), accept=()) == told(unchanged=4, remark=2)


def test_d3_no_link_goes_before_its_ticks(linked: Authority) -> None:
    damaged = [{**link("700101", OLD), "other": "??"}, *rows()[1:]]
    assert doubts(linked, link_file(damaged)) == {"without_urn"}
    assert doubts(linked, link_file(rows()[:2])) == {"many_gone"}
    assert len(held(linked)) == 4
    assert counts(linked, link_file(rows()[:2]), accept={"many_gone"}) == told(vanished=2, unchanged=2)
    with authority_scope(linked):
        assert set(SchoolLink.objects.exclude(gone_since=None).values_list("urn", "gone_since")) == {
            ("700103", AUGUST), ("700104", AUGUST),
        }  # fmt: skip


def test_d3_a_stranger_with_a_damaged_number_may_be_anybodys(linked: Authority) -> None:
    strangers = [link("899999", "899998"), {**link("899999", "899998"), "other": "1E+05"}]
    assert counts(linked, link_file([*rows(), *strangers]), accept=()) == told(unchanged=4)
    assert doubts(linked, link_file([*rows()[:3], *strangers])) == {"without_urn"}
    assert doubts(linked, link_file([*rows()[:3], *strangers[:1]])) == set()


def test_d3_a_file_with_far_fewer_rows_asks(linked: Authority) -> None:
    strangers = [link(str(800000 + place), "899998") for place in range(200)]
    assert counts(linked, link_file([*rows(), *strangers]), JULY) == told(unchanged=4)
    assert doubts(linked, link_file(rows())) == {"fewer_rows"}


def test_d3_a_file_that_ends_in_the_middle_of_a_row_is_refused() -> None:
    data = link_file(rows())
    for cut in (len(NUMBERS[-1]) + 4, 4):
        with pytest.raises(FileRefused, match="not downloaded whole"):
            read(data[: data.rindex(NUMBERS[-1].encode()) + cut])


# --- D4: a load asserts a state -----------------------------------------------------------------------------
def test_d4_a_bad_file_is_undone_by_the_right_one(linked: Authority) -> None:
    right = held(linked)
    wrong = [link(number, "700299", since="01-01-2020") for number in NUMBERS]
    assert counts(linked, link_file(wrong), JUNE) == told(new=4, vanished=4)
    assert counts(linked, link_file(rows())) == told(changed=4, vanished=4)
    assert held(linked) == right
    assert counts(linked, link_file(rows())) == told(unchanged=4)


def test_d4_of_rows_that_contradict_neither_counts(linked: Authority) -> None:
    changed = [link("700101", OLD, since="01-01-2020"), *rows()]
    assert counts(linked, link_file(changed), accept=()) == told(rejected=1, unchanged=3)
    assert held(linked)["700101", OLD, "predecessor"] == date(2024, 9, 1)
    with authority_scope(linked):
        reason = PlannedRow.objects.get(run=ImportRun.objects.latest("pk"), kind="rejected").reason
    assert "line 2" in reason
    assert "line 3" in reason


def test_d4_an_exact_repeat_is_one_row(linked: Authority) -> None:
    assert counts(linked, link_file([*rows(), rows()[0]])) == told(unchanged=4)


ANY_ROW = st.builds(
    link,
    st.sampled_from([*NUMBERS[:2], "899999"]),
    st.sampled_from([*NUMBERS[1:3], OLD, "899998"]),
    st.sampled_from(["Predecessor", "Successor", "Predecessor - merged", "Other"]),
    since=st.sampled_from(["01-09-2024", "31-08-2020"]),
)
ANY_FILE = st.lists(ANY_ROW, max_size=6, unique_by=lambda row: (row["urn"], row["other"], row["link_type"]))
ONE_OWN = link("700104", OLD)


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)  # fmt: skip
@given(first=ANY_FILE, second=ANY_FILE)
def test_d4_one_file_after_another_leaves_what_the_second_alone_leaves(
    schools: Authority, first: list[Cells], second: list[Cells]
) -> None:
    after: list[Any] = []
    for files in ([first, second], [second], [second, second]):
        with transaction.atomic():
            for day, file in zip((JUNE, AUGUST) if len(files) == 2 else (AUGUST,), files, strict=True):
                run_of(schools, link_file([*file, ONE_OWN]), day)
            with authority_scope(schools):
                suggested = [
                    [(each.provider.name, each.since) for each in take_over_candidates(by_number(number))]
                    for number in (*NUMBERS, OLD)
                ]
            after.append((held(schools), suggested))
            transaction.set_rollback(True)
    assert after[0] == after[1] == after[2]


# --- D5: faults of the whole file ---------------------------------------------------------------------------
def test_d5_dates_that_stand_month_first_refuse_the_file() -> None:
    with pytest.raises(FileRefused, match="month first"):
        read(link_file([*rows()[1:], link("700101", OLD, since="09-13-2024")]))


def test_d5_a_fault_that_most_rows_share_asks(linked: Authority) -> None:
    changed = [*(link(number, OLD, "??") for number in NUMBERS[:3]), rows()[3]]
    assert "fault_link_type" in doubts(linked, link_file(changed))


# --- D7: the days of loads ----------------------------------------------------------------------------------
def test_d7_an_older_file_only_gives_a_day_to_a_link_that_has_none(schools: Authority) -> None:
    assert counts(schools, link_file([*rows()[:2], link("700103", "700203", since="")]), JUNE)["new"] == 3
    older = [link("700101", OLD, since="01-01-2020"), link("700103", "700203"), link("700104", "700204")]
    day = date(2025, 12, 31)
    assert doubts(schools, link_file(older), day) == {"older"}
    assert counts(schools, link_file(older), day) == told(changed=1, unchanged=1)
    assert held(schools) == {
        ("700101", OLD, "predecessor"): date(2024, 9, 1),
        ("700102", "700202", "predecessor"): date(2024, 9, 1),
        ("700103", "700203", "predecessor"): date(2024, 9, 1),
    }


def test_d7_the_day_of_links_says_nothing_of_the_register_itself(linked: Authority) -> None:
    fresh = register_of_schools([establishment("700501"), establishment("700502")])
    assert "older" not in doubts(linked, fresh, date(2025, 12, 31))


def test_d7_a_day_in_the_future_or_a_name_that_differs_is_refused(schools: Authority) -> None:
    data = link_file(rows())
    with pytest.raises(DayRefused, match="future"):
        run_of(schools, data, None, name="file_2031-01-01.csv")
    with pytest.raises(DayRefused, match="not clear"):
        run_of(schools, data, AUGUST, name="file_as_at_30_June_2026.csv")
    assert run_of(schools, data, None, name="links_edubasealldata20260831.csv").counts[schools]["new"] == 4


# --- D8 and D10: readers and words --------------------------------------------------------------------------
@pytest.mark.parametrize(
    "text", ["12 May 2023", "12.05.2023", "2023-05-12", "12-05-2023", "12/05/2023 00:00"]
)
def test_d8_a_date_that_means_one_day_is_read(text: str) -> None:
    (found,) = read(link_file([link("700101", OLD, since=text)])).links.values()
    assert found.since == date(2023, 5, 12)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_d8_names_are_read_in_each_encoding(encoding: str) -> None:
    (found,) = read(link_file([link("700101", OLD, other_name="St Zoë’s")], encoding=encoding)).links.values()
    assert found.other_name == "St Zoë’s"


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        ({"other": "EY123456"}, "Department for Education URN"),
        ({"link_type": "Follower"}, "This kind of link is not known."),
        ({"other": "700101"}, "Both numbers of this link are those of one school."),
    ],
)
def test_d10_a_rejected_row_says_why(cells: Cells, words: str) -> None:
    (rejected,) = read(link_file([{**link("700101", OLD), **cells}])).rejected
    assert words in rejected.reason.in_words()
    assert rejected.value == next(iter(cells.values()))


def test_d10_a_row_with_a_cell_too_many_is_rejected_whole(linked: Authority) -> None:
    data = link_file(rows()).replace(b"School 700201", b"School, 700201")
    assert counts(linked, data, accept=()) == told(rejected=1, unchanged=3)


# --- D11: notes below the table -----------------------------------------------------------------------------
def test_d11_lines_below_the_table_are_notes_and_between_rows_they_are_damaged(linked: Authority) -> None:
    data = link_file(rows())
    assert counts(linked, data + b"Total,4\r\n1. Figures are provisional.\r\n,,,,\r\n", accept=()) == told(
        unchanged=4
    )
    assert (len(account(linked)["notes"]), account(linked)["blank_rows"]) == (2, 1)
    head, _, tail = data.partition(b"\r\n")
    assert counts(linked, head + b"\r\n??,??,a,Predecessor,\r\n" + tail) == told(
        unchanged=4, rejected=1, unreadable=1
    )
