"""Office holders of a collaboration, and the yearly word that a member's staff know of it (C9)."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.constraints import ends_after, never_overlaps
from core.history import keep_history
from core.models import AuthorityOwned, OwnedForeignKey
from memberships.models.members import Membership


@keep_history()
class OfficeHolder(AuthorityOwned):
    """Chair, administrator or safeguarding contact, ``[starts_on, ends_on)``, as the members decided.

    A person of a member setting.
    """

    class Office(models.TextChoices):
        CHAIR = "chair", _("Chair")
        ADMINISTRATOR = "administrator", _("Administrator")
        SAFEGUARDING = "safeguarding", _("Safeguarding contact")

    membership = OwnedForeignKey(
        Membership, on_delete=models.PROTECT, related_name="office_holders", verbose_name=_("member")
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="offices", verbose_name=_("person")
    )
    office = models.CharField(_("office"), max_length=16, choices=Office)
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("last day"), null=True, blank=True)
    decision = models.TextField(_("how the members decided"))

    class Meta(AuthorityOwned.Meta):
        ordering = ["office", "starts_on", "pk"]
        verbose_name = _("office holder")
        verbose_name_plural = _("office holders")
        constraints = [
            ends_after("starts_on", "ends_on", "memberships_office_ends_later"),
            never_overlaps(
                "membership",
                "user",
                start="starts_on",
                end="ends_on",
                name="memberships_one_office_at_a_time",
                message=_("This person already holds an office in that time."),
            ),
        ]
        indexes = [models.Index(fields=["authority", "membership", "ends_on"], name="memberships_offices_of")]

    def __str__(self) -> str:
        return f"{self.user}: {self.get_office_display()}"


class StaffTold(AuthorityOwned):
    """That a member's staff know of the membership and its aims, as its manager confirmed on a day (C9).

    Rows are only added.
    """

    membership = OwnedForeignKey(
        Membership, on_delete=models.PROTECT, related_name="staff_told", verbose_name=_("member")
    )
    confirmed_on = models.DateField(_("confirmed on"))
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("by")
    )
    how = models.CharField(_("how they were told"), max_length=200, blank=True)

    class Meta(AuthorityOwned.Meta):
        ordering = ["-confirmed_on", "-pk"]
        verbose_name = _("confirmation that staff know")
        verbose_name_plural = _("confirmations that staff know")
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "membership", "confirmed_on"], name="memberships_staff_told_once_a_day"
            )
        ]

    def __str__(self) -> str:
        return f"{self.membership}: {self.confirmed_on}"
