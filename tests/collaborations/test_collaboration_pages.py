"""The list, the page of a collaboration and the officers' forms, through the endpoints."""

import re
from datetime import date

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from accounts.services.people import invite_person
from collaborations.models import Collaboration
from core.scoping import authority_scope
from memberships.models.members import LeaderAppointment, SettingRole
from memberships.services.members import leave
from memberships.services.permissions import settle_permissions
from ofsted.models import Inspection
from providers.models import Provider
from tests.collaborations.pages import LIST, page_of, text
from tests.factories.collaborations import CollaborationFactory
from tests.factories.groups import judged, one_more_member
from tests.factories.leadership import LeadershipCaseFactory
from tests.factories.memberships import MembershipFactory, OfficeHolderFactory
from tests.factories.providers import DistrictFactory, ProviderFactory


@pytest.fixture(autouse=True)
def now():
    with time_machine.travel("2026-11-21 10:00Z", tick=False):
        yield


# --- the list -----------------------------------------------------------------------------------------------


def test_officers_see_every_collaboration_with_size_and_leaders(browse, amina, led, elsewhere):
    response = browse(amina).get(LIST)
    body = text(response)
    assert response.status_code == 200
    assert body.index("Hillside") < body.index("Riverside")
    for words in (
        "Lena Hartley",
        "No leader",
        "Small",
        "Start a collaboration",
        "Showing 1 to 2 of 2 collaborations",
    ):
        assert words in body


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("leader=none", {"Hillside"}),
        ("leader=some", {"Riverside"}),
        ("size=small", {"Hillside", "Riverside"}),
        ("size=advised", set()),
        ("size=empty", {"Meadow"}),
        ("q=hill", {"Hillside"}),
        ("kind=buddy_pair", {"Meadow"}),
        ("size=nonsense", {"Hillside", "Meadow", "Riverside"}),
    ],
)
def test_the_list_is_filtered(browse, amina, larkshire, led, elsewhere, query, shown):
    with authority_scope(larkshire):
        meadow = CollaborationFactory(name="Meadow", kind="buddy_pair")
        if query == "leader=none":
            meadow.delete()
    rows = str(browse(amina).get(f"{LIST}?{query}").context["rows"])
    assert {name for name in ("Hillside", "Meadow", "Riverside") if name in rows} == shown


def test_the_list_is_filtered_by_district_and_sorted_by_size(browse, amina, larkshire, led, elsewhere):
    with authority_scope(larkshire):
        north = DistrictFactory(name="North")
        Collaboration.objects.filter(pk=elsewhere.pk).update(district=north)
    client = browse(amina)
    rows = str(client.get(f"{LIST}?district={north.pk}").context["rows"])
    assert "Hillside" in rows
    assert "Riverside" not in rows
    rows = str(client.get(f"{LIST}?sort=-members").context["rows"])
    assert rows.index("Riverside") < rows.index("Hillside")


@pytest.mark.parametrize("who", ["fred", "quinn", "maya"])
def test_read_only_roles_see_the_list_and_start_nothing(browse, request, who, led):
    person = request.getfixturevalue(who)
    response = browse(person).get(LIST)
    assert response.status_code == 200
    assert ("Start a collaboration" in text(response)) is (who == "maya")


def test_members_are_told_whom_to_ask_and_strangers_sign_in(browse, led, otto):
    assert browse(led.lena).get(LIST).status_code == 403
    assert browse(otto).get(LIST).status_code == 404
    assert browse().get(LIST).status_code == 302


def test_an_empty_list_says_what_to_do(browse, amina):
    body = text(browse(amina).get(LIST))
    assert "There are no collaborations yet." in body
    assert "Start the first one" in body


# --- the page -----------------------------------------------------------------------------------------------


def test_a_leader_sees_what_to_do_and_no_officers_tools(browse, led):
    body = text(browse(led.lena).get(page_of(led.collaboration)))
    for words in (
        "Do next",
        "Bluebells",
        "mo@larkshire.example",
        "This is a small group",
        "Write to all members",
    ):
        assert words in body
    for words in (
        "Add a member",
        "Appoint a leader",
        "Change the details",
        "Leading policy",
        "Good at the inspection",
        "Other groups",
    ):
        assert words not in body


def test_a_member_sees_the_group_without_how_others_stand(browse, led):
    body = text(browse(led.cara).get(page_of(led.collaboration)))
    for words in ("Acorns", "Lena Hartley", "Write to the leaders", "At a glance"):
        assert words in body
    for words in (
        "Do next",
        "What this group needs",
        "Staff know",
        "Leading policy",
        "Where it stands",
        "Invite a setting",
    ):
        assert words not in body


def test_an_officer_sees_the_tools_and_what_the_policy_says_today(browse, amina, led, larkshire):
    """The reason at appointment is of another day: the page says what holds today (P11)."""
    body = text(browse(amina).get(page_of(led.collaboration)))
    for words in (
        "What this group needs",
        "Add a member",
        "Appoint a leader",
        "Change the details",
        "Good at the inspection of 12 May 2024",
        "May lead",
    ):
        assert words in body
    with authority_scope(larkshire):
        judged(led.acorns.provider, 3, date(2026, 9, 16))
    body = text(browse(amina).get(page_of(led.collaboration)))
    assert "Requires improvement at the inspection of 16 September 2026" in body
    assert "Below the line" in body
    for person in (led.lena, led.cara):
        theirs = text(browse(person).get(page_of(led.collaboration)))
        assert "Requires improvement" not in theirs
        assert "Below the line" not in theirs


def test_nothing_is_said_of_a_judgement_that_is_not_published(browse, amina, led, larkshire):
    with authority_scope(larkshire):
        Inspection.objects.update(published_on=date(2026, 12, 1))
    people = (
        text(browse(amina).get(page_of(led.collaboration))).split('id="people"')[1].split("</section>")[0]
    )
    assert "inspection" not in people


def test_every_member_has_an_anchor_telephone_and_email(browse, led, larkshire):
    with authority_scope(larkshire):
        Provider.objects.filter(pk__in=[led.acorns.provider_id, led.caras.provider_id]).update(
            telephone="01632 960111"
        )
    body = text(browse(led.lena).get(page_of(led.collaboration)))
    for member in (led.acorns, led.bluebells, led.caras):
        assert f'id="member-{member.pk}"' in body
    assert body.count("tel:01632960111") == 1  # nobody's telephone at home


def test_an_officer_sees_the_other_groups_of_a_member(browse, amina, led, elsewhere, larkshire):
    with authority_scope(larkshire):
        MembershipFactory(collaboration=elsewhere, provider=led.acorns.provider)
    assert "Hillside" in text(browse(amina).get(page_of(led.collaboration))).split('id="members"')[1]
    assert "Hillside" not in text(browse(led.mo).get(page_of(led.collaboration)))


@pytest.mark.parametrize("who", ["amina", "fred", "lena", "mo"])
def test_it_is_the_same_with_and_without_a_case(request, browse, led, larkshire, who):
    """O6: nothing about cases, for anybody."""
    person = getattr(led, who, None) or request.getfixturevalue(who)
    client, url = browse(person), page_of(led.collaboration)
    client.get(url)

    def page() -> str:
        return re.sub(r'(nonce|csrfmiddlewaretoken|value)="[^"]*"', "", client.get(url).content.decode())

    before = page()
    with authority_scope(larkshire):
        leader = LeaderAppointment.objects.get()
        LeadershipCaseFactory(appointment=leader)
    assert page() == before


def test_who_has_not_accepted_yet_is_marked(browse, amina, larkshire, led):
    """Among the leaders, office holders, the contacts, and the people of a member."""
    page, tag = page_of(led.collaboration), "Not accepted yet"
    client = browse(amina)
    assert tag not in client.get(page).content.decode()
    with authority_scope(larkshire):
        membership = led.acorns
        nia = invite_person(email="nia@setting.example", full_name="Nia Dale", by=amina)
        day = date(2026, 11, 1)
        SettingRole.objects.create(user=nia, provider=membership.provider, role="manager", starts_on=day)
        LeaderAppointment.objects.create(
            user=nia, membership=membership, manner="sole", starts_on=day, may_lead_because="Good"
        )
        OfficeHolderFactory(user=nia, membership=membership, starts_on=day)
    times = {"": 3, f"members/{membership.pk}/": 2, "offices/": 2}
    assert {rest: client.get(page + rest).content.decode().count(tag) for rest in times} == times


def test_it_does_not_exist_for_others(browse, led, elsewhere, otto, larkshire, marlshire):
    sam = User.objects.get(email="sam@larkshire.example")
    assert browse(sam).get(page_of(led.collaboration)).status_code == 404
    assert browse(sam).get(page_of(elsewhere)).status_code == 200
    assert browse(otto).get(page_of(led.collaboration)).status_code == 404
    assert browse(otto).get(f"/marlshire/collaborations/{led.collaboration.pk}/").status_code == 404
    assert (
        browse(sam).get(page_of(led.collaboration, "")).status_code
        == browse(sam).get(f"{LIST}999999/").status_code
    )


def test_who_has_left_no_longer_sees_it(browse, amina, larkshire, led):
    with authority_scope(larkshire):
        leave(membership=led.bluebells, on=date(2026, 11, 22), reason="Closing", by=amina)
    assert browse(led.mo).get(page_of(led.collaboration)).status_code == 200
    with time_machine.travel("2026-11-22 00:30Z", tick=False):
        assert browse(led.mo).get(page_of(led.collaboration)).status_code == 404


def test_an_auditor_given_one_collaboration_by_hand_keeps_it(browse, sam, led, larkshire):
    from tests.factories.collaborations import CollaborationGrantFactory

    with authority_scope(larkshire):
        CollaborationGrantFactory(content_object=led.collaboration, user=sam, is_exceptional=True)
        settle_permissions()
    assert browse(sam).get(page_of(led.collaboration)).status_code == 200


OFFICERS_PAGES = [
    "change/",
    "members/add/",
    "members/{membership}/leave/",
    "members/{membership}/people/add/",
    "leaders/appoint/",
    "leaders/{leader}/end/",
]


@pytest.mark.parametrize("address", OFFICERS_PAGES)
@pytest.mark.parametrize("method", ["get", "post"])
def test_only_officers_open_the_forms(browse, led, amina, fred, otto, larkshire, address, method):
    with authority_scope(larkshire):
        leader = LeaderAppointment.objects.get()
    url = page_of(led.collaboration, address.format(membership=led.acorns.pk, leader=leader.pk))
    for person, status in ((led.lena, 403), (fred, 403), (otto, 404), (amina, 200), (None, 302)):
        assert getattr(browse(person), method)(url).status_code == status, person


def test_rows_of_another_collaboration_are_not_found_below_this_one(browse, amina, led, elsewhere, larkshire):
    with authority_scope(larkshire):
        leader = LeaderAppointment.objects.get()
        role = SettingRole.objects.get(user=led.mo)
    for rest in (
        f"members/{led.acorns.pk}/",
        f"members/{led.acorns.pk}/leave/",
        f"leaders/{leader.pk}/end/",
        f"leaders/{leader.pk}/withdraw/",
    ):
        assert browse(amina).get(page_of(elsewhere, rest)).status_code == 404, rest
    assert (
        browse(amina)
        .get(page_of(led.collaboration, f"members/{led.acorns.pk}/people/{role.pk}/end/"))
        .status_code
        == 404
    )


def test_a_home_is_not_searched_by_postcode_and_not_shown_with_one(browse, amina, led, larkshire):
    with authority_scope(larkshire):
        ProviderFactory(name="Hidden home", childminder=True, postcode="LK9 9ZZ")
    body = text(browse(amina).get(page_of(led.collaboration, "members/add/?q=hidden")))
    assert "Hidden home" in body
    assert "LK9 9ZZ" not in body


# --- query counts -------------------------------------------------------------------------------------------


def count_queries(client, url) -> int:
    client.get(url)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(url).status_code == 200
    return len(queries)


def fill(collaboration: Collaboration, members: int) -> None:
    for _number in range(members):
        one_more_member(collaboration)


def test_the_list_costs_the_same_at_1_and_30_rows(browse, amina, larkshire):
    client = browse(amina)
    with authority_scope(larkshire):
        fill(CollaborationFactory(district=DistrictFactory()), 1)
    one = count_queries(client, LIST)
    with authority_scope(larkshire):
        for number in range(29):
            fill(CollaborationFactory(district=DistrictFactory()), number % 3)
    assert count_queries(client, LIST) == one
    assert one <= 20


@pytest.mark.parametrize(("who", "most"), [("amina", 37), ("lena", 35), ("mo", 33)])
def test_the_page_costs_the_same_at_6_and_30_members(request, browse, led, larkshire, who, most):
    """Seventeen of them are the frame's: session, person, scope, permissions and the head."""
    person = getattr(led, who, None) or request.getfixturevalue(who)
    client = browse(person)
    with authority_scope(larkshire):
        fill(led.collaboration, 3)
    six = count_queries(client, page_of(led.collaboration))
    with authority_scope(larkshire):
        fill(led.collaboration, 24)
    assert count_queries(client, page_of(led.collaboration)) == six
    assert six <= most
