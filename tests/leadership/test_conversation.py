"""L3, O6: the services of the conversation, from the first call to its end, and what each of them refuses."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from accounts.models import Authority, User
from audit.models import Entry
from audit.rules.actions import Action
from documents.models import OutboxMessage
from leadership.models.cases import CaseGrant, LeadershipCase
from leadership.models.steps import CaseStep, PossibleSuccessor, Reinstatement
from leadership.rules.stages import Stage
from leadership.rules.steps import Answer, StepKind
from leadership.selectors import cases as case_selectors
from leadership.selectors import steps as selectors
from leadership.selectors.home import waiting_cases
from leadership.selectors.reinstatement import cases_to_raise
from leadership.selectors.sight import every_case
from leadership.services import deadlines, reinstatement, steps, succession
from leadership.services.cases import assign_case, close_case, settle_grants
from leadership.services.outcomes import publish_outcome, record_outcome
from leadership.services.publication import publish_case
from leadership.services.steps import Offer, Talk
from memberships.models.members import LeaderAppointment
from tests.factories.memberships import MembershipFactory
from tests.leadership.conftest import NOW, TODAY, Check
from tests.staging import staged

TALKED = Talk(on_day=TODAY, channel="telephone", agreed="We talk again", words="Calm", preference="later")
WHEN = {"at": NOW}


@pytest.fixture(autouse=True)
def sees_cases(in_larkshire: Authority) -> Iterator[None]:
    with every_case():
        yield


@staged
def begun(in_larkshire: Authority, case: LeadershipCase, amina: User, maya: User) -> LeadershipCase:
    """Lena's case, assigned to Amina: the first conversation comes next. It was told before publication."""
    with every_case():
        LeadershipCase.objects.filter(pk=case.pk).update(ground="told", inspection=None)
        return assign_case(case_id=case.pk, officer=amina, by=maya, at=NOW)


def again(case: LeadershipCase) -> LeadershipCase:
    return LeadershipCase.objects.get(pk=case.pk)


def at_stage(case: LeadershipCase, stage: Stage, **facts: Any) -> LeadershipCase:
    told = None if stage in {Stage.OPENED, Stage.CONTACT} else NOW
    LeadershipCase.objects.filter(pk=case.pk).update(stage=stage, told_leader_at=told, **facts)
    return again(case)


# --- step by step -------------------------------------------------------------------------------------------


def test_l3_the_first_conversation_lets_the_leader_read_what_was_agreed(
    begun: LeadershipCase, amina: User, lena: User
) -> None:
    steps.record_contact(case_id=begun.pk, talk=TALKED, by=amina, at=NOW)
    case = again(begun)
    assert (case.stage, case.stage_since, case.told_leader_at) == (Stage.SUPPORT, TODAY, NOW)
    grants = CaseGrant.objects.filter(content_object=case).values_list("user_id", "permission__codename")
    assert set(grants) == {(amina.pk, "view_leadershipcase"), (lena.pk, "read_leaders_page")}
    assert case_selectors.case_for(lena, case.pk) is None
    assert case_selectors.named_readers(case) == []
    entry = Entry.objects.get(action=Action.CASE_STEP_RECORDED)
    assert entry.is_confidential
    assert "Lena" not in entry.sentence


def test_l3_what_was_recorded_twice_is_refused_the_second_time(begun: LeadershipCase, amina: User) -> None:
    steps.record_contact(case_id=begun.pk, talk=TALKED, by=amina, at=NOW)
    with pytest.raises(ValidationError, match="has moved on"):
        steps.record_contact(case_id=begun.pk, talk=TALKED, by=amina, at=NOW)
    assert CaseStep.objects.count() == 1


def test_l3_rows_of_the_list_that_drifted_come_back_with_the_leaders(
    begun: LeadershipCase, amina: User
) -> None:
    steps.record_contact(case_id=begun.pk, talk=TALKED, by=amina, at=NOW)
    assert settle_grants(on=TODAY) == 0
    CaseGrant.objects.filter(permission__codename="read_leaders_page").delete()
    assert settle_grants(on=TODAY) == 1
    assert CaseGrant.objects.filter(permission__codename="read_leaders_page").count() == 1


def test_l3_nothing_is_recorded_before_the_first_conversation_or_ahead(
    begun: LeadershipCase, amina: User
) -> None:
    offer = Offer(answer=Answer.OPEN)
    with pytest.raises(ValidationError, match="first conversation before"):
        steps.record_talk(case_id=begun.pk, talk=TALKED, by=amina, at=NOW)
    with pytest.raises(ValidationError, match="first conversation before"):
        steps.offer_support(case_id=begun.pk, kind="visit", offered_on=TODAY, offer=offer, by=amina, at=NOW)
    ahead = Talk(on_day=TODAY + timedelta(days=1))
    with pytest.raises(ValidationError, match="today or in the past"):
        steps.record_contact(case_id=begun.pk, talk=ahead, by=amina, at=NOW)


def test_l3_support_is_offered_answered_and_given(begun: LeadershipCase, amina: User) -> None:
    at_stage(begun, Stage.SUPPORT)
    row = steps.offer_support(
        case_id=begun.pk, kind="visit", offered_on=TODAY, offer=Offer(Answer.OPEN), by=amina, at=NOW
    )
    assert again(begun).stage == Stage.LETTER
    with pytest.raises(ValidationError, match="Select yes"):
        steps.change_support(support_id=row.pk, offer=Offer(Answer.NO, given_on=TODAY), by=amina, at=NOW)
    row = steps.change_support(support_id=row.pk, offer=Offer(Answer.YES, given_on=TODAY), by=amina, at=NOW)
    assert row.given_on == TODAY
    steps.offer_support(
        case_id=begun.pk, kind="meeting", offered_on=TODAY, offer=Offer(Answer.YES), by=amina, at=NOW
    )
    assert again(begun).stage == Stage.LETTER


def test_l3_no_support_wanted_is_an_answer_too(begun: LeadershipCase, amina: User) -> None:
    at_stage(begun, Stage.SUPPORT)
    step = steps.skip_support(case_id=begun.pk, offered_on=TODAY, words="", by=amina, at=NOW)
    assert (again(begun).stage, step.kind) == (Stage.LETTER, StepKind.SUPPORT)


def test_l3_an_entry_is_corrected_by_a_later_one_once(begun: LeadershipCase, amina: User) -> None:
    step = steps.record_contact(case_id=begun.pk, talk=TALKED, by=amina, at=NOW)
    how = {"case_id": begun.pk, "step_id": step.pk, "by": amina, "at": NOW}
    better = steps.correct_step(talk=Talk(on_day=TODAY, agreed="On Monday"), **how)
    assert (better.corrects_id, better.kind) == (step.pk, StepKind.CONTACT)
    with pytest.raises(ValidationError, match="corrected already"):
        steps.correct_step(talk=TALKED, **how)
    past = selectors.timeline_of(list(selectors.steps_of(begun)), [], [])
    assert {(one.is_corrected, one.correct_id) for one in past} == {(True, None), (False, better.pk)}


def test_l3_a_closed_case_stays_as_it_is(begun: LeadershipCase, amina: User) -> None:
    LeaderAppointment.objects.update(ends_on=TODAY)
    close_case(case_id=begun.pk, outcome="stopped", words="Moved away", by=amina, at=NOW)
    for deed in (steps.record_contact, steps.record_talk, steps.record_stepped_down, steps.record_stays):
        with pytest.raises(ValidationError, match="This case is closed"):
            deed(case_id=begun.pk, talk=TALKED, by=amina, at=NOW)


# --- publication --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("stage", "after"), [(Stage.PUBLICATION, Stage.SUCCESSION), (Stage.SUPPORT, Stage.SUPPORT)]
)
def test_o6_publication_is_noted_once_and_opens_the_succession_where_the_case_waited(
    begun: LeadershipCase, amina: User, stage: Stage, after: Stage
) -> None:
    at_stage(begun, stage)
    outcome = record_outcome(
        case_id=begun.pk, inspected_on=date(2026, 6, 1), outcome="Told", by=amina, at=NOW
    )
    publish_outcome(
        outcome_id=outcome.pk, published_on=TODAY, report_url="https://reports.example/1", by=amina, at=NOW
    )
    publish_case(again(begun), published_on=date(2026, 7, 2), by=None, at=NOW)
    case = again(begun)
    assert (case.published_on, case.stage) == (TODAY, after)
    assert Entry.objects.filter(action=Action.CASE_MOVED).count() == 1


def test_o6_a_closed_case_is_not_published_afterwards(begun: LeadershipCase, amina: User) -> None:
    LeaderAppointment.objects.update(ends_on=TODAY)
    close_case(case_id=begun.pk, outcome="never_published", words="Not published", by=amina, at=NOW)
    publish_case(again(begun), published_on=TODAY, by=None, at=NOW)
    assert again(begun).published_on is None


# --- succession ---------------------------------------------------------------------------------------------


@staged
def noted(in_larkshire: Authority, begun: LeadershipCase, amina: User) -> PossibleSuccessor:
    """Somebody's setting, noted in the case."""
    with every_case():
        member = MembershipFactory(collaboration=begun.appointment.membership.collaboration)
        return succession.note_successor(case_id=begun.pk, membership=member, user_id=None, by=amina, at=NOW)


def ask(row: PossibleSuccessor, by: User) -> PossibleSuccessor:
    return succession.contact_successor(
        successor_id=row.pk, contacted_on=TODAY, answer=Answer.YES, by=by, at=NOW
    )


def test_l3_nobody_is_asked_before_publication_and_before_the_talk(
    noted: PossibleSuccessor, begun: LeadershipCase, amina: User
) -> None:
    at_stage(begun, Stage.PUBLICATION)
    with pytest.raises(ValidationError) as refused:
        ask(noted, amina)
    assert len(refused.value.messages) == 2
    steps.record_talk(case_id=begun.pk, talk=TALKED, kind=StepKind.SUCCESSION, by=amina, at=NOW)
    with pytest.raises(ValidationError, match="not published yet"):
        ask(noted, amina)
    publish_case(begun, published_on=TODAY, by=amina, at=NOW)
    assert (ask(noted, amina).answer, ask(noted, amina).contacted_on) == (Answer.YES, TODAY)
    with pytest.raises(ValidationError, match="asked already"):
        succession.remove_successor(successor_id=noted.pk, by=amina, at=NOW)


def test_l3_somebody_is_noted_once_and_taken_off_again(
    noted: PossibleSuccessor, begun: LeadershipCase, amina: User
) -> None:
    same = succession.note_successor(
        case_id=begun.pk, membership=noted.membership, user_id=None, by=amina, at=NOW
    )
    assert same.pk == noted.pk
    for _twice in range(2):
        succession.remove_successor(successor_id=noted.pk, by=amina, at=NOW)
    assert not selectors.successors_of(begun).exists()
    at_stage(begun, Stage.SUCCESSION, published_on=TODAY)
    steps.record_talk(case_id=begun.pk, talk=TALKED, kind=StepKind.SUCCESSION, by=amina, at=NOW)
    with pytest.raises(ValidationError, match="no longer on the list"):
        ask(noted, amina)


def test_l3_stepping_down_needs_publication_and_the_end_and_closes_with_succeeded(
    begun: LeadershipCase, amina: User, check: Check
) -> None:
    at_stage(begun, Stage.SUCCESSION, published_on=TODAY)
    with pytest.raises(ValidationError, match="time has not ended"):
        steps.record_stepped_down(case_id=begun.pk, talk=TALKED, by=amina, at=NOW)
    LeaderAppointment.objects.update(ends_on=TODAY)
    steps.record_stepped_down(case_id=begun.pk, talk=TALKED, by=amina, at=NOW)
    close_case(case_id=begun.pk, outcome="succeeded", words="Thank you", by=amina, at=NOW)
    assert check().opened == 0


def test_l3_who_stays_is_closed_for_one_judgement_and_the_next_check_leaves_it(
    case: LeadershipCase, amina: User, check: Check, judged: Any
) -> None:
    at_stage(case, Stage.LETTER)
    steps.record_stays(case_id=case.pk, talk=TALKED, by=amina, at=NOW)
    close_case(case_id=case.pk, outcome="stays", words="The members wish it", by=amina, at=NOW)
    assert check().opened == 0
    judged(overall=4, inspected_on=date(2026, 6, 20), published_on=date(2026, 6, 30))
    assert check().opened == 1


def test_o6_before_publication_nobody_is_said_to_stay(begun: LeadershipCase, amina: User) -> None:
    at_stage(begun, Stage.LETTER)
    with pytest.raises(ValidationError, match="not published yet"):
        steps.record_stays(case_id=begun.pk, talk=TALKED, by=amina, at=NOW)


# --- days, away, hand-over ----------------------------------------------------------------------------------


def test_l3_reminders_are_asked_for_once_a_step_before_its_day_and_once_after(
    begun: LeadershipCase, amina: User
) -> None:
    OutboxMessage.objects.all().delete()
    for day, asked in ((2, 0), (3, 1), (3, 0), (5, 0), (6, 1), (7, 0)):
        assert deadlines.remind_of_cases(on=TODAY + timedelta(days=day)) == asked, day
    kinds = {message.ids["kind"] for message in OutboxMessage.objects.all()}
    assert kinds == {"leadership.case_assigned"}


def test_l3_the_authoritys_own_days_count_at_once(begun: LeadershipCase, maya: User, amina: User) -> None:
    days = {"contact_days": 1, "support_days": 2, "letter_days": 3, "succession_days": 4, "remind_days": 0}
    for _twice in range(2):
        deadlines.set_days(**days, by=maya)
    case = selectors.with_due_day(LeadershipCase.objects.all()).get()
    assert case.due_on == TODAY + timedelta(days=1)
    assert selectors.days_in_force().of_stage[Stage.SUCCESSION] == 4
    asked = waiting_cases(amina, on=TODAY + timedelta(days=2))
    assert asked is not None
    assert (asked.late, asked.late_since, asked.one_late, asked.again) == (1, case.due_on, case.pk, 0)


def test_l3_who_is_away_is_given_no_case(case: LeadershipCase, amina: User, maya: User) -> None:
    row = deadlines.record_away(
        user=amina, starts_on=TODAY, ends_on=TODAY + timedelta(days=7), by=amina, at=NOW
    )
    with pytest.raises(ValidationError, match="is away until 7 July 2026"):
        assign_case(case_id=case.pk, officer=amina, by=maya, at=NOW)
    with pytest.raises(ValidationError, match="overlap"):
        deadlines.record_away(user=amina, starts_on=row.starts_on, ends_on=row.ends_on, by=amina, at=NOW)
    with pytest.raises(ValidationError, match="same as or after"):
        deadlines.record_away(user=maya, starts_on=TODAY, ends_on=TODAY, by=maya, at=NOW)
    for _twice in range(2):
        deadlines.remove_away(away_id=row.pk, by=amina)
    assert assign_case(case_id=case.pk, officer=amina, by=maya, at=NOW).assigned_to == amina
    assert selectors.loads_of([amina], on=TODAY)[amina.pk] == selectors.Load(1, None)


def test_l3_a_case_is_handed_over_with_words(begun: LeadershipCase, maya: User, amina: User) -> None:
    for _twice in range(2):
        steps.hand_over_case(case_id=begun.pk, officer=maya, words="Rings on Mondays", by=maya, at=NOW)
    assert CaseStep.objects.get(kind=StepKind.HAND_OVER).words == "Rings on Mondays"
    assert case_selectors.case_for(amina, begun.pk) is None


# --- leading again ------------------------------------------------------------------------------------------


@staged
def ended(in_larkshire: Authority, case: LeadershipCase, maya: User) -> LeadershipCase:
    """The leader has stepped down, and the case is closed."""
    with every_case():
        LeaderAppointment.objects.update(ends_on=TODAY)
        return close_case(case_id=case.pk, outcome="succeeded", words="Thanks", by=maya, at=NOW)


LATER = TODAY + timedelta(days=300)


def test_l3_a_better_judgement_raises_the_question_once(
    ended: LeadershipCase, check: Check, judged: Any, maya: User
) -> None:
    check(on=LATER)
    assert not Reinstatement.objects.exists()
    judged(overall=2, inspected_on=LATER - timedelta(days=60), published_on=LATER + timedelta(days=1))
    check(on=LATER)
    assert not Reinstatement.objects.exists()  # not published yet
    for day in range(1, 4):
        check(on=LATER + timedelta(days=day))
    assert Reinstatement.objects.count() == 1
    for of in (None, maya):
        LeadershipCase.objects.update(assigned_to=of)
        asked = waiting_cases(maya, on=LATER)
        assert asked is not None
        assert (asked.again, asked.one_again) == ((1, ended.pk) if of else (0, None)), "of one's own cases"
    assert asked.mine.number == asked.unassigned.number == 0, "no case is open"
    how = {"case_id": ended.pk, "discussed_on": TODAY, "by": maya, "at": NOW}
    reinstatement.discuss_reinstatement(is_reinstated=None, words="", **how)
    with pytest.raises(ValidationError, match="few words"):
        reinstatement.discuss_reinstatement(is_reinstated=True, words="", **how)
    reinstatement.discuss_reinstatement(is_reinstated=True, words="Jointly", **how)
    with pytest.raises(ValidationError, match="decided already"):
        reinstatement.discuss_reinstatement(is_reinstated=False, words="x", **how)
    assert cases_to_raise(on=LATER) == []


@pytest.mark.parametrize("overall", [3, 4])
def test_l3_another_judgement_below_the_line_raises_nothing(
    ended: LeadershipCase, check: Check, judged: Any, overall: int
) -> None:
    judged(overall=overall, inspected_on=LATER - timedelta(days=60), published_on=LATER - timedelta(days=9))
    check(on=LATER)
    assert not Reinstatement.objects.exists()
