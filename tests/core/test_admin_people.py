"""People, roles and the authority's settings in the admin: written by
services, told in the audit log, isolated by authority.
"""

from __future__ import annotations

from datetime import date

import pytest
from django.contrib.admin import site
from django.test import Client

from accounts.models import Authority, RoleAppointment, User
from accounts.roles import Role
from accounts.services.authorities import create_authority
from accounts.services.people import register_person
from audit.models import Entry
from core.scoping import authority_scope
from tests.factories.people import appointed, browsing

pytestmark = pytest.mark.django_db
ADD = "/larkshire/admin/accounts/roleappointment/add/"
LIST = "/larkshire/admin/accounts/roleappointment/"


@pytest.fixture
def larkshire(db: None) -> Authority:
    return create_authority(name="Larkshire", slug="larkshire")


@pytest.fixture
def maya(larkshire: Authority) -> User:
    """Early years manager of Larkshire."""
    return appointed(larkshire, "Maya Patel", Role.MANAGER)


@pytest.fixture
def as_maya(maya: User) -> Client:
    return browsing(maya)


@pytest.fixture
def amina(larkshire: Authority) -> User:
    """Early years officer of Larkshire: sees people, changes none."""
    return appointed(larkshire, "Amina Okafor", Role.OFFICER)


@pytest.fixture
def otto() -> User:
    """Officer of the other authority."""
    return appointed(create_authority(name="Marlshire", slug="marlshire"), "Otto Brandt", Role.OFFICER)


def role_of(authority: Authority, person: User) -> RoleAppointment:
    with authority_scope(authority):
        return RoleAppointment.objects.get(user=person)


def given(**changes: str) -> dict[str, str]:
    return {
        "email": "nora@larkshire.example",
        "full_name": "Nora New",
        "role": "officer",
        "starts_on": "27 March 26",
        "ends_on": "",
    } | changes


def test_a_manager_gives_a_role_to_somebody_new(as_maya: Client, maya: User, larkshire: Authority) -> None:
    assert as_maya.post(ADD, given())["Location"] == LIST
    nora = User.with_invited.get(email="nora@larkshire.example")
    role = role_of(larkshire, nora)
    assert (role.role, role.starts_on, role.ends_on, role.appointed_by) == (
        "officer",
        date(2026, 3, 27),
        None,
        maya,
    )
    with authority_scope(larkshire):
        assert {entry.action for entry in Entry.objects.filter(by=maya)} == {"person_added", "role_given"}


def test_the_message_afterwards_names_the_role(as_maya: Client) -> None:
    page = as_maya.post(ADD, given(), follow=True).content.decode()
    assert "Nora New: Early years officer" in page
    assert "An invitation goes to nora@larkshire.example." in page


def test_what_the_service_refuses_is_shown_at_its_field_and_nothing_typed_is_lost(
    as_maya: Client, amina: User, larkshire: Authority
) -> None:
    before = User.objects.count()
    answer = as_maya.post(ADD, given(email=amina.email, full_name=""))
    assert answer.status_code == 200
    form = answer.context["adminform"].form
    assert form.errors == {"role": ["Amina Okafor already has this role in that time."]}
    page = answer.content.decode()
    assert 'href="#id_role"' in page
    assert "There is a problem" in page
    assert page.count("<title>Error: ") == 1
    assert f'value="{amina.email}"' in page
    assert 'value="27 March 26"' in page
    assert User.objects.count() == before


def test_a_refusal_about_no_field_stands_above_the_form_and_undoes_what_was_written(
    as_maya: Client, maya: User, larkshire: Authority
) -> None:
    with authority_scope(larkshire):
        entries = Entry.objects.count()
    answer = as_maya.post(ADD, given(email=maya.email, role="finance"))
    assert answer.context["adminform"].form.non_field_errors() == [
        "You cannot give yourself a role. Ask another manager."
    ]
    with authority_scope(larkshire):
        assert Entry.objects.count() == entries
        assert RoleAppointment.objects.filter(user=maya).count() == 1


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"email": "not an address"}, "email"),
        ({"full_name": ""}, "full_name"),
        ({"starts_on": "31 February 26"}, "starts_on"),
        ({"starts_on": ""}, "starts_on"),
        ({"role": "emperor"}, "role"),
        ({"ends_on": "26 March 26"}, "ends_on"),
    ],
)
def test_what_is_missing_or_wrong_is_said_before_the_service_is_called(
    as_maya: Client, wrong: dict[str, str], field: str
) -> None:
    answer = as_maya.post(ADD, given(**wrong))
    assert list(answer.context["adminform"].form.errors) == [field]
    assert not User.with_invited.filter(email="nora@larkshire.example").exists()


def test_a_role_is_ended_and_cannot_be_turned_into_another(
    as_maya: Client, amina: User, larkshire: Authority
) -> None:
    role = role_of(larkshire, amina)
    path = f"{LIST}{role.pk}/change/"
    assert as_maya.post(path, {"ends_on": ""}).context["adminform"].form.errors == {
        "ends_on": ["Enter the last day with the role."]
    }
    assert (
        as_maya.post(path, {"ends_on": "1/9/2024", "role": "manager", "starts_on": "1/1/2020"}).status_code
        == 302
    )
    role = role_of(larkshire, amina)
    assert (role.role, role.starts_on, role.ends_on) == ("officer", date(2024, 1, 1), date(2024, 9, 2))


def test_a_role_cannot_end_before_it_begins(as_maya: Client, amina: User, larkshire: Authority) -> None:
    answer = as_maya.post(f"{LIST}{role_of(larkshire, amina).pk}/change/", {"ends_on": "1/9/2023"})
    words = "The last day must be the first day or later. To end it now, use “Take away now”."
    assert answer.context["adminform"].form.errors == {"ends_on": [words]}
    assert role_of(larkshire, amina).ends_on is None


def test_nobody_ends_their_own_role(as_maya: Client, maya: User, larkshire: Authority) -> None:
    answer = as_maya.post(f"{LIST}{role_of(larkshire, maya).pk}/change/", {"ends_on": "1/9/2030"})
    assert answer.context["adminform"].form.non_field_errors() == [
        "You cannot end your own role. Ask another manager."
    ]
    assert role_of(larkshire, maya).ends_on is None


def test_an_officer_sees_roles_and_changes_none(amina: User, maya: User, larkshire: Authority) -> None:
    client, path = browsing(amina), f"{LIST}{role_of(larkshire, maya).pk}/"
    assert client.get(LIST).status_code == 200
    assert b'name="ends_on"' not in client.get(f"{path}change/").content
    assert client.post(f"{path}change/", {"ends_on": "1/9/2030"}).status_code == 403
    assert client.get(ADD).status_code == client.post(ADD, given()).status_code == 403


def test_nobody_deletes_a_role(as_maya: Client, amina: User, larkshire: Authority) -> None:
    path = f"{LIST}{role_of(larkshire, amina).pk}/delete/"
    assert as_maya.get(path).status_code == as_maya.post(path, {"post": "yes"}).status_code == 403
    assert role_of(larkshire, amina)


def test_finance_does_not_see_people(larkshire: Authority) -> None:
    client = browsing(appointed(larkshire, "Fred Hughes", Role.FINANCE))
    assert client.get("/larkshire/admin/").status_code == 200
    for path in ("roleappointment/", "user/", "authority/", f"authority/{larkshire.pk}/change/"):
        assert client.get(f"/larkshire/admin/accounts/{path}").status_code == 403


def test_the_list_is_searched_and_filtered(as_maya: Client, amina: User, maya: User) -> None:
    def names(query: str) -> list[str]:
        return [str(role.user) for role in as_maya.get(f"{LIST}?{query}").context["cl"].result_list]

    assert names("") == ["Amina Okafor", "Maya Patel"]
    assert names("q=okaf") == names("role=officer") == ["Amina Okafor"]
    assert names("time=now") == ["Amina Okafor", "Maya Patel"]
    assert names("time=ended") == names("time=later") == []


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("time=whenever", "The filter “Time” has no choice “whenever”."),
        ("role=emperor", "The filter “Role” has no choice “emperor”."),
        ("person=1", "This list has no filter “person”."),
        ("e=1&role=emperor", "The filter “Role” has no choice “emperor”."),
        ("user__password__startswith=md5", "This list has no filter “user__password__startswith”."),
    ],
)
def test_what_the_address_asks_and_is_not_there_is_said_above_the_list(
    as_maya: Client, amina: User, query: str, words: str
) -> None:
    """As pages do. What else it asks still holds; nothing is learnt by filters that are not offered."""
    answer = as_maya.get(f"{LIST}?{query}")
    page = " ".join(answer.content.decode().split())
    assert answer.status_code == 200
    assert f"<li>{words}</li>" in page
    assert "<title> Error: " in page or "<title>Error: " in page
    assert len(answer.context["cl"].result_list) == 2
    narrowed = as_maya.get(f"{LIST}?q=okaf&{query}").context["cl"].result_list
    assert [str(role.user) for role in narrowed] == ["Amina Okafor"]


def test_a_page_that_is_not_there_gives_the_first_one(
    as_maya: Client, amina: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(site.get_model_admin(RoleAppointment), "list_per_page", 1)
    answer = as_maya.get(f"{LIST}?p=99")
    assert "<li>There is no page 99 of this list.</li>" in answer.content.decode()
    assert [str(role.user) for role in answer.context["cl"].result_list] == ["Amina Okafor"]


def test_nothing_is_learnt_of_people_by_filters_that_are_not_offered(as_maya: Client, amina: User) -> None:
    for query in ("password__startswith=md5", "email=x", "email=amina.okafor@larkshire.example"):
        answer = as_maya.get(f"/larkshire/admin/accounts/user/?{query}")
        assert len(answer.context["cl"].result_list) == 2
        assert "This list has no filter" in answer.content.decode()


def test_nothing_is_done_to_rows_that_a_wrong_address_chose(as_maya: Client, amina: User) -> None:
    """“All of them” would be more than somebody saw."""
    sent = {"action": "take_back", "select_across": "1", "index": "0", "_selected_action": amina.pk}
    assert as_maya.post("/larkshire/admin/accounts/user/?email=x", sent).status_code == 400


def test_the_history_tells_who_gave_the_role(as_maya: Client, amina: User, larkshire: Authority) -> None:
    as_maya.post(ADD, given())
    role = role_of(larkshire, User.with_invited.get(email="nora@larkshire.example"))
    entries = as_maya.get(f"{LIST}{role.pk}/history/").context["entries"]
    assert [(entry.by_name, entry.sentence) for entry in entries] == [
        ("Maya Patel", "made Nora New Early years officer from 27 March 2026")
    ]


def test_the_history_is_for_those_who_may_read_the_audit_log(amina: User, larkshire: Authority) -> None:
    client, path = browsing(amina), f"{LIST}{role_of(larkshire, amina).pk}/"
    assert client.get(f"{path}history/").status_code == 403
    assert b"history/" not in client.get(f"{path}change/").content


def test_people_of_another_authority_are_not_there(as_maya: Client, otto: User) -> None:
    assert str(otto).encode() not in as_maya.get("/larkshire/admin/accounts/user/").content
    assert as_maya.get(f"/larkshire/admin/accounts/user/?q={otto.email}").context["cl"].result_count == 0
    for act in ("change", "history"):
        assert as_maya.get(f"/larkshire/admin/accounts/user/{otto.pk}/{act}/").status_code == 404
    theirs = role_of(Authority.objects.get(slug="marlshire"), otto)
    for act in ("change", "history", "delete"):
        assert as_maya.get(f"{LIST}{theirs.pk}/{act}/").status_code == 404 if act != "delete" else 403
    assert as_maya.post(f"{LIST}{theirs.pk}/change/", {"ends_on": "1/9/2030"}).status_code == 404


def test_somebody_with_an_account_elsewhere_stands_here_under_the_name_typed_here(
    as_maya: Client, otto: User
) -> None:
    answer = as_maya.post(
        "/larkshire/admin/accounts/user/add/", {"email": otto.email.upper(), "full_name": "Another Name"}
    )
    assert answer.status_code == 302, answer.context["adminform"].form.errors
    assert User.objects.get(email=otto.email).full_name == "Otto Brandt"
    assert as_maya.get(f"/larkshire/admin/accounts/user/{otto.pk}/change/").status_code == 404
    invited = User.with_invited.get(email=otto.email, invited_to__isnull=False)
    page = as_maya.get(f"/larkshire/admin/accounts/user/{invited.pk}/change/").content.decode()
    assert "Another Name" in page
    assert "Otto Brandt" not in page


def test_a_person_s_page_shows_the_roles_here_only(as_maya: Client, maya: User, otto: User) -> None:
    with authority_scope(Authority.objects.get(slug="larkshire")):
        register_person(email=otto.email, full_name="")
    as_maya.post(ADD, given(email=otto.email, role="auditor"))
    page = as_maya.get(f"/larkshire/admin/accounts/user/{otto.pk}/change/").content.decode()
    assert "Auditor" in page
    assert "Early years officer" not in page
    assert (
        as_maya.post(f"/larkshire/admin/accounts/user/{otto.pk}/change/", {"full_name": "X"}).status_code
        == 403
    )


def settings_of(authority: Authority, **changes: str) -> dict[str, str]:
    names = [
        field.name
        for field in Authority._meta.get_fields()
        if field.concrete and field.name not in ("id", "slug", "is_active")
    ]
    return {name: str(getattr(authority, name) or "") for name in names} | changes


def test_the_authority_s_own_settings_are_one_page(as_maya: Client, larkshire: Authority, otto: User) -> None:
    path = f"/larkshire/admin/accounts/authority/{larkshire.pk}/change/"
    assert as_maya.get("/larkshire/admin/accounts/authority/")["Location"] == path
    changed = settings_of(larkshire, team_name="Early help team", accessibility_tested_on="1 June 2026")
    assert as_maya.post(path, changed).status_code == 302
    larkshire.refresh_from_db()
    assert (larkshire.team_name, larkshire.accessibility_tested_on) == ("Early help team", date(2026, 6, 1))
    with authority_scope(larkshire):
        entry = Entry.objects.get(action="authority_changed")
    assert entry.facts["team_name"] == ["Early years team", "Early help team"]
    other = Authority.objects.get(slug="marlshire")
    assert as_maya.get(f"/larkshire/admin/accounts/authority/{other.pk}/change/").status_code == 404
    assert (
        as_maya.post(
            f"/larkshire/admin/accounts/authority/{other.pk}/change/", settings_of(other)
        ).status_code
        == 404
    )
    assert as_maya.get("/larkshire/admin/accounts/authority/add/").status_code == 403


def test_a_pale_brand_colour_is_refused(as_maya: Client, larkshire: Authority) -> None:
    answer = as_maya.post(
        f"/larkshire/admin/accounts/authority/{larkshire.pk}/change/",
        settings_of(larkshire, brand_colour="#ffdd00"),
    )
    assert list(answer.context["adminform"].form.errors) == ["brand_colour"]
