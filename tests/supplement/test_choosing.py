"""S5: a setting of two groups names the one in which it is paid; who has not chosen; what the claim says."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from time_machine import TimeMachineFixture

from accounts.models import Authority, User
from audit.models import Entry
from collaborations.models import Collaboration
from core.exports.registry import find_export
from core.scoping import authority_scope
from supplement.models.claims import ChosenGroup
from supplement.models.parts import SchemePeriod
from supplement.rules.scheme_states import Subject
from supplement.selectors.facts import facts_of
from supplement.selectors.schemes import period_value
from supplement.services.choosing import choose_group
from supplement.services.claims import open_claim
from tests.factories.collaborations import CollaborationFactory
from tests.factories.groups import Group
from tests.factories.memberships import MembershipFactory
from tests.factories.supplement import open_period

pytestmark = pytest.mark.django_db
Browse = Callable[[User | None], Client]
NOW = datetime(2026, 11, 30, 10, tzinfo=UTC)
LINE = "Choose the group in which you are paid for Autumn"


@pytest.fixture(autouse=True)
def now(time_machine: TimeMachineFixture) -> None:
    time_machine.move_to(NOW, tick=False)


@pytest.fixture
def period(larkshire: Authority, led: Group, maya: User) -> SchemePeriod:
    """Bluebells is in Riverside, and since October in Hilltop too; the scheme lets it choose."""
    with authority_scope(larkshire):
        hilltop = CollaborationFactory(name="Hilltop")
        MembershipFactory(collaboration=hilltop, provider=led.bluebells.provider, joined_on=date(2026, 10, 5))
        joining = {Subject.JOINING: {"joiners": "count_date", "leavers": "count_date", "twice": "chosen"}}
        return open_period(maya, on=NOW.date(), scheme=joining)


def text_of(answer: Any) -> str:
    assert answer.status_code == 200, answer.status_code
    return " ".join(answer.content.decode().split())


def test_s5_the_group_that_a_setting_of_two_names_is_the_one_that_a_run_reads(
    larkshire: Authority, led: Group, period: SchemePeriod, maya: User, time_machine: TimeMachineFixture
) -> None:
    with authority_scope(larkshire):
        hilltop = Collaboration.objects.get(name="Hilltop")
        named = {"period_id": period.pk, "provider_id": led.bluebells.provider_id, "by": led.mo, "at": NOW}
        for group, why in ((0, "Select one of your groups"), (CollaborationFactory().pk, "Select one")):
            with pytest.raises(ValidationError, match=why):
                choose_group(**named, collaboration_id=group)
        row = choose_group(**named, collaboration_id=hilltop.pk)
        assert choose_group(**named, collaboration_id=hilltop.pk) == row  # pressed twice
        assert Entry.objects.filter(action="paid_group_chosen").count() == 1
        facts = facts_of(period_value(period), (), on=NOW.date(), period_id=period.pk)
        [member] = [
            row
            for group in facts
            if group.id == led.collaboration.pk
            for row in group.members
            if row.provider_id == led.bluebells.provider_id
        ]
        assert member.chosen_id == hilltop.pk
        choose_group(**named, collaboration_id=led.collaboration.pk)  # another mind, until the last day
        assert ChosenGroup.objects.get().collaboration_id == led.collaboration.pk
        with pytest.raises(ValidationError, match="one group at a time"):
            choose_group(**{**named, "provider_id": led.acorns.provider_id}, collaboration_id=hilltop.pk)
        late = NOW.replace(month=12, day=11)
        with pytest.raises(ValidationError, match="You could choose until 10 December 2026"):
            choose_group(**{**named, "at": late}, collaboration_id=hilltop.pk)
        with pytest.raises(ValidationError, match="no longer there"):
            choose_group(**{**named, "period_id": 0}, collaboration_id=hilltop.pk)


def test_s5_the_manager_of_a_setting_of_two_is_asked_and_chooses(
    larkshire: Authority, led: Group, period: SchemePeriod, browse: Browse, amina: User, sam: User, otto: User
) -> None:
    page = f"/larkshire/settings/{led.bluebells.provider_id}/supplement/{period.pk}/group/"
    manager = browse(led.mo)
    assert LINE in text_of(manager.get("/larkshire/"))
    shown = text_of(manager.get(page))
    assert "You can choose until 10 December 2026" in shown
    assert "Hilltop" in shown
    assert "Select the group" in text_of(manager.post(page, {}))
    assert "Select one of your groups" in text_of(manager.post(page, {"group": "0"}))
    with authority_scope(larkshire):
        hilltop = Collaboration.objects.get(name="Hilltop").pk
    assert manager.post(page, {"group": hilltop}).status_code == 302
    assert LINE not in text_of(manager.get("/larkshire/"))
    own = f"/larkshire/settings/{led.acorns.provider_id}/supplement/{period.pk}/group/"
    assert "one group at a time" in text_of(browse(led.lena).get(own, follow=True))
    assert LINE not in text_of(browse(led.lena).get("/larkshire/"))
    for stranger in (sam, otto):
        assert browse(stranger).get(page).status_code == 404


def test_s5_the_team_sees_who_has_not_chosen_and_the_claim_says_it(
    larkshire: Authority, led: Group, period: SchemePeriod, browse: Browse, amina: User
) -> None:
    address = "/larkshire/supplement/in-two-groups/"
    page = text_of(browse(amina).get(address))
    assert "Bluebells" in page
    assert "Not chosen yet" in page
    assert "Acorns" not in page
    with authority_scope(larkshire):
        claim = open_claim(period_id=period.pk, collaboration_id=led.collaboration.pk, by=led.lena, at=NOW)
        export = find_export("settings-in-two-groups")
        assert export is not None
        [row] = [tuple(row) for row in export.rows({}, by=amina)]
        assert "Riverside, Hilltop" in row
    claim_page = f"/larkshire/collaborations/{led.collaboration.pk}/supplement/claims/{claim.pk}/"
    assert "has not chosen, so it is paid in the group that it joined first" in text_of(
        browse(led.lena).get(claim_page)
    )
    with authority_scope(larkshire):
        choose_group(
            period_id=period.pk, provider_id=led.bluebells.provider_id,
            collaboration_id=led.collaboration.pk, by=led.mo, at=NOW,
        )  # fmt: skip
    assert "paid in Riverside" in text_of(browse(led.lena).get(claim_page))
    assert (
        "Bluebells"
        not in text_of(browse(amina).get(f"{address}?missing=on"))
        .partition("<main")[2]
        .partition("</main>")[0]
    )


def test_s5_a_scheme_that_says_it_itself_asks_nobody(
    larkshire: Authority, led: Group, maya: User, amina: User, browse: Browse
) -> None:
    with authority_scope(larkshire):
        MembershipFactory(provider=led.bluebells.provider, joined_on=date(2026, 10, 5))
        open_period(maya, on=NOW.date())
    assert LINE not in text_of(browse(led.mo).get("/larkshire/"))
    assert "No setting has to choose today" in text_of(
        browse(amina).get("/larkshire/supplement/in-two-groups/")
    )
