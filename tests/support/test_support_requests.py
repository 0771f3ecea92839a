"""What a group asks of officers, their answers, and the emails both ways (L4)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
import time_machine
from django.core.exceptions import ValidationError

from accounts.models import Authority, User
from audit.models import Entry
from collaborations.models import Collaboration
from core.scoping import authority_scope
from support.models import SupportRequest
from support.services.support import (
    accept_request,
    ask_support,
    decline_request,
    finish_request,
    withdraw_request,
)
from tests.factories.groups import Group
from tests.support.conftest import NOW

DAY = date(2026, 12, 3)


@pytest.fixture(autouse=True)
def now() -> Any:
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def ask(larkshire: Authority, led: Group) -> Callable[..., SupportRequest]:
    """``ask()``: Lena invites an officer to a meeting."""

    def run(**more: Any) -> SupportRequest:
        facts = {
            "kind": "attend",
            "wanted_on": DAY,
            "place": "Village hall",
            "words": "Tell us about the returns.",
            "at": NOW,
            **more,
        }
        with authority_scope(larkshire):
            return ask_support(collaboration_id=led.collaboration.pk, by=led.lena, **facts)

    return run


@pytest.fixture
def asked(ask: Callable[..., SupportRequest]) -> SupportRequest:
    return ask()


@pytest.fixture
def act(larkshire: Authority, amina: User) -> Callable[..., SupportRequest]:
    """``act(services.finish_request, asked)``."""

    def run(service: Callable[..., SupportRequest], request: SupportRequest, **more: Any) -> SupportRequest:
        with authority_scope(larkshire):
            return service(request_id=request.pk, **{"by": amina, "at": NOW, **more})

    return run


def sentences(larkshire: Authority) -> list[str]:
    with authority_scope(larkshire):
        return [entry.sentence for entry in Entry.objects.filter(action__startswith="support").order_by("pk")]


def test_l4_from_the_invitation_to_the_day_itself(
    ask: Any, act: Any, larkshire: Authority, maya: User, led: Group, emails_of: Callable[..., Any]
) -> None:
    made: list[SupportRequest] = []
    (to_team,) = emails_of(lambda: made.append(ask()))
    assert (to_team.to, to_team.subject) == (
        ["early.years@larkshire.example"],
        "Riverside asks: attend a meeting on 3 December",
    )
    assert "Lena Hartley asks for Riverside: Attend a meeting. The day is 3 December 2026." in to_team.body
    assert "returns" not in to_team.body
    to_officer, to_lena = sorted(
        emails_of(lambda: act(accept_request, made[0], officer=maya, words="Gladly.")),
        key=lambda one: one.to != [maya.email],
    )
    assert (to_officer.to, to_lena.to) == ([maya.email], [led.lena.email])
    assert (
        "Amina Yusuf has told Riverside that you help them: Attend a meeting. The day is 3 December 2026:"
        in to_officer.body
    )
    for words in (
        (
            "Maya Thornton of the early years team accepts the request of Riverside and comes on 3 December"
            " 2026."
        ),
        "Gladly.",
        maya.email,
    ):
        assert words in to_lena.body
    with time_machine.travel("2026-12-04 09:00Z", tick=False):
        from django.utils import timezone

        for _twice in range(2):
            assert act(finish_request, made[0], at=timezone.now()).state == "done"
    assert sentences(larkshire) == [
        "asked for support for Riverside: Attend a meeting",
        "answered the request of Riverside: Accepted",
        "recorded that support was given to Riverside",
    ]


def test_l4_declining_needs_words_and_sends_them(
    asked: SupportRequest, act: Any, emails_of: Callable[..., Any], led: Group
) -> None:
    with pytest.raises(ValidationError) as refusal:
        act(decline_request, asked, words=" ")
    assert list(refusal.value.message_dict) == ["words"]
    (email,) = emails_of(lambda: act(decline_request, asked, words="We are at the conference that day."))
    assert email.to == [led.lena.email]
    assert "cannot do this time what Riverside asked for" in email.body
    assert "We are at the conference that day." in email.body


def test_l4_an_officer_who_cannot_come_after_all_says_so(asked: SupportRequest, act: Any, maya: User) -> None:
    act(accept_request, asked, officer=maya, words="")
    assert act(decline_request, asked, words="Maya is ill.").state == "declined"


def test_l4_somebody_who_may_has_to_be_named(asked: SupportRequest, act: Any, fred: User, led: Group) -> None:
    for nobody in (None, fred, led.lena):
        with pytest.raises(ValidationError) as refusal:
            act(accept_request, asked, officer=nobody, words="")
        assert list(refusal.value.message_dict) == ["officer"]


def test_l4_the_group_withdraws_and_whoever_was_to_come_is_told(
    asked: SupportRequest, act: Any, maya: User, led: Group, emails_of: Callable[..., Any]
) -> None:
    act(accept_request, asked, officer=maya, words="")
    (email,) = emails_of(lambda: [act(withdraw_request, asked, by=led.lena) for _twice in range(2)])
    assert email.to == [maya.email]
    assert "Riverside has withdrawn its request" in email.body
    with pytest.raises(ValidationError, match="has ended already"):
        act(accept_request, asked, officer=maya, words="")


def test_l4_it_is_not_done_before_its_day_or_before_it_was_accepted(
    asked: SupportRequest, act: Any, maya: User
) -> None:
    with pytest.raises(ValidationError, match="at another step"):
        act(finish_request, asked)
    act(accept_request, asked, officer=maya, words="")
    with pytest.raises(ValidationError, match="has not come yet"):
        act(finish_request, asked)


def test_l4_asking_twice_is_asking_once(asked: SupportRequest, ask: Any, larkshire: Authority) -> None:
    with pytest.raises(ValidationError, match="asked for this already"):
        ask(words="Another word, the same day")
    ask(wanted_on=date(2026, 12, 10))
    ask(kind="other", wanted_on=None, words="Find us a room.")
    with pytest.raises(ValidationError, match="asked for this already"):
        ask(kind="other", wanted_on=None, words="Find us a room. ")
    with authority_scope(larkshire):
        assert SupportRequest.objects.count() == 3


def test_l4_what_cannot_be_asked_is_said_at_its_field(ask: Any, led: Group, larkshire: Authority) -> None:
    for facts, field in (
        ({"wanted_on": None}, "wanted_on"),
        ({"wanted_on": date(2026, 11, 20)}, "wanted_on"),
    ):
        with pytest.raises(ValidationError) as refusal:
            ask(**facts)
        assert list(refusal.value.message_dict) == [field]
    with authority_scope(larkshire):
        Collaboration.objects.filter(pk=led.collaboration.pk).update(state="closed")
    with pytest.raises(ValidationError) as refusal:
        ask()
    assert list(refusal.value.message_dict) == ["kind"]


def test_accepting_twice_is_once_and_a_second_answer_is_refused(
    asked: SupportRequest, act: Any, maya: User, amina: User, larkshire: Authority
) -> None:
    for _twice in range(2):
        act(accept_request, asked, officer=maya, words="")
    with pytest.raises(ValidationError, match="at another step"):
        act(accept_request, asked, officer=amina, words="")
    assert len(sentences(larkshire)) == 2
