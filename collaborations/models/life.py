"""The life of a collaboration (C1): each move from state to state, its first meeting, and what it came from (C4)."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from collaborations.models.collaboration import Collaboration
from core.history import keep_history
from core.models import AuthorityOwned, OwnedForeignKey, OwnedOneToOneField


class StateChange(AuthorityOwned):
    """One move. Rows are only added: together they are the life as it was lived."""

    collaboration = OwnedForeignKey(Collaboration, on_delete=models.PROTECT, related_name="state_changes")
    from_state = models.CharField(_("from"), max_length=20, choices=Collaboration.State, blank=True)
    to_state = models.CharField(_("to"), max_length=20, choices=Collaboration.State)
    on = models.DateField(_("on"))
    words = models.TextField(_("in words"), blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("by"))
    at = models.DateTimeField(_("recorded at"))

    class Meta(AuthorityOwned.Meta):
        ordering = ["at", "pk"]
        verbose_name = _("move")
        verbose_name_plural = _("moves")
        indexes = [models.Index(fields=["authority", "collaboration", "at"], name="collaborations_life_of")]
        constraints = [models.CheckConstraint(condition=~Q(from_state=F("to_state")), name="collaborations_moves_somewhere")]

    def __str__(self) -> str:
        return f"{self.collaboration}: {self.get_to_state_display()}"


@keep_history()
class FirstMeeting(AuthorityOwned):
    """The meeting that an officer facilitates before a group is one (C1)."""

    collaboration = OwnedOneToOneField(Collaboration, on_delete=models.PROTECT, related_name="first_meeting")
    held_on = models.DateField(_("held on"))
    place = models.CharField(_("where"), max_length=200, blank=True)
    facilitated_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("facilitated by")
    )
    notes = models.TextField(_("what was agreed"))

    class Meta(AuthorityOwned.Meta):
        verbose_name = _("first meeting")
        verbose_name_plural = _("first meetings")

    def __str__(self) -> str:
        return f"{self.collaboration}: {self.held_on}"


class Lineage(AuthorityOwned):
    """That a collaboration came from another, by division or merger (C4). Rows are only added."""

    earlier = OwnedForeignKey(Collaboration, on_delete=models.PROTECT, related_name="later_ones")
    later = OwnedForeignKey(Collaboration, on_delete=models.PROTECT, related_name="earlier_ones")
    on = models.DateField(_("on"))

    class Meta(AuthorityOwned.Meta):
        ordering = ["on", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["authority", "earlier", "later"], name="collaborations_lineage_once"),
            models.CheckConstraint(condition=~Q(earlier=F("later")), name="collaborations_not_its_own_heir"),
        ]
        indexes = [models.Index(fields=["authority", "later"], name="collaborations_lineage_later")]

    def __str__(self) -> str:
        return f"{self.earlier} → {self.later}"
