"""The audit log, for those who may read it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.permissions import Permission
from accounts.selectors import people_here
from audit import selectors
from audit.exports import TRAIL
from audit.rules.actions import action_choices
from core.lists.columns import Column
from core.lists.filters import ChoiceFilter, DateRangeFilter, SearchFilter
from core.lists.pages import ListPage
from core.views import Crumb, Page, found_or_404

if TYPE_CHECKING:
    from audit.models import Entry

MOST_OF_STORY = 25


def _people() -> list[tuple[int, str]]:
    return [(person.pk, str(person)) for person in people_here()]


def what_was_done(entry: Entry) -> str:
    """The sentence, and of a change also which fields it touched."""
    fields = ", ".join(selectors.changed_fields(entry))
    return Truncator(f"{entry.sentence}: {fields}" if fields else entry.sentence).chars(240)


class Entries(ListPage):
    """Who did what, newest first."""

    permission = Permission.VIEW_AUDIT
    title = gettext_lazy("Audit trail")
    things = gettext_lazy("entries")
    empty_text = gettext_lazy("Nothing has been written yet. Everything that somebody changes will stand here.")
    ordering = "-at"
    export = TRAIL
    export_permission = Permission.EXPORT
    filters = (
        SearchFilter("words", gettext_lazy("Words in the entry"), lookup="sentence__icontains"),
        ChoiceFilter("by", gettext_lazy("Who"), choices=_people),
        ChoiceFilter("action", gettext_lazy("What"), choices=lambda: action_choices(_)),
        DateRangeFilter("at", gettext_lazy("When"), instant=True),
    )
    columns = (
        Column(gettext_lazy("When"), "at", sort="at", link=lambda entry: reverse("audit:entry", args=[entry.pk])),
        Column(gettext_lazy("Who"), "by_name", sort="by_name"),
        Column(gettext_lazy("What"), what_was_done, key="sentence", wide=True),
    )

    def rows(self) -> QuerySet[Entry]:
        return selectors.entries_for(self.request.user)

    def breadcrumbs(self) -> list[Crumb]:
        return [Crumb(_("Home"), reverse("home"))]


class OneEntry(Page):
    """One entry with its facts, and what else was done to the same thing."""

    permission = Permission.VIEW_AUDIT
    template_name = "audit/entry.html"
    title = gettext_lazy("Entry of the audit trail")

    def permission_object(self) -> None:
        self.entry = found_or_404(selectors.entries_for(self.request.user).filter(pk=self.kwargs["pk"]).first())

    def breadcrumbs(self) -> list[Crumb]:
        return [Crumb(_("Home"), reverse("home")), Crumb(_("Audit trail"), reverse("audit:entries"))]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        entry = self.entry
        about = selectors.entries_about(entry.about_type, entry.about_id, user=self.request.user)[:MOST_OF_STORY] if entry.about_id else []
        story = [{"pk": one.pk, "at": one.at, "what": f"{one.by_name} {what_was_done(one)}"} for one in about]
        return super().get_context_data(entry=entry, facts=selectors.facts_in_words(entry), story=story, **kwargs)
