"""C5 and C6 as pure rules: the tables of states, what is refused at
which field, and that no grade is ever a reason.
"""

from datetime import date
from pathlib import Path

import pytest
from django.conf import settings

from memberships.models.joining import Application, Invitation
from memberships.rules import joining, leaving
from memberships.rules.joining import (
    APPLICATION_TRANSITIONS,
    EXAMPLES_OF_WORDS,
    INVITATION_TRANSITIONS,
    TAKES_NONE,
    ApplicationState,
    InvitationState,
    JoiningFacts,
)

TODAY = date(2026, 11, 21)


def fields(refusals) -> list[str]:
    return [field for field, _reason in refusals]


def sentences(refusals) -> list[str]:
    return [str(reason) for _field, reason in refusals]


def test_c5_the_tables_name_every_state_that_is_stored():
    assert set(ApplicationState) == set(APPLICATION_TRANSITIONS) == set(Application.State.values)
    assert set(InvitationState) == set(INVITATION_TRANSITIONS) == set(Invitation.State.values)


@pytest.mark.parametrize(
    "table", [APPLICATION_TRANSITIONS, INVITATION_TRANSITIONS], ids=["application", "invitation"]
)
def test_c5_only_what_waits_moves(table):
    waiting = [state for state, following in table.items() if following]
    assert len(waiting) == 1
    assert set(table[waiting[0]]) == set(table) - set(waiting)


@pytest.mark.parametrize(
    "state", ["proposed", "initial_meeting", "drafting", "active", "under_review", "enquiry"]
)
def test_c5_a_group_that_lives_takes_applications(state):
    assert not list(joining.refusals_to_apply(JoiningFacts(state)))
    assert state not in TAKES_NONE


@pytest.mark.parametrize("state", sorted(TAKES_NONE))
def test_c5_a_group_that_takes_nobody_says_why(state):
    for refusals in (joining.refusals_to_apply, joining.refusals_to_invite):
        assert fields(refusals(JoiningFacts(state))) == ["collaboration"]
    assert sentences(joining.refusals_to_take_in(state)) == [TAKES_NONE[state]]


@pytest.mark.parametrize(
    ("facts", "apply", "invite"),
    [
        (JoiningFacts("active", is_member=True), "are a member", "is a member"),
        (JoiningFacts("active", has_applied=True), "have applied already", "has applied."),
        (JoiningFacts("active", is_invited=True), "have invited", "is invited already"),
    ],
)
def test_c5_one_thing_is_under_way_between_a_setting_and_a_group(facts, apply, invite):
    for refusals, words in ((joining.refusals_to_apply, apply), (joining.refusals_to_invite, invite)):
        found = list(refusals(facts))
        assert fields(found) == ["provider"]
        assert words in sentences(found)[0]


def test_c5_a_decision_has_its_day_and_words():
    ask = joining.refusals_to_record_decision
    assert not list(ask(decided_on=TODAY, decision="All agreed", today=TODAY))
    assert fields(ask(decided_on=date(2026, 11, 22), decision="  ", today=TODAY)) == [
        "decided_on",
        "decision",
    ]
    assert fields(ask(decided_on=None, decision="All agreed", today=TODAY)) == ["decided_on"]
    assert fields(joining.refusals_of_day(joined_on=None)) == ["joined_on"]


@pytest.mark.parametrize(
    ("known", "vouched", "refused"), [(True, False, 0), (True, True, 0), (False, True, 0), (False, False, 1)]
)
def test_c5_a_group_makes_nobody_the_manager_of_a_setting_unless_an_officer_vouches(known, vouched, refused):
    facts = {"is_known_there": known, "is_vouched_for": vouched}
    assert fields(joining.refusals_of_address(**facts)) == ["email"] * refused
    assert fields(joining.refusals_of_answer(**facts)) == ["answer"] * refused


@pytest.mark.parametrize(
    "table", [APPLICATION_TRANSITIONS, INVITATION_TRANSITIONS], ids=["application", "invitation"]
)
def test_c5_the_page_shows_the_diagrams_of_the_tables(table):
    assert joining.joining_diagram(table) in (Path(settings.BASE_DIR) / "docs/rules/C5.md").read_text()


GRADE_WORDS = (
    "grade",
    "good",
    "outstanding",
    "inadequate",
    "improvement",
    "ofsted",
    "inspect",
    "judg",
    "quality",
    "standard",
)


def test_c5_no_reason_that_the_software_offers_is_a_grade():
    every = [*EXAMPLES_OF_WORDS, *TAKES_NONE.values()]
    assert len(EXAMPLES_OF_WORDS) >= 3
    assert not [(words, grade) for words in every for grade in GRADE_WORDS if grade in words.lower()]


def test_c5_no_fact_that_joining_is_judged_by_is_a_grade_or_the_size():
    assert set(JoiningFacts._fields) == {"group_state", "is_member", "has_applied", "is_invited"}


def test_c6_notice_is_given_for_today_or_later_with_a_reason():
    ask = leaving.refusals_of_notice
    assert not list(ask(left_on=TODAY, reason="We close", today=TODAY))
    assert fields(ask(left_on=date(2026, 11, 20), reason=" ", today=TODAY)) == ["left_on", "leaving_reason"]


def test_c6_notice_is_taken_back_before_its_day():
    ask = leaving.refusals_to_take_back
    assert not list(ask(left_on=date(2026, 11, 22), today=TODAY))
    assert "no notice" in sentences(ask(left_on=None, today=TODAY))[0]
    assert "Its last day was 20 November 2026" in sentences(ask(left_on=TODAY, today=TODAY))[0]


def test_c6_the_list_begins_with_the_notice_and_what_is_done_stays():
    assert fields(leaving.refusals_to_hand_over(left_on=None)) == ["what"]
    assert not list(leaving.refusals_to_hand_over(left_on=TODAY))
    assert "handed over on 21 November 2026" in sentences(leaving.refusals_to_change(done_on=TODAY))[0]
    assert not list(leaving.refusals_to_change(done_on=None))


def test_c6_the_page_reminds_of_documents():
    assert ["documents" in words for words in leaving.REMINDERS] == [True]


@pytest.mark.parametrize(
    ("is_known", "is_vouched_for", "field"),
    [(True, False, []), (True, True, []), (False, True, ["email"]), (False, False, ["provider"])],
)
def test_c5_where_nobody_is_known_an_officer_says_whom_and_a_leader_asks_the_team(
    is_known, is_vouched_for, field
):
    refused = joining.refusals_of_unknown(is_anybody_known=is_known, is_vouched_for=is_vouched_for)
    assert fields(refused) == field


@pytest.mark.parametrize(
    ("last_on", "refused"),
    [
        (None, []),
        (date(2026, 11, 14), []),
        (date(2026, 11, 15), ["__all__"]),
        (TODAY, ["__all__"]),
    ],
)
def test_c5_an_invitation_is_sent_again_after_a_week(last_on, refused):
    assert fields(joining.refusals_to_remind(last_on=last_on, today=TODAY)) == refused


@pytest.mark.parametrize(
    ("joins_on", "words"),
    [
        (date(2026, 11, 20), ["The first day as a member must be today or in the future."]),
        (TODAY, []),
        (date(2027, 11, 21), []),
        (date(2027, 11, 22), ["The first day as a member must be within a year."]),
    ],
)
def test_c5_who_accepts_joins_today_or_within_a_year(joins_on, words):
    assert sentences(joining.refusals_of_first_day(joins_on=joins_on, today=TODAY)) == words
