"""A message whose worker is killed between the sending of an email and
its claim: everybody has it, in the mailbox once.
"""

from __future__ import annotations

import mailbox
from collections import Counter

import pytest
from django.utils import timezone

from accounts.models import Authority, User
from core.scoping import authority_scope
from documents.models import Job
from documents.services import outbox
from support.models import Message, MessageCopy
from tests.factories.groups import Group
from tests.messages import sent_message
from tests.workers.processes import Queue, held, until, waits_for

COPIES = "support_messagecopy"
pytestmark = pytest.mark.django_db(transaction=True)


def emails(queue: Queue) -> list[str]:
    """The Message-ID of each email that was sent, the same one twice where it went twice."""
    folder = queue.folder / "mail"
    return [str(email["Message-ID"]) for email in mailbox.Maildir(str(folder))] if folder.exists() else []


def is_done(authority: Authority, message: Message) -> bool:
    with authority_scope(authority):
        return Job.objects.get(pk=message.job_id).state == "done"


def test_a_killed_worker_is_followed_by_another_that_sends_the_rest(
    larkshire: Authority, led: Group, amina: User, queue: Queue
) -> None:
    message = sent_message(
        larkshire,
        collaboration_ids=[led.collaboration.pk],
        audiences=["managers"],
        by=amina,
        at=timezone.now(),
    )
    with authority_scope(larkshire):
        assert MessageCopy.objects.count() == 3
    with held(COPIES):
        first = queue.worker(processes=1)
        outbox.relay()
        until("the message is taken", lambda: waits_for(COPIES), first)
        assert len(emails(queue)) == 1, "the first email is sent and its claim waits"
        queue.kill_whole(first)
    assert not is_done(larkshire, message)
    second = queue.worker(processes=1)
    until("everything is sent", lambda: is_done(larkshire, message), second)
    until("the queue is empty", queue.is_empty, second)
    sent = Counter(emails(queue))
    assert sorted(sent.values()) == [1, 1, 2], "three people; one email went again, under the same Message-ID"
    with authority_scope(larkshire):
        assert not MessageCopy.objects.filter(sent_at=None).exists()
