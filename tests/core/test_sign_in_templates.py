"""The sign-in's pages and emails: every one of the package's templates
that a person can meet is ours, and each is sound.
"""

import re
from pathlib import Path
from typing import Any

import allauth
import pytest
from allauth.account.models import EmailAddress
from django.template.loader import get_template
from django.test import Client

from accounts.models import Authority, User
from core.forms.foreign import MESSAGES

PACKAGE = Path(allauth.__file__).parent / "templates"
OURS = Path(__file__).resolve().parents[2] / "templates"
# What no page of ours leads to: empty frames, accounts by phone or by oneself, the identity provider's own
# pages.
LEFT_ALONE = {
    *("phone_change.html", "phone_verification_sent.txt", "phone_verified.txt"),
    *("signup_by_passkey.html", "email_change.html", "download.txt"),
    # addresses are confirmed by a code, not by a link
    *("email_confirm.html", "verification_sent.html", "verified_email_required.html"),
}
FRAMES = {
    f"base{kind}.html"
    for kind in ("", "_entrance", "_manage", "_manage_email", "_manage_password", "_manage_phone")
}
#: What the package itself sends. Notices of changes are our own emails (accounts.emails), and nothing else is
#: switched on.
SENT_BY_THE_PACKAGE = re.compile(
    r".*/email/(base_message|(email_confirmation|login_code|password_reset_key"
    r"|unknown_account)(_signup)?_(message|subject))\.\w+"
)
FOLDERS = ("account", "mfa", "allauth/elements", "allauth/layouts")
NAMES = sorted(
    str(path.relative_to(PACKAGE))
    for folder in FOLDERS
    for path in (PACKAGE / folder).rglob("*.*")
    if path.name not in LEFT_ALONE | FRAMES
    and (path.parent.name != "email" or SENT_BY_THE_PACKAGE.fullmatch(str(path)))
)


@pytest.mark.parametrize("name", NAMES)
def test_each_template_of_the_package_is_ours(name: str) -> None:
    ours = [name, name.replace("_signup_", "_")]  # two emails are the same one under a second name
    assert any((OURS / each).exists() for each in ours), name


@pytest.mark.parametrize(
    "path", sorted(str(path.relative_to(OURS)) for path in OURS.rglob("*.*") if path.parts[-2] != "admin")
)
def test_each_template_of_ours_compiles(path: str) -> None:
    assert get_template(path)


@pytest.mark.parametrize("path", sorted(OURS.rglob("*.html")))
def test_no_template_needs_inline_script_or_style(path: Path) -> None:
    if "email" in path.parts or "mail" in path.parts or "pdf" in path.parts:
        return
    text = path.read_text()
    assert " style=" not in text
    assert " onclick=" not in text
    assert "<script>" not in text


@pytest.mark.parametrize("code", MESSAGES)
def test_each_message_replaces_one_that_the_package_has(code: str) -> None:
    from allauth.account.adapter import DefaultAccountAdapter
    from allauth.mfa.adapter import DefaultMFAAdapter

    known = {**DefaultAccountAdapter.error_messages, **DefaultMFAAdapter.error_messages}
    assert code in known


@pytest.mark.django_db
@pytest.mark.usefixtures("sample_pages")
def test_the_code_is_sent_in_plain_words(client: Client, mailoutbox: list[Any]) -> None:
    user = User.objects.create_user("mo@example.com", full_name="Mo Member")
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    client.post("/accounts/login/code/", {"email": user.email})
    email = mailoutbox[0]
    assert email.subject == "Your sign-in code (Early years collaborations)"
    assert "Enter this code on the page that asked for it" in email.body
    code = email.body.split("asked for it:")[1].split()[0]
    assert f">{code}</p>" in email.alternatives[0].content
    page = client.get("/accounts/login/code/confirm/").content.decode()
    assert "mo@example.com" in page
    assert client.post("/accounts/login/code/confirm/", {"code": code}).status_code == 302
    assert "Mo Member" in client.get("/signed-in/").content.decode()


@pytest.mark.django_db
@pytest.mark.usefixtures("sample_pages")
def test_an_email_of_an_authority_is_in_its_name_and_its_outbox(
    client: Client, mailoutbox: list[Any], as_owner: Any
) -> None:
    with as_owner():
        larkshire = Authority.objects.create(name="Larkshire", slug="larkshire")
    user = User.objects.create_user("mo@example.com", "correct horse battery", full_name="Mo Member")
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    client.post("/larkshire/accounts/password/reset/", {"email": user.email})
    email = mailoutbox[0]
    assert email.extra_headers["X-Authority"] == str(larkshire.pk)
    assert "Larkshire early years team" in email.body
    assert "/larkshire/accounts/password/reset/key/" in email.body
