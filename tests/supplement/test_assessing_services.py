"""S4, S7: an officer checks, asks, assesses, waives and decides appeals."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from time_machine import TimeMachineFixture

from accounts.models import Authority, User
from audit.models import Entry
from core.scoping import authority_scope
from memberships.models.members import SettingRole
from supplement.models.claims import Claim, ClaimLook, ClaimStep, ClaimWaiver
from supplement.models.runs import Adjustment, Run, RunLine
from supplement.rules.claims import Actor, Assessment, ClaimState
from supplement.rules.criteria import Consequence, Kind
from supplement.rules.deciding import Standing
from supplement.selectors.standing import verdict_of
from supplement.services import assessing, waivers
from supplement.services.claim_moves import move_claim
from supplement.services.claims import open_claim
from tests.concurrency import at_once
from tests.factories.groups import Group
from tests.factories.supplement import open_period

NOW = datetime(2026, 11, 30, 10, tzinfo=UTC)
PLAN: dict[str, Any] = {"kind": Kind.PLAN, "threshold": None, "consequence": Consequence.BLOCK}
RETURN: dict[str, Any] = {"kind": Kind.RETURN, "threshold": None, "consequence": Consequence.EXCLUDE}
CRITERIA = [{**PLAN, "may_be_waived": True}, {**RETURN, "may_be_waived": True}]


@pytest.fixture(autouse=True)
def now(time_machine: TimeMachineFixture) -> None:
    time_machine.move_to(NOW, tick=False)


def sent(led: Group, maya: User, criteria: list[dict[str, Any]] = CRITERIA) -> Claim:
    period = open_period(maya, on=date(2026, 11, 30), criteria=criteria)
    claim = open_claim(period_id=period.pk, collaboration_id=led.collaboration.pk, by=led.lena, at=NOW)
    return move_claim(claim_id=claim.pk, to=ClaimState.SUBMITTED, actor=Actor.LEADER, by=led.lena, at=NOW)


@pytest.fixture
def claim(in_larkshire: Authority, led: Group, maya: User) -> Claim:
    return sent(led, maya)


def assessed(
    claim: Claim, by: User, assessment: Assessment = Assessment.NOT, words: str = "No plan."
) -> Claim:
    assessing.begin_check(claim_id=claim.pk, by=by, at=NOW)
    return assess(claim, by, assessment, words)


def assess(claim: Claim, by: User, assessment: Assessment | str, words: str = "", seen: str = "") -> Claim:
    mark = seen or assessing.mark_of(verdict_of(claim, on=NOW.date()))
    return assessing.assess_claim(
        claim_id=claim.pk, assessment=assessment, words=words, seen=mark, by=by, at=NOW
    )


def paid(claim: Claim, led: Group, fred: User, maya: User, pence: int = 5000) -> RunLine:
    """As payments leave it, past them: an approved line, and a claim that is paid."""
    run = Run.objects.create(
        number=1, period=claim.period, state="reviewed", started_by=fred, started_at=NOW, moved_at=NOW,
        calculated_by=fred,
    )  # fmt: skip
    line = RunLine.objects.create(
        run=run, claim=claim, membership=led.bluebells, provider=led.bluebells.provider,
        component="each-member-of-staff", pence=pence,
    )  # fmt: skip
    run.state, run.approved_by, run.approved_at = "approved", maya, NOW
    run.save()
    Claim.objects.filter(pk=claim.pk).update(state="paid")
    return line


def appealed(claim: Claim, led: Group) -> Claim:
    return move_claim(
        claim_id=claim.pk,
        to=ClaimState.APPEALED,
        actor=Actor.LEADER,
        by=led.lena,
        at=NOW,
        words="We have one.",
    )


# --- check, ask, assess -------------------------------------------------------------------------------------


@pytest.mark.django_db
def test_s7_a_claim_is_checked_asked_about_and_assessed(claim: Claim, led: Group, amina: User) -> None:
    assessing.begin_check(claim_id=claim.pk, by=amina, at=NOW)
    with pytest.raises(ValidationError, match="Enter the reason"):
        assessing.ask_leaders(claim_id=claim.pk, words=" ", by=amina, at=NOW)
    assessing.ask_leaders(claim_id=claim.pk, words="Where is the plan?", by=amina, at=NOW)
    answer = "We work on it."
    move_claim(
        claim_id=claim.pk, to=ClaimState.CHECKING, actor=Actor.LEADER, by=led.lena, at=NOW, words=answer
    )
    with pytest.raises(ValidationError, match="Say whether the claim is eligible"):
        assess(claim, amina, "")
    with pytest.raises(ValidationError) as refused:
        assess(claim, amina, Assessment.NOT)
    assert refused.value.message_dict == {"words": ["Give the reasons. The leaders read them."]}
    done = assess(claim, amina, Assessment.NOT, "There is no plan.")
    assert (done.state, done.assessment, done.assessed_by) == ("assessed", "not", amina)
    assert list(ClaimStep.objects.values_list("to", flat=True))[-1] == "assessed"
    assert Entry.objects.filter(action="claim_moved").count() == 5


@pytest.mark.django_db
def test_s7_evidence_that_changed_meanwhile_is_looked_at_first(claim: Claim, amina: User) -> None:
    assessing.begin_check(claim_id=claim.pk, by=amina, at=NOW)
    old = assessing.mark_of(verdict_of(claim, on=NOW.date()))
    waivers.waive_criterion(
        claim_id=claim.pk, kind="plan", membership_id=None, reason="Flood.", by=amina, at=NOW
    )
    with pytest.raises(ValidationError) as refused:
        assess(claim, amina, Assessment.NOT, "No plan.", seen=old)
    assert set(refused.value.message_dict) == {"seen"}
    assert Claim.objects.get().state == ClaimState.CHECKING


@pytest.mark.django_db(transaction=True)
def test_s7_of_two_officers_at_once_one_assesses(
    larkshire: Authority, led: Group, maya: User, amina: User
) -> None:
    with authority_scope(larkshire):
        claim = sent(led, maya)
        assessing.begin_check(claim_id=claim.pk, by=amina, at=NOW)

    def by(person: User, assessment: Assessment) -> Callable[[], object]:
        return lambda: assess(claim, person, assessment, "As seen.")

    outcomes = at_once(larkshire, [by(amina, Assessment.NOT), by(maya, Assessment.ELIGIBLE)])
    assert outcomes[0] == "The claim is “Assessed”. It cannot be moved there now."
    assert outcomes[1] == "done"
    with authority_scope(larkshire):
        assert ClaimStep.objects.filter(to="assessed").count() == 1


@pytest.mark.django_db
def test_s7_what_is_checked_again_has_no_assessment(claim: Claim, amina: User) -> None:
    assessed(claim, amina)
    again = assessing.check_again(claim_id=claim.pk, words="The plan came.", by=amina, at=NOW)
    assert (again.state, again.assessment, again.assessed_by) == ("checking", "", None)
    with pytest.raises(ValidationError, match="Say whether"):
        assess(claim, amina, "")


# --- who may not --------------------------------------------------------------------------------------------


@pytest.mark.django_db
def test_s7_an_officer_who_works_at_a_member_decides_nothing(claim: Claim, led: Group, amina: User) -> None:
    SettingRole.objects.create(
        user=amina, provider=led.bluebells.provider, role="staff", starts_on=date(2026, 1, 1)
    )
    with pytest.raises(ValidationError, match="You work at a setting of this collaboration"):
        assessing.begin_check(claim_id=claim.pk, by=amina, at=NOW)
    with pytest.raises(ValidationError, match="You work at a setting of this collaboration"):
        waivers.waive_criterion(
            claim_id=claim.pk, kind="plan", membership_id=None, reason="Flood.", by=amina, at=NOW
        )
    assert not ClaimWaiver.objects.exists()
    SettingRole.objects.filter(user=amina).update(ends_on=date(2026, 11, 30))  # she left
    assert assessing.begin_check(claim_id=claim.pk, by=amina, at=NOW).state == ClaimState.CHECKING


@pytest.mark.django_db
def test_s7_a_leader_does_not_assess_the_own_claim(claim: Claim, led: Group) -> None:
    with pytest.raises(ValidationError, match="You lead this collaboration"):
        assessing.begin_check(claim_id=claim.pk, by=led.lena, at=NOW)


# --- waivers ------------------------------------------------------------------------------------------------


@pytest.mark.django_db
def test_s4_a_waiver_counts_until_it_is_taken_back(claim: Claim, led: Group, amina: User, maya: User) -> None:
    of_member = waivers.waive_criterion(
        claim_id=claim.pk, kind="return", membership_id=led.bluebells.pk, reason="By post.", by=amina, at=NOW
    )
    rows = {
        row.member: row for row in verdict_of(claim, on=NOW.date()).findings if row.criterion.kind == "return"
    }
    assert rows[led.bluebells.pk].standing is Standing.WAIVED
    assert rows[led.acorns.pk].standing is Standing.OPEN or rows[led.acorns.pk].standing is Standing.UNMET
    with pytest.raises(ValidationError, match="waived already"):
        waivers.waive_criterion(
            claim_id=claim.pk, kind="return", membership_id=led.bluebells.pk, reason="x", by=maya, at=NOW
        )
    waivers.take_waiver_back(waiver_id=of_member.pk, by=maya, at=NOW)
    with pytest.raises(ValidationError, match="taken back already"):
        waivers.take_waiver_back(waiver_id=of_member.pk, by=amina, at=NOW)
    rows = {
        row.member: row for row in verdict_of(claim, on=NOW.date()).findings if row.criterion.kind == "return"
    }
    assert rows[led.bluebells.pk].standing is not Standing.WAIVED
    sentences = list(Entry.objects.filter(action__contains="waive").values_list("action", flat=True))
    assert sorted(sentences) == ["criterion_waived", "waiver_taken_back"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("facts", "words", "field"),
    [
        ({"kind": "plan"}, "Flood.", "__all__"),  # the scheme does not allow it
        ({"kind": "minutes"}, "Flood.", "__all__"),  # the scheme does not ask for it
        ({"kind": "return", "membership_id": -1}, "Flood.", "__all__"),
        ({"kind": "return"}, "Flood.", "__all__"),  # of members alone
        ({"kind": "return", "membership_id": 0}, " ", "reason"),
        ({"kind": "return", "membership_id": 0}, "Pay into 20-45-45 12345678", "reason"),
    ],
)
def test_s4_what_cannot_be_waived_is_refused_with_its_reason(
    in_larkshire: Authority,
    led: Group,
    maya: User,
    amina: User,
    facts: dict[str, Any],
    words: str,
    field: str,
) -> None:
    claim = sent(led, maya, [{**PLAN, "may_be_waived": False}, {**RETURN, "may_be_waived": True}])
    values = {"membership_id": None, **facts}
    if values["membership_id"] == 0:
        values["membership_id"] = led.bluebells.pk
    with pytest.raises(ValidationError) as refused:
        waivers.waive_criterion(claim_id=claim.pk, **values, reason=words, by=amina, at=NOW)
    assert set(refused.value.message_dict) == {field}
    assert not ClaimWaiver.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_s4_two_who_waive_at_once_leave_one_waiver(
    larkshire: Authority, led: Group, maya: User, amina: User
) -> None:
    with authority_scope(larkshire):
        claim = sent(led, maya)

    def by(person: User) -> Callable[[], object]:
        return lambda: waivers.waive_criterion(
            claim_id=claim.pk, kind="plan", membership_id=None, reason="Flood.", by=person, at=NOW
        )

    outcomes = at_once(larkshire, [by(amina), by(maya)])
    assert outcomes == ["This criterion is waived already.", "done"]
    with authority_scope(larkshire):
        assert ClaimWaiver.objects.count() == 1


# --- looks --------------------------------------------------------------------------------------------------


@pytest.mark.django_db
def test_s7_a_look_is_kept_once_for_each_officer(claim: Claim, amina: User, maya: User) -> None:
    for person in (amina, amina, maya):
        assessing.look_at_claim(claim_id=claim.pk, by=person, at=NOW)
    assert ClaimLook.objects.count() == 2
    assert "plan" in ClaimLook.objects.get(by=amina).standings


# --- appeals ------------------------------------------------------------------------------------------------


@pytest.mark.django_db
def test_s7_an_appeal_is_let_stand_or_checked_again(
    claim: Claim, led: Group, amina: User, maya: User
) -> None:
    assessed(claim, amina)
    appealed(claim, led)
    for decide in (assessing.let_stand, assessing.check_again):
        with pytest.raises(ValidationError, match="another officer must decide its appeal"):
            decide(claim_id=claim.pk, words="I was right.", by=amina, at=NOW)
    with pytest.raises(ValidationError, match="Enter the reason"):
        assessing.let_stand(claim_id=claim.pk, words="", by=maya, at=NOW)
    stands = assessing.let_stand(claim_id=claim.pk, words="There is no plan.", by=maya, at=NOW)
    assert (stands.state, stands.stood, stands.assessment) == ("assessed", "", "not")
    appealed(claim, led)
    again = assessing.check_again(claim_id=claim.pk, words="It is right.", by=maya, at=NOW)
    assert (again.state, again.stood, again.assessment) == ("checking", "", "")
    with pytest.raises(ValidationError, match="It cannot be moved there now"):
        assessing.let_stand(claim_id=claim.pk, words="No.", by=amina, at=NOW)


@pytest.mark.django_db
def test_s7_an_appeal_about_money_that_is_paid_ends_in_a_correction(
    claim: Claim, led: Group, amina: User, fred: User, maya: User
) -> None:
    line = paid(claim, led, fred, maya)
    appealed(claim, led)

    def correct(pence: int, membership: int = line.membership_id) -> Claim:
        return assessing.correct_after_appeal(
            claim_id=claim.pk, membership_id=membership, component=line.component, pence=pence,
            words="Two staff were left out.", by=amina, at=NOW,
        )  # fmt: skip

    with pytest.raises(ValidationError) as refused:
        correct(-5001)
    assert refused.value.message_dict == {"pence": ["£50 was approved for this. No more can be taken off."]}
    with pytest.raises(ValidationError, match="Choose what is corrected"):
        correct(100, membership=led.acorns.pk)
    assert not Adjustment.objects.exists()
    with pytest.raises(ValidationError, match="cannot be moved"):
        assessing.check_again(claim_id=claim.pk, words="Again.", by=amina, at=NOW)
    assert correct(2500).state == ClaimState.ADJUSTED
    row = Adjustment.objects.get()
    assert (row.pence, row.cause, row.run, row.by) == (2500, "appeal", None, amina)
    with pytest.raises(ValidationError, match="cannot be moved"):
        correct(2500)  # pressed twice
    assert Adjustment.objects.count() == 1
