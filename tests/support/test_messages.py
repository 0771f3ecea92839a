"""Messages to many: who gets them, that each gets one whatever happens to the worker, and the pages."""

import smtplib
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from threading import Barrier

import pytest
import time_machine
from django.core import mail as sent
from django.core.exceptions import ValidationError
from django.db import connection

from accounts.models import User
from audit.models import Entry
from core import mail
from core.scoping import authority_scope
from documents.models import Job
from support.models import Message, MessageCopy
from support.services import messages
from support.services.messages import send_copies, send_message
from support.tasks import send_message_copies
from tests.concurrency import at_once
from tests.messages import drafted, sent_message

NOW = datetime(2026, 11, 21, 10, tzinfo=UTC)


@pytest.fixture(autouse=True)
def now():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def write(larkshire, led, elsewhere, amina):
    """``write()``: Amina writes to the managers of Riverside's and Hillside's settings."""

    def run(at=NOW, by=amina, **more):
        facts = {
            "collaboration_ids": [led.collaboration.pk, elsewhere.pk],
            "audiences": ["managers"],
            "subject": "Dates of the autumn term",
            "text": "The dates are on our website.",
            **more,
        }
        return sent_message(larkshire, by=by, at=at, **facts)

    return run


def text(response) -> str:
    return " ".join(response.content.decode().split())


def addressed(larkshire, message) -> list[str]:
    with authority_scope(larkshire):
        return sorted(MessageCopy.objects.filter(message=message).values_list("user__full_name", flat=True))


def job_of(larkshire, message) -> Job:
    with authority_scope(larkshire):
        return Job.objects.get(pk=message.job_id)


def unsent(larkshire) -> int:
    with authority_scope(larkshire):
        return MessageCopy.objects.filter(sent_at=None).count()


# --- whom it goes to ----------------------------------------------------------------------------------------


def test_managers_of_all_members_get_one_email_each(write, larkshire, led, elsewhere, amina):
    with authority_scope(larkshire):
        from memberships.services.members import join

        # Lena's setting is in both now
        join(collaboration=elsewhere, provider=led.acorns.provider, on=NOW.date(), by=amina)
    message = write()
    assert addressed(larkshire, message) == ["Cara Finch", "Lena Hartley", "Mo Siddiqui", "Sam Wilder"]
    with authority_scope(larkshire):
        entry = Entry.objects.get(action="message_sent")
        assert entry.sentence == "sent the message “Dates of the autumn term” to 4 people of 2 collaborations"
        assert Message.objects.get().about == "Hillside, Riverside"


def test_leaders_alone(write, larkshire):
    assert addressed(larkshire, write(audiences=["leaders"])) == ["Lena Hartley"]


def test_who_has_left_or_cannot_sign_in_gets_nothing(write, larkshire, led, amina):
    from memberships.services.members import leave

    with authority_scope(larkshire):
        leave(membership=led.bluebells, on=NOW.date(), reason="Closing", by=amina)
    User.objects.filter(pk=led.cara.pk).update(is_active=False)
    assert addressed(larkshire, write()) == ["Lena Hartley", "Sam Wilder"]


def test_nobody_no_group_or_too_many_is_refused_at_its_field(write, larkshire, elsewhere, monkeypatch):
    for facts, field in (
        ({"collaboration_ids": [elsewhere.pk], "audiences": ["leaders"]}, "audience"),
        ({"collaboration_ids": []}, "collaborations"),
        ({"collaboration_ids": [0]}, "collaborations"),
    ):
        with pytest.raises(ValidationError) as refusal:
            write(**facts)
        assert list(refusal.value.message_dict) == [field]
    monkeypatch.setattr(messages, "MAX_COLLABORATIONS", 1)
    with pytest.raises(ValidationError, match="at most 1"):
        write()


def test_pressed_twice_is_sent_once_and_later_again(write, larkshire):
    write()
    with pytest.raises(ValidationError, match="a moment ago"):
        write(at=NOW + timedelta(minutes=1))
    write(subject="Other dates")
    write(at=NOW + timedelta(minutes=11))
    with authority_scope(larkshire):
        assert Message.objects.count() == 3


# --- the sending --------------------------------------------------------------------------------------------


def test_the_whole_way_and_the_email(write, larkshire, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        message = write()
    assert sorted(email.to[0].split("@")[0] for email in sent.outbox) == ["cara", "lena", "mo", "sam"]
    email = next(one for one in sent.outbox if one.to == ["lena@larkshire.example"])
    assert email.subject == "Dates of the autumn term"
    for words in (
        "Hello Lena,",
        "The dates are on our website.",
        "Amina Yusuf",
        "because you belong to Riverside",
    ):
        assert words in email.body
    assert email.reply_to == ["Amina Yusuf <amina@larkshire.example>"]
    assert "List-Unsubscribe" not in email.extra_headers, "an email of the service, not a newsletter"
    assert len({one.extra_headers["Message-ID"] for one in sent.outbox}) == 4
    job = job_of(larkshire, message)
    assert (job.state, job.done, job.total, job.message) == ("done", 4, 4, "4 emails were sent.")
    assert job.url == f"collaborations/messages/{message.pk}/"
    assert unsent(larkshire) == 0


def test_delivered_again_nothing_is_sent_again(write, larkshire):
    message = write()
    for _twice in range(2):
        send_copies(message_id=message.pk, authority_id=larkshire.pk)
    assert len(sent.outbox) == 4


class Killed(BaseException):
    """As a worker that is gone: nobody catches it."""


def test_a_killed_worker_is_carried_on_from_where_it_was(write, larkshire, monkeypatch):
    """Killed between the sending and its claim: that one email goes
    again under the same Message-ID, the others do not.
    """
    message, real, number = write(), mail.send, iter(range(9))

    def send_then_die(email, *, authority):
        real(email, authority=authority)
        if next(number) == 1:
            raise Killed

    monkeypatch.setattr(mail, "send", send_then_die)
    with pytest.raises(Killed):
        send_copies(message_id=message.pk, authority_id=larkshire.pk)
    assert unsent(larkshire) == 3
    assert job_of(larkshire, message).done == 1
    send_copies(message_id=message.pk, authority_id=larkshire.pk)
    ids = [email.extra_headers["Message-ID"] for email in sent.outbox]
    assert (len(ids), len(set(ids))) == (5, 4)
    assert (unsent(larkshire), job_of(larkshire, message).state) == (0, "done")


def test_when_the_mail_server_is_away_the_task_is_tried_again_and_at_last_the_job_says_so(
    write, larkshire, monkeypatch
):
    message = write()

    def away(email, *, authority):
        raise smtplib.SMTPServerDisconnected

    monkeypatch.setattr(mail, "send", away)
    with pytest.raises(smtplib.SMTPServerDisconnected):
        send_copies(message_id=message.pk, authority_id=larkshire.pk)
    assert job_of(larkshire, message).state == "running"
    with pytest.raises(smtplib.SMTPServerDisconnected):
        send_copies(message_id=message.pk, authority_id=larkshire.pk, last_try=True)
    job = job_of(larkshire, message)
    assert (job.state, job.message) == ("failed", "The mail server could not be reached. We have been told.")


@pytest.mark.parametrize("code", [550, 450])
def test_one_refused_address_does_not_hold_up_the_others(write, larkshire, amina, browse, monkeypatch, code):
    message, real = write(), mail.send

    def refuses_mo(email, *, authority):
        if email.to.startswith("mo@"):
            raise smtplib.SMTPRecipientsRefused({email.to: (code, b"no such person")})
        real(email, authority=authority)

    monkeypatch.setattr(mail, "send", refuses_mo)
    send_copies(message_id=message.pk, authority_id=larkshire.pk)
    job = job_of(larkshire, message)
    assert (job.state, job.message) == ("failed", "3 emails were sent. 1 could not be sent.")
    assert "The mail server refused the address of Mo Siddiqui." in job.log
    assert (len(sent.outbox), unsent(larkshire)) == (3, 1)
    page = browse(amina).get(f"/larkshire/collaborations/messages/{message.pk}/")
    states = {str(copy.user): copy.state for copy in page.context["page"].object_list}
    assert states == dict.fromkeys(["Cara Finch", "Lena Hartley", "Sam Wilder"], "sent") | {
        "Mo Siddiqui": "refused"
    }
    assert "Address refused" in text(page)
    send_copies(message_id=message.pk, authority_id=larkshire.pk)
    assert len(sent.outbox) == 3, "a job that has ended is not begun again"


def test_the_task_asks_for_itself_under_its_name():
    assert send_message_copies.name == "support.send_message_copies"
    assert send_message_copies.stepwise


@pytest.mark.django_db(transaction=True)
def test_two_workers_at_once_send_each_copy_once(write, larkshire):
    message, barrier = write(), Barrier(2)

    def work() -> None:
        try:
            barrier.wait(10)
            send_copies(message_id=message.pk, authority_id=larkshire.pk)
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        for done in [pool.submit(work), pool.submit(work)]:
            done.result()
    assert sorted(email.to[0].split("@")[0] for email in sent.outbox) == ["cara", "lena", "mo", "sam"]
    assert job_of(larkshire, message).state == "done"


@pytest.mark.django_db(transaction=True)
def test_the_button_pressed_twice_at_once(write, larkshire):
    at_once(larkshire, [write, write])
    with authority_scope(larkshire):
        assert Message.objects.filter(sent_at__isnull=False).count() == 1


@pytest.mark.django_db(transaction=True)
def test_one_draft_sent_twice_at_once_is_one_message(larkshire, led, amina):
    draft = drafted(
        larkshire, collaboration_ids=[led.collaboration.pk], audiences=["managers"], by=amina, at=NOW
    )

    def send():
        send_message(message_id=draft.pk, by=amina, at=NOW)

    assert at_once(larkshire, [send, send]) == ["done", "done"]
    with authority_scope(larkshire):
        assert MessageCopy.objects.count() == 3
