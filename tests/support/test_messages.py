"""Messages of officers: who gets them, that each gets one whatever happens to the worker, and the pages."""

import smtplib
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from threading import Barrier

import pytest
import time_machine
from django.core import mail as sent
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from audit.models import Entry
from collaborations.models import Collaboration
from core import mail
from core.scoping import authority_scope
from documents.models import Job
from support.models import Message, MessageCopy
from support.services import messages
from support.services.messages import send_copies, send_message
from support.tasks import send_message_copies
from tests.concurrency import at_once
from tests.factories.collaborations import CollaborationFactory
from tests.factories.groups import one_more_member
from tests.factories.providers import DistrictFactory
from tests.factories.support import MessageCopyFactory, MessageFactory

NOW = datetime(2026, 11, 21, 10, tzinfo=UTC)
LIST, WRITE = "/larkshire/collaborations/messages/", "/larkshire/collaborations/messages/write/"
MOVE = "/larkshire/collaborations/district/"


@pytest.fixture(autouse=True)
def now():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def write(larkshire, led, elsewhere, amina):
    """``write()``: Amina writes to the managers of Riverside's and Hillside's settings."""

    def run(**more):
        facts = {
            "collaboration_ids": [led.collaboration.pk, elsewhere.pk],
            "audience": "managers",
            "subject": "Dates of the autumn term",
            "text": "The dates are on our website.",
            "by": amina,
            "at": NOW,
            **more,
        }
        with authority_scope(larkshire):
            return send_message(**facts)

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
    assert addressed(larkshire, write(audience="leaders")) == ["Lena Hartley"]


def test_who_has_left_or_cannot_sign_in_gets_nothing(write, larkshire, led, amina):
    from memberships.services.members import leave

    with authority_scope(larkshire):
        leave(membership=led.bluebells, on=NOW.date(), reason="Closing", by=amina)
    User.objects.filter(pk=led.cara.pk).update(is_active=False)
    assert addressed(larkshire, write()) == ["Lena Hartley", "Sam Wilder"]


def test_nobody_no_group_or_too_many_is_refused_at_its_field(write, larkshire, elsewhere, monkeypatch):
    for facts, field in (
        ({"collaboration_ids": [elsewhere.pk], "audience": "leaders"}, "audience"),
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
        "because you manage a setting that is a member",
    ):
        assert words in email.body
    assert email.reply_to == ["early.years@larkshire.example"]
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


def test_one_refused_address_does_not_hold_up_the_others(write, larkshire, monkeypatch):
    message, real = write(), mail.send

    def refuses_mo(email, *, authority):
        if email.to.startswith("mo@"):
            raise smtplib.SMTPRecipientsRefused({email.to: (550, b"no such person")})
        real(email, authority=authority)

    monkeypatch.setattr(mail, "send", refuses_mo)
    send_copies(message_id=message.pk, authority_id=larkshire.pk)
    job = job_of(larkshire, message)
    assert (job.state, job.message) == ("failed", "3 emails were sent. 1 could not be sent.")
    assert "The mail server refused the address of Mo Siddiqui." in job.log
    assert (len(sent.outbox), unsent(larkshire)) == (3, 1)


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
    said = at_once(larkshire, [write, write])
    assert said == ["You have sent this message to these collaborations a moment ago.", "done"]


# --- pages --------------------------------------------------------------------------------------------------


def sending(led, elsewhere, **more):
    return {
        "collaborations": [led.collaboration.pk, elsewhere.pk],
        "audience": "managers",
        "subject": "Dates",
        "text": "On our website.",
        **more,
    }


def test_an_officer_sees_to_whom_it_goes_before_it_goes(browse, amina, led, elsewhere, larkshire):
    client = browse(amina)
    form = client.get(f"{WRITE}?collaboration={led.collaboration.pk}&collaboration={elsewhere.pk}")
    assert sorted(form.context["form"].initial["collaborations"]) == sorted(
        [led.collaboration.pk, elsewhere.pk]
    )
    preview = text(client.post(WRITE, sending(led, elsewhere)))
    for words in (
        "This goes to 4 people.",
        "Lena Hartley",
        "Hillside",
        "On our website.",
        "Answers go to early.years@larkshire.example.",
    ):
        assert words in preview
    assert 'name="people" value="4"' in preview
    with authority_scope(larkshire):
        assert not Message.objects.exists()
    done = client.post(WRITE, sending(led, elsewhere, people="4", confirmed="1"), follow=True)
    assert "The message is being sent." in text(done)
    listed = text(client.get(LIST))
    assert "0 of 4 sent" in listed
    with authority_scope(larkshire):
        page = f"{LIST}{Message.objects.get().pk}/"
    one = text(client.get(page))
    for words in ("On our website.", "Mo Siddiqui", "mo@larkshire.example", "Not sent"):
        assert words in one


def test_when_somebody_joined_between_the_preview_and_the_button_it_is_shown_again(
    browse, amina, led, elsewhere, larkshire
):
    again = text(browse(amina).post(WRITE, sending(led, elsewhere, people="3", confirmed="1")))
    assert "Who gets this message has changed. Look at it again." in again
    with authority_scope(larkshire):
        assert not Message.objects.exists()


def test_a_message_to_nobody_cannot_be_sent(browse, amina, led, elsewhere):
    preview = browse(amina).post(
        WRITE, sending(led, elsewhere, collaborations=[elsewhere.pk], audience="leaders")
    )
    assert "This would go to nobody." in text(preview)
    assert 'name="confirmed"' not in text(preview)


def test_the_filters_of_the_list_lead_to_the_form(browse, amina, led, elsewhere):
    client = browse(amina)
    ticked = client.get(f"{WRITE}?leader=none").context["form"].initial["collaborations"]
    assert ticked == [elsewhere.pk]
    assert client.get(f"{WRITE}?size=nonsense").status_code == 404
    assert client.get(f"{WRITE}?collaboration=0").status_code == 404
    everything = client.get(WRITE).context["form"]
    assert len(everything.fields["collaborations"].choices) == 2
    assert "collaborations" not in everything.initial


def test_who_may_write(browse, amina, fred, led, otto, sam, larkshire):
    with authority_scope(larkshire):
        message = MessageFactory(sent_by=amina)
    pages = [LIST, WRITE, f"{LIST}{message.pk}/", MOVE]
    assert [browse(amina).get(page).status_code for page in pages] == [200] * 4
    for somebody in (fred, led.lena, sam):
        assert [browse(somebody).get(page).status_code for page in pages] == [403] * 4
    assert [browse(otto).get(page).status_code for page in pages] == [404] * 4
    assert browse(otto).get(f"/marlshire/collaborations/messages/{message.pk}/").status_code == 404


def test_the_list_of_messages_is_searched(browse, amina, larkshire, led):
    with authority_scope(larkshire):
        MessageFactory(sent_by=amina, subject="Winter", about="Hillside")
        MessageFactory(sent_by=amina, subject="Summer", about="Riverside")
    client = browse(amina)
    assert client.get(f"{LIST}?q=winter").context["page"].paginator.count == 1
    assert client.get(f"{LIST}?q=river").context["page"].paginator.count == 1
    assert "Write the first one" not in text(client.get(LIST))


# --- many to a district -------------------------------------------------------------------------------------


def test_collaborations_are_moved_to_a_district_and_those_there_are_told(
    browse, amina, led, elsewhere, larkshire
):
    with authority_scope(larkshire):
        north = DistrictFactory(name="North")
        Collaboration.objects.filter(pk=elsewhere.pk).update(district=north)
    client, sent_form = (
        browse(amina),
        {"collaborations": [led.collaboration.pk, elsewhere.pk], "district": north.pk},
    )
    preview = text(client.post(MOVE, sent_form))
    for words in (
        "These go to the district North:",
        "Riverside",
        "(no district)",
        "There already, so nothing changes:",
        "Hillside",
    ):
        assert words in preview
    done = text(client.post(MOVE, {**sent_form, "confirmed": "1"}, follow=True))
    assert "1 collaboration was moved." in done
    assert "1 was there already." in done
    with authority_scope(larkshire):
        assert Collaboration.objects.filter(district=north).count() == 2
        entry = Entry.objects.get(action="collaboration_changed")
        assert (entry.about_name, entry.facts["district"]) == ("Riverside", [None, "North"])
    none = text(client.post(MOVE, {**sent_form, "district": ""}))
    assert "belong to no district from now on" in none


def test_another_authoritys_district_is_no_choice(browse, amina, led, marlshire):
    with authority_scope(marlshire):
        foreign = DistrictFactory()
    answer = browse(amina).post(
        MOVE, {"collaborations": [led.collaboration.pk], "district": foreign.pk, "confirmed": "1"}
    )
    assert "Error" in text(answer)


# --- the admin and the counts -------------------------------------------------------------------------------


@pytest.mark.parametrize(("action", "page"), [("write_message", WRITE), ("move_to_district", MOVE)])
def test_ticked_collaborations_lead_to_the_page(browse, amina, fred, led, elsewhere, action, page):
    where = "/larkshire/admin/collaborations/collaboration/"
    ticked = {"action": action, "_selected_action": [led.collaboration.pk, elsewhere.pk]}
    answer = browse(amina).post(where, ticked)
    assert answer.headers["Location"] == f"{page}?" + "&".join(
        f"collaboration={pk}" for pk in sorted([led.collaboration.pk, elsewhere.pk])
    )
    assert browse(amina).get(answer.headers["Location"]).status_code == 200
    assert action not in text(browse(fred).get(where))


def test_pages_cost_the_same_for_one_and_thirty(browse, larkshire, led, amina):
    def more(number):
        with authority_scope(larkshire):
            for _each in range(number):
                leader = one_more_member(CollaborationFactory())
                copy = MessageCopyFactory(message__sent_by=amina, user=leader.user)
                if first_id:
                    MessageCopyFactory(message=Message.objects.get(pk=first_id), user=leader.user)
        return copy.message_id

    first_id = None
    first_id = more(1)
    addresses = [LIST, f"{LIST}{first_id}/", WRITE, MOVE]
    clients = {address: browse(amina) for address in addresses}

    def costs():
        found = {}
        for address, client in clients.items():
            client.get(address)
            with CaptureQueriesContext(connection) as seen:
                assert client.get(address).status_code == 200
            found[address] = len(seen)
        return found

    one = costs()
    more(29)
    assert costs() == one
    assert max(one.values()) <= 18, one


def test_the_list_of_collaborations_leads_to_both_with_its_filters(browse, amina, fred, led, elsewhere):
    page = text(browse(amina).get("/larkshire/collaborations/?leader=none"))
    for address in (WRITE, MOVE):
        assert f'href="{address}?leader=none"' in page
    assert WRITE not in text(browse(fred).get("/larkshire/collaborations/"))
    group = text(browse(led.lena).get(f"/larkshire/collaborations/{led.collaboration.pk}/"))
    assert f"/larkshire/leadership/support/of/{led.collaboration.pk}/" in group
