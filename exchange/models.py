"""A spreadsheet of collaborations, members and leaders that an
authority brings with it: shown first, then loaded.
"""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from core.models import AuthorityOwned, OwnedForeignKey
from documents.models import Upload, upload_state
from documents.rules import OPEN_UPLOADS


class SheetImport(Upload):
    """One upload: read and compared, then confirmed by a person and loaded, or put aside.

    One is open at a time.
    """

    state = upload_state(failed=_("Could not be read"))
    # Never an operator
    started_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("by")
    )

    #: What became of everything in the file (``core.reading.account.Account``).
    account = models.JSONField(default=dict)
    #: What is asked about it, in words, and the answers so far by the key of the question.
    questions = models.JSONField(default=list)
    choices = models.JSONField(default=dict)

    class Meta(Upload.Meta):
        verbose_name = _("spreadsheet of collaborations")
        verbose_name_plural = _("spreadsheets of collaborations")
        permissions = [("import_collaborations", "Can load collaborations from a spreadsheet")]
        constraints = [
            models.UniqueConstraint(
                fields=["authority"],
                condition=Q(state__in=sorted(OPEN_UPLOADS)),
                name="exchange_one_sheet_at_a_time",
            ),
        ]


class SheetLine(AuthorityOwned):
    """One line as it was understood, and what loading it would do."""

    class Result(models.TextChoices):
        NEW = "new", _("New")
        KNOWN = "known", _("Already here")
        REFUSED = "refused", _("Cannot be loaded")

    sheet = OwnedForeignKey(SheetImport, on_delete=models.CASCADE, related_name="lines")
    place = models.PositiveSmallIntegerField(_("place of the sheet"), default=0)
    tab = models.CharField(_("sheet"), max_length=200, blank=True)
    number = models.PositiveIntegerField(_("line"))
    kind = models.CharField(_("about"), max_length=20)
    result = models.CharField(_("result"), max_length=10, choices=Result)
    values = models.JSONField(default=dict)
    #: [{"column": …, "reason": …}] for a line that cannot be loaded, or the warnings of one that can.
    remarks = models.JSONField(default=list)

    class Meta(AuthorityOwned.Meta):
        ordering = ["place", "number", "kind", "pk"]
        indexes = [
            models.Index(
                fields=["authority", "sheet", "result", "place", "number"], name="exchange_lines_in_order"
            )
        ]

    def __str__(self) -> str:
        return f"{self.sheet}: {self.number}"
