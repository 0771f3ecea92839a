"""The own account (A2, decision 0048): name, address by a code, emails, the / key; one's own and nobody
else's.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.models import Authority, User
from accounts.roles import Role
from accounts.selectors import wants_news
from accounts.services.own_account import correct_own_name
from accounts.services.people import register_person
from accounts.services.roles import appoint_to_role
from audit.models import Entry
from core.frame.account import email_topics, topics_for
from core.scoping import authority_scope
from documents.rules import Updates
from documents.selectors import updates_of
from memberships.services.contacts import change_person_contact
from tests.accounts.test_address_change import CODE, CODE_CONFIRM, codes_in
from tests.cast import sign_in

Browse = Callable[[User | None], Client]
PAGE = "/larkshire/account/"
pytestmark = pytest.mark.django_db


def text(response: Any) -> str:
    assert response.status_code == 200, response.headers
    return re.sub(r"\s+", " ", response.content.decode())


def log_of(authority: Authority, action: str) -> list[str]:
    with authority_scope(authority):
        return [str(entry) for entry in Entry.objects.filter(action=action).order_by("pk")]


def rows_of(client: Client, page: str = PAGE) -> dict[str, list[str]]:
    """What the page says, by the labels of its rows."""
    parts = client.get(page).context["parts"]
    return {str(row.label): [str(line) for line in row.lines] for part in parts for row in part.rows}


# --- the page -----------------------------------------------------------------------------------------------


def test_a_leaders_account_on_one_page(browse: Browse, larkshire: Authority, led: Any) -> None:
    with authority_scope(larkshire):
        change_person_contact(
            user=led.lena, telephone="01632 960024", wish="telephone", shown_to_groups=True, by=led.lena
        )
    assert rows_of(browse(led.lena)) == {
        "Name": [led.lena.full_name],
        "Telephone": [
            "01632 960024",
            "Seen by the early years team and the members of your groups",
            "You prefer: telephone",
        ],
        "Email address": [led.lena.email],
        "Password": ["None. You sign in with a code that we email to you"],
        "Second step of sign-in": ["No authenticator app"],
        "Passkeys": ["None"],
        "Devices signed in": ["1 device"],
        "What is new, once a week": ["Comes to you on Monday"],
        "What can wait": ["Once a day, all in one email"],
        "Calendar": ["Your calendar program has no address"],
        "What you are to do by a day": ["Comes to you. It cannot be switched off"],
        "Manager": ["Acorns", "from 1 September 2024"],
        "Leader": ["Riverside", "from 5 January 2026"],
        "The / key": ["Leads into the search box"],
    }


def test_every_row_but_a_role_of_the_team_leads_where_it_is_changed(browse: Browse, amina: User) -> None:
    client = browse(amina)
    rows = [row for part in client.get(PAGE).context["parts"] for row in part.rows]
    assert [str(row.label) for row in rows if not row.links] == ["Early years officer"]
    for link in {link.url for row in rows for link in row.links}:
        assert client.get(link).status_code in (200, 302), link


def test_a_last_day_and_a_number_for_the_team_alone(browse: Browse, larkshire: Authority, sam: User) -> None:
    with authority_scope(larkshire):
        days = {"starts_on": date(2020, 1, 1), "ends_on": date(2090, 1, 1)}
        appoint_to_role(user=sam, role=Role.AUDITOR, **days, by=None)
        change_person_contact(user=sam, telephone="01632 960011", wish="", by=sam)
    rows = rows_of(browse(sam))
    assert rows["Auditor"] == ["In the early years team", "from 1 January 2020 to 31 December 2089"]
    assert rows["Telephone"] == ["01632 960011", "Seen by the early years team only"]


def test_nobody_sees_anything_of_somebody_else(
    browse: Browse, larkshire: Authority, marlshire: Authority, led: Any, sam: User, otto: User
) -> None:
    """Sam belongs to Larkshire, Otto to Marlshire; Lena to both, and each page is of its own authority."""
    with authority_scope(marlshire):
        register_person(email=led.lena.email, full_name="")
        change_person_contact(user=led.lena, telephone="01632 960099", wish="", by=led.lena)
    for person, page in ((sam, PAGE), (otto, "/marlshire/account/")):
        body = text(browse(person).get(page))
        assert person.full_name in body
        for words in (led.lena.full_name, led.lena.email, "01632", "Acorns", "Riverside"):
            assert words not in body, (person, words)
    assert browse(otto).get(PAGE).status_code == 404
    assert rows_of(browse(led.lena))["Telephone"] == ["Not given"]
    elsewhere = rows_of(browse(led.lena), "/marlshire/account/")
    assert elsewhere["Telephone"][0] == "01632 960099"
    assert "Leader" not in elsewhere


def test_who_is_not_signed_in_is_asked_to(larkshire: Authority) -> None:
    for part in ("", "name/", "emails/", "search-key/"):
        answer = Client().get(f"{PAGE}{part}")
        assert answer.headers["Location"] == f"/larkshire/accounts/login/?next={PAGE}{part}"


def test_the_queries_do_not_grow(browse: Browse, larkshire: Authority, led: Any) -> None:
    def number() -> int:
        client = browse(led.lena)
        client.get(PAGE)
        with CaptureQueriesContext(connection) as queries:
            client.get(PAGE)
        return len(queries)

    before = number()
    with authority_scope(larkshire):
        for role in (Role.AUDITOR, Role.FINANCE):
            appoint_to_role(user=led.lena, role=role, starts_on=date(2020, 1, 1), by=None)
    for _time in range(3):
        sign_in(Client(), led.lena)
    # whoever has a role of the team has its head, which asks less
    assert (before, number()) == (19, 17)


def test_the_own_name_opens_the_account_and_its_pages_lead_back(
    browse: Browse, larkshire: Authority, sam: User
) -> None:
    client = browse(sam)
    head = text(client.get("/larkshire/")).partition("<main")[0]
    assert re.search(r'<a class="app-shortened" href="/larkshire/account/"> ?Sam Wilder', head)
    assert "/larkshire/accounts/2fa/" not in head
    back = '<a class="govuk-breadcrumbs__link" href="/larkshire/account/">Your account</a>'
    below = (
        "account/name/",
        "account/emails/",
        "account/search-key/",
        "how-you-are-reached/",
        "accounts/email/",
    )
    signing_in = ("accounts/2fa/", "accounts/2fa/webauthn/", "accounts/password/set/", "accounts/sessions/")
    for page in (*below, *signing_in, "accounts/sessions/end-others/"):
        assert back in text(client.get(f"/larkshire/{page}")), page


def test_on_the_platforms_pages_the_name_opens_what_is_there(sam: User, browse: Browse) -> None:
    body = text(browse(sam).get("/accounts/2fa/"))
    assert re.search(r'<a class="app-shortened" href="/accounts/2fa/"> ?Sam Wilder', body)
    assert 'aria-label="Your account"' in body


def test_devices_are_counted_and_the_others_signed_out(
    larkshire: Authority, sam: User, mailoutbox: list[Any]
) -> None:
    Authenticator.objects.filter(user=sam).delete()
    desk, telephone = Client(), Client()
    for client in (desk, telephone):
        client.post(CODE, {"email": sam.email})
        client.post(CODE_CONFIRM, {"code": codes_in(mailoutbox)[-1]})
        assert "You are signed in" not in text(client.get(PAGE))
    assert rows_of(desk)["Devices signed in"] == ["2 devices"]
    assert 'href="/larkshire/accounts/sessions/end-others/"' in text(desk.get(PAGE))
    desk.post("/larkshire/accounts/sessions/end-others/")
    assert rows_of(desk)["Devices signed in"] == ["1 device"]
    assert "end-others" not in text(desk.get(PAGE))
    assert telephone.get(PAGE).status_code == 302


# --- the name -----------------------------------------------------------------------------------------------


def test_a_name_is_corrected_and_every_own_authority_says_so(
    browse: Browse,
    larkshire: Authority,
    marlshire: Authority,
    sam: User,
    django_capture_on_commit_callbacks: Any,
) -> None:
    with authority_scope(marlshire):
        register_person(email=sam.email, full_name="")
    client = browse(sam)
    assert 'value="Sam Wilder"' in text(client.get(f"{PAGE}name/"))
    with django_capture_on_commit_callbacks(execute=True):
        answer = client.post(f"{PAGE}name/", {"full_name": "  Samuel   Wild "})
    assert answer.headers["Location"] == PAGE
    body = text(client.get(PAGE))
    assert "Your name is saved." in body
    assert body.count("Samuel Wild") >= 2, "in the head and on the page"
    said = ["Samuel Wild corrected their name from Sam Wilder to Samuel Wild"]
    assert log_of(larkshire, "name_corrected") == said
    assert log_of(marlshire, "name_corrected") == said
    client.post(f"{PAGE}name/", {"full_name": "Samuel Wild"})
    assert log_of(larkshire, "name_corrected") == said, "nothing different, nothing written"


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("", "Enter your full name"),
        ("\u200b \u202e", "Enter your full name"),
        ("--- 12", "Enter your full name"),
        ("S" * 151, "must be 150 characters or fewer"),
    ],
)
def test_what_is_no_name_is_refused_at_its_field(name: str, words: str, browse: Browse, sam: User) -> None:
    page = browse(sam).post(f"{PAGE}name/", {"full_name": name})
    assert page.status_code == 200
    assert words in str(page.context["form"].errors["full_name"])
    sam.refresh_from_db()
    assert sam.full_name == "Sam Wilder"


def test_the_service_refuses_a_name_that_no_form_has_seen(larkshire: Authority, sam: User) -> None:
    with authority_scope(larkshire):
        for name in ("", "S" * 151):
            with pytest.raises(ValidationError):
                correct_own_name(user=sam, full_name=name)


def test_nobody_else_s_name_can_be_sent(browse: Browse, sam: User, amina: User) -> None:
    browse(sam).post(
        f"{PAGE}name/", {"full_name": "Sam Two", "user": amina.pk, "pk": amina.pk, "id": amina.pk}
    )
    amina.refresh_from_db()
    assert amina.full_name != "Sam Two"


# --- emails and the / key -----------------------------------------------------------------------------------


def test_the_weekly_email_is_switched_off_and_on(browse: Browse, larkshire: Authority, sam: User) -> None:
    client = browse(sam)
    for value, said in (("no", "Switched off"), ("yes", "Comes to you on Monday")):
        assert client.post(f"{PAGE}emails/", {"news": value, "updates": "daily"}).headers["Location"] == PAGE
        assert rows_of(client)["What is new, once a week"] == [said]
        assert rows_of(client)["What you are to do by a day"] == ["Comes to you. It cannot be switched off"]
        with authority_scope(larkshire):
            assert wants_news(sam) is (value == "yes")
    assert log_of(larkshire, "news_stopped") == ["Sam Wilder switched the weekly email with news off"]
    assert len(log_of(larkshire, "news_started")) == 1
    page = client.post(f"{PAGE}emails/", {"updates": "daily"})
    assert "Select whether you want the weekly email" in text(page)


def test_how_what_can_wait_comes_is_chosen_for_one_authority(
    browse: Browse, larkshire: Authority, marlshire: Authority, sam: User
) -> None:
    client = browse(sam)
    assert client.post(f"{PAGE}emails/", {"news": "yes", "updates": "off"}).status_code == 302
    assert rows_of(client)["What can wait"] == ["Not by email"]
    for authority, updates in ((larkshire, Updates.OFF), (marlshire, Updates.DAILY)):
        with authority_scope(authority):
            assert updates_of(sam.pk) == updates
    assert log_of(larkshire, "updates_chosen") == [
        "Sam Wilder chose how emails that can wait come: Not by email"
    ]


def test_what_the_team_gets_is_told_to_the_team_alone(
    browse: Browse, larkshire: Authority, sam: User, amina: User
) -> None:
    members, team = text(browse(sam).get(f"{PAGE}emails/")), text(browse(amina).get(f"{PAGE}emails/"))
    assert "Ways of working are to be read" in members
    for words in ("If you work for the early years team", "A task waits for you", "A file of Ofsted"):
        assert words not in members
        assert words in team


def test_every_group_of_readers_is_told_something(larkshire: Authority) -> None:
    assert all(words for _readers, words in topics_for(of_team=True))
    assert len(list(email_topics)) == sum(len(words) for _readers, words in topics_for(of_team=True))


def test_the_key_of_the_search_box_is_switched_off(browse: Browse, larkshire: Authority, sam: User) -> None:
    client = browse(sam)
    assert 'data-search-key="/"' in text(client.get(PAGE))
    assert client.post(f"{PAGE}search-key/", {"key": "off"}).status_code == 302
    body = text(client.get(PAGE))
    assert "data-search-key" not in body
    assert "aria-keyshortcuts" not in body
    assert rows_of(client)["The / key"] == ["An ordinary key"]
    assert "data-search-key" not in text(browse(sam).get(PAGE)), "on every device"
    client.post(f"{PAGE}search-key/", {"key": "on"})
    assert 'data-search-key="/"' in text(client.get(PAGE))
    assert client.post(f"{PAGE}search-key/", {"key": "perhaps"}).context["form"].errors
