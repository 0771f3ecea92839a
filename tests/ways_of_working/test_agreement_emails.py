"""W2: the emails: who is asked and reminded, at most once a day;
the link that answers; what the timetable does.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
import time_machine
from celery import current_app
from django.core.exceptions import ValidationError
from django.test import Client

from accounts.models import Authority, TaskLink, User
from accounts.services.appointments import end_appointment
from audit.models import Entry
from config.schedule import TIMETABLE
from core.scoping import authority_scope
from documents.models import OutboxMessage
from memberships.models.members import SettingRole
from memberships.services.members import join, leave
from memberships.services.people import SETTING_ROLE
from tests.factories.agreeing import adopted, answered, circulated, drafted
from tests.factories.groups import Group, person_of
from tests.factories.providers import ProviderFactory
from tests.outbox import deliver, run_email_task
from tests.staging import around_layers, staged
from ways_of_working.emails import TermsAsked
from ways_of_working.models import TermsAnswer, TermsReminder, WaysOfWorking
from ways_of_working.selectors.agreement import ANSWER_TERMS
from ways_of_working.services.agreement import take_back_version
from ways_of_working.services.terms_asking import Asked
from ways_of_working.services.terms_reminders import remind_by_timetable, remind_members

Browse = Callable[..., Client]
AT = datetime(2026, 11, 21, 10, tzinfo=UTC)
TODAY = date(2026, 11, 21)
DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def now() -> Iterator[None]:
    with time_machine.travel(AT, tick=False):
        yield


@staged
def ways(larkshire: Authority, led: Group) -> WaysOfWorking:
    """Version 1, with the members until 5 December; nobody has answered."""
    with authority_scope(larkshire):
        return circulated(drafted(led.collaboration, led.lena), led.lena, at=AT)


@around_layers
def in_scope(larkshire: Authority, ways: WaysOfWorking) -> Iterator[None]:
    with authority_scope(larkshire):
        yield


# --- reminders ----------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("in_scope")
def test_w2_one_tap_reminds_the_silent_and_once_a_day(
    led: Group, ways: WaysOfWorking, mailoutbox: list[Any]
) -> None:
    assert remind_members(ways_id=ways.pk, by=led.lena, at=AT) == Asked(0, 3), "they were asked today"
    deliver()
    mailoutbox.clear()
    answered(ways, led.acorns, led.lena, at=AT)
    with time_machine.travel(AT + DAY, tick=False):
        assert remind_members(ways_id=ways.pk, by=led.lena, at=AT + DAY) == Asked(2)
        assert remind_members(ways_id=ways.pk, by=led.mo, at=AT + DAY) == Asked(0, 2)
        deliver()
    assert {one.to[0] for one in mailoutbox} == {"mo@larkshire.example", "cara@larkshire.example"}
    assert "Bluebells has not answered yet about version 1" in next(
        one.body for one in mailoutbox if one.to[0].startswith("mo")
    )
    assert (
        Entry.objects.filter(action="terms_reminded").get().sentence
        == "reminded 2 members to answer the ways of working of Riverside"
    )
    assert TaskLink.objects.filter(used_at=None, withdrawn_at=None).count() == 2, (
        "links of the first emails have ended"
    )


@pytest.mark.usefixtures("in_scope")
def test_w2_nobody_to_remind(led: Group, ways: WaysOfWorking, amina: User) -> None:
    for membership, person in ((led.acorns, led.lena), (led.bluebells, led.mo), (led.caras, led.cara)):
        answered(ways, membership, person, at=AT)
    with pytest.raises(ValidationError, match="Every member has answered"):
        remind_members(ways_id=ways.pk, by=led.lena, at=AT)
    adopted(ways, led.lena, on=TODAY, at=AT)
    with pytest.raises(ValidationError, match="does not wait for answers"):
        remind_members(ways_id=ways.pk, by=led.lena, at=AT)


@pytest.mark.usefixtures("in_scope")
def test_w2_a_setting_without_a_manager_is_named(led: Group, ways: WaysOfWorking, amina: User) -> None:
    end_appointment(SETTING_ROLE, SettingRole.objects.get(user=led.cara), ends_on=TODAY, by=amina)
    with time_machine.travel(AT + DAY, tick=False):
        assert remind_members(ways_id=ways.pk, by=led.lena, at=AT + DAY) == Asked(2, 0, ("Cara's",))


@pytest.mark.usefixtures("in_scope")
@pytest.mark.parametrize(("days", "written"), [(1, 0), (7, 2), (8, 0), (12, 2), (14, 2), (15, 0)])
def test_w2_the_timetable_reminds_on_its_days(
    led: Group, ways: WaysOfWorking, days: int, written: int
) -> None:
    """To be answered by the 14th day: seven and two days before, and on it. Lena has answered."""
    answered(ways, led.acorns, led.lena, at=AT)
    later = AT + days * DAY
    with time_machine.travel(later, tick=False):
        assert [remind_by_timetable(at=later), remind_by_timetable(at=later)] == [written, 0]
    assert Entry.objects.filter(action="terms_reminded", by=None).count() == (written > 0)


@pytest.mark.usefixtures("in_scope")
def test_w2_who_joins_is_asked_by_the_next_night(
    led: Group, ways: WaysOfWorking, amina: User, mailoutbox: list[Any]
) -> None:
    daisies = ProviderFactory(name="Daisies")
    membership = join(collaboration=led.collaboration, provider=daisies, on=TODAY, by=amina)
    with time_machine.travel(AT + DAY, tick=False):
        assert remind_by_timetable(at=AT + DAY) == 0, "nobody is known to write to yet"
        person_of(daisies, "Dora Lane", amina)
        deliver()
        mailoutbox.clear()
        assert remind_by_timetable(at=AT + DAY) == 1
        deliver()
    assert [one.to for one in mailoutbox] == [["dora@larkshire.example"]]
    assert "Please answer for Daisies." in mailoutbox[0].body
    assert TermsReminder.objects.filter(membership=membership).count() == 1


def test_w2_the_tick_goes_to_every_authority(
    led: Group, ways: WaysOfWorking, larkshire: Authority, marlshire: Authority, monkeypatch: Any
) -> None:
    task = TIMETABLE["remind of ways of working"]["task"]
    asked: list[int] = []
    each = current_app.tasks["ways_of_working.remind_of_terms"]
    monkeypatch.setattr(each, "apply_async", lambda headers: asked.append(headers["authority_id"]))
    current_app.tasks[task].run()
    assert asked == [larkshire.pk, marlshire.pk]
    with authority_scope(marlshire):
        assert remind_by_timetable(at=AT + 7 * DAY) == 0
    with authority_scope(larkshire), time_machine.travel(AT + 7 * DAY, tick=False):
        each.run()
        assert OutboxMessage.objects.filter(ids__kind="ways_of_working.terms_asked").count() == 6


@pytest.mark.usefixtures("in_scope")
def test_w2_a_killed_worker_sends_the_same_email_again_and_no_other(
    ways: WaysOfWorking, mailoutbox: list[Any]
) -> None:
    link = TaskLink.objects.filter(purpose=ANSWER_TERMS).earliest("pk")
    for _try in range(2):
        run_email_task(TermsAsked(link_id=link.pk))
    assert len(mailoutbox) == 2
    assert len({one.extra_headers["Message-ID"] for one in mailoutbox}) == 1
    assert mailoutbox[0].body == mailoutbox[1].body


@pytest.mark.usefixtures("in_scope")
def test_w2_a_reminder_after_the_day_says_that_the_answer_still_counts(
    led: Group, ways: WaysOfWorking, mailoutbox: list[Any]
) -> None:
    later = AT + 16 * DAY
    with time_machine.travel(later, tick=False):
        remind_members(ways_id=ways.pk, by=led.lena, at=later)
        deliver()
    assert "The day to answer by was 5 December 2026; your answer still counts." in mailoutbox[-1].body


@pytest.mark.usefixtures("in_scope")
def test_w2_no_email_once_it_is_answered(led: Group, ways: WaysOfWorking, mailoutbox: list[Any]) -> None:
    answered(ways, led.bluebells, led.mo, at=AT)
    deliver()
    assert {one.to[0] for one in mailoutbox} == {"lena@larkshire.example", "cara@larkshire.example"}


# --- the link -----------------------------------------------------------------------------------------------


@pytest.fixture
def email(ways: WaysOfWorking, larkshire: Authority, mailoutbox: list[Any]) -> Any:
    """The email to Mo."""
    with authority_scope(larkshire):
        deliver()
    return next(one for one in mailoutbox if one.to == ["mo@larkshire.example"])


def link_in(email: Any) -> str:
    found = re.search(r"https?://[^/]+(/larkshire/collaborations/ways-of-working/answer/\S+/)", email.body)
    assert found, email.body
    return found[1]


def test_w2_the_link_shows_and_its_button_answers_once(
    led: Group, email: Any, larkshire: Authority, browse: Browse
) -> None:
    client, where = browse(), link_in(email)
    assert where in str(email.alternatives[0][0])
    for _scanner in range(2):
        body = client.get(where).content.decode()
        assert "Answer for Bluebells" in body
        assert "We learn from each other." in body
    assert "Say what should change." in client.post(where, {"answer": "change", "words": ""}).content.decode()
    with authority_scope(larkshire):
        assert not TermsAnswer.objects.exists()
    body = client.post(where, {"answer": "change", "words": "Meet later."}, follow=True).content.decode()
    assert "Your answer for Bluebells about version 1: We ask for a change." in body
    with authority_scope(larkshire):
        row = TermsAnswer.objects.get()
        assert (row.answered_by, row.words) == (led.mo, "Meet later.")
    assert client.get(where).status_code == client.post(where, {"answer": "agrees"}).status_code == 404


@pytest.mark.parametrize(
    "what",
    [
        "answered signed in",
        "left",
        "manages no longer",
        "taken back",
        "sent again",
        "adopted",
        "too old",
        "foreign",
    ],
)
def test_w2_a_link_whose_task_has_gone(
    led: Group,
    ways: WaysOfWorking,
    email: Any,
    larkshire: Authority,
    marlshire: Authority,
    amina: User,
    browse: Browse,
    what: str,
) -> None:
    where, later = link_in(email), AT
    with authority_scope(larkshire):
        if what == "answered signed in":
            answered(ways, led.bluebells, led.mo, at=AT)
        elif what == "left":
            leave(membership=led.bluebells, on=TODAY, reason="Closing", by=amina)
        elif what == "manages no longer":
            end_appointment(SETTING_ROLE, SettingRole.objects.get(user=led.mo), ends_on=TODAY, by=amina)
        elif what in ("taken back", "sent again"):
            answered(ways, led.acorns, led.lena, at=AT, answer="change", words="Later.")
            back = take_back_version(ways_id=ways.pk, by=led.lena, at=AT)
            if what == "sent again":
                circulated(back, led.lena, at=AT + timedelta(minutes=5))
        elif what == "adopted":
            WaysOfWorking.objects.filter(pk=ways.pk).update(state="adopted", adopted_on=TODAY, decision="All")
        elif what == "too old":
            later = AT + 30 * DAY
        else:
            where = where.replace("larkshire", "marlshire")
    with time_machine.travel(later, tick=False):
        client = browse()
        assert client.get(where).status_code == client.post(where, {"answer": "agrees"}).status_code == 404
