"""Shared documents in the search of everything: by title, those that the reader may open (decision 0013)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from core.frame.hits import Hit, Hits, search_source
from core.matching import Words
from core.ordering import in_order
from core.searching import Search, best
from library.selectors import KINDS, documents_seen, titles_seen

if TYPE_CHECKING:
    from core.frame.visitor import Visitor
    from core.searching import Query

KIND = "document"


def _titles(visitor: Visitor) -> list[str]:
    return visitor.once(titles_seen, visitor.user, on=visitor.on)


def _words(visitor: Visitor) -> Words:
    return Words.of(in_order(title) for title in _titles(visitor))


@search_source(kind=KIND, label=_("Documents"), order=40, words=_words)
def find_documents(query: Query, visitor: Visitor, limit: int) -> Hits:
    if not _titles(visitor):
        return Hits()  # most people have none, and the statement below is the longest of a search
    search = Search(column="title_in_order", name="title", words=lambda: _words(visitor))
    first = best(documents_seen(visitor.user, on=visitor.on), query, search, limit=limit)
    hits = []
    for document in first.rows:
        lines = (str(document.collaboration), KINDS.get(document.content_type, ""))
        url = reverse("library:document", args=[document.collaboration_id, document.pk])
        hits.append(Hit(document.title, url, KIND, document.pk, tuple(filter(None, lines))))
    return Hits(first.count, tuple(hits), first.weight, first.shown)
