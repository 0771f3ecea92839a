"""An address is changed by a code sent to it; another code on request; codes before recovery codes (A2,
0048).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
import time_machine
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.db import IntegrityError
from django.test import Client
from django.utils import timezone

from accounts import addresses
from accounts.addresses import AddressRefused, addresses_of, change_main_address, person_with_address
from accounts.models import Authority, SecurityEvent, TaskLink, User
from accounts.rules import EventKind
from accounts.services.links import make_link
from accounts.services.people import register_person
from audit.models import Entry
from core.scoping import authority_scope
from tests.accounts.test_sessions import PASSWORD, code_now, person_with
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
    assert log_of(larkshire, "email_changed") == [f"Sam Wilder made {NEW} their main email address"]
    stranger = Client()
    mailoutbox.clear()
    stranger.post(CODE, {"email": before})
    assert "No account has it" in mailoutbox[0].body


@pytest.mark.django_db(transaction=True)
def test_links_that_went_to_the_former_address_end_everywhere(
    larkshire: Authority, marlshire: Authority, sam: User, otto: User
) -> None:
    """Whoever reads the former mailbox acts no more for the person; links of others go on."""
    with authority_scope(marlshire):
        register_person(email=sam.email, full_name="")
    sent = {"purpose": "sample", "about_id": 1, "at": timezone.now()}
    for authority in (larkshire, marlshire):
        with authority_scope(authority):
            for email, user in ((sam.email, sam), (sam.email, None), (otto.email, otto)):
                make_link(**sent, email=email, user=user)
    client = without_factor(sam)
    client.post(CONFIRM, {"code": ask(client)})
    for authority in (larkshire, marlshire):
        with authority_scope(authority):
            open_links = TaskLink.objects.filter(withdrawn_at=None).values_list("email", flat=True)
            assert list(open_links) == [otto.email], authority


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
    monkeypatch.setattr(addresses, "person_with_address", lambda email: None)
    with pytest.raises(AddressRefused):
        change_main_address(sam, otto.email)
    assert EmailAddress.objects.filter(user=sam).count() == 1
    EmailAddress.objects.filter(user=otto).delete()
    with pytest.raises(AddressRefused):
        change_main_address(sam, otto.email)
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
    monkeypatch.setattr("accounts.adapters.change_own_address", refuse)
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


# --- recovery codes -----------------------------------------------------------------------------------------


def test_recovery_codes_are_shown_right_after_the_code_of_the_sign_in(
    larkshire: Authority, sam: User
) -> None:
    """No other code for five minutes (P111); whoever has proved none is asked."""
    person_with(sam, "password app codes")
    pages = [f"/larkshire/accounts/2fa/recovery-codes/{part}" for part in ("", "download/")]
    client, unproved = Client(), Client()
    with time_machine.travel(timezone.now(), tick=False) as clock:
        client.post("/larkshire/accounts/login/", {"login": sam.email, "password": PASSWORD})
        client.post("/larkshire/accounts/2fa/authenticate/", {"code": code_now()})
        assert [client.get(page).status_code for page in pages] == [200, 200]
        sign_in(unproved, sam, proved=False)
        assert all("reauthenticate/" in unproved.get(page).headers["Location"] for page in pages)
        clock.shift(301)
        assert all("reauthenticate/" in client.get(page).headers["Location"] for page in pages)
