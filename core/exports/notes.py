"""What a sheet says of itself."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from core.exports.cells import as_london_time


@dataclass(frozen=True, slots=True)
class Notes:
    """What the sheet is, when and by whom it was made, with which filters."""

    title: str
    made_at: dt.datetime
    made_by: str
    filters: Sequence[tuple[str, str]] = ()
    authority: str = ""
    remarks: Sequence[str] = ()

    def lines(self) -> list[tuple[str, str]]:
        """The notes as pairs of heading and text."""
        london = as_london_time(self.made_at)
        lines = [(_("What"), self.title)]
        if self.authority:
            lines.append((_("Authority"), self.authority))
        lines.append((_("Made on"), f"{london:%d/%m/%Y %H:%M}"))
        lines.append((_("Made by"), self.made_by))
        lines += [(_("Filter: %(name)s") % {"name": name}, value) for name, value in self.filters] or [
            (_("Filters"), _("None"))
        ]
        lines += [(_("Remark"), remark) for remark in self.remarks]
        return lines
