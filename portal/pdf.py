"""What leaves as a PDF: the data pack of a Leaders' Day (L4). The same words as the page."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Any

from django.utils.translation import gettext as _

from core import pdf
from core.charts import BarTable
from core.wording import date_in_words
from meetings.models.events import Event
from meetings.rules.data_pack import EVERYTHING, Told
from portal.charts import (
    CARDS,
    GRADES,
    NO_GRADE,
    charts_by_group,
    county_charts,
    group_charts,
    judged_in_words,
)
from portal.selectors.data_pack import Pack, member_lines

DATA_PACK_TEMPLATE = "portal/data_pack/pdf.html"
#: Of more groups than these a PDF says the county alone: nobody turns its pages, and the sheet has them.
MAX_GROUPS_IN_PDF = 300


def data_pack_pdf(
    event: Event, pack: Pack, *, told: Told | None = EVERYTHING, sections: Collection[int] = ()
) -> bytes:
    """``told`` is what of the county may be told; None leaves it out. ``sections`` are groups that are told
    whole, with each member; without any there is a line for each group.

    Raises core.pdf.PdfUnavailable.
    """
    context = data_pack_context(event, pack, told=told, sections=sections)
    return pdf.render(pdf.document_html(DATA_PACK_TEMPLATE, context, authority=event.authority))


def data_pack_context(
    event: Event, pack: Pack, *, told: Told | None = EVERYTHING, sections: Collection[int] = ()
) -> dict[str, Any]:
    """Neither the day of printing nor who prints is among it."""
    lines = {group.pk: member_lines(pack, group.pk) for group in pack.of(sections)}
    facts = [
        (_("Event"), _("%(title)s, %(day)s") % {"title": event.title, "day": date_in_words(event.on)}),
        (_("As at"), date_in_words(pack.on)),
    ]
    if pack.period is not None:
        facts.append((_("Staff numbers of"), str(pack.period)))
    has_groups = not sections and len(pack.groups) <= MAX_GROUPS_IN_PDF
    by_group = [
        (group.name, *(judged_in_words(group.numbers, kinds) for kinds in (GRADES, CARDS, NO_GRADE)))
        for group in (pack.groups if has_groups else ())
    ]
    return {
        "title": _("Data pack"),
        "lead": event.title,
        "facts": facts,
        "county": _on_paper(county_charts(pack, told)) if told is not None else [],
        "is_whole": told is None or told == EVERYTHING,
        "sections": [
            (group, lines[group.pk], _on_paper(group_charts(group, lines[group.pk])))
            for group in pack.of(sections)
        ],
        "judged": by_group,
        "group_charts": _on_paper(charts_by_group(pack)) if has_groups else [],
        "left_out": 0 if sections or has_groups else len(pack.groups),
    }


def _on_paper(charts: Sequence[BarTable]) -> list[BarTable]:
    return [replace(chart, on_paper=True) for chart in charts]
