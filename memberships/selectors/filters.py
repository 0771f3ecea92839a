"""What lists of members, leaders and people of settings are narrowed by: in the admin and in their sheets
alike.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.addresses import people_whose_address_holds
from accounts.models import holds_on
from core.ordering import in_order
from core.searching import Search, search_in, words_in
from core.tables.filters import ChoiceFilter, Filter, SearchFilter
from memberships.models.members import LeaderAppointment, Membership
from memberships.selectors.days import is_member_on, not_ended_by
from memberships.selectors.districts import SETTING_TYPES
from memberships.selectors.what_people_do import ROLES_AT_SETTINGS
from ofsted.rules.policy import Verdict
from ofsted.selectors.standing import table_in_force
from ofsted.selectors.verdicts import with_verdict
from providers.models import Provider
from providers.rules.register import search_text
from providers.selectors import districts

Rows = QuerySet[Any]


def own_districts() -> list[tuple[int, str]]:
    return [(district.pk, district.name) for district in districts()]


def _held(rows: Rows, value: str) -> Rows:
    today = timezone.localdate()
    conditions = {"now": holds_on(today), "later": Q(starts_on__gt=today), "ended": Q(ends_on__lte=today)}
    return rows.filter(conditions[value])


def _member(rows: Rows, value: str) -> Rows:
    today: date = timezone.localdate()
    conditions = {"now": is_member_on(today), "later": Q(joined_on__gt=today), "ended": Q(left_on__lte=today)}
    return rows.filter(conditions[value])


HELD = ChoiceFilter(
    "time",
    _("Time"),
    narrow=_held,
    choices=(("now", _("Holds today")), ("later", _("Begins later")), ("ended", _("Has ended"))),
)
MEMBER = ChoiceFilter(
    "time",
    _("Time"),
    narrow=_member,
    choices=(("now", _("Member today")), ("later", _("Joins later")), ("ended", _("Has left"))),
)


def of_group(path: str) -> SearchFilter:
    """By words in the collaboration's name; ``path`` is the way to it."""
    return SearchFilter(
        "group", _("Collaboration"), lookup=f"{path}__name__in_order__contains", normalise=in_order
    )


def of_setting(path: str) -> tuple[ChoiceFilter, ChoiceFilter]:
    """By the district and the kind of the setting."""
    return (
        ChoiceFilter("district", _("District"), lookup=f"{path}__district", choices=own_districts),
        ChoiceFilter("kind", _("Kind"), lookup=f"{path}__provider_type", choices=SETTING_TYPES),
    )


def by_names(*names: str) -> Callable[[Rows], Search]:
    """How rows are searched by the person's name and address, and by further names."""
    columns = ("user__full_name", *names)

    def holds(word: str) -> Q:
        condition = Q(user__in=people_whose_address_holds(word))
        for column in columns:
            condition |= Q(**{f"{column}__in_order__contains": word})
        return condition

    return lambda rows: Search(
        f"{columns[0]}__in_order", columns[0], words=lambda: words_in(rows, *columns), holds=holds
    )


OF_MEMBERS: tuple[Filter, ...] = (
    SearchFilter(
        "q",
        _("Setting"),
        search=search_in("provider__search_text", "provider__name", normalise=search_text),
    ),
    MEMBER,
    of_group("collaboration"),
    *of_setting("provider"),
)


def _judged(rows: Rows, value: str) -> Rows:
    """Who leads today or later from settings of which the leading policy in force says this today."""
    today = timezone.localdate()
    settings = with_verdict(Provider.objects.all(), Verdict(int(value)), table_in_force(today), on=today)
    return rows.filter(not_ended_by(today), membership__provider__in=settings.order_by().values("pk"))


#: By what the policy says today, from published judgements alone; what has ended is not asked about.
POLICY_TODAY = ChoiceFilter(
    "verdict",
    _("Leading policy today"),
    narrow=_judged,
    choices=tuple((int(verdict), verdict.label) for verdict in Verdict),
)
OF_LEADERS: tuple[Filter, ...] = (
    SearchFilter("q", _("Name"), search=by_names("membership__collaboration__name")),
    HELD,
    POLICY_TODAY,
    ChoiceFilter("manner", _("Leads"), choices=LeaderAppointment.Manner.choices),
    of_group("membership__collaboration"),
    *of_setting("membership__provider"),
)


def _in_group(rows: Rows, text: str) -> Rows:
    """People of settings that are members today of a collaboration with these words in its name."""
    members = Membership.objects.filter(is_member_on(timezone.localdate()), provider=OuterRef("provider"))
    for word in in_order(text).split():
        members = members.filter(collaboration__name__in_order__contains=word)
    return rows.filter(Exists(members))


OF_PEOPLE: tuple[Filter, ...] = (
    SearchFilter("q", _("Name"), search=by_names("provider__name")),
    HELD,
    ChoiceFilter("role", _("Role"), choices=ROLES_AT_SETTINGS),
    SearchFilter("group", _("Collaboration"), narrow=_in_group),
    *of_setting("provider"),
)
