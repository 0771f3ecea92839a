"""Invited guests stand ready among the others who were there (G3): nobody counts before it is saved."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from time_machine import TimeMachineFixture

from accounts.models import Authority, User
from audit.models import Entry
from core.scoping import authority_scope
from meetings.models.attendance import OtherPresent
from meetings.models.guests import Guest
from meetings.models.planning import Meeting
from meetings.rules.attendance import Mark
from meetings.selectors.minutes import who_was_there
from meetings.services import attendance, guests
from tests.factories.groups import Group
from tests.factories.meetings import held, item_on, meeting_on
from tests.meetings.pages import Browse, base_of, errors_of, text_of

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 10)
BEFORE = datetime.fromisoformat("2026-11-01T09:00:00+00:00")
NOW = datetime.fromisoformat("2026-11-10T17:30:00+00:00")


@pytest.fixture
def meeting(larkshire: Authority, led: Group, time_machine: TimeMachineFixture) -> Meeting:
    """With two guests: Gus says that he comes, Eve has not answered. It is the day."""
    time_machine.move_to(BEFORE, tick=False)
    with authority_scope(larkshire):
        meeting = meeting_on(led.collaboration, DAY, led.lena)
        item = item_on(meeting, led.lena)
        for name, word in (("Gus Gale", "yes"), ("Eve Ash", "")):
            guest = guests.invite_guest(
                item=item,
                name=name,
                email=f"{name.split()[0].lower()}@example.org",
                words="",
                by=led.lena,
                at=BEFORE,
            )
            if word:
                guests.answer_of_guest(guest=guest, word=word, at=BEFORE)
    time_machine.move_to(NOW, tick=False)
    return meeting


@pytest.fixture
def address(led: Group, meeting: Meeting) -> str:
    return f"{base_of(led)}{meeting.pk}/attendance/"


def ids_of(page: Any) -> dict[str, int]:
    return {name: number for number, name in page.context["guests_form"].fields["guests"].choices}


def names(meeting: Meeting) -> list[str]:
    return list(OtherPresent.objects.filter(meeting=meeting).values_list("name", flat=True))


def test_g3_guests_are_ticked_as_they_answered_and_noted_when_it_is_saved(
    larkshire: Authority, led: Group, meeting: Meeting, address: str, browse: Browse
) -> None:
    lena = browse(led.lena)
    page = lena.get(address)
    ids = ids_of(page)
    assert list(ids) == ["Eve Ash", "Gus Gale"]
    assert page.context["guests_form"]["guests"].value() == [ids["Gus Gale"]]
    writing = f"{base_of(led)}{meeting.pk}/minutes/write/"
    assert "whether these guests were there: Eve Ash, Gus Gale." in text_of(lena.get(writing))
    with authority_scope(larkshire):
        assert names(meeting) == []
        assert who_was_there(meeting) == ()
    chosen = {"guests": [ids["Gus Gale"]]}
    assert "1 guest is noted." in text_of(lena.post(f"{address}guests/", chosen, follow=True))
    again = lena.post(f"{address}guests/", chosen, follow=True)  # tapped twice
    assert "They were noted already." in text_of(again)
    assert list(ids_of(again)) == ["Eve Ash"]
    assert "Gus Gale (Guest)" in text_of(again)
    with authority_scope(larkshire):
        assert names(meeting) == ["Gus Gale"]
        [line] = who_was_there(meeting)
        assert line.names == ("Gus Gale (Guest)",)
        assert not Entry.objects.filter(action="others_corrected").exists()


def test_g3_nobody_and_somebody_else_are_refused_at_the_field(
    led: Group, meeting: Meeting, address: str, browse: Browse
) -> None:
    lena = browse(led.lena)
    assert errors_of(lena.post(f"{address}guests/", {})) == {"guests": ["Select each guest who was there"]}
    wrong = errors_of(lena.post(f"{address}guests/", {"guests": ["99999"]}))
    assert wrong == {"guests": ["Select each guest from those shown on this page"]}
    assert "Gus Gale" in text_of(lena.get(f"{address}guests/"))


def test_g3_before_the_day_and_without_guests_nothing_is_offered(
    larkshire: Authority, led: Group, meeting: Meeting, address: str, browse: Browse,
    time_machine: TimeMachineFixture,
) -> None:  # fmt: skip
    with authority_scope(larkshire):
        other = meeting_on(led.collaboration, DAY + timedelta(days=1), led.lena)
    assert browse(led.lena).get(f"{base_of(led)}{other.pk}/attendance/guests/").status_code == 302
    time_machine.move_to(BEFORE, tick=False)
    lena = browse(led.lena)
    assert lena.get(address).context["guests_form"] is None
    with authority_scope(larkshire), pytest.raises(ValidationError, match="on the day of the meeting"):
        attendance.note_guests(
            meeting_id=meeting.pk, guest_ids=[row.pk for row in Guest.objects.all()], by=led.lena, at=BEFORE
        )


def test_g3_whoever_is_invited_no_longer_is_not_offered_and_not_noted(
    larkshire: Authority, led: Group, meeting: Meeting, address: str, browse: Browse
) -> None:
    with authority_scope(larkshire):
        gus = Guest.objects.get(name="Gus Gale")
        guests.withdraw_guest(guest=gus, by=led.lena, at=NOW)
        assert attendance.note_guests(meeting_id=meeting.pk, guest_ids=[gus.pk], by=led.lena, at=NOW) == []
    assert list(ids_of(browse(led.lena).get(address))) == ["Eve Ash"]


def test_g3_what_changes_after_the_meeting_was_held_stands_in_the_audit_log(
    larkshire: Authority, led: Group, meeting: Meeting, amina: User
) -> None:
    with authority_scope(larkshire):
        held(meeting, {led.acorns: Mark.PRESENT}, led.lena, at=NOW)
        eve = Guest.objects.get(name="Eve Ash")
        [row] = attendance.note_guests(meeting_id=meeting.pk, guest_ids=[eve.pk], by=led.lena, at=NOW)
        attendance.remove_other(meeting_id=meeting.pk, row_id=row.pk, by=led.lena)
        attendance.remove_other(meeting_id=meeting.pk, row_id=row.pk, by=led.lena)  # gone already
        words = [str(entry) for entry in Entry.objects.filter(action="others_corrected")]
        assert len(words) == 2


def test_g3_members_and_strangers_note_nobody(
    led: Group, meeting: Meeting, address: str, sam: User, otto: User, browse: Browse
) -> None:
    assert browse(led.mo).get(f"{address}guests/").status_code == 403
    assert browse(sam).post(f"{address}guests/", {"guests": ["1"]}).status_code == 404
    assert browse(otto).post(f"{address}guests/", {"guests": ["1"]}).status_code == 404
