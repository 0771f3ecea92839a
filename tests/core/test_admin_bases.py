"""The base of every admin, on the sample site of
sample_admin.py: services only, honest errors, cheap lists.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.paginator import InvalidPage
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.models import Authority, User
from accounts.permissions import Permission
from accounts.roles import Role
from accounts.services.authorities import create_authority
from core.admin import paging
from core.admin.bases import OfficerModelAdmin
from core.admin.site import OfficerSite
from core.exports.registry import Export, forget, register
from core.scoping import authority_scope
from core.tables.columns import Column
from core.tables.filters import Filter
from providers.models import District, Provider
from tests.factories.people import appointed, browsing
from tests.factories.providers import DistrictFactory, ProviderFactory

pytestmark = pytest.mark.django_db
DISTRICTS = "/larkshire/admin/providers/district/"
SETTINGS = "/larkshire/admin/providers/provider/"


@pytest.fixture(autouse=True)
def sample_site(settings: Any) -> None:
    settings.AUTHORITY_URLCONF = "tests.core.sample_admin"


@pytest.fixture
def larkshire(db: None) -> Authority:
    return create_authority(name="Larkshire", slug="larkshire")


@pytest.fixture
def amina(larkshire: Authority) -> User:
    """Early years officer of Larkshire."""
    return appointed(larkshire, "Amina Okafor", Role.OFFICER)


@pytest.fixture
def as_amina(amina: User) -> Client:
    return browsing(amina)


@pytest.fixture
def north(larkshire: Authority) -> District:
    """A district with two settings."""
    with authority_scope(larkshire):
        north: District = DistrictFactory(name="North")
        ProviderFactory(name="Acorns", district=north)
        ProviderFactory(name="Beeches", district=north)
        return north


def names_in(authority: Authority, district: str) -> list[str]:
    with authority_scope(authority):
        return sorted(Provider.objects.filter(district__name=district).values_list("name", flat=True))


def rows(*given: dict[str, Any], stored: int = 0) -> dict[str, Any]:
    """What a browser sends for the rows below the record."""
    sent: dict[str, Any] = {"providers-TOTAL_FORMS": len(given), "providers-INITIAL_FORMS": stored}
    for number, row in enumerate(given):
        whole = {
            "id": "",
            "name": "",
            "provider_type": "non_domestic",
            "registered_on": "",
            "agency": "",
        } | row
        sent |= {f"providers-{number}-{field}": value for field, value in whole.items()}
    return sent


def test_a_record_and_its_rows_reach_the_service_together(as_amina: Client, larkshire: Authority) -> None:
    sent = {"name": "East", **rows({"name": "Acorns", "registered_on": "1 April 19"}, {"provider_type": ""})}
    assert as_amina.post(f"{DISTRICTS}add/", sent)["Location"] == DISTRICTS
    with authority_scope(larkshire):
        setting = Provider.objects.get(district__name="East")
    assert (setting.name, setting.registered_on) == ("Acorns", date(2019, 4, 1))


def test_the_service_is_given_the_record_as_it_is_stored(
    as_amina: Client, north: District, larkshire: Authority
) -> None:
    answer = as_amina.post(f"{DISTRICTS}{north.pk}/change/", {"name": "Far north", **rows()}, follow=True)
    assert "Far north (was North)" in answer.content.decode()


def test_rows_are_changed_added_and_taken_out(
    as_amina: Client, north: District, larkshire: Authority
) -> None:
    with authority_scope(larkshire):
        acorns, beeches = Provider.objects.order_by("name")
    sent = rows(
        {"id": acorns.pk, "name": "Acorns House"},
        {"id": beeches.pk, "name": "Beeches", "DELETE": "on"},
        {"name": "Cedars"},
        stored=2,
    )
    assert as_amina.post(f"{DISTRICTS}{north.pk}/change/", {"name": "N", **sent}).status_code == 302
    assert names_in(larkshire, "N (was North)") == ["Acorns House", "Cedars"]
    with authority_scope(larkshire):
        assert Provider.objects.filter(pk=beeches.pk).exists(), "the admin itself deletes nothing"


def test_a_row_of_another_record_cannot_be_slipped_in(
    as_amina: Client, north: District, larkshire: Authority
) -> None:
    with authority_scope(larkshire):
        foreign = ProviderFactory(name="Elsewhere")
    sent = rows({"id": foreign.pk, "name": "Taken"}, stored=1)
    answer = as_amina.post(f"{DISTRICTS}{north.pk}/change/", {"name": "N", **sent})
    assert answer.context["adminform"].form.non_field_errors() == [
        "A row was removed by somebody else in the meantime. Open the page again."
    ]
    as_extra = rows({"id": foreign.pk, "name": "Taken"})
    assert as_amina.post(f"{DISTRICTS}{north.pk}/change/", {"name": "N", **as_extra}).status_code == 302
    with authority_scope(larkshire):
        assert Provider.objects.get(pk=foreign.pk).name == "Elsewhere"


def test_a_refusal_undoes_the_service_s_writes_and_shows_reasons_and_rows_again(
    as_amina: Client, larkshire: Authority
) -> None:
    answer = as_amina.post(f"{DISTRICTS}add/", {"name": "Nowhere", **rows({"name": "Acorns"})})
    assert answer.status_code == 200
    assert answer.context["adminform"].form.errors == {
        "name": ["There is no such place."],
        "__all__": ["Look at a map."],
    }
    page = answer.content.decode()
    assert 'value="Nowhere"' in page
    assert 'value="Acorns"' in page
    assert '<a href="#id_name">There is no such place.</a>' in page
    assert "<li>Look at a map.</li>" in page
    with authority_scope(larkshire):
        assert not District.objects.exists()
        assert not Provider.objects.exists()


def test_a_mistake_in_a_row_is_in_the_summary_and_leads_to_its_control(as_amina: Client) -> None:
    page = as_amina.post(
        f"{DISTRICTS}add/", {"name": "East", **rows({"name": "Acorns", "registered_on": "31/2/26"})}
    ).content.decode()
    assert '<a href="#id_providers-0-registered_on">' in page


def test_what_is_found_while_choosing_is_of_this_authority(as_amina: Client, north: District) -> None:
    other = create_authority(name="Marlshire", slug="marlshire")
    with authority_scope(other):
        theirs = ProviderFactory(name="Acorns of Marlshire", search_text="acorns of marlshire")
    asked = {"app_label": "providers", "model_name": "provider", "field_name": "agency", "term": "acorns"}
    found = as_amina.get("/larkshire/admin/autocomplete/", asked).json()["results"]
    assert [each["text"] for each in found] == ["Acorns"]
    sent = rows({"name": "Cedars", "agency": theirs.pk})
    answer = as_amina.post(f"{DISTRICTS}add/", {"name": "East", **sent})
    assert "Select a valid choice" in answer.content.decode()
    everybody = {"app_label": "providers", "model_name": "provider", "field_name": "authority", "term": ""}
    assert as_amina.get("/larkshire/admin/autocomplete/", everybody).status_code == 403


def test_each_control_of_a_row_is_named(as_amina: Client, north: District) -> None:
    page = as_amina.get(f"{DISTRICTS}{north.pk}/change/").content.decode()
    for name in ("Name, row 1", "Type, row 2", "Registered on, row 3", "Name, new row", "Delete, row 1"):
        assert f'aria-label="{name}"' in page


def test_without_services_an_admin_is_read_only_whatever_the_role_may(
    as_amina: Client, north: District, larkshire: Authority
) -> None:
    with authority_scope(larkshire):
        pk = Provider.objects.order_by("pk")[0].pk
    page = as_amina.get(f"{SETTINGS}{pk}/change/").content.decode()
    assert 'name="name"' not in page
    assert "_save" not in page
    assert as_amina.post(f"{SETTINGS}{pk}/change/", {"name": "Mine"}).status_code == 403
    assert as_amina.get(f"{SETTINGS}add/").status_code == 403
    assert as_amina.post(f"{SETTINGS}{pk}/delete/", {"post": "yes"}).status_code == 403


def test_deleting_asks_first_takes_nothing_else_along_and_may_be_refused(
    as_amina: Client, north: District, larkshire: Authority
) -> None:
    path = f"{DISTRICTS}{north.pk}/delete/"
    assert "Nothing else is deleted with it." in as_amina.get(path).content.decode()
    refused = as_amina.post(path, {"post": "yes"}, follow=True)
    assert refused.redirect_chain == [(f"{DISTRICTS}{north.pk}/change/", 302)]
    assert "There are settings in this district." in refused.content.decode()
    with authority_scope(larkshire):
        Provider.objects.update(district=None)
    assert as_amina.post(path, {"post": "yes"})["Location"] == DISTRICTS
    with authority_scope(larkshire):
        assert not District.objects.exists()
        assert Provider.objects.count() == 2


def test_what_does_not_exist_here_is_a_404(as_amina: Client, larkshire: Authority) -> None:
    other = create_authority(name="Marlshire", slug="marlshire")
    with authority_scope(other):
        theirs = DistrictFactory(name="Theirs")
    for pk in (theirs.pk, 987654, "nonsense"):
        for act in ("change", "history", "delete"):
            if act != "history":
                assert as_amina.get(f"{DISTRICTS}{pk}/{act}/").status_code == 404, (pk, act)
        assert as_amina.post(f"{DISTRICTS}{pk}/change/", {"name": "Mine", **rows()}).status_code == 404


def test_the_menu_s_order_and_names(as_amina: Client) -> None:
    subjects = as_amina.get("/larkshire/admin/").context["app_list"]
    assert [row["name"] for subject in subjects for row in subject["models"]] == ["the register", "Districts"]
    assert "<h1>The register</h1>" in as_amina.get(SETTINGS).content.decode()


def test_search_reads_the_normalised_column_for_every_word(as_amina: Client, larkshire: Authority) -> None:
    with authority_scope(larkshire):
        ProviderFactory(name="Café Acorns", search_text="cafe acorns ey1")
        ProviderFactory(name="Acorns", search_text="acorns ey2")

    def found(words: str) -> list[str]:
        return sorted(
            setting.name for setting in as_amina.get(SETTINGS, {"q": words}).context["cl"].result_list
        )

    assert found("ACORNS") == ["Acorns", "Café Acorns"]
    assert found("acorns CAFÉ") == ["Café Acorns"]
    assert found("acorns %") == found("oak") == []


def test_a_list_costs_the_same_queries_for_one_row_and_for_thirty(
    as_amina: Client, larkshire: Authority
) -> None:
    def queries() -> int:
        with CaptureQueriesContext(
            connection,
        ) as seen:
            assert as_amina.get(SETTINGS).status_code == 200
        return len(seen)

    with authority_scope(larkshire):
        ProviderFactory(district=DistrictFactory())
    queries()
    one = queries()
    with authority_scope(larkshire):
        for _number in range(29):
            ProviderFactory(district=DistrictFactory())
    assert queries() == one


def test_a_big_list_is_estimated_and_says_so(
    as_amina: Client, larkshire: Authority, monkeypatch: pytest.MonkeyPatch
) -> None:
    with authority_scope(larkshire):
        ProviderFactory.create_batch(30)
    exact = as_amina.get(SETTINGS)
    assert exact.context["cl"].result_count == 30
    assert "About" not in exact.content.decode()
    monkeypatch.setattr(paging, "EXACT_UP_TO", 26)
    estimated = as_amina.get(SETTINGS)
    assert estimated.context["cl"].result_count >= 27
    assert "About" in estimated.content.decode()
    assert len(as_amina.get(SETTINGS, {"p": 2}).context["cl"].result_list) == 5


def test_rows_past_an_estimate_that_was_too_low_can_still_be_reached(
    larkshire: Authority, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paging, "EXACT_UP_TO", 3)
    monkeypatch.setattr(paging, "estimated_rows", lambda rows: 1)
    with authority_scope(larkshire):
        ProviderFactory.create_batch(10)
        pages = paging.BigListPaginator(Provider.objects.order_by("pk"), 2)
        assert (pages.count, pages.is_estimate) == (4, True)
        assert len(pages.page(5).object_list) == 2
        with pytest.raises(InvalidPage):
            pages.page("x")


def test_an_estimate_comes_from_the_planner_and_reads_no_row(larkshire: Authority, as_owner: Any) -> None:
    with authority_scope(larkshire):
        ProviderFactory.create_batch(300)
        with as_owner(), connection.cursor() as cursor:
            cursor.execute("ANALYZE providers_provider")
        with CaptureQueriesContext(connection) as seen:
            guess = paging.estimated_rows(Provider.objects.order_by("name"))
        assert 200 <= guess <= 450
        assert [each["sql"][:7] for each in seen] == ["EXPLAIN"]


def test_only_pages_that_can_exist_are_asked_for(larkshire: Authority) -> None:
    with authority_scope(larkshire):
        ProviderFactory.create_batch(3)
        pages = paging.BigListPaginator(Provider.objects.order_by("pk"), 2)
        assert (pages.count, pages.num_pages, pages.is_estimate) == (3, 2, False)
        with pytest.raises(InvalidPage):
            pages.page(3)
    assert paging.BigListPaginator([1, 2, 3], 2).count == 3


@pytest.fixture
def districts_export() -> Iterator[None]:
    class Districts(Export):
        identifier = "sample_districts"
        title = "Districts"
        permission = Permission.EXPORT
        columns = (Column("name", "Name"),)
        filters = (Filter("words", "Words"),)

    register(Districts)
    yield
    forget("sample_districts")


def test_export_and_import_lead_to_the_same_pages_as_elsewhere(
    as_amina: Client, districts_export: None
) -> None:
    page = as_amina.get(DISTRICTS, {"q": "far north"}).content.decode()
    assert '<form method="post" action="/larkshire/files/exports/sample_districts/?words=far+north"' in page
    assert '<a href="/larkshire/">Import</a>' in page


def test_whoever_may_not_import_is_not_offered_it(larkshire: Authority, districts_export: None) -> None:
    page = browsing(appointed(larkshire, "Fred Hughes", Role.FINANCE)).get(DISTRICTS).content.decode()
    assert ">Import</a>" not in page
    assert 'action="/larkshire/files/exports/sample_districts/"' in page
    assert ">Add district</a>" not in page


def test_an_export_that_nobody_registered_is_not_offered(as_amina: Client) -> None:
    assert ">Export</a>" not in as_amina.get(DISTRICTS).content.decode()


def test_rows_cannot_be_edited_in_a_list() -> None:
    class Careless(OfficerModelAdmin):
        list_display = ("name", "urn")
        list_editable = ("urn",)

    with pytest.raises(ImproperlyConfigured, match="services"):
        Careless(Provider, OfficerSite("careless"))
