"""Visits among the settings of a group, and what the group organises for its members to learn (K)."""

from __future__ import annotations

from datetime import datetime, time

from django.conf import settings
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from collaborations.models import Collaboration
from core.history import keep_history
from core.models import AuthorityOwned, OwnedForeignKey
from meetings.models.timed import Timed
from meetings.rules.visits import Became, VisitState
from providers.models import Provider

#: So many people of one setting come to a training.
MAX_PEOPLE = 99


@keep_history()
class PeerVisit(AuthorityOwned):
    """Settings of a group visit another one. ``edition`` grows with each change that calendars must hear of.

    ``asked_by_host``: whether the host invited, so that the visitors answer.
    """

    State = VisitState

    collaboration = OwnedForeignKey(
        Collaboration, on_delete=models.PROTECT, related_name="peer_visits", verbose_name=_("collaboration")
    )
    host = OwnedForeignKey(
        Provider, on_delete=models.PROTECT, related_name="+", verbose_name=_("setting that is visited")
    )
    on = models.DateField(_("day"))
    starts_at = models.TimeField(_("from"), null=True, blank=True)
    ends_at = models.TimeField(_("until"), null=True, blank=True)
    focus = models.CharField(_("what you want to see"), max_length=300)
    words = models.TextField(_("more about it"), blank=True)
    state = models.CharField(
        _("state"), max_length=10, choices=VisitState, default=VisitState.ASKED, editable=False
    )
    answer = models.CharField(_("answer"), max_length=300, blank=True)
    asked_by_host = models.BooleanField(default=False, editable=False)
    edition = models.PositiveIntegerField(default=0, editable=False)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("asked by")
    )
    asked_at = models.DateTimeField(_("asked at"))

    class Meta(AuthorityOwned.Meta):
        ordering = ["-on", "-pk"]
        verbose_name = _("visit")
        verbose_name_plural = _("visits")
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at__isnull=True) | Q(starts_at__isnull=False, ends_at__gt=F("starts_at")),
                name="meetings_visit_end_after_start",
            )
        ]
        indexes = [models.Index(fields=["authority", "collaboration", "on"], name="meetings_visits_of")]

    def __str__(self) -> str:
        return self.focus

    @property
    def begins(self) -> datetime | None:
        """The instant at which it begins; None where no time is said."""
        return _instant(self, self.starts_at)

    @property
    def ends(self) -> datetime | None:
        """The instant at which it ends; None where no time is said."""
        return _instant(self, self.ends_at)


@keep_history()
class Visitor(AuthorityOwned):
    """A setting that visits, what its people saw, the one idea they took home, and what became of it."""

    visit = OwnedForeignKey(PeerVisit, on_delete=models.CASCADE, related_name="visitors")
    provider = OwnedForeignKey(
        Provider, on_delete=models.PROTECT, related_name="+", verbose_name=_("setting that visits")
    )
    seen = models.TextField(_("what you saw"), blank=True)
    idea = models.CharField(_("one idea that you take home"), max_length=300, blank=True)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("written by"),
    )
    became = models.CharField(_("what became of it"), max_length=10, choices=Became, blank=True)
    became_words = models.CharField(_("in a sentence"), max_length=300, blank=True)
    asked_again_on = models.DateField(null=True, blank=True, editable=False)

    class Meta(AuthorityOwned.Meta):
        ordering = ["pk"]
        verbose_name = _("visitor")
        verbose_name_plural = _("visitors")
        constraints = [
            models.UniqueConstraint(fields=["authority", "visit", "provider"], name="meetings_visits_once")
        ]
        indexes = [models.Index(fields=["authority", "provider"], name="meetings_visits_by")]

    def __str__(self) -> str:
        return str(self.provider)


@keep_history()
class Training(Timed, AuthorityOwned):
    """Something that a group organises for its members to learn: who gives it, when, where, and for how many.

    ``places`` is None where there is room for everybody.
    """

    collaboration = OwnedForeignKey(
        Collaboration, on_delete=models.PROTECT, related_name="trainings", verbose_name=_("collaboration")
    )
    title = models.CharField(_("title"), max_length=120)
    words = models.TextField(_("what it is about"), blank=True)
    given_by = models.CharField(_("who gives it"), max_length=120, blank=True)
    on = models.DateField(_("day"))
    starts_at = models.TimeField(_("from"))
    ends_at = models.TimeField(_("until"))
    place = models.CharField(_("where"), max_length=200, blank=True)
    access_notes = models.TextField(_("getting in and taking part"), blank=True)
    online_url = models.URLField(_("link for those who join online"), max_length=500, blank=True)
    places = models.PositiveSmallIntegerField(_("places"), null=True, blank=True)
    is_cancelled = models.BooleanField(_("cancelled"), default=False, editable=False)
    cancelled_because = models.CharField(_("why it was cancelled"), max_length=300, blank=True)
    edition = models.PositiveIntegerField(default=0, editable=False)
    planned_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("planned by")
    )
    planned_at = models.DateTimeField(_("planned at"))

    class Meta(AuthorityOwned.Meta):
        ordering = ["-on", "-starts_at", "-pk"]
        verbose_name = _("training")
        verbose_name_plural = _("training")
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at")), name="meetings_training_end_after_start"
            )
        ]
        indexes = [models.Index(fields=["authority", "collaboration", "on"], name="meetings_training_of")]

    def __str__(self) -> str:
        return self.title


@keep_history()
class TrainingPlace(AuthorityOwned):
    """How many people of a setting come to a training, how many came, and what it changed there."""

    training = OwnedForeignKey(Training, on_delete=models.CASCADE, related_name="bookings")
    provider = OwnedForeignKey(
        Provider, on_delete=models.PROTECT, related_name="+", verbose_name=_("setting")
    )
    people = models.PositiveSmallIntegerField(_("how many come"), validators=[MaxValueValidator(MAX_PEOPLE)])
    came = models.PositiveSmallIntegerField(
        _("how many came"), null=True, blank=True, validators=[MaxValueValidator(MAX_PEOPLE)]
    )
    booked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("booked by")
    )
    booked_at = models.DateTimeField(_("booked at"))
    became = models.CharField(_("what became of it"), max_length=10, choices=Became, blank=True)
    became_words = models.CharField(_("what it changed"), max_length=300, blank=True)
    asked_again_on = models.DateField(null=True, blank=True, editable=False)

    class Meta(AuthorityOwned.Meta):
        ordering = ["pk"]
        verbose_name = _("place at a training")
        verbose_name_plural = _("places at training")
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "training", "provider"], name="meetings_training_once"
            )
        ]
        indexes = [models.Index(fields=["authority", "provider"], name="meetings_training_by")]

    def __str__(self) -> str:
        return str(self.provider)


def _instant(visit: PeerVisit, at: time | None) -> datetime | None:
    return timezone.make_aware(datetime.combine(visit.on, at)) if at is not None else None
