"""The admin as a place: who comes in, where the others are sent, what it holds."""

from __future__ import annotations

import re

import pytest
from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.core.exceptions import ImproperlyConfigured
from django.db import models
from django.test import Client, RequestFactory

from accounts.models import Authority, RoleAppointment, User
from accounts.roles import Role
from accounts.services.appointments import end_appointment
from accounts.services.authorities import create_authority
from accounts.services.roles import ROLE
from core.admin.bases import OfficerModelAdmin
from core.admin.site import OfficerSite
from core.models import AuthorityOwned
from core.scoping import authority_scope
from tests.factories.people import appointed, browsing

pytestmark = pytest.mark.django_db


@pytest.fixture
def larkshire(db: None) -> Authority:
    return create_authority(name="Larkshire", slug="larkshire", brand_colour="#7a1f5c")


@pytest.fixture
def maya(larkshire: Authority) -> User:
    """Early years manager of Larkshire."""
    return appointed(larkshire, "Maya Patel", Role.MANAGER)


@pytest.fixture
def mo(larkshire: Authority) -> User:
    """A member: somebody of Larkshire without a role over the authority."""
    return appointed(larkshire, "Mo Adeyemi", None)


@pytest.mark.parametrize(
    "path", ["", "login/", "accounts/roleappointment/", "accounts/roleappointment/add/", "no/such/page/"]
)
def test_whoever_is_not_signed_in_signs_in_first_and_comes_back(larkshire: Authority, path: str) -> None:
    answer = Client().get(f"/larkshire/admin/{path}")
    assert answer.status_code == 302
    wanted = "" if path == "login/" else path
    assert answer["Location"] == f"/larkshire/accounts/login/?next=/larkshire/admin/{wanted}"


@pytest.mark.parametrize("path", ["", "login/", "accounts/roleappointment/", "logout/"])
def test_whoever_may_not_is_told_so_and_is_not_sent_round_in_circles(mo: User, path: str) -> None:
    assert browsing(mo).get(f"/larkshire/admin/{path}").status_code == 403


def test_a_right_that_has_ended_closes_the_admin(larkshire: Authority, maya: User) -> None:
    other = appointed(larkshire, "Mina Grey", Role.MANAGER)
    client = browsing(maya)
    assert client.get("/larkshire/admin/").status_code == 200
    with authority_scope(larkshire):
        role = RoleAppointment.objects.get(user=maya)
        end_appointment(ROLE, role, ends_on=role.starts_on.replace(month=2), by=other)
    assert client.get("/larkshire/admin/").status_code == 403


def test_an_account_that_was_closed_is_out(maya: User) -> None:
    client = browsing(maya)
    User.objects.filter(pk=maya.pk).update(is_active=False)
    assert client.get("/larkshire/admin/").status_code == 302


def test_another_authority_s_admin_does_not_exist(maya: User) -> None:
    create_authority(name="Marlshire", slug="marlshire")
    assert browsing(maya).get("/marlshire/admin/").status_code == 404


def test_there_is_no_admin_outside_an_authority(maya: User) -> None:
    assert browsing(maya).get("/admin/").status_code == 404


def test_signing_in_out_and_passwords_belong_to_allauth(maya: User) -> None:
    client = browsing(maya)
    assert client.get("/larkshire/admin/login/")["Location"] == "/larkshire/admin/"
    assert client.post("/larkshire/admin/logout/")["Location"] == "/larkshire/accounts/logout/"
    assert (
        client.get("/larkshire/admin/password_change/")["Location"] == "/larkshire/accounts/password/change/"
    )


def test_the_first_page_names_the_authority_and_leads_home(maya: User) -> None:
    page = browsing(maya).get("/larkshire/admin/").content.decode()
    assert "<span>Larkshire</span>" in page
    assert "Early years collaborations" in page
    assert 'class="app-masthead__home" href="/larkshire/"' in page
    assert 'href="/larkshire/brand.css"' in page
    assert 'action="/larkshire/accounts/logout/"' in page
    assert 'href="/larkshire/admin/accounts/roleappointment/"' in page


def test_subjects_and_records_stand_in_the_order_that_their_admins_declare(maya: User) -> None:
    subjects = browsing(maya).get("/larkshire/admin/").context["app_list"]
    positions = [
        [admin.site.get_model_admin(row["model"]).menu_position for row in subject["models"]]
        for subject in subjects
    ]
    assert positions
    assert positions == [sorted(rows) for rows in positions]
    assert [rows[0] for rows in positions] == sorted(rows[0] for rows in positions)


def test_there_is_one_index_grouped_in_words_as_the_hub_is(maya: User) -> None:
    client = browsing(maya)
    assert client.get("/larkshire/admin/providers/")["Location"] == "/larkshire/admin/"
    subjects = {each["name"]: each for each in client.get("/larkshire/admin/").context["app_list"]}
    assert list(subjects)[:3] == ["People and roles", "Register", "Collaborations"]
    names = [str(row["name"]) for row in subjects["Register"]["models"]]
    assert [name.lower() for name in names] == ["settings", "districts", "staff number periods"]
    headings = [
        str(heading) for heading, _places in client.get("/larkshire/administration/").context["groups"]
    ]
    assert len(headings) == len(set(headings))
    assert set(headings) - {"All records"} <= set(subjects)
    assert headings[0] == "People and roles"
    assert headings[-1] == "All records"


def test_only_our_own_admins_come_in(db: None) -> None:
    assert isinstance(admin.site._registry, dict)
    assert admin.site._registry
    assert all(isinstance(one, OfficerModelAdmin) for one in admin.site._registry.values())
    site = OfficerSite("other")
    site.register(LogEntry, admin.ModelAdmin)
    site.register(LogEntry)
    assert not site.is_registered(LogEntry)


def test_global_tables_are_shown_through_a_narrowed_queryset_only() -> None:
    """What no authority owns must be narrowed by hand, or the
    admin of one authority shows the people of all.
    """
    for model, model_admin in admin.site._registry.items():
        if not issubclass(model, AuthorityOwned):
            assert "get_queryset" in vars(type(model_admin)), (
                f"{type(model_admin).__name__} shows every authority's {model.__name__}"
            )


def test_there_is_no_detour_by_content_type_and_no_bulk_deletion(maya: User) -> None:
    assert "delete_selected" not in dict(admin.site.actions)
    assert browsing(maya).get(f"/larkshire/admin/r/1/{maya.pk}/").status_code == 404


def test_nothing_is_written_to_django_s_own_log(maya: User) -> None:
    client = browsing(maya)
    given = {
        "email": "new@larkshire.example",
        "full_name": "Nora New",
        "role": "officer",
        "starts_on": "27 March 26",
        "ends_on": "",
    }
    assert client.post("/larkshire/admin/accounts/roleappointment/add/", given).status_code == 302
    assert not LogEntry.objects.exists()


def test_pages_hold_no_inline_script_and_no_inline_style(maya: User, larkshire: Authority) -> None:
    client = browsing(maya)
    with authority_scope(larkshire):
        pk = RoleAppointment.objects.get(user=maya).pk
    for path in (
        "",
        "accounts/roleappointment/",
        f"accounts/roleappointment/{pk}/change/",
        "accounts/roleappointment/add/",
    ):
        page = client.get(f"/larkshire/admin/{path}").content.decode()
        assert not re.search(r"<style|\sstyle=|\son[a-z]+=|javascript:", page), path
        assert all("src=" in script for script in re.findall(r"<script[^>]*>", page)), path


def test_a_foreign_key_to_a_global_table_must_say_who_may_be_chosen() -> None:
    class Careless(OfficerModelAdmin):
        pass

    careless = Careless(RoleAppointment, OfficerSite("careless"))
    field = RoleAppointment._meta.get_field("user")
    assert isinstance(field, models.ForeignKey)
    with pytest.raises(ImproperlyConfigured, match="choosable"):
        careless.formfield_for_dbfield(field, RequestFactory().get("/"))
