"""What a file can say of inspections, and what is kept of its account (O7), without a database."""

from __future__ import annotations

import json
import pickle
from dataclasses import replace

import pytest

from core.reading.account import Account, Tally, TallyKind, Unused
from core.reading.results import CellProblem
from ofsted.rules.absence import Absence
from ofsted.rules.loads import doubts_of_faults, doubts_of_layout, lost_columns, missing_columns
from ofsted.rules.telling import EARLIER, InspectionKind, Telling, from_stored, telling_of
from providers.rules.identifiers import read_ca_reference, read_dfe_urn
from providers.rules.outlines import OutlinesRefused

pytestmark = pytest.mark.pure
GRADED, CARE, CARD = InspectionKind.GRADED, InspectionKind.OUT_OF_SCHOOL, InspectionKind.REPORT_CARD
OLD = telling_of(["full.inspected_on", "full.overall", "second.inspected_on", "second.overall"])


def test_o7_an_older_layout_has_care_among_the_graded_ones() -> None:
    assert OLD.kinds == (GRADED, CARE)
    assert OLD.has_care_among_graded
    assert OLD.places_of("overall") == [EARLIER, GRADED]
    assert OLD.places_of("met") == [CARE]
    assert OLD.places_that_grade() == [EARLIER, GRADED, CARE]


def test_o7_a_layout_with_columns_for_care_tells_it_apart() -> None:
    telling = telling_of(["full.inspected_on", "full.overall", "oosc.inspected_on", "oosc.met"])
    assert (telling.kinds, telling.has_care_among_graded) == ((GRADED, CARE), False)
    assert telling.columns[CARE] == ("met",)


def test_o7_a_report_card_is_graded_where_all_its_areas_are_there() -> None:
    some = telling_of(["rc.inspected_on", "rc.rc_inclusion"])
    assert some.places_that_grade() == []
    school = telling_of(["rc.inspected_on", "rc.rc_early_years"])
    assert school.places_that_grade() == [CARD]


@pytest.mark.parametrize("telling", [OLD, Telling(), telling_of([])])
def test_o7_what_a_layout_tells_is_kept_whole(telling: Telling) -> None:
    assert from_stored(telling.stored()).stored() == telling.stored()


def test_o7_what_was_kept_before_there_was_anything_to_keep_is_nothing() -> None:
    assert from_stored({}) == Telling((), {}, False)
    assert Absence.from_stored({}) == Absence()


def test_o7_what_a_reading_says_of_absence_is_kept_whole() -> None:
    absence = Absence(listed_before=7, elsewhere=1, contradicted=2, words=("Resigned",))
    assert Absence.from_stored(absence.stored()) == absence
    renumbered = replace(absence, renumbered=(("EY990001", "EY990091"),))
    assert Absence.from_stored(json.loads(json.dumps(renumbered.stored()))) == renumbered


def test_o7_columns_that_are_gone_or_unknown_are_doubted_by_name() -> None:
    account = Account(fields=("urn",), missing=("Places",), unused=(Unused("NCOR: New", stops=True),))
    had = {"urn": "Provider URN", "places": "Places", "band": "Deprivation band"}
    assert lost_columns(account, had=had) == ["Places", "Deprivation band"]
    assert missing_columns(account, had=had) == ["Places", "Deprivation band"]
    assert [doubt.code for doubt in doubts_of_layout(account, had=had)] == [
        "unknown_judgements",
        "missing_columns",
    ]
    assert doubts_of_layout(Account(fields=("urn",)), had={"urn": "Provider URN"}) == []
    many = {f"column_{number}": f"Column {number}" for number in range(9)}
    (doubt,) = doubts_of_layout(Account(), had=many)
    assert "9" in str(doubt.sentence)


def test_o7_a_fault_that_few_rows_share_or_that_was_mended_is_no_doubt() -> None:
    few = Tally("Places", "places", "There is no such number.", TallyKind.REJECTED, 2)
    mended = Tally("Provider URN", "urn", "It was mended.", TallyKind.MENDED, 60)
    many = Tally("Provider type", "provider_type", "This type is not known.", TallyKind.REJECTED, 60)
    doubts = doubts_of_faults(Account(rows=100, tallies=(few, mended, many)))
    assert [doubt.code for doubt in doubts] == ["fault_provider_type"]


@pytest.mark.parametrize(
    ("text", "value"), [(" ca123456 ", "CA123456"), ("'CA123456", "CA123456"), ("CA 123456.0", "CA123456")]
)
def test_o1_a_reference_of_an_agency_is_mended_where_it_means_one_thing(text: str, value: str) -> None:
    assert read_ca_reference(text).value == value


@pytest.mark.parametrize("text", ["", "EY123456", "CA12345", "1.2E+05"])
def test_o1_what_is_no_reference_of_an_agency_is_refused(text: str) -> None:
    with pytest.raises(CellProblem):
        read_ca_reference(text)


@pytest.mark.parametrize(("text", "value"), [("100001", "100001"), ("100001.0", "100001")])
def test_o1_the_number_of_a_school_is_read_in_its_own_scheme(text: str, value: str) -> None:
    assert read_dfe_urn(text).value == value


def test_a_refusal_of_outlines_travels_between_processes() -> None:
    refusal = OutlinesRefused("No district is called %(name)s.", name="North")
    again = pickle.loads(pickle.dumps(refusal))
    assert (str(again), again.facts) == ("No district is called North.", {"name": "North"})
