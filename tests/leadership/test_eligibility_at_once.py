"""L2: two checks at once, on two connections, leave one open case; the same
slot is worked once; a check that dies leaves nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from django.db import OperationalError, connection

from accounts.models import Authority
from core.scoping import authority_scope
from documents.services import outbox
from leadership.models.cases import LeadershipCase, Sweep
from leadership.selectors.sight import every_case
from leadership.services import eligibility
from leadership.services.eligibility import review_leaders
from ofsted.signals import judgements_changed
from tests.cast import person
from tests.factories.memberships import LeaderAppointmentFactory
from tests.factories.ofsted import InspectionFactory, LeadingPolicyFactory
from tests.leadership.conftest import NOW, TODAY

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def five_below(larkshire: Authority) -> Iterator[Authority]:
    lena = person(larkshire, "Lena Field")
    with authority_scope(larkshire), every_case():
        LeadingPolicyFactory(version=1)
        for appointment in LeaderAppointmentFactory.create_batch(5, user=lena):
            InspectionFactory(provider=appointment.membership.provider, overall=4)
    return larkshire


def at_once(authority: Authority, *slots: str) -> list[int]:
    """Runs a check for each slot in a thread of its own, all starting together; the cases each opened."""
    start = Barrier(len(slots))

    def check(slot: str) -> int:
        try:
            start.wait(10)
            with authority_scope(authority.pk), every_case():
                return review_leaders(slot=slot, on=TODAY, at=NOW).pk
        finally:
            connection.close()

    with ThreadPoolExecutor(len(slots)) as pool:
        return list(pool.map(check, slots))


def counted(authority: Authority) -> tuple[int, int]:
    with authority_scope(authority), every_case():
        return Sweep.objects.count(), LeadershipCase.objects.filter(closed_at=None).count()


def test_l2_checks_at_once_open_each_case_once(five_below: Authority) -> None:
    at_once(five_below, "night-1", "import-1", "import-2")
    assert counted(five_below) == (3, 5)
    with authority_scope(five_below), every_case():
        assert sum(Sweep.objects.values_list("opened", flat=True)) == 5


def test_l2_one_slot_at_once_is_worked_once(five_below: Authority) -> None:
    sweeps = at_once(five_below, "night-1", "night-1")
    assert len(set(sweeps)) == 1
    assert counted(five_below) == (1, 5)


def test_l2_a_check_that_dies_leaves_its_slot_free(
    five_below: Authority, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = eligibility._mark_ended

    def dies(**how: Any) -> None:
        raise RuntimeError("the worker was killed")

    monkeypatch.setattr(eligibility, "_mark_ended", dies)
    with pytest.raises(RuntimeError), authority_scope(five_below), every_case():
        review_leaders(slot="night-1", on=TODAY, at=NOW)
    assert counted(five_below) == (0, 0)
    monkeypatch.setattr(eligibility, "_mark_ended", real)
    at_once(five_below, "night-1")
    assert counted(five_below) == (1, 5)


def test_l2_the_tick_checks_every_authority_once_a_day(five_below: Authority, marlshire: Authority) -> None:
    from leadership.tasks import check_leaders_everywhere

    check_leaders_everywhere.delay()
    check_leaders_everywhere.delay()
    assert counted(five_below) == (1, 5)
    assert counted(marlshire) == (1, 0)


def test_l2_each_load_of_ofsteds_file_is_followed_by_one_check(five_below: Authority) -> None:
    judgements_changed.send("test", authority_id=five_below.pk, run_id=12)
    judgements_changed.send("test", authority_id=five_below.pk, run_id=12)
    judgements_changed.send("test", authority_id=five_below.pk, policy_id=3)
    with authority_scope(five_below), every_case():
        assert set(Sweep.objects.values_list("slot", flat=True)) == {"import-12", "policy-3"}
    assert counted(five_below) == (2, 5)


def test_l2_the_check_after_a_load_is_not_lost_while_the_broker_is_away(
    five_below: Authority, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(outbox, "_nudge", lambda: None)
        judgements_changed.send("test", authority_id=five_below.pk, run_id=12)
    assert counted(five_below) == (0, 0)
    assert outbox.relay() == 1
    assert counted(five_below) == (1, 5)


def test_l2_a_load_that_is_certain_never_fails_because_of_the_check(
    five_below: Authority, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*args: Any, **ids: Any) -> None:
        raise OperationalError("the database is away")

    monkeypatch.setattr("leadership.receivers.enqueue", broken)
    judgements_changed.send("test", authority_id=five_below.pk, run_id=12)
    assert "import-12 could not be asked for" in caplog.text
