"""The library, one document, its file, and who opened it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from core.files import safe_name
from core.tables.pages import ListPage
from core.views import found_or_404
from documents.views.mixins import as_download
from library import selectors, services
from library.tables import DocumentsTable, OpeningsTable, audience_in_words, described, is_due
from library.views.bases import OfDocument, OfKeptDocument, OfLibrary

if TYPE_CHECKING:
    from library.models import DocumentVersion, GroupDocument


class Library(OfLibrary, ListPage):
    """The documents of the group that this person may open. Others may be there; nothing here says so."""

    title = _("Documents")
    template_name = "library/list.html"
    thing, things = _("document"), _("documents")
    table_class = DocumentsTable
    export = "group_documents"

    def scope(self) -> dict[str, str]:
        return {"collaboration": str(self.collaboration.pk)}

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Who only reads every group has no visit: nothing here is for them (decision 0013)."""
        self.since = None
        if self.may_add():
            facts = {"collaboration": self.collaboration, "by": request.user, "at": timezone.now()}
            self.since = services.record_visit(**facts)
        self.number_new = selectors.new_since(
            request.user, self.collaboration, self.since, on=self.visitor.on
        )
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        today = timezone.localdate()
        add = reverse("library:add_document", args=[self.collaboration.pk]) if self.may_add() else ""
        removed = selectors.documents_removed(self.request.user, on=today).filter(
            collaboration=self.collaboration
        )
        context = {
            "add_url": add,
            "number_new": self.number_new,
            "since": self.since,
            "removed": list(removed[:50]),
            "empty_text": gettext("There is no document here that you may open."),
            "empty_url": add,
            "empty_action": gettext("Add the first one"),
        }
        return super().get_context_data(**(context | kwargs))


class DocumentPage(OfDocument):
    """One document: what it is, who may open it, its versions, and what can be done about it."""

    template_name = "library/document.html"

    def get_title(self) -> str:
        return str(self.document.title)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        versions = [
            {"row": version, "described": described(version.file.content_type, version.file.size)}
            for version in selectors.versions_of(self.document)
        ]
        is_kept, is_named = self.document.is_kept, self.document.audience == "named"
        context = {
            "audience": audience_in_words(self.document),
            "newest": versions[0],
            "versions": versions[1:],
            "is_due": is_due(self.document),
            "is_named": is_named,
            "readers": selectors.readers_on(self.document, on=timezone.localdate())
            if is_kept and is_named
            else [],
            "openings": list(selectors.openings_of(self.document)[:5]) if is_kept else [],
        }
        return super().get_context_data(**(context | kwargs))


class OpenDocument(OfDocument):
    """The file of one version, always as a download. That it was opened, by whom and when, is noted."""

    http_method_names = ["get"]

    @cached_property
    def version(self) -> DocumentVersion:
        return found_or_404(selectors.version_of(self.document, self.kwargs["version"]))

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        ending = self.version.file.name.rpartition(".")[2]
        response = as_download(self.version.file, name=safe_name(f"{self.document.title}.{ending}"))
        services.record_opening(version=self.version, by=request.user, at=timezone.now())
        return response


class DocumentOpenings(OfKeptDocument, ListPage):
    """Who opened it when: for the owner and for who runs the group."""

    title = _("Who opened it")
    template_name = "library/openings.html"
    thing, things = _("opening"), _("openings")
    table_class = OpeningsTable
    empty_text = _("Nobody has opened it yet.")

    def about(self) -> GroupDocument:
        return self.document
