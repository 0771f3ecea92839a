"""What a setting does itself on a phone: the staff return by link and
signed in, vacancies, partnerships; and the public page.
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
from accounts.services.authorities import change_authority
from core.scoping import authority_scope
from memberships.services.leaders import appoint_leader
from provision.services.offers import give_consent
from provision.services.reminders import remind_collaboration
from tests.browser.clicks import leave
from tests.factories.collaborations import CollaborationFactory
from tests.factories.groups import APPOINTED, Group, make_group
from tests.factories.offers import (
    DeliveryPartnerFactory,
    ReturnPeriodFactory,
    StaffReturnFactory,
    VacancyFactory,
)
from tests.factories.providers import DistrictFactory, ProviderFactory

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def group(transactional_db: None, larkshire: Authority, amina: User, maya: User) -> Group:
    """Riverside in an open period that asks for detail, after one in which Acorns certified 9."""
    today = timezone.localdate()
    with authority_scope(larkshire):
        made = make_group(amina)
        appoint_leader(membership=made.acorns, user=made.lena, manner="joint", starts_on=APPOINTED, by=amina)
        made.collaboration.district, made.collaboration.purpose = (
            DistrictFactory(name="North Larkshire"),
            "Share practice.",
        )
        made.collaboration.save()
        before = ReturnPeriodFactory(
            name="Spring",
            count_date=today - timedelta(200),
            opens_on=today - timedelta(200),
            due_on=today - timedelta(170),
        )
        StaffReturnFactory(
            period=before,
            provider=made.acorns.provider,
            staff=9,
            certified_by=made.lena,
            certified_at=timezone.now(),
        )
        ReturnPeriodFactory(
            name="Autumn",
            count_date=today - timedelta(5),
            opens_on=today - timedelta(5),
            due_on=today + timedelta(9),
            asks_detail=True,
        )
        VacancyFactory(
            provider=made.acorns.provider, confirmed_by=made.lena, confirmed_on=today - timedelta(40)
        )
        VacancyFactory(provider=made.caras.provider, confirmed_by=made.cara, confirmed_on=today)
        DeliveryPartnerFactory(
            partnership__lead=made.acorns.provider, provider=made.caras.provider, hours="18.5"
        )
        changes = {
            "public_page": True,
            "joining_words": "Ring the team. We put you in touch with a group near you.",
        }
        change_authority(authority=larkshire, by=maya, changes=changes)
    return made


def test_a_staff_return_by_the_link_in_an_email(
    look: Any, larkshire: Authority, group: Group, amina: User
) -> None:
    with authority_scope(larkshire):
        remind_collaboration(collaboration=group.collaboration, by=amina, at=timezone.now())
        mine = token_of(TaskLink.objects.get(email=group.lena.email))
        caras = token_of(TaskLink.objects.get(email=group.cara.email))
    page = look.at(f"/larkshire/staff-return/{mine}/", "staff-return-link")
    expect(page.get_by_role("button", name="Nothing changed: confirm 9")).to_be_visible()
    page.get_by_label("How many people worked directly").fill("90")
    leave(page.get_by_role("button", name="Confirm the number"))
    expect(page.get_by_text("Last time the number was 9. Now it is 90.")).to_be_visible()
    look.check("staff-return-unusual")
    page.get_by_label("How many people worked directly").fill("")
    leave(page.get_by_role("button", name="Confirm the number"))
    look.check("staff-return-errors")
    page.goto(f"{look.base}/larkshire/staff-return/{mine}/")
    leave(page.get_by_role("button", name="Nothing changed: confirm 9"))
    expect(page.get_by_role("heading", name="Thank you")).to_be_visible()
    look.check("staff-return-link-done")
    page.goto(f"{look.base}/larkshire/staff-return/{mine}/")
    expect(page.get_by_role("heading", name="This link has been used")).to_be_visible()
    look.check("staff-return-link-used")
    expect(page.get_by_role("main")).to_contain_text("Lena Hartley confirmed the number")
    page = look.at(f"/larkshire/staff-return/{caras}/", "staff-return-childminder")
    expect(page.get_by_label("How many assistants did you employ")).to_be_visible()


def test_a_manager_keeps_the_setting_from_its_home(
    look: Any, sign_in: Callable[[Any], None], group: Group
) -> None:
    sign_in(group.lena)
    home = f"/larkshire/settings/{group.acorns.provider_id}/"
    look.at(home, "setting-home")
    look.at_each_tab("setting-manager")
    page = look.at(home, "setting-home")
    leave(page.get_by_role("link", name="Confirm how many work with children"))
    leave(page.get_by_role("button", name="Add more people"))
    look.check("staff-return-detail")
    page.get_by_label("How many people worked directly").fill("9")
    page.get_by_label("Hours a week").first.fill("37.5")
    leave(page.get_by_role("button", name="Confirm the number"))
    leave(page.get_by_role("button", name="Confirm the number"))
    expect(page.get_by_text("Thank you. The staff number is confirmed.")).to_be_visible()
    look.check("staff-return-done")
    page = look.at(f"/larkshire/settings/{group.acorns.provider_id}/vacancies/", "vacancies")
    leave(page.get_by_role("button", name="Still free"))
    expect(page.get_by_text("Still free: 3 places, age 2, mornings.")).to_be_visible()
    look.check("vacancies-confirmed")
    leave(page.get_by_role("button", name="Add free places"))
    leave(page.get_by_role("button", name="List it"))
    look.check("vacancy-errors")
    page = look.at(f"/larkshire/collaborations/partnerships/{group.acorns.provider_id}/", "partnerships")
    expect(page.get_by_text("Together this is 33.5 hours a week.")).to_be_visible()
    leave(page.get_by_role("button", name="Record a partnership"))
    look.check("partnership-add")
    page = look.at(
        f"/larkshire/collaborations/{group.collaboration.pk}/staff-returns/", "staff-returns-leader"
    )
    leave(page.get_by_role("button", name="Remind 2 settings"))
    expect(page.get_by_text("2 settings were reminded.")).to_be_visible()
    look.check("staff-returns-reminded")


def test_an_officer_sees_the_returns(
    look: Any, sign_in: Callable[[Any], None], group: Group, amina: User
) -> None:
    sign_in(amina)
    page = look.at("/larkshire/collaborations/staff-returns/", "staff-returns-officer")
    leave(page.get_by_role("link", name="Remind everybody who owes"))
    look.check("staff-returns-remind")
    look.at("/larkshire/staff-return-periods/", "staff-return-periods")
    look.at("/larkshire/staff-return-periods/add/", "staff-return-period-add")


def test_anybody_reads_the_public_page_and_turns_a_long_one(
    look: Any, larkshire: Authority, group: Group
) -> None:
    page = look.at("/larkshire/public/", "public-page")
    expect(page.get_by_text("Acorns", exact=True)).to_be_visible()
    expect(page.get_by_text("Cara's")).to_have_count(0)
    assert page.context.cookies() == []
    with authority_scope(larkshire):
        give_consent(provider=group.caras.provider, by=group.cara, on=timezone.localdate())
    page.context.clear_cookies()
    page = look.at("/larkshire/public/?again", "public-page-consented")
    expect(page.get_by_text("Cara's").first).to_be_visible()

    with authority_scope(larkshire):
        south = DistrictFactory(name="South Larkshire")
        for number in range(45):
            CollaborationFactory(name=f"Meadow {number + 1}", district=south)
            VacancyFactory(
                provider=ProviderFactory(district=south),
                confirmed_by=group.lena,
                confirmed_on=timezone.localdate(),
            )
    # Which is kept for a while at each address
    page = look.at("/larkshire/public/?page=2", "public-page-long")
    leave(page.get_by_role("navigation", name="Districts").get_by_role("link", name="North Larkshire"))
    expect(page.get_by_role("heading", name="Riverside")).to_be_visible()
    expect(page.get_by_text("Meadow")).to_have_count(0)


def test_free_places_at_all_settings_and_a_childminder_who_agrees_to_be_named(
    look: Any, sign_in: Callable[[Any], None], larkshire: Authority, group: Group
) -> None:
    with authority_scope(larkshire):
        note = "In the garden room, with lunch; siblings first"
        VacancyFactory(
            provider=group.bluebells.provider,
            confirmed_by=group.mo,
            confirmed_on=timezone.localdate(),
            age_band="under_two",
            note=note,
        )
    sign_in(group.lena)
    page = look.at("/larkshire/", "home-of-a-member")
    leave(page.get_by_role("navigation", name="Menu").get_by_role("link", name="Free places"))
    expect(page.get_by_text("Bluebells")).to_be_visible()
    expect(page.get_by_text("Cara's")).to_have_count(0)
    look.check("all-vacancies")
    page.get_by_label("Age of the child").select_option("school_age")
    leave(page.get_by_role("button", name="Apply filters"))
    expect(page.get_by_text("Nothing matches these filters.")).to_be_visible()

    sign_in(group.cara)
    page = look.at(f"/larkshire/settings/{group.caras.provider_id}/public-consent/", "public-consent")
    leave(page.get_by_role("button", name="I agree to be named"))
    expect(page.get_by_text("From today other settings and the public page may name you.")).to_be_visible()
