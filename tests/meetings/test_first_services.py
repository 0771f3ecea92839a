"""The first meeting of a forming group (C1, G1): arranged, invited to, answered, and what the group's life
has of it.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from time_machine import TimeMachineFixture

from accounts.models import Authority, TaskLink, User
from audit.models import Entry
from collaborations.models import Collaboration, FirstMeeting, StateChange
from collaborations.rules import Actor
from collaborations.services import record_first_meeting
from meetings.models.attendance import Attendance, OtherPresent
from meetings.models.first import FirstInvited, FirstNeeds
from meetings.models.planning import Meeting
from meetings.rules.attendance import Mark
from meetings.selectors import attendance as marks
from meetings.selectors import first as selectors
from meetings.selectors import planning as meetings
from meetings.services import attendance, first, planning
from memberships.services.life import move_on
from memberships.services.members import join
from tests.calendars import read_calendar
from tests.factories.first import GITA, arranged, forming, invited
from tests.factories.groups import Group
from tests.factories.meetings import tap
from tests.outbox import deliver

pytestmark = pytest.mark.django_db
NOW = datetime.fromisoformat("2026-11-10T09:00:00+00:00")
DAY = date(2026, 12, 8)
EVENING = datetime.fromisoformat("2026-12-08T20:30:00+00:00")


@pytest.fixture(autouse=True)
def _now(time_machine: TimeMachineFixture, in_larkshire: Authority) -> None:
    time_machine.move_to(NOW, tick=False)


def refusal(deed: Any, **facts: Any) -> dict[str, list[str]]:
    with pytest.raises(ValidationError) as refused:
        deed(**facts)
    return (
        refused.value.message_dict
        if hasattr(refused.value, "error_dict")
        else {"": list(refused.value.messages)}
    )


def came(meeting: Meeting, rows: list[Any], by: User, *, at: datetime = EVENING, **facts: Any) -> Meeting:
    wanted: dict[str, Any] = {"others": ["Jo Marsh"], "notes": "They meet again in January.", **facts}
    return first.say_who_came(meeting_id=meeting.pk, came=[row.pk for row in rows], **wanted, by=by, at=at)


def change(meeting: Meeting, by: User, **values: Any) -> None:
    seen = meetings.edition_of_meeting(meeting)
    planning.change_meeting(meeting_id=meeting.pk, seen=seen, values=values, by=by, at=NOW)
    meeting.refresh_from_db()


def files(mailoutbox: list[Any], address: str) -> list[Any]:
    return [read_calendar(mail.attachments[0].content) for mail in mailoutbox if mail.to == [address]]


# --- arranging ----------------------------------------------------------------------------------------------


def test_c1_arranging_moves_the_group_and_is_a_meeting_like_any_other(amina: User) -> None:
    group = forming()
    meeting = arranged(group, amina)
    assert arranged(group, amina) == meeting, "pressed twice is once"
    group.refresh_from_db()
    assert group.state == Collaboration.State.INITIAL_MEETING
    move = StateChange.objects.get(collaboration=group, to_state="initial_meeting")
    assert move.words == "First meeting: 8 December 2026, 6:30pm, Village hall, Vale Road."
    assert list(meetings.meetings_of(group)) == [meeting]
    assert not meeting.counts
    assert {"meeting_planned", "collaboration_moved"} <= set(Entry.objects.values_list("action", flat=True))


def test_c1_a_leader_of_a_forming_group_arranges_too(led: Group) -> None:
    Collaboration.objects.filter(pk=led.collaboration.pk).update(state="proposed")
    led.collaboration.refresh_from_db()
    arranged(led.collaboration, led.lena, actor=Actor.LEADER, facilitated_by=None)
    led.collaboration.refresh_from_db()
    assert led.collaboration.state == "initial_meeting"


def test_c1_one_first_meeting_a_group(amina: User, maya: User) -> None:
    group = forming()
    meeting = arranged(group, amina)
    said = refusal(arranged, group=group, by=maya, on=DAY + timedelta(1))
    assert "is arranged already" in str(said)
    planning.cancel_meeting(meeting_id=meeting.pk, because="Snow", by=amina, at=NOW)
    second = arranged(group, amina, DAY + timedelta(7))
    assert selectors.first_meeting_in(group) == second
    words = refusal(planning.restore_meeting, meeting_id=meeting.pk, by=amina, at=NOW)
    assert "Another first meeting" in str(words)


def test_c1_a_place_or_a_link_is_needed_and_a_day_ahead(amina: User) -> None:
    group = forming()
    assert "place" in refusal(arranged, group=group, by=amina, place=" ")
    assert "on" in refusal(arranged, group=group, by=amina, on=date(2026, 11, 9))
    assert "ends_at" in refusal(arranged, group=group, by=amina, ends_at=time(9))
    arranged(group, amina, place="", online_url="https://meet.example/first")


# --- inviting -----------------------------------------------------------------------------------------------


def test_g1_one_email_to_each_with_a_file_and_a_link_and_a_second_sending_to_the_new_alone(
    led: Group, amina: User, mailoutbox: list[Any]
) -> None:
    meeting = arranged(forming(), amina)
    rows = invited(meeting, amina, led.acorns.provider, led.bluebells.provider)
    deliver()
    assert sorted(mail.to[0] for mail in mailoutbox) == sorted(
        [led.lena.email, led.mo.email, "gita@foxglove.example"]
    )
    [event] = files(mailoutbox, "gita@foxglove.example")[0].events
    assert files(mailoutbox, "gita@foxglove.example")[0].method == "REQUEST"
    assert "Will you" not in event.words
    assert "/meetings/first/" in mailoutbox[0].body
    assert "/collaborations/" not in mailoutbox[0].body
    mailoutbox.clear()
    again = first.Contact("Gita", "GITA@foxglove.example ")
    new = invited(meeting, amina, led.acorns.provider, led.caras.provider, contacts=[again, GITA])
    deliver()
    assert [row.provider for row in new] == [led.caras.provider]
    assert [mail.to[0] for mail in mailoutbox] == [led.cara.email]
    assert len(rows) == 3
    assert FirstInvited.objects.count() == 4


def test_g1_where_nobody_is_known_somebody_is_invited_by_email(led: Group, amina: User) -> None:
    meeting = arranged(forming(), amina)
    led.lena.setting_roles.all().delete() if hasattr(led.lena, "setting_roles") else None
    from tests.factories.providers import ProviderFactory

    nobody = ProviderFactory(name="Foxglove Nursery")
    said = refusal(
        first.invite_to_first,
        meeting_id=meeting.pk,
        providers=[nobody, led.bluebells.provider],
        by=amina,
        at=NOW,
    )
    assert "Nobody at Foxglove Nursery can sign in yet" in said["settings"][0]
    assert not FirstInvited.objects.exists(), "all of them or none"
    assert "settings" in refusal(first.invite_to_first, meeting_id=meeting.pk, by=amina, at=NOW)


def test_g1_moving_and_cancelling_tells_everybody_invited_and_nobody_else(
    led: Group, amina: User, mailoutbox: list[Any]
) -> None:
    group = forming()
    join(collaboration=group, provider=led.acorns.provider, on=date(2026, 11, 3), by=amina)
    meeting = arranged(group, amina)
    rows = invited(meeting, amina, led.bluebells.provider)
    gone = invited(meeting, amina, contacts=[first.Contact("Una", "una@example.org")])
    first.withdraw_invited(invited=gone[0], by=amina, at=NOW)
    deliver()
    mailoutbox.clear()
    change(meeting, amina, on=date(2027, 1, 12))
    deliver()
    assert {mail.to[0] for mail in mailoutbox} == {led.mo.email, GITA.email}
    assert all("now on 12 January" in mail.subject for mail in mailoutbox)
    planning.cancel_meeting(meeting_id=meeting.pk, because="Snow", by=amina, at=NOW)
    deliver()
    planning.restore_meeting(meeting_id=meeting.pk, by=amina, at=NOW)
    deliver()
    sent = files(mailoutbox, GITA.email)
    assert [file.method for file in sent] == ["REQUEST", "CANCEL", "REQUEST"]
    assert [file.events[0].edition for file in sent] == [1, 2, 3]
    assert len({file.events[0].uid for file in sent}) == 1
    link = TaskLink.objects.get(purpose=selectors.FIRST_MEETING, about_id=rows[1].pk)
    assert link.expires_at.date() == date(2027, 1, 14)


def test_g1_only_those_without_an_answer_are_reminded_once_in_two_days(
    led: Group, amina: User, mailoutbox: list[Any], time_machine: TimeMachineFixture
) -> None:
    meeting = arranged(forming(), amina)
    acorns, gita = invited(meeting, amina, led.acorns.provider)
    first.answer_first(invited=acorns, word="maybe", people="", needs="", by=led.lena, at=NOW)
    assert first.remind_invited(meeting_id=meeting.pk, by=amina, at=NOW) == 0
    deliver()
    mailoutbox.clear()
    later = NOW + timedelta(2)
    time_machine.move_to(later, tick=False)
    assert first.remind_invited(meeting_id=meeting.pk, by=amina, at=later) == 1
    assert first.remind_invited(meeting_id=meeting.pk, by=amina, at=later) == 0
    first.answer_first(invited=gita, word="no", people="", needs="", by=None, at=later)
    deliver()
    assert mailoutbox == [], "answered before it was sent"
    gita.refresh_from_db()
    assert gita.asked_on == later.date()


# --- answers and needs --------------------------------------------------------------------------------------


def test_g1_answers_are_counted_and_the_latest_word_stands(led: Group, amina: User) -> None:
    meeting = arranged(forming(), amina)
    acorns, bluebells, gita = invited(meeting, amina, led.acorns.provider, led.bluebells.provider)
    for word in ("no", "yes", "yes"):
        first.answer_first(invited=gita, word=word, people="Gita and Tom", needs="", by=None, at=NOW)
    first.answer_first(invited=acorns, word="maybe", people="", needs="", by=led.lena, at=NOW)
    assert selectors.tally_of(selectors.invited_to_first(meeting)) == (3, 1, 1, 0)
    gita.refresh_from_db()
    assert (gita.word, gita.people) == ("yes", "Gita and Tom")
    assert Entry.objects.filter(action="first_meeting_answered").count() == 3
    first.withdraw_invited(invited=bluebells, by=amina, at=NOW)
    said = refusal(first.answer_first, invited=bluebells, word="yes", people="", needs="", by=led.mo, at=NOW)
    assert "taken back" in str(said)


def test_g1_needs_are_locked_read_with_a_record_and_deleted_in_the_night_after(
    amina: User, time_machine: TimeMachineFixture
) -> None:
    meeting = arranged(forming(), amina)
    [gita] = invited(meeting, amina)
    first.answer_first(invited=gita, word="yes", people="", needs="A step-free way in", by=None, at=NOW)
    assert "step-free" not in FirstNeeds.objects.get().sealed
    assert first.needs_at_first(gita) == "A step-free way in"
    assert first.read_needs_at_first(meeting=meeting, by=amina, at=NOW) == [(gita, "A step-free way in")]
    assert Entry.objects.filter(action="needs_read").count() == 1
    assert first.delete_needs_of_first(at=EVENING) == 0
    night = EVENING + timedelta(hours=8)
    assert first.read_needs_at_first(meeting=meeting, by=amina, at=night) == []
    assert first.delete_needs_of_first(at=night) == 1
    assert first.delete_needs_of_first(at=night) == 0
    assert not FirstNeeds.objects.exists()


def test_g1_who_does_not_come_and_who_is_not_invited_any_more_leave_no_needs(amina: User) -> None:
    meeting = arranged(forming(), amina)
    [gita] = invited(meeting, amina)
    first.answer_first(invited=gita, word="yes", people="Gita", needs="Quiet", by=None, at=NOW)
    first.answer_first(invited=gita, word="no", people="Gita", needs="Quiet", by=None, at=NOW)
    gita.refresh_from_db()
    assert (gita.people, FirstNeeds.objects.count()) == ("", 0)
    first.answer_first(invited=gita, word="yes", people="", needs="Quiet", by=None, at=NOW)
    for _twice in range(2):
        first.withdraw_invited(invited=gita, by=amina, at=NOW)
    assert FirstNeeds.objects.count() == 0
    assert Entry.objects.filter(action="first_meeting_uninvited").count() == 1


# --- who came -----------------------------------------------------------------------------------------------


def test_c1_who_came_is_the_record_that_the_life_of_the_group_moves_by(led: Group, amina: User) -> None:
    group = forming()
    meeting = arranged(group, amina)
    acorns, bluebells, gita = invited(meeting, amina, led.acorns.provider, led.bluebells.provider)
    assert "from then on" in str(refusal(came, meeting=meeting, rows=[acorns], by=amina, at=NOW))
    nobody = refusal(came, meeting=meeting, rows=[], by=amina, others=[" "])
    assert "Say who came" in nobody["came"][0]
    for _twice in range(2):
        came(meeting, [acorns, gita], amina)
    meeting.refresh_from_db()
    recorded = FirstMeeting.objects.get(collaboration=group)
    assert (meeting.state, recorded.held_on, recorded.came) == ("held", DAY, 3)
    assert (recorded.place, recorded.facilitated_by) == ("Village hall, Vale Road", amina)
    assert selectors.who_came(meeting) == ["Acorns", "Gita Rowe, Foxglove Nursery"]
    assert Entry.objects.filter(action="meeting_held").count() == 1
    moved = {"to": "drafting", "on": EVENING.date(), "actor": Actor.OFFICER, "by": amina, "at": EVENING}
    move_on(collaboration=group, **moved)
    said = refusal(came, meeting=meeting, rows=[acorns, bluebells], by=amina)
    assert "in the meantime" in str(said), "who did not see what was recorded writes nothing over"
    came(meeting, [acorns, bluebells, gita], amina, others=[], corrects=True)
    recorded.refresh_from_db()
    assert (recorded.came, OtherPresent.objects.count()) == (3, 0)


def test_c1_what_was_recorded_by_hand_meanwhile_is_not_written_over(amina: User) -> None:
    group = forming()
    meeting = arranged(group, amina)
    [gita] = invited(meeting, amina)
    by_hand = {"held_on": NOW.date(), "facilitated_by": amina, "notes": "At the library.", "at": NOW}
    record_first_meeting(collaboration=group, **by_hand, by=amina)
    assert "in the meantime" in str(refusal(came, meeting=meeting, rows=[gita], by=amina))
    meeting.refresh_from_db()
    assert meeting.state == "planned"


def test_c7_it_counts_for_no_member_and_nobody_is_marked_at_it(led: Group, amina: User) -> None:
    group = forming()
    member = join(collaboration=group, provider=led.acorns.provider, on=date(2026, 11, 3), by=amina)
    meeting = arranged(group, amina)
    [acorns] = invited(meeting, amina, led.acorns.provider, contacts=[])
    facts: dict[str, Any] = {"meeting_id": meeting.pk, "by": amina, "at": EVENING}
    for deed in (
        lambda: attendance.record_taps(taps=[tap(member, Mark.PRESENT)], by_chair=True, **facts),
        lambda: attendance.finish_attendance(rest_absent=True, **facts),
        lambda: attendance.add_other(name="Jo", role="", **facts),
        lambda: planning.open_check_in(until=EVENING, **facts),
    ):
        assert "page of the first meeting" in str(refusal(deed))
    answer = {"meetings": [meeting], "membership": member, "word": "yes", "by": led.lena, "at": NOW}
    assert "page of the first meeting" in str(refusal(planning.answer_meetings, **answer))
    came(meeting, [acorns], amina)
    attendance.close_and_recount(on=EVENING.date(), at=EVENING)
    assert not Attendance.objects.exists()
    assert marks.counts_of([member.pk], on=EVENING.date()) == {}
    member.refresh_from_db()
    assert (member.meetings_held, member.meetings_attended) == (0, 0)


def test_c1_closing_a_group_that_is_not_formed_cancels_its_first_meeting(
    amina: User, mailoutbox: list[Any]
) -> None:
    group = forming()
    meeting = arranged(group, amina)
    invited(meeting, amina)
    deliver()
    mailoutbox.clear()
    moved = {"to": "closed", "on": NOW.date(), "words": "Too few came.", "actor": Actor.OFFICER}
    move_on(collaboration=group, **moved, by=amina, at=NOW)
    deliver()
    meeting.refresh_from_db()
    assert meeting.state == "cancelled"
    assert [file.method for file in files(mailoutbox, GITA.email)] == ["CANCEL"]
