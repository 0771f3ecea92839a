"""Collaborations in the search of everything: all of them for those who read them, else one's own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from accounts.permissions import Permission
from collaborations.selectors import collaborations, collaborations_of, collaborations_search
from core.frame.hits import Hit, Hits, search_source
from core.prepared import prepared
from core.searching import best, kept_words, words_in
from memberships.selectors.lists import with_size

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from collaborations.models import Collaboration
    from core.frame.visitor import Visitor
    from core.matching import Words
    from core.searching import Query

KIND = "collaboration"


def _groups(visitor: Visitor) -> QuerySet[Collaboration]:
    if visitor.allows(Permission.VIEW_COLLABORATIONS):
        return collaborations()
    return collaborations_of(visitor.user, on=visitor.on)


def _words(visitor: Visitor) -> Words:
    def read() -> Words:
        return words_in(_groups(visitor), "name")

    return kept_words("groups", read) if visitor.allows(Permission.VIEW_COLLABORATIONS) else read()


def _by_ids(ids: Sequence[int], visitor: Visitor) -> list[Hit]:
    return _hits(_groups(visitor).filter(pk__in=ids), visitor)


def _titles(ids: Sequence[int], visitor: Visitor) -> list[Hit]:
    if not visitor.allows(Permission.VIEW_COLLABORATIONS):
        return _by_ids(ids, visitor)
    return [
        Hit(group.name, reverse("collaborations:detail", args=[group.pk]), KIND, group.pk)
        for group in _of_all(ids=ids)
    ]


@prepared
def _of_all(ids: Sequence[int]) -> QuerySet[Collaboration]:
    return collaborations().filter(pk__in=ids)


@search_source(
    kind=KIND, label=gettext_lazy("Groups"), order=30, words=_words, by_ids=_by_ids, titles=_titles
)
def find_groups(query: Query, visitor: Visitor, limit: int) -> Hits:
    first = best(_groups(visitor), query, collaborations_search(lambda: _words(visitor)), limit=limit)
    hits = (
        _hits(_groups(visitor).filter(pk__in=[row.pk for row in first.rows]), visitor) if first.rows else []
    )
    place = {row.pk: number for number, row in enumerate(first.rows)}
    hits.sort(key=lambda hit: place[hit.pk])
    listed = visitor.allows(Permission.VIEW_COLLABORATIONS) and not query.parts
    all_url = f"{reverse('collaborations:list')}?{urlencode({'q': query.text})}" if listed else ""
    return Hits(first.count, tuple(hits), first.weight, first.shown, all_url)


def _hits(rows: QuerySet[Collaboration], visitor: Visitor) -> list[Hit]:
    hits = []
    for group in with_size(rows, on=visitor.on):
        members = ngettext("%(number)d member", "%(number)d members", group.members) % {
            "number": group.members
        }
        lines = (
            f"{group.get_kind_display()}, {str(group.get_state_display()).lower()}",
            str(group.district or ""),
            members,
            _("Led by %(names)s") % {"names": ", ".join(group.leaders)} if group.leaders else "",
        )
        url = reverse("collaborations:detail", args=[group.pk])
        hits.append(Hit(group.name, url, KIND, group.pk, tuple(filter(None, lines))))
    return hits
