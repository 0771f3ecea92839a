"""The sentences of the audit log, as rules without a database."""

import re
from datetime import date
from string import Formatter

import pytest

from audit.rules.actions import EVERY_DEED, Action, action_choices, deed_of
from audit.rules.meeting_actions import MeetingAction
from audit.rules.money_actions import MoneyAction
from audit.rules.quality_actions import QualityAction
from audit.rules.sentences import SENTENCES, differences_in, sentence

#: A fact with words of several behind it, which a count of one would make wrong.
SEVERAL = re.compile(r"\{(\w+)\} (?:\w+ )?(?:people|\w+[^s]s)\b")
#: Facts that are no counts: names, days, sums, or numbers that name a thing.
NO_COUNTS = frozenset(
    {
        *(
            "about",
            "what",
            "setting",
            "person",
            "collaboration",
            "collaborations",
            "payee",
            "day",
            "time",
            "sum",
        ),
        *(
            "office",
            "from",
            "format",
            "title",
            "who",
            "role",
            "missing",
            "failed",
            "total",
            "clock",
            "by",
            "into",
            "version",
        ),
    }
)


def test_every_action_can_be_chosen_by_its_label() -> None:
    assert dict(action_choices()) == {
        deed.value: deed.label for deed in (*Action, *MeetingAction, *MoneyAction, *QualityAction)
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


@pytest.mark.parametrize("number", [0, 1, 2, 12])
def test_what_follows_a_count_is_one_or_several(number: int) -> None:
    said = sentence(Action.NEEDS_READ, about="First aid", facts={"number": number})
    person = "person needs" if number == 1 else "people need"
    assert said == f"read what {number} {person} at “First aid”"


@pytest.mark.parametrize("deed", EVERY_DEED, ids=str)
def test_no_sentence_has_one_of_several(deed: Action) -> None:
    """Every count with a word behind it says that word for one and for more."""
    pattern = SENTENCES[deed]
    counts = {name: after for _text, name, after, _how in Formatter().parse(pattern) if name and after}
    for after in counts.values():
        one, more = after.split("|")
        assert one != more
        assert not re.search(r"people\b|[^s]s$", one.split()[-1] if "person" not in one else ""), one
    wrong = {match[1] for match in SEVERAL.finditer(pattern)} - NO_COUNTS
    assert not wrong, f"{deed} says “1 …s”: write what follows as {{name:one|several}}: {pattern}"
    facts = {name: 1 for _text, name, _after, _how in Formatter().parse(pattern) if name and name != "about"}
    assert not re.search(
        r"\b1 (people|settings|members|rows|groups)\b", sentence(deed, about="", facts=facts)
    )
