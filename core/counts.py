"""Kept counts: what a page would count over a whole register stands ready, as changes to be summed.

Triggers write a row for each change, in the transaction that changes the things counted, whoever writes them:
a service, a load, raw SQL. Rows are only ever added, so two people never wait for each other, and summing
them costs the same whatever the size of the register. ``settle`` replaces an authority's rows by a fresh
count each night, which keeps them few and finds any difference.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

import pgtrigger
from django.db import connection, models

from core.models import AuthorityOwned
from core.scoping import current_authority_id


class KeptCount(AuthorityOwned):
    """Base of a table of changes.

    ``keys``: the columns by which is counted; ``truth``: SQL that counts afresh.

    The SQL gives the keys and the number for the authority ``%(authority)s``. Keys are plain columns: a thing
    that is deleted leaves rows behind which sum to nought.
    """

    keys: ClassVar[tuple[str, ...]]
    truth: ClassVar[str]

    change = models.IntegerField()

    class Meta(AuthorityOwned.Meta):
        abstract = True


def stored_counts(model: type[KeptCount], *keys: str, **conditions: Any) -> dict[Any, int]:
    """The counts of the authority in scope by ``keys`` (a tuple where there are several), without noughts."""
    rows = model._default_manager.filter(**conditions).order_by().values_list(*keys)
    sums = rows.annotate(number=models.Sum("change"))
    return {(row[0] if len(keys) == 1 else row[:-1]): row[-1] for row in sums if row[-1]}


def stored_total(model: type[KeptCount], **conditions: Any) -> int:
    """One count of the authority in scope."""
    rows = model._default_manager.filter(**conditions)
    return rows.aggregate(number=models.Sum("change"))["number"] or 0


SETTLE_SQL = """
    WITH truth ({keys}, number) AS MATERIALIZED ({truth}),
    gone AS (DELETE FROM {table} c WHERE c.authority_id = %(authority)s RETURNING {gone_keys}, c.change),
    difference AS (
        SELECT FROM (SELECT {keys}, change FROM gone UNION ALL SELECT {keys}, -number FROM truth) both_sides
         GROUP BY {keys} HAVING sum(change) <> 0
    ), fresh AS (INSERT INTO {table} (authority_id, {keys}, change) SELECT %(authority)s, {keys}, number FROM truth)
    SELECT count(*) FROM difference
"""


def settle(model: type[KeptCount]) -> int:
    """Count afresh for the authority in scope. Returns the number of counts that were wrong.

    One statement sees one moment: a change that is not committed yet is in neither the old rows nor the fresh
    count.
    """
    facts = {"authority": current_authority_id()}
    names = {
        "table": model._meta.db_table,
        "keys": ", ".join(model.keys),
        "gone_keys": ", ".join(f"c.{key}" for key in model.keys),
        "truth": model.truth,
    }
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('kept counts'), %(authority)s)", facts)
        cursor.execute(SETTLE_SQL.format(**names), facts)
        return int(cursor.fetchone()[0])


# --- triggers -----------------------------------------------------------------------------------------------

NEW, OLD = "new_rows", "old_rows"
STATEMENTS = (
    ("insert", pgtrigger.Insert, (NEW,)),
    ("update", pgtrigger.Update, (OLD, NEW)),
    ("delete", pgtrigger.Delete, (OLD,)),
)


def of_row(row: str, sql: str) -> str:
    """SQL written with ``r.`` before each column, for ``OLD`` or ``NEW``."""
    return sql.replace("r.", f"{row}.")


def differs(values: Iterable[str], counts: str) -> pgtrigger.Condition:
    """Whether an update changes one of the values, or whether the row counts.

    Updates of anything else cost nothing.
    """
    changes = [
        f"({of_row('OLD', value)}) IS DISTINCT FROM ({of_row('NEW', value)})" for value in (*values, counts)
    ]
    return pgtrigger.Condition(f"({' OR '.join(changes)})")


def statement_trigger(
    name: str,
    operation: pgtrigger.Operation,
    tables: Sequence[str],
    func: str,
    declare: Sequence[tuple[str, str]],
) -> pgtrigger.Trigger:
    """After a statement, with its rows as ``old_rows`` and ``new_rows``."""
    names = {"old": OLD if OLD in tables else None, "new": NEW if NEW in tables else None}
    referencing = pgtrigger.Referencing(**names)  # type: ignore[no-untyped-call]
    return pgtrigger.Trigger(
        name=name,
        when=pgtrigger.After,
        level=pgtrigger.Statement,
        operation=operation,
        referencing=referencing,
        declare=list(declare),
        func=func,
    )


@dataclass(frozen=True)
class RowCount:
    """Rows of one table, counted by what stands in them."""

    name: str
    counts: str  # the table of changes
    columns: Mapping[str, str]  # its key columns: SQL of the row counted, with ``r.`` before each column
    condition: str = "true"  # which rows count, written in the same way

    def triggers(self) -> list[pgtrigger.Trigger]:
        """Inserts and deletes are counted once a statement, so that a
        load of a register adds a handful of rows.
        """
        return [
            statement_trigger(
                f"{self.name}_added",
                pgtrigger.Insert,
                (NEW,),
                self._by_statement(NEW, "+"),
                [("counted", "record")],
            ),
            statement_trigger(
                f"{self.name}_deleted",
                pgtrigger.Delete,
                (OLD,),
                self._by_statement(OLD, "-"),
                [("counted", "record")],
            ),
            pgtrigger.Trigger(
                name=f"{self.name}_changed",
                when=pgtrigger.After,
                operation=pgtrigger.Update,
                condition=differs(self.columns.values(), self.condition),
                func=self._by_row(),
            ),
        ]

    def _by_statement(self, rows: str, sign: str) -> str:
        columns = ", ".join(f"{value} AS {name}" for name, value in self.columns.items())
        places = ", ".join(str(number) for number in range(1, len(self.columns) + 2))
        values = {name: f"counted.{name}" for name in self.columns}
        return f"""
            FOR counted IN
                SELECT r.authority_id, {columns}, count(*)::integer AS number
                  FROM {rows} r WHERE {self.condition} GROUP BY {places}
            LOOP
                {self._insert("counted.authority_id", values, f"{sign}counted.number")};
            END LOOP;
            RETURN NULL;
        """

    def _by_row(self) -> str:
        return f"""
            IF {of_row("OLD", self.condition)} THEN {self._insert_row("OLD", "-1")}; END IF;
            IF {of_row("NEW", self.condition)} THEN {self._insert_row("NEW", "1")}; END IF;
            RETURN NULL;
        """

    def _insert_row(self, row: str, change: str) -> str:
        values = {name: of_row(row, value) for name, value in self.columns.items()}
        return self._insert(f"{row}.authority_id", values, change)

    def _insert(self, authority: str, values: Mapping[str, str], change: str) -> str:
        names, numbers = ", ".join(values), ", ".join(values.values())
        return (
            f"INSERT INTO {self.counts} (authority_id, {names}, change) VALUES ({authority}, {numbers},"
            f" {change})"
        )


@dataclass(frozen=True)
class DayCount:
    """Things counted on the days on which at least one span of theirs holds: settings with a membership,
    groups with a leader.

    The table of changes says on which day how many more (or fewer) there are, so the count of any day is a
    sum.
    """

    name: str
    counts: str
    columns: tuple[str, ...]
    # SQL: the spans of ``touched.thing`` as one multirange, without the rows whose ids are in ``touched.ids``
    others: str
    facts: str  # SQL: the key columns of ``touched.thing``, no row where it does not count

    DECLARE: ClassVar = [
        ("touched", "record"),
        ("thing", "record"),
        ("edge", "record"),
        ("others", "datemultirange"),
        ("before", "datemultirange"),
        ("after", "datemultirange"),
    ]

    def span_triggers(
        self, touched: str, operations: Sequence[str] = ("insert", "update", "delete")
    ) -> list[pgtrigger.Trigger]:
        """Of a table whose rows are spans, or parts of them.

        ``touched``: SQL of (authority_id, thing, id, span) with ``{rows}``.
        """
        return [
            statement_trigger(
                f"{self.name}_{word}", operation, tables, self._by_statement(touched, tables), self.DECLARE
            )
            for word, operation, tables in STATEMENTS
            if word in operations
        ]

    def _by_statement(self, touched: str, tables: Sequence[str]) -> str:
        rows = " UNION ALL ".join(
            f"SELECT t.*, {'true' if table == NEW else 'false'} AS is_new FROM"
            f" ({touched.format(rows=table)}) t"
            for table in tables
        )
        return f"""
            FOR touched IN
                SELECT u.authority_id, u.thing, array_agg(u.id) AS ids,
                       coalesce(range_agg(u.span) FILTER (WHERE NOT u.is_new), '{{}}') AS old_spans,
                       coalesce(range_agg(u.span) FILTER (WHERE u.is_new), '{{}}') AS new_spans
                  FROM ({rows}) u (authority_id, thing, id, span, is_new) GROUP BY u.authority_id, u.thing
            LOOP
                CONTINUE WHEN touched.old_spans = touched.new_spans;
                {self.others} INTO others;
                before := others + touched.old_spans;
                after := others + touched.new_spans;
                CONTINUE WHEN before = after;
                {self.facts} INTO thing;
                CONTINUE WHEN NOT FOUND;
                FOR edge IN {self._edges()} LOOP
                    {self._insert("touched.authority_id", "thing", "edge.change")};
                END LOOP;
            END LOOP;
            RETURN NULL;
        """

    @staticmethod
    def _edges() -> str:
        return """
            SELECT e.day, sum(e.change)::integer AS change FROM (
                SELECT lower(s), -1 FROM unnest(before) s UNION ALL
                SELECT upper(s), 1 FROM unnest(before) s WHERE NOT upper_inf(s) UNION ALL
                SELECT lower(s), 1 FROM unnest(after) s UNION ALL
                SELECT upper(s), -1 FROM unnest(after) s WHERE NOT upper_inf(s)
            ) e (day, change) GROUP BY e.day HAVING sum(e.change) <> 0"""

    def _insert(self, authority: str, row: str, change: str) -> str:
        names = ", ".join((*self.columns, "day", "change"))
        values = ", ".join((*(f"{row}.{name}" for name in self.columns), "edge.day", change))
        return f"INSERT INTO {self.counts} (authority_id, {names}) VALUES ({authority}, {values})"

    def thing_trigger(self, counts: str = "true") -> pgtrigger.Trigger:
        """Of the things' own table: one whose keys change takes its days along.

        ``counts``: which count, with ``r.`` before columns.
        """
        before, after = of_row("OLD", counts), of_row("NEW", counts)
        func = f"""
            SELECT NEW.authority_id, NEW.id AS thing, '{{}}'::bigint[] AS ids INTO touched;
            {self.others} INTO before;
            after := '{{}}';
            FOR edge IN {self._edges()} LOOP
                IF {before} THEN {self._insert("OLD.authority_id", "OLD", "edge.change")}; END IF;
                IF {after} THEN {self._insert("NEW.authority_id", "NEW", "-edge.change")}; END IF;
            END LOOP;
            RETURN NULL;
        """
        return pgtrigger.Trigger(
            name=f"{self.name}_changed",
            when=pgtrigger.After,
            operation=pgtrigger.Update,
            condition=differs([f"r.{name}" for name in self.columns], counts),
            declare=list(self.DECLARE),
            func=func,
        )
