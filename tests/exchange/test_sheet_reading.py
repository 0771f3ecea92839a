"""Reading a spreadsheet of collaborations: pure, nothing of the register is asked."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from collaborations.models import Collaboration
from exchange.imports import workbooks as workbooks_module
from exchange.imports.columns import COLUMNS, KINDS, MANNERS, ROLES
from exchange.imports.lines import About
from exchange.imports.reading import read_sheet as read_tables
from exchange.imports.settling import Held, Sheet, settle
from memberships.models.members import LeaderAppointment, SettingRole
from ofsted.imports.opening import FileRefused
from tests.exchange.sheets import TITLES, as_csv, as_xlsx, line

ACORNS = line(
    collaboration="Riverside", kind="Locality partnership", urn="ey123456", setting="Acorns", person="Lena Hartley",
    email="LENA@larkshire.example", role="Owner", leads="Yes", leads_from="05/01/2026", manner="in rotation",
)  # fmt: skip


TODAY = date(2026, 11, 29)


def read_sheet(data: bytes, **choices: str) -> Sheet:
    return settle(read_tables(data, today=TODAY, choices=choices), held=Held(), choices=choices)


def only(data: bytes) -> Any:
    (found,) = read_sheet(data).lines
    return found


def told(data: bytes) -> list[tuple[str, str]]:
    return [(problem.column, problem.reason.in_words()) for problem in only(data).problems]


@pytest.mark.parametrize(
    "data",
    [
        as_csv([ACORNS]),
        as_csv([ACORNS], encoding="cp1252"),
        as_csv([ACORNS], before="Our collaborations\r\n\r\n# Made by: Amina\r\n"),
        as_csv([ACORNS[::-1]], TITLES[::-1]),
        as_csv([ACORNS], ["Group name", "type of collaboration", "AREA", "URN", "Nursery", "Member since", "Contact name", "E-mail", "Job",
                          "Leader", "Leader since", "How they lead"]),
        as_xlsx([ACORNS]),
        as_xlsx([ACORNS], above=4, first="Read me"),
        as_xlsx([[*ACORNS[:5], date(2024, 9, 1), *ACORNS[6:9], True, date(2026, 1, 5), ACORNS[11]]]),
    ],
    ids=["utf-8", "cp1252", "title lines", "backwards", "aliases", "xlsx", "second sheet", "typed cells"],
)  # fmt: skip
def test_a_line_is_read_from_each_format_and_layout(data: bytes) -> None:
    found = only(data)
    assert (found.collaboration, found.kind, found.urn, found.joined_on) == (
        "Riverside",
        "locality",
        "EY123456",
        date(2024, 9, 1),
    )
    assert (found.person, found.email, found.role) == ("Lena Hartley", "lena@larkshire.example", "manager")
    assert (found.leads, found.leads_from, found.manner, found.problems) == (
        True,
        date(2026, 1, 5),
        "rotating",
        (),
    )


def test_a_number_as_urn_and_letters_of_windows_are_read() -> None:
    assert only(as_xlsx([line(collaboration="Riverside", urn=123456)])).urn == "123456"
    assert (
        only(as_csv([line(collaboration="Señora’s", urn="EY123456")], encoding="cp1252")).collaboration
        == "Señora’s"
    )


@pytest.mark.parametrize(
    ("cells", "column", "said"),
    [
        ({"collaboration": ""}, "collaboration", "This cell is empty, and it is needed."),
        ({"collaboration": "x" * 121}, "collaboration", "This is longer than 120 characters."),
        ({"urn": ""}, "urn", "This cell is empty, and it is needed."),
        ({"urn": "Acorns"}, "urn", "This is not an Ofsted URN. It should be six or seven digits, or EY or VC and six digits."),
        ({"joined_on": ""}, "joined_on", "This cell is empty, and it is needed."),
        ({"joined_on": "31/02/2024"}, "joined_on", "There is no such date. Check the day and the month."),
        ({"joined_on": "September"}, "joined_on", "This names no day, only a month. Write the whole date, for example 14/06/2024."),
        ({"joined_on": "-"}, "joined_on", "This is not a date. Write the day, month and year, for example 14/06/2024."),
        ({"kind": "Club"}, "kind", "This word is not known here. It should be one of: Collaboration, Locality partnership, "
         "EYFS network, Themed network, Buddy pair."),
        ({"person": "Lena", "email": "lena at home"}, "email", "This is not an email address."),
        ({"person": "Lena", "email": "a@b.c, d@e.f"}, "email", "Two email addresses stand in this cell. Give each person a line of their own."),
        ({"person": "Lena"}, "email", "The person's email address is missing: without it nobody can sign in."),
        ({"email": "lena@x.example"}, "person", "The person's name is missing."),
        ({"person": "L", "email": "l@x.example", "role": "Cook"}, "role", "This word is not known here. It should be one of: Manager, Staff."),
        ({"leads": "perhaps"}, "leads", "This should be Yes or No."),
        ({"leads": "yes"}, "leads", "The line says that somebody leads, and not who."),
        ({"leads_from": "soon"}, "leads_from", "This is not a date. Write the day, month and year, for example 14/06/2024."),
        ({"manner": "loudly"}, "manner", "This word is not known here. It should be one of: Alone, Jointly, In rotation."),
    ],
    ids=range(18),
)  # fmt: skip
def test_what_cannot_be_used_is_said_at_its_column(cells: dict[str, str], column: str, said: str) -> None:
    assert told(as_csv([line(**{"collaboration": "Riverside", "urn": "EY123456", **cells})])) == [
        (column, said)
    ]


def test_lines_of_one_collaboration_are_put_together_and_wrong_ones_kept_apart() -> None:
    rows = [
        line(collaboration="Riverside", urn="EY123456", joined_on="01/09/2025"),
        line(collaboration="", urn="EY123457"),
        line(),
        line(collaboration=" riverside ", urn="EY123458", joined_on="01/09/2023", district="North"),
        line(collaboration="Hillside", urn="EY123459", leads="perhaps"),
    ]
    rows[2] = [""] * len(TITLES)
    sheet = read_sheet(as_csv(rows))
    assert [line.number for line in sheet.lines] == [2, 3, 5, 6]
    riverside, hillside = sheet.groups
    assert (riverside.name, [line.number for line in riverside.lines], riverside.started_on) == (
        "Riverside",
        [2, 5],
        date(2023, 9, 1),
    )
    assert (riverside.first("district"), hillside.first("district")) == ("North", "")
    assert hillside.lines[0].problems_about(About.LEADER)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "The file is empty."),
        (as_csv([], ["Name", "Telephone"]), "Expected the column “Collaboration”; it is not there."),
        (
            as_csv([], ["Collaboration", "URN", "Telephone"]),
            "Expected the column “Joined on”; it is not there.",
        ),
        (as_csv([], ["Collaboration", "URN", "Joined onn"]), "the nearest heading found is “Joined onn”"),
        (as_csv([], ["Collaboration", "URN", "Ofsted URN", "Joined"]), "“Ofsted URN” is there twice"),
        (as_csv([]), "headings and no lines below"),
        (as_xlsx([], ["A", "B"]), "Found the headings: A; B."),
        (b"PK\x03\x04 and then nothing", "damaged"),
        (as_csv([line(collaboration="R", urn="EY123456")] * 5_001), "more than 5000 lines"),
    ],
    ids=range(9),
)
def test_a_file_that_is_no_table_of_members_is_refused_with_what_was_expected_and_found(
    data: bytes, said: str
) -> None:
    with pytest.raises(FileRefused) as refused:
        read_sheet(data)
    words = [refused.value.reason.in_words(), *(detail.in_words() for detail in refused.value.details)]
    assert said in " ".join(words)


def rewritten(data: bytes, part: str, change: Any) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            new.writestr(name, change(old.read(name)) if name == part else old.read(name))
    return target.getvalue()


SHEET = "xl/worksheets/sheet1.xml"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda xml: xml.replace(b'r="B2"', b'r="XFD2"'), "far away"),
        (
            lambda xml: xml.replace(b'<row r="2"', b'<row r="1048576"').replace(b'r="A2"', b'r="A1048576"'),
            "far away",
        ),
        (lambda xml: xml.replace(b'r="A2"', b'r="A20000"'), "more than 5000 lines"),
        (lambda xml: xml[: len(xml) // 2], "damaged"),
        (lambda xml: b"", "damaged"),
        (
            lambda xml: xml.replace(b"<sheetData>", b"<sheetData><row>" + b"<c/>" * 300 + b"</row>"),
            "far away",
        ),
        (lambda xml: xml.replace(b"<sheetData>", b"<sheetData>" + b"<row/>" * 5_100), "more than 5000 lines"),
        (lambda xml: xml.replace(b"<worksheet", b'<!DOCTYPE a [<!ENTITY b "c">]><worksheet', 1), "damaged"),
    ],
    ids=range(8),
)
def test_a_workbook_that_would_fill_the_memory_or_is_broken_is_refused(change: Any, said: str) -> None:
    data = rewritten(as_xlsx([["Riverside", "x", "y", "EY123456"]]), SHEET, change)
    with pytest.raises(FileRefused) as refused:
        read_sheet(data)
    assert said in refused.value.reason.in_words()


def test_a_workbook_that_unpacks_too_far_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbooks_module, "MAX_UNPACKED", 100)
    with pytest.raises(FileRefused, match="too big once it is unpacked"):
        read_sheet(as_xlsx([ACORNS]))


def test_words_stand_for_what_is_stored() -> None:
    assert set(KINDS.values()) == set(Collaboration.Kind.values)
    assert set(ROLES.values()) == set(SettingRole.Role.values)
    assert set(MANNERS.values()) == set(LeaderAppointment.Manner.values)


#: Other tests run at the same time: how long an example takes says nothing.
PATIENT: dict[str, Any] = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow]}
cells = st.text(max_size=12) | st.sampled_from(
    ["EY123456", "01/09/2024", "yes", "Riverside", "a@b.example", "Manager", "", "-", "'=1"]
)


@settings(max_examples=150, **PATIENT)
@given(st.lists(st.lists(cells, max_size=14), max_size=6), st.permutations(range(len(COLUMNS))))
def test_any_cells_in_any_order_of_columns_are_read_or_said(rows: list[list[str]], order: list[int]) -> None:
    try:
        sheet = read_sheet(
            as_csv(
                [[*rows[n], *([""] * 14)][:14] for n in range(len(rows))],
                [TITLES[place] for place in order],
                "utf-8",
            )
        )
    except (FileRefused, UnicodeEncodeError):
        return
    for found in sheet.lines:
        assert found.problems or (found.collaboration and found.urn and found.joined_on)
        assert all(problem.reason.in_words() for problem in found.problems)
    for group in sheet.groups:
        assert group.started_on


@settings(max_examples=60, **PATIENT)
@given(st.permutations(range(len(COLUMNS))))
def test_the_order_of_columns_does_not_matter(order: list[int]) -> None:
    shuffled = as_csv([[ACORNS[place] for place in order]], [TITLES[place] for place in order])
    assert only(shuffled).cells == only(as_csv([ACORNS])).cells


@settings(max_examples=100, **PATIENT)
@given(st.binary(max_size=300))
def test_any_bytes_are_refused_or_read(data: bytes) -> None:
    for prefix in (b"", b"PK\x03\x04", b"Collaboration,URN,Joined on\r\n"):
        try:
            read_sheet(prefix + data)
        except FileRefused:
            pass
