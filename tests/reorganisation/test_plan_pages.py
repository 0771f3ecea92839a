"""The officers' pages about dividing, merging and a change of legal entity, through the endpoints."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from collaborations.models import Collaboration
from core.exports.registry import find_export
from core.scoping import authority_scope
from memberships.models.members import SettingRole
from providers.services.succession import link_successor
from reorganisation.models import PlannedLeader, Reorganisation
from tests.factories.collaborations import CollaborationFactory
from tests.factories.groups import one_more_member
from tests.factories.plans import AT, LATER, TODAY, begin, division
from tests.factories.providers import ProviderFactory
from tests.staging import staged

LIST = "/larkshire/collaborations/"
PLANS = f"{LIST}plans/"
ON_THE_DAY = "2027-01-01 10:00Z"


@pytest.fixture(autouse=True)
def now():
    with time_machine.travel(AT, tick=False):
        yield


@staged
def draft(larkshire, led, amina):
    with authority_scope(larkshire):
        return division(led, amina)


@staged
def link(larkshire, led, amina):
    with authority_scope(larkshire):
        new = ProviderFactory(name="Acorns Ltd", registered_on=TODAY - timedelta(20))
        return link_successor(
            old_id=led.acorns.provider_id, new_id=new.pk, on=TODAY - timedelta(20), reason="Sold", by=amina
        )


def day(name: str, value: date) -> dict[str, str]:
    return {f"{name}_day": str(value.day), f"{name}_month": str(value.month), f"{name}_year": str(value.year)}


def text(response) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).replace("&#x27;", "'").split())


def page(draft, rest: str = "") -> str:
    return f"{PLANS}{draft.plan.pk}/{rest}"


def version(larkshire, draft) -> dict[str, int]:
    with authority_scope(larkshire):
        draft.plan.refresh_from_db()
    return {"version": draft.plan.version}


# --- the whole way, by an officer ---------------------------------------------------------------------------


def test_c4_an_officer_divides_a_collaboration_by_the_pages(browse, amina, larkshire, led):
    client = browse(amina)
    body = text(client.get(f"{LIST}{led.collaboration.pk}/"))
    assert "Plan to divide it" in body
    began = client.post(f"{LIST}{led.collaboration.pk}/divide/", {"reason": "Too large."})
    with authority_scope(larkshire):
        plan = Reorganisation.objects.get()
    home = f"{PLANS}{plan.pk}/"
    assert began.headers["Location"] == home
    body = text(client.get(home))
    for words in (
        "Divide Riverside",
        "Being drawn up",
        "Name at least two new collaborations.",
        "Acorns, Bluebells, Cara's",
        "To do",
    ):
        assert words in body
    for number, name in enumerate(("Upstream", "Downstream"), start=1):
        assert (
            client.post(f"{home}successors/", {"name": name, "district": "", "version": number}).status_code
            == 302
        )
    with authority_scope(larkshire):
        up, down = plan.successors.order_by("pk")
    going = {
        f"place_{led.acorns.pk}": up.pk,
        f"place_{led.bluebells.pk}": up.pk,
        f"place_{led.caras.pk}": down.pk,
    }
    assert client.post(f"{home}places/", {**going, "version": 3}).status_code == 302
    with authority_scope(larkshire):
        mo = SettingRole.objects.get(user=led.mo)
    wanted = {"person": f"{mo.user_id}-{mo.provider_id}", "manner": "joint", "version": 4}
    assert client.post(f"{home}leaders/", wanted).status_code == 302
    terms = {
        **day("takes_effect_on", LATER),
        "records_holder": "The office",
        "balance_words": "None",
        "reason": "Too large.",
        "version": 5,
    }
    body = text(client.post(f"{home}terms/", {**terms, f"share_{up.pk}": "60", f"share_{down.pk}": "30"}))
    assert "The shares come to 90 per cent. They must come to 100." in body
    assert "Enter a whole number from 0 to 100" in text(
        client.post(f"{home}terms/", {**terms, f"share_{up.pk}": "1.5"})
    )
    shares = {f"share_{up.pk}": "60", f"share_{down.pk}": "40"}
    assert client.post(f"{home}terms/", {**terms, **shares}).status_code == 302
    assert "Its share of the balance: 60%" in text(client.get(f"{home}preview/"))
    met = {**day("met_leaders_on", TODAY), "met_words": "All agree.", "version": 6}
    assert "The plan is agreed." in text(client.post(f"{home}agree/", met, follow=True))
    for where in (home, f"{home}carry-out/", f"{home}preview/"):
        body = text(client.get(where))
        assert (
            "You can carry it out from 1 January 2027. Until then the collaboration goes on as before."
            in body
        )
        assert "cannot be undone" not in body
        assert "carry it out</a>" not in body
    assert "You can carry it out from 1 January 2027." in text(
        client.post(f"{home}carry-out/", {"version": 7})
    )
    with authority_scope(larkshire):
        assert Collaboration.objects.get(name="Riverside").state == "dividing"
    with time_machine.travel(ON_THE_DAY, tick=False):
        carries_it_out(browse, amina, larkshire, led, home)


def carries_it_out(browse, amina, larkshire, led, home):
    client = browse(amina)
    assert "Look at it once more and carry it out" in text(client.get(home))
    body = text(client.get(f"{home}carry-out/"))
    assert "Until then" not in body
    for words in (
        "should any be open",
        "Riverside closes",
        "Upstream begins",
        "Mo Siddiqui, jointly",
        "Nobody is planned to lead Downstream",
        "cannot be undone",
    ):
        assert words in body
    done = text(client.post(f"{home}carry-out/", {"version": 7}, follow=True))
    for words in (
        "The plan is carried out.",
        "Carried out by Amina Yusuf",
        "with effect from 1 January 2027",
        "Cara's: Downstream",
    ):
        assert words in done
    again = client.post(f"{home}carry-out/", {"version": 7})
    assert "Amina Yusuf has carried out this plan already" in text(again)
    body = text(client.get(f"{LIST}{led.collaboration.pk}/"))
    assert "It became Downstream , 1 January 2027" in body
    assert "Plan to divide it" not in body
    with authority_scope(larkshire):
        new = Collaboration.objects.get(name="Upstream")
    assert "It came from Riverside" in text(client.get(f"{LIST}{new.pk}/"))
    with time_machine.travel("2027-01-02 10:00Z", tick=False):
        seen = browse(led.mo).get(f"{LIST}{new.pk}/administration/")
        assert "Came from this one on 1 January 2027: Riverside" in text(seen)
        overview = browse(led.mo).get(f"{LIST}{new.pk}/")
        for one in (seen, overview):
            assert f'href="{LIST}{led.collaboration.pk}/"' not in one.content.decode()
        assert browse(led.mo).get(f"{LIST}{led.collaboration.pk}/").status_code == 404


def test_several_are_chosen_by_links_and_merged(browse, amina, larkshire, led, elsewhere):
    client = browse(amina)
    start = f"{PLANS}merge/"
    body = text(client.get(start))
    assert "None yet." in body
    assert "Hillside" in body
    assert "Begin the plan" not in body
    with authority_scope(larkshire):
        closed = CollaborationFactory(name="Hillfoot", state="closed")
    both = f"{start}?with={led.collaboration.pk}&with={elsewhere.pk}"
    assert "Begin the plan" in text(client.get(both))
    body = text(client.get(f"{start}?with={led.collaboration.pk}&q=hill&with=nonsense"))
    assert "Hillside" in body
    assert "Hillfoot" not in body
    refused = client.post(f"{both}&with={closed.pk}", {"reason": "Both are small."})
    assert "Hillfoot: This collaboration is closed" in text(refused)
    client.post(both, {"reason": "Both are small."})
    with authority_scope(larkshire):
        plan = Reorganisation.objects.get()
    home = f"{PLANS}{plan.pk}/"
    assert "Merge Hillside and Riverside" in text(client.get(home))
    client.post(f"{home}successors/", {"name": "Two Valleys", "district": "", "version": 1})
    body = text(client.get(f"{home}places/"))
    assert "Clover, Hillside" in body
    assert body.count("Two Valleys") >= 4
    assert "Add it" not in text(client.get(f"{home}successors/"))


def test_an_old_page_overwrites_nothing(browse, amina, maya, larkshire, draft):
    seen = version(larkshire, draft)
    browse(maya).post(page(draft, "successors/"), {"name": "Midstream", "district": "", **seen})
    terms = {
        **day("takes_effect_on", TODAY),
        "records_holder": "Nobody",
        "balance_words": "",
        "reason": "Why not",
        **seen,
    }
    response = browse(amina).post(page(draft, "terms/"), terms)
    assert "Somebody has changed this plan since you opened it." in text(response)
    with authority_scope(larkshire):
        draft.plan.refresh_from_db()
        assert draft.plan.records_holder == "The early years team"


def test_a_plan_that_lacks_something_shows_it_and_has_no_button(browse, amina, larkshire, draft):
    client = browse(amina)
    body = text(client.get(page(draft, "carry-out/")))
    assert "Meet the leaders face to face, and record it." in body
    assert "Carry out the plan" not in body.split("Before the plan can be carried out")[1]
    assert "Upstream begins" in text(client.get(page(draft, "preview/")))
    refused = client.post(page(draft, "carry-out/"), version(larkshire, draft))
    assert "The leaders have not agreed to this plan yet." in text(refused)
    met = {**day("met_leaders_on", TODAY + timedelta(1)), "met_words": "", **version(larkshire, draft)}
    body = text(client.post(page(draft, "agree/"), met))
    assert "must be today or in the past" in body


def test_successors_and_leaders_are_changed_and_taken_out(browse, amina, larkshire, draft, led):
    client = browse(amina)
    with authority_scope(larkshire):
        up = draft.plan.successors.get(name="Upstream")
        leader = draft.plan.members.get(membership=led.acorns).leaders.get()
    changed = {"name": "Uplands", "district": "", **version(larkshire, draft)}
    client.post(page(draft, f"successors/{up.pk}/"), changed)
    assert "Uplands" in text(client.get(page(draft, "successors/")))
    refused = client.post(
        page(draft, f"successors/{up.pk}/"),
        {"name": "riverside", "district": "", **version(larkshire, draft)},
    )
    assert "There is already a collaboration of this name, open or closed." in text(refused)
    client.post(page(draft, f"leaders/{leader.pk}/remove/"), version(larkshire, draft))
    assert "Nobody is planned to lead yet." in text(client.get(page(draft, "leaders/")))
    with authority_scope(larkshire):
        cara = SettingRole.objects.get(user=led.cara)
    wanted = {"person": f"{cara.user_id}-{cara.provider_id}", "manner": "sole", **version(larkshire, draft)}
    refused = client.post(page(draft, "leaders/"), wanted)
    assert "leaves this to an officer" in text(refused)
    assert "officers_decision" in refused.context["form"].errors
    client.post(page(draft, f"successors/{up.pk}/remove/"), version(larkshire, draft))
    assert "Say where these members go, or that they leave: Acorns, Bluebells." in text(
        client.get(page(draft))
    )


def test_putting_aside_and_what_can_no_longer_be_changed(browse, amina, larkshire, draft, led):
    client = browse(amina)
    body = text(client.post(page(draft, "abandon/"), version(larkshire, draft), follow=True))
    assert "The plan is put aside." in body
    assert "Nothing of it was carried out." in body
    for rest in ("terms/", "places/", "leaders/", "successors/", "agree/", "carry-out/", "abandon/"):
        assert "This plan can no longer be changed." in text(client.get(page(draft, rest), follow=True))
    assert "This plan is no longer open." in text(client.get(page(draft, "preview/")))
    assert "Plan to divide it" in text(client.get(f"{LIST}{led.collaboration.pk}/"))


def test_a_collaboration_with_a_plan_links_to_it_and_begins_no_other(browse, amina, draft, led):
    client = browse(amina)
    assert "The plan to divide it" in text(client.get(f"{LIST}{led.collaboration.pk}/"))
    body = text(client.get(f"{LIST}{led.collaboration.pk}/divide/"))
    assert "There is a plan for this collaboration already." in body
    refused = client.post(f"{LIST}{led.collaboration.pk}/divide/", {"reason": "Again"})
    assert "There is already a plan for Riverside" in text(refused)


# --- the list, who may, and counting ------------------------------------------------------------------------


def test_the_list_filters_sorts_and_is_exported(browse, amina, larkshire, draft, elsewhere):
    client = browse(amina)
    with authority_scope(larkshire):
        begin([elsewhere], amina)
        draft.agree()
    rows = str(client.get(PLANS).context["rows"])
    assert "Divide Riverside" in rows
    assert "Divide Hillside" in rows
    assert "Upstream; Downstream" in rows
    rows = str(client.get(f"{PLANS}?state=agreed").context["rows"])
    assert "Divide Hillside" not in rows
    rows = str(client.get(f"{PLANS}?sort=takes_effect_on").context["rows"])
    assert rows.index("Riverside") < rows.index("Hillside")
    export = find_export("plans")
    with authority_scope(larkshire):
        filters = export.clean_filters({"state": "agreed"})
        assert export.count(filters, by=amina) == 1
        (row,) = export.rows(filters, by=amina)
        assert row[:4] == (
            "Divide a collaboration",
            "Riverside",
            "Upstream; Downstream",
            "Agreed with the leaders",
        )
        assert export.filters_in_words(filters) == [("State", "Agreed with the leaders")]
    assert "There is no plan" in text(browse(amina).get(f"{PLANS}?state=done")) or "Nothing matches" in text(
        client.get(f"{PLANS}?state=done")
    )


def test_an_empty_list_says_where_a_plan_begins(browse, amina, led):
    assert "begin on its own page" in text(browse(amina).get(PLANS))


@pytest.mark.parametrize("who", ["fred", "quinn", "sam"])
def test_others_of_the_authority_are_refused(browse, request, who, draft):
    person = request.getfixturevalue(who)
    for where in (PLANS, page(draft), page(draft, "carry-out/"), f"{PLANS}merge/"):
        assert browse(person).get(where).status_code == 403


def test_leaders_are_refused_and_the_other_authority_finds_nothing(browse, draft, led, otto, link):
    moves = reverse("reorganisation:move_to_successor", args=[link.pk], urlconf="config.authority_urls")
    for where in (page(draft), page(draft, "places/"), f"/larkshire{moves}"):
        assert browse(led.lena).get(where).status_code == 403
        assert browse(otto).get(where).status_code == 404
        assert browse(otto).get(where.replace("larkshire", "marlshire")).status_code == 404
    for body in (text(browse(led.lena).get(f"{LIST}{led.collaboration.pk}/")),):
        assert "Plan to divide it" not in body
        assert "The plan to divide it" not in body


def count(client, where: str) -> int:
    with CaptureQueriesContext(
        connection,
    ) as queries:
        assert client.get(where).status_code == 200
    return len(queries)


def test_query_counts_stay_with_thirty_members_and_thirty_plans(browse, amina, larkshire, draft):
    client = browse(amina)
    pages = [PLANS, page(draft), page(draft, "places/"), page(draft, "preview/"), page(draft, "leaders/")]
    client.get(PLANS)  # what is read once a session
    before = [count(client, where) for where in pages]
    with authority_scope(larkshire):
        group = Collaboration.objects.get(name="Riverside")
        for _number in range(27):
            lead = one_more_member(group)
            member = draft.plan.members.create(
                membership=lead.membership, successor=draft.plan.successors.first()
            )
            PlannedLeader.objects.create(member=member, user=lead.user)
        for number in range(29):
            begin([CollaborationFactory(name=f"Group {number}")], amina)
    assert [count(client, where) for where in pages] == before
    assert max(before) <= 45
