"""The library, one document, its file, and who opened it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from core.files import safe_name
from core.lists.columns import Column
from core.lists.filters import BooleanFilter, ChoiceFilter, SearchFilter
from core.lists.pages import ListPage
from core.views import found_or_404
from core.wording import date_in_words
from documents.views.mixins import as_download
from library import selectors, services
from library import selectors as kept
from library.views.bases import OfDocument, OfKeptDocument, OfLibrary, described

if TYPE_CHECKING:
    from library.models import DocumentOpening, DocumentVersion, GroupDocument


def by_title(rows: QuerySet[Any], text: str) -> QuerySet[Any]:
    for word in text.split():
        rows = rows.filter(title__icontains=word)
    return rows


def only_due(rows: QuerySet[Any], wanted: bool) -> QuerySet[Any]:
    return selectors.due_for_review(rows, on=timezone.localdate())


def document_address(row: Any) -> str:
    return reverse("library:document", args=[row.collaboration_id, row.pk])


def is_due(row: Any) -> bool:
    return row.review_on is not None and row.review_on <= timezone.localdate()


def audience_in_words(row: Any) -> Any:
    """As its readers see it: only on the form does “you” name the people."""
    return gettext("Named people") if row.audience == "named" else row.get_audience_display()


def next_review(row: Any) -> Any:
    """The day, and in words that it has come: colour alone says nothing."""
    return gettext("Due %(day)s") % {"day": date_in_words(row.review_on)} if is_due(row) else row.review_on


class Library(OfLibrary, ListPage):
    """The documents of the group that this person may open. Others may be there; nothing here says so."""

    title = _("Shared documents")
    template_name = "library/list.html"
    things = _("documents")
    ordering = "title"
    export = "group_documents"
    columns = (
        Column(_("Title"), "title", sort="title_in_order", link=document_address, wide=True),
        Column(_("File"), lambda row: described(row.content_type, row.size), key="size", sort="size"),
        Column(_("Version"), "version", sort="version", numeric=True),
        Column(_("Who may open it"), audience_in_words, key="audience", sort="audience"),
        Column(_("Owner"), "owner", sort="owner_name"),
        Column(_("Next review"), next_review, key="review", sort="review_on", tag=lambda row: "yellow" if is_due(row) else ""),
    )
    filters = (
        SearchFilter("q", _("Title"), narrow=by_title),
        ChoiceFilter("audience", _("Who may open it"), choices=selectors.AUDIENCES),
        BooleanFilter("due", _("Due for review"), narrow=only_due),
    )

    def rows(self) -> QuerySet[GroupDocument]:
        return selectors.documents_seen(self.request.user, on=timezone.localdate()).filter(collaboration=self.collaboration)

    def export_url(self) -> str:
        return reverse("documents:export", args=[self.export]) + self.address(collaboration=self.collaboration.pk)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        today = timezone.localdate()
        add = reverse("library:add_document", args=[self.collaboration.pk]) if self.may_add() else ""
        removed = selectors.documents_removed(self.request.user, on=today).filter(collaboration=self.collaboration)
        more = {
            "add_url": add,
            "removed": list(removed[:50]),
            "empty_text": gettext("There is no document here that you may open."),
            "empty_url": add,
            "empty_action": gettext("Add the first one"),
        }
        return super().get_context_data(**{**more, **kwargs})


class DocumentPage(OfDocument):
    """One document: what it is, who may open it, its versions, and what can be done about it."""

    template_name = "library/document.html"

    def get_title(self) -> str:
        return str(self.document.title)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        versions = [{"row": one, "described": described(one.file.content_type, one.file.size)} for one in kept.versions_of(self.document)]
        is_kept, is_named = self.document.is_kept, self.document.audience == "named"
        more = {
            "audience": audience_in_words(self.document),
            "newest": versions[0],
            "versions": versions[1:],
            "is_due": is_due(self.document),
            "is_named": is_named,
            "readers": selectors.readers_on(self.document, on=timezone.localdate()) if is_kept and is_named else [],
            "openings": list(kept.openings_of(self.document)[:5]) if is_kept else [],
        }
        return super().get_context_data(**{**more, **kwargs})


class OpenDocument(OfDocument):
    """The file of one version, always as a download. That it was opened, by whom and when, is noted."""

    http_method_names = ["get"]

    @cached_property
    def version(self) -> DocumentVersion:
        return found_or_404(kept.version_of(self.document, self.kwargs["version"]))

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        ending = self.version.file.name.rpartition(".")[2]
        response = as_download(self.version.file, name=safe_name(f"{self.document.title}.{ending}"))
        services.record_opening(version=self.version, by=request.user, at=timezone.now())
        return response


class DocumentOpenings(OfKeptDocument, ListPage):
    """Who opened it when: for the owner and for who runs the group."""

    title = _("Who opened it")
    template_name = "library/openings.html"
    things = _("openings")
    ordering = "-at"
    empty_text = _("Nobody has opened it yet.")
    columns = (
        Column(_("When"), "at", sort=("at",)),
        Column(_("Who"), "user", key="who", sort="user__full_name"),
        Column(_("Version"), "version.number", sort="version__number", numeric=True),
    )

    def rows(self) -> QuerySet[DocumentOpening]:
        return kept.openings_of(self.document)
