"""Letters of a case: the authority's own templates, and what was written and sent (L3)."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from core.history import keep_history, only_added, person
from core.models import AuthorityOwned, OwnedForeignKey, OwnedOneToOneField
from documents.models import StoredFile
from leadership.models.cases import LeadershipCase
from leadership.rules.letters import LetterKind


class LetterTemplate(AuthorityOwned):
    """A version of the authority's words for one kind of letter; the newest counts. None: the shipped words."""

    kind = models.CharField(_("letter"), max_length=20, choices=LetterKind)
    subject = models.CharField(_("subject"), max_length=150)
    body = models.TextField(_("words"), max_length=8000)
    by = person(_("by"))
    at = models.DateTimeField(_("at"))

    class Meta(AuthorityOwned.Meta):
        ordering = ["kind", "-at", "-pk"]
        verbose_name = _("template of a letter")
        verbose_name_plural = _("templates of letters")
        indexes = [models.Index(fields=["authority", "kind", "-at"], name="leadership_templates_of")]
        triggers = [only_added(people=("by_id",))]

    def __str__(self) -> str:
        return f"{LetterKind(self.kind).label}: {self.subject}"


@keep_history()
class CaseLetter(AuthorityOwned):
    """A letter in a case. Until it is sent its words may change; what was sent stays, with its PDF."""

    case = OwnedForeignKey(LeadershipCase, on_delete=models.PROTECT, related_name="letters")
    kind = models.CharField(_("letter"), max_length=20, choices=LetterKind)
    subject = models.CharField(_("subject"), max_length=150)
    body = models.TextField(_("words"), max_length=8000)
    by = person(_("by"))
    at = models.DateTimeField(_("at"))
    sent_at = models.DateTimeField(_("sent at"), null=True, blank=True)
    sent_by = person(_("sent by"), null=True)
    file = OwnedOneToOneField(
        StoredFile, null=True, blank=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("file")
    )

    class Meta(AuthorityOwned.Meta):
        ordering = ["at", "pk"]
        verbose_name = _("letter of a case")
        verbose_name_plural = _("letters of a case")
        indexes = [models.Index(fields=["authority", "case"], name="leadership_letters_of")]
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "case", "kind"],
                condition=Q(sent_at=None),
                name="leadership_one_letter_being_written",
            ),
            models.CheckConstraint(
                condition=Q(sent_at=None, file=None) | Q(sent_at__isnull=False, file__isnull=False),
                name="leadership_letter_sent_with_file",
            ),
        ]

    def __str__(self) -> str:
        return self.subject
