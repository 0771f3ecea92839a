"""Messages to the broker that may not be lost: rows written in the transaction of the change they follow from."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class OutboxMessage(models.Model):
    """A task to be sent. Not behind row-level security on purpose: the relay serves every authority, so it holds ids only."""

    authority_id = models.BigIntegerField()
    task = models.CharField(max_length=120)
    ids = models.JSONField(default=dict)
    created_at = models.DateTimeField(auto_now_add=True)
    sent_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("message to be sent")
        verbose_name_plural = _("messages to be sent")
        ordering = ["pk"]
        indexes = [models.Index(fields=["id"], name="documents_outbox_unsent", condition=Q(sent_at__isnull=True))]

    def __str__(self) -> str:
        return f"{self.task} {self.pk}"
