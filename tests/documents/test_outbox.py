"""The outbox: what was asked for in a transaction is sent once that
commits, to the right authority, and is not lost.
"""

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest
from celery import current_app, shared_task
from django.db import transaction
from django.utils import timezone

from accounts.models import Authority
from core.scoping import NoAuthorityInScope, authority_scope, current_authority_id
from core.tasks import AuthorityTask
from documents.models import OutboxMessage
from documents.services import outbox
from leadership.emails.cases import CaseAssigned
from tests.factories.documents import OutboxMessageFactory

seen: list[tuple[int, int]] = []


@shared_task(base=AuthorityTask, name="tests.note_down")
def note_down(*, number: int) -> None:
    seen.append((current_authority_id(), number))


@pytest.fixture(autouse=True)
def nothing_seen() -> Iterator[None]:
    seen.clear()
    yield
    seen.clear()


def test_a_task_runs_for_the_authority_that_asked_for_it(
    larkshire: Authority, marlshire: Authority, django_capture_on_commit_callbacks: Callable[..., Any]
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        for number, authority in enumerate([larkshire, marlshire]):
            with authority_scope(authority):
                outbox.enqueue(note_down.name, number=number)
    assert seen == [(larkshire.pk, 0), (marlshire.pk, 1)]
    assert not OutboxMessage.objects.filter(sent_at=None).exists()


def test_a_change_that_is_rolled_back_asks_for_nothing(larkshire: Authority) -> None:
    with authority_scope(larkshire), transaction.atomic():
        outbox.enqueue(note_down.name, number=1)
        transaction.set_rollback(True)
    assert outbox.relay() == 0


def test_nobodys_task_cannot_be_asked_for(larkshire: Authority) -> None:
    with pytest.raises(NoAuthorityInScope):
        outbox.enqueue(note_down.name, number=1)


def test_without_a_broker_the_message_waits_for_the_next_tick(
    larkshire: Authority, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_broker(*args: Any, **kwargs: Any) -> None:
        raise ConnectionError

    with authority_scope(larkshire):
        outbox.enqueue(note_down.name, number=5)
    with monkeypatch.context() as patched:
        patched.setattr(current_app.tasks["tests.note_down"], "apply_async", no_broker)
        with pytest.raises(ConnectionError):
            outbox.relay()
    assert OutboxMessage.objects.get().sent_at is None
    assert outbox.relay() == 1
    assert seen == [(larkshire.pk, 5)]


def test_nobody_waits_behind_a_task_that_is_not_known(
    larkshire: Authority, caplog: pytest.LogCaptureFixture
) -> None:
    strangers = [
        OutboxMessageFactory(authority_id=larkshire.pk, task="documents.renamed_since") for _ in range(3)
    ]
    with authority_scope(larkshire):
        outbox.enqueue(note_down.name, number=5)
    assert outbox.relay(most=2) == 1
    assert seen == [(larkshire.pk, 5)]
    assert list(OutboxMessage.objects.filter(sent_at=None).order_by("pk")) == strangers
    (told,) = [record for record in caplog.records if record.levelname == "ERROR"]
    assert "documents.renamed_since" in told.getMessage()


def test_nobody_waits_behind_a_kind_of_email_that_is_not_known(
    larkshire: Authority, caplog: pytest.LogCaptureFixture
) -> None:
    kind = "documents.renamed_since"
    stranger = OutboxMessageFactory(
        authority_id=larkshire.pk, task=outbox.SEND_EMAIL, ids={"kind": kind, "ids": {"case_id": 1}}
    )
    with authority_scope(larkshire):
        outbox.enqueue(note_down.name, number=5)
    assert outbox.relay(most=1) == 1
    assert seen == [(larkshire.pk, 5)]
    assert list(OutboxMessage.objects.filter(sent_at=None)) == [stranger]
    (told,) = [record for record in caplog.records if record.levelname == "ERROR"]
    assert kind in told.getMessage()


def test_an_email_waits_under_its_kind_with_its_ids(larkshire: Authority) -> None:
    with authority_scope(larkshire):
        message = outbox.send_email(CaseAssigned(case_id=1, user_id=2, assigned_at="now"))
    assert (message.authority_id, message.task, message.purpose) == (
        larkshire.pk,
        "documents.send_email",
        "leadership.case_assigned",
    )
    assert message.ids == {
        "kind": "leadership.case_assigned",
        "ids": {"case_id": 1, "user_id": 2, "assigned_at": "now"},
    }
    assert outbox.relay() == 1, "the case has gone, and so has the email"


def test_what_was_sent_is_not_sent_again(larkshire: Authority) -> None:
    with authority_scope(larkshire):
        outbox.enqueue(note_down.name, number=5)
    assert [outbox.relay(), outbox.relay()] == [1, 0]


def test_only_so_many_at_once_and_the_oldest_first(larkshire: Authority) -> None:
    with authority_scope(larkshire):
        for number in range(3):
            outbox.enqueue(note_down.name, number=number)
    assert outbox.relay(most=2) == 2
    assert [number for _, number in seen] == [0, 1]


def test_what_was_sent_long_ago_is_dropped(larkshire: Authority) -> None:
    now = timezone.now()
    waiting = OutboxMessageFactory(authority_id=larkshire.pk)
    OutboxMessageFactory(authority_id=larkshire.pk, sent_at=now - timedelta(days=40))
    recent = OutboxMessageFactory(authority_id=larkshire.pk, sent_at=now)
    assert outbox.clear(sent_before=now - timedelta(days=30)) == 1
    assert set(OutboxMessage.objects.all()) == {waiting, recent}


def test_a_message_holds_ids_only() -> None:
    assert {field.name for field in OutboxMessage._meta.get_fields()} == {
        "id",
        "authority_id",
        "task",
        "ids",
        "created_at",
        "sent_at",
    }
