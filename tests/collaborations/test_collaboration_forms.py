"""The officers' forms of a collaboration."""

from datetime import date

import pytest
import time_machine

from collaborations.models import Collaboration
from core.scoping import authority_scope
from memberships.models.members import LeaderAppointment, Membership, SettingRole
from memberships.services.leaders import appoint_leader
from memberships.services.members import join
from tests.collaborations.pages import LIST, day, page_of, text
from tests.factories.groups import JOINED, judged
from tests.factories.providers import ProviderFactory


@pytest.fixture(autouse=True)
def now():
    with time_machine.travel("2026-11-21 10:00Z", tick=False):
        yield


def test_an_officer_starts_and_changes_a_collaboration(browse, amina, larkshire):
    client = browse(amina)
    given = {
        "state": "active",
        "name": "Meadow",
        "kind": "locality",
        "purpose": "",
        **day("started_on", date(2026, 11, 1)),
    }
    response = client.post(f"{LIST}start/", given)
    with authority_scope(larkshire):
        made = Collaboration.objects.get(name="Meadow")
    assert response.headers["Location"] == page_of(made)
    assert "already a collaboration with this name" in text(client.post(f"{LIST}start/", given))
    client.post(page_of(made, "change/"), {**given, "name": "Meadows"})
    with authority_scope(larkshire):
        assert Collaboration.objects.get(pk=made.pk).name == "Meadows"


def test_an_officer_adds_a_member_found_by_its_urn(browse, amina, led, larkshire):
    with authority_scope(larkshire):
        provider = ProviderFactory(name="Daisies", urn="EY999111")
    url = page_of(led.collaboration, "members/add/?q=ey999111")
    client = browse(amina)
    assert "Daisies" in text(client.get(url))
    response = client.post(url, {"provider": provider.pk, **day("joined_on", date(2026, 12, 1))}, follow=True)
    assert "Daisies is a member from 1 December 2026." in text(response)
    assert "joins on 1 Dec 2026" in text(response)


def test_adding_says_which_part_is_wrong_and_finds_nobody_in_words(browse, amina, led):
    client = browse(amina)
    url = page_of(led.collaboration, "members/add/")
    assert "No setting that could join matches “zzz”" in text(client.get(f"{url}?q=zzz"))
    assert "No setting that could join" in text(client.get(f"{url}?q=acorns"))  # a member already
    response = client.post(f"{url}?q=little", {})
    assert response.status_code == 200


def test_a_setting_of_the_other_authority_cannot_be_added(browse, amina, led, larkshire, marlshire):
    with authority_scope(marlshire):
        theirs = ProviderFactory(name="Foreign", urn="EY777111")
    with authority_scope(larkshire):
        ProviderFactory(name="Home grown")
    client = browse(amina)
    assert "Foreign" not in text(client.get(page_of(led.collaboration, "members/add/?q=EY777111"))).split(
        "<main"
    )[1].replace("“EY777111”", "")
    client.post(
        page_of(led.collaboration, "members/add/?q=home"), {"provider": theirs.pk, **day("joined_on", JOINED)}
    )
    with authority_scope(larkshire):
        assert Membership.objects.filter(collaboration=led.collaboration).count() == 3


def test_an_officer_records_that_a_member_leaves(browse, amina, led):
    url = page_of(led.collaboration, f"members/{led.acorns.pk}/leave/")
    client = browse(amina)
    wrong = client.post(url, {"leaving_reason": "Closing", **day("left_on", date(2024, 1, 1))})
    assert "The last day must be 1 September 2024, when it joined, or later." in text(wrong)
    assert "Enter reason" in text(client.post(url, day("left_on", date(2027, 1, 1))))
    done = client.post(url, {"leaving_reason": "Closing", **day("left_on", date(2027, 1, 1))}, follow=True)
    assert "Acorns leaves. Its last day is 1 January 2027." in text(done)


def test_an_officer_adds_a_person_and_ends_the_role(browse, amina, led, larkshire):
    client = browse(amina)
    url = page_of(led.collaboration, f"members/{led.acorns.pk}/")
    given = {
        "full_name": "Nell Ives",
        "email": "nell@larkshire.example",
        "role": "staff",
        **day("starts_on", date(2026, 11, 1)),
    }
    assert "Nell Ives is added, and gets an email with a link to accept by." in text(
        client.post(f"{url}people/add/", given, follow=True)
    )
    again = client.post(f"{url}people/add/", given)
    assert "Nell Ives is already recorded at Acorns in that time." in text(again)
    with authority_scope(larkshire):
        role = SettingRole.objects.get(user__email="nell@larkshire.example")
    done = client.post(f"{url}people/{role.pk}/end/", day("ends_on", date(2026, 12, 1)), follow=True)
    assert "1 Dec 2026" in text(done)


def test_an_officer_appoints_a_leader_and_the_policy_is_asked(browse, amina, led, larkshire):
    client, url = browse(amina), page_of(led.collaboration, "leaders/appoint/")
    cara = {
        "person": f"{led.cara.pk}-{led.caras.provider_id}",
        "manner": "joint",
        **day("starts_on", date(2026, 11, 21)),
    }
    asked = text(client.post(url, cara))
    assert "The leading policy leaves this to an officer. Record your decision." in asked
    done = client.post(url, {**cara, "may_lead_because": "Visited in May."}, follow=True)
    assert "Cara Finch leads from 21 November 2026." in text(done)
    with authority_scope(larkshire):
        judged(led.bluebells.provider, 4, on=date(2026, 10, 1))
    mo = {
        "person": f"{led.mo.pk}-{led.bluebells.provider_id}",
        "manner": "joint",
        **day("starts_on", date(2026, 11, 21)),
    }
    refused = text(client.post(url, mo))
    assert "does not let this setting" in refused
    assert "Inadequate at the inspection of 1 October 2026" in refused
    early = text(client.post(url, {**cara, **day("starts_on", date(2024, 1, 1))}))
    assert "is not a member on 1 January 2024" in early


def test_an_officer_ends_a_leader_and_takes_back_what_has_not_begun(browse, amina, led, larkshire):
    client = browse(amina)
    with authority_scope(larkshire):
        now = LeaderAppointment.objects.get()
        later = appoint_leader(
            membership=led.bluebells, user=led.mo, manner="joint", starts_on=date(2027, 1, 1), by=amina
        )
        membership = join(
            collaboration=led.collaboration,
            provider=ProviderFactory(name="Daisies"),
            on=date(2027, 1, 1),
            by=amina,
        )
    for where, taken in (
        ("offices/", f"leaders/{later.pk}/withdraw/"),
        ("members/", f"members/{membership.pk}/withdraw/"),
    ):
        body = text(client.get(page_of(led.collaboration, where)))
        assert body.count("Take back") == 1
        assert page_of(led.collaboration, taken) in body
    done = client.post(
        page_of(led.collaboration, f"leaders/{now.pk}/end/"), day("ends_on", date(2026, 12, 1)), follow=True
    )
    assert "The end is recorded." in text(done)
    address = page_of(led.collaboration, f"leaders/{later.pk}/withdraw/")
    assert "Take back the appointment of Mo Siddiqui?" in text(client.get(address))
    client.post(address)
    client.post(page_of(led.collaboration, f"members/{membership.pk}/withdraw/"))
    refused = client.post(page_of(led.collaboration, f"members/{led.acorns.pk}/withdraw/"))
    assert "it can only be ended" in text(refused)
    with authority_scope(larkshire):
        assert list(LeaderAppointment.objects.all()) == [now]
        assert not Membership.objects.filter(pk=membership.pk).exists()


def test_a_name_cannot_put_a_script_on_the_page(browse, amina, led, larkshire):
    with authority_scope(larkshire):
        Collaboration.objects.filter(pk=led.collaboration.pk).update(
            name="<script>x</script>", purpose="<b>y</b>"
        )
    for url in (LIST, page_of(led.collaboration)):
        body = browse(amina).get(url).content.decode()
        assert "<script>x" not in body
        assert "<b>y" not in body
