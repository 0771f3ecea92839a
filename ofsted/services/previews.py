"""What the preview of a load counts and lists beside the plan: rejected rows, and rows read with a remark."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from ofsted.models import ImportRun, PlannedRow
from ofsted.rules.loads import RowKind
from ofsted.services.planning import Plan
from ofsted.services.reading import Reading


def keep_told(run: ImportRun, reading: Reading) -> None:
    """Keep the rejected rows and the remarks, each with its cell and whether its text is private."""
    told = [
        *((RowKind.REMARK, item.line, item.urn, item.cell, item.is_home) for item in reading.remarks),
        *((RowKind.REJECTED, item.line, item.urn, item.cell, item.is_home) for item in reading.rejected),
    ]
    PlannedRow.objects.bulk_create(
        PlannedRow(
            run=run,
            kind=kind,
            line=line,
            urn=urn or "",
            column=cell.column[:120],
            field=cell.field,
            is_home=is_home,
            value=cell.value[:300],
            reason=cell.reason.in_words(_)[:300],
        )
        for kind, line, urn, cell, is_home in told
    )


def counts_of(plan: Plan, reading: Reading) -> dict[str, Any]:
    return {
        "new": plan.new,
        "changed": plan.changed,
        "unchanged": reading.unchanged + plan.same,
        "vanished": plan.vanished,
        "remark": len(reading.remarks),
        "rejected": len(reading.rejected),
        "unreadable": sum(item.urn is None for item in reading.rejected),
    }
