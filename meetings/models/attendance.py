"""Who was at a meeting (G4): the row of record of attendance (C7)."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.models import AuthorityOwned, OwnedForeignKey
from meetings.models.planning import Meeting
from meetings.rules.attendance import Mark
from memberships.models.members import Membership


class Attendance(AuthorityOwned):
    """The mark of a member at a meeting that stands: the latest of ``AttendanceMark``."""

    Mark = Mark

    meeting = OwnedForeignKey(Meeting, on_delete=models.PROTECT, related_name="attendance")
    membership = OwnedForeignKey(Membership, on_delete=models.PROTECT, related_name="attendance")
    mark = models.CharField(_("mark"), max_length=10, choices=Mark)
    substitute = models.CharField(_("substitute"), max_length=120, blank=True)
    marked_at = models.DateTimeField(_("marked at"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("by")
    )

    class Meta(AuthorityOwned.Meta):
        ordering = ["meeting", "membership"]
        verbose_name = _("attendance")
        verbose_name_plural = _("attendance")
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "meeting", "membership"],
                include=["mark"],
                name="meetings_one_mark_a_member",
            )
        ]
        indexes = [
            models.Index(
                fields=["authority", "membership"], include=["meeting", "mark"], name="meetings_marks_of"
            )
        ]

    def __str__(self) -> str:
        return f"{self.membership}: {self.get_mark_display()}"


class AttendanceMark(AuthorityOwned):
    """One tap, as it was made. Rows are only added; the latest by ``marked_at`` stands.

    ``key``: made where the tap was made, so that one that is sent twice is one. ``marked_at`` is never later
    than when the server had it.
    """

    meeting = OwnedForeignKey(Meeting, on_delete=models.PROTECT, related_name="marks")
    membership = OwnedForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    mark = models.CharField(_("mark"), max_length=10, choices=Mark)
    substitute = models.CharField(_("substitute"), max_length=120, blank=True)
    marked_at = models.DateTimeField(_("marked at"))
    received_at = models.DateTimeField(_("received at"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("by")
    )
    key = models.CharField(max_length=36)

    class Meta(AuthorityOwned.Meta):
        ordering = ["marked_at", "pk"]
        verbose_name = _("mark")
        verbose_name_plural = _("marks")
        constraints = [
            models.UniqueConstraint(fields=["authority", "meeting", "key"], name="meetings_mark_once")
        ]
        indexes = [
            models.Index(fields=["authority", "meeting", "membership", "marked_at"], name="meetings_marks_at")
        ]

    def __str__(self) -> str:
        return f"{self.membership}: {self.mark}"


class OtherPresent(AuthorityOwned):
    """Somebody who was there and is no member: an officer, a guest, a visitor. Counts for nothing (G3)."""

    meeting = OwnedForeignKey(Meeting, on_delete=models.PROTECT, related_name="others_present")
    name = models.CharField(_("name"), max_length=120)
    role = models.CharField(_("as"), max_length=120, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("by")
    )
    at = models.DateTimeField()

    class Meta(AuthorityOwned.Meta):
        ordering = ["name__in_order", "pk"]
        verbose_name = _("somebody else present")
        verbose_name_plural = _("others present")
        constraints = [
            models.UniqueConstraint(fields=["authority", "meeting", "name"], name="meetings_other_once")
        ]

    def __str__(self) -> str:
        return self.name
