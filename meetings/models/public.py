"""What a group lets anybody read of its next meeting."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from collaborations.models import Collaboration
from core.models import AuthorityOwned, OwnedOneToOneField
from meetings.rules.public import Shown


class PublicMeetings(AuthorityOwned):
    """The choice of one group, and who made it. Without a row nothing is shown."""

    Shown = Shown

    collaboration = OwnedOneToOneField(
        Collaboration,
        on_delete=models.PROTECT,
        related_name="public_meetings",
        verbose_name=_("collaboration"),
    )
    shown = models.CharField(_("on the public page"), max_length=8, choices=Shown, default=Shown.NOTHING)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("by")
    )
    at = models.DateTimeField(_("chosen at"))

    class Meta(AuthorityOwned.Meta):
        verbose_name = _("meetings on the public page")
        verbose_name_plural = _("meetings on the public page")

    def __str__(self) -> str:
        return f"{self.collaboration}: {self.get_shown_display()}"
