"""Charts of meetings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.charts import Bar, BarTable
from meetings.rules.actions import Load


def bars_of(made: Sequence[Load], names: Mapping[int, str], page: str) -> BarTable:
    """How many actions each setting carries; whoever carries more than its share is said in words."""
    bars = [
        Bar(
            names[load.setting],
            load.all,
            ngettext("%(number)d action", "%(number)d actions", load.all) % {"number": load.all},
            is_low=load.more_than_share > 0,
            note=more_in_words(load),
            url=f"{page}?setting={load.setting}",
        )
        for load in made
    ]
    return BarTable(_("Actions by setting"), _("Setting"), _("Actions"), bars)


def more_in_words(load: Load) -> str:
    if not load.more_than_share:
        return ""
    return _("%(number)d more than its share") % {"number": load.more_than_share}
