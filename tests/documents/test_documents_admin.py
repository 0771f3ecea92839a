"""Jobs, files and exports in the admin: to be looked at by those
who look after others' work, and by nobody else.
"""

from collections.abc import Callable

import pytest
from django.test import Client

from accounts.models import Authority, User
from core.scoping import authority_scope
from tests.factories.documents import ExportRunFactory, JobFactory, StoredFileFactory
from tests.staging import staged

Browse = Callable[..., Client]


@staged
def records(larkshire: Authority, amina: User) -> dict[str, int]:
    with authority_scope(larkshire):
        job, file = JobFactory(started_by=amina), StoredFileFactory(uploaded_by=amina)
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
