"""A load of Ofsted's file (O7): the kinds of its rows, and when it asks twice, since a wrong file would
unlist half the register.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from core.reading.account import Account, TallyKind
from core.reasons import Fact, Reason
from ofsted.rules.absence import Absence, doubts_about_absence
from ofsted.rules.doubts import Doubt


class RowKind(TextChoices):
    """What a load does to a row. The value is what is stored; unchanged rows are counted only."""

    NEW = "new", _("New")
    CHANGED = "changed", _("Changed")
    VANISHED = "vanished", _("No longer listed")
    REMARK = "remark", _("Read with a remark")
    REJECTED = "rejected", _("Rejected")


#: A fault that at least so many of one's own rows share, and more than this share of them, is one of the file.
MIN_SHARING: Final = 3
SHARING_PERCENT: Final = 5

UNKNOWN_JUDGEMENTS: Final = gettext_noop(
    "I have looked at the columns that are not known here and may hold judgements: %(columns)s"
)
MANY_UNKNOWN_JUDGEMENTS: Final = gettext_noop(
    "I have looked at the %(number)d columns that are not known here and may hold judgements, among them"
    " %(columns)s (all are under “Columns not used”)"
)
MISSING_COLUMNS: Final = gettext_noop(
    "I know that this file lacks columns that the file loaded last had: %(columns)s"
)
MANY_MISSING_COLUMNS: Final = gettext_noop(
    "I know that this file lacks %(number)d columns that the file loaded last had, among them %(columns)s"
    " (all are under “Columns missing”)"
)
#: A label names so many columns; the account above it names them all.
MAX_COLUMNS_NAMED: Final = 3
ABOUT_UNKNOWN_JUDGEMENTS: Final = gettext_noop("columns that are not known here")
ABOUT_MISSING_COLUMNS: Final = gettext_noop("columns that this file lacks")
ABOUT_SHARED_FAULT: Final = gettext_noop("the fault in “%(column)s” (%(reason)s)")
ABOUT_SHARED_ROW_FAULT: Final = gettext_noop("the fault of many rows (%(reason)s)")
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
    of_links: bool = False,
) -> list[Doubt]:
    """Every doubt about a load of settings, or of links between schools, each with a tick of its own.

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
            of_links=of_links,
        ),
    ]


def doubts_of_layout(account: Account, *, had: Mapping[str, str]) -> list[Doubt]:
    """Unknown columns that may hold judgements, and columns that are no longer there."""
    doubts = []
    if account.stopping:
        sentence = _naming(account.stopping, UNKNOWN_JUDGEMENTS, MANY_UNKNOWN_JUDGEMENTS)
        doubts.append(Doubt("unknown_judgements", sentence, Reason("O7", ABOUT_UNKNOWN_JUDGEMENTS)))
    if lost := lost_columns(account, had=had):
        sentence = _naming(lost, MISSING_COLUMNS, MANY_MISSING_COLUMNS)
        doubts.append(Doubt("missing_columns", sentence, Reason("O7", ABOUT_MISSING_COLUMNS)))
    return doubts


def lost_columns(account: Account, *, had: Mapping[str, str]) -> list[str]:
    """Headings of the file loaded last, by their columns' keys in ``had``, that this one lacks."""
    return [heading for field, heading in had.items() if field not in account.fields]


def missing_columns(account: Account, *, had: Mapping[str, str]) -> list[str]:
    """Every heading that the account says is missing: those of the file loaded last, then others expected."""
    return list(dict.fromkeys([*lost_columns(account, had=had), *account.missing]))


def _naming(columns: Sequence[str], all_named: str, some_named: str) -> Reason:
    """A sentence that names a few columns, and says how many there are where it cannot name them all."""
    if len(columns) <= MAX_COLUMNS_NAMED:
        return Reason("O7", all_named, {"columns": "; ".join(columns)})
    named = "; ".join(columns[:MAX_COLUMNS_NAMED])
    return Reason("O7", some_named, {"number": len(columns), "columns": named})


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
        sentence, subject = (
            (SHARED_FAULT, ABOUT_SHARED_FAULT) if tally.column else (SHARED_ROW_FAULT, ABOUT_SHARED_ROW_FAULT)
        )
        name = code if codes[code] == 1 else f"{code}_{codes[code]}"
        doubts.append(Doubt(name, Reason("O7", sentence, facts), Reason("O7", subject, facts)))
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
