"""L4: Leaders' Days and events, who is invited, and what the team plans, changes and cancels."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from accounts.models import User
from audit.models import Entry
from meetings.models.events import Event
from meetings.rules.events import EventState
from meetings.selectors import events as selectors
from meetings.selectors.invited import invited, settings_to_book_for
from meetings.services import booking, events
from memberships.services.leaders import appoint_leader
from memberships.services.members import join
from providers.models import Provider
from tests.factories.collaborations import CollaborationFactory
from tests.factories.events import DAY, VALUES, draft_event, open_event
from tests.factories.groups import Group
from tests.factories.providers import DistrictFactory
from tests.meetings.event_steps import HOURS, NOW, Switch, book, change, now, scope, states, switched_off
from tests.outbox import deliver

__all__ = ["now", "scope", "switched_off"]

pytestmark = pytest.mark.django_db


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
