"""G5: the life of minutes as a table; what was agreed is added to and never written over. No database."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest
from django.conf import settings

from collaborations.rules import Refusal
from meetings.rules.minutes import (
    MINUTES_MOVES,
    SEEN_BY_MEMBERS,
    WRITABLE,
    Agreement,
    Amendment,
    LaterMeeting,
    MinutesFacts,
    MinutesState,
    forgotten_words,
    in_order,
    may_amend,
    may_correct,
    may_move,
    minutes_diagram,
    minutes_table,
    refusals_of_agreement,
    still_to_agree,
)
from meetings.rules.moves import Actor
from meetings.rules.states import MeetingState

DRAFT, CIRCULATED, AGREED = MinutesState
ON = date(2026, 11, 30)
FOUR, SIX = time(16), time(18)
DAY = timedelta(days=1)
TODAY = ON + 60 * DAY


def facts(state: MinutesState, **values: object) -> MinutesFacts:
    usual = {"state": state, "meeting_on": ON, "meeting_from": FOUR, "meeting_state": MeetingState.HELD}
    return MinutesFacts(**usual | {"text": "We met."} | values)  # type: ignore[arg-type]


def words(refusals: list[Refusal]) -> list[tuple[str, str]]:
    return [(refusal.field, str(refusal.reason)) for refusal in refusals]


def test_g5_nothing_leads_out_of_agreed() -> None:
    assert [(row.start, row.to) for row in MINUTES_MOVES] == [
        (DRAFT, CIRCULATED),
        (CIRCULATED, CIRCULATED),
        (CIRCULATED, AGREED),
    ]
    assert {DRAFT, CIRCULATED} == WRITABLE
    assert {CIRCULATED, AGREED} == SEEN_BY_MEMBERS


def test_g5_the_page_shows_the_table_and_the_diagram() -> None:
    page = (Path(settings.BASE_DIR) / "docs/rules/G5.md").read_text()
    assert minutes_table() in page
    assert minutes_diagram() in page


AT_NEXT = {"at_meeting": LaterMeeting(ON + 42 * DAY, FOUR, MeetingState.PAPERS_SENT)}


@pytest.mark.parametrize(
    ("state", "values", "to", "options", "refusals"),
    [
        (DRAFT, {}, CIRCULATED, {}, []),
        (
            DRAFT,
            {"meeting_state": MeetingState.PAPERS_SENT, "text": " "},
            CIRCULATED,
            {},
            [("to", "Record that the meeting was held first."), ("text", "Write the minutes first.")],
        ),
        (DRAFT, {}, AGREED, AT_NEXT, [("to", "Send the minutes to the members first.")]),
        (CIRCULATED, {"changed": True}, CIRCULATED, {}, []),
        (CIRCULATED, {}, CIRCULATED, {}, [("text", "Nothing has changed since the minutes were sent.")]),
        (CIRCULATED, {}, AGREED, AT_NEXT, []),
        (AGREED, {}, CIRCULATED, {}, [
            ("to", "These minutes are agreed, so they cannot change. Add an amendment."),
        ]),
        (CIRCULATED, {}, AGREED, AT_NEXT | {"actor": Actor.BOOKER}, [
            ("to", "Only whoever organises the meeting may do this."),
        ]),
    ],
)  # fmt: skip
def test_g5_what_a_move_needs(
    state: MinutesState,
    values: dict[str, object],
    to: MinutesState,
    options: dict[str, object],
    refusals: list[tuple[str, str]],
) -> None:
    usual: dict[str, object] = {"actor": Actor.ORGANISER, "today": TODAY}
    assert words(may_move(facts(state, **values), to, **usual | options)) == refusals  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("meeting", "agrees"),
    [
        (None, False),
        (LaterMeeting(ON, FOUR, MeetingState.HELD), False),  # itself
        (LaterMeeting(ON, time(15, 59), MeetingState.HELD), False),  # earlier that day
        (LaterMeeting(ON, time(16, 1), MeetingState.HELD), True),  # later that day
        (LaterMeeting(ON, SIX, MeetingState.AGENDA_OPEN), True),
        (LaterMeeting(ON, SIX, MeetingState.CANCELLED), False),
        (LaterMeeting(ON - DAY, SIX, MeetingState.HELD), False),
        (LaterMeeting(ON + DAY, time(9), MeetingState.CANCELLED), False),
        (LaterMeeting(ON + DAY, time(9), MeetingState.HELD), True),
        (LaterMeeting(TODAY, FOUR, MeetingState.AGENDA_OPEN), True),  # going on
        (LaterMeeting(TODAY + DAY, FOUR, MeetingState.AGENDA_OPEN), False),
    ],
)
def test_g5_a_later_meeting_agrees_them(meeting: LaterMeeting | None, agrees: bool) -> None:
    refusals = may_move(facts(CIRCULATED), AGREED, actor=Actor.ORGANISER, today=TODAY, at_meeting=meeting)
    sentence = "Select the later meeting that agreed these minutes."
    assert words(refusals) == ([] if agrees else [("meeting", sentence)])


@pytest.mark.parametrize(
    ("agreement", "changes", "refusals"),
    [
        (Agreement.AS_SENT, "", []),
        (Agreement.WITH_CHANGES, "Item 3: Rose Lane was there.", []),
        (Agreement.WITH_CHANGES, " ", [("changes", "Enter the changes that the meeting made.")]),
        (None, "", [
            ("agreement", "Select whether the minutes were agreed as they were sent or with changes."),
        ]),
    ],
)  # fmt: skip
def test_g5_how_they_were_agreed(
    agreement: Agreement | None, changes: str, refusals: list[tuple[str, str]]
) -> None:
    assert words(refusals_of_agreement(agreement, changes)) == refusals


@pytest.mark.parametrize(
    ("state", "is_member", "text", "refusal"),
    [
        (CIRCULATED, True, "We agreed 20 hours.", None),
        (CIRCULATED, True, "", "Enter the correction."),
        (CIRCULATED, False, "x", "Only members of the collaboration can propose a correction."),
        (DRAFT, True, "x", "These minutes have not been sent to the members yet."),
        (AGREED, True, "x", "These minutes are agreed. Ask the chair to add an amendment."),
    ],
)
def test_g5_members_propose_corrections(
    state: MinutesState, is_member: bool, text: str, refusal: str | None
) -> None:
    assert words(may_correct(state, is_member=is_member, words=text)) == (
        [("words", refusal)] if refusal else []
    )


@pytest.mark.parametrize(
    ("state", "text", "refusal"),
    [
        (AGREED, "Rose Lane was there too.", None),
        (AGREED, " ", "Enter the amendment."),
        (CIRCULATED, "x", "These minutes are not agreed yet, so change them directly."),
        (DRAFT, "x", "These minutes are not agreed yet, so change them directly."),
    ],
)
def test_g5_amendments_are_added(state: MinutesState, text: str, refusal: str | None) -> None:
    assert words(may_amend(state, text)) == ([("words", refusal)] if refusal else [])


def test_g5_amendments_stand_as_they_were_added() -> None:
    at = datetime(2026, 12, 1, tzinfo=UTC)
    first, second, third = Amendment(2, at, "a"), Amendment(3, at, "b"), Amendment(1, at + DAY, "c")
    assert in_order([third, second, first]) == [first, second, third]


def test_g5_forgotten_minutes_are_warned_of() -> None:
    older, newer = facts(DRAFT, meeting_on=ON - 90 * DAY), facts(CIRCULATED)
    others = [
        facts(AGREED, meeting_on=ON - DAY),
        facts(DRAFT, meeting_on=ON - DAY, meeting_state=MeetingState.CANCELLED),
        facts(DRAFT, meeting_on=ON + DAY),
    ]
    waiting = still_to_agree([newer, *others, older], meeting_on=ON + DAY, meeting_from=FOUR)
    assert waiting == [older, newer]
    assert [str(forgotten_words(minutes, meeting_on=ON + DAY)) for minutes in waiting] == [
        "The minutes of 1 September 2026 have not been sent to the members yet.",
        "The minutes of 30 November 2026 have not been agreed yet.",
    ]


@pytest.mark.parametrize(
    ("meeting_from", "is_warned"), [(time(15, 59), False), (FOUR, False), (time(16, 1), True), (SIX, True)]
)
def test_g5_of_two_meetings_on_one_day_the_later_is_warned(meeting_from: time, is_warned: bool) -> None:
    minutes = facts(CIRCULATED)
    waiting = still_to_agree([minutes], meeting_on=ON, meeting_from=meeting_from)
    assert waiting == ([minutes] if is_warned else [])


def test_g5_minutes_of_one_day_are_warned_of_oldest_first_and_in_words_that_tell_them_apart() -> None:
    morning, afternoon = facts(DRAFT, meeting_from=time(9)), facts(CIRCULATED)
    waiting = still_to_agree([afternoon, morning], meeting_on=ON, meeting_from=SIX)
    assert waiting == [morning, afternoon]
    assert [str(forgotten_words(minutes, meeting_on=ON)) for minutes in waiting] == [
        "The minutes of the earlier meeting on this day have not been sent to the members yet.",
        "The minutes of the earlier meeting on this day have not been agreed yet.",
    ]
