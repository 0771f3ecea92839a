"""O2: what the register of schools says of take-overs, as a rule: no database."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.reading.results import CellProblem
from ofsted.imports.links import read_link_type
from ofsted.rules.school_links import (
    LINK_LABELS,
    NO_TAKE_OVER,
    Link,
    LinkType,
    SaidTakeOver,
    reasons_of,
    said_take_overs,
)

DAY, OTHER_DAY = date(2024, 9, 1), date(2024, 8, 31)
OLD, NEW = "700100", "700200"
BY_NEW = Link(NEW, OLD, LinkType.PREDECESSOR)
BY_OLD = Link(OLD, NEW, LinkType.SUCCESSOR)


@pytest.mark.parametrize(
    ("link_type", "earlier", "how"),
    [
        (LinkType.PREDECESSOR, "2", ""),
        (LinkType.PREDECESSOR_AMALGAMATED, "2", "amalgamated"),
        (LinkType.PREDECESSOR_MERGED, "2", "merged"),
        (LinkType.PREDECESSOR_SPLIT, "2", "split"),
        (LinkType.SUCCESSOR, "1", ""),
        (LinkType.SUCCESSOR_AMALGAMATED, "1", "amalgamated"),
        (LinkType.SUCCESSOR_MERGED, "1", "merged"),
        (LinkType.SUCCESSOR_SPLIT, "1", "split"),
    ],
)
def test_o2_each_kind_of_link_says_which_school_is_the_earlier_one(
    link_type: LinkType, earlier: str, how: str
) -> None:
    link = Link("1", "2", link_type)
    assert (link.earlier, link_type.how) == (earlier, how)
    assert {link.earlier, link.later} == {"1", "2"}


def test_o2_the_words_of_every_kind_are_read_in_any_spelling() -> None:
    for link_type, label in LINK_LABELS.items():
        assert read_link_type(label) is link_type
        assert read_link_type(f"  {label.upper().replace(' - ', ' – ')} ") is link_type
    assert {read_link_type(text) for text in NO_TAKE_OVER} == {None}


@pytest.mark.parametrize("text", ["", "NULL", "Predecesor", "Taken over", "1"])
def test_o2_an_unknown_kind_of_link_is_refused_in_the_files_words(text: str) -> None:
    with pytest.raises(CellProblem) as refused:
        read_link_type(text)
    assert "Predecessor, Successor" in refused.value.reason.in_words()


@pytest.mark.parametrize(
    ("links", "said"),
    [
        ([], []),
        ([(BY_NEW, DAY)], [SaidTakeOver(OLD, NEW, DAY)]),
        ([(BY_OLD, DAY)], [SaidTakeOver(OLD, NEW, DAY)]),
        ([(BY_OLD, OTHER_DAY), (BY_NEW, DAY)], [SaidTakeOver(OLD, NEW, DAY)]),
        ([(BY_OLD, DAY), (BY_NEW, None)], [SaidTakeOver(OLD, NEW, DAY)]),
        (
            [(BY_NEW, DAY), (Link(OLD, NEW, LinkType.SUCCESSOR_MERGED), None)],
            [SaidTakeOver(OLD, NEW, DAY, "merged")],
        ),
        ([(BY_NEW, DAY), (Link(NEW, OLD, LinkType.SUCCESSOR), DAY)], []),
        ([(Link(NEW, NEW, LinkType.PREDECESSOR), DAY)], []),
        (
            [(BY_NEW, DAY), (Link(NEW, "700300", LinkType.PREDECESSOR_MERGED), DAY)],
            [SaidTakeOver(OLD, NEW, DAY), SaidTakeOver("700300", NEW, DAY, "merged")],
        ),
    ],
    ids=[
        "nothing", "the-later-says-it", "the-earlier-says-it", "the-laters-day-counts", "the-others-day-fills",
        "how-is-filled", "each-from-the-other", "itself", "from-two",
    ],
)  # fmt: skip
def test_o2_two_rows_of_one_take_over_are_one(
    links: list[tuple[Link, date | None]], said: list[SaidTakeOver]
) -> None:
    assert said_take_overs(links) == said
    assert said_take_overs(reversed(links)) == said


ANY_LINK = st.tuples(
    st.builds(Link, st.sampled_from("abc"), st.sampled_from("abc"), st.sampled_from(LinkType)),
    st.none() | st.dates(min_value=date(2020, 1, 1), max_value=date(2024, 1, 1)),
)


@given(st.lists(ANY_LINK, max_size=12))
def test_o2_no_pair_is_said_twice_both_ways_or_of_one_school(links: list[tuple[Link, date | None]]) -> None:
    pairs = [(each.earlier, each.later) for each in said_take_overs(links)]
    assert len(pairs) == len(set(pairs))
    assert not {(later, earlier) for earlier, later in pairs} & set(pairs)
    assert {(link.earlier, link.later) for link, _ in links} >= set(pairs)


@pytest.mark.parametrize(
    ("since", "how", "is_listed", "words"),
    [
        (DAY, "", False, ["The national register of schools says it took over from Elm (700100) on 1 September 2024."]),
        (
            DAY, "merged", False,
            ["The national register of schools says it took over from Elm (700100) on 1 September 2024, when schools were"
             " merged."],
        ),
        (
            DAY, "amalgamated", False,
            ["The national register of schools says it took over from Elm (700100) on 1 September 2024, when schools were"
             " amalgamated."],
        ),
        (
            DAY, "split", True,
            ["The national register of schools says it took over from Elm (700100) on 1 September 2024, when a school was"
             " split.", "Elm (700100) is still listed."],
        ),
        (
            None, "", False,
            ["The national register of schools says it took over from Elm (700100), without a date."],
        ),
        (
            None, "merged", False,
            ["The national register of schools says it took over from Elm (700100) when schools were merged, without a"
             " date."],
        ),
        (
            None, "amalgamated", False,
            ["The national register of schools says it took over from Elm (700100) when schools were amalgamated, without a"
             " date."],
        ),
        (
            None, "split", False,
            ["The national register of schools says it took over from Elm (700100) when a school was split, without a"
             " date."],
        ),
    ],
)  # fmt: skip
def test_o2_the_reason_says_who_says_it_of_whom_and_when(
    since: date | None, how: str, is_listed: bool, words: list[str]
) -> None:
    said = SaidTakeOver(OLD, NEW, since, how)
    assert [
        str(each) for each in reasons_of(said, earlier="Elm (700100)", is_still_listed=is_listed)
    ] == words
