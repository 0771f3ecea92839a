"""Authorities, people, roles with dates, and who gets in where."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command
from django.test import Client

from accounts.models import Authority, User
from accounts.permissions import Permission
from accounts.roles import ROLES, Role, needs_second_factor, permissions_of
from accounts.services.appointments import end_appointment
from accounts.services.authorities import change_authority, create_authority
from accounts.services.people import register_person
from accounts.services.roles import ROLE, appoint_to_role
from core.contrast import contrast_on_white
from core.scoping import authority_scope

Browse = Callable[[User | None], Client]


def test_every_role_says_what_it_is_for() -> None:
    assert all(role.title and role.purpose.endswith(".") for role in ROLES.values())


def test_finance_sees_no_case() -> None:
    mine = permissions_of(frozenset({Role.FINANCE}))
    assert not {name for name in mine if name.startswith("leadership.")}


def test_no_role_no_second_factor() -> None:
    assert not needs_second_factor(frozenset())
    assert needs_second_factor(frozenset({Role.FINANCE}))


@pytest.mark.parametrize(
    ("colour", "contrast"), [("#000000", 21.0), ("#ffffff", 1.0), ("#1d70b8", 5.17), ("#ffdd00", 1.35)]
)
def test_contrast_is_wcags(colour: str, contrast: float) -> None:
    assert contrast_on_white(colour) == pytest.approx(contrast, abs=0.02)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("fields", "word"),
    [
        ({"slug": "admin"}, "address of the platform"),
        ({"slug": "Lark Shire"}, "letters"),
        ({"brand_colour": "#ffdd00"}, "too pale"),
        ({"brand_colour": "blue"}, "Enter a colour"),
        ({"name": "Larkshire"}, "already exists"),
    ],
)
def test_an_authority_that_cannot_be_is_refused(
    larkshire: Authority, fields: dict[str, str], word: str
) -> None:
    with pytest.raises(ValidationError, match=word):
        create_authority(**{"name": "New", "slug": "new", **fields})


@pytest.mark.django_db
def test_a_right_ends_on_its_day_without_any_job(larkshire: Authority) -> None:
    with authority_scope(larkshire):
        user = register_person(email="a@b.example", full_name="A B")
        appoint_to_role(
            user=user, role=Role.OFFICER, starts_on=date(2026, 1, 1), ends_on=date(2026, 7, 1), by=None
        )
        for day, may in (
            (date(2025, 12, 31), False),
            (date(2026, 1, 1), True),
            (date(2026, 6, 30), True),
            (date(2026, 7, 1), False),
        ):
            with time_machine.travel(f"{day}T12:00:00+00:00", tick=False):
                assert User.objects.get(pk=user.pk).has_perm(Permission.IMPORT_REGISTER) is may, day


@pytest.mark.django_db
def test_rights_of_one_authority_are_none_in_another(
    larkshire: Authority, marlshire: Authority, amina: User
) -> None:
    with authority_scope(larkshire):
        assert amina.has_perm(Permission.VIEW_SETTINGS)
        assert amina.is_staff
    with authority_scope(marlshire):
        assert not amina.has_perm(Permission.VIEW_SETTINGS)
        assert not amina.is_staff
    assert not amina.has_perm(Permission.VIEW_SETTINGS), "with no authority in scope nobody may anything"


@pytest.mark.django_db
def test_nobody_gives_or_ends_their_own_role(larkshire: Authority, maya: User) -> None:
    with authority_scope(larkshire):
        with pytest.raises(ValidationError, match="yourself"):
            appoint_to_role(user=maya, role=Role.FINANCE, starts_on=date(2026, 1, 1), by=maya)
        mine = maya.role_appointments.get()
        with pytest.raises(ValidationError, match="your own"):
            end_appointment(ROLE, mine, ends_on=date(2026, 2, 1), by=maya)


@pytest.mark.django_db
def test_a_role_is_held_once_at_a_time(larkshire: Authority, maya: User, amina: User) -> None:
    with authority_scope(larkshire):
        with pytest.raises(ValidationError, match="already has this role"):
            appoint_to_role(user=amina, role=Role.OFFICER, starts_on=date(2026, 1, 1), by=maya)
        end_appointment(ROLE, amina.role_appointments.get(), ends_on=date(2026, 1, 1), by=maya)
        appoint_to_role(user=amina, role=Role.OFFICER, starts_on=date(2026, 1, 1), by=maya)


@pytest.mark.django_db
def test_a_person_of_two_authorities_has_one_account(
    larkshire: Authority, marlshire: Authority, amina: User
) -> None:
    with authority_scope(marlshire):
        again = register_person(email="AMINA@larkshire.example", full_name="Somebody Else")
    assert (again.pk, again.full_name) == (amina.pk, "Amina Yusuf")


@pytest.mark.django_db
def test_a_changed_authority_is_seen_at_once(larkshire: Authority, maya: User, browse: Browse) -> None:
    client = browse(None)
    assert b"#1d70b8" in client.get("/larkshire/brand.css").content
    with authority_scope(larkshire):
        change_authority(authority=larkshire, by=maya, changes={"brand_colour": "#00703c"})
    assert b"#00703c" in client.get("/larkshire/brand.css").content


@pytest.mark.django_db
def test_an_authority_that_is_closed_is_not_there(larkshire: Authority, amina: User, browse: Browse) -> None:
    Authority.objects.update(is_active=False)
    assert browse(amina).get("/larkshire/").status_code == 404


@pytest.mark.django_db
def test_the_operator_makes_an_authority(db: None) -> None:
    out = io.StringIO()
    call_command(
        "create_authority",
        "Larkshire",
        "larkshire",
        "--manager",
        "m@l.example",
        "--manager-name",
        "Maya T",
        stdout=out,
    )
    assert "/larkshire/" in out.getvalue()
    with authority_scope(Authority.objects.get()):
        assert User.objects.get().has_perm(Permission.MANAGE_PEOPLE)
    with pytest.raises(CommandError, match="already exists"):
        call_command(
            "create_authority",
            "Larkshire",
            "larkshire",
            "--manager",
            "m@l.example",
            "--manager-name",
            "Maya T",
        )


@pytest.mark.django_db
def test_signing_in_by_a_code_from_the_letter(
    larkshire: Authority, sam: User, browse: Browse, mailoutbox: list[Any]
) -> None:
    import re

    sam.authenticator_set.all().delete()
    client = browse(None)
    answer = client.post("/larkshire/accounts/login/code/", {"email": sam.email}, follow=True)
    assert answer.status_code == 200
    assert mailoutbox[0].subject
    code = re.search(r"\b([A-Z0-9]{3,}-?[A-Z0-9]{3,})\b", mailoutbox[0].body)
    assert code, mailoutbox[0].body
    answer = client.post("/larkshire/accounts/login/code/confirm/", {"code": code[1]})
    assert answer.headers["Location"] == "/larkshire/"


@pytest.mark.django_db
def test_secrets_of_second_factors_are_kept_encrypted(larkshire: Authority, amina: User) -> None:
    from allauth.mfa.totp.internal.auth import TOTP

    amina.authenticator_set.all().delete()
    kept = TOTP.activate(amina, "JBSWY3DPEHPK3PXP").instance.data["secret"]
    assert "JBSWY3DPEHPK3PXP" not in kept


@pytest.mark.django_db
def test_a_stranger_cannot_make_an_account(larkshire: Authority, browse: Browse) -> None:
    answer = browse(None).post(
        "/larkshire/accounts/signup/",
        {"email": "x@y.example", "password1": "a-long-password-1", "password2": "a-long-password-1"},
    )
    assert not User.objects.filter(email="x@y.example").exists()
    assert answer.status_code in (200, 302)
