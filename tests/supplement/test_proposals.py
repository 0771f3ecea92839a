"""S10: a spending decision is put to the vote from the fund's page; the result makes it a decision, or ends it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction
from django.test import Client
from time_machine import TimeMachineFixture

from accounts.models import Authority, User
from audit.models import Entry
from core.scoping import authority_scope
from meetings.models.votes import Vote
from meetings.rules.outcomes import Choice, OutcomeKind, TieRule
from meetings.services.voting import close_vote, put_to_vote, settle_vote, stand_aside, withdraw_vote
from supplement.models.fund import SpendingDecision, SpendingProposal
from supplement.rules.fund import ProposalState
from supplement.selectors.fund import balance_of, votes_to_rest_on
from supplement.selectors.proposals import SPENDING, proposal_in, proposals_of, waiting_pence
from supplement.services.fund import close_decision
from supplement.services.proposals import decide_carried, end_proposal, propose_spending, take_result
from tests.concurrency import at_once
from tests.factories.fund import decided, objective_of, opened
from tests.factories.groups import Group
from tests.factories.votes import cast

Browse = Callable[[User | None], Client]
NOW = datetime(2026, 11, 30, 10, tzinfo=UTC)
UNTIL = NOW + timedelta(days=7)
OVER = NOW + timedelta(days=8)


@pytest.fixture(autouse=True)
def now(time_machine: TimeMachineFixture) -> TimeMachineFixture:
    time_machine.move_to(NOW, tick=False)
    return time_machine


@pytest.fixture
def rich(larkshire: Authority, led: Group, fred: User) -> Group:
    """Riverside with £1,000 and a plan."""
    with authority_scope(larkshire):
        opened(led.collaboration, 100_000, by=fred, at=NOW)
        objective_of(led.collaboration, led.lena)
    return led


def propose(led: Group, pence: int = 60_000, what: str = "Training", **facts: Any) -> SpendingProposal:
    group = led.collaboration
    values = {"objective_id": objective_of(group, led.lena).pk, "closes_at": UNTIL, "by": led.lena, **facts}
    return propose_spending(collaboration_id=group.pk, what=what, pence=pence, **values, at=NOW)


def vote_of(row: SpendingProposal) -> Vote:
    return Vote.objects.filter(subject_kind=SPENDING, subject_id=row.pk).latest("pk")


def voted(led: Group, row: SpendingProposal, *choices: str) -> Vote:
    """Acorns, Bluebells and Cara's vote, and the vote is closed by the clock."""
    vote, members = vote_of(row), (led.acorns, led.bluebells, led.caras)
    people = (led.lena, led.mo, led.cara)
    for member, person, choice in zip(members, people, choices, strict=False):
        cast(vote, member, choice, person, at=NOW)
    return close_vote(vote_id=vote.pk, by=None, at=OVER)


def state(row: SpendingProposal) -> ProposalState:
    line = proposal_in(row.collaboration_id, row.pk)
    assert line is not None
    return line.state


FOR, AGAINST = Choice.FOR, Choice.AGAINST


@pytest.mark.django_db
def test_s10_what_members_carry_is_decided_by_that_vote_and_kept_from_then_on(
    larkshire: Authority, rich: Group
) -> None:
    group = rich.collaboration.pk
    with authority_scope(larkshire):
        row = propose(rich, words="Two days for everybody.")
        assert propose(rich) == row  # pressed twice
        vote = vote_of(row)
        assert vote.title == "Training"
        assert "spends up to £600 of its fund on: Training" in vote.proposal
        assert "Two days for everybody." in vote.proposal
        assert (balance_of(group).free_pence, waiting_pence(group)) == (100_000, 60_000)  # it keeps nothing
        voted(rich, row, FOR, FOR, AGAINST)
        row.refresh_from_db()
        decision = row.decision
        assert decision is not None
        assert (decision.vote_id, decision.pence, decision.recorded_by) == (vote.pk, 60_000, rich.lena)
        assert decision.decided_on == OVER.date()
        assert (balance_of(group).free_pence, waiting_pence(group)) == (40_000, 0)
        assert state(row) is ProposalState.DECIDED
        assert [line.row for line in proposals_of(group)] == []
        assert votes_to_rest_on(group) == []
        take_result(proposal_id=row.pk, vote=vote_of(row), by=None, at=OVER)  # told twice
        assert SpendingDecision.objects.count() == 1
        assert Entry.objects.filter(action="spending_decided").count() == 1
        assert decide_carried(collaboration_id=group, proposal_id=row.pk, by=rich.lena, at=OVER) == decision
        with pytest.raises(ValidationError, match="Close the decision instead"):
            end_proposal(collaboration_id=group, proposal_id=row.pk, words="No", by=rich.lena, at=OVER)


@pytest.mark.django_db
def test_s10_what_is_not_carried_or_withdrawn_ends_and_keeps_nothing(
    larkshire: Authority, rich: Group
) -> None:
    group = rich.collaboration.pk
    with authority_scope(larkshire):
        lost, gone = propose(rich), propose(rich, what="A tent")
        vote = voted(rich, lost, FOR, AGAINST, AGAINST)
        withdraw_vote(vote_id=vote_of(gone).pk, because="Wrong sum", by=rich.lena, at=NOW)
        for row, words in ((lost, vote.outcome_words), (gone, "The vote was withdrawn: Wrong sum")):
            row.refresh_from_db()
            assert (row.ended_words, state(row)) == (words, ProposalState.ENDED)
            assert (
                end_proposal(collaboration_id=group, proposal_id=row.pk, words="", by=rich.lena, at=OVER)
                == row
            )  # ended already
        assert not SpendingDecision.objects.exists()
        with pytest.raises(ValidationError, match="The members have not carried this"):
            decide_carried(collaboration_id=group, proposal_id=lost.pk, by=rich.lena, at=OVER)
        with pytest.raises(ValidationError, match="no longer there"):
            decide_carried(collaboration_id=group + 1, proposal_id=lost.pk, by=rich.lena, at=OVER)


@pytest.mark.django_db
def test_s10_what_is_carried_while_less_is_free_waits_and_is_decided_or_ended_by_the_leader(
    larkshire: Authority, rich: Group, fred: User
) -> None:
    facts: dict[str, Any] = {"collaboration_id": rich.collaboration.pk, "by": rich.lena, "at": OVER}
    with authority_scope(larkshire):
        first, second, third = propose(rich), propose(rich, what="A tent"), propose(rich, what="A van")
        with pytest.raises(ValidationError, match="The members vote on it"):
            end_proposal(**facts, proposal_id=second.pk, words="No")
        for row in (first, second, third):
            voted(rich, row, FOR, FOR, FOR)
        assert [state(row) for row in (first, second, third)] == [
            ProposalState.DECIDED, ProposalState.CARRIED, ProposalState.CARRIED,
        ]  # fmt: skip
        with pytest.raises(ValidationError, match="£400 is free"):
            decide_carried(**facts, proposal_id=second.pk)
        first.refresh_from_db()
        assert first.decision is not None
        close_decision(**facts, decision_id=first.decision.pk, words="Not needed")
        assert decide_carried(**facts, proposal_id=second.pk).what == "A tent"
        for words in (" ", "Sort code 20-45-45 12345678"):
            with pytest.raises(ValidationError) as refused:
                end_proposal(**facts, proposal_id=third.pk, words=words)
            assert set(refused.value.message_dict) == {"words"}
        end_proposal(**facts, proposal_id=third.pk, words="A later year")
        assert state(third) is ProposalState.ENDED
        assert balance_of(rich.collaboration.pk).free_pence == 40_000


@pytest.mark.django_db
def test_s10_an_equal_vote_waits_and_the_repeated_one_is_about_the_same(
    larkshire: Authority, rich: Group
) -> None:
    with authority_scope(larkshire):
        lot, again = propose(rich, 10_000, "By lot"), propose(rich, 10_000, "Once more")
        for row, rule in ((lot, TieRule.LOT), (again, TieRule.AGAIN)):
            Vote.objects.filter(pk=vote_of(row).pk).update(tie_rule=rule)
            stand_aside(vote_id=vote_of(row).pk, membership=rich.caras, interest="Ours", by=rich.cara, at=NOW)
            voted(rich, row, FOR, AGAINST)
            assert state(row) is ProposalState.EQUAL
        settle_vote(vote_id=vote_of(lot).pk, is_carried=True, by=rich.lena, at=OVER)
        assert state(lot) is ProposalState.DECIDED
        equal = vote_of(again)
        assert equal.outcome == OutcomeKind.VOTE_AGAIN
        repeated = put_to_vote(
            collaboration=rich.collaboration, title=equal.title, proposal=equal.proposal, follows=equal,
            closes_at=UNTIL, by=rich.lena, at=NOW,
        )  # fmt: skip
        assert (repeated.subject_kind, repeated.subject_id) == (SPENDING, again.pk)
        assert [voter.membership for voter in repeated.voters.filter(stood_aside=True)] == [rich.caras]
        assert state(again) is ProposalState.VOTED_ON
        voted(rich, again, FOR, FOR)
        assert state(again) is ProposalState.DECIDED


@pytest.mark.django_db
def test_s10_nothing_is_put_to_the_vote_beyond_what_is_free_or_without_an_objective(
    larkshire: Authority, rich: Group
) -> None:
    with authority_scope(larkshire):
        for facts, field in (
            ({"pence": 100_001}, "pence"),
            ({"pence": 0}, "pence"),
            ({"objective_id": None}, "objective"),
            ({"what": "Sort code 20-45-45 12345678"}, "what"),
            ({"words": "Sort code 20-45-45 12345678"}, "words"),
            ({"closes_at": NOW + timedelta(days=61)}, "closes_at"),
        ):
            with pytest.raises(ValidationError) as refused:
                propose(rich, **facts)
            assert set(refused.value.message_dict) == {field}, facts
        assert not SpendingProposal.objects.exists()
        assert not Vote.objects.exists()


@pytest.mark.django_db
def test_s10_the_database_keeps_a_proposal_as_the_members_voted_on_it(
    larkshire: Authority, rich: Group
) -> None:
    with authority_scope(larkshire):
        row = propose(rich, 10_000)
        other = decided(rich.collaboration, 20_000, by=rich.lena, at=NOW)
        rows = SpendingProposal.objects.filter(pk=row.pk)
        for deed in (
            lambda: rows.update(pence=1),
            lambda: rows.update(decision=other),
            lambda: rows.delete(),
        ):
            with pytest.raises(DatabaseError), transaction.atomic():
                deed()
        voted(rich, row, FOR, FOR, FOR)
        with pytest.raises(DatabaseError), transaction.atomic():
            rows.update(decision=None)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("turn", [1, 2])
def test_s10_two_that_are_carried_at_once_do_not_promise_one_pound_twice(
    larkshire: Authority, rich: Group, turn: int
) -> None:
    with authority_scope(larkshire):
        votes = []
        for what in ("A", "B"):
            vote = vote_of(propose(rich, what=what))
            for member, person in (
                (rich.acorns, rich.lena),
                (rich.bluebells, rich.mo),
                (rich.caras, rich.cara),
            ):
                cast(vote, member, FOR, person, at=NOW)
            votes.append(vote.pk)
    close = lambda pk: lambda: close_vote(vote_id=pk, by=None, at=OVER)  # noqa: E731
    assert at_once(larkshire, [close(pk) for pk in votes]) == ["done", "done"]
    with authority_scope(larkshire):
        assert SpendingDecision.objects.count() == 1
        assert balance_of(rich.collaboration.pk).free_pence == 40_000
        states = sorted(line.state for line in proposals_of(rich.collaboration.pk))
        assert states == [ProposalState.CARRIED]
        row = SpendingProposal.objects.get(decision=None)
    # two who propose at once, and a vote that is closed while its decision is asked for
    retry = lambda: decide_carried(  # noqa: E731
        collaboration_id=rich.collaboration.pk, proposal_id=row.pk, by=rich.lena, at=OVER
    )
    assert len(set(at_once(larkshire, [retry, retry]))) == 1
    with authority_scope(larkshire):
        assert SpendingDecision.objects.count() == 1


def text_of(answer: Any) -> str:
    assert answer.status_code == 200, answer.status_code
    return " ".join(answer.content.decode().split())


@pytest.mark.django_db
def test_s10_the_leader_puts_it_to_the_vote_on_the_fund_and_the_result_is_on_both_pages(
    larkshire: Authority, rich: Group, browse: Browse, now: TimeMachineFixture
) -> None:
    base = f"/larkshire/collaborations/{rich.collaboration.pk}/fund/"
    lena = browse(rich.lena)
    assert f"{base}vote/" in lena.get(base).content.decode()
    with authority_scope(larkshire):
        objective = str(objective_of(rich.collaboration, rich.lena).pk)
    form = {"what": "Training", "pence": "£600", "objective": objective, "words": "Two days."}
    answer = lena.post(f"{base}vote/", form)
    assert set(answer.context["form"].errors) == {"closes_on"}
    form |= {"closes_on_day": "7", "closes_on_month": "12", "closes_on_year": "2026"}
    too_much = lena.post(f"{base}vote/", {**form, "pence": "1,000.01"})
    assert set(too_much.context["form"].errors) == {"pence"}
    early = {"closes_on_day": "29", "closes_on_month": "11", "closes_on_year": "2026"}
    assert set(lena.post(f"{base}vote/", {**form, **early}).context["form"].errors) == {"closes_on"}
    page = text_of(lena.post(f"{base}vote/", form, follow=True))
    assert "The vote is open" in page
    with authority_scope(larkshire):
        row = SpendingProposal.objects.get()
        vote = vote_of(row)
    of_vote = f"/larkshire/collaborations/{rich.collaboration.pk}/meetings/votes/{vote.pk}/"
    assert of_vote in lena.get(f"{base}votes/{row.pk}/").content.decode()
    assert f"{base}votes/{row.pk}/" in browse(rich.mo).get(of_vote).content.decode()
    assert "The members vote on it" in text_of(browse(rich.mo).get(base))
    assert "The members vote about £600 of it already" in text_of(lena.get(f"{base}vote/"))
    with authority_scope(larkshire):
        voted(rich, row, FOR, FOR, FOR)
        row.refresh_from_db()
    now.move_to(OVER, tick=False)
    page = text_of(browse(rich.mo).get(f"{base}votes/{row.pk}/"))
    assert "The members voted." in page
    assert f"{base}decisions/{row.decision_id}/" in page
    assert of_vote in browse(rich.mo).get(f"{base}decisions/{row.decision_id}/").content.decode()


@pytest.mark.django_db
def test_s10_the_leader_decides_later_or_ends_on_the_page_of_the_proposal(
    larkshire: Authority, rich: Group, browse: Browse
) -> None:
    base = f"/larkshire/collaborations/{rich.collaboration.pk}/fund/"
    lena = browse(rich.lena)
    with authority_scope(larkshire):
        first, second = propose(rich), propose(rich, what="A tent")
        for row in (first, second):
            voted(rich, row, FOR, FOR, FOR)
        first.refresh_from_db()
    page = f"{base}votes/{second.pk}/"
    assert "less than its sum was free. £400 is free today" in text_of(lena.get(page))
    assert "Decide it now" not in text_of(browse(rich.mo).get(page))
    assert "£400 is free" in text_of(lena.post(f"{page}decide/", {}))
    lena.post(f"{base}decisions/{first.decision_id}/close/", {"words": "Not needed"})
    answer = lena.post(f"{page}decide/", {}, follow=True)
    assert "It is decided. Its sum is kept for it." in text_of(answer)
    with authority_scope(larkshire):
        third, fourth = propose(rich, 40_000, what="A van"), propose(rich, 40_000, what="A bus")
        for row in (fourth, third):
            voted(rich, row, FOR, FOR, FOR)
    page = f"{base}votes/{third.pk}/"
    assert set(lena.post(f"{page}end/", {"words": ""}).context["form"].errors) == {"words"}
    assert "A later year" in text_of(lena.post(f"{page}end/", {"words": "A later year"}, follow=True))


@pytest.mark.django_db
def test_s10_what_others_see_of_a_proposal_is_nothing(
    larkshire: Authority, rich: Group, browse: Browse, amina: User, quinn: User, sam: User, otto: User
) -> None:
    base = f"/larkshire/collaborations/{rich.collaboration.pk}/fund/"
    with authority_scope(larkshire):
        row = propose(rich)
        vote = vote_of(row)
    page = f"{base}votes/{row.pk}/"
    for person, status in ((rich.mo, 200), (amina, 200), (quinn, 403), (sam, 404), (otto, 404)):
        assert browse(person).get(page).status_code == status, person
    for person, status in ((rich.mo, 403), (amina, 403), (sam, 404), (otto, 404)):
        for deed in (f"{base}vote/", f"{page}decide/", f"{page}end/"):
            assert browse(person).post(deed, {}).status_code == status, (person, deed)
    of_vote = f"/larkshire/collaborations/{rich.collaboration.pk}/meetings/votes/{vote.pk}/"
    assert page in browse(amina).get(of_vote).content.decode()
    assert page not in browse(quinn).get(of_vote).content.decode()
    put = f"/larkshire/collaborations/{rich.collaboration.pk}/meetings/votes/put/?subject=spending-{row.pk}"
    assert browse(rich.lena).get(put).status_code == 404
