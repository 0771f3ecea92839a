"""The matrix of endpoints: spreadsheets of collaborations and members."""

from __future__ import annotations

from collections.abc import Mapping

from tests.architecture.endpoint import OFFICERS, Endpoint, form

ENDPOINTS: Mapping[str, Endpoint] = {
    "collaborations:sheets": Endpoint(OFFICERS),
    "collaborations:upload_sheet": form(OFFICERS),
    "collaborations:sheet_template": Endpoint(OFFICERS),
    "collaborations:sheet": form(OFFICERS, pk="sheet"),
    "collaborations:discard_sheet": form(OFFICERS, pk="sheet"),
    "collaborations:sheet_lines": Endpoint(OFFICERS, rows={"pk": "sheet"}, words={"result": "refused"}),
}
