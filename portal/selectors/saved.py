"""The lists that somebody saved under a name, as links of the home page."""

from __future__ import annotations

from dataclasses import dataclass

from core.frame.visitor import Visitor
from core.tables.addresses import list_address
from core.tables.pages import LIST_PAGES
from documents.selectors import saved_lists_of_home

#: So many stand on the page, one's own first.
MAX_SAVED = 10


@dataclass(frozen=True, slots=True)
class SavedLink:
    """A list as it was saved. ``for_team``: everybody of the team has it."""

    name: str
    url: str
    for_team: bool


def saved_links(visitor: Visitor) -> list[SavedLink]:
    """The person's own saved lists and the team's, as far as they may be opened. One query.

    How many rows each has is not said: every list would be counted for it.
    """
    links = []
    for kept in saved_lists_of_home(visitor.user):
        permission = LIST_PAGES[kept.list_name].permission if kept.list_name in LIST_PAGES else ""
        url = list_address(kept.list_name, query=kept.query, saved=kept.pk)
        if url and (not permission or visitor.allows(permission)):
            links.append(SavedLink(kept.name, url, kept.for_team))
    return links[:MAX_SAVED]
