"""Jobs, files and exports in the admin: to be looked at by those
who look after others' work, and by nobody else.
"""

from collections.abc import Callable

import pytest
from django.test import Client

from accounts.models import Authority, User
from core.files import purposes
from core.scoping import authority_scope
from documents.models import ExportRun, Job
from tests.factories.documents import ExportRunFactory, JobFactory, StoredFileFactory
from tests.staging import staged

Browse = Callable[..., Client]


@staged
def records(larkshire: Authority, amina: User) -> dict[str, int]:
    with authority_scope(larkshire):
        job, file = JobFactory(started_by=amina), StoredFileFactory(uploaded_by=amina, size=9_000)
        run = ExportRunFactory(requested_by=amina, file=file, job=job)
    return {"job": job.pk, "storedfile": file.pk, "exportrun": run.pk}


@pytest.mark.parametrize("record", ["job", "storedfile", "exportrun"])
def test_records_are_shown_and_nothing_can_be_changed(
    browse: Browse, amina: User, records: dict[str, int], record: str
) -> None:
    client = browse(amina)
    base = f"/larkshire/admin/documents/{record}/"
    assert client.get(base).status_code == 200
    page = client.get(f"{base}{records[record]}/change/")
    assert page.status_code == 200
    assert 'name="_save"' not in page.content.decode()
    assert client.get(f"{base}add/").status_code == 403
    assert client.post(f"{base}{records[record]}/change/", {"title": "x", "name": "x"}).status_code == 403
    assert client.post(f"{base}{records[record]}/delete/", {"post": "yes"}).status_code == 403


@pytest.mark.parametrize("record", ["job", "storedfile", "exportrun"])
def test_they_are_not_for_everybody(
    browse: Browse, fred: User, otto: User, records: dict[str, int], record: str
) -> None:
    path = f"admin/documents/{record}/{records[record]}/change/"
    assert browse(fred).get(f"/larkshire/{path}").status_code == 403
    assert browse(otto).get(f"/marlshire/{path}").status_code == 404
    assert browse(otto).get(f"/larkshire/{path}").status_code == 404


def test_every_purpose_of_a_file_has_words() -> None:
    assert len(purposes()) >= 8
    named = {name for name, purpose in purposes().items() if str(purpose.label)}
    assert set(purposes()) - named <= {"tests-only"}


def test_a_file_is_told_in_words_with_its_size_and_where_it_belongs(
    browse: Browse, amina: User, maya: User, records: dict[str, int]
) -> None:
    address = f"/larkshire/admin/documents/storedfile/{records['storedfile']}/change/"
    page = " ".join(browse(amina).get(address).content.decode().split())
    for words in ("Export", "CSV", "8.8 KB", "Belongs to"):
        assert words in page, words
    for jargon in ("SHA-256", "text/csv", "application/", "Purpose"):
        assert jargon not in page, jargon
    assert f'href="/larkshire/files/jobs/{records["job"]}/"' in page
    assert f'<a href="/larkshire/files/{records["storedfile"]}/">Download</a>' in page, "she asked for it"
    theirs = browse(maya).get(address).content.decode()
    assert ">Download</a>" not in theirs, "an export is read by who asked for it"
    listed = browse(amina).get("/larkshire/admin/documents/storedfile/?purpose=export").content.decode()
    assert "text/csv" not in listed


def test_a_job_leads_to_its_page_and_has_no_empty_field(
    browse: Browse, amina: User, larkshire: Authority, records: dict[str, int]
) -> None:
    address = f"/larkshire/admin/documents/job/{records['job']}/change/"
    page = browse(amina).get(address).content.decode()
    assert f'<a href="/larkshire/files/jobs/{records["job"]}/">Open the page</a>' in page
    assert "step by step" not in page
    with authority_scope(larkshire):
        Job.objects.filter(pk=records["job"]).update(log="Read it.\nMade it.", done=3, total=5)
    page = browse(amina).get(address).content.decode()
    assert "Read it.<br>Made it." in page
    assert "3 of 5" in page


def test_an_export_says_its_filters_in_words(
    browse: Browse, amina: User, larkshire: Authority, records: dict[str, int]
) -> None:
    run = f"/larkshire/admin/documents/exportrun/{records['exportrun']}/change/"
    with authority_scope(larkshire):
        ExportRun.objects.update(identifier="settings", filters={"q": "acorns"})
    page = " ".join(browse(amina).get(run).content.decode().split())
    assert "acorns" in page
    assert "{" not in page.split('<div class="readonly">', 1)[1].split("</fieldset>")[0]
    with authority_scope(larkshire):
        ExportRun.objects.update(identifier="gone")
    assert browse(amina).get(run).status_code == 200
