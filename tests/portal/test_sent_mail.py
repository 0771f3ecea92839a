"""The demonstration's outbox page."""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.mail import EmailMessage
from django.test import Client

from accounts.models import Authority, User
from core import mail
from core.scoping import authority_scope

Browse = Callable[..., Client]
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(autouse=True)
def demonstration(settings: Any, tmp_path: Path) -> None:
    settings.DEMONSTRATION = True
    settings.MAIL_ROOT = tmp_path / "mail"
    settings.EMAIL_BACKEND = "core.mail.MaildirBackend"


def sent(authority: Authority, subject: str) -> str:
    mail.send(
        mail.OutgoingEmail(to="lena@example.org", subject=subject, template="base"), authority=authority
    )
    return mail.sent_mail(authority.pk)[0].key


def test_an_authoritys_people_see_its_mail_and_no_other(
    browse: Browse, larkshire: Authority, marlshire: Authority, sam: User
) -> None:
    key, foreign = sent(larkshire, "Papers"), sent(marlshire, "Theirs")
    client = browse(sam)
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


def test_the_html_part_can_do_nothing(browse: Browse, larkshire: Authority, sam: User) -> None:
    key = sent(larkshire, "Papers <script>alert(1)</script>")
    response = browse(sam).get(f"/larkshire/sent-mail/{key}/html/")
    policy = response["Content-Security-Policy"]
    assert "sandbox" in policy
    assert "default-src 'none'" in policy
    assert "script-src" not in policy
    assert b"<script>" not in response.content


def test_a_mail_without_html_has_no_html_page(browse: Browse, larkshire: Authority, sam: User) -> None:
    with authority_scope(larkshire):
        EmailMessage("Code", "123 456", None, ["a@example.org"]).send()
    key = mail.sent_mail(larkshire.pk)[0].key
    client = browse(sam)
    assert "123 456" in client.get(f"/larkshire/sent-mail/{key}/").content.decode()
    assert client.get(f"/larkshire/sent-mail/{key}/html/").status_code == 404


def test_before_the_first_mail_the_page_says_so(browse: Browse, sam: User) -> None:
    assert "No mail has been sent yet." in browse(sam).get("/larkshire/sent-mail/").content.decode()


def test_a_code_to_sign_in_with_is_read_without_being_signed_in(larkshire: Authority, sam: User) -> None:
    """Every step, in the demonstration: the code, "See the mail", and in. So with a new password."""
    client = Client()
    client.post("/larkshire/accounts/login/code/", {"email": sam.email})
    assert see_the_mail(client, "/larkshire/accounts/login/code/confirm/")
    page = client.get(f"/larkshire/sent-mail/{mail.sent_mail(larkshire.pk)[0].key}/").content.decode()
    code = re.search(r"page that asked for it:\s*(?:<br>\s*)*([A-Z0-9-]+)", page)
    assert code, page
    confirmed = client.post("/larkshire/accounts/login/code/confirm/", {"code": code[1]})
    assert confirmed.status_code == 302
    stranger = Client()
    stranger.post("/larkshire/accounts/password/reset/", {"email": sam.email})
    assert see_the_mail(stranger, "/larkshire/accounts/password/reset/done/")
    page = stranger.get(f"/larkshire/sent-mail/{mail.sent_mail(larkshire.pk)[0].key}/").content.decode()
    assert "/larkshire/accounts/password/reset/key/" in page


def see_the_mail(client: Client, page: str) -> bool:
    """Whether the page leads to the sent mail, and that opens."""
    linked = '<a class="govuk-link" href="/larkshire/sent-mail/">See the mail</a>'
    return linked in client.get(page).content.decode() and (
        client.get("/larkshire/sent-mail/").status_code == 200
    )


@pytest.mark.parametrize("signed_in", [True, False])
def test_outside_the_demonstration_there_is_no_such_page(
    signed_in: bool, browse: Browse, larkshire: Authority, sam: User, settings: Any
) -> None:
    client, key = browse(sam if signed_in else None), sent(larkshire, "Papers")
    settings.DEMONSTRATION = False
    for path in ("", f"{key}/", f"{key}/html/"):
        for method in (client.get, client.post, client.head):
            answer = method(f"/larkshire/sent-mail/{path}")
            assert answer.status_code == 404
            assert b"Papers" not in answer.content
    assert "See the mail" not in client.get("/larkshire/accounts/password/reset/done/").content.decode()


def test_production_is_no_demonstration_unless_it_says_so() -> None:
    """The settings as a server reads them that names no demonstration."""
    names = (
        "SECRET_KEY",
        "SECOND_FACTOR_KEYS",
        "LINK_KEYS",
        "NEEDS_KEYS",
        "DATABASE_URL",
        "BASE_URL",
        "REDIS_URL",
        "ALLOWED_HOSTS",
    )
    environ = {name: os.environ[name] for name in names}
    words = "from config import settings; print(settings.DEMONSTRATION, settings.EMAIL_BACKEND)"
    answer = subprocess.run(
        [sys.executable, "-c", words], cwd=ROOT, env=environ, capture_output=True, text=True, timeout=60
    )
    assert answer.stdout.split() == ["False", "django.core.mail.backends.smtp.EmailBackend"], answer.stderr
