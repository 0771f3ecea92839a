"""Lists of collaborations, their members and leaders, and of
settings that are in none: for pages and exports.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from collaborations.models import Collaboration
from collaborations.rules import LED, State
from collaborations.selectors import KINDS, collaborations_count, in_state, state_choices
from core.searching import search_in
from core.tables.columns import Column, Kind
from core.tables.contacts import writes_to
from core.tables.filters import ChoiceFilter, Filter, ScopeFilter, SearchFilter
from core.tables.table import Table
from core.wording import listed
from development.selectors import actions_of_groups
from meetings.models.first import FirstInvited
from meetings.rules.first import Word
from meetings.rules.states import AHEAD
from meetings.selectors import first, planning
from memberships.rules.size import Size, size_of
from memberships.selectors.districts import (
    SETTING_TYPES,
    district_choices,
    in_district,
    settings_without_collaboration,
)
from memberships.selectors.lists import by_having_leaders, collaborations_with_size, of_size
from providers.models import Provider
from providers.rules.register import search_text
from providers.selectors import districts
from provision.panels import returns_by_group
from provision.selectors import open_period
from ways_of_working.selectors.effective import versions_that_hold
from ways_of_working.selectors.reviews import next_reviews

STATE_COLOURS = {
    State.ENQUIRY: "yellow",
    State.PROPOSED: "yellow",
    State.INITIAL_MEETING: "light-blue",
    State.DRAFTING: "light-blue",
    State.ACTIVE: "green",
    State.UNDER_REVIEW: "blue",
    State.DIVIDING: "purple",
    State.MERGING: "purple",
    State.DORMANT: "grey",
    State.CLOSED: "grey",
}
#: A tag only for what is out of the ordinary.
SIZE_COLOURS = {Size.EMPTY: "grey", Size.SMALL: "yellow", Size.ADVISED: "", Size.LARGE: "yellow"}


def collaboration_address(collaboration: Collaboration) -> str:
    return reverse("collaborations:detail", args=[collaboration.pk])


def own_districts() -> list[tuple[int, str]]:
    return [(district.pk, district.name) for district in districts()]


def sizes() -> list[tuple[str, str]]:
    return list(Size.choices)


def size_in_words(row: Any) -> str:
    return str(size_of(row.members).label)


def size_colour(row: Any) -> str:
    return SIZE_COLOURS[size_of(row.members)]


def leaders_in_words(row: Any) -> str:
    return listed(row.leaders) if row.leaders else gettext("No leader")


class CollaborationsTable(Table):
    """Every collaboration with its size and leaders today."""

    second_rank = ("kind", "plan", "staff")
    on_choice = ("size", "online", "started_on")
    ordering = "name"
    columns = (
        Column("name", _("Name"), width=34, sort="name_in_order", link=collaboration_address),
        Column("kind", _("Kind"), width=22, value="get_kind_display", sort="kind"),
        Column(
            "state",
            _("State"),
            value="get_state_display",
            sort="state",
            tag=lambda row: STATE_COLOURS[row.state],
        ),
        Column("district", _("District"), width=22, sort="district__name__in_order"),
        Column("online", _("Meets online only"), Kind.BOOLEAN, value="is_virtual"),
        Column("started_on", _("Started on"), Kind.DATE),
        Column("members", _("Members"), Kind.NUMBER, sort="members"),
        Column("size", _("Size"), width=22, value=size_in_words, tag=size_colour),
        Column(
            "leaders",
            _("Leaders"),
            width=40,
            value=lambda row: listed(row.leaders),
            shown=leaders_in_words,
            tag=lambda row: "yellow" if not row.leaders and row.state in LED else "",
        ),
        Column("terms", _("Ways of working"), width=28, value="terms_shown"),
        Column("plan", _("Plan"), width=22, value="plan_shown"),
        Column("staff", _("Staff numbers"), width=18, value="staff_shown"),
        Column("review", _("Next review"), Kind.DATE, value="review_shown"),
    )
    on_page = (
        "name",
        "kind",
        "state",
        "district",
        "members",
        "leaders",
        "terms",
        "plan",
        "staff",
        "review",
    )

    @property
    def filters(self) -> Sequence[Any]:
        return (
            SearchFilter("q", _("Name"), search=search_in("name_in_order", "name")),
            ChoiceFilter("district", _("District"), choices=own_districts),
            ChoiceFilter("state", _("State"), choices=state_choices, narrow=in_state),
            ChoiceFilter("kind", _("Kind"), choices=KINDS),
            ChoiceFilter(
                "size", _("Size"), choices=sizes, narrow=lambda rows, value: of_size(rows, Size(value))
            ),
            ChoiceFilter(
                "leader",
                _("Leader"),
                choices=(("some", _("Has a leader")), ("none", _("Has no leader"))),
                narrow=lambda rows, value: by_having_leaders(rows, on=self.on, wanted=value == "some"),
            ),
        )

    def rows(self) -> QuerySet[Collaboration]:
        return collaborations_with_size(on=self.on)

    def count(self, rows: QuerySet[Collaboration], *, is_narrowed: bool) -> int:
        return super().count(rows, is_narrowed=True) if is_narrowed else collaborations_count()

    def dressed(self, rows: list[Any]) -> list[Any]:
        """Ways of working, plan, staff numbers and the next review of some groups, in nine queries."""
        ids = [row.pk for row in rows]
        versions, reviews = versions_that_hold(ids, on=self.on), next_reviews(rows, on=self.on)
        actions, period = actions_of_groups(ids), open_period(self.on)
        numbers = returns_by_group(period, ids) if period else {}
        for row in rows:
            number = {"version": versions.get(row.pk)}
            row.terms_shown = gettext("Version %(version)s") % number if row.pk in versions else ""
            row.plan_shown = share_in_words(actions.get(row.pk))
            row.staff_shown = share_in_words(numbers.get(row.pk))
            row.review_shown = reviews.get(row.pk)
        return rows


def share_in_words(share: tuple[int, int] | None) -> str:
    return gettext("%(some)d of %(all)d") % {"some": share[0], "all": share[1]} if share and share[1] else ""


class SettingsWithoutTable(Table):
    """Settings that Ofsted lists and that are in no collaboration today."""

    second_rank = ("type", "registered_on")
    ordering = "name"
    filters = (
        SearchFilter("q", _("Name or URN"), search=search_in("search_text", "name", normalise=search_text)),
        ChoiceFilter("district", _("District"), choices=district_choices, narrow=in_district),
        ChoiceFilter("type", _("Type"), choices=SETTING_TYPES, lookup="provider_type"),
    )
    in_sheet = ("setting", "urn", "type", "district", "registered_on")

    @property
    def columns(self) -> Sequence[Column]:
        return (
            Column(
                "setting",
                _("Setting"),
                width=34,
                value=str,
                sort="search_text",
                link=self.setting_address,
                key="name",
            ),
            Column("type", _("Type"), width=34, value="get_provider_type_display", sort="provider_type"),
            Column(
                "district",
                _("District"),
                width=22,
                value="district_name",
                shown=lambda row: row.district_name or "–",
                sort=("district__name__in_order", "search_text"),
            ),
            Column("urn", _("Ofsted URN"), shown=lambda row: row.urn or "–", sort="urn"),
            Column(
                "registered_on",
                _("On the register since"),
                Kind.DATE,
                value="registered_on",
                shown=lambda row: row.registered_on or "–",
                sort="registered_on",
                key="registered",
            ),
            Column("refer", _("Action"), value=refer_link, acts=True),
        )

    @property
    def on_page(self) -> Sequence[str]:
        names = ("setting", "type", "district", "urn", "registered_on")
        return (*names, "refer") if refer_address() and self.allows(Permission.GIVE_SUPPORT) else names

    @cached_property
    def opens(self) -> bool:
        return self.allows(Permission.VIEW_SETTINGS)

    def setting_address(self, row: Provider) -> str:
        return reverse("portal:setting", args=[row.pk]) if self.opens else ""

    def rows(self) -> QuerySet[Provider]:
        return settings_without_collaboration(on=self.on)


def refer_address() -> str:
    """Where a setting is referred."""
    return reverse("support:refer")


def refer_link(row: Provider) -> SafeString:
    address, words = refer_address(), gettext("Refer")
    return format_html(
        '<a class="govuk-link" href="{}?setting={}">{}<span class="govuk-visually-hidden"> {}</span></a>',
        address,
        row.pk,
        words,
        row,
    )


# --- who is invited to the first meeting of a forming group (G1) ----------------------------------------

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
