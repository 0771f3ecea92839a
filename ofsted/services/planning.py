"""What a file would change, worked out by the database from the staged rows.

The preview and the load use this same plan.

Settings and inspections are never joined with each other but gathered under their URN: nobody can tell the
database how many rows wait in a staging table, and a nested loop over thousands of them would take minutes.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Final

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


def _says_something(name: str) -> str:
    """O7:

    REDACTED, blank and Not Recorded are "no value here" and never overwrite what the authority holds.
    """
    return f"s.{name} <> ''" if SETTING_COLUMNS[name] == "text" else f"s.{name} IS NOT NULL"


def _differs(name: str) -> str:
    return f"({_says_something(name)} AND s.{name} IS DISTINCT FROM p.{name})"


DIFFERENCES: Final = " || ".join(
    f"CASE WHEN {_differs(name)} THEN jsonb_build_array(jsonb_build_array('{name}', p.{name}, s.{name})) ELSE"
    " '[]' END"
    for name in SETTING_COLUMNS
)
#: The same as a condition. The load changes these settings themselves; of the others it only remembers the
#: row.
SETTING_DIFFERS: Final = " OR ".join(["p.unlisted_since IS NOT NULL", *map(_differs, SETTING_COLUMNS)])
JUDGED: Final = ", ".join(
    f"'{name}', {{0}}.{name}"
    for name in ("regime", "inspected_on", "inspection_number", "visit_type", *JUDGEMENT_COLUMNS)
)


def _judgement_differs(name: str) -> str:
    return f"(s.{name} IS NOT NULL AND s.{name} IS DISTINCT FROM i.{name})"


CHANGED_JUDGEMENTS: Final = " OR ".join(
    [
        *(_judgement_differs(name) for name in JUDGEMENT_COLUMNS),
        *(
            f"(s.{name} <> '' AND s.{name} IS DISTINCT FROM i.{name})"
            for name in ("inspection_number", "visit_type")
        ),
    ]
)

#: Joined by the setting: a staged row ``s``, its setting ``p`` and, of inspections, the one ``i`` that is
#: held already.
PLAN_SQL: Final = f"""
    WITH own AS (
        SELECT s.line, s.urn, coalesce(nullif(s.name, ''), p.name) AS name,
               {DIFFERENCES}
               || CASE WHEN p.unlisted_since IS NOT NULL
                       THEN jsonb_build_array(jsonb_build_array('unlisted_since', p.unlisted_since, NULL)) ELSE '[]' END AS said
          FROM ofsted_stagedsetting s
          JOIN providers_provider p ON p.authority_id = %(authority)s AND p.urn = s.urn AND p.urn <> ''
         WHERE s.authority_id = %(authority)s
    ), judged AS (
        SELECT s.urn, s.regime, s.inspected_on,
               jsonb_build_array('inspection',
                   CASE WHEN i.id IS NOT NULL THEN jsonb_strip_nulls(jsonb_build_object({JUDGED.format("i")})) END,
                   jsonb_strip_nulls(jsonb_build_object({JUDGED.format("s")}))) AS difference
          FROM ofsted_stagedinspection s
          JOIN providers_provider p ON p.authority_id = %(authority)s AND p.urn = s.urn AND p.urn <> ''
          LEFT JOIN ofsted_inspection i ON i.authority_id = %(authority)s AND i.provider_id = p.id
               AND i.regime = s.regime AND i.inspected_on = s.inspected_on
         WHERE s.authority_id = %(authority)s AND (i.id IS NULL OR {CHANGED_JUDGEMENTS})
    ), compared AS MATERIALIZED (
        SELECT max(line) AS line, urn, max(name) AS name,
               (array_agg(said) FILTER (WHERE said IS NOT NULL))[1]
               || coalesce(jsonb_agg(difference ORDER BY inspected_on, regime) FILTER (WHERE difference IS NOT NULL), '[]')
               AS differences
          FROM (SELECT line, urn, name, said, NULL::date AS inspected_on, NULL AS regime, NULL::jsonb AS difference FROM own
                UNION ALL SELECT NULL, urn, NULL, NULL, inspected_on, regime, difference FROM judged) found
         GROUP BY urn
    ), added AS MATERIALIZED (
        SELECT s.line, s.urn, s.name, s.row_hash FROM ofsted_stagedsetting s
         WHERE s.authority_id = %(authority)s
           AND NOT EXISTS (SELECT FROM providers_provider p WHERE p.authority_id = %(authority)s AND p.urn = s.urn AND p.urn <> '')
    )"""
KEEP_SQL: Final = """, kept AS (
        INSERT INTO ofsted_plannedrow
               (authority_id, run_id, kind, line, urn, name, differences, "column", field, is_home, value, reason)
        SELECT %(authority)s, %(run)s, 'new', line, urn, name, '[]'::jsonb, '', '', true, '', '' FROM added
        UNION ALL
        SELECT %(authority)s, %(run)s, 'changed', line, urn, name, differences, '', '', true, '', '' FROM compared WHERE differences <> '[]'
        UNION ALL
        SELECT %(authority)s, %(run)s, 'vanished', NULL, g.urn, p.name, '[]'::jsonb, '', '', true, '', ''
          FROM ofsted_stagedgone g JOIN providers_provider p ON p.authority_id = %(authority)s AND p.urn = g.urn
         WHERE g.authority_id = %(authority)s
    )"""
COUNT_SQL: Final = """
    SELECT (SELECT count(*) FROM added),
           (SELECT count(*) FROM compared WHERE differences <> '[]'),
           (SELECT count(*) FROM ofsted_stagedgone g WHERE g.authority_id = %(authority)s),
           (SELECT count(*) FROM compared WHERE differences = '[]')
"""
#: Of rows that change nothing but the hash that is remembered, the hash; of the others what is to be done as
#: well.
DIGEST_SQL: Final = """,
           md5(coalesce((SELECT string_agg(urn || encode(row_hash, 'hex'), ',' ORDER BY urn COLLATE "C")
                           FROM ofsted_stagedsetting s WHERE s.authority_id = %(authority)s), '')),
           md5(coalesce((SELECT string_agg(urn || differences::text, ',' ORDER BY urn COLLATE "C")
                           FROM compared WHERE differences <> '[]'), '')),
           md5(coalesce((SELECT string_agg(urn, ',' ORDER BY urn COLLATE "C")
                           FROM ofsted_stagedgone g WHERE g.authority_id = %(authority)s), ''))
"""


def plan_staged(*, keep_for: int | None = None, with_digest: bool = True) -> Plan:
    """Compare the staged rows with the register, in one statement.

    ``keep_for`` is the run under which the plan's rows are written down: what the preview shows and the
    history of each setting remembers.
    """
    keep = KEEP_SQL if keep_for is not None else ""
    digest = DIGEST_SQL if with_digest else ""
    with connection.cursor() as cursor:
        cursor.execute(
            PLAN_SQL + keep + COUNT_SQL + digest, {"authority": current_authority_id(), "run": keep_for}
        )
        new, changed, vanished, same, *parts = cursor.fetchone()
    return Plan(
        new, changed, vanished, same, hashlib.sha256("|".join(parts).encode()).hexdigest() if parts else ""
    )
