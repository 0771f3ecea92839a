"""W2: two people begin, write and send round at once: one outcome, and a clear message for the other."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from accounts.models import Authority, User
from core.scoping import authority_scope
from tests.concurrency import at_once
from tests.factories import terms
from tests.factories.groups import Group
from ways_of_working.models import TermsSection, WaysOfWorking
from ways_of_working.services import sections, templates, writing

pytestmark = pytest.mark.django_db(transaction=True)
AT = datetime(2026, 11, 21, 10, tzinfo=UTC)


def test_w2_two_begin_a_version(larkshire: Authority, led: Group, amina: User) -> None:
    people = (led.lena, amina)
    said = at_once(
        larkshire,
        [lambda by=by: writing.start_version(collaboration=led.collaboration, by=by, at=AT) for by in people],
    )
    assert said[1] == "done"
    assert "began version 1 on 21 November 2026" in said[0]
    with authority_scope(larkshire):
        assert WaysOfWorking.objects.count() == 1


def test_two_begin_a_template(larkshire: Authority, maya: User, amina: User) -> None:
    said = at_once(larkshire, [lambda by=by: templates.start_template(by=by, at=AT) for by in (maya, amina)])
    assert said[1] == "done"
    assert said[0].startswith(
        ("Somebody has begun a version at the same time", "Maya Thornton has begun", "Amina Yusuf has begun")
    )


def test_two_write_a_section(larkshire: Authority, led: Group, amina: User) -> None:
    with authority_scope(larkshire):
        ways = terms.draft(led.collaboration, led.lena, texts={}, values={})

    def write(by: User) -> None:
        typed = sections.Typed({"aims": f"By {by}"})
        sections.write_section(ways_id=ways.pk, key="1.2", typed=typed, edition=0, by=by, at=AT)

    said = at_once(larkshire, [lambda by=by: write(by) for by in (led.lena, amina)])
    assert sorted(said)[1] == "done"
    assert sorted(said)[0].startswith("Somebody has changed this section")
    with authority_scope(larkshire):
        assert TermsSection.objects.get(key="1.2").edition == 1


def test_w2_nothing_is_written_into_what_is_sent_round_at_the_same_time(
    larkshire: Authority, led: Group
) -> None:
    with authority_scope(larkshire):
        ways = terms.draft(led.collaboration, led.lena, texts={}, values={})
    send = {
        "ways": ways,
        "answer_by_on": None,
        "is_material": False,
        "change_words": "",
        "by": led.lena,
        "at": AT,
    }
    typed = sections.Typed({"aims": "In time, or not at all"})
    said = at_once(
        larkshire,
        [
            lambda: writing.mark_circulated(**send),
            lambda: sections.write_section(
                ways_id=ways.pk, key="1.2", typed=typed, edition=0, by=led.lena, at=AT
            ),
        ],
    )
    with authority_scope(larkshire):
        written = TermsSection.objects.get(key="1.2").edition == 1
    assert written == (said == ["done", "done"])
