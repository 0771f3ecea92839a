"""Pages of a collaboration's shared documents."""

from memberships.views.library.keeping import (
    AddDocument,
    ChangeDocument,
    HandOverDocument,
    RemoveDocument,
    ReplaceDocument,
    RestoreDocument,
)
from memberships.views.library.readers import EndReader, NameReader
from memberships.views.library.reading import DocumentOpenings, DocumentPage, Library, OpenDocument

__all__ = [
    "AddDocument",
    "ChangeDocument",
    "DocumentOpenings",
    "DocumentPage",
    "EndReader",
    "HandOverDocument",
    "Library",
    "NameReader",
    "OpenDocument",
    "RemoveDocument",
    "ReplaceDocument",
    "RestoreDocument",
]
