"""The matrix of endpoints: spreadsheets of collaborations and members."""

from __future__ import annotations

from collections.abc import Mapping

from tests.architecture.endpoint import OFFICERS, Endpoint, form

ENDPOINTS: Mapping[str, Endpoint] = {
    "exchange:sheets": Endpoint(OFFICERS),
    "exchange:upload_sheet": form(OFFICERS),
    "exchange:sheet_template": Endpoint(OFFICERS),
    "exchange:sheet": form(OFFICERS, pk="sheet"),
    "exchange:sheet_questions": form(OFFICERS, pk="sheet"),
    "exchange:discard_sheet": form(OFFICERS, pk="sheet"),
    "exchange:sheet_lines": Endpoint(OFFICERS, rows={"pk": "sheet"}, words={"result": "refused"}),
}
