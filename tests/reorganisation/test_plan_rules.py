"""C4 in tables: what a plan lacks, what it is warned of, its states, who carries on which membership."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.conf import settings
from hypothesis import given
from hypothesis import strategies as st

from collaborations.rules import Actor, State, next_moves
from core.dates import Span
from core.reasons import Reason
from reorganisation.models import Reorganisation
from reorganisation.rules.plan_states import (
    PLAN_TRANSITIONS,
    PlanState,
    PlanStep,
    after_step,
    plan_diagram,
    refused_step,
)
from reorganisation.rules.plans import (
    LeaderToBe,
    Meeting,
    Part,
    Place,
    PlanFacts,
    Recorded,
    Successor,
    lacking,
    memberships_from,
    problems_of_shares,
    refused_before_its_day,
    warnings_of,
)

TODAY = date(2026, 11, 21)
DAY = date(2027, 1, 1)
LONG = Span(date(2024, 9, 1))
PLACES = [Place(pk, pk, f"Setting {pk}", LONG, 1 if pk < 7 else 2) for pk in range(1, 13)]
WHOLE = PlanFacts(
    divides=True,
    sources=["Riverside"],
    successors=[Successor(1, "Upstream"), Successor(2, "Downstream")],
    places=PLACES,
    leaders=[LeaderToBe(1, "Lena"), LeaderToBe(8, "Mo")],
    starts_on=DAY,
    recorded=Recorded(date(2026, 11, 20), "it became dividing"),
    records_holder="The office",
    balance="In halves",
    meeting=Meeting(date(2026, 11, 19), "All agree"),
)
MERGER = replace(
    WHOLE,
    divides=False,
    sources=["Riverside", "Hillside"],
    successors=[Successor(1, "Two Valleys")],
    places=PLACES[:6],
)


def parts(facts: PlanFacts) -> list[Part]:
    return [lack.part for lack in lacking(facts, today=TODAY)]


def test_c4_a_whole_plan_lacks_nothing_and_is_warned_of_nothing():
    assert parts(WHOLE) == parts(MERGER) == []
    assert warnings_of(WHOLE) == warnings_of(MERGER) == []


@pytest.mark.parametrize(
    ("facts", "missing", "words"),
    [
        (
            replace(WHOLE, successors=[Successor(1, "Upstream")]),
            Part.SUCCESSORS,
            "at least two new collaborations",
        ),
        (replace(MERGER, successors=[]), Part.SUCCESSORS, "the one new collaboration"),
        (replace(MERGER, sources=["Riverside"]), Part.SUCCESSORS, "at least two collaborations"),
        (replace(MERGER, successors=[Successor(1, "Up", True)]), Part.SUCCESSORS, "open or closed: Up."),
        (
            replace(WHOLE, places=[*PLACES, Place(99, 99, "Daisies", LONG)]),
            Part.PLACES,
            "or that they leave: Daisies.",
        ),
        (
            replace(WHOLE, successors=[*WHOLE.successors, Successor(3, "Empty")]),
            Part.PLACES,
            "No member goes to Empty.",
        ),
        (
            replace(WHOLE, leaders=[LeaderToBe(1, "Lena", [Reason("L1", "Not yet.")])]),
            Part.LEADERS,
            "Not yet.",
        ),
        (replace(WHOLE, starts_on=None), Part.TERMS, "on which day"),
        (
            replace(WHOLE, starts_on=date(2026, 11, 19)),
            Part.TERMS,
            "on or after 20 November 2026: it became dividing.",
        ),
        (replace(WHOLE, starts_on=TODAY + timedelta(184)), Part.TERMS, "on or before 23 May 2027"),
        (replace(WHOLE, records_holder=" "), Part.TERMS, "who holds the old records"),
        (replace(WHOLE, balance=""), Part.TERMS, "how the balance is shared"),
        (replace(WHOLE, meeting=Meeting()), Part.MEETING, "face to face"),
        (
            replace(WHOLE, meeting=Meeting(TODAY + timedelta(1), "All agree")),
            Part.MEETING,
            "today or in the past",
        ),
        (replace(WHOLE, meeting=Meeting(TODAY, " ")), Part.MEETING, "what was agreed"),
    ],
)
def test_c4_what_a_plan_lacks(facts, missing, words):
    (lack,) = lacking(facts, today=TODAY)
    assert lack.part is missing
    assert words in str(lack.reason)


def test_c4_everything_is_said_at_once():
    assert set(parts(PlanFacts(divides=True, places=[Place(1, 1, "Acorns", LONG)]))) == set(Part) - {
        Part.LEADERS
    }


@pytest.mark.parametrize(
    ("starts_on", "divides", "words"),
    [
        (None, True, ""),
        (TODAY - timedelta(1), True, ""),
        (TODAY, False, ""),
        (
            date(2026, 12, 1),
            True,
            "You can carry it out from 1 December 2026. Until then the collaboration goes on as before.",
        ),
        (
            date(2026, 12, 1),
            False,
            "You can carry it out from 1 December 2026. Until then the collaborations go on as before.",
        ),
    ],
)
def test_c4_it_is_not_carried_out_before_its_day(starts_on, divides, words):
    reason = refused_before_its_day(replace(WHOLE, starts_on=starts_on, divides=divides), today=TODAY)
    assert (reason.in_words() if reason else "") == words


@pytest.mark.parametrize(
    "facts",
    [
        replace(WHOLE, starts_on=TODAY + timedelta(183)),
        replace(WHOLE, starts_on=date(2026, 11, 20)),
        replace(WHOLE, recorded=None),
        replace(WHOLE, places=[*PLACES, Place(99, 99, "Daisies", LONG, None, True)]),
        replace(WHOLE, leaders=[LeaderToBe(99, "Who has left", [Reason("L1", "Not yet.")])]),
    ],
)
def test_c4_what_does_not_stand_in_the_way(facts):
    assert parts(facts) == []


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        (replace(WHOLE, places=PLACES[:7]), "Downstream would have one member only"),
        (replace(WHOLE, places=PLACES[:9]), "Downstream would be small with 3"),
        (
            replace(WHOLE, places=[*PLACES, *(Place(pk, pk, "", LONG, 2) for pk in range(20, 24))]),
            "Downstream would be large with 10",
        ),
        (replace(WHOLE, leaders=WHOLE.leaders[:1]), "Nobody is planned to lead Downstream"),
        (replace(WHOLE, copies_terms=False), "adopt theirs anew"),
        (replace(WHOLE, have_terms=False), "adopt theirs anew"),
        (replace(WHOLE, waiting=2), "(2) are not carried over"),
    ],
)
def test_c4_size_and_leaders_warn_and_never_block(facts, words):
    assert words in " ".join(map(str, warnings_of(facts)))
    assert parts(facts) in ([], [Part.LEADERS])


# --- states -------------------------------------------------------------------------------------------------


def test_c4_the_states_are_those_that_are_stored():
    assert {state.value for state in PlanState} == set(Reorganisation.State.values)
    assert {state: str(state.label) for state in PlanState} == dict(Reorganisation.State.choices)


@pytest.mark.parametrize("state", PlanState)
@pytest.mark.parametrize("step", PlanStep)
def test_c4_what_the_table_does_not_hold_is_refused_in_words(state, step):
    assert (refused_step(state, step) is None) is ((state, step) in PLAN_TRANSITIONS)


@given(st.lists(st.sampled_from(PlanStep)))
def test_c4_no_path_leads_out_of_an_end_or_past_the_agreement(steps):
    state, agreed = PlanState.DRAFT, False
    for step in steps:
        to = after_step(state, step)
        if to is None:
            continue
        assert state not in (PlanState.DONE, PlanState.ABANDONED)
        agreed = step is PlanStep.AGREE or (agreed and step is not PlanStep.CHANGE)
        assert to is not PlanState.DONE or agreed
        state = to


def test_c4_the_page_shows_the_diagram_of_the_table():
    page = (Path(settings.BASE_DIR) / "docs/rules/C4.md").read_text()
    assert plan_diagram() in page


def test_c4_dividing_and_merging_are_entered_and_left_by_plans_alone():
    for state in State:
        for row in next_moves(state, Actor.OFFICER) + next_moves(state, Actor.LEADER):
            assert {row.start, row.to}.isdisjoint({State.DIVIDING, State.MERGING})


# --- who carries on which membership ------------------------------------------------------------------------

STARTS = st.dates(date(2023, 1, 1), date(2026, 12, 1))


@st.composite
def places(draw):
    made = []
    for pk in range(1, draw(st.integers(0, 12)) + 1):
        end = draw(st.none() | st.dates(date(2027, 1, 2), date(2027, 6, 1)))
        where = draw(st.sampled_from([None, 1, 2, 3]))
        made.append(
            Place(
                pk,
                draw(st.integers(1, 6)),
                f"Setting {pk}",
                Span(draw(STARTS), end),
                where,
                where is None and draw(st.booleans()),
            )
        )
    return made


@given(places())
def test_c4_each_placed_setting_has_one_stay_in_its_successor(given_places):
    made = memberships_from(given_places, on=DAY)
    wanted = {(place.successor_id, place.provider_id) for place in given_places if place.successor_id}
    assert sorted((one.successor_id, one.provider_id) for one in made) == sorted(wanted)
    known = {place.membership_id: place for place in given_places}
    for one in made:
        together = [
            p for p in given_places if (p.successor_id, p.provider_id) == (one.successor_id, one.provider_id)
        ]
        assert known[one.continues] in together
        assert known[one.continues].time.start == min(p.time.start for p in together)
        assert one.time.start == DAY
        assert one.time.end is None or all(
            p.time.end is not None and p.time.end <= one.time.end for p in together
        )


@pytest.mark.parametrize(
    ("shares", "refused"),
    [
        ((None, None), []),
        ((60, 40), []),
        ((100, 0), []),
        ((60, None), [("share_2", "Enter the share of Downstream too")]),
        ((60, 30), [("share_2", "come to 90 per cent")]),
        ((60, 41), [("share_2", "come to 101 per cent")]),
    ],
)
def test_c4_shares_of_the_balance_are_all_or_none_and_make_the_whole(shares, refused):
    successors = [Successor(1, "Upstream", share=shares[0]), Successor(2, "Downstream", share=shares[1])]
    found = list(problems_of_shares(successors))
    assert [row.field for row in found] == [field for field, _words in refused]
    for row, (_field, words) in zip(found, refused, strict=True):
        assert words in str(row.reason)
    lacks = [lack.part for lack in lacking(replace(WHOLE, successors=successors), today=TODAY)]
    assert lacks == [Part.TERMS] * len(refused)
    merged = [Successor(1, "Two Valleys", share=30)]
    assert parts(replace(MERGER, successors=merged)) == []  # one gets all of it
