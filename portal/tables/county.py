"""Meetings of the whole authority as lists: attendance by district, group and setting (C7), and the groups
that have not met for a term.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from collaborations.selectors import collaboration_by_id
from core.searching import search_in
from core.tables.columns import Column, Kind, backwards
from core.tables.contacts import rings, writes_to
from core.tables.filters import BooleanFilter, ChoiceFilter, ScopeFilter, SearchFilter
from core.tables.table import Table
from core.wording import listed
from meetings.selectors import county
from memberships.rules.attendance import passes
from memberships.selectors.agreed import agreed_terms_of_ids
from memberships.selectors.districts import NO_DISTRICT, district_choices, rows_in_district
from memberships.selectors.lists import by_having_leaders
from memberships.selectors.person_contacts import telephones_of
from memberships.selectors.standing import standing_of
from providers.rules.register import search_text

HELD = Column("held", _("Counted"), Kind.NUMBER, width=12, sort="held")
ATTENDED = Column("attended", _("Attended"), Kind.NUMBER, width=12, sort="attended")
MEMBERS = Column("members", _("Members"), Kind.NUMBER, width=12, sort="members")


def in_percent(row: Any) -> str:
    rate = row["rate"] if isinstance(row, dict) else row.rate
    return gettext("%(rate)d%%") % {"rate": rate}


RATE = Column(
    "rate", _("Attendance in %"), Kind.NUMBER, shown=in_percent, heading=_("Attendance"), sort="rate"
)


def below_colour(row: dict[str, Any]) -> str:
    return "red" if row["below"] else ""


BELOW = Column("below", _("Members below the share"), Kind.NUMBER, width=18, sort="below", tag=below_colour)


def address_of(name: str, **query: Any) -> str:
    return f"{reverse(f'portal:{name}')}?{urlencode(query)}"


class RatesTable(Table):
    """Rows of a count, which have no id of their own. ``key``: what tells them apart, for one and the same
    order.
    """

    key = ""

    def sorted(self, rows: QuerySet[Any], key: str, falls: bool) -> QuerySet[Any]:
        order = next((column.order for column in self.sortable if column.sort_key == key), ())
        return rows.order_by(*(backwards(order) if falls else order), self.key)

    def sheet_rows(self, values: Any) -> QuerySet[Any]:
        return self.sorted(self.filtered(values), *self.sort_of(""))


def groups_of_district(row: dict[str, Any]) -> str:
    return address_of("attendance_groups", district=row["district_id"] or NO_DISTRICT)


def district_name(row: dict[str, Any]) -> str:
    return row["district"] or gettext("No district")


class DistrictRatesTable(RatesTable):
    """How often the members of the groups of each district were there."""

    key = "district_id"
    ordering = "district"
    columns = (
        Column(
            "district",
            _("District"),
            width=28,
            value=district_name,
            sort="collaboration__district__name__in_order",
            link=groups_of_district,
        ),
        Column("groups", _("Groups"), Kind.NUMBER, width=12, sort="groups"),
        MEMBERS,
        HELD,
        ATTENDED,
        RATE,
        BELOW,
    )

    def rows(self) -> QuerySet[Any]:
        return county.rates_by_district(on=self.on)


def groups_named(rows: QuerySet[Any], text: str) -> QuerySet[Any]:
    for word in text.split():
        rows = rows.filter(collaboration__name__icontains=word)
    return rows


def with_some_below(rows: QuerySet[Any], wanted: Any) -> QuerySet[Any]:
    return rows.filter(below__gt=0)


def settings_of_group(row: dict[str, Any]) -> str:
    return address_of("attendance_settings", collaboration=row["collaboration_id"])


def share_in_words(row: dict[str, Any]) -> str:
    share = row["share"]
    return gettext("No share agreed") if share is None else gettext("%(share)d%%") % {"share": share}


def group_colour(row: dict[str, Any]) -> str:
    is_enough = passes(held=row["held"], attended=row["attended"], threshold=row["share"])
    return "" if is_enough else "red"


class GroupRatesTable(RatesTable):
    """How often the members of each group were there, beside the share that they agreed."""

    key = "collaboration_id"
    ordering = "group"
    columns = (
        Column(
            "group",
            _("Collaboration"),
            width=32,
            sort="collaboration__name__in_order",
            link=settings_of_group,
        ),
        Column(
            "district",
            _("District"),
            width=22,
            value=district_name,
            sort="collaboration__district__name__in_order",
        ),
        MEMBERS,
        HELD,
        ATTENDED,
        RATE,
        Column("share", _("Agreed share"), width=14, value=share_in_words, tag=group_colour),
        BELOW,
    )
    filters = (
        SearchFilter("q", _("Collaboration"), narrow=groups_named),
        ChoiceFilter("district", _("District"), choices=district_choices, narrow=rows_in_district),
        BooleanFilter("below", _("Only with members below the share"), narrow=with_some_below),
    )

    def rows(self) -> QuerySet[Any]:
        return county.rates_by_group(on=self.on)

    def dressed(self, rows: list[Any]) -> list[Any]:
        """With the share that each agreed. At most three queries."""
        terms = agreed_terms_of_ids([row["collaboration_id"] for row in rows], on=self.on)
        return [{**row, "share": terms[row["collaboration_id"]].attendance_threshold} for row in rows]


def setting_address(row: Any) -> str:
    return reverse("portal:setting", args=[row.provider_id])


def marks_of_setting(row: Any) -> str:
    return f"{reverse('meetings:all_attendance')}?{urlencode({'q': row.provider.name})}"


def standing_in_words(row: Any) -> str:
    return row.standing.reason.in_words(gettext)


def standing_colour(row: Any) -> str:
    return "red" if row.at_risk_since else ""


def below_the_share(rows: QuerySet[Any], wanted: Any) -> QuerySet[Any]:
    return rows.filter(county.BELOW)


class SettingRatesTable(Table):
    """How often each member was there, and how it stands by the share that its group agreed."""

    ordering = "setting"
    second_rank = ("district",)
    columns = (
        Column(
            "setting",
            _("Setting"),
            width=36,
            value="provider",
            sort="provider__search_text",
            link=setting_address,
        ),
        Column("urn", _("Ofsted URN"), value="provider.urn"),
        Column(
            "collaboration",
            _("Collaboration"),
            width=32,
            value="collaboration.name",
            sort="collaboration__name__in_order",
        ),
        Column(
            "district",
            _("District"),
            width=22,
            value="collaboration.district",
            sort="collaboration__district__name__in_order",
        ),
        HELD,
        Column("attended", _("Attended"), Kind.NUMBER, width=12, sort="attended", link=marks_of_setting),
        RATE,
        Column("since", _("Below since"), Kind.DATE, value="at_risk_since", sort="at_risk_since"),
        Column("standing", _("Standing"), width=50, value=standing_in_words, tag=standing_colour, wide=True),
    )
    on_page = ("setting", "collaboration", "district", "held", "attended", "rate", "standing")
    filters = (
        SearchFilter("q", _("Setting"), lookup="provider__search_text__contains", normalise=search_text),
        ChoiceFilter("district", _("District"), choices=district_choices, narrow=rows_in_district),
        BooleanFilter("below", _("Only below the agreed share"), narrow=below_the_share),
        ScopeFilter(
            "collaboration",
            _("Collaboration"),
            find=collaboration_by_id,
            error=_("There is no such collaboration."),
            required=False,
        ),
    )

    def rows(self) -> QuerySet[Any]:
        return county.rates_of_members(on=self.on)

    def dressed(self, rows: list[Any]) -> list[Any]:
        """With the standing by what each group agreed. At most three queries."""
        terms = agreed_terms_of_ids({row.collaboration_id for row in rows}, on=self.on)
        for row in rows:
            row.standing = standing_of(row, terms=terms[row.collaboration_id])
        return rows


# --- groups that have not met for a term --------------------------------------------------------------------


def meetings_address(row: Any) -> str:
    return reverse("meetings:meetings", args=[row.pk])


def telephones(row: Any) -> str:
    return listed(row.telephones)


def emails(row: Any) -> str:
    return listed(leader.user.email for leader in row.leading)


def write_link(row: Any) -> SafeString:
    return format_html(
        '<a class="govuk-link" href="{}?collaboration={}">{}<span class="govuk-visually-hidden"> {}</span></a>',
        reverse("support:write_message"),
        row.pk,
        gettext("Write"),
        row.name,
    )


MEETING_PLANNED = (("planned", _("Planned")), ("none", _("None planned")))


class QuietGroupsTable(Table):
    """The groups that run and have not met for a term: since when, who leads them, and how they are reached."""

    ordering = "name"
    second_rank = ("district", "telephone")

    @property
    def columns(self) -> Sequence[Column]:
        on = self.on
        return (
            Column("name", _("Collaboration"), width=32, sort="name_in_order", link=meetings_address),
            Column("district", _("District"), width=22, sort=("district__name__in_order", "name_in_order")),
            Column(
                "last_met",
                _("Last met"),
                Kind.DATE,
                shown=lambda row: row.last_met or gettext("Never"),
            ),
            Column(
                "days",
                _("Days without a meeting"),
                Kind.NUMBER,
                width=14,
                value=lambda row: (on - row.quiet_since).days,
                sort="-quiet_since",
                key="quiet",
            ),
            Column("next_on", _("Next meeting"), Kind.DATE, sort=("next_on", "name_in_order")),
            Column(
                "leaders",
                _("Leaders"),
                width=32,
                value=lambda row: listed(leader.user for leader in row.leading),
                shown=lambda row: listed(leader.user for leader in row.leading) or gettext("No leader"),
                tag=lambda row: "" if row.leading else "yellow",
            ),
            Column("telephone", _("Telephone"), width=24, value=telephones, shown=rings(telephones)),
            Column(
                "email",
                _("Email address"),
                width=36,
                value=emails,
                shown=writes_to(emails),
                breaks=True,
            ),
            Column("write", _("Write"), shown=write_link, value=lambda row: "", acts=True),
        )

    @property
    def on_page(self) -> Sequence[str]:
        names = ("name", "district", "last_met", "days", "next_on", "leaders", "telephone")
        writes = self.by is not None and self.allows(Permission.SEND_MESSAGES)
        return (*names, "write") if writes else names

    in_sheet = ("name", "district", "last_met", "days", "next_on", "leaders", "telephone", "email")

    @property
    def filters(self) -> Sequence[Any]:
        return (
            SearchFilter("q", _("Name"), search=search_in("name_in_order", "name")),
            ChoiceFilter("district", _("District"), choices=district_choices, narrow=of_own_district),
            ChoiceFilter("next", _("Next meeting"), choices=MEETING_PLANNED, narrow=county.with_next_meeting),
            ChoiceFilter(
                "leader",
                _("Leader"),
                choices=(("some", _("Has a leader")), ("none", _("Has no leader"))),
                narrow=lambda rows, value: by_having_leaders(rows, on=self.on, wanted=value == "some"),
            ),
        )

    def rows(self) -> QuerySet[Any]:
        return county.quiet_groups(on=self.on)

    def count(self, rows: QuerySet[Any], *, is_narrowed: bool) -> int:
        return rows.count() if is_narrowed else county.quiet_groups_count(on=self.on)

    def dressed(self, rows: list[Any]) -> list[Any]:
        """With who leads each, and their telephone numbers. Two queries."""
        leading = county.leaders_of_groups([row.pk for row in rows], on=self.on)
        people = {leader.user_id for leaders in leading.values() for leader in leaders}
        numbers = telephones_of(people, of_team=True)
        for row in rows:
            row.leading = list({leader.user_id: leader for leader in leading[row.pk]}.values())
            row.telephones = [numbers[each.user_id] for each in row.leading if each.user_id in numbers]
        return rows


def of_own_district(rows: QuerySet[Any], wanted: str) -> QuerySet[Any]:
    if wanted == NO_DISTRICT:
        return rows.filter(district__isnull=True)
    return rows.filter(district_id=wanted)
