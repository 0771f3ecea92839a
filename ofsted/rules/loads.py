"""A load of Ofsted's file (O7): the kinds of its rows, and when it asks twice, since a wrong file would
unlist half the register.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Final

from django.utils.translation import gettext_noop

from core.reading.account import Account, TallyKind
from core.reasons import Fact, Reason
from ofsted.rules.absence import Absence, doubts_about_absence
from ofsted.rules.doubts import Doubt


class RowKind(StrEnum):
    """What a load does to a row. Unchanged rows are counted only."""

    NEW = "new"
    CHANGED = "changed"
    VANISHED = "vanished"
    REMARK = "remark"
    REJECTED = "rejected"


#: A fault that at least so many of one's own rows share, and more than this share of them, is one of the file.
MIN_SHARING: Final = 3
SHARING_PERCENT: Final = 5

UNKNOWN_JUDGEMENTS: Final = gettext_noop(
    "I have looked at the columns that are not known here and may hold judgements: %(columns)s"
)
MISSING_COLUMNS: Final = gettext_noop(
    "I know that this file lacks columns that the file loaded last had: %(columns)s"
)
SHARED_FAULT: Final = gettext_noop(
    "I know that %(rows)d of the %(all)d rows have the same fault in “%(column)s”: %(reason)s"
)
SHARED_ROW_FAULT: Final = gettext_noop(
    "I know that %(rows)d of the %(all)d rows have the same fault: %(reason)s"
)


def doubts_of(
    account: Account,
    absence: Absence,
    *,
    counts: Mapping[str, int],
    listed_on: date | None,
    newest: date | None,
    had: Mapping[str, str],
    rows_before: int = 0,
) -> list[Doubt]:
    """Every doubt about a load, each with a tick of its own.

    ``newest`` is the day of the newest file loaded; ``had`` are its headings, by their columns' keys, and
    ``rows_before`` its rows in all.
    """
    return [
        *doubts_of_layout(account, had=had),
        *doubts_of_faults(account),
        *doubts_about_absence(
            account,
            absence,
            vanished=counts.get("vanished", 0),
            listed_on=listed_on,
            newest=newest,
            rows_before=rows_before,
        ),
    ]


def doubts_of_layout(account: Account, *, had: Mapping[str, str]) -> list[Doubt]:
    """Unknown columns that may hold judgements, and columns that are no longer there."""
    doubts = []
    if account.stopping:
        columns = "; ".join(account.stopping)
        doubts.append(Doubt("unknown_judgements", Reason("O7", UNKNOWN_JUDGEMENTS, {"columns": columns})))
    if lost := [heading for field, heading in had.items() if field not in account.fields]:
        doubts.append(Doubt("missing_columns", Reason("O7", MISSING_COLUMNS, {"columns": "; ".join(lost)})))
    return doubts


def doubts_of_faults(account: Account) -> list[Doubt]:
    """Faults that so many rows share that they are the file's. What was mended is no fault."""
    doubts: list[Doubt] = []
    codes: Counter[str] = Counter()
    for tally in account.tallies:
        if tally.kind is TallyKind.MENDED or not is_shared(tally.rows, account.rows):
            continue
        code = re.sub(r"\W+", "_", f"fault_{tally.field or 'row'}")
        codes[code] += 1
        facts: dict[str, Fact] = {
            "rows": tally.rows,
            "all": account.rows,
            "column": tally.column,
            "reason": tally.reason.in_words().rstrip("."),
        }
        sentence = SHARED_FAULT if tally.column else SHARED_ROW_FAULT
        name = code if codes[code] == 1 else f"{code}_{codes[code]}"
        doubts.append(Doubt(name, Reason("O7", sentence, facts)))
    return doubts


def is_shared(rows: int, of: int) -> bool:
    """Whether so many of one's own rows have one fault that it is a fault of the file."""
    return rows >= MIN_SHARING and rows * 100 > SHARING_PERCENT * of


def month_of_layout(name: str) -> date | None:
    """The first day of the month in which a layout was first seen:
    layouts bear it as their name ("2026-06").
    """
    match = re.fullmatch(r"(\d{4})-(0[1-9]|1[0-2])", name)
    return date(int(match[1]), int(match[2]), 1) if match else None
