"""C1: the table of moves, what each needs, and the page that is made from it."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise, product
from pathlib import Path

import pytest
from django.conf import settings
from hypothesis import given
from hypothesis import strategies as st

from collaborations.models import Collaboration, StateChange
from collaborations.rules import (
    LED,
    STAGES,
    STARTS,
    STATE_MEANINGS,
    TRANSITIONS,
    Actor,
    LifeFacts,
    Need,
    State,
    Strength,
    diagram,
    may_move,
    next_moves,
    state_table,
    transition_of,
)
from tests.collaborations.replaying import replayed

TODAY = date(2026, 11, 21)
STARTED = date(2026, 1, 5)
READY = {"first_meeting_on": STARTED, "terms_adopted_on": STARTED, "strength": Strength(2, 1)}
PAGE = Path(settings.BASE_DIR) / "docs/rules/C1.md"


def facts(state: State, **more) -> LifeFacts:
    return LifeFacts(state=state, started_on=STARTED, **more)


def said(
    facts: LifeFacts, to: State, *, actor=Actor.OFFICER, on=TODAY, words="It is time."
) -> list[tuple[str, str]]:
    return [
        (field, str(reason))
        for field, reason in may_move(facts, to, actor=actor, on=on, today=TODAY, words=words)
    ]


# --- the table ----------------------------------------------------------------------------------------------


def test_c1_states_are_those_of_the_model_and_have_the_same_names():
    assert list(Collaboration._meta.get_field("state").choices) == State.choices
    assert list(StateChange._meta.get_field("to_state").choices) == State.choices
    assert set(STATE_MEANINGS) == set(State)
    assert set().union(*(states for _label, states in STAGES.values())) <= set(State)


def test_c1_each_move_stands_in_the_table_once():
    pairs = [(row.start, row.to) for row in TRANSITIONS]
    assert len(pairs) == len(set(pairs))
    assert all(row.start is not row.to and row.actors and row.deed for row in TRANSITIONS)


def test_c1_closed_is_final_and_everything_can_come_to_it():
    assert not [row for row in TRANSITIONS if row.start is State.CLOSED]
    assert {row.start for row in TRANSITIONS if row.to is State.CLOSED} == set(State) - {State.CLOSED}


def test_c1_the_way_from_an_enquiry_to_an_active_group():
    way = [State.ENQUIRY, State.PROPOSED, State.INITIAL_MEETING, State.DRAFTING, State.ACTIVE]
    assert all(transition_of(*pair) for pair in pairwise(way))
    assert not [
        row
        for row in TRANSITIONS
        if row.start in way[:-1] and row.to in way and way.index(row.to) != way.index(row.start) + 1
    ]


def test_c1_a_plan_alone_enters_and_leaves_dividing_and_merging():
    for row in TRANSITIONS:
        by_plan = bool({row.start, row.to} & {State.DIVIDING, State.MERGING})
        assert (row.actors == {Actor.PLAN}) is by_plan, row


def test_c1_leaders_arrange_the_first_meeting_begin_and_end_a_review_and_nothing_else():
    theirs = {(row.start, row.to) for row in TRANSITIONS if Actor.LEADER in row.actors}
    assert theirs == {
        (State.PROPOSED, State.INITIAL_MEETING),
        (State.ACTIVE, State.UNDER_REVIEW),
        (State.UNDER_REVIEW, State.ACTIVE),
    }


def test_c1_people_who_make_it_active_need_members_terms_and_a_leader():
    for row in TRANSITIONS:
        if row.to is State.ACTIVE and row.actors != {Actor.PLAN}:
            assert row.needs == (Need.MEMBERS, Need.TERMS, Need.LEADER)


def test_c1_those_that_should_have_a_leader_and_those_that_may_be_recorded():
    assert {State.ACTIVE, State.UNDER_REVIEW, State.DIVIDING, State.MERGING} == LED
    assert set(State) - STARTS == {State.DIVIDING, State.MERGING, State.CLOSED}


# --- whether a move may be made -----------------------------------------------------------------------------


def test_c1_all_that_is_missing_is_said_at_once():
    assert said(facts(State.DRAFTING, strength=Strength(1, 0)), State.ACTIVE) == [
        ("to", "It needs at least two members. It has 1 on 21 November 2026."),
        ("to", "Its members have to adopt their ways of working first."),
        ("to", "It needs at least one leader. It has none on 21 November 2026."),
    ]
    assert said(facts(State.DRAFTING, **READY), State.ACTIVE) == []


@pytest.mark.parametrize(
    ("state", "to", "more", "field", "words"),
    [
        (
            State.INITIAL_MEETING,
            State.DRAFTING,
            {},
            "to",
            "The first meeting, which an officer facilitates, is not recorded yet.",
        ),
        (State.CLOSED, State.ACTIVE, READY, "to", "This collaboration is closed, and that is final."),
        (State.ENQUIRY, State.ACTIVE, READY, "to", "No move leads from “Enquiry” to “Active”."),
        (State.ACTIVE, State.ACTIVE, READY, "to", "It is “Active” already."),
        (
            State.ACTIVE,
            State.DIVIDING,
            READY,
            "to",
            "Only a plan to divide or merge leads from “Active” to “Dividing”.",
        ),
        (
            State.DIVIDING,
            State.CLOSED,
            READY,
            "to",
            "Only a plan to divide or merge leads from “Dividing” to “Closed”.",
        ),
    ],
)
def test_c1_what_is_refused_to_an_officer(state, to, more, field, words):
    assert said(facts(state, **more), to) == [(field, words)]


def test_c1_a_leader_is_told_who_makes_the_other_moves():
    assert said(facts(State.ACTIVE, **READY), State.DORMANT, actor=Actor.LEADER) == [
        ("to", "The early years team moves a collaboration from “Active” to “Resting”.")
    ]
    assert said(facts(State.ACTIVE, **READY), State.UNDER_REVIEW, actor=Actor.LEADER) == []


def test_c1_resting_and_closing_say_why():
    for to in (State.DORMANT, State.CLOSED):
        assert said(facts(State.ACTIVE), to, words="  ") == [("words", "Say why.")]


@pytest.mark.parametrize(
    ("on", "last", "words"),
    [
        (TODAY + timedelta(1), None, "The day must be today or in the past."),
        (STARTED - timedelta(1), None, "The day must be on or after 5 January 2026, when it started."),
        (
            date(2026, 2, 28),
            date(2026, 3, 1),
            "The day must be on or after 1 March 2026, the day of the last move.",
        ),
        (date(2026, 3, 1), date(2026, 3, 1), ""),
        (TODAY, TODAY, ""),
    ],
)
def test_c1_the_day_of_a_move(on, last, words):
    assert said(facts(State.ACTIVE, last_moved_on=last), State.UNDER_REVIEW, on=on) == (
        [("on", words)] if words else []
    )


@pytest.mark.parametrize(("on", "refused"), [(TODAY, False), (TODAY + timedelta(1), True)])
def test_c1_a_plan_closes_nothing_ahead(on, refused):
    words = [("on", "The day must be today or in the past.")] if refused else []
    assert said(facts(State.DIVIDING), State.CLOSED, actor=Actor.PLAN, on=on) == words


def test_c1_what_was_there_only_later_does_not_count():
    later = facts(State.DRAFTING, terms_adopted_on=TODAY, first_meeting_on=TODAY, strength=Strength(2, 1))
    assert said(later, State.ACTIVE, on=TODAY - timedelta(1)) == [
        ("to", "Its ways of working were adopted later, on 21 November 2026.")
    ]
    met = facts(State.INITIAL_MEETING, first_meeting_on=TODAY)
    assert said(met, State.DRAFTING, on=TODAY - timedelta(1)) == [
        ("to", "The first meeting was later, on 21 November 2026.")
    ]


@given(
    st.sampled_from(list(State)),
    st.sampled_from(list(State)),
    st.sampled_from(list(Actor)),
    st.integers(0, 9),
    st.integers(0, 3),
)
def test_c1_nothing_is_allowed_that_the_table_does_not_say(state, to, actor, members, leaders):
    known = facts(
        state, terms_adopted_on=STARTED, first_meeting_on=STARTED, strength=Strength(members, leaders)
    )
    allowed = not may_move(known, to, actor=actor, on=TODAY, today=TODAY, words="Why")
    row = transition_of(state, to)
    strong = row is None or Need.MEMBERS not in row.needs or (members >= 2 and leaders >= 1)
    assert allowed is (row is not None and actor in row.actors and strong)
    assert not allowed or row in next_moves(state, actor)


# --- the log ------------------------------------------------------------------------------------------------


def test_c1_a_log_is_replayed_to_its_last_state():
    assert replayed([]) is None
    assert replayed([("", "enquiry"), ("enquiry", "proposed"), ("proposed", "closed")]) is State.CLOSED
    assert replayed([("", "dormant"), ("dormant", "active")]) is State.ACTIVE


@pytest.mark.parametrize(
    "moves",
    [
        [("", "closed")],
        [("enquiry", "proposed")],
        [("", "enquiry"), ("enquiry", "active")],
        [("", "enquiry"), ("proposed", "closed")],
    ],
    ids=["born closed", "no beginning", "a jump", "a gap"],
)
def test_c1_a_log_that_is_no_life_is_found(moves):
    with pytest.raises(ValueError, match="no move leads"):
        replayed(moves)


# --- the page -----------------------------------------------------------------------------------------------


def test_c1_the_page_shows_the_table_and_the_diagram_as_they_are():
    page = PAGE.read_text()
    assert state_table() in page, "docs/rules/C1.md is not what TRANSITIONS makes: run manage.py draw_life"
    assert diagram() in page, "docs/rules/C1.md is not what TRANSITIONS makes: run manage.py draw_life"


def test_c1_every_move_is_drawn_once():
    drawn = diagram().splitlines()
    for start, to in product(State, State):
        arrows = [line for line in drawn if line.strip().startswith(f"{start} --> {to} ")]
        assert len(arrows) == (1 if transition_of(start, to) else 0)
