"""What a file says of inspections against what earlier files told of, as SQL (O7, ofsted.rules.telling).

``said`` holds the staged inspections of settings that the register has, each with its kind and its place in
the row. ``held`` are the inspections that the register holds of the staged settings. Only settings with an
``unsaid`` one among these are weighed (of an older file all): ``weighed`` puts both beside each other.
``ruled_out`` are those held ones that the file rules out. An older file only fills gaps: ``left_out`` are
those of its inspections that the newest file rules out.

Both sides are gathered under their URN and never joined with each other: nobody can tell the database how
many rows wait in a staging table.
"""

from __future__ import annotations

from datetime import date
from typing import Any, Final, NamedTuple

from core.scoping import current_authority_id
from ofsted.models import COUNTS_SQL
from ofsted.rules.kinds import FileKind
from ofsted.rules.regimes import JUDGEMENT_COLUMNS
from ofsted.rules.telling import (
    EARLIER,
    KIND_OF,
    MAX_DAYS_OF_CORRECTION,
    MAX_DAYS_TO_PUBLICATION,
    InspectionKind,
    Telling,
)

GRADED: Final = InspectionKind.GRADED.value
CARE: Final = InspectionKind.OUT_OF_SCHOOL.value


class Assertion(NamedTuple):
    """What a load stands for: the day of its file, what the layout tells, and the newest file loaded before.

    ``newest`` is the day of the newest file of the same kind, None for a first load. ``newest_telling`` is
    what that file's layout tells.
    """

    listed_on: date
    telling: Telling
    newest: date | None = None
    newest_telling: Telling = Telling()
    kind: FileKind = FileKind.CHILDCARE

    @property
    def is_older(self) -> bool:
        """Whether a newer file was loaded already, so that this one only fills gaps (O7)."""
        return self.newest is not None and self.listed_on < self.newest

    def parameters(self) -> dict[str, Any]:
        """Of every statement over the staged rows."""
        asserting = self.newest_telling if self.is_older else self.telling
        return {
            "authority": current_authority_id(),
            "listed_on": self.listed_on,
            "newest": self.newest,
            "older": self.is_older,
            "kinds": list(asserting.kinds),
            "care_among_graded": asserting.has_care_among_graded,
            "grading": self.telling.places_that_grade(),
            **{f"tells_{name}": self.telling.places_of(name) for name in JUDGEMENT_COLUMNS},
        }


def _kind(regime: str) -> str:
    cases = " ".join(f"WHEN '{name}' THEN '{kind}'" for name, kind in KIND_OF.items())
    return f"CASE {regime} {cases} END"


SAID: Final = f"""
    said AS MATERIALIZED (
        SELECT s.*, row_number() OVER () AS place_in_file, p.id AS provider_id,
               p.unlisted_since IS NULL AS is_listed, {_kind("s.regime")} AS kind,
               CASE WHEN {_kind("s.regime")} = '{GRADED}'
                     AND s.inspected_on < max(s.inspected_on) OVER (PARTITION BY s.urn, {_kind("s.regime")})
                    THEN '{EARLIER}' ELSE {_kind("s.regime")} END AS slot
          FROM ofsted_stagedinspection s
          JOIN providers_provider p ON p.authority_id = %(authority)s AND p.urn = s.urn AND p.urn <> ''
         WHERE s.authority_id = %(authority)s
    )"""
WEIGHED: Final = f"""{SAID}, held AS MATERIALIZED (
        SELECT p.urn, {_kind("i.regime")} AS kind, i.regime, i.inspected_on, i.inspection_number,
               NULL::bigint AS place_in_file, i.id, p.unlisted_since IS NULL AS is_listed,
               CASE WHEN i.named_on IS NOT DISTINCT FROM p.file_row_on AND p.unlisted_since IS NULL
                    THEN greatest(i.named_on, %(newest)s) ELSE i.named_on END AS last_named_on,
               i.from_file AND {COUNTS_SQL} AS may_be_ruled_out,
               %(older)s AND i.from_file AND {COUNTS_SQL} AND i.named_on IS NOT DISTINCT FROM p.file_row_on AS asserts
          FROM ofsted_stagedsetting s
          JOIN providers_provider p ON p.authority_id = %(authority)s AND p.urn = s.urn AND p.urn <> ''
          JOIN ofsted_inspection i ON i.authority_id = %(authority)s AND i.provider_id = p.id
         WHERE s.authority_id = %(authority)s
    ), unsaid AS MATERIALIZED (
        SELECT urn FROM (SELECT urn, regime, inspected_on, may_be_ruled_out AND kind = ANY(%(kinds)s) AS is_open, false AS is_said FROM held
                         UNION ALL SELECT urn, regime, inspected_on, false, true FROM said) each
         GROUP BY urn, regime, inspected_on
        HAVING bool_or(is_open) AND NOT bool_or(is_said)
    ), beside AS (
        SELECT urn, kind, regime, inspected_on, inspection_number, place_in_file, NULL::bigint AS id, is_listed,
               NULL::date AS last_named_on, false AS may_be_ruled_out, NOT %(older)s AS asserts
          FROM said
         WHERE %(older)s OR urn IN (SELECT urn FROM unsaid)
        UNION ALL
        SELECT * FROM held
         WHERE %(older)s OR urn IN (SELECT urn FROM unsaid)
    ), weighed AS (
        SELECT *, inspection_number <> '' AS is_numbered,
               CASE WHEN kind = '{CARE}' AND %(care_among_graded)s
                    THEN min(inspected_on) FILTER (WHERE asserts AND kind IN ('{GRADED}', '{CARE}')) OVER (PARTITION BY urn)
                    ELSE min(inspected_on) FILTER (WHERE asserts) OVER (PARTITION BY urn, kind) END AS oldest,
               bool_or(id IS NULL) OVER (PARTITION BY urn, regime, inspected_on) AS is_said,
               bool_or(id IS NOT NULL) OVER (PARTITION BY urn, regime, inspected_on) AS is_held,
               bool_or(id IS NULL) OVER (PARTITION BY urn, kind, inspection_number) AS number_is_said,
               bool_or(id IS NOT NULL) OVER (PARTITION BY urn, kind, inspection_number) AS number_is_held
          FROM beside
    ), moving AS (
        SELECT *, bool_or(id IS NULL AND NOT is_held) OVER (PARTITION BY urn, regime, inspection_number) AS moves,
               array_agg(inspected_on) FILTER (WHERE id IS NULL AND NOT is_held) OVER (PARTITION BY urn, kind) AS told_anew,
               array_agg(inspected_on) FILTER (WHERE id IS NULL AND NOT is_held AND NOT is_numbered)
                   OVER (PARTITION BY urn, kind) AS told_anew_without_number
          FROM weighed
    ), ruled_out AS MATERIALIZED (
        SELECT id FROM moving
         WHERE NOT %(older)s AND may_be_ruled_out AND NOT is_said AND kind = ANY(%(kinds)s)
           AND NOT (is_numbered AND moves)
           AND (oldest IS NULL OR inspected_on > oldest OR (is_numbered AND number_is_said)
                OR EXISTS (SELECT FROM unnest(CASE WHEN is_numbered THEN told_anew_without_number ELSE told_anew END) day
                            WHERE day > inspected_on AND day <= last_named_on
                              AND ((kind <> '{GRADED}' AND day <= last_named_on - {MAX_DAYS_TO_PUBLICATION})
                                   OR day <= inspected_on + {MAX_DAYS_OF_CORRECTION})))
    ), left_out AS MATERIALIZED (
        SELECT place_in_file FROM moving
         WHERE %(older)s AND id IS NULL
           AND (is_held OR (is_numbered AND number_is_held)
                OR (is_listed AND kind = ANY(%(kinds)s) AND (oldest IS NULL OR inspected_on > oldest)))
    )"""


def is_told(name: str) -> str:
    """Whether the file has a cell for a judgement of ``s``: a blank one then takes away what a file had said.

    An officer's own record loses nothing.
    """
    return f"(i.from_file AND s.slot = ANY(%(tells_{name})s))"


def judgement_said(name: str) -> str:
    """The judgement of ``i`` after the load."""
    return f"CASE WHEN {is_told(name)} THEN s.{name} ELSE coalesce(s.{name}, i.{name}) END"


IS_GRADED: Final = (
    "CASE WHEN i.from_file AND s.slot = ANY(%(grading)s) THEN s.is_graded ELSE s.is_graded OR i.is_graded END"
)
DESCRIBED: Final = ("inspection_number", "visit_type")
#: Whether the file says something else of ``i``, or of one that had been ruled out says anything at all.
SAYS_OTHERWISE: Final = " OR ".join(
    [
        "i.ruled_out_on IS NOT NULL",
        *(f"{judgement_said(name)} IS DISTINCT FROM i.{name}" for name in JUDGEMENT_COLUMNS),
        *(f"(s.{name} <> '' AND s.{name} IS DISTINCT FROM i.{name})" for name in DESCRIBED),
    ]
)
