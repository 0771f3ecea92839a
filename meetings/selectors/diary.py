"""The meetings in a person's calendar (G7), and where people of the team are expected (L4)."""

from __future__ import annotations

from datetime import date

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from accounts.addresses import addresses_of
from accounts.models import User
from accounts.roles import Role
from accounts.selectors import people_with_role
from collaborations.selectors import collaborations_of
from meetings.models.agenda import AgendaItem
from meetings.models.events import Booking, Event
from meetings.models.guests import Guest
from meetings.models.planning import Meeting
from meetings.models.visits import PeerVisit, Training, Visitor
from meetings.rules.booking import BookingState
from meetings.rules.events import EventState
from meetings.rules.visits import VisitState
from memberships.models.members import Membership
from memberships.selectors.people import settings_of


def meetings_in_calendar(user: User, *, on: date, since: date, until: date) -> QuerySet[Meeting]:
    """Meetings in ``[since, until)`` of groups that somebody belongs to on a day, and first meetings that
    somebody facilitates elsewhere; cancelled ones too.

    Who belongs to a group by a setting alone has the meetings of the days on which it is a member.
    """
    groups = collaborations_of(user, on=on).order_by().values("pk")
    settings = settings_of(user, on=on).order_by().values("pk")
    own = Membership.objects.filter(provider__in=settings, collaboration=OuterRef("collaboration"))
    then = own.filter(Q(left_on__isnull=True) | Q(left_on__gt=OuterRef("on")), joined_on__lte=OuterRef("on"))
    belongs = Q(collaboration__in=groups)
    facilitates = Q(kind=Meeting.Kind.FIRST, chaired_by=user)
    rows = Meeting.objects.filter((belongs & (Exists(then) | ~Exists(own))) | (facilitates & ~belongs))
    return rows.filter(on__gte=since, on__lt=until).select_related("collaboration", "authority")


def invitations_in_calendar(user: User, *, since: date, until: date) -> QuerySet[Guest]:
    """Items to which somebody is invited as a guest by an address that is proved theirs, in ``[since,
    until)``.
    """
    rows = Guest.objects.annotate(address=F("email")).filter(
        address__in=addresses_of(user),
        withdrawn_at=None,
        item__state=AgendaItem.State.ON_AGENDA,
        item__meeting__on__gte=since,
        item__meeting__on__lt=until,
    )
    return rows.select_related("item__meeting__collaboration", "item__meeting__authority")


def visits_in_calendar(user: User, *, on: date, since: date, until: date) -> QuerySet[PeerVisit]:
    """Visits that were agreed, in ``[since, until)``, of the settings where somebody works on a day, also
    those that were cancelled since.
    """
    settings = settings_of(user, on=on).order_by().values("pk")
    groups = collaborations_of(user, on=on).order_by().values("pk")
    visitors = Visitor.objects.filter(visit=OuterRef("pk"), provider__in=settings)
    rows = PeerVisit.objects.filter(Q(host__in=settings) | Exists(visitors), collaboration__in=groups)
    rows = rows.filter(on__gte=since, on__lt=until, state__in=(VisitState.AGREED, VisitState.CANCELLED))
    return rows.select_related("collaboration", "host", "authority")


def training_in_calendar(user: User, *, on: date, since: date, until: date) -> QuerySet[Training]:
    """What somebody's groups organise to learn, in ``[since, until)``."""
    groups = collaborations_of(user, on=on).order_by().values("pk")
    rows = Training.objects.filter(collaboration__in=groups, on__gte=since, on__lt=until)
    return rows.select_related("collaboration", "authority")


def events_in_calendar(user: User, *, since: date, until: date) -> QuerySet[Event]:
    """Events at which somebody has a place, in ``[since, until)``, cancelled ones too."""
    places = Booking.objects.filter(event=OuterRef("pk"), person=user, state=BookingState.ACCEPTED)
    rows = Event.objects.filter(Exists(places), on__gte=since, on__lt=until).exclude(state=EventState.DRAFT)
    return rows.select_related("authority")


def events_of_the_team(*, since: date, until: date) -> QuerySet[Event]:
    """Published events in ``[since, until)``, with who planned them."""
    rows = Event.objects.filter(state=EventState.PUBLISHED, on__gte=since, on__lt=until)
    return rows.select_related("planned_by").order_by("on", "starts_at", "pk")


def training_of_the_team(*, since: date, until: date) -> QuerySet[Training]:
    """Training in ``[since, until)`` that somebody planned who works in the team on its first day."""
    team = people_with_role(Role.OFFICER, Role.MANAGER, on=since)
    rows = Training.objects.filter(is_cancelled=False, on__gte=since, on__lt=until, planned_by__in=team)
    return rows.select_related("collaboration__district", "planned_by").order_by("on", "starts_at", "pk")
