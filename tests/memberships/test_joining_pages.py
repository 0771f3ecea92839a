"""C5 through the endpoints: finding, applying, deciding; who gets in, and what it costs."""

import re
from datetime import date

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from collaborations.models import Collaboration
from core.scoping import authority_scope
from memberships.models.joining import Application, Invitation
from memberships.models.members import Membership
from tests.factories.collaborations import CollaborationFactory
from tests.factories.groups import one_more_member
from tests.factories.joining import ApplicationFactory, InvitationFactory
from tests.factories.providers import DistrictFactory
from tests.memberships.joining import DECISION, TODAY, TOP, day, main_of, of, text


@pytest.fixture(autouse=True)
def now():
    with time_machine.travel("2026-11-21 10:00Z", tick=False):
        yield


# --- finding and applying -----------------------------------------------------------------------------------


def test_c5_a_manager_finds_the_groups_near_and_no_name_of_a_person(browse, larkshire, led, daisies, dora):
    with authority_scope(larkshire):
        CollaborationFactory(name="Coastline", is_virtual=True)
        CollaborationFactory(name="Asking", state="enquiry")
        CollaborationFactory(name="Resting", state="dormant")
    body = main_of(browse(dora).get(f"{TOP}find/{daisies.pk}/"))
    assert body.index("Riverside") < body.index("Coastline")
    assert "North (your district)" in body
    assert "Meets online only" in body
    assert "Acorns" in body
    for hidden in ("Lena", "Asking", "Resting"):
        assert hidden not in body


def test_c5_the_list_is_filtered_by_district_and_kind(browse, larkshire, led, daisies, dora):
    with authority_scope(larkshire):
        CollaborationFactory(name="Coastline", kind="themed_network")
    url = f"{TOP}find/{daisies.pk}/"
    assert "Riverside" not in main_of(browse(dora).get(f"{url}?kind=themed_network"))
    assert "Coastline" not in main_of(browse(dora).get(f"{url}?district={daisies.district_id}"))
    assert "Nothing matches these filters." in text(browse(dora).get(f"{url}?kind=buddy_pair"))


def test_c5_a_manager_applies_sees_it_and_withdraws(browse, larkshire, led, daisies, dora):
    client = browse(dora)
    url = of(led, f"apply/{daisies.pk}/")
    done = client.post(url, {"words": "We would like to learn outdoors."}, follow=True)
    body = main_of(done)
    assert "The application is sent." in body
    assert "Waiting for the members" in body
    assert "We would like to learn outdoors." in body
    assert "applied already" in text(client.post(url, {}))
    assert "You have applied." in main_of(client.get(f"{TOP}find/{daisies.pk}/"))
    with authority_scope(larkshire):
        row = Application.objects.get()
    withdraw = f"{TOP}applications/{row.pk}/withdraw/"
    assert "Withdraw the application to join Riverside?" in text(client.get(withdraw))
    assert "The application is withdrawn." in text(client.post(withdraw, follow=True))
    assert "Apply to join" in main_of(client.get(f"{TOP}find/{daisies.pk}/"))


def test_c5_a_group_that_takes_nobody_says_so_and_an_enquiry_does_not_exist(
    browse, larkshire, led, daisies, dora
):
    with authority_scope(larkshire):
        Collaboration.objects.filter(pk=led.collaboration.pk).update(state="dividing")
        asking = CollaborationFactory(state="enquiry")
    assert "is dividing" in text(browse(dora).post(of(led, f"apply/{daisies.pk}/"), {}))
    assert browse(dora).get(f"{TOP}{asking.pk}/apply/{daisies.pk}/").status_code == 404


def test_c5_an_officer_applies_on_behalf(browse, larkshire, led, daisies, amina):
    url = of(led, f"apply/{daisies.pk}/")
    assert "on behalf of the setting" in text(browse(amina).get(url))
    browse(amina).post(url, {})
    with authority_scope(larkshire):
        assert Application.objects.get().applied_by == amina


# --- deciding -----------------------------------------------------------------------------------------------


def decide_url(application) -> str:
    return f"{TOP}{application.collaboration_id}/applications/{application.pk}/decide/"


def test_c5_a_leader_records_that_the_members_accept(browse, larkshire, led, daisies, application):
    client = browse(led.lena)
    assert "Daisies" in main_of(client.get(of(led, "applications/")))
    given = {"accepted": "accepted", **DECISION, **day("joined_on", date(2026, 12, 1))}
    done = client.post(decide_url(application), given, follow=True)
    assert "The decision is recorded. Daisies is a member from 1 December 2026." in text(done)
    assert "joins on 1 Dec 2026" in main_of(done)
    assert "asks to join" not in main_of(done)
    again = client.post(decide_url(application), {**given, "accepted": "declined"})
    assert "Lena Hartley has recorded what the members decided on 20 November 2026: Accepted." in text(again)
    with authority_scope(larkshire):
        assert Membership.objects.filter(provider=daisies).count() == 1


def test_c5_the_page_says_what_is_missing_and_shows_no_grade(browse, led, daisies, application):
    client = browse(led.lena)
    body = main_of(client.get(decide_url(application)))
    assert "We would like to learn." in body
    assert "This is a small group" in body  # advice only (C2)
    for grade in ("Requires improvement", "Inadequate", "Good", "Outstanding", "grade"):
        assert grade not in body
    wrong = text(client.post(decide_url(application), {"accepted": "accepted", **day("decided_on", TODAY)}))
    assert "Enter how did the members decide" in wrong or "Error:" in wrong
    missing = text(client.post(decide_url(application), {"accepted": "accepted", **DECISION}))
    assert "Enter the day from which the setting is a member." in missing
    late = {**DECISION, **day("decided_on", date(2026, 11, 22))}
    assert "must be today or in the past" in text(
        client.post(decide_url(application), {"accepted": "declined", **late})
    )


def test_c5_declined_in_words_that_the_applicant_reads(browse, led, dora, application):
    done = browse(led.lena).post(decide_url(application), {"accepted": "declined", **DECISION}, follow=True)
    assert "The decision is recorded, and the setting has an email." in text(done)
    body = main_of(browse(dora).get(f"{TOP}applications/{application.pk}/"))
    assert "Not accepted" in body
    assert "All agreed at the meeting." in body
    assert "Find a collaboration" in body


def test_c5_an_officer_records_for_the_members(browse, larkshire, led, amina, application):
    assert "You record the decision for the members." in text(browse(amina).get(decide_url(application)))
    browse(amina).post(decide_url(application), {"accepted": "declined", **DECISION})
    with authority_scope(larkshire):
        assert Application.objects.get().decided_by == amina


def test_c5_officers_see_every_application_and_filter_it(
    browse, larkshire, led, amina, fred, application, dora
):
    with authority_scope(larkshire):
        ApplicationFactory(declined=True, applied_by=dora, decided_by=dora, provider__name="Elm Tree")
    client = browse(amina)
    body = main_of(client.get(f"{TOP}applications/"))
    assert body.index("Daisies") < body.index("Elm Tree")
    assert "Export this list" in body
    assert decide_url(application) in body
    assert decide_url(application) not in main_of(browse(fred).get(f"{TOP}applications/"))  # who only reads
    assert "Elm Tree" not in main_of(client.get(f"{TOP}applications/?state=open"))
    assert "Daisies" not in main_of(client.get(f"{TOP}applications/?q=elm"))
    assert browse(fred).get(f"{TOP}applications/").status_code == 200
    assert browse(led.lena).get(f"{TOP}applications/").status_code == 403


# --- leaks --------------------------------------------------------------------------------------------------


def test_c5_nothing_of_it_exists_for_sam_or_otto(
    browse, led, daisies, application, invitation, elsewhere, sam, otto
):
    group = led.collaboration.pk
    addresses = [
        f"{TOP}find/{daisies.pk}/",
        f"{TOP}{group}/apply/{daisies.pk}/",
        f"{TOP}applications/{application.pk}/",
        f"{TOP}applications/{application.pk}/withdraw/",
        f"{TOP}invitations/{invitation.pk}/",
        f"{TOP}{group}/applications/",
        f"{TOP}{group}/applications/{application.pk}/decide/",
        f"{TOP}{group}/invite/",
        f"{TOP}{group}/invitations/",
        f"{TOP}{group}/invitations/{invitation.pk}/withdraw/",
    ]
    for who in (sam, otto):
        assert {where: browse(who).get(where).status_code for where in addresses} == dict.fromkeys(
            addresses, 404
        )
    assert {browse(led.mo).get(where).status_code for where in addresses[5:]} == {403}
    assert {browse(led.mo).get(where).status_code for where in addresses[:5]} == {404}


def test_c5_words_of_people_cannot_put_a_script_on_a_page(
    browse, larkshire, led, dora, application, invitation, link
):
    bad = "<script>x</script>"
    with authority_scope(larkshire):
        Application.objects.update(words=bad)
        Invitation.objects.update(words=bad, full_name=bad)
    pages = [
        browse(led.lena).get(decide_url(application)),
        browse(dora).get(f"{TOP}applications/{application.pk}/"),
        browse().get(link),
    ]
    assert [
        page
        for page in [*pages, browse(led.lena).get(of(led, "invitations/"))]
        if bad in page.content.decode()
    ] == []


# --- what it costs ------------------------------------------------------------------------------------------


def cost(client, url) -> int:
    client.get(url)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(url).status_code == 200
    return len(queries)


def more_rows(led, dora, number: int) -> None:
    for _one in range(number):
        ApplicationFactory(
            collaboration=led.collaboration, applied_by=dora, provider__district=DistrictFactory()
        )
        InvitationFactory(collaboration=led.collaboration, sent_by=led.lena)
        one_more_member(CollaborationFactory(district=DistrictFactory()))


@pytest.mark.parametrize(("who", "where", "most"), [
    ("dora", "find/{setting}/", 24),
    ("lena", "{group}/applications/", 21),
    ("lena", "{group}/invitations/", 21),
    ("amina", "applications/", 16),
])  # fmt: skip
def test_c5_lists_cost_the_same_at_1_and_30_rows(
    browse, larkshire, led, daisies, dora, amina, who, where, most
):
    client = browse({"dora": dora, "lena": led.lena, "amina": amina}[who])
    url = TOP + where.format(setting=daisies.pk, group=led.collaboration.pk)
    with authority_scope(larkshire):
        more_rows(led, dora, 1)
    one = cost(client, url)
    with authority_scope(larkshire):
        more_rows(led, dora, 29)
    assert cost(client, url) == one
    assert one <= most


def test_c5_the_admin_shows_applications_and_invitations_and_changes_none(
    browse, amina, application, invitation
):
    client = browse(amina)
    for model, row in (("application", application), ("invitation", invitation)):
        address = f"/larkshire/admin/memberships/{model}/"
        assert "Daisies" in text(client.get(address))
        page = client.get(f"{address}{row.pk}/change/")
        assert page.status_code == 200
        assert not re.search(r'name="_save"', page.content.decode())
    assert client.get("/larkshire/admin/memberships/application/add/").status_code == 403
    invite = client.get("/larkshire/admin/memberships/invitation/add/")
    assert invite["Location"] == "/larkshire/collaborations/for/invite/"
