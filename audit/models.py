"""The audit log: insert-only for the application's database role."""

from __future__ import annotations

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils.translation import gettext_lazy as _

from audit.rules.actions import action_choices
from core.models import AuthorityOwned


class Entry(AuthorityOwned):
    """Who did what, when, about which object, in words. Written in the transaction of the deed itself."""

    at = models.DateTimeField(_("when"), db_index=False)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("who")
    )
    by_name = models.CharField(_("name at the time"), max_length=150)
    action = models.CharField(_("what"), max_length=40, choices=action_choices)
    about_type = models.CharField(max_length=60)
    about_id = models.BigIntegerField(null=True)
    about_name = models.CharField(_("about"), max_length=300)
    sentence = models.TextField(_("in words"))
    facts = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    is_confidential = models.BooleanField(
        default=False, help_text=_("About a leadership case: shown only to those who may see that case.")
    )

    class Meta(AuthorityOwned.Meta):
        ordering = ["-at", "-pk"]
        verbose_name = _("audit entry")
        verbose_name_plural = _("audit log")
        indexes = [
            models.Index(fields=["authority", "-at", "-id"], name="audit_entry_newest"),
            models.Index(fields=["authority", "about_type", "about_id", "-at"], name="audit_entry_about"),
        ]

    def __str__(self) -> str:
        return f"{self.by_name} {self.sentence}"


class Seal(AuthorityOwned):
    """A link of the chain: one SHA-256 over the entries since the last seal and that seal's own value."""

    at = models.DateTimeField()
    first_entry_id = models.BigIntegerField()
    last_entry_id = models.BigIntegerField()
    entries = models.IntegerField()
    previous = models.CharField(max_length=64, blank=True)
    #: What of an entry the value covers (audit.services.DIGESTS). Seals older than this column are of version
    #: 1.
    digest_version = models.PositiveSmallIntegerField(default=1, db_default=1)
    value = models.CharField(max_length=64)

    class Meta(AuthorityOwned.Meta):
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["authority", "last_entry_id"], name="audit_seal_once")]

    def __str__(self) -> str:
        return f"Seal {self.pk}: {self.value[:12]}"
