"""The programme of an event, its materials, who came without a booking, and what people said afterwards (L4)."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from core.models import AuthorityOwned, OwnedForeignKey, OwnedOneToOneField
from documents.models import StoredFile
from meetings.models.events import Booking, Event
from meetings.rules.events import Kept, Useful


class EventSession(AuthorityOwned):
    """A part of the programme. Several can be at the same time; people choose."""

    event = OwnedForeignKey(Event, on_delete=models.CASCADE, related_name="sessions")
    title = models.CharField(_("title"), max_length=150)
    about = models.TextField(_("what it is about"), blank=True)
    starts_at = models.TimeField(_("from"))
    ends_at = models.TimeField(_("until"))
    where = models.CharField(_("room"), max_length=120, blank=True)
    places = models.PositiveIntegerField(_("places"), null=True, blank=True)

    class Meta(AuthorityOwned.Meta):
        ordering = ["starts_at", "ends_at", "title__in_order", "pk"]
        verbose_name = _("session")
        verbose_name_plural = _("sessions")
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at")), name="meetings_session_ends_after_start"
            ),
            models.UniqueConstraint(
                fields=["authority", "event", "starts_at", "title"], name="meetings_session_once"
            ),
        ]

    def __str__(self) -> str:
        return self.title


class SessionChoice(AuthorityOwned):
    """That somebody takes part in a session."""

    session = OwnedForeignKey(EventSession, on_delete=models.CASCADE, related_name="choices")
    booking = OwnedForeignKey(Booking, on_delete=models.CASCADE, related_name="choices")

    class Meta(AuthorityOwned.Meta):
        ordering = ["pk"]
        verbose_name = _("choice of a session")
        verbose_name_plural = _("choices of sessions")
        constraints = [
            models.UniqueConstraint(fields=["authority", "session", "booking"], name="meetings_choice_once")
        ]

    def __str__(self) -> str:
        return f"{self.booking}: {self.session}"


class EventMaterial(AuthorityOwned):
    """A file for those who have a place or came. Never deleted: removed."""

    event = OwnedForeignKey(Event, on_delete=models.CASCADE, related_name="materials")
    title = models.CharField(_("title"), max_length=150)
    file = OwnedForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("added by")
    )
    added_at = models.DateTimeField(_("added at"))
    removed_at = models.DateTimeField(_("removed at"), null=True, blank=True)

    class Meta(AuthorityOwned.Meta):
        ordering = ["added_at", "pk"]
        verbose_name = _("material")
        verbose_name_plural = _("materials")
        indexes = [
            models.Index(fields=["authority", "event"], name="meetings_materials_of"),
            models.Index(fields=["authority", "file"], name="meetings_material_of_file"),
        ]

    def __str__(self) -> str:
        return self.title


class WalkIn(AuthorityOwned):
    """Somebody who came without a booking."""

    event = OwnedForeignKey(Event, on_delete=models.PROTECT, related_name="walk_ins")
    name = models.CharField(_("name"), max_length=120)
    of = models.CharField(_("from"), max_length=120, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("by")
    )
    at = models.DateTimeField()

    class Meta(AuthorityOwned.Meta):
        ordering = ["name__in_order", "pk"]
        verbose_name = _("visitor without a booking")
        verbose_name_plural = _("visitors without a booking")
        constraints = [
            models.UniqueConstraint(fields=["authority", "event", "name", "of"], name="meetings_walk_in_once")
        ]

    def __str__(self) -> str:
        return self.name


class EventFeedback(AuthorityOwned):
    """What somebody who came said of it, and wanted to do; after a term, what came of that. Shown to the team
    without the name, and only together with others (``meetings.rules.events.summary_of``).
    """

    booking = OwnedOneToOneField(Booking, on_delete=models.PROTECT, related_name="feedback")
    useful = models.PositiveSmallIntegerField(_("how useful it was"), choices=Useful)
    pledge = models.CharField(_("what I will do"), max_length=300, blank=True)
    words = models.TextField(_("anything else"), blank=True)
    given_at = models.DateTimeField(_("given at"))
    kept = models.CharField(_("what came of it"), max_length=10, choices=Kept, blank=True)
    kept_words = models.CharField(_("what changed"), max_length=500, blank=True)
    kept_at = models.DateTimeField(null=True, blank=True)

    class Meta(AuthorityOwned.Meta):
        ordering = ["pk"]
        verbose_name = _("feedback")
        verbose_name_plural = _("feedback")

    def __str__(self) -> str:
        return str(_("Feedback"))
