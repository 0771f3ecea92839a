"""Minutes are written, sent, corrected, agreed and added to; nothing of two writers is lost (G5)."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction
from time_machine import TimeMachineFixture

from accounts.models import Authority
from audit.models import Entry
from audit.rules.actions import Action
from meetings.models.agenda import AgendaItem
from meetings.models.minutes import (
    Decision,
    ItemMinutes,
    Minutes,
    MinutesAmendment,
    MinutesCorrection,
    MinutesSent,
)
from meetings.models.planning import Meeting
from meetings.rules.attendance import Mark
from meetings.rules.minutes import Agreement, MinutesState
from meetings.selectors import minutes as selectors
from meetings.services import agenda, attendance, minutes_agreed, planning
from meetings.services import minutes as services
from meetings.services.minutes import Typed
from tests.factories.groups import Group
from tests.factories.meetings import agreed, held, item_on, meeting_on, sent, tap, written
from tests.outbox import deliver

pytestmark = pytest.mark.django_db
NOW = datetime.fromisoformat("2026-11-10T17:30:00+00:00")
DAY = date(2026, 11, 10)
LATER = DAY + timedelta(days=42)


@pytest.fixture(autouse=True)
def _now(time_machine: TimeMachineFixture) -> None:
    time_machine.move_to(NOW, tick=False)


@pytest.fixture
def meeting(in_larkshire: Authority, led: Group) -> Meeting:
    """Held today: Acorns came, Bluebells sent apologies, Cara joined online."""
    meeting = meeting_on(led.collaboration, DAY, led.lena, at=NOW - timedelta(days=30))
    item_on(meeting, led.lena)
    item_on(meeting, led.lena, "Money")
    marks = {led.acorns: Mark.PRESENT, led.bluebells: Mark.APOLOGIES, led.caras: Mark.ONLINE}
    return held(meeting, marks, led.lena, at=NOW)


def items_of(meeting: Meeting) -> list[AgendaItem]:
    return list(AgendaItem.objects.filter(meeting=meeting).order_by("position"))


def write(meeting: Meeting, by: Any, number: int, words: str, edition: int, page: str) -> services.Kept:
    return services.write_minutes(
        meeting_id=meeting.pk, typed=[Typed(number, words, edition)], page=page, by=by, at=NOW
    )


def words_of(meeting: Meeting) -> dict[int, str]:
    return {row.item_id or 0: row.words for row in ItemMinutes.objects.filter(minutes__meeting=meeting)}


def refused(**call: Any) -> dict[str, list[str]]:
    function = call.pop("call")
    with pytest.raises(ValidationError) as refusal:
        function(**call)
    return refusal.value.message_dict


def test_g5_of_two_who_write_one_item_the_second_writes_nothing_over_the_first(
    meeting: Meeting, led: Group
) -> None:
    first, second = items_of(meeting)
    write(meeting, led.lena, first.pk, "Lena's words.", 0, "a")
    kept = services.write_minutes(
        meeting_id=meeting.pk,
        typed=[Typed(first.pk, "Mo's words.", 0), Typed(second.pk, "Mo on money.", 0)],
        page="b",
        by=led.mo,
        at=NOW,
    )
    assert words_of(meeting) == {first.pk: "Lena's words.", second.pk: "Mo on money."}
    assert {number: row.words for number, row in kept.clashes.items()} == {first.pk: "Lena's words."}
    assert kept.clashes[first.pk].edited_by == led.lena
    write(meeting, led.mo, first.pk, "Both.", kept.clashes[first.pk].edition, "b")
    assert words_of(meeting)[first.pk] == "Both."


def test_g5_the_own_page_is_no_other_writer_and_an_untouched_text_is_left_alone(
    meeting: Meeting, led: Group
) -> None:
    item = items_of(meeting)[0]
    write(meeting, led.lena, item.pk, "One", 0, "a")
    assert not write(meeting, led.lena, item.pk, "One, two", 0, "a").clashes  # the answer had not arrived
    kept = services.write_minutes(
        meeting_id=meeting.pk, typed=[Typed(item.pk, "", 0, is_touched=False)], page="b", by=led.mo, at=NOW
    )
    assert (list(kept.left), kept.clashes) == ([item.pk], {})
    assert words_of(meeting) == {item.pk: "One, two"}


def test_one_entry_stands_for_half_an_hour_of_savings(meeting: Meeting, led: Group) -> None:
    for number, minutes in enumerate((0, 5, 29, 31)):
        services.write_minutes(
            meeting_id=meeting.pk,
            typed=[Typed(0, f"Words {number}", number)],
            by=led.lena,
            at=NOW + timedelta(minutes=minutes),
        )
    assert Entry.objects.filter(action=Action.MINUTES_WRITTEN).count() >= 1
    services.write_minutes(meeting_id=meeting.pk, typed=[Typed(0, "Words 3", 4)], by=led.mo, at=NOW)
    entries = Entry.objects.filter(action=Action.MINUTES_WRITTEN)
    assert set(entries.values_list("by", flat=True)) == {led.lena.pk}  # nothing new, no entry


def test_minutes_are_written_from_the_day_on_and_of_no_cancelled_meeting(
    meeting: Meeting, led: Group
) -> None:
    ahead = meeting_on(led.collaboration, LATER, led.lena)
    assert "from the day" in str(refused(call=written, meeting=ahead, by=led.lena))
    Meeting.objects.filter(pk=ahead.pk).update(state="cancelled", on=DAY)
    assert "cancelled" in str(refused(call=written, meeting=ahead, by=led.lena))
    long = {"meeting": meeting, "by": led.lena, "words": "x" * 10_001}
    assert "words_0" in refused(call=written, **long)
    assert not ItemMinutes.objects.exists()


def test_what_was_not_reached_comes_again(meeting: Meeting, led: Group) -> None:
    first, second = items_of(meeting)
    services.write_minutes(
        meeting_id=meeting.pk, typed=[], reached={first.pk: True, second.pk: False}, by=led.lena, at=NOW
    )
    second.refresh_from_db()
    assert second.was_reached is False
    later = meeting_on(led.collaboration, LATER, led.lena)
    agenda.open_agenda(meeting_id=later.pk, by=led.lena)
    assert [item.title for item in items_of(later)] == ["Money"]


def test_g5_decisions_are_recorded_once_changed_and_taken_out(meeting: Meeting, led: Group) -> None:
    item = items_of(meeting)[0]
    facts = {"meeting_id": meeting.pk, "by": led.lena, "at": NOW}
    decision = services.record_decision(**facts, item=item, words="We share the store.")
    assert services.record_decision(**facts, item=item, words="We share the store. ") == decision
    seen = selectors.edition_of_decision(decision)
    about = {**facts, "decision_id": decision.pk}
    services.change_decision(**about, seen=seen, words="We share it for a year.")
    older = refused(call=services.change_decision, **about, seen=seen, words="Mine.")
    assert list(older) == ["seen"]
    assert refused(call=services.record_decision, **facts, item=None, words=" ") == {
        "words": ["Enter what was decided"]
    }
    part = selectors.written_of(meeting).parts[0]
    assert part.decisions == ("We share it for a year.",)
    services.remove_decision(**about)
    services.remove_decision(**about)
    assert not Decision.objects.exists()


def test_g5_minutes_are_sent_to_the_members_and_again_only_with_what_changed(
    meeting: Meeting, led: Group, mailoutbox: list[Any]
) -> None:
    item = items_of(meeting)[0]
    assert "text" in refused(call=minutes_agreed.send_minutes, meeting_id=meeting.pk, by=led.lena, at=NOW)
    sent(meeting, led.lena)
    deliver()
    assert {mail.to[0].split("@")[0] for mail in mailoutbox} == {"lena", "mo", "cara"}
    assert minutes_agreed.send_minutes(meeting_id=meeting.pk, by=led.lena, at=NOW) is None
    mailoutbox.clear()
    services.record_decision(
        meeting_id=meeting.pk, item=item, words="We share the store.", by=led.lena, at=NOW
    )
    assert selectors.document_of(meeting).written.parts[0].decisions == ()  # type: ignore[union-attr]
    minutes_agreed.send_minutes(meeting_id=meeting.pk, by=led.lena, at=NOW)
    deliver()
    body = next(mail.body for mail in mailoutbox if "mo@" in mail.to[0])
    assert "- Settling in: new decision: We share the store." in body
    assert "text has changed" not in body
    assert MinutesSent.objects.count() == 2
    document = selectors.document_of(meeting)
    assert document is not None
    assert document.changes == ("Settling in: new decision: We share the store.",)


def test_minutes_are_not_sent_before_the_meeting_is_recorded_as_held_and_hold_it_then(
    in_larkshire: Authority, led: Group
) -> None:
    meeting = meeting_on(led.collaboration, DAY, led.lena)
    written(meeting, led.lena)
    call = {"meeting_id": meeting.pk, "by": led.lena, "at": NOW}
    assert "held first" in str(refused(call=minutes_agreed.send_minutes, **call))
    held(meeting, {led.acorns: Mark.PRESENT}, led.lena, at=NOW)
    minutes_agreed.send_minutes(**call)
    assert "with the members" in str(refused(call=attendance.reopen_meeting, **call))


def test_the_document_says_who_was_there_and_a_draft_is_nobody_s(meeting: Meeting, led: Group) -> None:
    attendance.add_other(meeting_id=meeting.pk, name="Ola Beside", role="Officer", by=led.lena, at=NOW)
    attendance.record_taps(
        meeting_id=meeting.pk,
        taps=[tap(led.acorns, Mark.SUBSTITUTE, key="later", substitute="Jo Marsh")],
        by=led.lena,
        by_chair=True,
        at=NOW + timedelta(minutes=1),
    )
    written(meeting, led.lena)
    assert selectors.document_of(meeting) is None
    document = selectors.document_of(meeting, writes=True)
    assert document is not None
    assert document.who == [
        ("", ("Acorns (substitute: Jo Marsh)", "Cara's (online)")),
        ("Apologies", ("Bluebells",)),
        ("Guests and others", ("Ola Beside (Officer)",)),
    ]
    assert document.facts == [("When", "10 November 2026, 4pm to 6pm"), ("Where", "Acorns, Mill Road")]


def propose(meeting: Meeting, led: Group, words: str = "It was twelve.", **facts: Any) -> MinutesCorrection:
    about = {"item": None, "provider": led.bluebells.provider, "by": led.mo, "at": NOW, **facts}
    return minutes_agreed.propose_correction(meeting_id=meeting.pk, words=words, **about)


def answer(
    meeting: Meeting, led: Group, correction: MinutesCorrection, takes_it: bool, words: str = ""
) -> Any:
    return minutes_agreed.answer_correction(
        meeting_id=meeting.pk,
        correction_id=correction.pk,
        takes_it=takes_it,
        answer=words,
        by=led.lena,
        at=NOW,
    )


def test_g5_members_propose_corrections_and_hear_what_becomes_of_them(
    meeting: Meeting, led: Group, mailoutbox: list[Any]
) -> None:
    written(meeting, led.lena)
    with pytest.raises(ValidationError, match="not been sent"):
        propose(meeting, led)
    sent(meeting, led.lena)
    deliver()
    mailoutbox.clear()
    correction = propose(meeting, led)
    assert propose(meeting, led) == correction
    deliver()
    [mail] = mailoutbox  # to whoever sent them, once
    assert (mail.to, correction.words in mail.body) == ([led.lena.email], True)
    mailoutbox.clear()
    with pytest.raises(ValidationError, match="Say why"):
        answer(meeting, led, correction, takes_it=False)
    answer(meeting, led, correction, takes_it=False, words="We counted eleven.")
    answer(meeting, led, correction, takes_it=True)  # answered already
    correction.refresh_from_db()
    assert correction.state == MinutesCorrection.State.DECLINED
    deliver()
    [mail] = mailoutbox
    assert (mail.to[0].split("@")[0], "We counted eleven." in mail.body) == ("mo", True)


def agree(meeting: Meeting, later: Meeting, led: Group, how: Agreement | None, changes: str = "") -> Minutes:
    return minutes_agreed.agree_minutes(
        meeting_id=meeting.pk, at_meeting_id=later.pk, agreement=how, changes=changes, by=led.lena, at=NOW
    )


@pytest.fixture
def later(meeting: Meeting, led: Group, time_machine: TimeMachineFixture) -> Meeting:
    later = meeting_on(led.collaboration, LATER, led.lena)
    sent(meeting, led.lena)
    return later


def on_the_day(time_machine: TimeMachineFixture, monkeypatch: pytest.MonkeyPatch) -> None:
    at = NOW + timedelta(days=42)
    time_machine.move_to(at, tick=False)
    monkeypatch.setattr("tests.meetings.test_minutes_services.NOW", at)


def test_g5_a_later_meeting_agrees_and_nothing_is_written_over_then(
    meeting: Meeting, later: Meeting, led: Group, time_machine: TimeMachineFixture,
    monkeypatch: pytest.MonkeyPatch, mailoutbox: list[Any],
) -> None:  # fmt: skip
    with pytest.raises(ValidationError, match="later meeting"):
        agree(meeting, later, led, Agreement.AS_SENT)  # its day has not come
    on_the_day(time_machine, monkeypatch)
    correction = propose(meeting, led, at=NOW)
    with pytest.raises(ValidationError, match="Answer each correction"):
        agree(meeting, later, led, Agreement.AS_SENT)
    answer(meeting, led, correction, takes_it=True)
    with pytest.raises(ValidationError, match="as they were sent or with changes"):
        agree(meeting, later, led, None)
    with pytest.raises(ValidationError, match="Enter the changes"):
        agree(meeting, later, led, Agreement.WITH_CHANGES)
    write(meeting, led.lena, 0, "We met, twelve of us.", 1, "c")
    with pytest.raises(ValidationError, match="have changed since"):
        agree(meeting, later, led, Agreement.AS_SENT)
    minutes = agree(meeting, later, led, Agreement.WITH_CHANGES, "Twelve, not eleven.")
    assert agree(meeting, later, led, Agreement.AS_SENT) == minutes
    assert (minutes.state, minutes.agreed_by_meeting) == (MinutesState.AGREED, later)
    attendance.record_taps(
        meeting_id=meeting.pk,
        taps=[tap(led.acorns, Mark.ABSENT, key="late")],
        by=led.lena,
        by_chair=True,
        at=NOW,
    )
    document = selectors.document_of(meeting)
    assert document is not None
    assert document.written.text == "We met, twelve of us."
    assert document.who[0] == ("", ("Acorns", "Cara's (online)"))  # as it was agreed
    assert list(selectors.agreed_at(later)) == [minutes]
    with pytest.raises(ValidationError, match="so it took place"):
        planning.cancel_meeting(meeting_id=later.pk, because="Snow", by=led.lena, at=NOW)
    for call in (
        lambda: write(meeting, led.lena, 0, "Other", 9, "c"),
        lambda: services.record_decision(meeting_id=meeting.pk, item=None, words="No", by=led.lena, at=NOW),
        lambda: propose(meeting, led, "Late.", at=NOW),
        lambda: minutes_agreed.send_minutes(meeting_id=meeting.pk, by=led.lena, at=NOW),
    ):
        with pytest.raises(ValidationError, match="agreed"):
            call()
    deliver()
    mailoutbox.clear()
    first = minutes_agreed.amend_minutes(
        meeting_id=meeting.pk, words="It was a Tuesday.", by=led.lena, at=NOW
    )
    assert (
        minutes_agreed.amend_minutes(meeting_id=meeting.pk, words="It was a Tuesday.", by=led.lena, at=NOW)
        == first
    )
    minutes_agreed.amend_minutes(meeting_id=meeting.pk, words="It rained.", by=led.lena, at=NOW)
    assert [row.number for row in MinutesAmendment.objects.all()] == [1, 2]
    deliver()
    assert sum("It was a Tuesday." in mail.body for mail in mailoutbox) == 3


def test_agreed_minutes_stay_in_the_database_too(
    meeting: Meeting, later: Meeting, led: Group, time_machine: TimeMachineFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    services.record_decision(meeting_id=meeting.pk, item=None, words="We share.", by=led.lena, at=NOW)
    minutes_agreed.send_minutes(meeting_id=meeting.pk, by=led.lena, at=NOW)
    on_the_day(time_machine, monkeypatch)
    minutes = agreed(meeting, later, led.lena, at=NOW)
    Minutes.objects.filter(pk=minutes.pk).update(
        started_by=led.mo
    )  # two accounts of one person may be merged
    ItemMinutes.objects.update(edited_by=led.mo)
    for write_over in (
        lambda: Minutes.objects.filter(pk=minutes.pk).update(state="draft"),
        lambda: Minutes.objects.filter(pk=minutes.pk).update(contents={}),
        lambda: ItemMinutes.objects.update(words="Other"),
        lambda: ItemMinutes.objects.all().delete(),
        lambda: Decision.objects.update(words="Other"),
        lambda: Decision.objects.all().delete(),
        lambda: Decision.objects.create(minutes=minutes, words="New", recorded_by=led.mo, recorded_at=NOW),
    ):
        with pytest.raises(DatabaseError, match="agreed minutes stay"), transaction.atomic():
            write_over()


def test_a_meeting_of_another_group_or_an_earlier_one_agrees_nothing(
    meeting: Meeting, led: Group, larkshire: Authority
) -> None:
    sent(meeting, led.lena)
    before = meeting_on(led.collaboration, DAY - timedelta(days=7), led.lena)
    with pytest.raises(ValidationError, match="later meeting"):
        agree(meeting, before, led, Agreement.AS_SENT)


def test_a_later_meeting_is_warned_of_what_it_should_agree(meeting: Meeting, led: Group) -> None:
    later = meeting_on(led.collaboration, LATER, led.lena)
    assert [(row.pk, facts.state) for row, facts in selectors.to_agree_at(later)] == [
        (meeting.pk, MinutesState.DRAFT)
    ]
    sent(meeting, led.lena)
    assert [facts.state for _row, facts in selectors.to_agree_at(later)] == [MinutesState.CIRCULATED]


def test_an_item_with_minutes_stays_on_the_agenda(in_larkshire: Authority, led: Group) -> None:
    meeting = meeting_on(led.collaboration, DAY, led.lena)
    item, other = item_on(meeting, led.lena), item_on(meeting, led.lena, "Money")
    written(meeting, led.lena, "We talked.", number=item.pk)
    write(meeting, led.lena, other.pk, "Typed", 0, "a")
    write(meeting, led.lena, other.pk, "", 1, "a")
    with pytest.raises(ValidationError, match="Minutes are written about this item"):
        agenda.remove_item(item_id=item.pk, by=led.lena)
    agenda.remove_item(item_id=other.pk, by=led.lena)
    assert items_of(meeting) == [item]
