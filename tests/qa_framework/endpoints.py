"""The matrix of endpoints: quality frameworks, written by the quality lead and the manager, read by the team."""

from __future__ import annotations

from collections.abc import Mapping

from tests.architecture.endpoint import MANAGER, STAFF, Endpoint, Record, form

WRITERS = MANAGER | {"quality lead"}
USED, DRAFT = {"version": "framework"}, {"version": "framework draft"}
LEVEL = {"row": "framework level"}


ENDPOINTS: Mapping[str, Endpoint] = {
    "qa_framework:frameworks": Endpoint(STAFF),
    "qa_framework:begin_shipped": form(WRITERS),
    "qa_framework:begin_empty": form(WRITERS),
    "qa_framework:load": form(WRITERS),
    "qa_framework:file_format": Endpoint(STAFF),
    "qa_framework:framework": Endpoint(STAFF, rows=USED),
    "qa_framework:take_file": Endpoint(STAFF, rows=USED),
    "qa_framework:changes": Endpoint(STAFF, rows=DRAFT),
    "qa_framework:begin_version": form(WRITERS, **USED),
    "qa_framework:end": form(WRITERS, **USED),
    "qa_framework:about": form(WRITERS, **DRAFT),
    "qa_framework:discard": form(WRITERS, **DRAFT),
    "qa_framework:publish": form(WRITERS, **DRAFT),
    "qa_framework:add_level": form(WRITERS, **DRAFT),
    "qa_framework:level": form(WRITERS, **DRAFT, **LEVEL),
    "qa_framework:add_area": form(WRITERS, **DRAFT),
    "qa_framework:area": form(WRITERS, **DRAFT, row="framework area"),
    "qa_framework:add_standard": form(WRITERS, **DRAFT),
    "qa_framework:standard": form(WRITERS, **DRAFT, row="framework standard"),
    "qa_framework:words": Endpoint(
        WRITERS, WRITERS, {**DRAFT, "row": "framework standard"}, {"kind": "childminder"}
    ),
    "qa_framework:successors": form(WRITERS, **DRAFT, row="framework ending"),
    "qa_framework:move_part": Endpoint(None, WRITERS, {**DRAFT, **LEVEL}, {"part": "level", "where": "down"}),
    "qa_framework:remove_part": Endpoint(WRITERS, WRITERS, {**DRAFT, **LEVEL}, {"part": "level"}),
}
RECORDS: Mapping[str, Record] = {
    "qa_framework_frameworkversion": Record("framework", STAFF, add=WRITERS),
}
