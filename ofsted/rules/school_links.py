"""Which school took over from which, as the national register of schools says it (O2, O7).

The register's file of links has a row for each end: "A, predecessor B" and "B, successor A" are one
take-over. It suggests only; a person records a take-over.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Final, NamedTuple

from django.utils.translation import gettext_noop

from core.reasons import Reason, Term

PREDECESSOR: Final = "predecessor"


class LinkType(StrEnum):
    """How the second school of a link stands to the first. The value is what is stored."""

    PREDECESSOR = "predecessor"
    PREDECESSOR_AMALGAMATED = "predecessor_amalgamated"
    PREDECESSOR_MERGED = "predecessor_merged"
    PREDECESSOR_SPLIT = "predecessor_split"
    SUCCESSOR = "successor"
    SUCCESSOR_AMALGAMATED = "successor_amalgamated"
    SUCCESSOR_MERGED = "successor_merged"
    SUCCESSOR_SPLIT = "successor_split"

    @property
    def names_the_earlier(self) -> bool:
        """Whether the second school of the link is the earlier one."""
        return self.value.startswith(PREDECESSOR)

    @property
    def how(self) -> str:
        """What happened besides: "merged", "amalgamated", "split", or nothing."""
        return self.value.partition("_")[2]


#: As the register writes them.
LINK_LABELS: Final[Mapping[LinkType, Term]] = MappingProxyType(
    {
        LinkType.PREDECESSOR: Term(gettext_noop("Predecessor")),
        LinkType.PREDECESSOR_AMALGAMATED: Term(gettext_noop("Predecessor - amalgamated")),
        LinkType.PREDECESSOR_MERGED: Term(gettext_noop("Predecessor - merged")),
        LinkType.PREDECESSOR_SPLIT: Term(gettext_noop("Predecessor - Split School")),
        LinkType.SUCCESSOR: Term(gettext_noop("Successor")),
        LinkType.SUCCESSOR_AMALGAMATED: Term(gettext_noop("Successor - amalgamated")),
        LinkType.SUCCESSOR_MERGED: Term(gettext_noop("Successor - merged")),
        LinkType.SUCCESSOR_SPLIT: Term(gettext_noop("Successor - Split School")),
    }
)
#: Links of the register that say nothing of a take-over.
NO_TAKE_OVER: Final = (
    "Closure",
    "Expansion",
    "Merged - change in age range",
    "Merged - expansion in school capacity and changer in age range",
    "Merged - expansion of school capacity",
    "Other",
    "Result of Amalgamation",
    "Sixth Form Centre Link",
    "Sixth Form Centre School",
)


class Link(NamedTuple):
    """What one row of the file says: a school, the one that it is linked with, and how. URNs are the
    Department's.
    """

    urn: str
    other: str
    link_type: LinkType

    @property
    def earlier(self) -> str:
        return self.other if self.link_type.names_the_earlier else self.urn

    @property
    def later(self) -> str:
        return self.urn if self.link_type.names_the_earlier else self.other


@dataclass(frozen=True, slots=True)
class SaidTakeOver:
    """That one school took over from another, as the register says it."""

    earlier: str
    later: str
    since: date | None = None
    how: str = ""


def said_take_overs(links: Iterable[tuple[Link, date | None]]) -> list[SaidTakeOver]:
    """Each take-over once, in the order of its numbers.

    Of two rows that tell of one, the later school's counts first, then the other fills its gaps. Two
    schools of which each is said to have taken over from the other are left out: nobody knows which is true.
    """
    pairs: dict[tuple[str, str], SaidTakeOver] = {}
    for link, since in sorted(links, key=lambda row: (not row[0].link_type.names_the_earlier, row[0])):
        pair = (link.earlier, link.later)
        known = pairs.get(pair, SaidTakeOver(*pair))
        pairs[pair] = SaidTakeOver(*pair, known.since or since, known.how or link.link_type.how)
    return [pairs[pair] for pair in sorted(pairs) if (pair[1], pair[0]) not in pairs and pair[0] != pair[1]]


_ON_A_DAY: Final[Mapping[str, str]] = MappingProxyType(
    {
        "": gettext_noop("The national register of schools says it took over from %(earlier)s on %(date)s."),
        "merged": gettext_noop(
            "The national register of schools says it took over from %(earlier)s on %(date)s, when"
            " schools were merged."
        ),
        "amalgamated": gettext_noop(
            "The national register of schools says it took over from %(earlier)s on %(date)s, when"
            " schools were"
            " amalgamated."
        ),
        "split": gettext_noop(
            "The national register of schools says it took over from %(earlier)s on %(date)s, when a"
            " school was split."
        ),
    }
)
_WITHOUT_DAY: Final[Mapping[str, str]] = MappingProxyType(
    {
        "": gettext_noop(
            "The national register of schools says it took over from %(earlier)s, without a date."
        ),
        "merged": gettext_noop(
            "The national register of schools says it took over from %(earlier)s when schools were"
            " merged, without a"
            " date."
        ),
        "amalgamated": gettext_noop(
            "The national register of schools says it took over from %(earlier)s when schools were"
            " amalgamated, without a"
            " date."
        ),
        "split": gettext_noop(
            "The national register of schools says it took over from %(earlier)s when a school was split,"
            " without a date."
        ),
    }
)
STILL_LISTED: Final = gettext_noop("%(earlier)s is still listed.")


def reasons_of(said: SaidTakeOver, *, earlier: str, is_still_listed: bool) -> tuple[Reason, ...]:
    """What speaks for a take-over, and that the earlier school is still listed. ``earlier`` is its name."""
    if said.since is None:
        reason = Reason("O2", _WITHOUT_DAY[said.how], {"earlier": earlier})
    else:
        reason = Reason("O2", _ON_A_DAY[said.how], {"earlier": earlier, "date": said.since})
    return (reason, Reason("O2", STILL_LISTED, {"earlier": earlier})) if is_still_listed else (reason,)
