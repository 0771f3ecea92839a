"""Guests (G3): one item and its papers behind a link, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from time_machine import TimeMachineFixture

from accounts.models import Authority, TaskLink, User
from accounts.selectors import token_of
from core.scoping import authority_scope
from meetings.models.guests import Guest
from meetings.models.planning import Meeting
from meetings.rules.attendance import Mark
from meetings.selectors.guests import GUEST_ITEM
from meetings.services import guests
from tests.factories.groups import Group
from tests.factories.meetings import held, item_on, meeting_on, paper_for
from tests.outbox import deliver

pytestmark = pytest.mark.django_db
Browse = Callable[[User | None], Client]
NOW = datetime.fromisoformat("2026-11-10T09:00:00+00:00")
DAY = date(2026, 12, 8)


@pytest.fixture(autouse=True)
def _now(time_machine: TimeMachineFixture) -> None:
    time_machine.move_to(NOW, tick=False)


class Stage:
    """A meeting with two items, a paper each and one for all of it, and a guest of the first item."""

    def __init__(self, led: Group) -> None:
        self.led = led
        self.meeting: Meeting = meeting_on(led.collaboration, DAY, led.lena)
        self.item = item_on(self.meeting, led.lena, "Talking at meals", words="What the films show.")
        self.other = item_on(self.meeting, led.lena, "Secret money")
        self.paper = paper_for(self.meeting, self.item, led.lena, "Films")
        self.foreign = paper_for(self.meeting, self.other, led.lena, "Accounts", b"Thirteen.")
        self.whole = paper_for(self.meeting, None, led.lena, "For all", b"Fourteen.")
        self.guest: Guest = guests.invite_guest(
            item=self.item, name="Gus Gale", email="Gus@Example.org", words="Come", by=led.lena, at=NOW
        )
        self.link = TaskLink.objects.get(purpose=GUEST_ITEM, about_id=self.guest.pk)
        self.url = f"/larkshire/meetings/guest/{token_of(self.link)}/"
        self.page = f"/larkshire/collaborations/{led.collaboration.pk}/meetings/{self.meeting.pk}/"


@pytest.fixture
def stage(larkshire: Authority, led: Group) -> Stage:
    with authority_scope(larkshire):
        return Stage(led)


def text_of(answer: Any) -> str:
    return " ".join(answer.content.decode().split())


def opens(stage: Stage, browse: Browse) -> bool:
    """Whether the link opens the item, and its paper too."""
    guest = browse(None)
    paper = guest.get(f"{stage.url}papers/{stage.paper.pk}/")
    paper.close()
    assert paper.status_code == guest.get(stage.url).status_code
    return paper.status_code == 200


def test_g3_a_guest_sees_one_item_and_nothing_else(stage: Stage, browse: Browse) -> None:
    guest = browse(None)
    shown = text_of(guest.get(stage.url))
    assert "Talking at meals" in shown
    assert "What the films show." in shown
    for hidden in ("Secret money", "Accounts", "For all", "Bluebells", "Mo Siddiqui", stage.page):
        assert hidden not in shown, hidden
    opened = guest.get(f"{stage.url}papers/{stage.paper.pk}/")
    assert b"".join(opened.streaming_content) == b"Twelve."  # type: ignore[attr-defined]
    for paper in (stage.foreign, stage.whole):
        assert guest.get(f"{stage.url}papers/{paper.pk}/").status_code == 404
    assert guest.get(stage.page).status_code == 302  # asked to sign in


def test_g3_a_guest_says_whether_they_come(larkshire: Authority, stage: Stage, browse: Browse) -> None:
    guest = browse(None)
    assert "Select whether you will come" in text_of(guest.post(stage.url, {}))
    assert guest.post(stage.url, {"word": "online"}).status_code == 200  # not offered to guests
    assert guest.post(stage.url, {"word": "yes"}).status_code == 302
    assert "Guest for this item: Gus Gale (Comes)" in text_of(browse(stage.led.lena).get(stage.page))
    assert guest.post(stage.url, {"word": "no"}).status_code == 302  # a changed mind
    with authority_scope(larkshire):
        stage.guest.refresh_from_db()
    assert stage.guest.word == "no"


def test_g3_taken_back_it_opens_nothing(stage: Stage, browse: Browse) -> None:
    assert opens(stage, browse)
    lena = browse(stage.led.lena)
    for _twice in range(2):
        assert lena.post(f"{stage.page}guests/{stage.guest.pk}/take-back/").status_code == 302
    assert not opens(stage, browse)
    assert browse(None).post(stage.url, {"word": "yes"}).status_code == 404
    assert "Gus Gale" not in text_of(lena.get(stage.page))


def test_g3_it_opens_until_two_days_after_the_meeting(
    stage: Stage, browse: Browse, time_machine: TimeMachineFixture
) -> None:
    time_machine.move_to(stage.meeting.ends + timedelta(days=2, seconds=-1), tick=False)
    assert opens(stage, browse)
    time_machine.move_to(stage.meeting.ends + timedelta(days=2), tick=False)
    assert not opens(stage, browse)


def test_g3_when_the_meeting_moves_the_link_opens_until_after_the_new_day(
    larkshire: Authority, stage: Stage, browse: Browse, time_machine: TimeMachineFixture
) -> None:
    lena = browse(stage.led.lena)
    form = lena.get(f"{stage.page}change/").context["form"]
    moved = {
        "title": "Autumn meeting", "on_day": "9", "on_month": "2", "on_year": "2027", "starts_at": "4pm", "ends_at": "6pm",
        "kind": "regular", "place": "Acorns", "seen": form["seen"].value(),
    }  # fmt: skip
    assert lena.post(f"{stage.page}change/", moved).status_code == 302
    time_machine.move_to(datetime(2027, 2, 9, 12), tick=False)
    assert opens(stage, browse)
    time_machine.move_to(datetime(2027, 2, 12, 12), tick=False)
    assert not opens(stage, browse)


def test_g3_a_cancelled_meeting_and_an_item_off_the_agenda_open_nothing(
    larkshire: Authority, stage: Stage, browse: Browse
) -> None:
    lena = browse(stage.led.lena)
    lena.post(f"{stage.page}cancel/", {"because": "Snow"})
    assert not opens(stage, browse)
    lena.post(f"{stage.page}bring-back/")
    assert opens(stage, browse)
    with authority_scope(larkshire):
        stage.item.state = "declined"
        stage.item.save()
    assert not opens(stage, browse)


def test_a_paper_taken_away_is_gone_for_the_guest_too(stage: Stage, browse: Browse) -> None:
    browse(stage.led.lena).post(f"{stage.page}papers/{stage.paper.pk}/remove/")
    assert browse(None).get(f"{stage.url}papers/{stage.paper.pk}/").status_code == 404
    assert browse(None).get(stage.url).status_code == 200


def test_after_the_meeting_nobody_answers(larkshire: Authority, stage: Stage, browse: Browse,
                                          time_machine: TimeMachineFixture) -> None:  # fmt: skip
    time_machine.move_to(stage.meeting.begins + timedelta(hours=1), tick=False)
    with authority_scope(larkshire):
        held(stage.meeting, {stage.led.acorns: Mark.PRESENT}, stage.led.lena)
    guest = browse(None)
    assert "Save the answer" not in text_of(guest.get(stage.url))
    assert "held already" in text_of(guest.post(stage.url, {"word": "yes"}))
    with authority_scope(larkshire):
        stage.guest.refresh_from_db()
    assert stage.guest.word == ""


def test_the_same_guest_is_invited_once_and_hears_of_one_item_alone(
    larkshire: Authority, stage: Stage, browse: Browse, mailoutbox: list[Any]
) -> None:
    lena = browse(stage.led.lena)
    invite = {"name": "Gus Gale", "email": "gus@example.org", "words": ""}
    assert lena.post(f"{stage.page}items/{stage.item.pk}/guests/invite/", invite).status_code == 302
    with authority_scope(larkshire):
        deliver()
    mails = [mail for mail in mailoutbox if mail.to == ["gus@example.org"]]
    assert len(mails) == 1
    assert stage.url.rsplit("/guest/", 1)[1].strip("/") in mails[0].body
    assert "Talking at meals" in mails[0].body
    assert "Secret money" not in mails[0].body + mails[0].subject
    wrong = lena.post(f"{stage.page}items/{stage.item.pk}/guests/invite/", {**invite, "email": "gus"})
    assert "Enter an email address like name@example.org" in text_of(wrong)
    assert browse(stage.led.mo).get(f"{stage.page}items/{stage.item.pk}/guests/invite/").status_code == 403
    with authority_scope(larkshire):
        assert Guest.objects.count() == 1


def test_g3_a_guest_hears_that_the_meeting_moved_and_is_cancelled_and_of_nothing_else(
    larkshire: Authority, stage: Stage, browse: Browse, mailoutbox: list[Any]
) -> None:
    lena = browse(stage.led.lena)

    def told() -> list[Any]:
        with authority_scope(larkshire):
            deliver()
        mails = [mail for mail in mailoutbox if mail.to == ["gus@example.org"]]
        mailoutbox.clear()
        return mails

    assert len(told()) == 1  # the invitation
    seen = lena.get(f"{stage.page}change/").context["form"]["seen"].value()
    moved = {
        "title": "Autumn meeting", "on_day": "15", "on_month": "12", "on_year": "2026", "starts_at": "4pm", "ends_at": "6pm",
        "kind": "regular", "place": "The library", "seen": seen,
    }  # fmt: skip
    lena.post(f"{stage.page}change/", moved)
    [mail] = told()
    assert mail.subject == "Riverside: now on 15 December, 4pm"
    for words in ("15 December 2026", "The library", "Talking at meals", stage.url):
        assert words in mail.body, words
    assert "Secret money" not in mail.body
    lena.post(f"{stage.page}cancel/", {"because": "Snow"})
    [mail] = told()
    assert mail.subject == "Riverside: no meeting on 15 December, 4pm, it is cancelled"
    assert "Why: Snow" in mail.body
    lena.post(f"{stage.page}bring-back/")
    assert len(told()) == 1
    lena.post(f"{stage.page}guests/{stage.guest.pk}/take-back/")
    lena.post(f"{stage.page}cancel/", {"because": "Ice"})
    assert told() == []
