"""Lists of collaborations, their members and leaders, and of
settings that are in none: for pages and exports.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from collaborations.models import Collaboration
from collaborations.rules import LED, State
from collaborations.selectors import KINDS, collaborations_count, in_state, state_choices
from core.searching import search_in
from core.tables.columns import Column, Kind
from core.tables.filters import ChoiceFilter, SearchFilter
from core.tables.table import Table
from core.wording import listed
from development.selectors import actions_of_groups
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
