"""The matrix of endpoints: files for whoever asked for them; jobs also for who looks after others' work."""

from __future__ import annotations

from collections.abc import Mapping

from tests.architecture.endpoint import EVERY_ROLE, OFFICER, OFFICERS_AND_AUDITOR, STAFF, Endpoint, Record

ENDPOINTS: Mapping[str, Endpoint] = {
    "documents:file": Endpoint(OFFICER, rows={"pk": "file"}),
    "documents:job": Endpoint(OFFICERS_AND_AUDITOR, rows={"pk": "job"}),
    "documents:cancel_job": Endpoint(None, OFFICER, {"pk": "job"}),
    "documents:export_notes": Endpoint(OFFICER, rows={"pk": "export"}),
    # A person keeps what is theirs; somebody else's saved list is not there
    "documents:keep_list": Endpoint(None, EVERY_ROLE, words={"name": "collaborations.Collaborations"}),
    "documents:save_list": Endpoint(None, EVERY_ROLE, words={"name": "collaborations.Collaborations"}),
    "documents:forget_list": Endpoint(None, OFFICER, {"pk": "saved list"}, known_to=OFFICER),
    "documents:export": Endpoint(STAFF, STAFF, words={"identifier": "members"}),
}

RECORDS: Mapping[str, Record] = {
    "documents_job": Record("job", OFFICERS_AND_AUDITOR),
    "documents_storedfile": Record("file", OFFICERS_AND_AUDITOR),
    "documents_exportrun": Record("export", OFFICERS_AND_AUDITOR),
}
