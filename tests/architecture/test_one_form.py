"""One form for a job (decision 0051): where a page exists, the admin's "Add" opens it and its record is only
shown, with a link to it. Nobody chooses from a list of hundreds.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django import forms
from django.conf import settings
from django.contrib import admin
from django.core.exceptions import ImproperlyConfigured
from django.test import RequestFactory
from django.urls import reverse

from core.admin.bases import OfficerModelAdmin
from core.admin.pages import PageFirstMixin
from core.admin.site import OfficerSite
from core.scoping import authority_scope
from core.views import ConfirmPage, SeenPage
from providers.models import District, Provider
from tests.architecture.conftest import TwoAuthorities
from tests.architecture.endpoint import Record
from tests.architecture.matrix import declarations
from tests.architecture.routes import ROUTES

ADMINS: list[OfficerModelAdmin] = list(admin.site._registry.values())  # type: ignore[arg-type]
WITH_PAGE = [each for each in ADMINS if type(each).page_of is not PageFirstMixin.page_of]
#: Tables of an authority that stay short, whatever its size.
SHORT = {District}


def records() -> Iterator[tuple[str, Record]]:
    for module in declarations():
        yield from getattr(module, "RECORDS", {}).items()


RECORDS = dict(records())
#: Records whose page shows several of them, or says all that the record does. A collaboration's is below.
WITHOUT_WAY_BACK = {
    *("accounts_roleappointment", "memberships_settingrole", "memberships_officeholder"),
    *("memberships_leaderappointment", "memberships_application", "memberships_invitation"),
    *("documents_job", "documents_exportrun", "collaborations_collaboration"),
    *("meetings_meeting", "meetings_vote", "meetings_election", "meetings_event"),
    "supplement_paymentanswers",  # leads to the payments of its run
}


def name_of(model_admin: OfficerModelAdmin) -> str:
    return f"{model_admin.opts.app_label}_{model_admin.opts.model_name}"


@pytest.mark.parametrize("model_admin", ADMINS, ids=name_of)
def test_a_record_is_written_on_one_form_only(model_admin: OfficerModelAdmin) -> None:
    """On its page, or in the admin where that says why; never on both, and each with a page leads to it."""
    if model_admin.writes:
        assert len(model_admin.record_only) > 10
        assert not model_admin.page_add
    if model_admin.page_add:
        assert model_admin in WITH_PAGE, "what is added on a page is shown on one"
        reverse(model_admin.page_add, urlconf="config.authority_urls", args=model_admin.page_add_args)


def test_most_records_lead_to_their_page() -> None:
    assert len(WITH_PAGE) >= 14
    assert sum(bool(each.page_add) for each in ADMINS) >= 8
    assert {name_of(each) for each in ADMINS if each.writes} <= {
        "accounts_authority",
        "accounts_roleappointment",
        "accounts_user",
        "ofsted_leadingpolicy",
        "providers_district",
        "providers_provider",
    }


def test_an_admin_that_writes_and_does_not_say_why_is_no_admin() -> None:
    class Careless(OfficerModelAdmin):
        def create_through_service(self, request: Any, form: Any) -> Any:
            return None

    class Twice(Careless):
        record_only = "it has no page, or has it?"
        page_add = "providers:settings"

    for wrong in (Careless, Twice):
        with pytest.raises(ImproperlyConfigured, match="record_only"):
            wrong(Provider, OfficerSite("careless"))


def test_a_list_that_may_be_long_is_no_field_of_a_form(two_authorities: TwoAuthorities) -> None:
    class Careless(OfficerModelAdmin):
        pass

    with (
        authority_scope(two_authorities.own.authority),
        pytest.raises(ImproperlyConfigured, match="short_lists"),
    ):
        Careless(Provider, OfficerSite("careless")).formfield_for_dbfield(
            Provider._meta.get_field("agency"), RequestFactory().get("/")
        )


@pytest.mark.parametrize("model_admin", ADMINS, ids=name_of)
def test_no_form_of_the_admin_offers_a_table_that_can_hold_hundreds(
    model_admin: OfficerModelAdmin, two_authorities: TwoAuthorities
) -> None:
    """As it is drawn for a manager: the record's own form, and the rows below it."""
    pk = two_authorities.own.rows[RECORDS[name_of(model_admin)].row]
    for act in ("add", f"{pk}/change"):
        answer = two_authorities.ask("manager", "get", f"{address_of(model_admin)}{act}/")
        if answer.status_code != 200:
            assert answer.status_code == (403 if not model_admin.page_add else 302), act
            continue
        inlines = answer.context["inline_admin_formsets"]
        with authority_scope(two_authorities.own.authority):
            rows = [form for inline in inlines for form in (*inline.formset.forms, inline.formset.empty_form)]
        drawn = [answer.context["adminform"].form, *rows]
        for form in drawn:
            for name, field in form.fields.items():
                if isinstance(field, forms.ModelChoiceField) and not field.widget.is_hidden:
                    model = field.queryset.model
                    assert model in SHORT or name in model_admin.short_lists, name


def address_of(model_admin: OfficerModelAdmin) -> str:
    return f"/larkshire/admin/{model_admin.opts.app_label}/{model_admin.opts.model_name}/"


@pytest.mark.parametrize("model_admin", WITH_PAGE, ids=name_of)
def test_whoever_sees_a_record_with_a_page_opens_the_page(
    model_admin: OfficerModelAdmin, two_authorities: TwoAuthorities
) -> None:
    name = name_of(model_admin)
    record = RECORDS[name]
    pk = two_authorities.own.rows[record.row]
    address = f"{address_of(model_admin)}{pk}/change/"
    with_page = 0
    for role in sorted(record.view):
        answer = two_authorities.ask(role, "get", address)
        page = answer.context["page_url"]
        if page:
            shown = two_authorities.ask(role, "get", page)
            assert shown.status_code == 200, (role, page)
            assert f'<a href="{page}">Open the page</a>' in answer.content.decode()
            with_page += 1
            back = f'href="{address}"' in shown.content.decode()
            assert back or name in WITHOUT_WAY_BACK or str(pk) not in page.split("/")
    assert with_page


def test_the_pages_below_a_group_lead_to_its_record_for_whoever_uses_the_admin(
    two_authorities: TwoAuthorities,
) -> None:
    group = two_authorities.own.rows["collaboration"]
    page = f"/larkshire/collaborations/{group}/administration/"
    record = f'href="/larkshire/admin/collaborations/collaboration/{group}/change/"'
    assert record in two_authorities.ask("officer", "get", page).content.decode()
    assert record not in two_authorities.ask("leader", "get", page).content.decode()


@pytest.mark.parametrize(
    "view",
    [
        route.view
        for route in ROUTES
        if issubclass(getattr(route.view, "view_class", object), SeenPage)
        and not issubclass(route.view.view_class, ConfirmPage)  # nothing is typed there
    ],
    ids=lambda view: view.view_class.__name__,
)
def test_who_comes_second_reads_what_it_says_now(view: Any) -> None:
    """A form over what two people may write at once draws what is stored above it."""
    name = view.view_class.template_name
    if name != SeenPage.template_name:
        text = (Path(settings.BASE_DIR) / "templates" / name).read_text()
        assert text.startswith(f'{{% extends "{SeenPage.template_name}" %}}')
        assert "block intro" not in text or "{{ block.super }}" in text
