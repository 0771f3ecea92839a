"""Documents that a group shares. Who may open one: ``library.selectors.documents_seen``."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from collaborations.models import Collaboration
from core.history import keep_history
from core.models import AuthorityOwned, OwnedForeignKey
from documents.models import StoredFile


@keep_history()
class GroupDocument(AuthorityOwned):
    """A document of a collaboration. Its files are its versions; the newest is the one that people open.

    In the audit log, which more people read than may know of the document, it is a number: see ``__str__``
    and decision 0013.
    """

    class Audience(models.TextChoices):
        GROUP = "group", _("Everybody in the group")
        LEADERS = "leaders", _("The leaders")
        NAMED = "named", _("People you name")

    collaboration = OwnedForeignKey(
        Collaboration, on_delete=models.PROTECT, related_name="documents", verbose_name=_("collaboration")
    )
    title = models.CharField(_("title"), max_length=150)
    audience = models.CharField(_("who may open it"), max_length=10, choices=Audience, default=Audience.GROUP)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("owner")
    )
    copyright_note = models.CharField(_("copyright"), max_length=300, blank=True)
    review_on = models.DateField(_("look at it again on"), null=True, blank=True)
    removed_at = models.DateTimeField(_("removed at"), null=True, blank=True)

    class Meta(AuthorityOwned.Meta):
        ordering = ["title__in_order", "pk"]
        verbose_name = _("document of a group")
        verbose_name_plural = _("documents of groups")
        indexes = [models.Index(fields=["authority", "collaboration", "title"], name="library_documents_of")]

    def __str__(self) -> str:
        return f"no. {self.pk}"


class DocumentVersion(AuthorityOwned):
    """One file of a document. Rows are only added."""

    document = OwnedForeignKey(GroupDocument, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField(_("version"))
    file = OwnedForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("added by")
    )
    added_at = models.DateTimeField(_("added at"))

    class Meta(AuthorityOwned.Meta):
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "document", "number"], name="library_document_version_once"
            )
        ]
        indexes = [models.Index(fields=["authority", "file"], name="library_version_of_file")]

    def __str__(self) -> str:
        return f"{self.document_id}: {self.number}"


class DocumentReader(AuthorityOwned):
    """Somebody who is named as a reader, ``[starts_on, ends_on)``."""

    document = OwnedForeignKey(GroupDocument, on_delete=models.CASCADE, related_name="readers")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    starts_on = models.DateField()
    ends_on = models.DateField(null=True)

    class Meta(AuthorityOwned.Meta):
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")), name="library_reader_ends"
            ),
            models.UniqueConstraint(
                fields=["authority", "document", "user"],
                condition=Q(ends_on__isnull=True),
                name="library_reader_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user_id}"


class DocumentOpening(AuthorityOwned):
    """That somebody opened a version. Rows are only added."""

    version = OwnedForeignKey(DocumentVersion, on_delete=models.CASCADE, related_name="openings")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta(AuthorityOwned.Meta):
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["authority", "version", "-at"], name="library_openings_of")]

    def __str__(self) -> str:
        return f"{self.version_id} {self.at}"


class LibraryVisit(AuthorityOwned):
    """When somebody looked at a group's documents last, and when before that: what has come since is new.

    Looks that follow one another within an hour are one visit.
    """

    collaboration = OwnedForeignKey(Collaboration, on_delete=models.CASCADE, related_name="+")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField()
    before = models.DateTimeField(null=True)

    class Meta(AuthorityOwned.Meta):
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["authority", "collaboration", "user"], name="library_visit_once")
        ]

    def __str__(self) -> str:
        return f"{self.user_id} {self.at}"
