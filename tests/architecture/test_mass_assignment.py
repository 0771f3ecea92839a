"""A form takes the fields that it names and no others, whatever is sent (ASVS 15.3.3)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any

import pytest
from django import forms
from django.contrib import admin
from django.contrib.admin import ModelAdmin
from django.db import connection
from django.urls import get_resolver

from accounts.models import User
from core.admin.bases import OfficerModelAdmin
from tests.architecture.conftest import TwoAuthorities
from tests.architecture.rendering import names_for_pages
from tests.architecture.routes import AUTHORITY_URLS, ROUTES, Route
from tests.architecture.test_layers import OURS
from tests.architecture.test_refused_posts import ADDED, FULLEST, path_of, readable_body
from tests.architecture.test_rendered_pages import ALL_ENDPOINTS

#: What the server says of a row, never the person: whose it is, who wrote it, and what gives power.
SERVERS_OWN = frozenset(
    {
        *("authority", "is_platform_operator", "is_superuser", "is_staff", "is_active", "groups", "password"),
        *("user_permissions", "appointed_by", "created_by", "started_by", "uploaded_by", "requested_by"),
        *("session_epoch", "locked_at", "locked_by", "claim_by", "is_confidential"),
    }
)
#: Forms whose plausible body is taken, over many apps, records of the admin among them.
WRITTEN = (
    "accounts:lock",
    "ways_of_working:change_terms_template",
    "provision:change_period",
    "admin:ofsted_leadingpolicy_change",
    "admin:providers_district_add",
    "collaborations:start",
    "collaborations:change",
    "memberships:withdraw_invitation",
    "memberships:end_leader",
    "memberships:decide_application",
    "memberships:raise_concern",
    "memberships:hand_over_change",
    "ways_of_working:record_review",
    "ways_of_working:write_terms_section",
    "provision:change_vacancy",
    "provision:add_period",
    "development:add_objective",
    "library:change_document",
    "reorganisation:abandon_plan",
    "support:ask_support",
    "support:answer_support",
    "leadership:assign",
)


def model_forms() -> list[type[forms.ModelForm]]:
    """Every form of ours over a model; those of the admin are imported with the addresses."""
    get_resolver(AUTHORITY_URLS).url_patterns  # noqa: B018 - imports every view, and with it every form

    def below(form: type) -> Iterator[type]:
        for child in form.__subclasses__():
            yield child
            yield from below(child)

    # Those that the admin makes for a request are called after their model and bear the module of the
    # admin's forms
    return [
        form
        for form in below(forms.ModelForm)
        if form.__module__.split(".")[0] in OURS and form._meta.model is not None  # type: ignore[attr-defined]
    ]


def admins() -> list[ModelAdmin]:
    return list(admin.site._registry.values())


def unnamed(form: type[forms.ModelForm]) -> str:
    """What is wrong with the fields of a form, in words; empty where they are named one by one."""
    fields = form._meta.fields  # type: ignore[attr-defined]
    if form._meta.exclude:  # type: ignore[attr-defined]
        return "takes all fields but some"
    if fields == "__all__":
        return "takes all fields"
    own = SERVERS_OWN & set(form.base_fields)
    return f"takes {sorted(own)}" if own else ""


def test_a_form_of_a_model_names_its_fields() -> None:
    ours = model_forms()
    assert len(ours) >= 7
    assert {form.__qualname__: reason for form in ours if (reason := unnamed(form))} == {}


def test_a_record_of_the_admin_names_its_fields() -> None:
    """Django takes every field of the model where an admin that may be written names none."""
    registered = admins()
    assert len(registered) > 20
    problems = {}
    for one in registered:
        may_be_written = any(
            getattr(one, f"{act}_through_service", None) is not None for act in ("create", "change")
        )
        named = one.fields or one.fieldsets or getattr(getattr(one.form, "_meta", None), "fields", None)
        hooks = ("get_form", "get_fields", "get_fieldsets")
        by_hook = any(getattr(type(one), hook) is not getattr(OfficerModelAdmin, hook) for hook in hooks)
        if may_be_written and (not (named or by_hook) or one.exclude):
            problems[type(one).__name__] = "names no fields"
        inner = [name for _legend, part in one.fieldsets or () for name in part["fields"]]
        taken = (set(one.fields or ()) | set(inner)) - set(one.readonly_fields)
        if may_be_written and taken & SERVERS_OWN:
            problems[type(one).__name__] = f"takes {sorted(map(str, taken & SERVERS_OWN))}"
    assert problems == {}


@pytest.mark.parametrize(
    "options", [{"fields": "__all__"}, {"exclude": ("name",)}, {"fields": ("password",)}]
)
def test_a_form_that_takes_too_much_is_found(options: dict[str, Any]) -> None:
    assert unnamed(forms.modelform_factory(User, **options))


# --- what is sent besides -----------------------------------------------------------------------------------


def value_as_text(value: Any, foreign: frozenset[str]) -> str:
    """A value without what differs from one request to the next; an id of the other authority's stays one."""
    if isinstance(value, datetime):
        return "an instant"
    if not isinstance(value, bool) and isinstance(value, int):
        return "a foreign id" if str(value) in foreign else "a number"
    if isinstance(value, (list, tuple)):
        return " ".join(value_as_text(part, foreign) for part in value)
    text = str(getattr(value, "obj", value))  # of JSON what it says, not where it lies
    return re.sub(r"\d+", "#", re.sub(r"[\w\-+/=]{24,}", "…", text))


def statements(
    role: str, path: str, body: dict[str, Any], two: TwoAuthorities, foreign: frozenset[str]
) -> tuple[int, list[tuple[str, str]]]:
    """The status, and what a POST writes: each statement with its values."""
    written: list[tuple[str, str]] = []

    def note(execute: Any, sql: Any, params: Any, many: bool, context: Any) -> Any:
        if re.match(r"\s*(INSERT|UPDATE|DELETE)", str(sql), re.IGNORECASE):
            written.append((str(sql), value_as_text(tuple(params or ()), foreign)))
        return execute(sql, params, many, context)

    with names_for_pages(), connection.execute_wrapper(note):
        status = two.ask(role, "post", path, data=body).status_code
    return status, written


@pytest.mark.django_db
@pytest.mark.parametrize("route", [route for route in ROUTES if route.name in WRITTEN], ids=str)
def test_added_fields_change_nothing(route: Route, two_authorities: TwoAuthorities) -> None:
    """With ids of the other authority and what would give power: the same rows with the same values."""
    two, endpoint = two_authorities, ALL_ENDPOINTS[route.name]
    path = path_of(route, endpoint, two)
    role = next(role for role in FULLEST if role in (endpoint.post or ()))
    body = readable_body(path, endpoint, two)
    foreign = {
        f"{kind}{ending}": two.other.rows[kind]
        for kind in ("collaboration", "provider", "membership", "person", "authority")
        for ending in ("", "_id")
    }
    added = {name: value for name, value in {**ADDED, **foreign}.items() if name not in body}
    ids = frozenset(two.other.rows.values()) - frozenset(two.own.rows.values())
    for _try in range(
        4
    ):  # the id of a new row may happen to be one of the other authority's, and is then shown
        status, plain = statements(role, path, body, two, ids)
        assert status == 302
        assert plain, "nothing is written, so this proves nothing"
        again, fuller = statements(role, path, {**body, **added}, two, ids)
        differing = [pair for pair in zip(plain, fuller, strict=True) if pair[0] != pair[1]]
        if not differing:
            break
    assert again == status
    assert not differing


def test_every_form_of_the_list_is_there() -> None:
    assert set(WRITTEN) <= {route.name for route in ROUTES}
