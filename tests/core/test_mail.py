"""Emails: both parts, careful headers, and the Maildir of the
demonstration with an outbox for each authority.
"""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.mail import EmailMessage, get_connection

from core import mail

LARKSHIRE = SimpleNamespace(
    pk=7,
    name="Larkshire",
    slug="larkshire",
    team_name="Early years team",
    contact_email="team@larkshire.example",
    brand_colour="#00703c",
)
MARLSHIRE = SimpleNamespace(
    pk=8, name="Marlshire", slug="marlshire", team_name="Team", contact_email="", brand_colour="#00703c"
)


def email(**changes: Any) -> mail.OutgoingEmail:
    facts: dict[str, Any] = {"to": "maya@example.org", "subject": "A notice", "template": "base"}
    return mail.OutgoingEmail(**{**facts, **changes})


@pytest.fixture(autouse=True)
def maildir(settings: Any, tmp_path: Path) -> Path:
    settings.MAIL_ROOT = tmp_path / "mail"
    settings.EMAIL_BACKEND = "core.mail.MaildirBackend"
    settings.DEFAULT_FROM_EMAIL = "Service <no-reply@service.example>"
    return tmp_path / "mail"


def test_an_email_has_a_text_and_an_html_part_and_careful_headers() -> None:
    message = mail.compose(email(unsubscribe_url="https://s.example/u/1"), authority=LARKSHIRE)
    sent = message.message()
    assert [part.get_content_type() for part in sent.walk()] == [
        "multipart/alternative",
        "text/plain",
        "text/html",
    ]
    assert sent["Auto-Submitted"] == "auto-generated"
    assert sent["X-Authority"] == "7"
    assert sent["List-Unsubscribe"] == "<https://s.example/u/1>"
    assert sent["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert sent["Reply-To"] == "team@larkshire.example"
    assert sent["From"] == "Larkshire early years team <no-reply@service.example>"
    assert "https://s.example/u/1" in message.body


def test_an_email_that_cannot_be_stopped_has_no_unsubscribe_header() -> None:
    message = mail.compose(email(), authority=MARLSHIRE)
    assert "List-Unsubscribe" not in message.message()
    assert message.reply_to == []


def test_one_occasion_has_one_message_id() -> None:
    first, again = (
        mail.compose(email(reference="case-1"), authority=LARKSHIRE).message()["Message-ID"] for _ in range(2)
    )
    other = mail.compose(email(reference="case-2"), authority=LARKSHIRE).message()["Message-ID"]
    assert first == again != other
    assert first.endswith("@service.example>")


def test_a_subject_stays_on_one_line() -> None:
    assert (
        mail.compose(email(subject="A\r\nBcc: x@example.org"), authority=LARKSHIRE).subject
        == "A Bcc: x@example.org"
    )


def test_text_is_escaped_in_html_and_left_alone_in_text() -> None:
    message = mail.compose(email(subject="Oaks & <b>Acorns</b>"), authority=LARKSHIRE)
    html = message.alternatives[0].content
    assert "Oaks &amp; &lt;b&gt;" in html
    assert "&amp;" not in message.body


def test_each_authority_sees_the_mail_sent_for_it() -> None:
    mail.send(email(subject="First"), authority=LARKSHIRE)
    mail.send(
        email(subject="Second", attachments=[mail.Attachment("m.ics", b"BEGIN", "text/calendar")]),
        authority=LARKSHIRE,
    )
    mail.send(email(subject="Theirs"), authority=MARLSHIRE)
    mine = mail.sent_mail(7)
    assert [sent.subject for sent in mine] == ["Second", "First"]
    assert [sent.to for sent in mine] == ["maya@example.org"] * 2
    opened = mail.open_mail(7, mine[0].key)
    assert opened is not None
    assert opened.attachments == ["m.ics"]
    assert "Larkshire" in opened.text
    assert "<h1" in opened.html
    assert mail.open_mail(8, mine[0].key) is None


@pytest.mark.parametrize("key", ["", ".", "..", "../../etc/passwd", "nothing"])
def test_a_key_from_outside_opens_no_other_file(key: str) -> None:
    mail.send(email(), authority=LARKSHIRE)
    assert mail.open_mail(7, key) is None


def test_before_the_first_mail_there_is_none() -> None:
    assert mail.sent_mail(7) == []


def test_mail_of_other_packages_is_stamped_with_the_authority_in_scope(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(mail, "authority_id_or_none", lambda: 7)
    get_connection().send_messages([EmailMessage("Sign-in code", "123", None, ["a@example.org"])])
    assert [sent.subject for sent in mail.sent_mail(7)] == ["Sign-in code"]


def test_a_folder_that_is_there_and_empty_takes_mail(maildir: Path) -> None:
    """The launcher makes the folder, closed to others, before the first email."""
    maildir.mkdir(mode=0o700)
    mail.send(email(), authority=LARKSHIRE)
    assert [one.to for one in mail.sent_mail(7)] == ["maya@example.org"]
