"""What a meeting gives settings to do (G5)."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.history import keep_history
from core.models import AuthorityOwned, OwnedForeignKey
from meetings.models.agenda import AgendaItem
from meetings.models.planning import Meeting
from providers.models import Provider


@keep_history()
class MeetingAction(AuthorityOwned):
    """One thing that a setting does by a day, as a meeting agreed. ``person``: who does it there, if agreed;
    ``done_words``: what whoever did it said of it.

    ``changed_at``: when who does it, what or by when was last said; ``told_at``: up to when whoever does it
    has heard. What was said later is still to be told.
    """

    meeting = OwnedForeignKey(
        Meeting, on_delete=models.PROTECT, related_name="actions", verbose_name=_("meeting")
    )
    item = OwnedForeignKey(
        AgendaItem,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="actions",
        verbose_name=_("item"),
    )
    what = models.CharField(_("action"), max_length=300)
    owner = OwnedForeignKey(
        Provider,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("who does it"),
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("the person there"),
    )
    due_on = models.DateField(_("by"), null=True, blank=True)
    #: As the minutes say it: what was agreed, whatever becomes of it.
    as_agreed = models.CharField(_("as it was agreed"), max_length=700, blank=True, editable=False)
    done_on = models.DateField(_("done on"), null=True, blank=True)
    done_words = models.CharField(_("how it went"), max_length=300, blank=True)
    given_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("recorded by")
    )
    given_at = models.DateTimeField(_("recorded at"))
    changed_at = models.DateTimeField(_("last said at"))
    told_at = models.DateTimeField(_("told up to"), null=True, blank=True)

    class Meta(AuthorityOwned.Meta):
        ordering = ["due_on", "pk"]
        verbose_name = _("action of a meeting")
        verbose_name_plural = _("actions of meetings")
        indexes = [
            models.Index(fields=["authority", "meeting"], name="meetings_actions_of"),
            models.Index(
                fields=["authority", "owner"],
                condition=models.Q(done_on__isnull=True),
                name="meetings_open_actions_at",
            ),
            models.Index(
                fields=["authority", "changed_at"],
                condition=models.Q(done_on__isnull=True)
                & (models.Q(told_at__isnull=True) | models.Q(told_at__lt=models.F("changed_at"))),
                name="meetings_actions_to_tell",
            ),
        ]

    def __str__(self) -> str:
        return self.what
