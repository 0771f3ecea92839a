"""O2: take-overs that the links of the register of schools suggest, from the upload to the record."""

from __future__ import annotations

import io
import re
from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.test import Client

from accounts.models import Authority, User
from audit.models import Entry
from core.scoping import authority_scope
from ofsted.models import ImportRun, SchoolLink
from ofsted.selectors.register import take_over_candidates
from ofsted.selectors.standing import relevant_judgements
from ofsted.services.national import load_national
from providers.models import Provider, SuccessionLink
from tests.factories.ofsted import InspectionFactory, SchoolLinkFactory
from tests.factories.providers import ProviderFactory, ProviderIdentityFactory, SuccessionLinkFactory
from tests.ofsted.files import EVERY_DOUBT
from tests.ofsted.kinds import link, link_file
from tests.ofsted.link_files import (
    AUGUST,
    JUNE,
    NOW,
    OLD,
    Browse,
    Cells,
    by_number,
    counts,
    held,
    rows,
    told,
)

pytestmark = pytest.mark.django_db


# --- O2: suggestions ----------------------------------------------------------------------------------------
def suggestions(authority: Authority, number: str) -> list[tuple[str, list[str]]]:
    with authority_scope(authority):
        return [(each.number, list(each.reasons)) for each in take_over_candidates(by_number(number))]


def test_o2_a_school_without_an_ofsted_urn_is_suggested_with_its_reason(linked: Authority) -> None:
    words = "The national register of schools says it took over from Old School (700201) on 1 September 2024."
    assert suggestions(linked, "700101") == [(OLD, [words])]
    assert suggestions(linked, "700102") == [], "the other school is not in the register"
    assert suggestions(linked, OLD) == [], "it is the earlier one"


def test_o2_what_is_recorded_gone_or_would_make_a_circle_is_not_suggested(linked: Authority) -> None:
    with authority_scope(linked):
        recorded = SuccessionLinkFactory(old=by_number(OLD), new=by_number("700101"))
        assert take_over_candidates(by_number("700101")) == []
        recorded.delete()
        backwards = SuccessionLinkFactory(old=by_number("700101"), new=by_number(OLD))
        assert take_over_candidates(by_number("700101")) == []
        backwards.delete()
    counts(linked, link_file(rows()[1:]), accept={"many_gone"})
    assert suggestions(linked, "700101") == []


def test_o2_the_register_of_schools_comes_before_the_postcode(linked: Authority) -> None:
    with authority_scope(linked):
        new, old = by_number("700101"), by_number(OLD)
        Provider.objects.filter(pk__in=[new.pk, old.pk]).update(postcode="LK3 3CC")
        Provider.objects.filter(pk=old.pk).update(urn="EY900001")
        Provider.objects.filter(pk=new.pk).update(registered_on=date(2024, 9, 1))
        ProviderFactory(urn="EY900002", postcode="LK3 3CC", unlisted_since=date(2024, 8, 31))
    assert [number for number, _ in suggestions(linked, "700101")] == [OLD, "EY900002"]


def test_o2_suggestions_ask_a_fixed_number_of_questions(
    linked: Authority, django_assert_num_queries: Any
) -> None:
    with authority_scope(linked):
        new = by_number("700101")
        for place in range(5):
            old = ProviderFactory(urn="", unlisted_since=date(2024, 8, 31))
            ProviderIdentityFactory(provider=old, scheme="dfe_urn", value=f"70050{place}")
            SchoolLinkFactory(urn="700101", other_urn=f"70050{place}")
        with django_assert_num_queries(4):
            assert len(take_over_candidates(new)) == 6


def test_o2_an_officer_records_what_the_register_suggests(
    linked: Authority, amina: User, browse: Browse
) -> None:
    with authority_scope(linked):
        new, old = by_number("700101"), by_number(OLD)
        InspectionFactory(provider=old, regime="school", overall=1)
    client = browse(amina)
    where = f"/larkshire/admin/providers/provider/{new.pk}/"
    page = client.get(f"{where}change/").content.decode()
    assert "took over from Old School (700201) on 1 September 2024." in page
    assert f"take-over/?school={OLD}" in page
    form = client.get(f"{where}take-over/?school={OLD}").context["adminform"].form
    assert (form["earlier_school"].value(), form["on"].value()) == (OLD, "1/9/2024")
    sent = {"earlier_school": OLD, "on": "1 September 2024", "reason": "Became an academy"}
    shown = client.post(f"{where}take-over/", sent, follow=True).content.decode()
    assert re.search(r"It is recorded that School 700101.* took over from Old School", shown)
    assert "may have followed" not in shown
    assert " ()" not in shown
    with authority_scope(linked):
        recorded = SuccessionLink.objects.get()
        assert (recorded.old, recorded.new, recorded.reason) == (old, new, "Became an academy")
        judged = relevant_judgements([new.pk], on=NOW.date())[new.pk].relevant
        assert judged.inspection is None, "the judgement of the earlier registration does not count"
        assert Entry.objects.filter(action="setting_linked", by=amina).count() == 1


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ({"earlier_school": "700999"}, "No setting in your register has this Department for Education URN."),
        (
            {"earlier_school": "EY123456"},
            "No setting in your register has this Department for Education URN.",
        ),
        ({"earlier": "EY900001", "earlier_school": OLD}, "Enter one of the two numbers, not both."),
        ({"earlier": OLD}, f"No setting in your register matches “{OLD}”."),
        ({"earlier_school": "700101"}, "A setting cannot take over from itself."),
        (
            {},
            "Enter the Ofsted URN or the name of the earlier registration, or its Department for Education URN"
            " below.",
        ),
    ],
)
def test_o1_the_earlier_school_is_named_by_one_number_of_one_scheme(
    linked: Authority, amina: User, browse: Browse, sent: Cells, words: str
) -> None:
    with authority_scope(linked):
        ProviderFactory(urn="EY900001")
        where = f"/larkshire/admin/providers/provider/{by_number('700101').pk}/take-over/"
    page = browse(amina).post(where, {**sent, "on": "1/9/2024", "reason": "Academy"}).content.decode()
    assert words in page
    with authority_scope(linked):
        assert not SuccessionLink.objects.exists()


# --- the pages ----------------------------------------------------------------------------------------------
def uploaded(client: Client, authority: Authority, data: bytes) -> ImportRun:
    client.post("/larkshire/ofsted/files/new/", {"file": SimpleUploadedFile("links_2026-08-31.csv", data)})
    with authority_scope(authority):
        return ImportRun.objects.latest("pk")


@pytest.mark.django_db(transaction=True)
def test_o7_an_officer_uploads_links_looks_and_confirms(
    schools: Authority, amina: User, browse: Browse
) -> None:
    client = browse(amina)
    run = uploaded(client, schools, link_file([*rows(), link("899999", "899998")]))
    where = f"/larkshire/ofsted/files/{run.pk}/"
    page = " ".join(client.get(where).content.decode().split())
    with authority_scope(schools):
        new = by_number("700101")
        assert (run.state, run.counts) == ("ready", told(new=4))
        assert not SchoolLink.objects.exists(), "the preview writes nothing"
    for words in (
        "Links between schools (GIAS)", "Links of other schools, left alone", "Take-overs that this file would suggest",
        f"/larkshire/admin/providers/provider/{new.pk}/change/#take-overs",
        "says it took over from Old School (700201) on 1 September 2024.", "No take-over is recorded by this",
    ):  # fmt: skip
        assert words in page
    listed = client.get(f"{where}new/").content.decode()
    assert "700101: Predecessor 700201, School 700201" in listed
    assert client.post(where).status_code == 302
    with authority_scope(schools):
        run.refresh_from_db()
        assert (run.state, run.staged) == ("loaded", None)
        assert Entry.objects.filter(action="import_applied", by=amina).count() == 1
    assert len(held(schools)) == 4
    assert "Take-overs to record" in client.get(where).content.decode()
    page = client.get(f"/larkshire/admin/providers/provider/{new.pk}/change/").content.decode()
    assert "links_2026-08-31.csv" in page.replace("<wbr>", "")


@pytest.mark.django_db(transaction=True)
def test_o7_links_that_changed_since_the_comparison_are_shown_again(
    schools: Authority, amina: User, browse: Browse
) -> None:
    client = browse(amina)
    run = uploaded(client, schools, link_file(rows()))
    counts(schools, link_file(rows()[:3]), JUNE)
    client.post(f"/larkshire/ofsted/files/{run.pk}/")
    with authority_scope(schools):
        run.refresh_from_db()
        assert (run.state, run.counts) == ("ready", told(new=1, unchanged=3))
    assert len(held(schools)) == 3


@pytest.mark.django_db(transaction=True)
def test_o7_a_file_of_other_schools_is_refused_in_words(
    schools: Authority, amina: User, browse: Browse
) -> None:
    client = browse(amina)
    run = uploaded(client, schools, link_file([link("899999", "899998")]))
    assert "No link in this file is one of a school in your register." in run.problem


@pytest.mark.django_db(transaction=True)
def test_the_command_says_what_it_left_alone(schools: Authority, tmp_path: Any, capsys: Any) -> None:
    path = tmp_path / "links_2026-08-31.csv"
    path.write_bytes(link_file([*rows(), link("899999", "899998")]))
    call_command("import_ofsted", str(path), authority="larkshire")
    said = capsys.readouterr().out
    assert "Links between schools (GIAS)" in said
    assert "Links of other schools, left alone: 1 row" in said
    path.write_bytes(link_file(rows()[:1]))
    with pytest.raises(CommandError, match="--accept many_gone"):
        call_command("import_ofsted", str(path), authority="larkshire")


# --- isolation ----------------------------------------------------------------------------------------------
def test_each_authority_has_links_of_its_own(
    linked: Authority, marlshire: Authority, otto: User, browse: Browse
) -> None:
    with authority_scope(marlshire):
        assert not SchoolLink.objects.exists()
        theirs = ProviderFactory(urn="", name="Marl School")
        ProviderIdentityFactory(provider=theirs, scheme="dfe_urn", value="700101")
        assert take_over_candidates(theirs) == []
    with authority_scope(linked):
        run = ImportRun.objects.latest("pk")
    client = browse(otto)
    assert client.get(f"/marlshire/ofsted/files/{run.pk}/").status_code == 404
    page = client.get(f"/marlshire/admin/providers/provider/{theirs.pk}/change/").content.decode()
    assert "Old School" not in page
    load = load_national(
        file=io.BytesIO(link_file(rows())), name="f.csv", listed_on=AUGUST, authorities=[linked, marlshire], at=NOW,
        accept=EVERY_DOUBT,
    )  # fmt: skip
    assert [load.counts[each]["new"] for each in (linked, marlshire)] == [0, 1]
    assert set(held(marlshire)) == {("700101", OLD, "predecessor")}
