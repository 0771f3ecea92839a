"""S8, S11: what the finance system answered about the payments of a run: a file, as it was read."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from core.history import only_added, person
from core.models import AuthorityOwned, OwnedForeignKey, OwnedOneToOneField
from documents.models import StoredFile
from supplement.models.runs import Run


class PaymentAnswers(AuthorityOwned):
    """One answer file. ``lines``: each line as it was read, whether it could be understood or not. Only
    added; that it was applied is filled in later. The same bytes are kept once a run (``digest``).
    """

    run = OwnedForeignKey(Run, on_delete=models.PROTECT, related_name="answers", verbose_name=_("run"))
    file = OwnedOneToOneField(StoredFile, on_delete=models.PROTECT, related_name="+", verbose_name=_("file"))
    name = models.CharField(_("name of the file"), max_length=200)
    digest = models.CharField("SHA-256", max_length=64)
    lines = models.JSONField(_("lines"), default=list)
    uploaded_by = person(_("uploaded by"))
    uploaded_at = models.DateTimeField(_("uploaded at"))
    applied_by = person(_("recorded by"), null=True)
    applied_at = models.DateTimeField(_("recorded at"), null=True, blank=True)

    class Meta(AuthorityOwned.Meta):
        ordering = ["-uploaded_at", "-pk"]
        verbose_name = _("answer of the finance system")
        verbose_name_plural = _("answers of the finance system")
        constraints = [
            models.UniqueConstraint(fields=["authority", "run", "digest"], name="supplement_same_answer_once")
        ]
        triggers = [only_added(people=("uploaded_by_id", "applied_by_id"), also=("applied_at",))]

    def __str__(self) -> str:
        return self.name
