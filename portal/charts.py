"""Charts of the home page."""

from __future__ import annotations

from datetime import date

from django.core.cache import cache
from django.utils.translation import gettext as _

from core.charts import Bar, BarTable
from core.scoping import current_authority_id
from memberships.selectors import coverage_by_district

COUNTED_EVERY_SECONDS = 300


def coverage(*, on: date) -> BarTable | None:
    """How many of the settings that Ofsted lists are in a collaboration, district by district. None with an empty register.

    Counted at most every few minutes: it reads the whole register, and the home page is opened all day.
    """
    key = f"coverage:{current_authority_id()}:{on}"
    counted = cache.get_or_set(key, lambda: coverage_by_district(on=on), COUNTED_EVERY_SECONDS)
    bars = [
        Bar(
            label=name or _("No district"),
            value=100 * members / settings if settings else 0,
            text=_("%(members)d of %(settings)d") % {"members": members, "settings": settings},
        )
        for name, members, settings in counted or ()
    ]
    if not bars:
        return None
    return BarTable(_("Settings in a collaboration"), _("District"), _("Settings"), bars, top=100)
