"""D12 (O1, O3, O5, O7): schools, the register of schools and agencies load like the childcare file."""

from __future__ import annotations

import io
import os
from collections.abc import Callable, Collection
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from accounts.models import Authority, User
from core.scoping import authority_scope
from ofsted.models import ImportRun, Inspection, RegisterName
from ofsted.rules.kinds import FileKind
from ofsted.rules.relevance import Standing
from ofsted.selectors.imports import register_names
from ofsted.selectors.standing import leading_decision, relevant_judgements
from ofsted.services.national import NationalLoad, load_national
from providers.models import Provider, ProviderIdentity
from tests.ofsted.files import EVERY_DOUBT, make_file, row
from tests.ofsted.kinds import (
    agency,
    agency_file,
    card,
    early_years,
    establishment,
    register_of_schools,
    school,
    school_file,
    school_file_before,
)

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
MAY, JUNE, JULY = date(2026, 5, 31), date(2026, 6, 30), date(2026, 7, 31)
pytestmark = pytest.mark.django_db
GIAS = (
    Path(os.environ.get("OFSTED_DATA", Path(__file__).parents[3] / "shared" / "data"))
    / "gias_sample_2021-05.csv"
)


def load(
    authority: Authority, data: bytes, day: date = JUNE, accept: Collection[str] = EVERY_DOUBT
) -> dict[str, int]:
    return loaded([authority], data, day, accept).counts.get(authority, {})


def loaded(
    authorities: list[Authority], data: bytes, day: date = JUNE, accept: Collection[str] = EVERY_DOUBT
) -> NationalLoad:
    return load_national(
        file=io.BytesIO(data), name="f.csv", listed_on=day, authorities=authorities, at=NOW, accept=accept
    )


def told(**given: int) -> dict[str, int]:
    kinds = ("new", "changed", "unchanged", "vanished", "remark", "rejected", "unreadable")
    return {**dict.fromkeys(kinds, 0), **given}


def by_number(scheme: str, value: str) -> Provider:
    return ProviderIdentity.objects.select_related("provider").get(scheme=scheme, value=value).provider


# --- the register of schools ----------------------------------------------------------------------------------
def test_o7_the_register_of_schools_brings_schools_with_early_years(larkshire: Authority) -> None:
    data = register_of_schools(
        [
            establishment("700101"),
            establishment("700102", name="Lark Nursery", provider_type="Local authority nursery school",
                          phase="Nursery", nursery="Not applicable", low_age=""),
            establishment("700103", name="Larkton High School", nursery="No Nursery Classes", low_age="11"),
            establishment("700104", name="Old School", registration_status="Closed"),
            establishment("700105", name="New School", registration_status="Proposed to open"),
            establishment("700106", registration_status="Open, but proposed to close", name="Last Days School"),
            establishment("700107", local_authority="Elsewhere", authority_code="998"),
        ]
    )  # fmt: skip
    assert load(larkshire, data) == told(new=3)
    with authority_scope(larkshire):
        nursery = by_number("dfe_urn", "700102")
        assert (nursery.provider_type, nursery.urn) == (Provider.Type.NURSERY_SCHOOL, "")
        primary = by_number("dfe_urn", "700101")
        assert (primary.name, primary.provider_type, primary.postcode, primary.registered_on) == (
            "Larkton Primary School", Provider.Type.SCHOOL, "LK1 3CD", date(1999, 9, 1),
        )  # fmt: skip
        numbers = dict(ProviderIdentity.objects.filter(provider=primary).values_list("scheme", "value"))
        assert numbers == {"dfe_urn": "700101", "laestab": "9990101", "ukprn": "17001010"}
        run = ImportRun.objects.get()
        assert (run.kind, run.account["not_taken"]) == (FileKind.ESTABLISHMENTS, 3)


def test_o7_the_same_register_of_schools_again_changes_nothing(larkshire: Authority) -> None:
    data = register_of_schools([establishment("700101"), establishment("700102")])
    load(larkshire, data)
    with authority_scope(larkshire):
        before = list(ProviderIdentity.objects.values_list("pk", "value"))
    assert load(larkshire, data) == told(unchanged=2)
    with authority_scope(larkshire):
        assert list(ProviderIdentity.objects.values_list("pk", "value")) == before


def test_o7_a_known_school_that_closed_is_no_longer_listed_by_its_word(larkshire: Authority) -> None:
    load(larkshire, register_of_schools([establishment("700101"), establishment("700102")]))
    closed = register_of_schools(
        [establishment("700101", registration_status="Closed"), establishment("700102")]
    )
    assert load(larkshire, closed, JULY, accept=()) == {}  # one of two: it asks
    assert load(larkshire, closed, JULY) == told(vanished=1, unchanged=1)
    with authority_scope(larkshire):
        gone = by_number("dfe_urn", "700101")
        assert (gone.unlisted_since, gone.registration_status) == (JULY, "Closed")


def test_an_authority_is_found_by_its_code_too(larkshire: Authority) -> None:
    with authority_scope(larkshire):
        RegisterName.objects.create(name="999")
    data = register_of_schools([establishment("700101", local_authority="Some other spelling")])
    assert load(larkshire, data)["new"] == 1


def test_a_code_is_learnt_and_names_are_kept_by_kind(larkshire: Authority) -> None:
    load(larkshire, register_of_schools([establishment("700101")]))
    with authority_scope(larkshire):
        assert register_names(FileKind.ESTABLISHMENTS) == ["Larkshire", "999"]
        assert register_names() == ["Larkshire"]
        RegisterName.objects.create(kind=FileKind.SCHOOLS, name="Larkshire (County)")
        assert register_names(FileKind.SCHOOLS) == ["Larkshire (County)"]
    renamed = register_of_schools([establishment("700101", local_authority="Larkshire and Downs")])
    assert load(larkshire, renamed, JULY, accept=()) == told(unchanged=1)


# --- identity (O1) --------------------------------------------------------------------------------------------
def test_o1_a_school_is_never_matched_by_an_ofsted_urn_that_is_equal(larkshire: Authority) -> None:
    load(larkshire, make_file("2021-08", [row("700101", name="Acorns")], title_rows=[]))
    assert load(larkshire, register_of_schools([establishment("700101")])) == told(new=1)
    with authority_scope(larkshire):
        assert Provider.objects.get(urn="700101").name == "Acorns"
        assert by_number("dfe_urn", "700101").name == "Larkton Primary School"
    # and the other way about: the childcare file leaves the school alone, and unlists no school
    counts = load(larkshire, make_file("2021-08", [row("700101", name="Acorns")], title_rows=[]), JULY)
    assert counts == told(unchanged=1)


def test_no_kind_of_file_unlists_what_another_brought(larkshire: Authority) -> None:
    load(larkshire, make_file("2021-08", [row("EY100001")], title_rows=[]))
    load(larkshire, register_of_schools([establishment("700101")]))
    load(larkshire, agency_file([agency("CA000101")]))
    load(larkshire, school_file([school("700101", **early_years("12/05/2023", "2"))]))
    for data in (
        make_file("2021-08", [row("EY100001")], title_rows=[]),
        register_of_schools([establishment("700101")]),
        agency_file([agency("CA000101")]),
        school_file([school("700101", **early_years("12/05/2023", "2"))]),
    ):
        assert load(larkshire, data, JULY) == told(unchanged=1)
    with authority_scope(larkshire):
        assert Provider.objects.filter(unlisted_since__isnull=False).count() == 0


# --- Ofsted's schools -----------------------------------------------------------------------------------------
def test_o3_a_schools_early_years_grade_counts_in_its_own_regime(larkshire: Authority) -> None:
    load(larkshire, register_of_schools([establishment("700101")]))
    assert load(larkshire, school_file([school("700101", **early_years("12/05/2023", "2"))])) == told(
        changed=1
    )
    with authority_scope(larkshire):
        inspection = Inspection.objects.get()
        assert (inspection.regime, inspection.overall, inspection.is_graded) == ("school", 2, True)
        decision = leading_decision(provider_id=by_number("dfe_urn", "700101").pk, on=JULY)
        assert decision.may_lead


@pytest.mark.parametrize("text", ["Not judged", "NULL", "", "9", "Not applicable"])
def test_o3_what_is_no_judgement_is_none(larkshire: Authority, text: str) -> None:
    load(larkshire, register_of_schools([establishment("700101")]))
    counts = load(larkshire, school_file([school("700101", **early_years("12/05/2023", text))]))
    assert counts == told(unchanged=1)
    with authority_scope(larkshire):
        assert not Inspection.objects.exists()


@pytest.mark.parametrize(
    ("area", "safeguarding", "verdict"),
    [
        ("Strong standard", "Met", "MAY_LEAD"),
        ("Needs attention", "Met", "OFFICER_DECIDES"),
        ("Urgent improvement", "Met", "BELOW_LINE"),
        ("Expected standard", "Not met", "BELOW_LINE"),
    ],
)
def test_o3_the_early_years_area_of_a_report_card_counts(
    larkshire: Authority, area: str, safeguarding: str, verdict: str
) -> None:
    load(larkshire, register_of_schools([establishment("700101")]))
    cells = {**early_years("12/05/2023", "2"), **card("20/01/2026", area, safeguarding)}
    load(larkshire, school_file([school("700101", **cells)]))
    with authority_scope(larkshire):
        provider = by_number("dfe_urn", "700101")
        relevant = relevant_judgements([provider.pk], on=JULY)[provider.pk].relevant
        assert relevant.inspection is not None
        assert relevant.inspection.inspected_on == date(2026, 1, 20)
        assert leading_decision(provider_id=provider.pk, on=JULY).verdict.name == verdict


def test_o2_a_predecessors_inspection_is_not_the_schools_own(larkshire: Authority) -> None:
    load(larkshire, register_of_schools([establishment("700101")]))
    cells = {**early_years("12/05/2015", "4"), "school.urn_then": "600600"}
    assert load(larkshire, school_file([school("700101", **cells)])) == told(unchanged=1, remark=1)
    with authority_scope(larkshire):
        assert not Inspection.objects.exists()


def test_o7_a_school_that_the_register_lacks_is_new_by_its_early_years(larkshire: Authority) -> None:
    data = school_file(
        [
            school("700101", **early_years("12/05/2023", "2")),
            school("700102", name="Larkton High School", phase="Secondary"),
            school("700103", name="Lark Nursery", phase="Nursery", provider_type="LA nursery school"),
        ]
    )
    assert load(larkshire, data) == told(new=2)
    with authority_scope(larkshire):
        assert by_number("dfe_urn", "700103").provider_type == Provider.Type.NURSERY_SCHOOL
        assert by_number("laestab", "9990101").name == "Larkton Primary School"


def test_o7_details_of_a_school_come_from_the_register_of_schools(larkshire: Authority) -> None:
    load(larkshire, register_of_schools([establishment("700101"), establishment("700102")]))
    gone = register_of_schools(
        [establishment("700101", registration_status="Closed"), establishment("700102")]
    )
    load(larkshire, gone, JULY)
    data = school_file([school("700101", name="Other Name", **early_years("12/05/2023", "3"))])
    assert load(larkshire, data, JULY) == told(changed=1)
    with authority_scope(larkshire):
        provider = by_number("dfe_urn", "700101")
        assert (provider.name, provider.is_listed) == ("Larkton Primary School", False)
        assert by_number("dfe_urn", "700102").is_listed  # absent from Ofsted's file: that is no news


def test_o7_without_the_register_of_schools_absence_from_ofsteds_file_asks(larkshire: Authority) -> None:
    rows = [school(f"70010{n}", **early_years("12/05/2023", "2")) for n in range(1, 4)]
    load(larkshire, school_file(rows))
    assert load(larkshire, school_file(rows[:1]), JULY, accept=()) == {}
    assert load(larkshire, school_file(rows[:1]), JULY)["vanished"] == 2


def test_o7_the_layout_before_report_cards_is_read(larkshire: Authority) -> None:
    data = school_file_before([school("700101", **early_years("12/05/2023", "1"))])
    assert load(larkshire, data) == told(new=1)
    with authority_scope(larkshire):
        assert Inspection.objects.get().overall == 1


def test_o7_a_school_inspection_that_the_newest_file_lacks_no_longer_counts(larkshire: Authority) -> None:
    load(larkshire, school_file([school("700101", **early_years("12/05/2023", "4"))]))
    withdrawn = school_file([school("700101", phase="Nursery")])
    assert load(larkshire, withdrawn, JULY)["changed"] == 1
    with authority_scope(larkshire):
        provider = by_number("dfe_urn", "700101")
        assert (
            relevant_judgements([provider.pk], on=JULY)[provider.pk].relevant.standing
            is Standing.NOT_INSPECTED
        )
    # an older file only fills gaps
    assert (
        load(larkshire, school_file([school("700101", **early_years("12/05/2023", "4"))]), MAY)["changed"]
        == 0
    )


# --- agencies -------------------------------------------------------------------------------------------------
def test_o5_an_agency_is_loaded_and_its_childminder_is_judged_by_it(larkshire: Authority) -> None:
    assert load(larkshire, agency_file([agency("CA000101")])) == told(new=1)
    with authority_scope(larkshire):
        lark = by_number("ca_reference", "CA000101")
        assert lark.provider_type == Provider.Type.AGENCY
        inspection = Inspection.objects.get()
        assert (inspection.inspected_on, inspection.met) == (date(2019, 12, 5), 1)
        assert inspection.visit_type == "02/12/2019 - 05/12/2019"
        minder = Provider.objects.create(
            name="Minder", provider_type=Provider.Type.CHILDMINDER, agency=lark, authority=larkshire
        )
        assert leading_decision(provider_id=minder.pk, on=JULY).may_lead
    worse = agency("CA000101", **{"agency.inspected_on": "03/02/2026", "agency.met": "Ineffective"})
    assert load(larkshire, agency_file([worse]), JULY)["changed"] == 1
    with authority_scope(larkshire):
        assert leading_decision(provider_id=minder.pk, on=JULY).verdict.name == "BELOW_LINE"


def test_o5_an_agency_of_another_authority_is_kept_up_to_date_once_it_is_recorded(
    larkshire: Authority, marlshire: Authority
) -> None:
    for authority in (larkshire, marlshire):
        with authority_scope(authority):
            used = Provider.objects.create(
                name="Far Agency", provider_type=Provider.Type.AGENCY, authority=authority
            )
            ProviderIdentity.objects.create(
                provider=used, scheme="ca_reference", value="CA000202", authority=authority
            )
    data = agency_file(
        [agency("CA000202", local_authority="Elsewhere"), agency("CA000303", local_authority="Elsewhere")]
    )
    counts = loaded([larkshire, marlshire], data).counts
    assert [counts[authority]["changed"] for authority in (larkshire, marlshire)] == [1, 1]
    for authority in (larkshire, marlshire):
        with authority_scope(authority):
            assert Inspection.objects.get().met == 1
            assert not ProviderIdentity.objects.filter(value="CA000303").exists()


def test_an_agency_that_is_held_by_its_urn_is_the_same_one(larkshire: Authority) -> None:
    with authority_scope(larkshire):
        Provider.objects.create(
            name="Old entry", urn="CA000101", provider_type=Provider.Type.AGENCY, authority=larkshire
        )
    assert load(larkshire, agency_file([agency("CA000101")]))["new"] == 0
    with authority_scope(larkshire):
        assert Provider.objects.get().name == "Lark Childminders"


# --- the pages ------------------------------------------------------------------------------------------------
@pytest.mark.django_db(transaction=True)
def test_o7_an_officer_uploads_a_file_of_another_kind(
    larkshire: Authority, amina: User, browse: Callable[[User], Client]
) -> None:
    client = browse(amina)
    assert "edubasealldata" in client.get("/larkshire/ofsted/files/new/").content.decode()
    for name, data in (
        ("edubasealldata20260630.csv", register_of_schools([establishment("700101")])),
        ("schools_as_at_30_June_2026.csv", school_file([school("700101", **early_years("12/05/2023", "2"))])),
        ("agencies_as_at_30_June_2026.csv", agency_file([agency("CA000101")])),
    ):
        client.post("/larkshire/ofsted/files/new/", {"file": SimpleUploadedFile(name, data)})
        with authority_scope(larkshire):
            run = ImportRun.objects.latest("pk")
        where = f"/larkshire/ofsted/files/{run.pk}/"
        page = client.get(where).content.decode()
        assert run.get_kind_display() in page
        assert client.post(where).status_code == 302
        with authority_scope(larkshire):
            run.refresh_from_db()
            assert (run.state, run.staged) == ("loaded", None)
    listed = client.get("/larkshire/ofsted/files/?kind=schools").content.decode().replace("<wbr>", "")
    assert "schools_as_at_30_June_2026.csv" in listed
    assert "edubasealldata20260630.csv" not in listed
    with authority_scope(larkshire):
        provider = by_number("dfe_urn", "700101")
    page = client.get(f"/larkshire/admin/providers/provider/{provider.pk}/change/").content.decode()
    assert all(text in page for text in ("700101", "9990101", "School inspection, early years"))


@pytest.mark.django_db(transaction=True)
def test_o7_a_school_changed_between_comparison_and_load_is_shown_again(
    larkshire: Authority, amina: User, browse: Callable[[User], Client]
) -> None:
    client = browse(amina)
    load(larkshire, register_of_schools([establishment("700101")]))
    file = SimpleUploadedFile(
        "gias_2026-07-31.csv", register_of_schools([establishment("700101", name="New Name")])
    )
    client.post("/larkshire/ofsted/files/new/", {"file": file})
    with authority_scope(larkshire):
        run = ImportRun.objects.latest("pk")
        ProviderIdentity.objects.filter(value="700101").delete()
    client.post(f"/larkshire/ofsted/files/{run.pk}/")
    with authority_scope(larkshire):
        run.refresh_from_db()
        assert (run.state, run.counts["new"]) == ("ready", 1)


# --- a real file ----------------------------------------------------------------------------------------------
@pytest.mark.skipif(not GIAS.exists(), reason="the sample of the register of schools is not here")
def test_a_real_sample_of_the_register_of_schools_loads(larkshire: Authority) -> None:
    with authority_scope(larkshire):
        RegisterName.objects.create(kind=FileKind.ESTABLISHMENTS, name="Camden")
    data = GIAS.read_bytes()
    counts = load(larkshire, data)
    assert (counts["rejected"], counts["remark"]) == (0, 0)
    assert counts["new"] > 0
    with authority_scope(larkshire):
        kept = ImportRun.objects.get().account
        assert (kept["unused"], kept["missing"]) == ([], [])
        assert counts["new"] + kept["not_taken"] == 44
        types = set(Provider.objects.values_list("provider_type", flat=True))
        assert types <= {Provider.Type.SCHOOL, Provider.Type.NURSERY_SCHOOL}
    assert load(larkshire, data, JULY) == told(unchanged=counts["new"])
