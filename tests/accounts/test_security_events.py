"""Security events: one test an event, with its fields; no address in clear, in the table or in the log (A3)."""

from __future__ import annotations

import io
import json
import logging
import re
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import ProgrammingError, connection, transaction
from django.test import Client
from django.utils import timezone

from accounts.models import Authority, SecurityEvent, User
from accounts.rules import EventKind
from accounts.selectors import security_events_here
from accounts.services.life import lock_account
from accounts.services.limits import hashed
from accounts.services.people import register_person
from accounts.services.security import KEPT
from accounts.tasks import tidy_security
from core import malware
from core.logs import JsonFormatter
from core.scoping import authority_scope
from tests.accounts.test_limits import ATTACKER, PASSWORD, attack, sign_in, with_password

Browse = Callable[[User | None], Client]
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def lines() -> Iterator[Callable[[], list[dict[str, Any]]]]:
    """The lines of every logger, as production writes them."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(JsonFormatter())
    root = logging.getLogger()
    root.addHandler(handler)
    yield lambda: [json.loads(line) for line in stream.getvalue().splitlines()]
    root.removeHandler(handler)


@pytest.fixture
def cara(larkshire: Authority) -> User:
    return with_password(larkshire, "cara")


def the_event(kind: EventKind, lines: Any, **expected: Any) -> SecurityEvent:
    """The one event of a kind, with these fields; the log says the same, and no address in clear."""
    event = SecurityEvent.objects.get(kind=kind)
    for name, value in expected.items():
        assert getattr(event, name) == value, name
    line = next(line for line in lines() if line.get("event") == kind)
    assert line["logger"] == "eyc.security"
    told = (line["user"], line["client"], line["route"], line["authority"], line["address_hash"])
    assert told == (event.person_id, event.client, event.route, event.authority_id, event.address_hash)
    assert line["request_id"] == event.request_id != ""
    assert "@" not in json.dumps(lines())
    return event


def test_signed_in(larkshire: Authority, cara: User, lines: Any) -> None:
    sign_in(Client(), cara.email, where=ATTACKER)
    event = the_event(EventKind.SIGNED_IN, lines, person=cara, client=ATTACKER, authority=larkshire)
    assert event.route == "accounts/login/"
    assert event.address_hash == hashed(cara.email)


def test_signed_out(larkshire: Authority, cara: User, browse: Browse, lines: Any) -> None:
    browse(cara).post("/larkshire/accounts/logout/")
    the_event(EventKind.SIGNED_OUT, lines, person=cara, authority=larkshire)


def test_sign_in_failed(larkshire: Authority, cara: User, lines: Any) -> None:
    sign_in(Client(), "Cara@larkshire.example", "a wrong pass phrase", where=ATTACKER)
    event = the_event(EventKind.SIGN_IN_FAILED, lines, person=cara, client=ATTACKER)
    assert event.address_hash == hashed(cara.email)
    assert "wrong pass phrase" not in json.dumps(lines())


def test_sign_in_failed_at_another_address_of_the_person(
    larkshire: Authority, cara: User, lines: Any
) -> None:
    cara.emailaddress_set.create(email="cara@home.example", verified=True)
    cara.emailaddress_set.create(email="cara@claimed.example", verified=False)
    sign_in(Client(), "Cara@home.example", "a wrong pass phrase", where=ATTACKER)
    the_event(EventKind.SIGN_IN_FAILED, lines, person=cara, address_hash=hashed("cara@home.example"))
    sign_in(Client(), "cara@claimed.example", "a wrong pass phrase", where=ATTACKER)
    newest = SecurityEvent.objects.latest("pk")
    assert (newest.person_id, newest.address_hash) == (None, hashed("cara@claimed.example"))


def test_sign_in_failed_for_an_address_that_nobody_has(larkshire: Authority, lines: Any) -> None:
    sign_in(Client(), "nobody@larkshire.example", where=ATTACKER)
    the_event(EventKind.SIGN_IN_FAILED, lines, person=None, address_hash=hashed("nobody@larkshire.example"))


def test_code_failed(larkshire: Authority, cara: User, lines: Any) -> None:
    client = Client()
    client.post("/larkshire/accounts/login/code/", {"email": cara.email})
    client.post("/larkshire/accounts/login/code/confirm/", {"code": "wrong-1"})
    the_event(EventKind.CODE_FAILED, lines, person=cara)


def at_second_factor(person: User) -> Client:
    TOTP.activate(person, generate_totp_secret())
    RecoveryCodes.activate(person)
    client = Client()
    assert sign_in(client, person.email)["Location"].endswith("/accounts/2fa/authenticate/")
    return client


def test_factor_failed(larkshire: Authority, cara: User, lines: Any) -> None:
    client = at_second_factor(cara)
    client.post("/larkshire/accounts/2fa/authenticate/", {"code": "123456"}, REMOTE_ADDR=ATTACKER)
    the_event(EventKind.FACTOR_FAILED, lines, person=cara, client=ATTACKER)
    assert not SecurityEvent.objects.filter(kind=EventKind.SIGNED_IN).exists()


def test_a_second_factor_is_not_guessed_without_end(larkshire: Authority, cara: User) -> None:
    client = at_second_factor(cara)
    for _ in range(7):
        page = client.post("/larkshire/accounts/2fa/authenticate/", {"code": "123456"})
    assert "too many tries with a wrong code" in page.content.decode()
    assert SecurityEvent.objects.filter(kind=EventKind.FACTOR_FAILED).count() == 5
    codes = Authenticator.objects.get(user=cara, type=Authenticator.Type.RECOVERY_CODES)
    right = codes.wrap().get_unused_codes()[0]
    elsewhere = at_second_factor_again(cara)
    answer = elsewhere.post("/larkshire/accounts/2fa/authenticate/", {"code": right}, REMOTE_ADDR=ATTACKER)
    assert answer.status_code == 302, "another client is not slowed down"


def at_second_factor_again(person: User) -> Client:
    client = Client()
    sign_in(client, person.email, where=ATTACKER)
    return client


def test_limited(larkshire: Authority, cara: User, lines: Any) -> None:
    attack(cara.email, 6)
    event = the_event(EventKind.LIMITED, lines, client=ATTACKER, person=cara, route="accounts/login/")
    assert event.address_hash == hashed(cara.email)


def test_a_limit_met_before_the_page_is_looked_up_names_person_and_page(
    larkshire: Authority, cara: User, otto: User, browse: Browse, maya: User
) -> None:
    """Emails asked for; of somebody of another authority nothing is shown here."""
    for address in (cara.email, otto.email, "nobody@larkshire.example"):
        client = Client(REMOTE_ADDR=ATTACKER)
        while client.post("/larkshire/accounts/login/code/", {"email": address}).status_code != 429:
            pass
    limited = SecurityEvent.objects.filter(kind=EventKind.LIMITED).order_by("pk")
    assert {event.route for event in limited} == {"accounts/login/code/"}
    assert [event.person for event in limited] == [cara, otto, None]
    page = browse(maya).get("/larkshire/audit/security/", {"kind": "limited"}).content.decode()
    body = page.partition("<tbody")[2]
    assert body.count("Sign in: ask for a code by email") == 3
    assert (body.count(str(cara)), body.count(str(otto))) == (1, 0)


def test_the_first_page_has_a_name(larkshire: Authority, maya: User, amina: User, browse: Browse) -> None:
    with authority_scope(larkshire):
        lock_account(user=amina, by=maya, at=timezone.now(), reason="Asked to")
    assert browse(amina).get("/larkshire/").status_code == 403
    assert SecurityEvent.objects.get(kind=EventKind.FORBIDDEN).route == "/"
    page = browse(maya).get("/larkshire/audit/security/", {"kind": "forbidden"}).content.decode()
    assert "Home page" in page.partition("<tbody")[2]


def test_people_of_one_name_are_told_apart_by_their_addresses(
    larkshire: Authority, maya: User, browse: Browse
) -> None:
    with authority_scope(larkshire):
        for name in ("one", "two"):
            register_person(email=f"{name}@x.example", full_name="Ann Lee")
    page = browse(maya).get("/larkshire/audit/security/").content.decode()
    assert [f"Ann Lee ({name}@x.example)" in page for name in ("one", "two")] == [True, True]
    assert f"{maya} (" not in page


def test_forbidden(larkshire: Authority, amina: User, browse: Browse, lines: Any) -> None:
    assert browse(amina).get("/larkshire/audit/").status_code == 403
    the_event(EventKind.FORBIDDEN, lines, person=amina, authority=larkshire, route="audit/")


def test_not_found(larkshire: Authority, maya: User, browse: Browse, lines: Any) -> None:
    assert browse(maya).get("/larkshire/audit/987654/").status_code == 404
    the_event(EventKind.NOT_FOUND, lines, person=maya, authority=larkshire, route="audit/<int:pk>/")


def test_what_is_no_page_at_all_is_no_event(larkshire: Authority, maya: User, browse: Browse) -> None:
    browse(maya).get("/larkshire/no/such/page/")
    browse(None).get("/larkshire/audit/987654/")
    assert not SecurityEvent.objects.exclude(kind=EventKind.SIGNED_IN).exists()


def test_link_refused(larkshire: Authority, browse: Browse, lines: Any) -> None:
    address = "/larkshire/collaborations/ways-of-working/answer/1.1~forged-signature/"
    assert browse(None).get(address).status_code == 404
    event = the_event(EventKind.LINK_REFUSED, lines, person=None, authority=larkshire)
    assert event.route.endswith("answer/<str:token>/")


@pytest.mark.parametrize(
    "path",
    ["password/reset/key/1a-set-password/", "password/reset/key/1a-b0gus-0key/"],
)
def test_a_link_of_signing_in_that_opens_nothing_is_refused(
    path: str, larkshire: Authority, lines: Any
) -> None:
    Client().get(f"/larkshire/accounts/{path}", follow=True)
    event = the_event(EventKind.LINK_REFUSED, lines, person=None, authority=larkshire)
    assert "<" in event.route or "(?P" in event.route


def test_a_passkey_that_does_not_fit_is_a_failed_factor(larkshire: Authority, cara: User, lines: Any) -> None:
    client = at_second_factor(cara)
    client.get("/larkshire/accounts/2fa/authenticate/")
    client.post("/larkshire/accounts/2fa/authenticate/", {"credential": '{"id": "x"}'})
    the_event(EventKind.FACTOR_FAILED, lines, person=cara)
    Client().post("/larkshire/accounts/2fa/webauthn/login/", {"credential": '{"id": "x"}'})
    assert SecurityEvent.objects.filter(kind=EventKind.FACTOR_FAILED, person=None).count() == 1


def test_an_error_of_the_identity_provider_is_a_failed_sign_in(larkshire: Authority, rf: Any) -> None:
    from accounts.adapters import SocialAccountAdapter

    request = rf.get("/")
    request.security_events = []
    SocialAccountAdapter().on_authentication_error(request, provider=None, error="denied")
    assert [event.kind for event in request.security_events] == [EventKind.SIGN_IN_FAILED]


def test_form_refused(larkshire: Authority, cara: User, lines: Any) -> None:
    client = Client(enforce_csrf_checks=True)
    assert client.post("/larkshire/accounts/login/", {"login": cara.email}).status_code == 403
    the_event(EventKind.FORM_REFUSED, lines, route="accounts/login/")


def test_host_refused(larkshire: Authority, lines: Any) -> None:
    Client().get("/larkshire/accounts/login/", headers={"host": "secret-name.example"})
    the_event(EventKind.HOST_REFUSED, lines)
    assert "secret-name" not in json.dumps(lines())


@pytest.mark.parametrize(
    "path", ["collaborations/import/new/", "ofsted/files/new/", "collaborations/map/outlines/"]
)
def test_malware_found(
    path: str,
    larkshire: Authority,
    maya: User,
    browse: Browse,
    lines: Any,
    settings: Any,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The event outlives the refusal, which undoes what the page wrote; a manager reads it in words."""
    settings.CLAMAV_SOCKET = ("tcp", "127.0.0.1", 1)
    monkeypatch.setattr(malware, "_ask", lambda address, file: b"stream: Eicar FOUND\0")
    client = browse(maya)
    file = SimpleUploadedFile("list.csv", b"Ofsted URN,Collaboration\n123456,Brook Hub\n")
    form = {
        "file": file,
        "listed_on_0": "1",
        "listed_on_1": "6",
        "listed_on_2": "2026",
        "attribution": "Source: x",
    }
    page = client.post(f"/larkshire/{path}", form, REMOTE_ADDR=ATTACKER)
    assert "the virus scanner found something harmful in it" in page.content.decode()
    the_event(EventKind.MALWARE_FOUND, lines, person=maya, authority=larkshire, client=ATTACKER, route=path)
    listed = client.get("/larkshire/audit/security/", {"kind": "malware_found"}).content.decode()
    assert "Uploaded a file with something harmful in it" in listed.partition("<tbody")[2]


def test_every_event_has_its_test() -> None:
    names = {name.removeprefix("test_") for name in globals() if name.startswith("test_")}
    assert {kind.value for kind in EventKind} <= names


def test_an_event_outlives_what_its_page_undoes(larkshire: Authority, amina: User, browse: Browse) -> None:
    with transaction.atomic():
        browse(amina).post("/larkshire/audit/")
    assert SecurityEvent.objects.filter(person=amina, kind=EventKind.FORBIDDEN).exists()


def test_the_log_names_who_asked_and_from_where(
    larkshire: Authority, maya: User, browse: Browse, lines: Any
) -> None:
    browse(maya).get("/larkshire/audit/", REMOTE_ADDR=ATTACKER)
    line = next(line for line in lines() if line["logger"] == "eyc.request")
    assert (line["user"], line["client"], line["route"]) == (maya.pk, ATTACKER, "audit/")


def test_events_are_insert_only(larkshire: Authority, cara: User) -> None:
    sign_in(Client(), cara.email)
    with pytest.raises(ProgrammingError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE accounts_securityevent SET client = NULL")
    before = SecurityEvent.objects.count()
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM accounts_securityevent")
        assert (cursor.rowcount, SecurityEvent.objects.count()) == (0, before)


@pytest.mark.parametrize(("age", "left"), [(KEPT - timedelta(hours=1), 1), (KEPT + timedelta(hours=1), 0)])
def test_the_database_and_the_timetable_say_the_same_age(age: timedelta, left: int) -> None:
    SecurityEvent.objects.create(at=timezone.now() - age, kind=EventKind.SIGNED_IN)
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM accounts_securityevent")
    assert SecurityEvent.objects.count() == left


def test_the_timetable_removes_what_is_past_its_retention(larkshire: Authority) -> None:
    now = timezone.now()
    for days in (1, 380, 420):
        SecurityEvent.objects.create(at=now - timedelta(days=days), kind=EventKind.SIGNED_IN)
    tidy_security()
    assert sorted((now - event.at).days for event in SecurityEvent.objects.all()) == [1, 380]


def test_a_manager_sees_only_their_own_people(
    larkshire: Authority,
    marlshire: Authority,
    maya: User,
    otto: User,
    nadia: User,
    cara: User,
    browse: Browse,
) -> None:
    both = with_password(larkshire, "bea")
    from accounts.models import Affiliation

    Affiliation.objects.create(user=both, authority=marlshire)
    otto.set_password(PASSWORD)
    otto.save()
    sign_in(Client(), otto.email, "a wrong pass phrase")  # at Larkshire's page
    Client().post("/accounts/login/", {"login": cara.email, "password": "wrong"})  # at the platform's
    Client().post("/accounts/login/", {"login": otto.email, "password": "wrong"})
    Client().post("/marlshire/accounts/login/", {"login": both.email, "password": "wrong"})
    with authority_scope(larkshire):
        seen = [
            (event.person if event.person_here else None, event.authority) for event in security_events_here()
        ]
    assert sorted(seen, key=str) == sorted([(None, larkshire), (cara, None)], key=str)
    page = browse(maya).get("/larkshire/audit/security/").content.decode()
    assert "Wrong password" in page
    assert "Cara" in page
    assert "Otto" not in page
    assert str(otto.pk) not in re.findall(r'<option value="(\d+)"', page)
    for manager in (maya, nadia):
        client = browse(manager)
        slug = "larkshire" if manager is maya else "marlshire"
        assert (
            client.get(f"/{slug}/audit/security/", {"person": otto.pk, "kind": "sign_in_failed"}).status_code
            == 200
        )
    assert "Otto" in browse(nadia).get("/marlshire/audit/security/").content.decode()


def test_the_list_is_filtered_and_exported(
    larkshire: Authority, maya: User, cara: User, browse: Browse
) -> None:
    sign_in(Client(), cara.email, "a wrong pass phrase", where=ATTACKER)
    client = browse(maya)
    page = client.get(
        "/larkshire/audit/security/", {"kind": "sign_in_failed", "person": cara.pk}
    ).content.decode()
    assert ATTACKER in page
    assert "/larkshire/files/exports/security_events/" in page
    nothing = client.get("/larkshire/audit/security/", {"kind": "signed_out"}).content.decode()
    assert "Nothing matches these filters" in nothing
    assert "/larkshire/audit/security/" in client.get("/larkshire/audit/").content.decode()


def test_a_database_that_does_not_answer_loses_the_row_and_not_the_page(
    larkshire: Authority, cara: User, monkeypatch: pytest.MonkeyPatch, lines: Any
) -> None:
    from django.db import OperationalError

    def away(*args: Any, **kwargs: Any) -> None:
        raise OperationalError("away")

    monkeypatch.setattr(SecurityEvent.objects, "bulk_create", away)
    assert sign_in(Client(), cara.email).status_code == 302
    assert any(line.get("event") == "signed_in" for line in lines())
