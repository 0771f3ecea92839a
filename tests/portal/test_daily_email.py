"""What can wait comes in one email a day, once, while it holds; what is news is stopped by one click (decision
0060, RFC 8058).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from time_machine import TimeMachineFixture

from accounts.emails.bases import EmailToUser
from accounts.models import Affiliation, Authority, User
from accounts.selectors import news_token_of
from audit.models import Entry
from core.emails import Pace, email_kinds
from core.frame.account import email_topics
from documents.delivery import HeldEmail
from documents.models import OutboxMessage
from documents.rules import Updates
from documents.selectors import updates_of
from documents.services.held_emails import choose_updates, clear_held_emails
from meetings.models.planning import Meeting
from meetings.services import agenda, planning
from memberships.models.members import SettingRole
from portal.services.digest import send_day
from tests.calendars import read_calendar
from tests.factories.groups import Group
from tests.factories.meetings import item_on, meeting_on
from tests.outbox import run_worker

Browse = Callable[[User | None], Client]
#: A Tuesday.
NOW = datetime.fromisoformat("2026-11-24T09:00:00+00:00")
TODAY, TOMORROW = date(2026, 11, 24), date(2026, 11, 25)
FAR, NEAR = date(2026, 12, 15), date(2026, 11, 26)


@pytest.fixture(autouse=True)
def _now(time_machine: TimeMachineFixture, in_larkshire: Authority) -> None:
    time_machine.move_to(NOW, tick=False)


def work(*, forget: bool = True) -> list[Any]:
    """What the worker sends now of what was asked for."""
    mail.outbox = []
    run_worker()
    if forget:
        OutboxMessage.objects.all().delete()
    return mail.outbox


def morning(on: date) -> list[Any]:
    """The emails of a day."""
    send_day(on=on)
    return work()


def to(person: User, emails: list[Any]) -> list[Any]:
    return [email for email in emails if email.to == [person.email]]


def planned(led: Group, day: date = FAR, **facts: Any) -> Meeting:
    return meeting_on(led.collaboration, day, led.lena, at=NOW, **facts)


def with_papers(led: Group, day: date = FAR) -> Meeting:
    meeting = planned(led, day)
    work()
    HeldEmail.objects.all().delete()
    agenda.open_agenda(meeting_id=meeting.pk, by=led.lena)
    item_on(meeting, led.lena)
    agenda.send_papers(meeting_id=meeting.pk, by=led.lena, at=NOW)
    return meeting


# --- one a day ----------------------------------------------------------------------------------------------


def test_what_can_wait_comes_the_next_morning_in_one_email(led: Group) -> None:
    first = planned(led)
    second = planned(led, FAR + timedelta(days=30), title="January meeting")
    assert work() == []
    [email] = to(led.mo, morning(TOMORROW))
    assert email.subject == "Your day, 25 November: 2 things for you"
    for meeting in (first, second):
        assert f"/larkshire/collaborations/{led.collaboration.pk}/meetings/{meeting.pk}/" in email.body
    assert "- Riverside: meeting on 15 December, 4pm: http" in email.body
    html = email.alternatives[0].content
    assert re.search(r'<a href="http[^"]+" [^>]+>Riverside: meeting on 15 December, 4pm</a>', html)
    days = [read_calendar(file.content).events[0].day for file in email.attachments]
    assert days == [first.on, second.on]
    assert [part.mimetype for part in email.alternatives] == ["text/html"], "no invitation of its own"
    assert to(led.lena, mail.outbox) == [], "who planned them knows"
    assert morning(TOMORROW + timedelta(days=1)) == []


def test_one_thing_alone_is_the_subject_and_the_link(led: Group) -> None:
    planned(led)
    work()
    [email] = to(led.mo, morning(TOMORROW))
    assert email.subject == "Riverside: meeting on 15 December, 4pm"
    assert "Say whether you will come:\nhttp" in email.body


def test_what_is_near_comes_at_once(led: Group) -> None:
    planned(led, NEAR)
    [email] = to(led.mo, work())
    assert email.subject == "Riverside: meeting on 26 November, 4pm"
    assert morning(TOMORROW) == []


def test_a_changed_day_comes_at_once_however_far(led: Group) -> None:
    meeting = planned(led)
    work()
    HeldEmail.objects.all().delete()
    planning.cancel_meeting(meeting_id=meeting.pk, because="Snow", by=led.lena, at=NOW)
    [email] = to(led.mo, work())
    assert "it is cancelled" in email.subject
    assert "Emails like this one cannot be switched off." in email.body
    assert "List-Unsubscribe" not in email.extra_headers


def test_what_holds_no_longer_is_not_told(led: Group) -> None:
    meeting = planned(led)
    work()
    planning.cancel_meeting(meeting_id=meeting.pk, because="Snow", by=led.lena, at=NOW)
    work()
    assert morning(TOMORROW) == []


def test_who_has_left_or_is_blocked_meanwhile_reads_nothing(led: Group) -> None:
    planned(led)
    work()
    SettingRole.objects.filter(user=led.mo).update(ends_on=TODAY)
    Affiliation.objects.filter(user=led.cara).update(locked_at=NOW)
    assert morning(TOMORROW) == []


# --- once, and nothing lost ---------------------------------------------------------------------------------


def test_a_message_that_is_delivered_twice_is_held_once_and_sent_once(led: Group) -> None:
    planned(led)
    work(forget=False)
    work()
    assert HeldEmail.objects.filter(person=led.mo).count() == 1
    [email] = to(led.mo, morning(TOMORROW))
    assert email.subject == "Riverside: meeting on 15 December, 4pm"


def test_a_worker_that_dies_after_sending_sends_the_same_email_again(led: Group) -> None:
    planned(led)
    work()
    send_day(on=TOMORROW)
    first, again = (to(led.mo, work(forget=False)) for _twice in range(2))
    assert first[0].extra_headers["Message-ID"] == again[0].extra_headers["Message-ID"]
    assert first[0].body == again[0].body


def test_run_twice_in_a_morning_it_is_one_email_and_what_came_between_is_in_the_next(led: Group) -> None:
    planned(led)
    work()
    assert send_day(on=TOMORROW) == 2
    planned(led, FAR + timedelta(days=30))
    run_worker()
    OutboxMessage.objects.exclude(ids__kind="portal.daily_digest").delete()
    assert send_day(on=TOMORROW) == 0
    [email] = to(led.mo, work())
    assert email.subject == "Riverside: meeting on 15 December, 4pm"
    [email] = to(led.mo, morning(TOMORROW + timedelta(days=1)))
    assert email.subject == "Riverside: meeting on 14 January, 4pm"


def test_a_kind_that_this_version_does_not_know_goes_on_waiting(led: Group) -> None:
    HeldEmail.objects.create(person=led.mo, kind="meetings.of_tomorrow", ids={}, occasion="a", held_at=NOW)
    assert morning(TOMORROW) == []
    assert HeldEmail.objects.get().sent_on is None


def test_what_went_out_is_forgotten_and_what_waits_is_not(led: Group) -> None:
    facts = {"person": led.mo, "kind": "meetings.planned", "held_at": NOW}
    HeldEmail.objects.create(**facts, occasion="sent", sent_on=TODAY)
    HeldEmail.objects.create(**facts, occasion="waits")
    assert clear_held_emails(before=TOMORROW) == 1
    assert HeldEmail.objects.get().occasion == "waits"


# --- choices ------------------------------------------------------------------------------------------------


def test_whoever_wants_each_at_once_gets_each_at_once(led: Group) -> None:
    choose_updates(person=led.mo, updates=Updates.AT_ONCE, at=NOW)
    planned(led)
    emails = work()
    assert [email.to for email in emails] == [[led.mo.email]]


def test_once_a_week_is_on_mondays_and_what_is_needed_before_comes_at_once(led: Group) -> None:
    choose_updates(person=led.mo, updates=Updates.WEEKLY, at=NOW)
    planned(led)
    planned(led, date(2026, 12, 2), title="Extra")
    assert [email.subject for email in to(led.mo, work())] == ["Riverside: meeting on 2 December, 4pm"]
    assert to(led.mo, morning(TOMORROW)) == []
    assert len(to(led.mo, morning(date(2026, 11, 30)))) == 1


def test_switched_off_news_stays_away_and_what_is_to_be_done_comes(led: Group) -> None:
    choose_updates(person=led.mo, updates=Updates.OFF, at=NOW)
    with_papers(led)
    assert to(led.mo, work()) == []
    assert to(led.mo, morning(TOMORROW)) == []
    planned(led, FAR + timedelta(days=30))
    work()
    [email] = to(led.mo, morning(TOMORROW + timedelta(days=1)))
    assert "List-Unsubscribe" not in email.extra_headers, "it asks for an answer: nobody stops that"


def test_switched_off_after_it_was_held_it_is_not_sent(led: Group) -> None:
    with_papers(led)
    work()
    choose_updates(person=led.mo, updates=Updates.OFF, at=NOW)
    assert to(led.mo, morning(TOMORROW)) == []


@pytest.mark.parametrize("at_once", [False, True])
def test_news_is_stopped_by_one_click_without_signing_in(led: Group, browse: Browse, at_once: bool) -> None:
    if at_once:
        choose_updates(person=led.mo, updates=Updates.AT_ONCE, at=NOW)
    with_papers(led)
    [email] = to(led.mo, work() if at_once else [*work(), *morning(TOMORROW)])
    assert email.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    address = re.fullmatch(r"<https?://[^/]+(/\S+)>", email.extra_headers["List-Unsubscribe"])
    assert address is not None
    where, before = address[1], updates_of(led.mo.pk)
    assert "Stop these emails?" in browse(None).get(where).content.decode()
    assert updates_of(led.mo.pk) == before, "opening the page changes nothing"
    strict = Client(enforce_csrf_checks=True)
    for _twice in range(2):
        page = strict.post(where, {"List-Unsubscribe": "One-Click"})
        assert page.status_code == 200
    assert "These emails are off" in page.content.decode()
    assert updates_of(led.mo.pk) == Updates.OFF
    assert str(Entry.objects.filter(action="updates_chosen").latest("pk")) == (
        "Mo Siddiqui chose how emails that can wait come: Not by email"
    )
    assert browse(None).post(where, {"start": "1"})["Location"] == where
    assert updates_of(led.mo.pk) == Updates.DAILY


def test_an_address_is_of_one_person_one_authority_and_one_choice(led: Group, browse: Browse) -> None:
    token, weekly = news_token_of(led.mo.pk, about="updates"), news_token_of(led.mo.pk)
    for where in (
        f"/marlshire/news/updates/{token}/",
        f"/larkshire/news/updates/{token[:-1]}/",
        f"/larkshire/news/updates/{weekly}/",
        f"/larkshire/news/{token}/",
    ):
        nobody = browse(None)
        assert nobody.get(where).status_code == nobody.post(where).status_code == 404, where


def test_the_choice_is_made_on_one_page(led: Group, browse: Browse) -> None:
    client, page = browse(led.mo), "/larkshire/account/emails/"
    words = client.get(page).content.decode()
    assert words.index("What you can stop") < words.index("The agenda and papers of a meeting are there")
    assert words.index("in any case</h2>") < words.index("Meetings of your group are planned")
    for updates in Updates:
        assert client.post(page, {"news": "yes", "updates": updates.value}).status_code == 302
        assert updates_of(led.mo.pk) == updates
        assert str(updates.label) in client.get("/larkshire/account/").content.decode()
    refused = client.post(page, {"news": "yes"}).content.decode()
    assert "Select how emails that can wait come to you" in refused


# --- every kind ---------------------------------------------------------------------------------------------


def test_what_can_wait_is_written_to_one_account() -> None:
    waiting = {name: kind for name, kind in email_kinds().items() if kind.pace != Pace.AT_ONCE}
    assert {"meetings.planned", "meetings.papers", "development.action_given"} <= set(waiting)
    news = {"meetings.minutes_sent", "meetings.vote_closed", "meetings.event_invited"}
    assert {name for name in news if waiting[name].pace is Pace.NEWS} == news
    assert waiting["meetings.actions_given"].pace is Pace.DAILY
    assert [name for name, kind in waiting.items() if not issubclass(kind, EmailToUser)] == []
    assert [name for name, kind in waiting.items() if kind.to_closed_accounts or not kind.is_noted] == []


def test_kinds_that_are_told_together_are_alike() -> None:
    """What the page of emails says can be stopped is true of every kind it stands for."""
    assert [topic.kinds for topic in email_topics if len(topic.paces) != 1] == []
