"""The page of an address of another authority: neither its name nor a request to it (P72). And what whoever is
shut out of the own one is offered.
"""

from __future__ import annotations

import re

import pytest
from django.utils import timezone

from accounts.models import Authority
from accounts.services.life import lock_account
from accounts.services.people import invite_person
from core.scoping import authority_scope

PATHS = ("", "settings/", "admin/", "no/such/page/", "brand.css", "report-a-concern/", "accounts/login/")


@pytest.mark.parametrize("path", PATHS)
def test_another_authoritys_page_names_nothing_of_it(browse, amina, marlshire, path):
    Authority.objects.filter(pk=marlshire.pk).update(contact_phone="01632 960 999")
    answer = browse(amina).get(f"/marlshire/{path}")
    page = answer.content.decode()
    assert answer.status_code == 404
    assert "Page not found" in page
    assert "marlshire" not in page.lower()
    assert "960 999" not in page
    assert "brand.css" not in page
    assert "Amina" not in page


def test_the_own_authoritys_page_is_as_before(browse, amina, larkshire):
    page = browse(amina).get("/larkshire/no/such/page/").content.decode()
    assert "<span>Larkshire</span>" in page
    assert "brand.css" in page


def head_of(answer) -> str:
    return answer.content.decode().partition("</header>")[0]


def test_who_is_blocked_is_offered_nothing_that_does_not_open(browse, larkshire, led, maya):
    """Neither the search, nor a menu, nor the own account: on the page that says so, and on what stays open."""
    client = browse(led.lena)
    assert "app-search" in head_of(client.get("/larkshire/"))
    with authority_scope(larkshire):
        lock_account(user=led.lena, by=maya, at=timezone.now(), reason="Asked to", has_left=False)
    for path in ("", "collaborations/", "search/?q=x", "account/", "privacy/", "accessibility/"):
        answer = client.get(f"/larkshire/{path}")
        head = head_of(answer)
        assert "Report a concern" in head, path
        assert "Sign out" in head, path
        for offered in ("app-search", "app-nav", 'href="/larkshire/account/"', "<details"):
            assert offered not in head, (path, offered)
    answer = client.get("/larkshire/")
    assert answer.status_code == 403
    assert_every_link_opens(client, answer)


def test_who_is_only_invited_is_offered_nothing_that_does_not_open(browse, marlshire, sam, otto):
    with authority_scope(marlshire):
        invite_person(email=sam.email, full_name="Sam Wilder", by=otto, at=timezone.now())
    client = browse(sam)
    answer = client.get("/marlshire/join/")
    assert answer.status_code == 200
    head = head_of(answer)
    for offered in ("app-search", "app-nav", 'href="/marlshire/account/"'):
        assert offered not in head, offered
    assert_every_link_opens(client, answer)


def assert_every_link_opens(client, answer) -> None:
    links = set(re.findall(r'href="(/(?:lark|marl)shire/[^"#]*)"', answer.content.decode()))
    assert len(links) > 2
    shown = {link: client.get(link).status_code for link in links}
    home = {link: status for link, status in shown.items() if status not in (200, 302)}
    assert set(home) <= {f"/{link.split('/')[1]}/" for link in home}, (
        "the page itself, by the head's name alone"
    )
