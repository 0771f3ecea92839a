"""S8: that finance has closed a period: nothing is begun or changed in it until a second person opens it again."""

from __future__ import annotations

import pgtrigger
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from core.history import REFUSED, only_added, person
from core.models import AuthorityOwned, OwnedForeignKey
from supplement.models.parts import SchemePeriod


class PeriodClosing(AuthorityOwned):
    """One closing of a period, and its end. ``left``: what was still open then, by `rules.closing.Open`."""

    period = OwnedForeignKey(
        SchemePeriod, on_delete=models.PROTECT, related_name="closings", verbose_name=_("period")
    )
    closed_by = person(_("closed by"))
    closed_at = models.DateTimeField(_("closed at"))
    words = models.TextField(_("why it is closed as it is"), max_length=1000, blank=True)
    left = models.JSONField(_("still open"), default=dict)
    reopened_by = person(_("opened again by"), null=True)
    reopened_at = models.DateTimeField(_("opened again at"), null=True, blank=True)
    reopened_words = models.TextField(_("why it is opened again"), max_length=1000, blank=True)

    class Meta(AuthorityOwned.Meta):
        ordering = ["-closed_at", "-pk"]
        verbose_name = _("closing of a period")
        verbose_name_plural = _("closings of periods")
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "period"], condition=Q(reopened_at=None), name="supplement_closed_once"
            ),
            models.CheckConstraint(
                condition=Q(reopened_at=None, reopened_by=None, reopened_words="")
                | Q(reopened_at__isnull=False, reopened_by__isnull=False) & ~Q(reopened_words=""),
                name="supplement_reopened_with_a_reason",
            ),
        ]
        triggers = [
            only_added(people=("closed_by_id", "reopened_by_id"), also=("reopened_at", "reopened_words")),
            pgtrigger.Trigger(
                name="reopened_by_another",
                when=pgtrigger.Before,
                operation=pgtrigger.Update,
                func=f"""
                    IF OLD.reopened_at IS NOT NULL AND (OLD.reopened_at, OLD.reopened_words)
                       IS DISTINCT FROM (NEW.reopened_at, NEW.reopened_words)
                    THEN RAISE EXCEPTION 'a period is opened again once' {REFUSED} END IF;
                    IF OLD.reopened_at IS NULL AND NEW.reopened_at IS NOT NULL
                       AND NEW.reopened_by_id IS NOT DISTINCT FROM NEW.closed_by_id
                    THEN RAISE EXCEPTION 'who closed a period does not open it again' {REFUSED} END IF;
                    RETURN NEW;
                """,
            ),
        ]

    def __str__(self) -> str:
        return str(self.period)
