"""W3: two parts warn when they are empty, the size advises, and nothing ever refuses."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ways_of_working.rules.questions import QUESTIONS, SECTIONS
from ways_of_working.rules.warnings import Writing, warnings_of

COVERED = {"safeguarding_disclosures": "We stop and report.", "leaver_money_words": "It stays."}
W3, C2 = "W3", "C2"


@pytest.mark.parametrize(
    ("writing", "expected"),
    [
        (Writing(), [(W3, "1.9"), (W3, "1.16")]),
        (Writing(COVERED), []),
        (Writing({"safeguarding_disclosures": "  \n"}), [(W3, "1.9"), (W3, "1.16")]),
        (Writing(values={"safeguarding_routes": ["emergency"], "leaver_funding": "stays"}), []),
        (
            Writing(values={"safeguarding_routes": ["neighbour"], "leaver_funding": ""}),
            [(W3, "1.9"), (W3, "1.16")],
        ),
        (Writing(COVERED, unused=frozenset({"1.9"})), [(W3, "1.9")]),
        (Writing(COVERED, unused=frozenset({"1.16"})), [(W3, "1.16")]),
        (Writing(COVERED, unused=frozenset({"1.1", "1.2", "1.8", "1.14"})), []),
        (Writing(COVERED, {"optimum_size": "5"}), [(C2, "1.9")]),
        (Writing(COVERED, {"optimum_size": "6"}), []),
        (Writing(COVERED, {"optimum_size": "8"}), []),
        (Writing(COVERED, {"optimum_size": 9}), [(C2, "1.9")]),
        (Writing(COVERED, {"optimum_size": "many"}), []),
    ],
)
def test_w3_what_warns(writing: Writing, expected: list[tuple[str, str]]) -> None:
    assert [(one.reason.code, one.section) for one in warnings_of(writing)] == expected
    assert all(one.is_advice == (one.reason.code == C2) for one in warnings_of(writing))


def test_c2_a_chosen_size_only_advises() -> None:
    (advice,) = warnings_of(Writing(COVERED, {"optimum_size": "12"}))
    assert str(advice.reason) == "You chose 12. From 6 to 8 settings are easy to manage. The choice is yours."


@settings(deadline=None, max_examples=60)
@given(unused=st.sets(st.sampled_from([one.key for one in SECTIONS if one.key not in {"1.9", "1.16"}])))
def test_w3_every_other_section_may_be_left_out(unused: set[str]) -> None:
    assert warnings_of(Writing(COVERED, unused=frozenset(unused))) == []


@settings(deadline=None, max_examples=60)
@given(
    texts=st.dictionaries(st.sampled_from([one.key for one in QUESTIONS]), st.text()),
    values=st.dictionaries(st.text(), st.text()),
)
def test_no_draft_fails(texts: dict[str, str], values: dict[str, str]) -> None:
    assert len(warnings_of(Writing(texts, values))) <= 3
