"""A spreadsheet of collaborations from the upload to the register, as an officer does it in the browser, and
what may go wrong.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta
from threading import Barrier
from typing import Any

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import set_urlconf
from python_calamine import CalamineWorkbook

from accounts.models import Authority, User
from audit.models import Entry
from collaborations.models import Collaboration, StateChange
from core.exports.registry import find_export
from core.scoping import authority_scope
from documents.models import Job
from exchange import selectors
from exchange.imports.reading import read_sheet
from exchange.models import SheetImport, SheetLine
from exchange.services import intake
from memberships.models.members import LeaderAppointment, Membership, SettingRole
from memberships.services.members import join
from memberships.services.permissions import drift
from providers.models import Provider
from tests.exchange.sheets import as_csv, as_xlsx, line
from tests.factories.collaborations import CollaborationFactory
from tests.factories.groups import judged
from tests.factories.providers import DistrictFactory, ProviderFactory
from tests.factories.sheets import ready_sheet
from tests.staging import staged

BASE = "/larkshire/collaborations/import/"
NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
Names = list[tuple[str, str]]


@pytest.fixture(autouse=True)
def now():
    with time_machine.travel(NOW, tick=False):
        yield


@staged
def register(larkshire: Authority) -> None:
    """Acorns and Bluebells may lead; Clover may not; Daisies is left to an officer."""
    with authority_scope(larkshire):
        DistrictFactory(name="North")
        for urn, name, grade in (
            ("EY100001", "Acorns", 2),
            ("EY100002", "Bluebells", 1),
            ("EY100003", "Clover", 4),
            ("EY100004", "Daisies", 0),
        ):
            provider = ProviderFactory(urn=urn, name=name)
            if grade:
                judged(provider, grade)


def lena(**more: Any) -> list[Any]:
    facts = {"collaboration": "Riverside", "kind": "Locality partnership", "district": "north", "urn": "EY100001", "setting": "Acorns",
             "person": "Lena Hartley", "email": "lena@larkshire.example", "role": "Manager", "leads": "Yes", "leads_from": "05/01/2026",
             "manner": "Alone"}  # fmt: skip
    return line(**{**facts, **more})


def mo(**more: Any) -> list[Any]:
    facts = {
        "collaboration": "riverside",
        "urn": "EY100002",
        "person": "Mo Siddiqui",
        "email": "mo@larkshire.example",
        "joined_on": "01/09/2023",
    }
    return line(**{**facts, **more})


def deliver() -> None:
    """What the worker does: nothing is sent before the end of the test's own transaction."""
    larkshire = Authority.objects.get(slug="larkshire")
    with authority_scope(larkshire):
        waiting = selectors.open_sheet()
    if waiting is not None:
        work = {"reading": intake.read_upload, "loading": intake.load_upload}.get(waiting.state)
        if work is not None:
            work(sheet_id=waiting.pk, authority_id=larkshire.pk, at=NOW)


def upload(client: Any, data: bytes, name: str = "ours.csv", *, delivered: bool = True) -> Any:
    response = client.post(f"{BASE}new/", {"file": SimpleUploadedFile(name, data)})
    if delivered:
        deliver()
    return response


def the_sheet(authority: Authority) -> SheetImport:
    with authority_scope(authority):
        return SheetImport.objects.select_related("job").latest("pk")


def confirm(client: Any, authority: Authority, *, delivered: bool = True) -> Any:
    sheet = the_sheet(authority)
    response = client.post(f"{BASE}{sheet.pk}/", {"digest": sheet.digest})
    if delivered:
        deliver()
    return response


def load(client: Any, authority: Authority, *rows: list[Any]) -> SheetImport:
    assert upload(client, as_csv(rows)).status_code == 302
    assert confirm(client, authority).status_code == 302
    return the_sheet(authority)


def parts(authority: Authority, result: str) -> list[tuple[int, str]]:
    with authority_scope(authority):
        return list(
            selectors.lines_of(SheetImport.objects.latest("pk").pk, result=result).values_list(
                "number", "kind"
            )
        )


def reasons(authority: Authority) -> list[tuple[int, str, str, str]]:
    with authority_scope(authority):
        rows = SheetLine.objects.filter(sheet=SheetImport.objects.latest("pk"), result="refused").order_by(
            "number", "pk"
        )
        return [
            (row.number, row.kind, said["column"], said["reason"]) for row in rows for said in row.remarks
        ]


def text(response: Any) -> str:
    return " ".join(response.content.decode().split())


def test_an_officer_uploads_looks_and_confirms(
    browse: Any, amina: User, larkshire: Authority, register: None
) -> None:
    client = browse(amina)
    assert upload(client, as_xlsx([lena(), mo()]), "ours.xlsx").status_code == 302
    sheet = the_sheet(larkshire)
    assert (sheet.state, {k: sheet.counts[k] for k in ("lines", "new", "known", "refused")}) == (
        "ready",
        {"lines": 2, "new": 6, "known": 0, "refused": 0},
    )
    with authority_scope(larkshire):
        assert not Collaboration.objects.exists(), "the preview loads nothing"
        assert not SettingRole.objects.exists()
        assert not User.objects.filter(email="lena@larkshire.example").exists()
        assert not Entry.objects.filter(action__in=["collaboration_started", "member_joined"]).exists()
    body = text(client.get(f"{BASE}{sheet.pk}/new/"))
    for words in ("Collaboration Riverside, started on 1 September 2023", "Acorns (EY100001) as a member from 1 September 2024",
                  "Mo Siddiqui as member of staff of Bluebells", "Lena Hartley as a leader from 5 January 2026"):  # fmt: skip
        assert words in body
    assert confirm(client, larkshire).status_code == 302
    with authority_scope(larkshire):
        group = Collaboration.objects.get()
        assert (group.name, group.kind, group.district.name, group.state, group.started_on) == (
            "Riverside", "locality", "North", "active", date(2023, 9, 1),
        )  # fmt: skip
        assert StateChange.objects.get().words == "Loaded from a spreadsheet."
        assert set(Membership.objects.values_list("provider__urn", "joined_on")) == {
            ("EY100001", date(2024, 9, 1)), ("EY100002", date(2023, 9, 1)),
        }  # fmt: skip
        lead = LeaderAppointment.objects.get()
        assert (lead.user.full_name, lead.manner, lead.starts_on) == (
            "Lena Hartley",
            "sole",
            date(2026, 1, 5),
        )
        assert set(SettingRole.objects.values_list("user__email", "role", "starts_on")) == {
            ("lena@larkshire.example", "manager", date(2024, 9, 1)), ("mo@larkshire.example", "staff", date(2023, 9, 1)),
        }  # fmt: skip
        assert not drift()
        said = list(
            Entry.objects.filter(action__startswith="sheet").order_by("pk").values_list("sentence", flat=True)
        )
        assert said == [
            "uploaded ours.xlsx to load collaborations from it",
            "read ours.xlsx: 6 new lines, 0 already here, 0 that cannot be loaded",
            "loaded ours.xlsx: 6 new lines",
        ]
        assert Job.objects.filter(kind__startswith="exchange_", state="done").count() == 2
    sheet = the_sheet(larkshire)
    assert (sheet.state, sheet.loaded_at) == ("loaded", NOW)


def test_the_same_file_again_does_nothing(
    browse: Any, amina: User, larkshire: Authority, register: None
) -> None:
    client = browse(amina)
    load(client, larkshire, lena(), mo())
    with authority_scope(larkshire):
        before = [
            list(model.objects.order_by("pk").values())
            for model in (Collaboration, Membership, SettingRole, LeaderAppointment)
        ]
    upload(client, as_csv([lena(), mo()]))
    sheet = the_sheet(larkshire)
    assert (sheet.counts["new"], sheet.counts["known"], sheet.counts["refused"]) == (0, 6, 0)
    assert "There is nothing new to load." in text(client.get(f"{BASE}{sheet.pk}/"))
    assert "nothing new" in text(client.post(f"{BASE}{sheet.pk}/", {"digest": sheet.digest}))
    with authority_scope(larkshire):
        after = [
            list(model.objects.order_by("pk").values())
            for model in (Collaboration, Membership, SettingRole, LeaderAppointment)
        ]
    assert after == before


def test_what_cannot_be_loaded_is_said_with_column_and_reason_and_the_rest_is_loaded(
    browse: Any, amina: User, larkshire: Authority, register: None
) -> None:
    rows = [
        lena(),
        mo(urn="EY999999", setting="Nowhere"),
        mo(urn="EY100002", joined_on="soon"),
        mo(urn="EY100002", email="mo at home"),
        mo(urn="EY100003", leads="yes", leads_from="01/02/2026"),
        mo(urn="EY100004", email="di@larkshire.example", person="Di", leads="yes"),
        lena(),
        line(collaboration="Hillside", urn="EY100001", district="South"),
        line(collaboration="Meadow", urn="EY100001", setting="Bluebells"),
    ]
    load(browse(amina), larkshire, *rows)
    found = reasons(larkshire)
    assert found[0] == (
        3,
        "member",
        "urn",
        "This URN is not in your register. Load Ofsted's newest file, or add the setting by hand.",
    )
    assert found[1][:3] == (4, "line", "joined_on")
    assert found[2] == (5, "person", "email", "This is not an email address.")
    assert found[3] == (6, "leader", "leads", "The leading policy does not let this setting's people lead.")
    assert (
        7,
        "leader",
        "leads",
        "The leading policy leaves this to an officer. Record your decision.",
    ) in found
    assert (8, "member", "urn", "This setting is here twice: line 2 was used.") in found
    assert (9, "collaboration", "district", "You have no district “South”. Yours: North.") in found
    assert (9, "member", "collaboration", "The collaboration cannot be loaded: see its first line.") in found
    with authority_scope(larkshire):
        assert set(Membership.objects.values_list("collaboration__name", "provider__name")) == {
            ("Riverside", "Acorns"), ("Riverside", "Bluebells"), ("Riverside", "Clover"), ("Riverside", "Daisies"), ("Meadow", "Acorns"),
        }  # fmt: skip
        assert LeaderAppointment.objects.get().user.full_name == "Lena Hartley"
        remarks = SheetLine.objects.get(number=10, kind="member").remarks
    assert remarks == [
        {
            "column": "setting",
            "reason": "In your register this URN is Acorns. Check that it is the right one.",
        }
    ]


def test_another_authoritys_urn_is_not_in_the_register_and_says_no_more(
    browse: Any, amina: User, larkshire: Authority, marlshire: Authority, register: None
) -> None:
    with authority_scope(marlshire):
        ProviderFactory(urn="EY200001", name="Fen Nursery")
    client = browse(amina)
    upload(client, as_csv([mo(urn="EY200001", person="", email=""), mo(urn="EY299999", person="", email="")]))
    assert len({reason for _, kind, _, reason in reasons(larkshire) if kind == "member"}) == 1
    assert "Fen Nursery" not in text(client.get(f"{BASE}{the_sheet(larkshire).pk}/refused/"))


def test_several_people_of_a_setting_and_a_person_in_two_groups(
    browse: Any, amina: User, larkshire: Authority, register: None
) -> None:
    rows = [
        lena(),
        lena(person="Ada Bell", email="ada@larkshire.example", leads=""),
        lena(collaboration="Hillside", joined_on="01/09/2022"),
    ]
    upload(browse(amina), as_csv(rows))
    assert parts(larkshire, "new") == [
        (2, "collaboration"), (2, "member"), (2, "person"), (2, "leader"), (3, "person"), (4, "collaboration"), (4, "member"), (4, "leader"),
    ]  # fmt: skip
    confirm(browse(amina), larkshire)
    assert the_sheet(larkshire).state == "loaded"
    with authority_scope(larkshire):
        assert LeaderAppointment.objects.count() == 2
        assert SettingRole.objects.get(user__email="lena@larkshire.example").starts_on == date(2022, 9, 1)


def test_existing_groups_take_new_members_and_closed_ones_do_not(
    browse: Any, amina: User, larkshire: Authority, register: None
) -> None:
    with authority_scope(larkshire):
        riverside = CollaborationFactory(name="Riverside")
        CollaborationFactory(name="Old", state="closed", closed_on=date(2025, 1, 1))
        join(
            collaboration=riverside,
            provider=Provider.objects.get(urn="EY100001"),
            on=date(2024, 1, 1),
            by=amina,
        )
    load(browse(amina), larkshire, lena(), mo(), mo(collaboration="Old"))
    assert (2, "member") in parts(larkshire, "known")
    assert (4, "member", "collaboration", "Old is closed.") in reasons(larkshire)
    with authority_scope(larkshire):
        assert Membership.objects.filter(collaboration=riverside).count() == 2
        assert (
            SheetLine.objects.get(number=2, kind="member").remarks[0]["reason"]
            == "It is recorded as a member from 1 January 2024."
        )


def test_refused_lines_are_downloaded_with_why_and_can_be_mended_and_brought_again(
    browse: Any, amina: User, larkshire: Authority, register: None
) -> None:
    client = browse(amina)
    load(client, larkshire, lena(), mo(joined_on="soon", person="=Mo", leads="yes"))
    sheet = the_sheet(larkshire)
    export = find_export("collaborations_sheet_refused")
    with authority_scope(larkshire):
        (row,) = export.rows({"sheet": str(sheet.pk)}, by=amina)
        assert export.filters_in_words({"sheet": str(sheet.pk)}) == [("Spreadsheet", "ours.csv")]
        assert not export.may_run(amina, {})
        for wrong in ({}, {"sheet": "x"}, {"sheet": "999999"}):
            with pytest.raises(ValueError, match="Choose a spreadsheet first"):
                export.clean_filters(wrong)
    cells = dict(zip([column.name for column in export.columns], row, strict=True))
    assert (cells["urn"], cells["joined_on"], cells["line"]) == ("EY100002", "soon", 3)
    assert cells["why"].startswith("Joined on: This is not a date.")
    assert f"collaborations_sheet_refused/?sheet={sheet.pk}" in text(
        client.get(f"{BASE}{sheet.pk}/")
    ).replace("&amp;", "&")
    mended = [*row[:5], "01/09/2023", *row[6:]]
    headings = [str(column.label) for column in export.columns]
    assert upload(client, as_csv([mended], headings)).status_code == 302
    assert the_sheet(larkshire).counts["refused"] == 1, (
        "the leading of a setting that its policy lets lead, by a person with a name"
    )


def test_a_wrong_file_is_refused_at_its_field(
    browse: Any, amina: User, larkshire: Authority, register: None
) -> None:
    client = browse(amina)
    for data, name, said in (
        (b"%PDF-1.7", "x.pdf", "This is a PDF. Upload the spreadsheet that it was made from."),
        (as_csv([], ["Name", "Telephone"]), "x.csv", "Expected the column “Collaboration”; it is not there."),
        (as_csv([]), "x.csv", "headings and no lines below"),
        (b"", "x.csv", "The file is empty."),
    ):
        assert said in text(upload(client, data, name)), name
    assert "Choose the spreadsheet" in text(client.post(f"{BASE}new/", {}))
    with authority_scope(larkshire):
        assert not SheetImport.objects.exists()


def test_one_upload_is_open_at_a_time_and_putting_it_aside_asks_first(
    browse: Any, amina: User, maya: User, larkshire: Authority, register: None
) -> None:
    client = browse(amina)
    upload(client, as_csv([lena()]))
    sheet = the_sheet(larkshire)
    assert "ours.csv is still open. Load it or put it aside first." in text(
        upload(browse(maya), as_csv([mo()]))
    )
    page = text(client.get(f"{BASE}{sheet.pk}/discard/"))
    assert "Put this spreadsheet aside?" in page
    assert the_sheet(larkshire).state == "ready"
    assert client.post(f"{BASE}{sheet.pk}/discard/").status_code == 302
    assert client.post(f"{BASE}{sheet.pk}/discard/").status_code == 302, "pressed twice"
    assert the_sheet(larkshire).state == "discarded"
    assert upload(browse(maya), as_csv([mo()])).status_code == 302


def test_the_register_changed_meanwhile_and_it_is_shown_again(
    browse: Any, amina: User, larkshire: Authority, register: None
) -> None:
    client = browse(amina)
    upload(client, as_csv([lena(), mo()]))
    before = the_sheet(larkshire)
    with authority_scope(larkshire):
        Provider.objects.filter(urn="EY100002").update(urn="EY100009")
    confirm(client, larkshire)
    sheet = the_sheet(larkshire)
    assert sheet.state == "ready"
    assert sheet.problem.startswith("The register has changed since you looked. Nothing was loaded")
    assert sheet.digest != before.digest
    with authority_scope(larkshire):
        assert not Collaboration.objects.exists()
    stale = client.post(f"{BASE}{sheet.pk}/", {"digest": before.digest})
    assert "has changed since you looked" in text(stale)
    confirm(client, larkshire)
    assert the_sheet(larkshire).state == "loaded"


class Killed(BaseException):
    """The worker is gone."""


def test_a_worker_killed_between_collaborations_continues_where_it_was(
    browse: Any, amina: User, larkshire: Authority, register: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = browse(amina)
    upload(client, as_csv([lena(), mo(collaboration="Hillside"), mo(collaboration="Meadow", urn="EY100003")]))
    confirm(client, larkshire, delivered=False)
    sheet, real, done = the_sheet(larkshire), intake._load_group, []

    def dies_at_the_third(*args: Any, **facts: Any) -> bool:
        if len(done) == 2:
            raise Killed
        done.append(args)
        return real(*args, **facts)

    monkeypatch.setattr(intake, "_load_group", dies_at_the_third)
    facts = {"sheet_id": sheet.pk, "authority_id": larkshire.pk, "at": NOW}
    with pytest.raises(Killed):
        intake.load_upload(**facts)
    assert (the_sheet(larkshire).state, the_sheet(larkshire).counts["loaded"]) == ("loading", 2)
    monkeypatch.setattr(intake, "_load_group", real)
    intake.load_upload(**facts)
    intake.load_upload(**facts)  # delivered twice
    assert the_sheet(larkshire).state == "loaded"
    with authority_scope(larkshire):
        assert set(Collaboration.objects.values_list("name", flat=True)) == {
            "Riverside",
            "Hillside",
            "Meadow",
        }
        assert Entry.objects.filter(action="sheet_loaded").count() == 1


def test_a_change_in_the_middle_stops_the_load_and_shows_the_rest(
    browse: Any, amina: User, larkshire: Authority, register: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = browse(amina)
    upload(client, as_csv([lena(), mo(collaboration="Hillside")]))
    confirm(client, larkshire, delivered=False)
    sheet, real = the_sheet(larkshire), intake._load_group

    def changed_after_the_first(sheet: Any, groups: Any, number: int, *rest: Any, **facts: Any) -> bool:
        if number == 1:
            with authority_scope(larkshire):
                Provider.objects.filter(urn="EY100002").update(urn="EY100009")
        return real(sheet, groups, number, *rest, **facts)

    monkeypatch.setattr(intake, "_load_group", changed_after_the_first)
    intake.load_upload(sheet_id=sheet.pk, authority_id=larkshire.pk, at=NOW)
    sheet = the_sheet(larkshire)
    assert sheet.state == "ready"
    assert "1 collaborations were loaded" in sheet.problem
    with authority_scope(larkshire):
        assert [group.name for group in Collaboration.objects.all()] == ["Riverside"]
    assert (2, "member") in parts(larkshire, "known")
    assert (3, "member") in [row[:2] for row in reasons(larkshire)]


def test_an_error_of_ours_ends_in_words_and_stuck_work_may_be_put_aside(
    browse: Any, amina: User, larkshire: Authority, register: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = browse(amina)
    upload(client, as_csv([lena()]), delivered=False)
    sheet = the_sheet(larkshire)
    assert sheet.state == "reading"
    assert "Checking the lines" in text(client.get(f"{BASE}{sheet.pk}/"))
    assert "Checking the lines" in text(client.get(f"{BASE}{sheet.pk}/", headers={"HX-Request": "true"}))
    assert "can no longer be put aside" in text(client.post(f"{BASE}{sheet.pk}/discard/"))
    with time_machine.travel(NOW + timedelta(minutes=31), tick=False):
        client = browse(amina)  # the session of half an hour ago has ended
        assert "far longer than it should" in text(client.get(f"{BASE}{sheet.pk}/"))
    whole = intake.carry_out
    monkeypatch.setattr(intake, "carry_out", lambda *args: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        intake.read_upload(sheet_id=sheet.pk, authority_id=larkshire.pk, at=NOW)
    sheet = the_sheet(larkshire)
    assert (sheet.state, sheet.problem[:38]) == ("failed", "Something went wrong on our side. We h")
    monkeypatch.setattr(intake, "carry_out", whole)
    assert client.get(f"{BASE}{sheet.pk}/", headers={"HX-Request": "true"})["HX-Refresh"] == "true"
    assert upload(client, as_csv([lena()])).status_code == 302


@pytest.mark.django_db(transaction=True)
def test_two_officers_upload_at_once(
    larkshire: Authority, amina: User, maya: User, register: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("documents.services.outbox._nudge", lambda: None)
    barrier = Barrier(2)

    def run(by: User) -> str:
        set_urlconf("config.authority_urls")  # as a request does
        try:
            with authority_scope(larkshire):
                barrier.wait(timeout=10)
                intake.upload_sheet(file=io.BytesIO(as_csv([lena()])), name="ours.csv", by=by, at=NOW)
            return "done"
        except ValidationError as refusal:
            return " ".join(refusal.messages)
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        said = sorted(pool.map(run, (amina, maya)))
    assert said[1] == "done"
    assert "at the same moment" in said[0] or "still open" in said[0]
    with authority_scope(larkshire):
        assert SheetImport.objects.count() == 1


def test_two_officers_confirm_at_once(
    browse: Any, larkshire: Authority, amina: User, maya: User, register: None
) -> None:
    upload(browse(amina), as_csv([lena()]))
    sheet = the_sheet(larkshire)
    assert confirm(browse(amina), larkshire).status_code == 302
    answer = text(browse(maya).post(f"{BASE}{sheet.pk}/", {"digest": sheet.digest}))
    assert "This spreadsheet is no longer waiting: it is loaded." in answer


def test_the_template_is_read_by_our_own_reader_and_its_example_is_refused(
    browse: Any, amina: User, larkshire: Authority, register: None
) -> None:
    response = browse(amina).get(f"{BASE}template/")
    data = b"".join(response.streaming_content)
    assert response["Content-Disposition"] == 'attachment; filename="collaborations.xlsx"'
    (example,) = read_sheet(data, today=NOW.date()).lines
    assert not example.problems
    notes = CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_name("Notes").to_python()
    assert any("It must be in your register" in str(cell) for row in notes for cell in row)
    upload(browse(amina), data, "template.xlsx")
    assert [row[:2] for row in reasons(larkshire)] == [(2, "collaboration"), (2, "member")]
    assert reasons(larkshire)[0][3] == "None of its members can be loaded, so it is not started."
    assert the_sheet(larkshire).counts["new"] == 0


def test_who_may_not_load_is_refused_and_the_other_authority_sees_nothing(
    browse: Any, amina: User, fred: User, otto: User, larkshire: Authority, register: None
) -> None:
    upload(browse(amina), as_csv([lena()]))
    sheet = the_sheet(larkshire)
    for rest in ("", "new/", "template/", f"{sheet.pk}/", f"{sheet.pk}/new/", f"{sheet.pk}/discard/"):
        assert browse(fred).get(BASE + rest).status_code == 403, rest
        assert browse(otto).get(BASE + rest).status_code == 404, rest
    own = BASE.replace("larkshire", "marlshire")
    assert browse(otto).get(f"{own}{sheet.pk}/").status_code == 404
    assert browse(amina).get(f"{BASE}{sheet.pk}/nonsense/").status_code == 404


def test_pages_cost_the_same_for_thirty(
    browse: Callable[..., Any], amina: User, larkshire: Authority
) -> None:
    client = browse(amina)
    with authority_scope(larkshire):
        sheet = ready_sheet(amina)
    for address in (BASE, f"{BASE}{sheet.pk}/refused/"):
        client.get(address)
        with CaptureQueriesContext(connection) as one:
            assert client.get(address).status_code == 200
        with authority_scope(larkshire):
            for number in range(30):
                SheetImport.objects.filter(state="ready").exclude(pk=sheet.pk).update(state="loaded")
                SheetImport.objects.create(
                    file_name=f"{number}.csv", state="loaded", started_by=amina, started_at=NOW
                )
                SheetLine.objects.create(
                    sheet=sheet,
                    number=number + 9,
                    kind="member",
                    result="refused",
                    values={"what": "x", "cells": {}},
                )
        with CaptureQueriesContext(connection) as thirty:
            client.get(address)
        assert len(thirty) <= len(one) + 1 <= 15, address
