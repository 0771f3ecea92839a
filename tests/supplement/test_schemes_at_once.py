"""S2: two who write, begin, approve or answer at once."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from time_machine import TimeMachineFixture

from accounts.models import Authority, User
from audit.models import Entry
from core.scoping import authority_scope
from supplement.models.consultation import SchemeAnswer
from supplement.models.schemes import Scheme
from supplement.services import consultation, parts, schemes
from tests.concurrency import at_once
from tests.factories.groups import Group
from tests.factories.supplement import COMPONENT, asked_about, begun

NOW = datetime(2026, 11, 30, 10, tzinfo=UTC)


@pytest.fixture(autouse=True)
def now(time_machine: TimeMachineFixture) -> None:
    time_machine.move_to(NOW, tick=False)


@pytest.mark.django_db(transaction=True)
def test_s2_two_who_approve_and_write_at_once_leave_one_approved_whole(
    larkshire: Authority, maya: User, led: Group
) -> None:
    with authority_scope(larkshire):
        scheme = asked_about(maya, at=NOW - timedelta(days=21))
        consultation.record_changes(scheme_id=scheme.pk, changes="None", by=maya, at=NOW)
    approve = lambda: schemes.approve_scheme(scheme_id=scheme.pk, by=maya, at=NOW)  # noqa: E731
    write = lambda: parts.save_component(  # noqa: E731
        scheme_id=scheme.pk, values={**COMPONENT, "name": "More"}, by=maya
    )
    results = at_once(larkshire, [approve, approve, write])
    with authority_scope(larkshire):
        assert Entry.objects.filter(action="scheme_approved").count() == 1
        number = scheme.components.count()
    assert results.count("done") == 1 + number  # the writer was in time, or was refused
    assert all(result == "done" or "never changes" in result for result in results)


@pytest.mark.django_db(transaction=True)
def test_s2_two_who_begin_one_year_at_once_begin_it_once(
    larkshire: Authority, maya: User, amina: User
) -> None:
    results = at_once(larkshire, [lambda: begun(maya, at=NOW), lambda: begun(amina, at=NOW)])
    assert [result == "done" for result in results].count(True) == 1
    with authority_scope(larkshire):
        assert Scheme.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_s2_two_leaders_of_a_group_who_answer_at_once_give_one_answer(
    larkshire: Authority, maya: User, led: Group
) -> None:
    with authority_scope(larkshire):
        scheme = asked_about(maya, at=NOW)

    def answer(opinion: str) -> Any:
        return lambda: consultation.answer_consultation(
            scheme_id=scheme.pk, collaboration=led.collaboration, opinion=opinion, words="W",
            seen=consultation.mark_of_answer(None), by=led.lena, at=NOW,
        )  # fmt: skip

    results = at_once(larkshire, [answer("agrees"), answer("disagrees")])
    assert results.count("done") == 1
    with authority_scope(larkshire):
        assert SchemeAnswer.objects.count() == 1
