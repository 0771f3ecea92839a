"""The limit of an import:

COPY into an unlogged table and one set-based upsert a target, with no check of anything.

The targets are like the register's own tables, with their columns, indexes and keys, but without row-level
security and history.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

from django.db import connections

from ofsted.rules.regimes import CIF_FROM, EIF_FROM, JUDGEMENT_COLUMNS
from ofsted.services.staging import INSPECTION_COLUMNS, SETTING_COLUMNS, TYPES
from tests.ofsted.files import LAYOUTS

COLUMNS: Final = [column.replace(".", "_") for _, column in LAYOUTS["2021-08"]]
_GRADES: Final = {
    "overall",
    "quality_of_education",
    "behaviour_and_attitudes",
    "personal_development",
    "leadership_and_management",
}
_BLOCKS: Final = {"full": None, "second": None, "third": None, "ncor": "ncor", "cr": "cr"}


def _kind(column: str) -> str:
    block, _, rest = column.partition("_")
    if block in _BLOCKS:
        return "date" if rest == "inspected_on" else "smallint" if rest in _GRADES else "text"
    return SETTING_COLUMNS.get(column, "text")


def tables(prefix: str) -> list[str]:
    """Statements that make a pair of bare tables like the register's."""
    made = {"setting": "providers_provider", "inspection": "ofsted_inspection"}
    keys = {
        "setting": "(authority_id) REFERENCES accounts_authority",
        "inspection": f"(authority_id, provider_id) REFERENCES {prefix}_setting (authority_id, id)",
    }
    return [f"DROP TABLE IF EXISTS {prefix}_inspection, {prefix}_setting"] + [
        statement
        for name, like in made.items()
        for statement in (
            f"CREATE TABLE {prefix}_{name} (LIKE {like} INCLUDING ALL)",
            (
                f"ALTER TABLE {prefix}_{name} ALTER authority_id DROP DEFAULT, ADD FOREIGN KEY {keys[name]}"
                " DEFERRABLE INITIALLY DEFERRED"
            ),
            f"ALTER TABLE {prefix}_{name} OWNER TO eyc_owner",
            f"GRANT ALL ON {prefix}_{name} TO eyc_app",
            # django-import-export takes its ids itself
            f"GRANT ALL ON SEQUENCE {prefix}_{name}_id_seq TO eyc_app",
        )
    ]


def _setting_value(name: str) -> str:
    if name == "provider_type":
        codes = " ".join(f"WHEN '{word}' THEN '{code}'" for word, code in TYPES.items())
        return f"CASE s.provider_type {codes} END"
    if SETTING_COLUMNS[name] == "text":
        return f"coalesce(nullif(s.{name}, 'REDACTED'), '')"
    return f"coalesce(s.{name}, false)" if SETTING_COLUMNS[name] == "boolean" else f"s.{name}"


def _upsert(table: str, key: str, columns: list[str], select: str) -> str:
    kept = [
        name
        for name in columns
        if name not in ("authority_id", "urn", "provider_id", "regime", "inspected_on")
    ]
    mine, theirs = (", ".join(f"{side}.{name}" for name in kept) for side in (table, "excluded"))
    return f"""INSERT INTO {table} ({", ".join(columns)}) {select} ON CONFLICT {key} DO UPDATE
               SET {", ".join(f"{name} = excluded.{name}" for name in kept)} WHERE ({mine}) IS DISTINCT FROM ({theirs})"""


def _inspections_of(block: str) -> str:
    """One block of a row as inspections: what the row says of it, and the rest empty."""
    day = f"s.{block}_inspected_on"
    graded = (
        f"CASE WHEN {day} >= '{EIF_FROM}' THEN 'eif' WHEN {day} >= '{CIF_FROM}' THEN 'cif' ELSE 'pre2015' END"
    )
    values = {
        "regime": f"'{_BLOCKS[block]}'" if _BLOCKS[block] else graded,
        "inspection_number": f"coalesce(s.{block}_inspection_number, '')",
        "inspected_on": day,
        "visit_type": "''",
        "is_graded": "false" if _BLOCKS[block] else "true",
        **{
            name: f"s.{block}_{name}" if f"{block}_{name}" in COLUMNS else "NULL"
            for name in JUDGEMENT_COLUMNS
        },
    }
    words = f"CASE s.{block}_{{}} WHEN '{{}}' THEN 1 WHEN '{{}}' THEN 2 END"
    if block == "full":
        values["safeguarding_effective"] = words.format("safeguarding_effective", "Yes", "No")
    if _BLOCKS[block]:
        values["met"] = words.format("met", "Met", "Not Met")
    chosen = ", ".join(f"({values[name]})::{kind}" for name, kind in INSPECTION_COLUMNS.items())
    return f"SELECT s.urn, {chosen} FROM staged_limit s WHERE {day} IS NOT NULL"


def load(path: Path, authority_id: int, prefix: str = "limit") -> None:
    """Load a file that holds no mistake."""
    setting, inspection = f"{prefix}_setting", f"{prefix}_inspection"
    values = ", ".join(_setting_value(name) for name in SETTING_COLUMNS)
    text = "lower(concat_ws(' ', s.name, s.urn, s.postcode))"
    columns = ["authority_id", "urn", "search_text", "first_listed_on", *SETTING_COLUMNS]
    found = f"SELECT {authority_id}, s.urn, {text}, date '2021-08-31', {values} FROM staged_limit s"
    judged = f"SELECT {authority_id}, p.id, {', '.join(f'i.{name}' for name in INSPECTION_COLUMNS)} FROM ("
    judged += " UNION ALL ".join(map(_inspections_of, _BLOCKS))
    judged += (
        f") i (urn, {', '.join(INSPECTION_COLUMNS)}) JOIN {setting} p ON p.authority_id = {authority_id} AND"
        " p.urn = i.urn"
    )
    with connections["owner"].cursor() as cursor:
        cursor.execute(
            "BEGIN; SET LOCAL datestyle = 'ISO, DMY'; SET LOCAL enable_nestloop = off; DROP TABLE IF EXISTS"
            " staged_limit"
        )
        cursor.execute(
            f"CREATE UNLOGGED TABLE staged_limit ({', '.join(f'{name} {_kind(name)}' for name in COLUMNS)})"
        )
        with path.open("rb") as file:
            cursor.copy_expert("COPY staged_limit FROM STDIN (FORMAT csv, HEADER, NULL '')", file, 1 << 18)
        cursor.execute("ANALYZE staged_limit (urn)")
        cursor.execute(_upsert(setting, "(authority_id, urn) WHERE urn <> ''", columns, found))
        key = "(authority_id, provider_id, regime, inspected_on)"
        cursor.execute(_upsert(inspection, key, ["authority_id", "provider_id", *INSPECTION_COLUMNS], judged))
        cursor.execute("DROP TABLE staged_limit; COMMIT")


def found(alias: str, setting: str, inspection: str, authority_id: int) -> tuple[Any, ...]:
    """What two tables hold for an authority, in a few numbers: two
    loads of a file that agree on these did the same.
    """
    with connections[alias].cursor() as cursor:
        cursor.execute(
            f"""SELECT (SELECT count(*) FROM {setting} WHERE authority_id = %(a)s),
                       (SELECT sum(places) FROM {setting} WHERE authority_id = %(a)s),
                       (SELECT sum(length(name || address_line_1 || postcode)) FROM {setting} WHERE authority_id = %(a)s),
                       (SELECT count(*) FROM {inspection} WHERE authority_id = %(a)s),
                       (SELECT sum(overall) FROM {inspection} WHERE authority_id = %(a)s),
                       (SELECT count(safeguarding_effective) + count(met) FROM {inspection} WHERE authority_id = %(a)s)""",
            {"a": authority_id},
        )
        return tuple(cursor.fetchone())
