"""W2: a version is adopted."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.core.exceptions import ValidationError

from accounts.models import Authority, User
from audit.models import Entry
from core.scoping import authority_scope
from documents.models import OutboxMessage
from memberships.services.members import join
from memberships.services.offices import give_office
from tests.factories.agreeing import adopted, answered, circulated, drafted
from tests.factories.groups import JOINED, Group
from tests.factories.offers import DeliveryPartnerFactory
from tests.factories.providers import ProviderFactory
from tests.outbox import deliver
from tests.staging import staged
from ways_of_working.models import TermsAnswer, WaysOfWorking
from ways_of_working.selectors.agreement import agreement_of
from ways_of_working.services.agreement import adopt_version

AT = datetime(2026, 11, 21, 10, tzinfo=UTC)
TODAY = date(2026, 11, 21)
DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def now() -> Iterator[None]:
    with time_machine.travel(AT, tick=False):
        yield


@pytest.fixture(autouse=True)
def in_scope(larkshire: Authority, led: Group) -> Iterator[None]:
    with authority_scope(larkshire):
        yield


@staged
def ways(larkshire: Authority, led: Group) -> WaysOfWorking:
    """Version 1, with the members; nobody has answered."""
    with authority_scope(larkshire):
        return circulated(drafted(led.collaboration, led.lena), led.lena, at=AT)


def everybody_agrees(ways: WaysOfWorking, group: Group, *, at: datetime = AT) -> None:
    for membership, person in (
        (group.acorns, group.lena),
        (group.bluebells, group.mo),
        (group.caras, group.cara),
    ):
        answered(ways, membership, person, at=at)


def refused(deed: Callable[[], Any]) -> dict[str, list[str]]:
    with pytest.raises(ValidationError) as caught:
        deed()
    found: ValidationError = caught.value
    return found.message_dict if hasattr(found, "error_dict") else {"": found.messages}


def test_w2_an_adoption_keeps_who_was_there(
    led: Group, ways: WaysOfWorking, amina: User, mailoutbox: list[Any]
) -> None:
    give_office(
        membership=led.bluebells, user=led.mo, office="chair", starts_on=JOINED, decision="Elected", by=amina
    )
    DeliveryPartnerFactory(partnership__lead=led.acorns.provider, provider=led.caras.provider, hours="12.5")
    everybody_agrees(ways, led)
    answered(ways, led.caras, led.cara, at=AT, answer="abstains")
    deliver()
    mailoutbox.clear()
    done = adopted(ways, led.lena, on=TODAY, at=AT)
    assert (done.state, done.adopted_on, done.adopted_by, done.decision) == (
        "adopted",
        TODAY,
        led.lena,
        "Agreed by all at the meeting.",
    )
    assert [(one["setting"], one["answer"], one["by"]) for one in done.record["answers"]] == [
        ("Acorns", "agrees", "Lena Hartley"), ("Bluebells", "agrees", "Mo Siddiqui"), ("Cara's", "abstains", "Cara Finch"),
    ]  # fmt: skip
    assert [one["name"] for one in done.record["members"]] == ["Acorns", "Bluebells", "Cara's"]
    assert [(one["name"], one["setting"]) for one in done.record["leaders"]] == [("Lena Hartley", "Acorns")]
    assert [(one["office"], one["name"]) for one in done.record["offices"]] == [("chair", "Mo Siddiqui")]
    assert [one["lead"] for one in done.record["partnerships"]] == ["Acorns"]
    assert (done.record["rule"], done.record["tally"]) == (
        "all",
        {"members": 3, "agree": 2, "change": 0, "abstain": 1},
    )
    led.collaboration.refresh_from_db()
    assert led.collaboration.terms_adopted_on == TODAY
    sentence = Entry.objects.get(action="terms_adopted_version").sentence
    assert sentence.startswith("recorded that Riverside adopted version 1 of its ways of working on ")
    assert (
        OutboxMessage.objects.filter(task="ways_of_working.keep_terms", ids={"ways_id": ways.pk}).delete()[0]
        == 1
    ), "its PDF is asked for"
    deliver()
    assert {one.to[0] for one in mailoutbox} == {
        f"{name}@larkshire.example" for name in ("lena", "mo", "cara")
    }
    assert "adopted version 1 of their ways of working on 21 November 2026" in mailoutbox[0].body


def test_w2_all_reasons_against_an_adoption_at_once(led: Group, ways: WaysOfWorking) -> None:
    answered(ways, led.bluebells, led.mo, at=AT, answer="change", words="Later.")
    found = refused(lambda: adopt_version(ways_id=ways.pk, on=TODAY + DAY, decision=" ", by=led.lena, at=AT))
    assert found == {
        "on": ["The day must be today or in the past."],
        "decision": ["Say how and where the members decided."],
        "answers": ["One member asks for a change.", "2 members have not answered."],
    }


def test_w2_not_before_it_was_sent_nor_where_the_group_cannot(led: Group, ways: WaysOfWorking) -> None:
    everybody_agrees(ways, led)
    found = refused(
        lambda: adopt_version(ways_id=ways.pk, on=TODAY - DAY, decision="Agreed", by=led.lena, at=AT)
    )
    assert found == {"on": ["The day must be on or after 21 November 2026, when it was sent to the members."]}
    led.collaboration.state = "dividing"
    led.collaboration.save()
    assert "Ways of working are adopted once" in str(
        refused(lambda: adopted(ways, led.lena, on=TODAY, at=AT))
    )


def test_w2_recorded_twice_it_is_one_and_another_day_is_refused(led: Group, ways: WaysOfWorking) -> None:
    everybody_agrees(ways, led)
    for _press in range(2):
        adopted(ways, led.lena, on=TODAY, at=AT)
    assert Entry.objects.filter(action="terms_adopted_version").count() == 1
    other = refused(lambda: adopt_version(ways_id=ways.pk, on=TODAY, decision="Otherwise", by=led.mo, at=AT))
    assert other == {
        "": ["Lena Hartley has recorded in the meantime that it was adopted on 21 November 2026."]
    }
    assert "takes no answers" in str(
        refused(lambda: answered(ways, led.bluebells, led.mo, at=AT, answer="abstains"))
    )


def test_w2_the_rule_before_decides_and_the_next_version_replaces_this_one(led: Group, amina: User) -> None:
    """Version 1 says a majority; it is itself adopted by all. Version 2 is adopted by that majority."""
    first = circulated(
        drafted(led.collaboration, led.lena, values={"adoption_rule": "majority"}), led.lena, at=AT
    )
    answered(first, led.acorns, led.lena, at=AT)
    answered(first, led.bluebells, led.mo, at=AT)
    assert refused(lambda: adopted(first, led.lena, on=TODAY, at=AT)) == {
        "answers": ["One member has not answered."]
    }
    answered(first, led.caras, led.cara, at=AT)
    adopted(first, led.lena, on=TODAY, at=AT)
    later = AT + 30 * DAY
    with time_machine.travel(later, tick=False):
        second = circulated(
            drafted(led.collaboration, led.lena, texts={"1.3-1.4": "Two of us lead."}), led.lena, at=later
        )
        answered(second, led.acorns, led.lena, at=later)
        joined = ProviderFactory(name="Daisies")
        join(collaboration=led.collaboration, provider=joined, on=TODAY, by=amina)
        answered(second, led.bluebells, led.mo, at=later)
        assert refused(lambda: adopted(second, led.lena, on=later.date(), at=later)) == {
            "answers": ["More than half of the members must agree. So far 2 of 4 do."]
        }
        answered(second, led.caras, led.cara, at=later)
        adopted(second, led.lena, on=later.date(), at=later)
    first.refresh_from_db()
    assert (first.state, first.superseded_on) == ("superseded", later.date())
    assert agreement_of(first, on=TODAY).rule == "all"
    assert TermsAnswer.objects.filter(ways=first).count() == 3
