"""Files that an authority keeps, jobs, what uploads have in common, exports that were asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from core.exports.sheets import FORMATS
from core.models import AuthorityOwned, OwnedForeignKey, OwnedOneToOneField
from documents.rules import State, UploadState

if TYPE_CHECKING:
    from accounts.models import User

STATES = {
    State.QUEUED: _("Waiting to start"),
    State.RUNNING: _("Running"),
    State.DONE: _("Done"),
    State.FAILED: _("Failed"),
    State.CANCELLED: _("Stopped"),
}


class Backup(models.Model):
    """A backup of the whole service that ended well. Written by the backup itself (deploy/backup.sh)."""

    ended_at = models.DateTimeField()
    name = models.CharField(max_length=40)
    size = models.BigIntegerField(help_text=_("In bytes."))

    class Meta:
        ordering = ["-ended_at"]

    def __str__(self) -> str:
        return self.name


class Job(AuthorityOwned):
    """One piece of long work: what it is, how far, how it ended."""

    State = State

    kind = models.CharField(_("kind"), max_length=60)
    title = models.CharField(_("title"), max_length=200)
    state = models.CharField(
        _("state"),
        max_length=10,
        choices=[(state.value, words) for state, words in STATES.items()],
        default=State.QUEUED,
    )
    done = models.BigIntegerField(_("done"), default=0)
    total = models.BigIntegerField(_("of"), default=0, help_text=_("0 when nobody knows yet."))
    message = models.CharField(_("now"), max_length=300, blank=True)
    log = models.TextField(_("log"), blank=True)
    result = models.JSONField(_("result"), default=dict, blank=True, encoder=DjangoJSONEncoder)
    url = models.CharField(
        _("address"),
        max_length=300,
        blank=True,
        help_text=_("Where to read what the job is about, without the authority."),
    )
    started_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("who"),
    )
    created_at = models.DateTimeField(_("asked for"))
    started_at = models.DateTimeField(_("started"), null=True, blank=True)
    ended_at = models.DateTimeField(_("ended"), null=True, blank=True)

    class Meta(AuthorityOwned.Meta):
        ordering = ["-created_at", "-pk"]
        verbose_name = _("job")
        verbose_name_plural = _("jobs")
        indexes = [models.Index(fields=["authority", "-created_at", "-id"], name="documents_job_newest")]

    def __str__(self) -> str:
        return self.title


class StoredFile(AuthorityOwned):
    """A file outside the web root.

    ``storage_key`` is where the storage holds it; ``purpose`` decides who may read it (core.files).
    """

    name = models.CharField(_("name"), max_length=200)
    content_type = models.CharField(_("kind"), max_length=100)
    size = models.BigIntegerField(_("size in bytes"))
    sha256 = models.CharField("SHA-256", max_length=64)
    storage_key = models.CharField(max_length=200, editable=False)
    purpose = models.CharField(_("purpose"), max_length=40)
    fingerprint = models.CharField(
        max_length=64,
        blank=True,
        editable=False,
        help_text=_("Of a file we made: a hash of everything it was made from."),
    )
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("who"),
    )
    uploaded_at = models.DateTimeField(_("when"))

    class Meta(AuthorityOwned.Meta):
        ordering = ["-uploaded_at", "-pk"]
        verbose_name = _("file")
        verbose_name_plural = _("files")
        constraints = [
            models.UniqueConstraint(fields=["authority", "storage_key"], name="documents_file_key_once"),
            models.UniqueConstraint(
                fields=["authority", "purpose", "fingerprint"],
                condition=~Q(fingerprint=""),
                name="documents_file_made_once",
            ),
        ]

    def __str__(self) -> str:
        return self.name


def upload_state(**labels: Any) -> Any:
    """The field of an upload's state, with the subject's own words for some:

    ``reading=_("Being compared")``.
    """
    choices = [(state.value, labels.get(state.value, state.label)) for state in UploadState]
    return models.CharField(_("state"), max_length=12, choices=choices, default=UploadState.READING)


def state_choices(model: type[Upload]) -> list[tuple[str, Any]]:
    """The states of a subject's uploads with its own words: lists filter by what their rows say."""
    return list(model._meta.get_field("state").choices or ())


class Upload(AuthorityOwned):
    """What an upload is, whatever its subject.

    ``documents.services.uploads`` moves it along the table of ``documents.rules``.

    What a person confirmed is what is loaded: ``digest`` is a SHA-256 over what was shown
    (docs/decisions/0007).
    """

    State = UploadState

    file = OwnedForeignKey(
        StoredFile, null=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("file")
    )
    file_name = models.CharField(_("file"), max_length=200)
    state = upload_state()
    counts = models.JSONField(default=dict)
    digest = models.CharField(max_length=64, blank=True, editable=False)
    problem = models.TextField(_("problem"), blank=True)
    job = OwnedForeignKey(Job, null=True, on_delete=models.PROTECT, related_name="+")
    started_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("by")
    )
    started_at = models.DateTimeField(_("uploaded at"))
    loaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    loaded_at = models.DateTimeField(_("loaded at"), null=True)

    class Meta(AuthorityOwned.Meta):
        abstract = True
        ordering = ["-started_at", "-pk"]

    def __str__(self) -> str:
        return self.file_name

    @property
    def worked_for(self) -> User | None:
        """Whose work it is: whoever confirmed the load, or uploaded the file."""
        return self.loaded_by or self.started_by


class ExportRun(AuthorityOwned):
    """Somebody asked for an export: which one, in which format, with
    which filters, and the file that came of it.
    """

    identifier = models.CharField(_("export"), max_length=60)
    title = models.CharField(_("title"), max_length=200)
    format = models.CharField(
        _("format"), max_length=10, choices=[(key.value, facts.title) for key, facts in FORMATS.items()]
    )
    filters = models.JSONField(_("filters"), default=dict)
    #: Names of the columns that the person had chosen on the list; without any the sheet has all of them.
    columns = models.JSONField(_("columns"), default=list, db_default=[], editable=False)
    file = OwnedOneToOneField(
        StoredFile, null=True, blank=True, on_delete=models.SET_NULL, related_name="export_run"
    )
    job = OwnedOneToOneField(Job, on_delete=models.CASCADE, related_name="export_run")
    requested_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("who")
    )
    requested_at = models.DateTimeField(_("when"))

    class Meta(AuthorityOwned.Meta):
        ordering = ["-requested_at", "-pk"]
        verbose_name = _("export")
        verbose_name_plural = _("exports")
        indexes = [
            models.Index(fields=["authority", "requested_by", "-requested_at"], name="documents_export_mine")
        ]

    def __str__(self) -> str:
        return self.title


class OutboxMessage(models.Model):
    """A task to be sent.

    Not behind row-level security on purpose: the relay serves every authority, so it holds ids only.
    """

    authority_id = models.BigIntegerField()
    task = models.CharField(max_length=120)
    ids = models.JSONField(default=dict)
    created_at = models.DateTimeField(auto_now_add=True)
    sent_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("message to be sent")
        verbose_name_plural = _("messages to be sent")
        ordering = ["pk"]
        indexes = [
            models.Index(fields=["id"], name="documents_outbox_unsent", condition=Q(sent_at__isnull=True))
        ]

    def __str__(self) -> str:
        return f"{self.purpose} {self.pk}"

    @property
    def purpose(self) -> str:
        """The name of the task, or of the kind of email where the task sends one."""
        return self.ids.get("kind", self.task)


class SentEmail(AuthorityOwned):
    """That an email of this authority went to one of its people, or that the mail server refused the address.

    Only what the page of the person says of it. Emails about concerns and cases are never noted here
    (``core.emails.Email.is_noted``).
    """

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+", verbose_name=_("to")
    )
    kind = models.CharField(_("kind"), max_length=80)
    subject = models.CharField(_("subject"), max_length=250)
    reference = models.CharField(max_length=200)
    at = models.DateTimeField(_("when"))
    was_refused = models.BooleanField(_("refused by the mail server"), default=False)

    class Meta(AuthorityOwned.Meta):
        ordering = ["-at", "-pk"]
        verbose_name = _("email sent")
        verbose_name_plural = _("emails sent")
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "person", "kind", "reference"], name="documents_sent_email_once"
            )
        ]
        indexes = [models.Index(fields=["authority", "person", "-at"], name="documents_emails_of_person")]

    def __str__(self) -> str:
        return self.subject


class KeptList(AuthorityOwned):
    """How a person left a list (``name`` is empty then), or a list with filters that they saved under a name.

    A preference, not a fact of the authority: it is gone when the person has nothing to do here any more.
    ``query`` is that of the list's address, read by its filters whenever it is opened.
    """

    MAX_QUERY = 1000

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+", verbose_name=_("who")
    )
    list_name = models.CharField(_("list"), max_length=100)
    name = models.CharField(_("name"), max_length=60, blank=True)
    query = models.CharField(_("filters"), max_length=MAX_QUERY, blank=True)
    for_team = models.BooleanField(_("for the team"), default=False)
    columns = models.JSONField(_("columns"), default=list)
    size = models.PositiveSmallIntegerField(_("rows of a page"), default=0)
    kept_at = models.DateTimeField(_("when"))

    class Meta(AuthorityOwned.Meta):
        ordering = ["-kept_at", "-pk"]
        verbose_name = _("saved list")
        verbose_name_plural = _("saved lists")
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "list_name", "person", "name"], name="documents_kept_list_once"
            )
        ]

    def __str__(self) -> str:
        return self.name or self.list_name


class Selection(AuthorityOwned):
    """The rows that a person ticked on a list, for the page that does something with them; kept for an hour.

    An address would hold a hundred of them, and would be kept in logs and histories.
    """

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+", verbose_name=_("who")
    )
    ids = models.JSONField(_("rows"), default=list)
    made_at = models.DateTimeField(_("when"))

    class Meta(AuthorityOwned.Meta):
        ordering = ["-made_at", "-pk"]
        verbose_name = _("selection")
        verbose_name_plural = _("selections")
        indexes = [models.Index(fields=["authority", "made_at"], name="documents_selection_made")]

    def __str__(self) -> str:
        return str(self.pk)
