"""S7: a claim is begun once, and moved by its table alone."""

from __future__ import annotations

from datetime import UTC, date, datetime
from functools import partial

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction
from time_machine import TimeMachineFixture

from accounts.models import Authority, User
from audit.models import Entry
from collaborations.models import Collaboration
from core.scoping import authority_scope
from supplement.models.claims import Claim, ClaimStep
from supplement.models.parts import SchemePeriod
from supplement.rules.claims import Actor, Assessment, ClaimState
from supplement.services import runs
from supplement.services.claim_moves import move_claim
from supplement.services.claims import open_claim, submit_claim, withdraw_claim
from tests.concurrency import at_once
from tests.factories.groups import Group
from tests.factories.runs import assessed, calculated, certified, paid_period, reviewed
from tests.factories.supplement import approved_again, open_period

NOW = datetime(2026, 11, 30, 10, tzinfo=UTC)


@pytest.fixture(autouse=True)
def now(time_machine: TimeMachineFixture) -> None:
    time_machine.move_to(NOW, tick=False)


@pytest.fixture
def period(in_larkshire: Authority, maya: User) -> SchemePeriod:
    return open_period(maya, on=date(2026, 11, 30))


@pytest.fixture
def claim(period: SchemePeriod, led: Group) -> Claim:
    return open_claim(period_id=period.pk, collaboration_id=led.collaboration.pk, by=led.lena, at=NOW)


@pytest.mark.django_db(transaction=True)
def test_s7_two_who_begin_at_once_have_one_claim(larkshire: Authority, maya: User, led: Group) -> None:
    with authority_scope(larkshire):
        period = open_period(maya, on=NOW.date())
    begin = lambda: open_claim(  # noqa: E731
        period_id=period.pk, collaboration_id=led.collaboration.pk, by=led.lena, at=NOW
    )
    at_once(larkshire, [begin, begin])
    with authority_scope(larkshire):
        assert Claim.objects.get().state == ClaimState.DRAFT
        assert Entry.objects.filter(action="claim_begun").count() == 1


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("words", [("We meet soon.", "We meet soon."), ("Mine.", "The other leader's.")])
def test_s7_two_who_send_at_once_send_it_once(
    larkshire: Authority, maya: User, led: Group, words: tuple[str, str]
) -> None:
    with authority_scope(larkshire):
        period = open_period(maya, on=NOW.date())
        claim = open_claim(period_id=period.pk, collaboration_id=led.collaboration.pk, by=led.lena, at=NOW)
    send = [partial(submit_claim, claim_id=claim.pk, words=each, by=led.lena, at=NOW) for each in words]
    outcomes = at_once(larkshire, send)
    with authority_scope(larkshire):
        assert ClaimStep.objects.filter(to=ClaimState.SUBMITTED).count() == 1
        assert Claim.objects.get().words in words
    assert len([outcome for outcome in outcomes if outcome != "done"]) == len(set(words)) - 1


@pytest.mark.django_db
def test_s7_a_claim_goes_on_under_a_new_version_of_the_scheme(
    period: SchemePeriod, claim: Claim, led: Group, maya: User
) -> None:
    new = approved_again(maya, period, at=NOW)
    again = open_claim(period_id=new.pk, collaboration_id=led.collaboration.pk, by=led.lena, at=NOW)
    assert again == claim
    assert again.period_id == new.pk


@pytest.mark.django_db
def test_s7_a_group_that_stopped_cannot_send(claim: Claim, led: Group) -> None:
    Collaboration.objects.filter(pk=led.collaboration.pk).update(state="dormant")
    with pytest.raises(ValidationError, match="Only an active collaboration can claim"):
        submit_claim(claim_id=claim.pk, words="", by=led.lena, at=NOW)


@pytest.mark.django_db
def test_s7_no_claim_outside_its_days(
    period: SchemePeriod, led: Group, time_machine: TimeMachineFixture
) -> None:
    late = datetime(2026, 12, 11, 0, 30, tzinfo=UTC)
    time_machine.move_to(late, tick=False)
    with pytest.raises(ValidationError, match="No claim can be sent for this period now"):
        open_claim(period_id=period.pk, collaboration_id=led.collaboration.pk, by=led.lena, at=late)


@pytest.mark.django_db
def test_s7_each_move_is_a_step_that_nobody_changes(claim: Claim, led: Group, amina: User) -> None:
    def move(to: ClaimState, actor: Actor, by: User, **facts: str) -> Claim:
        return move_claim(claim_id=claim.pk, to=to, actor=actor, by=by, at=NOW, **facts)

    move(ClaimState.SUBMITTED, Actor.LEADER, led.lena)
    move(ClaimState.CHECKING, Actor.OFFICER, amina)
    with pytest.raises(ValidationError, match="Enter the reason") as refused:
        move(ClaimState.RETURNED, Actor.OFFICER, amina)
    assert set(refused.value.message_dict) == {"words"}
    move(ClaimState.RETURNED, Actor.OFFICER, amina, words="Where are the minutes of May?")
    with pytest.raises(ValidationError, match="bank details"):
        move(ClaimState.CHECKING, Actor.LEADER, led.lena, words="Pay into 20-45-45 12345678")
    move(ClaimState.CHECKING, Actor.LEADER, led.lena, words="They are here now.")
    done = move(ClaimState.ASSESSED, Actor.OFFICER, amina, assessment=Assessment.ELIGIBLE)
    assert done.state == ClaimState.ASSESSED
    steps = list(ClaimStep.objects.values_list("start", "to", "words"))
    assert [step[1] for step in steps] == ["submitted", "checking", "returned", "checking", "assessed"]
    assert steps[2][2] == "Where are the minutes of May?"
    for change in (lambda: ClaimStep.objects.update(words="x"), lambda: ClaimStep.objects.all().delete()):
        with pytest.raises(DatabaseError, match="stays as it is"), transaction.atomic():
            change()


@pytest.mark.django_db
def test_s7_what_waits_goes_on_where_it_stood(claim: Claim, led: Group, fred: User) -> None:
    def move(to: ClaimState, actor: Actor, by: User, words: str = "") -> Claim:
        return move_claim(claim_id=claim.pk, to=to, actor=actor, by=by, at=NOW, words=words)

    move(ClaimState.SUBMITTED, Actor.LEADER, led.lena)
    held = move(ClaimState.ON_HOLD, Actor.FINANCE, fred, "A question of the auditor")
    assert held.stood == ClaimState.SUBMITTED
    with pytest.raises(ValidationError, match="did not stand there before"):
        move(ClaimState.CHECKING, Actor.FINANCE, fred, "Go on")
    gone_on = move(ClaimState.SUBMITTED, Actor.FINANCE, fred, "Answered")
    assert (gone_on.state, gone_on.stood) == (ClaimState.SUBMITTED, "")


@pytest.mark.django_db
def test_s8_a_run_is_not_approved_with_a_claim_that_was_withdrawn(
    in_larkshire: Authority, led: Group, maya: User, fred: User
) -> None:
    period = paid_period(maya)
    certified(fred, {led.acorns: 4, led.bluebells: 5, led.caras: 1})
    claim = assessed(period, led.collaboration, led.lena)
    run = reviewed(calculated(period, fred), fred)
    withdraw_claim(claim_id=claim.pk, words="We have closed.", by=led.lena, at=NOW)
    with pytest.raises(ValidationError):
        runs.approve_run(run_id=run.pk, by=maya, at=NOW)
