"""O1: identities, and the normal forms of names and postcodes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from providers.rules.register import (
    Scheme,
    WrongForm,
    identity_of,
    is_postcode,
    normalise_postcode,
    postcode_search_forms,
    search_text,
)


@pytest.mark.parametrize(
    ("scheme", "written", "kept"),
    [
        (Scheme.OFSTED_URN, "EY123456", "EY123456"),
        (Scheme.OFSTED_URN, " ey123456 ", "EY123456"),
        (Scheme.OFSTED_URN, "319354", "319354"),
        (Scheme.OFSTED_URN, "2508111", "2508111"),
        (Scheme.OFSTED_URN, "VC301234", "VC301234"),
        (Scheme.OFSTED_URN, "CA000012", "CA000012"),
        (Scheme.DFE_URN, "100000", "100000"),
        (Scheme.LAESTAB, "886/1234", "8861234"),
        (Scheme.UKPRN, "10079319", "10079319"),
        (Scheme.LOCAL, " Ab 12/7 ", "Ab 12/7"),
    ],
)
def test_o1_forms_that_are_known(scheme: Scheme, written: str, kept: str) -> None:
    assert identity_of(scheme, written).value == kept


@pytest.mark.parametrize(
    ("scheme", "written"),
    [
        (Scheme.OFSTED_URN, ""),
        (Scheme.OFSTED_URN, "EY12345"),
        (Scheme.OFSTED_URN, "EY1234567"),
        (Scheme.OFSTED_URN, "AB123456"),
        (Scheme.OFSTED_URN, "12345"),
        (Scheme.OFSTED_URN, "12345678"),
        (Scheme.OFSTED_URN, "319354.0"),
        (Scheme.OFSTED_URN, "٣١٩٣٥٤"),
        (Scheme.OFSTED_URN, "EY123456\n9"),
        (Scheme.DFE_URN, "012345"),
        (Scheme.LAESTAB, "88/61/234"),
        (Scheme.UKPRN, "20079319"),
        (Scheme.LOCAL, " "),
        (Scheme.LOCAL, "a\tb"),
    ],
)
def test_o1_other_forms_are_refused(scheme: Scheme, written: str) -> None:
    with pytest.raises(WrongForm):
        identity_of(scheme, written)


def test_o1_equal_numbers_of_two_schemes_are_two_settings() -> None:
    assert identity_of(Scheme.OFSTED_URN, "100000") == identity_of(Scheme.OFSTED_URN, "100000")
    assert identity_of(Scheme.OFSTED_URN, "100000") != identity_of(Scheme.DFE_URN, "100000")


@pytest.mark.parametrize(
    ("written", "kept", "good"),
    [
        ("lk12ab", "LK1 2AB", True),
        (" LK1  2AB ", "LK1 2AB", True),
        ("ec1a1bb", "EC1A 1BB", True),
        ("somewhere else", "SOMEWHERE ELSE", False),
    ],
)
def test_o1_postcodes_have_one_form(written: str, kept: str, good: bool) -> None:
    assert normalise_postcode(written) == kept
    assert is_postcode(written) is good


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("Mama’s & Papa's Nursery", "mamas and papas nursery"),
        ("Crèche St. Zoë (Out-of-School)", "creche st zoe out of school"),
        ("STRASSE straße", "strasse strasse"),
        ("", ""),
        ("___", ""),
    ],
)
def test_o1_search_text_folds_capitals_accents_and_marks(written: str, kept: str) -> None:
    assert search_text(written) == kept


def test_o1_search_text_joins_what_there_is() -> None:
    assert search_text("Bluebell", None, "", "EY100001") == "bluebell ey100001"
    assert postcode_search_forms("LK1 2AB") == "LK1 2AB LK12AB"
    assert postcode_search_forms(None) == ""


@given(st.text())
def test_o1_search_text_of_search_text_is_itself(written: str) -> None:
    once = search_text(written)
    assert search_text(once) == once
