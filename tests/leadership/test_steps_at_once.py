"""L3, O6: two at once on what acts outside a case: contacting who might lead, and publishing. On connections of
their own; the lock of the case holds what one of them has asked about.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import partial
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from accounts.models import Authority, User
from audit.models import Entry
from audit.rules.actions import Action
from core.scoping import authority_scope
from leadership.models.cases import LeadershipCase
from leadership.models.steps import CaseStep, PossibleSuccessor
from leadership.rules.stages import Stage
from leadership.rules.steps import StepKind
from leadership.rules.support import Switch
from leadership.selectors.sight import every_case
from leadership.services.cases import close_case
from leadership.services.outcomes import publish_outcome
from leadership.services.succession import contact_successor, remove_successor
from leadership.services.switches import switch_support_off
from memberships.models.members import LeaderAppointment
from memberships.selectors.paused import pauses
from tests.concurrency import at_once
from tests.factories.groups import make_group
from tests.factories.leadership import LeadershipCaseFactory, UnpublishedOutcomeFactory
from tests.factories.memberships import LeaderAppointmentFactory

NOW = datetime(2026, 7, 1, 9, tzinfo=UTC)
TODAY = NOW.date()
ADDRESS = "https://reports.ofsted.gov.uk/provider/1"
pytestmark = pytest.mark.django_db(transaction=True)
Deed = Callable[[], Any]


class Told:
    """Lena's case, told before publication and talked over with her; Cara is noted."""

    def __init__(self, larkshire: Authority, amina: User, **facts: Any) -> None:
        self.larkshire, self.amina = larkshire, amina
        with authority_scope(larkshire), every_case():
            group = make_group(amina)
            appointment = LeaderAppointmentFactory.create(user=group.lena, membership=group.acorns)
            facts = {"ground": "told", "stage": Stage.PUBLICATION, "told_leader_at": NOW, **facts}
            self.case_id = LeadershipCaseFactory.create(appointment=appointment, **facts).pk
            row = {"case_id": self.case_id, "by": amina, "at": NOW}
            CaseStep.objects.create(kind=StepKind.SUCCESSION, on_day=TODAY, **row)
            self.successor_id = PossibleSuccessor.objects.create(
                case_id=self.case_id, membership=group.caras, user=group.cara, noted_by=amina, noted_at=NOW
            ).pk
            outcome = UnpublishedOutcomeFactory.create(case_id=self.case_id, recorded_by=amina)
            self.outcome_id = outcome.pk

    def contact(self, by: User, answer: str = "yes") -> Deed:
        facts = {"successor_id": self.successor_id, "contacted_on": TODAY, "answer": answer}
        return partial(contact_successor, **facts, by=by, at=NOW)

    def remove(self, by: User) -> Deed:
        return partial(remove_successor, successor_id=self.successor_id, by=by, at=NOW)

    def publish(self, by: User, day: date = TODAY) -> Deed:
        facts = {"outcome_id": self.outcome_id, "published_on": day, "report_url": ADDRESS}
        return partial(publish_outcome, **facts, by=by, at=NOW)

    def at_once(self, *deeds: Deed) -> list[str]:
        answers: list[str] = at_once(self.larkshire, list(deeds))
        return answers

    def there(self) -> tuple[LeadershipCase, PossibleSuccessor]:
        with authority_scope(self.larkshire), every_case():
            case = LeadershipCase.objects.get(pk=self.case_id)
            return case, PossibleSuccessor.objects.get(pk=self.successor_id)

    def entries(self, action: Action) -> int:
        with authority_scope(self.larkshire):
            return Entry.objects.filter(action=action).count()


def test_o6_two_who_ask_at_once_before_publication_are_both_refused(
    larkshire: Authority, amina: User, maya: User
) -> None:
    told = Told(larkshire, amina)
    answers = told.at_once(told.contact(amina), told.contact(maya, "no"))
    assert all("not published yet" in answer for answer in answers)
    assert told.there()[1].contacted_on is None


def test_o6_who_asks_while_it_is_published_asks_after_it_or_not(
    larkshire: Authority, amina: User, maya: User
) -> None:
    """Whichever comes first: nobody is recorded as asked in a case that is not published."""
    told = Told(larkshire, amina)
    answers = told.at_once(told.contact(amina), told.publish(maya))
    case, successor = told.there()
    assert (case.stage, case.published_on) == (Stage.SUCCESSION, TODAY)
    assert (successor.contacted_on is not None) == (answers == ["done", "done"])
    assert told.entries(Action.CASE_STEP_RECORDED) == answers.count("done") - 1


def test_o6_two_who_publish_at_once_publish_once(larkshire: Authority, amina: User, maya: User) -> None:
    told = Told(larkshire, amina)
    answers = told.at_once(told.publish(amina), told.publish(maya, date(2026, 6, 25)))
    assert "done" in answers
    assert sum("recorded already" in answer for answer in answers) == 1
    assert told.entries(Action.OUTCOME_PUBLISHED) == told.entries(Action.CASE_MOVED) == 1
    case, _successor = told.there()
    with authority_scope(larkshire), every_case():
        assert case.unpublished_outcomes.get().published_on == case.published_on


def test_l3_two_who_ask_the_same_person_at_once_have_the_first_ones_day(
    larkshire: Authority, amina: User, maya: User
) -> None:
    told = Told(larkshire, amina, stage=Stage.SUCCESSION, published_on=date(2026, 6, 1))
    assert told.at_once(told.contact(amina), told.contact(maya, "no")) == ["done", "done"]
    _case, successor = told.there()
    assert successor.contacted_by_id in {amina.pk, maya.pk}
    other = "no" if successor.contacted_by_id == amina.pk else "yes"
    assert successor.answer == other, "the later answer stands, the first day and person stay"


@pytest.mark.parametrize("attempt", range(3))
def test_l3_to_ask_somebody_and_to_take_them_off_at_once_wait_for_each_other(
    attempt: int, larkshire: Authority, amina: User, maya: User
) -> None:
    """Both lock the case first: in other orders the database would have to end one of them."""
    told = Told(larkshire, amina, stage=Stage.SUCCESSION, published_on=date(2026, 6, 1))
    answers = told.at_once(told.contact(amina), told.remove(maya))
    assert "done" in answers
    assert sum("no longer on the list" in one or "asked already" in one for one in answers) == 1
    _case, successor = told.there()
    assert (successor.contacted_on is None) != (successor.removed_at is None)


def test_l3_nobody_is_asked_in_a_case_that_is_closed_at_once(
    larkshire: Authority, amina: User, maya: User
) -> None:
    told = Told(larkshire, amina, stage=Stage.SUCCESSION, published_on=date(2026, 6, 1))
    with authority_scope(larkshire):
        LeaderAppointment.objects.update(ends_on=TODAY)
    how = {"case_id": told.case_id, "outcome": "stopped", "words": "Moved", "by": maya, "at": NOW}
    answers = told.at_once(told.contact(amina), partial(close_case, **how))
    assert "done" in answers
    case, successor = told.there()
    assert case.stage == Stage.CLOSED
    assert (successor.contacted_on is None) == ("This case is closed." in answers)
    with pytest.raises(ValidationError, match="closed"), authority_scope(larkshire):
        told.contact(amina)()


def test_l3_of_two_cases_closed_at_once_the_last_one_lets_support_back(
    larkshire: Authority, amina: User, maya: User
) -> None:
    """Each keeps the collaboration's support off as long as the other one's leader stays."""
    stays = {"stage": Stage.STAYS, "published_on": date(2026, 6, 1)}
    with authority_scope(larkshire), every_case():
        group = make_group(amina)
        cases = []
        for user, membership in ((group.lena, group.acorns), (group.mo, group.bluebells)):
            appointment = LeaderAppointmentFactory.create(user=user, membership=membership)
            cases.append(LeadershipCaseFactory.create(appointment=appointment, **stays))
        kinds = [Switch.PAYMENT, Switch.SIGNPOSTING]
        switch_support_off(case_id=cases[0].pk, kinds=kinds, off_on=TODAY, by=maya, at=NOW)
    how = {"outcome": "not_needed", "words": "As agreed", "by": amina, "at": NOW}
    assert at_once(larkshire, [partial(close_case, case_id=case.pk, **how) for case in cases]) == ["done"] * 2
    with authority_scope(larkshire):
        assert pauses(on=TODAY) == ()
