"""Visits and training through the services (K): once however often pressed, told, and asked again."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from time_machine import TimeMachineFixture

from accounts.models import Authority
from audit.models import Entry
from meetings.models.visits import PeerVisit, Training, TrainingPlace, Visitor
from meetings.rules.visits import VisitState
from meetings.selectors import visits as selectors
from meetings.services import training, visits
from tests.factories.groups import Group
from tests.factories.visits import training_on, visit_on
from tests.outbox import deliver

pytestmark = pytest.mark.django_db
NOW = datetime.fromisoformat("2026-11-10T09:00:00+00:00")
DAY = date(2026, 11, 24)
TERM_LATER = DAY + timedelta(days=120)


@pytest.fixture(autouse=True)
def _now(time_machine: TimeMachineFixture, in_larkshire: Authority) -> None:
    time_machine.move_to(NOW, tick=False)


def told(mailoutbox: list[Any]) -> dict[str, str]:
    """Who was written to since the last time, and under which subject."""
    mailoutbox.clear()
    deliver()
    return {mail.to[0].split("@")[0]: mail.subject for mail in mailoutbox}


def test_k_asked_agreed_moved_and_cancelled_each_side_hears(led: Group, mailoutbox: list[Any]) -> None:
    visit = visit_on(led.acorns, led.bluebells, DAY, led.mo)
    assert told(mailoutbox) == {"lena": "Riverside: may we visit Acorns? 24 November, 10am"}
    assert visit_on(led.acorns, led.bluebells, DAY, led.mo).pk == visit.pk  # pressed twice
    for _twice in range(2):
        visits.answer_visit(
            visit_id=visit.pk, agrees=True, answer="Come by the side door", by=led.lena, at=NOW
        )
    assert told(mailoutbox) == {"mo": "Riverside: visit to Acorns on 24 November, 10am"}
    assert [name for name, _body, _type in mailoutbox[0].attachments] == ["invitation.ics"]
    seen = selectors.edition_of_visit(selectors.visit_for_update(visit.pk))
    values = {"on": DAY + timedelta(days=1)}
    visits.change_visit(visit_id=visit.pk, seen=seen, values=values, by=led.mo, at=NOW)
    assert told(mailoutbox) == {"lena": "Riverside: visit to Acorns on 25 November, 10am"}
    with pytest.raises(ValidationError, match="Somebody has changed this"):
        visits.change_visit(visit_id=visit.pk, seen=seen, values={"focus": "Else"}, by=led.lena, at=NOW)
    for _twice in range(2):
        visits.cancel_visit(visit_id=visit.pk, because="Flu", by=led.lena, at=NOW)
    assert told(mailoutbox) == {"mo": "Riverside: the visit to Acorns on 25 November, 10am is cancelled"}
    body = mailoutbox[0].attachments[0][1]
    assert b"STATUS:CANCELLED" in (body.encode() if isinstance(body, str) else body)
    actions = list(Entry.objects.filter(action__startswith="visit_").values_list("action", flat=True))
    assert sorted(actions) == ["visit_agreed", "visit_asked", "visit_cancelled", "visit_changed"]


def test_k_an_invitation_is_answered_by_the_visitors(led: Group, mailoutbox: list[Any]) -> None:
    visit = visit_on(led.acorns, led.bluebells, DAY, led.lena, own=[led.acorns.provider_id])
    assert told(mailoutbox) == {"mo": "Riverside: you are invited to Acorns 24 November, 10am"}
    visits.answer_visit(visit_id=visit.pk, agrees=False, answer="In spring?", by=led.mo, at=NOW)
    assert told(mailoutbox) == {"lena": "Riverside: no visit to Acorns on 24 November, 10am"}
    with pytest.raises(ValidationError, match="answered or cancelled already"):
        visits.answer_visit(visit_id=visit.pk, agrees=True, answer="", by=led.mo, at=NOW)


def test_k_nobody_asks_for_others(led: Group) -> None:
    with pytest.raises(ValidationError) as refused:
        visit_on(led.acorns, led.bluebells, DAY, led.cara, own=[led.caras.provider_id])
    assert "visitors" in refused.value.error_dict
    assert PeerVisit.objects.count() == Visitor.objects.count() == 0


def test_k_a_visit_that_was_is_recorded_and_nobody_is_told(led: Group, mailoutbox: list[Any]) -> None:
    visit = visit_on(led.acorns, led.bluebells, date(2026, 11, 2), led.mo)
    assert visit.state == VisitState.AGREED
    assert told(mailoutbox) == {}


def test_k_the_idea_is_asked_again_once_after_a_term(
    led: Group, mailoutbox: list[Any], time_machine: TimeMachineFixture
) -> None:
    visit = visit_on(led.acorns, led.bluebells, DAY, led.mo)
    visits.answer_visit(visit_id=visit.pk, agrees=True, answer="", by=led.lena, at=NOW)
    told(mailoutbox)
    facts: dict[str, Any] = {"visit_id": visit.pk, "provider": led.bluebells.provider, "by": led.mo}
    with pytest.raises(ValidationError, match="once you have been there"):
        visits.write_account(**facts, seen="", idea="Mud kitchen", at=NOW)
    time_machine.move_to(datetime(2026, 11, 24, 23, 30), tick=False)
    visitor = visits.write_account(
        **facts, seen="Calm", idea="Mud kitchen", at=datetime.fromisoformat("2026-11-24T23:30:00+00:00")
    )
    assert visits.ask_what_became(on=TERM_LATER - timedelta(days=1)) == 0
    time_machine.move_to(datetime.combine(TERM_LATER, datetime.min.time()), tick=False)
    assert [visits.ask_what_became(on=TERM_LATER) for _twice in range(2)] == [1, 0]
    assert told(mailoutbox) == {"mo": "Riverside: what became of your idea from Acorns, 24 November?"}
    visits.say_what_became(visitor_id=visitor.pk, became="kept", words="Twice a week", by=led.mo)
    visitor.refresh_from_db()
    assert (visitor.became, visitor.became_words) == ("kept", "Twice a week")


def test_k_training_is_planned_booked_counted_and_followed(
    led: Group, mailoutbox: list[Any], time_machine: TimeMachineFixture
) -> None:
    planned = training_on(led.collaboration, DAY, led.lena, places=5)
    assert training_on(led.collaboration, DAY, led.lena, places=5).pk == planned.pk
    assert told(mailoutbox) == dict.fromkeys(
        ("mo", "cara"), "Riverside: training, Paediatric first aid, 24 November, 6pm"
    )

    def book(membership: Any, people: int) -> Any:
        facts = {"training_id": planned.pk, "provider": membership.provider, "by": led.mo, "at": NOW}
        return training.book_places(people=people, **facts)

    book(led.bluebells, 3)
    with pytest.raises(ValidationError, match="not so many places left: 2"):
        book(led.caras, 3)
    book(led.caras, 2)
    with pytest.raises(ValidationError, match="All places are taken"):
        book(led.acorns, 1)
    book(led.bluebells, 1)  # the latest word stands
    book(led.acorns, 2)
    assert selectors.people_taken(planned) == 5
    with pytest.raises(ValidationError, match="once it has taken place"):
        training.record_who_came(training_id=planned.pk, came={}, by=led.lena, at=NOW)
    after = datetime.fromisoformat("2026-11-25T09:00:00+00:00")
    time_machine.move_to(after, tick=False)
    with pytest.raises(ValidationError, match="has begun"):
        training.book_places(
            training_id=planned.pk, provider=led.acorns.provider, people=1, by=led.lena, at=after
        )
    came = {led.acorns.provider_id: 2, led.bluebells.provider_id: 0, led.caras.provider_id: None, 999_999: 4}
    training.record_who_came(training_id=planned.pk, came=came, by=led.lena, at=after)
    assert sum(row.came or 0 for row in TrainingPlace.objects.all()) == 2
    with pytest.raises(ValidationError, match="cannot be cancelled"):
        training.cancel_training(training_id=planned.pk, because="", by=led.lena, at=after)
    told(mailoutbox)
    time_machine.move_to(datetime.combine(TERM_LATER, datetime.min.time()), tick=False)
    assert [training.ask_what_changed(on=TERM_LATER) for _twice in range(2)] == [1, 0]
    assert set(told(mailoutbox)) == {"lena"}
    row = TrainingPlace.objects.get(provider=led.acorns.provider)
    training.say_what_changed(booking_id=row.pk, became="trying", words="Drills", by=led.lena)
    assert TrainingPlace.objects.get(pk=row.pk).became == "trying"


def test_k_training_moved_cancelled_and_brought_back(led: Group, mailoutbox: list[Any]) -> None:
    planned = training_on(led.collaboration, DAY, led.lena)
    training.book_places(training_id=planned.pk, provider=led.caras.provider, people=4, by=led.cara, at=NOW)
    told(mailoutbox)
    seen = selectors.edition_of_training(planned)
    with pytest.raises(ValidationError, match="4 people are coming"):
        training.change_training(training_id=planned.pk, seen=seen, values={"places": 3}, by=led.lena, at=NOW)
    training.change_training(
        training_id=planned.pk, seen=seen, values={"place": "The school"}, by=led.lena, at=NOW
    )
    assert set(told(mailoutbox)) == {"mo", "cara"}
    for _twice in range(2):
        training.cancel_training(training_id=planned.pk, because="Snow", by=led.lena, at=NOW)
    subjects = told(mailoutbox)
    assert subjects["cara"] == "Riverside: no training on 24 November, 6pm, it is cancelled"
    with pytest.raises(ValidationError, match="is cancelled"):
        training.book_places(
            training_id=planned.pk, provider=led.caras.provider, people=1, by=led.cara, at=NOW
        )
    training.restore_training(training_id=planned.pk, by=led.lena, at=NOW)
    assert set(told(mailoutbox)) == {"mo", "cara"}
    assert Training.objects.get().edition == 3
    assert TrainingPlace.objects.get().people == 4
