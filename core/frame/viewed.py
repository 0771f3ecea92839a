"""What somebody looked at last in this sign-in: kept in the session on the server, never beyond it.

Only kinds of the search are kept, and what is shown is read anew: what may no longer be opened is left out.
Cases are no kind of the search, so none is ever kept (O6).
"""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from core.frame.hits import Hit, sources
from core.frame.visitor import Visitor
from core.scoping import current_authority_id

MAX_VIEWED = 10
KEY = "viewed"


def remember_viewed(request: HttpRequest, kind: str, pk: int) -> None:
    """Note that a person looks at a setting, person or collaboration. Looking again writes nothing."""
    if not any(source.kind == kind for source in sources):
        raise ValueError(f"“{kind}” is no kind of the search")
    viewed = _viewed(request)
    if viewed[:1] != [(kind, pk)]:
        kept = [(kind, pk), *(each for each in viewed if each != (kind, pk))][:MAX_VIEWED]
        request.session[_key()] = [list(each) for each in kept]


def remember_section(request: HttpRequest, section: tuple[str, Any] | None) -> None:
    """Note the collaboration, setting or person whose page was shown; None is a page of none."""
    if section is not None:
        remember_viewed(request, section[0], section[1].pk)


def recently_viewed(
    request: HttpRequest, visitor: Visitor, *, most: int = MAX_VIEWED, titles_only: bool = False
) -> list[Hit]:
    """What was looked at last, the latest first, as far as the person may still open it."""
    viewed = _viewed(request)[:most]
    hits: dict[tuple[str, int], Hit] = {}
    for source in sources:
        ids = [pk for kind, pk in viewed if kind == source.kind]
        if ids:
            read = source.titles if titles_only else source.by_ids
            hits |= {(hit.kind, hit.pk): hit for hit in read(ids, visitor)}
    return [hits[each] for each in viewed if each in hits]


def _viewed(request: HttpRequest) -> list[tuple[str, int]]:
    return [(kind, pk) for kind, pk in request.session.get(_key(), [])]


def _key() -> str:
    """One session may open several authorities."""
    return f"{KEY}-{current_authority_id()}"
