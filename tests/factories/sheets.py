"""Spreadsheets of collaborations for tests, past the services. Rows are made in the authority in scope."""

from __future__ import annotations

from datetime import UTC, datetime

from accounts.models import User
from exchange.models import SheetImport, SheetLine
from tests.factories.documents import JobFactory


def ready_sheet(by: User) -> SheetImport:
    """One that waits to be checked, with a part of each result."""
    counts = {"lines": 2, "new": 1, "known": 1, "refused": 1, "loaded": 0, "groups": []}
    sheet = SheetImport.objects.create(
        file_name="collaborations.xlsx",
        state=SheetImport.State.READY,
        counts=counts,
        digest="0" * 64,
        job=JobFactory(kind="sheet", started_by=by),
        started_by=by,
        started_at=datetime(2026, 7, 1, 9, tzinfo=UTC),
    )
    for number, result in enumerate(SheetLine.Result.values, 2):
        values = {
            "cells": {"collaboration": "Riverside", "urn": f"EY12345{number}"},
            "what": "Larches",
            "collaboration": "Riverside",
        }
        remarks = (
            [{"column": "urn", "reason": "This URN is not in your register."}] if result == "refused" else []
        )
        SheetLine.objects.create(
            sheet=sheet, number=number, kind="member", result=result, values=values, remarks=remarks
        )
    return sheet
