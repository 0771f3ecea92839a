"""O7: the header row is found by content, columns by alias, and an
unknown layout is refused with what was expected and found.
"""

from __future__ import annotations

import csv
import io
from datetime import date

import pytest

from ofsted.imports.columns import COLUMNS
from ofsted.imports.layouts import squashed
from ofsted.imports.opening import FileRefused
from ofsted.imports.registry import TABLES
from ofsted.imports.scanning import Scan, scan
from ofsted.imports.tables import FileTable
from ofsted.rules.loads import month_of_layout
from tests.ofsted.files import LAYOUTS, make_file, row


def opened(data: bytes) -> Scan:
    return scan(io.BytesIO(data))


def refused(data: bytes) -> tuple[str, list[str]]:
    with pytest.raises(FileRefused) as error:
        opened(data)
    return str(error.value.reason), [str(detail) for detail in error.value.details]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_o7_every_release_is_recognised_and_nothing_of_it_is_strange(layout: str) -> None:
    found = opened(make_file(layout, [row("EY100001")]))
    assert found.layout.name == layout
    assert not found.layout.unused
    assert found.layout.header_line == {"2021-08": 1}.get(layout, 3)
    known = {column for _, column in LAYOUTS[layout]} & COLUMNS.keys()
    assert set(found.layout.places) == known


def test_o7_what_a_release_lacks_is_told() -> None:
    assert opened(make_file("2021-08", [])).layout.missing == ()
    assert opened(make_file("2025-12", [])).layout.missing == ("Telephone number",)
    assert opened(make_file("2026-06", [])).layout.missing == (
        "Telephone number",
        "Places including estimates",
    )


@pytest.mark.parametrize(
    "titles", [[], ["One title"], ["A", "B", "C, with a comma"], [""] * 9, ["Three\nlines in\none cell"]]
)
def test_o7_title_rows_above_the_header_do_not_matter(titles: list[str]) -> None:
    found = list(opened(make_file("2026-06", [row("EY100001")], title_rows=titles)))
    assert len(found) == 1


def test_o7_the_day_of_the_file_is_read_from_its_title() -> None:
    assert opened(make_file("2026-06", [])).as_at == date(2026, 6, 30)
    assert opened(make_file("2021-08", [])).as_at is None
    assert opened(make_file("2026-06", [], title_rows=["as at 31 June 2026"])).as_at is None
    assert opened(make_file("2026-06", [], title_rows=["as at 30 Juny 2026"])).as_at is None


def test_o7_a_header_below_the_tenth_line_is_not_looked_for() -> None:
    reason, _ = refused(make_file("2026-06", [row("EY100001")], title_rows=["title"] * 10))
    assert "none of its first 10 lines is the header of one" in reason


@pytest.mark.parametrize(
    "rename",
    [
        {"urn": "PROVIDER_URN"},
        {"urn": " provider  urn "},
        {"local_authority": "Local Authority."},
        {"postcode": "Postcode"},
        {"rc.rc_welfare": "EYR REIF: most recent - Children’s Welfare & Wellbeing"},
        {"full.overall": "EYR OEIF: Most recent: Overall effectiveness"},
    ],
)
def test_o7_capitals_spaces_and_marks_of_headings_do_not_matter(rename: dict[str, str]) -> None:
    assert not opened(make_file("2026-06", [], rename=rename)).layout.unused


def test_o7_a_new_column_is_told_and_does_no_harm() -> None:
    found = opened(make_file("2026-06", [row("EY100001")], rename={"region": "Government office"}))
    assert found.layout.unused == ("Government office",)
    assert "Region" in found.layout.missing
    (read,) = list(found)
    assert read.setting.region is None


@pytest.mark.parametrize(
    ("layout", "column", "heading"),
    [
        ("2026-06", "local_authority", "Local authority"),
        ("2026-06", "rc.rc_inclusion", "EYR REIF: Most recent: Inclusion"),
        ("2026-06", "rc.rc_safeguarding", "EYR REIF: Most recent: Safeguarding standards met?"),
        ("2026-06", "full.overall", "Most recent full: Overall effectiveness"),
        ("2021-08", "full.inspected_on", "Most recent full: Inspection date"),
        ("2021-08", "name", "Provider name"),
    ],
)
def test_o7_a_layout_without_identity_or_judgements_is_refused(
    layout: str, column: str, heading: str
) -> None:
    reason, details = refused(make_file(layout, [row("EY100001")], drop=[column]))
    assert "not those of a release" in reason
    assert details[0] == f"Expected the column “{heading}”; it is not there."
    assert details[-1].startswith("Found the headings: Web link; Provider URN; ")


def test_o7_the_nearest_heading_is_offered() -> None:
    _, details = refused(make_file("2026-06", [], rename={"local_authority": "Local authority name"}))
    assert (
        details[0]
        == "Expected the column “Local authority”; the nearest heading found is “Local authority name”."
    )


def test_o7_a_column_that_is_there_twice_is_refused() -> None:
    _, details = refused(make_file("2026-06", [], rename={"region": "Provider name"}))
    assert details == ["The column “Provider name” is there twice, so it is not clear which one counts."]


def test_o7_a_block_without_its_date_is_told_and_left_out() -> None:
    found = opened(make_file("2021-08", [row("EY100001", **{"ncor.met": "Met"})], drop=["ncor.inspected_on"]))
    assert found.layout.missing == ("NCOR: Inspection date",)
    (read,) = list(found)
    assert read.inspections == ()


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (
            "URN,LinkURN,LinkName,Kind,LinkEstablishedDate\r\n100000,100001,School,Successor,\r\n",
            "not those of a release",
        ),
        ("title\r\nWeb link,URN,LAESTAB,School name\r\n", "not those of a release"),
        ("Provider URN;Provider name;Local authority\r\n", "not separated by commas"),
        ("Web link\tProvider URN\tProvider name\r\n", "not separated by commas"),
        ("just,some,table\r\n1,2,3\r\n", "none of the files that can be loaded"),
        ("Provider URN,Provider Type,Provider name\r\n", "not those of a release"),
    ],
)
def test_o7_other_tables_are_named_and_refused(text: str, says: str) -> None:
    assert says in refused(text.encode())[0]


def test_o7_the_headings_of_a_strange_table_are_shown() -> None:
    expected, found = refused(b"just,some,table\r\n")[1]
    assert all(word in expected for word in ("Provider URN", "LAESTAB", "CA Reference", "EstablishmentName"))
    assert found == "Found the headings: just; some; table."


@pytest.mark.parametrize("table", TABLES, ids=lambda table: f"{table.kind}-{len(table.blocks)}")
def test_o7_no_alias_stands_for_two_columns(table: FileTable) -> None:
    seen: dict[str, str] = dict.fromkeys(map(squashed, table.unused), "")
    for key, column in table.columns.items():
        for heading in column.headings:
            assert seen.setdefault(squashed(heading), key) == key


def test_o7_the_fingerprint_changes_with_the_columns() -> None:
    prints = {opened(make_file(layout, [])).layout.fingerprint for layout in LAYOUTS}
    prints.add(opened(make_file("2026-06", [], drop=["region"])).layout.fingerprint)
    assert len(prints) == 5
    assert opened(make_file("2026-06", [], title_rows=[])).layout.fingerprint in prints


def test_made_files_are_as_wide_as_the_real_ones() -> None:
    assert {
        layout: len(next(csv.reader([make_file(layout, [], title_rows=[]).decode()]))) for layout in LAYOUTS
    } == {
        "2021-08": 48,
        "2022-06": 48,
        "2025-12": 45,
        "2026-06": 50,
    }


@pytest.mark.parametrize(("name", "month"), [("2026-06", date(2026, 6, 1)), ("2026-13", None), ("", None)])
def test_o7_a_layout_is_named_by_the_month_it_was_first_seen(name: str, month: date | None) -> None:
    assert month_of_layout(name) == month


def test_o7_a_strange_table_s_many_headings_are_cut_short() -> None:
    _, found = refused(",".join(f"c{number}" for number in range(20)).encode())[1]
    assert found == "Found the headings: c0; c1; c2; c3; c4; c5; c6; c7; and 12 more."
