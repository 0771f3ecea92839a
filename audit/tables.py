"""The list of entries of the audit log, for its page and its export."""

from __future__ import annotations

from collections import Counter

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.models import SecurityEvent
from accounts.rules import KIND_LABELS, EventKind
from accounts.selectors import people_here, security_events_here
from audit import selectors
from audit.models import Entry
from audit.rules.actions import action_choices
from audit.rules.pages import page_in_words
from core.tables.columns import Column, Kind
from core.tables.filters import ChoiceFilter, DateRangeFilter, SearchFilter
from core.tables.table import Table


def people() -> list[tuple[int, str]]:
    """Everybody here; whose name others have too, with the address."""
    everybody = list(people_here())
    times = Counter(str(person) for person in everybody)
    return [
        (person.pk, f"{person} ({person.email})" if times[str(person)] > 1 else str(person))
        for person in everybody
    ]


def what_was_done(entry: Entry) -> str:
    """The sentence, and of a change also which fields it touched."""
    fields = ", ".join(selectors.changed_fields(entry))
    return Truncator(f"{entry.sentence}: {fields}" if fields else entry.sentence).chars(240)


class EntriesTable(Table):
    """The entries that the reader may read: on the page the newest
    first, in a sheet in the order of events.
    """

    on_choice = ("about",)
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


def person_of(event: SecurityEvent) -> str:
    """The event's person, where this authority may know of them."""
    return str(event.person) if event.person_here else ""  # type: ignore[attr-defined]


def client_of(event: SecurityEvent) -> str:
    return event.client or ""


def page_of(event: SecurityEvent) -> str:
    return page_in_words(event.route, gettext)


def kinds() -> list[tuple[str, str]]:
    return [(kind.value, gettext(KIND_LABELS[kind])) for kind in EventKind]


class SecurityTable(Table):
    """The security events that this authority may read: on the page the newest first, in a sheet in order."""

    second_rank = ("client", "route")
    ordering = "-at"
    sheet_ordering = ("at", "pk")
    columns = (
        Column("at", _("When"), Kind.DATETIME, 18, sort="at"),
        Column("kind", _("What"), width=48, value=lambda event: event.get_kind_display(), wide=True),
        Column("person", _("Who"), width=24, value=person_of),
        Column("client", _("From (network address)"), width=24, value=client_of, breaks=True),
        Column("route", _("Page"), width=40, value="route", shown=page_of, breaks=True),
    )
    filters = (
        ChoiceFilter("kind", _("What"), choices=kinds),
        ChoiceFilter("person", _("Who"), choices=people, narrow=lambda rows, pk: rows.filter(person_id=pk)),
        DateRangeFilter("at", _("When"), instant=True),
    )

    def rows(self) -> QuerySet[SecurityEvent]:
        return security_events_here()
