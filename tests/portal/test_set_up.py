"""What a manager must set up before others depend on it: telephone numbers for a concern (P7)."""

from __future__ import annotations

import pytest

from accounts.services.authorities import change_authority
from core.scoping import authority_scope

pytestmark = pytest.mark.django_db
LINE = "Enter the telephone numbers for a concern about a child"


def test_a_manager_reads_in_red_that_the_numbers_for_a_concern_are_missing(browse, amina, maya, larkshire):
    form = f"/larkshire/admin/accounts/authority/{larkshire.pk}/change/#id_"
    for page in ("/larkshire/", "/larkshire/administration/"):
        shown = " ".join(browse(maya).get(page).content.decode().split())
        assert f'href="{form}social_care_phone">{LINE}</a>' in shown
        assert "app-line--urgent" in shown
        assert "Set this up first" in shown
        assert LINE not in browse(amina).get(page).content.decode(), "she cannot change it"
    assert shown.index(LINE) < shown.index("Register of settings")


def test_the_line_names_what_is_missing_and_goes_when_all_numbers_are_there(browse, maya, larkshire):
    numbers = {"social_care_phone": "01632 960010", "out_of_hours_phone": "01632 960011"}
    with authority_scope(larkshire):
        change_authority(authority=larkshire, by=maya, changes=numbers)
    shown = browse(maya).get("/larkshire/").content.decode()
    assert "#id_designated_officer_phone" in shown
    assert "children&#x27;s social care out of hours" not in shown
    with authority_scope(larkshire):
        change_authority(authority=larkshire, by=maya, changes={"designated_officer_phone": "01632 960012"})
    for page in ("/larkshire/", "/larkshire/administration/"):
        assert LINE not in browse(maya).get(page).content.decode()


def test_report_a_concern_is_never_without_a_number(browse, larkshire):
    for client in (browse(), browse(None)):
        shown = client.get("/larkshire/report-a-concern/").content.decode()
        for number in ("tel:999", "tel:101", "tel:08088005000"):
            assert f'href="{number}"' in shown
