"""What a file would change, worked out by the database from the staged rows.

The preview and the load use this same plan.

Settings and inspections are never joined with each other but gathered under their URN: nobody can tell the
database how many rows wait in a staging table, and a nested loop over thousands of them would take minutes.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import Final

from django.db import connection

from ofsted.rules.regimes import JUDGEMENT_COLUMNS
from ofsted.services.asserting import SAYS_OTHERWISE, WEIGHED, Assertion
from ofsted.services.matching import for_kind
from ofsted.services.staging import SETTING_COLUMNS


@dataclass
class Plan:
    """Counts by kind and a digest of what is to be done: equal digests mean equal loads."""

    new: int = 0
    changed: int = 0
    vanished: int = 0
    same: int = 0  # rows that were read and say what the register says already
    digest: str = ""
    ruled_out: str = "{}"  # ids of inspections that the file rules out, as the database writes an array


def _says_something(name: str) -> str:
    """O7:

    REDACTED, blank and Not Recorded are "no value here" and never overwrite what the authority holds.
    """
    return f"s.{name} <> ''" if SETTING_COLUMNS[name] == "text" else f"s.{name} IS NOT NULL"


def _differs(name: str) -> str:
    return f"({_says_something(name)} AND s.{name} IS DISTINCT FROM p.{name})"


#: The word for the state of a registration is always the file's: without one the registration is active.
STATUS: Final = "registration_status"
SAID_COLUMNS: Final = [name for name in SETTING_COLUMNS if name != STATUS]


def _difference(name: str, condition: str, said: str) -> str:
    return f"CASE WHEN {condition} THEN jsonb_build_array('{name}', p.{name}, {said}) END"


_ACTIVE_AGAIN: Final = f"p.unlisted_since IS NOT NULL AND s.{STATUS} = ''"
#: One array of all at once: joining them one by one would copy what stands already each time.
DIFFERENCES: Final = f"""to_jsonb(array_remove(ARRAY[
    {", ".join(_difference(name, _differs(name), f"s.{name}") for name in SAID_COLUMNS)},
    {_difference(STATUS, f"s.{STATUS} IS DISTINCT FROM p.{STATUS}", f"s.{STATUS}")},
    {_difference("unlisted_since", _ACTIVE_AGAIN, "NULL")}], NULL))"""
#: The same as a condition. The load changes these settings themselves; of the others it only remembers the
#: row.
SETTING_DIFFERS: Final = " OR ".join(
    [
        "(p.unlisted_since IS NULL) <> (s.registration_status = '')",
        "s.registration_status IS DISTINCT FROM p.registration_status",
        *map(_differs, SAID_COLUMNS),
    ]
)
JUDGED_NAMES: Final = ("regime", "inspected_on", "inspection_number", "visit_type", *JUDGEMENT_COLUMNS)


def _judged(table: str) -> str:
    cells = ", ".join(f"'{name}', {table}.{name}" for name in JUDGED_NAMES)
    return f"jsonb_strip_nulls(jsonb_build_object({cells}))"


#: Joined by the setting: a staged row ``s``, its setting ``p`` and, of inspections, the one ``i`` that is held
#: already. A setting ``leaves`` when its row says so by a word (D6); an older file changes no setting.
PLAN_SQL: Final = f"""
    WITH {WEIGHED}, own AS (
        SELECT s.line, s.urn, coalesce(nullif(s.name, ''), p.name) AS name,
               CASE WHEN %(older)s THEN '[]'::jsonb ELSE {DIFFERENCES} END AS said,
               NOT %(older)s AND s.registration_status <> '' AND p.unlisted_since IS NULL AS leaves
          FROM ofsted_stagedsetting s
          JOIN providers_provider p ON p.authority_id = %(authority)s AND p.urn = s.urn AND p.urn <> ''
         WHERE s.authority_id = %(authority)s
    ), judged AS (
        SELECT s.urn, s.regime, s.inspected_on,
               jsonb_build_array(CASE WHEN i.ruled_out_on IS NULL THEN 'inspection' ELSE 'inspection_again' END,
                   CASE WHEN i.id IS NOT NULL THEN {_judged("i")} END, {_judged("s")}) AS difference
          FROM said s
          LEFT JOIN left_out o ON o.place_in_file = s.place_in_file
          LEFT JOIN ofsted_inspection i ON i.authority_id = %(authority)s AND i.provider_id = s.provider_id
               AND i.regime = s.regime AND i.inspected_on = s.inspected_on
         WHERE s.provider_id IS NOT NULL AND o.place_in_file IS NULL AND (i.id IS NULL OR {SAYS_OTHERWISE})
        UNION ALL
        SELECT p.urn, i.regime, i.inspected_on, jsonb_build_array('inspection_gone', {_judged("i")}, NULL)
          FROM ruled_out r
          JOIN ofsted_inspection i ON i.authority_id = %(authority)s AND i.id = r.id
          JOIN providers_provider p ON p.authority_id = %(authority)s AND p.id = i.provider_id
    ), compared AS MATERIALIZED (
        SELECT max(line) AS line, urn, max(name) AS name, coalesce(bool_or(leaves), false) AS leaves,
               coalesce((array_agg(said) FILTER (WHERE said IS NOT NULL))[1], '[]'::jsonb)
               || coalesce(jsonb_agg(difference ORDER BY inspected_on, regime, difference)
                           FILTER (WHERE difference IS NOT NULL), '[]') AS differences
          FROM (SELECT line, urn, name, said, leaves, NULL::date AS inspected_on, NULL AS regime, NULL::jsonb AS difference FROM own
                UNION ALL SELECT NULL, urn, NULL, NULL, NULL, inspected_on, regime, difference FROM judged) found
         GROUP BY urn
    ), added AS MATERIALIZED (
        SELECT s.line, s.urn, s.name, s.row_hash, s.registration_status FROM ofsted_stagedsetting s
         WHERE s.authority_id = %(authority)s AND NOT %(older)s
           AND NOT EXISTS (SELECT FROM providers_provider p WHERE p.authority_id = %(authority)s AND p.urn = s.urn AND p.urn <> '')
    ), gone AS MATERIALIZED (
        SELECT g.urn FROM ofsted_stagedgone g WHERE g.authority_id = %(authority)s AND NOT %(older)s
    )"""
KEEP_SQL: Final = """, kept AS (
        INSERT INTO ofsted_plannedrow
               (authority_id, run_id, kind, line, urn, name, differences, "column", field, is_home, value, reason)
        SELECT %(authority)s, %(run)s, 'new', line, urn, name,
               CASE WHEN registration_status = '' THEN '[]'::jsonb
                    ELSE jsonb_build_array(jsonb_build_array('registration_status', '', registration_status)) END,
               '', '', true, '', '' FROM added
        UNION ALL
        SELECT %(authority)s, %(run)s, CASE WHEN leaves THEN 'vanished' ELSE 'changed' END, line, urn, name, differences,
               '', '', true, '', ''
          FROM compared WHERE differences <> '[]'
        UNION ALL
        SELECT %(authority)s, %(run)s, 'vanished', NULL, g.urn, p.name, '[]'::jsonb, '', '', true, '', ''
          FROM gone g JOIN providers_provider p ON p.authority_id = %(authority)s AND p.urn = g.urn
    )"""
COUNT_SQL: Final = """
    SELECT (SELECT count(*) FROM added),
           (SELECT count(*) FROM compared WHERE differences <> '[]' AND NOT leaves),
           (SELECT count(*) FROM gone) + (SELECT count(*) FROM compared WHERE leaves),
           (SELECT count(*) FROM compared WHERE differences = '[]'),
           (SELECT array_agg(id)::text FROM ruled_out)
"""
#: Of rows that change nothing but the hash that is remembered, the hash; of the others what is to be done as
#: well.
DIGEST_SQL: Final = """,
           md5(coalesce((SELECT string_agg(urn || encode(row_hash, 'hex'), ',' ORDER BY urn COLLATE "C")
                           FROM ofsted_stagedsetting s WHERE s.authority_id = %(authority)s), '')),
           md5(coalesce((SELECT string_agg(urn || differences::text, ',' ORDER BY urn COLLATE "C")
                           FROM compared WHERE differences <> '[]'), '')),
           md5(coalesce((SELECT string_agg(urn, ',' ORDER BY urn COLLATE "C") FROM gone), ''))
"""


def plan_staged(*, assertion: Assertion, keep_for: int | None = None, with_digest: bool = True) -> Plan:
    """Compare the staged rows with the register, in one statement.

    ``keep_for`` is the run under which the plan's rows are written down: what the preview shows and the
    history of each setting remembers.
    """
    keep = KEEP_SQL if keep_for is not None else ""
    digest = DIGEST_SQL if with_digest else ""
    facts = {**assertion.parameters(), "run": keep_for}
    with connection.cursor() as cursor:
        cursor.execute(for_kind(PLAN_SQL + keep + COUNT_SQL + digest, assertion.kind), facts)
        new, changed, vanished, same, ruled_out, *parts = cursor.fetchone()
    parts += [str(assertion.is_older), json.dumps(assertion.telling.stored(), sort_keys=True)]
    said = hashlib.sha256("|".join(parts).encode()).hexdigest() if digest else ""
    return Plan(new, changed, vanished, same, said, ruled_out or "{}")
