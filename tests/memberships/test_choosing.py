"""Which collaboration, which setting: asked before a form that is begun from a list. And the people of a
setting on its own pages, in a group or in none.
"""

from __future__ import annotations

from datetime import date

import pytest
import time_machine

from accounts.models import User
from core.frame.jobs import JOBS, add_job
from core.scoping import authority_scope
from core.tables.choosing import MAX_SHOWN
from memberships.models.members import SettingRole
from tests.factories.collaborations import CollaborationFactory
from tests.factories.people import appointed
from tests.factories.providers import ProviderFactory

CHOOSE = "/larkshire/collaborations/for/"
WHERE = "/larkshire/settings/people/add/"
FORMS = {"appoint-leader": "leaders/appoint/", "record-office": "offices/give/"}


@pytest.fixture(autouse=True)
def now():
    with time_machine.travel("2026-11-21 10:00Z", tick=False):
        yield


def text(response) -> str:
    return " ".join(response.content.decode().split())


def main(response) -> str:
    return text(response).split("<main", 1)[1].split("</main>")[0]


@pytest.mark.parametrize(
    ("job", "page"),
    [
        ("add-member", "members/add/"),
        ("invite", "invite/"),
        ("appoint-leader", "leaders/appoint/"),
        ("record-office", "offices/give/"),
    ],
)
def test_the_one_hit_opens_the_one_form(browse, amina, led, elsewhere, job, page):
    client = browse(amina)
    first = main(client.get(f"{CHOOSE}{job}/"))
    assert "Riverside" in first
    assert "Hillside" in first
    answer = client.get(f"{CHOOSE}{job}/", {"q": " riverSIDE "})
    assert answer["Location"] == f"/larkshire/collaborations/{led.collaboration.pk}/{page}"
    assert client.get(answer["Location"]).status_code == 200


def test_a_corrected_word_is_said_and_a_person_looks(browse, amina, led):
    body = main(browse(amina).get(f"{CHOOSE}add-member/", {"q": "Riversude"}))
    assert "Nothing is called “Riversude”. Showing “Riverside”." in body
    assert f"/larkshire/collaborations/{led.collaboration.pk}/members/add/" in body


def test_nothing_found_says_so_and_closed_and_foreign_groups_are_not_offered(
    browse, amina, larkshire, marlshire, led
):
    with authority_scope(larkshire):
        CollaborationFactory(name="Old Mill", state="closed", closed_on=date(2026, 1, 1))
    with authority_scope(marlshire):
        CollaborationFactory(name="Marl Group")
    for words in ("Old Mill", "Marl", "<b>", "x" * 500):
        body = main(browse(amina).get(f"{CHOOSE}add-member/", {"q": words}))
        assert "No collaboration that is open has these words in its name." in body


def test_never_more_than_twenty_are_offered(browse, amina, larkshire):
    with authority_scope(larkshire):
        for number in range(MAX_SHOWN + 5):
            CollaborationFactory(name=f"Group {number:02}")
    for query in ({}, {"q": "group"}):
        body = main(browse(amina).get(f"{CHOOSE}add-member/", query))
        assert body.count("/members/add/") == MAX_SHOWN
        assert "These are the first twenty. Add a word to find others." in body


def test_who_may_not_do_the_job_is_not_asked_and_an_unknown_job_is_not_there(browse, amina, fred, led, otto):
    assert browse(amina).get(f"{CHOOSE}paint/").status_code == 404
    assert browse(fred).get(f"{CHOOSE}add-member/").status_code == 403
    assert browse(led.lena).get(f"{CHOOSE}add-member/").status_code == 403
    assert browse(otto).get(f"{CHOOSE}add-member/").status_code == 404
    assert browse().get(f"{CHOOSE}add-member/").status_code == 302


def test_a_job_has_one_name():
    with pytest.raises(ValueError, match="add-member"):
        add_job("add-member", JOBS["invite"])


def test_a_setting_is_searched_before_a_person_is_added(browse, amina, larkshire, marlshire):
    with authority_scope(larkshire):
        acorns = ProviderFactory(name="Acorns", urn="EY100001")
        ProviderFactory(name="Acorns House", urn="EY100002")
    with authority_scope(marlshire):
        ProviderFactory(name="Foreign", urn="EY777111")
    client = browse(amina)
    assert "Acorns" not in main(client.get(WHERE)), "the register is no list to choose from"
    both = main(client.get(WHERE, {"q": "acorns"}))
    assert "EY100001" in both
    assert "EY100002" in both
    page = f"/larkshire/settings/{acorns.pk}/people/add/"
    assert client.get(WHERE, {"q": "ey100001"})["Location"] == page
    assert "No setting of the register matches this." in main(client.get(WHERE, {"q": "EY777111"}))


def by_page(setting_id: int, rest: str) -> str:
    return f"/larkshire/settings/{setting_id}/people/{rest}"


def sent(**changes: str) -> dict[str, str]:
    day = {"starts_on_day": "1", "starts_on_month": "11", "starts_on_year": "2026"}
    return {"full_name": "Nell Ives", "email": "nell@larkshire.example", "role": "staff", **day} | changes


def test_people_of_a_setting_in_no_group_are_added_ended_and_taken_back(browse, amina, larkshire):
    with authority_scope(larkshire):
        daisies = ProviderFactory(name="Daisies")
    client = browse(amina)
    people = by_page(daisies.pk, "")
    assert f'href="{people}add/"' in main(client.get(people))
    assert client.post(f"{people}add/", sent())["Location"] == people
    assert "already recorded at Daisies" in text(client.post(f"{people}add/", sent()))
    with authority_scope(larkshire):
        role = SettingRole.objects.get(provider=daisies)
    assert f'href="{people}{role.pk}/end/"' in main(client.get(people))
    end = {"ends_on_day": "31", "ends_on_month": "12", "ends_on_year": "2026"}
    assert client.post(f"{people}{role.pk}/end/", end)["Location"] == people
    with authority_scope(larkshire):
        role.refresh_from_db()
        assert role.ends_on == date(2027, 1, 1)
    today = {"starts_on_day": "21", "starts_on_month": "11", "starts_on_year": "2026"}
    client.post(f"{people}add/", sent(email="olga@larkshire.example", full_name="Olga Reid", **today))
    with authority_scope(larkshire):
        begun = SettingRole.objects.latest("pk")
    assert f'href="{people}{begun.pk}/take-back/"' in main(client.get(people))
    assert client.post(f"{people}{begun.pk}/take-back/")["Location"] == people
    with authority_scope(larkshire):
        assert not SettingRole.objects.filter(pk=begun.pk).exists()


def test_a_role_at_another_setting_is_not_below_this_one(browse, amina, led, larkshire):
    with authority_scope(larkshire):
        role, other = (
            SettingRole.objects.filter(provider=led.acorns.provider)[0],
            ProviderFactory(name="Other"),
        )
    for step in ("end", "take-back"):
        assert browse(amina).get(by_page(other.pk, f"{role.pk}/{step}/")).status_code == 404


def test_the_manager_of_a_setting_reads_its_people_and_changes_none(browse, led, larkshire):
    people = by_page(led.acorns.provider_id, "")
    with authority_scope(larkshire):
        manager: User = SettingRole.objects.filter(provider=led.acorns.provider, role="manager")[0].user
    body = main(browse(manager).get(people))
    assert "/end/" not in body
    assert "/take-back/" not in body
    assert "/add/" not in body
    assert browse(manager).get(f"{people}add/").status_code == 403


def test_a_person_of_no_setting_finds_none(browse, larkshire):
    nobody = appointed(larkshire, "Nora New", None)
    with authority_scope(larkshire):
        setting = ProviderFactory(name="Acorns")
    assert browse(nobody).get(by_page(setting.pk, "add/")).status_code == 404


def test_a_form_begun_on_a_persons_page_begins_with_the_person(browse, amina, maya, led, marlshire, otto):
    """At a setting, as leader, in an office, in the team: each form is filled in, and the search keeps whom it
    is about. Nothing of who belongs to another authority.
    """
    client = browse(maya)
    page = text(client.get(f"/larkshire/people/{led.mo.pk}/"))
    whom = f"?person={led.mo.pk}"
    for address in (f"{WHERE}{whom}", f"{CHOOSE}appoint-leader/{whom}", f"{CHOOSE}record-office/{whom}"):
        assert f'href="{address}"' in page, address
    role = f"/larkshire/admin/accounts/roleappointment/add/{whom}"
    assert f'href="{role}"' in page
    form = client.get(role).context["adminform"].form
    assert (form["email"].value(), form["full_name"].value()) == (led.mo.email, "Mo Siddiqui")
    searched = client.get(WHERE, {"person": led.mo.pk, "q": "acorns"})
    assert searched["Location"] == f"/larkshire/settings/{led.acorns.provider_id}/people/add/{whom}"
    assert f'name="person" value="{led.mo.pk}"' in text(client.get(f"{WHERE}{whom}"))
    form = client.get(searched["Location"]).context["form"]
    assert (form["email"].value(), form["full_name"].value()) == (led.mo.email, "Mo Siddiqui")
    for job in ("appoint-leader", "record-office"):
        body = main(client.get(f"{CHOOSE}{job}/{whom}"))
        assert "Riverside" in body
        form = client.get(f"/larkshire/collaborations/{led.collaboration.pk}/" + FORMS[job] + whom).context[
            "form"
        ]
        assert form["person"].value().startswith(f"{led.mo.pk}-"), job
    for stranger in (otto.pk, 0, 10**9, "x", "' OR 1=1"):
        answer = client.get(f"/larkshire/settings/{led.acorns.provider_id}/people/add/", {"person": stranger})
        assert answer.context["form"]["email"].value() is None, stranger
        asked = client.get("/larkshire/admin/accounts/roleappointment/add/", {"person": stranger})
        assert not asked.context["adminform"].form["email"].value(), stranger
        assert "Otto" not in text(client.get(f"{CHOOSE}appoint-leader/", {"person": stranger}))


def test_only_the_own_groups_of_the_person_are_offered(browse, amina, led, elsewhere, sam):
    client = browse(amina)
    body = main(client.get(f"{CHOOSE}appoint-leader/", {"person": sam.pk}))
    assert "Hillside" in body
    assert "Riverside" not in body


def test_nobody_is_offered_to_give_themselves_something(browse, maya):
    page = text(browse(maya).get(f"/larkshire/people/{maya.pk}/"))
    assert f"?person={maya.pk}" not in page
