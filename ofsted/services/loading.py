"""The staged plan into the register: six statements over all rows at once, in one transaction (O7)."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from django.db import connection

from core.scoping import current_authority_id
from ofsted.rules.regimes import JUDGEMENT_COLUMNS
from ofsted.services.planning import SETTING_DIFFERS
from ofsted.services.staging import INSPECTION_COLUMNS, SETTING_COLUMNS

_NAMES: Final = ", ".join(SETTING_COLUMNS)


def _kept_or_new(name: str) -> str:
    if SETTING_COLUMNS[name] == "text":
        return f"{name} = coalesce(nullif(s.{name}, ''), p.{name})"
    return f"{name} = coalesce(s.{name}, p.{name})"


UPDATE_SETTINGS: Final = f"""
    UPDATE providers_provider p
       SET {", ".join(map(_kept_or_new, SETTING_COLUMNS))}, unlisted_since = NULL, last_listed_on = NULL,
           first_listed_on = coalesce(p.first_listed_on, %(listed_on)s), file_row_hash = s.row_hash
      FROM ofsted_stagedsetting s
     WHERE p.authority_id = %(authority)s AND s.authority_id = %(authority)s AND p.urn = s.urn AND p.urn <> ''
       AND ({SETTING_DIFFERS})
 RETURNING p.id, p.urn, p.name, p.postcode, p.provider_type
"""
REMEMBER_ROWS: Final = """
    UPDATE providers_provider p
       SET file_row_hash = s.row_hash, first_listed_on = coalesce(p.first_listed_on, %(listed_on)s)
      FROM ofsted_stagedsetting s
     WHERE p.authority_id = %(authority)s AND s.authority_id = %(authority)s AND p.urn = s.urn AND p.urn <> ''
       AND (p.file_row_hash IS DISTINCT FROM s.row_hash OR p.first_listed_on IS NULL)
"""
INSERT_SETTINGS: Final = f"""
    INSERT INTO providers_provider (authority_id, urn, search_text, file_row_hash, first_listed_on, {_NAMES})
    SELECT s.authority_id, s.urn, s.search_text, s.row_hash, %(listed_on)s, {", ".join(f"s.{name}" for name in SETTING_COLUMNS)}
      FROM ofsted_stagedsetting s
     WHERE s.authority_id = %(authority)s
       AND NOT EXISTS (SELECT FROM providers_provider p WHERE p.authority_id = %(authority)s AND p.urn = s.urn AND p.urn <> '')
"""
MOVE_INSPECTIONS: Final = """
    UPDATE ofsted_inspection i SET inspected_on = s.inspected_on
      FROM ofsted_stagedinspection s
      JOIN providers_provider p ON p.authority_id = %(authority)s AND p.urn = s.urn AND p.urn <> ''
     WHERE i.authority_id = %(authority)s AND s.authority_id = %(authority)s AND i.provider_id = p.id AND i.regime = s.regime
       AND s.inspection_number <> '' AND i.inspection_number = s.inspection_number AND i.inspected_on <> s.inspected_on
       AND NOT EXISTS (SELECT FROM ofsted_inspection o WHERE o.authority_id = %(authority)s AND o.provider_id = p.id
                          AND o.regime = s.regime AND o.inspected_on = s.inspected_on)
"""
UPSERT_INSPECTIONS: Final = f"""
    INSERT INTO ofsted_inspection (authority_id, provider_id, {", ".join(INSPECTION_COLUMNS)})
    SELECT s.authority_id, p.id, {", ".join(f"s.{name}" for name in INSPECTION_COLUMNS)}
      FROM ofsted_stagedinspection s
      JOIN providers_provider p ON p.authority_id = %(authority)s AND p.urn = s.urn AND p.urn <> ''
     WHERE s.authority_id = %(authority)s
        ON CONFLICT (authority_id, provider_id, regime, inspected_on) DO UPDATE
       SET {", ".join(f"{name} = coalesce(excluded.{name}, ofsted_inspection.{name})" for name in JUDGEMENT_COLUMNS)},
           inspection_number = coalesce(nullif(excluded.inspection_number, ''), ofsted_inspection.inspection_number),
           visit_type = coalesce(nullif(excluded.visit_type, ''), ofsted_inspection.visit_type),
           is_graded = excluded.is_graded OR ofsted_inspection.is_graded
     WHERE {" OR ".join(f"(excluded.{name} IS NOT NULL AND excluded.{name} IS DISTINCT FROM ofsted_inspection.{name})" for name in JUDGEMENT_COLUMNS)}
        OR (excluded.inspection_number <> '' AND excluded.inspection_number IS DISTINCT FROM ofsted_inspection.inspection_number)
        OR (excluded.visit_type <> '' AND excluded.visit_type IS DISTINCT FROM ofsted_inspection.visit_type)
"""
MARK_GONE: Final = """
    UPDATE providers_provider p SET unlisted_since = %(listed_on)s, last_listed_on = %(last_listed_on)s
      FROM ofsted_stagedgone g
     WHERE p.authority_id = %(authority)s AND g.authority_id = %(authority)s AND p.urn = g.urn AND p.unlisted_since IS NULL
"""


def load_staged(*, listed_on: date, last_listed_on: date | None) -> list[tuple[Any, ...]]:
    """Carry the plan out. Returns (id, urn, name, postcode, type) of each setting that changed itself.

    ``last_listed_on`` is the day of the load before, for settings that the file no longer lists.
    """
    facts: dict[str, Any] = {
        "authority": current_authority_id(),
        "listed_on": listed_on,
        "last_listed_on": last_listed_on,
    }
    with connection.cursor() as cursor:
        cursor.execute(UPDATE_SETTINGS, facts)
        changed = cursor.fetchall()
        cursor.execute(REMEMBER_ROWS, facts)
        cursor.execute(INSERT_SETTINGS, facts)
        cursor.execute(MOVE_INSPECTIONS, facts)
        cursor.execute(UPSERT_INSPECTIONS, facts)
        cursor.execute(MARK_GONE, facts)
    return changed
