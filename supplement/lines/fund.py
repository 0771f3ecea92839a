"""What the fund of a group asks of those who lead it (S5, S10)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from collaborations.models import Collaboration
from core.frame.lines import Line, collaboration_lines
from core.frame.page_rows import page_rows
from core.frame.sections import Section
from core.frame.visitor import Visitor
from supplement.selectors.on_page_fund import CARRIED, NO_RECEIPT, TO_REPORT, TO_SETTLE

#: Of what is spent on, so much stands in a line.
MAX_WHAT = 60


@collaboration_lines.register(key="fund", order=76)
def fund_to_tell(visitor: Visitor, groups: Sequence[Collaboration]) -> Iterator[Line]:
    """What was carried while less was free, spending to report once a period is over, receipts that are
    missing, shares of leavers to settle.
    """
    for group in groups:
        for row in page_rows(visitor, CARRIED):
            if row.facts["group"] == group.pk:
                yield _line(
                    group,
                    _("Say what becomes of “%(what)s”: it was carried, and not enough was free")
                    % {"what": Truncator(row.facts["what"]).chars(MAX_WHAT)},
                    reverse("supplement:spending_proposal", args=[group.pk, row.pk]),
                )
        for row in page_rows(visitor, TO_REPORT):
            if row.facts["group"] == group.pk:
                by = row.facts["by"]
                yield _line(
                    group,
                    _("Report what the money was spent on: %(period)s") % {"period": row.facts["name"]},
                    reverse("supplement:report_spending", args=[group.pk, row.pk]),
                    date.fromisoformat(by) if by else None,
                )
        missing = [row for row in page_rows(visitor, NO_RECEIPT) if row.facts["group"] == group.pk]
        if missing:
            words = ngettext(
                "%(number)d payment of your fund has no receipt",
                "%(number)d payments of your fund have no receipt",
                len(missing),
            )
            address = reverse("supplement:add_receipts", args=[group.pk, missing[0].pk])
            yield _line(group, words % {"number": len(missing)}, address)
        for row in page_rows(visitor, TO_SETTLE):
            if row.facts["group"] == group.pk:
                yield _line(
                    group,
                    _("Settle the share of %(setting)s, which has left") % {"setting": row.facts["name"]},
                    reverse("supplement:leaver", args=[group.pk, row.pk]),
                )


def _line(group: Collaboration, what: str, url: str, due_on: date | None = None) -> Line:
    return Line(what, url, Section.COLLABORATION, group.name, group.pk, due_on=due_on)
