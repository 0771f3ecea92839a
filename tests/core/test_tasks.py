"""Tasks are tried again after what passes, for the authority they were asked for."""

from __future__ import annotations

import smtplib
from collections.abc import Iterator
from typing import Any

import pytest
from celery import Task, current_app, shared_task
from celery.exceptions import Retry
from django.db import OperationalError

from accounts.models import Authority
from core.scoping import NoAuthorityInScope, authority_id_or_none, authority_scope, current_authority_id
from core.tasks import HEADER, AuthorityTask

PASSING = [
    OperationalError("the database was away"),
    ConnectionRefusedError(),
    smtplib.SMTPServerDisconnected("gone"),
]
pytestmark = pytest.mark.django_db
faults: list[Exception] = []
tries: list[int | None] = []


def work(authority_id: int | None) -> None:
    tries.append(authority_id)
    if faults:
        raise faults.pop(0)


@shared_task(base=AuthorityTask, name="tests.in_one_step")
def in_one_step(*, number: int) -> None:
    work(current_authority_id())


@shared_task(base=AuthorityTask, name="tests.in_steps", stepwise=True, typing=False)
def in_steps(*, number: int, authority_id: int) -> None:
    assert authority_id_or_none() is None
    work(authority_id)


@shared_task(base=AuthorityTask, name="tests.of_the_platform", platform_wide=True)
def of_the_platform(*, number: int) -> None:
    work(authority_id_or_none())


@pytest.fixture(autouse=True)
def nothing_tried(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Retries are run, as a worker runs them; the tests' own setting would raise the first fault."""
    monkeypatch.setitem(current_app.conf, "task_eager_propagates", False)
    yield
    faults.clear()
    tries.clear()


def run(task: Any, authority: Authority) -> Any:
    return task.apply(kwargs={"number": 1}, headers={HEADER: authority.pk})


@pytest.mark.parametrize("fault", PASSING, ids=lambda fault: type(fault).__name__)
@pytest.mark.parametrize("task", [in_one_step, in_steps])
def test_a_fault_that_passes_is_tried_again(larkshire: Authority, task: Any, fault: Exception) -> None:
    faults.append(fault)
    assert run(task, larkshire).successful()
    assert tries == [larkshire.pk, larkshire.pk]


def test_asked_for_in_the_scope_it_is_tried_again_too(larkshire: Authority) -> None:
    faults.append(PASSING[0])
    with authority_scope(larkshire):
        in_one_step.delay(number=1)
    assert tries == [larkshire.pk, larkshire.pk]


def test_work_of_no_authority_is_tried_again() -> None:
    faults.append(PASSING[0])
    of_the_platform.delay(number=1)
    assert tries == [None, None]


def test_a_fault_of_ours_is_not_tried_again(larkshire: Authority) -> None:
    faults.append(ZeroDivisionError())
    assert run(in_one_step, larkshire).failed()
    assert tries == [larkshire.pk]


def test_in_the_end_it_is_given_up(larkshire: Authority) -> None:
    faults.extend(OperationalError("still away") for _ in range(20))
    assert run(in_one_step, larkshire).failed()
    assert len(tries) == 1 + AuthorityTask.max_retries


@pytest.mark.parametrize("task", [in_one_step, in_steps])
def test_a_worker_sends_it_again_with_its_authority(
    larkshire: Authority, task: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As a worker has it: the header beside the message's own, and no authority in scope around the task."""
    sent: list[dict[str, Any]] = []
    monkeypatch.setattr(
        Task, "apply_async", lambda self, args, kwargs, **options: sent.append({"kwargs": kwargs, **options})
    )
    faults.append(PASSING[0])
    task.push_request(
        id="one",
        args=[],
        kwargs={"number": 1},
        retries=2,
        called_directly=False,
        is_eager=False,
        **{HEADER: larkshire.pk},
    )
    try:
        with pytest.raises(Retry):
            task(number=1)
    finally:
        task.pop_request()
    (again,) = sent
    assert (again["kwargs"], again["headers"][HEADER], again["retries"], again["task_id"]) == (
        {"number": 1},
        larkshire.pk,
        3,
        "one",
    )
    assert 0 <= again["countdown"] <= 4


def test_nobodys_work_is_still_refused() -> None:
    with pytest.raises(NoAuthorityInScope):
        in_one_step.delay(number=1)
