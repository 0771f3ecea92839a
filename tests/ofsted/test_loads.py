"""A load of Ofsted's file from the upload to the register (O7), as the officer does it in the browser."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from accounts.models import Authority, User
from audit.models import Entry
from core.scoping import authority_scope
from ofsted.models import ImportRun, Inspection, PlannedRow, RegisterName
from ofsted.services import runs
from ofsted.services.national import load_national
from providers.models import Provider
from tests.ofsted.files import EVERY_DOUBT, graded, make_file, row

Browse = Callable[[User | None], Client]
NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
MONTH = date(2026, 6, 30)
pytestmark = pytest.mark.django_db(transaction=True)


def setting(urn: str, **more: str) -> dict[str, str]:
    return row(urn=urn, **{"local_authority": "Larkshire", "name": f"Setting {urn}", **more})


def load(
    authority: Authority,
    *rows: dict[str, str],
    layout: str = "2021-08",
    day: date = MONTH,
    accept: frozenset[str] = EVERY_DOUBT,
) -> dict[str, int]:
    data = make_file(layout, list(rows))
    done = load_national(
        file=io.BytesIO(data), name="file.csv", listed_on=day, authorities=[authority], at=NOW, accept=accept
    )
    return done.counts.get(authority, {})


def upload(client: Client, data: bytes, name: str = "ofsted.csv") -> Any:
    answers = {
        "file": SimpleUploadedFile(name, data),
        "listed_on_day": "30",
        "listed_on_month": "6",
        "listed_on_year": "2026",
    }
    return client.post("/larkshire/ofsted/files/new/", answers)


def the_run(authority: Authority) -> ImportRun:
    with authority_scope(authority):
        return ImportRun.objects.latest("pk")


def test_o7_an_officer_uploads_looks_and_confirms(larkshire: Authority, amina: User, browse: Browse) -> None:
    client = browse(amina)
    data = make_file(
        "2021-08",
        [
            setting("EY100001", **graded("full", "12/05/2021", "2")),
            row(urn="EY100009", local_authority="Elsewhere"),
        ],
    )
    assert upload(client, data).status_code == 302
    run = the_run(larkshire)
    assert (run.state, run.counts) == (
        "ready",
        {"new": 1, "changed": 0, "unchanged": 0, "vanished": 0, "remark": 0, "rejected": 0, "unreadable": 0},
    )
    assert run.others == {"Elsewhere": 1}
    with authority_scope(larkshire):
        assert not Provider.objects.exists(), "the preview writes nothing into the register"
    page = client.get(f"/larkshire/ofsted/files/{run.pk}/").content.decode()
    assert "Load this file into the register" in page
    assert client.post(f"/larkshire/ofsted/files/{run.pk}/").status_code == 302
    with authority_scope(larkshire):
        provider = Provider.objects.get()
        assert (provider.urn, provider.first_listed_on) == ("EY100001", MONTH)
        assert Inspection.objects.get(provider=provider).overall == 2
        assert Entry.objects.filter(action="import_applied", by=amina).count() == 1
    assert the_run(larkshire).state == "loaded"


def test_o7_the_same_file_again_changes_nothing(larkshire: Authority) -> None:
    rows = [setting("EY100001", **graded("full", "12/05/2021", "2")), setting("EY100002")]
    assert load(larkshire, *rows)["new"] == 2
    with authority_scope(larkshire):
        before = list(Provider.objects.order_by("pk").values())
    assert load(larkshire, *rows) == {
        "new": 0,
        "changed": 0,
        "unchanged": 2,
        "vanished": 0,
        "rejected": 0,
        "remark": 0,
        "unreadable": 0,
    }
    with authority_scope(larkshire):
        assert list(Provider.objects.order_by("pk").values()) == before


def test_o7_what_differs_is_said_field_by_field(larkshire: Authority, amina: User, browse: Browse) -> None:
    load(larkshire, setting("EY100001", name="Acorns", places="20", **graded("full", "12/05/2019", "2")))
    changed = setting("EY100001", name="Acorn Nursery", places="24", **graded("full", "03/02/2021", "3"))
    upload(browse(amina), make_file("2021-08", [changed]))
    run = the_run(larkshire)
    with authority_scope(larkshire):
        planned = PlannedRow.objects.get(run=run, kind="changed")
        fields = {
            name: (before, after) for name, before, after in planned.differences if name != "inspection"
        }
    assert fields == {"name": ("Acorns", "Acorn Nursery"), "places": (20, 24)}
    page = browse(amina).get(f"/larkshire/ofsted/files/{run.pk}/changed/").content.decode()
    assert "Acorns → Acorn Nursery" in page
    assert "Requires improvement" in page


def test_o7_redacted_and_blank_never_overwrite_what_is_held(larkshire: Authority) -> None:
    load(larkshire, setting("EY100001", name="Cara Finch", provider_type="Childminder", town="Larkton"))
    counts = load(
        larkshire, setting("EY100001", name="REDACTED", provider_type="Childminder", town="", places="6")
    )
    assert counts["changed"] == 1
    with authority_scope(larkshire):
        provider = Provider.objects.get()
        assert (provider.name, provider.town, provider.places) == ("Cara Finch", "Larkton", 6)


def test_o7_a_setting_that_is_gone_is_flagged_and_comes_back(larkshire: Authority) -> None:
    both = [setting("EY100001"), setting("EY100002")]
    load(larkshire, *both)
    later = date(2026, 9, 30)
    assert load(larkshire, both[0], day=later)["vanished"] == 1
    with authority_scope(larkshire):
        gone = Provider.objects.get(urn="EY100002")
        assert (gone.unlisted_since, gone.last_listed_on) == (later, MONTH)
    assert load(larkshire, both[0], day=later)["vanished"] == 0, "it is flagged once"
    assert load(larkshire, *both, day=later)["changed"] == 1
    with authority_scope(larkshire):
        assert Provider.objects.get(urn="EY100002").unlisted_since is None


def test_o7_a_rejected_row_does_not_make_its_setting_vanish(larkshire: Authority) -> None:
    load(larkshire, setting("EY100001"), setting("EY100002"))
    counts = load(larkshire, setting("EY100001"), setting("EY100002", **graded("full", "31/02/2020", "2")))
    assert (counts["vanished"], counts["rejected"]) == (0, 1)


def test_o3_report_card_and_old_grades_of_one_row_are_two_inspections(larkshire: Authority) -> None:
    card = {
        "rc.inspected_on": "14/01/2026",
        "rc.rc_safeguarding": "Met",
        "rc.rc_inclusion": "Strong standard",
    }
    load(larkshire, setting("EY100001", **card, **graded("full", "12/05/2021", "1")), layout="2026-06")
    with authority_scope(larkshire):
        found = {i.regime: (i.overall, i.rc_inclusion, i.is_graded) for i in Inspection.objects.all()}
    assert found == {"rc": (None, 2, True), "eif": (1, None, True)}


def test_an_earlier_reading_keeps_areas_that_a_later_file_leaves_out(larkshire: Authority) -> None:
    load(
        larkshire,
        setting("EY100001", **{**graded("full", "12/05/2019", "2"), "full.leadership_and_management": "1"}),
    )
    second = {"second.inspected_on": "12/05/2019", "second.overall": "2", "second.inspection_number": "X"}
    load(larkshire, setting("EY100001", **graded("full", "03/02/2021", "3"), **second))
    with authority_scope(larkshire):
        old = Inspection.objects.get(inspected_on=date(2019, 5, 12))
    assert (old.overall, old.leadership_and_management) == (2, 1)


def test_a_file_without_our_rows_offers_the_names_in_it(
    larkshire: Authority, amina: User, browse: Browse
) -> None:
    client = browse(amina)
    upload(client, make_file("2021-08", [row(urn="EY100001", local_authority="Lark Shire County")]))
    run = the_run(larkshire)
    assert (run.state, run.others) == ("failed", {"Lark Shire County": 1})
    assert "no rows for Larkshire" in run.problem
    assert client.post(f"/larkshire/ofsted/files/{run.pk}/name/", {"name": "Nowhere"}).status_code == 200
    assert (
        client.post(f"/larkshire/ofsted/files/{run.pk}/name/", {"name": "Lark Shire County"}).status_code
        == 302
    )
    with authority_scope(larkshire):
        assert RegisterName.objects.get().name == "Lark Shire County"
    assert (the_run(larkshire).state, the_run(larkshire).counts["new"]) == ("ready", 1)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b"%PDF-1.7 nonsense", "PDF"),
        (b"name,colour\nsky,blue\n", "not"),
        (b"PK\x03\x04broken", "damaged"),
    ],
)
def test_o7_a_wrong_file_is_refused_at_the_field(
    larkshire: Authority, amina: User, browse: Browse, data: bytes, words: str
) -> None:
    answer = upload(browse(amina), data)
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "There is a problem" in page
    assert words in page
    with authority_scope(larkshire):
        assert not ImportRun.objects.exists()


def test_a_file_over_the_limit_is_said_to_be_too_big(
    larkshire: Authority, amina: User, browse: Browse, settings: Any
) -> None:
    settings.UPLOAD_LIMIT_BYTES = 1000
    page = upload(
        browse(amina), make_file("2021-08", [setting(f"EY1{n:05}") for n in range(50)])
    ).content.decode()
    assert "larger than" in page


def test_a_plan_that_is_no_longer_true_is_shown_again(
    larkshire: Authority, amina: User, browse: Browse
) -> None:
    load(larkshire, setting("EY100001", name="Acorns"))
    client = browse(amina)
    upload(client, make_file("2021-08", [setting("EY100001", name="Acorn Nursery")]))
    run = the_run(larkshire)
    with authority_scope(larkshire):
        Provider.objects.update(name="Acorns of Larkton")
    client.post(f"/larkshire/ofsted/files/{run.pk}/")
    run = the_run(larkshire)
    assert (run.state, "changed since you looked" in run.problem) == ("ready", True)
    with authority_scope(larkshire):
        assert Provider.objects.get().name == "Acorns of Larkton"
        assert PlannedRow.objects.get(run=run).differences == [["name", "Acorns of Larkton", "Acorn Nursery"]]


def test_a_task_delivered_twice_loads_once(larkshire: Authority, amina: User, browse: Browse) -> None:
    client = browse(amina)
    upload(client, make_file("2021-08", [setting("EY100001")]))
    run = the_run(larkshire)
    client.post(f"/larkshire/ofsted/files/{run.pk}/")
    for _ in range(2):
        runs.load_run(run_id=run.pk, authority_id=larkshire.pk, at=NOW)
        runs.compare_run(run_id=run.pk, authority_id=larkshire.pk, at=NOW)
    with authority_scope(larkshire):
        assert Provider.objects.count() == 1
        assert Entry.objects.filter(action="import_applied").count() == 1


def test_a_second_confirmation_is_told_so(larkshire: Authority, amina: User, browse: Browse) -> None:
    client = browse(amina)
    upload(client, make_file("2021-08", [setting("EY100001")]))
    run = the_run(larkshire)
    client.post(f"/larkshire/ofsted/files/{run.pk}/")
    answer = client.post(f"/larkshire/ofsted/files/{run.pk}/")
    assert "no longer waiting" in answer.content.decode()


def test_many_settings_gone_ask_for_a_tick(larkshire: Authority, amina: User, browse: Browse) -> None:
    load(larkshire, *(setting(f"EY1{n:05}") for n in range(40)))
    client = browse(amina)
    upload(client, make_file("2021-08", [setting("EY100001")]))
    run = the_run(larkshire)
    answer = client.post(f"/larkshire/ofsted/files/{run.pk}/")
    assert "Tick the box" in answer.content.decode()
    assert client.post(f"/larkshire/ofsted/files/{run.pk}/", {"many_gone": "on"}).status_code == 302
    with authority_scope(larkshire):
        assert Provider.objects.filter(unlisted_since__isnull=False).count() == 39


def test_putting_an_upload_aside_leaves_the_register_alone(
    larkshire: Authority, amina: User, browse: Browse
) -> None:
    client = browse(amina)
    upload(client, make_file("2021-08", [setting("EY100001")]))
    run = the_run(larkshire)
    assert client.get(f"/larkshire/ofsted/files/{run.pk}/discard/").status_code == 200
    assert client.post(f"/larkshire/ofsted/files/{run.pk}/discard/").status_code == 302
    assert the_run(larkshire).state == "discarded"
    with authority_scope(larkshire):
        assert not Provider.objects.exists()


def test_others_see_nothing_of_a_load(
    larkshire: Authority, amina: User, fred: User, sam: User, otto: User, browse: Browse
) -> None:
    upload(browse(amina), make_file("2021-08", [setting("EY100001")]))
    address = f"/ofsted/files/{the_run(larkshire).pk}/"
    assert browse(otto).get(f"/larkshire{address}").status_code == 404
    assert browse(otto).get(f"/marlshire{address}").status_code == 404
    assert browse(otto).post(f"/marlshire{address}").status_code == 404
    for somebody in (fred, sam):
        assert browse(somebody).get(f"/larkshire{address}").status_code == 403


def test_o7_an_older_file_is_asked_about(larkshire: Authority, amina: User, browse: Browse) -> None:
    load(larkshire, setting("EY100001", name="Acorns"), day=date(2026, 9, 30))
    client = browse(amina)
    upload(client, make_file("2021-08", [setting("EY100001", name="Old Acorns")]))
    run = the_run(larkshire)
    assert (
        "older than the one loaded last" in client.get(f"/larkshire/ofsted/files/{run.pk}/").content.decode()
    )
    assert "Tick the box" in client.post(f"/larkshire/ofsted/files/{run.pk}/").content.decode()
    with authority_scope(larkshire):
        assert Provider.objects.get().name == "Acorns"
    assert client.post(f"/larkshire/ofsted/files/{run.pk}/", {"older": "on"}).status_code == 302
    with authority_scope(larkshire):
        assert Provider.objects.get().name == "Acorns", "an older file overwrites nothing"


def test_o7_a_damaged_row_tells_nobody_where_somebody_lives(
    larkshire: Authority, amina: User, browse: Browse
) -> None:
    data = make_file("2021-08", [setting("EY100001")]) + b"Web link,EY100002,too,short,7 Secret Lane\r\n"
    upload(browse(amina), data)
    run = the_run(larkshire)
    with authority_scope(larkshire):
        row_ = PlannedRow.objects.get(run=run, kind="rejected")
    assert "Secret" not in row_.value
    assert "cells" in row_.reason


def test_an_error_of_ours_ends_the_run_in_words(
    larkshire: Authority, amina: User, browse: Browse, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(runs, "plan_of", lambda *args, **kwargs: 1 / 0)
    monkeypatch.setattr("documents.services.uploads.enqueue", lambda *args, **kwargs: None)
    upload(browse(amina), make_file("2021-08", [setting("EY100001")]))
    with pytest.raises(ZeroDivisionError):
        runs.compare_run(run_id=the_run(larkshire).pk, authority_id=larkshire.pk, at=NOW)
    run = the_run(larkshire)
    assert (run.state, "on our side" in run.problem) == ("failed", True)
    assert browse(amina).post(f"/larkshire/ofsted/files/{run.pk}/discard/").status_code == 302
    assert the_run(larkshire).state == "discarded"


def test_work_that_never_ended_may_be_put_aside(
    larkshire: Authority, amina: User, browse: Browse, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("documents.services.uploads.enqueue", lambda *args, **kwargs: None)
    upload(browse(amina), make_file("2021-08", [setting("EY100001")]))
    run = the_run(larkshire)
    client = browse(amina)
    assert (
        "can no longer be put aside"
        in client.post(f"/larkshire/ofsted/files/{run.pk}/discard/").content.decode()
    )
    with time_machine.travel(timezone.now() + timedelta(hours=1)):
        client = browse(amina)  # the session of an hour ago has ended
        page = client.get(f"/larkshire/ofsted/files/{run.pk}/").content.decode()
        assert "far longer than it should" in page
        assert client.post(f"/larkshire/ofsted/files/{run.pk}/discard/").status_code == 302


def test_a_number_alone_is_a_difference_and_is_said(larkshire: Authority) -> None:
    load(larkshire, setting("EY100001", **graded("full", "12/05/2021", "2")))
    assert (
        load(larkshire, setting("EY100001", **graded("full", "12/05/2021", "2", number="10001")))["changed"]
        == 1
    )


def test_the_search_text_follows_what_a_load_changes_and_keeps_what_it_does_not_tell(
    larkshire: Authority,
) -> None:
    first, second, third = (setting(f"EY10000{number}", name="Acorns") for number in (1, 2, 3))
    load(larkshire, first, second, third)

    def found() -> dict[str, str]:
        with authority_scope(larkshire):
            return dict(Provider.objects.values_list("urn", "search_text"))

    before = found()
    load(
        larkshire,
        {**first, "name": "Zoë’s Oaks"},
        {**second, "places": "77"},
        {**third, "name": "REDACTED", "places": "78"},
    )
    after = found()
    assert after["EY100001"] == before["EY100001"].replace("acorns", "zoes oaks")
    assert (after["EY100002"], after["EY100003"]) == (before["EY100002"], before["EY100003"])
    assert "acorns" in after["EY100003"]
