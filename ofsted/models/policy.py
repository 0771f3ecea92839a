"""The leading policy (O5): a dated, versioned table that each authority adopts."""

from __future__ import annotations

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from core.history import keep_history
from core.models import AuthorityOwned


@keep_history()
class LeadingPolicy(AuthorityOwned):
    """One version: which judgement lets a setting's people lead. Adopted versions never change; past decisions keep theirs.

    ``cells`` holds what differs from nothing: ``{"<group>.<area>.<judgement>": "may_lead" | "officer_decides" | "below_line"}``
    as ofsted.rules.policy reads it.
    """

    class State(models.TextChoices):
        DRAFT = "draft", _("Draft")
        ADOPTED = "adopted", _("Adopted")

    version = models.PositiveIntegerField(_("version"))
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.DRAFT)
    cells = models.JSONField(_("table"))
    note = models.TextField(_("what changed and why"), blank=True)
    starts_on = models.DateField(_("in force from"), null=True, blank=True)
    adopted_at = models.DateTimeField(_("adopted at"), null=True, editable=False)
    adopted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+", editable=False, verbose_name=_("adopted by")
    )
    edits = models.PositiveIntegerField(default=0, editable=False)

    class Meta(AuthorityOwned.Meta):
        ordering = ["-version"]
        verbose_name = _("leading policy")
        verbose_name_plural = _("leading policy")
        permissions = [("adopt_leadingpolicy", "Can adopt a version of the leading policy")]
        constraints = [
            models.UniqueConstraint(fields=["authority", "version"], name="ofsted_policy_version_once"),
            models.UniqueConstraint(fields=["authority"], condition=Q(state="draft"), name="ofsted_policy_one_draft"),
            models.CheckConstraint(condition=Q(state="draft") | Q(starts_on__isnull=False), name="ofsted_policy_adopted_from"),
        ]
        triggers = [
            pgtrigger.Protect(
                name="adopted_stays", operation=pgtrigger.Update | pgtrigger.Delete, condition=pgtrigger.Q(old__state="adopted")
            )
        ]

    def __str__(self) -> str:
        return str(_("Leading policy, version %(version)s") % {"version": self.version})
