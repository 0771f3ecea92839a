"""A spreadsheet of collaborations, members and leaders that an authority brings with it: shown first, then loaded."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from core.models import AuthorityOwned, OwnedForeignKey
from documents.models import Job, StoredFile


class SheetImport(AuthorityOwned):
    """One upload: read and compared, then confirmed by a person and loaded, or put aside. One is open at a time."""

    class State(models.TextChoices):
        READING = "reading", _("Being read")
        READY = "ready", _("Ready to be checked")
        LOADING = "loading", _("Being loaded")
        LOADED = "loaded", _("Loaded")
        DISCARDED = "discarded", _("Put aside")
        FAILED = "failed", _("Could not be read")

    file = OwnedForeignKey(StoredFile, null=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("file"))
    file_name = models.CharField(_("file"), max_length=200)
    state = models.CharField(_("state"), max_length=12, choices=State, default=State.READING)
    counts = models.JSONField(default=dict)
    #: SHA-256 over the lines as they were shown: what a person confirmed is what is loaded.
    digest = models.CharField(max_length=64, blank=True, editable=False)
    problem = models.TextField(_("problem"), blank=True)
    job = OwnedForeignKey(Job, null=True, on_delete=models.PROTECT, related_name="+")
    started_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("who"))
    started_at = models.DateTimeField(_("when"))
    loaded_at = models.DateTimeField(_("loaded at"), null=True, blank=True)

    class Meta(AuthorityOwned.Meta):
        ordering = ["-started_at", "-pk"]
        verbose_name = _("spreadsheet of collaborations")
        verbose_name_plural = _("spreadsheets of collaborations")
        permissions = [("import_collaborations", "Can load collaborations from a spreadsheet")]
        constraints = [
            models.UniqueConstraint(
                fields=["authority"], condition=Q(state__in=["reading", "ready", "loading"]), name="exchange_one_sheet_at_a_time"
            )
        ]

    def __str__(self) -> str:
        return self.file_name


class SheetLine(AuthorityOwned):
    """One line as it was understood, and what loading it would do."""

    class Result(models.TextChoices):
        NEW = "new", _("New")
        KNOWN = "known", _("Already here")
        REFUSED = "refused", _("Cannot be loaded")

    sheet = OwnedForeignKey(SheetImport, on_delete=models.CASCADE, related_name="lines")
    number = models.PositiveIntegerField(_("line"))
    kind = models.CharField(_("about"), max_length=20)
    result = models.CharField(_("result"), max_length=10, choices=Result)
    values = models.JSONField(default=dict)
    #: [{"column": …, "reason": …}] for a line that cannot be loaded, or the warnings of one that can.
    remarks = models.JSONField(default=list)

    class Meta(AuthorityOwned.Meta):
        ordering = ["number", "kind", "pk"]
        indexes = [models.Index(fields=["authority", "sheet", "result", "number"], name="exchange_lines_of")]

    def __str__(self) -> str:
        return f"{self.sheet}: {self.number}"
