"""Addresses: made absolute from the base address, and answered rather than raised when they cannot be read."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core import mail
from django.http import HttpResponse, HttpResponseRedirect
from django.test import Client, RequestFactory
from hypothesis import given
from hypothesis import strategies as st

from accounts.models import Authority, User
from core.addresses import BaseAddressMiddleware, is_our_own, parsed, safe_next

Browse = Callable[[User | None], Client]
BASE = "http://localhost:8000"
OURS = ["/larkshire/", "/larkshire/audit/?by=1&page=2", "?page=2", f"{BASE}/larkshire/", "/a//b", "/é/?q=ł"]
FOREIGN = [
    "",
    "https://elsewhere.example/x",
    "//elsewhere.example/x",
    "///elsewhere.example/x",
    "/\\elsewhere.example/x",
    "\\\\elsewhere.example/x",
    "http:\\\\elsewhere.example",
    "/\t/elsewhere.example/x",
    "/\n/elsewhere.example",
    " //elsewhere.example",
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java\tscript:alert(1)",
    "data:text/html,x",
    "http://[x",
    "//[",
    "http://]",
    "http://localhost:99999/",
    "http://localhost:port/",
    "http://localhost/x",  # another port
    "http://localhost:8001/x",
    "https://localhost:8000/x",
    "http://localhost:8000@elsewhere.example/",
    "http://anybody:secret@localhost:8000/",
    "http://localhost:8000.elsewhere.example/",
    "http://ⓛocalhost.example/",
    "http://elsewhere。example/",
    "http:elsewhere.example",
    "http:///elsewhere.example",
    "/\u202elarkshire/",
    "/x\x00y",
    "/" + "x" * 3000,
]
SIGN_IN_PAGES = ["/larkshire/accounts/login/", "/larkshire/accounts/login/code/", "/accounts/login/"]


@pytest.mark.parametrize("target", OURS)
def test_an_address_of_this_service_is_ours(target: str) -> None:
    assert is_our_own(target)


@pytest.mark.parametrize("target", FOREIGN)
def test_any_other_is_not(target: str, rf: RequestFactory) -> None:
    assert not is_our_own(target)
    assert safe_next(rf.get("/"), target) == ""


@pytest.mark.parametrize(
    ("target", "local"),
    [
        ("/larkshire/?a=b#c", "/larkshire/?a=b"),
        (f"{BASE}/larkshire/", "/larkshire/"),
        ("http://testserver/larkshire/?x=1", "/larkshire/?x=1"),
        ("http://testserver", "/"),
        ("http://testserver//elsewhere.example/", ""),
        (f"{BASE}//elsewhere.example/", ""),
        ("larkshire/", ""),
        (None, ""),
    ],
)
def test_where_next_leads(target: str | None, local: str, rf: RequestFactory) -> None:
    assert safe_next(rf.get("/"), target) == local


@given(st.text() | st.text(alphabet="/\\:@[]?#.htps lochs80\t\n"))
def test_no_address_raises_or_leads_away(target: str) -> None:
    local = safe_next(RequestFactory().get("/"), target)
    assert local == "" or re.match(r"/(?![/\\])", local)
    parts = parsed(target)
    assert parts is None or not is_our_own(target) or parts.netloc in ("", "localhost:8000")


@pytest.mark.django_db
@pytest.mark.parametrize("path", SIGN_IN_PAGES)
def test_next_leads_nowhere_else_from_a_sign_in_page(
    path: str, larkshire: Authority, amina: User, browse: Browse
) -> None:
    amina.set_password("a long pass phrase")
    amina.save()
    for target in FOREIGN:
        for client in (browse(None), browse(amina)):
            response = client.get(path, {"next": target})
            if "\x00" in target:  # nobody stores it, so nobody is asked (core.unstorable)
                assert response.status_code == 400
                continue
            assert response.status_code in (200, 302), target
            assert "elsewhere" not in response.get("Location", ""), target
            if response.status_code == 302:
                assert re.match(r"/(?![/\\])", response["Location"]), target
        sent = {"login": amina.email, "email": amina.email, "password": "a wrong pass phrase"}
        response = browse(None).post(path, {**sent, "next": target})
        assert response.status_code < 500, target
        assert "elsewhere" not in response.get("Location", ""), target


@pytest.mark.django_db
@pytest.mark.parametrize("target", FOREIGN)
def test_who_signs_in_with_a_foreign_next_comes_home(
    target: str, larkshire: Authority, browse: Browse
) -> None:
    from accounts.services.people import register_person
    from core.scoping import authority_scope

    with authority_scope(larkshire):
        person = register_person(email="cara@larkshire.example", full_name="Cara Finch")
    person.set_password("a long pass phrase")
    person.save()
    person.emailaddress_set.update_or_create(email=person.email, defaults={"verified": True, "primary": True})
    client = browse(None)
    response = client.post(
        "/larkshire/accounts/login/",
        {"login": person.email, "password": "a long pass phrase", "next": target},
    )
    if "\x00" in target:
        assert response.status_code == 400
        return
    assert (response.status_code, response["Location"]) == (302, "/larkshire/")


@pytest.mark.django_db
@pytest.mark.parametrize("host", ["localhost", "localhost:1234", "127.0.0.1", "testserver:99"])
@pytest.mark.parametrize("path", ["password/reset/", "login/code/"])
def test_an_email_leads_to_the_base_address_whatever_host_was_asked(
    host: str, path: str, larkshire: Authority, amina: User, browse: Browse
) -> None:
    for address in (amina.email, "nobody@larkshire.example"):
        browse(None).post(f"/larkshire/accounts/{path}", {"email": address}, headers={"host": host})
    assert mail.outbox
    for message in mail.outbox:
        texts = [str(message.body), *(str(part[0]) for part in getattr(message, "alternatives", []))]
        hosts = {found for text in texts for found in re.findall(r"https?://([^/\s\"<]+)", text)}
        assert hosts <= {"localhost:8000", "www.w3.org"}, hosts


@pytest.mark.django_db
@pytest.mark.parametrize(
    "host", ["elsewhere.example", "localhost.elsewhere.example", "[", "x y", "local_host"]
)
def test_a_foreign_host_is_refused(host: str, larkshire: Authority, browse: Browse) -> None:
    for path in ("/", "/larkshire/accounts/login/"):
        assert browse(None).get(path, headers={"host": host}).status_code == 400
    answer = browse(None).post(
        "/larkshire/accounts/password/reset/", {"email": "a@b.example"}, headers={"host": host}
    )
    assert answer.status_code == 400
    assert not mail.outbox


def test_whatever_makes_an_address_absolute_starts_from_the_base_address(rf: RequestFactory) -> None:
    request = rf.get("/larkshire/accounts/?x=1", headers={"host": "localhost:99"})
    BaseAddressMiddleware(lambda _: HttpResponse())(request)
    assert request.build_absolute_uri() == f"{BASE}/larkshire/accounts/?x=1"
    assert request.build_absolute_uri("/larkshire/é/") == f"{BASE}/larkshire/%C3%A9/"
    assert request.build_absolute_uri("next/") == f"{BASE}/larkshire/accounts/next/"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("/larkshire", "/larkshire/"),
        ("/LARKSHIRE", "/larkshire/"),
        ("/LARKSHIRE/", "/larkshire/"),
        ("/Larkshire/public/?q=a%20b&page=2", "/larkshire/public/?q=a%20b&page=2"),
        ("/Larkshire/%C3%A9/", "/larkshire/%C3%A9/"),
        ("/Larkshire//elsewhere.example/", "/larkshire//elsewhere.example/"),
    ],
)
def test_an_address_typed_on_a_telephone_is_found(
    typed: str, meant: str, larkshire: Authority, browse: Browse
) -> None:
    for ask in (browse(None).get, browse(None).head):
        response = ask(typed)
        assert (response.status_code, response["Location"]) == (301, meant)


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/nowhere", "/Nowhere/", "/Health", "/lark shire/", "/l\u0131rkshire/"])
def test_nobody_is_led_to_what_is_not_there(path: str, larkshire: Authority, browse: Browse) -> None:
    assert browse(None).get(path).status_code in (301, 404)
    assert "larkshire" not in browse(None).get(path).get("Location", "")


@pytest.mark.django_db
def test_what_is_sent_is_not_led_on(larkshire: Authority, browse: Browse) -> None:
    assert browse(None).post("/LARKSHIRE/accounts/login/", {}).status_code == 404


@pytest.mark.django_db
def test_an_authority_out_of_use_is_not_found_by_its_typed_address(
    larkshire: Authority, browse: Browse
) -> None:
    Authority.objects.filter(pk=larkshire.pk).update(is_active=False)
    assert browse(None).get("/Larkshire/").status_code == 404


#: Where the parts of an address may be taken apart, each with its reason.
PARSERS = {
    "core/addresses.py": "the one place",
    "config/environment.py": "the operator's own settings, refused in words as the process starts",
}
FORBIDDEN = re.compile(r"\b(urlsplit|urlparse|url_has_allowed_host_and_scheme|build_absolute_uri|get_host)\b")


def test_addresses_are_parsed_in_one_module() -> None:
    root = Path(settings.BASE_DIR)
    files = [file for app in (*settings.OUR_APPS, "config") for file in (root / app).rglob("*.py")]
    users = {str(file.relative_to(root)) for file in files if FORBIDDEN.search(file.read_text())}
    assert users == set(PARSERS)


def test_the_base_address_is_read_in_one_module() -> None:
    root = Path(settings.BASE_DIR)
    files = [file for app in settings.OUR_APPS for file in (root / app).rglob("*.py")]
    users = {str(file.relative_to(root)) for file in files if "settings.BASE_URL" in file.read_text()}
    assert users == {"core/addresses.py"}


def leaving(rf: RequestFactory, view_name: str, target: str, settings: Any, apps: list[Any]) -> HttpResponse:
    from types import SimpleNamespace

    from core.security import SecurityHeadersMiddleware

    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": apps}}
    request = rf.post("/")
    request.resolver_match = SimpleNamespace(view_name=view_name)  # type: ignore[assignment]
    return SecurityHeadersMiddleware(lambda _: HttpResponseRedirect(target))(request)  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("view_name", "target", "apps", "status"),
    [
        ("openid_connect_login", "https://identity.example/authorize?x=1", [{"provider_id": "council"}], 200),
        ("openid_connect_login", "https://identity.example/authorize?x=1", [], 302),
        ("account_login", "https://identity.example/authorize?x=1", [{"provider_id": "council"}], 302),
        ("account_login", "http://localhost/x", [{"provider_id": "council"}], 302),
        ("account_login", "//elsewhere.example/x", [{"provider_id": "council"}], 302),
    ],
)
def test_only_the_sign_in_of_the_identity_provider_leaves(
    view_name: str, target: str, apps: list[Any], status: int, rf: RequestFactory, settings: Any
) -> None:
    response = leaving(rf, view_name, target, settings, apps)
    assert response.status_code == status
    if status == 302:
        assert response["Location"] == "/"
