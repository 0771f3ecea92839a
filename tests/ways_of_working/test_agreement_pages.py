"""The pages on which members agree their ways of working: who opens
what, what they say, and the journey by clicks (W2).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.models import Authority, User
from collaborations.models import Collaboration
from core.scoping import authority_scope
from memberships.services.members import leave
from tests.factories.agreeing import adopted, answered, circulated, drafted
from tests.factories.groups import Group, one_more_member
from tests.staging import staged
from ways_of_working.models import TermsAnswer, TermsReply, WaysOfWorking
from ways_of_working.services.terms_talk import reply_to_answer

Browse = Callable[..., Client]
AT = datetime(2026, 11, 21, 10, tzinfo=UTC)
TODAY = date(2026, 11, 21)
BY = {"answer_by_on_day": "5", "answer_by_on_month": "12", "answer_by_on_year": "2026"}
ON = {"on_day": "21", "on_month": "11", "on_year": "2026"}


@pytest.fixture(autouse=True)
def now() -> Iterator[None]:
    with time_machine.travel(AT, tick=False):
        yield


@staged
def draft(larkshire: Authority, led: Group) -> WaysOfWorking:
    with authority_scope(larkshire):
        return drafted(led.collaboration, led.lena)


@staged
def ways(larkshire: Authority, led: Group, draft: WaysOfWorking) -> WaysOfWorking:
    """With the members; Bluebells asks for a change, and Lena has replied."""
    with authority_scope(larkshire):
        sent = circulated(draft, led.lena, at=AT)
        answer = answered(sent, led.bluebells, led.mo, at=AT, answer="change", words="Meet <later>.")
        reply_to_answer(answer_id=answer.pk, words="How much later?", by=led.lena, at=AT)
    return sent


def page_of(group: Group, rest: str, version: int = 1) -> str:
    return f"/larkshire/collaborations/{group.collaboration.pk}/ways-of-working/{version}/{rest}"


def body_of(client: Client, where: str, data: dict[str, Any] | None = None) -> str:
    answer = client.get(where, follow=True) if data is None else client.post(where, data, follow=True)
    assert answer.status_code == 200, answer.status_code
    return " ".join(answer.content.decode().split())


# --- who ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("who", "reads", "runs", "answers", "talks"),
    [
        ("lena", 200, 200, 403, 200),
        ("mo", 200, 403, 200, 200),
        ("cara", 200, 403, 403, 403),
        ("amina", 200, 200, 403, 403),
        ("fred", 200, 403, 403, 403),
        ("sam", 404, 404, 404, 404),
        ("otto", 404, 404, 404, 404),
    ],
)
def test_w2_who_opens_the_pages(
    led: Group,
    ways: WaysOfWorking,
    elsewhere: Collaboration,
    browse: Browse,
    request: pytest.FixtureRequest,
    who: str,
    reads: int,
    runs: int,
    answers: int,
    talks: int,
) -> None:
    user = getattr(led, who, None) or (
        User.objects.get(email="sam@larkshire.example") if who == "sam" else request.getfixturevalue(who)
    )
    client = browse(user)
    with authority_scope(led.collaboration.authority_id):
        answer = TermsAnswer.objects.get()
    got = {
        rest: client.get(page_of(led, rest)).status_code
        for rest in (
            "answers/",
            "adopt/",
            "remind/",
            "take-back/",
            f"answer/{led.bluebells.pk}/",
            f"answers/{answer.pk}/reply/",
        )
    }
    assert list(got.values()) == [reads, runs, runs, runs, answers, talks]
    post = client.post(page_of(led, f"answer/{led.bluebells.pk}/"), {"answer": "agrees"})
    assert post.status_code == (302 if answers == 200 else answers)


def test_w2_officers_read_answers_and_not_the_talk(
    led: Group, ways: WaysOfWorking, amina: User, browse: Browse
) -> None:
    seen = {
        name: body_of(browse(user), page_of(led, "answers/"))
        for name, user in (("amina", amina), ("cara", led.cara), ("mo", led.mo))
    }
    assert all("Meet &lt;later&gt;." in body for body in seen.values())
    assert ["How much later?" in seen[name] for name in ("amina", "cara", "mo")] == [False, True, True]
    assert ["> Reply<" in seen[name] for name in ("amina", "cara", "mo")] == [False, False, True]


def test_w2_an_officer_of_the_group_is_one_of_the_group(
    led: Group, draft: WaysOfWorking, browse: Browse
) -> None:
    assert browse(led.mo).get(page_of(led, "answers/")).status_code == 404, (
        "what was never sent is for who writes it"
    )
    assert "Send it to the members" in body_of(browse(led.lena), page_of(led, "answers/"))
    assert browse(led.lena).get(page_of(led, "answers/", version=9)).status_code == 404


# --- sending it round ---------------------------------------------------------------------------------------


def test_w2_sent_after_a_look_at_who_is_asked(led: Group, draft: WaysOfWorking, browse: Browse) -> None:
    client, where = browse(led.lena), page_of(led, "circulate/")
    page = client.get(where)
    assert "It is the first version, so every member is asked to agree." in page.content.decode()
    seen = page.context["form"].initial["seen"]
    assert "Enter the day by which to answer" in body_of(client, where, {"seen": seen, "confirmed": "1"})
    preview = body_of(client, where, {**BY, "seen": seen, "why": "We have grown."})
    for words in (
        "who answer by 5 December 2026",
        "Bluebells: Mo Siddiqui",
        "We have grown.",
        "Section 1.9 does not say",
    ):
        assert words in preview
    with authority_scope(led.collaboration.authority_id):
        assert WaysOfWorking.objects.get().state == "draft", "nothing is sent before it was looked at"
    done = body_of(client, where, {**BY, "seen": seen, "why": "We have grown.", "confirmed": "1"})
    assert "It is with the members now. Emails go to 3 settings." in done
    assert "You have sent it already." in body_of(
        client, where, {**BY, "seen": seen, "why": "We have grown.", "confirmed": "1"}
    )
    assert "This version has been sent to the members already." in body_of(client, where)


def test_w2_text_that_changed_since_the_preview_is_looked_at_again(
    led: Group, draft: WaysOfWorking, browse: Browse
) -> None:
    client, where = browse(led.lena), page_of(led, "circulate/")
    body = body_of(client, where, {**BY, "seen": "0", "confirmed": "1"})
    assert "Somebody has changed the text in the meantime." in body
    assert 'name="seen" value="1"' in body, "the second look is at what is there now"


def test_w2_a_later_version_says_why_it_is_asked_again(
    led: Group, ways: WaysOfWorking, larkshire: Authority, browse: Browse
) -> None:
    with authority_scope(larkshire):
        for membership, person in ((led.acorns, led.lena), (led.bluebells, led.mo), (led.caras, led.cara)):
            answered(ways, membership, person, at=AT)
        adopted(ways, led.lena, on=TODAY, at=AT)
        drafted(
            led.collaboration,
            led.lena,
            texts={"1.2": "We learn from one another."},
            values={"attendance_threshold": "80"},
        )
    client = browse(led.lena)
    body = body_of(client, page_of(led, "circulate/", version=2))
    assert "The members are asked to agree again, because:" in body
    assert "is now used.</li>" in body
    compared = body_of(client, f"/larkshire/collaborations/{led.collaboration.pk}/ways-of-working/compare/")
    for words in ("From version 1 to version 2", "<del>", "<ins>", "one another", "[taken out:", "[put in:"):
        assert words in compared
    small = body_of(
        client, page_of(led, "circulate/", version=2), {"is_material": "tell", "seen": "2", "confirmed": "1"}
    )
    assert "Say why the members need not be asked again." in small
    body = body_of(
        browse(led.mo),
        f"/larkshire/collaborations/{led.collaboration.pk}/ways-of-working/compare/?old=1&new=2",
    )
    assert "There is only one version so far." in body, "what is being written is for who writes it"
    assert "one another" not in body


# --- answers and what follows -------------------------------------------------------------------------------


def test_w2_a_manager_answers_and_changes_the_answer(led: Group, ways: WaysOfWorking, browse: Browse) -> None:
    client, where = browse(led.mo), page_of(led, f"answer/{led.bluebells.pk}/")
    page = body_of(client, where)
    assert "Your answer so far: We ask for a change (Mo Siddiqui, 21 November 2026)." in page
    assert "We learn from each other." in page
    done = body_of(client, where, {"answer": "agrees", "words": ""})
    assert "You can change it until the version is adopted." in done
    assert client.get(page_of(led, "answer/999999/")).status_code == 404


def test_w2_an_answer_after_the_adoption_is_told_so(
    led: Group, ways: WaysOfWorking, larkshire: Authority, browse: Browse
) -> None:
    with authority_scope(larkshire):
        for membership, person in ((led.acorns, led.lena), (led.bluebells, led.mo), (led.caras, led.cara)):
            answered(ways, membership, person, at=AT)
        adopted(ways, led.lena, on=TODAY, at=AT)
    client, where = browse(led.mo), page_of(led, f"answer/{led.bluebells.pk}/")
    body = body_of(client, where, {"answer": "abstains"})
    assert "This version is not with the members, so it takes no answers." in body
    assert "The members adopted it on 21 November 2026, so it takes no more answers." in body
    assert "Adopted on 21 November 2026, recorded by Lena Hartley." in body_of(
        client, page_of(led, "answers/")
    )


def test_w2_member_and_leader_talk(
    led: Group, ways: WaysOfWorking, larkshire: Authority, browse: Browse
) -> None:
    with authority_scope(larkshire):
        answer = TermsAnswer.objects.get()
    where = page_of(led, f"answers/{answer.pk}/reply/")
    assert "Your reply is there." in body_of(browse(led.mo), where, {"words": "At seven."})
    assert "At seven." in body_of(browse(led.lena), where)
    assert browse(led.cara).post(where, {"words": "Me too"}).status_code == 403
    with authority_scope(larkshire):
        assert TermsReply.objects.count() == 2


def test_w2_reminded_taken_back_and_adopted_by_clicks(
    led: Group, ways: WaysOfWorking, larkshire: Authority, browse: Browse
) -> None:
    client = browse(led.lena)
    assert "had an email today" in body_of(client, page_of(led, "remind/"))
    assert "2 had one earlier today." in body_of(client, page_of(led, "remind/"), {})
    refused = body_of(client, page_of(led, "adopt/"), {**ON, "decision": "At the meeting"})
    assert "One member asks for a change." in refused
    assert "2 members have not answered." in refused
    assert "Meet &lt;later&gt;." in body_of(client, page_of(led, "take-back/"))
    assert "You can change it now." in body_of(client, page_of(led, "take-back/"), {})
    own = body_of(browse(led.mo), page_of(led, f"answer/{led.bluebells.pk}/"))
    assert "It is not with the members at the moment" in own
    assert "We learn from each other." not in own, "what is being changed is for who writes it"
    with authority_scope(larkshire):
        sent = circulated(WaysOfWorking.objects.get(), led.lena, at=AT)
        for membership, person in ((led.acorns, led.lena), (led.bluebells, led.mo), (led.caras, led.cara)):
            answered(sent, membership, person, at=AT)
    assert "It is recorded that the members adopted it." in body_of(
        client, page_of(led, "adopt/"), {**ON, "decision": "At the meeting"}
    )
    assert "Lena Hartley" in body_of(client, page_of(led, "answers/"))


def test_w2_no_members_says_what_comes_first(
    led: Group, draft: WaysOfWorking, larkshire: Authority, amina: User, browse: Browse
) -> None:
    with authority_scope(larkshire):
        sent = circulated(draft, led.lena, at=AT)
        for membership in (led.acorns, led.bluebells, led.caras):
            leave(membership=membership, on=TODAY, reason="Closing", by=amina)
    assert sent.version == 1
    assert "Members come first, then their agreement." in body_of(browse(amina), page_of(led, "answers/"))


def test_w2_the_page_of_answers_costs_the_same_for_one_and_thirty(
    led: Group, ways: WaysOfWorking, larkshire: Authority, browse: Browse
) -> None:
    client, where = browse(led.lena), page_of(led, "answers/")

    def cost() -> int:
        with CaptureQueriesContext(connection) as seen:
            assert client.get(where).status_code == 200
        return len(seen)

    with authority_scope(larkshire):
        one_more_member(led.collaboration)  # who was not asked: whether somebody manages it is one query
    client.get(where)
    few = cost()
    with authority_scope(larkshire):
        for _number in range(26):
            answered(ways, one_more_member(led.collaboration).membership, led.lena, at=AT)
    assert cost() == few
    assert few <= 33


# --- what is offered, and when ------------------------------------------------------------------------------


def test_w2_reminding_is_offered_from_the_third_day(led: Group, ways: WaysOfWorking, browse: Browse) -> None:
    words = "Remind those who have not answered"
    assert words not in body_of(browse(led.lena), page_of(led, "answers/"))
    with time_machine.travel(AT + timedelta(days=3), tick=False):
        assert words in body_of(browse(led.lena), page_of(led, "answers/"))


def test_w2_cancelling_leads_to_the_ways_of_working(led: Group, draft: WaysOfWorking, browse: Browse) -> None:
    page = browse(led.lena).get(page_of(led, "circulate/"))
    assert page.context["cancel_url"] == f"/larkshire/collaborations/{led.collaboration.pk}/ways-of-working/"


def test_w2_sections_of_ones_own_are_folded(led: Group, draft: WaysOfWorking, browse: Browse) -> None:
    page = browse(led.lena).get(f"/larkshire/collaborations/{led.collaboration.pk}/ways-of-working/write/")
    assert len(page.context["own_tasks"]) == 5
    assert not [task for task in page.context["tasks"] if "section of your own" in task["label"]]


def test_w2_after_adopting_the_page_says_what_comes_next(
    led: Group, ways: WaysOfWorking, larkshire: Authority, browse: Browse
) -> None:
    with authority_scope(larkshire):
        for membership, person in ((led.acorns, led.lena), (led.bluebells, led.mo), (led.caras, led.cara)):
            answered(ways, membership, person, at=AT)
        adopted(ways, led.lena, on=TODAY, at=AT)
    hub = f"/larkshire/collaborations/{led.collaboration.pk}/ways-of-working/"
    assert "What next" in body_of(browse(led.lena), hub)
    assert "What next" not in body_of(browse(led.mo), hub)
    with time_machine.travel(AT + timedelta(days=31), tick=False):
        assert "What next" not in body_of(browse(led.lena), hub)
