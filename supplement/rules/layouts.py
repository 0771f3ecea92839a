"""S11: how a payment file is laid out for the finance system of an authority, and one row of it as it is
written.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Any

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from collaborations.rules import Refusal
from core.reasons import Reason
from supplement.rules.bank_details import REFUSED, looks_like_bank_details

CODE = "S11"
MAX_HEADING = 60
MAX_TEXTS = 4


class Key(TextChoices):
    """What a column of a payment file holds."""

    SUPPLIER = "supplier", _("Supplier reference")
    OURS = "ours", _("Our reference of the payment")
    PAYEE = "payee", _("Setting that is paid")
    GROUP = "group", _("Collaboration")
    PERIOD = "period", _("Period")
    RUN = "run", _("Number of the run")
    DAY = "day", _("Day of payment")
    SUM = "sum", _("Sum")
    TEXT = "text", _("Always the same text")


#: Without these nobody is paid, or no answer finds its payment.
NEEDED = (Key.SUPPLIER, Key.OURS, Key.SUM)

DATE_FORMATS: Mapping[str, str] = {
    "%d/%m/%Y": "31/12/2026",
    "%Y-%m-%d": "2026-12-31",
    "%d-%m-%Y": "31-12-2026",
    "%d.%m.%Y": "31.12.2026",
    "%Y%m%d": "20261231",
    "%d%m%Y": "31122026",
}


@dataclass(frozen=True, slots=True)
class LayoutColumn:
    """One column: what it holds and its heading. ``text``: of a column that always says the same."""

    key: Key
    heading: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns in their order. ``minor_units``: sums as whole pence, otherwise pounds with two places."""

    columns: tuple[LayoutColumn, ...]
    date_format: str = "%d/%m/%Y"
    minor_units: bool = False
    has_headings: bool = True

    def kept(self) -> dict[str, Any]:
        """As it is kept with each file."""
        columns = [{"key": str(row.key), "heading": row.heading, "text": row.text} for row in self.columns]
        return {
            "columns": columns,
            "date_format": self.date_format,
            "minor_units": self.minor_units,
            "has_headings": self.has_headings,
        }


USUAL = Layout(
    (
        LayoutColumn(Key.SUPPLIER, "Supplier reference"),
        LayoutColumn(Key.PAYEE, "Payee"),
        LayoutColumn(Key.GROUP, "Collaboration"),
        LayoutColumn(Key.PERIOD, "Period"),
        LayoutColumn(Key.OURS, "Payment reference"),
        LayoutColumn(Key.DAY, "Pay on"),
        LayoutColumn(Key.SUM, "Amount"),
    )
)


def read_layout(kept: Mapping[str, Any]) -> Layout:
    """A layout as `Layout.kept` wrote it."""
    columns = tuple(
        LayoutColumn(Key(row["key"]), row["heading"], row.get("text", "")) for row in kept["columns"]
    )
    return Layout(columns, kept["date_format"], kept["minor_units"], kept["has_headings"])


def refusals_to(layout: Layout) -> list[Refusal]:
    """Every reason why a file cannot be laid out like this. The field is that of the page."""
    missing = [key for key in NEEDED if all(row.key is not key for row in layout.columns)]
    refusals = [
        _refused(f"{key}_place", gettext_noop("Give “%(column)s” a place."), column=key.label)
        for key in missing
    ]
    headings = [row.heading.casefold() for row in layout.columns]
    for row in layout.columns:
        if not row.heading.strip():
            refusals.append(
                _refused(
                    "" if row.key is Key.TEXT else f"{row.key}_heading",
                    gettext_noop("Enter a heading for “%(column)s”."),
                    column=row.key.label,
                )
            )
        elif headings.count(row.heading.casefold()) > 1:
            refusals.append(
                _refused("", gettext_noop("Two columns are called “%(heading)s”."), heading=row.heading)
            )
        if looks_like_bank_details(row.text):
            refusals.append(_refused("", REFUSED))
    if layout.date_format not in DATE_FORMATS:
        refusals.append(_refused("date_format", gettext_noop("Select how dates are written.")))
    return [refusal for place, refusal in enumerate(refusals) if refusal not in refusals[:place]]


def _refused(field: str, sentence: str, **facts: Any) -> Refusal:
    return Refusal(field, Reason(CODE, sentence, facts))


@dataclass(frozen=True, slots=True)
class PaymentFacts:
    """What a payment file may say of a payment."""

    payment_id: int
    supplier: str
    ours: str
    payee: str
    group: str
    period: str
    run: int
    pay_on: date
    pence: int


def cells_of(layout: Layout, payment: PaymentFacts) -> list[str | int]:
    """One row in the layout's columns: texts, and the sum as whole pence."""
    values: Mapping[Key, str | int] = {
        Key.SUPPLIER: payment.supplier,
        Key.OURS: payment.ours,
        Key.PAYEE: payment.payee,
        Key.GROUP: payment.group,
        Key.PERIOD: payment.period,
        Key.RUN: str(payment.run),
        Key.DAY: payment.pay_on.strftime(layout.date_format),
        Key.SUM: payment.pence,
    }
    return [row.text if row.key is Key.TEXT else values[row.key] for row in layout.columns]


def rows_of(layout: Layout, payments: Iterable[PaymentFacts]) -> list[list[str | int]]:
    """The rows of a file, each with the id of its payment before its cells, by supplier and reference."""
    ordered = sorted(payments, key=lambda row: (row.supplier, row.payment_id))
    return [[row.payment_id, *cells_of(layout, row)] for row in ordered]


def digest_of(layout: Mapping[str, Any], rows: Sequence[Sequence[str | int]]) -> str:
    """SHA-256 of a file as it is written, whatever its format: of its layout and rows."""
    whole = {"layout": layout, "rows": rows}
    text = json.dumps(whole, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(text.encode()).hexdigest()
