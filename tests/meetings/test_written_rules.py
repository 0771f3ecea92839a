"""G5: what changed since minutes were sent, and of two people who write nothing is lost. No database."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meetings.rules.written import (
    GENERAL,
    Group,
    Line,
    Part,
    Saving,
    Standing,
    Written,
    changes_between,
    what_becomes_of,
)

SENT = Written(
    ("10 November 2026",),
    (Line(Group.THERE, ("Acorns",)),),
    (Part(7, "Money", "Twelve.", ("We share.",), ("Lena asks.",)), Part(GENERAL, "")),
)


def money(**values: object) -> Written:
    return replace(SENT, parts=(SENT.parts[0]._replace(**values), SENT.parts[1]))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("now", "lines"),
    [
        (SENT, []),
        (replace(SENT, facts=("11 November 2026",)), ["When, where or who chaired has changed"]),
        (replace(SENT, who=()), ["Who was there has changed"]),
        (money(words="Thirteen."), ["Money: the text has changed"]),
        (money(title="Cash"), ["Cash: the text has changed"]),
        (
            money(decisions=("We share it.",)),
            ["Money: new decision: We share it.", "Money: decision taken out: We share."],
        ),
        (money(actions=()), ["Money: the actions have changed"]),
        (money(is_reached=False), ["Money: whether it was reached has changed"]),
        (replace(SENT, parts=SENT.parts[1:]), ["Money: taken out"]),
        (replace(SENT, parts=SENT.parts[:1]), []),
        (
            replace(SENT, parts=(SENT.parts[0], Part(GENERAL, "", "We met."))),
            ["Anything else: the text has changed"],
        ),
    ],
)
def test_g5_a_second_sending_says_what_changed(now: Written, lines: list[str]) -> None:
    assert [str(reason) for reason in changes_between(SENT, now)] == lines


def test_the_text_is_what_somebody_wrote() -> None:
    assert SENT.text == "Twelve.\nWe share."
    assert Written(parts=(Part(7, "Money"),)).text == ""
    assert not Part(7, "Money").says_something
    assert Part(7, "Money", is_reached=False).says_something


STANDS = Standing(3, "Twelve.", "a")


@pytest.mark.parametrize(
    ("typed", "edition", "page", "is_touched", "saving"),
    [
        ("Thirteen.", 3, "b", True, Saving.WRITE),  # has seen what stands
        ("Thirteen.", 2, "a", True, Saving.WRITE),  # the own page, whose answer had not arrived
        ("Thirteen.", 2, "b", True, Saving.CLASH),
        ("Thirteen.", 4, "b", True, Saving.CLASH),  # an edition that never was
        ("", 2, "b", False, Saving.NOTHING),  # left as the page had shown it
        ("Twelve.", 0, "b", True, Saving.NOTHING),
    ],
)
def test_g5_only_who_has_seen_a_text_writes_over_it(
    typed: str, edition: int, page: str, is_touched: bool, saving: Saving
) -> None:
    got = what_becomes_of(typed, stands=STANDS, edition=edition, page=page, is_touched=is_touched)
    assert got is saving


def test_nobody_is_the_own_page_of_a_text_without_one() -> None:
    stands = Standing(3, "Twelve.")
    assert what_becomes_of("Thirteen.", stands=stands, edition=2, page="") is Saving.CLASH


@dataclass
class Writer:
    """One open page: the edition that it carries, what it showed, what is in its box, and every text that its
    writer has seen."""

    page: str
    edition: int = 0
    shown: str = ""
    box: str = ""
    seen: set[str] = field(default_factory=lambda: {""})


WORDS = st.sampled_from(["", "One.", "Two.", "Three.", "Four."])
STEPS = st.lists(
    st.tuples(st.integers(0, 1), st.sampled_from(["type", "save", "lost", "reload", "both"]), WORDS),
    max_size=40,
)


@given(STEPS)
def test_g5_whatever_two_people_save_no_text_is_lost(steps: list[tuple[int, str, str]]) -> None:
    """A text that stood is written over only by somebody who had seen it, and what is not written stays in
    its writer's box. ``lost``: the answer of a saving never arrives; ``both``: the page with both texts.
    """
    stands, writers = Standing(), (Writer("a"), Writer("b"))
    for who, what, words in steps:
        writer = writers[who]
        if what == "type":
            writer.box = words
        elif what == "reload":
            writer.edition, writer.shown, writer.box = stands.edition, stands.words, stands.words
            writer.seen.add(stands.words)
        else:
            saving = what_becomes_of(
                writer.box,
                stands=stands,
                edition=writer.edition,
                page=writer.page,
                is_touched=writer.box != writer.shown,
            )
            before = writer.box
            if saving is Saving.WRITE:
                assert stands.words in writer.seen
                stands = Standing(stands.edition + 1, writer.box, writer.page)
                writer.seen.add(writer.box)
            if saving is not Saving.CLASH and what != "lost" and stands.words == writer.box:
                writer.edition, writer.shown = stands.edition, stands.words
                writer.seen.add(stands.words)
            if saving is Saving.CLASH and what == "both":
                writer.edition, writer.shown = stands.edition, stands.words
                writer.seen.add(stands.words)
            assert writer.box == before
            if saving is Saving.WRITE:
                assert stands.words == writer.box
