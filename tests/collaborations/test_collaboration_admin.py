"""Collaborations, members, people of settings and leaders in the
officers' admin: the same services, the same refusals.
"""

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from collaborations.models import Collaboration
from core.exports.registry import find_export
from core.scoping import authority_scope
from core.tables.filters import WrongFilters
from documents.models import Selection
from memberships.models.members import LeaderAppointment, Membership, SettingRole
from providers.models import Provider
from tests.factories.collaborations import CollaborationFactory
from tests.factories.groups import one_more_member
from tests.factories.memberships import MembershipFactory
from tests.factories.providers import DistrictFactory

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
        assert client.get(f"{address}add/").status_code == client.post(f"{address}add/").status_code == 403
        assert ">Add " not in text(client.get(address))
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


#: Where "Add" leads: the one form that there is for the job, after the question which thing it is about.
ADDED_ON = {
    COLLABORATIONS: "/larkshire/collaborations/start/",
    MEMBERS: "/larkshire/collaborations/for/add-member/",
    LEADERS: "/larkshire/collaborations/for/appoint-leader/",
    PEOPLE: "/larkshire/settings/people/add/",
}


@pytest.mark.parametrize("address", LISTS)
def test_add_opens_the_page_whatever_is_sent(browse, amina, led, larkshire, address):
    client = browse(amina)
    assert f'href="{ADDED_ON[address]}"' in text(client.get(address))
    assert f'href="{ADDED_ON[address]}"' in text(client.get(ADMIN))
    for ask in (client.get, client.post):
        assert ask(f"{address}add/")["Location"] == ADDED_ON[address]
    with authority_scope(larkshire):
        assert Membership.objects.count() == 3


def test_a_record_is_only_read_and_leads_to_its_page(browse, amina, led, larkshire):
    client, group = browse(amina), led.collaboration
    with authority_scope(larkshire):
        leader = LeaderAppointment.objects.get()
        role = SettingRole.objects.filter(user=led.lena)[0]
    pages = {
        f"{COLLABORATIONS}{group.pk}/": f"/larkshire/collaborations/{group.pk}/",
        f"{MEMBERS}{led.acorns.pk}/": f"/larkshire/collaborations/{group.pk}/members/{led.acorns.pk}/",
        f"{LEADERS}{leader.pk}/": f"/larkshire/collaborations/{group.pk}/offices/",
        f"{PEOPLE}{role.pk}/": f"/larkshire/settings/{role.provider_id}/people/",
    }
    for record, page in pages.items():
        shown = text(client.get(f"{record}change/"))
        assert f'<a href="{page}">Open the page</a>' in shown
        assert 'name="_save"' not in shown
        assert ">Delete<" not in shown
        assert client.post(f"{record}change/", {"name": "X", "ends_on": "1/3/2027"}).status_code == 403
        assert client.post(f"{record}delete/", {"post": "yes"}).status_code == 403
        assert client.get(page).status_code == 200


def test_the_record_shows_members_and_leaders(browse, amina, led):
    body = text(browse(amina).get(f"{COLLABORATIONS}{led.collaboration.pk}/change/"))
    for words in ("Bluebells", "This is a small group", "Lena Hartley"):
        assert words in body


def test_a_collaboration_of_the_other_authority_is_not_there(browse, amina, led, marlshire):
    with authority_scope(marlshire):
        theirs = CollaborationFactory(name="Theirs")
    assert browse(amina).get(f"{COLLABORATIONS}{theirs.pk}/change/").status_code == 404


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


@pytest.mark.parametrize("address", [MEMBERS, LEADERS, PEOPLE])
def test_members_leaders_and_people_are_filtered_by_group_district_and_kind(
    browse, amina, led, elsewhere, larkshire, address
):
    with authority_scope(larkshire):
        north = DistrictFactory(name="North")
        Provider.objects.filter(pk=led.acorns.provider_id).update(district=north, provider_type="domestic")
    client = browse(amina)

    def shows(query: str) -> bool:
        answer = client.get(f"{address}?{query}")
        assert answer.status_code == 200
        assert not answer.context["cl"].wrong
        return any("Acorns" in str(row) for row in rows_of(answer))

    def rows_of(answer):
        with authority_scope(larkshire):
            return [text_of(row) for row in answer.context["cl"].result_list]

    def text_of(row) -> str:
        return str(getattr(row, "provider", None) or row.membership.provider)

    for query in ("group=riverSIDE", f"district={north.pk}", "kind=domestic", "group=river&time=now"):
        assert shows(query), query
    for query in ("group=hillside", f"kind=childminder&district={north.pk}", "group=x"):
        assert not shows(query), query


@pytest.mark.parametrize(
    ("address", "export"), [(MEMBERS, "members"), (LEADERS, "leaders"), (PEOPLE, "people_of_settings")]
)
def test_the_export_keeps_what_the_list_is_narrowed_to(browse, amina, led, larkshire, address, export):
    query = "group=river&kind=non_domestic&q=a"
    page = text(browse(amina).get(f"{address}?{query}"))
    for part in ("group=river", "kind=non_domestic", "q=a"):
        assert part in page.split(f'action="/larkshire/files/exports/{export}/?', 1)[1].split('"')[0]
    with authority_scope(larkshire):
        made = find_export(export)
        kept = made.clean_filters({"group": "Riverside", "time": "now"})
        assert len(list(made.rows(kept, by=amina))) == made.count(kept, by=amina) > 0
        none = made.clean_filters({"group": "Hillside"})
        assert list(made.rows(none, by=amina)) == []
        with pytest.raises(WrongFilters):
            made.clean_filters({"district": "999999"})


@pytest.mark.parametrize("address", [MEMBERS, LEADERS])
def test_ticked_rows_are_written_to_by_their_groups(browse, amina, fred, led, larkshire, address):
    with authority_scope(larkshire):
        rows = Membership.objects.all() if address == MEMBERS else LeaderAppointment.objects.all()
        ticked = [row.pk for row in rows]
    sent = {"action": "write_message", "index": "0", "_selected_action": ticked}
    answer = browse(amina).post(address, sent)
    assert answer["Location"].startswith("/larkshire/collaborations/messages/write/?selection=")
    with authority_scope(larkshire):
        assert Selection.objects.latest("pk").ids == [led.collaboration.pk]
    assert "write_message" not in text(browse(fred).get(address))
