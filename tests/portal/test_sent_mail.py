"""The demonstration's outbox page."""

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


def test_whoever_is_not_signed_in_is_asked_to(browse: Browse, larkshire: Authority) -> None:
    assert browse().get("/larkshire/sent-mail/").status_code == 302


def test_outside_the_demonstration_there_is_no_such_page(
    browse: Browse, larkshire: Authority, sam: User, settings: Any
) -> None:
    client, key = browse(sam), sent(larkshire, "Papers")
    settings.DEMONSTRATION = False
    for path in ("", f"{key}/", f"{key}/html/"):
        assert client.get(f"/larkshire/sent-mail/{path}").status_code == 404
