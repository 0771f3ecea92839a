"""The whole matrix, collected from the tables that stand beside
each app's tests (``tests/<app>/endpoints.py``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import TypeVar

from tests.architecture.endpoint import Endpoint, Record

TESTS = Path(__file__).resolve().parent.parent
Row = TypeVar("Row")


def declarations() -> list[ModuleType]:
    folders = sorted(file.parent.name for file in TESTS.glob("*/endpoints.py"))
    return [import_module(f"tests.{folder}.endpoints") for folder in folders]


def collected(tables: Iterable[tuple[str, Mapping[str, Row]]]) -> dict[str, Row]:
    """One table of all. Raises ValueError where two places declare the same name."""
    rows: dict[str, Row] = {}
    places: dict[str, str] = {}
    for place, table in tables:
        for name, row in table.items():
            if name in rows:
                raise ValueError(f"{name} is declared in {places[name]} and in {place}")
            rows[name], places[name] = row, place
    return rows


def _tables(name: str) -> Iterator[tuple[str, Mapping[str, Endpoint]]]:
    yield from ((module.__name__, getattr(module, name, {})) for module in declarations())


def _records() -> Iterator[tuple[str, Mapping[str, Endpoint]]]:
    for module in declarations():
        records: Mapping[str, Record] = getattr(module, "RECORDS", {})
        for model, record in records.items():
            yield f"{module.__name__} ({model})", record.endpoints(model)


ENDPOINTS = collected(_tables("ENDPOINTS"))
ADMIN = collected([*_records(), *_tables("ADMIN")])
