"""The headers of every answer, and what keeps signed-in pages out of caches."""

from typing import Any

import pytest
from django.http import HttpResponse, HttpResponsePermanentRedirect, HttpResponseRedirect
from django.test import Client, RequestFactory

from core.security import SecurityHeadersMiddleware

POLICY = (
    "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; object-src 'none'; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)


def answered(request: object, response: HttpResponse) -> HttpResponse:
    return SecurityHeadersMiddleware(lambda _: response)(request)  # type: ignore[arg-type, return-value]


def test_every_answer_has_the_policy_word_for_word(rf: RequestFactory) -> None:
    response = answered(rf.get("/"), HttpResponse())
    assert response["Content-Security-Policy"] == POLICY
    assert response["Referrer-Policy"] == "same-origin"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "camera=()" in response["Permissions-Policy"]
    assert "Cache-Control" not in response


def test_a_page_may_be_stricter_than_the_rest(rf: RequestFactory) -> None:
    response = answered(rf.get("/"), HttpResponse(headers={"Content-Security-Policy": "sandbox"}))
    assert response["Content-Security-Policy"] == "sandbox"


def test_with_a_session_nothing_is_kept(rf: RequestFactory) -> None:
    rf.cookies["sessionid"] = "x"
    assert answered(rf.get("/"), HttpResponse())["Cache-Control"] == "no-store"
    cached = answered(rf.get("/"), HttpResponse(headers={"Cache-Control": "public, max-age=60"}))
    assert cached["Cache-Control"] == "public, max-age=60"


def test_the_answer_that_opens_a_session_is_not_kept_either(rf: RequestFactory) -> None:
    response = HttpResponse()
    response.set_cookie("sessionid", "x")
    assert answered(rf.get("/"), response)["Cache-Control"] == "no-store"


@pytest.mark.parametrize("redirect", [HttpResponseRedirect, HttpResponsePermanentRedirect])
def test_redirects_that_are_no_forms_answer_stay(rf: RequestFactory, redirect: type[HttpResponse]) -> None:
    assert answered(rf.get("/"), redirect("https://identity.example/")).status_code in (301, 302)


@pytest.mark.parametrize("target", ["/home/", "http://testserver/home/", "//testserver/home/", "?page=2"])
def test_a_form_may_lead_anywhere_on_this_site(rf: RequestFactory, target: str) -> None:
    assert answered(rf.post("/"), HttpResponseRedirect(target)).status_code == 302


@pytest.mark.usefixtures("sample_pages")
@pytest.mark.django_db
def test_a_form_leaves_for_the_identity_provider_by_a_page(client: Client, settings: Any) -> None:
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": [{"provider_id": "council"}]}}
    response = client.post("/leave/")
    assert response.status_code == 200
    assert (
        '<meta http-equiv="refresh" content="0;url=https://identity.example/authorize?x=1&amp;y=2">'
        in response.content.decode()
    )
    assert "You are going to identity.example." in response.content.decode()
    assert response["Content-Security-Policy"] == POLICY
