"""The sentences of the audit log, as rules without a database."""

from datetime import date

import pytest

from audit.rules.actions import EVERY_DEED, Action, action_choices, deed_of
from audit.rules.money_actions import MoneyAction
from audit.rules.quality_actions import QualityAction
from audit.rules.sentences import differences_in, sentence


def test_every_action_can_be_chosen_by_its_label() -> None:
    assert dict(action_choices()) == {
        deed.value: deed.label for deed in (*Action, *MoneyAction, *QualityAction)
    }
    assert len({deed.value for deed in EVERY_DEED}) == len(EVERY_DEED), "a stored value is one kind of write"
    assert all(deed_of(deed.value) is deed for deed in EVERY_DEED)
    assert dict(action_choices(str.upper))["document_removed"] == Action.DOCUMENT_REMOVED.label.upper()


def test_a_sentence_says_its_facts_with_days_in_words() -> None:
    said = sentence(
        Action.DOCUMENT_REMOVED, about="Minutes", facts={"collaboration": date(2026, 11, 21), "more": 1}
    )
    assert said == "removed the document Minutes from 21 November 2026"
    with pytest.raises(KeyError):
        sentence(Action.DOCUMENT_REMOVED, about="Minutes", facts={})


@pytest.mark.parametrize(
    ("facts", "found"),
    [
        ({"changes": {"name": ["a", "b"], "note": "no pair", "three": [1, 2, 3]}}, {"name": ["a", "b"]}),
        ({"name": ["a", "b"], "by": "Amina"}, {"name": ["a", "b"]}),
        ({"changes": "none", "by": "Amina"}, {}),
    ],
)
def test_differences_are_pairs_of_before_and_after(
    facts: dict[str, object], found: dict[str, object]
) -> None:
    assert differences_in(facts) == found
