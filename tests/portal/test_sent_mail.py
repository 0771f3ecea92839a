"""The demonstration's outbox page."""

from pathlib import Path
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.core.cache import cache
from django.core.mail import EmailMessage
from django.test import Client

from accounts.models import Authority
from accounts.services import create_authority, register_person
from core import mail
from core.scoping import authority_scope


@pytest.fixture(autouse=True)
def demonstration(settings: Any, tmp_path: Path) -> None:
    cache.clear()  # authorities are kept in it by their address
    settings.DEMONSTRATION = True
    settings.MAIL_ROOT = tmp_path / "mail"
    settings.EMAIL_BACKEND = "core.mail.MaildirBackend"


@pytest.fixture
def authorities(db: None) -> list[Authority]:
    return [create_authority(name=name, slug=name.lower()) for name in ("Larkshire", "Marlshire")]


def signed_in(authority: Authority) -> Client:
    with authority_scope(authority):
        user = register_person(email=f"mo@{authority.slug}.example", full_name="Mo Member")
    Authenticator.objects.create(user=user, type=Authenticator.Type.TOTP, data={})
    client = Client()
    client.force_login(user, backend="accounts.backends.SignIn")
    return client


def sent(authority: Authority, subject: str) -> str:
    mail.send_letter(mail.Letter(to="lena@example.org", subject=subject, template="base"), authority=authority)
    return mail.sent_mail(authority.pk)[0].key


def test_an_authoritys_people_see_its_mail_and_no_other(authorities: list[Authority]) -> None:
    larkshire, marlshire = authorities
    key, foreign = sent(larkshire, "Papers"), sent(marlshire, "Theirs")
    client = signed_in(larkshire)
    text = client.get("/larkshire/sent-mail/").content.decode()
    assert "Papers" in text
    assert "lena@example.org" in text
    assert "Theirs" not in text
    page = client.get(f"/larkshire/sent-mail/{key}/")
    assert page.status_code == 200
    assert "See it as a mail program shows it" in page.content.decode()
    assert client.get(f"/larkshire/sent-mail/{foreign}/").status_code == 404
    assert client.get(f"/larkshire/sent-mail/{foreign}/html/").status_code == 404
    assert client.get("/larkshire/sent-mail/nothing/").status_code == 404


def test_the_html_part_can_do_nothing(authorities: list[Authority]) -> None:
    key = sent(authorities[0], "Papers <script>alert(1)</script>")
    response = signed_in(authorities[0]).get(f"/larkshire/sent-mail/{key}/html/")
    policy = response["Content-Security-Policy"]
    assert "sandbox" in policy
    assert "default-src 'none'" in policy
    assert "script-src" not in policy
    assert b"<script>" not in response.content


def test_a_mail_without_html_has_no_html_page(authorities: list[Authority]) -> None:
    larkshire = authorities[0]
    with authority_scope(larkshire):
        EmailMessage("Code", "123 456", None, ["a@example.org"]).send()
    key = mail.sent_mail(larkshire.pk)[0].key
    client = signed_in(larkshire)
    assert "123 456" in client.get(f"/larkshire/sent-mail/{key}/").content.decode()
    assert client.get(f"/larkshire/sent-mail/{key}/html/").status_code == 404


def test_before_the_first_mail_the_page_says_so(authorities: list[Authority]) -> None:
    assert "No mail has been sent yet." in signed_in(authorities[0]).get("/larkshire/sent-mail/").content.decode()


def test_whoever_is_not_signed_in_is_asked_to(authorities: list[Authority]) -> None:
    assert Client().get("/larkshire/sent-mail/").status_code == 302


def test_outside_the_demonstration_there_is_no_such_page(authorities: list[Authority], settings: Any) -> None:
    client, key = signed_in(authorities[0]), sent(authorities[0], "Papers")
    settings.DEMONSTRATION = False
    for path in ("", f"{key}/", f"{key}/html/"):
        assert client.get(f"/larkshire/sent-mail/{path}").status_code == 404
