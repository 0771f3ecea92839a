"""What the preview of a spreadsheet keeps of each part of a line, and the digest of what was shown."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from exchange.imports.lines import Spot
from exchange.models import SheetImport, SheetLine
from exchange.services.intake_lines import Outcome


def row_of(
    sheet: SheetImport,
    one: Outcome,
    group: int | None,
    cells: dict[Spot, dict[str, str]],
    names: dict[int, str],
) -> SheetLine:
    mine = cells.get(one.spot, {})
    values: dict[str, Any] = {
        "cells": mine,
        "what": one.what,
        "group": group,
        "urn": one.urn,
        "email": one.email,
    }
    values["collaboration"] = mine.get("collaboration", "") if group is None else names[group]
    remarks = [{"column": column, "reason": reason} for column, reason in one.remarks]
    row = SheetLine(
        sheet=sheet,
        place=one.spot.place,
        tab=one.spot.sheet,
        number=one.spot.number,
        kind=one.about.value,
        result=one.result,
        values=values,
        remarks=remarks,
    )
    row.claim_authority()
    return row


def digests_of(plan: list[list[Outcome]]) -> list[str]:
    return [digest_of([one.shown for one in outcomes]) for outcomes in plan]


def digest_of(what: list[Any]) -> str:
    return hashlib.sha256(json.dumps(what, sort_keys=True).encode()).hexdigest()
