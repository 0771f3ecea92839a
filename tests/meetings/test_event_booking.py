"""L4: places at an event: booked, waited for, offered, given back; and what people need."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from accounts.models import Authority, TaskLink, User
from audit.models import Entry
from core.scoping import authority_scope
from meetings.models.events import Booking, BookingNeeds
from meetings.selectors.events import PLACE_OFFER
from meetings.services import booking, events
from tests.concurrency import at_once
from tests.factories.collaborations import CollaborationFactory
from tests.factories.events import booked, open_event, somebody_of
from tests.factories.groups import Group
from tests.factories.providers import ProviderFactory
from tests.meetings.event_steps import HOURS, NOW, book, change, now, scope, states, switched_off
from tests.outbox import deliver

__all__ = ["now", "scope", "switched_off"]

pytestmark = pytest.mark.django_db


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
        "read what 1 person needs at “Leaders’ Day, spring term”",
        "deleted what 1 person needed at “Leaders’ Day, spring term”",
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
