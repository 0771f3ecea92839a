"""NUL and half characters are answered with 400, wherever they stand."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

FORM = "application/x-www-form-urlencoded"
pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "path",
    ["/%00/", "/a%00b/x", "/{slug}/%00/", "/{slug}/accounts/oidc/%00/login/", "/{slug}/?q=a%00b", "/?%00=1"],
)
def test_an_address(client: Client, larkshire: object, path: str) -> None:
    response = client.get(path.format(slug="larkshire"))
    assert response.status_code == 400
    page = response.content.decode()
    assert "There is a problem with this request" in page
    assert "/accounts/log" not in page, "the session was not read: it is not known who is signed in"


@pytest.mark.parametrize("slug", ["a_b", "A_B", "é", "a" * 61, "%27"])
def test_what_no_address_is_made_of_is_not_looked_up(
    client: Client, slug: str, django_assert_num_queries: object
) -> None:
    with django_assert_num_queries(0):  # type: ignore[operator]
        assert client.get(f"/{slug}/x/").status_code == 404


@pytest.mark.parametrize("body", ["login=a%00b", "%00=1", "login=a&next=%00"])
def test_a_form(client: Client, larkshire: object, body: str) -> None:
    response = client.post("/larkshire/accounts/login/", body, content_type=FORM)
    assert response.status_code == 400


@pytest.mark.parametrize("charset", ["utf-16", "unicode_escape", "utf-7", "latin-1"])
def test_a_form_in_another_encoding(client: Client, larkshire: object, charset: str) -> None:
    body = "login=a"
    types = (f"{FORM}; charset={charset}", f"multipart/form-data; boundary=b; charset={charset}")
    assert [
        client.post("/larkshire/accounts/login/", body, content_type=each).status_code for each in types
    ] == [400, 400]


def test_a_forms_parts(client: Client, larkshire: object) -> None:
    """The content of a file may hold anything, its name may not."""
    address = "/larkshire/accounts/login/"
    assert client.post(address, {"login": "a\0b"}).status_code == 400
    body = '--b\r\nContent-Disposition: form-data; name="file"; filename="a{}.txt"\r\n\r\nx\0y\r\n--b--\r\n'
    kind = "multipart/form-data; boundary=b"
    assert client.post(address, body.format("\0").encode(), content_type=kind).status_code in (200, 400)
    assert client.post(address, body.format("%00").encode(), content_type=kind).status_code == 200
    assert client.post(address, {"file": SimpleUploadedFile("a.txt", b"x\0y")}).status_code == 200


def test_cookies_and_headers(client: Client, larkshire: object) -> None:
    client.cookies["sessionid"] = "a\0b"
    assert client.get("/larkshire/").status_code == 400
    del client.cookies["sessionid"]
    assert client.get("/larkshire/", headers={"referer": "a\0b"}).status_code == 400


def test_bytes_that_are_no_text_are_replaced(client: Client, larkshire: object) -> None:
    """Lone halves in UTF-8's form (CESU) never become characters: Django reads them as replacement signs."""
    assert client.get("/larkshire/accounts/login/?q=%ED%A0%80").status_code == 200
    body = "login=%ED%A0%80"
    assert client.post("/larkshire/accounts/login/", body, content_type=FORM).status_code == 200
