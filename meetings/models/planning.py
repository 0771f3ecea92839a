"""Meetings of a collaboration: when, where, and who said that they will come."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from collaborations.models import Collaboration
from core.history import keep_history
from core.models import AuthorityOwned, OwnedForeignKey
from meetings.models.timed import Timed
from meetings.rules.states import MeetingState
from memberships.models.members import Membership


@keep_history()
class Meeting(Timed, AuthorityOwned):
    """One meeting of a collaboration: a day, and clock times in England (Europe/London).

    The day and the times are kept apart, so that a meeting at half past midnight belongs to its own day and a
    change of the clocks moves nothing. ``edition`` grows with each change that calendars must hear of.
    """

    State = MeetingState

    class Kind(models.TextChoices):
        REGULAR = "regular", _("Meeting")
        EXTRA = "extra", _("Extra meeting")
        WORKING = "working", _("Working group or training, not counted for attendance")
        #: Of a group that is being formed (``meetings.models.first``).
        FIRST = "first", _("First meeting")

    #: The meetings that a group is expected to hold, and that count for attendance (C7).
    COUNTED_KINDS = (Kind.REGULAR, Kind.EXTRA)

    collaboration = OwnedForeignKey(
        Collaboration, on_delete=models.PROTECT, related_name="meetings", verbose_name=_("collaboration")
    )
    kind = models.CharField(_("kind"), max_length=10, choices=Kind, default=Kind.REGULAR)
    title = models.CharField(_("title"), max_length=120)
    on = models.DateField(_("day"))
    starts_at = models.TimeField(_("from"))
    ends_at = models.TimeField(_("until"))
    place = models.CharField(_("where"), max_length=200, blank=True)
    access_notes = models.TextField(_("getting in and taking part"), blank=True)
    online_url = models.URLField(_("link for those who join online"), max_length=500, blank=True)
    chaired_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("chaired by"),
    )
    #: Until that day, the day included, any member may propose an item (G1).
    items_until = models.DateField(_("items can be proposed until"), null=True, blank=True)
    state = models.CharField(
        _("state"), max_length=12, choices=MeetingState, default=MeetingState.PLANNED, editable=False
    )
    edition = models.PositiveIntegerField(default=0, editable=False)
    planned_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("planned by")
    )
    planned_at = models.DateTimeField(_("planned at"))
    cancelled_because = models.CharField(_("why it was cancelled"), max_length=300, blank=True)
    #: Whoever is there may mark their own setting as present by this code, until the time beside it.
    check_in_code = models.CharField(max_length=12, blank=True, editable=False)
    check_in_until = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta(AuthorityOwned.Meta):
        ordering = ["on", "starts_at", "pk"]
        verbose_name = _("meeting")
        verbose_name_plural = _("meetings")
        constraints = [
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="meetings_end_after_start"),
            models.UniqueConstraint(
                fields=["authority", "collaboration", "on", "starts_at"],
                condition=~Q(state="cancelled"),
                name="meetings_one_at_a_time",
            ),
            models.UniqueConstraint(
                fields=["authority", "collaboration"],
                condition=Q(kind="first") & ~Q(state="cancelled"),
                name="meetings_one_first_meeting",
            ),
        ]
        indexes = [
            models.Index(fields=["authority", "collaboration", "on"], name="meetings_of_group"),
            models.Index(fields=["authority", "on"], name="meetings_by_day"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def counts(self) -> bool:
        """Whether it counts for the attendance of members (C7)."""
        return self.kind in self.COUNTED_KINDS

    @property
    def is_first(self) -> bool:
        """Whether it is the first meeting of a group that is being formed: those who come are invited."""
        return self.kind == self.Kind.FIRST


class Answer(AuthorityOwned):
    """What somebody said of coming, for the own setting. The latest word stands."""

    class Word(models.TextChoices):
        YES = "yes", _("We will be there")
        ONLINE = "online", _("We will join online")
        NO = "no", _("We cannot come")

    meeting = OwnedForeignKey(Meeting, on_delete=models.CASCADE, related_name="answers")
    membership = OwnedForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    word = models.CharField(_("will you come?"), max_length=8, choices=Word)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("by")
    )
    at = models.DateTimeField(_("answered at"))

    class Meta(AuthorityOwned.Meta):
        ordering = ["at", "pk"]
        verbose_name = _("answer to a meeting")
        verbose_name_plural = _("answers to meetings")
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "meeting", "membership"], name="meetings_one_answer_a_setting"
            )
        ]

    def __str__(self) -> str:
        return f"{self.membership}: {self.get_word_display()}"
