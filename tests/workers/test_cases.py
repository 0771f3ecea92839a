"""L2, O6: a load's check and the nightly one, and an officer who opens a case by hand, all at once. Their processes
are killed and the work is done again: one open case a leader, one email, and what was told is published once.
"""

from __future__ import annotations

import mailbox
from collections import Counter
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import date

import pytest
from django.db import connection
from django.utils import timezone

from accounts.models import Authority, User
from audit.models import Entry
from audit.rules.actions import Action
from config.local.processes import Child
from core.scoping import authority_scope
from documents.models import OutboxMessage
from documents.services import outbox
from leadership.models.cases import LeadershipCase, Sweep
from leadership.rules.stages import Stage
from leadership.selectors.sight import every_case
from leadership.services.opening import open_case
from leadership.tasks import check_leaders_everywhere
from memberships.models.members import LeaderAppointment
from ofsted.signals import judgements_changed
from tests.cast import person
from tests.factories.memberships import LeaderAppointmentFactory
from tests.factories.ofsted import InspectionFactory, LeadingPolicyFactory
from tests.workers.processes import Queue, held, until

BELOW, FINE = 8, 4
CHECK = "leadership.check_leaders"
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def leaders(larkshire: Authority, amina: User, maya: User) -> list[LeaderAppointment]:
    """Leaders, the first of them below the line by what is published now. Amina was told so of the first one
    before, wrote to the leader, and waits for the report.
    """
    lena = person(larkshire, "Lena Field")
    with authority_scope(larkshire), every_case():
        LeadingPolicyFactory.create(version=1)
        rows = LeaderAppointmentFactory.create_batch(BELOW + FINE, user=lena)
        when = {"inspected_on": date(2026, 6, 20), "words": "Told", "by": amina, "at": timezone.now()}
        told = open_case(appointment_id=rows[0].pk, **when)
        LeadershipCase.objects.filter(pk=told.pk).update(stage=Stage.PUBLICATION)
        for number, row in enumerate(rows):
            InspectionFactory.create(provider=row.membership.provider, overall=4 if number < BELOW else 2)
    return list(rows)


def checked(authority: Authority) -> bool:
    with authority_scope(authority):
        return Sweep.objects.count() == 2


def at_work(number: int) -> Callable[[], bool]:
    """Whether so many sessions wait for a lock, of whatever kind."""

    def wait() -> bool:
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(DISTINCT pid) FROM pg_locks WHERE NOT granted")
            return bool(cursor.fetchone()[0] >= number)

    return wait


def by_hand(authority: Authority, leads: LeaderAppointment, by: User) -> None:
    """An officer opens a case of a leader of whom the checks open one at the same moment."""
    try:
        with authority_scope(authority):
            open_case(appointment_id=leads.pk, inspected_on=None, words="Asked", by=by, at=timezone.now())
    finally:
        connection.close()


def emails(queue: Queue) -> Counter[tuple[str, str]]:
    """To whom, and under which Message-ID."""
    folder = queue.folder / "mail"
    found = mailbox.Maildir(str(folder)) if folder.exists() else []
    return Counter((str(email["To"]), str(email["Message-ID"])) for email in found)


def ask_for_checks(authority: Authority) -> None:
    """The load's news, and the timetable's tick."""
    judgements_changed.send(sender=None, authority_id=authority.pk, run_id=7)
    outbox.relay()
    check_leaders_everywhere.apply_async()


def begin_by_hand(authority: Authority, amina: User, second: LeaderAppointment) -> Future[None]:
    pool = ThreadPoolExecutor(1)
    opening = pool.submit(by_hand, authority, second, amina)
    pool.shutdown(wait=False)
    return opening


def everything_once(authority: Authority, queue: Queue, maya: User, told_id: int, *workers: Child) -> None:
    until("both checks are done", lambda: checked(authority), *workers)
    outbox.relay()
    until("the queue is empty", queue.is_empty, *workers)
    with authority_scope(authority), every_case():
        sweeps = {sweep.slot: sweep.opened for sweep in Sweep.objects.all()}
        assert set(sweeps) == {f"night-{timezone.localdate():%Y-%m-%d}", "import-7"}
        cases = LeadershipCase.objects.filter(closed_at=None)
        assert len(set(cases.values_list("appointment_id", flat=True))) == cases.count() == BELOW
        opened = Entry.objects.filter(action=Action.CASE_OPENED)
        assert sorted(opened.values_list("about_id", flat=True)) == sorted(cases.values_list("pk", flat=True))
        assert sum(sweeps.values()) == cases.filter(opened_by=None).count()
        told = LeadershipCase.objects.get(appointment_id=told_id)
        assert (told.stage, told.published_on) == (Stage.SUCCESSION, date(2024, 6, 14))
        about = Entry.objects.filter(about_type="leadership.leadershipcase", about_id=told.pk)
        assert sorted(about.values_list("action", flat=True)) == sorted(
            [Action.CASE_OPENED, Action.OUTCOME_RECORDED, Action.CASE_UPDATED, Action.CASE_MOVED]
        ), "it joined, and was published, once"
        asked = OutboxMessage.objects.filter(ids__kind="leadership.tasks_found")
        assert asked.count() == sum(1 for number in sweeps.values() if number)
    sent = emails(queue)
    assert set(sent.values()) == {1}
    assert {to for to, _id in sent} == {maya.email}
    assert len(sent) == asked.count()


@pytest.mark.parametrize("table", ["audit_entry", "documents_outboxmessage"])
def test_l2_o6_a_process_killed_while_three_open_cases_at_once(
    table: str, larkshire: Authority, leaders: list[LeaderAppointment], amina: User, maya: User, queue: Queue
) -> None:
    """The child that runs a check dies with its cases opened and not yet certain, or with all but the email."""
    ask_for_checks(larkshire)
    with held(table):
        worker = queue.worker()
        opening = begin_by_hand(larkshire, amina, leaders[1])
        until("the checks and the officer wait", at_work(2), worker)
        queue.kill_process_of(CHECK, worker)
        assert not checked(larkshire)
    opening.result(timeout=60)
    everything_once(larkshire, queue, maya, leaders[0].pk, worker)
    assert "WorkerLostError" in worker.log.read_text(), "a process was killed, or this test tells nothing"


def test_l2_o6_a_worker_killed_whole_while_three_open_cases_at_once(
    larkshire: Authority, leaders: list[LeaderAppointment], amina: User, maya: User, queue: Queue
) -> None:
    ask_for_checks(larkshire)
    with held("audit_entry"):
        first = queue.worker()
        opening = begin_by_hand(larkshire, amina, leaders[1])
        until("the checks and the officer wait", at_work(3), first)
        queue.kill_whole(first)
    opening.result(timeout=60)
    assert not checked(larkshire)
    everything_once(larkshire, queue, maya, leaders[0].pk, queue.worker())
