"""C1 under hypothesis: whatever is tried through the service, no illegal path is walked, closed is final, the
log is only added to.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from accounts.models import User
from collaborations import services as group_services
from collaborations.models import Collaboration
from collaborations.rules import STARTS, TRANSITIONS, Actor, Need, State, transition_of
from collaborations.selectors import life_of
from memberships.selectors.life import memberships_to_end, strength_of
from memberships.services.life import move_on
from tests.collaborations.replaying import replayed
from tests.factories.memberships import LeaderAppointmentFactory, MembershipFactory

pytestmark = pytest.mark.usefixtures("in_larkshire")
AT = datetime(2026, 11, 21, 10, tzinfo=UTC)
TODAY = date(2026, 11, 21)
STARTED = date(2026, 1, 5)

days = st.one_of(st.just(TODAY), st.integers(-2, 30).map(lambda days: TODAY - timedelta(days=days)))
reasons = st.sampled_from(["It is time.", ""])
#: Any move by anybody, nearly all illegal; and one that the table offers here, which its needs may still
#: forbid.
moves = st.tuples(
    st.just("move"),
    st.sampled_from(list(State)),
    st.sampled_from(list(Actor)),
    days,
    reasons,
)
offered = st.tuples(st.just("offered"), st.integers(0, 5), days, reasons)
deeds = st.one_of(moves, offered, offered, st.sampled_from([("meet",), ("adopt",), ("lead",), ("lead",)]))


def spelt_out(group: Collaboration, deed: tuple) -> tuple:
    """An offered move as a move: the row of the table, by one of those who may.

    Where nothing is offered, a move that is none.
    """
    _kind, number, on, words = deed
    rows = [row for row in TRANSITIONS if row.start == group.state]
    if not rows:
        return "move", State.ACTIVE, Actor.OFFICER, on, words
    row = rows[number % len(rows)]
    return "move", row.to, min(row.actors), on, words


def snapshot(group: Collaboration) -> list[tuple]:
    return list(life_of(group).values_list("pk", "from_state", "to_state", "on", "words", "by_id", "at"))


def attempt(group: Collaboration, deed: tuple, by: User) -> str:
    """Do it, or be refused; the state after it."""
    kind, *rest = deed
    facts = {"collaboration": group, "by": by, "at": AT}
    try:
        with transaction.atomic():
            if kind == "move":
                to, actor, on, words = rest
                move_on(to=to, actor=actor, on=on, words=words, **facts)
            elif kind == "meet":
                group_services.record_first_meeting(
                    held_on=TODAY, facilitated_by=by, notes="Agreed.", **facts
                )
            elif kind == "adopt":
                group_services.record_terms_adopted(on=TODAY - timedelta(days=10), **facts)
            elif group.state != State.CLOSED:
                membership = MembershipFactory(collaboration=group, joined_on=STARTED)
                if kind == "lead":
                    LeaderAppointmentFactory(membership=membership, user=by, starts_on=STARTED)
    except ValidationError:
        pass
    group.refresh_from_db()
    return group.state


@given(st.sampled_from(sorted(STARTS)), st.booleans(), st.lists(deeds, min_size=5, max_size=10))
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_c1_no_path_outside_the_table_is_walked_and_no_row_of_the_log_changes(amina, start, is_strong, tried):
    with transaction.atomic():
        group = group_services.start_collaboration(
            name="Meadow",
            started_on=STARTED,
            state=start,
            asked_by="Gita",
            enquiry="A group",
            by=amina,
            at=AT,
        )
        for deed in [("lead",), ("lead",), ("adopt",)] if is_strong else []:
            attempt(group, deed, amina)
        before, log = group.state, snapshot(group)
        for one in tried:
            deed = spelt_out(group, one) if one[0] == "offered" else one
            after, grown = attempt(group, deed, amina), snapshot(group)
            assert grown[: len(log)] == log, "history was rewritten"
            assert len(grown) - len(log) == (after != before), "a move adds one row, everything else none"
            check_move(group, before, after, deed)
            before, log = after, grown
        assert replayed([(row[1], row[2]) for row in log]) == group.state
        transaction.set_rollback(True)


def check_move(group: Collaboration, before: str, after: str, deed: tuple) -> None:
    if before == after:
        return
    event(f"{before} to {after}")
    row = transition_of(State(before), State(after))
    assert row is not None
    assert before != State.CLOSED
    if deed[0] == "meet":
        assert (before, after) == (State.PROPOSED, State.INITIAL_MEETING)
        return
    _kind, to, actor, on, words = deed
    assert (to, actor in row.actors) == (after, True)
    assert words or Need.WORDS not in row.needs
    assert on <= TODAY or actor is Actor.PLAN
    if Need.MEMBERS in row.needs:
        strength = strength_of(group, on=on)
        assert (strength.members >= 2, strength.leaders >= 1) == (True, True)
        assert group.terms_adopted_on <= on
    if after == State.CLOSED and actor is not Actor.PLAN:
        assert not memberships_to_end(group, on=on)
