"""L4: the pages of Leaders' Days and events, as the team, people who are invited, and strangers meet them."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from time_machine import TimeMachineFixture

from accounts.models import Authority, User
from audit.models import Entry
from core.scoping import authority_scope
from meetings.models.events import Booking, BookingNeeds, Event
from meetings.selectors import invited
from meetings.services import booking, events
from tests.factories.events import booked, open_event, somebody_of
from tests.factories.groups import Group
from tests.factories.providers import DistrictFactory, ProviderFactory
from tests.meetings.pages import errors_of, text_of
from tests.outbox import deliver

pytestmark = pytest.mark.django_db
Browse = Callable[[User | None], Client]
NOW = datetime.fromisoformat("2027-01-11T09:00:00+00:00")
DAYS = "/larkshire/days/"
FORM = {
    "kind": "leaders_day", "title": "Leaders’ Day, spring", "on_day": "10", "on_month": "3", "on_year": "2027",
    "starts_at": "9:30am", "ends_at": "3pm", "place": "The town hall", "places": "1", "audience": "everybody",
}  # fmt: skip


@pytest.fixture(autouse=True)
def now(time_machine: TimeMachineFixture) -> None:
    time_machine.move_to(NOW, tick=False)


@pytest.fixture
def event(larkshire: Authority, led: Group, amina: User) -> Event:
    with authority_scope(larkshire):
        return open_event(amina, places=1)


def delivered(larkshire: Authority, mailoutbox: list[Any]) -> list[Any]:
    """The emails that wait, sent now."""
    mailoutbox.clear()
    with authority_scope(larkshire):
        deliver()
    return list(mailoutbox)


def path_in(mail: Any) -> str:
    match = re.search(r"https?://[^/]+(/larkshire/days/\S+)", mail.body)
    assert match is not None, mail.body
    return match[1]


def test_l4_a_leaders_day_with_a_waiting_list_from_planning_to_the_offer(
    larkshire: Authority, led: Group, amina: User, browse: Browse, mailoutbox: list[Any]
) -> None:
    team, lena, mo = browse(amina), browse(led.lena), browse(led.mo)
    planned = team.post(f"{DAYS}plan/", FORM)
    page = planned["Location"]
    assert "This is a draft." in text_of(team.get(page))
    assert lena.get(f"{page}place/").status_code == 404  # a draft is nobody's
    assert "3 people get an invitation by email." in text_of(team.get(f"{page}publish/"))
    assert team.post(f"{page}publish/").status_code == 302
    assert team.post(f"{page}publish/").status_code == 302  # pressed twice
    invitations = delivered(larkshire, mailoutbox)
    assert {mail.to[0].split("@")[0] for mail in invitations} == {"lena", "mo", "cara"}
    # two taps: the line on home, the button
    assert "Book a place: Leaders’ Day, spring, 10 March, 9:30am" in text_of(lena.get("/larkshire/"))
    assert f'href="{page}place/"' in lena.get("/larkshire/").content.decode()
    assert "No place is free now." not in text_of(lena.get(f"{page}place/"))
    booked_page = lena.post(f"{page}place/", {}, follow=True)
    assert "You have a place." in text_of(booked_page)
    assert "No place is free now." in text_of(mo.get(f"{page}place/"))
    assert "You are on the waiting list." in text_of(mo.post(f"{page}place/", {}, follow=True))
    assert "You have a place: Leaders’ Day, spring" in text_of(lena.get("/larkshire/"))
    assert "1 of 1 places are booked or offered." in text_of(team.get(page))
    calendar = lena.get(f"{page}place/calendar/").content.decode()
    assert "DTSTART;TZID=Europe/London:20270310T093000" in calendar
    delivered(larkshire, mailoutbox)
    assert lena.post(f"{page}place/give-back/").status_code == 302
    [offer] = delivered(larkshire, mailoutbox)
    assert offer.to == [led.mo.email]
    assert "A place is free for you: Leaders’ Day, spring" in text_of(mo.get("/larkshire/"))
    link = path_in(offer)
    stranger = browse(None)
    assert stranger.get(link).status_code == 200
    with authority_scope(larkshire):
        assert Booking.objects.get(person=led.mo).state == "offered"  # opening a link does nothing
    accepted = stranger.post(link, {"word": "yes"}, follow=True)
    assert "You have a place." in text_of(accepted)
    gone = stranger.get(link)
    assert gone.status_code == 404
    assert "Your booking for “Leaders’ Day, spring”: booked." in text_of(gone)
    with authority_scope(larkshire):
        assert dict(Booking.objects.values_list("person__full_name", "state")) == {
            "Lena Hartley": "cancelled", "Mo Siddiqui": "accepted",
        }  # fmt: skip


@pytest.mark.parametrize(
    ("changed", "field", "words"),
    [
        ({"title": ""}, "title", "Enter what the event is called"),
        ({"ends_at": "9am"}, "ends_at", "The end must be after the beginning, on the same day."),
        ({"on_year": "2026"}, "on", "The day must be today or in the future."),
        ({"places": "0"}, "places", "There must be at least one place"),
        ({"places": "many"}, "places", "whole number"),
        ({"audience": "districts"}, "districts", "Select at least one district."),
        ({"audience": "nobody"}, "audience", ""),
        ({"is_shared": "on"}, "released_on", "Enter the day from which places are free for everybody"),
        ({"kind": "party"}, "kind", ""),
        ({"online_url": "not an address"}, "online_url", "Enter a web address"),
        (
            {"books_until_day": "11", "books_until_month": "3", "books_until_year": "2027"},
            "books_until",
            "before",
        ),
    ],
)
def test_l4_what_is_wrong_is_said_at_its_field(
    led: Group, amina: User, browse: Browse, changed: dict[str, str], field: str, words: str
) -> None:
    errors = errors_of(browse(amina).post(f"{DAYS}plan/", {**FORM, **changed}))
    assert list(errors) == [field]
    assert words in errors[field][0]


def test_l4_places_are_shared_and_districts_are_invited_by_the_form(
    larkshire: Authority, led: Group, amina: User, browse: Browse
) -> None:
    with authority_scope(larkshire):
        north = DistrictFactory(name="North")
        type(led.bluebells.provider).objects.filter(pk=led.bluebells.provider_id).update(district=north)
    sent = {
        **FORM, "places": "8", "audience": "districts", "districts": [str(north.pk)], "is_shared": "on",
        "released_on_day": "1", "released_on_month": "3", "released_on_year": "2027",
    }  # fmt: skip
    team = browse(amina)
    page = team.post(f"{DAYS}plan/", sent)["Location"]
    team.post(f"{page}publish/")
    shown = text_of(team.get(page))
    assert "North" in shown
    assert "What a sector does not use is free for everybody from 1 March 2027 on." in shown
    assert browse(led.mo).get(f"{page}place/").status_code == 200
    assert browse(led.lena).get(f"{page}place/").status_code == 404
    seen = team.get(f"{page}change/").context["form"]["seen"].value()
    assert team.post(f"{page}change/", {**sent, "places": "9", "seen": seen}).status_code == 302
    with authority_scope(larkshire):
        assert Event.objects.get().shares == {"childminder": 0, "nursery": 9, "school": 0}


def test_l4_two_people_change_an_event_and_the_second_sees_the_first(
    led: Group, amina: User, maya: User, browse: Browse
) -> None:
    team = browse(amina)
    page = team.post(f"{DAYS}plan/", FORM)["Location"]
    seen = team.get(f"{page}change/").context["form"]["seen"].value()
    browse(maya).post(f"{page}change/", {**FORM, "place": "The library", "seen": seen})
    second = team.post(f"{page}change/", {**FORM, "place": "The school", "seen": seen})
    assert second.status_code == 200
    assert "The library" in text_of(second)
    assert "The school" in text_of(second)


def test_l4_cancelled_and_brought_back(event: Event, led: Group, amina: User, browse: Browse) -> None:
    team, lena = browse(amina), browse(led.lena)
    page = f"{DAYS}{event.pk}/"
    lena.post(f"{page}place/", {})
    assert errors_of(team.post(f"{page}cancel/", {"because": " "})) == {
        "because": ["Say why it is cancelled."]
    }
    assert team.post(f"{page}cancel/", {"because": "Snow"}).status_code == 302
    assert "This event is cancelled. Snow" in text_of(lena.get(f"{page}place/"))
    assert "Leaders’ Day" not in text_of(lena.get("/larkshire/"))
    assert browse(led.mo).get(f"{page}place/").status_code == 404
    assert team.post(f"{page}bring-back/").status_code == 302
    assert "You have a place." in text_of(lena.get(f"{page}place/"))


def test_l4_somebody_of_two_settings_chooses_and_nobody_books_for_a_setting_of_others(
    larkshire: Authority, event: Event, led: Group, browse: Browse
) -> None:
    with authority_scope(larkshire):
        clover = ProviderFactory(name="Clover")
        somebody_of(clover)
        from memberships.models.members import SettingRole

        SettingRole.objects.create(user=led.mo, provider=clover, role="manager", starts_on=date(2026, 1, 1))
    mo, page = browse(led.mo), f"{DAYS}{event.pk}/place/"
    assert errors_of(mo.post(page, {})) == {"provider": ["Select the setting"]}
    assert list(errors_of(mo.post(page, {"provider": str(led.acorns.provider_id)}))) == ["provider"]
    assert mo.post(page, {"provider": str(clover.pk)}).status_code == 302
    with authority_scope(larkshire):
        assert Booking.objects.get().provider == clover


def test_l4_an_offer_is_answered_on_the_own_page(
    larkshire: Authority, event: Event, led: Group, browse: Browse
) -> None:
    with authority_scope(larkshire):
        booked(event, led.bluebells.provider, led.mo, "offered", answer_by=NOW + timedelta(days=1))
    mo, page = browse(led.mo), f"{DAYS}{event.pk}/place/"
    assert "Accept the place" in text_of(mo.get(page))
    assert errors_of(mo.post(f"{page}answer/", {})) == {"word": ["Select whether you take the place"]}
    assert mo.post(f"{page}answer/", {"word": "yes"}).status_code == 302
    assert mo.post(f"{page}answer/", {"word": "yes"}).status_code == 302
    assert "You have a place." in text_of(mo.get(page))
    assert "There is no offer to answer." in text_of(mo.post(f"{page}answer/", {"word": "no"}))


def test_l4_needs_are_read_by_the_organisers_alone_and_stand_in_no_list(
    larkshire: Authority, event: Event, led: Group, amina: User, fred: User, browse: Browse
) -> None:
    mo, page = browse(led.mo), f"{DAYS}{event.pk}/"
    mo.post(f"{page}place/", {})
    assert mo.post(f"{page}place/needs/", {"access": "", "diet": "No walnuts"}).status_code == 302
    assert "No walnuts" in mo.get(f"{page}place/needs/").content.decode()
    team = browse(amina)
    assert "No walnuts" in text_of(team.get(f"{page}needs/"))
    for name in ("", "bookings/", "signing-in/"):
        shown = text_of(team.get(page + name))
        assert "walnuts" not in shown, name
    assert "Mo Siddiqui" in text_of(team.get(f"{page}signing-in/"))
    assert browse(fred).get(f"{page}needs/").status_code == 403
    assert mo.get(f"{page}needs/").status_code == 403
    with authority_scope(larkshire):
        booking.delete_needs(at=event.ends + timedelta(days=1))
        assert not BookingNeeds.objects.exists()


def test_l4_whose_support_is_switched_off_finds_no_event_for_leaders(
    larkshire: Authority,
    event: Event,
    led: Group,
    amina: User,
    browse: Browse,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(invited, "_without_support", [lambda on: {led.lena.pk}])
    lena, page = browse(led.lena), f"{DAYS}{event.pk}/"
    assert lena.get(f"{page}place/").status_code == 404
    assert lena.post(f"{page}place/", {}).status_code == 404
    assert "Leaders’ Day" not in text_of(lena.get("/larkshire/"))
    assert "Leaders’ Day, spring" not in text_of(lena.get(f"{DAYS}yours/"))
    shown = text_of(browse(amina).get(page))
    assert "2 people today" in shown
    assert "switched off" not in shown
    assert "Lena Hartley" not in shown
    with authority_scope(larkshire):
        waiting = booked(event, led.acorns.provider, led.lena, "waiting")
    own = text_of(lena.get(f"{page}place/"))
    assert "You are on the waiting list." in own  # as everybody who waits
    assert "Lena Hartley" in text_of(browse(amina).get(f"{page}bookings/"))
    assert waiting.state == "waiting"


def test_l4_people_of_another_authority_and_strangers_know_of_nothing(
    event: Event, otto: User, sam: User, browse: Browse
) -> None:
    for name in ("", "change/", "publish/", "cancel/", "bring-back/", "bookings/", "signing-in/", "needs/"):
        assert browse(otto).get(f"{DAYS}{event.pk}/{name}").status_code == 404, name
        assert browse(otto).get(f"/marlshire/days/{event.pk}/{name}").status_code == 404, name
    for name in ("", "answer/", "give-back/", "needs/", "calendar/"):
        for stranger in (sam, otto):
            assert browse(stranger).get(f"{DAYS}{event.pk}/place/{name}").status_code == 404, name
            assert browse(stranger).post(f"{DAYS}{event.pk}/place/{name}").status_code == 404, name


def test_l4_the_list_of_bookings_is_filtered_and_exported(
    larkshire: Authority, event: Event, led: Group, amina: User, browse: Browse
) -> None:
    with authority_scope(larkshire):
        booked(event, led.bluebells.provider, led.mo)
        booked(event, led.caras.provider, led.cara, "waiting")
    team, page = browse(amina), f"{DAYS}{event.pk}/bookings/"
    assert "Mo Siddiqui" in text_of(team.get(page))
    assert "Mo Siddiqui" not in text_of(team.get(f"{page}?state=waiting"))
    assert "Cara Finch" in text_of(team.get(f"{page}?sector=childminder"))
    assert "Nothing matches these filters." in text_of(team.get(f"{page}?sector=school"))
    assert "Leaders’ Day, spring term" in text_of(team.get(f"{DAYS}?kind=leaders_day&state=published"))


def test_the_pages_take_the_same_queries_for_thirty_bookings(
    larkshire: Authority, event: Event, led: Group, amina: User, browse: Browse
) -> None:
    team, lena = browse(amina), browse(led.lena)
    with authority_scope(larkshire):
        booked(event, led.acorns.provider, led.lena)

    def counts() -> list[int]:
        numbers = []
        pages = [
            (team, name) for name in ("", f"{event.pk}/", f"{event.pk}/bookings/", f"{event.pk}/signing-in/")
        ]
        for client, name in [*pages, (lena, f"{event.pk}/place/"), (lena, "yours/")]:
            client.get(DAYS + name)
            with CaptureQueriesContext(connection) as queries:
                assert client.get(DAYS + name).status_code == 200
            numbers.append(len(queries.captured_queries))
        return numbers

    few = counts()
    with authority_scope(larkshire):
        for number in range(30):
            provider = ProviderFactory()
            booked(event, provider, somebody_of(provider, f"P{number} Marsh"))
        for number in range(10):
            open_event(amina, title=f"Day {number}", at=NOW)
    assert counts() == few
    assert max(few) <= 30, few


def test_l4_an_event_that_was_held_stays_with_who_had_a_place(
    larkshire: Authority, event: Event, led: Group, browse: Browse, time_machine: TimeMachineFixture
) -> None:
    browse(led.lena).post(f"{DAYS}{event.pk}/place/", {})
    time_machine.move_to(event.ends + timedelta(hours=1), tick=False)
    with authority_scope(larkshire):
        events.hold_past_events(at=event.ends)
    lena = browse(led.lena)
    assert "You had a place." in text_of(lena.get(f"{DAYS}{event.pk}/place/"))
    assert "Earlier" in text_of(lena.get(f"{DAYS}yours/")) or "Coming" in text_of(lena.get(f"{DAYS}yours/"))
    assert browse(led.mo).get(f"{DAYS}{event.pk}/place/").status_code == 404


def test_l4_an_event_for_leaders_stands_on_the_home_of_leaders_alone(
    larkshire: Authority, led: Group, amina: User, browse: Browse
) -> None:
    with authority_scope(larkshire):
        open_event(amina, audience="leaders", title="Day of leaders")
    assert "Book a place: Day of leaders" in text_of(browse(led.lena).get("/larkshire/"))
    assert "Day of leaders" not in text_of(browse(led.mo).get("/larkshire/"))


# --- the team for somebody else -----------------------------------------------------------------------------


def test_l4_the_team_books_for_who_rings_and_cancels_and_who_waits_moves_up(
    larkshire: Authority, event: Event, led: Group, amina: User, browse: Browse, mailoutbox: list[Any]
) -> None:
    team, bookings = browse(amina), f"{DAYS}{event.pk}/bookings/"
    assert "Book for somebody" in text_of(team.get(bookings))
    delivered(larkshire, mailoutbox)
    found = team.get(f"{bookings}book/?q=Hartley")
    assert found["Location"] == f"{bookings}book/{led.lena.pk}/"
    for _press in range(2):  # pressed twice is once
        assert team.post(found["Location"], {}).status_code == 302
    [mail] = delivered(larkshire, mailoutbox)
    assert mail.to == [led.lena.email]
    assert "The early years team booked a place" in mail.body
    assert [part.get_filename() for part in mail.message().walk() if part.get_filename()]
    answer = team.post(f"{bookings}book/{led.mo.pk}/", {}, follow=True)
    assert "Mo Siddiqui is on the waiting list, and gets an email." in text_of(answer)
    [mail] = delivered(larkshire, mailoutbox)
    assert "put you on the waiting list" in mail.body
    assert "Hartley" not in text_of(team.get(f"{bookings}book/"))  # who has booked
    with authority_scope(larkshire):
        place = Booking.objects.get(person=led.lena)
    for _press in range(2):
        assert team.post(f"{bookings}{place.pk}/cancel/").status_code == 302
    mails = {mail.to[0]: mail for mail in delivered(larkshire, mailoutbox)}
    assert set(mails) == {led.lena.email, led.mo.email}
    assert "cancelled your booking" in mails[led.lena.email].body
    with authority_scope(larkshire):
        waits = Booking.objects.get(person=led.mo)
        assert waits.state == "offered"  # by itself
        said = set(Entry.objects.filter(by=amina).values_list("action", flat=True))
    assert {"place_booked_for", "place_cancelled_for"} <= said
    assert team.post(f"{bookings}{waits.pk}/cancel/").status_code == 302  # an offer too
    with authority_scope(larkshire):
        assert Booking.objects.get(person=led.mo).state == "declined"
    for person in (led.lena, led.mo):
        assert browse(person).get(f"{bookings}book/").status_code == 403
        assert browse(person).post(f"{bookings}book/{led.cara.pk}/").status_code == 403


def test_l4_nobody_is_booked_for_who_is_not_invited(
    larkshire: Authority, event: Event, amina: User, otto: User, browse: Browse
) -> None:
    team, bookings = browse(amina), f"{DAYS}{event.pk}/bookings/"
    for person in (amina, otto):
        assert team.get(f"{bookings}book/{person.pk}/").status_code == 404
        assert team.post(f"{bookings}book/{person.pk}/").status_code == 404
    assert browse(otto).get(f"{bookings}book/").status_code == 404
