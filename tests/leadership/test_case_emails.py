"""L2, L3: neutral emails to the team. Who has the new task learns so, once, and nothing else."""

from __future__ import annotations

from typing import Any

import pytest
import time_machine

from accounts.models import User
from documents.models import OutboxMessage
from leadership.emails.cases import TasksFound
from leadership.models.cases import LeadershipCase
from leadership.selectors.sight import every_case
from leadership.services.cases import assign_case
from leadership.services.opening import open_case
from memberships.models.members import LeaderAppointment
from tests.factories.memberships import LeaderAppointmentFactory
from tests.factories.ofsted import InspectionFactory
from tests.leadership.conftest import NOW, Check
from tests.outbox import run_email_task


@pytest.fixture(autouse=True)
def now() -> Any:
    with time_machine.travel(NOW, tick=False):
        yield


def asked_for() -> list[str]:
    return [message.ids["kind"] for message in OutboxMessage.objects.order_by("pk")]


def test_l2_managers_are_told_once_of_cases_that_nobody_has(
    check: Check, judged: Any, maya: User, amina: User, lena: User, mailoutbox: list[Any]
) -> None:
    """One email a check, however many it opened; none where each case has somebody by then."""
    judged(overall=4)
    for overall in (3, 4):
        more = LeaderAppointmentFactory(user=lena)
        InspectionFactory(provider=more.membership.provider, overall=overall)
    first = check(slot="a")
    assert first.opened == 3
    check(slot="a")
    check(slot="b")
    assert asked_for() == [TasksFound.name], "the second check opened nothing"
    run_email_task(TasksFound(sweep_id=first.pk))
    (email,) = mailoutbox
    assert (email.to, email.subject) == ([maya.email], "You have a new task")
    text = " ".join(email.body.split()).lower()
    assert "you have a new task. sign in to see it." in text
    for word in ("leadership", "case", "lena", "ofsted", "judgement", "setting"):
        assert word not in text, word
    mailoutbox.clear()
    with every_case():
        *others, last = LeadershipCase.objects.order_by("pk")
    for case in others:
        assign_case(case_id=case.pk, officer=amina, by=maya, at=NOW)
    run_email_task(TasksFound(sweep_id=first.pk))
    assert len(mailoutbox) == 1, "one of the three has nobody yet"
    assign_case(case_id=last.pk, officer=amina, by=maya, at=NOW)
    run_email_task(TasksFound(sweep_id=first.pk))
    assert len(mailoutbox) == 1


def test_l2_nobody_is_told_of_what_an_officer_opened_or_a_check_brought_up_to_date(
    check: Check, judged: Any, leads: LeaderAppointment, amina: User, mailoutbox: list[Any]
) -> None:
    """Whoever opens a case has it. What is published afterwards joins it."""
    open_case(appointment_id=leads.pk, inspected_on=NOW.date(), words="Told", by=amina, at=NOW)
    judged(overall=4)
    sweep = check()
    assert sweep.opened == 0
    assert asked_for() == []
    run_email_task(TasksFound(sweep_id=sweep.pk))
    run_email_task(TasksFound(sweep_id=sweep.pk + 1))
    assert mailoutbox == []
