"""The endpoints: another authority's things are not there, one's own
only with the right, and downloads are harmless.
"""

import io
import re
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from accounts.models import Authority, User
from audit.models import Entry
from core import files as kinds
from core.files import Purpose
from core.scoping import authority_scope
from documents.models import ExportRun, Job, StoredFile
from documents.rules import State
from documents.services import exports, files, jobs
from tests.factories.documents import ASKED_AT, JobFactory
from tests.factories.groups import Group

Browse = Callable[..., Client]


@pytest.fixture
def finished(larkshire: Authority, amina: User) -> ExportRun:
    with authority_scope(larkshire):
        run = exports.request_export(identifier="staff", wanted="csv", filters={}, by=amina, at=ASKED_AT)
    exports.make_export(run_id=run.pk, authority_id=larkshire.pk, at=ASKED_AT)
    with authority_scope(larkshire):
        return ExportRun.objects.select_related("file", "job").get(pk=run.pk)


def test_a_download_is_an_attachment_that_nothing_keeps(
    browse: Browse, larkshire: Authority, amina: User, finished: ExportRun
) -> None:
    response = browse(amina).get(f"/larkshire/files/{finished.file_id}/")
    assert response.status_code == 200
    assert response["Content-Disposition"] == 'attachment; filename="Staff list 2026-07-01.csv"'
    assert response["Content-Type"] == "text/csv"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Cache-Control"] == "private, no-store"
    assert response["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert len(b"".join(response.streaming_content)) == finished.file.size
    with authority_scope(larkshire):
        assert Entry.objects.get(action="file_opened").by == amina


def test_somebody_elses_export_is_refused(
    browse: Browse, fred: User, larkshire: Authority, finished: ExportRun
) -> None:
    assert browse(fred).get(f"/larkshire/files/{finished.file_id}/").status_code == 403
    with authority_scope(larkshire):
        assert not Entry.objects.filter(action="file_opened").exists()


@pytest.mark.parametrize("address", ["files/{file}/", "files/jobs/{job}/"])
def test_another_authoritys_things_are_not_there(
    browse: Browse, otto: User, amina: User, marlshire: Authority, finished: ExportRun, address: str
) -> None:
    path = address.format(file=finished.file_id, job=finished.job_id)
    assert browse(otto).get(f"/larkshire/{path}").status_code == 404
    assert browse(otto).get(f"/marlshire/{path}").status_code == 404
    assert browse(amina).get(f"/marlshire/{path}").status_code == 404
    assert browse(otto).post(f"/marlshire/files/jobs/{finished.job_id}/stop/").status_code == 404


def test_whoever_is_not_signed_in_is_asked_to(browse: Browse, finished: ExportRun) -> None:
    for path in (f"files/{finished.file_id}/", f"files/jobs/{finished.job_id}/", "files/exports/staff/"):
        response = browse().get(f"/larkshire/{path}")
        assert response.status_code == 302
        assert "/larkshire/accounts/login/" in response["Location"]


def test_bytes_that_are_gone_are_not_found(
    browse: Browse, amina: User, finished: ExportRun, files_folder: Any
) -> None:
    (files_folder / finished.file.storage_key).unlink()
    assert browse(amina).get(f"/larkshire/files/{finished.file_id}/").status_code == 404


@pytest.mark.parametrize("name", ["report\r\nSet-Cookie: a=b.pdf", 'a";x=".pdf', "Ŵyn.pdf", "page.html"])
def test_no_name_breaks_a_header(
    browse: Browse, larkshire: Authority, amina: User, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    papers = Purpose("papers", may_read=lambda user, file: True)
    monkeypatch.setattr(kinds, "_purposes", {**kinds._purposes, "papers": papers})
    with authority_scope(larkshire):
        stored = files.keep_upload(
            file=io.BytesIO(b"<script>alert(1)</script>"), name=name, purpose="papers", by=amina, at=ASKED_AT
        )
    response = browse(amina).get(f"/larkshire/files/{stored.pk}/")
    assert response.status_code == 200
    assert response["Content-Type"] == "text/plain"
    assert response["Content-Disposition"].startswith("attachment; ")
    assert "Set-Cookie" not in response
    response.close()


def test_the_page_of_a_job_that_runs(browse: Browse, larkshire: Authority, amina: User) -> None:
    with authority_scope(larkshire):
        job = JobFactory(started_by=amina, message="Reading the file")
    page = browse(amina).get(f"/larkshire/files/jobs/{job.pk}/")
    text = page.content.decode()
    assert page.status_code == 200
    assert f'hx-get="/larkshire/files/jobs/{job.pk}/"' in text
    assert '<meta http-equiv="refresh"' in text
    assert "Reading the file. 1 of 4" in text
    assert "Stop" in text


def test_its_progress_alone_and_the_whole_page_once_it_has_ended(
    browse: Browse, larkshire: Authority, amina: User
) -> None:
    with authority_scope(larkshire):
        job = JobFactory(started_by=amina)
    client = browse(amina)
    part = client.get(f"/larkshire/files/jobs/{job.pk}/", headers={"HX-Request": "true"})
    assert "<html" not in part.content.decode()
    assert "<progress" in part.content.decode()
    with authority_scope(larkshire):
        jobs.finish(job_id=job.pk, at=ASKED_AT)
    ended = client.get(f"/larkshire/files/jobs/{job.pk}/", headers={"HX-Request": "true"})
    assert ended["HX-Refresh"] == "true"
    assert ended.content == b""


def test_a_finished_export_offers_its_file(browse: Browse, amina: User, finished: ExportRun) -> None:
    text = browse(amina).get(f"/larkshire/files/jobs/{finished.job_id}/").content.decode()
    assert f'href="/larkshire/files/{finished.file_id}/"' in text
    assert "hx-get" not in text
    assert "The file is ready." in text


def test_a_job_links_to_what_it_is_about(browse: Browse, larkshire: Authority, amina: User) -> None:
    with authority_scope(larkshire):
        job = JobFactory(started_by=amina, url="ofsted/imports/3/", log="<b>line</b>\n")
    text = browse(amina).get(f"/larkshire/files/jobs/{job.pk}/").content.decode()
    assert 'href="/larkshire/ofsted/imports/3/"' in text
    assert "&lt;b&gt;line&lt;/b&gt;" in text


def test_a_job_is_seen_by_whoever_started_it_and_those_who_look_after_others(
    browse: Browse, larkshire: Authority, amina: User, fred: User, sam: User
) -> None:
    with authority_scope(larkshire):
        job = JobFactory(started_by=fred)
    assert [
        browse(user).get(f"/larkshire/files/jobs/{job.pk}/").status_code for user in (fred, amina, sam)
    ] == [200, 200, 403]


def test_only_whoever_started_a_job_stops_it(
    browse: Browse, larkshire: Authority, amina: User, fred: User
) -> None:
    with authority_scope(larkshire):
        job = JobFactory(started_by=fred)
    path = f"/larkshire/files/jobs/{job.pk}/stop/"
    assert browse(fred).get(path).status_code == 405
    assert browse(amina).post(path).status_code == 403
    assert browse(fred).post(path)["Location"] == f"/larkshire/files/jobs/{job.pk}/"
    with authority_scope(larkshire):
        assert Job.objects.get(pk=job.pk).state == State.CANCELLED
    assert browse(fred).post(path).status_code == 403


def test_an_export_is_asked_for_on_its_page(browse: Browse, larkshire: Authority, amina: User) -> None:
    client = browse(amina)
    page = client.get("/larkshire/files/exports/staff/?town=Larkford&page=2")
    assert page.status_code == 200
    assert "Town: Larkford" in page.content.decode()
    response = client.post("/larkshire/files/exports/staff/?town=Larkford&page=2", {"format": "ods"})
    with authority_scope(larkshire):
        run = ExportRun.objects.get()
    assert response["Location"] == f"/larkshire/files/jobs/{run.job_id}/"
    assert (run.format, run.filters, run.requested_by) == ("ods", {"town": "Larkford"}, amina)


def test_a_format_that_is_none_comes_back_with_an_error(
    browse: Browse, larkshire: Authority, amina: User
) -> None:
    page = browse(amina).post("/larkshire/files/exports/staff/", {"format": "exe"})
    assert page.status_code == 200
    assert "<title>Error:" in page.content.decode().replace("<title>\n", "<title>")
    with authority_scope(larkshire):
        assert not ExportRun.objects.exists()


def test_an_export_that_one_may_not_run(browse: Browse, sam: User, larkshire: Authority) -> None:
    assert browse(sam).get("/larkshire/files/exports/staff/").status_code == 403
    assert browse(sam).post("/larkshire/files/exports/staff/", {"format": "csv"}).status_code == 403
    with authority_scope(larkshire):
        assert not ExportRun.objects.exists()
        assert not StoredFile.objects.exists()


def test_an_export_that_is_none(browse: Browse, amina: User) -> None:
    assert browse(amina).get("/larkshire/files/exports/nothing/").status_code == 404


@pytest.mark.parametrize(("rows", "at_once"), [(3, True), (5_000, True), (5_001, False), (None, False)])
def test_a_small_list_is_downloaded_at_once_and_a_large_one_by_a_job(
    browse: Browse,
    amina: User,
    larkshire: Authority,
    staff_export: Any,
    monkeypatch: Any,
    rows: int | None,
    at_once: bool,
) -> None:
    monkeypatch.setattr(staff_export, "count", lambda self, filters, *, by: rows)
    asked = {"format": "csv", "at_once": "1"}
    response = browse(amina).post("/larkshire/files/exports/staff/?town=Larkford", asked)
    with authority_scope(larkshire):
        run = ExportRun.objects.select_related("job", "file").get()
        actions = set(Entry.objects.values_list("action", flat=True))
        assert "export_asked" in actions
        assert ("export_made" in actions) == at_once
        assert run.job.state == (State.DONE if at_once else State.QUEUED)
    if at_once:
        assert response["Content-Disposition"].startswith('attachment; filename="Staff list')
        assert b"".join(response.streaming_content).decode("utf-8-sig").splitlines()[0] == "Name,Pay"
    else:
        assert response.headers["Location"] == f"/larkshire/files/jobs/{run.job_id}/"


def test_nobody_gets_at_once_what_they_may_not_export(
    browse: Browse, sam: User, larkshire: Authority
) -> None:
    asked = {"format": "csv", "at_once": "1"}
    assert browse(sam).post("/larkshire/files/exports/staff/", asked).status_code == 403
    with authority_scope(larkshire):
        assert not ExportRun.objects.exists()


def test_the_notes_of_a_csv_file_are_offered_beside_it(
    browse: Browse, amina: User, fred: User, finished: ExportRun
) -> None:
    notes = f"/larkshire/files/exports/{finished.pk}/notes/"
    assert notes in browse(amina).get(f"/larkshire/files/jobs/{finished.job_id}/").text
    response = browse(amina).get(notes)
    assert response.content.decode("utf-8-sig").splitlines() == [
        "What: Staff list",
        "Authority: Larkshire",
        "Made on: 01/07/2026 10:00",
        "Made by: Amina Yusuf",
        "Filters: None",
        "Remark: Rows: 3",
    ]
    assert response["Content-Disposition"] == 'attachment; filename="Staff list 2026-07-01 notes.txt"'
    assert response["Cache-Control"] == "private, no-store"
    assert browse(fred).get(notes).status_code == 403
    assert browse(amina).get("/larkshire/files/exports/999999/notes/").status_code == 404


def test_the_last_format_is_offered_first(browse: Browse, amina: User, finished: ExportRun) -> None:
    page = browse(amina).get("/larkshire/files/exports/staff/")
    assert page.context["form"].initial["format"] == "csv"


def test_the_format_asked_for_last_stands_first_on_every_list(
    browse: Browse, amina: User, maya: User, led: Group, staff_export: Any
) -> None:
    client, other = browse(amina), browse(maya)

    def formats(reader: Client) -> list[str]:
        page = reader.get("/larkshire/collaborations/").content.decode()
        return re.findall(r'name="format" value="(\w+)"', page)

    assert formats(client) == ["xlsx", "csv", "ods"]
    client.post("/larkshire/files/exports/staff/?town=Larkford", {"format": "ods"})
    assert formats(client) == ["ods", "xlsx", "csv"]
    assert formats(other) == ["xlsx", "csv", "ods"]
    form = client.get("/larkshire/files/exports/staff/?town=Larkford").context["form"]
    assert form.initial["format"] == "ods"
