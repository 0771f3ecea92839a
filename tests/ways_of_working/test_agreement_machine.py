"""W2 under hypothesis: whatever is tried while members join and leave, no
illegal path is walked, and what is adopted never changes.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from accounts.models import User
from collaborations.models import Collaboration
from memberships.models.members import Membership
from tests.factories.agreeing import some_question
from tests.factories.collaborations import CollaborationFactory
from tests.factories.memberships import MembershipFactory
from ways_of_working.models import TermsAnswer, WaysOfWorking
from ways_of_working.rules.adoption import AdoptionRule, MemberAnswer, State, is_met, tally_of, transition_of
from ways_of_working.rules.agreement import GivenAnswer, counted
from ways_of_working.selectors.agreement import member_ids, rule_before
from ways_of_working.selectors.comparing import edition_of
from ways_of_working.services import writing
from ways_of_working.services.agreement import (
    adopt_version,
    answer_version,
    circulate_version,
    take_back_version,
)
from ways_of_working.services.terms_reminders import remind_by_timetable

pytestmark = pytest.mark.usefixtures("in_larkshire")
START = datetime(2026, 3, 1, 10, tzinfo=UTC)
number = st.integers(0, 4)
others = st.one_of(
    st.tuples(st.just("start"), st.booleans()),
    st.tuples(st.just("circulate"), st.booleans()),
    st.tuples(st.just("answer"), number, st.sampled_from(list(MemberAnswer))),
    st.tuples(st.just("join")),
    st.tuples(st.just("leave"), number),
    st.tuples(st.just("take back")),
    st.tuples(st.just("adopt"), st.integers(0, 2)),
    st.tuples(st.just("discard")),
    st.tuples(st.just("night")),
)
#: The next step of the table, so that long lives are walked too.
onward = st.just(("onward",))
deeds = st.lists(st.one_of(onward, others, onward), min_size=7, max_size=12)


class Life:
    """A group, and a clock that goes on by a day with every deed."""

    def __init__(self, by: User) -> None:
        self.by, self.at = by, START
        self.group: Collaboration = CollaborationFactory(
            name="Meadow", started_on=START.date() - timedelta(days=100)
        )
        for _number in range(2):
            MembershipFactory(collaboration=self.group, joined_on=START.date() - timedelta(days=50))

    @property
    def in_hand(self) -> WaysOfWorking | None:
        """The version in hand, or the newest: what somebody with an old page would still press on."""
        return WaysOfWorking.objects.filter(collaboration=self.group).order_by("-version").first()

    def attempt(self, deed: tuple[Any, ...]) -> None:
        self.at += timedelta(days=1)
        kind, *rest = deed
        try:
            with transaction.atomic():
                getattr(self, f"do_{kind.replace(' ', '_')}")(*rest)
        except ValidationError:
            event(f"{kind} refused")

    def do_start(self, by_majority: bool) -> None:
        ways = writing.start_version(collaboration=self.group, by=self.by, at=self.at)
        rule = {"adoption_rule": "majority"} if by_majority else {}
        ways.sections.filter(key="1.14").update(values=rule)
        ways.sections.filter(key="1.2").update(
            texts={some_question("1.2"): f"Version {ways.version}"}, edition=1
        )

    def do_circulate(self, is_material: bool) -> None:
        if (ways := self.in_hand) is not None:
            facts: dict[str, Any] = {
                "answer_by_on": self.at.date(),
                "is_material": is_material,
                "why": "So",
                "seen": edition_of(ways),
            }
            circulate_version(ways_id=ways.pk, **facts, by=self.by, at=self.at)

    def do_answer(self, which: int, answer: MemberAnswer) -> None:
        memberships = list(Membership.objects.filter(collaboration=self.group).order_by("pk"))
        if (ways := self.in_hand) is not None:
            facts: dict[str, Any] = {
                "membership_id": memberships[which % len(memberships)].pk,
                "answer": answer,
                "words": "Later",
            }
            answer_version(ways_id=ways.pk, **facts, by=self.by, at=self.at)

    def do_onward(self) -> None:
        ways = self.in_hand
        if ways is None or ways.state not in ("draft", "circulated"):
            self.do_start(by_majority=ways is not None and ways.version % 2 == 0)
        elif ways.state == "draft":
            self.do_circulate(is_material=True)
        else:
            for membership in member_ids(ways, on=self.at.date()):
                answer_version(
                    ways_id=ways.pk, membership_id=membership, answer="agrees", by=self.by, at=self.at
                )
            self.do_adopt(0)

    def do_join(self) -> None:
        MembershipFactory(collaboration=self.group, joined_on=self.at.date())

    def do_leave(self, which: int) -> None:
        memberships = list(Membership.objects.filter(collaboration=self.group, left_on=None).order_by("pk"))
        if memberships:
            Membership.objects.filter(
                pk=memberships[which % len(memberships)].pk, joined_on__lt=self.at.date()
            ).update(left_on=self.at.date())

    def do_take_back(self) -> None:
        if (ways := self.in_hand) is not None:
            take_back_version(ways_id=ways.pk, by=self.by, at=self.at)

    def do_adopt(self, days_ago: int) -> None:
        if (ways := self.in_hand) is not None:
            adopt_version(
                ways_id=ways.pk,
                on=self.at.date() - timedelta(days=days_ago),
                decision="Agreed",
                by=self.by,
                at=self.at,
            )

    def do_discard(self) -> None:
        if (ways := self.in_hand) is not None:
            writing.discard_version(ways_id=ways.pk, by=self.by, at=self.at)

    def do_night(self) -> None:
        remind_by_timetable(at=self.at)
        assert remind_by_timetable(at=self.at) == 0, "nobody is written to twice in a night"


def states(group: Collaboration) -> dict[int, State]:
    return {
        pk: State(state)
        for pk, state in WaysOfWorking.objects.filter(collaboration=group).values_list("pk", "state")
    }


def frozen(group: Collaboration) -> dict[int, tuple[Any, ...]]:
    """All that an adopted version says and was decided by."""
    rows = WaysOfWorking.objects.filter(collaboration=group, state__in=("adopted", "superseded"))
    return {
        one.pk: (one.adopted_on, one.decision, one.record, one.change_words, list(one.sections.values_list("key", "texts", "values")),
                 list(TermsAnswer.objects.filter(ways=one).order_by("pk").values_list("answer", "words", "answered_at")))
        for one in rows
    }  # fmt: skip


@given(deeds)
@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_w2_no_path_outside_the_table_and_adopted_never_changes(
    amina: User, tried: list[tuple[Any, ...]]
) -> None:
    with transaction.atomic():
        life = Life(amina)
        before, kept = states(life.group), frozen(life.group)
        for deed in tried:
            newest = life.in_hand
            rule = rule_before(newest, on=life.at.date()) if newest else AdoptionRule.ALL
            life.attempt(deed)
            after, now = states(life.group), frozen(life.group)
            assert all(
                transition_of(before[pk], after[pk]) for pk in before if before[pk] is not after[pk]
            ), (before, after)
            assert all(now[pk] == kept[pk] for pk in kept), "what is adopted never changes"
            assert list(after.values()).count(State.ADOPTED) <= 1
            assert sum(state in (State.DRAFT, State.CIRCULATED) for state in after.values()) <= 1
            for pk in [
                pk for pk in after if after[pk] is State.ADOPTED and before.get(pk) is not State.ADOPTED
            ]:
                check_adoption(pk, rule)
            before, kept = after, now
        transaction.set_rollback(True)


def check_adoption(pk: int, rule: AdoptionRule) -> None:
    ways = WaysOfWorking.objects.get(pk=pk)
    assert ways.adopted_on is not None
    members, answers = member_ids(ways, on=ways.adopted_on), _counted_answers(ways)
    tally = tally_of(members, answers)
    event(f"adopted version {ways.version} by {rule}")
    assert ways.record["rule"] == rule
    assert len(ways.record["members"]) == len(members) > 0
    assert ways.record["tally"] == tally._asdict()
    assert is_met(rule, tally) or (not ways.is_material and tally.change == 0)


def _counted_answers(ways: WaysOfWorking) -> Any:
    """Every answer to what was circulated last, by membership; of members that have left too."""
    rows = (
        TermsAnswer.objects.filter(ways=ways).order_by().values_list("membership_id", "answer", "answered_at")
    )
    answers = (GivenAnswer(member, MemberAnswer(answer), at) for member, answer, at in rows)
    return counted(answers, since=ways.circulated_at)
