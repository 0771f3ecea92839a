"""Leaders' Days, network sessions and conferences of the authority (L4): their days, places and bookings."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from core.models import AuthorityOwned, OwnedForeignKey, OwnedOneToOneField
from meetings.models.timed import Timed
from meetings.rules.booking import BookingState
from meetings.rules.events import Audience, EventKind, EventState, Sector
from providers.models import District, Provider

LIVE = ("waiting", "offered", "accepted")


class Event(Timed, AuthorityOwned):
    """One day of the authority's, with places that people book. Day and clock times are kept apart, as of a
    meeting. ``edition`` grows with each change that calendars must hear of.

    ``shares`` are the places of each sector by its size when it was published; until ``released_on`` a sector
    has no more than them.
    """

    kind = models.CharField(_("kind"), max_length=12, choices=EventKind, default=EventKind.LEADERS_DAY)
    title = models.CharField(_("title"), max_length=120)
    about = models.TextField(_("what it is about"), blank=True)
    on = models.DateField(_("day"))
    starts_at = models.TimeField(_("from"))
    ends_at = models.TimeField(_("until"))
    place = models.CharField(_("where"), max_length=200, blank=True)
    access_notes = models.TextField(_("getting in and taking part"), blank=True)
    online_url = models.URLField(_("link for those who join online"), max_length=500, blank=True)
    places = models.PositiveIntegerField(_("places"))
    is_shared = models.BooleanField(_("places are shared between the sectors"), default=False)
    released_on = models.DateField(_("places not used are free for everybody from"), null=True, blank=True)
    shares = models.JSONField(default=dict, blank=True, editable=False)
    audience = models.CharField(
        _("who is invited"), max_length=12, choices=Audience, default=Audience.LEADERS
    )
    books_until = models.DateField(_("last day to book"), null=True, blank=True)
    state = models.CharField(
        _("state"), max_length=12, choices=EventState, default=EventState.DRAFT, editable=False
    )
    edition = models.PositiveIntegerField(default=0, editable=False)
    planned_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("planned by")
    )
    planned_at = models.DateTimeField(_("planned at"))
    published_at = models.DateTimeField(_("published at"), null=True, blank=True, editable=False)
    cancelled_because = models.CharField(_("why it was cancelled"), max_length=300, blank=True)

    class Meta(AuthorityOwned.Meta):
        ordering = ["on", "starts_at", "pk"]
        verbose_name = _("event")
        verbose_name_plural = _("Leaders’ Days and events")
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at")), name="meetings_event_ends_after_start"
            ),
            models.CheckConstraint(condition=Q(places__gte=1), name="meetings_event_has_places"),
            models.UniqueConstraint(
                fields=["authority", "title", "on", "starts_at"],
                condition=~Q(state="cancelled"),
                name="meetings_event_once",
            ),
        ]
        indexes = [models.Index(fields=["authority", "on"], name="meetings_events_by_day")]

    def __str__(self) -> str:
        return self.title


class EventDistrict(AuthorityOwned):
    """A district whose settings are invited."""

    event = OwnedForeignKey(Event, on_delete=models.CASCADE, related_name="districts")
    district = OwnedForeignKey(District, on_delete=models.PROTECT, related_name="+")

    class Meta(AuthorityOwned.Meta):
        ordering = ["pk"]
        verbose_name = _("district of an event")
        verbose_name_plural = _("districts of events")
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "event", "district"], name="meetings_event_district_once"
            )
        ]

    def __str__(self) -> str:
        return str(self.district)


class EventInvitation(AuthorityOwned):
    """That somebody was invited by email: nobody is twice."""

    event = OwnedForeignKey(Event, on_delete=models.CASCADE, related_name="invitations")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("person")
    )
    at = models.DateTimeField(_("invited at"))

    class Meta(AuthorityOwned.Meta):
        ordering = ["pk"]
        verbose_name = _("invitation to an event")
        verbose_name_plural = _("invitations to events")
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "event", "person"], name="meetings_event_invited_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.event}: {self.person}"


class Booking(AuthorityOwned):
    """A place of a person, for a setting, or the wish for one (``meetings.rules.booking``).

    ``answer_by`` is the end of an offer. ``came`` is empty until somebody has ticked who came.
    """

    event = OwnedForeignKey(Event, on_delete=models.PROTECT, related_name="bookings")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("person")
    )
    provider = OwnedForeignKey(
        Provider, on_delete=models.PROTECT, related_name="+", verbose_name=_("setting")
    )
    sector = models.CharField(_("sector"), max_length=12, choices=Sector)
    state = models.CharField(_("state"), max_length=12, choices=BookingState)
    asked_at = models.DateTimeField(_("asked at"))
    answer_by = models.DateTimeField(_("answer by"), null=True, blank=True)
    moved_at = models.DateTimeField(_("since"))
    came = models.BooleanField(_("came"), null=True, blank=True)

    class Meta(AuthorityOwned.Meta):
        ordering = ["asked_at", "pk"]
        verbose_name = _("booking")
        verbose_name_plural = _("bookings")
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "event", "person"],
                condition=Q(state__in=LIVE),
                name="meetings_one_booking_a_person",
            )
        ]
        indexes = [
            models.Index(fields=["authority", "event", "state"], name="meetings_bookings_of"),
            models.Index(fields=["authority", "person"], name="meetings_bookings_by"),
        ]

    def __str__(self) -> str:
        return f"{self.person}, {self.provider}"


class BookingNeeds(AuthorityOwned):
    """What somebody needs to get in, take part and eat, locked (``core.keys``); health data may be in it.

    Read by the people who organise the event alone, and by the person. Deleted with the booking, and in the
    night after the day (``meetings.rules.events.needs_end_on``).
    """

    booking = OwnedOneToOneField(Booking, on_delete=models.CASCADE, related_name="needs")
    sealed = models.TextField(editable=False)

    class Meta(AuthorityOwned.Meta):
        ordering = ["pk"]
        verbose_name = _("access and dietary needs")
        verbose_name_plural = _("access and dietary needs")

    def __str__(self) -> str:
        return str(_("Needs"))
