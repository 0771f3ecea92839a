"""The list of entries of the audit log, for its page and its export."""

from __future__ import annotations

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.selectors import people_here
from audit import selectors
from audit.models import Entry
from audit.rules.actions import action_choices
from core.tables.columns import Column, Kind
from core.tables.filters import ChoiceFilter, DateRangeFilter, SearchFilter
from core.tables.table import Table


def people() -> list[tuple[int, str]]:
    return [(person.pk, str(person)) for person in people_here()]


def what_was_done(entry: Entry) -> str:
    """The sentence, and of a change also which fields it touched."""
    fields = ", ".join(selectors.changed_fields(entry))
    return Truncator(f"{entry.sentence}: {fields}" if fields else entry.sentence).chars(240)


class EntriesTable(Table):
    """The entries that the reader may read: on the page the newest
    first, in a sheet in the order of events.
    """

    ordering = "-at"
    sheet_ordering = ("at", "pk")
    columns = (
        Column(
            "at",
            _("When"),
            Kind.DATETIME,
            18,
            sort="at",
            link=lambda entry: reverse("audit:entry", args=[entry.pk]),
        ),
        Column("by", _("Who"), width=24, sort="by_name", key="by_name", value="by_name"),
        Column("sentence", _("What"), width=80, shown=what_was_done, wide=True),
        Column("about", _("About"), width=40, value="about_name"),
    )
    on_page = ("at", "by", "sentence")
    filters = (
        SearchFilter("words", _("Words in the entry"), lookup="sentence__icontains"),
        ChoiceFilter("by", _("Who"), choices=people),
        ChoiceFilter("action", _("What"), choices=lambda: action_choices(gettext)),
        DateRangeFilter("at", _("When"), instant=True),
    )

    def rows(self) -> QuerySet[Entry]:
        return selectors.entries_for(self.by)
