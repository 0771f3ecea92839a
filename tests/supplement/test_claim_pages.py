"""S7: the leader's claim on its pages: begun, sent, answered, withdrawn, appealed; read by members and the
team.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from time_machine import TimeMachineFixture

from accounts.models import Authority, User
from collaborations.models import Collaboration
from core.scoping import authority_scope
from memberships.services.leaders import appoint_leader
from memberships.services.members import join
from supplement.models.claims import Claim, ClaimWaiver
from supplement.models.parts import SchemePeriod
from supplement.rules.claims import Actor, Assessment, ClaimState
from supplement.rules.criteria import Consequence, Kind
from supplement.services.claim_moves import move_claim
from supplement.services.claims import open_claim
from tests.factories.groups import APPOINTED, JOINED, Group, one_more_member
from tests.factories.offers import ReturnPeriodFactory, StaffReturnFactory
from tests.factories.supplement import open_period
from tests.outbox import deliver
from tests.staging import staged

pytestmark = pytest.mark.django_db
Browse = Callable[[User | None], Client]
NOW = datetime(2026, 11, 30, 10, tzinfo=UTC)
CRITERIA = [
    {"consequence": Consequence.BLOCK, "threshold": 2},
    {"kind": Kind.RETURN, "threshold": None, "consequence": Consequence.EXCLUDE, "may_be_waived": True},
    {"kind": Kind.MEETINGS, "threshold": 1, "consequence": Consequence.HOLD, "grace_days": 60},
]


@pytest.fixture(autouse=True)
def now(time_machine: TimeMachineFixture) -> None:
    time_machine.move_to(NOW, tick=False)


@staged
def period(larkshire: Authority, maya: User) -> SchemePeriod:
    with authority_scope(larkshire):
        return open_period(maya, on=NOW.date(), criteria=CRITERIA)


@staged
def claim(larkshire: Authority, period: SchemePeriod, led: Group) -> Claim:
    """Being written; Acorns has confirmed its number, the others have not."""
    with authority_scope(larkshire):
        asked = ReturnPeriodFactory(
            count_date=period.count_on, opens_on=period.count_on, due_on=NOW.date() + timedelta(days=5)
        )
        StaffReturnFactory(period=asked, provider=led.acorns.provider, certified_by=led.lena)
        return open_claim(period_id=period.pk, collaboration_id=led.collaboration.pk, by=led.lena, at=NOW)


def text_of(answer: Any) -> str:
    assert answer.status_code == 200, answer.status_code
    return " ".join(answer.content.decode().split())


def errors_of(answer: Any) -> dict[str, list[str]]:
    assert answer.status_code == 200, answer.status_code
    return dict(answer.context["form"].errors)


def money_of(group: Collaboration) -> str:
    return f"/larkshire/collaborations/{group.pk}/supplement/"


def page_of(claim: Claim) -> str:
    return f"{money_of(claim.collaboration)}claims/{claim.pk}/"


def moved(
    larkshire: Authority, claim: Claim, by: User, *steps: tuple[ClaimState, Actor], **facts: str
) -> None:
    with authority_scope(larkshire):
        for to, actor in steps:
            change = lambda row: setattr(row, "assessment", facts.get("assessment", row.assessment))  # noqa: E731
            move_claim(claim_id=claim.pk, to=to, actor=actor, by=by, at=NOW, change=change, **facts)


def emailed(larkshire: Authority, mailoutbox: list[Any]) -> list[tuple[str, str]]:
    """The subject and the address of what is sent now."""
    del mailoutbox[:]
    with authority_scope(larkshire):
        deliver()
    return [(email.subject, email.to[0]) for email in mailoutbox]


SENT = (ClaimState.SUBMITTED, Actor.LEADER)
CHECKED = (ClaimState.CHECKING, Actor.OFFICER)


# --- beginning and reading ----------------------------------------------------------------------------------


def test_s7_a_leader_begins_the_claim_from_the_home_page(
    period: SchemePeriod, led: Group, browse: Browse
) -> None:
    leader, money = browse(led.lena), money_of(led.collaboration)
    assert "Claim the supplement for Autumn" in text_of(leader.get("/larkshire/"))
    page = leader.get(money)
    begin = f"{money}claims/begin/{period.pk}/"
    assert f'href="{begin}"' in page.content.decode()
    assert "Nobody has begun the claim yet." in text_of(page)
    assert "A leader begins it, and sends it by 10 December 2026." in text_of(page)
    assert "0 of 3 things that the scheme asks are met" in text_of(page)
    assert "You can send the claim until 10 December 2026." in text_of(leader.get(begin))
    answer = leader.post(begin)
    assert answer.status_code == 302
    assert leader.post(begin)["Location"] == answer["Location"]  # pressed twice
    assert leader.get(begin)["Location"] == answer["Location"]
    assert "Send the claim for Autumn" in text_of(leader.get("/larkshire/"))
    assert "The claim is being written." in text_of(browse(led.mo).get(money))
    how = leader.get("/larkshire/supplement/")
    assert [crumb.url for crumb in how.context["breadcrumbs"]] == ["/larkshire/"]


def test_s7_the_claim_shows_what_is_missing_and_where_it_is_mended(
    claim: Claim, led: Group, browse: Browse
) -> None:
    page = text_of(browse(led.lena).get(page_of(claim)))
    assert "About £112.50, on the numbers confirmed so far" in page  # 9 heads of Acorns
    assert "Meetings held: 0 of 1 so far. You have until 9 January 2027." in page
    assert f'href="/larkshire/collaborations/{claim.collaboration_id}/meetings/"' in page
    assert "1 of 3 members meet it." in page
    assert "Bluebells" in page
    assert "2 of 3 owe their number of 10 November 2026." in page
    assert "has not said yet how many work there" in page  # Cara minds children


def test_s4_a_member_reads_the_claim_in_its_name_and_nothing_of_the_others(
    larkshire: Authority, claim: Claim, led: Group, amina: User, browse: Browse
) -> None:
    with authority_scope(larkshire):
        ClaimWaiver.objects.create(
            claim=claim, membership=led.caras, kind=Kind.RETURN, reason="Ill that week", by=amina, at=NOW
        )
    leader, member = (text_of(browse(person).get(page_of(claim))) for person in (led.lena, led.mo))
    assert f"Cara&#x27;s</span>. Staff number certified: not met. {amina} let it pass" in leader
    assert "Ill that week" in leader
    assert "Ill that week" not in member
    assert "Bluebells</span>. Staff number certified" in member  # the own setting
    for hidden in ("Acorns", "Cara", "Send the claim", "Withdraw", "Ask them by email"):
        assert hidden not in member.split("<main")[1]


# --- sending ------------------------------------------------------------------------------------------------


def test_s7_what_is_not_met_is_told_and_does_not_stop_the_claim(
    claim: Claim, led: Group, browse: Browse
) -> None:
    leader, send = browse(led.lena), f"{page_of(claim)}send/"
    assert "you see what is sent before it goes" in text_of(leader.get(send)).lower()
    bank = leader.post(send, {"words": "Pay 20-45-45 12345678"})
    assert "bank details" in str(errors_of(bank)["words"])
    check = text_of(leader.post(send, {"words": "We meet in January."}))
    assert "3 things are not met today" in check or "2 things are not met today" in check
    assert "If it is not met: the payment waits until it is met" in check
    assert "We meet in January." in check
    sent = leader.post(send, {"words": "We meet in January.", "confirmed": "1"})
    assert sent["Location"] == page_of(claim)
    page = text_of(leader.get(page_of(claim)))
    assert "The claim is with the early years team." in page
    assert "We meet in January." in page
    assert leader.get(send).status_code == 302
    again = leader.post(send, {"words": "We meet in January.", "confirmed": "1"})
    assert again.status_code == 302  # pressed twice
    assert "The claim is “Sent in”" in str(
        errors_of(leader.post(send, {"words": "Other words", "confirmed": "1"}))
    )


def test_s7_after_the_last_day_nothing_is_begun_or_sent(
    claim: Claim, period: SchemePeriod, led: Group, elsewhere: Collaboration, browse: Browse,
    time_machine: TimeMachineFixture,
) -> None:  # fmt: skip
    time_machine.move_to(NOW + timedelta(days=11), tick=False)
    leader = browse(led.lena)
    late = leader.post(f"{page_of(claim)}send/", {"words": "", "confirmed": "1"})
    assert "from 20 November 2026 to 10 December 2026" in str(errors_of(late))
    assert "The claim was not sent by 10 December 2026" in text_of(leader.get(page_of(claim)))
    assert "Send the claim" not in text_of(leader.get("/larkshire/"))


# --- afterwards ---------------------------------------------------------------------------------------------


def test_s7_a_question_is_told_by_email_and_answered(
    larkshire: Authority, claim: Claim, led: Group, amina: User, browse: Browse, mailoutbox: list[Any]
) -> None:
    moved(larkshire, claim, amina, SENT, CHECKED)
    moved(larkshire, claim, amina, (ClaimState.RETURNED, Actor.OFFICER), words="Where are the minutes?")
    about = "Riverside: a question about your supplement claim"
    assert (about, led.lena.email) in emailed(larkshire, mailoutbox)
    leader = browse(led.lena)
    assert "Answer the question about the claim for Autumn" in text_of(leader.get("/larkshire/"))
    address = f"{page_of(claim)}answer/"
    assert "Where are the minutes?" in text_of(leader.get(address))
    assert set(errors_of(leader.post(address, {"words": " "}))) == {"words"}
    for _ in range(2):
        assert leader.post(address, {"words": "They are here now."}).status_code == 302
    page = text_of(leader.get(page_of(claim)))
    assert page.count("They are here now.") == 1
    assert "They are here now." not in text_of(browse(led.mo).get(page_of(claim)))
    assert "Answer the question" not in text_of(leader.get("/larkshire/"))


def test_s7_a_calculated_claim_is_withdrawn_with_a_reason_and_what_follows_is_told(
    larkshire: Authority, claim: Claim, period: SchemePeriod, led: Group, amina: User, browse: Browse
) -> None:
    moved(larkshire, claim, amina, SENT, CHECKED)
    moved(
        larkshire, claim, amina, (ClaimState.ASSESSED, Actor.OFFICER), (ClaimState.CALCULATED, Actor.RUN),
        assessment=Assessment.ELIGIBLE,
    )  # fmt: skip
    leader, address = browse(led.lena), f"{page_of(claim)}withdraw/"
    assert "The claim leaves the payment run" in text_of(leader.get(address))
    assert set(errors_of(leader.post(address, {"words": ""}))) == {"words"}
    for _ in range(2):
        assert leader.post(address, {"words": "We have closed."}).status_code == 302
    assert "The claim was withdrawn. Nothing is paid for Autumn." in text_of(leader.get(page_of(claim)))
    begun = leader.post(f"{money_of(led.collaboration)}claims/begin/{period.pk}/")
    assert begun["Location"] == page_of(claim)  # one claim a period


def test_s7_a_decision_is_appealed_with_a_reason(
    larkshire: Authority, claim: Claim, led: Group, amina: User, browse: Browse, mailoutbox: list[Any]
) -> None:
    moved(larkshire, claim, amina, SENT, CHECKED)
    leader, address = browse(led.lena), f"{page_of(claim)}appeal/"
    assert leader.get(address).status_code == 302  # nothing is decided yet
    moved(larkshire, claim, amina, (ClaimState.ASSESSED, Actor.OFFICER), assessment=Assessment.NOT)
    about = "Riverside: your supplement claim is assessed"
    assert (about, led.lena.email) in emailed(larkshire, mailoutbox)
    assert "not eligible, and nothing is paid" in text_of(leader.get(page_of(claim)))
    assert set(errors_of(leader.post(address, {"words": ""}))) == {"words"}
    assert leader.post(address, {"words": "We were five."}).status_code == 302
    assert "The group has appealed." in text_of(leader.get(page_of(claim)))


# --- who may ------------------------------------------------------------------------------------------------


def test_s7_who_reads_and_who_acts(
    claim: Claim, led: Group, sam: User, otto: User, amina: User, fred: User, quinn: User, browse: Browse
) -> None:
    money = money_of(led.collaboration)
    acts = [f"{page_of(claim)}{deed}/" for deed in ("send", "ask", "withdraw", "appeal", "answer")]
    for person, read, act in (
        (led.mo, 200, 403), (amina, 200, 403), (fred, 200, 403), (quinn, 403, 403), (sam, 404, 404),
        (otto, 404, 404),
    ):  # fmt: skip
        client = browse(person)
        assert client.get(page_of(claim)).status_code == read, person
        assert client.get(money).status_code == (404 if read == 404 else 200)
        for address in acts:
            assert client.get(address).status_code == client.post(address).status_code == act, (
                person,
                address,
            )
    other = page_of(claim).replace(f"/claims/{claim.pk}/", f"/claims/{claim.pk + 999}/")
    assert browse(led.lena).get(other).status_code == 404


def test_s7_who_leads_two_groups_claims_for_each(
    larkshire: Authority, claim: Claim, period: SchemePeriod, led: Group, elsewhere: Collaboration, amina: User,
    browse: Browse,
) -> None:  # fmt: skip
    with authority_scope(larkshire):
        second = join(collaboration=elsewhere, provider=led.acorns.provider, on=JOINED, by=amina)
        appoint_leader(membership=second, user=led.lena, manner="joint", starts_on=APPOINTED, by=amina)
    leader = browse(led.lena)
    home = text_of(leader.get("/larkshire/"))
    assert "Claim the supplement for Autumn" in home
    assert "Send the claim for Autumn" in home
    assert leader.post(f"{money_of(elsewhere)}claims/begin/{period.pk}/").status_code == 302
    wrong = f"{money_of(elsewhere)}claims/{claim.pk}/"
    assert leader.get(wrong).status_code == 404  # the claim of another group


def test_s7_a_group_that_nobody_leads_is_told_so(
    period: SchemePeriod, elsewhere: Collaboration, sam: User, browse: Browse
) -> None:
    assert "Nobody leads the group today" in text_of(browse(sam).get(money_of(elsewhere)))


# --- staff numbers ------------------------------------------------------------------------------------------


def test_s7_members_that_owe_are_asked_once_a_day(
    larkshire: Authority, claim: Claim, led: Group, browse: Browse, mailoutbox: list[Any],
    time_machine: TimeMachineFixture,
) -> None:  # fmt: skip
    leader, ask = browse(led.lena), f"{page_of(claim)}ask/"
    assert "Bluebells, Cara" in text_of(leader.get(ask)).replace("&#x27;", "'")
    answer = leader.post(ask, follow=True)
    assert "2 settings were reminded." in text_of(answer)
    assert [address for _subject, address in emailed(larkshire, mailoutbox)] == [led.mo.email, led.cara.email]
    assert "Ask them by email" not in text_of(leader.get(page_of(claim)))
    leader.post(ask)
    assert emailed(larkshire, mailoutbox) == []
    time_machine.move_to(NOW + timedelta(days=1), tick=False)
    assert "Ask them by email" in text_of(browse(led.lena).get(page_of(claim)))


def test_s7_another_count_date_is_not_asked_for_in_the_claims_name(
    larkshire: Authority, claim: Claim, led: Group, browse: Browse
) -> None:
    with authority_scope(larkshire):
        ReturnPeriodFactory(name="Later", count_date=NOW.date(), opens_on=NOW.date(), due_on=NOW.date())
    leader = browse(led.lena)
    assert "It can be confirmed no more by the members" in text_of(leader.get(page_of(claim)))
    refused = leader.post(f"{page_of(claim)}ask/")
    assert "The staff number of 10 November 2026 is not asked for now." in str(errors_of(refused))


# --- what it costs ------------------------------------------------------------------------------------------


def test_s7_pages_cost_the_same_however_many_members_there_are(
    larkshire: Authority, claim: Claim, led: Group, browse: Browse
) -> None:
    leader, counts = browse(led.lena), []
    for _ in range(2):
        for address in (money_of(led.collaboration), page_of(claim)):
            leader.get(address)
            with CaptureQueriesContext(connection) as queries:
                assert leader.get(address).status_code == 200
            counts.append(len(queries))
        with authority_scope(larkshire):
            for _number in range(4):
                one_more_member(led.collaboration)
    assert counts[:2] == counts[2:]
    assert max(counts) <= 40
