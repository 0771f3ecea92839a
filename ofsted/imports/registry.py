"""Which kinds of file can be loaded, told apart by their header (O7)."""

from __future__ import annotations

from typing import Final

from ofsted.imports.agencies import AGENCIES
from ofsted.imports.links import LINKS
from ofsted.imports.schools import ESTABLISHMENTS, SCHOOLS, SCHOOLS_BEFORE_CARDS
from ofsted.imports.tables import CHILDCARE, FileTable

#: The most particular first: a header is that of the first table whose marks it has.
TABLES: Final[tuple[FileTable, ...]] = (
    AGENCIES,
    CHILDCARE,
    LINKS,
    ESTABLISHMENTS,
    SCHOOLS_BEFORE_CARDS,
    SCHOOLS,
)
