"""Ways of working go round: sent to the members, answered by link and signed in, adopted, and the next
version compared with them.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from accounts.models import Authority, TaskLink, User
from accounts.selectors import token_of
from core.scoping import authority_scope
from memberships.services.leaders import appoint_leader
from tests.browser.clicks import leave
from tests.factories.agreeing import answered, circulated, drafted
from tests.factories.groups import APPOINTED, Group, make_group
from ways_of_working.services import printing

pytestmark = pytest.mark.django_db(transaction=True)
AIMS = "We learn from each other, visit each other's rooms once a term, and pass on what works for children."


@pytest.fixture(autouse=True)
def no_pdf(monkeypatch: pytest.MonkeyPatch) -> None:
    """The PDF of an adopted version has tests of its own."""
    monkeypatch.setattr(printing, "keep_print", lambda **ids: None)


@pytest.fixture
def group(transactional_db: None, larkshire: Authority, amina: User) -> Group:
    """Riverside, led by Lena, with version 1 being written."""
    with authority_scope(larkshire):
        made = make_group(amina)
        appoint_leader(membership=made.acorns, user=made.lena, manner="joint", starts_on=APPOINTED, by=amina)
        texts = {"1.2": AIMS, "1.8": "We meet at seven in the evening, at a different setting each time."}
        drafted(made.collaboration, made.lena, texts=texts, values={"meetings_a_year": "3"})
    return made


def test_ways_of_working_go_round(
    look: Any, sign_in: Callable[[Any], None], larkshire: Authority, group: Group
) -> None:
    base = f"/larkshire/collaborations/{group.collaboration.pk}/ways-of-working"
    sign_in(group.lena)
    page = look.at(f"{base}/1/circulate/", "terms-circulate")
    day = timezone.localdate() + timedelta(days=14)
    for part, value in (("Day", day.day), ("Month", day.month), ("Year", day.year)):
        page.get_by_label(part).fill(str(value))
    page.get_by_label("A word to the members").fill(
        "This is our first agreement. Please read the part about meetings."
    )
    leave(page.get_by_role("button", name="Continue"))
    look.check("terms-circulate-preview")
    leave(page.get_by_role("button", name="Send it now"))
    expect(page.get_by_text("It is with the members now. Emails go to 3 settings.")).to_be_visible()

    with authority_scope(larkshire):
        link = token_of(TaskLink.objects.get(user=group.mo))
    page = look.at(f"/larkshire/collaborations/ways-of-working/answer/{link}/", "terms-answer-by-link")
    page.get_by_label("We ask for a change").check()
    page.get_by_label("What should change?").fill(
        "Seven is too early for us. Could we meet at half past seven?"
    )
    leave(page.get_by_role("button", name="Send our answer"))
    expect(
        page.get_by_text("Your answer for Bluebells about version 1: We ask for a change.")
    ).to_be_visible()

    page.goto(f"{look.base}{base}/1/answers/")
    leave(page.get_by_role("link", name="Reply Bluebells"))
    page.get_by_label("Your reply").fill("Half past seven suits us too.")
    leave(page.get_by_role("button", name="Send the reply"))
    leave(page.get_by_role("link", name="Answer Acorns"))
    page.get_by_label("We agree").check()
    leave(page.get_by_role("button", name="Send our answer"))
    look.check("terms-answers")
    leave(page.get_by_role("button", name="Take it back to change it"))
    expect(page.get_by_text("once you send it again, every member is asked again")).to_be_visible()
    page.goto(f"{look.base}{base}/1/remind/")
    expect(page.get_by_text("Everybody who has not answered had an email today.")).to_be_visible()


def test_ways_of_working_are_adopted_and_compared(
    look: Any, sign_in: Callable[[Any], None], larkshire: Authority, group: Group
) -> None:
    base = f"/larkshire/collaborations/{group.collaboration.pk}/ways-of-working"
    with authority_scope(larkshire):
        ways = circulated(group.collaboration.ways_of_working.get(), group.lena, at=timezone.now())
        for membership, person in (
            (group.acorns, group.lena),
            (group.bluebells, group.mo),
            (group.caras, group.cara),
        ):
            answered(ways, membership, person, at=timezone.now())
    sign_in(group.lena)
    page = look.at(f"{base}/1/adopt/", "terms-adopt")
    page.get_by_label("How did the members decide?").fill("Agreed by all three members at our meeting.")
    leave(page.get_by_role("button", name="Record the adoption"))
    expect(page.get_by_text("It is recorded that the members adopted it.")).to_be_visible()
    with authority_scope(larkshire):
        texts = {
            "1.2": AIMS.replace("once a term", "twice a year"),
            "1.12": "What we share stays in the group.",
        }
        drafted(group.collaboration, group.lena, texts=texts, values={"meetings_a_year": "4"})
    page = look.at(f"{base}/compare/", "terms-compare")
    expect(page.get_by_role("heading", name="From version 1 to version 2")).to_be_visible()
