"""What becomes of ways of working when groups divide or merge (C4):
a copy that holds, or a draft for all to agree.
"""

from __future__ import annotations

from datetime import date, timedelta

import pytest
import time_machine

from collaborations.models import Collaboration
from tests.factories.plans import AT, LATER, begin, division
from tests.factories.terms import adopted
from tests.staging import staged
from ways_of_working.selectors.effective import effective_terms
from ways_of_working.selectors.writing import adopted_version, sections_written, version_in_hand

pytestmark = pytest.mark.usefixtures("in_larkshire")
VALUES = {"attendance_threshold": "70", "leaver_funding": "stays"}


@pytest.fixture(autouse=True)
def now():
    with time_machine.travel(AT, tick=False):
        yield


@staged
def agreed(in_larkshire, led):
    payee = led.acorns.provider_id
    values = {**VALUES, "payee": str(payee)}
    return adopted(
        led.collaboration,
        led.lena,
        on=date(2026, 11, 10),
        texts={"aims": "We visit each other."},
        values=values,
        members=(payee,),
    )


def words_of(ways):
    return {
        one.key: one.words for section in sections_written(ways) for one in section.questions if one.words
    }


def test_c4_a_division_carries_the_ways_of_working_over_and_they_hold_from_the_day(led, agreed, amina):
    draft = division(led, amina)
    draft.agree()
    draft.carry_out()
    up, down = (Collaboration.objects.get(name=name) for name in ("Upstream", "Downstream"))
    for group in (up, down):
        version = adopted_version(group)
        assert (version.version, version.adopted_on, group.terms_adopted_on) == (1, LATER, LATER)
        assert version.decision.startswith("Carried over from Riverside, version 1")
        assert words_of(version) == words_of(agreed)
        assert effective_terms(group, on=LATER).attendance_threshold == 70
        assert effective_terms(group, on=LATER - timedelta(1)).attendance_threshold == 80
    assert [one["name"] for one in adopted_version(down).record["members"]] == ["Cara's"]
    assert effective_terms(up, on=LATER).payee == led.acorns.provider_id
    assert effective_terms(down, on=LATER).payee is None  # it is no member there
    assert adopted_version(led.collaboration).pk == agreed.pk


def test_c4_after_a_merger_the_copy_is_a_draft_for_all_to_agree(led, elsewhere, agreed, amina):
    draft = begin([led.collaboration, elsewhere], amina, kind="merge")
    draft.successor("Two Valleys")
    draft.terms()
    draft.agree()
    draft.carry_out()
    group = Collaboration.objects.get(name="Two Valleys")
    assert adopted_version(group) is None
    assert group.terms_adopted_on is None
    assert words_of(version_in_hand(group)) == words_of(agreed)
    assert effective_terms(group, on=LATER).attendance_threshold == 80


def test_c4_nothing_is_copied_where_the_plan_says_so_or_nothing_was_adopted(led, amina):
    draft = division(led, amina)
    draft.agree()
    draft.carry_out()
    up = Collaboration.objects.get(name="Upstream")
    assert adopted_version(up) is None
    assert version_in_hand(up) is None
