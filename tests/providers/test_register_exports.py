"""The register as a sheet: the list's filters, and addresses of homes for those alone who may see them, each
time they are asked for.
"""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.storage import default_storage
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.models import Authority, RoleAppointment, User
from accounts.roles import Role
from accounts.services.roles import appoint_to_role
from collaborations.models import Collaboration
from core.exports.registry import find_export
from core.scoping import authority_scope
from core.tables.filters import WrongFilters
from documents.models import ExportRun
from documents.services import exports
from memberships.models.members import Membership
from providers.models import Provider
from tests.factories.ofsted import InspectionFactory
from tests.factories.providers import DistrictFactory, ProviderFactory, ProviderIdentityFactory
from tests.staging import staged

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
Browse = Callable[..., Client]


@staged
def settings_of_larkshire(larkshire: Authority) -> None:
    with authority_scope(larkshire):
        acorns = ProviderFactory(
            name="Acorns", urn="EY100001", places=30, district=DistrictFactory(name="North")
        )
        ProviderIdentityFactory(provider=acorns, scheme="laestab", value="8861234")
        InspectionFactory(provider=acorns)
        group = Collaboration.objects.create(name="Larkford Group", started_on=date(2024, 1, 1))
        Membership.objects.create(collaboration=group, provider=acorns, joined_on=date(2024, 1, 1))
        home = ProviderFactory(
            childminder=True,
            name="",
            urn="EY100003",
            postcode="LK7 7XY",
            town="Hedgeham",
            telephone="01999 000000",
        )
        InspectionFactory(provider=home, card=True)


def rows_of(filters: dict[str, str], by: User) -> list[dict[str, object]]:
    export = find_export("settings")
    names = [column.name for column in export.columns_for(by)]
    return [dict(zip(names, row, strict=True)) for row in export.rows(export.clean_filters(filters), by=by)]


def asked(authority: Authority, by: User, wanted: str = "csv", **filters: str) -> ExportRun:
    with authority_scope(authority):
        return exports.request_export(identifier="settings", wanted=wanted, filters=filters, by=by, at=NOW)


def made(authority: Authority, run: ExportRun) -> bytes:
    exports.make_export(run_id=run.pk, authority_id=authority.pk, at=NOW)
    with authority_scope(authority):
        run = ExportRun.objects.select_related("job", "file").get(pk=run.pk)
        if run.file is None:
            return run.job.message.encode()
        with default_storage.open(run.file.storage_key) as file:
            return bytes(file.read())


@pytest.mark.usefixtures("settings_of_larkshire")
class TestRows:
    @pytest.fixture(autouse=True)
    def scope(self, settings_of_larkshire: None, in_larkshire: Authority) -> None:
        """Larkshire is in scope."""

    def test_each_setting_with_all_that_is_known(self, amina: User) -> None:
        acorns, home = rows_of({}, amina)
        assert (acorns["urn"], acorns["name"], acorns["places"], acorns["district"]) == (
            "EY100001",
            "Acorns",
            30,
            "North",
        )
        assert acorns["other_numbers"] == "LAESTAB 8861234"
        assert acorns["judgement"] == "Good, 12 May 2024"
        assert acorns["collaborations"] == "Larkford Group"
        assert (home["name"], home["type"]) == ("Childminder EY100003", "Childminder")
        assert home["judgement"] == "Report card, 10 March 2026"

    def test_a_home_s_address_is_left_out_unless_asked_for(self, amina: User) -> None:
        home = rows_of({}, amina)[1]
        assert (home["address_line_1"], home["town"], home["postcode"], home["telephone"]) == (
            "Not shown",
            "",
            "",
            "",
        )
        home = rows_of({"homes": "shown"}, amina)[1]
        assert (home["town"], home["postcode"], home["telephone"]) == ("Hedgeham", "LK7 7XY", "01999 000000")

    def test_asking_for_homes_without_the_right_shows_none(self, fred: User) -> None:
        home = rows_of({"homes": "shown"}, fred)[1]
        assert (home["address_line_1"], home["town"], home["postcode"]) == ("Not shown", "", "")
        assert rows_of({"homes": "shown", "q": "LK7 7XY"}, fred) == []
        assert rows_of({"q": "LK7 7XY"}, fred) == []

    @pytest.mark.parametrize(
        ("filters", "urns"),
        [
            ({"q": "acorns"}, ["EY100001"]),
            ({"q": "lk77xy", "homes": "shown"}, ["EY100003"]),
            ({"q": "lk77xy"}, []),
            ({"type": "childminder"}, ["EY100003"]),
            ({"district": "none"}, ["EY100003"]),
            ({"listing": "gone"}, []),
            ({"judgement": "good"}, ["EY100001"]),
            ({"judgement": "report_card"}, ["EY100003"]),
            ({"member": "no"}, ["EY100003"]),
        ],
    )
    def test_it_is_narrowed_as_the_list_is(
        self, amina: User, filters: dict[str, str], urns: list[str]
    ) -> None:
        assert [row["urn"] for row in rows_of(filters, amina)] == urns
        assert find_export("settings").count(filters, by=amina) == len(urns)

    @pytest.mark.parametrize(
        "filters",
        [
            {"type": "castle"},
            {"district": "999999"},
            {"district": "x"},
            {"judgement": "best"},
            {"homes": "all"},
        ],
    )
    def test_a_choice_that_there_is_not_is_refused(self, filters: dict[str, str]) -> None:
        with pytest.raises(WrongFilters):
            find_export("settings").clean_filters(filters)

    def test_the_notes_say_the_filters_in_words(self) -> None:
        words = find_export("settings").filters_in_words(
            {"q": "oak", "judgement": "good", "member": "yes", "homes": "shown"}
        )
        assert words == [
            ("Search", "oak"),
            ("judgement", "Good"),
            ("collaboration", "in a collaboration"),
            ("Addresses of homes", "shown"),
        ]
        assert find_export("settings").filters_in_words({}) == [("Addresses of homes", "left out")]

    def test_who_may_run_it(self, amina: User, fred: User, sam: User) -> None:
        export = find_export("settings")
        assert export.may_run(amina, {"homes": "shown"})
        assert export.may_run(fred, {})
        assert not export.may_run(fred, {"homes": "shown"})
        assert not export.may_run(sam, {})

    def test_a_setting_removed_meanwhile_is_left_out(self, amina: User) -> None:
        rows = find_export("settings").rows({}, by=amina)
        first = next(rows)
        assert first[0] == "EY100001"
        export: Any = find_export("settings")
        assert list(export._chunk([0], shows_homes=False)) == []


@pytest.mark.parametrize("rows", [1, 30])
def test_it_asks_the_same_number_of_questions_at_1_and_30_rows(
    in_larkshire: Authority, amina: User, rows: int
) -> None:
    for _each in range(rows):
        setting = ProviderFactory(district=DistrictFactory())
        ProviderIdentityFactory(provider=setting)
        InspectionFactory(provider=setting)
    amina.has_perm("providers.view_provider")
    with CaptureQueriesContext(connection) as queries:
        assert len(rows_of({"q": "acorns"}, amina)) == rows
    assert len(queries) == 7  # one of them asks whether anything is called so


@pytest.mark.usefixtures("settings_of_larkshire")
class TestTheWholeWay:
    @pytest.mark.parametrize("wanted", ["csv", "xlsx", "ods"])
    def test_an_officer_gets_the_sheet_in_each_format(
        self, larkshire: Authority, amina: User, wanted: str
    ) -> None:
        content = made(larkshire, asked(larkshire, amina, wanted, homes="shown"))
        if wanted == "csv":
            text = content.decode("utf-8-sig")
            assert "LK7 7XY" in next(line for line in csv.reader(io.StringIO(text)) if "EY100003" in line)
        else:
            with zipfile.ZipFile(io.BytesIO(content)) as archive:
                text = "".join(
                    archive.read(name).decode() for name in archive.namelist() if name.endswith(".xml")
                )
            assert "LK7 7XY" in text
        assert "Acorns" in text

    def test_finance_gets_it_without_homes(self, larkshire: Authority, fred: User) -> None:
        text = made(larkshire, asked(larkshire, fred)).decode("utf-8-sig")
        assert "EY100003" in text
        for secret in ("LK7", "Hedge", "01999"):
            assert secret not in text
        with pytest.raises(PermissionDenied):
            asked(larkshire, fred, homes="shown")

    def test_a_right_to_see_homes_that_ended_before_the_file_is_made_gives_no_file(
        self, larkshire: Authority, fred: User
    ) -> None:
        with authority_scope(larkshire):
            appoint_to_role(user=fred, role=Role.OFFICER, starts_on=date(2020, 1, 1), by=None)
        run = asked(larkshire, User.objects.get(pk=fred.pk), homes="shown")
        with authority_scope(larkshire):
            RoleAppointment.objects.filter(user=fred, role=Role.OFFICER).update(ends_on=date(2021, 1, 1))
        assert made(larkshire, run) == b"You may no longer run this export."

    def test_a_right_to_see_homes_that_ended_later_closes_the_file(
        self, larkshire: Authority, fred: User, browse: Browse
    ) -> None:
        with authority_scope(larkshire):
            appoint_to_role(user=fred, role=Role.OFFICER, starts_on=date(2020, 1, 1), by=None)
        run = asked(larkshire, User.objects.get(pk=fred.pk), homes="shown")
        assert b"LK7 7XY" in made(larkshire, run)
        with authority_scope(larkshire):
            run = ExportRun.objects.get(pk=run.pk)
        address = f"/larkshire/files/{run.file_id}/"
        assert b"LK7 7XY" in browse(fred).get(address).getvalue()
        with authority_scope(larkshire):
            RoleAppointment.objects.filter(user=fred, role=Role.OFFICER).update(ends_on=date(2021, 1, 1))
        assert browse(fred).get(address).status_code == 403

    def test_the_page_asks_for_the_same_right(
        self, larkshire: Authority, amina: User, fred: User, browse: Browse
    ) -> None:
        address = "/larkshire/files/exports/settings/"
        assert browse(amina).get(f"{address}?homes=shown&q=acorns").status_code == 200
        assert browse(fred).get(f"{address}?homes=shown").status_code == 403
        assert browse(fred).post(f"{address}?homes=shown", {"format": "csv"}).status_code == 403
        assert browse(fred).get(address).status_code == 200
        assert browse(amina).get(f"{address}?judgement=best").status_code == 404

    def test_the_other_authority_gets_none_of_it(
        self, larkshire: Authority, marlshire: Authority, otto: User
    ) -> None:
        text = made(marlshire, asked(marlshire, otto, homes="shown")).decode("utf-8-sig")
        assert "EY1000" not in text
        with authority_scope(marlshire):
            assert not Provider.objects.exists()
