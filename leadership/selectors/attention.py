"""What waits for a person, for the home page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Min, Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import User
from accounts.permissions import Permission
from core.wording import date_in_words
from leadership.selectors.cases import cases_for
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
    waiting = {"mine": Q(assigned_to=user), "unassigned": Q(assigned_to=None), "gone": Q(nothing_found_since__isnull=False)}
    since = {"mine": "opened_at", "unassigned": "opened_at", "gone": "nothing_found_since"}
    numbers = {f"{name}_count": Count("pk", filter=which) for name, which in waiting.items()}
    oldest = {f"{name}_since": Min(since[name], filter=which) for name, which in waiting.items()}
    found = cases_for(user).filter(closed_at=None).order_by().aggregate(**numbers, **oldest)
    address = reverse("leadership:cases")
    return [
        Attention(title, _("The oldest since %(date)s.") % {"date": date_in_words(found[f"{name}_since"])}, address + query)
        for name, title, query in _lines(found["mine_count"], found["unassigned_count"], found["gone_count"])
        if found[f"{name}_count"]
    ]


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
