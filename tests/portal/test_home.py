"""Home by role, the platform's entrance, duties, health, the demonstration."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from accounts.models import Authority, User
from accounts.roles import Role
from accounts.services.authorities import change_authority
from audit.services import seal_entries
from collaborations.models import Collaboration
from core.scoping import authority_scope
from core.wording import in_words
from documents.models import KeptList
from documents.services.lists import save_list
from memberships.models.members import Membership
from memberships.selectors.districts import settings_by_district
from memberships.services.conduct import raise_concern
from memberships.services.leaders import appoint_leader
from portal.views.health import WORKER_SIGN
from providers.models import District, Provider
from providers.services.succession import link_successor
from tests.cast import person, sign_in
from tests.factories.groups import APPOINTED, make_group
from tests.factories.joining import ApplicationFactory
from tests.factories.plans import division

Browse = Callable[[User | None], Client]
pytestmark = pytest.mark.django_db


def test_an_officer_is_told_what_to_do_first(larkshire: Authority, amina: User, browse: Browse) -> None:
    page = browse(amina).get("/larkshire/").content.decode()
    assert "Hello, Amina" in page
    assert "Load Ofsted" in page
    assert "Audit log" not in page, "an officer does not read the audit log"


def test_somebody_without_a_part_is_told_whom_to_ask(larkshire: Authority, sam: User, browse: Browse) -> None:
    page = browse(sam).get("/larkshire/").content.decode()
    assert "not a member of a collaboration" in page
    assert "early.years@larkshire.example" in page
    assert "What needs you" not in page


def test_the_platform_sends_people_on(
    larkshire: Authority, marlshire: Authority, amina: User, browse: Browse
) -> None:
    assert browse(amina).get("/").headers["Location"] == "/larkshire/"
    with authority_scope(marlshire):
        from accounts.services.people import register_person

        register_person(email=amina.email, full_name="Amina")
    page = browse(amina).get("/").content.decode()
    assert "/larkshire/" in page
    assert "/marlshire/" in page
    assert "Sign in" in browse(None).get("/").content.decode()


def test_an_account_nobody_added_says_so(db: None, browse: Browse) -> None:
    loner = User.objects.create_user(email="loner@nowhere.example", full_name="Lo Ner")
    assert "does not belong to a local authority" in browse(loner).get("/").content.decode()


@pytest.mark.parametrize("page", ["accessibility", "privacy", "report-a-concern"])
def test_duties_are_open_to_everybody(page: str, larkshire: Authority, maya: User, browse: Browse) -> None:
    with authority_scope(larkshire):
        change_authority(
            authority=larkshire,
            by=maya,
            changes={
                "accessibility_email": "a11y@larkshire.example",
                "data_protection_email": "dpo@larkshire.example",
                "social_care_phone": "01632 960010",
            },
        )
    answer = browse(None).get(f"/larkshire/{page}/")
    assert answer.status_code == 200
    expected = {
        "accessibility": "a11y@larkshire.example",
        "privacy": "dpo@larkshire.example",
        "report-a-concern": "01632 960010",
    }
    assert expected[page] in answer.content.decode()


def test_the_brand_is_the_authoritys(larkshire: Authority, marlshire: Authority, browse: Browse) -> None:
    Authority.objects.filter(pk=marlshire.pk).update(brand_colour="#00703c")
    assert browse(None).get("/larkshire/brand.css").content == b":root{--brand:#1d70b8}\n"
    assert browse(None).get("/marlshire/brand.css").content == b":root{--brand:#00703c}\n"


def test_health(db: None, browse: Browse) -> None:
    client = browse(None)
    assert client.get("/health/web/").json() == {"status": "ok"}
    assert client.get("/health/database/").json() == {"status": "ok"}
    assert client.get("/health/worker/").status_code == 503
    cache.set(WORKER_SIGN, time.time())
    assert client.get("/health/worker/").status_code == 200


def test_there_is_no_demonstration_in_production(db: None, browse: Browse) -> None:
    assert browse(None).get("/demonstration/").status_code == 404
    assert browse(None).get("/demonstration/ofsted-file.csv").status_code == 404


def test_officers_set_up_a_second_factor_first(
    larkshire: Authority, amina: User, sam: User, browse: Browse
) -> None:
    amina.authenticator_set.all().delete()
    sam.authenticator_set.all().delete()
    client = Client()
    sign_in(client, amina, proved=False)
    assert client.get("/larkshire/").headers["Location"] == "/larkshire/accounts/2fa/totp/activate/"
    assert client.get("/larkshire/admin/").headers["Location"] == "/larkshire/accounts/2fa/totp/activate/"
    assert browse(sam).get("/larkshire/").status_code == 200


def test_exports_show_what_one_may_run(larkshire: Authority, amina: User, sam: User, browse: Browse) -> None:
    assert "What you can export" in browse(amina).get("/larkshire/exports/").content.decode()
    assert browse(sam).get("/larkshire/exports/").status_code == 403


def test_the_map_and_not_home_shows_how_far_collaborations_reach(
    larkshire: Authority, amina: User, browse: Browse
) -> None:
    with authority_scope(larkshire):
        north = District.objects.create(name="North")
        settings = [
            Provider.objects.create(
                name=f"Setting {number}", urn=f"EY10000{number}", provider_type="non_domestic", district=north
            )
            for number in range(3)
        ]
        Provider.objects.create(name="Elsewhere", urn="EY200001", provider_type="non_domestic")
        Provider.objects.create(
            name="Gone",
            urn="EY200002",
            provider_type="non_domestic",
            district=north,
            unlisted_since=date(2026, 1, 1),
        )
        group = Collaboration.objects.create(name="Group", started_on=date(2025, 1, 1))
        Membership.objects.create(collaboration=group, provider=settings[0], joined_on=date(2025, 1, 1))
        assert settings_by_district(on=date(2026, 6, 1)) == {north.pk: (3, 1, "North"), None: (1, 0, "")}
        assert settings_by_district(on=date(2024, 6, 1)) == {north.pk: (3, 0, "North"), None: (1, 0, "")}
    home = browse(amina).get("/larkshire/").content.decode()
    assert "No district" not in home
    assert re.search(r"Settings in no group</a>\s*<span[^>]*>3</span>", home)
    assert "No district" in browse(amina).get("/larkshire/collaborations/map/").content.decode()


def test_an_officer_is_told_of_a_take_over_that_is_not_settled(
    larkshire: Authority, amina: User, browse: Browse
) -> None:
    with authority_scope(larkshire):
        group = make_group(amina)
        new = Provider.objects.create(name="Acorns anew", urn="EY300001", provider_type="non_domestic")
        link_successor(
            old_id=group.acorns.provider_id,
            new_id=new.pk,
            on=date(2026, 3, 1),
            reason="New company",
            by=amina,
        )
    assert "Say what moves from Acorns to Acorns anew" in browse(amina).get("/larkshire/").content.decode()
    assert "Say what moves" not in browse(group.lena).get("/larkshire/").content.decode()


def test_an_officer_is_told_of_an_agreed_plan_whose_day_is_near_or_has_come(
    larkshire: Authority, amina: User, browse: Browse, time_machine: Any
) -> None:
    time_machine.move_to("2026-11-21 10:00Z")
    with authority_scope(larkshire):
        group = make_group(amina)
        division(group, amina).agree()
    for moment, line in (
        ("2026-12-20 10:00Z", ""),
        ("2026-12-28 10:00Z", "The plan for Riverside: carry it out from 1 January 2027"),
        ("2027-01-04 10:00Z", "Carry out the plan for Riverside"),
    ):
        time_machine.move_to(moment)
        client = browse(amina)
        page = client.get("/larkshire/").content.decode()
        assert line in page if line else "plan for Riverside" not in page
        assert "plan for Riverside" not in browse(group.lena).get("/larkshire/").content.decode()


def test_an_officer_is_told_once_of_applications_to_groups_that_nobody_leads(
    larkshire: Authority, amina: User, fred: User, browse: Browse
) -> None:
    line = "at a collaboration that nobody leads"
    with authority_scope(larkshire):
        group = make_group(amina)
        first = ApplicationFactory(collaboration=group.collaboration, applied_by=amina)
    page = browse(amina).get("/larkshire/").content.decode()
    assert f"1 application waits {line}" in page
    assert f"/larkshire/collaborations/{group.collaboration.pk}/applications/{first.pk}/decide/" in page
    for other in (group.lena, fred):
        assert line not in browse(other).get("/larkshire/").content.decode()
    with authority_scope(larkshire):
        ApplicationFactory(collaboration=group.collaboration, applied_by=amina)
    page = browse(amina).get("/larkshire/").content.decode()
    assert "2 applications wait at collaborations that nobody leads" in page
    listed = "/larkshire/collaborations/applications/?state=open&amp;leader=none"
    assert listed in page
    assert str(first.provider) in browse(amina).get(listed.replace("&amp;", "&")).content.decode()
    with authority_scope(larkshire):
        appoint_leader(
            membership=group.acorns, user=group.lena, manner="joint", starts_on=APPOINTED, by=amina
        )
    assert "nobody leads" not in browse(amina).get("/larkshire/").content.decode()
    assert str(first.provider) not in browse(amina).get(listed.replace("&amp;", "&")).content.decode()


def test_a_concern_that_waits_to_be_read_is_named_to_its_readers_alone(
    larkshire: Authority, amina: User, browse: Browse
) -> None:
    with authority_scope(larkshire):
        group = make_group(amina)
        appoint_leader(
            membership=group.acorns, user=group.lena, manner="joint", starts_on=APPOINTED, by=amina
        )
        raise_concern(
            collaboration=group.collaboration,
            about=group.caras,
            words="Papers were passed on.",
            by=group.mo,
            at=timezone.now(),
        )
    line = "Read what has been written to you"
    assert line in browse(group.lena).get("/larkshire/").content.decode()
    for other in (group.mo, group.cara, amina):
        assert line not in browse(other).get("/larkshire/").content.decode()


@pytest.mark.parametrize("role", [Role.FINANCE, Role.QUALITY_LEAD])
def test_every_link_of_those_who_only_read_opens(role: Role, larkshire: Authority, browse: Browse) -> None:
    client = browse(person(larkshire, "Rea Der", role))
    links = [link for block in client.get("/larkshire/").context["reader_blocks"] for link in block.links]
    assert links
    assert [link.url for link in links if client.get(link.url).status_code != 200] == []


def test_an_auditor_reads_until_when_the_log_is_sealed(larkshire: Authority, browse: Browse) -> None:
    client = browse(person(larkshire, "Au Ditor", Role.AUDITOR))
    assert "Nothing is sealed yet" in client.get("/larkshire/").content.decode()
    with authority_scope(larkshire):
        seal = seal_entries(before=timezone.now())
    assert seal is not None
    assert f"Sealed until {in_words(seal.at)}" in client.get("/larkshire/").content.decode()


class TestSavedLists:
    """What was saved under a name stands on the home page as a link."""

    def save(self, by: User, name: str, *, list_name: str, query: str = "", for_team: bool = False) -> None:
        save_list(list_name=list_name, name=name, query=query, for_team=for_team, by=by, at=timezone.now())

    def test_ones_own_and_the_teams_open_as_they_were_saved(
        self, larkshire: Authority, amina: User, maya: User, browse: Browse
    ) -> None:
        groups = "collaborations.Collaborations"
        with authority_scope(larkshire):
            self.save(maya, "Being set up", list_name=groups, query="state=starting", for_team=True)
            self.save(maya, "Mine alone", list_name=groups)
            self.save(amina, "Without a leader", list_name=groups, query="leader=none")
        client = browse(amina)
        saved = client.get("/larkshire/").context["saved"]
        assert [(link.name, link.for_team) for link in saved] == [
            ("Without a leader", False),
            ("Being set up", True),
        ]
        assert saved[0].url.startswith("/larkshire/collaborations/?leader=none&saved=")
        page = client.get(saved[1].url)
        assert page.status_code == 200
        assert page.context["filter_form"].cleaned_data["state"] == "starting"

    def test_what_may_not_be_opened_or_has_no_address_is_no_link(
        self, larkshire: Authority, amina: User, maya: User, fred: User, browse: Browse
    ) -> None:
        with authority_scope(larkshire):
            self.save(maya, "People", list_name="accounts.People", for_team=True)
            KeptList.objects.create(
                person=maya, list_name="gone.List", name="Gone", for_team=True, kept_at=timezone.now()
            )
        assert [link.name for link in browse(amina).get("/larkshire/").context["saved"]] == ["People"]
        page = browse(fred).get("/larkshire/")
        assert page.context["saved"] == []
        assert "Saved lists" not in page.content.decode()
