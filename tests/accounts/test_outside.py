"""The page of an address of another authority: neither its name nor a request to it (P72)."""

from __future__ import annotations

import pytest

from accounts.models import Authority

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
