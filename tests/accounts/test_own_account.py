"""The own account (A2, decision 0048): name, address by a code, emails, the / key; one's own and nobody else's."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.addresses import addresses_of, person_with_address
from accounts.models import Authority, SecurityEvent, User
from accounts.roles import Role
from accounts.rules import EventKind
from accounts.selectors import wants_news
from accounts.services import own_account
from accounts.services.own_account import AddressRefused, change_address, correct_own_name
from accounts.services.people import register_person
from accounts.services.roles import appoint_to_role
from audit.models import Entry
from core.frame.account import email_topics, topics_for
from core.scoping import authority_scope
from memberships.services.contacts import change_person_contact
from tests.cast import sign_in

Browse = Callable[[User | None], Client]
PAGE = "/larkshire/account/"
EMAIL, CONFIRM = "/larkshire/accounts/email/", "/larkshire/accounts/confirm-email/"
CODE, CODE_CONFIRM = "/larkshire/accounts/login/code/", "/larkshire/accounts/login/code/confirm/"
NEW = "new@home.example"
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
        "What is new, once a week": ["Comes to you"],
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
    assert number() <= before <= 26


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


# --- the address, by a code ---------------------------------------------------------------------------------


def without_factor(user: User) -> Client:
    """Somebody who has neither password nor factor has proved the address, which is all there is to prove."""
    Authenticator.objects.filter(user=user).delete()
    user.refresh_from_db()
    client = Client()
    sign_in(client, user)
    return client


def ask(client: Client, email: str = NEW) -> str:
    """Ask for the code, and read it in the session as the mailbox's owner reads it in the email."""
    answer = client.post(EMAIL, {"action_add": "1", "email": email})
    assert answer.headers["Location"] == CONFIRM, answer.content.decode()
    return str(client.session["account_email_verification_code"]["code"])


@pytest.mark.django_db(transaction=True)
def test_an_address_is_changed_by_the_code_sent_to_it(
    larkshire: Authority, sam: User, mailoutbox: list[Any]
) -> None:
    before, client = sam.email, without_factor(sam)
    assert before in text(client.get(EMAIL))
    code = ask(client, "New@Home.Example")
    assert [email.to for email in mailoutbox] == [[NEW]]
    assert code in mailoutbox[0].body
    assert "10 minutes" in mailoutbox[0].body
    page = text(client.get(CONFIRM))
    assert f"<strong>{NEW}</strong>" in page
    assert "if it belongs to an account" not in page
    sam.refresh_from_db()
    assert sam.email == before, "nothing before the code"
    assert person_with_address(NEW) is None
    assert client.post(CONFIRM, {"code": code}).headers["Location"] == PAGE
    body = text(client.get(PAGE))
    assert f"Your email address is {NEW}." in body
    sam.refresh_from_db()
    assert (sam.email, addresses_of(sam)) == (NEW, {NEW})
    assert person_with_address(before) is None, "the old one opens it no longer"
    told = [(email.to[0], email.subject.partition(" on ")[0]) for email in mailoutbox[1:]]
    assert told == [(before, "Your email address was changed")]
    assert NEW in mailoutbox[1].body
    assert log_of(larkshire, "email_changed") == [f"Sam Wilder made {NEW} their main e-mail address"]
    stranger = Client()
    mailoutbox.clear()
    stranger.post(CODE, {"email": before})
    assert "No account has it" in mailoutbox[0].body


def test_a_wrong_code_changes_nothing_and_three_end_it(larkshire: Authority, sam: User) -> None:
    before, client = sam.email, without_factor(sam)
    ask(client)
    for _time in range(2):
        page = client.post(CONFIRM, {"code": "WRONG-CODE"})
        assert "The code is wrong" in text(page)
    assert client.post(CONFIRM, {"code": "WRONG-CODE"}).status_code == 302
    assert "account_email_verification_code" not in client.session
    sam.refresh_from_db()
    assert sam.email == before
    assert SecurityEvent.objects.filter(kind=EventKind.CODE_FAILED, person=sam).count() == 3


def test_an_address_of_somebody_else_looks_like_any_other_and_is_refused_in_neutral_words(
    larkshire: Authority, sam: User, otto: User, mailoutbox: list[Any]
) -> None:
    client, pages = without_factor(sam), []
    for email in (NEW, otto.email):
        code = ask(client, email)
        page = re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", client.get(CONFIRM).content.decode())
        pages.append(page.replace(email, "…"))
    assert pages[0] == pages[1]
    subjects = [email.subject for email in mailoutbox]
    assert subjects[0] == subjects[1]
    body = text(client.post(CONFIRM, {"code": code}))
    assert "This address cannot be used. Choose another one, or ask the early years team" in body
    for words in ("another account", "already", "in use", otto.full_name):
        assert words not in body
    sam.refresh_from_db()
    assert sam.email != otto.email
    assert person_with_address(otto.email) == otto
    assert log_of(larkshire, "email_changed") == []


def test_the_own_address_is_named_as_such(larkshire: Authority, sam: User) -> None:
    page = without_factor(sam).post(EMAIL, {"action_add": "1", "email": sam.email})
    assert "This is an address of your account already" in text(page)


def test_two_who_prove_one_address_at_once_make_one(
    larkshire: Authority, sam: User, otto: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The other was faster than the look: the database says so."""
    monkeypatch.setattr(own_account, "person_with_address", lambda email: None)
    with pytest.raises(AddressRefused):
        change_address(user=sam, email=otto.email)
    assert EmailAddress.objects.filter(user=sam).count() == 1
    EmailAddress.objects.filter(user=otto).delete()
    with pytest.raises(AddressRefused):
        change_address(user=sam, email=otto.email)
    sam.refresh_from_db()
    assert sam.email == "sam@larkshire.example"
    with pytest.raises(IntegrityError):
        User.objects.filter(pk=sam.pk).update(email=otto.email)


def test_who_is_too_late_with_an_address_is_told_no_more(
    larkshire: Authority, sam: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody else got it between the look of the form and the write."""

    def refuse(**facts: Any) -> str:
        raise AddressRefused

    client = without_factor(sam)
    code = ask(client)
    monkeypatch.setattr("accounts.adapters.change_address", refuse)
    assert client.post(CONFIRM, {"code": code}).headers["Location"] == EMAIL
    assert f"We could not change your address to {NEW}. Use another one" in text(client.get(EMAIL))


def test_another_verified_address_stays_and_can_be_removed(larkshire: Authority, sam: User) -> None:
    EmailAddress.objects.create(user=sam, email="second@home.example", verified=True)
    client = without_factor(sam)
    client.post(CONFIRM, {"code": ask(client)})
    sam.refresh_from_db()
    assert addresses_of(sam) == {NEW, "second@home.example"}
    assert "second@home.example" in text(client.get(EMAIL))
    client.post(EMAIL, {"action_remove": "1", "email": "second@home.example"})
    assert addresses_of(sam) == {NEW}


def test_whoever_has_a_factor_confirms_it_first(larkshire: Authority, sam: User, browse: Browse) -> None:
    answer = browse(sam).post(EMAIL, {"action_add": "1", "email": NEW})
    assert "/accounts/2fa/reauthenticate/" in answer.headers["Location"]


# --- another code -------------------------------------------------------------------------------------------


def test_another_code_can_be_sent_twice_and_the_one_before_ends(
    larkshire: Authority, sam: User, mailoutbox: list[Any]
) -> None:
    client = Client()
    client.post(CODE, {"email": sam.email})
    first = codes_in(mailoutbox)[-1]
    assert "Send another code" in text(client.get(CODE_CONFIRM))
    assert client.post(CODE_CONFIRM, {"action": "resend"}).headers["Location"] == CODE_CONFIRM
    page = text(client.get(CODE_CONFIRM))
    assert "We have sent another code. The one before no longer works." in page
    second = codes_in(mailoutbox)[-1]
    assert first != second
    assert "The code is wrong" in text(client.post(CODE_CONFIRM, {"code": first}))
    client.post(CODE_CONFIRM, {"action": "resend"})
    assert len(mailoutbox) == 3
    assert "Send another code" not in text(client.get(CODE_CONFIRM)), "twice is enough"
    assert client.post(CODE_CONFIRM, {"code": codes_in(mailoutbox)[-1]}).status_code == 302


def codes_in(mailoutbox: list[Any]) -> list[str]:
    return [
        found[1]
        for email in mailoutbox
        if (found := re.search(r"asked for it[^:]*:\s+(\S+)", email.body)) is not None
    ]


def test_asking_again_looks_alike_for_an_address_without_an_account(larkshire: Authority, sam: User) -> None:
    pages = []
    for email in (sam.email, "nobody@larkshire.example"):
        client = Client()
        client.post(CODE, {"email": email})
        client.post(CODE_CONFIRM, {"action": "resend"})
        page = re.sub(
            r'name="csrfmiddlewaretoken" value="\w+"', "", client.get(CODE_CONFIRM).content.decode()
        )
        pages.append(page.replace(email, "…"))
    assert pages[0] == pages[1]


@pytest.mark.parametrize("page", ["sign-in", "address"])
def test_codes_that_are_sent_again_count_as_emails_that_were_asked_for(
    page: str, larkshire: Authority, sam: User, mailoutbox: list[Any]
) -> None:
    """Three emails an hour from one client to one address, whichever button asks (decision 0029)."""
    client = Client() if page == "sign-in" else without_factor(sam)
    ask_at, confirm = (CODE, CODE_CONFIRM) if page == "sign-in" else (EMAIL, CONFIRM)
    data = {"action_add": "1", "email": sam.email if page == "sign-in" else NEW}
    client.post(ask_at, data)
    client.post(confirm, {"action": "resend"})
    if page == "sign-in":
        client = Client()  # a new browser at the same address of the network
    client.post(ask_at, data)
    answer = client.post(confirm, {"action": "resend"})
    assert answer.status_code == 429
    assert "Too many emails were asked for" in answer.content.decode()
    assert len(mailoutbox) == 3


# --- emails and the / key -----------------------------------------------------------------------------------


def test_the_weekly_email_is_switched_off_and_on(browse: Browse, larkshire: Authority, sam: User) -> None:
    client = browse(sam)
    for value, said in (("no", "Switched off"), ("yes", "Comes to you")):
        assert client.post(f"{PAGE}emails/", {"news": value}).headers["Location"] == PAGE
        assert rows_of(client)["What is new, once a week"] == [said]
        assert rows_of(client)["What you are to do by a day"] == ["Comes to you. It cannot be switched off"]
        with authority_scope(larkshire):
            assert wants_news(sam) is (value == "yes")
    assert log_of(larkshire, "news_stopped") == ["Sam Wilder switched the weekly email with news off"]
    assert len(log_of(larkshire, "news_started")) == 1
    page = client.post(f"{PAGE}emails/", {})
    assert "Select whether you want the weekly email" in text(page)


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
