"""L4: Leaders' Days and events, from the draft to the needs that are deleted; places, waiting list, offers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from time_machine import TimeMachineFixture

from accounts.models import Authority, TaskLink, User
from audit.models import Entry
from core.scoping import authority_scope
from meetings.models.events import Booking, BookingNeeds, Event
from meetings.rules.events import EventState
from meetings.selectors import events as selectors
from meetings.selectors import invited as audiences
from meetings.selectors.events import PLACE_OFFER
from meetings.selectors.invited import invited, leave_out, settings_to_book_for
from meetings.services import booking, events
from memberships.services.leaders import appoint_leader
from memberships.services.members import join
from providers.models import Provider
from tests.concurrency import at_once
from tests.factories.collaborations import CollaborationFactory
from tests.factories.events import DAY, VALUES, booked, draft_event, open_event, somebody_of
from tests.factories.groups import Group
from tests.factories.providers import DistrictFactory, ProviderFactory
from tests.outbox import deliver

pytestmark = pytest.mark.django_db
NOW = datetime.fromisoformat("2027-01-11T09:00:00+00:00")
HOURS = timedelta(hours=1)
Switch = Callable[..., None]


@pytest.fixture(autouse=True)
def now(time_machine: TimeMachineFixture) -> None:
    time_machine.move_to(NOW, tick=False)


@pytest.fixture(autouse=True)
def scope(request: pytest.FixtureRequest) -> Iterator[None]:
    """The authority; two at once open it for themselves."""
    if "larkshire_rows" in request.fixturenames:
        yield
        return
    with authority_scope(request.getfixturevalue("larkshire")):
        yield


@pytest.fixture
def switched_off() -> Iterator[Switch]:
    """Switch the support of people off, as a case would."""
    before = list(audiences._without_support)
    yield lambda *people: leave_out(lambda on: {person.pk for person in people})
    audiences._without_support[:] = before


def book(event: Event, membership: Any, person: User, *, at: datetime = NOW) -> Booking:
    return booking.book_place(event_id=event.pk, provider=membership.provider, person=person, at=at)


def states(event: Event) -> dict[str, str]:
    rows = Booking.objects.filter(event=event)
    return dict(rows.values_list("person__full_name", "state"))


def change(event: Event, by: User, *, at: datetime = NOW, **values: Any) -> Event:
    event = Event.objects.get(pk=event.pk)
    current = {name: getattr(event, name) for name in VALUES}
    return events.change_event(
        event_id=event.pk,
        seen=selectors.edition_of_event(event),
        values={**current, **values},
        districts=selectors.districts_of(event),
        by=by,
        at=at,
    )


# --- who is invited -----------------------------------------------------------------------------------------


def test_l4_leaders_everybody_or_people_of_districts_are_invited(led: Group, amina: User) -> None:
    north = DistrictFactory(name="North")
    Provider.objects.filter(pk=led.bluebells.provider_id).update(district=north)
    leaders = draft_event(amina, audience="leaders", title="Leaders")
    everybody = draft_event(amina, title="Everybody")
    of_north = draft_event(amina, audience="districts", districts=[north.pk], title="North")

    def names(event: Event) -> set[str]:
        ids = [row.person_id for row in invited(event, on=NOW.date())]
        return set(User.objects.filter(pk__in=ids).values_list("full_name", flat=True))

    assert names(leaders) == {"Lena Hartley"}
    assert names(everybody) == {"Lena Hartley", "Mo Siddiqui", "Cara Finch"}
    assert names(of_north) == {"Mo Siddiqui"}
    assert settings_to_book_for(of_north, led.mo, on=NOW.date()) == [led.bluebells.provider]
    assert settings_to_book_for(of_north, led.lena, on=NOW.date()) == []
    type(led.collaboration).objects.filter(pk=led.collaboration.pk).update(state="dormant")
    assert names(leaders) == set()  # a group that rests


def test_l4_somebody_who_leads_two_groups_gets_one_invitation(
    led: Group, amina: User, mailoutbox: list[Any]
) -> None:
    other = CollaborationFactory(name="Hillside", state="active")
    join(collaboration=other, provider=led.acorns.provider, on=NOW.date(), by=amina)
    member = other.memberships.get()
    appoint_leader(membership=member, user=led.lena, manner="joint", starts_on=NOW.date(), by=amina)
    deliver()
    mailoutbox.clear()
    open_event(amina, audience="leaders")
    assert events.publish_event(event_id=Event.objects.get().pk, by=amina, at=NOW).state == "published"
    deliver()
    assert [mail.to[0].split("@")[0] for mail in mailoutbox] == ["lena"]
    assert mailoutbox[0].subject == "Acorns: book for 10 March, 9:30am: Leaders’ Day"
    deliver()
    assert len(mailoutbox) == 1


def test_l4_without_support_one_is_neither_invited_nor_offered_nor_told_why(
    led: Group, amina: User, mailoutbox: list[Any], switched_off: Switch
) -> None:
    event = open_event(amina, places=1)
    held, waits, next_one = (
        book(event, led.bluebells, led.mo),
        *(
            book(event, membership, person, at=NOW + HOURS * place)
            for place, (membership, person) in enumerate(((led.acorns, led.lena), (led.caras, led.cara)), 1)
        ),
    )
    deliver()
    mailoutbox.clear()
    switched_off(led.lena)
    booking.cancel_booking(booking_id=held.pk, by=led.mo, at=NOW + 3 * HOURS)
    deliver()
    assert states(event) == {"Mo Siddiqui": "cancelled", "Lena Hartley": "waiting", "Cara Finch": "offered"}
    assert [mail.to[0].split("@")[0] for mail in mailoutbox] == ["cara"]
    assert waits.state == next_one.state == "waiting"
    assert settings_to_book_for(event, led.lena, on=NOW.date()) == []
    network = draft_event(amina, kind="network", title="Network")
    assert settings_to_book_for(network, led.lena, on=NOW.date())  # that is for everybody
    said = " ".join(Entry.objects.values_list("sentence", flat=True))
    assert "support" not in said


def test_l4_an_invitation_that_waits_goes_to_nobody_whose_support_was_switched_off_meanwhile(
    led: Group, amina: User, mailoutbox: list[Any], switched_off: Switch
) -> None:
    open_event(amina, audience="leaders")
    switched_off(led.lena)
    deliver()
    assert mailoutbox == []


# --- planning -----------------------------------------------------------------------------------------------


def test_l4_planned_twice_is_once_and_what_is_wrong_is_said_at_its_field(led: Group, amina: User) -> None:
    assert draft_event(amina).pk == draft_event(amina).pk
    wrong: list[tuple[dict[str, Any], str]] = [
        ({"ends_at": VALUES["starts_at"]}, "ends_at"),
        ({"on": NOW.date() - timedelta(days=1)}, "on"),
        ({"audience": "districts"}, "districts"),
        ({"is_shared": True, "released_on": DAY + timedelta(days=1)}, "released_on"),
        ({"books_until": DAY + timedelta(days=1)}, "books_until"),
        ({"places": 0}, "places"),
    ]
    for values, field in wrong:
        with pytest.raises(ValidationError) as refusal:
            draft_event(amina, **{"title": "Another", **values})
        assert list(refusal.value.message_dict) == [field], values
    assert Event.objects.count() == 1


def test_l4_moved_cancelled_and_brought_back_everybody_hears_with_a_calendar_file(
    led: Group, amina: User, mailoutbox: list[Any]
) -> None:
    event = open_event(amina)
    book(event, led.bluebells, led.mo)
    deliver()
    assert [mail.subject for mail in mailoutbox if "mo@" in mail.to[0]] == [
        "Bluebells: book for 10 March, 9:30am: Leaders’ Day",
        "Bluebells: your place on 10 March, 9:30am: Leaders’ Day",
    ]
    mailoutbox.clear()
    change(event, amina, on=DAY + timedelta(days=7))
    deliver()
    events.cancel_event(event_id=event.pk, because="Snow", by=amina, at=NOW)
    events.cancel_event(event_id=event.pk, because="Snow", by=amina, at=NOW)
    deliver()
    events.restore_event(event_id=event.pk, by=amina, at=NOW)
    events.restore_event(event_id=event.pk, by=amina, at=NOW)
    deliver()
    to_mo = [mail for mail in mailoutbox if "mo@" in mail.to[0]]
    assert [mail.subject for mail in to_mo] == [
        "Bluebells: Leaders’ Day now on 17 March, 9:30am",
        "Bluebells: Leaders’ Day on 17 March, 9:30am is cancelled",
        "Bluebells: Leaders’ Day on 17 March, 9:30am has changed",
    ]
    files = [mail.attachments[0][1] for mail in to_mo]
    texts = [text.decode() if isinstance(text, bytes) else text for text in files]
    assert [line for text in texts for line in text.splitlines() if line.startswith("SEQUENCE")] == [
        "SEQUENCE:1", "SEQUENCE:2", "SEQUENCE:3",
    ]  # fmt: skip
    assert ["METHOD:CANCEL" in text for text in texts] == [False, True, False]
    assert len({next(line for line in text.splitlines() if line.startswith("UID")) for text in texts}) == 1
    assert {mail.to[0] for mail in mailoutbox} == {led.mo.email}  # nobody who has not booked


def test_l4_a_draft_that_was_put_aside_comes_back_as_a_draft(
    amina: User, led: Group, mailoutbox: list[Any]
) -> None:
    event = draft_event(amina)
    events.cancel_event(event_id=event.pk, because="Too early", by=amina, at=NOW)
    assert events.restore_event(event_id=event.pk, by=amina, at=NOW).state == EventState.DRAFT
    deliver()
    assert mailoutbox == []
    with pytest.raises(ValidationError, match="This event cannot be booked"):
        book(event, led.bluebells, led.mo)


def test_l4_two_people_change_the_same_event(led: Group, amina: User, maya: User) -> None:
    event = draft_event(amina)
    seen = selectors.edition_of_event(event)
    change(event, amina, place="The library")
    with pytest.raises(ValidationError) as refusal:
        events.change_event(
            event_id=event.pk, seen=seen, values={**VALUES, "place": "The school"}, by=maya, at=NOW
        )
    assert list(refusal.value.message_dict) == ["seen"]


def test_l4_fewer_places_than_are_taken_are_refused_and_more_are_offered_at_once(
    led: Group, amina: User
) -> None:
    event = open_event(amina)
    for membership, person in ((led.acorns, led.lena), (led.bluebells, led.mo), (led.caras, led.cara)):
        book(event, membership, person)
    assert states(event)["Cara Finch"] == "waiting"
    with pytest.raises(ValidationError) as refusal:
        change(event, amina, places=1)
    assert list(refusal.value.message_dict) == ["places"]
    change(event, amina, places=3)
    assert states(event)["Cara Finch"] == "offered"


def test_l4_who_is_newly_invited_gets_an_invitation_and_nobody_a_second_one(
    led: Group, amina: User, mailoutbox: list[Any]
) -> None:
    event = open_event(amina, audience="leaders")
    deliver()
    change(event, amina, audience="everybody")
    deliver()
    assert sorted(mail.to[0].split("@")[0] for mail in mailoutbox) == ["cara", "lena", "mo"]


def test_l4_a_leader_who_is_appointed_later_is_invited_once(
    led: Group, amina: User, mailoutbox: list[Any]
) -> None:
    open_event(amina, audience="leaders")
    appoint_leader(membership=led.bluebells, user=led.mo, manner="joint", starts_on=NOW.date(), by=amina)
    deliver()
    mailoutbox.clear()
    assert events.invite_newcomers(at=NOW) == 1
    assert events.invite_newcomers(at=NOW) == 0
    deliver()
    assert [mail.to[0].split("@")[0] for mail in mailoutbox] == ["mo"]


def test_l4_shares_are_by_the_settings_that_are_invited(led: Group, amina: User) -> None:
    event = open_event(amina, places=6, is_shared=True, released_on=DAY - timedelta(days=7))
    assert event.shares == {"childminder": 2, "nursery": 4, "school": 0}
    assert [share.places for share in selectors.shares_of(event)] == [2, 4, 0]


# --- booking ------------------------------------------------------------------------------------------------


def test_l4_full_is_the_waiting_list_and_what_falls_free_is_offered_at_once(
    led: Group, amina: User, mailoutbox: list[Any]
) -> None:
    event = open_event(amina, places=1)
    first = book(event, led.acorns, led.lena)
    assert book(event, led.acorns, led.lena).pk == first.pk  # tapped twice
    second = book(event, led.bluebells, led.mo, at=NOW + HOURS)
    assert (first.state, second.state) == ("accepted", "waiting")
    deliver()
    mailoutbox.clear()
    booking.cancel_booking(booking_id=first.pk, by=led.lena, at=NOW + 2 * HOURS)
    booking.cancel_booking(booking_id=first.pk, by=led.lena, at=NOW + 2 * HOURS)
    assert booking.settle_all(at=NOW + 2 * HOURS) == 0  # run again: nothing
    deliver()
    assert [mail.subject for mail in mailoutbox] == [
        "Bluebells: a place on 10 March, 9:30am? Answer by 13 January"
    ]
    answered = booking.answer_offer(booking_id=second.pk, accepts=True, by=led.mo, at=NOW + 3 * HOURS)
    again = booking.answer_offer(booking_id=second.pk, accepts=True, by=led.mo, at=NOW + 3 * HOURS)
    assert answered.state == again.state == "accepted"
    deliver()
    assert len(mailoutbox) == 2
    assert not TaskLink.objects.filter(purpose=PLACE_OFFER, withdrawn_at=None).exists()


def test_l4_an_offer_that_nobody_answers_goes_to_the_next(led: Group, amina: User) -> None:
    event = open_event(amina, places=1)
    first = book(event, led.acorns, led.lena)
    second = book(event, led.bluebells, led.mo, at=NOW + HOURS)
    book(event, led.caras, led.cara, at=NOW + 2 * HOURS)
    booking.cancel_booking(booking_id=first.pk, by=led.lena, at=NOW + 3 * HOURS)
    late = NOW + 3 * HOURS + timedelta(days=2)
    assert booking.settle_all(at=late - timedelta(minutes=1)) == 0
    with pytest.raises(ValidationError, match="The time to answer has passed"):
        booking.answer_offer(booking_id=second.pk, accepts=True, by=led.mo, at=late)
    assert booking.settle_all(at=late) == 2
    assert booking.settle_all(at=late) == 0
    assert states(event) == {"Lena Hartley": "cancelled", "Mo Siddiqui": "lapsed", "Cara Finch": "offered"}
    row = Booking.objects.get(person=led.cara)
    with pytest.raises(ValidationError, match="Accept it or decline it"):
        booking.cancel_booking(booking_id=row.pk, by=led.cara, at=late)


def test_l4_a_decline_passes_the_place_on_and_who_declined_can_book_again_and_is_last(
    led: Group, amina: User
) -> None:
    event = open_event(amina, places=1)
    first = book(event, led.acorns, led.lena)
    second = book(event, led.bluebells, led.mo, at=NOW + HOURS)
    book(event, led.caras, led.cara, at=NOW + 2 * HOURS)
    booking.cancel_booking(booking_id=first.pk, by=led.lena, at=NOW + 3 * HOURS)
    booking.answer_offer(booking_id=second.pk, accepts=False, by=led.mo, at=NOW + 4 * HOURS)
    again = book(event, led.bluebells, led.mo, at=NOW + 5 * HOURS)
    assert (again.state, again.pk == second.pk) == ("waiting", False)
    assert states(event)["Cara Finch"] == "offered"


def test_l4_nobody_books_for_another_setting_nor_after_the_last_day_nor_once_it_has_begun(
    led: Group, amina: User
) -> None:
    event = open_event(amina, books_until=date(2027, 1, 20))
    with pytest.raises(ValidationError) as refusal:
        book(event, led.acorns, led.mo)
    assert list(refusal.value.message_dict) == ["provider"]
    with pytest.raises(ValidationError, match="Booking has closed"):
        book(event, led.bluebells, led.mo, at=datetime.fromisoformat("2027-01-21T00:00:00+00:00"))
    row = book(event, led.bluebells, led.mo)
    with pytest.raises(ValidationError, match="has begun"):
        booking.cancel_booking(booking_id=row.pk, by=led.mo, at=event.begins)
    other = open_event(amina, title="Today")
    with pytest.raises(ValidationError, match="has begun"):
        book(other, led.bluebells, led.mo, at=other.begins)


def test_l4_a_sector_has_its_share_until_the_day_of_the_release(led: Group, amina: User) -> None:
    nursery = ProviderFactory(name="Daisies")
    dora = somebody_of(nursery, "Dora Dale")
    event = open_event(amina, places=2, is_shared=True, released_on=date(2027, 2, 1))
    assert event.shares == {"childminder": 1, "nursery": 1, "school": 0}
    assert book(event, led.acorns, led.lena).state == "accepted"
    waiting = booking.book_place(event_id=event.pk, provider=nursery, person=dora, at=NOW)
    assert waiting.state == "waiting"  # the other place is a childminder's
    assert booking.settle_all(at=NOW) == 0
    assert booking.settle_all(at=datetime.fromisoformat("2027-02-01T00:00:00+00:00")) == 1
    assert states(event)["Dora Dale"] == "offered"


# --- needs --------------------------------------------------------------------------------------------------


def test_l4_needs_are_locked_and_deleted_after_the_day_with_an_entry(led: Group, amina: User) -> None:
    event = open_event(amina)
    row = book(event, led.bluebells, led.mo)
    booking.save_needs(booking_id=row.pk, access="A seat in front", diet="No nuts", by=led.mo, at=NOW)
    booking.save_needs(booking_id=row.pk, access="A hearing loop", diet="No nuts", by=led.mo, at=NOW)
    kept = BookingNeeds.objects.get()
    assert "nuts" not in kept.sealed
    assert "loop" not in kept.sealed
    assert booking.needs_of(kept) == {"access": "A hearing loop", "diet": "No nuts"}
    [(read, needs)] = booking.read_needs(event=event, by=amina, at=NOW)
    assert (read.person, needs["diet"]) == (led.mo, "No nuts")
    assert booking.delete_needs(at=event.begins) == 0
    after = event.ends + timedelta(days=1)
    assert booking.read_needs(event=event, by=amina, at=after) == []  # also before the timetable has run
    assert booking.delete_needs(at=after) == 1
    assert booking.delete_needs(at=after) == 0
    sentences = list(
        Entry.objects.filter(action__startswith="needs").order_by("pk").values_list("sentence", flat=True)
    )
    assert sentences == [
        "read what 1 people need at “Leaders’ Day, spring term”",
        "deleted what 1 people needed at “Leaders’ Day, spring term”",
    ]
    assert "nuts" not in str(list(Entry.objects.values_list("sentence", "facts")))


def test_l4_needs_go_with_the_booking_and_with_empty_words(led: Group, amina: User) -> None:
    event = open_event(amina)
    row = book(event, led.bluebells, led.mo)
    booking.save_needs(booking_id=row.pk, access="A ramp", diet="", by=led.mo, at=NOW)
    booking.save_needs(booking_id=row.pk, access=" ", diet="", by=led.mo, at=NOW)
    assert not BookingNeeds.objects.exists()
    booking.save_needs(booking_id=row.pk, access="A ramp", diet="", by=led.mo, at=NOW)
    booking.cancel_booking(booking_id=row.pk, by=led.mo, at=NOW)
    assert not BookingNeeds.objects.exists()
    with pytest.raises(ValidationError, match="has ended"):
        booking.save_needs(booking_id=row.pk, access="A ramp", diet="", by=led.mo, at=NOW)


def test_l4_an_event_that_is_over_was_held_and_offers_nothing(led: Group, amina: User) -> None:
    event = open_event(amina, places=1)
    book(event, led.acorns, led.lena)
    book(event, led.bluebells, led.mo)
    assert events.hold_past_events(at=event.begins) == 0
    assert events.hold_past_events(at=event.ends) == 1
    assert events.hold_past_events(at=event.ends) == 0
    assert booking.settle_all(at=event.ends) == 0
    with pytest.raises(ValidationError, match="is over"):
        change(event, amina, at=event.ends, place="Elsewhere")
    with pytest.raises(ValidationError):
        events.cancel_event(event_id=event.pk, because="Late", by=amina, at=event.ends)


# --- two at once --------------------------------------------------------------------------------------------


@pytest.fixture
def larkshire_rows(larkshire: Authority, amina: User) -> dict[str, Any]:
    with authority_scope(larkshire):
        CollaborationFactory()
        settings = [ProviderFactory(name=name) for name in ("Acorns", "Bluebells", "Clover")]
        people = [somebody_of(provider, f"P{n} Marsh") for n, provider in enumerate(settings)]
        event = open_event(amina, places=1, at=NOW)
        return {"event": event, "settings": settings, "people": people}


@pytest.mark.django_db(transaction=True)
def test_l4_two_book_the_last_place_at_once_and_one_gets_it(
    larkshire: Authority, larkshire_rows: dict[str, Any]
) -> None:
    event, pairs = (
        larkshire_rows["event"],
        zip(larkshire_rows["settings"], larkshire_rows["people"], strict=True),
    )
    deeds = [
        lambda provider=provider, person=person: booking.book_place(  # type: ignore[misc]
            event_id=event.pk, provider=provider, person=person, at=NOW
        )
        for provider, person in pairs
    ]
    assert at_once(larkshire, deeds) == ["done"] * 3
    with authority_scope(larkshire):
        assert sorted(states(event).values()) == ["accepted", "waiting", "waiting"]


@pytest.mark.django_db(transaction=True)
def test_l4_two_runs_of_the_timetable_at_once_offer_a_place_once(
    larkshire: Authority, larkshire_rows: dict[str, Any]
) -> None:
    event = larkshire_rows["event"]
    with authority_scope(larkshire):
        for provider, person in zip(larkshire_rows["settings"], larkshire_rows["people"], strict=True):
            booked(event, provider, person, "waiting", at=NOW)
    deeds = [lambda: booking.settle_all(at=NOW)] * 2
    assert at_once(larkshire, deeds) == ["done"] * 2
    with authority_scope(larkshire):
        assert sorted(states(event).values()) == ["offered", "waiting", "waiting"]
        assert TaskLink.objects.filter(purpose=PLACE_OFFER).count() == 1
