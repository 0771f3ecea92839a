"""What has a day and clock times in England (Europe/London)."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TYPE_CHECKING

from django.utils import timezone


class Timed:
    """For a model with ``on``, ``starts_at`` and ``ends_at``, which are kept apart so that half past midnight
    belongs to its own day and a change of the clocks moves nothing.
    """

    if TYPE_CHECKING:
        on: date
        starts_at: time
        ends_at: time

    @property
    def begins(self) -> datetime:
        """The instant at which it begins."""
        return timezone.make_aware(datetime.combine(self.on, self.starts_at))

    @property
    def ends(self) -> datetime:
        """The instant at which it ends."""
        return timezone.make_aware(datetime.combine(self.on, self.ends_at))
