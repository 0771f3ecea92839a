"""Long work, so that people can see how far it is."""

from __future__ import annotations

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.models import AuthorityOwned
from documents.rules import State

STATES = {
    State.QUEUED: _("Waiting to start"),
    State.RUNNING: _("Running"),
    State.DONE: _("Done"),
    State.FAILED: _("Failed"),
    State.CANCELLED: _("Stopped"),
}


class Job(AuthorityOwned):
    """One piece of long work: what it is, how far, how it ended."""

    State = State

    kind = models.CharField(_("kind"), max_length=60)
    title = models.CharField(_("title"), max_length=200)
    state = models.CharField(
        _("state"), max_length=10, choices=[(state.value, words) for state, words in STATES.items()], default=State.QUEUED
    )
    done = models.BigIntegerField(_("done"), default=0)
    total = models.BigIntegerField(_("of"), default=0, help_text=_("0 when nobody knows yet."))
    message = models.CharField(_("now"), max_length=300, blank=True)
    log = models.TextField(_("log"), blank=True)
    result = models.JSONField(_("result"), default=dict, blank=True, encoder=DjangoJSONEncoder)
    url = models.CharField(
        _("address"), max_length=300, blank=True, help_text=_("Where to read what the job is about, without the authority.")
    )
    started_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("who")
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
