"""C5 and C6 as people might use them in any order: never two memberships at once, no illegal move, every
decided row has its decision.
"""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from collaborations.models import Collaboration
from core.scoping import authority_scope
from memberships.models.joining import Application, Invitation
from memberships.models.leaving import HandOver
from memberships.models.members import Membership
from memberships.rules.joining import APPLICATION_TRANSITIONS, INVITATION_TRANSITIONS, TAKES_NONE
from memberships.services.applications import apply_to_join, decide_application, withdraw_application
from memberships.services.invitations import (
    accept_invitation,
    decline_invitation,
    invite_setting,
    withdraw_invitation,
)
from memberships.services.leaving import (
    change_hand_over,
    finish_hand_over,
    give_notice,
    note_hand_over,
    remove_hand_over,
    take_back_notice,
)
from tests.factories.collaborations import CollaborationFactory
from tests.factories.groups import Group
from tests.factories.providers import ProviderFactory

START = datetime(2026, 11, 21, 10, tzinfo=UTC)
DEEDS = (
    "apply",
    "withdraw",
    "accept",
    "decline",
    "invite",
    "say yes",
    "say no",
    "take back",
    "notice",
    "stay",
    "state",
    "wait",
)
STATES = ("active", "under_review", "dormant", "dividing", "active")


@dataclass
class World:
    """One setting, one group, and the clock.

    ``seen`` is the last known state of each row: an ended one never changes again.
    """

    led: Group
    provider: Any
    group: Collaboration
    at: datetime = START
    seen: dict[tuple[str, int], str] = field(default_factory=dict)

    def last(self, model: Any) -> Any:
        return model.objects.filter(provider=self.provider, collaboration=self.group).order_by("-pk").first()

    def membership(self) -> Membership | None:
        rows = Membership.objects.filter(provider=self.provider, collaboration=self.group)
        return rows.order_by("-joined_on").first()

    def do(self, deed: str, number: int) -> None:
        who = (self.led.lena, self.led.mo)[number % 2]
        today = self.at.date()
        between = {"provider": self.provider, "collaboration": self.group}
        decision = {"decided_on": today, "decision": "All agreed.", "by": who, "at": self.at}
        email = {
            "email": "nell@setting.example",
            "full_name": "Nell Ives",
            "words": "",
            "is_vouched_for": True,
        }
        row, invitation, membership = self.last(Application), self.last(Invitation), self.membership()
        acts: dict[str, Callable[[], Any]] = {
            "apply": lambda: apply_to_join(**between, words="", by=who, at=self.at),
            "withdraw": lambda: row and withdraw_application(application=row, by=who, at=self.at),
            "accept": lambda: (
                row
                and decide_application(
                    application=row, accepted=True, joined_on=today + timedelta(number % 3), **decision
                )
            ),
            "decline": lambda: row and decide_application(application=row, accepted=False, **decision),
            "invite": lambda: invite_setting(**between, **email, **decision),
            "say yes": lambda: invitation and accept_invitation(invitation=invitation, by=who, at=self.at),
            "say no": lambda: invitation and decline_invitation(invitation=invitation, by=who, at=self.at),
            "take back": lambda: (
                invitation and withdraw_invitation(invitation=invitation, by=who, at=self.at)
            ),
            "notice": lambda: (
                membership
                and give_notice(
                    membership=membership,
                    left_on=today + timedelta(number),
                    reason="Time",
                    by=who,
                    at=self.at,
                )
            ),
            "stay": lambda: membership and take_back_notice(membership=membership, by=who, at=self.at),
            "state": lambda: Collaboration.objects.filter(pk=self.group.pk).update(
                state=STATES[number % len(STATES)]
            ),
            "wait": lambda: setattr(self, "at", self.at + timedelta(number)),
        }
        said = ["done"]
        try:
            with transaction.atomic():
                acts[deed]()
        except ValidationError as refusal:
            said = refusal.messages
        assert all(words.strip() for words in said)

    def check(self, *, state_before: str, memberships_before: int, deed: str) -> None:
        for model, table in ((Application, APPLICATION_TRANSITIONS), (Invitation, INVITATION_TRANSITIONS)):
            rows = list(model.objects.filter(provider=self.provider, collaboration=self.group).order_by("pk"))
            assert sum(bool(table[row.state]) for row in rows) <= 1
            for row in rows:
                before = self.seen.get((model.__name__, row.pk), next(iter(table)))
                assert row.state == before or row.state in table[before], (before, row.state)
                self.seen[(model.__name__, row.pk)] = row.state
                assert row.decision.strip() or row.state in ("open", "withdrawn")
                assert (row.membership is not None) == (row.state == "accepted")
        waiting = [kind for (kind, _pk), state in self.seen.items() if state in ("open", "sent")]
        assert len(waiting) <= 1  # an application or an invitation, never both
        memberships = list(
            Membership.objects.filter(provider=self.provider, collaboration=self.group).order_by("joined_on")
        )
        for one, following in pairwise(memberships):
            assert one.left_on is not None
            assert one.left_on <= following.joined_on
        assert len(memberships) >= memberships_before  # history is never rewritten
        if len(memberships) > memberships_before:
            assert state_before not in TAKES_NONE, deed


@pytest.fixture
def world(larkshire, led):
    with authority_scope(larkshire):
        yield lambda: World(led, ProviderFactory(name="Daisies"), CollaborationFactory())


STEPS = st.lists(st.tuples(st.sampled_from(DEEDS), st.integers(0, 5)), max_size=14)


@given(steps=STEPS)
@example(
    steps=[
        ("apply", 0),
        ("accept", 1),
        ("accept", 0),
        ("notice", 3),
        ("stay", 0),
        ("notice", 1),
        ("wait", 2),
        ("invite", 0),
        ("say yes", 0),
    ]
)
@example(
    steps=[
        ("invite", 0),
        ("apply", 0),
        ("take back", 0),
        ("apply", 0),
        ("state", 3),
        ("accept", 0),
        ("decline", 0),
        ("decline", 1),
    ]
)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_c5_no_order_of_deeds_breaks_joining_and_leaving(world, steps):
    with transaction.atomic():
        here = world()
        for deed, number in steps:
            before = (
                Collaboration.objects.get(pk=here.group.pk).state,
                Membership.objects.filter(provider=here.provider).count(),
            )
            here.do(deed, number)
            here.check(state_before=before[0], memberships_before=before[1], deed=deed)
        transaction.set_rollback(True)


@given(
    steps=st.lists(
        st.tuples(st.sampled_from(["note", "change", "done", "remove", "back"]), st.integers(0, 3)),
        max_size=12,
    )
)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_c6_what_is_handed_over_is_never_rewritten(larkshire, led, steps):
    with authority_scope(larkshire), transaction.atomic():
        membership = give_notice(
            membership=led.bluebells, left_on=START.date() + timedelta(9), reason="Time", by=led.mo, at=START
        )
        done: dict[int, str] = {}
        for deed, number in steps:
            rows = list(HandOver.objects.filter(membership=membership).order_by("pk"))
            row = rows[number % len(rows)] if rows else None
            facts = {"kind": "action", "what": f"Thing {number}", "taken_by": None, "by": led.mo, "at": START}
            acts: dict[str, Callable[[], Any]] = {
                "note": lambda facts=facts: note_hand_over(membership=membership, **facts),
                "change": lambda row=row, facts=facts: row and change_hand_over(hand_over=row, **facts),
                "done": lambda row=row: row and finish_hand_over(hand_over=row, on=START.date(), by=led.mo),
                "remove": lambda row=row: row and remove_hand_over(hand_over=row, by=led.mo),
                "back": lambda: take_back_notice(membership=membership, by=led.mo, at=START),
            }
            with suppress(ValidationError), transaction.atomic():
                acts[deed]()
            now = dict(
                HandOver.objects.filter(membership=membership, done_on__isnull=False).values_list(
                    "pk", "what"
                )
            )
            assert now.items() >= done.items()
            done = now
        transaction.set_rollback(True)
