"""Who is invited to the first meeting of a forming group (G1), for its page and its export."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from core.searching import search_in
from core.tables.columns import Column, Kind
from core.tables.contacts import writes_to
from core.tables.filters import ChoiceFilter, Filter, ScopeFilter, SearchFilter
from core.tables.table import Table
from meetings.models.first import FirstInvited
from meetings.rules.first import Word
from meetings.rules.states import AHEAD
from meetings.selectors import first, planning

WORD_COLOURS = {Word.YES: "green", Word.MAYBE: "yellow", Word.NO: "grey"}
#: What the filter calls those who have said nothing.
SILENT = "none"


def word_in_words(row: FirstInvited) -> str:
    return str(row.get_word_display()) or gettext("No answer yet")


def word_colour(row: FirstInvited) -> str:
    return WORD_COLOURS[Word(row.word)] if row.word else "blue"


def by_word(rows: QuerySet[Any], wanted: str) -> QuerySet[Any]:
    """Those who said so; those who have said nothing."""
    return rows.filter(word="" if wanted == SILENT else wanted)


def links_of(row: FirstInvited) -> SafeString | str:
    """What who arranges the meeting does with an invitation, as long as it is to come."""
    if row.meeting.state not in AHEAD:
        return ""
    deeds = ((gettext("Answer"), "answer_invited"), (gettext("Take back"), "withdraw_invited"))
    args = [row.meeting.collaboration_id, row.meeting_id, row.pk]
    return format_html_join(
        " · ",
        '<a class="govuk-link" href="{}">{}<span class="govuk-visually-hidden"> {}</span></a>',
        ((reverse(f"collaborations:{name}", args=args), deed, row) for deed, name in deeds),
    )


def name_and_place(row: FirstInvited) -> SafeString | str:
    """The name, and below it where somebody works who is invited at an address."""
    if not row.works_at:
        return str(row.shown_name)  # type: ignore[attr-defined]
    return format_html('{}<br><span class="app-quiet">{}</span>', row.shown_name, row.works_at)  # type: ignore[attr-defined]


class InvitedTable(Table):
    """Those who are invited to one first meeting. Never what they need."""

    ordering = "name"
    columns = (
        Column(
            "name", _("Invited"), width=36, value="shown_name", shown=name_and_place, sort="name_in_order"
        ),
        Column("works_at", _("Where they work"), width=32),
        Column("district", _("District"), width=22, value="provider.district"),
        Column("email", _("Email address"), width=32, shown=writes_to("email")),
        Column("word", _("Answer"), value=word_in_words, tag=word_colour, sort=("word", "name_in_order")),
        Column("people", _("Who comes"), width=36),
        Column("answered_at", _("Answered at"), Kind.DATETIME, sort="answered_at"),
        Column("invited_at", _("Invited at"), Kind.DATETIME, sort="invited_at"),
        Column("invited_by", _("Invited by"), width=24),
        Column("asked_on", _("Last asked on"), Kind.DATE, sort="asked_on"),
        Column("came", _("Came"), Kind.BOOLEAN),
        Column("action", _("Action"), shown=links_of, value=lambda row: "", acts=True),
    )
    in_sheet = (
        "name",
        "works_at",
        "district",
        "email",
        "word",
        "people",
        "answered_at",
        "invited_at",
        "invited_by",
        "asked_on",
        "came",
    )
    second_rank = ("asked_on", "email")
    filters: Sequence[Filter] = (
        SearchFilter("q", _("Name"), search=search_in("name_in_order", "shown_name")),
        ChoiceFilter(
            "word", _("Answer"), choices=[*Word.choices, (SILENT, _("No answer yet"))], narrow=by_word
        ),
        ScopeFilter(
            "meeting",
            _("Meeting"),
            find=planning.meeting_by_id,
            error=_("There is no such meeting."),
        ),
    )

    @property
    def on_page(self) -> Sequence[str]:
        """Who came takes the place of what can be done, once the meeting was held."""
        last = "came" if self.about is not None and self.about.state not in AHEAD else "action"
        return ("name", "email", "word", "people", "asked_on", last)

    def rows(self) -> QuerySet[Any]:
        return first.everybody_invited()
