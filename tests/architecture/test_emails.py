"""Every kind of email has a name of its app, both templates and a sender, and is rendered and sent here."""

from __future__ import annotations

import ast
import dataclasses
import json
import re
import time
from pathlib import Path
from typing import Any

import allauth
import pytest
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.test import Client

from accounts.adapters import AccountAdapter
from accounts.emails.account import NOTICES, AccountChanged
from accounts.emails.bases import named_by_authority
from accounts.models import AccountNotice, Authority, User
from accounts.services.people import register_person
from core.emails import Email, check_email_kinds, email_kind, email_kinds
from core.scoping import NoAuthorityInScope, authority_scope
from documents.services.outbox import send_email, send_email_now
from leadership.emails.cases import CaseAssigned
from tests.cast import sign_in
from tests.email_examples import AT, examples_of
from tests.factories.groups import Group
from tests.staging import staged

ROOT = Path(settings.BASE_DIR)


def our_kinds() -> dict[str, type[Email[Any]]]:
    """Without those that tests define."""
    return {name: kind for name, kind in email_kinds().items() if not kind.__module__.startswith("tests.")}


def names_used_by_services() -> set[str]:
    files = [file for app in settings.OUR_APPS for file in (ROOT / app).rglob("*.py")]
    services = [file for file in files if file.name == "services.py" or "services" in file.parts]
    trees = [ast.parse(file.read_text()) for file in services]
    return {node.id for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Name)}


# --- the registry ------------------------------------------------------------------------------------------


def test_a_kind_is_called_after_its_app_and_stands_in_its_emails() -> None:
    assert [name for name in our_kinds() if not re.fullmatch(r"[a-z_]+\.[a-z_]+", name)] == []
    modules = {name: f"{name.partition('.')[0]}.emails" for name in our_kinds()}
    elsewhere = {
        name: kind.__module__
        for name, kind in our_kinds().items()
        if not f"{kind.__module__}.".startswith(f"{modules[name]}.")
    }
    assert elsewhere == {}


def test_every_module_with_kinds_is_imported_at_the_start() -> None:
    """A kind that is known by chance alone, because something else imports it, would wait for ever elsewhere."""
    forgotten = [
        str(file.relative_to(ROOT))
        for app in settings.OUR_APPS
        for file in (ROOT / app / "emails").glob("*.py")
        if "@email_kind(" in file.read_text()
        and not re.search(rf"\b{file.stem}\b", (file.parent / "__init__.py").read_text())
    ]
    assert forgotten == []


def test_a_kind_has_a_template() -> None:
    assert check_email_kinds() == []


def test_a_missing_template_is_an_error_at_the_start(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(CaseAssigned, "template", "leadership/nowhere")
    assert [(error.obj, error.id) for error in check_email_kinds()] == [(CaseAssigned, "emails.E001")]


def test_two_kinds_of_one_name_are_an_error() -> None:
    with pytest.raises(ImproperlyConfigured, match=r"email are called leadership\.case_assigned"):
        email_kind(CaseAssigned.name)(type("Another", (CaseAssigned,), {}))
    assert email_kinds()[CaseAssigned.name] is CaseAssigned


def test_every_kind_is_sent_by_a_service() -> None:
    used = names_used_by_services()
    assert [name for name, kind in our_kinds().items() if kind.__name__ not in used] == []


def test_what_travels_is_whole_numbers_and_text() -> None:
    fields = {
        f"{name}.{field}": kind
        for name, emails in our_kinds().items()
        for field, kind in _fields(emails).items()
        if kind not in ("int", "str")
    }
    assert fields == {}


def _fields(kind: type[Email[Any]]) -> dict[str, str]:
    return {field.name: str(field.type) for field in dataclasses.fields(kind)}


# --- one example of each kind, sent ------------------------------------------------------------------------


@staged
def examples(larkshire: Authority, led: Group, amina: User) -> dict[str, Email[Any]]:
    """An email of each kind that is true at the moment, by the name of the kind."""
    with authority_scope(larkshire):
        return examples_of(led, amina)


def test_every_kind_has_an_example(examples: dict[str, Email[Any]]) -> None:
    assert set(examples) == set(our_kinds())


@pytest.mark.parametrize("name", sorted(our_kinds()))
def test_it_is_rendered_and_sent_twice_it_is_one_in_the_mailbox(
    name: str, examples: dict[str, Email[Any]], larkshire: Authority, mailoutbox: list[Any]
) -> None:
    ids = json.loads(json.dumps(examples[name].ids))
    with authority_scope(larkshire):
        first, again = (send_email_now(kind=name, ids=ids, at=AT) for _twice in range(2))
    assert first == again == len(mailoutbox) / 2 > 0
    assert len({email.extra_headers["Message-ID"] for email in mailoutbox}) == first
    assert [email.body for email in mailoutbox[:first]] == [email.body for email in mailoutbox[first:]]
    for email in mailoutbox:
        html = email.alternatives[0][0]
        assert email.extra_headers["X-Authority"] == str(larkshire.pk)
        assert email.subject
        assert f"/{larkshire.slug}/" in email.body
        assert not re.search(r"{[{%]", email.body + html)
        assert not [address for address in re.findall(r"https?://\S+", email.body) if address not in html]


@pytest.mark.parametrize("name", sorted(our_kinds()))
def test_another_authority_cannot_send_it(
    name: str,
    examples: dict[str, Email[Any]],
    marlshire: Authority,
    mailoutbox: list[Any],
) -> None:
    with authority_scope(marlshire):
        assert send_email_now(kind=name, ids=examples[name].ids, at=AT) == 0
    assert mailoutbox == []


def test_nobodys_email_can_neither_be_asked_for_nor_sent(examples: dict[str, Email[Any]]) -> None:
    email = examples[CaseAssigned.name]
    with pytest.raises(NoAuthorityInScope):
        send_email(email)
    with pytest.raises(NoAuthorityInScope):
        send_email_now(kind=email.name, ids=email.ids, at=AT)


# --- no email template that nobody sends (F8) ---------------------------------------------------------------

TEMPLATES = ROOT / "templates"
#: Emails of signing in itself: a code or a link that somebody waits for, sent at once by allauth.
SIGN_IN_EMAILS = {
    "login_code": lambda client, user: client.post("/larkshire/accounts/login/code/", {"email": user.email}),
    "password_reset_key": lambda client, user: client.post(
        "/larkshire/accounts/password/reset/", {"email": user.email}
    ),
    "unknown_account": lambda client, user: client.post(
        "/larkshire/accounts/login/code/", {"email": "nobody@larkshire.example"}
    ),
    "email_confirmation": lambda client, user: client.post(
        "/larkshire/accounts/email/", {"action_add": "", "email": "second@larkshire.example"}
    ),
}


def names_in(folder: Path) -> set[str]:
    """What is sent from a folder: a subject each, where allauth sends it."""
    return {path.name.removesuffix("_subject.txt") for path in folder.rglob("*_subject.txt")}


def test_every_email_template_is_sent_by_a_test() -> None:
    """Ours have a kind each, and each kind an example; allauth's are in the table above, and nowhere else."""
    kinds = {kind.template for kind in our_kinds().values()}
    mail = TEMPLATES / "mail"
    files = {str(path.relative_to(mail).with_suffix("")) for path in mail.rglob("*.*")}
    assert files - {"base"} == kinds
    assert names_in(TEMPLATES / "account/email") == set(SIGN_IN_EMAILS)
    folders = {path.parent for path in TEMPLATES.rglob("*_subject.txt")}
    assert folders == {TEMPLATES / "account/email"}


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("name", SIGN_IN_EMAILS)
def test_an_email_of_signing_in_is_sent(
    name: str, larkshire: Authority, sam: User, monkeypatch: pytest.MonkeyPatch, mailoutbox: list[Any]
) -> None:
    with authority_scope(larkshire):
        register_person(email="taken@larkshire.example", full_name="Tia Ken")
    client = Client()
    if name == "email_confirmation":
        Authenticator.objects.filter(user=sam).delete()
        sign_in(client, sam)
        session = client.session
        record = {"method": "mfa", "at": time.time(), "reauthenticated": True}
        session["account_authentication_methods"] = [record]
        session.save()
    sent: list[str] = []
    send_mail = AccountAdapter.send_mail

    def watched(adapter: Any, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        sent.append(template_prefix)
        send_mail(adapter, template_prefix, email, context)

    monkeypatch.setattr(AccountAdapter, "send_mail", watched)
    answer = SIGN_IN_EMAILS[name](client, sam)
    assert answer.status_code == 302, answer.content.decode()
    assert f"account/email/{name}" in {
        prefix.removesuffix("_signup") for prefix in sent
    }  # one under two names
    assert mailoutbox


@pytest.mark.parametrize("kind", NOTICES)
def test_every_notice_is_said_in_words(
    kind: str, larkshire: Authority, sam: User, mailoutbox: list[Any]
) -> None:
    with authority_scope(larkshire):
        notice = AccountNotice.objects.create(
            user=sam, kind=kind, email=sam.email, at=AT, detail="new@b.example"
        )
        send_email_now(kind=AccountChanged.name, ids={"notice_id": notice.pk}, at=AT)
    words = NOTICES[kind]
    when = f"{words.subject} on 21 November"
    assert mailoutbox[0].subject == named_by_authority(when, larkshire)
    assert words.sentence % {"detail": "new@b.example"} in mailoutbox[0].body
    assert "This was done on 21 November 2026 at 10am" in mailoutbox[0].body
    assert ("If it was not you" in mailoutbox[0].body) is not words.by_others


def test_no_notice_is_asked_for_that_has_no_words() -> None:
    """What allauth sends by ``send_notification_mail``, and what our own code tells."""
    package = Path(allauth.__file__).parent
    sent = {
        match
        for path in package.rglob("*.py")
        if "tests" not in path.parts
        for match in re.findall(r'"(?:account|socialaccount)/email/(\w+)"', path.read_text())
        if "send_notification_mail" in path.read_text()
    }
    ours = {
        match
        for app in settings.OUR_APPS
        for path in (ROOT / app).rglob("*.py")
        for match in re.findall(r'tell_of_account\([^)]*kind="(\w+)"', path.read_text())
    }
    told_otherwise = {"email_confirmation_signup", "account_already_exists", *SIGN_IN_EMAILS}
    assert (sent - told_otherwise) | ours <= set(NOTICES)
    factors = {f"{factor}_{change}" for factor in ("totp", "webauthn") for change in ("added", "removed")}
    assert set(NOTICES) - ours - sent == factors | {"recovery_codes_added"}
