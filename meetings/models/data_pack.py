"""That the data pack of a Leaders' Day is shared with the leaders who come (L4)."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.models import AuthorityOwned, OwnedOneToOneField
from meetings.models.events import Event


class SharedDataPack(AuthorityOwned):
    """While the row is there, leaders who have a place or came read the pack, as at its day. The pack itself
    is counted when it is opened; nothing of it is kept.
    """

    event = OwnedOneToOneField(Event, on_delete=models.CASCADE, related_name="data_pack")
    as_at = models.DateField(_("as at"))
    shared_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("shared by")
    )
    shared_at = models.DateTimeField(_("shared at"))

    class Meta(AuthorityOwned.Meta):
        ordering = ["pk"]
        verbose_name = _("shared data pack")
        verbose_name_plural = _("shared data packs")

    def __str__(self) -> str:
        return f"{self.event}: {self.as_at}"
