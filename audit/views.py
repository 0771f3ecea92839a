"""The audit log, for those who may read it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy

from accounts.permissions import Permission
from audit import selectors
from audit.exports import AUDIT_LOG, SECURITY
from audit.tables import EntriesTable, SecurityTable, what_was_done
from core.tables.pages import ListPage
from core.views import Page, found_or_404

if TYPE_CHECKING:
    pass

MAX_ENTRIES_SHOWN = 25


class Entries(ListPage):
    """Who did what, newest first."""

    permission = Permission.VIEW_AUDIT
    template_name = "audit/entries.html"
    title = gettext_lazy("Audit log")
    thing, things = gettext_lazy("entry"), gettext_lazy("entries")
    empty_text = gettext_lazy(
        "Nothing has been written yet. Everything that somebody changes will stand here."
    )
    table_class = EntriesTable
    export = AUDIT_LOG
    export_permission = Permission.EXPORT

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(may_see_security=self.allows(Permission.VIEW_SECURITY), **kwargs)


class SecurityEvents(ListPage):
    """Who signed in, failed to or was refused, and from where, newest first."""

    permission = Permission.VIEW_SECURITY
    template_name = "audit/security.html"
    title = gettext_lazy("Security events")
    thing, things = gettext_lazy("event"), gettext_lazy("events")
    empty_text = gettext_lazy(
        "Nothing has happened yet. When somebody signs in, fails to or is refused a page, it will stand here."
    )
    table_class = SecurityTable
    export = SECURITY
    export_permission = Permission.EXPORT


class OneEntry(Page):
    """One entry with its facts, and what else was done to the same thing."""

    permission = Permission.VIEW_AUDIT
    template_name = "audit/entry.html"
    title = gettext_lazy("Entry of the audit log")

    def permission_object(self) -> None:
        self.entry = found_or_404(
            selectors.entries_for(self.request.user).filter(pk=self.kwargs["pk"]).first()
        )

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        entry = self.entry
        about = (
            selectors.entries_about(entry.about_type, entry.about_id, user=self.request.user)[
                :MAX_ENTRIES_SHOWN
            ]
            if entry.about_id
            else []
        )
        story = [
            {"pk": related.pk, "at": related.at, "what": f"{related.by_name} {what_was_done(related)}"}
            for related in about
        ]
        return super().get_context_data(
            entry=entry, facts=selectors.facts_in_words(entry), story=story, **kwargs
        )
