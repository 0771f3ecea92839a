"""W2: a comparison shows what changed, and rebuilds both texts."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ways_of_working.rules.comparing import (
    Change,
    SectionVersion,
    compare,
    decided,
    materiality,
    refusals_to_decide,
)
from ways_of_working.rules.wording import PieceKind, difference, new_side, old_side

SAME, GONE, NEW = PieceKind.SAME, PieceKind.REMOVED, PieceKind.ADDED
MEETINGS = SectionVersion(
    "1.8", texts={"meeting_venues": "We meet in turn."}, values={"meetings_a_year": "4"}
)
PURPOSE = SectionVersion("1.2", texts={"aims": "We share."})


def test_w2_pieces_of_a_changed_sentence() -> None:
    assert difference("We meet on Monday at six.", "We meet on Tuesday at six.") == (
        (SAME, "We meet on "), (GONE, "Monday"), (NEW, "Tuesday"), (SAME, " at six."),
    )  # fmt: skip


def test_w2_a_phrase_stays_whole() -> None:
    assert difference("Bring red apples today.", "Bring green pears today.") == (
        (SAME, "Bring "), (GONE, "red apples"), (NEW, "green pears"), (SAME, " today."),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "pieces"),
    [
        ("", "", ()),
        ("One.", "One.", ((SAME, "One."),)),
        ("", "One.", ((NEW, "One."),)),
        ("One.", "", ((GONE, "One."),)),
        ("One.\nTwo.\n", "One.\nThree.\n", ((SAME, "One.\n"), (GONE, "Two."), (NEW, "Three."), (SAME, "\n"))),
    ],
)
def test_w2_small_differences(old: str, new: str, pieces: tuple[tuple[PieceKind, str], ...]) -> None:
    assert difference(old, new) == pieces


PHRASES = st.lists(
    st.sampled_from(["we", "meet", "share", " ", "  ", "\n", "\r\n", "naïve", "🙂", "\u2028", "."]),
    max_size=25,
).map("".join)


@settings(deadline=None, max_examples=60)
@given(old=st.one_of(PHRASES, st.text()), new=st.one_of(PHRASES, st.text()))
def test_w2_the_pieces_rebuild_both_texts(old: str, new: str) -> None:
    pieces = difference(old, new)
    assert "".join(piece.text for piece in old_side(pieces)) == old
    assert "".join(piece.text for piece in new_side(pieces)) == new
    assert all(piece.text for piece in pieces)
    assert all(before.kind is not after.kind for before, after in pairwise(pieces))
    if old == new:
        assert {piece.kind for piece in pieces} <= {SAME}


def test_w2_a_long_text_is_compared_at_once_and_finely() -> None:
    """Forty pages: Python's own matcher took minutes for a quarter of them."""
    old = "".join(
        f"Sentence {number} says that we meet and share. \n"[: 60 if number % 5 else 46]
        for number in range(2000)
    )
    new = old.replace("Sentence 700 says", "Sentence 700 asks").replace(
        "Sentence 1400 says that we", "Sentence 1400 says that you"
    )
    changed = [piece for piece in difference(old, new) if piece.kind is not SAME]
    assert changed == [(GONE, "says"), (NEW, "asks"), (GONE, "we"), (NEW, "you")]


@pytest.mark.parametrize(
    ("old", "new"), [("a " * 10_000, "a " * 9_000 + "b " * 900), ("a\n" * 10_000, "a\nb\n" * 5_000)]
)
def test_w2_a_text_with_nothing_to_hold_on_to_takes_no_longer(old: str, new: str) -> None:
    pieces = difference(old, new)
    assert ("".join(one.text for one in old_side(pieces)), "".join(one.text for one in new_side(pieces))) == (
        old,
        new,
    )


def unused(section: SectionVersion) -> SectionVersion:
    return SectionVersion(section.key, section.title, False, section.texts, section.values)


@pytest.mark.parametrize(
    ("old", "new", "change"),
    [
        ([PURPOSE], [PURPOSE], Change.SAME),
        ([], [PURPOSE], Change.ADDED),
        ([PURPOSE], [], Change.REMOVED),
        ([unused(PURPOSE)], [PURPOSE], Change.ADDED),
        ([PURPOSE], [unused(PURPOSE)], Change.REMOVED),
        ([unused(PURPOSE)], [unused(PURPOSE)], Change.SAME),
        ([unused(PURPOSE)], [], Change.SAME),
        ([PURPOSE], [SectionVersion("1.2", texts={"aims": "We share more."})], Change.CHANGED),
        ([PURPOSE], [SectionVersion("1.2", title="Why", texts={"aims": "We share."})], Change.CHANGED),
    ],
)
def test_w2_what_became_of_a_section(
    old: list[SectionVersion], new: list[SectionVersion], change: Change
) -> None:
    assert [one.change for one in compare(old, new)] == [change]


def test_w2_the_same_answer_written_otherwise_is_no_change() -> None:
    old = SectionVersion(
        "1.9", values={"attendance_threshold": "80", "safeguarding_routes": ["emergency", "own_lead"]}
    )
    new = SectionVersion(
        "1.9",
        values={
            "attendance_threshold": 80,
            "safeguarding_routes": ["own_lead", "emergency"],
            "optimum_size": "",
        },
    )
    assert [one.change for one in compare([old], [new])] == [Change.SAME]


def test_w2_a_changed_answer_is_named_before_and_after() -> None:
    (change,) = compare(
        [MEETINGS], [SectionVersion("1.8", texts=MEETINGS.texts, values={"meetings_a_year": "6"})]
    )
    assert (change.change, change.words) == (Change.CHANGED, ())
    assert change.answers == (("meetings_a_year", 4, 6),)


def test_sections_come_in_order_and_what_went_stays_in_its_place() -> None:
    old = [SectionVersion("1.1"), SectionVersion("own-a"), SectionVersion("1.2")]
    new = [SectionVersion("1.1"), SectionVersion("1.2"), SectionVersion("own-b")]
    assert [(one.key, one.change) for one in compare(old, new)] == [
        ("1.1", Change.SAME), ("own-a", Change.REMOVED), ("1.2", Change.SAME), ("own-b", Change.ADDED),
    ]  # fmt: skip


WORDIER = SectionVersion(
    "1.8", texts={"meeting_venues": "We meet in turn, or online."}, values=MEETINGS.values
)
OFTENER = SectionVersion("1.8", texts=MEETINGS.texts, values={"meetings_a_year": "6"})


@pytest.mark.parametrize(
    ("new", "reasons"),
    [
        ([MEETINGS], []),
        ([WORDIER], []),
        ([OFTENER], ["“Meetings a year, at least” changed in section 1.8."]),
        ([unused(MEETINGS)], ["Section 1.8 is no longer used."]),
        ([MEETINGS, PURPOSE], ["Section 1.2 is now used."]),
    ],
)
def test_w2_what_is_material(new: list[SectionVersion], reasons: list[str]) -> None:
    found = materiality(compare([MEETINGS], new))
    assert [str(reason) for reason in found.reasons] == reasons
    assert found.is_material == bool(reasons)
    assert found.is_material == any(change.is_material for change in compare([MEETINGS], new))


def test_w2_people_may_say_otherwise_with_a_reason() -> None:
    by_rule = materiality(compare([MEETINGS], [OFTENER]))
    assert [refusal.field for refusal in refusals_to_decide(by_rule, is_material=False, why=" ")] == ["why"]
    assert refusals_to_decide(by_rule, is_material=False, why="We met six times anyway.") == []
    assert refusals_to_decide(by_rule, is_material=True, why="") == []
    said = decided(by_rule, is_material=False, why="We met six times anyway.")
    assert (said.is_material, said.is_decided, str(said.reasons[0])) == (
        False,
        True,
        "We met six times anyway.",
    )
    assert decided(by_rule, is_material=True, why="") == by_rule
    words_only = materiality(compare([MEETINGS], [WORDIER]))
    assert len(refusals_to_decide(words_only, is_material=True, why="")) == 1


SECTIONS = st.lists(
    st.builds(
        SectionVersion, key=st.sampled_from(["1.1", "1.2", "own-a", "own-b"]), is_used=st.booleans(),
        texts=st.dictionaries(st.sampled_from(["aims", "nature"]), PHRASES),
        values=st.dictionaries(st.sampled_from(["quorum", "odd"]), st.text(max_size=4)),
    ),
    unique_by=lambda one: one.key,
)  # fmt: skip


@settings(deadline=None, max_examples=60)
@given(old=SECTIONS, new=SECTIONS)
def test_w2_there_and_back(old: list[SectionVersion], new: list[SectionVersion]) -> None:
    there, back = compare(old, new), {one.key: one for one in compare(new, old)}
    turned = {Change.ADDED: Change.REMOVED, Change.REMOVED: Change.ADDED}
    assert len(there) == len({one.key for one in (*old, *new)})
    assert all(back[one.key].change is turned.get(one.change, one.change) for one in there)
    assert all(one.change is Change.SAME for one in compare(old, old))
