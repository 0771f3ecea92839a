"""S4, S7: the officers' queue of claims and its pages."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from time_machine import TimeMachineFixture

from accounts.models import Authority, User
from core.exports.registry import find_export
from core.scoping import authority_scope
from memberships.models.members import SettingRole
from supplement.models.claims import Claim, ClaimLook, ClaimWaiver
from supplement.models.runs import Adjustment
from supplement.rules.claims import Actor, Assessment, ClaimState
from supplement.services import assessing
from supplement.services.claim_moves import move_claim
from tests.factories.collaborations import CollaborationFactory
from tests.factories.groups import Group
from tests.factories.memberships import MembershipFactory
from tests.outbox import deliver
from tests.supplement.test_assessing_services import NOW, appealed, assessed, paid, sent

pytestmark = pytest.mark.django_db
Browse = Callable[[User | None], Client]
BASE = "/larkshire/supplement/evidence/"


@pytest.fixture(autouse=True)
def now(time_machine: TimeMachineFixture) -> None:
    time_machine.move_to(NOW, tick=False)


@pytest.fixture
def claim(larkshire: Authority, led: Group, maya: User) -> Claim:
    with authority_scope(larkshire):
        return sent(led, maya)


def text_of(answer: Any) -> str:
    assert answer.status_code == 200, answer.status_code
    return " ".join(answer.content.decode().split())


def state_of(authority: Authority) -> str:
    with authority_scope(authority):
        return str(Claim.objects.order_by("pk").values_list("state", flat=True)[0])


# --- the queue ----------------------------------------------------------------------------------------------


def others(claim: Claim, by: User, number: int) -> None:
    """Claims of other groups for the same period, drafts, begun the day before."""
    for row in range(number):
        group = CollaborationFactory(name=f"Group {row:02}")
        MembershipFactory(collaboration=group, joined_on=date(2026, 1, 1))
        at = NOW - timedelta(days=1)
        Claim.objects.create(
            period=claim.period, collaboration=group, opened_by=by, opened_at=at, moved_at=at
        )


def test_s7_what_waits_stands_first_and_the_oldest_before_the_others(
    larkshire: Authority, claim: Claim, led: Group, amina: User, browse: Browse
) -> None:
    with authority_scope(larkshire):
        others(claim, led.lena, 2)
        older = Claim.objects.get(collaboration__name="Group 01")
        Claim.objects.filter(pk=older.pk).update(state="checking")
    page = text_of(browse(amina).get(BASE))
    assert page.index("Group 01") < page.index("Riverside</a>") < page.index("Group 00")
    assert "Development plan in force" in page
    waiting = text_of(browse(amina).get(BASE, {"state": "waiting"}))
    assert "Group 00" not in waiting
    assert "Riverside</a>" in waiting


@pytest.mark.parametrize(
    ("filters", "shows"),
    [
        ({"missing": "plan"}, True),
        ({"missing": "minutes"}, False),
        ({"since": "new"}, True),
        ({"state": "submitted"}, True),
        ({"state": "paid"}, False),
        ({"district": "none"}, True),
    ],
)
def test_s7_the_queue_is_filtered(
    claim: Claim, amina: User, browse: Browse, filters: dict[str, str], shows: bool
) -> None:
    assert ("Riverside</a>" in text_of(browse(amina).get(BASE, filters))) is shows


def test_s7_what_an_officer_has_seen_is_new_to_the_others_alone(
    larkshire: Authority, claim: Claim, amina: User, maya: User, browse: Browse
) -> None:
    page = f"{BASE}{claim.pk}/"
    assert "You have not looked at this claim yet" in text_of(browse(amina).get(page))
    answer = browse(amina).post(f"{page}looked/", follow=True)
    assert "Nothing has changed since you looked" in text_of(answer)
    assert "Riverside</a>" not in text_of(browse(amina).get(BASE, {"since": "new"}))
    assert "Riverside</a>" in text_of(browse(maya).get(BASE, {"since": "new"}))
    with authority_scope(larkshire):
        ClaimLook.objects.update(standings={})
    page = text_of(browse(amina).get(page))
    assert "things have changed since you looked" in page
    assert ">New</strong>" in page


def test_s7_the_queue_asks_as_much_of_many_claims_as_of_few(
    larkshire: Authority, claim: Claim, led: Group, amina: User, browse: Browse
) -> None:
    client = browse(amina)
    client.get(BASE)
    with CaptureQueriesContext(connection) as few:
        client.get(BASE)
    with authority_scope(larkshire):
        others(claim, led.lena, 20)
    with CaptureQueriesContext(connection) as many:
        assert "21 claims" in text_of(client.get(BASE))
    assert len(many) == len(few) <= 22
    with CaptureQueriesContext(connection) as page:
        client.get(f"{BASE}{claim.pk}/")
    assert len(page) <= 24


def test_s7_an_empty_queue_says_what_comes_next(larkshire: Authority, amina: User, browse: Browse) -> None:
    assert "No group has begun a claim yet" in text_of(browse(amina).get(BASE))


# --- who may ------------------------------------------------------------------------------------------------


def test_s7_finance_reads_and_decides_nothing(claim: Claim, fred: User, browse: Browse) -> None:
    page = text_of(browse(fred).get(f"{BASE}{claim.pk}/"))
    assert "Development plan in force" in page
    assert "Begin the check" not in page
    assert "I have seen this" not in page
    for path in ("begin/", "assess/", "waive/plan/0/", "looked/"):
        assert browse(fred).post(f"{BASE}{claim.pk}/{path}").status_code == 403


def test_s7_nobody_else_knows_of_the_queue(
    claim: Claim, led: Group, sam: User, otto: User, browse: Browse
) -> None:
    for person in (led.lena, led.mo, sam):
        assert browse(person).get(BASE).status_code == 403
        assert browse(person).get(f"{BASE}{claim.pk}/").status_code == 403
    assert browse(otto).get(f"{BASE}{claim.pk}/").status_code == 404
    other = f"/marlshire/supplement/evidence/{claim.pk}/"
    for path in ("", "begin/", "ask/", "assess/", "again/", "appeal/", "waive/plan/0/"):
        assert browse(otto).get(f"{other}{path}").status_code == 404
    assert browse(otto).post(f"{other}begin/").status_code == 404


def test_s7_an_officer_who_works_there_is_told_and_refused(
    larkshire: Authority, claim: Claim, led: Group, amina: User, browse: Browse
) -> None:
    with authority_scope(larkshire):
        SettingRole.objects.create(
            user=amina, provider=led.bluebells.provider, role="staff", starts_on=date(2026, 1, 1)
        )
    client = browse(amina)
    words = "You work at a setting of this collaboration, so another officer must decide about its claim."
    page = text_of(client.get(f"{BASE}{claim.pk}/"))
    assert words in page
    assert "Begin the check" not in page
    assert "/waive/" not in page
    assert words in text_of(client.get(f"{BASE}{claim.pk}/begin/", follow=True))
    assert words in text_of(client.post(f"{BASE}{claim.pk}/begin/"))
    assert state_of(larkshire) == "submitted"


# --- one claim ----------------------------------------------------------------------------------------------


def test_s7_an_officer_checks_asks_and_assesses(
    larkshire: Authority, claim: Claim, led: Group, amina: User, browse: Browse
) -> None:
    client, page = browse(amina), f"{BASE}{claim.pk}/"
    first = text_of(client.get(page))
    assert first.index("Not met") < first.index("Active members" if "Active members" in first else "What has")
    assert "Nothing is known" in first
    client.post(f"{page}begin/")
    assert "Enter your question" in text_of(client.post(f"{page}ask/", {"words": ""}))
    assert client.post(f"{page}ask/", {"words": "Where is the plan?"}).status_code == 302
    assert state_of(larkshire) == "returned"
    told = text_of(client.get(f"{page}assess/", follow=True))
    assert "The claim is “Sent back with a question”. This cannot be done now." in told
    with authority_scope(larkshire):
        move_claim(
            claim_id=claim.pk, to=ClaimState.CHECKING, actor=Actor.LEADER, by=led.lena, at=NOW, words="Here."
        )
    form = client.get(f"{page}assess/")
    shown = text_of(form)
    assert "The criteria come to: <strong>" in shown
    assert "checked" not in shown.split("<form", 1)[1].split("</form>")[0]
    seen = form.context["form"].initial["seen"]
    assert "Select whether the claim" in text_of(client.post(f"{page}assess/", {"seen": seen}))
    refused = text_of(client.post(f"{page}assess/", {"seen": seen, "assessment": "not"}))
    assert "Give the reasons. The leaders read them." in refused
    sent_form = {"seen": seen, "assessment": "not", "words": "There is no plan."}
    assert client.post(f"{page}assess/", sent_form).status_code == 302
    done = text_of(client.get(page))
    assert "Not eligible" in done
    assert "There is no plan." in done
    assert "Where is the plan?" in done
    assert client.post(f"{page}again/", {"words": "It came."}).status_code == 302
    assert state_of(larkshire) == "checking"


def test_s7_evidence_that_changed_meanwhile_is_shown_before_it_is_assessed(
    larkshire: Authority, claim: Claim, amina: User, browse: Browse
) -> None:
    with authority_scope(larkshire):
        assessing.begin_check(claim_id=claim.pk, by=amina, at=NOW)
    client, page = browse(amina), f"{BASE}{claim.pk}/"
    answer = client.post(f"{page}assess/", {"seen": "old", "assessment": "not", "words": "No plan."})
    assert "The evidence has changed since you opened this page" in text_of(answer)
    assert "What it says now" in text_of(answer)
    assert "No plan." in text_of(answer)
    again = answer.context["form"].data
    assert client.post(f"{page}assess/", {**again.dict(), "words": "No plan."}).status_code == 302


def test_s4_a_criterion_is_waived_and_counts_again(
    larkshire: Authority, claim: Claim, led: Group, amina: User, browse: Browse
) -> None:
    client, page = browse(amina), f"{BASE}{claim.pk}/"
    member = f"{page}waive/return/{led.bluebells.pk}/"
    assert member in client.get(page).content.decode()
    assert "Enter the reason" in text_of(client.post(member, {"reason": ""}))
    assert "bank details" in text_of(client.post(member, {"reason": "Pay 20-45-45 12345678"}))
    assert client.post(member, {"reason": "The return came by post."}).status_code == 302
    shown = text_of(client.get(page))
    assert "The return came by post." in shown
    assert member not in shown
    assert "This criterion is waived already." in text_of(client.post(member, {"reason": "Twice."}))
    with authority_scope(larkshire):
        waiver = ClaimWaiver.objects.get()
    take_back = f"{page}waivers/{waiver.pk}/"
    assert "The return came by post." in text_of(client.get(take_back))
    assert client.post(take_back).status_code == 302
    assert "took it back on" in text_of(client.get(page))
    assert "This waiver is taken back already." in text_of(client.post(take_back))
    for wrong in ("waive/minutes/0/", "waive/return/0/", "waive/plan/99999/", "waivers/99999/"):
        assert client.get(f"{page}{wrong}").status_code == 404


# --- appeals ------------------------------------------------------------------------------------------------


def test_s7_an_appeal_is_decided(
    larkshire: Authority, claim: Claim, led: Group, amina: User, maya: User, browse: Browse
) -> None:
    with authority_scope(larkshire):
        assessed(claim, amina)
        appealed(claim, led)
    page = f"{BASE}{claim.pk}/appeal/"
    own = browse(amina)
    refusal = "You assessed this claim, so another officer must decide its appeal."
    assert own.get(page).status_code == 302
    assert refusal in text_of(own.get(f"{BASE}{claim.pk}/"))
    assert refusal in text_of(own.post(page, {"decision": "stand", "words": "There is no plan."}))
    assert state_of(larkshire) == "appealed"
    client = browse(maya)
    shown = text_of(client.get(page))
    assert "We have one." in shown
    assert refusal not in shown
    assert "add a correction" not in shown
    assert "Give the reasons of your decision" in text_of(client.post(page, {"decision": "again"}))
    assert "Select what you decide" in text_of(client.post(page, {"words": "Yes."}))
    assert client.post(page, {"decision": "correct", "words": "x"}).status_code == 200  # nothing is paid
    assert client.post(page, {"decision": "stand", "words": "There is no plan."}).status_code == 302
    assert state_of(larkshire) == "assessed"


def test_s7_an_appeal_about_paid_money_ends_in_a_correction(
    larkshire: Authority, claim: Claim, led: Group, amina: User, fred: User, maya: User, browse: Browse
) -> None:
    with authority_scope(larkshire):
        line = paid(claim, led, fred, maya)
        appealed(claim, led)
    client, page = browse(amina), f"{BASE}{claim.pk}/appeal/"
    assert "Bluebells: Each member of staff, £50" in text_of(client.get(page))
    typed = {
        "decision": "correct",
        "words": "Two were left out.",
        "line": f"{line.membership_id}.{line.component}",
    }
    assert set(client.post(page, {**typed, "line": ""}).context["form"].errors) == {"line", "pence"}
    assert set(client.post(page, {**typed, "pence": "-50.01"}).context["form"].errors) == {"pence"}
    assert set(client.post(page, {**typed, "pence": "0"}).context["form"].errors) == {"pence"}
    assert client.post(page, {**typed, "pence": "£25"}).status_code == 302
    with authority_scope(larkshire):
        assert Adjustment.objects.get().pence == 2500
    assert state_of(larkshire) == "adjusted"


def test_s7_the_sheet_says_what_the_queue_says(larkshire: Authority, claim: Claim, amina: User) -> None:
    with authority_scope(larkshire):
        export = find_export("evidence-of-claims")
        assert export is not None
        rows = list(export.rows({"missing": "plan"}, by=amina))
    assert len(rows) == 1
    assert "Development plan in force" in [str(cell) for cell in rows[0]][5]


def test_s7_a_withdrawn_claim_is_read_and_offers_nothing(
    larkshire: Authority, claim: Claim, led: Group, amina: User, browse: Browse
) -> None:
    with authority_scope(larkshire):
        move_claim(
            claim_id=claim.pk, to=ClaimState.WITHDRAWN, actor=Actor.LEADER, by=led.lena, at=NOW, words="Late."
        )
    page = text_of(browse(amina).get(f"{BASE}{claim.pk}/"))
    assert "Withdrawn" in page
    assert "/waive/" not in page
    assert str(Assessment.NOT.label) not in page


# --- what tells of it ---------------------------------------------------------------------------------------


def test_s7_home_says_how_many_claims_wait_and_since_when(
    larkshire: Authority, claim: Claim, led: Group, amina: User, fred: User, browse: Browse
) -> None:
    page = text_of(browse(amina).get("/larkshire/"))
    assert "1 claim of the supplement waits for you" in page
    assert f"/larkshire/supplement/evidence/{claim.pk}/" in page
    assert "of the supplement wait" not in text_of(browse(fred).get("/larkshire/"))
    with authority_scope(larkshire):
        others(claim, led.lena, 2)
        Claim.objects.filter(collaboration__name="Group 00").update(state="checking")
        Claim.objects.filter(collaboration__name="Group 01").update(state="appealed", stood="assessed")
    page = text_of(browse(amina).get("/larkshire/"))
    assert "3 claims of the supplement wait for you" in page
    assert "1 of them is an appeal." in page
    assert "/larkshire/supplement/evidence/?state=waiting" in page


def test_s7_an_appeal_is_told_to_the_team_and_its_decision_to_the_leaders(
    larkshire: Authority, claim: Claim, led: Group, amina: User, maya: User
) -> None:
    with authority_scope(larkshire):
        Authority.objects.update(contact_email="team@larkshire.example")
        assessed(claim, amina)
        deliver()
        mail.outbox.clear()
        appealed(claim, led)
        deliver()
        [team] = mail.outbox
        mail.outbox.clear()
        assessing.let_stand(claim_id=claim.pk, words="There is no plan.", by=maya, at=NOW)
        deliver()
        [leaders] = mail.outbox
    assert (team.to, team.subject) == (
        ["team@larkshire.example"],
        "Riverside: an appeal about a supplement claim",
    )
    assert "We have one." in team.body
    assert leaders.to == [led.lena.email]
    assert "The decision stands." in leaders.body
