"""The matrix of endpoints: Ofsted's file and the leading policy."""

from __future__ import annotations

from collections.abc import Mapping

from tests.architecture.endpoint import MANAGER, OFFICERS, OFFICERS_AND_AUDITOR, STAFF, Endpoint, Record, form

ENDPOINTS: Mapping[str, Endpoint] = {
    "ofsted:imports": Endpoint(OFFICERS_AND_AUDITOR),
    "ofsted:upload": form(OFFICERS),
    "ofsted:import": Endpoint(OFFICERS_AND_AUDITOR, OFFICERS, {"pk": "run"}),
    "ofsted:choose_name": form(OFFICERS, pk="run"),
    "ofsted:discard": form(OFFICERS, pk="run"),
    "ofsted:import_rows": Endpoint(OFFICERS_AND_AUDITOR, rows={"pk": "run"}, words={"kind": "changed"}),
}

RECORDS: Mapping[str, Record] = {
    "ofsted_leadingpolicy": Record("draft", STAFF, add=MANAGER, change=MANAGER, delete=MANAGER),
}

ADMIN: Mapping[str, Endpoint] = {
    "admin:ofsted_leadingpolicy_changes": Endpoint(MANAGER, rows={"pk": "draft"}),
    "admin:ofsted_leadingpolicy_adopt": form(MANAGER, pk="draft"),
    "admin:ofsted_leadingpolicy_compare": Endpoint(STAFF, rows={"pk": "draft"}),
}
