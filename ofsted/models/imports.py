"""Loads of Ofsted's file: the run, and what it plans or did row by row (O7)."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.models import AuthorityOwned, OwnedForeignKey, authority_key
from documents.models import Job, StoredFile


class RegisterName(AuthorityOwned):
    """A name under which Ofsted's file lists this authority: it has no code, and eight names differ from the Department's."""

    name = models.CharField(_("name in Ofsted's file"), max_length=100)

    class Meta(AuthorityOwned.Meta):
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["authority", "name"], name="ofsted_register_name_once")]

    def __str__(self) -> str:
        return self.name


class ImportRun(AuthorityOwned):
    """One file compared with the register, and loaded if an officer confirms. The preview and the load are one plan: its digest must agree."""

    class State(models.TextChoices):
        COMPARING = "comparing", _("Being compared")
        READY = "ready", _("Ready to check")
        LOADING = "loading", _("Being loaded")
        LOADED = "loaded", _("Loaded")
        FAILED = "failed", _("Could not be loaded")
        DISCARDED = "discarded", _("Put aside")

    file = OwnedForeignKey(StoredFile, null=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("file"))
    file_name = models.CharField(_("file"), max_length=200)
    file_sha256 = models.CharField(max_length=64)
    layout = models.CharField(_("layout"), max_length=40, blank=True)
    listed_on = models.DateField(_("state of the register on"), null=True, blank=True)
    state = models.CharField(_("state"), max_length=12, choices=State, default=State.COMPARING)
    counts = models.JSONField(default=dict)
    others = models.JSONField(default=dict)  # rows of other authorities, by their name in the file
    plan_digest = models.CharField(max_length=64, blank=True)
    #: What the staging tables hold of this run, and of what it was compared with: None when its file has to be read again.
    staged = models.JSONField(null=True)
    problem = models.TextField(blank=True)
    job = OwnedForeignKey(Job, null=True, on_delete=models.SET_NULL, related_name="+")
    started_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("by"))
    started_at = models.DateTimeField(_("uploaded at"))
    loaded_at = models.DateTimeField(_("loaded at"), null=True)
    loaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta(AuthorityOwned.Meta):
        ordering = ["-started_at", "-pk"]
        verbose_name = _("load of Ofsted's file")
        verbose_name_plural = _("loads of Ofsted's file")
        permissions = [("import_register", "Can load Ofsted's file into the register")]
        indexes = [models.Index(fields=["authority", "-started_at"], name="ofsted_run_newest")]

    def __str__(self) -> str:
        return self.file_name


class PlannedRow(AuthorityOwned):
    """What a run does, or did, to one row. Unchanged rows are counted, not kept."""

    class Kind(models.TextChoices):
        NEW = "new", _("New")
        CHANGED = "changed", _("Changed")
        VANISHED = "vanished", _("No longer listed")
        REJECTED = "rejected", _("Rejected")

    authority = authority_key(db_constraint=False)
    run = OwnedForeignKey(ImportRun, on_delete=models.CASCADE, related_name="rows", db_index=False)
    kind = models.CharField(max_length=10, choices=Kind)
    line = models.PositiveIntegerField(_("line"), null=True)
    urn = models.CharField(_("URN"), max_length=40, blank=True)
    name = models.CharField(_("setting"), max_length=255, blank=True)
    differences = models.JSONField(default=list)  # [[field, before, after], …]
    column = models.CharField(_("column"), max_length=120, blank=True)
    value = models.CharField(_("value"), max_length=300, blank=True)
    reason = models.CharField(_("reason"), max_length=300, blank=True)

    class Meta(AuthorityOwned.Meta):
        ordering = ["line", "pk"]
        verbose_name = _("row of a load")
        verbose_name_plural = _("rows of a load")
        indexes = [
            models.Index(fields=["authority", "run", "kind", "line"], name="ofsted_planned_of_run"),
            models.Index(fields=["authority", "urn", "-id"], name="ofsted_planned_of_urn"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.name or self.urn}"
