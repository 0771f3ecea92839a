"""Dividing a collaboration (C4) and a change of legal entity (O2)
in a real browser, with every form's mistakes.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from accounts.models import Authority, User
from core.scoping import authority_scope
from memberships.services.leaders import appoint_leader
from providers.models import SuccessionLink
from providers.services.succession import link_successor
from reorganisation.models import PlannedSuccessor, Reorganisation
from reorganisation.services.planning import add_successor, place_members
from tests.browser.clicks import leave
from tests.factories.groups import Group, make_group
from tests.factories.providers import ProviderFactory

pytestmark = pytest.mark.django_db(transaction=True)
LIST = "/larkshire/collaborations/"


@pytest.fixture
def group(transactional_db: None, larkshire: Authority, amina: User) -> Group:
    with authority_scope(larkshire):
        made = make_group(amina)
        appoint_leader(
            membership=made.acorns, user=made.lena, manner="joint", starts_on=date(2026, 1, 5), by=amina
        )
    return made


@pytest.fixture
def link(larkshire: Authority, amina: User, group: Group) -> SuccessionLink:
    with authority_scope(larkshire):
        new = ProviderFactory(name="Acorns Early Years Limited", registered_on=date(2026, 10, 1))
        return link_successor(
            old_id=group.acorns.provider_id,
            new_id=new.pk,
            on=date(2026, 10, 1),
            reason="The nursery was sold",
            by=amina,
        )


def fill_date(page: Page, name: str, day: date) -> None:
    for part in ("day", "month", "year"):
        page.locator(f"#id_{name}_{part}").fill(str(getattr(day, part)))


def name_downstream_and_place_all_but_cara(group: Group, by: User) -> None:
    """The plan's second successor, and where two of the three members go: more of what the pages were seen to
    do.
    """
    plan = Reorganisation.objects.get()
    add_successor(plan_id=plan.pk, expected_version=plan.version, name="Downstream", district=None, by=by)
    plan.refresh_from_db()
    upstream = PlannedSuccessor.objects.get(plan=plan, name="Upstream")
    place_members(
        plan_id=plan.pk,
        expected_version=plan.version,
        going={group.acorns.pk: upstream.pk, group.bluebells.pk: upstream.pk},
        leaving=(),
        by=by,
        at=timezone.now(),
    )


def test_an_officer_divides_a_collaboration(
    look: Any, sign_in: Callable[[Any], None], amina: User, group: Group, larkshire: Authority
) -> None:
    sign_in(amina)
    today = timezone.localdate()
    later = today + timedelta(30)
    page = look.at(f"{LIST}plans/", "plans-empty")
    page.goto(f"{look.base}{LIST}{group.collaboration.pk}/")
    leave(page.get_by_role("navigation", name="Riverside").get_by_role("link", name="Administration"))
    leave(page.get_by_role("link", name="Plan to divide it"))
    leave(page.get_by_role("button", name="Begin the plan"))
    look.check("plans-start-errors")
    page.get_by_label("Why?").fill("Eleven settings asked to join, and two valleys are far apart.")
    leave(page.get_by_role("button", name="Begin the plan"))
    expect(page.get_by_role("heading", name="Divide Riverside")).to_be_visible()
    look.check("plans-plan-begun")
    leave(page.get_by_role("link", name="The new collaborations"))
    look.check("plans-successors-empty")
    page.get_by_label("Name").fill("Upstream")
    leave(page.get_by_role("button", name="Add it"))
    with authority_scope(larkshire):
        name_downstream_and_place_all_but_cara(group, amina)
    page.reload()  # an older version of the plan is refused
    page.get_by_label("Name").fill("riverside")
    leave(page.get_by_role("button", name="Add it"))
    look.check("plans-successors-taken")
    leave(page.get_by_role("link", name="Back to the plan"))
    leave(page.get_by_role("link", name="Who goes where"))
    page.get_by_role("group", name="Cara's").get_by_label("Downstream").check()
    look.check("plans-places")
    leave(page.get_by_role("button", name="Save"))
    leave(page.get_by_role("link", name="Who leads"))
    page.get_by_label("Cara Finch, Cara's").check()
    leave(page.get_by_role("button", name="Plan this leader"))
    expect(page.get_by_role("alert").get_by_text("leaves this to an officer")).to_be_visible()
    look.check("plans-leaders-errors")
    page.get_by_label("Your decision").fill("Visited in October; she is ready, and Acorns supports her.")
    leave(page.get_by_role("button", name="Plan this leader"))
    leave(page.get_by_role("link", name="Back to the plan"))
    leave(page.get_by_role("link", name="First day, records and balance"))
    fill_date(page, "takes_effect_on", later)
    page.get_by_label("Who holds the old records?").fill("The early years team")
    page.get_by_label("How is the balance shared?").fill("There is no balance.")
    look.check("plans-terms")
    leave(page.get_by_role("button", name="Save"))
    leave(page.get_by_role("link", name="Meeting with the leaders"))
    fill_date(page, "met_leaders_on", today + timedelta(1))
    leave(page.get_by_role("button", name="Record the agreement"))
    look.check("plans-agree-errors")
    fill_date(page, "met_leaders_on", today)
    page.get_by_label("What was agreed?").fill("Lena and Cara agree to the plan and tell the members.")
    leave(page.get_by_role("button", name="Record the agreement"))
    expect(page.get_by_text("The plan is agreed.")).to_be_visible()
    look.check("plans-plan-agreed")
    expect(page.get_by_text("Until then the collaboration goes on as before.")).to_have_count(2)
    leave(page.get_by_role("button", name="See what would happen"))
    look.check("plans-preview-before-the-day")
    with authority_scope(larkshire):
        Reorganisation.objects.update(takes_effect_on=today)  # the day has come
    leave(page.get_by_role("link", name="Back to the plan"))
    leave(page.get_by_role("button", name="Look at it once more and carry it out"))
    look.check("plans-carry-out")
    leave(page.get_by_role("button", name="Carry out the plan"))
    expect(page.get_by_text("The plan is carried out.")).to_be_visible()
    look.check("plans-done")
    leave(page.get_by_role("link", name="Riverside"))
    expect(page.get_by_role("listitem").filter(has_text="It became")).to_have_count(2)
    look.check("plans-collaboration-after")
    leave(page.get_by_role("link", name="Upstream"))
    expect(page.get_by_role("listitem").filter(has_text="It came from")).to_be_visible()
    look.check("plans-successor")
    look.at(f"{LIST}plans/", "plans-list")
    look.at(f"{LIST}plans/merge/?with={group.collaboration.pk}", "plans-merge")
    with authority_scope(larkshire):
        assert Reorganisation.objects.get().state == "done"


def test_an_officer_moves_what_hangs_on_an_old_registration(
    look: Any, sign_in: Callable[[Any], None], amina: User, group: Group, link: SuccessionLink
) -> None:
    sign_in(amina)
    page = look.at(f"/larkshire/admin/providers/provider/{link.new_id}/change/", "admin-setting-took-over")
    leave(page.get_by_role("link", name="Move memberships and people"))
    look.check("succession-move")
    leave(page.get_by_role("button", name="Move what is ticked"))
    look.check("succession-nothing-chosen")
    page.get_by_role("group", name="Memberships").get_by_label("Riverside").check()
    page.get_by_role("group", name="People").get_by_label("Lena Hartley").check()
    page.get_by_role("group", name="Who goes on leading?").get_by_label("Lena Hartley in Riverside").check()
    leave(page.get_by_role("button", name="Move what is ticked"))
    expect(page.get_by_role("alert").get_by_text("leaves this to an officer")).to_be_visible()
    look.check("succession-decision-needed")
    page.get_by_label("Your decision on who leads").fill("The same people run it; visited on 2 October.")
    leave(page.get_by_role("button", name="Move what is ticked"))
    expect(page.get_by_text("What you ticked moves to Acorns Early Years Limited")).to_be_visible()
    look.check("succession-moved")
