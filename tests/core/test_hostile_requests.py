"""Requests that nobody's browser sends: every one is answered, in words, and none is an error of ours."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from accounts.models import Authority, User

Browse = Callable[[User | None], Client]
pytestmark = pytest.mark.django_db

#: Lists with filters, sorting, pages and a search; and pages of forms.
LISTS = (
    "collaborations/",
    "collaborations/vacancies/",
    "collaborations/settings-without/",
    "audit/",
    "audit/security/",
    "ofsted/files/",
    "collaborations/import/",
    "admin/accounts/user/",
)
FORMS = ("collaborations/start/", "accounts/login/", "collaborations/import/new/", "ofsted/files/new/")
LONG = "x" * 20_000
HEADERS: dict[str, dict[str, str]] = {
    "languages": {"Accept-Language": "a," * 3000 + ";q=x"},
    "odd languages": {"Accept-Language": "../../etc/passwd;q=nan"},
    "accept": {"Accept": "*/*;q=1e999, \x7f"},
    "accept-encoding": {"Accept-Encoding": "gzip;q=-1, br;q=9, *;q=x" * 50},
    "range": {"Range": "bytes=0-1,5-,-0,99999999999999999999-"},
    "if-modified-since": {"If-Modified-Since": "Fri, 99 Foo 99999 99:99:99 GMT"},
    "if-unmodified-since": {"If-Unmodified-Since": "\u00e9" * 100},
    "if-none-match": {"If-None-Match": 'W/"' + LONG},
    "referer": {"Referer": "http://[::1"},
    "long referer": {"Referer": f"http://localhost:8000/{LONG}"},
    "origin": {"Origin": "null"},
    "agent": {"User-Agent": "\x1b[31m" + "A" * 9000},
    "htmx address": {"HX-Request": "true", "HX-Current-URL": "javascript:alert(1)//["},
    "htmx target": {"HX-Request": "true", "HX-Target": '"><script>alert(1)</script>', "HX-Trigger": "x'"},
    "prefetch": {"Sec-Fetch-Mode": "x", "Sec-Fetch-Site": "cross-site", "Sec-Purpose": "prefetch"},
    "json": {"Content-Type": "application/json", "X-Requested-With": "XMLHttpRequest"},
    "utf-7": {"Content-Type": "text/html; charset=utf-7"},
    "no such charset": {"Content-Type": "application/x-www-form-urlencoded; charset=klingon"},
    "authorization": {"Authorization": "Basic ////:::" + "\u00ff" * 10},
    "session": {"Cookie": f"{settings.SESSION_COOKIE_NAME}={LONG}"},
    "odd session": {
        "Cookie": f'{settings.SESSION_COOKIE_NAME}="../../x\\000"; csrftoken=\u00e9; messages=W1sx'
    },
    "many cookies": {"Cookie": "; ".join(f"c{number}=1" for number in range(500))},
    "cookies": {"Cookie": ";;=;=x;a=b=c;\x01=\x02; device=eyJ; language=../../x"},
}
QUERIES = [
    "page=0",
    "page=-1",
    "page=1e9",
    "page=99999999999999999999",
    "page=%EF%BC%92",
    "page=%C2%B2",
    "page=last",
    "page=",
    "sort=%27",
    "sort=--name",
    "sort=password",
    "sort=user__password",
    "sort=%F0%9F%92%A9",
    "o=-99.x.1",
    "per_page=1000000",
    f"q={LONG[:5000]}",
    "q=%FF%FE",
    "q=%ED%A0%80",
    "q=%25%5F%5C",
    "q=%F0%9F%98%80",
    "q=%E2%80%AE",
    "q=a&q=b&q=c",
    "q[]=x&q[0]=y",
    "from=0000-00-00&to=9999-99-99",
    "from_0=31&from_1=02&from_2=2026",
    "from_0=%C2%B2&from_1=1&from_2=2026",
    "kind=%27%20OR%201%3D1",
    "person=999999999999999999999999",
    "person=-1",
    "person=1.5",
    "person=0x10",
    "person=%D9%A1",
    "state=x" * 50,
    "&".join(["a=1"] * 2000),
    "=",
    "&&&&",
    "%",
    "%zz",
    "a" * 8000,
    "_popup=1&_to_field=password",
    "authority=1&authority_id=2",
    "e=1",
    "all=",
]
NUMBERS = [
    "0",
    "-1",
    "1e3",
    "²",
    "１",
    "٣",
    "1.0",
    " 1 ",
    "\u00a01",
    "9" * 30,
    "0x1",
    "١٢",
    "NaN",
    "inf",
    "1\u200b",
    "½",
    "",
    "1;2",
    "+1",
]


@pytest.mark.parametrize("name", HEADERS)
def test_headers(larkshire: Authority, maya: User, browse: Browse, name: str) -> None:
    headers = {key: value.encode("utf-8").decode("latin-1") for key, value in HEADERS[name].items()}
    kind = headers.pop("Content-Type", None)
    for client in (browse(maya), browse(None)):
        cookies = headers.get("Cookie")
        if cookies is not None and client.cookies:
            client.cookies.clear()
        for path in ("", "accounts/login/", "collaborations/", "public/"):
            sent: dict[str, Any] = {"HTTP_COOKIE": cookies} if cookies is not None else {}
            others = {key: value for key, value in headers.items() if key != "Cookie"}
            answer = client.get(f"/larkshire/{path}", headers=others, **sent)
            assert answer.status_code < 500, path
            assert b"<script>alert(1)" not in answer.content
            if kind is not None:
                answer = client.generic("POST", f"/larkshire/{path}", b"{\xff", kind, headers=others, **sent)
                assert answer.status_code < 500, path


@pytest.mark.parametrize("path", LISTS)
@pytest.mark.parametrize("headers", [{}, {"HX-Request": "true"}], ids=["page", "part of it"])
def test_queries(
    larkshire: Authority, maya: User, browse: Browse, path: str, headers: dict[str, str]
) -> None:
    client = browse(maya)
    assert client.get(f"/larkshire/{path}").status_code == 200
    for query in QUERIES:
        assert client.get(f"/larkshire/{path}?{query}", headers=headers).status_code < 500, query


@pytest.mark.parametrize("value", NUMBERS)
def test_days(larkshire: Authority, amina: User, browse: Browse, value: str) -> None:
    """In each part of a day; a digit of another script is a digit or refused, never an error."""
    client = browse(amina)
    day = {"started_on_day": "1", "started_on_month": "9", "started_on_year": "2025"}
    for part in day:
        form = {"state": "active", "name": "Brook", "kind": "collaboration", **day, part: value}
        answer = client.post("/larkshire/collaborations/start/", form)
        assert answer.status_code in (200, 302), part


BODIES: dict[str, tuple[bytes, str]] = {
    "no boundary": (b"--x\r\n\r\n", "multipart/form-data"),
    "an empty boundary": (b"--\r\n\r\n", "multipart/form-data; boundary="),
    "a long boundary": (b"--x", "multipart/form-data; boundary=" + "x" * 5000),
    "an odd boundary": (b"--x", 'multipart/form-data; boundary="\xe9\x01"'),
    "no end": (b"--x\r\nContent-Disposition: form-data; name=a\r\n\r\nb", "multipart/form-data; boundary=x"),
    "a part without a name": (
        b"--x\r\nContent-Disposition: form-data\r\n\r\nb\r\n--x--",
        "multipart/form-data; boundary=x",
    ),
    "bad base64": (
        b'--x\r\nContent-Disposition: form-data; name="a"\r\n'
        b"Content-Transfer-Encoding: base64\r\n\r\n!\xff=\r\n--x--",
        "multipart/form-data; boundary=x",
    ),
    "a file called by a path": (
        b'--x\r\nContent-Disposition: form-data; name="file"; '
        b'filename="../../etc/passwd%00.csv"\r\n\r\na\r\n--x--',
        "multipart/form-data; boundary=x",
    ),
    "a file called twice": (
        b'--x\r\nContent-Disposition: form-data; name="file"; filename="a"; '
        b"filename*=utf-8''%ff%fe\r\n\r\na\r\n--x--",
        "multipart/form-data; boundary=x",
    ),
    "a text where a file is asked for": (
        b'--x\r\nContent-Disposition: form-data; name="file"\r\n\r\na\r\n--x--',
        "multipart/form-data; boundary=x",
    ),
    "a file where a text is asked for": (
        b'--x\r\nContent-Disposition: form-data; name="name"; filename="n.txt"\r\n\r\na\r\n--x--',
        "multipart/form-data; boundary=x",
    ),
    "many parts": (
        b'--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nb\r\n' * 1500 + b"--x--",
        "multipart/form-data; boundary=x",
    ),
    "many files": (
        b'--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nb\r\n' * 150 + b"--x--",
        "multipart/form-data; boundary=x",
    ),
    "a long header": (
        b'--x\r\nContent-Disposition: form-data; name="' + b"n" * 20_000 + b'"\r\n\r\nb\r\n--x--',
        "multipart/form-data; boundary=x",
    ),
    "no UTF-8": (b"name=\xff\xfe&name=%ff%fe&kind=%ed%a0%80", "application/x-www-form-urlencoded"),
    "many fields": (b"&".join([b"a=1"] * 3000), "application/x-www-form-urlencoded"),
    "another charset": (b"name=%E9", "application/x-www-form-urlencoded; charset=utf-16"),
    "no form at all": (b"\x00\x01\x02", "application/octet-stream"),
    "JSON": (b'{"name": {"$gt": ""}}', "application/json"),
    "XML": (b"<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><x>&e;</x>", "application/xml"),
}


@pytest.mark.parametrize("name", BODIES)
@pytest.mark.parametrize("path", FORMS)
def test_bodies(larkshire: Authority, maya: User, browse: Browse, path: str, name: str) -> None:
    body, kind = BODIES[name]
    client = browse(None if "login" in path else maya)
    answer = client.post(f"/larkshire/{path}", body, content_type=kind)
    assert answer.status_code in (200, 400, 413), answer.status_code
    assert answer.content, "in words"


@pytest.mark.parametrize(
    "method", ["PUT", "PATCH", "DELETE", "OPTIONS", "HEAD", "PROPFIND", "x", "GET\u00e9"]
)
def test_methods(larkshire: Authority, maya: User, browse: Browse, method: str) -> None:
    client = browse(maya)
    for path in (*LISTS, *FORMS):
        assert client.generic(method, f"/larkshire/{path}", b"a=1").status_code < 500, path


def test_a_session_whose_row_is_damaged_is_no_session(
    larkshire: Authority, maya: User, browse: Browse
) -> None:
    from django.contrib.sessions.models import Session

    for data in ("", "x", "e30:1x:y", "\u00e9" * 50, "a" * 10_000):
        client = browse(maya)
        Session.objects.filter(pk=client.session.session_key).update(session_data=data)
        answer = client.get("/larkshire/collaborations/")
        assert (answer.status_code, "/accounts/login/" in answer.headers.get("Location", "")) == (
            302,
            True,
        ), data


@pytest.mark.parametrize(
    "record", [None, 5, "x", [{}], [{"method": 5}], [{"method": "mfa"}], {"method": "mfa"}]
)
def test_a_session_that_holds_odd_records_proves_nothing_and_breaks_nothing(
    larkshire: Authority, maya: User, browse: Browse, record: Any
) -> None:
    client = browse(maya)
    session = client.session
    session["account_authentication_methods"] = record
    session.save()
    answer = client.get("/larkshire/collaborations/")
    assert answer.status_code in (200, 302)


def test_a_day_far_away_is_refused_or_shown(larkshire: Authority, amina: User, browse: Browse) -> None:
    client = browse(amina)
    for day in (date.min, date.max):
        form = {
            "state": "active",
            "name": f"Brook {day.year}",
            "kind": "collaboration",
            "started_on_day": str(day.day),
            "started_on_month": str(day.month),
            "started_on_year": str(day.year),
        }
        answer = client.post("/larkshire/collaborations/start/", form, follow=True)
        assert answer.status_code == 200
    for path in ("", "collaborations/", "collaborations/map/"):
        assert client.get(f"/larkshire/{path}").status_code == 200
