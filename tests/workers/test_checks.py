"""The nightly check of leaders whose worker is killed in the middle,
or that two beats ask for: every case once (L2).
"""

from __future__ import annotations

import pytest
from django.utils import timezone

from accounts.models import Authority
from audit.models import Entry
from audit.rules.actions import Action
from config.local.processes import Child
from core.scoping import authority_scope
from leadership.models.cases import LeadershipCase, Sweep
from leadership.selectors.sight import every_case
from leadership.tasks import check_leaders_everywhere
from tests.cast import person
from tests.factories.memberships import LeaderAppointmentFactory
from tests.factories.ofsted import InspectionFactory, LeadingPolicyFactory
from tests.workers.processes import Queue, held, until, waits_for

BELOW, FINE = 12, 8
CHECK = "leadership.check_leaders"
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def authorities(larkshire: Authority, marlshire: Authority) -> list[Authority]:
    """Two authorities with twenty leaders each, twelve of them from settings that are inadequate."""
    for authority in (larkshire, marlshire):
        leader = person(authority, "Lena Field")
        with authority_scope(authority), every_case():
            LeadingPolicyFactory.create(version=1)
            for number, appointment in enumerate(
                LeaderAppointmentFactory.create_batch(BELOW + FINE, user=leader)
            ):
                InspectionFactory.create(
                    provider=appointment.membership.provider, overall=4 if number < BELOW else 2
                )
    return [larkshire, marlshire]


def checked(authorities: list[Authority]) -> bool:
    found = []
    for authority in authorities:
        with authority_scope(authority), every_case():
            found.append(Sweep.objects.exists())
    return all(found)


def everything_once(authorities: list[Authority], queue: Queue, *workers: Child) -> None:
    """One check an authority, one open case and one entry of it for each
    leader below the line, and no message left over.
    """
    until("everything is checked", lambda: checked(authorities), *workers)
    until("the queue is empty", queue.is_empty, *workers)
    for authority in authorities:
        with authority_scope(authority), every_case():
            sweep = Sweep.objects.get()
            assert (sweep.slot, sweep.leaders, sweep.opened) == (
                f"night-{timezone.localdate():%Y-%m-%d}",
                BELOW + FINE,
                BELOW,
            )
            cases = LeadershipCase.objects.filter(closed_at=None)
            assert len(set(cases.values_list("appointment_id", flat=True))) == cases.count() == BELOW
            entries = Entry.objects.filter(action=Action.CASE_OPENED)
            assert set(entries.values_list("about_id", flat=True)) == set(cases.values_list("pk", flat=True))
            assert entries.count() == BELOW
            assert Entry.objects.filter(action=Action.LEADERS_CHECKED).count() == 1


def test_l2_two_beats_and_a_process_killed_in_the_middle(authorities: list[Authority], queue: Queue) -> None:
    """The cases are opened and not yet certain when the process dies. Each slot is asked for twice."""
    worker = queue.worker()
    with held("audit_entry"):
        check_leaders_everywhere.apply_async()
        check_leaders_everywhere.apply_async()
        until("a check is under way", lambda: waits_for("audit_entry"), worker)
        queue.kill_process_of(CHECK, worker)
        assert not checked(authorities)
    everything_once(authorities, queue, worker)
    assert "WorkerLostError" in worker.log.read_text(), "a process was killed, or this test tells nothing"


def test_l2_a_worker_killed_whole_in_the_middle(authorities: list[Authority], queue: Queue) -> None:
    """While it lives it keeps its hold on what it works on, however long that lasts; when it is killed others
    get it in seconds.
    """
    first = queue.worker()
    with held("audit_entry"):
        check_leaders_everywhere.apply_async()
        until("both checks are under way", lambda: waits_for("audit_entry") == 2, first)
        taken_at = queue.touched()
        until("the hold is renewed", lambda: queue.touched() > taken_at + 1, first)
        queue.kill_whole(first)
        assert queue.taken() == 2, "the broker still holds both for the dead worker"
    assert not checked(authorities)
    everything_once(authorities, queue, queue.worker())
