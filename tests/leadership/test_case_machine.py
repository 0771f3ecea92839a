"""L2, L3, O6: a leader's case as people might work on it in any order, on any day, with a joint leader beside:
what may never be, whatever the order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
import time_machine
from django.db import transaction
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from accounts.models import Authority, User
from accounts.roles import Role
from leadership.models.steps import PossibleSuccessor, Reinstatement
from leadership.models.support import SupportSwitch
from leadership.selectors.sight import every_case
from leadership.services import letters
from tests.cast import person
from tests.factories.documents import StoredFileFactory
from tests.factories.groups import Group, make_group, person_of
from tests.factories.memberships import LeaderAppointmentFactory
from tests.factories.ofsted import LeadingPolicyFactory
from tests.leadership.case_world import DEEDS, World
from tests.leadership.conftest import NOW
from tests.staging import staged

pytestmark = pytest.mark.urls("config.authority_urls")


@staged
def group(in_larkshire: Authority, amina: User) -> Group:
    """Riverside, led by Lena and Mo jointly."""
    made = make_group(amina)
    for leader, membership in ((made.lena, made.acorns), (made.mo, made.bluebells)):
        LeaderAppointmentFactory.create(user=leader, membership=membership)
    LeadingPolicyFactory.create(version=1)
    person_of(made.acorns.provider, "Ann Lee", amina)
    return made


@staged
def olive(larkshire: Authority) -> User:
    return person(larkshire, "Olive Marsh", Role.OFFICER)


@pytest.fixture
def begin(
    group: Group, amina: User, olive: User, maya: User, fred: User, sam: User, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[[], World]]:
    """A world at its beginning. The letters' PDFs are not drawn: ``test_letter_pdf`` does."""
    monkeypatch.setattr(letters, "_stored", lambda letter, **when: StoredFileFactory.create(purpose="letter"))
    outside = (User.objects.get(full_name="Ann Lee"), group.cara, fred, sam)
    with time_machine.travel(NOW, tick=False) as clock:

        def made() -> World:
            clock.move_to(NOW)
            return World(group, (amina, olive, maya), outside, clock)

        yield made


#: What is told before publication, to the end that the leader stays, is judged anew and leads on.
TOLD_AND_STAYS = [
    *(("tell", 2), ("ask", 0), ("go on", 0), ("switch off", 0), ("go on", 2), ("note", 0), ("ask", 1)),
    *(("go on", 0), ("publish", 2), ("talk", 3), ("ask", 1), ("remove", 0), ("words", 0), ("go on", 4)),
    *(("switch off", 0), ("switch on", 2), ("share", 3), ("go on", 0), ("check", 0), ("words", 0)),
]
#: Found by the check, stepped down, found fit to lead again after another inspection.
FOUND_AND_LEADS_AGAIN = [
    *(("inspect", 0), ("check", 0), ("check", 1), ("tell", 2), ("go on", 0), ("go on", 0), ("go on", 1)),
    *(("go on", 0), ("go on", 3), ("let in", 0), ("end", 0), ("end", 6), ("go on", 2), ("go on", 0)),
    *(("wait", 3), ("inspect", 4), ("wait", 0), ("check", 0), ("again", 0), ("again", 1), ("lead", 0)),
]
STEPS = st.lists(st.tuples(st.sampled_from(DEEDS), st.integers(0, 11)), min_size=6, max_size=16)


@given(deeds=STEPS)
@example(deeds=TOLD_AND_STAYS)
@example(deeds=FOUND_AND_LEADS_AGAIN)
@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
def test_l2_l3_o6_no_order_of_deeds_breaks_a_case(begin: Callable[[], World], deeds: Any) -> None:
    with transaction.atomic(), every_case():
        world = begin()
        for deed, number in deeds:
            world.do(deed, number)
            world.check()
        world.check_at_the_end()
        transaction.set_rollback(True)


@pytest.mark.parametrize(
    ("deeds", "stage", "counts"),
    [(TOLD_AND_STAYS, "closed", (1, 1, 0)), (FOUND_AND_LEADS_AGAIN, "closed", (0, 0, 1))],
)
def test_l3_the_two_ways_that_are_always_tried_lead_to_their_ends(
    begin: Callable[[], World], deeds: Any, stage: str, counts: tuple[int, int, int]
) -> None:
    """Else the machine would only try what is refused."""
    with transaction.atomic(), every_case():
        world = begin()
        said = [(deed, world.do(deed, number)) for deed, number in deeds]
        case = world.case(0)
        assert case is not None, said
        assert case.stage == stage, said
        asked = PossibleSuccessor.objects.filter(contacted_on__isnull=False).count()
        found = (asked, SupportSwitch.objects.count(), Reinstatement.objects.count())
        assert found == counts, said
        transaction.set_rollback(True)
