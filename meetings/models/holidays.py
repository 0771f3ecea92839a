"""The school holidays of an authority, as its officers enter them (G7)."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from core.constraints import ends_after, never_overlaps
from core.history import keep_history
from core.models import AuthorityOwned


@keep_history()
class SchoolHoliday(AuthorityOwned):
    """A time in which the schools of the authority are closed, ``[starts_on, ends_on)``, by its name."""

    name = models.CharField(_("name"), max_length=80)
    starts_on = models.DateField(_("first day"))
    ends_on = models.DateField(_("end"))

    class Meta(AuthorityOwned.Meta):
        ordering = ["starts_on", "pk"]
        verbose_name = _("school holiday")
        verbose_name_plural = _("school holidays")
        constraints = [
            ends_after("starts_on", "ends_on", "meetings_holiday_ends_after_start"),
            never_overlaps(
                start="starts_on",
                end="ends_on",
                name="meetings_holidays_apart",
                message=_("Another school holiday has some of these days."),
            ),
        ]

    def __str__(self) -> str:
        return self.name
