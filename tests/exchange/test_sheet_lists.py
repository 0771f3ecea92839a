"""Members' lists as authorities keep them: what is read, told, asked and refused (O7)."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.names import name_key, same_spelling
from exchange.imports import workbooks
from exchange.imports.columns import COLUMNS
from exchange.imports.foreign import SENTENCES, refuse_foreign
from exchange.imports.leaving import ending_in, said_beside_a_name
from exchange.imports.lines import About
from exchange.imports.reading import read_sheet
from exchange.imports.settling import Held, Sheet, settle
from ofsted.imports.opening import FileRefused
from tests.exchange.sheets import as_csv, workbook

NOTHING = Held()
LISTS = Path(__file__).parent / "lists"
TODAY = date(2026, 11, 29)
HEADINGS = ["Collaboration", "Ofsted URN", "Joined on", "Person", "E-mail address"]
Rows = Sequence[Sequence[str]]


def read(data: bytes, held: Held = NOTHING, **choices: str) -> Sheet:
    asked = {key.replace("__", ":"): value for key, value in choices.items()}
    return answered(data, asked, held)


def answered(data: bytes, choices: Mapping[str, str], held: Held = NOTHING) -> Sheet:
    return settle(read_sheet(data, today=TODAY, choices=choices), held=held, choices=choices)


def listed(name: str) -> Sheet:
    return read((LISTS / name).read_bytes())


def said(sheet: Sheet) -> list[tuple[str, str, str]]:
    return [
        (line.spot.in_words(str), problem.column, problem.reason.in_words())
        for line in sheet.lines
        for problem in line.problems
    ]


def members(sheet: Sheet) -> list[tuple[str, str, str, str]]:
    return [
        (line.spot.in_words(str), group.name, line.urn, str(line.joined_on))
        for group in sheet.groups
        for line in group.lines
    ]


# --- the lists of the findings ----------------------------------------------------------------------------


def test_o7_a_member_until_a_day_in_the_past_is_refused_and_one_in_the_future_is_kept() -> None:
    sheet = listed("members-d2-member-until.csv")
    assert said(sheet) == [
        ("line 3", "until", "This setting has left (31 March 2025): load current members only.")
    ]
    (group,) = sheet.groups
    assert [(line.urn, line.leads, line.last_on) for line in group.lines] == [
        ("EY990001", True, None),
        ("EY990008", False, date(2030, 12, 31)),
    ]


def test_o7_columns_that_are_not_used_are_told_with_their_values() -> None:
    sheet = listed("members-d2-unknown-columns.csv")
    assert len(members(sheet)) == 3
    assert [
        (column.heading, tuple(sample.text for sample in column.samples)) for column in sheet.account.unused
    ] == [
        ("Bus route", ("14", "9")),
        ("Notes", ("prefers mornings", "new in spring")),
    ]


def test_o7_each_way_of_writing_a_day_is_read_and_what_is_no_day_says_why() -> None:
    sheet = listed("members-d8-dates.csv")
    assert [(line, day) for line, _, _, day in members(sheet)] == [
        (f"line {number}", "2024-09-01") for number in range(2, 7)
    ]
    assert said(sheet) == [
        (
            "line 7",
            "joined_on",
            "This names no day, only a month. Write the whole date, for example 14/06/2024.",
        ),
        ("line 8", "joined_on", "There is no such date. Check the day and the month."),
    ]


@pytest.mark.parametrize(
    "name", ["members-d8-semicolons.csv", "members-d8-tabs.txt", "members-d8-headings.csv"]
)
def test_o7_separators_and_other_headings_are_read(name: str) -> None:
    sheet = listed(name)
    assert [urn for _, _, urn, _ in members(sheet)] == ["EY990001", "EY990002"]
    assert {line.email for line in sheet.lines} == {"nan.ash@example.org", "oz.beech@example.org"}
    assert not said(sheet)


def test_o7_words_beside_yes_say_how_somebody_leads() -> None:
    (group,) = listed("members-d8-leads-words.csv").groups
    assert [(line.leads, line.manner) for line in group.lines] == [(True, "joint")] * 3


def test_o7_urns_with_one_meaning_are_mended_with_a_remark() -> None:
    sheet = listed("members-d8-urns.csv")
    assert [urn for _, _, urn, _ in members(sheet)] == ["EY990001", "EY990002", "EY990008", "EY990005"]
    assert [line.number for line in sheet.lines if line.remarks] == [2, 3, 4]
    assert [(line, column) for line, column, _ in said(sheet)] == [("line 6", "urn")]


def test_o7_a_merged_range_has_its_value_in_each_of_its_cells() -> None:
    assert {day for *_, day in members(listed("members-d9-merged-date.xlsx"))} == {"2022-09-01"}


def test_o7_every_sheet_with_a_header_is_read_and_the_others_are_told() -> None:
    sheet = listed("members-d9-two-layouts.xlsx")
    assert members(sheet) == [
        ("Brook, line 2", "Brook Hub", "EY990001", "2022-09-01"),
        ("Brook, line 3", "Brook Hub", "EY990002", "2022-09-01"),
        ("Weir, line 4", "Weir Group", "EY990006", "2025-01-01"),
        ("Weir, line 5", "Weir Group", "EY990008", "2025-01-01"),
    ]
    assert [(one.name, one.rows, bool(one.why)) for one in sheet.account.sheets] == [
        ("Read me", 0, True),
        ("Brook", 2, False),
        ("Weir", 2, False),
    ]


def test_o7_near_names_are_asked_about_and_two_people_in_one_cell_refused() -> None:
    data = (LISTS / "members-d13-near-names.csv").read_bytes()
    sheet = read(data)
    assert not sheet.groups
    assert [question.key for question in sheet.unanswered] == ["names:brookhub"]
    one = answered(data, {"names:brookhub": "one:Brook Hub"})
    assert [(group.name, [line.number for line in group.lines]) for group in one.groups] == [
        ("Brook Hub", [2, 3, 4])
    ]
    assert said(one) == [
        ("line 4", "person", "Two people stand in this cell. Give each a line of their own, with their own"
         " email address.")
    ]  # fmt: skip
    apart = answered(data, {"names:brookhub": "apart"})
    assert [(group.name, group.is_another) for group in apart.groups] == [
        ("Brook Hub", True),
        ("Brook hub.", True),
    ]
    assert not apart.unanswered


# --- names ------------------------------------------------------------------------------------------------

ONE_MEMBER = ["Brook-Hub", "EY990001", "01/09/2022", "Nan Ash", "nan@example.org"]


def test_o7_a_name_is_asked_about_against_what_is_held_and_an_equal_one_is_not() -> None:
    data = as_csv([ONE_MEMBER], HEADINGS)
    held = Held(names=("Brook Hub", "Weir"))
    (question,) = read(data, held).unanswered
    assert [value for value, _ in question.options] == ["one:Brook Hub", "apart"]
    assert answered(data, {"names:brookhub": "one:Brook Hub"}, held).groups[0].name == "Brook Hub"
    assert not read(data, Held(names=("BROOK-HUB", "Brook Hub"))).questions
    assert read(data, Held(names=("BROOK-HUB",))).groups[0].name == "BROOK-HUB"


def test_o7_an_answer_that_cannot_be_given_any_more_is_none() -> None:
    data = as_csv([ONE_MEMBER], HEADINGS)
    sheet = answered(data, {"names:brookhub": "one:Gone"}, Held(names=("Brook Hub",)))
    assert sheet.unanswered
    assert not sheet.groups


def test_o7_one_name_at_one_setting_with_two_addresses_is_asked_about() -> None:
    data = as_csv([ONE_MEMBER], HEADINGS)
    held = Held(people=(("EY990001", "Nan Ásh", "ash@example.org"), ("EY990002", "Nan Ash", "x@example.org")))
    sheet = read(data, held)
    (question,) = sheet.unanswered
    assert question.key == "person:EY990001:nanash"
    assert [line.problems_about(About.PERSON) != [] for line in sheet.lines] == [True]
    one = answered(data, {question.key: "one:ash@example.org"}, held)
    assert (one.lines[0].email, len(one.lines[0].remarks)) == ("ash@example.org", 1)
    apart = answered(data, {question.key: "apart"}, held)
    assert (apart.lines[0].email, apart.lines[0].problems) == ("nan@example.org", ())
    assert not read(data, Held(people=(("EY990001", "Nan Ash", "NAN@example.org"),))).questions


@pytest.mark.parametrize(
    "person", ["A B & C D", "A B and C D", "A B / C D", "A B; C D", "A B\nC D", "A B + C D"]
)
def test_o7_two_people_in_one_cell_are_no_person(person: str) -> None:
    sheet = read(as_csv([[*ONE_MEMBER[:3], person, "office@example.org"]], HEADINGS))
    assert [(column, reason[:10]) for _, column, reason in said(sheet)] == [("person", "Two people")]
    assert len(members(sheet)) == 1


@pytest.mark.parametrize("person", ["Anderson Andy", "Sandy Orlando", "O’Dell-Ash, Nan"])
def test_names_that_hold_such_letters_are_one_person(person: str) -> None:
    assert not said(read(as_csv([[*ONE_MEMBER[:3], person, "office@example.org"]], HEADINGS)))


@given(st.text(max_size=40))
def test_one_key_of_a_name_ignores_case_marks_and_accents_only(name: str) -> None:
    assert name_key(name.upper()) == name_key(name.upper().lower().upper())
    assert name_key(f" {name}. ") == name_key(name) or not any(map(str.isalnum, name))
    assert same_spelling(f"  {name} ") == same_spelling(name)


# --- who has left -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("column", "text", "ends_on", "has_ended", "unknown"),
    [
        ("until", "", None, False, False),
        ("until", "-", None, False, False),
        ("until", "No", None, False, False),
        ("until", "n/a", None, False, False),
        ("until", "Yes", None, True, False),
        ("until", "x", None, True, False),
        ("until", "31/03/2025", date(2025, 3, 31), True, False),
        ("until", "29/11/2026", date(2026, 11, 29), False, False),
        ("until", "45747", date(2025, 3, 31), True, False),
        ("until", "March 2025", date(2025, 3, 31), True, False),
        ("until", "2023", date(2023, 12, 31), True, False),
        ("until", "December 2030", date(2030, 12, 31), False, False),
        ("until", "ongoing", None, False, False),
        ("until", "see notes", None, False, True),
        ("status", "Current", None, False, False),
        ("status", "Active member", None, False, False),
        ("status", "Left", None, True, False),
        ("status", "LEFT - March 2025", date(2025, 3, 31), True, False),
        ("status", "left on 31/12/2030", date(2030, 12, 31), False, False),
        ("status", "Former member", None, True, False),
        ("status", "no longer a member", None, True, False),
        ("status", "not left", None, False, True),
        ("status", "Resigned", None, True, False),
        ("status", "PVI", None, False, True),
        ("status", "leaving", None, False, True),
        ("current", "Yes", None, False, False),
        ("current", "no", None, True, False),
        ("current", "✗", None, True, False),
        ("current", "perhaps", None, False, True),
    ],
)  # fmt: skip
def test_o7_what_says_that_a_member_has_left_is_understood_or_asked_about(
    column: str, text: str, ends_on: date | None, has_ended: bool, unknown: bool
) -> None:
    ending = ending_in(column, text, today=TODAY)
    assert (ending.ends_on, ending.has_ended, ending.unknown) == (ends_on, has_ended, unknown)


def test_o7_a_day_that_cannot_be_read_refuses_the_line_with_its_reason() -> None:
    assert ending_in("until", "31/02/2027", today=TODAY).reason is not None
    sheet = read(as_csv([[*ONE_MEMBER, "31/02/2027"]], [*HEADINGS, "Date left"]))
    assert said(sheet) == [("line 2", "until", "There is no such date. Check the day and the month.")]


@pytest.mark.parametrize("heading", [alias for column in COLUMNS[-3:] for alias in column.aliases])
def test_o7_no_column_that_says_left_is_ignored(heading: str) -> None:
    sheet = read(as_csv([[*ONE_MEMBER, "left 31/03/2025"]], [*HEADINGS, heading]))
    assert not sheet.groups, heading
    assert not sheet.account.unused


@pytest.mark.parametrize(
    ("name", "is_over"),
    [
        ("Brook Hub (left)", True),
        ("Brook Hub (closed 2019)", True),
        ("Acorns - resigned", True),
        ("Acorns – left 31/03/2025", True),
        ("Nan Ash (former member)", True),
        ("left", True),
        ("Left Bank Nursery", False),
        ("Closed Loop Nursery", False),
        ("Acorns (formerly Oaks)", False),
        ("Little Explorers", False),
        ("Acorns (closed on Mondays)", False),
    ],
)
def test_o7_words_beside_a_name_and_words_of_a_name(name: str, is_over: bool) -> None:
    assert said_beside_a_name(name) is is_over


def test_o7_words_in_other_columns_end_what_they_are_about() -> None:
    headings = [*HEADINGS, "Role", "Leads"]
    rows = [
        [*ONE_MEMBER, "Former manager", ""],
        [*ONE_MEMBER, "Manager", "former"],
        [*ONE_MEMBER, "resigned", ""],
        ["Brook-Hub", "EY990001", "left 31/03/2025", "", "", "", ""],
        ["Brook-Hub", "EY990001", "01/09/2022", "Nan Ash (left)", "nan@example.org", "", ""],
    ]
    found = [(line, column) for line, column, _ in said(read(as_csv(rows, headings)))]
    assert found == [
        ("line 2", "role"),
        ("line 3", "leads"),
        ("line 4", "until"),
        ("line 5", "until"),
        ("line 6", "person"),
    ]


def test_o7_words_of_a_status_that_are_not_known_are_asked_about_once_each() -> None:
    headings = [*HEADINGS, "Status"]
    rows = [
        [*ONE_MEMBER[:1], f"EY99000{n}", "01/09/2022", "", "", word]
        for n, word in enumerate(("PVI", "pvi", "School"))
    ]
    data = as_csv(rows, headings)
    sheet = read(data)
    assert [question.key for question in sheet.unanswered] == [
        "word:status:status:pvi",
        "word:status:status:school",
    ]
    assert not sheet.groups
    choices = {"word:status:status:pvi": "member", "word:status:status:school": "left"}
    assert [urn for _, _, urn, _ in members(answered(data, choices))] == ["EY990000", "EY990001"]


def test_o7_a_day_before_joining_and_a_leader_after_the_end_are_refused() -> None:
    headings = [*HEADINGS, "Leads", "Leads from", "Member until"]
    rows = [
        ["Weir", "EY990001", "01/09/2031", "", "", "", "", "31/12/2030"],
        ["Weir", "EY990002", "01/09/2022", "Nan Ash", "nan@example.org", "yes", "01/09/2031", "31/12/2030"],
    ]
    assert [row[:2] for row in said(read(as_csv(rows, headings)))] == [
        ("line 2", "until"),
        ("line 3", "leads_from"),
    ]


# --- sheets, hidden lines, merged cells, blocks -----------------------------------------------------------

PLAIN = [HEADINGS, ["Brook Hub", "EY990001", "01/09/2022"], ["Brook Hub", "EY990002", "01/09/2022"]]


def test_o7_a_hidden_sheet_is_never_read_and_hidden_lines_are_asked_about() -> None:
    data = workbook(
        {"name": "Now", "rows": PLAIN, "hidden": [3]},
        {"name": "Old", "rows": PLAIN, "is_hidden": True},
    )
    sheet = read(data)
    assert members(sheet) == [("Now, line 2", "Brook Hub", "EY990001", "2022-09-01")]
    assert [(one.name, one.is_hidden) for one in sheet.account.sheets] == [("Now", False), ("Old", True)]
    assert (sheet.account.hidden_rows, [question.key for question in sheet.unanswered]) == (1, ["hidden:0"])
    assert len(members(answered(data, {"hidden:0": "read"}))) == 2
    left_out = answered(data, {"hidden:0": "leave"})
    assert (len(members(left_out)), left_out.unanswered) == (1, [])


def test_o7_a_workbook_whose_sheets_are_all_hidden_is_refused() -> None:
    with pytest.raises(FileRefused):
        read(workbook({"rows": [["Nothing"]]}, {"rows": PLAIN, "is_hidden": True}))


def test_o7_values_given_once_for_a_block_are_proposed_and_wait_for_a_person() -> None:
    rows = [
        ["Brook Hub", "EY990001", "01/09/2022", "Nan Ash", "nan@example.org"],
        ["", "", "", "Oz Beech", "oz@example.org"],
        ["", "EY990002", "", "", ""],
        ["", "EY990003", "ditto", "", ""],
    ]
    data = as_csv(rows, HEADINGS)
    sheet = read(data)
    assert [line for line, *_ in members(sheet)] == ["line 2"]
    assert [question.key for question in sheet.unanswered] == ["above"]
    taken = answered(data, {"above": "take"})
    assert [(name, urn, day) for _, name, urn, day in members(taken)] == [
        ("Brook Hub", "EY990001", "2022-09-01"),
        ("Brook Hub", "EY990001", "2022-09-01"),
        ("Brook Hub", "EY990002", "2022-09-01"),
        ("Brook Hub", "EY990003", "2022-09-01"),
    ]
    left_out = answered(data, {"above": "leave"})
    assert (len(members(left_out)), left_out.unanswered) == (1, [])


def test_o7_totals_footnotes_and_titles_are_notes() -> None:
    rows = [
        *PLAIN,
        ["Total", "", "2 settings", "", ""],
        ["", "", "", "", ""],
        ["Kept by the office"],
        HEADINGS,
    ]
    sheet = read(workbook({"name": "Now", "rows": rows}))
    assert len(members(sheet)) == 2
    assert not said(sheet)
    assert [note.line for note in sheet.account.notes] == [4, 6, 7]
    assert sheet.account.blank_rows == 1


def test_o7_tables_below_each_other_are_read_each_by_its_own_header() -> None:
    rows = [*PLAIN, [], ["Hub", "Member since", "URN"], ["Weir", "01/01/2025", "EY990003"]]
    assert members(read(workbook({"rows": rows})))[-1] == ("Tab 1, line 6", "Weir", "EY990003", "2025-01-01")


def test_o7_two_lines_of_headings_with_merged_cells_are_one_header() -> None:
    rows = [
        ["", "", "", "Contact", ""],
        ["", "", "Joined on", "Person", "E-mail address"],
        ["Brook Hub", "EY990001", "01/09/2022", "Nan Ash", "nan@example.org"],
    ]
    merged = [(0, 0, 1, 0, "Collaboration"), (0, 1, 1, 1, "Ofsted URN"), (0, 3, 0, 4, "Contact")]
    (line,) = read(workbook({"rows": rows, "merged": merged})).lines
    assert (line.collaboration, line.person, line.problems) == ("Brook Hub", "Nan Ash", ())


def test_o7_merged_cells_beyond_their_budget_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("exchange.imports.opening.MAX_MERGED", 3)
    data = workbook({"rows": PLAIN, "merged": [(1, 3, 2, 4, "x")]})
    with pytest.raises(FileRefused) as refused:
        read(data)
    assert refused.value.reason.sentence == workbooks.MANY_MERGED


words = st.sampled_from(["Brook", "Weir", "01/09/2022", "02/09/2022", "Nan Ash", "a b"])
tables = st.lists(
    st.tuples(st.sampled_from(["Brook", "Weir"]), st.sampled_from(["EY990001", "EY990002", "123456"]),
              st.sampled_from(["01/09/2022", "02/09/2022"]), st.sampled_from(["Nan Ash", "Oz Elm"]), words),
    min_size=1, max_size=8,
)  # fmt: skip
PATIENT: dict[str, Any] = {"deadline": None, "max_examples": 40}


@settings(**PATIENT)
@given(tables)
def test_o7_a_table_with_equal_neighbours_merged_reads_as_the_table_without(
    rows: list[tuple[str, ...]],
) -> None:
    plain = [HEADINGS, *map(list, rows)]
    merged = []
    for column in range(len(HEADINGS)):
        start = 1
        for at in range(2, len(plain) + 1):
            if at == len(plain) or plain[at][column] != plain[start][column]:
                if at - start > 1:
                    merged.append((start, column, at - 1, column, plain[start][column]))
                start = at
    blanked = [list(row) for row in plain]
    for top, column, bottom, _, _ in merged:
        for at in range(top, bottom + 1):
            blanked[at][column] = ""
    assert read(workbook({"rows": blanked, "merged": merged})).lines == read(workbook({"rows": plain})).lines


@settings(**PATIENT)
@given(tables, st.data())
def test_o7_one_table_cut_into_several_sheets_reads_as_the_whole(
    rows: list[tuple[str, ...]], data: Any
) -> None:
    cut = data.draw(st.integers(1, len(rows)))
    parts = [part for part in (rows[:cut], rows[cut:]) if part]
    whole = read(workbook({"rows": [HEADINGS, *rows]}))
    several = read(workbook(*({"rows": [HEADINGS, *part]} for part in parts)))

    def understood(sheet: Sheet) -> list[Any]:
        return [(line.cells, line.problems) for line in sheet.lines]

    assert understood(several) == understood(whole)
    assert sum(one.rows for one in several.account.sheets) == len(rows)


@settings(**PATIENT)
@given(
    st.lists(
        st.sampled_from(
            ["Bus route", "Notes", "Status", "Member until", "Person", "Network", "", "Leader", "Colour"]
        ),
        unique=True,
    ),
    st.randoms(),
)
def test_o7_every_heading_is_in_exactly_one_list_of_the_account(others: list[str], random: Any) -> None:
    headings = ["Collaboration", "Ofsted URN", "Joined on", *others]
    random.shuffle(headings)
    account = read(as_csv([["x"] * len(headings)], headings)).account
    told = [*account.used, *(column.heading for column in account.unused)]
    assert sorted(filter(None, headings)) == sorted(one for one in told if len(one) > 1)
    titles = {column.title for column in COLUMNS}
    assert set(account.missing) <= titles - set(account.used)


# --- what is no list --------------------------------------------------------------------------------------


def zipped(*names: str) -> bytes:
    import zipfile

    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return target.getvalue()


@pytest.mark.parametrize(
    ("data", "starts"),
    [
        (b"", "The file is empty."),
        (b"%PDF-1.7", "This is a PDF."),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "This is a workbook with a password"),
        (b"7z\xbc\xaf\x27\x1c", "This is an archive."),
        (b"\x1f\x8b\x08", "This is an archive."),
        (b"\x89PNG\r\n", "This is a picture."),
        (b"{\\rtf1", "This is a text document."),
        ("Collaboration\tURN".encode("utf-16"), "This file is saved as Unicode text"),
        (b"<html><table>", "This is a web page"),
        (b"\xef\xbb\xbf <!-- saved from --> \n<html>", "This is a web page"),
        (zipped("xl/workbook.bin", "[Content_Types].xml"), "This is a binary workbook"),
        (zipped("mimetype", "content.xml"), "This is an OpenDocument file"),
        (zipped("Index/Document.iwa"), "This is a Numbers spreadsheet"),
        (zipped("word/document.xml", "[Content_Types].xml"), "This is a document"),
        (zipped("list.csv"), "This is an archive."),
    ],
)
def test_o7_foreign_files_are_refused_by_what_they_are(data: bytes, starts: str) -> None:
    with pytest.raises(FileRefused) as refused:
        refuse_foreign(data)
    assert refused.value.reason.in_words().startswith(starts)


def test_o7_each_foreign_file_has_words_of_its_own() -> None:
    assert len(set(SENTENCES.values())) == len(SENTENCES)
    refuse_foreign(b"Collaboration,URN")
    refuse_foreign(workbook({"rows": PLAIN}))
