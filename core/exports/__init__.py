"""What leaves the house as a table: a registry of exports and the writers of CSV, XLSX and ODS.

An app describes its exports in its ``exports.py``; whoever makes the file (``documents``) finds them here.
"""

from core.exports.registry import (
    Column,
    Export,
    Filters,
    Kind,
    UnknownExport,
    WrongFilters,
    all_exports,
    find_export,
    register,
)
from core.exports.sheets import FORMATS, Format, Notes, TooManyRows, write_sheet

__all__ = [
    "FORMATS",
    "Column",
    "Export",
    "Filters",
    "Format",
    "Kind",
    "Notes",
    "TooManyRows",
    "UnknownExport",
    "WrongFilters",
    "all_exports",
    "find_export",
    "register",
    "write_sheet",
]
