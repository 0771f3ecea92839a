"""Requests for support on their pages."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import time_machine
from django.test import Client

from accounts.models import Authority, User
from core.exports.registry import find_export
from core.scoping import authority_scope
from core.tables.filters import WrongFilters
from leadership.models.cases import LeadershipCase
from leadership.selectors.sight import every_case
from providers.models import Provider
from support.models import SupportRequest
from tests.factories.groups import Group
from tests.factories.leadership import LeadershipCaseFactory
from tests.factories.support import ReferralFactory, SupportRequestFactory
from tests.support.conftest import NOW

Browse = Callable[..., Client]
REFERRALS, REFER = "/larkshire/leadership/referrals/", "/larkshire/leadership/referrals/make/"
SUPPORT = "/larkshire/leadership/support/"


@pytest.fixture(autouse=True)
def now() -> Any:
    with time_machine.travel(NOW, tick=False):
        yield


def text(response: Any) -> str:
    return " ".join(response.content.decode().split())


def asked_by(led: Group, **facts: Any) -> SupportRequest:
    row: SupportRequest = SupportRequestFactory(collaboration=led.collaboration, asked_by=led.lena, **facts)
    return row


def test_a_leader_asks_and_follows_an_officer_answers(
    browse: Browse, led: Group, amina: User, larkshire: Authority
) -> None:
    of = f"{SUPPORT}of/{led.collaboration.pk}/"
    lena, officer = browse(led.lena), browse(amina)
    assert "Officers come to a collaboration when its leaders" in text(lena.get(of))
    sent = {
        "kind": "attend",
        "wanted_on_day": "3",
        "wanted_on_month": "12",
        "wanted_on_year": "2026",
        "place": "",
        "words": "Staff returns",
    }
    missing = text(
        lena.post(f"{of}ask/", {**sent, "wanted_on_day": "", "wanted_on_month": "", "wanted_on_year": ""})
    )
    assert "Say on which day the meeting is." in missing
    done = text(lena.post(f"{of}ask/", sent, follow=True))
    assert "Your request has gone to the early years team." in done
    assert "Waiting for an answer" in done
    assert "asked for this already" in text(lena.post(f"{of}ask/", sent))
    assert "1 request for support waits for an answer" in text(officer.get("/larkshire/"))
    with authority_scope(larkshire), every_case():
        page = f"{SUPPORT}{SupportRequest.objects.get().pk}/"
    assert "Choose who helps them." in text(
        officer.post(f"{page}answer/", {"answer": "accept", "officer": "", "words": ""})
    )
    assert "Say why not" in text(officer.post(f"{page}answer/", {"answer": "decline", "words": ""}))
    answered = text(
        officer.post(
            f"{page}answer/", {"answer": "accept", "officer": amina.pk, "words": "Gladly"}, follow=True
        )
    )
    for words in (
        "The answer has gone to the collaboration.",
        "Accepted",
        "Gladly",
        "Say that it cannot be done after all",
    ):
        assert words in answered
    assert "Record that the support was given" not in answered, "not before its day"
    home = text(officer.get("/larkshire/"))
    assert "Next visits" in home
    assert f'3 December 2026: <a class="govuk-link" href="{page}">Riverside</a>' in home
    assert "waits for an answer" not in text(officer.get("/larkshire/"))
    news = text(lena.get("/larkshire/"))
    assert f'href="{page}">The early years team has answered your request' in news
    assert "Amina Yusuf comes on 3 December 2026." in news
    assert "Withdraw this request" in text(lena.get(page))
    assert "Withdrawn" in text(lena.post(f"{page}withdraw/", follow=True))


def test_l4_who_sees_a_request(
    browse: Browse, led: Group, elsewhere: Any, larkshire: Authority, amina: User, fred: User, otto: User
) -> None:
    with authority_scope(larkshire), every_case():
        row = asked_by(led, words="In confidence")
    page, of = f"{SUPPORT}{row.pk}/", f"{SUPPORT}of/{led.collaboration.pk}/"
    sam = User.objects.get(email="sam@larkshire.example")
    for somebody, one, group, ask in (
        (amina, 200, 200, 403),
        (led.lena, 200, 200, 200),
        (led.mo, 404, 403, 403),
        (fred, 404, 403, 403),
        (sam, 404, 404, 404),
        (otto, 404, 404, 404),
    ):
        client = browse(somebody)
        answers = [client.get(address).status_code for address in (page, of, f"{of}ask/")]
        assert answers == [one, group, ask], somebody
    assert browse(led.lena).get(f"{page}answer/").status_code == 403
    assert browse(amina).get(f"{page}withdraw/").status_code == 403


def test_l4_the_list_of_requests_is_filtered_and_exported(
    browse: Browse, led: Group, larkshire: Authority, amina: User
) -> None:
    with authority_scope(larkshire), every_case():
        asked_by(led, kind="other", words="A room")
        asked_by(led, kind="attend", wanted_on=NOW.date(), state="accepted", officer=amina)
    client = browse(amina)
    for query, number in (
        ("", 2),
        ("state=asked", 1),
        ("kind=attend", 1),
        (f"officer={amina.pk}", 1),
        (f"collaboration={led.collaboration.pk}", 2),
    ):
        assert client.get(f"{SUPPORT}?{query}").context["page"].paginator.count == number, query
    export: Any = find_export("support-requests")
    with authority_scope(larkshire), every_case():
        assert [row[1] for row in export.rows({"state": "asked"}, by=amina)] == ["Something else"]
        kept = export.clean_filters({"wanted_on_from": "20/11/2026", "wanted_on_to": "21 November 26"})
        assert kept == {"wanted_on_from": "2026-11-20", "wanted_on_to": "2026-11-21"}
        assert [row[1] for row in export.rows(kept, by=amina)] == ["Attend a meeting"]
        for wrong in ({"wanted_on_to": "x"}, {"state": "x"}, {"officer": "x"}):
            with pytest.raises(WrongFilters):
                export.clean_filters(wrong)


def test_l4_of_a_case_in_which_support_was_withdrawn_nothing_shows(
    browse: Browse, led: Group, larkshire: Authority, amina: User, maya: User, daisies: Provider
) -> None:
    """Every page of the subject is the same, byte by byte, whether a
    leader's case is open, closed or none there ever was.
    """
    with authority_scope(larkshire), every_case():
        row = asked_by(led)
        referral = ReferralFactory(collaboration=led.collaboration, provider=daisies, referred_by=amina)
    pages = [
        SUPPORT,
        f"{SUPPORT}{row.pk}/",
        f"{SUPPORT}of/{led.collaboration.pk}/",
        REFERRALS,
        f"{REFERRALS}{referral.pk}/",
        f"{REFER}?setting={daisies.pk}",
    ]
    clients = {"officer": browse(amina), "leader": browse(led.lena)}

    def seen() -> list[bytes]:
        return [
            b"".join(
                line
                for line in client.get(page).content.splitlines(True)
                if b"csrfmiddlewaretoken" not in line
            )
            for client in clients.values()
            for page in pages
        ]

    before = seen()
    with authority_scope(larkshire), every_case():
        case: LeadershipCase = LeadershipCaseFactory(
            appointment=led.acorns.leaders.get(), reason="Support withdrawn"
        )
    during = seen()
    with authority_scope(larkshire), every_case():
        LeadershipCase.objects.filter(pk=case.pk).update(
            closed_at=NOW,
            closed_by=maya,
            stage="closed",
            outcome="stopped",
            outcome_words="Support withdrawn",
        )
    assert before == during == seen()
