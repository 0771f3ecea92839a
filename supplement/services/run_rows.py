"""S8: the claims and lines of a run, written as whole columns: a hundred thousand lines are a few statements,
and read no table.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from django.db import connection

from core.postgres.arrays import numbers, texts
from supplement.models.runs import Run
from supplement.rules.calculation import Line, Result

LINES_AT_ONCE = 20_000
INSERT_LINES = """
    INSERT INTO supplement_runline (
        authority_id, run_id, claim_id, membership_id, provider_id, component, counted, part_of, part_in,
        kept_percent, rounded_pence, capped_pence, pence, instalments
    )
    SELECT %(authority)s, %(run)s, line.claim_id, line.membership_id, line.provider_id, line.component, line.counted,
           line.part_of, line.part_in, line.kept_percent, line.rounded_pence, line.capped_pence, line.pence,
           line.instalments::jsonb
      FROM unnest(
        %(claim_id)s::bigint[], %(membership_id)s::bigint[], %(provider_id)s::bigint[], %(component)s::text[],
        %(counted)s::bigint[], %(part_of)s::bigint[], %(part_in)s::bigint[], %(kept_percent)s::int[],
        %(rounded_pence)s::bigint[], %(capped_pence)s::bigint[], %(pence)s::bigint[], %(instalments)s::text[]
      ) AS line (
        claim_id, membership_id, provider_id, component, counted, part_of, part_in, kept_percent, rounded_pence,
        capped_pence, pence, instalments
      )"""
INSERT_CLAIMS = """
    INSERT INTO supplement_runclaim (
        authority_id, run_id, claim_id, payee_id, reference, sum_pence, asked_pence, adjusted_pence, pence,
        last_pence, is_blocked, is_held, is_frozen, exceptions, seen_by_id, seen_at, seen_words
    )
    SELECT %(authority)s, %(run)s, row.claim_id, row.payee_id, row.reference, row.sum_pence, row.asked_pence, 0,
           row.pence, row.last_pence, row.is_blocked, row.is_held, row.is_frozen, row.exceptions::jsonb,
           row.seen_by_id, row.seen_at, row.seen_words
      FROM unnest(
        %(claim_id)s::bigint[], %(payee_id)s::bigint[], %(reference)s::text[], %(sum_pence)s::bigint[],
        %(asked_pence)s::bigint[], %(pence)s::bigint[], %(last_pence)s::bigint[], %(is_blocked)s::bool[],
        %(is_held)s::bool[], %(is_frozen)s::bool[], %(exceptions)s::text[], %(seen_by_id)s::bigint[],
        %(seen_at)s::timestamptz[], %(seen_words)s::text[]
      ) AS row (
        claim_id, payee_id, reference, sum_pence, asked_pence, pence, last_pence, is_blocked, is_held, is_frozen,
        exceptions, seen_by_id, seen_at, seen_words
      )"""


@dataclass(slots=True)
class Figures:
    """What one claim comes to in a run (`RunClaim`): rows of many claims are no model instances."""

    claim_id: int
    payee_id: int | None
    reference: str
    sum_pence: int
    asked_pence: int
    pence: int
    last_pence: int | None
    is_blocked: bool
    is_held: bool
    is_frozen: bool
    exceptions: list[str]
    seen_by_id: int | None = None
    seen_at: datetime | None = None
    seen_words: str = ""


NUMBERS = (
    *("claim_id", "payee_id", "sum_pence", "asked_pence", "pence", "last_pence"),
    *("is_blocked", "is_held", "is_frozen", "seen_by_id", "seen_at"),
)


def insert_claims(run: Run, rows: Sequence[Figures]) -> None:
    """The claims of a run, as they were calculated."""
    if not rows:
        return
    columns = {name: numbers([getattr(row, name) for row in rows]) for name in NUMBERS}
    columns |= {name: texts([getattr(row, name) for row in rows]) for name in ("reference", "seen_words")}
    columns["exceptions"] = texts(json.dumps(row.exceptions) if row.exceptions else "[]" for row in rows)
    with connection.cursor() as cursor:
        cursor.execute(INSERT_CLAIMS, {"authority": run.authority_id, "run": run.pk, **columns})


def insert_lines(run: Run, results: Iterable[Result], claim_of: Mapping[int, int]) -> int:
    """The lines of a run, as they were calculated. Answers how many."""
    lines = (line for result in results for line in result.lines)
    count = 0
    with connection.cursor() as cursor:
        while batch := list(islice(lines, LINES_AT_ONCE)):
            columns = _columns(batch, claim_of)
            cursor.execute(INSERT_LINES, {"authority": run.authority_id, "run": run.pk, **columns})
            count += len(batch)
    return count


def _columns(lines: Sequence[Line], claim_of: Mapping[int, int]) -> dict[str, str]:
    groups, members, settings, components, counted, parts, percents, rounded, capped, pence, instalments = (
        zip(*lines, strict=True)
    )
    return {
        "claim_id": numbers([claim_of[group] for group in groups]),
        "membership_id": numbers(members),
        "provider_id": numbers(settings),
        "component": texts(components),
        "counted": numbers(counted),
        "part_of": numbers([part.numerator for part in parts]),
        "part_in": numbers([part.denominator for part in parts]),
        "kept_percent": numbers(percents),
        "rounded_pence": numbers(rounded),
        "capped_pence": numbers(capped),
        "pence": numbers(pence),
        "instalments": texts(map(str, map(list, instalments))),
    }
