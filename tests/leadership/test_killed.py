"""L2, O6: a check that is killed before each of its writes in turn, and run again: one case a leader, one email, and
what was told before is published once.
"""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from typing import Any

import pytest
import time_machine
from django.core.exceptions import ValidationError

from accounts.models import User
from audit.models import Entry
from audit.rules.actions import Action
from documents.models import OutboxMessage
from leadership.models.cases import CaseGrant, LeadershipCase, Sweep
from leadership.rules.stages import Stage
from leadership.selectors.sight import every_case
from leadership.services.eligibility import review_leaders
from leadership.services.opening import open_case
from leadership.services.outcomes import publish_outcome
from memberships.models.members import LeaderAppointment
from tests.factories.memberships import LeaderAppointmentFactory
from tests.factories.ofsted import InspectionFactory
from tests.killed import same_after_each_kill
from tests.leadership.conftest import NOW, TODAY


@pytest.fixture(autouse=True)
def now() -> Any:
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def told(leads: LeaderAppointment, policy: Any, amina: User) -> LeadershipCase:
    """Amina was told of an outcome, wrote to the leader, and waits for the report."""
    case = open_case(appointment_id=leads.pk, inspected_on=TODAY, words="Told", by=amina, at=NOW)
    with every_case():
        LeadershipCase.objects.filter(pk=case.pk).update(stage=Stage.PUBLICATION)
    return case


def outcome() -> Any:
    """All that is there afterwards; numbers of new rows differ each time."""
    with every_case():
        cases = LeadershipCase.objects.order_by("appointment_id")
        facts = ("appointment_id", "ground", "inspection_id", "stage", "published_on", "assigned_to_id")
        return (
            list(cases.values_list(*facts)),
            sorted(Entry.objects.values_list("action", "is_confidential")),
            sorted(message.ids["kind"] for message in OutboxMessage.objects.all()),
            list(Sweep.objects.values_list("slot", "leaders", "opened")),
            sorted(CaseGrant.objects.values_list("user_id", "is_exceptional")),
        )


def test_l2_a_check_killed_before_each_write_is_done_once(
    told: LeadershipCase, leads: LeaderAppointment, lena: User, judged: Any
) -> None:
    judged(overall=4)
    for overall in (3, 4, 2):
        more = LeaderAppointmentFactory(user=lena)
        InspectionFactory(provider=more.membership.provider, overall=overall)

    def check() -> None:
        review_leaders(slot="night", on=TODAY, at=NOW)

    assert same_after_each_kill(check, outcome) >= 8
    check()
    cases, entries, emails, sweeps, _grants = outcome()
    assert [(ground, stage) for _id, ground, _inspection, stage, *_more in cases] == [
        ("below_line", Stage.SUCCESSION),
        ("below_line", Stage.OPENED),
        ("below_line", Stage.OPENED),
    ]
    assert emails == ["leadership.tasks_found"]
    assert sweeps == [("night", 4, 2)]
    assert entries.count((Action.CASE_MOVED, True)) == 1


def test_o6_a_publication_killed_before_each_write_is_recorded_once(
    told: LeadershipCase, amina: User
) -> None:
    with every_case():
        number = told.unpublished_outcomes.get().pk

    def publish() -> None:
        """Pressed again it is refused, and changes nothing."""
        facts = {"published_on": TODAY, "report_url": "https://reports.ofsted.gov.uk/provider/1"}
        with suppress(ValidationError):
            publish_outcome(outcome_id=number, **facts, by=amina, at=NOW)

    assert same_after_each_kill(publish, outcome) >= 4
    publish()
    cases, entries, *_more = outcome()
    assert [(stage, published_on) for *_facts, stage, published_on, _who in cases] == [
        (Stage.SUCCESSION, date(2026, 7, 1))
    ]
    assert entries.count((Action.OUTCOME_PUBLISHED, True)) == 1
    assert entries.count((Action.CASE_MOVED, True)) == 1
