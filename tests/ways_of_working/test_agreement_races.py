"""W2: two people at once: one outcome, and a clear message for the other."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine

from accounts.models import Authority, TaskLink
from audit.models import Entry
from core.scoping import authority_scope
from tests.concurrency import at_once
from tests.factories.agreeing import answered, circulated, drafted
from tests.factories.groups import Group
from ways_of_working.models import TermsAnswer, TermsReminder, WaysOfWorking
from ways_of_working.selectors.comparing import edition_of
from ways_of_working.services import printing
from ways_of_working.services.agreement import adopt_version, answer_version, circulate_version
from ways_of_working.services.terms_reminders import remind_by_timetable, remind_members

pytestmark = pytest.mark.django_db(transaction=True)
AT = datetime(2026, 11, 21, 10, tzinfo=UTC)
TODAY = date(2026, 11, 21)


@pytest.fixture(autouse=True)
def no_pdf(monkeypatch: pytest.MonkeyPatch) -> None:
    """The PDF of an adopted version has tests of its own."""
    monkeypatch.setattr(printing, "keep_print", lambda **ids: None)


@pytest.fixture
def ways(larkshire: Authority, led: Group) -> WaysOfWorking:
    with authority_scope(larkshire):
        return drafted(led.collaboration, led.lena)


def sent(ways: WaysOfWorking, led: Group, larkshire: Authority, *, agreed: bool = False) -> WaysOfWorking:
    with authority_scope(larkshire):
        found = circulated(ways, led.lena, at=AT)
        for membership, person in (
            ((led.acorns, led.lena), (led.bluebells, led.mo), (led.caras, led.cara)) if agreed else ()
        ):
            answered(found, membership, person, at=AT)
    return found


def test_w2_two_send_it_round(larkshire: Authority, led: Group, ways: WaysOfWorking, amina: object) -> None:
    with authority_scope(larkshire):
        facts = {"answer_by_on": TODAY, "is_material": True, "why": "", "seen": edition_of(ways), "at": AT}
    said = at_once(
        larkshire,
        [lambda by=by: circulate_version(ways_id=ways.pk, by=by, **facts) for by in (led.lena, amina)],
    )
    assert said == ["Only a version that is being written can be sent to the members.", "done"]
    with authority_scope(larkshire):
        assert TermsReminder.objects.count() == TaskLink.objects.count() == 3


def test_w2_two_adopt_it(larkshire: Authority, led: Group, ways: WaysOfWorking, amina: object) -> None:
    sent(ways, led, larkshire, agreed=True)
    pairs = ((led.lena, "At the meeting"), (amina, "By e-mail"))
    with time_machine.travel(AT):
        deeds = [
            lambda by=by, how=how: adopt_version(ways_id=ways.pk, on=TODAY, decision=how, by=by, at=AT)
            for by, how in pairs
        ]
        said = at_once(larkshire, deeds)
    assert said[1] == "done"
    assert "has recorded in the meantime that it was adopted on 21 November 2026." in said[0]
    with authority_scope(larkshire):
        assert Entry.objects.filter(action="terms_adopted_version").count() == 1


def test_w2_an_answer_while_it_is_adopted(larkshire: Authority, led: Group, ways: WaysOfWorking) -> None:
    sent(ways, led, larkshire, agreed=True)
    change = {
        "membership_id": led.bluebells.pk,
        "answer": "change",
        "words": "Later.",
        "by": led.mo,
        "at": AT + timedelta(minutes=1),
    }
    with time_machine.travel(AT):
        said = at_once(
            larkshire,
            [
                lambda: adopt_version(ways_id=ways.pk, on=TODAY, decision="Agreed", by=led.lena, at=AT),
                lambda: answer_version(ways_id=ways.pk, **change),
            ],
        )
    assert said in (
        ["This version is not with the members, so it takes no answers.", "done"],
        ["One member asks for a change.", "done"],
    )
    with authority_scope(larkshire):
        state, asked = WaysOfWorking.objects.get().state, TermsAnswer.objects.filter(answer="change").exists()
        assert (state == "adopted") is not asked, "never adopted over a change that was recorded"


def test_w2_one_member_answers_twice_at_once(larkshire: Authority, led: Group, ways: WaysOfWorking) -> None:
    sent(ways, led, larkshire)
    facts = {"membership_id": led.bluebells.pk, "answer": "agrees", "by": led.mo, "at": AT}
    with time_machine.travel(AT):
        assert at_once(larkshire, [lambda: answer_version(ways_id=ways.pk, **facts)] * 2) == ["done", "done"]
    with authority_scope(larkshire):
        assert TermsAnswer.objects.count() == Entry.objects.filter(action="terms_answered").count() == 1


def test_w2_a_leader_and_the_timetable_remind_at_once(
    larkshire: Authority, led: Group, ways: WaysOfWorking
) -> None:
    sent(ways, led, larkshire)
    later = AT + timedelta(days=7)
    deeds = [
        lambda: remind_members(ways_id=ways.pk, by=led.lena, at=later),
        lambda: remind_by_timetable(at=later),
    ]
    assert at_once(larkshire, deeds) == ["done", "done"]
    with authority_scope(larkshire):
        assert TermsReminder.objects.filter(sent_on=later.date()).count() == 3
        assert Entry.objects.filter(action="terms_reminded").count() == 1
