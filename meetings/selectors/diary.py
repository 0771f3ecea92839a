"""The meetings in a person's calendar (G7): those of the own groups, and those that they are a guest at."""

from __future__ import annotations

from datetime import date

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from accounts.addresses import addresses_of
from accounts.models import User
from collaborations.selectors import collaborations_of
from meetings.models.agenda import AgendaItem
from meetings.models.guests import Guest
from meetings.models.planning import Meeting
from memberships.models.members import Membership
from memberships.selectors.people import settings_of


def meetings_in_calendar(user: User, *, on: date, since: date, until: date) -> QuerySet[Meeting]:
    """Meetings in ``[since, until)`` of groups that somebody belongs to on a day, cancelled ones too.

    Who belongs to a group by a setting alone has the meetings of the days on which it is a member.
    """
    groups = collaborations_of(user, on=on).order_by().values("pk")
    settings = settings_of(user, on=on).order_by().values("pk")
    own = Membership.objects.filter(provider__in=settings, collaboration=OuterRef("collaboration"))
    then = own.filter(Q(left_on__isnull=True) | Q(left_on__gt=OuterRef("on")), joined_on__lte=OuterRef("on"))
    rows = Meeting.objects.filter(Exists(then) | ~Exists(own), collaboration__in=groups)
    return rows.filter(on__gte=since, on__lt=until).select_related("collaboration", "authority")


def invitations_in_calendar(user: User, *, since: date, until: date) -> QuerySet[Guest]:
    """Items to which somebody is invited as a guest by an address that is proved theirs, in ``[since, until)``."""
    rows = Guest.objects.annotate(address=F("email")).filter(
        address__in=addresses_of(user),
        withdrawn_at=None,
        item__state=AgendaItem.State.ON_AGENDA,
        item__meeting__on__gte=since,
        item__meeting__on__lt=until,
    )
    return rows.select_related("item__meeting__collaboration", "item__meeting__authority")
