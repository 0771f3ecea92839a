"""O7: one pass over a file: counts, hashes, duplicates, other authorities, stray marks and encodings."""

from __future__ import annotations

import io
from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ofsted.imports.names import authority_key, department_name
from ofsted.imports.opening import FileRefused
from ofsted.imports.rows import Rejection, RowRead
from ofsted.imports.scanning import Scan, scan
from tests.ofsted.files import LAYOUTS, childminder, graded, gzipped, make_file, report_card, row, zipped


def scanned(
    data: bytes, wanted: Collection[str] | None = None, known: Mapping[str, bytes] | None = None
) -> tuple[Scan, list[Any]]:
    answer = scan(io.BytesIO(data), wanted, {digest: urn for urn, digest in (known or {}).items()})
    return answer, list(answer)


def urns(found: list[Any]) -> list[str]:
    return [each.setting.urn for each in found if isinstance(each, RowRead)]


def rejections(found: list[Any]) -> list[Rejection]:
    return [each for each in found if isinstance(each, Rejection)]


def test_o7_rows_of_other_authorities_are_only_counted() -> None:
    rows = [row("EY100001"), row("EY100002", local_authority="Bristol"), row("EY100003", local_authority="Bristol", places="nonsense"),
            row("EY100004", local_authority="")]  # fmt: skip
    answer, found = scanned(make_file("2026-06", rows), ["LARKSHIRE"])
    assert urns(found) == ["EY100001"]
    assert not rejections(found)
    assert answer.other_authorities == {"Bristol, City of": 2, "Not Recorded": 1}
    assert answer.listed == {"EY100001"}


@pytest.mark.parametrize(
    ("ofsted", "department"),
    [
        ("Bristol", "Bristol, City of"),
        ("Durham", "County Durham"),
        ("Herefordshire", "Herefordshire, County of"),
        ("Kingston upon Hull", "Kingston upon Hull, City of"),
        ("Southend on Sea", "Southend-on-Sea"),
        ("St Helens", "St. Helens"),
        ("Bournemouth, Christchurch & Poole", "Bournemouth, Christchurch and Poole"),
        ("Isles of Scilly", "Isles Of Scilly"),
    ],
)
def test_o7_the_names_that_differ_mean_the_same_authority(ofsted: str, department: str) -> None:
    assert authority_key(ofsted) == authority_key(department) == authority_key(f" {department.upper()} ")
    assert department_name(ofsted) == department
    _, found = scanned(make_file("2026-06", [row("EY100001", local_authority=ofsted)]), [department])
    assert [each.authority for each in found] == [department]


def test_o7_like_names_stay_apart() -> None:
    assert authority_key("York") != authority_key("North Yorkshire")
    assert authority_key("Derby") != authority_key("Derbyshire")
    assert department_name("Larkshire") == "Larkshire"


def test_o7_too_many_names_of_authorities_are_counted_as_not_recorded(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("ofsted.imports.scanning.MAX_AUTHORITIES", 2)
    rows = [row(f"EY10000{number}", local_authority=f"Place {number}") for number in range(4)]
    answer, _ = scanned(make_file("2026-06", [*rows, rows[0]]), [])
    assert answer.other_authorities == {"Place 0": 2, "Place 1": 1, "Not Recorded": 2}


def test_o7_the_same_file_again_is_only_counted() -> None:
    data = make_file("2026-06", [row("EY100001"), childminder("2508111", name="Two\nlines"), row("EY100003")])
    _, first = scanned(data)
    known = {each.setting.urn: each.row_hash for each in first}
    answer, again = scanned(gzipped(data), known=known)
    assert again == []
    assert answer.unchanged == 3
    assert answer.listed == {"EY100001", "2508111", "EY100003"}


def test_o7_only_changed_and_new_rows_are_read_and_the_vanished_are_not_listed() -> None:
    before = [row("EY100001"), row("EY100002"), row("EY100003")]
    after = [row("EY100001"), row("EY100002", name="New name"), row("EY100004")]
    _, first = scanned(make_file("2026-06", before))
    known = {each.setting.urn: each.row_hash for each in first}
    answer, found = scanned(make_file("2026-06", after, newline="\n"), known=known)
    assert urns(found) == ["EY100002", "EY100004"]
    assert answer.unchanged == 1
    assert known.keys() - answer.listed == {"EY100003"}


def test_o7_progress_is_told_of_known_rows_too() -> None:
    data = make_file(
        "2026-06", [row(f"EY{number:06}", name=f"Setting {number * 7919}") for number in range(2500)]
    )
    _, first = scanned(data)
    told: list[int] = []
    known = {each.setting.urn: each.row_hash for each in first}
    assert not list(
        scan(
            io.BytesIO(data),
            None,
            {digest: urn for urn, digest in known.items()},
            on_progress=lambda done, _: told.append(done),
        )
    )
    assert len(told) == 3
    assert told[-1] == len(data)


def test_o7_what_is_remembered_of_cells_has_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ofsted.imports.cells.REMEMBERED", 2)
    rows = [row(f"EY10000{number}", town=f"Town {number % 4}") for number in range(9)]
    _, found = scanned(make_file("2026-06", rows))
    assert [each.setting.town for each in found] == [values["town"] for values in rows]


def test_o7_another_layout_makes_every_row_new() -> None:
    _, first = scanned(make_file("2021-08", [row("EY100001")]))
    _, found = scanned(
        make_file("2021-08", [row("EY100001")], rename={"region": "Area"}),
        known={"EY100001": first[0].row_hash},
    )
    assert urns(found) == ["EY100001"]


@pytest.mark.parametrize("know_first", [False, True])
def test_o7_rows_of_one_urn_that_contradict_are_named_by_their_lines(know_first: bool) -> None:
    data = make_file("2026-06", [row("EY100001"), row("EY100002"), row("ey100001", name="Other")])
    _, first = scanned(make_file("2026-06", [row("EY100001")]))
    answer, found = scanned(data, known={"EY100001": first[0].row_hash} if know_first else None)
    (rejection,) = rejections(found)
    assert (rejection.line, rejection.column, rejection.value) == (6, "Provider URN", "EY100001")
    assert rejection.contradicts
    assert str(rejection.reason).startswith(
        "The rows on line 4 and on line 6 have this URN and do not say the same. Neither was used"
    )
    assert answer.listed == {"EY100001", "EY100002"}
    assert answer.unchanged == int(know_first)


def test_o7_an_unchanged_row_after_a_changed_duplicate_is_the_duplicate() -> None:
    _, first = scanned(make_file("2026-06", [row("EY100001")]))
    data = make_file("2026-06", [row("EY100001", name="Other"), row("EY100001")])
    answer, found = scanned(data, known={"EY100001": first[0].row_hash})
    assert urns(found) == ["EY100001"]
    assert len(rejections(found)) == 1
    assert answer.unchanged == 0


def test_o7_a_rejected_setting_is_still_listed() -> None:
    answer, found = scanned(make_file("2026-06", [row("EY100001", provider_type="x"), row("nonsense")]))
    assert answer.listed == {"EY100001"}
    assert (answer.rejected, answer.unreadable, answer.read) == (2, 1, 0)
    assert len(rejections(found)) == 2


def test_o7_comma_only_and_blank_rows_are_ignored() -> None:
    data = make_file("2026-06", [row("EY100001")], tail_rows=3, raw_tail=b'\r\n \r\n , ,\r\n"",""\r\n')
    answer, found = scanned(data)
    assert urns(found) == ["EY100001"]
    assert not rejections(found)
    assert answer.ignored == 7


def test_o7_trailing_empty_columns_do_no_harm_and_text_beyond_the_header_does() -> None:
    lines = make_file("2026-06", [row("EY100001"), row("EY100002"), row("EY100003")]).split(b"\r\n")
    lines[2] += b",,"
    lines[3] += b",,"
    lines[4] += b",,,,"
    lines[5] += b",,more"
    answer, found = scanned(b"\r\n".join(lines))
    assert urns(found) == ["EY100001", "EY100002"]
    (rejection,) = rejections(found)
    assert (rejection.line, rejection.urn) == (6, "EY100003")
    assert str(rejection.reason) == "The row has 52 cells where the header has 50."
    assert answer.listed == {"EY100001", "EY100002", "EY100003"}


def test_o7_a_row_with_too_few_cells_is_rejected() -> None:
    _, found = scanned(make_file("2026-06", [], raw_tail=b"Web link,EY100001,01/09/2015\r\n"))
    assert str(found[0].reason) == "The row has 3 cells where the header has 50."
    assert (found[0].value, found[0].urn) == (
        "",
        "EY100001",
    ), "the text of a damaged row may say where somebody lives"


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "utf-8-sig"])
def test_o7_utf8_and_cp1252_are_read_strictly(encoding: str) -> None:
    _, found = scanned(
        make_file("2026-06", [row("EY100001", name="Zoë’s Crèche – Larkton")], encoding=encoding)
    )
    assert found[0].setting.name == "Zoë’s Crèche – Larkton"


def test_o7_a_cp1252_line_in_a_utf8_file_is_read() -> None:
    utf8 = make_file("2026-06", [row("EY100001", name="Zoë’s")])
    cp1252 = make_file("2026-06", [row("EY100002", name="Chloë’s")], encoding="cp1252").split(b"\r\n")[3]
    _, found = scanned(utf8 + cp1252 + b"\r\n")
    assert [each.setting.name for each in found] == ["Zoë’s", "Chloë’s"]


@pytest.mark.parametrize("stray", [b"\x81\xff", b"a\x00b"])
def test_o7_bytes_that_cannot_be_read_cost_their_cell_only(stray: bytes) -> None:
    data = make_file("2026-06", [row("EY100001", name="STRAY"), row("EY100002")]).replace(b"STRAY", stray)
    answer, found = scanned(data)
    assert urns(found) == ["EY100001", "EY100002"]
    assert found[0].setting.name is None
    (remark,) = found[0].remarks
    assert (remark.line, remark.cell.field) == (4, "name")
    assert "damaged letters" in str(remark.cell.reason)
    assert "\x00" not in remark.cell.value
    assert answer.listed == {"EY100001", "EY100002"}


@pytest.mark.parametrize("stray", [b"\x81\xff", b"a\x00b"])
def test_o7_bytes_that_cannot_be_read_in_a_cell_that_decides_reject_their_row(stray: bytes) -> None:
    data = make_file("2026-06", [row("EY100001", provider_type="STRAY"), row("EY100002")]).replace(
        b"STRAY", stray
    )
    _, found = scanned(data)
    assert urns(found) == ["EY100002"]
    assert [each.urn for each in rejections(found)] == ["EY100001"]


@pytest.mark.parametrize(
    "notes",
    [
        ["Total"],
        ["Total,2", "1. Figures are provisional."],
        ["Source: Ofsted" + ",Ofsted" * (len(LAYOUTS["2026-06"]) - 1)],
        ["a,b,c", "", "d"],
    ],
)
def test_o7_lines_without_urn_and_type_below_the_table_are_notes(notes: list[str]) -> None:
    below = "".join(f"{note}\r\n" for note in notes).encode()
    answer, found = scanned(make_file("2026-06", [row("EY100001"), row("EY100002")]) + below)
    assert urns(found) == ["EY100001", "EY100002"]
    assert not rejections(found)
    assert [note.line for note in answer.notes] == [6 + place for place, note in enumerate(notes) if note]
    assert not answer.other_authorities


def test_o7_a_damaged_row_between_rows_stays_a_rejection() -> None:
    data = make_file("2026-06", [row("EY100001")]) + b"Total,1\r\n"
    last = make_file("2026-06", [row("EY100002")]).split(b"\r\n")[3]
    answer, found = scanned(data + last + b"\r\nTotal,2\r\n")
    assert urns(found) == ["EY100001", "EY100002"]
    assert [(each.line, each.urn) for each in rejections(found)] == [(5, None)]
    assert [(note.line, note.text.text) for note in answer.notes] == [(7, "Total, 2")]


def test_o7_cells_over_several_lines_keep_true_line_numbers() -> None:
    rows = [row("EY100001", name="Blue\nbell\r\nNursery"), row("EY100002", places="x"), row("EY100003")]
    _, found = scanned(make_file("2026-06", rows, title_rows=["a title\nof two lines"]))
    assert [each.line for each in found] == [4, 7, 8]
    assert found[0].setting.name == "Blue bell Nursery"


def test_o7_a_quotation_mark_never_closed_costs_only_its_own_line() -> None:
    rows = [
        row("EY100001"),
        row("EY100002", name="STRAY"),
        row("EY100003"),
        row("EY100004", name="Commas, all over"),
        row("EY100005"),
    ]
    _, found = scanned(make_file("2026-06", rows).replace(b"STRAY", b'"Bluebell'))
    assert urns(found) == ["EY100001", "EY100003", "EY100004", "EY100005"]
    (rejection,) = rejections(found)
    assert rejection.line == 5
    assert "quotation mark" in str(rejection.reason)


def test_o7_a_quotation_mark_never_closed_cannot_swallow_rows_in_silence() -> None:
    rows = [row("EY100001", name="STRAY"), row("EY100002"), row("EY100003", name="NEXT")]
    _, found = scanned(
        make_file("2026-06", rows).replace(b"STRAY", b'"Bluebell').replace(b"NEXT", b'"Quoted"')
    )
    assert urns(found) == ["EY100002", "EY100003"]
    assert [each.line for each in rejections(found)] == [4]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (b'The 5" House', 'The 5" House'),
        (b'"Bluebell" Nursery', "Bluebell Nursery"),
        (b'"The ""Den"""', 'The "Den"'),
    ],
)
def test_o7_a_quotation_mark_inside_a_cell_is_text(written: bytes, read: str) -> None:
    _, found = scanned(
        make_file("2026-06", [row("EY100001", name="STRAY"), row("EY100002")]).replace(b"STRAY", written)
    )
    assert [each.setting.name for each in found] == [read, "Bluebell Nursery"]


def test_o7_a_stray_carriage_return_rejects_its_line() -> None:
    _, found = scanned(
        make_file("2026-06", [row("EY100001", name="STRAY"), row("EY100002")]).replace(
            b"STRAY", b"Blue\rbell"
        )
    )
    assert urns(found) == ["EY100002"]
    assert "line break" in str(rejections(found)[0].reason)


def test_o7_a_cell_that_is_far_too_long_rejects_its_line() -> None:
    rows = [row("EY100001", name="x" * 200_000), row("EY100002")]
    _, found = scanned(make_file("2026-06", rows))
    assert urns(found) == ["EY100002"]
    assert [each.line for each in rejections(found)] == [4]


def test_o7_without_today_no_date_is_in_the_future() -> None:
    data = make_file("2026-06", [row("EY100001", **graded("full", "01/01/2090", "2"))])
    assert urns(list(scan(io.BytesIO(data)))) == ["EY100001"]
    assert not urns(list(scan(io.BytesIO(data), today=date(2026, 1, 1))))


STRANGE = st.sampled_from(
    [
        "",
        "-",
        "REDACTED",
        "31/02/2020",
        "2",
        "Met",
        "Strong standard",
        "09-Oct",
        '"',
        "a\nb",
        "\x00",
        "EY100001",
        "é",
        "1E+05",
    ]
)
CELL = st.one_of(STRANGE, st.text(max_size=12))
COLUMNS = sorted({column for columns in LAYOUTS.values() for _, column in columns})
ROW = st.builds(lambda values, urn: {**row(urn, **report_card("15/04/2026")), **values},
                st.dictionaries(st.sampled_from(COLUMNS), CELL, max_size=6),
                st.from_regex(r"\A(EY10000[0-9]|25081[0-9]{2}|x)\Z"))  # fmt: skip


@settings(deadline=None, max_examples=60)
@given(layout=st.sampled_from(sorted(LAYOUTS)), rows=st.lists(ROW, max_size=8))
def test_o7_every_row_is_read_rejected_or_ignored(layout: str, rows: list[dict[str, str]]) -> None:
    data = make_file(layout, rows, encoding="utf-8", title_rows=[])
    answer, found = scanned(data)
    assert answer.read + answer.rejected == len(found)
    assert answer.read == len(urns(found)) == len(set(urns(found)))
    assert {each.setting.urn for each in found if isinstance(each, RowRead)} <= answer.listed
    assert all(str(each.reason) for each in rejections(found))
    if not any(mark in value for values in rows for value in values.values() for mark in '"\r\n'):
        assert answer.read + answer.rejected + answer.ignored + len(answer.notes) == len(rows)
    answer_again, again = scanned(
        data, known={each.setting.urn: each.row_hash for each in found if isinstance(each, RowRead)}
    )
    with_remarks = [each.setting.urn for each in found if isinstance(each, RowRead) and each.remarks]
    assert urns(again) == with_remarks  # told each time
    assert answer_again.unchanged == answer.read - len(with_remarks)
    assert len(rejections(again)) == len(rejections(found))


GOOD = make_file("2026-06", [row("EY100001", **report_card("15/04/2026")), childminder("2508111")])


@settings(deadline=None, max_examples=150)
@given(st.one_of(
    st.binary(max_size=400),
    st.builds(lambda head, tail: head + GOOD + tail, st.binary(max_size=10), st.binary(max_size=200)),
    st.builds(lambda at, junk: GOOD[:at] + junk + GOOD[at:], st.integers(0, len(GOOD)), st.binary(min_size=1, max_size=20)),
    st.builds(lambda at, junk, pack: (lambda data: data[:at] + junk + data[at + 1:])(pack(GOOD)), st.integers(0, 400),
              st.binary(max_size=3), st.sampled_from([gzipped, lambda data: zipped({"a.csv": data})])),
))  # fmt: skip
def test_o7_no_bytes_make_the_reader_fail(data: bytes) -> None:
    refusal: FileRefused | None = None
    try:
        answer, found = scanned(data)
    except FileRefused as refused:
        refusal = refused
    if refusal is not None:
        assert all(reason.in_words() for reason in (refusal.reason, *refusal.details))
    else:
        assert answer.read + answer.rejected == len(found)
