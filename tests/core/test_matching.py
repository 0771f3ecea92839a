"""N5: the words of a query are mended by those of names, and the right name is among the first."""

from __future__ import annotations

import random
import re
import string
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.matching import (
    MAX_NEIGHBOURS,
    Part,
    Words,
    as_typed,
    edits_allowed,
    has_digit,
    is_mended,
    least_held,
    mend,
    most_like,
    weight_held,
    words_shown,
)
from core.ordering import in_order


def listed(words: str) -> list[str]:
    return words.split()


FIRST = listed(
    "acorn bramble conker honeybee sunflower rainbow butterfly caterpillar ladybird hedgehog"
    " squirrel dragonfly bluebell buttercup daisy willow orchard meadow hillside riverside lighthouse"
    " windmill treetops stepping stones sandcastle starfish dolphin penguin elephant giraffe kangaroo"
    " monkey panda tiger lion bear cub otter badger robin kingfisher skylark nightingale woodpecker"
    " pathfinder explorer adventure playhouse cottage manor priory abbey chapel vicarage"
)
SECOND = listed(
    "larkton merrow ashford burnham caldwell denbury eastcote fairfield greenway hartley ivybridge"
    " kingsmead longford maplewood northgate oakhurst parkside queensway ravensworth stanmore"
    " thornbury underhill westbrook yarborough amberley birchwood cranleigh dovedale elmstead"
    " foxcombe glenfield hawthorn islington kirkstall lindfield marchwood newbourne otterbourne"
    " penshurst quarrington rosedale selborne tamworth upminster wakefield"
)
THIRD = (
    "nursery", "playgroup", "day nursery", "pre-school", "preschool", "kindergarten", "children's centre",
    "after school club", "montessori school", "childcare", "crèche",
)  # fmt: skip
ALPHABET = string.ascii_lowercase


def made_up_names(number: int, chance: random.Random) -> list[str]:
    names: set[str] = set()
    while len(names) < number:
        first, second = chance.choice(FIRST), chance.choice(SECOND)
        ending = chance.choice((" ", "s ", " & " + chance.choice(FIRST) + " "))
        names.add(f"{first}{ending}{second} {chance.choice(THIRD)}".title())
    return sorted(names)


def misspelt(text: str, chance: random.Random) -> str:
    """One edit: a letter left out, put in, changed or swapped, a space left out, or an accent."""
    place = chance.randrange(len(text))
    letter = chance.choice(ALPHABET)
    kind = chance.choice(("out", "in", "other", "swap", "space", "accent"))
    if kind == "out":
        return text[:place] + text[place + 1 :]
    if kind == "in":
        return text[:place] + letter + text[place:]
    if kind == "other":
        return text[:place] + letter + text[place + 1 :]
    if kind == "swap" and place + 1 < len(text):
        return text[:place] + text[place + 1] + text[place] + text[place + 2 :]
    if kind == "space" and " " in text:
        space = chance.choice([match.start() for match in re.finditer(" ", text)])
        return text[:space] + text[space + 1 :]
    return text.replace("e", "é", 1)


class InMemory:
    """A search in memory, as the database does it: what is held, and of that the most like."""

    def __init__(self, names: Sequence[str]) -> None:
        self.names = [in_order(name) for name in names]
        self.known = Words.of(self.names)

    def find(self, text: str) -> list[int]:
        words = in_order(text).split()
        parts = as_typed(words)
        held = [place for place, name in enumerate(self.names) if all(word in name for word in words)]
        if not held:
            parts = mend(words, self.known)
            held = self._holding_most(parts)
        names = [self.names[place] for place in held]
        return [held[place] for place in most_like(names, parts, " ".join(words))]

    def _holding_most(self, parts: Sequence[Part]) -> list[int]:
        weights = [0] * len(self.names)
        for part in parts:
            if all(len(choice) == 1 for choice in part.choices):
                holds = re.compile("|".join(re.escape(choice[0]) for choice in part.choices)).search
                held = [holds(name) is not None for name in self.names]
            else:
                held = [part.choice_in(name) is not None for name in self.names]
            weights = [weight + part.weight * is_held for weight, is_held in zip(weights, held, strict=True)]
        most = max(weights)
        return [place for place, weight in enumerate(weights) if weight == most >= least_held(parts)]


@pytest.mark.parametrize("edits", [1, 2])
def test_n5_the_right_name_is_among_the_first_five(edits: int) -> None:
    """200 misspellings of 3,000 names, the same each time."""
    chance = random.Random(20261129 + edits)
    names = made_up_names(3000, chance)
    search = InMemory(names)
    found = 0
    for _number in range(100):
        wanted = chance.randrange(len(names))
        typed = names[wanted].lower()
        for _edit in range(edits):
            typed = misspelt(typed, chance)
        found += wanted in search.find(typed)[:5]
    assert found >= 95


NAMES = [
    "Honeybee Nursery",
    "Bramble Cottage",
    "Conkers Club",
    "Sunny Days Nursery",
    "Zoë's Crèche",
    "Larkton 2 Tots",
]


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("Hunnybee", 0),
        ("Honeybea", 0),
        ("honney bee", 0),
        ("Nursary honeybee", 0),
        ("Brambel", 1),
        ("Conkar", 2),
        ("conkersclub", 2),
        ("sunydays nursery", 3),
        ("Sun ny Dais", 3),
        ("zoes creche", 4),
        ("zoe crechhe", 4),
    ],
)
def test_people_spell_as_they_do(typed: str, wanted: int) -> None:
    assert InMemory(NAMES).find(typed)[0] == wanted


@pytest.mark.parametrize(
    ("typed", "least"),
    [
        ("together", 1),
        ("forest together", 1),
        ("forest schools together", 2),
        ("a nursery in larkton", 1),  # what is shorter than three letters says nothing
        ("the acorn nursery of 12", 2),
        ("of", 1),
    ],
)
def test_n5_a_name_holds_half_of_what_was_typed(typed: str, least: int) -> None:
    assert least_held(as_typed(typed.split())) == least


def test_n5_one_word_of_three_is_another_name() -> None:
    search = InMemory([*NAMES, "Cook Together", "Forest Friends"])
    assert search.find("forest schools together") == []
    assert search.find("forrest togethr") != []


def known(*words: str) -> Words:
    return Words({word: number + 1 for number, word in enumerate(words)})


@pytest.mark.parametrize(
    ("word", "edits"),
    [("bee", 0), ("oaks", 1), ("acorn", 1), ("acorns", 2), ("honeybee", 2), ("lk12", 0), ("ey123456", 0)],
)
def test_short_words_allow_less_and_numbers_nothing(word: str, edits: int) -> None:
    assert edits_allowed(word) == edits


def test_a_swap_is_one_edit() -> None:
    assert known("acorn").neighbours("acron") == ["acorn"]
    assert known("acorn").neighbours("caron") == []


def test_the_nearest_come_first_and_of_those_the_most_frequent() -> None:
    words = known("meadows", "meadow", "meador", "shadow")
    assert words.neighbours("meadot") == ["meador", "meadow", "meadows"]


def test_no_more_than_six() -> None:
    words = known(*(f"honey{letter}" for letter in ALPHABET))
    assert len(words.neighbours("honeyy")) == MAX_NEIGHBOURS


def test_a_word_that_occurs_is_never_mended() -> None:
    assert mend(["hill"], known("mill", "hill")) == as_typed(["hill"])
    assert mend(["nurs"], known("nursery", "purse")) == as_typed(["nurs"])


def test_numbers_must_be_held() -> None:
    parts = mend(["acron", "12"], known("acorn"))
    assert weight_held(parts, "acorn 12") == 2
    assert weight_held(parts, "acorn 13") == 0


def test_words_with_digits_are_no_words_to_mend_to() -> None:
    assert Words.of(["acorns ey123456 lk1 2ab"]).counts == {"acorns": 1}


def test_three_words_run_together() -> None:
    (part,) = mend(["theoldbarn"], known("the", "old", "barn"))
    assert part.choices == (("the", "old", "barn"),)


def test_what_is_shown_is_what_the_name_holds() -> None:
    parts = mend(["hunnybee", "nursery"], known("honeybee", "nursery"))
    assert words_shown(parts, "honeybee nursery") == "Honeybee Nursery"
    assert words_shown(parts, "honeybee club") == "Honeybee"


WORDS = st.text("abcdefgh1é ", min_size=1, max_size=12).map(in_order).filter(bool)


@given(st.lists(WORDS, min_size=1, max_size=6), WORDS)
def test_mending_says_only_words_that_occur(names: list[str], typed: str) -> None:
    """A correction betrays nothing: each word of it is one of the names' or was typed."""
    words = Words.of(names)
    parts = mend(typed.split(), words)
    assert [word for part in parts for word in part.typed] == typed.split()
    for part in parts:
        if part.is_mended:
            assert {word for choice in part.choices for word in choice} <= set(words.counts)
            assert not any(has_digit(word) for word in part.typed)
    if all(words.occurs(word) for word in typed.split()):
        assert not is_mended(parts)
