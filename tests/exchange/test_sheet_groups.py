"""Sheets that are called by their group, and hidden columns: told and asked about (O7)."""

from __future__ import annotations

import re

import pytest

from exchange.imports import workbooks
from ofsted.imports.opening import FileRefused
from tests.exchange.sheets import as_csv, workbook
from tests.exchange.test_sheet_lists import HEADINGS, PLAIN, answered, members, read, said

ONE_GROUP = [
    ["Ofsted URN", "Joined on"],
    ["EY990001", "01/09/2022"],
    ["EY990002", "01/09/2022"],
    ["Total", "2"],
]


def test_o7_a_sheet_called_by_its_group_is_read_as_that_group_once_a_person_says_so() -> None:
    data = workbook({"name": "Brook  Hub", "rows": ONE_GROUP}, {"name": "Weir", "rows": ONE_GROUP})
    asked = read(data)
    assert (members(asked), [question.key for question in asked.unanswered]) == (
        [],
        ["group:0:brookhub", "group:1:weir"],
    )
    assert "Are its lines the members of “Weir”?" in asked.questions[1].sentence.in_words()
    assert all("answer the question" in one.why for one in asked.account.sheets)
    settled = answered(data, {"group:0:brookhub": "read", "group:1:weir": "leave"})
    assert members(settled) == [
        ("Brook  Hub, line 2", "Brook Hub", "EY990001", "2022-09-01"),
        ("Brook  Hub, line 3", "Brook Hub", "EY990002", "2022-09-01"),
    ]
    assert [note.line for note in settled.account.notes] == [4]
    assert [one.why for one in settled.account.sheets] == [
        "",
        "It is no collaboration’s list, as you answered.",
    ]
    assert not settled.unanswered
    none = answered(data, {"group:0:brookhub": "leave", "group:1:weir": "leave"})
    assert (members(none), none.unanswered) == ([], [])


def test_o7_sheets_with_and_without_the_column_stand_side_by_side_and_near_names_are_asked_about() -> None:
    data = workbook({"name": "All", "rows": PLAIN}, {"name": "Brook-Hub", "rows": ONE_GROUP})
    sheet = answered(data, {"group:1:brookhub": "read"})
    assert [question.key for question in sheet.unanswered] == ["names:brookhub"]
    settled = answered(data, {"group:1:brookhub": "read", "names:brookhub": "one:Brook Hub"})
    assert [(group.name, len(group.lines)) for group in settled.groups] == [("Brook Hub", 4)]


def test_o7_headings_that_are_repeated_in_such_a_sheet_are_no_line() -> None:
    rows = [*ONE_GROUP[:2], *ONE_GROUP[:1], *ONE_GROUP[2:3]]
    sheet = answered(workbook({"name": "Weir", "rows": rows}), {"group:0:weir": "read"})
    assert [urn for _, _, urn, _ in members(sheet)] == ["EY990001", "EY990002"]
    assert said(sheet) == []


@pytest.mark.parametrize(
    "name", ["Sheet1", "Members", "List of members 2024", "Table 2", "Register", "Current"]
)
def test_o7_a_sheet_called_as_any_sheet_is_offers_no_group(name: str) -> None:
    with pytest.raises(FileRefused) as refused:
        read(workbook({"name": name, "rows": ONE_GROUP}))
    assert "Collaboration" in str([detail.in_words() for detail in refused.value.details])


def test_o7_a_text_without_the_column_offers_no_group() -> None:
    with pytest.raises(FileRefused):
        read(as_csv(ONE_GROUP[1:], ONE_GROUP[0]))


def test_o7_hidden_columns_are_told_and_asked_about() -> None:
    headings = [*HEADINGS, "Left on", "Notes"]
    rows = [
        headings,
        ["Brook Hub", "EY990001", "01/09/2022", "Nan Ash", "nan@example.org", "01/02/2023", "moved"],
        ["Brook Hub", "EY990002", "01/09/2022", "", "", "", ""],
    ]
    data = workbook({"name": "Now", "rows": rows, "columns": [3, 4, 5, 6]})
    asked = read(data)
    (question,) = asked.unanswered
    assert question.key == "columns:0"
    assert question.sentence.in_words() == "3 columns of the sheet “Now” are hidden."
    assert question.details[0].in_words() == "Hidden columns: Person, E-mail address, Left on"
    assert [column.heading for column in asked.account.unused] == ["Notes (hidden column)"]
    assert "Left on (hidden column)" in asked.account.used
    heeded = answered(data, {"columns:0": "read"})
    assert ([urn for _, _, urn, _ in members(heeded)], heeded.unanswered) == (["EY990002"], [])
    left_out = answered(data, {"columns:0": "leave"})
    assert [urn for _, _, urn, _ in members(left_out)] == ["EY990001", "EY990002"]
    assert not any(line.person or line.email for line in left_out.lines)
    assert "F (hidden column)" in [column.heading for column in left_out.account.unused]
    assert left_out.unanswered == []


def test_o7_a_hidden_column_that_is_needed_can_be_left_out_only_with_its_sheet() -> None:
    data = workbook({"name": "Now", "rows": PLAIN, "columns": [1]})
    assert len(members(answered(data, {"columns:0": "read"}))) == 2
    left_out = answered(data, {"columns:0": "leave"})
    assert (members(left_out), left_out.unanswered) == ([], [])
    assert "Ofsted URN" in left_out.account.sheets[0].why


@pytest.mark.parametrize(
    ("columns", "hidden"),
    [
        ('<col min="2" max="2" hidden="1"/>', {1}),
        ('<col min="2" max="3" hidden="true"/>', {1, 2}),
        ('<col min="2" max="2" width="0" customWidth="1"/>', {1}),
        ('<col min="2" max="2" width="0.0" customWidth="1"/>', {1}),
        ('<col min="1" max="16384" hidden="1"/>', set(range(200))),
        ('<col min="2" max="99999999999" hidden="1"/>', set()),
        ('<col min="x" max="-1" hidden="1"/><col hidden="1"/>', set()),
        ('<col min="2" max="2" width="10" hidden="0"/>', set()),
    ],
)
def test_o7_columns_are_hidden_however_the_workbook_says_so(columns: str, hidden: set[int]) -> None:
    look = workbooks._Extent()
    for text in columns.replace("<col", "\n<col").split("\n")[1:]:
        look.see("col", dict(re.findall(r'(\w+)="([^"]*)"', text)))
    assert look.hidden_columns == hidden
