"""An export that tests may watch, and a folder of its own for each test's files."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.files.storage import default_storage

from accounts.permissions import Permission
from core.exports.registry import Export, forget, register
from core.tables.columns import Column, Kind
from core.tables.filters import Filter


class Staff(Export):
    """An export whose rows a test can change while it looks on."""

    identifier = "staff"
    title = "Staff list"
    permission = Permission.EXPORT
    columns = (Column("name", "Name"), Column("pay", "Pay", Kind.MONEY))
    filters = (Filter("town", "Town"),)
    before_each: Callable[[], None] = staticmethod(lambda: None)

    def rows(self, filters: Any, *, by: Any) -> Iterator[tuple[str, int]]:
        for number in range(3):
            type(self).before_each()
            yield f"{filters.get('town', '')} {number}", number * 100


@pytest.fixture(autouse=True)
def staff_export() -> Iterator[type[Staff]]:
    register(Staff)
    yield Staff
    Staff.before_each = staticmethod(lambda: None)
    forget(Staff.identifier)


@pytest.fixture(autouse=True)
def files_folder(settings: Any, tmp_path: Path) -> Iterator[Path]:
    storages = {**settings.STORAGES}
    storages["default"] = {
        "BACKEND": storages["default"]["BACKEND"],
        "OPTIONS": {"location": tmp_path / "files", "base_url": None},
    }
    settings.STORAGES = storages
    assert str(default_storage.path("x")).startswith(str(tmp_path))
    return tmp_path / "files"
