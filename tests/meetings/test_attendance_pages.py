"""Taking attendance by requests (G4): buttons, taps that a device kept, the chair, checking in, finishing."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from time_machine import TimeMachineFixture

from accounts.models import Authority, User
from collaborations.models import Collaboration
from core.scoping import authority_scope
from meetings.models.attendance import Attendance, AttendanceMark, OtherPresent
from meetings.models.planning import Meeting
from meetings.rules.states import MeetingState
from meetings.tasks import count_attendance_everywhere
from memberships.models.members import Membership
from tests.cast import sign_in
from tests.factories.groups import Group
from tests.factories.meetings import meeting_on

pytestmark = pytest.mark.django_db
Browse = Callable[[User | None], Client]
NOW = datetime.fromisoformat("2026-11-10T17:00:00+00:00")
TODAY = date(2026, 11, 10)
AT = NOW.isoformat()


@pytest.fixture(autouse=True)
def _now(time_machine: TimeMachineFixture) -> None:
    time_machine.move_to(NOW, tick=False)


@pytest.fixture
def meeting(larkshire: Authority, led: Group) -> Meeting:
    with authority_scope(larkshire):
        return meeting_on(led.collaboration, TODAY, led.lena)


@pytest.fixture
def address(led: Group, meeting: Meeting) -> str:
    return f"/larkshire/collaborations/{led.collaboration.pk}/meetings/{meeting.pk}/"


def text_of(answer: Any) -> str:
    return " ".join(answer.content.decode().split())


def marks(authority: Authority) -> dict[int, str]:
    with authority_scope(authority):
        return dict(Attendance.objects.values_list("membership_id", "mark"))


def tap(member: Membership | int, mark: str = "present", key: str = "", **more: Any) -> dict[str, Any]:
    number = member if isinstance(member, int) else member.pk
    return {"member": number, "mark": mark, "key": key or f"key-{number}-{mark}", "at": AT, **more}


def send(client: Client, address: str, *taps: Any, **more: Any) -> Any:
    body = json.dumps({"sent_at": AT, "taps": taps, **more})
    return client.post(f"{address}attendance/taps/", body, content_type="application/json")


# --- without script -----------------------------------------------------------------------------------------


def test_g4_one_press_marks_one_member_and_it_is_corrected_by_another(
    larkshire: Authority, led: Group, address: str, browse: Browse
) -> None:
    lena = browse(led.lena)
    answer = lena.post(f"{address}attendance/", {"tap": f"{led.bluebells.pk}-present"})
    assert answer["Location"].endswith(f"#member-{led.bluebells.pk}")
    assert "1 of 3 members are marked." in text_of(lena.get(f"{address}attendance/"))
    lena.post(f"{address}attendance/", {"tap": f"{led.bluebells.pk}-absent"})
    assert marks(larkshire) == {led.bluebells.pk: "absent"}
    history = text_of(lena.get(f"{address}attendance/history/"))
    assert history.count("Lena Hartley") >= 2


def test_g4_a_substitute_has_a_name(larkshire: Authority, led: Group, address: str, browse: Browse) -> None:
    lena = browse(led.lena)
    press = {"tap": f"{led.acorns.pk}-substitute"}
    refused = lena.post(f"{address}attendance/", press, follow=True)
    assert "Acorns: Enter the name of the substitute." in text_of(refused)
    assert marks(larkshire) == {}
    lena.post(f"{address}attendance/", {**press, f"substitute-{led.acorns.pk}": "Jo Marsh"})
    assert marks(larkshire) == {led.acorns.pk: "substitute"}


@pytest.mark.parametrize("press", ["", "x-present", "1-drunk", "999999-present", "-", "1", "²-present"])
def test_a_button_that_is_not_on_the_page_marks_nobody(
    larkshire: Authority, led: Group, address: str, browse: Browse, press: str
) -> None:
    assert browse(led.lena).post(f"{address}attendance/", {"tap": press}).status_code == 302
    assert marks(larkshire) == {}


# --- with script --------------------------------------------------------------------------------------------


def test_g4_taps_that_a_device_kept_count_once_however_often_they_arrive(
    larkshire: Authority, led: Group, address: str, browse: Browse
) -> None:
    lena = browse(led.lena)
    first = send(lena, address, tap(led.acorns), tap(led.bluebells, "online")).json()
    assert sorted(first["kept"]) == sorted([f"key-{led.acorns.pk}-present", f"key-{led.bluebells.pk}-online"])
    again = send(lena, address, tap(led.acorns), tap(led.acorns), tap(led.bluebells, "online")).json()
    assert set(again["kept"]) == set(first["kept"])
    assert again["marks"][str(led.acorns.pk)] == {
        "mark": "present", "label": "Present", "substitute": "", "by": "Lena Hartley",
    }  # fmt: skip
    with authority_scope(larkshire):
        assert AttendanceMark.objects.count() == 2
    assert lena.get(f"{address}attendance/state/").json()["marks"].keys() == again["marks"].keys()


def test_g4_a_tap_that_is_refused_takes_no_other_with_it(
    larkshire: Authority, led: Group, address: str, browse: Browse, elsewhere: Collaboration
) -> None:
    with authority_scope(larkshire):
        foreign = Membership.objects.get(collaboration=elsewhere)
    nameless = tap(led.bluebells, "substitute", substitute="\u200b \x00")
    answer = send(browse(led.lena), address, tap(foreign), nameless, tap(led.acorns))
    assert answer.status_code == 200
    assert answer.json()["kept"] == [f"key-{led.acorns.pk}-present"]
    assert answer.json()["refused"] == {
        f"key-{foreign.pk}-present": "This setting was not a member on that day.",
        f"key-{led.bluebells.pk}-substitute": "Bluebells: Enter the name of the substitute.",
    }
    assert marks(larkshire) == {led.acorns.pk: "present"}


@pytest.mark.parametrize(
    "body",
    [
        "", "null", "[]", "{}", "nonsense", "[" * 100_000, '{"taps": 1, "sent_at": "2026-11-10T17:00:00Z"}',
        '{"taps": [1], "sent_at": "2026-11-10T17:00:00Z"}', '{"taps": [], "sent_at": "yesterday"}',
        '{"taps": [], "sent_at": "2026-11-10T17:00:00"}', '{"taps": [], "sent_at": null}',
    ],
)  # fmt: skip
def test_what_is_no_queue_is_answered_in_words(
    larkshire: Authority, led: Group, address: str, browse: Browse, body: str
) -> None:
    client = browse(led.lena)
    answer = client.post(f"{address}attendance/taps/", body, content_type="application/json")
    assert answer.status_code == 400
    assert answer.json() == {"error": "The marks could not be read."}


def test_a_form_is_no_queue(led: Group, address: str, browse: Browse) -> None:
    assert browse(led.lena).post(f"{address}attendance/taps/", {"taps": "1"}).status_code == 400


@pytest.mark.parametrize(
    "wrong",
    [
        {"member": "x"}, {"member": None}, {"mark": "drunk"}, {"mark": None}, {"key": "short"}, {"key": "k" * 37},
        {"key": "null\x00null"}, {"key": "\ud800\ud800\ud800\ud800\ud800\ud800\ud800\ud800"}, {"at": "later"}, {"at": AT[:19]},
        {"member": float("inf")},
    ],
)  # fmt: skip
def test_a_tap_that_no_page_sends_is_refused(
    larkshire: Authority, led: Group, address: str, browse: Browse, wrong: dict[str, Any]
) -> None:
    assert send(browse(led.lena), address, {**tap(led.acorns), **wrong}).status_code == 400
    assert marks(larkshire) == {}


def test_a_clock_of_another_age_a_huge_number_and_half_a_character_break_nothing(
    larkshire: Authority, led: Group, address: str, browse: Browse
) -> None:
    old = tap(led.acorns, at="0001-01-01T00:00:00+14:00")
    odd = tap(led.bluebells, "substitute", substitute="Jo \ud800 Marsh")
    answer = send(
        browse(led.lena), address, old, odd, tap(10**30, key="key-huge"), sent_at="9999-12-31T23:59:59-12:00"
    )
    assert answer.status_code == 200
    assert led.acorns.pk in marks(larkshire)


def test_too_many_taps_at_once_are_refused(led: Group, address: str, browse: Browse) -> None:
    many = [tap(led.acorns, key=f"key-number-{number}") for number in range(201)]
    answer = send(browse(led.lena), address, *many)
    assert answer.status_code == 422
    assert "Send them again in parts" in answer.json()["error"]


def test_taps_of_strangers_members_and_the_signed_out(
    larkshire: Authority,
    led: Group,
    address: str,
    browse: Browse,
    elsewhere: Collaboration,
    sam: User,
    otto: User,
) -> None:
    assert send(browse(led.mo), address, tap(led.bluebells)).status_code == 403
    for stranger in (sam, otto):
        assert send(browse(stranger), address, tap(led.bluebells)).status_code == 404
    assert send(browse(None), address, tap(led.bluebells)).status_code == 302
    assert marks(larkshire) == {}


def test_after_signing_in_again_the_page_asks_for_a_new_token(
    led: Group, address: str, larkshire: Authority
) -> None:
    client = Client(enforce_csrf_checks=True)
    sign_in(client, led.lena)
    body = json.dumps({"sent_at": AT, "taps": [tap(led.acorns)]})
    url = f"{address}attendance/taps/"
    assert client.post(url, body, content_type="application/json").status_code == 403
    token = client.get(f"{address}attendance/state/").json()["token"]
    answer = client.post(url, body, content_type="application/json", headers={"X-CSRFToken": token})
    assert answer.json()["kept"] == [f"key-{led.acorns.pk}-present"]


# --- the chair ----------------------------------------------------------------------------------------------


def test_g4_who_chairs_takes_attendance_and_alone_excuses(
    larkshire: Authority, led: Group, meeting: Meeting, address: str, browse: Browse
) -> None:
    with authority_scope(larkshire):
        meeting.chaired_by = led.mo
        meeting.save()
    mo, lena = browse(led.mo), browse(led.lena)
    assert "Take attendance" in text_of(mo.get(address))
    assert "Cancel the meeting" not in text_of(mo.get(address))
    assert "Excused" not in text_of(lena.get(f"{address}attendance/"))
    lena.post(f"{address}attendance/", {"tap": f"{led.caras.pk}-excused"})
    assert marks(larkshire) == {}
    mo.post(f"{address}attendance/", {"tap": f"{led.caras.pk}-excused"})
    assert marks(larkshire) == {led.caras.pk: "excused"}


# --- finishing ----------------------------------------------------------------------------------------------


def test_c7_finished_it_counts_and_taken_back_it_does_not(
    larkshire: Authority, led: Group, meeting: Meeting, address: str, browse: Browse
) -> None:
    lena = browse(led.lena)
    assert "Mark at least one member first." in text_of(
        lena.post(f"{address}attendance/finish/", {"rest": "open"})
    )
    lena.post(f"{address}attendance/", {"tap": f"{led.acorns.pk}-present"})
    asked = text_of(lena.get(f"{address}attendance/finish/"))
    assert "2 members have no mark:" in asked
    assert "Select what to record for the members" in text_of(lena.post(f"{address}attendance/finish/", {}))
    done = lena.post(f"{address}attendance/finish/", {"rest": "absent"}, follow=True)
    assert "The meeting is recorded as held." in text_of(done)
    with authority_scope(larkshire):
        led.bluebells.refresh_from_db()
    assert (led.bluebells.meetings_held, led.bluebells.meetings_attended) == (1, 0)
    assert "Correct the attendance" in text_of(lena.get(address))
    lena.post(f"{address}attendance/again/")
    with authority_scope(larkshire):
        led.bluebells.refresh_from_db()
    assert led.bluebells.meetings_held == 0


def test_others_who_were_there_are_noted_and_taken_back(
    larkshire: Authority, led: Group, address: str, browse: Browse
) -> None:
    lena = browse(led.lena)
    for _twice in range(2):
        lena.post(f"{address}attendance/others/", {"name": "Ola Beside", "role": "Officer"})
    assert "Ola Beside (Officer)" in text_of(browse(led.mo).get(address))
    with authority_scope(larkshire):
        other = OtherPresent.objects.get()
    assert lena.post(f"{address}attendance/others/{other.pk}/remove/").status_code == 302
    assert "Ola Beside" not in text_of(lena.get(address))


def test_a_member_checks_in_by_the_code_on_the_wall(
    larkshire: Authority, led: Group, meeting: Meeting, address: str, browse: Browse
) -> None:
    lena, mo = browse(led.lena), browse(led.mo)
    own = f"{address}check-in/{led.bluebells.pk}/"
    assert "not the code on the wall" in text_of(mo.post(own, {"code": "ABCDEF"}))
    lena.post(f"{address}check-in/open/")
    with authority_scope(larkshire):
        meeting.refresh_from_db()
    assert meeting.check_in_code in text_of(lena.get(f"{address}attendance/"))
    assert meeting.check_in_code not in text_of(mo.get(address))
    assert own in text_of(mo.get(address))
    assert mo.post(f"{address}check-in/{led.acorns.pk}/", {"code": meeting.check_in_code}).status_code == 404
    assert mo.post(own, {"code": meeting.check_in_code}).status_code == 302
    assert marks(larkshire) == {led.bluebells.pk: "present"}
    lena.post(f"{address}check-in/close/")
    assert "not the code on the wall" in text_of(
        browse(led.cara).post(f"{address}check-in/{led.caras.pk}/", {"code": meeting.check_in_code})
    )


def test_a_cancelled_meeting_takes_no_marks(
    larkshire: Authority, led: Group, address: str, browse: Browse
) -> None:
    lena = browse(led.lena)
    lena.post(f"{address}cancel/", {"because": "Snow"})
    answer = send(lena, address, tap(led.acorns)).json()
    assert "cancelled" in answer["refused"][f"key-{led.acorns.pk}-present"]
    assert "cancelled" in text_of(lena.post(f"{address}attendance/finish/", {"rest": "absent"}))


def test_each_night_every_authority_counts(
    larkshire: Authority,
    led: Group,
    meeting: Meeting,
    address: str,
    browse: Browse,
    time_machine: TimeMachineFixture,
) -> None:
    send(browse(led.lena), address, tap(led.acorns))
    time_machine.move_to(NOW + timedelta(hours=12), tick=False)
    count_attendance_everywhere.delay()
    with authority_scope(larkshire):
        meeting.refresh_from_db()
        led.acorns.refresh_from_db()
    assert meeting.state == MeetingState.HELD
    assert (led.acorns.meetings_held, led.acorns.meetings_attended) == (1, 1)
