"""Q1, Q2: what a framework says, what is wrong with it, and what changes with its next version."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from core.moves import diagram_of, move_of, table_of
from qa_framework.rules.changes import Change, changes_between
from qa_framework.rules.faults import MAX_AREAS, MAX_LEVELS, MAX_STANDARDS, faults_of
from qa_framework.rules.frameworks import Area, Framework, Level, Words, kinds_with_own_words
from qa_framework.rules.versions import VERSION_MOVES, VersionState, why_not_published
from tests.factories.frameworks import LEVELS, framework, standard


def said(value: Framework) -> list[str]:
    return [str(fault.reason) for fault in faults_of(value)]


def with_standards(*standards: Any) -> Framework:
    return framework(areas=(Area("play", "Play", "", tuple(standards)),))


def test_q1_nothing_is_wrong_with_a_whole_one() -> None:
    assert faults_of(framework()) == []


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (framework(kinds=()), "Say for whom the framework is."),
        (framework(kinds=("setting", "collaboration")), "not for both"),
        (framework(areas=()), "Add an area."),
        (framework(areas=(Area("play", "Play"),)), "Add a standard to “Play”."),
        (framework(levels=LEVELS[:1]), "Name at least 2 levels."),
        (framework(levels=(*LEVELS, Level("top", "HIGH"))), "Two levels are called “High”."),
        (framework(levels=(*LEVELS, Level("top", "Top", "gold"))), "Two levels give the award “Gold”."),
        (framework(levels=(*LEVELS, Level("low", "Lower"))), "The key “low” stands twice."),
        (with_standards(standard("trees"), standard("trees", "Woods")), "The key “trees” stands twice."),
        (
            with_standards(standard("trees"), standard("wood", "trees")),
            "Two standards of “Play” are called “Trees”.",
        ),
        (with_standards(standard("trees", statement="")), "Write what “Trees” asks."),
        (with_standards(standard("trees", levels={"low": "a"})), "looks like at the level “High”."),
        (
            with_standards(standard("trees", levels={"low": "a", "high": "b", "top": "c"})),
            "There is no level with the key “top”.",
        ),
        (
            with_standards(standard("trees", own={"school": Words(levels={"none": "x"})})),
            "There is no level with the key “none”.",
        ),
    ],
)
def test_q1_each_fault_is_said_in_words(value: Framework, words: str) -> None:
    assert any(words in sentence for sentence in said(value)), said(value)


def test_q1_limits() -> None:
    many = tuple(Level(f"l{n}", f"Level {n}") for n in range(MAX_LEVELS + 1))
    assert any(f"{MAX_LEVELS} levels at most" in words for words in said(framework(levels=many)))
    areas = tuple(Area(f"a{n}", f"Area {n}", "", (standard(f"s{n}"),)) for n in range(MAX_AREAS + 1))
    assert any(f"{MAX_AREAS} areas at most" in words for words in said(framework(areas=areas)))
    several = with_standards(*(standard(f"s{n}") for n in range(MAX_STANDARDS + 1)))
    assert any(f"{MAX_STANDARDS} standards at most" in words for words in said(several))


def test_q1_two_areas_of_one_name_are_told_apart_by_nobody() -> None:
    areas = (Area("a", "Play", "", (standard("x"),)), Area("b", "PLAY", "", (standard("y"),)))
    assert said(framework(areas=areas)) == ["Two areas are called “Play”."]


@pytest.mark.parametrize("text", ["All staff look at trees", "In each room there are trees", "ROOMS"])
def test_q2_a_childminder_never_reads_of_staff_or_rooms(text: str) -> None:
    usual = {"statement": text}
    assert "A childminder would read the word" in said(with_standards(standard("trees", **usual)))[0]
    assert said(replace(with_standards(standard("trees", **usual)), kinds=("setting", "school"))) == []
    alone = standard("trees", own={"childminder": Words(statement="You look at trees")}, **usual)
    assert said(with_standards(alone)) == []


def test_q2_words_of_a_kind_stand_before_the_usual_ones_part_by_part() -> None:
    tree = standard("trees", own={"childminder": Words("You look", {"low": "at times"})})
    assert tree.words_for("school") == tree.words
    read = tree.words_for("childminder")
    assert (read.statement, read.levels) == ("You look", {"low": "at times", "high": "trees at high"})
    assert read.prompts == tree.words.prompts
    own = replace(tree, own={"childminder": Words(prompts=("a tree",))}).words_for("childminder")
    assert (own.statement, own.prompts) == ("trees is asked", ("a tree",))


@pytest.mark.parametrize(
    ("kinds", "own"),
    [
        (["setting", "childminder", "school"], ["childminder", "school"]),
        (["setting", "school"], ["school"]),
        (["childminder"], []),
        (["collaboration"], []),
    ],
)
def test_q2_whoever_is_alone_in_a_framework_has_its_usual_words(kinds: list[str], own: list[str]) -> None:
    assert kinds_with_own_words(kinds) == own


# --- the next version ---------------------------------------------------------------------------------------


def test_q1_what_changes_for_settings_in_the_middle() -> None:
    before = framework(
        areas=(
            Area(
                "play",
                "Play",
                "",
                tuple(standard(key) for key in ("same", "reworded", "moved", "carried", "ends")),
            ),
            Area("people", "People", "", (standard("families"),)),
        )
    )
    after = framework(
        areas=(
            Area("play", "Play", "", (standard("same"), standard("reworded", statement="Other words"))),
            Area(
                "people",
                "People",
                "",
                (standard("families"), standard("moved"), standard("wood"), standard("new")),
            ),
        )
    )
    found = changes_between(before, after, {"carried": ("wood", "families", "unknown"), "ends": ()})
    assert [(one.change, one.before, one.after, one.keeps_judgement) for one in found] == [
        (Change.SAME, "Same", ("Same",), True),
        (Change.REWORDED, "Reworded", ("Reworded",), False),
        (Change.MOVED, "Moved", ("Moved",), True),
        (Change.CARRIED, "Carried", ("Wood", "Families"), False),
        (Change.ENDS, "Ends", (), False),
        (Change.SAME, "Families", ("Families",), True),
        (Change.NEW, "", ("New",), False),
    ]


def test_q1_other_levels_mean_that_everything_is_looked_at_again() -> None:
    after = framework(levels=(*LEVELS, Level("top", "Top")))
    assert {one.change for one in changes_between(framework(), after, {})} == {Change.REWORDED}


# --- where a version stands ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("state", "has_faults", "is_carried", "words"),
    [
        (VersionState.DRAFT, False, True, ""),
        (VersionState.DRAFT, True, True, "Mend what is not yet right"),
        (VersionState.DRAFT, False, False, "what comes after each standard"),
        (VersionState.PUBLISHED, False, True, "was published already"),
        (VersionState.ENDED, False, True, "was published already"),
    ],
)
def test_q1_only_a_whole_draft_is_published(
    state: str, has_faults: bool, is_carried: bool, words: str
) -> None:
    reason = why_not_published(state, has_faults=has_faults, is_carried=is_carried)
    assert (reason is None) == (words == "")
    assert words in str(reason or "")


def test_q1_no_move_leads_back_to_a_draft() -> None:
    assert not [row for row in VERSION_MOVES if row.to is VersionState.DRAFT]
    assert move_of(VERSION_MOVES, VersionState.DRAFT, VersionState.ENDED) is None
    assert {row.start for row in VERSION_MOVES} == {VersionState.DRAFT, VersionState.PUBLISHED}


def test_q1_the_page_of_the_rule_shows_the_table_of_moves() -> None:
    page = (Path(__file__).parents[2] / "docs/rules/Q1.md").read_text()
    assert table_of(VERSION_MOVES) in page
    assert diagram_of(VERSION_MOVES, VersionState, VersionState.DRAFT) in page
