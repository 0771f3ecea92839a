"""What a file would change, worked out by the database from the staged rows. The preview and the load use this same plan."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import Any, Final

from django.db import connection

from core.scoping import current_authority_id
from ofsted.rules.regimes import JUDGEMENT_COLUMNS
from ofsted.services.staging import SETTING_COLUMNS


@dataclass
class Plan:
    """Counts by kind and a digest of what is to be done: equal digests mean equal loads."""

    new: int = 0
    changed: int = 0
    vanished: int = 0
    same: int = 0  # rows that were read and say what the register says already
    digest: str = ""
    counts: dict[str, int] = field(default_factory=dict)


def _says_something(name: str) -> str:
    """O7: REDACTED, blank and Not Recorded are "no value here" and never overwrite what the authority holds."""
    return f"s.{name} <> ''" if SETTING_COLUMNS[name] == "text" else f"s.{name} IS NOT NULL"


def _differs(name: str) -> str:
    return f"({_says_something(name)} AND s.{name} IS DISTINCT FROM p.{name})"


DIFFERENCES: Final = " || ".join(
    f"CASE WHEN {_differs(name)} THEN jsonb_build_array(jsonb_build_array('{name}', p.{name}, s.{name})) ELSE '[]' END"
    for name in SETTING_COLUMNS
)
JUDGED: Final = ", ".join(f"'{name}', {{0}}.{name}" for name in ("regime", "inspected_on", "inspection_number", "visit_type", *JUDGEMENT_COLUMNS))


def _judgement_differs(name: str) -> str:
    return f"(s.{name} IS NOT NULL AND s.{name} IS DISTINCT FROM i.{name})"


CHANGED_JUDGEMENTS: Final = " OR ".join(
    [
        *(_judgement_differs(name) for name in JUDGEMENT_COLUMNS),
        *(f"(s.{name} <> '' AND s.{name} IS DISTINCT FROM i.{name})" for name in ("inspection_number", "visit_type")),
    ]
)

PLAN_SQL: Final = f"""
    DROP TABLE IF EXISTS matched, planned_inspection, planned_setting;
    CREATE TEMP TABLE matched ON COMMIT DROP AS
        SELECT s.urn, p.id AS provider_id FROM staged_setting s
          JOIN providers_provider p ON p.authority_id = %(authority)s AND p.urn = s.urn AND p.urn <> '';
    ANALYZE matched;
    CREATE TEMP TABLE planned_inspection ON COMMIT DROP AS
        SELECT s.urn, s.regime, s.inspected_on,
               jsonb_build_array('inspection',
                   CASE WHEN i.id IS NOT NULL THEN jsonb_strip_nulls(jsonb_build_object({JUDGED.format("i")})) END,
                   jsonb_strip_nulls(jsonb_build_object({JUDGED.format("s")}))) AS difference
          FROM staged_inspection s
          JOIN matched m ON m.urn = s.urn
          LEFT JOIN ofsted_inspection i ON i.authority_id = %(authority)s AND i.provider_id = m.provider_id
               AND i.regime = s.regime AND i.inspected_on = s.inspected_on
         WHERE i.id IS NULL OR {CHANGED_JUDGEMENTS};
    CREATE TEMP TABLE planned_setting ON COMMIT DROP AS
        SELECT line, urn, provider_id, name, own <> '[]' AS itself, own || judged AS differences FROM (
            SELECT s.line, s.urn, p.id AS provider_id, coalesce(nullif(s.name, ''), p.name) AS name,
                   {DIFFERENCES}
                   || CASE WHEN p.unlisted_since IS NOT NULL
                           THEN jsonb_build_array(jsonb_build_array('unlisted_since', p.unlisted_since, NULL)) ELSE '[]' END AS own,
                   coalesce(n.differences, '[]') AS judged
              FROM staged_setting s
              JOIN matched m ON m.urn = s.urn
              JOIN providers_provider p ON p.authority_id = %(authority)s AND p.id = m.provider_id
              LEFT JOIN (SELECT urn, jsonb_agg(difference ORDER BY inspected_on, regime) AS differences
                           FROM planned_inspection GROUP BY urn) n ON n.urn = s.urn
            OFFSET 0) compared;
    ANALYZE planned_setting (urn);
"""
COUNT_SQL: Final = """
    SELECT (SELECT count(*) FROM staged_setting s WHERE NOT EXISTS (SELECT FROM planned_setting p WHERE p.urn = s.urn)),
           (SELECT count(*) FROM planned_setting WHERE differences <> '[]'),
           (SELECT count(*) FROM planned_setting WHERE differences = '[]'),
           (SELECT count(*) FROM staged_gone)
"""
DIGEST_SQL: Final = """
    SELECT md5(coalesce((SELECT string_agg(urn || encode(row_hash, 'hex'), ',' ORDER BY urn) FROM staged_setting), '')),
           md5(coalesce((SELECT string_agg(urn || differences::text, ',' ORDER BY urn) FROM planned_setting WHERE differences <> '[]'), '')),
           md5(coalesce((SELECT string_agg(urn, ',' ORDER BY urn) FROM staged_gone), ''))
"""


def plan_staged(*, with_digest: bool) -> Plan:
    """Compare the staged rows with the register. One round trip of set-based SQL; the size of the register hardly matters."""
    with connection.cursor() as cursor:
        cursor.execute(PLAN_SQL, {"authority": current_authority_id()})
        cursor.execute(COUNT_SQL)
        plan = Plan(*_counts(cursor.fetchone()))
        if with_digest:
            cursor.execute(DIGEST_SQL)
            plan.digest = hashlib.sha256("|".join(cursor.fetchone()).encode()).hexdigest()
    return plan


def _counts(row: Any) -> tuple[int, int, int, int]:
    new, changed, same, vanished = row
    return new, changed, vanished, same


KEEP_SQL: Final = """
    INSERT INTO ofsted_plannedrow (authority_id, run_id, kind, line, urn, name, differences, "column", value, reason)
    SELECT %(authority)s, %(run)s, 'new', s.line, s.urn, s.name, '[]'::jsonb, '', '', ''
      FROM staged_setting s WHERE NOT EXISTS (SELECT FROM planned_setting p WHERE p.urn = s.urn)
    UNION ALL
    SELECT %(authority)s, %(run)s, 'changed', line, urn, name, differences, '', '', '' FROM planned_setting WHERE differences <> '[]'
    UNION ALL
    SELECT %(authority)s, %(run)s, 'vanished', NULL, g.urn, p.name, '[]'::jsonb, '', '', ''
      FROM staged_gone g JOIN providers_provider p ON p.authority_id = %(authority)s AND p.urn = g.urn
"""


def keep_plan(*, run_id: int) -> None:
    """Write the plan's rows down under the run: what the preview shows and the history of each setting remembers."""
    with connection.cursor() as cursor:
        cursor.execute(KEEP_SQL, {"authority": current_authority_id(), "run": run_id})
