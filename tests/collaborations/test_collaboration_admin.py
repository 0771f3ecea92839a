"""Collaborations, members, people of settings and leaders in the
officers' admin: the same services, the same refusals.
"""

from datetime import date

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from audit.models import Entry
from collaborations.models import Collaboration
from core.scoping import authority_scope
from memberships.models.members import LeaderAppointment, Membership, SettingRole
from memberships.services.members import join
from tests.factories.collaborations import CollaborationFactory
from tests.factories.groups import judged, one_more_member
from tests.factories.memberships import MembershipFactory
from tests.factories.providers import DistrictFactory, ProviderFactory

ADMIN = "/larkshire/admin/"
COLLABORATIONS = f"{ADMIN}collaborations/collaboration/"
MEMBERS, LEADERS, PEOPLE = (
    f"{ADMIN}memberships/{model}/" for model in ("membership", "leaderappointment", "settingrole")
)
LISTS = (COLLABORATIONS, MEMBERS, LEADERS, PEOPLE)


@pytest.fixture(autouse=True)
def now():
    with time_machine.travel("2026-11-21 10:00Z", tick=False):
        yield


def text(response) -> str:
    return " ".join(response.content.decode().split())


def test_the_lists_show_what_is_there(browse, amina, led):
    client = browse(amina)
    collaborations = text(client.get(COLLABORATIONS))
    assert "Riverside" in collaborations
    assert "Small" in collaborations
    assert "Lena Hartley" in collaborations
    assert "Bluebells" in text(client.get(MEMBERS))
    assert "Lena Hartley" in text(client.get(LEADERS))
    assert "Cara Finch" in text(client.get(PEOPLE))


@pytest.mark.parametrize("address", LISTS)
def test_who_may_open_the_lists(browse, amina, fred, otto, led, address):
    assert browse(amina).get(address).status_code == 200
    assert browse(fred).get(address).status_code == 200
    assert browse(otto).get(address).status_code == 404
    assert browse(led.lena).get(address).status_code == 403
    assert browse().get(address).status_code == 302


def test_who_only_reads_changes_nothing(browse, fred, led, larkshire):
    client = browse(fred)
    for address in LISTS:
        assert client.get(f"{address}add/").status_code == 403
    with authority_scope(larkshire):
        leader = LeaderAppointment.objects.get()
    for page in (
        f"{COLLABORATIONS}{led.collaboration.pk}/change/",
        f"{MEMBERS}{led.acorns.pk}/change/",
        f"{LEADERS}{leader.pk}/change/",
    ):
        body = text(client.get(page))
        assert 'name="_save"' not in body
        assert "Good at the inspection" not in body
        assert client.post(page, {}).status_code == 403


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("leader=none", {"Hillside"}),
        ("leader=some", {"Riverside"}),
        ("size=small", {"Hillside", "Riverside"}),
        ("size=large", set()),
        ("q=hill", {"Hillside"}),
        ("kind=locality", set()),
        ("state=active", {"Hillside", "Riverside"}),
    ],
)
def test_the_collaborations_are_filtered_and_searched(browse, amina, led, elsewhere, query, shown):
    body = text(browse(amina).get(f"{COLLABORATIONS}?{query}")).split('id="changelist-form"')[-1]
    assert {name for name in ("Hillside", "Riverside") if name in body} == shown


@pytest.mark.parametrize("number", ["²", "٣", "9" * 40])
def test_a_number_that_is_none_filters_nothing(browse, amina, led, elsewhere, number):
    client = browse(amina)
    body = text(client.get(COLLABORATIONS, {"district": number}, follow=True))
    assert {name for name in ("Hillside", "Riverside") if name in body} == {"Hillside", "Riverside"}
    assert "Bluebells" in text(client.get(f"{LEADERS}add/", {"collaboration": number}))


def test_the_districts_of_the_filter_are_this_authoritys(browse, amina, led, elsewhere, larkshire, marlshire):
    with authority_scope(marlshire):
        DistrictFactory(name="Foreign parts")
    with authority_scope(larkshire):
        north = DistrictFactory(name="North")
        Collaboration.objects.filter(pk=elsewhere.pk).update(district=north)
    client = browse(amina)
    body = text(client.get(f"{COLLABORATIONS}?district={north.pk}"))
    assert "Foreign parts" not in body
    assert "Hillside" in body
    assert "Riverside" not in body
    assert "Foreign parts" not in text(client.get(f"{COLLABORATIONS}add/"))


def test_a_collaboration_is_started_and_changed_through_the_services(browse, amina, larkshire):
    client = browse(amina)
    given = {
        "name": "Meadow",
        "kind": "locality",
        "district": "",
        "purpose": "",
        "started_on": "1 November 26",
        "state": "active",
    }
    client.post(f"{COLLABORATIONS}add/", given)
    again = client.post(f"{COLLABORATIONS}add/", given)
    assert "There is already a collaboration with this name." in text(again)
    with authority_scope(larkshire):
        made = Collaboration.objects.get()
        assert Entry.objects.filter(sentence="started the collaboration Meadow").count() == 1
        MembershipFactory(collaboration=made)
    page = f"{COLLABORATIONS}{made.pk}/change/"
    client.post(page, {**given, "name": "Meadows"})
    with authority_scope(larkshire):
        assert Collaboration.objects.get().name == "Meadows"
        assert Entry.objects.latest("pk").sentence == "changed the collaboration Meadows"


def test_the_record_shows_members_and_leaders_and_leads_to_adding_them(browse, amina, led):
    body = text(browse(amina).get(f"{COLLABORATIONS}{led.collaboration.pk}/change/"))
    for words in (
        "Bluebells",
        "This is a small group",
        f"{LEADERS}add/?collaboration={led.collaboration.pk}",
        "Add a member",
    ):
        assert words in body


def test_a_member_is_added_by_its_urn_and_leaves(browse, amina, led, larkshire):
    client = browse(amina)
    with authority_scope(larkshire):
        ProviderFactory(name="Daisies", urn="EY999111")
    address = f"{MEMBERS}add/?collaboration={led.collaboration.pk}"
    assert f'<option value="{led.collaboration.pk}" selected>' in text(client.get(address))
    given = {"collaboration": led.collaboration.pk, "setting": "ey999111", "joined_on": "1/11/2026"}
    assert client.post(address, given).status_code == 302
    assert "Daisies is already a member in that time." in text(client.post(address, given))
    assert "No setting in your register matches “zzz”." in text(
        client.post(address, {**given, "setting": "zzz"})
    )
    with authority_scope(larkshire):
        membership = Membership.objects.get(provider__name="Daisies")
    page = f"{MEMBERS}{membership.pk}/change/"
    assert "Enter the reason for leaving." in text(
        client.post(page, {"left_on": "1/2/2027", "leaving_reason": ""})
    )
    assert "when it joined" in text(client.post(page, {"left_on": "1/1/2020", "leaving_reason": "Closing"}))
    assert client.post(page, {"left_on": "1/2/2027", "leaving_reason": "Closing"}).status_code == 302
    with authority_scope(larkshire):
        assert Membership.objects.get(pk=membership.pk).left_on == date(2027, 2, 2)


def test_several_settings_of_a_name_are_named_with_their_numbers(browse, amina, led, larkshire):
    with authority_scope(larkshire):
        ProviderFactory(name="Daisies", urn="EY999111")
        ProviderFactory(name="Daisies", urn="EY999222")
    given = {"collaboration": led.collaboration.pk, "setting": "daisies", "joined_on": "1/11/2026"}
    body = text(browse(amina).post(f"{MEMBERS}add/", given))
    assert "Several settings match" in body
    assert "Daisies, EY999222" in body


def test_a_setting_or_collaboration_of_the_other_authority_is_not_there(
    browse, amina, led, larkshire, marlshire
):
    with authority_scope(marlshire):
        ProviderFactory(name="Foreign", urn="EY777111")
        theirs = CollaborationFactory(name="Theirs")
    client = browse(amina)
    given = {"collaboration": led.collaboration.pk, "setting": "EY777111", "joined_on": "1/11/2026"}
    assert "No setting in your register matches" in text(client.post(f"{MEMBERS}add/", given))
    assert "Theirs" not in text(client.get(f"{MEMBERS}add/"))
    assert (
        client.post(f"{MEMBERS}add/", {**given, "setting": "Acorns", "collaboration": theirs.pk}).status_code
        == 200
    )
    assert client.get(f"{COLLABORATIONS}{theirs.pk}/change/").status_code == 404


def test_a_leader_is_appointed_by_e_mail_address_and_the_policy_is_asked(browse, amina, group, larkshire):
    client, address = browse(amina), f"{LEADERS}add/?collaboration={group.collaboration.pk}"
    given = {
        "membership": group.caras.pk,
        "email": "cara@larkshire.example",
        "manner": "sole",
        "starts_on": "21/11/2026",
        "ends_on": "",
    }
    assert "leaves this to an officer. Record your decision." in text(
        client.post(address, {**given, "officers_decision": ""})
    )
    assert "Nobody here has this address" in text(client.post(address, {**given, "email": "x@example.com"}))
    assert client.post(address, {**given, "officers_decision": "Visited in May."}).status_code == 302
    with authority_scope(larkshire):
        made = LeaderAppointment.objects.get()
        judged(group.bluebells.provider, 4, on=date(2026, 10, 1))
    assert made.may_lead_because == "Visited in May."
    assert "Visited in May." in text(client.get(f"{LEADERS}{made.pk}/change/"))
    mo = {**given, "membership": group.bluebells.pk, "email": "mo@larkshire.example"}
    assert "does not let this setting" in text(client.post(address, mo))
    assert client.post(f"{LEADERS}{made.pk}/change/", {"ends_on": "1/3/2027"}).status_code == 302
    with authority_scope(larkshire):
        assert LeaderAppointment.objects.get().ends_on == date(2027, 3, 2)


def test_a_person_is_added_and_ended(browse, amina, group, larkshire):
    client = browse(amina)
    given = {
        "setting": "Acorns",
        "full_name": "Nell Ives",
        "email": "nell@larkshire.example",
        "role": "staff",
        "starts_on": "1/11/2026",
    }
    assert client.post(f"{PEOPLE}add/", given).status_code == 302
    assert "already recorded at Acorns" in text(client.post(f"{PEOPLE}add/", given))
    with authority_scope(larkshire):
        role = SettingRole.objects.get(user__email="nell@larkshire.example")
    assert "Enter the last day with the role." in text(
        client.post(f"{PEOPLE}{role.pk}/change/", {"ends_on": ""})
    )
    client.post(f"{PEOPLE}{role.pk}/change/", {"ends_on": "1/3/2027"})
    with authority_scope(larkshire):
        assert SettingRole.objects.get(pk=role.pk).ends_on == date(2027, 3, 2)


def test_only_what_has_not_begun_can_be_deleted(browse, amina, led, larkshire):
    client = browse(amina)
    with authority_scope(larkshire):
        membership = join(
            collaboration=led.collaboration,
            provider=ProviderFactory(name="Daisies"),
            on=date(2027, 1, 1),
            by=amina,
        )
    assert client.post(f"{MEMBERS}{led.acorns.pk}/delete/", {"post": "yes"}).status_code == 403
    assert client.post(f"{MEMBERS}{membership.pk}/delete/", {"post": "yes"}).status_code == 302
    with authority_scope(larkshire):
        assert not Membership.objects.filter(pk=membership.pk).exists()
        assert Entry.objects.latest("pk").action == "withdrawn"


@pytest.mark.parametrize("query", ["time=now", "time=later", "time=ended", "q=acorns"])
@pytest.mark.parametrize("address", LISTS[1:])
def test_the_other_lists_are_filtered_by_time(browse, amina, led, address, query):
    body = text(browse(amina).get(f"{address}?{query}")).split('id="changelist-form"')[-1]
    there = query == "time=now" or (query == "q=acorns" and address != LEADERS)
    assert ("Acorns" in body) is there


@pytest.mark.parametrize("address", LISTS)
def test_lists_cost_the_same_at_1_and_30_rows(browse, amina, larkshire, address):
    with authority_scope(larkshire):
        one_more_member(CollaborationFactory(district=DistrictFactory()))
    client = browse(amina)
    client.get(address)
    with CaptureQueriesContext(connection) as one:
        client.get(address)
    with authority_scope(larkshire):
        for _number in range(29):
            one_more_member(CollaborationFactory(district=DistrictFactory()))
    with CaptureQueriesContext(connection) as thirty:
        client.get(address)
    assert len(thirty) <= len(one)
    assert len(one) <= 17


def test_the_record_costs_the_same_at_1_and_30_members(browse, amina, larkshire):
    with authority_scope(larkshire):
        group = CollaborationFactory()
        MembershipFactory(collaboration=group)
    client, address = browse(amina), f"{COLLABORATIONS}{group.pk}/change/"
    client.get(address)
    with CaptureQueriesContext(connection) as one:
        assert client.get(address).status_code == 200
    with authority_scope(larkshire):
        MembershipFactory.create_batch(29, collaboration=group)
    with CaptureQueriesContext(connection) as thirty:
        client.get(address)
    assert len(thirty) == len(one)
