"""A group writes to all its members: who may, who gets it, how often, and who reads it afterwards."""

from __future__ import annotations

import smtplib
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.core import mail as sent
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from accounts.services.appointments import end_appointment
from audit.models import Entry
from collaborations.models import Collaboration
from core import mail
from core.scoping import authority_scope
from documents.models import Job, SentEmail, StoredFile
from memberships.models.members import LeaderAppointment, SettingRole
from memberships.services.leaders import LEADER
from support.models import Message, MessageCopy
from support.services.messages import send_copies
from tests.concurrency import at_once
from tests.factories.groups import one_more_member
from tests.factories.support import MessageCopyFactory, MessageFactory
from tests.messages import drafted, sent_message

NOW = datetime(2026, 11, 21, 10, tzinfo=UTC)
WORDS = {"subject": "Our next evening", "text": "We meet at {setting} on Monday."}


@pytest.fixture(autouse=True)
def now():
    with time_machine.travel(NOW, tick=False):
        yield


def text(response: Any) -> str:
    return " ".join(response.content.decode().split())


def pages(led: Any) -> str:
    return f"/larkshire/collaborations/{led.collaboration.pk}/messages/"


def to_members(
    larkshire: Any, led: Any, *, by: User | None = None, at: datetime = NOW, **facts: Any
) -> Message:
    facts = {"audiences": ["managers"], "of_group": led.collaboration, **WORDS, **facts}
    return sent_message(larkshire, by=by or led.lena, at=at, **facts)


def addressed(larkshire: Any, message: Message) -> list[str]:
    with authority_scope(larkshire):
        rows = MessageCopy.objects.filter(message=message).order_by("user__full_name")
        return list(rows.values_list("user__full_name", flat=True))


# --- the whole way ------------------------------------------------------------------------------------------


def test_a_leader_writes_from_the_groups_page_and_each_member_has_an_email_of_its_own(
    browse, led, larkshire, django_capture_on_commit_callbacks
):
    client = browse(led.lena)
    group = client.get(f"/larkshire/collaborations/{led.collaboration.pk}/")
    write = f"{pages(led)}write/"
    assert f'href="{write}"' in text(group), "two clicks from home: the group, and this link"
    form = client.get(write)
    assert "Hello …," in text(form)
    check = client.post(write, WORDS).headers["Location"]
    page = client.get(check)
    assert page.context["names"] == ["Cara Finch", "Mo Siddiqui"], "not to oneself"
    with django_capture_on_commit_callbacks(execute=True):
        done = client.post(check, {"do": "send", "seen": page.context["seen"]}, follow=True)
    assert "The message is being sent." in text(done)
    assert [email.to for email in sent.outbox] == [["cara@larkshire.example"], ["mo@larkshire.example"]]
    for email in sent.outbox:
        assert not email.cc
        assert not email.bcc
        assert email.reply_to == ["Lena Hartley <lena@larkshire.example>"]
    mos = sent.outbox[1]
    for words in ("Hello Mo,", "We meet at Bluebells on Monday.", "Lena Hartley", "you belong to Riverside"):
        assert words in mos.body
    assert "Cara" not in mos.body + mos.alternatives[0][0], "members are hidden from each other"
    listed = text(client.get(pages(led)))
    assert "2 of 2 sent" in listed
    tab = text(client.get(f"/larkshire/collaborations/{led.collaboration.pk}/administration/"))
    assert "Our next evening" in tab


def test_only_who_runs_the_group_writes_and_reads(browse, led, amina, maya, fred, sam, otto, larkshire):
    message = to_members(larkshire, led)
    addresses = [pages(led), f"{pages(led)}write/", f"{pages(led)}{message.pk}/"]
    assert [browse(led.lena).get(page).status_code for page in addresses] == [200] * 3
    for somebody in (amina, maya, fred, led.mo):
        assert [browse(somebody).get(page).status_code for page in addresses] == [403] * 3, somebody
        assert browse(somebody).post(addresses[1], WORDS).status_code == 403
        assert browse(somebody).post(f"{addresses[2]}again/", {"do": "missing"}).status_code == 403
        life = browse(somebody).get(f"/larkshire/collaborations/{led.collaboration.pk}/administration/")
        assert "Our next evening" not in text(life)
    for somebody in (sam, otto):
        assert [browse(somebody).get(page).status_code for page in addresses] == [404] * 3
        assert browse(somebody).post(addresses[1], WORDS).status_code == 404
        assert browse(somebody).post(f"{addresses[2]}again/", {"do": "missing"}).status_code == 404
    team = f"/larkshire/collaborations/messages/{message.pk}/"
    assert browse(amina).get(team).status_code == 404
    assert "Our next evening" not in text(browse(amina).get("/larkshire/collaborations/messages/"))
    export = f"/larkshire/files/exports/message_copies/?message={message.pk}"
    answers = {str(who): browse(who).get(export).status_code for who in (led.lena, amina, maya, led.mo, sam)}
    assert answers.pop("Lena Hartley") == 200
    assert set(answers.values()) <= {403, 404}


def test_when_the_leadership_or_the_group_has_ended_nobody_writes(browse, led, larkshire):
    client, write = browse(led.lena), f"{pages(led)}write/"
    check = client.post(write, WORDS).headers["Location"]
    with authority_scope(larkshire):
        Collaboration.objects.filter(pk=led.collaboration.pk).update(state="closed", closed_on=NOW.date())
    assert client.get(write).status_code == 403
    assert "This collaboration is closed" in text(client.get(write))
    assert "This collaboration is closed" in text(client.post(check, {"do": "send"}, follow=True))
    group = text(client.get(f"/larkshire/collaborations/{led.collaboration.pk}/"))
    assert "Write to all members" not in group
    with authority_scope(larkshire):
        assert not Message.objects.filter(sent_at__isnull=False).exists()
        Collaboration.objects.filter(pk=led.collaboration.pk).update(state="active", closed_on=None)
        row = LeaderAppointment.objects.get(user=led.lena)
        end_appointment(LEADER, row, ends_on=NOW.date(), by=led.mo)
    later = browse(led.lena)
    for page in (write, check, pages(led)):
        assert later.get(page).status_code == 403
    assert later.post(check, {"do": "send"}).status_code == 403


# --- who gets it --------------------------------------------------------------------------------------------


def test_who_is_blocked_or_has_left_meanwhile_gets_none(led, larkshire):
    message = to_members(larkshire, led)
    assert addressed(larkshire, message) == ["Cara Finch", "Mo Siddiqui"]
    User.objects.filter(pk=led.cara.pk).update(is_active=False)
    with authority_scope(larkshire):
        SettingRole.objects.filter(user=led.mo).update(ends_on=NOW.date())
    send_copies(message_id=message.pk, authority_id=larkshire.pk)
    assert sent.outbox == []
    with authority_scope(larkshire):
        job = Job.objects.get(pk=message.job_id)
        assert (job.state, job.message) == ("done", "0 emails were sent. 2 people were left out.")
        assert MessageCopy.objects.filter(left_out_at__isnull=False).count() == 2


def test_five_a_day_and_the_sixth_tomorrow(led, larkshire, browse):
    for number in range(5):
        to_members(larkshire, led, subject=f"Word {number}")
    with pytest.raises(ValidationError, match="5 messages of this group today"):
        to_members(larkshire, led, subject="One more")
    with authority_scope(larkshire):
        draft = Message.objects.get(sent_at=None)
    page = browse(led.lena).get(f"{pages(led)}{draft.pk}/check/")
    assert "You can send this one tomorrow." in text(page)
    assert 'value="send"' not in text(page)
    tomorrow = NOW + timedelta(days=1)
    with time_machine.travel(tomorrow, tick=False):
        to_members(larkshire, led, subject="The next day", at=tomorrow)


@pytest.mark.django_db(transaction=True)
def test_two_at_once_are_not_a_sixth(led, larkshire):
    for number in range(4):
        to_members(larkshire, led, subject=f"Word {number}")

    def fifth(number: int) -> Any:
        return lambda: to_members(larkshire, led, subject=f"Last {number}")

    said = at_once(larkshire, [fifth(1), fifth(2)])
    assert "done" in said
    assert "tomorrow" in "".join(said)
    with authority_scope(larkshire):
        assert Message.objects.filter(sent_at__isnull=False).count() == 5


def test_written_again_to_the_refused_alone_and_it_counts(led, larkshire, browse, monkeypatch):
    message, real = to_members(larkshire, led), mail.send

    def refuses_mo(email: Any, *, authority: Any) -> None:
        if email.to.startswith("mo@"):
            raise smtplib.SMTPRecipientsRefused({email.to: (550, b"no such person")})
        real(email, authority=authority)

    monkeypatch.setattr(mail, "send", refuses_mo)
    send_copies(message_id=message.pk, authority_id=larkshire.pk)
    client = browse(led.lena)
    page = client.get(f"{pages(led)}{message.pk}/")
    assert "Address refused" in text(page)
    change = client.post(f"{pages(led)}{message.pk}/again/", {"do": "missing"}).headers["Location"]
    check = change.replace("/change/", "/check/")
    assert client.get(check).context["names"] == ["Mo Siddiqui"]
    client.post(check, {"do": "send"})
    with authority_scope(larkshire):
        assert Message.objects.filter(of_group=led.collaboration, sent_at__isnull=False).count() == 2


# --- what others may know of it -----------------------------------------------------------------------------


def test_nothing_that_others_read_says_what_was_written(led, larkshire, amina, maya, browse):
    client = browse(led.lena)
    file = SimpleUploadedFile("About our worry.txt", b"Words", "text/plain")
    check = client.post(f"{pages(led)}write/", {**WORDS, "files": [file]}).headers["Location"]
    client.post(check, {"do": "template", "name": "Our worry"})
    client.post(check, {"do": "send"})
    with authority_scope(larkshire):
        message = Message.objects.get()
        send_copies(message_id=message.pk, authority_id=larkshire.pk)
        sentences = " ".join(entry.sentence for entry in Entry.objects.all())
        assert "wrote to 2 managers of members of Riverside" in sentences
        assert not SentEmail.objects.exists(), "the team's page of a person does not say that it went"
        names = [
            *StoredFile.objects.values_list("name", flat=True),
            *Job.objects.values_list("title", flat=True),
        ]
        facts = str(list(Entry.objects.values_list("facts", "about_name")))
    for told in (sentences, facts, *names):
        assert "worry" not in told
        assert "next evening" not in told
    assert sent.outbox[0].attachments[0].filename == "About our worry.txt"
    for somebody in (amina, maya):
        audit = browse(somebody).get("/larkshire/audit/")
        assert "next evening" not in text(audit)


def test_it_costs_the_same_for_one_member_and_thirty(led, larkshire, browse):
    def more(number: int) -> None:
        with authority_scope(larkshire):
            for _each in range(number):
                member = one_more_member(led.collaboration)
                copy = MessageCopyFactory(
                    message__sent_by=led.lena, message__of_group=led.collaboration, user=member.user
                )
                MessageCopyFactory(message=first, user=member.user) if copy.message_id != first.pk else None

    with authority_scope(larkshire):
        first = MessageFactory(sent_by=led.lena, of_group=led.collaboration)
    draft = drafted(
        larkshire, by=led.lena, at=NOW, audiences=["managers"], of_group=led.collaboration, **WORDS
    )
    more(1)
    client = browse(led.lena)
    addresses = [
        pages(led),
        f"{pages(led)}write/",
        f"{pages(led)}{first.pk}/",
        f"{pages(led)}{draft.pk}/check/",
        f"{pages(led)}{draft.pk}/change/",
    ]

    def costs() -> dict[str, int]:
        found = {}
        for address in addresses:
            client.get(address)
            with CaptureQueriesContext(connection) as seen:
                assert client.get(address).status_code == 200
            found[address] = len(seen)
        return found

    one = costs()
    more(29)
    assert costs() == one
    assert max(one.values()) <= 30, one
