"""The list of a group's shared documents as a sheet, without what is in them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from collaborations.selectors import collaboration_by_id
from core.exports.registry import Column, Export, Filters, Kind, WrongFilters, register
from core.forms.numbers import whole_number
from library import selectors
from library.models import GroupDocument


@register
class GroupDocuments(Export):
    """As each person sees the list: what somebody may not open is not in it. The group's own, so the right to export is not asked."""

    identifier = "group_documents"
    title = _("Shared documents")
    description = _("The shared documents of a collaboration that you may open, without what is in them.")
    permission = Permission.VIEW_COLLABORATIONS
    filter_titles = {"collaboration": _("Collaboration"), "q": _("Title"), "audience": _("Who may open it"), "due": _("Due for review")}
    columns = (
        Column("title", _("Title"), width=40),
        Column("owner", _("Owner"), width=26),
        Column("audience", _("Who may open it"), width=26),
        Column("version", _("Version"), Kind.NUMBER, 10),
        Column("kind", _("Kind of file")),
        Column("size", _("Size in bytes"), Kind.NUMBER),
        Column("copyright", _("Copyright"), width=40),
        Column("review_on", _("Look at it again on"), Kind.DATE, 20),
    )

    def may_run(self, by: Any, filters: Filters) -> bool:
        """Only of one collaboration that the person sees."""
        collaboration = collaboration_by_id(int(filters["collaboration"])) if "collaboration" in filters else None
        return collaboration is not None and by.has_perm(self.permission, collaboration)

    def clean_filters(self, given: Mapping[str, str]) -> dict[str, str]:
        kept = super().clean_filters(given)
        if whole_number(kept.get("collaboration")) is None:
            raise WrongFilters(gettext("Choose a collaboration first."))
        if kept.get("audience", "") not in {"", *dict(selectors.AUDIENCES)}:
            raise WrongFilters(gettext("Choose the %(filter)s from the list.") % {"filter": self.filter_titles["audience"]})
        return kept

    def filters_in_words(self, filters: Filters) -> list[tuple[str, str]]:
        collaboration = collaboration_by_id(int(filters["collaboration"]))
        words = {
            "collaboration": str(collaboration or ""),
            "audience": str(dict(selectors.AUDIENCES).get(filters.get("audience", ""), "")),
            "due": gettext("Yes"),
        }
        return [(str(self.filter_titles[name]), words.get(name, value)) for name, value in sorted(filters.items())]

    def wanted(self, filters: Filters, by: Any) -> QuerySet[GroupDocument]:
        today = timezone.localdate()
        rows = selectors.documents_seen(by, on=today).filter(collaboration=int(filters["collaboration"]))
        for word in filters.get("q", "").split():
            rows = rows.filter(title__icontains=word)
        if "audience" in filters:
            rows = rows.filter(audience=filters["audience"])
        return selectors.due_for_review(rows, on=today) if "due" in filters else rows

    def count(self, filters: Filters, *, by: Any) -> int:
        return self.wanted(filters, by).count()

    def rows(self, filters: Filters, *, by: Any) -> Iterator[tuple[object, ...]]:
        for row in self.wanted(filters, by):
            one: Any = row
            kind = selectors.KINDS.get(one.content_type, "")
            about = (one.title, str(one.owner), str(one.get_audience_display()), one.version, kind, one.size)
            yield (*about, one.copyright_note, one.review_on)
