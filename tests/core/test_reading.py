"""The one reader of dates, identifiers, separators, encodings and answers (D8): tables of texts as people
write them.
"""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from core.forms.dates import DateProblem, date_from_text
from core.reading.account import Account, Note, Sample, SheetAccount, Tally, TallyKind, Unused
from core.reading.answers import YesNo, YesNoProfile, read_yes_no
from core.reading.damage import (
    LETTERS,
    SPREADSHEET,
    SPREADSHEET_DAMAGE,
    damage_of,
    is_changed_by_spreadsheet,
)
from core.reading.dates import DateFault, DateProfile, UnreadDate, read_date
from core.reading.encodings import as_utf_8, decode, is_utf_16
from core.reading.results import CellProblem
from core.reading.separators import separator_of
from ofsted.imports.cells import read_day
from providers.rules.identifiers import read_ofsted_urn

FIRST = date(2024, 9, 1)
SHEET = DateProfile(has_serials=True, has_times=True)
ONE_DAY = (
    "1 September 2024", "01/09/2024", "1.9.2024", "01-Sep-2024", "2024-09-01", "2024/09/01", "01/09/2024 00:00",
    "2024-09-01 00:00:00", "2024-09-01T00:00:00", "1st September 2024", "1st of September 2024", "1 Sept. 2024",
    "Sunday 1 September 2024", "Sun, 1 Sep 2024", "September 1, 2024", "01 - 09 - 2024", "\u200b01/09/2024",
)  # fmt: skip
TWO_FIGURES = ("01/09/24", "01-Sep-24", "1.9.24", "1 September '24")


@pytest.mark.parametrize("text", ONE_DAY)
def test_o7_a_date_that_means_one_day_is_read_everywhere(text: str) -> None:
    assert date_from_text(text) == read_day(text) == read_date(text, SHEET).value == FIRST


@pytest.mark.parametrize("text", TWO_FIGURES)
def test_o7_a_year_of_two_figures_is_read_where_the_profile_says_so(text: str) -> None:
    assert date_from_text(text) == read_date(text, SHEET).value == FIRST
    assert str(read_date(text, SHEET).remark) == "This was read as 1 September 2024."
    with pytest.raises(UnreadDate) as caught:
        read_day(text)
    assert caught.value.fault is DateFault.TWO_FIGURES


def test_o7_a_spreadsheets_own_number_of_a_day_is_read_in_spreadsheets_only() -> None:
    answer = read_date("45536", SHEET)
    assert (answer.value, str(answer.remark)) == (FIRST, "This was read as 1 September 2024.")
    assert read_date("45536.0", SHEET).value == FIRST
    assert read_date("01/09/2024 10:30", SHEET).value == FIRST
    for read in (read_day, read_date, date_from_text):
        for text in ("45536", "01/09/2024 10:30"):
            with pytest.raises((UnreadDate, DateProblem)):
                read(text)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("yesterday", DateFault.NOT_A_DATE),
        ("1 2 3 2024", DateFault.NOT_A_DATE),
        ("-", DateFault.NOT_A_DATE),
        ("01092024", DateFault.NOT_A_DATE),
        ("01/Foo/2024", DateFault.NOT_A_DATE),
        ("31/02/2024", DateFault.NO_SUCH_DAY),
        ("31 April 2024", DateFault.NO_SUCH_DAY),
        ("40/01/2024", DateFault.NO_SUCH_DAY),
        ("01/13/2024", DateFault.MONTH_FIRST),
        ("12/31/2024", DateFault.MONTH_FIRST),
        ("13/13/2024", DateFault.NO_SUCH_DAY),
        ("March 2024", DateFault.NO_DAY),
        ("03/2024", DateFault.NO_DAY),
        ("September", DateFault.NO_DAY),
        ("1 March", DateFault.NO_YEAR),
        ("09-Oct", DateFault.NO_YEAR),
        ("5/6", DateFault.NO_YEAR),
        ("01/09/024", DateFault.YEAR_FIGURES),
        ("01/09/1066", DateFault.OUT_OF_RANGE),
        ("01/09/2025", DateFault.FUTURE),
        ("########", DateFault.SPREADSHEET),
        ("#N/A", DateFault.SPREADSHEET),
        ("4.5E+04", DateFault.SPREADSHEET),
    ],
)
def test_o7_each_way_to_fail_has_its_own_true_reason(text: str, fault: DateFault) -> None:
    with pytest.raises(UnreadDate) as caught:
        read_date(text, SHEET, today=FIRST)
    assert caught.value.fault is fault
    assert caught.value.reason.in_words()


def test_o7_every_fault_of_a_date_is_in_the_table_or_has_a_test_of_its_own() -> None:
    table = next(mark for mark in test_o7_each_way_to_fail_has_its_own_true_reason.pytestmark)  # type: ignore[attr-defined]
    assert {fault for _, fault in table.args[1]} | {DateFault.TWO_FIGURES} == set(DateFault)


@given(st.text(max_size=20))
def test_no_text_breaks_the_reader_of_dates(text: str) -> None:
    reason = None
    try:
        day = read_date(text, SHEET).value
    except UnreadDate as problem:
        reason = problem.reason
    assert reason.in_words() if reason else isinstance(day, date)


@given(st.dates(date(1970, 1, 1), date(2069, 12, 31)))
def test_a_day_in_any_form_is_that_day(day: date) -> None:
    for form in ("%d/%m/%Y", "%d %B %Y", "%d-%b-%y", "%Y-%m-%d 00:00:00", "%B %d, %Y"):
        assert read_date(day.strftime(form)).value == day


@pytest.mark.parametrize(
    ("text", "urn", "is_mended"),
    [
        ("EY990001", "EY990001", False),
        (" ey990001 ", "EY990001", False),
        ("EY 990001", "EY990001", True),
        ("EY990001.0", "EY990001", True),
        ("990001.0", "990001", True),
        ("'EY990001", "EY990001", True),
        ("EY99\u200b0001", "EY990001", True),
        ("EY-990001", "EY990001", True),
        ("2500001", "2500001", False),
    ],
)
def test_o1_a_urn_with_one_meaning_is_mended_with_a_remark(text: str, urn: str, is_mended: bool) -> None:
    answer = read_ofsted_urn(text)
    assert answer.value == urn
    assert (answer.remark is not None) is is_mended


@pytest.mark.parametrize(
    "text", ["", "EY99006", "EY9900011", "990001.5", "EY990001 EY990002", "Alder", "2.5E+06"]
)
def test_o1_a_text_that_may_be_another_number_is_no_urn(text: str) -> None:
    with pytest.raises(CellProblem):
        read_ofsted_urn(text)


LEADS = YesNoProfile(
    yes=("yes", "y", "true", "1", "x", "leader", "lead", "colead", "coleader"), blank=False, has_detail=True
)


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Yes", YesNo(True)), ("y", YesNo(True)), ("✓", YesNo(True)), ("✔️", YesNo(True)), ("✗", YesNo(False)),
        ("Yes - joint", YesNo(True, "joint")), ("Yes (jointly)", YesNo(True, "jointly")), ("Co-lead", YesNo(True)),
        ("No, from May", YesNo(False, "from May")), ("", YesNo(False)), ("–", YesNo(False)), ("FALSE", YesNo(False)),
    ],
)  # fmt: skip
def test_o7_yes_and_no_in_many_words(text: str, answer: YesNo) -> None:
    assert read_yes_no(text, LEADS) == answer


@pytest.mark.parametrize("text", ["perhaps", "not yet", "Yesterday", "yes and no"])
def test_o7_what_is_neither_yes_nor_no_is_refused(text: str) -> None:
    with pytest.raises(CellProblem):
        read_yes_no(text, LEADS)


def test_o7_the_separator_is_the_one_that_splits_the_header_best() -> None:
    def known(cells: list[str]) -> int:
        return len({"Collaboration", "Ofsted URN", "Joined on"} & set(cells))

    for separator in ",;\t|":
        header = separator.join(("Collaboration", "Ofsted URN", '"Joined on"', "Notes, more"))
        assert separator_of(["Title; of, the list", header], known) == separator
    assert separator_of(["nothing known"], known) == ","


def test_o7_encodings_are_told_apart_and_never_guessed() -> None:
    assert decode("Zoë".encode()) == decode("Zoë".encode("cp1252")) == "Zoë"
    assert decode(b"Zo\x81") is None
    assert as_utf_8("Zoë".encode("utf-16")) == as_utf_8("Zoë".encode("utf-8-sig")) == "Zoë".encode()
    assert is_utf_16("Zoë".encode("utf-16"))
    assert not is_utf_16("Zoë".encode())


@pytest.mark.parametrize(
    "text", ["Oâ€™Dell", "B\ufffdrch", "ZoÃ«", "CafÃ‰", "Â£5", "TÅ· Gwyn", "Na\x80me", "â€œHubâ€\x9d"]
)
def test_o7_damaged_letters_are_seen(text: str) -> None:
    assert damage_of(text) == LETTERS


@pytest.mark.parametrize("text", ["#NAME?", "1.6E+09", "09-Oct", "Oct-09", "#####", "#N/A", "#SPILL!"])
def test_o7_what_a_spreadsheet_made_is_seen(text: str) -> None:
    assert damage_of(text) == SPREADSHEET


@pytest.mark.parametrize(
    "text",
    [
        "O’Dell",
        "Zoë’s Crèche",
        "ZOË’S CRÈCHE",
        "CAFÉ’S",
        "Tŷ Gwyn",
        "ÉCOLE – Nord",
        "Hub #1",
        "E10 School",
        "Ñ…",
    ],
)
def test_o7_honest_letters_are_left_alone(text: str) -> None:
    assert damage_of(text) is None


_LETTERS = st.characters(min_codepoint=0x20, max_codepoint=0x17F, exclude_characters="\x7f").filter(
    str.isprintable
)


@given(st.text(_LETTERS | st.sampled_from("‘’“”–—…•€™"), min_size=1, max_size=30))
def test_o7_a_text_decoded_twice_is_damaged(text: str) -> None:
    assume(not text.isascii())
    twice = "".join(
        byte.decode("cp1252", "ignore") or byte.decode("latin-1")
        for byte in (bytes([b]) for b in text.encode())
    )
    assert damage_of(twice) == LETTERS


def test_the_account_is_kept_and_read_again_as_it_was() -> None:
    account = Account(
        sheets=(SheetAccount("Weir", 2), SheetAccount("Old", is_hidden=True)),
        used=("URN",),
        unused=(
            Unused("Bus route", (Sample("14"), Sample("9", is_private=True))),
            Unused("EYR REIF: New", stops=True),
        ),
        notes=(Note(9, Sample("Total")),),
        tallies=(
            Tally("Places", "places", "no", TallyKind.LEFT_OUT, 3),
            Tally("URN", "urn", "no", TallyKind.REJECTED, 2),
        ),
    )
    again = Account.from_json(account.as_json())
    assert again == Account.from_json(again.as_json())
    assert again.digest == account.digest
    assert (again.remarks, again.rejections, again.stopping) == (3, 2, ["EYR REIF: New"])
    assert Account.from_json({}) == Account()


@given(
    st.one_of(
        st.text("0123456789٣E+-.#AN/ JanSepecMy"),
        st.from_regex(SPREADSHEET_DAMAGE, fullmatch=True),
        st.from_regex(SPREADSHEET_DAMAGE, fullmatch=True).map(lambda text: f" {text} "),
        st.from_regex(SPREADSHEET_DAMAGE, fullmatch=True).map(lambda text: f"{text} House"),
    )
)
def test_o7_what_cannot_be_a_spreadsheets_is_told_without_looking_at_all_of_it(text: str) -> None:
    assert is_changed_by_spreadsheet(text) is (SPREADSHEET_DAMAGE.fullmatch(text.strip()) is not None)
