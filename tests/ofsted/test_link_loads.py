"""O2, O7: the links of the register of schools load like the other kinds of file (D1 to D11 over them)."""

from __future__ import annotations

import io
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.db import transaction
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accounts.models import Authority, User
from audit.models import Entry
from core.scoping import authority_scope
from ofsted.imports.columns import DECIDES
from ofsted.imports.heads import head_of
from ofsted.imports.link_rows import LinksRead, read_links
from ofsted.imports.links import LINKS
from ofsted.imports.opening import FileRefused
from ofsted.models import ImportRun, PlannedRow, SchoolLink
from ofsted.rules.days import DayRefused
from ofsted.rules.kinds import FileKind
from ofsted.selectors.register import take_over_candidates
from ofsted.selectors.standing import relevant_judgements
from ofsted.services.national import NationalLoad, load_national
from providers.models import Provider, ProviderIdentity, SuccessionLink
from tests.factories.ofsted import InspectionFactory, SchoolLinkFactory
from tests.factories.providers import ProviderFactory, ProviderIdentityFactory, SuccessionLinkFactory
from tests.ofsted.files import EVERY_DOUBT
from tests.ofsted.kinds import establishment, link, link_file, register_of_schools

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
JUNE, JULY, AUGUST = date(2026, 6, 30), date(2026, 7, 31), date(2026, 8, 31)
NUMBERS = ("700101", "700102", "700103", "700104")
OLD = "700201"
Browse = Callable[[User], Client]
Cells = Mapping[str, str]
pytestmark = pytest.mark.django_db


def rows(**cells: str) -> list[dict[str, str]]:
    """Each of the four schools took over from another."""
    return [link(number, f"70020{place}", **cells) for place, number in enumerate(NUMBERS, 1)]


def run_of(
    authority: Authority,
    data: bytes,
    day: date | None = AUGUST,
    accept: Collection[str] = EVERY_DOUBT,
    name: str = "f.csv",
) -> NationalLoad:
    return load_national(
        file=io.BytesIO(data), name=name, listed_on=day, authorities=[authority], at=NOW, accept=accept
    )


def counts(authority: Authority, data: bytes, day: date = AUGUST, **options: Any) -> dict[str, int]:
    return run_of(authority, data, day, **options).counts.get(authority, {})


def doubts(authority: Authority, data: bytes, day: date = AUGUST) -> set[str]:
    return {doubt.code for doubt in run_of(authority, data, day, accept=()).doubtful.get(authority, [])}


def told(**given: int) -> dict[str, int]:
    kinds = ("new", "changed", "unchanged", "vanished", "remark", "rejected", "unreadable")
    return {**dict.fromkeys(kinds, 0), **given}


def held(authority: Authority) -> dict[tuple[str, str, str], date | None]:
    """The links that suggest something, with their day."""
    with authority_scope(authority):
        found = SchoolLink.objects.filter(gone_since=None)
        return {(row.urn, row.other_urn, row.link_type): row.since for row in found}


def account(authority: Authority) -> dict[str, Any]:
    with authority_scope(authority):
        return ImportRun.objects.latest("pk").account


def read(data: bytes, touching: Sequence[str] = NUMBERS) -> LinksRead:
    return read_links(io.BytesIO(data), touching)


def by_number(number: str) -> Provider:
    return ProviderIdentity.objects.select_related("provider").get(scheme="dfe_urn", value=number).provider


@pytest.fixture
def schools(larkshire: Authority) -> Authority:
    """Larkshire with four schools of the register, and one that has closed."""
    with authority_scope(larkshire):
        for number in NUMBERS:
            school = ProviderFactory(
                urn="", name=f"School {number}", provider_type=Provider.Type.SCHOOL, postcode=""
            )
            ProviderIdentityFactory(provider=school, scheme="dfe_urn", value=number)
        closed = ProviderFactory(
            urn="", name="Old School", provider_type=Provider.Type.SCHOOL, unlisted_since=date(2024, 9, 1), postcode=""
        )  # fmt: skip
        ProviderIdentityFactory(provider=closed, scheme="dfe_urn", value=OLD)
    return larkshire


@pytest.fixture
def before(schools: Authority) -> Authority:
    """The same with a link of each of the four, as at June."""
    assert counts(schools, link_file(rows()), JUNE) == told(new=4)
    return schools


# --- which links --------------------------------------------------------------------------------------------
def test_o7_links_that_touch_a_school_of_the_register_are_kept_and_the_others_told(
    schools: Authority,
) -> None:
    data = link_file(
        [
            link("700101", OLD),
            link(OLD, "700101", "Successor", since=""),
            link("899999", "700102", "Predecessor - merged"),
            link("899998", "899997"),
            link("700103", "899996", "Sixth Form Centre Link"),
        ]
    )
    assert counts(schools, data) == told(new=3)
    assert held(schools) == {
        ("700101", OLD, "predecessor"): date(2024, 9, 1),
        (OLD, "700101", "successor"): None,
        ("899999", "700102", "predecessor_merged"): date(2024, 9, 1),
    }
    kept = account(schools)
    assert (kept["rows"], kept["not_taken"], kept["all_rows"]) == (3, 1, 5)
    with authority_scope(schools):
        run = ImportRun.objects.get()
        assert (run.kind, run.layout, run.others) == (FileKind.LINKS, "gias_links", {})
        stored = SchoolLink.objects.get(urn="700101")
        assert (stored.other_name, str(stored)) == (f"School {OLD}", f"700101: Predecessor {OLD}")


def test_o7_a_file_without_a_school_of_the_register_brings_nothing(
    schools: Authority, larkshire: Authority
) -> None:
    load = run_of(schools, link_file([link("899998", "899997")]))
    assert (load.without_rows, load.counts) == ([larkshire], {})


def test_o1_an_ofsted_urn_that_looks_like_a_school_number_touches_nothing(larkshire: Authority) -> None:
    with authority_scope(larkshire):
        ProviderFactory(urn="700101")
    assert run_of(larkshire, link_file([link("700101", OLD)])).without_rows == [larkshire]


# --- D1: two classes of column ------------------------------------------------------------------------------
def test_d1_a_fault_in_a_cell_that_describes_is_a_remark(before: Authority) -> None:
    changed = [link("700101", OLD, since="31-02-2024", other_name="#NAME?"), *rows()[1:]]
    assert counts(before, link_file(changed)) == told(unchanged=4, remark=2)
    assert held(before)["700101", OLD, "predecessor"] == date(2024, 9, 1)


def test_d1_a_fault_in_a_cell_that_decides_rejects_the_row_and_its_link_stays(before: Authority) -> None:
    changed = [link("700101", OLD, "Predecesor"), *rows()[1:]]
    assert counts(before, link_file(changed), accept=()) == told(rejected=1, unchanged=3)
    assert len(held(before)) == 4


def test_d1_both_numbers_and_the_kind_of_link_decide() -> None:
    deciding = {key for key, column in LINKS.columns.items() if column.weight is DECIDES}
    assert deciding == {"urn", "other", "link_type"}


@pytest.mark.parametrize("column", ["since", "other_name"])
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(alphabet=st.characters(blacklist_characters="\x00\r\n"), max_size=40))
def test_d1_no_text_in_a_cell_that_describes_touches_the_link(column: str, text: str) -> None:
    data = link_file([{**link("700101", OLD), column: text}], encoding="utf-8")
    try:
        found = read(data)
    except FileRefused:
        return  # month first: the order of day and month is the whole file's
    assert [tuple(each) for each in found.links] == [("700101", OLD, "predecessor")]
    assert not found.rejected


# --- D2: what is not used is told ---------------------------------------------------------------------------
def test_d2_an_unknown_heading_is_told_with_its_texts_of_own_rows(before: Authority) -> None:
    told_rows = [{**cells, "Sponsor reference": "S-1"} for cells in rows()]
    strangers = [{**link("899998", "899997"), "Sponsor reference": "S-2"}]
    run_of(before, link_file([*strangers, *told_rows], extra=["Sponsor reference"]))
    (unused,) = account(before)["unused"]
    texts = [sample["text"] for sample in unused["samples"]]
    assert (unused["heading"], texts, unused["stops"]) == ("Sponsor reference", ["S-1"], False)


def test_d2_a_column_that_the_last_file_had_is_missed(before: Authority) -> None:
    assert doubts(before, link_file(rows(), drop=["since"])) == {"missing_columns"}
    assert held(before)["700101", OLD, "predecessor"] == date(2024, 9, 1)


@pytest.mark.parametrize("column", ["other", "link_type"])
def test_d2_a_file_without_a_needed_column_is_refused_by_its_name(column: str) -> None:
    with pytest.raises(FileRefused) as refused:
        head_of(io.BytesIO(link_file(rows(), rename={column: "Something else"})))
    words = " ".join(each.in_words() for each in refused.value.details)
    assert LINKS.columns[column].headings[0] in words


# --- D3: absence is not news --------------------------------------------------------------------------------
def test_d3_a_number_with_one_meaning_is_mended(before: Authority) -> None:
    changed = [{**link("700101", OLD), "urn": "700101.0", "other": f"'{OLD}"}, *rows()[1:]]
    assert counts(before, link_file(changed), accept=()) == told(unchanged=4, remark=2)


def test_d3_no_link_goes_before_its_ticks(before: Authority) -> None:
    damaged = [{**link("700101", OLD), "other": "??"}, *rows()[1:]]
    assert doubts(before, link_file(damaged)) == {"without_urn"}
    assert doubts(before, link_file(rows()[:2])) == {"many_gone"}
    assert len(held(before)) == 4
    assert counts(before, link_file(rows()[:2]), accept={"many_gone"}) == told(vanished=2, unchanged=2)
    with authority_scope(before):
        assert set(SchoolLink.objects.exclude(gone_since=None).values_list("urn", "gone_since")) == {
            ("700103", AUGUST), ("700104", AUGUST),
        }  # fmt: skip


def test_d3_a_stranger_with_a_damaged_number_may_be_anybodys(before: Authority) -> None:
    strangers = [link("899999", "899998"), {**link("899999", "899998"), "other": "1E+05"}]
    assert counts(before, link_file([*rows(), *strangers]), accept=()) == told(unchanged=4)
    assert doubts(before, link_file([*rows()[:3], *strangers])) == {"without_urn"}
    assert doubts(before, link_file([*rows()[:3], *strangers[:1]])) == set()


def test_d3_a_file_with_far_fewer_rows_asks(before: Authority) -> None:
    strangers = [link(str(800000 + place), "899998") for place in range(200)]
    assert counts(before, link_file([*rows(), *strangers]), JULY) == told(unchanged=4)
    assert doubts(before, link_file(rows())) == {"fewer_rows"}


def test_d3_a_file_that_ends_in_the_middle_of_a_row_is_refused() -> None:
    data = link_file(rows())
    for cut in (len(NUMBERS[-1]) + 4, 4):
        with pytest.raises(FileRefused, match="not downloaded whole"):
            read(data[: data.rindex(NUMBERS[-1].encode()) + cut])


# --- D4: a load asserts a state -----------------------------------------------------------------------------
def test_d4_a_bad_file_is_undone_by_the_right_one(before: Authority) -> None:
    right = held(before)
    wrong = [link(number, "700299", since="01-01-2020") for number in NUMBERS]
    assert counts(before, link_file(wrong), JUNE) == told(new=4, vanished=4)
    assert counts(before, link_file(rows())) == told(changed=4, vanished=4)
    assert held(before) == right
    assert counts(before, link_file(rows())) == told(unchanged=4)


def test_d4_of_rows_that_contradict_neither_counts(before: Authority) -> None:
    changed = [link("700101", OLD, since="01-01-2020"), *rows()]
    assert counts(before, link_file(changed), accept=()) == told(rejected=1, unchanged=3)
    assert held(before)["700101", OLD, "predecessor"] == date(2024, 9, 1)
    with authority_scope(before):
        reason = PlannedRow.objects.get(run=ImportRun.objects.latest("pk"), kind="rejected").reason
    assert "line 2" in reason
    assert "line 3" in reason


def test_d4_an_exact_repeat_is_one_row(before: Authority) -> None:
    assert counts(before, link_file([*rows(), rows()[0]])) == told(unchanged=4)


ANY_ROW = st.builds(
    link,
    st.sampled_from([*NUMBERS[:2], "899999"]),
    st.sampled_from([*NUMBERS[1:3], OLD, "899998"]),
    st.sampled_from(["Predecessor", "Successor", "Predecessor - merged", "Other"]),
    since=st.sampled_from(["01-09-2024", "31-08-2020"]),
)
ANY_FILE = st.lists(ANY_ROW, max_size=6, unique_by=lambda row: (row["urn"], row["other"], row["link_type"]))
ONE_OWN = link("700104", OLD)


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)  # fmt: skip
@given(first=ANY_FILE, second=ANY_FILE)
def test_d4_one_file_after_another_leaves_what_the_second_alone_leaves(
    schools: Authority, first: list[Cells], second: list[Cells]
) -> None:
    after: list[Any] = []
    for files in ([first, second], [second], [second, second]):
        with transaction.atomic():
            for day, file in zip((JUNE, AUGUST) if len(files) == 2 else (AUGUST,), files, strict=True):
                run_of(schools, link_file([*file, ONE_OWN]), day)
            with authority_scope(schools):
                suggested = [
                    [(each.provider.name, each.since) for each in take_over_candidates(by_number(number))]
                    for number in (*NUMBERS, OLD)
                ]
            after.append((held(schools), suggested))
            transaction.set_rollback(True)
    assert after[0] == after[1] == after[2]


# --- D5: faults of the whole file ---------------------------------------------------------------------------
def test_d5_dates_that_stand_month_first_refuse_the_file() -> None:
    with pytest.raises(FileRefused, match="month first"):
        read(link_file([*rows()[1:], link("700101", OLD, since="09-13-2024")]))


def test_d5_a_fault_that_most_rows_share_asks(before: Authority) -> None:
    changed = [*(link(number, OLD, "??") for number in NUMBERS[:3]), rows()[3]]
    assert "fault_link_type" in doubts(before, link_file(changed))


# --- D7: the days of loads ----------------------------------------------------------------------------------
def test_d7_an_older_file_only_gives_a_day_to_a_link_that_has_none(schools: Authority) -> None:
    assert counts(schools, link_file([*rows()[:2], link("700103", "700203", since="")]), JUNE)["new"] == 3
    older = [link("700101", OLD, since="01-01-2020"), link("700103", "700203"), link("700104", "700204")]
    day = date(2025, 12, 31)
    assert doubts(schools, link_file(older), day) == {"older"}
    assert counts(schools, link_file(older), day) == told(changed=1, unchanged=1)
    assert held(schools) == {
        ("700101", OLD, "predecessor"): date(2024, 9, 1),
        ("700102", "700202", "predecessor"): date(2024, 9, 1),
        ("700103", "700203", "predecessor"): date(2024, 9, 1),
    }


def test_d7_the_day_of_links_says_nothing_of_the_register_itself(before: Authority) -> None:
    fresh = register_of_schools([establishment("700501"), establishment("700502")])
    assert "older" not in doubts(before, fresh, date(2025, 12, 31))


def test_d7_a_day_in_the_future_or_a_name_that_differs_is_refused(schools: Authority) -> None:
    data = link_file(rows())
    with pytest.raises(DayRefused, match="future"):
        run_of(schools, data, None, name="file_2031-01-01.csv")
    with pytest.raises(DayRefused, match="not clear"):
        run_of(schools, data, AUGUST, name="file_as_at_30_June_2026.csv")
    assert run_of(schools, data, None, name="links_edubasealldata20260831.csv").counts[schools]["new"] == 4


# --- D8 and D10: readers and words --------------------------------------------------------------------------
@pytest.mark.parametrize(
    "text", ["12 May 2023", "12.05.2023", "2023-05-12", "12-05-2023", "12/05/2023 00:00"]
)
def test_d8_a_date_that_means_one_day_is_read(text: str) -> None:
    (found,) = read(link_file([link("700101", OLD, since=text)])).links.values()
    assert found.since == date(2023, 5, 12)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_d8_names_are_read_in_each_encoding(encoding: str) -> None:
    (found,) = read(link_file([link("700101", OLD, other_name="St Zoë’s")], encoding=encoding)).links.values()
    assert found.other_name == "St Zoë’s"


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        ({"other": "EY123456"}, "Department for Education URN"),
        ({"link_type": "Follower"}, "This kind of link is not known."),
        ({"other": "700101"}, "Both numbers of this link are those of one school."),
    ],
)
def test_d10_a_rejected_row_says_why(cells: Cells, words: str) -> None:
    (rejected,) = read(link_file([{**link("700101", OLD), **cells}])).rejected
    assert words in rejected.reason.in_words()
    assert rejected.value == next(iter(cells.values()))


def test_d10_a_row_with_a_cell_too_many_is_rejected_whole(before: Authority) -> None:
    data = link_file(rows()).replace(b"School 700201", b"School, 700201")
    assert counts(before, data, accept=()) == told(rejected=1, unchanged=3)


# --- D11: notes below the table -----------------------------------------------------------------------------
def test_d11_lines_below_the_table_are_notes_and_between_rows_they_are_damaged(before: Authority) -> None:
    data = link_file(rows())
    assert counts(before, data + b"Total,4\r\n1. Figures are provisional.\r\n,,,,\r\n", accept=()) == told(
        unchanged=4
    )
    assert (len(account(before)["notes"]), account(before)["blank_rows"]) == (2, 1)
    head, _, tail = data.partition(b"\r\n")
    assert counts(before, head + b"\r\n??,??,a,Predecessor,\r\n" + tail) == told(
        unchanged=4, rejected=1, unreadable=1
    )


# --- O2: suggestions ----------------------------------------------------------------------------------------
def suggestions(authority: Authority, number: str) -> list[tuple[str, list[str]]]:
    with authority_scope(authority):
        return [(each.number, list(each.reasons)) for each in take_over_candidates(by_number(number))]


def test_o2_a_school_without_an_ofsted_urn_is_suggested_with_its_reason(before: Authority) -> None:
    words = "The national register of schools says it took over from Old School (700201) on 1 September 2024."
    assert suggestions(before, "700101") == [(OLD, [words])]
    assert suggestions(before, "700102") == [], "the other school is not in the register"
    assert suggestions(before, OLD) == [], "it is the earlier one"


def test_o2_what_is_recorded_gone_or_would_make_a_circle_is_not_suggested(before: Authority) -> None:
    with authority_scope(before):
        recorded = SuccessionLinkFactory(old=by_number(OLD), new=by_number("700101"))
        assert take_over_candidates(by_number("700101")) == []
        recorded.delete()
        backwards = SuccessionLinkFactory(old=by_number("700101"), new=by_number(OLD))
        assert take_over_candidates(by_number("700101")) == []
        backwards.delete()
    counts(before, link_file(rows()[1:]), accept={"many_gone"})
    assert suggestions(before, "700101") == []


def test_o2_the_register_of_schools_comes_before_the_postcode(before: Authority) -> None:
    with authority_scope(before):
        new, old = by_number("700101"), by_number(OLD)
        Provider.objects.filter(pk__in=[new.pk, old.pk]).update(postcode="LK3 3CC")
        Provider.objects.filter(pk=old.pk).update(urn="EY900001")
        Provider.objects.filter(pk=new.pk).update(registered_on=date(2024, 9, 1))
        ProviderFactory(urn="EY900002", postcode="LK3 3CC", unlisted_since=date(2024, 8, 31))
    assert [number for number, _ in suggestions(before, "700101")] == [OLD, "EY900002"]


def test_o2_suggestions_ask_a_fixed_number_of_questions(
    before: Authority, django_assert_num_queries: Any
) -> None:
    with authority_scope(before):
        new = by_number("700101")
        for place in range(5):
            old = ProviderFactory(urn="", unlisted_since=date(2024, 8, 31))
            ProviderIdentityFactory(provider=old, scheme="dfe_urn", value=f"70050{place}")
            SchoolLinkFactory(urn="700101", other_urn=f"70050{place}")
        with django_assert_num_queries(4):
            assert len(take_over_candidates(new)) == 6


def test_o2_an_officer_records_what_the_register_suggests(
    before: Authority, amina: User, browse: Browse
) -> None:
    with authority_scope(before):
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
    assert "It is recorded that School 700101 took over from Old School." in shown
    assert "may have followed" not in shown
    assert " ()" not in shown
    with authority_scope(before):
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
        ({"earlier": OLD}, "No setting in your register has this Ofsted URN."),
        ({"earlier_school": "700101"}, "A setting cannot take over from itself."),
        ({}, "Enter the Ofsted URN of the earlier registration, or its Department for Education URN below."),
    ],
)
def test_o1_the_earlier_school_is_named_by_one_number_of_one_scheme(
    before: Authority, amina: User, browse: Browse, sent: Cells, words: str
) -> None:
    with authority_scope(before):
        ProviderFactory(urn="EY900001")
        where = f"/larkshire/admin/providers/provider/{by_number('700101').pk}/take-over/"
    page = browse(amina).post(where, {**sent, "on": "1/9/2024", "reason": "Academy"}).content.decode()
    assert words in page
    with authority_scope(before):
        assert not SuccessionLink.objects.exists()


# --- the pages ------------------------------------------------------------------------------------------------
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


# --- isolation ------------------------------------------------------------------------------------------------
def test_each_authority_has_links_of_its_own(
    before: Authority, marlshire: Authority, otto: User, browse: Browse
) -> None:
    with authority_scope(marlshire):
        assert not SchoolLink.objects.exists()
        theirs = ProviderFactory(urn="", name="Marl School")
        ProviderIdentityFactory(provider=theirs, scheme="dfe_urn", value="700101")
        assert take_over_candidates(theirs) == []
    with authority_scope(before):
        run = ImportRun.objects.latest("pk")
    client = browse(otto)
    assert client.get(f"/marlshire/ofsted/files/{run.pk}/").status_code == 404
    page = client.get(f"/marlshire/admin/providers/provider/{theirs.pk}/change/").content.decode()
    assert "Old School" not in page
    load = load_national(
        file=io.BytesIO(link_file(rows())), name="f.csv", listed_on=AUGUST, authorities=[before, marlshire], at=NOW,
        accept=EVERY_DOUBT,
    )  # fmt: skip
    assert [load.counts[each]["new"] for each in (before, marlshire)] == [0, 1]
    assert set(held(marlshire)) == {("700101", OLD, "predecessor")}
