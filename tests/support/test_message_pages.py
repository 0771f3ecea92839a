"""Messages to many groups: their pages, many groups to a district, the admin."""

from datetime import UTC, datetime

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from audit.models import Entry
from collaborations.models import Collaboration
from core.scoping import authority_scope
from support.models import Message, MessageCopy
from tests.factories.collaborations import CollaborationFactory
from tests.factories.groups import one_more_member
from tests.factories.providers import DistrictFactory
from tests.factories.support import MessageCopyFactory, MessageFactory
from tests.messages import LIST, WRITE, kept, sending, sent_message, sent_number, text

NOW = datetime(2026, 11, 21, 10, tzinfo=UTC)
MOVE = "/larkshire/collaborations/district/"


@pytest.fixture(autouse=True)
def now():
    with time_machine.travel(NOW, tick=False):
        yield


def test_an_officer_sees_to_whom_it_goes_before_it_goes(browse, amina, led, elsewhere, larkshire):
    client = browse(amina)
    form = client.get(f"{WRITE}?collaboration={led.collaboration.pk}&collaboration={elsewhere.pk}")
    assert sorted(form.context["form"].initial["collaborations"]) == sorted(
        [led.collaboration.pk, elsewhere.pk]
    )
    assert "Hello …," in text(form)
    check = kept(client, sending(led, elsewhere))
    page = client.get(check)
    for words in (
        "This goes to 4 people.",
        "Lena Hartley",
        "Hillside",
        "Hello Cara,",
        "On our website.",
        "Answers go to amina@larkshire.example.",
    ):
        assert words in text(page)
    assert sent_number(larkshire) == 0
    seen = page.context["seen"]
    done = client.post(check, {"do": "send", "seen": seen}, follow=True)
    assert "The message is being sent." in text(done)
    again = client.post(check, {"do": "send", "seen": seen})
    assert again.headers["Location"] == done.redirect_chain[-1][0], "pressed twice it is sent once"
    assert client.get(check).headers["Location"] == again.headers["Location"]
    assert sent_number(larkshire) == 1
    listed = text(client.get(LIST))
    assert "0 of 4 sent" in listed
    one = text(client.get(again.headers["Location"]))
    for words in (
        "On our website.",
        "Mo Siddiqui",
        "mo@larkshire.example",
        "Not sent yet",
        "Waiting to start",
    ):
        assert words in one


def test_when_somebody_left_between_the_page_and_the_button_it_is_shown_again(
    browse, amina, led, elsewhere, larkshire
):
    client = browse(amina)
    check = kept(client, sending(led, elsewhere))
    seen = client.get(check).context["seen"]
    User.objects.filter(pk=led.mo.pk).update(is_active=False)
    again = client.post(check, {"do": "send", "seen": seen})
    assert "What is sent, or who gets it, has changed. Look at it again." in text(again)
    assert "This goes to 3 people." in text(again)
    assert sent_number(larkshire) == 0
    client.post(check, {"do": "send", "seen": again.context["seen"]})
    assert sent_number(larkshire) == 1


def test_a_message_to_nobody_cannot_be_sent(browse, amina, led, elsewhere, larkshire):
    client = browse(amina)
    check = kept(client, sending(led, elsewhere, collaborations=[elsewhere.pk], audience=["leaders"]))
    page = client.get(check)
    assert "This would go to nobody." in text(page)
    assert 'value="send"' not in text(page)
    assert "Nobody would get this message." in text(client.post(check, {"do": "send"}, follow=True))
    assert sent_number(larkshire) == 0


def test_all_groups_in_one_tick_and_everybody(browse, amina, led, elsewhere, larkshire):
    client = browse(amina)
    body = sending(
        led, elsewhere, collaborations=[], all_collaborations="on", audience=["leaders", "everybody"]
    )
    check = kept(client, body)
    page = client.get(check)
    assert "All collaborations (2)" in text(page)
    assert "Leaders; Everybody at the settings who can sign in" in text(page)
    with authority_scope(larkshire):
        Collaboration.objects.filter(pk=elsewhere.pk).update(state="closed")
    assert "All collaborations (1)" in text(client.get(check))


def test_a_wrong_field_is_refused_with_its_place_and_the_text_stays(browse, amina, led, elsewhere, larkshire):
    words = "The dates\nof {group} for {first_name}"
    page = browse(amina).post(WRITE, sending(led, elsewhere, text=words, subject="For {group}"))
    assert page.status_code == 200
    shown = text(page)
    assert "Line 2, character 16: {first_name} stands for nothing." in shown
    assert "Take { and } out of the subject" in shown
    assert words in page.content.decode()
    with authority_scope(larkshire):
        assert not Message.objects.exists()


def test_fields_are_filled_for_the_first_reader(browse, amina, led, elsewhere):
    client = browse(amina)
    body = sending(led, elsewhere, text="Dear {first name},\n\n{setting} in {group}: dates.")
    page = text(client.get(kept(client, body)))
    assert "Dear Cara," in page
    assert "in Riverside: dates." in page
    assert "Hello Cara" not in page, "greeted once"
    assert "As Cara Finch reads it." in page


def test_written_again_to_who_was_refused_or_is_ticked(browse, amina, led, elsewhere, larkshire, monkeypatch):
    message = sent_message(
        larkshire, collaboration_ids=[led.collaboration.pk], audiences=["managers"], by=amina, at=NOW
    )
    with authority_scope(larkshire):
        MessageCopy.objects.filter(message=message, user=led.mo).update(refused_at=NOW)
        rows = dict(MessageCopy.objects.values_list("user__full_name", "pk"))
    client, page = browse(amina), f"{LIST}{message.pk}/"
    assert "To the 1 person who does not have it" in text(client.get(page))
    assert client.get(f"{page}?state=refused").context["page"].paginator.count == 1
    assert client.get(f"{page}?q=lena").context["page"].paginator.count == 1
    nobody = client.post(f"{page}again/", {"do": "ticked"}, follow=True)
    assert "Tick the people to write to again." in text(nobody)
    for body, names in (
        ({"do": "missing"}, ["Mo Siddiqui"]),
        (
            {"do": "ticked", "row": [rows["Lena Hartley"], rows["Mo Siddiqui"]]},
            ["Lena Hartley", "Mo Siddiqui"],
        ),
    ):
        change = client.post(f"{page}again/", body).headers["Location"]
        assert f"Only to {len(names)} p" in text(client.get(change))
        check = change.replace("/change/", "/check/")
        assert client.get(check).context["names"] == names
        client.post(check, {"do": "send"})
    User.objects.filter(pk=led.mo.pk).update(is_active=False)
    change = client.post(f"{page}again/", {"do": "missing"}).headers["Location"]
    assert client.get(change.replace("/change/", "/check/")).context["number"] == 0, (
        "who is blocked gets none"
    )
    assert sent_number(larkshire) == 3


def test_the_filters_of_the_list_lead_to_the_form(browse, amina, led, elsewhere):
    client = browse(amina)
    ticked = client.get(f"{WRITE}?leader=none").context["form"].initial["collaborations"]
    assert ticked == [elsewhere.pk]
    assert client.get(f"{WRITE}?size=nonsense").status_code == 404
    assert client.get(f"{WRITE}?collaboration=0").status_code == 404
    everything = client.get(WRITE).context["form"]
    assert len(everything.fields["collaborations"].choices) == 2
    assert "collaborations" not in everything.initial


def test_who_may_write(browse, amina, fred, led, otto, sam, larkshire):
    with authority_scope(larkshire):
        message = MessageFactory(sent_by=amina)
    pages = [LIST, WRITE, f"{LIST}{message.pk}/", MOVE]
    assert [browse(amina).get(page).status_code for page in pages] == [200] * 4
    for somebody in (fred, led.lena, sam):
        assert [browse(somebody).get(page).status_code for page in pages] == [403] * 4
    assert [browse(otto).get(page).status_code for page in pages] == [404] * 4
    assert browse(otto).get(f"/marlshire/collaborations/messages/{message.pk}/").status_code == 404


def test_the_list_of_messages_is_searched(browse, amina, larkshire, led):
    with authority_scope(larkshire):
        MessageFactory(sent_by=amina, subject="Winter", about="Hillside")
        MessageFactory(sent_by=amina, subject="Summer", about="Riverside")
    client = browse(amina)
    assert client.get(f"{LIST}?q=winter").context["page"].paginator.count == 1
    assert client.get(f"{LIST}?q=river").context["page"].paginator.count == 1
    assert "Write the first one" not in text(client.get(LIST))


def test_collaborations_are_moved_to_a_district_and_those_there_are_told(
    browse, amina, led, elsewhere, larkshire
):
    with authority_scope(larkshire):
        north = DistrictFactory(name="North")
        Collaboration.objects.filter(pk=elsewhere.pk).update(district=north)
    client, sent_form = (
        browse(amina),
        {"collaborations": [led.collaboration.pk, elsewhere.pk], "district": north.pk},
    )
    preview = text(client.post(MOVE, sent_form))
    for words in (
        "These go to the district North:",
        "Riverside",
        "(no district)",
        "There already, so nothing changes:",
        "Hillside",
    ):
        assert words in preview
    done = text(client.post(MOVE, {**sent_form, "confirmed": "1"}, follow=True))
    assert "1 collaboration was moved." in done
    assert "1 was there already." in done
    with authority_scope(larkshire):
        assert Collaboration.objects.filter(district=north).count() == 2
        entry = Entry.objects.get(action="collaboration_changed")
        assert (entry.about_name, entry.facts["district"]) == ("Riverside", [None, "North"])
    none = text(client.post(MOVE, {**sent_form, "district": ""}))
    assert "belong to no district from now on" in none


def test_another_authoritys_district_is_no_choice(browse, amina, led, marlshire):
    with authority_scope(marlshire):
        foreign = DistrictFactory()
    answer = browse(amina).post(
        MOVE, {"collaborations": [led.collaboration.pk], "district": foreign.pk, "confirmed": "1"}
    )
    assert "Error" in text(answer)


@pytest.mark.parametrize(("action", "page"), [("write_message", WRITE), ("move_to_district", MOVE)])
def test_ticked_collaborations_lead_to_the_page(browse, amina, maya, fred, led, elsewhere, action, page):
    where = "/larkshire/admin/collaborations/collaboration/"
    ticked = {"action": action, "_selected_action": [led.collaboration.pk, elsewhere.pk]}
    answer = browse(amina).post(where, ticked)
    where_to = answer.headers["Location"]
    assert where_to.startswith(f"{page}?selection=")
    form = browse(amina).get(where_to)
    assert form.status_code == 200
    assert set(form.context["form"].initial["collaborations"]) == {led.collaboration.pk, elsewhere.pk}
    assert browse(maya).get(where_to).status_code == 404  # what somebody ticked is theirs
    assert action not in text(browse(fred).get(where))


def test_pages_cost_the_same_for_one_and_thirty(browse, larkshire, led, amina):
    def more(number):
        with authority_scope(larkshire):
            for _each in range(number):
                leader = one_more_member(CollaborationFactory())
                copy = MessageCopyFactory(message__sent_by=amina, user=leader.user)
                if first_id:
                    MessageCopyFactory(message=Message.objects.get(pk=first_id), user=leader.user)
        return copy.message_id

    first_id = None
    first_id = more(1)
    addresses = [LIST, f"{LIST}{first_id}/", WRITE, MOVE]
    clients = {address: browse(amina) for address in addresses}

    def costs():
        found = {}
        for address, client in clients.items():
            client.get(address)
            with CaptureQueriesContext(connection) as seen:
                assert client.get(address).status_code == 200
            found[address] = len(seen)
        return found

    one = costs()
    more(29)
    assert costs() == one
    assert max(one.values()) <= 18, one


def test_the_list_of_collaborations_leads_to_both_with_its_filters(browse, amina, fred, led, elsewhere):
    page = text(browse(amina).get("/larkshire/collaborations/?leader=none"))
    for address in (WRITE, MOVE):
        assert f'href="{address}?leader=none"' in page
    assert WRITE not in text(browse(fred).get("/larkshire/collaborations/"))
    group = text(browse(led.lena).get(f"/larkshire/collaborations/{led.collaboration.pk}/"))
    assert f"/larkshire/leadership/support/of/{led.collaboration.pk}/" in group
