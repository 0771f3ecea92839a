"""The page of a security event in words (A3)."""

from __future__ import annotations

import pytest
from django.urls import get_resolver

from audit.rules.pages import HOME, TITLES, page_in_words
from tests.architecture.routes import AUTHORITY_URLS, _routes


def patterns() -> set[str]:
    return {route.pattern or HOME for route in _routes(get_resolver(AUTHORITY_URLS).url_patterns)}


def test_every_titled_page_is_there() -> None:
    assert set(TITLES) - patterns() == set()


def test_no_page_is_shown_as_code() -> None:
    shown = {page_in_words(pattern, str) for pattern in patterns()}
    assert [text for text in shown if set(text) & set("<>^$?()[]\\")] == []


@pytest.mark.parametrize(
    ("route", "words"),
    [
        ("join/<str:token>/", "Invitation to this authority: link from an email"),
        ("files/jobs/<int:pk>/stop/", "files/jobs/…/stop/"),
        ("accounts/oidc/<str:provider_id>/login/", "accounts/oidc/…/login/"),
        (r"accounts/oidc/^(?P<provider_id>[^/]+)/login/", "accounts/oidc/…/login/"),
        ("/", "Home page"),
        ("", ""),
    ],
)
def test_the_words_of_a_page(route: str, words: str) -> None:
    assert page_in_words(route, str) == words
