"""Members of collaborations, as the leading policy and the register see them. No case is read here."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import Any

from django.db.models import Count, QuerySet, Window
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.models import User
from accounts.permissions import Permission
from core.frame.lines import Line
from core.prepared import prepared
from core.wording import date_in_words
from memberships.models.members import LeaderAppointment, Membership
from memberships.selectors.days import is_member_on, leads_on
from memberships.selectors.members import in_a_collaboration
from ofsted.selectors.policy_changes import Member
from providers.models import Provider
from providers.selectors import Listing, by_listing


def members_on(on: date) -> list[Member]:
    """Every member setting of a day with its leaders' names: whom another
    version of the leading policy may judge otherwise.
    """
    names: dict[int, list[str]] = defaultdict(list)
    leaders = LeaderAppointment.objects.filter(leads_on(on)).order_by("user__full_name__in_order", "pk")
    for membership_id, name in leaders.values_list("membership_id", "user__full_name"):
        names[membership_id].append(name)
    rows = (
        Membership.objects.filter(is_member_on(on)).select_related("provider", "collaboration").order_by("pk")
    )
    return [
        Member(row.provider_id, str(row.provider), str(row.collaboration), tuple(names[row.pk]))
        for row in rows
    ]


def settings_to_look_at(user: User, *, on: date) -> list[Line]:
    """Members of collaborations that Ofsted no longer lists, closed or registered anew under another number.

    The one setting, or one line for all of them with the register narrowed to them.
    """
    if not user.has_perm(Permission.CHANGE_SETTINGS):
        return []
    newest = _newest_unlisted(on=on)
    if not newest:
        return []
    setting, day = newest[0], date_in_words(newest[0].unlisted_since)
    number = newest[0].number
    if number > 1:
        return [
            Line(
                _("%(number)s members are no longer listed by Ofsted") % {"number": f"{number:,}"},
                f"{reverse('admin:providers_provider_changelist')}?listing={Listing.GONE}&member=yes",
                detail=_("The newest since %(date)s.") % {"date": day},
            )
        ]
    status = setting.registration_status
    words = _("Since %(date)s (%(status)s).") if status else _("Since %(date)s.")
    return [
        Line(
            _("%(setting)s is no longer listed by Ofsted") % {"setting": setting},
            reverse("portal:setting", args=[setting.pk]),
            detail=words % {"date": day, "status": status},
        )
    ]


@prepared
def _newest_unlisted(on: date) -> QuerySet[Any]:
    """The member that was taken off Ofsted's list last, with their ``number``."""
    gone = by_listing(in_a_collaboration(Provider.objects.all(), on=on, wanted=True), Listing.GONE)
    rows = gone.annotate(number=Window(Count("pk")))
    return rows.order_by("-unlisted_since", "name__in_order", "pk")[:1]
