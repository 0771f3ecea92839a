"""O7: what is wrong with a file, from the upload to the page: the files of tests/ofsted/loads, the account, the ticks,
and whose values are shown to whom (F5).
"""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils.html import escape
from hypothesis import given, settings
from hypothesis import strategies as st

from accounts.models import Authority, User
from accounts.roles import Role
from audit.models import Entry
from core.reading.account import Account
from core.scoping import authority_scope
from documents.models import Job
from ofsted.imports.accounts import may_be_a_judgement, unused_of
from ofsted.imports.columns import COLUMNS, DECIDES, DESCRIBES
from ofsted.imports.layouts import layout_of
from ofsted.imports.opening import FileRefused
from ofsted.models import ImportRun, Inspection, PlannedRow
from ofsted.rules.kinds import FileKind
from ofsted.rules.loads import lost_columns
from ofsted.selectors import imports as selectors
from ofsted.selectors import policy_changes
from ofsted.selectors.policy_changes import Member
from ofsted.services.national import load_national
from ofsted.tables import LoadRowsTable
from providers.models import Provider
from tests.cast import person
from tests.ofsted.files import EVERY_DOUBT, LAYOUTS, childminder, graded, make_file, report_card, row
from tests.ofsted.test_loads import NOW, the_run

LOADS = Path(__file__).with_name("loads")
BEFORE = "register-before_2026-06-30.csv"
Browse = Callable[[User], Client]


@pytest.fixture
def testshire(larkshire: Authority) -> Authority:
    """Larkshire under the name that the files have, with the settings of June 2026."""
    Authority.objects.filter(pk=larkshire.pk).update(name="Testshire")
    load(larkshire, BEFORE)
    return larkshire


def load(authority: Authority, name: str) -> None:
    with (LOADS / name).open("rb") as file:
        done = load_national(
            file=file, name=name, listed_on=None, authorities=[authority], at=NOW, accept=EVERY_DOUBT
        )
    assert authority in done.counts


def compare(client: Client, authority: Authority, name: str) -> ImportRun:
    file = SimpleUploadedFile(name, (LOADS / name).read_bytes())
    day = {"listed_on_day": "31", "listed_on_month": "8", "listed_on_year": "2026"}
    client.post("/larkshire/ofsted/files/new/", {"file": file, **day})
    return the_run(authority)


def codes(page: str) -> set[str]:
    """The names of the boxes to tick."""
    return {part.split('"')[0] for part in page.split('type="checkbox" name="')[1:]} or {
        part.split('"')[0] for part in page.split('name="')[1:] if 'type="checkbox"' in part.split(">")[0]
    }


#: File; new, changed, unchanged, remarks, rejected; codes of its doubts; what the page of the load says.
FILES: list[tuple[str, tuple[int, ...], set[str], tuple[str, ...]]] = [
    ("d1-descriptive-cells", (1, 1, 6, 5, 0), set(), ()),
    ("d1-home-cells", (0, 0, 7, 2, 0), set(), ()),
    ("d1-needed-cells", (0, 0, 3, 0, 4), set(), ()),
    ("d2-extra-heading", (0, 0, 7, 0, 0), set(), ("Sponsor reference (S-1, S-2, S-3)",)),
    (
        "d2-flag-heading-renamed",
        (1, 0, 7, 0, 0),
        {"missing_columns"},
        ("On the Early Years Register (Y)", "Provider Early Years Register flag"),
    ),
    ("d5-one-fault-in-many-rows", (0, 0, 3, 0, 4), {"fault_provider_type"}, ("4 of the 7 rows",)),
    ("d8-dates", (0, 3, 3, 0, 1), set(), ()),
    ("d10-judgement-words", (0, 0, 4, 0, 3), {"fault_full_overall"}, ("1, 2, 3, 4, Met",)),
    (
        "d11-notes-below",
        (0, 0, 7, 0, 0),
        set(),
        ("line 9 (Total, 7)", "line 10 (1. Figures are provisional.)"),
    ),
    ("d13-damaged-letters", (0, 0, 7, 2, 0), set(), ()),
]


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(("name", "counts", "doubts", "says"), FILES, ids=[file[0] for file in FILES])
def test_o7_each_fault_of_a_file_gives_what_it_must(
    testshire: Authority,
    amina: User,
    browse: Browse,
    name: str,
    counts: tuple[int, ...],
    doubts: set[str],
    says: tuple[str, ...],
) -> None:
    client = browse(amina)
    run = compare(client, testshire, f"{name}_2026-08-31.csv")
    kinds = ("new", "changed", "unchanged", "remark", "rejected")
    assert tuple(run.counts[kind] for kind in kinds) == counts
    assert run.counts["vanished"] == 0
    where = f"/larkshire/ofsted/files/{run.pk}/"
    page = client.get(where).content.decode().replace("<wbr>", "")
    assert [text for text in says if text not in page] == []
    assert codes(page) == doubts
    if doubts:
        assert client.post(where).status_code == 200
        assert the_run(testshire).state == "ready"
        with authority_scope(testshire):
            assert Provider.objects.count() == 7
            assert not Provider.objects.filter(unlisted_since__isnull=False).exists()
    assert client.post(where, dict.fromkeys(doubts, "on")).status_code == 302
    assert the_run(testshire).state == "loaded"
    with authority_scope(testshire):
        assert not Provider.objects.filter(unlisted_since__isnull=False).exists()
        assert set(run.rows.values_list("kind", flat=True)) <= set(PlannedRow.Kind.values)


@pytest.mark.django_db(transaction=True)
def test_o7_a_fault_in_a_cell_that_describes_keeps_the_grade_and_what_is_held(testshire: Authority) -> None:
    load(testshire, "d1-descriptive-cells_2026-08-31.csv")
    load(testshire, "d13-damaged-letters_2026-08-31.csv")
    with authority_scope(testshire):
        newest = Inspection.objects.filter(provider__urn="EY990001").latest("inspected_on")
        assert (newest.overall, newest.inspected_on) == (4, date(2026, 7, 1))
        held = {provider.urn: provider for provider in Provider.objects.all()}
    assert held["EY990001"].telephone == "01632960001"
    assert held["EY990001"].name == "Alder Nursery"
    assert held["EY990002"].places == 24
    assert held["EY990006"].name == "Fern Day Nursery"
    assert held["EY990008"].on_early_years_register is True
    assert held["EY990010"].places is None


@pytest.mark.django_db(transaction=True)
def test_o7_a_flag_that_no_file_has_told_is_unknown(testshire: Authority) -> None:
    load(testshire, "d2-flag-heading-renamed_2026-08-31.csv")
    with authority_scope(testshire):
        flags = dict(Provider.objects.values_list("urn", "on_early_years_register"))
    assert flags.pop("EY990010") is None
    assert set(flags.values()) == {True}


@pytest.mark.django_db(transaction=True)
def test_o7_the_operator_accepts_each_doubt_by_its_code(testshire: Authority) -> None:
    path = str(LOADS / "d2-flag-heading-renamed_2026-08-31.csv")
    out = io.StringIO()
    with pytest.raises(CommandError, match="--accept missing_columns"):
        call_command("import_ofsted", path, "--all", "--accept", "older", stdout=out)
    assert "Columns not used: On the Early Years Register (Y)" in out.getvalue()
    with authority_scope(testshire):
        assert Provider.objects.count() == 7
    call_command("import_ofsted", path, "--all", "--accept", "missing_columns", stdout=out)
    with authority_scope(testshire):
        assert Provider.objects.count() == 8


@pytest.mark.django_db(transaction=True)
def test_o7_a_member_whose_row_was_rejected_stands_first(
    testshire: Authority, amina: User, browse: Browse, monkeypatch: pytest.MonkeyPatch
) -> None:
    with authority_scope(testshire):
        ids = dict(Provider.objects.values_list("urn", "pk"))
    members = [
        Member(ids["EY990002"], "Birch Pre-school", "Brook Hub", ()),
        Member(ids["EY990006"], "Fern Day Nursery", "Brook Hub", ("Lena Leader",)),
        Member(ids["EY990008"], "Hazel Nursery", "Brook Hub", ("Mo Member",)),
    ]
    monkeypatch.setattr(policy_changes, "_sources", [lambda on: members])
    client = browse(amina)
    run = compare(client, testshire, "d1-needed-cells_2026-08-31.csv")
    page = client.get(f"/larkshire/ofsted/files/{run.pk}/").content.decode().replace("<wbr>", "")
    listed = page.partition("Members whose row was rejected")[2].partition("What this file holds")[0]
    assert listed.index("Fern Day Nursery") < listed.index("Birch Pre-school")
    assert "led by Lena Leader" in listed
    assert "Hazel Nursery" not in listed, "its row was read"
    assert f"/larkshire/ofsted/files/{run.pk}/rejected/?q=EY990006" in listed


MARKER = "Zq7Secret"


@pytest.mark.django_db(transaction=True)
def test_f5_no_copy_of_what_a_home_s_cell_says_reaches_an_auditor(
    larkshire: Authority, amina: User, browse: Browse
) -> None:
    described = dict.fromkeys(
        ("address_line_1", "address_line_2", "town", "postcode", "telephone"), f"{MARKER} {'x' * 300}"
    )
    plain = dict.fromkeys(("address_line_1", "address_line_3", "town"), f"1 {MARKER} Close")
    rows = [
        childminder("EY100001", **described, places=MARKER),
        childminder("EY100002", **graded("full", MARKER, "2")),
        childminder("EY100003", provider_type=MARKER),
        childminder("EY100004", **graded("full", "12/05/2024", MARKER)),
        childminder("EY100005", **plain),
        childminder(MARKER),
        row("EY100006", provider_type="Nursery", address_line_1=f"2 {MARKER} Close"),
    ]
    data = make_file("2026-06", rows, rename={"deprivation_band": "Another address"})
    data = data.replace(b"Average", MARKER.encode()) + f"{MARKER} wrapped line\r\n".encode()
    before = make_file("2026-06", [childminder("EY100005")], title_rows=[])
    load_national(
        file=io.BytesIO(before), name="x", listed_on=date(2026, 3, 1),
        authorities=[larkshire], at=NOW,
    )  # fmt: skip
    officer, auditor = browse(amina), browse(person(larkshire, "Iris Reader", Role.AUDITOR))
    file = SimpleUploadedFile(f"{date(2026, 6, 30)}.csv", data)
    officer.post("/larkshire/ofsted/files/new/", {"file": file})
    run = the_run(larkshire)
    assert (run.counts["remark"], run.counts["rejected"]) == (5, 5)
    where = f"/larkshire/ofsted/files/{run.pk}/"
    pages = [where, *(f"{where}{kind}/" for kind in PlannedRow.Kind.values), "/larkshire/ofsted/files/"]
    with authority_scope(larkshire):
        pages += [
            f"/larkshire/admin/providers/provider/{pk}/change/"
            for pk in Provider.objects.values_list("pk", flat=True)
        ]
    for page in pages:
        answer = auditor.get(page)
        assert answer.status_code == 200, page
        assert MARKER not in answer.content.decode(), page
    shown = [page for page in pages if MARKER in officer.get(page).content.decode()]
    assert {where, f"{where}remark/", f"{where}rejected/", f"{where}changed/"} <= set(shown)
    assert "Not shown: you cannot see addresses" in auditor.get(f"{where}rejected/").content.decode()
    with authority_scope(larkshire):
        told = [
            *Entry.objects.values_list("facts", flat=True),
            *Job.objects.values_list("result", "message", "log"),
        ]
    assert MARKER not in str(told)
    for sees_homes in (True, False):
        assert (MARKER in sheet_of(run, larkshire, sees_homes=sees_homes)) is sees_homes


def sheet_of(run: ImportRun, authority: Authority, *, sees_homes: bool) -> str:
    """Every cell of the export of a load's rows, for a reader who may see private addresses or not."""
    table: Any = LoadRowsTable.__new__(LoadRowsTable)
    table.__dict__["sees_homes"] = sees_homes
    with authority_scope(authority):
        rows = PlannedRow.objects.filter(run=run)
        return "\n".join(f"{table.cell(row)}|{table.differences_in_words(row)}" for row in rows)


def test_o7_each_column_names_its_class() -> None:
    deciding = {key for key, column in COLUMNS.items() if column.weight is DECIDES}
    describing = {key for key, column in COLUMNS.items() if column.weight is DESCRIBES}
    assert deciding | describing == set(COLUMNS)
    assert {"urn", "provider_type", "local_authority"} == {key for key in deciding if "." not in key}
    assert {key.rpartition(".")[2] for key in describing if "." in key} == {"inspection_number", "visit_type"}


HEADINGS = [heading for heading, _ in LAYOUTS["2026-06"]]


@settings(deadline=None)
@given(
    st.permutations(HEADINGS),
    st.lists(st.text(st.characters(codec="ascii", categories=["L", "N", "Zs"]), max_size=12), max_size=4),
    st.sets(st.integers(0, len(HEADINGS) - 1), max_size=4),
)
def test_o7_every_heading_is_in_exactly_one_list_of_the_account(
    headings: list[str], added: list[str], dropped: set[int]
) -> None:
    cells = [heading for place, heading in enumerate(headings) if place not in dropped]
    cells = [*cells[:7], *added, *cells[7:]]
    try:
        layout = layout_of(cells, 1)
    except FileRefused:
        return
    unused = [column.heading for column in unused_of(layout)]
    assert sorted([*layout.used, *layout.known, *unused]) == sorted(layout.headings)


@pytest.mark.parametrize(
    "heading",
    [
        "EYR REIF: Most recent: Wellbeing of staff", "EYR OEIF: Most recent: Outcome", "EYR OEIF/CIF: Most recent: Result",
        "Most recent full: Outcome", "Second most recent full: Outcome", "Third most recent full: Outcome",
        "NCOR: Outcome of visit", "OOSC: Judgement", "CR: Judgement", "EYR OEIF NCOR: Most recent: Judgement", "eyr reif new",
    ],
)  # fmt: skip
def test_o7_an_unknown_heading_under_a_prefix_of_judgements_stops(heading: str) -> None:
    assert may_be_a_judgement(heading)
    columns = [column for column in unused_of(layout_of([*HEADINGS, heading], 1)) if column.stops]
    assert [column.heading for column in columns] == [heading]
    assert Account(unused=columns).stopping == [heading]


@pytest.mark.parametrize(
    "heading", ["", "Sponsor reference", "Creche", "Criteria met", "Provider most", "EYR", "Cream tea"]
)
def test_o7_another_heading_is_told_and_stops_nothing(heading: str) -> None:
    assert not may_be_a_judgement(heading)


@pytest.mark.django_db(transaction=True)
def test_o7_an_unknown_judgement_waits_for_a_person(
    larkshire: Authority, amina: User, browse: Browse
) -> None:
    client = browse(amina)
    data = make_file(
        "2026-06",
        [row("EY100001", **report_card("15/04/2026"))],
        rename={"vcr": "EYR REIF: Most recent: New"},
    )
    client.post("/larkshire/ofsted/files/new/", {"file": SimpleUploadedFile("a.csv", data)})
    run = the_run(larkshire)
    where = f"/larkshire/ofsted/files/{run.pk}/"
    assert "may hold judgements: EYR REIF: Most recent: New" in client.get(where).content.decode()
    assert "Tick the box" in client.post(where).content.decode()
    with authority_scope(larkshire):
        assert not Provider.objects.exists()
    assert client.post(where, {"unknown_judgements": "on"}).status_code == 302
    assert the_run(larkshire).accepted == ["unknown_judgements"]


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("path", sorted(LOADS.iterdir()), ids=lambda path: path.name)
def test_o7_every_file_goes_through_every_page(
    testshire: Authority, amina: User, browse: Browse, path: Path
) -> None:
    client = browse(amina)
    data = path.read_bytes()
    for day in ({}, {"listed_on_day": "31", "listed_on_month": "8", "listed_on_year": "2026"}):
        answer = client.post(
            "/larkshire/ofsted/files/new/", {"file": SimpleUploadedFile(path.name, data), **day}
        )
        if answer.status_code == 302:
            break
        assert answer.status_code == 200
        assert "There is a problem" in answer.content.decode()
    else:
        return
    run = the_run(testshire)
    where = f"/larkshire/ofsted/files/{run.pk}/"
    page = client.get(where)
    assert page.status_code == 200
    for kind in PlannedRow.Kind.values:
        assert client.get(f"{where}{kind}/").status_code == 200
    assert run.state == ("failed" if run.others and not run.counts else "ready"), run.problem
    boxes = codes(page.content.decode())
    if run.state == "ready":
        told = page.content.decode().replace("<wbr>", "")
        with authority_scope(testshire):
            before = selectors.loaded_before(FileKind(run.kind))
        account = Account.from_json(run.account)
        assert [
            heading for heading in lost_columns(account, had=before.had) if escape(heading) not in told
        ] == []
        assert "(the file loaded last: 7)" in told
    if boxes:
        assert client.post(where).status_code == 200
    if run.state == "ready":
        assert client.post(where, dict.fromkeys(boxes, "on")).status_code == 302
        assert the_run(testshire).state == "loaded"
    assert client.get(where).status_code == 200
    assert client.get("/larkshire/ofsted/files/").status_code == 200
