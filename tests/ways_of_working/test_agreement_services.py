"""W2 through the services: sent round, answered, reminded,
taken back, adopted; every refusal at its field.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.core.exceptions import ValidationError

from accounts.models import Authority, TaskLink, User
from audit.models import Entry
from core.scoping import authority_scope
from documents.models import OutboxMessage
from memberships.services.members import leave
from tests.factories.agreeing import adopted, answered, circulated, drafted
from tests.factories.groups import Group
from tests.outbox import deliver
from tests.staging import staged
from ways_of_working.models import TermsReminder, TermsReply, WaysOfWorking
from ways_of_working.selectors.agreement import agreement_of, terms_waiting_for
from ways_of_working.selectors.comparing import edition_of
from ways_of_working.selectors.terms_steps import next_step_of_terms
from ways_of_working.services.agreement import circulate_version, take_back_version
from ways_of_working.services.terms_talk import reply_to_answer

AT = datetime(2026, 11, 21, 10, tzinfo=UTC)
TODAY = date(2026, 11, 21)
DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def now() -> Iterator[None]:
    with time_machine.travel(AT, tick=False):
        yield


@pytest.fixture(autouse=True)
def in_scope(larkshire: Authority, led: Group) -> Iterator[None]:
    with authority_scope(larkshire):
        yield


@staged
def ways(larkshire: Authority, led: Group) -> WaysOfWorking:
    """Version 1, with the members; nobody has answered."""
    with authority_scope(larkshire):
        return circulated(drafted(led.collaboration, led.lena), led.lena, at=AT)


def everybody_agrees(ways: WaysOfWorking, group: Group, *, at: datetime = AT) -> None:
    for membership, person in (
        (group.acorns, group.lena),
        (group.bluebells, group.mo),
        (group.caras, group.cara),
    ):
        answered(ways, membership, person, at=at)


def refused(deed: Callable[[], Any]) -> dict[str, list[str]]:
    with pytest.raises(ValidationError) as caught:
        deed()
    found: ValidationError = caught.value
    return found.message_dict if hasattr(found, "error_dict") else {"": found.messages}


# --- sent round ---------------------------------------------------------------------------------------------


def test_w2_a_version_goes_to_every_member(led: Group, mailoutbox: list[Any]) -> None:
    draft = drafted(led.collaboration, led.lena)
    done = circulate_version(
        ways_id=draft.pk,
        answer_by_on=TODAY + 14 * DAY,
        is_material=True,
        why=" We have grown. ",
        seen=edition_of(draft),
        by=led.lena,
        at=AT,
    )
    assert (done.is_new, done.asked.now, done.asked.without_people) == (True, 3, ())
    ways = WaysOfWorking.objects.get()
    assert (ways.state, ways.circulated_by, ways.circulated_at, ways.answer_by_on) == (
        "circulated",
        led.lena,
        AT,
        TODAY + 14 * DAY,
    )
    assert (ways.is_material, ways.change_words) == (True, "We have grown.")
    assert (
        Entry.objects.filter(action="terms_circulated").get().sentence
        == "sent version 1 of the ways of working of Riverside to its members"
    )
    deliver()
    assert {one.to[0] for one in mailoutbox} == {
        f"{name}@larkshire.example" for name in ("lena", "mo", "cara")
    }
    email = mailoutbox[0]
    assert email.subject == "Riverside: answer on the ways of working by 5 December"
    assert "We have grown." in email.body
    assert "Please answer by 5 December 2026." in email.body


def test_w2_sent_twice_it_went_once(led: Group) -> None:
    draft = drafted(led.collaboration, led.lena)
    facts: dict[str, Any] = {
        "answer_by_on": TODAY + DAY,
        "is_material": True,
        "why": "",
        "seen": edition_of(draft),
        "by": led.lena,
        "at": AT,
    }
    assert [circulate_version(ways_id=draft.pk, **facts).is_new for _press in range(2)] == [True, False]
    assert TaskLink.objects.count() == TermsReminder.objects.count() == 3
    assert "Only a version that is being written" in str(
        refused(lambda: circulate_version(ways_id=draft.pk, **{**facts, "by": led.mo}))
    )


def test_w2_what_changed_meanwhile_is_looked_at_again(led: Group) -> None:
    draft = drafted(led.collaboration, led.lena)
    facts: dict[str, Any] = {
        "answer_by_on": TODAY + DAY,
        "is_material": True,
        "why": "",
        "by": led.lena,
        "at": AT,
    }
    assert "Somebody has changed the text" in str(
        refused(lambda: circulate_version(ways_id=draft.pk, **facts, seen=0))
    )


def test_w2_a_small_change_is_only_told(led: Group, ways: WaysOfWorking, mailoutbox: list[Any]) -> None:
    everybody_agrees(ways, led)
    adopted(ways, led.lena, on=TODAY, at=AT)
    OutboxMessage.objects.all().delete()
    draft = drafted(led.collaboration, led.lena, texts={"1.2": "We learn from one another."})
    facts: dict[str, Any] = {"answer_by_on": None, "seen": edition_of(draft), "by": led.lena, "at": AT + DAY}
    assert "why" in refused(
        lambda: circulate_version(
            ways_id=draft.pk, **{**facts, "answer_by_on": TODAY + 2 * DAY}, is_material=True, why=""
        )
    )
    circulate_version(ways_id=draft.pk, **facts, is_material=False, why="Smoother words.")
    assert terms_waiting_for(led.mo, TODAY + DAY) == []
    deliver()
    assert {one.subject for one in mailoutbox} == {
        "Riverside: a small change to the ways of working, version 2"
    }
    assert {one.to[0] for one in mailoutbox} == {"mo@larkshire.example", "cara@larkshire.example"}
    with time_machine.travel(AT + DAY, tick=False):
        assert adopted(draft, led.lena, on=TODAY + DAY, at=AT + DAY).state == "adopted"


def test_w2_a_change_of_a_rule_is_material_and_saying_otherwise_needs_a_reason(
    led: Group, ways: WaysOfWorking
) -> None:
    everybody_agrees(ways, led)
    adopted(ways, led.lena, on=TODAY, at=AT)
    draft = drafted(led.collaboration, led.lena, values={"meetings_a_year": "6"})
    facts: dict[str, Any] = {
        "answer_by_on": None,
        "is_material": False,
        "seen": edition_of(draft),
        "by": led.lena,
        "at": AT,
    }
    assert refused(lambda: circulate_version(ways_id=draft.pk, **facts, why=" ")) == {
        "why": ["Say why the members need not be asked again."]
    }
    assert circulate_version(ways_id=draft.pk, **facts, why="We meet so already.").ways.is_material is False


# --- answers ------------------------------------------------------------------------------------------------


def test_w2_an_answer_may_change_until_the_version_is_adopted(led: Group, ways: WaysOfWorking) -> None:
    first = answered(ways, led.bluebells, led.mo, at=AT, answer="change", words=" Meet later. ")
    assert (first.words, first.answered_by) == ("Meet later.", led.mo)
    assert "answered version 1 of the ways of working of Riverside for Bluebells: We ask for a change" in set(
        Entry.objects.values_list("sentence", flat=True)
    )
    assert answered(ways, led.bluebells, led.mo, at=AT, answer="change", words="Meet later.").pk == first.pk
    assert Entry.objects.filter(action="terms_answered").count() == 1, "pressed twice"
    now = answered(ways, led.bluebells, led.mo, at=AT + DAY, answer="agrees", words="left over")
    assert (now.pk, now.answer, now.words) == (first.pk, "agrees", "")
    assert first.history.count() == 1, "what was said before is kept"


@pytest.mark.parametrize(
    ("answer", "words", "field", "sentence"),
    [("change", "  ", "words", "Say what should change."), ("agrees", "", "", "")],
)
def test_w2_a_change_is_asked_for_in_words(
    led: Group, ways: WaysOfWorking, answer: str, words: str, field: str, sentence: str
) -> None:
    if not field:
        assert answered(ways, led.bluebells, led.mo, at=AT, answer=answer, words=words)
    else:
        assert refused(lambda: answered(ways, led.bluebells, led.mo, at=AT, answer=answer, words=words)) == {
            field: [sentence]
        }


def test_w2_who_left_does_not_answer_and_its_answer_does_not_count(
    led: Group, ways: WaysOfWorking, amina: User
) -> None:
    answered(ways, led.caras, led.cara, at=AT)
    leave(membership=led.caras, on=TODAY, reason="Closing", by=amina)
    assert refused(lambda: answered(ways, led.caras, led.cara, at=AT, answer="abstains")) == {
        "answer": ["Only settings that are members today answer."]
    }
    agreement = agreement_of(ways, on=TODAY)
    assert (agreement.tally.members, agreement.tally.agree) == (2, 0)
    assert [one.membership for one in agreement.former] == [led.caras]


def test_w2_what_waits_for_whom(led: Group, ways: WaysOfWorking, amina: User) -> None:
    assert [(one.ways, one.membership) for one in terms_waiting_for(led.mo, TODAY)] == [(ways, led.bluebells)]
    answered(ways, led.bluebells, led.mo, at=AT)
    assert terms_waiting_for(led.mo, TODAY) == terms_waiting_for(amina, TODAY) == []


def test_w2_the_next_step_of_each(led: Group, ways: WaysOfWorking, amina: User) -> None:
    def step(user: User) -> tuple[str, str]:
        found = next_step_of_terms(led.collaboration, user, TODAY)
        return (found.sentence, found.url_name.split(":")[1]) if found else ("", "")

    mine = (
        "Read version 1 of your ways of working and answer for Acorns by 5 December 2026.",
        "answer_terms",
    )
    assert step(led.lena) == mine
    answered(ways, led.acorns, led.lena, at=AT)
    assert step(led.lena) == (
        "2 members have not answered version 1 of your ways of working yet.",
        "terms_answers",
    )
    answered(ways, led.bluebells, led.mo, at=AT, answer="change", words="Later.")
    assert step(led.lena) == (
        "1 member asks for a change to version 1 of your ways of working. Talk it over.",
        "terms_answers",
    )
    assert step(led.mo) == step(amina) == ("", "")
    everybody_agrees(ways, led, at=AT + DAY)
    assert step(led.lena)[1] == "adopt_terms"
    adopted(ways, led.lena, on=TODAY, at=AT)
    assert step(led.lena) == ("", "")


# --- the thread ---------------------------------------------------------------------------------------------


def test_w2_they_talk_under_a_change(led: Group, ways: WaysOfWorking, mailoutbox: list[Any]) -> None:
    answer = answered(ways, led.bluebells, led.mo, at=AT, answer="change", words="Meet later.")
    deliver()
    assert [(one.to, one.subject) for one in mailoutbox if "change" in one.subject] == [
        (["lena@larkshire.example"], "Riverside: change asked for in ways of working version 1")
    ]
    mailoutbox.clear()
    replies = [
        reply_to_answer(answer_id=answer.pk, words=words, by=led.lena, at=AT)
        for words in ("How late?", " How late? ")
    ]
    assert TermsReply.objects.get() == replies[0] == replies[1]
    assert (
        Entry.objects.latest("pk").sentence == "replied to Bluebells about the ways of working of Riverside"
    )
    deliver()
    assert [(one.to, one.subject) for one in mailoutbox] == [
        (["mo@larkshire.example"], "Riverside: a reply about the ways of working, version 1")
    ]
    assert "How late?" not in mailoutbox[0].body
    assert refused(lambda: reply_to_answer(answer_id=answer.pk, words=" ", by=led.mo, at=AT)) == {
        "words": ["Write your reply."]
    }
    everybody_agrees(ways, led, at=AT + DAY)
    adopted(ways, led.lena, on=TODAY, at=AT)
    assert "This version is settled." in str(
        refused(lambda: reply_to_answer(answer_id=answer.pk, words="Late", by=led.mo, at=AT))
    )


# --- taken back ---------------------------------------------------------------------------------------------


def test_w2_taken_back_only_when_a_member_asks_for_a_change(led: Group, ways: WaysOfWorking) -> None:
    assert "No member has asked for a change." in str(
        refused(lambda: take_back_version(ways_id=ways.pk, by=led.lena, at=AT))
    )
    answer = answered(ways, led.bluebells, led.mo, at=AT, answer="change", words="Meet later.")
    reply_to_answer(answer_id=answer.pk, words="How late?", by=led.lena, at=AT)
    for _press in range(2):
        assert take_back_version(ways_id=ways.pk, by=led.lena, at=AT).state == "draft"
    assert Entry.objects.filter(action="terms_taken_back").count() == 1
    again = circulated(WaysOfWorking.objects.get(), led.lena, at=AT + DAY)
    agreement = agreement_of(again, on=TODAY + DAY)
    assert agreement.tally.silent == 3, "everybody is asked again"
    held = next(row for row in agreement.rows if row.membership == led.bluebells)
    assert (held.answer, held.before, [one.words for one in held.thread]) == (None, answer, ["How late?"])
    assert TaskLink.objects.filter(used_at=None, withdrawn_at=None).count() == 3
