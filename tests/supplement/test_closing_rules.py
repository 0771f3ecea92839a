"""S8: what of a period has to end before it is closed, and who opens it again. No database."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supplement.rules.closing import BLOCKS, Open, is_ready, refusals_to_close_period, refusals_to_reopen

CLOSES = {"is_over": True, "is_closed": False, "has_words": False}


@pytest.mark.parametrize(
    ("left", "facts", "found"),
    [
        ({}, {}, None),
        ({"drafts": 2}, {"has_words": True}, None),
        ({"drafts": 2}, {}, ("words", "Say why it stays open.")),
        ({"runs": 1}, {"has_words": True}, ("", "Something of this period goes on.")),
        ({}, {"is_over": False}, ("", "A period is closed after its last day")),
        ({"runs": 1}, {"is_closed": True}, ("", "This period is closed.")),
    ],
)
def test_s8_a_period_is_closed_once_nothing_of_it_goes_on(left, facts, found):
    refused = refusals_to_close_period(left, **{**CLOSES, **facts})
    assert [row.field for row in refused] == ([] if found is None else [found[0]])
    assert (found[1] if found else "") in " ".join(str(row.reason) for row in refused)


@given(st.dictionaries(st.sampled_from([each.value for each in Open]), st.integers(1, 9)), st.booleans())
def test_s8_what_is_ready_is_not_refused_with_words(left, is_over):
    refused = refusals_to_close_period(left, is_over=is_over, is_closed=False, has_words=True)
    assert is_ready(left, is_over=is_over) == (not refused)
    assert not (refused and is_over and not set(left) & {each.value for each in BLOCKS})


@pytest.mark.parametrize(
    ("closed_by", "has_words", "found"),
    [
        (1, True, None),
        (2, True, ("", "You closed this period.")),
        (None, True, ("", "This period is open.")),
        (1, False, ("words", "Enter the reason.")),
    ],
)
def test_s8_a_second_person_opens_a_period_again_and_says_why(closed_by, has_words, found):
    refused = refusals_to_reopen(closed_by=closed_by, by=2, has_words=has_words)
    assert [row.field for row in refused] == ([] if found is None else [found[0]])
    assert (found[1] if found else "") in " ".join(str(row.reason) for row in refused)
