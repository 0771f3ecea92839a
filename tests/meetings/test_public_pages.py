"""G7: the next meeting of a group on the public page, if the group allows it; off until somebody chooses."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time
from typing import Any

import pytest
from django.test import Client
from time_machine import TimeMachineFixture

from accounts.models import Authority, User
from accounts.services.authorities import change_authority
from audit.models import Entry
from collaborations.models import Collaboration
from core.scoping import authority_scope
from meetings.models.planning import Meeting
from meetings.models.public import PublicMeetings
from meetings.rules.public import Shown
from meetings.services import planning
from meetings.services.public import choose_public_meetings
from providers.models import Provider
from tests.factories.groups import Group
from tests.factories.meetings import meeting_on
from tests.meetings.pages import NOW, base_of, text_of

Browse = Callable[[User | None], Client]
DAY = date(2026, 12, 8)
PUBLIC = "/larkshire/public/"


@pytest.fixture(autouse=True)
def now(time_machine: TimeMachineFixture) -> None:
    time_machine.move_to(NOW, tick=False)


@pytest.fixture
def public(larkshire: Authority, led: Group, maya: User) -> Group:
    """Riverside, of an authority with a public page."""
    with authority_scope(larkshire):
        change_authority(authority=larkshire, by=maya, changes={"public_page": True})
    return led


def chooses(led: Group, shown: Shown) -> None:
    choose_public_meetings(collaboration=led.collaboration, shown=shown, by=led.lena, at=NOW)


def read_by_anybody(browse: Browse) -> str:
    return text_of(browse(None).get(PUBLIC))


def test_g7_nothing_is_shown_until_the_group_chooses(
    larkshire: Authority, public: Group, browse: Browse
) -> None:
    with authority_scope(larkshire):
        meeting_on(public.collaboration, DAY, public.lena, online_url="https://example.org/secret")
    page = read_by_anybody(browse)
    assert "Riverside" in page
    assert "Meets next" not in page
    with authority_scope(larkshire):
        chooses(public, Shown.DAY)
    page = read_by_anybody(browse)
    assert "Meets next on 8 December 2026, 4pm to 6pm" in page
    assert "Mill Road" not in page
    with authority_scope(larkshire):
        chooses(public, Shown.PLACE)
    page = read_by_anybody(browse)
    assert "Meets next on 8 December 2026, 4pm to 6pm: Acorns, Mill Road" in page
    for secret in ("example.org/secret", "Autumn meeting", "Lena"):
        assert secret not in page
    with authority_scope(larkshire):
        chooses(public, Shown.NOTHING)
    assert "Meets next" not in read_by_anybody(browse)


def test_g7_the_home_of_a_childminder_is_never_shown(
    larkshire: Authority, public: Group, browse: Browse
) -> None:
    with authority_scope(larkshire):
        chooses(public, Shown.PLACE)
        meeting_on(public.collaboration, DAY, public.lena, place="At Cara's: 7 Hay Lane")
        Provider.objects.filter(pk=public.caras.provider_id).update(
            address_line_1="7 Hay Lane", postcode="LK9 7ZZ"
        )
    page = read_by_anybody(browse)
    assert "Meets next on 8 December 2026, 4pm to 6pm" in page
    assert "Hay Lane" not in page


def test_g7_only_a_meeting_of_the_group_that_is_still_to_come_is_next(
    in_larkshire: Authority, led: Group
) -> None:
    from meetings.selectors.public import public_meetings

    def next_at(at: datetime) -> Meeting | None:
        found = public_meetings([led.collaboration.pk], at=at).get(led.collaboration.pk)
        return found[0] if found else None

    chooses(led, Shown.DAY)
    today = meeting_on(led.collaboration, NOW.date(), led.lena, starts_at=time(9), ends_at=time(10))
    training = meeting_on(led.collaboration, date(2026, 11, 20), led.lena, kind=Meeting.Kind.WORKING)
    snowed = meeting_on(led.collaboration, date(2026, 11, 25), led.lena)
    planning.cancel_meeting(meeting_id=snowed.pk, because="Snow", by=led.lena, at=NOW)
    later = meeting_on(led.collaboration, DAY, led.lena)
    assert next_at(NOW) == today
    assert next_at(datetime.fromisoformat("2026-11-10T10:00:00+00:00")) == later
    assert training.counts is False
    assert public_meetings([], at=NOW) == {}


def test_g7_the_choice_is_in_the_audit_log_once(in_larkshire: Authority, led: Group) -> None:
    chooses(led, Shown.NOTHING)
    assert not Entry.objects.filter(action__startswith="public_meetings").exists()
    for _time in range(2):
        chooses(led, Shown.PLACE)
    chooses(led, Shown.NOTHING)
    rows = Entry.objects.filter(action__startswith="public_meetings").order_by("pk")
    assert [row.action for row in rows] == ["public_meetings_shown", "public_meetings_hidden"]
    assert PublicMeetings.objects.get().by == led.lena
    assert [str(row.sentence) for row in rows] == [
        "lets anybody read of the next meeting of Riverside on the public page: day, time and place",
        "took the next meeting of Riverside off the public page",
    ]


def test_g7_who_runs_the_group_chooses_by_clicks_from_its_meetings(
    larkshire: Authority, public: Group, amina: User, browse: Browse
) -> None:
    address = f"{base_of(public)}public/"
    leader = browse(public.lena)
    assert f'href="{address}"' in leader.get(base_of(public)).content.decode()
    page = text_of(leader.get(address))
    assert "It never shows the link for those who join online" in page
    assert "Select what may be read" in text_of(leader.post(address, {}))
    assert leader.post(address, {"shown": "everything"}).status_code == 200  # the form again
    assert leader.post(address, {"shown": "day"}).status_code == 302
    assert "Chosen by Lena Hartley on 10 November 2026." in text_of(leader.get(address))
    assert browse(amina).post(address, {"shown": "place"}).status_code == 302
    with authority_scope(larkshire):
        assert PublicMeetings.objects.get().shown == Shown.PLACE


def test_g7_others_do_not_choose(
    larkshire: Authority,
    public: Group,
    elsewhere: Collaboration,
    fred: User,
    sam: User,
    otto: User,
    browse: Browse,
) -> None:
    address = f"{base_of(public)}public/"
    for reader, status in ((public.mo, 403), (fred, 403), (sam, 404), (otto, 404)):
        client = browse(reader)
        for answer in (client.get(address), client.post(address, {"shown": "day"})):
            assert answer.status_code == status, reader
    assert f'href="{address}"' not in browse(public.mo).get(base_of(public)).content.decode()
    with authority_scope(larkshire):
        assert not PublicMeetings.objects.exists()


def test_g7_without_a_public_page_the_choice_is_kept(
    larkshire: Authority, led: Group, browse: Browse
) -> None:
    leader: Any = browse(led.lena)
    assert "The authority has no public page at the moment." in text_of(leader.get(f"{base_of(led)}public/"))
    assert browse(None).get(PUBLIC).status_code == 404
