"""The staged plan into the register: a few statements over all rows at once, in one transaction (O7)."""

from __future__ import annotations

from typing import Any, Final

from django.db import connection

from ofsted.models import COUNTS_SQL
from ofsted.rules.kinds import SCHEME_OF, FileKind
from ofsted.rules.regimes import JUDGEMENT_COLUMNS
from ofsted.services.asserting import (
    DESCRIBED,
    IS_GRADED,
    SAID,
    SAYS_OTHERWISE,
    WEIGHED,
    Assertion,
    judgement_said,
)
from ofsted.services.matching import for_kind
from ofsted.services.planning import SAID_COLUMNS, SETTING_DIFFERS, STATUS, Plan
from ofsted.services.staging import INSPECTION_COLUMNS, SETTING_COLUMNS

_NAMES: Final = ", ".join(SETTING_COLUMNS)


def _kept_or_new(name: str) -> str:
    if SETTING_COLUMNS[name] == "text":
        return f"{name} = coalesce(nullif(s.{name}, ''), p.{name})"
    return f"{name} = coalesce(s.{name}, p.{name})"


IS_ACTIVE: Final = f"s.{STATUS} = ''"
UPDATE_SETTINGS: Final = f"""
    UPDATE providers_provider p
       SET {", ".join(map(_kept_or_new, SAID_COLUMNS))}, {STATUS} = s.{STATUS},
           unlisted_since = CASE WHEN {IS_ACTIVE} THEN NULL
                                 ELSE coalesce(p.unlisted_since, greatest(%(listed_on)s, p.first_listed_on)) END,
           last_listed_on = CASE WHEN {IS_ACTIVE} THEN NULL WHEN p.unlisted_since IS NULL THEN %(newest)s
                                 ELSE p.last_listed_on END,
           first_listed_on = coalesce(p.first_listed_on, %(listed_on)s), file_row_hash = s.row_hash,
           file_row_on = %(listed_on)s
      FROM ofsted_stagedsetting s
     WHERE p.authority_id = %(authority)s AND s.authority_id = %(authority)s AND p.urn = s.urn AND p.urn <> ''
       AND ({SETTING_DIFFERS})
 RETURNING p.id, p.urn, p.name, p.postcode, p.provider_type, p.search_text
"""
REMEMBER_ROWS: Final = """
    UPDATE providers_provider p
       SET file_row_hash = s.row_hash, first_listed_on = coalesce(p.first_listed_on, %(listed_on)s),
           file_row_on = %(listed_on)s
      FROM ofsted_stagedsetting s
     WHERE p.authority_id = %(authority)s AND s.authority_id = %(authority)s AND p.urn = s.urn AND p.urn <> ''
       AND (p.file_row_hash IS DISTINCT FROM s.row_hash OR p.first_listed_on IS NULL
            OR p.file_row_on IS DISTINCT FROM %(listed_on)s)
"""
INSERT_SETTINGS: Final = f"""
    INSERT INTO providers_provider (authority_id, urn, search_text, file_row_hash, first_listed_on, file_row_on,
                                    unlisted_since, {_NAMES})
    SELECT s.authority_id, s.urn, s.search_text, s.row_hash, %(listed_on)s, %(listed_on)s,
           CASE WHEN {IS_ACTIVE} THEN NULL ELSE %(listed_on)s END, {", ".join(f"s.{name}" for name in SETTING_COLUMNS)}
      FROM ofsted_stagedsetting s
     WHERE s.authority_id = %(authority)s
       AND NOT EXISTS (SELECT FROM providers_provider p WHERE p.authority_id = %(authority)s AND p.urn = s.urn AND p.urn <> '')
"""
#: For files that know a setting by a further number: it is kept beside the new setting. The hashes of the rows tell
#: which is whose, since each row has another number.
INSERT_NUMBERED: Final = f"""
    WITH made AS (
        {INSERT_SETTINGS.replace("SELECT s.authority_id, s.urn,", "SELECT s.authority_id, '',")}
        RETURNING id, file_row_hash)
    INSERT INTO providers_provideridentity (authority_id, provider_id, scheme, value)
    SELECT %(authority)s, made.id, %(scheme)s, s.urn
      FROM made JOIN ofsted_stagedsetting s ON s.authority_id = %(authority)s AND s.row_hash = made.file_row_hash
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
UPDATE_INSPECTIONS: Final = f"""
    WITH {SAID}
    UPDATE ofsted_inspection i
       SET {", ".join(f"{name} = {judgement_said(name)}" for name in JUDGEMENT_COLUMNS)},
           {", ".join(f"{name} = coalesce(nullif(s.{name}, ''), i.{name})" for name in DESCRIBED)},
           is_graded = {IS_GRADED}, named_on = %(listed_on)s, ruled_out_on = NULL
      FROM said s
     WHERE i.authority_id = %(authority)s AND i.provider_id = s.provider_id AND i.regime = s.regime
       AND i.inspected_on = s.inspected_on
       AND (i.named_on IS DISTINCT FROM %(listed_on)s OR {SAYS_OTHERWISE})
"""
_INSPECTIONS: Final = f"(authority_id, provider_id, from_file, named_on, {', '.join(INSPECTION_COLUMNS)})"
_SAID_OF_ONE: Final = f"true, %(listed_on)s, {', '.join(f's.{name}' for name in INSPECTION_COLUMNS)}"
INSERT_INSPECTIONS: Final = f"""
    INSERT INTO ofsted_inspection {_INSPECTIONS}
    SELECT s.authority_id, p.id, {_SAID_OF_ONE}
      FROM ofsted_stagedinspection s
      JOIN providers_provider p ON p.authority_id = %(authority)s AND p.urn = s.urn AND p.urn <> ''
     WHERE s.authority_id = %(authority)s
        ON CONFLICT (authority_id, provider_id, regime, inspected_on) DO NOTHING
"""
#: Of an older file: what nobody had told of.
FILL_GAPS: Final = f"""
    WITH {WEIGHED}
    INSERT INTO ofsted_inspection {_INSPECTIONS}
    SELECT s.authority_id, s.provider_id, {_SAID_OF_ONE}
      FROM said s LEFT JOIN left_out o ON o.place_in_file = s.place_in_file
     WHERE o.place_in_file IS NULL
        ON CONFLICT (authority_id, provider_id, regime, inspected_on) DO NOTHING
"""
RULE_OUT: Final = f"""
    UPDATE ofsted_inspection i SET ruled_out_on = %(listed_on)s
     WHERE i.authority_id = %(authority)s AND i.id = ANY(%(ruled_out)s::bigint[]) AND i.from_file AND {COUNTS_SQL}
"""
MARK_GONE: Final = """
    UPDATE providers_provider p
       SET unlisted_since = greatest(%(listed_on)s, p.first_listed_on), last_listed_on = %(newest)s
      FROM ofsted_stagedgone g
     WHERE p.authority_id = %(authority)s AND g.authority_id = %(authority)s AND p.urn = g.urn AND p.unlisted_since IS NULL
"""


def load_staged(*, assertion: Assertion, plan: Plan) -> list[tuple[Any, ...]]:
    """Carry the plan out, in the transaction in which it was made.

    Returns (id, urn, name, postcode, type, search text until now) of each setting that changed itself. An older file than the newest
    only adds the inspections that nobody had told of (O7).
    """
    kind = assertion.kind
    facts = {**assertion.parameters(), "scheme": str(SCHEME_OF[kind]), "ruled_out": plan.ruled_out}
    with connection.cursor() as cursor:
        if assertion.is_older:
            cursor.execute(for_kind(FILL_GAPS, kind), facts)
            return []
        cursor.execute(for_kind(UPDATE_SETTINGS, kind), facts)
        changed = cursor.fetchall()
        for statement in (
            RULE_OUT,
            REMEMBER_ROWS,
            MOVE_INSPECTIONS,
            UPDATE_INSPECTIONS,  # before settings are added: those have no inspections yet
            INSERT_SETTINGS if kind is FileKind.CHILDCARE else INSERT_NUMBERED,
            INSERT_INSPECTIONS,
            MARK_GONE,
        ):
            cursor.execute(for_kind(statement, kind), facts)
    return changed
