"""Guests: invited once, for one item of one meeting (G3)."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.models import AuthorityOwned, OwnedForeignKey
from meetings.models.agenda import AgendaItem


class Guest(AuthorityOwned):
    """Somebody who sees one item and its papers by a link, until it ends or is taken back. Nothing else,
    ever.
    """

    item = OwnedForeignKey(AgendaItem, on_delete=models.PROTECT, related_name="guests")
    name = models.CharField(_("name"), max_length=120)
    email = models.EmailField(_("email address"))
    words = models.CharField(_("why you invite them"), max_length=300, blank=True)
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("invited by")
    )
    invited_at = models.DateTimeField(_("invited at"))
    #: The link opens until then, unless it is taken back before.
    opens_until = models.DateTimeField(_("the link opens until"))
    withdrawn_at = models.DateTimeField(_("taken back at"), null=True, blank=True)
    answered_at = models.DateTimeField(_("answered at"), null=True, blank=True)
    word = models.CharField(
        _("coming"), max_length=8, blank=True, choices=[("yes", _("Comes")), ("no", _("Cannot come"))]
    )

    class Meta(AuthorityOwned.Meta):
        ordering = ["invited_at", "pk"]
        verbose_name = _("guest")
        verbose_name_plural = _("guests")
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "item", "email"],
                condition=models.Q(withdrawn_at__isnull=True),
                name="meetings_guest_once",
            )
        ]

    def __str__(self) -> str:
        return self.name
