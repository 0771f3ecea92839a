"""O7: a row to a setting and its inspections, in each layout; and each way in which a row can be wrong."""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from ofsted.imports.columns import COLUMNS, DESCRIBES
from ofsted.imports.opening import FileRefused
from ofsted.imports.rows import Rejection, RowRead
from ofsted.imports.scanning import scan
from ofsted.rules.inspections import InspectionFacts
from ofsted.rules.regimes import Regime
from tests.ofsted.files import LAYOUTS, childminder, graded, make_file, report_card, row, visit

TODAY = date(2026, 7, 31)
INSPECTED = row(
    "EY100001",
    **graded("full", "12/05/2021", "2"),
    **report_card("15/04/2026"),
    **visit("cr", "01/02/2026", "Met"),
)


def read(values: Mapping[str, str], layout: str = "2026-06") -> RowRead:
    (found,) = list(scan(io.BytesIO(make_file(layout, [values])), today=TODAY))
    assert isinstance(found, RowRead), found
    return found


def rejected(values: Mapping[str, str], layout: str = "2026-06") -> Rejection:
    (found,) = list(scan(io.BytesIO(make_file(layout, [values])), today=TODAY))
    assert isinstance(found, Rejection), found
    return found


@pytest.mark.parametrize("layout", LAYOUTS)
def test_o7_a_setting_in_every_layout(layout: str) -> None:
    setting = read(row("ey100001", register_combination="EYR-CCR", on_voluntary_register="N"), layout).setting
    assert setting.urn == "EY100001"
    assert (setting.name, setting.town, setting.postcode) == ("Bluebell Nursery", "Larkton", "LK1 2AB")
    assert setting.provider_type == "Childcare on non-domestic premises"
    assert (
        setting.on_early_years_register,
        setting.on_compulsory_register,
        setting.on_voluntary_register,
    ) == (True, True, False)
    assert setting.registered_on == date(2015, 9, 1)
    assert setting.register_combination == "EYR-CCR"
    assert setting.places == 40
    assert setting.telephone == ("01632960001" if layout in ("2021-08", "2022-06") else None)
    assert setting.places_including_estimates == (None if layout == "2026-06" else Decimal(40))


@pytest.mark.parametrize("layout", LAYOUTS)
def test_o3_old_grades_in_every_layout(layout: str) -> None:
    areas = {"quality_of_education": "2", "behaviour_and_attitudes": "1", "personal_development": "2",
             "leadership_and_management": "3", "safeguarding_effective": "Yes"}  # fmt: skip
    found = read(row("EY100001", **graded("full", "12/05/2021", "2", "10136868", **areas)), layout)
    assert found.inspections == (
        InspectionFacts(Regime.EIF, "10136868", date(2021, 5, 12), None, True, 2, 2, 1, 2, 3, 1),
    )


@pytest.mark.parametrize("layout", ["2021-08", "2022-06", "2025-12"])
def test_o3_second_and_third_inspections_and_visits_are_kept(layout: str) -> None:
    found = read(
        row(
            "EY100001",
            **graded("full", "12/05/2018", "1", "30"),
            **graded("second", "01/09/2015", "3", "20"),
            **graded("third", "03/11/2013", "3", "10"),
            **visit("ncor", "05/09/2019", "Met", "31"),
            **visit("cr", "06/09/2019", "Not Met (with actions)", "32"),
        ),
        layout,
    )
    assert [
        (each.regime, each.inspection_number, each.overall, each.met, each.is_graded)
        for each in found.inspections
    ] == [
        (Regime.CIF, "30", 1, None, True),
        (Regime.CIF, "20", 3, None, True),
        (Regime.PRE_2015, "10", 3, None, True),
        (Regime.NO_CHILDREN, "31", None, 1, False),
        (Regime.CHILDCARE_REGISTER, "32", None, 2, False),
    ]


def test_o3_report_card_in_words_and_old_grade_in_digits_are_two_inspections_of_one_row() -> None:
    card = report_card(
        "15/04/2026",
        "Strong standard",
        rc_leadership_and_governance="Needs attention",
        rc_safeguarding="Not met",
    )
    found = read(
        row("EY100001", **card, **graded("full", "12/05/2021", "4", "10136868", safeguarding_effective="No"))
    )
    new, old = found.inspections
    assert new == InspectionFacts(
        Regime.REPORT_CARD, "50000001", date(2026, 4, 15), "Full inspection", True,
        rc_safeguarding=2, rc_inclusion=2, rc_curriculum_and_teaching=2, rc_achievement=2, rc_behaviour=2, rc_welfare=2,
        rc_leadership_and_governance=4,
    )  # fmt: skip
    assert new.overall is None
    assert (old.regime, old.overall, old.safeguarding_effective) == (Regime.EIF, 4, 2)


def test_o4_a_report_card_visit_that_judged_no_area_is_not_graded() -> None:
    (visited,) = read(row("EY100001", **report_card("15/04/2026", "-"))).inspections
    assert (visited.is_graded, visited.rc_safeguarding) == (False, 1)


def test_o3_visits_without_grades_in_the_report_card_layout() -> None:
    found = read(
        row("EY100001", **visit("oosc", "01/02/2025", "Not met"), **{"oosc.safeguarding_effective": "Yes"},
            **visit("cr", "01/02/2026", "Met"), **visit("ncor", "01/02/2024", "Not Met (enforcement)"))
    )  # fmt: skip
    assert {(each.regime, each.met, each.inspection_number) for each in found.inspections} == {
        (Regime.OUT_OF_SCHOOL, 4, None), (Regime.CHILDCARE_REGISTER, 1, None), (Regime.NO_CHILDREN, 3, None),
    }  # fmt: skip
    assert {
        each.safeguarding_effective for each in found.inspections if each.regime is Regime.OUT_OF_SCHOOL
    } == {1}


def test_o3_met_in_the_place_of_a_grade_is_a_visit_without_grades() -> None:
    (found,) = read(row("EY100001", **graded("full", "12/05/2022", "Met", "77")), "2022-06").inspections
    assert (found.regime, found.overall, found.met, found.is_graded) == (Regime.OUT_OF_SCHOOL, None, 1, False)


def test_o3_grades_may_come_in_words_and_dashes_are_no_judgement() -> None:
    (found,) = read(
        row("EY100001", **graded("full", "12/05/2018", "Satisfactory", quality_of_education="-"))
    ).inspections
    assert (found.overall, found.quality_of_education) == (3, None)


def test_o7_a_redacted_row_has_no_value_for_name_and_address() -> None:
    setting = read(childminder("2508111"), "2021-08").setting
    assert {getattr(setting, column) for column in
            ("name", "address_line_1", "address_line_2", "address_line_3", "town", "postcode", "telephone",
             "registered_person_urn", "registered_person_name")} == {None}  # fmt: skip
    assert setting.provider_type == "Childminder"


@pytest.mark.parametrize("nothing", ["", " ", "-", "REDACTED", "Redacted", "Not Recorded", "NULL", "Unknown"])
def test_o7_no_value_here_in_any_spelling(nothing: str) -> None:
    columns = ("name", "town", "postcode", "region", "places", "registered_on", "on_early_years_register", "full.overall",
               "full.inspected_on")  # fmt: skip
    found = read(row("EY100001", **dict.fromkeys(columns, nothing)))
    assert found.inspections == ()
    assert {getattr(found.setting, column) for column in columns[:7]} == {None}


@pytest.mark.parametrize(
    ("column", "text", "value"),
    [
        ("name", " Bluebell \xa0 Nursery\n", "Bluebell Nursery"),
        ("name", "Blue\x07bell\u200b", "Bluebell"),
        ("name", "Zoë’s Crèche", "Zoë’s Crèche"),
        ("postcode", "lk12ab", "LK1 2AB"),
        ("places", "0", None),
        ("places", "12.0", 12),
        ("places", "1,234", 1234),
        ("registered_on", "01/09/2015 00:00", date(2015, 9, 1)),
        ("registered_on", "1/9/2015 00:00:00", date(2015, 9, 1)),
        ("registered_on", "01-09-2015", date(2015, 9, 1)),
        ("registered_on", "2015-09-01", date(2015, 9, 1)),
        ("registered_on", "14/12/1934", date(1934, 12, 14)),
        ("on_early_years_register", "n", False),
        ("provider_type", "CHILDMINDER without domestic  premises", "Childminder without domestic premises"),
        ("registered_person_urn", "rp900001", "RP900001"),
        ("registered_person_urn", "Redacted", None),
    ],
)
def test_o7_values_in_their_drifting_forms(column: str, text: str, value: object) -> None:
    assert getattr(read(row("EY100001", **{column: text})).setting, column) == value


@pytest.mark.parametrize(
    ("column", "text", "value"),
    [
        ("places_including_estimates", "46.35", Decimal("46.35")),
        ("places_including_estimates", "0", None),
        ("telephone", "1632960001", "01632960001"),
        ("telephone", "01632 960001", "01632 960001"),
    ],
)
def test_o7_estimates_are_decimal_and_telephones_get_their_nought_back(
    column: str, text: str, value: object
) -> None:
    assert getattr(read(row("EY100001", **{column: text}), "2021-08").setting, column) == value


GRADE = "EYR OEIF/CIF: Most recent: Overall effectiveness"


@pytest.mark.parametrize(
    ("column", "heading", "text", "says"),
    [
        ("urn", "Provider URN", "EY12345", "not an Ofsted URN"),
        ("urn", "Provider URN", "", "not an Ofsted URN"),
        ("urn", "Provider URN", "2.5E+06", "spreadsheet"),
        ("provider_type", "Provider type", "", "type of setting is not known"),
        ("provider_type", "Provider type", "Zoo", "type of setting is not known"),
        ("full.overall", GRADE, "5", "judgement is not known"),
        ("full.overall", GRADE, "2.0", "writes: 1, 2, 3, 4, Met."),
        ("full.overall", GRADE, "0", "writes: 1, 2, 3, 4, Met."),
        ("full.overall", GRADE, "Strong standard", "writes: 1, 2, 3, 4, Met."),
        ("full.overall", GRADE, "#REF!", "spreadsheet"),
        ("rc.rc_inclusion", "EYR REIF: Most recent: Inclusion", "2", "writes: Exceptional, Strong standard"),
        ("cr.met", "CR: Compliance", "Partly", "writes: Met, Not met (with actions)"),
        ("full.inspected_on", "EYR OEIF: Most recent: Full inspection date", "30/02/2024", "no such date"),
        ("full.inspected_on", "EYR OEIF: Most recent: Full inspection date", "May 2024", "names no day"),
        ("full.inspected_on", "EYR OEIF: Most recent: Full inspection date", "12 May", "names no year"),
        ("full.inspected_on", "EYR OEIF: Most recent: Full inspection date", "12/05/24", "two figures"),
        ("full.inspected_on", "EYR OEIF: Most recent: Full inspection date", "soon", "not a date"),
        ("full.inspected_on", "EYR OEIF: Most recent: Full inspection date", "01/08/2026", "in the future"),
    ],
)
def test_o7_a_wrong_cell_that_decides_is_rejected_with_line_column_value_and_reason(
    column: str, heading: str, text: str, says: str
) -> None:
    found = rejected({**INSPECTED, column: text})
    assert (found.line, found.column, found.value) == (4, heading, text[:120])
    assert says in str(found.reason)
    assert found.reason.code == "O7"
    assert found.urn == (None if column == "urn" else "EY100001")
    assert found.authority == "Larkshire"
    assert found.is_home is (column == "provider_type")


@pytest.mark.parametrize(
    ("column", "heading", "text", "says"),
    [
        ("registered_on", "Registration date", "31/02/2015", "no such date"),
        ("registered_on", "Registration date", "01/09/15", "two figures"),
        ("registered_on", "Registration date", "01/09/0015", "between 1900 and 2099"),
        ("registered_on", "Registration date", "yesterday", "not a date"),
        ("registered_on", "Registration date", "########", "spreadsheet"),
        ("on_early_years_register", "Provider Early Years Register flag", "maybe", "Y or N"),
        ("on_early_years_register", "Provider Early Years Register flag", "TRUE", "Y or N"),
        ("address_line_1", "Provider address line 1", "09-Oct", "spreadsheet"),
        ("address_line_2", "Provider address line 2", "Oct-09", "spreadsheet"),
        ("address_line_1", "Provider address line 1", "#NAME?", "spreadsheet"),
        ("name", "Provider name", "x" * 256, "longer than 255"),
        ("name", "Provider name", "Oâ€™Dell", "damaged letters"),
        ("name", "Provider name", "B\ufffdrch", "damaged letters"),
        ("postcode", "Provider postcode", "LK1 2AB and more", "longer than 10"),
        ("registered_person_urn", "Registered person URN", "RP 9 & 10", "not a reference number"),
        ("registered_person_urn", "Registered person URN", "RP90000000012", "longer than 12"),
        ("places", "Places", "12.5", "not a number of places"),
        ("places", "Places", "-3", "not a number of places"),
        ("places", "Places", "many", "not a number of places"),
        ("places", "Places", "100000", "not a number of places"),
        ("places", "Places", "NaN", "not a number of places"),
        ("places", "Places", "1E+05", "spreadsheet"),
        (
            "full.inspection_number",
            "EYR OEIF: Most recent: Full inspection number",
            "1.01E+07",
            "spreadsheet",
        ),
        ("rc.visit_type", "EYR REIF: Most recent: Inspection visit type", "x" * 61, "longer than 60"),
    ],
)
def test_o7_a_wrong_cell_that_describes_is_left_out_with_a_remark(
    column: str, heading: str, text: str, says: str
) -> None:
    plain, found = read(INSPECTED), read({**INSPECTED, column: text})
    (remark,) = found.remarks
    assert (remark.line, remark.cell.field, remark.cell.column, remark.cell.value) == (
        4,
        column,
        heading,
        text[:120],
    )
    assert says in str(remark.cell.reason)
    assert (remark.urn, remark.is_home, remark.cell.is_mended) == ("EY100001", False, False)
    if "." in column:
        assert judged(found) == judged(plain)
    else:
        assert found.setting == plain.setting._replace(**{column: None})
        assert found.inspections == plain.inspections


def judged(row_read: RowRead) -> list[InspectionFacts]:
    """The inspections without what only describes them."""
    return [facts._replace(inspection_number=None, visit_type=None) for facts in row_read.inspections]


DESCRIBING = sorted(key for key, column in COLUMNS.items() if column.weight is DESCRIBES)


@settings(deadline=None)
@given(
    layout=st.sampled_from(sorted(LAYOUTS)),
    cells=st.dictionaries(st.sampled_from(DESCRIBING), st.text(max_size=30) | st.sampled_from(["#N/A", "1.6E+09", "31/02/2024"]),
                          max_size=8),
)  # fmt: skip
def test_o7_no_text_in_a_cell_that_describes_touches_what_decides(layout: str, cells: dict[str, str]) -> None:
    plain, found = read(INSPECTED, layout), read({**INSPECTED, **cells}, layout)
    assert found.setting.urn == plain.setting.urn
    assert found.setting.provider_type == plain.setting.provider_type
    assert found.authority == plain.authority
    assert judged(found) == judged(plain)
    assert {remark.cell.field for remark in found.remarks} <= set(cells)


@pytest.mark.parametrize("text", ["EY 100001", "EY100001.0", "'EY100001", "EY\u200b100001"])
def test_o7_a_urn_with_one_meaning_is_mended_with_a_remark(text: str) -> None:
    found = read(row(text))
    (remark,) = found.remarks
    assert (found.setting.urn, remark.cell.value, remark.cell.is_mended) == ("EY100001", text, True)
    assert str(remark.cell.reason) == "This was read as the URN EY100001."


@pytest.mark.parametrize("column", ["registered_on", "full.inspected_on"])
def test_o7_one_date_that_is_possible_month_first_only_refuses_the_file(column: str) -> None:
    data = make_file(
        "2026-06", [row("EY100001", **graded("full", "12/05/2021", "2")) | {column: "05/13/2021"}]
    )
    with pytest.raises(FileRefused) as refused:
        list(scan(io.BytesIO(data)))
    assert "month first: see “" in str(refused.value)
    assert "on line 4" in str(refused.value)


@settings(deadline=None)
@given(st.lists(st.dates(date(1934, 1, 1), date(2026, 6, 30)), min_size=1, max_size=6))
def test_o7_a_file_with_day_and_month_swapped_never_loads(days: list[date]) -> None:
    assume(any(day.day > 12 for day in days))
    rows = [row(f"EY10000{number}", registered_on=f"{day:%m/%d/%Y}") for number, day in enumerate(days)]
    with pytest.raises(FileRefused):
        list(scan(io.BytesIO(make_file("2026-06", rows))))


def test_o7_a_judgement_without_a_date_is_rejected() -> None:
    found = rejected(row("EY100001", **graded("full", "-", "2")))
    assert (found.column, found.value) == ("EYR OEIF/CIF: Most recent: Overall effectiveness", "2")
    assert "no inspection date" in str(found.reason)


def test_o7_a_number_without_date_and_judgement_is_nothing() -> None:
    assert read(row("EY100001", **graded("full", "", "", "10136868"))).inspections == ()


def test_o7_an_inspection_repeated_in_a_second_block_is_kept_once() -> None:
    again = row(
        "EY100001",
        **graded("full", "12/05/2021", "2", "77", leadership_and_management="2"),
        **graded("second", "12/05/2021", "2", "77"),
    )
    (found,) = read(again, "2021-08").inspections
    assert found.leadership_and_management == 2


def test_o7_two_different_inspections_of_one_kind_on_one_day_are_rejected() -> None:
    found = rejected(
        row(
            "EY100001", **graded("full", "12/05/2021", "2", "77"), **graded("second", "12/05/2021", "3", "78")
        ),
        "2021-08",
    )
    assert (found.column, found.value) == ("Second most recent full: Inspection date", "12/05/2021")
    assert "12 May 2021" in str(found.reason)
