"""L4: the day itself and what follows: programme, who came, materials, feedback, pledges."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime, time, timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from time_machine import TimeMachineFixture

from accounts.models import Authority, User
from core.scoping import authority_scope
from meetings.models.events import Booking, Event
from meetings.models.programme import EventFeedback, EventMaterial, SessionChoice, WalkIn
from meetings.selectors import programme as selectors
from meetings.services import following, programme
from meetings.tasks import follow_events
from tests.factories.events import SESSION, booked, open_event, past_event
from tests.factories.groups import Group, person_of
from tests.factories.providers import ProviderFactory
from tests.meetings.pages import errors_of, text_of
from tests.outbox import deliver

pytestmark = pytest.mark.django_db
Browse = Callable[[User | None], Client]
NOW = datetime.fromisoformat("2027-01-11T09:00:00+00:00")
DAYS = "/larkshire/days/"


@pytest.fixture(autouse=True)
def now(time_machine: TimeMachineFixture) -> None:
    time_machine.move_to(NOW, tick=False)


@pytest.fixture
def event(larkshire: Authority, led: Group, amina: User) -> Event:
    """Mo and Cara have a place."""
    with authority_scope(larkshire):
        event = open_event(amina, places=9)
        booked(event, led.bluebells.provider, led.mo)
        booked(event, led.caras.provider, led.cara)
        return event


def place_of(event: Event, person: User) -> Booking:
    return Booking.objects.get(event=event, person=person)


def delivered(larkshire: Authority, mailoutbox: list[Any]) -> list[Any]:
    mailoutbox.clear()
    with authority_scope(larkshire):
        deliver()
    return list(mailoutbox)


def path_in(mail: Any) -> str:
    match = re.search(r"https?://[^/]+(/larkshire/days/\S+)", mail.body)
    assert match is not None, mail.body
    return match[1]


# --- the programme ------------------------------------------------------------------------------------------


def test_l4_sessions_at_the_same_time_and_full_ones_are_refused(
    larkshire: Authority, event: Event, led: Group, amina: User
) -> None:
    with authority_scope(larkshire):
        talk = programme.write_session(event_id=event.pk, values={**SESSION, "places": 1}, by=amina)
        same = programme.write_session(event_id=event.pk, values={**SESSION, "places": 1}, by=amina)
        walk = programme.write_session(
            event_id=event.pk, values={**SESSION, "title": "Walk", "starts_at": time(10, 30)}, by=amina
        )
        assert same.pk == talk.pk  # pressed twice
        mo, cara = place_of(event, led.mo), place_of(event, led.cara)
        with pytest.raises(ValidationError, match="are at the same time"):
            programme.choose_sessions(booking_id=mo.pk, session_ids=[talk.pk, walk.pk], at=NOW)
        for _again in range(2):
            programme.choose_sessions(booking_id=mo.pk, session_ids=[talk.pk], at=NOW)
        with pytest.raises(ValidationError, match="is full"):
            programme.choose_sessions(booking_id=cara.pk, session_ids=[talk.pk], at=NOW)
        programme.choose_sessions(booking_id=mo.pk, session_ids=[walk.pk], at=NOW)
        programme.choose_sessions(booking_id=cara.pk, session_ids=[talk.pk], at=NOW)
        chosen = SessionChoice.objects.values_list("booking__person__full_name", "session__title")
        assert set(chosen) == {("Mo Siddiqui", "Walk"), ("Cara Finch", "Talking at meal times")}
        with pytest.raises(ValidationError) as refusal:
            programme.write_session(
                event_id=event.pk, values={**SESSION, "ends_at": time(16)}, by=amina, session=talk
            )
        assert list(refusal.value.message_dict) == ["starts_at"]
        with pytest.raises(ValidationError, match="until it begins"):
            programme.choose_sessions(booking_id=mo.pk, session_ids=[], at=event.begins)
        programme.remove_session(event_id=event.pk, session_id=walk.pk, by=amina)
        programme.remove_session(event_id=event.pk, session_id=walk.pk, by=amina)
        assert selectors.chosen_by(mo) == []


def test_l4_the_team_writes_the_programme_and_people_choose_on_their_page(
    larkshire: Authority, event: Event, led: Group, amina: User, browse: Browse
) -> None:
    team, mo, page = browse(amina), browse(led.mo), f"{DAYS}{event.pk}/"
    sent = {"title": "Talk", "starts_at": "10am", "ends_at": "11am", "where": "Hall", "places": "5"}
    assert team.post(f"{page}sessions/add/", sent).status_code == 302
    assert list(errors_of(team.post(f"{page}sessions/add/", {**sent, "starts_at": "8am"}))) == ["starts_at"]
    assert team.post(f"{page}sessions/add/", {**sent, "title": "Walk"}).status_code == 302
    with authority_scope(larkshire):
        talk, walk = list(selectors.sessions_of(event))
    both = {"sessions": [str(talk.pk), str(walk.pk)]}
    assert "Choose one of them." in str(errors_of(mo.post(f"{page}place/sessions/", both)))
    assert mo.post(f"{page}place/sessions/", {"sessions": [str(talk.pk)]}).status_code == 302
    shown = text_of(mo.get(f"{page}place/"))
    assert "10am to 11am: Talk (Hall)" in shown
    assert "You take part" in shown
    assert "Mo Siddiqui" in text_of(team.get(f"{page}sessions/{talk.pk}/"))
    assert "1 of 5" in text_of(team.get(page))
    assert team.post(f"{page}sessions/{talk.pk}/change/", {**sent, "where": "Studio"}).status_code == 302
    assert team.post(f"{page}sessions/{walk.pk}/remove/").status_code == 302
    assert "Studio" in text_of(team.get(page))
    assert browse(led.lena).get(f"{page}place/sessions/").status_code == 404  # without a place


# --- the day ------------------------------------------------------------------------------------------------


def test_l4_who_came_is_ticked_without_script_and_others_are_added(
    larkshire: Authority,
    event: Event,
    led: Group,
    amina: User,
    browse: Browse,
    time_machine: TimeMachineFixture,
) -> None:
    page = f"{DAYS}{event.pk}/coming/"
    with authority_scope(larkshire):
        mo, cara = place_of(event, led.mo), place_of(event, led.cara)
    early = browse(amina).post(page, {"tick": f"{mo.pk}-yes"}, follow=True)
    assert "You can tick who came from the day of the event on." in text_of(early)
    time_machine.move_to(event.begins + timedelta(minutes=5), tick=False)
    team = browse(amina)
    for tick in (f"{mo.pk}-yes", f"{mo.pk}-yes", f"{cara.pk}-yes", f"{cara.pk}-no"):
        assert team.post(page, {"tick": tick}).status_code == 302
    for wrong in ("", "0-yes", f"{mo.pk}-perhaps", "٣-yes", "99999999-no"):
        assert "Press one of the buttons" in text_of(team.post(page, {"tick": wrong}, follow=True)), wrong
    assert "2 of 2 people are ticked." in text_of(team.get(page))
    with authority_scope(larkshire):
        assert (place_of(event, led.mo).came, place_of(event, led.cara).came) == (True, False)
    for _again in range(2):
        assert team.post(f"{page}add/", {"name": "Wyn Hill", "of": "Larches"}).status_code == 302
    assert errors_of(team.post(f"{page}add/", {"name": " "})) == {"name": ["Enter the name"]}
    with authority_scope(larkshire):
        row = WalkIn.objects.get()
    assert "Wyn Hill, Larches" in text_of(team.get(page))
    for status in (302, 404):
        assert team.post(f"{page}{row.pk}/remove/").status_code == status
    assert "Wyn Hill" not in text_of(team.get(page))


def test_l4_materials_are_read_by_who_has_a_place_or_came(
    larkshire: Authority, event: Event, led: Group, amina: User, browse: Browse
) -> None:
    team, page = browse(amina), f"{DAYS}{event.pk}/"

    def add() -> Any:
        file = SimpleUploadedFile("slides.txt", b"One thing.", content_type="text/plain")
        return team.post(f"{page}materials/add/", {"title": "Slides", "file": file})

    assert [add().status_code, add().status_code] == [302, 302]
    with authority_scope(larkshire):
        material = EventMaterial.objects.get()
        booked(event, led.acorns.provider, led.lena, "waiting")
    mo = browse(led.mo)
    assert "Slides" in text_of(mo.get(f"{page}place/"))
    assert b"".join(mo.get(f"{page}place/materials/{material.pk}/")) == b"One thing."
    assert b"".join(team.get(f"{page}materials/{material.pk}/")) == b"One thing."
    assert browse(led.lena).get(f"{page}place/materials/{material.pk}/").status_code == 404
    assert mo.get(f"{page}materials/{material.pk}/").status_code == 403
    with authority_scope(larkshire):
        Booking.objects.filter(person=led.mo).update(came=False)
    assert browse(led.mo).get(f"{page}place/materials/{material.pk}/").status_code == 404
    for _again in range(2):
        assert team.post(f"{page}materials/{material.pk}/remove/").status_code == 302
    assert team.get(f"{page}materials/{material.pk}/").status_code == 404
    file = SimpleUploadedFile("page.html", b"<script>alert(1)</script>", content_type="text/html")
    refused = team.post(f"{page}materials/add/", {"title": "Page", "file": file})
    assert list(errors_of(refused)) == ["file"]


# --- feedback and pledges -----------------------------------------------------------------------------------


def test_l4_from_the_evening_to_the_pledge_after_a_term(
    larkshire: Authority,
    event: Event,
    led: Group,
    amina: User,
    browse: Browse,
    mailoutbox: list[Any],
    time_machine: TimeMachineFixture,
) -> None:
    """The journey from the day on: five more people come, one does not; all answer; a term later, Mo."""
    with authority_scope(larkshire):
        others = [person_of(ProviderFactory(), f"P{number} Marsh", amina) for number in range(4)]
        for person in others:
            booked(event, led.acorns.provider, person, came=True)
        Booking.objects.filter(person=led.cara).update(came=False)
    time_machine.move_to(event.begins.replace(hour=17), tick=False)
    for _again in range(2):  # the timetable runs twice
        with authority_scope(larkshire):
            follow_events.run()
    emails = delivered(larkshire, mailoutbox)
    assert len(emails) == 5
    [to_mo] = [mail for mail in emails if mail.to == [led.mo.email]]
    assert to_mo.subject == "Bluebells: how was it on 10 March, 9:30am? Leaders’ Day"
    assert led.cara.email not in {mail.to[0] for mail in emails}
    assert "How was it? Leaders’ Day, spring term" in text_of(browse(led.mo).get("/larkshire/"))
    assert browse(led.cara).get(f"{DAYS}{event.pk}/place/feedback/").status_code == 404
    nobody, link = browse(None), path_in(to_mo)
    assert errors_of(nobody.post(link, {})) == {"useful": ["Select how useful it was"]}
    with authority_scope(larkshire):
        assert not EventFeedback.objects.exists()
    answer = {"useful": "5", "pledge": "Read outside", "words": "More time to talk"}
    assert "Your answer is saved." in text_of(nobody.post(link, answer, follow=True))
    assert "You have said how it was." in text_of(nobody.get(link))
    team, page = browse(amina), f"{DAYS}{event.pk}/feedback/"
    shown = text_of(team.get(page))
    assert "1 of 5 people have answered." in shown
    assert "Read outside" not in shown
    for person in others:
        own = browse(person)
        assert own.post(f"{DAYS}{event.pk}/place/feedback/", {"useful": "4"}).status_code == 302
    shown = text_of(team.get(page))
    assert "Read outside" in shown
    assert "More time to talk" in shown
    assert "Siddiqui" not in shown
    # a term later
    time_machine.move_to(event.begins + timedelta(days=120), tick=False)
    for _again in range(2):
        with authority_scope(larkshire):
            follow_events.run()
    [asked] = delivered(larkshire, mailoutbox)
    assert asked.to == [led.mo.email]
    assert "Read outside" in asked.body
    assert "What came of it? Leaders’ Day, spring term" in text_of(browse(led.mo).get("/larkshire/"))
    link = path_in(asked)
    assert errors_of(nobody.post(link, {})) == {"kept": ["Select what came of it"]}
    kept = {"kept": "done", "kept_words": "Everybody listens"}
    assert "Your answer is saved." in text_of(nobody.post(link, kept, follow=True))
    assert "You have said what came of it." in text_of(nobody.get(link))
    assert "What came of it?" not in text_of(browse(led.mo).get("/larkshire/"))
    assert "Everybody listens" not in text_of(browse(amina).get(page))  # one alone could be told
    with authority_scope(larkshire):
        assert EventFeedback.objects.get(booking__person=led.mo).kept == "done"


def test_l4_a_pledge_is_answered_on_the_own_page_and_can_be_changed(
    larkshire: Authority, led: Group, amina: User, browse: Browse
) -> None:
    with authority_scope(larkshire):
        row = past_event(amina, led.bluebells.provider, led.mo, days=121, audience="everybody")
        EventFeedback.objects.create(booking=row, useful=4, pledge="Sing every day", given_at=NOW)
    mo, page = browse(led.mo), f"{DAYS}{row.event_id}/place/what-came-of-it/"
    assert "Sing every day" in text_of(mo.get(page))
    for kept in ("partly", "done"):
        assert mo.post(page, {"kept": kept, "kept_words": ""}).status_code == 302
    with authority_scope(larkshire):
        assert EventFeedback.objects.get().kept == "done"
    assert mo.get(f"{DAYS}{row.event_id}/place/feedback/").status_code == 404  # that is long over


def test_l4_a_killed_run_goes_on_and_asks_nobody_twice(
    larkshire: Authority, event: Event, led: Group, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = event.begins.replace(hour=17)

    def killed(*args: Any, **kwargs: Any) -> int:
        raise RuntimeError("killed")

    with authority_scope(larkshire):
        with monkeypatch.context() as patch:
            patch.setattr(following, "send_emails_once", killed)
            with pytest.raises(RuntimeError):
                following.ask_feedback(at=at)
        assert [following.ask_feedback(at=at) for _run in range(2)] == [2, 0]
        late = event.ends + timedelta(days=14)
        with pytest.raises(ValidationError, match="can no longer be given"):
            following.give_feedback(
                booking_id=place_of(event, led.mo).pk, useful=3, pledge="", words="", at=late
            )
        with pytest.raises(ValidationError, match="can no longer be answered"):
            following.answer_pledge(
                booking_id=place_of(event, led.mo).pk, kept="done", kept_words="", at=late
            )
