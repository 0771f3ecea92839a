"""The agenda of a meeting: items, papers, and when they were sent."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.history import keep_history
from core.models import AuthorityOwned, OwnedForeignKey
from documents.models import StoredFile
from meetings.models.planning import Meeting
from providers.models import Provider


@keep_history()
class AgendaItem(AuthorityOwned):
    """One item: proposed by a member (G1), or put there by who runs the group.

    ``carried_from``: the item of an earlier meeting that was not reached there.
    """

    class State(models.TextChoices):
        PROPOSED = "proposed", _("Proposed")
        ON_AGENDA = "on_agenda", _("On the agenda")
        DECLINED = "declined", _("Not this time")

    class Purpose(models.TextChoices):
        INFORMATION = "information", _("To hear of something")
        DISCUSSION = "discussion", _("To talk about something")
        DECISION = "decision", _("To decide something")

    meeting = OwnedForeignKey(Meeting, on_delete=models.CASCADE, related_name="items")
    position = models.PositiveSmallIntegerField(default=0)
    title = models.CharField(_("title"), max_length=150)
    purpose = models.CharField(
        _("what it is for"), max_length=12, choices=Purpose, default=Purpose.DISCUSSION
    )
    words = models.TextField(_("what it is about"), blank=True)
    minutes = models.PositiveSmallIntegerField(_("minutes"), default=10)
    presented_by = models.CharField(_("who leads it"), max_length=120, blank=True)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.ON_AGENDA)
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("proposed by"),
    )
    proposed_for = OwnedForeignKey(
        Provider,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("for the setting"),
    )
    proposed_at = models.DateTimeField(_("proposed at"), null=True, blank=True)
    answer = models.CharField(_("answer to who proposed it"), max_length=300, blank=True)
    is_standing = models.BooleanField(_("on every agenda"), default=False)
    carried_from = OwnedForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="carried_to",
        verbose_name=_("carried over"),
    )
    was_reached = models.BooleanField(_("was reached"), default=True)

    class Meta(AuthorityOwned.Meta):
        ordering = ["position", "pk"]
        verbose_name = _("item of an agenda")
        verbose_name_plural = _("items of agendas")
        indexes = [models.Index(fields=["authority", "meeting", "position"], name="meetings_items_of")]
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "meeting", "carried_from"],
                condition=models.Q(carried_from__isnull=False),
                name="meetings_carried_once",
            )
        ]

    def __str__(self) -> str:
        return self.title


class Paper(AuthorityOwned):
    """A file for a meeting, for one of its items or for all of it. Never deleted: removed, or replaced by
    another.
    """

    meeting = OwnedForeignKey(Meeting, on_delete=models.CASCADE, related_name="papers")
    item = OwnedForeignKey(
        AgendaItem,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="papers",
        verbose_name=_("item"),
    )
    title = models.CharField(_("title"), max_length=150)
    file = OwnedForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("added by")
    )
    added_at = models.DateTimeField(_("added at"))
    replaces = OwnedForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="replaced_by"
    )
    removed_at = models.DateTimeField(_("removed at"), null=True, blank=True)

    class Meta(AuthorityOwned.Meta):
        ordering = ["added_at", "pk"]
        verbose_name = _("paper")
        verbose_name_plural = _("papers")
        indexes = [
            models.Index(fields=["authority", "meeting"], name="meetings_papers_of"),
            models.Index(fields=["authority", "file"], name="meetings_paper_of_file"),
        ]

    def __str__(self) -> str:
        return self.title


class PapersSent(AuthorityOwned):
    """That agenda and papers went out, and what they were then: the next sending says what has changed. Only
    added.

    ``days_late``: days after the day that was agreed (G2); nought where they were in time or none was agreed.
    """

    meeting = OwnedForeignKey(Meeting, on_delete=models.CASCADE, related_name="sendings")
    at = models.DateTimeField(_("sent at"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("by")
    )
    days_late = models.PositiveSmallIntegerField(default=0)
    #: ``{"items": [[id, title, minutes], …], "papers": {id: title, …}}``
    contents = models.JSONField(default=dict)

    class Meta(AuthorityOwned.Meta):
        ordering = ["at", "pk"]
        verbose_name = _("sending of papers")
        verbose_name_plural = _("sendings of papers")
        indexes = [models.Index(fields=["authority", "meeting", "at"], name="meetings_sendings_of")]

    def __str__(self) -> str:
        return f"{self.meeting}: {self.at}"
