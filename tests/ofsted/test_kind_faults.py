"""D1 to D11 (O7) over each kind of file beside the childcare file; over links: test_link_loads.py."""

from __future__ import annotations

import io
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accounts.models import Authority
from core.scoping import authority_scope
from ofsted.imports.accounts import may_be_a_judgement
from ofsted.imports.agencies import AGENCIES
from ofsted.imports.columns import DECIDES, DESCRIBES, RegisterRow
from ofsted.imports.links import LINKS
from ofsted.imports.opening import FileRefused
from ofsted.imports.registry import TABLES
from ofsted.imports.rows import RowRead
from ofsted.imports.scanning import scan
from ofsted.imports.schools import ESTABLISHMENTS, SCHOOLS
from ofsted.imports.tables import FileTable
from ofsted.models import ImportRun, Inspection
from ofsted.rules.days import DayRefused
from ofsted.rules.kinds import SCHEME_OF
from ofsted.services.national import NationalLoad, load_national
from providers.models import Provider, ProviderIdentity
from tests.ofsted.files import EVERY_DOUBT
from tests.ofsted.kinds import agency, early_years, establishment, make_kind, school

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
JUNE, AUGUST = date(2026, 6, 30), date(2026, 8, 31)
Cells = Mapping[str, str]
OF_SETTINGS = [table for table in TABLES if table is not LINKS]


@dataclass(frozen=True)
class Sample:
    """One kind of file: how a row of it is made, and what its columns are called."""

    table: FileTable
    make: Callable[..., dict[str, str]]
    numbers: Sequence[str]
    text: str = "name"  # a column that describes
    day: str = ""  # a column with a date, and a judgement beside it
    judgement: str = ""
    better: str = ""  # judgements as the file writes them
    worse: str = ""

    def row(self, place: int = 0, **cells: str) -> dict[str, str]:
        return self.make(self.numbers[place], **cells)

    def rows(self, **cells: str) -> list[dict[str, str]]:
        return [self.row(place, **cells) for place in range(len(self.numbers))]

    def data(self, rows: Sequence[Cells], **options: Any) -> bytes:
        return make_kind(self.table, rows, **options)


def _judged_school(urn: str, **cells: str) -> dict[str, str]:
    return school(urn, **{**early_years("12/05/2023", "2", f"10{urn}"), **cells})


SAMPLES = {
    "schools": Sample(
        SCHOOLS,
        _judged_school,
        ("700101", "700102", "700103", "700104"),
        day="school.inspected_on",
        judgement="school.overall",
        better="2",
        worse="4",
    ),
    "gias": Sample(ESTABLISHMENTS, establishment, ("700101", "700102", "700103", "700104")),
    "agencies": Sample(
        AGENCIES,
        agency,
        ("CA000101", "CA000102", "CA000103", "CA000104"),
        day="agency.inspected_on",
        judgement="agency.met",
        better="Effective",
        worse="Ineffective",
    ),
}
each_kind = pytest.mark.parametrize("sample", SAMPLES.values(), ids=SAMPLES)
judged_kinds = pytest.mark.parametrize(
    "sample", [SAMPLES["schools"], SAMPLES["agencies"]], ids=["schools", "agencies"]
)
with_status = pytest.mark.parametrize(
    ("sample", "word", "active"),
    [(SAMPLES["gias"], "Closed", "Open"), (SAMPLES["agencies"], "Resigned", "Active")],
    ids=["gias", "agencies"],
)


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
    return run_of(authority, data, day, **options).counts[authority]


def doubts(authority: Authority, data: bytes, day: date = AUGUST) -> set[str]:
    found = run_of(authority, data, day, accept=()).doubtful.get(authority, [])
    return {doubt.code for doubt in found}


def held(authority: Authority, sample: Sample) -> dict[str, Provider]:
    with authority_scope(authority):
        identities = ProviderIdentity.objects.filter(scheme=SCHEME_OF[sample.table.kind])
        return {each.value: each.provider for each in identities.select_related("provider")}


def judgements(authority: Authority) -> set[tuple[int | None, int | None, date]]:
    with authority_scope(authority):
        counting = Inspection.objects.filter(ruled_out_on=None)
        return set(counting.values_list("overall", "met", "inspected_on"))


@pytest.fixture
def before(larkshire: Authority, request: pytest.FixtureRequest) -> Authority:
    """Larkshire with the four settings of the kind, as at June."""
    sample: Sample = request.getfixturevalue("sample")
    assert counts(larkshire, sample.data(sample.rows()), JUNE)["new"] == 4
    return larkshire


# --- D1: two classes of column ------------------------------------------------------------------------------
@pytest.mark.django_db
@each_kind
def test_d1_a_fault_in_a_cell_that_describes_is_a_remark(before: Authority, sample: Sample) -> None:
    rows = [sample.row(0, name="#NAME?", postcode="1.6E+09"), *sample.rows()[1:]]
    found = counts(before, sample.data(rows))
    assert (found["rejected"], found["remark"], found["changed"]) == (0, 2, 0)
    assert held(before, sample)[sample.numbers[0]].name == sample.row()["name"]


@pytest.mark.django_db
@each_kind
def test_d1_a_fault_in_a_cell_that_decides_rejects_the_row_and_its_setting_stays(
    before: Authority, sample: Sample
) -> None:
    rows = [sample.row(0, provider_type=""), *sample.rows()[1:]]
    found = counts(before, sample.data(rows))
    assert (found["rejected"], found["vanished"], found["unchanged"]) == (1, 0, 3)
    assert held(before, sample)[sample.numbers[0]].is_listed


@pytest.mark.parametrize("table", OF_SETTINGS, ids=lambda table: f"{table.kind}-{len(table.blocks)}")
def test_d1_identity_type_authority_days_and_judgements_decide(table: FileTable) -> None:
    deciding = {key for key, column in table.columns.items() if column.weight is DECIDES}
    assert {"urn", "provider_type", "local_authority"} <= deciding
    for block, columns in table.blocks.items():
        described = {"inspection_number", "visit_type", "urn_then"}
        assert {f"{block}.{field}" for field in columns.columns if field not in described} <= deciding


DESCRIBED = [
    (sample, key)
    for sample in SAMPLES.values()
    for key, column in sample.table.columns.items()
    if column.weight is DESCRIBES and key in RegisterRow._fields
]


@pytest.mark.parametrize(
    ("sample", "key"), DESCRIBED, ids=[f"{sample.table.kind}-{key}" for sample, key in DESCRIBED]
)
@given(text=st.text(max_size=60))
def test_d1_no_text_in_a_cell_that_describes_touches_identity_or_judgements(
    sample: Sample, key: str, text: str
) -> None:
    (plain,) = (item for item in scan(io.BytesIO(sample.data([sample.row()]))) if isinstance(item, RowRead))
    text = text.replace("\x00", "").replace("\n", " ").replace("\r", " ")
    data = sample.data([sample.row(0, **{key: text})], encoding="utf-8")
    try:
        (read,) = scan(io.BytesIO(data))
    except FileRefused:
        return  # month first: the order of day and month is the whole file's
    assert isinstance(read, RowRead)
    assert (read.setting.urn, read.setting.provider_type) == (plain.setting.urn, plain.setting.provider_type)
    assert (read.inspections, read.authority) == (plain.inspections, plain.authority)


# --- D2: what is not used is told ---------------------------------------------------------------------------
@pytest.mark.django_db
@each_kind
def test_d2_an_unknown_heading_is_told_with_its_texts(before: Authority, sample: Sample) -> None:
    rows = [{**cells, "Sponsor reference": "S-1"} for cells in sample.rows()]
    run_of(before, sample.data(rows, extra=["Sponsor reference"]))
    with authority_scope(before):
        (unused,) = ImportRun.objects.latest("pk").account["unused"]
    assert (unused["heading"], unused["samples"][0]["text"], unused["stops"]) == (
        "Sponsor reference", "S-1", False,
    )  # fmt: skip


@pytest.mark.django_db
@each_kind
def test_d2_a_column_that_the_last_file_had_is_missed(before: Authority, sample: Sample) -> None:
    data = sample.data(sample.rows(), rename={"postcode": "Post code of the setting"})
    assert doubts(before, data) == {"missing_columns"}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("sample", "heading"),
    [
        (SAMPLES["schools"], "Latest OEIF early years judgement"),
        (SAMPLES["schools"], "Early years quality"),
        (SAMPLES["agencies"], "CA - Second most recent inspection outcome"),
    ],
    ids=["schools-oeif", "schools-area", "agencies"],
)
def test_d2_an_unknown_heading_of_judgements_stops(before: Authority, sample: Sample, heading: str) -> None:
    assert doubts(before, sample.data(sample.rows(), extra=[heading])) == {"unknown_judgements"}


@pytest.mark.parametrize("table", TABLES, ids=lambda table: f"{table.kind}-{len(table.blocks)}")
def test_d2_a_sponsors_number_is_no_judgement(table: FileTable) -> None:
    assert not may_be_a_judgement("Sponsor reference", table.kind)


def test_d2_no_text_of_a_known_column_is_kept() -> None:
    """The register of schools names head teachers: their columns are known, so no text of theirs is told."""
    rows = [establishment("700101", HeadLastName="Secret", HeadFirstName="Ann")]
    found = scan(io.BytesIO(make_kind(ESTABLISHMENTS, rows)))
    list(found)
    assert not found.layout.unused
    assert "HeadLastName" in found.layout.known


# --- D3: absence is not news --------------------------------------------------------------------------------
@pytest.mark.django_db
@each_kind
def test_d3_a_number_with_one_meaning_is_mended(before: Authority, sample: Sample) -> None:
    number = sample.numbers[0]
    damaged = f"{number}.0" if number.isdigit() else f"{number[:2]} {number[2:]}"
    rows = [{**sample.row(), "urn": damaged}, *sample.rows()[1:]]
    found = counts(before, sample.data(rows), accept=())
    assert (found["remark"], found["vanished"], found["rejected"]) == (1, 0, 0)


@pytest.mark.django_db
@each_kind
def test_d3_nobody_is_unlisted_before_its_ticks(before: Authority, sample: Sample) -> None:
    rows = [{**sample.row(), "urn": "??"}, *sample.rows()[1:]]
    assert doubts(before, sample.data(rows)) == {"without_urn"}
    assert doubts(before, sample.data(sample.rows()[:2])) == {"many_gone"}
    assert all(provider.is_listed for provider in held(before, sample).values())
    assert counts(before, sample.data(sample.rows()[:2]), accept={"many_gone"})["vanished"] == 2


@pytest.mark.django_db
@each_kind
@pytest.mark.parametrize("name", ["", "Not Recorded", "REDACTED"])
def test_d3_a_row_without_an_authority_is_its_holders(before: Authority, sample: Sample, name: str) -> None:
    rows = [sample.row(0, local_authority=name), *sample.rows()[1:]]
    found = counts(before, sample.data(rows), accept=())
    assert (found["vanished"], found["unchanged"]) == (0, 4)


@each_kind
def test_d3_a_file_that_ends_in_the_middle_of_a_row_is_refused(sample: Sample) -> None:
    data = sample.data(sample.rows())
    cut = data[: data.rindex(sample.numbers[-1].encode()) + len(sample.numbers[-1]) + 4]
    with pytest.raises(FileRefused, match="not downloaded whole"):
        list(scan(io.BytesIO(cut)))


# --- D4: a load asserts a state -----------------------------------------------------------------------------
@pytest.mark.django_db
@judged_kinds
def test_d4_a_bad_file_is_undone_by_the_right_one(before: Authority, sample: Sample) -> None:
    right = judgements(before)
    wrong = [{**cells, sample.judgement: sample.worse, sample.day: "01/06/2026"} for cells in sample.rows()]
    run_of(before, sample.data(wrong), JUNE)
    assert judgements(before) != right
    run_of(before, sample.data(sample.rows()))
    assert judgements(before) == right
    assert counts(before, sample.data(sample.rows()))["unchanged"] == 4


@pytest.mark.django_db
@judged_kinds
def test_d4_of_rows_that_contradict_neither_counts(before: Authority, sample: Sample) -> None:
    right = judgements(before)
    rows = [*sample.rows(), sample.row(0, **{sample.judgement: sample.worse, sample.day: "01/06/2026"})]
    found = counts(before, sample.data(rows))
    assert (found["rejected"], found["vanished"]) == (1, 0)
    assert judgements(before) == right


@pytest.mark.django_db
@each_kind
def test_d4_an_exact_repeat_is_one_row(before: Authority, sample: Sample) -> None:
    found = counts(before, sample.data([*sample.rows(), sample.row()]))
    assert (found["rejected"], found["unchanged"]) == (0, 4)


# --- D5: faults of the whole file ---------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("sample", "cells"),
    [
        (SAMPLES["schools"], {"school.inspected_on": "05/13/2023"}),
        (SAMPLES["gias"], {"registered_on": "09-13-1999"}),
        (SAMPLES["agencies"], {"agency.inspected_on": "05/13/2019"}),
    ],
    ids=SAMPLES,
)
def test_d5_dates_that_stand_month_first_refuse_the_file(sample: Sample, cells: Cells) -> None:
    with pytest.raises(FileRefused, match="month first"):
        list(scan(io.BytesIO(sample.data([*sample.rows()[1:], sample.row(0, **cells)]))))


@pytest.mark.django_db
@each_kind
def test_d5_a_fault_that_most_rows_share_asks(before: Authority, sample: Sample) -> None:
    rows = [*(sample.row(place, provider_type="") for place in range(3)), sample.row(3)]
    assert doubts(before, sample.data(rows)) == {"fault_provider_type"}


# --- D6: the status -----------------------------------------------------------------------------------------
@pytest.mark.django_db
@with_status
def test_d6_a_word_ends_the_listing_and_another_begins_it_again(
    before: Authority, sample: Sample, word: str, active: str
) -> None:
    rows = [sample.row(0, registration_status=word), *sample.rows()[1:]]
    assert counts(before, sample.data(rows), accept=())["vanished"] == 1
    gone = held(before, sample)[sample.numbers[0]]
    assert (gone.is_listed, gone.registration_status, gone.unlisted_since) == (False, word, AUGUST)
    back = [sample.row(0, registration_status=active), *sample.rows()[1:]]
    assert counts(before, sample.data(back), date(2026, 9, 30))["changed"] == 1
    assert held(before, sample)[sample.numbers[0]].is_listed


# --- D7: the days of loads ----------------------------------------------------------------------------------
@pytest.mark.django_db
@each_kind
def test_d7_an_older_file_overwrites_nothing_and_unlists_nobody(before: Authority, sample: Sample) -> None:
    rows = [sample.row(0, name="Old Name")]
    older = date(2025, 12, 31)
    assert doubts(before, sample.data(rows), older) == {"older"}
    run_of(before, sample.data(rows), older)
    providers = held(before, sample)
    assert providers[sample.numbers[0]].name == sample.row()["name"]
    assert all(provider.is_listed for provider in providers.values())


@pytest.mark.django_db
@each_kind
def test_d7_the_day_of_one_kind_says_nothing_of_another(before: Authority, sample: Sample) -> None:
    other = next(each for each in SAMPLES.values() if each.table.kind is not sample.table.kind)
    fresh = [other.make(f"{number[:-3]}9{number[-2:]}") for number in other.numbers]
    assert "older" not in doubts(before, other.data(fresh), date(2025, 12, 31))


@pytest.mark.django_db
@each_kind
def test_d7_a_day_in_the_future_or_a_name_that_differs_is_refused(
    larkshire: Authority, sample: Sample
) -> None:
    data = sample.data(sample.rows())
    with pytest.raises(DayRefused, match="future"):
        run_of(larkshire, data, None, name="file_2031-01-01.csv")
    with pytest.raises(DayRefused, match="not clear"):
        run_of(larkshire, data, AUGUST, name="file_as_at_30_June_2026.csv")
    assert run_of(larkshire, data, None, name="edubasealldata20260831.csv").counts[larkshire]["new"] == 4


# --- D8 and D10: readers and words --------------------------------------------------------------------------
@pytest.mark.django_db
@judged_kinds
@pytest.mark.parametrize("text", ["12 May 2023", "12.05.2023", "2023-05-12", "12/05/2023 00:00"])
def test_d8_a_date_that_means_one_day_is_read(larkshire: Authority, sample: Sample, text: str) -> None:
    found = counts(larkshire, sample.data([sample.row(0, **{sample.day: text})]))
    assert (found["new"], found["rejected"]) == (1, 0)
    assert {day for _, _, day in judgements(larkshire)} == {date(2023, 5, 12)}


@judged_kinds
def test_d10_the_reason_names_what_the_file_writes(sample: Sample) -> None:
    (rejected,) = scan(io.BytesIO(sample.data([sample.row(0, **{sample.judgement: "RI"})])))
    assert not isinstance(rejected, RowRead)
    assert sample.better in rejected.reason.in_words()


@each_kind
def test_d10_a_wrong_number_is_called_by_its_name(sample: Sample) -> None:
    (rejected, _) = scan(io.BytesIO(sample.data([{**sample.row(), "urn": "EY123456"}, sample.row(1)])))
    assert not isinstance(rejected, RowRead)
    expected = "childminder agency" if sample.table is AGENCIES else "Department for Education URN"
    assert expected in rejected.reason.in_words()


# --- D11: notes below the table -----------------------------------------------------------------------------
@pytest.mark.django_db
@each_kind
def test_d11_lines_below_the_table_are_notes(before: Authority, sample: Sample) -> None:
    data = sample.data(sample.rows()) + b"Total,4\r\n1. Figures are provisional.\r\n"
    found = counts(before, data, accept=())
    assert (found["unchanged"], found["rejected"], found["vanished"]) == (4, 0, 0)
    with authority_scope(before):
        assert len(ImportRun.objects.latest("pk").account["notes"]) == 2
