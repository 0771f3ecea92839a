"""How the criteria of a claim stand, as rows of a page: in words, with the page where each is mended (S4)."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from core.wording import date_in_words
from supplement.rules.criteria import LEVELS, Criterion, Kind, Level
from supplement.rules.criteria_lines import PASSED, CriterionLine, lines_of
from supplement.rules.deciding import Finding, Standing, Verdict
from supplement.selectors.described import criterion_in_words

if TYPE_CHECKING:
    from memberships.models.members import Membership

LABELS = {
    Standing.MET: gettext_lazy("Met"),
    Standing.OPEN: gettext_lazy("Open"),
    Standing.WAIVED: gettext_lazy("Let pass"),
    Standing.UNMET: gettext_lazy("Not met"),
}
COLOURS = {
    Standing.MET: "green",
    Standing.OPEN: "yellow",
    Standing.WAIVED: "blue",
    Standing.UNMET: "red",
}
#: The page of the group on which a criterion is mended, and what its link says.
MENDED_AT: dict[Kind, tuple[str, Any]] = {
    Kind.ACTIVE_MEMBERS: ("memberships:members", gettext_lazy("Members")),
    Kind.WAYS_OF_WORKING: ("ways_of_working:terms", gettext_lazy("Ways of working")),
    Kind.PLAN: ("development:development_plans", gettext_lazy("Development plan")),
    Kind.EVALUATION: ("development:development_plans", gettext_lazy("Development plan")),
    Kind.MEETINGS: ("meetings:meetings", gettext_lazy("Meetings")),
    Kind.ATTENDANCE: ("meetings:meetings", gettext_lazy("Meetings")),
    Kind.MINUTES: ("meetings:minutes_list", gettext_lazy("Minutes")),
    Kind.LEADER: ("memberships:members", gettext_lazy("Members and leaders")),
    Kind.PAYEE: ("supplement:payee", gettext_lazy("Who receives the money")),
    Kind.MANDATE: ("supplement:payee", gettext_lazy("Who receives the money")),
    Kind.SPEND_RETURN: ("supplement:fund", gettext_lazy("The group’s fund")),
    Kind.UNSPENT: ("supplement:fund", gettext_lazy("The group’s fund")),
    Kind.RETURN: ("provision:staff_returns", gettext_lazy("Staff numbers")),
    Kind.REGISTERED: ("memberships:members", gettext_lazy("Members")),
}


@dataclass(frozen=True, slots=True)
class Missing:
    """A member that does not meet a criterion yet: its name, and why as a sentence."""

    name: str
    words: str


@dataclass(frozen=True, slots=True)
class FindingRow:
    """One criterion: how it stands, on which evidence, what the scheme asks, and where it is mended.

    ``missing`` names only members that the reader may read about.
    """

    title: str
    label: Any
    colour: str
    is_met: bool
    words: str
    sources: tuple[str, ...]
    rule: str
    missing: tuple[Missing, ...]
    url: str = ""
    action: Any = ""


def finding_rows(
    criteria: Sequence[Criterion],
    verdict: Verdict,
    *,
    members: Mapping[int, Membership],
    collaboration_id: int,
    seen: Collection[int] | None,
    mends: bool,
) -> list[FindingRow]:
    """``seen``: memberships whose own evidence the reader may read, None for all. ``mends``: with links."""
    return [
        _row(line, members, seen, _address(line, collaboration_id) if mends else ("", ""))
        for line in lines_of(criteria, verdict)
    ]


def _row(
    line: CriterionLine,
    members: Mapping[int, Membership],
    seen: Collection[int] | None,
    address: tuple[str, Any],
) -> FindingRow:
    shown = [row for row in line.findings if row.member is None or seen is None or row.member in seen]
    return FindingRow(
        title=str(line.criterion.kind.label),
        label=LABELS[line.standing],
        colour=COLOURS[line.standing],
        is_met=line.standing in PASSED,
        words=_words(line),
        sources=tuple(_sources(line, shown)),
        rule=criterion_in_words(line.criterion),
        missing=tuple(
            Missing(str(members[row.member].provider), row.reason.in_words(_))
            for row in shown
            if row in line.missing and row.member is not None
        ),
        url=address[0],
        action=address[1],
    )


def _words(line: CriterionLine) -> str:
    """The sentence of what was found; of members, how many meet it."""
    if LEVELS[line.criterion.kind] is not Level.MEMBER:
        return " ".join(row.reason.in_words(_) for row in line.findings)
    asked = len(line.findings)
    if not asked:
        return _("There was no member on the count date.")
    words = ngettext("%(passed)d of %(asked)d member.", "%(passed)d of %(asked)d members.", asked) % {
        "passed": line.passed,
        "asked": asked,
    }
    if line.standing is Standing.OPEN:
        until = date_in_words(max(row.until_on for row in line.missing))
        return _("%(words)s You have until %(day)s.") % {"words": words, "day": until}
    return words


def _sources(line: CriterionLine, shown: Sequence[Finding]) -> Iterator[str]:
    """What the product knows it from: of the group itself, and of members one by one where few are shown."""
    for row in shown:
        if row.member is None and row.evidence is not None and row.evidence.source:
            yield row.evidence.source
        elif row.member is not None and row.waiver is not None:
            yield row.reason.in_words(_)


def _address(line: CriterionLine, collaboration_id: int) -> tuple[str, Any]:
    if not line.missing:
        return "", ""
    kind = line.criterion.kind
    if kind is Kind.LEADERS_DAYS:
        return reverse("meetings:own_events"), _("Leaders’ Days")
    if kind not in MENDED_AT:
        return "", ""
    name, action = MENDED_AT[kind]
    return reverse(name, args=[collaboration_id]), action
