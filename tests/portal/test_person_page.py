"""The page of a person, and the lists of people and settings: who reads what, and nothing of another authority."""

from __future__ import annotations

import smtplib
from datetime import UTC, date, datetime

import pytest
import time_machine
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.roles import Role
from accounts.services.life import lock_account
from accounts.services.people import register_person
from accounts.services.roles import appoint_to_role
from audit.models import Entry
from core.emails import email_kinds
from core.mail import OutgoingEmail
from core.scoping import authority_scope
from documents.models import SentEmail
from documents.services.sent_emails import clear_sent_emails, note_email
from memberships.models.contacts import PersonContact
from memberships.selectors.person_contacts import telephones_of
from memberships.services.contacts import change_person_contact
from memberships.services.leaders import appoint_leader
from tests.factories.groups import APPOINTED, judged, make_group
from tests.factories.providers import DistrictFactory, ProviderFactory
from tests.staging import staged

AT = datetime(2026, 11, 21, 10, tzinfo=UTC)


@pytest.fixture(autouse=True)
def now():
    with time_machine.travel(AT, tick=False):
        yield


@staged
def led(larkshire, amina):
    with authority_scope(larkshire):
        made = make_group(amina)
        appoint_leader(membership=made.acorns, user=made.lena, manner="joint", starts_on=APPOINTED, by=amina)
    return made


def text(response) -> str:
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


def page(user, part: str = "") -> str:
    return f"/larkshire/people/{user.pk}/{part}"


def test_an_officer_reads_what_somebody_does_here(browse, larkshire, led, amina):
    with authority_scope(larkshire):
        change_person_contact(user=led.lena, telephone="01632 960024", wish="telephone", by=amina)
        note_email("memberships.staff_told_reminder", OutgoingEmail(led.lena.email, "Your staff", "x"), False)
    body = text(browse(amina).get(page(led.lena)))
    for words in (
        'href="tel:01632960024"',
        "(for the early years team only)",
        "Prefers: Telephone",
        "Manager, Acorns",
        "Leader, Riverside",
        "from 5 January 2026",
        "Last sign-in:",
        "Second step:",
        "Your staff",
    ):
        assert words in body, words
    assert "Block here" not in body, "that is for managers"


def test_a_manager_blocks_from_the_page(browse, larkshire, led, maya):
    client = browse(maya)
    assert f'href="{page(led.lena, "lock/")}"' in text(client.get(page(led.lena)))
    with authority_scope(larkshire):
        lock_account(user=led.lena, by=maya, at=AT, reason="Asked to", has_left=False)
    body = text(client.get(page(led.lena)))
    assert "Blocked here since 21 November 2026 by Maya Thornton" in body
    assert "accounts" not in text(client.get(page(maya)))[:0]
    assert "Block here" not in text(client.get(page(maya))), "nobody blocks themselves"


def test_two_authorities_share_nothing_of_a_person(browse, larkshire, marlshire, led, amina, otto, nadia):
    """Lena also works for Marlshire: each reads only what is its own."""
    with authority_scope(larkshire):
        change_person_contact(user=led.lena, telephone="01632 960024", wish="", by=amina)
        note_email("x", OutgoingEmail(led.lena.email, "Larkshire's own subject", "x"), False)
    with authority_scope(marlshire):
        register_person(email=led.lena.email, full_name="Lena Hartley")
        appoint_to_role(user=led.lena, role=Role.QUALITY_LEAD, starts_on=date(2026, 1, 1), by=nadia)
    for part in ("", "emails/", "history/"):
        body = text(browse(otto).get(f"/marlshire/people/{led.lena.pk}/{part}"))
        for words in ("01632", "Acorns", "Riverside", "Larkshire's own"):
            assert words not in body, (part, words)
    assert "Quality lead" not in text(browse(amina).get(page(led.lena)))
    assert browse(amina).get(page(otto)).status_code == 404
    assert "Otto" not in text(browse(amina).get("/larkshire/people/"))


def test_only_officers_read_people(browse, led, sam, fred):
    for person in (led.lena, led.mo, sam, fred):
        for address in (page(led.cara), page(led.cara, "emails/"), "/larkshire/people/"):
            assert browse(person).get(address).status_code == 403, (person, address)


def test_people_show_their_number_themselves(browse, larkshire, led, amina):
    client = browse(led.lena)
    sent = {"telephone": "01632 960024", "wish": "email", "shown_to_groups": "on"}
    seen = client.get("/larkshire/how-you-are-reached/").context["form"]["seen"].value()
    assert client.post("/larkshire/how-you-are-reached/", {**sent, "seen": seen}).status_code == 302
    with authority_scope(larkshire):
        assert telephones_of([led.lena.pk], of_team=False) == {led.lena.pk: "01632 960024"}
        change_person_contact(user=led.lena, telephone="01632 960025", wish="", by=amina)
        assert telephones_of([led.lena.pk], of_team=False) == {}, "nobody agrees for somebody else"
        assert telephones_of([led.lena.pk], of_team=True) == {led.lena.pk: "01632 960025"}
        facts = [entry.facts for entry in Entry.objects.filter(action="person_contact_changed")]
        assert "01632" not in str(facts)
        assert PersonContact.objects.count() == 1


@pytest.mark.parametrize("name", ["leadership.case_assigned", "memberships.concern_moved"])
def test_emails_about_concerns_and_cases_are_never_noted(name):
    assert not email_kinds()[name].is_noted


def test_every_email_of_a_case_or_concern_says_so():
    private = {name for name in email_kinds() if name.startswith("leadership.") or "concern" in name}
    assert private == {name for name, kind in email_kinds().items() if not kind.is_noted}


def test_an_email_is_noted_once_and_for_a_year(larkshire, led):
    with authority_scope(larkshire):
        email = OutgoingEmail(led.lena.email, "A subject", "x", reference="one")
        for was_refused in (True, False):
            note_email("kind", email, was_refused)
        note_email("kind", OutgoingEmail("stranger@else.example", "A subject", "x"), False)
        (noted,) = SentEmail.objects.all()
        assert (noted.person, noted.was_refused) == (led.lena, False)
        assert clear_sent_emails(before=AT) == 0
        assert clear_sent_emails(before=datetime(2027, 12, 31, tzinfo=UTC)) == 1


def test_an_address_that_is_refused_for_good_is_not_tried_again(larkshire, monkeypatch):
    from core import emails

    def refuses(code):
        def send(email, authority):
            raise smtplib.SMTPRecipientsRefused({email.to: (code, b"no")})

        return send

    monkeypatch.setattr(emails.mail, "send", refuses(550))
    assert not emails._deliver(OutgoingEmail("a@b.example", "s", "x"), larkshire)
    monkeypatch.setattr(emails.mail, "send", refuses(450))
    with pytest.raises(smtplib.SMTPRecipientsRefused):
        emails._deliver(OutgoingEmail("a@b.example", "s", "x"), larkshire)
    assert mail.outbox == []


# --- lists --------------------------------------------------------------------------------------------------


def names(response) -> list[str]:
    return [str(row) for row in response.context["page"].object_list]


def test_the_list_of_settings_is_filtered_by_what_counts_today(browse, larkshire, led, amina):
    with authority_scope(larkshire):
        judged(led.acorns.provider, 3, on=date(2026, 9, 16))
        north = DistrictFactory(name="North")
        free = ProviderFactory(name="Willow", district=north, deprivation_band="Average")
    client = browse(amina)
    for query, found in (
        ("verdict=2", ["Acorns"]),
        ("verdict=0", ["Bluebells"]),
        ("member=no", ["Willow"]),
        ("group=rivers", ["Acorns", "Bluebells", "Cara's"]),
        ("judged_from=1/9/2026", ["Acorns"]),
        ("unknown=on", ["Willow"]),
        ("band=Average", ["Willow"]),
        (f"district={north.pk}", ["Willow"]),
        ("q=willow", ["Willow"]),
        ("listing=gone", []),
        ("new=on", []),
        ("owes=on", []),
    ):
        assert names(client.get(f"/larkshire/settings/?{query}")) == found, query
    body = text(client.get("/larkshire/settings/"))
    assert "Below the line" in body
    assert f'href="/larkshire/settings/{free.pk}/"' in body


def test_finance_sees_no_place_of_a_home_in_the_list(browse, led, fred, amina):
    for query, found in (("", 3), ("?q=hedgerow", 0)):
        response = browse(fred).get(f"/larkshire/settings/{query}")
        assert len(names(response)) == found
        assert "Choose Cara" not in text(response), "nothing to tick"
    assert "Not shown" in text(browse(fred).get("/larkshire/settings/"))
    assert "Choose Cara" in text(browse(amina).get("/larkshire/settings/"))


@pytest.mark.parametrize("ticked", [True, False])
def test_ticked_settings_move_to_a_district(browse, larkshire, led, amina, ticked):
    """Nothing ticked: all that the list finds."""
    with authority_scope(larkshire):
        north = DistrictFactory(name="North")
    rows = [led.acorns.provider_id] if ticked else []
    client = browse(amina)
    sent = {"row": rows, "do": "move", "query": "q=acorns"}
    asked = client.post("/larkshire/settings/with/", sent)
    assert asked.status_code == 302
    assert "Acorns" in text(client.post(asked["Location"], {"district": north.pk}))
    assert client.post(asked["Location"], {"district": north.pk, "confirmed": "1"}).status_code == 302
    with authority_scope(larkshire):
        for membership, district in ((led.acorns, north), (led.bluebells, None)):
            membership.provider.refresh_from_db()
            assert membership.provider.district == district
    referred = client.post("/larkshire/settings/with/", {**sent, "do": "refer"})
    assert "/support/" in referred["Location"] or "refer" in referred["Location"]
    assert client.post("/larkshire/settings/with/", {"do": "sell"})["Location"] == "/larkshire/settings/"


def test_the_list_of_people_is_filtered_by_what_they_do(browse, larkshire, led, amina, maya):
    with authority_scope(larkshire):
        lock_account(user=led.mo, by=maya, at=AT, reason="Asked to", has_left=False)
    client = browse(amina)
    for query, found in (
        ("role=leader", ["Lena Hartley"]),
        ("role=officer", ["Amina Yusuf"]),
        ("role=setting-manager", ["Cara Finch", "Lena Hartley", "Mo Siddiqui"]),
        ("setting=acorns", ["Lena Hartley"]),
        ("group=riverside", ["Cara Finch", "Lena Hartley", "Mo Siddiqui"]),
        ("blocked=on", ["Mo Siddiqui"]),
        ("q=hartley", ["Lena Hartley"]),
    ):
        assert sorted(names(client.get(f"/larkshire/people/?{query}"))) == found, query


def test_the_cards_of_groups_lead_to_the_list(browse, amina):
    response = browse(amina).get("/larkshire/collaborations/cards/?state=active")
    assert (response.status_code, response["Location"]) == (301, "/larkshire/collaborations/?state=active")


@pytest.mark.parametrize(("address", "number"), [("settings/", 20), ("people/", 15), ("collaborations/", 18)])
def test_lists_take_the_same_queries(browse, larkshire, led, amina, address, number):
    client = browse(amina)
    for more in (1, 10):
        with authority_scope(larkshire):
            for each in range(more):
                judged(ProviderFactory(name=f"More {more} {each}"), 2)
        client.get(f"/larkshire/{address}")
        with CaptureQueriesContext(connection) as queries:
            client.get(f"/larkshire/{address}")
        assert len(queries) <= number, "\n".join(one["sql"][:200] for one in queries.captured_queries)
