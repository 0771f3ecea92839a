"""A person's calendar by its address: what stands in it, for whom, and when it opens nothing (decision 0060)."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from time_machine import TimeMachineFixture

from accounts.models import Affiliation, Authority, User
from accounts.rules import CALENDAR_MISSES, CALENDAR_READS
from audit.models import Entry
from core.scoping import authority_scope
from documents.delivery import CalendarFeed
from documents.selectors import feed_token, hash_of_token
from documents.services.feeds import make_feed, stop_feed
from meetings.services import guests, planning, visits
from memberships.models.members import LeaderAppointment, Membership, SettingRole
from memberships.services.permissions import settle_permissions
from tests.calendars import ReadEvent, read_calendar
from tests.factories.development import plan_with_action
from tests.factories.events import booked, open_event
from tests.factories.groups import Group
from tests.factories.leadership import LeadershipCaseFactory
from tests.factories.meetings import MeetingFactory, item_on, meeting_on
from tests.factories.support import SupportRequestFactory
from tests.factories.visits import training_on, visit_on
from ways_of_working.models import Review

Browse = Callable[[User | None], Client]
NOW = datetime.fromisoformat("2026-11-21T10:00:00+00:00")
TODAY = date(2026, 11, 21)
DAY = date(2026, 12, 8)
PAGE = "/larkshire/account/calendar/"


@pytest.fixture(autouse=True)
def _now(time_machine: TimeMachineFixture) -> None:
    time_machine.move_to(NOW, tick=False)


def address(authority: Authority, person: User) -> str:
    """The address of the person's calendar, made now or before."""
    with authority_scope(authority):
        feed = make_feed(person=person, instead_of=0, at=timezone.now())
        return f"/{authority.slug}/calendar/{feed_token(feed)}.ics"


def read(where: str, client: Client | None = None) -> dict[str, ReadEvent]:
    """What a calendar program reads there, by title."""
    response = (client or Client()).get(where)
    assert response.status_code == 200, response.content
    calendar = read_calendar(response.content)
    assert calendar.name == "Larkshire early years collaborations"
    assert len({event.uid for event in calendar.events}) == len(calendar.events)
    return {event.title: event for event in calendar.events}


# --- what stands in it --------------------------------------------------------------------------------------


def test_a_members_meetings_with_day_time_and_place(larkshire: Authority, led: Group) -> None:
    with authority_scope(larkshire):
        meeting_on(led.collaboration, DAY, led.lena)
        meeting_on(led.collaboration, TODAY + timedelta(days=500), led.lena, title="Too far")
    event = read(address(larkshire, led.mo))["Riverside: Autumn meeting"]
    assert event.starts == datetime.fromisoformat("2026-12-08T16:00:00+00:00")
    assert event.place == "Acorns, Mill Road"
    assert event.url.startswith("http")
    assert "Riverside: Too far" not in read(address(larkshire, led.mo))


def test_a_cancelled_meeting_stands_there_as_cancelled_until_a_month_after_its_day(
    larkshire: Authority, led: Group, time_machine: TimeMachineFixture
) -> None:
    with authority_scope(larkshire):
        meeting = meeting_on(led.collaboration, DAY, led.lena)
        planning.cancel_meeting(meeting_id=meeting.pk, because="Snow", by=led.lena, at=NOW)
    where = address(larkshire, led.mo)
    event = read(where)["Riverside: Autumn meeting"]
    assert (event.status, event.edition) == ("CANCELLED", 1)
    time_machine.move_to(NOW + timedelta(days=60), tick=False)
    assert read(where) == {}


def test_a_meeting_is_one_event_in_email_and_feed(larkshire: Authority, led: Group, browse: Browse) -> None:
    with authority_scope(larkshire):
        meeting = meeting_on(led.collaboration, DAY, led.lena)
    file = browse(led.mo).get(
        f"/larkshire/collaborations/{led.collaboration.pk}/meetings/{meeting.pk}/calendar/"
    )
    [alone] = read_calendar(file.content).events
    assert read(address(larkshire, led.mo))["Riverside: Autumn meeting"].uid == alone.uid


def test_who_leaves_has_the_meetings_until_then_and_afterwards_none(
    larkshire: Authority, led: Group, time_machine: TimeMachineFixture
) -> None:
    with authority_scope(larkshire):
        meeting_on(led.collaboration, DAY, led.lena)
        meeting_on(led.collaboration, DAY + timedelta(days=60), led.lena, title="After")
        Membership.objects.filter(pk=led.bluebells.pk).update(left_on=date(2027, 1, 1))
        settle_permissions(user_ids=[led.mo.pk])
    where = address(larkshire, led.mo)
    assert set(read(where)) == {"Riverside: Autumn meeting"}
    time_machine.move_to(datetime.fromisoformat("2027-01-01T10:00:00+00:00"), tick=False)
    assert read(where) == {}, "nothing of that group remains"
    with authority_scope(larkshire):
        assert "Riverside: After" in read(address(larkshire, led.lena))


def test_a_guest_has_the_one_item_until_the_invitation_is_taken_back(
    larkshire: Authority, led: Group, sam: User
) -> None:
    with authority_scope(larkshire):
        meeting = meeting_on(led.collaboration, DAY, led.lena, access_notes="Ring twice.")
        item = item_on(meeting, led.lena)
        guest = guests.invite_guest(
            item=item, name="Sam", email=sam.email.upper(), words="", by=led.lena, at=NOW
        )
    where = address(larkshire, sam)
    [event] = read(where).values()
    assert (event.title, event.words, event.url) == ("Riverside: Settling in", "Ring twice.", "")
    with authority_scope(larkshire):
        guests.withdraw_guest(guest=guest, by=led.lena, at=NOW)
    assert read(where) == {}


def test_what_is_due_reviews_and_last_days(larkshire: Authority, led: Group) -> None:
    with authority_scope(larkshire):
        action = plan_with_action(led.collaboration, led.lena, owner=led.acorns.provider)
        type(action.objective.plan).objects.filter(pk=action.objective.plan.pk).update(state="active")
        type(action).objects.filter(pk=action.pk).update(due_on=DAY, what="Visit a library")
        Review.objects.create(collaboration=led.collaboration, clock="work", due_on=DAY, opened_at=NOW)
        LeaderAppointment.objects.filter(user=led.lena).update(ends_on=date(2027, 1, 5))
        SettingRole.objects.filter(user=led.mo).update(ends_on=date(2027, 2, 1))
    lena, mo = (read(address(larkshire, person)) for person in (led.lena, led.mo))
    assert lena["Riverside: review due, The work of the group"].starts == DAY
    assert lena["Last day: Leader, Riverside"].starts == date(2027, 1, 4)
    assert mo["Last day: Manager, Bluebells"].starts == date(2027, 1, 31)
    assert not [title for title in mo if "review" in title or "Leader" in title]


def test_an_officer_has_the_days_they_come_and_so_have_those_who_run_the_group(
    larkshire: Authority, led: Group, amina: User
) -> None:
    with authority_scope(larkshire):
        request = SupportRequestFactory(
            collaboration=led.collaboration, kind="attend", wanted_on=DAY, state="accepted", officer=amina,
            asked_by=led.lena, answered_at=NOW,
        )  # fmt: skip
        SupportRequestFactory(
            collaboration=led.collaboration, kind="attend", wanted_on=DAY, asked_by=led.lena
        )
    [officers] = read(address(larkshire, amina)).values()
    [groups] = read(address(larkshire, led.lena)).values()
    assert officers.starts == groups.starts == DAY
    assert officers.uid == groups.uid
    assert officers.title.startswith("Riverside: ")
    assert groups.title == "The early years team at Riverside"
    assert read(address(larkshire, led.mo)) == {}
    with authority_scope(larkshire):
        type(request).objects.filter(pk=request.pk).update(state="withdrawn")
    assert [event.status for event in read(address(larkshire, amina)).values()] == ["CANCELLED"]


def test_visits_training_and_events_with_a_place(larkshire: Authority, led: Group, amina: User) -> None:
    with authority_scope(larkshire):
        visit = visit_on(led.acorns, led.bluebells, DAY, led.mo)
        training_on(led.collaboration, DAY, led.lena)
        event = open_event(amina, on=DAY)
        booked(event, led.bluebells.provider, led.mo)
        booked(event, led.caras.provider, led.cara, "waiting")
    assert "Visit to Acorns" not in read(address(larkshire, led.mo)), "nobody has said yes"
    with authority_scope(larkshire):
        visits.answer_visit(visit_id=visit.pk, agrees=True, answer="", by=led.lena, at=NOW)
    first_aid, day = "Riverside: Paediatric first aid", "Leaders’ Day, spring term"
    for person, titles in (
        (led.mo, {"Visit to Acorns", first_aid, day}),
        (led.lena, {"Visit to Acorns", first_aid}),
        (led.cara, {first_aid}),
    ):
        assert set(read(address(larkshire, person))) == titles


def test_a_case_leaves_no_trace(larkshire: Authority, led: Group, amina: User) -> None:
    with authority_scope(larkshire):
        people = (led.lena, led.mo, amina)
        before = [Client().get(address(larkshire, person)).content for person in people]
        LeadershipCaseFactory(appointment=LeaderAppointment.objects.get(user=led.lena), assigned_to=amina)
        after = [Client().get(address(larkshire, person)).content for person in people]
    assert before == after


def test_queries_do_not_grow_with_meetings(larkshire: Authority, led: Group) -> None:
    where = address(larkshire, led.lena)
    read(where)
    counts = []
    for number in (1, 30):
        with authority_scope(larkshire):
            for day in range(number):
                MeetingFactory(
                    collaboration=led.collaboration,
                    on=DAY + timedelta(days=day + number),
                    planned_by=led.lena,
                )
        with CaptureQueriesContext(
            connection,
        ) as queries:
            Client().get(where)
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 30, counts


# --- for whom, and when it opens nothing --------------------------------------------------------------------


def test_it_needs_no_session_keeps_none_and_stays_private(larkshire: Authority, led: Group) -> None:
    response = Client().get(address(larkshire, led.lena))
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    assert response["Cache-Control"] == "private, no-cache"
    assert not response.cookies
    again = Client().get(address(larkshire, led.lena), headers={"If-None-Match": response["ETag"]})
    assert again.status_code == 304


def test_only_a_hash_is_kept_and_the_last_day_it_was_read(larkshire: Authority, led: Group) -> None:
    where = address(larkshire, led.lena)
    token = where.rsplit("/", 1)[1].removesuffix(".ics")
    assert len(token) >= 43
    read(where)
    with authority_scope(larkshire):
        feed = CalendarFeed.objects.get()
        assert token not in str(feed.__dict__)
        assert feed.token_hash == hash_of_token(token)
        assert feed.last_used_on == TODAY


def test_made_anew_the_old_one_stops_at_once_and_stopped_it_opens_nothing(
    larkshire: Authority, led: Group
) -> None:
    old = address(larkshire, led.lena)
    with authority_scope(larkshire):
        feed = CalendarFeed.objects.get()
        for _twice in range(2):
            make_feed(person=led.lena, instead_of=feed.pk, at=NOW)
        assert CalendarFeed.objects.count() == 2, "pressed twice is once"
    new = address(larkshire, led.lena)
    assert Client().get(old).status_code == 404
    assert Client().get(new).status_code == 200
    with authority_scope(larkshire):
        for _twice in range(2):
            stop_feed(person=led.lena, at=NOW)
        assert Entry.objects.filter(action="calendar_stopped").count() == 1
    assert Client().get(new).status_code == 404


@pytest.mark.parametrize("change", [{"locked_at": NOW}, None])
def test_who_is_blocked_or_closed_has_none(
    larkshire: Authority, led: Group, change: dict[str, Any] | None
) -> None:
    where = address(larkshire, led.lena)
    if change:
        Affiliation.objects.filter(user=led.lena).update(**change)
    else:
        User.objects.filter(pk=led.lena.pk).update(is_active=False)
    assert Client().get(where).status_code == 404


def test_another_authority_and_a_changed_address_are_nothing(
    larkshire: Authority, marlshire: Authority, led: Group
) -> None:
    where = address(larkshire, led.lena)
    for wrong in (
        where.replace("larkshire", "marlshire"),
        where.replace(".ics", "x.ics"),
        where[:-5] + ".ics",
    ):
        assert Client().get(wrong).status_code == 404
    other = address(marlshire, led.lena)
    with authority_scope(larkshire):
        meeting_on(led.collaboration, DAY, led.lena)
    assert read_calendar(Client().get(other).content).events == []


def test_reads_and_guesses_are_limited(
    larkshire: Authority, led: Group, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each by its own limit; six of them are asked here, where sixty are free."""
    where = address(larkshire, led.lena)
    client = Client()
    reads, misses = replace(CALENDAR_READS, free=6), replace(CALENDAR_MISSES, free=6)
    monkeypatch.setattr("portal.views.calendar.CALENDAR_READS", reads)
    monkeypatch.setattr("portal.views.calendar.CALENDAR_MISSES", misses)
    for limit, url, answer in ((reads, where, 200), (misses, f"{where[:-5]}x.ics", 404)):
        assert {client.get(url).status_code for _time in range(limit.free)} == {answer}
        refused = client.get(url)
        assert refused.status_code == 429
        assert int(refused["Retry-After"]) > 0


# --- the page -----------------------------------------------------------------------------------------------


def test_one_click_makes_it_and_the_account_says_so(larkshire: Authority, led: Group, browse: Browse) -> None:
    client = browse(led.lena)
    assert "Your calendar program has no address" in client.get("/larkshire/account/").content.decode()
    page = client.get(PAGE).content.decode()
    assert "You have no address yet" in page
    values = {"instead_of": re.search(r'name="instead_of" value="(\d+)"', page)[1]}  # type: ignore[index]
    for _twice in range(2):
        assert client.post(PAGE, values)["Location"] == PAGE
    page = client.get(PAGE).content.decode()
    where = re.search(r"http\S+/larkshire/calendar/[\w-]{43}\.ics", page)
    assert where is not None
    assert "Outlook" in page
    assert read("/larkshire/" + where[0].split("/larkshire/")[1]) == {}
    assert "Has an address since 21 November 2026" in client.get("/larkshire/account/").content.decode()
    assert "last read it on 21 November 2026" in client.get(PAGE).content.decode()
    with authority_scope(larkshire):
        assert [str(entry.action) for entry in Entry.objects.filter(action__startswith="calendar_")] == [
            "calendar_made"
        ]
    client.post(f"{PAGE}stop/")
    assert "You have no address yet" in client.get(PAGE).content.decode()


def test_after_a_change_of_the_key_it_opens_and_is_not_shown(
    larkshire: Authority, led: Group, browse: Browse, settings: Any
) -> None:
    where = address(larkshire, led.lena)
    settings.KEYS = {**settings.KEYS, "links": ["another key of fifty characters or more, as it must be"]}
    assert Client().get(where).status_code == 200
    page = browse(led.lena).get(PAGE).content.decode()
    assert "it cannot be shown again" in page
    assert ".ics" not in page
