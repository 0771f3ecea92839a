"""What waits for a person, for the home page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple

from django.db.models import Count, Min, Q, QuerySet, Subquery
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import User
from accounts.permissions import Permission
from core.wording import date_in_words
from leadership.models import LeadershipCase
from leadership.selectors.cases import cases_for, open_case_counts
from memberships.models import Membership
from memberships.selectors import is_member_on
from providers.models import Provider

MOST_SETTINGS = 10


@dataclass(frozen=True, slots=True)
class Attention:
    """Something that waits for a person: what, more about it, and where."""

    title: str
    detail: str
    url: str


def cases_to_look_at(user: User) -> list[Attention]:
    """What waits for this person in leadership cases. Nothing, not even a nought, for those who may see none."""
    if not user.has_perm(Permission.WORK_ON_CASES):
        return []
    found = _open_cases(user)
    address = reverse("leadership:cases")
    return [
        Attention(title, _("The oldest since %(date)s.") % {"date": date_in_words(found[name].since)}, address + query)
        for name, title, query in _lines(*(found[name].number for name in ("mine", "unassigned", "gone")))
        if found[name].number
    ]


class Waiting(NamedTuple):
    number: int
    since: datetime | None


def _open_cases(user: User) -> dict[str, Waiting]:
    """What waits in open cases that a person sees. Whoever sees every case sees kept counts: no case is read but the oldest."""
    cases = cases_for(user).filter(closed_at=None)
    which = {"mine": Q(assigned_to=user), "unassigned": Q(assigned_to=None), "gone": Q(nothing_found_since__isnull=False)}
    since = {"mine": "opened_at", "unassigned": "opened_at", "gone": "nothing_found_since"}
    if not user.has_perm(Permission.VIEW_ALL_CASES):
        numbers = {f"{name}_count": Count("pk", filter=condition) for name, condition in which.items()}
        oldest = {f"{name}_since": Min(since[name], filter=condition) for name, condition in which.items()}
        found = cases.order_by().aggregate(**numbers, **oldest)
        return {name: Waiting(found[f"{name}_count"], found[f"{name}_since"]) for name in which}
    first = {f"{name}_since": Subquery(_oldest(cases.filter(condition), since[name])) for name, condition in which.items()}
    rows = list(open_case_counts().annotate(**first).values("assigned_to_id", "finds_nothing", "number", *first))
    number = {
        "mine": sum(row["number"] for row in rows if row["assigned_to_id"] == user.pk),
        "unassigned": sum(row["number"] for row in rows if row["assigned_to_id"] is None),
        "gone": sum(row["number"] for row in rows if row["finds_nothing"]),
    }
    return {name: Waiting(number[name], rows[0][f"{name}_since"] if rows else None) for name in which}


def _oldest(cases: QuerySet[LeadershipCase], moment: str) -> QuerySet[Any]:
    """When the case that has waited longest began to wait."""
    return cases.order_by(moment).values(moment)[:1]


def _lines(mine: int, unassigned: int, gone: int) -> list[tuple[str, str, str]]:
    """What may wait, in words, and where it is listed."""
    words = (
        (
            "mine",
            mine,
            ngettext("%(n)d leadership case is assigned to you", "%(n)d leadership cases are assigned to you", mine),
            "?assigned=me",
        ),
        (
            "unassigned",
            unassigned,
            ngettext("%(n)d leadership case is not assigned", "%(n)d leadership cases are not assigned", unassigned),
            "?assigned=nobody",
        ),
        (
            "gone",
            gone,
            ngettext(
                "The check no longer finds anything in %(n)d leadership case",
                "The check no longer finds anything in %(n)d leadership cases",
                gone,
            ),
            "?found=nothing",
        ),
    )
    return [(name, title % {"n": count}, query) for name, count, title, query in words]


def settings_to_look_at(user: User, *, on: date) -> list[Attention]:
    """Members of collaborations that Ofsted no longer lists: closed, or registered anew under another number."""
    if not user.has_perm(Permission.CHANGE_SETTINGS):
        return []
    members = Membership.objects.filter(is_member_on(on))
    gone = Provider.objects.filter(pk__in=members.values("provider_id"), unlisted_since__isnull=False).order_by(
        "-unlisted_since", "name", "pk"
    )
    return [
        Attention(
            _("%(setting)s is no longer listed by Ofsted") % {"setting": setting},
            _("Since %(date)s.") % {"date": date_in_words(setting.unlisted_since)},
            reverse("admin:providers_provider_change", args=[setting.pk]),
        )
        for setting in gone[:MOST_SETTINGS]
    ]
