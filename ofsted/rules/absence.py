"""Whether a load may say that settings are no longer listed (O7): absence is not news until it is proved.

One function names every doubt, and each asks for a tick of its own. That the file is whole is no doubt: one
that ends in the middle of a row is refused (ofsted.imports.scanning).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date
from types import MappingProxyType
from typing import Any, Final, Self

from django.utils.translation import gettext_noop

from core.reading.account import Account
from core.reasons import Fact, Reason
from ofsted.rules.doubts import Doubt

FEW: Final = 10
PERCENT: Final = 10
MANY: Final = 500
#: A file that lacks more than so many rows of the last one, and more than PERCENT of them, is not all of it.
MIN_ROWS_LOST: Final = 100
#: Words with which Ofsted ends a registration. Another word may be a damaged cell.
ENDED: Final = frozenset(
    {
        "resigned", "closed", "suspended", "cancelled", "canceled", "removed", "inactive", "not active", "deregistered",
        "de-registered", "lapsed", "refused", "withdrawn", "voluntarily resigned", "voluntary resignation", "ceased",
        "cancelled (non payment)", "cancelled (welfare)", "cancelled - non payment", "cancelled - welfare", "dormant",
    }
)  # fmt: skip

MANY_GONE: Final = gettext_noop("I have checked that these settings have really closed or left the register")
OLDER: Final = gettext_noop("I want to load this file although it is older than the one loaded last")
WITHOUT_URN: Final = gettext_noop(
    "I have checked that no setting shown as no longer listed is among the rows without a readable URN"
    " (%(rows)d)"
)
CONTRADICTED: Final = gettext_noop(
    "I have checked that no setting shown as no longer listed is among the rows that contradict each other"
    " (%(settings)d URNs)"
)
ELSEWHERE: Final = gettext_noop(
    "I have checked that settings shown as no longer listed belong to the other authority under which the"
    " file lists"
    " them (%(settings)d)"
)
UNKNOWN_STATUS: Final = gettext_noop(
    "I have checked that these words for the state of a registration mean that it is not active: %(words)s"
)
FEWER_ROWS: Final = gettext_noop(
    "I have checked that the file is whole: it has %(rows)d rows in all, and the one loaded last had"
    " %(before)d"
)
MAX_PAIRS_NAMED: Final = 3
RENUMBERED: Final = gettext_noop(
    "I have checked that these settings really have a new URN, and that it is no slip in the file: %(pairs)s"
)
MANY_RENUMBERED: Final = gettext_noop(
    "I have checked that %(number)d settings really have a new URN, and that it is no slip in the file,"
    " among them"
    " %(pairs)s"
)
ABOUT_LINKS_GONE: Final = gettext_noop("links that are gone")
#: What is said of links between schools in the place of settings.
OF_LINKS: Final[Mapping[str, str]] = MappingProxyType(
    {
        MANY_GONE: gettext_noop(
            "I have checked that the register of schools really has these links no longer"
        ),
        WITHOUT_URN: gettext_noop(
            "I have checked that no link shown as no longer listed is among the rows without a readable"
            " URN (%(rows)d)"
        ),
        CONTRADICTED: gettext_noop(
            "I have checked that no link shown as no longer listed is among the rows that contradict each"
            " other"
            " (%(settings)d links)"
        ),
    }
)
#: What each doubt is about, by its code.
SUBJECTS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "many_gone": gettext_noop("settings that have closed or left"),
        "older": gettext_noop("the older file"),
        "without_urn": gettext_noop("rows without a readable URN"),
        "contradicted": gettext_noop("rows that contradict each other"),
        "elsewhere": gettext_noop("settings under another authority"),
        "unknown_status": gettext_noop("words for the state of a registration"),
        "fewer_rows": gettext_noop("the number of rows in the file"),
        "renumbered": gettext_noop("settings with a new URN"),
    }
)


@dataclass(frozen=True, slots=True)
class Absence:
    """What a reading says of the settings that it does not list, beside its account.

    ``listed_before``: settings listed until now. ``elsewhere``: of those gone, the ones that the file lists
    under another authority. ``contradicted``: URNs whose rows do not say the same. ``words``: those that end
    a registration. ``renumbered``: the URN of each that is gone beside that of a new one which seems to be
    the same setting, by its name and place or by an inspection's number: a slip in a URN looks like that, and
    so does a setting that was registered anew.
    """

    listed_before: int = 0
    elsewhere: int = 0
    contradicted: int = 0
    words: tuple[str, ...] = ()
    renumbered: tuple[tuple[str, str], ...] = ()

    def stored(self) -> dict[str, Any]:
        """As JSON keeps it."""
        return {**asdict(self), "words": list(self.words), "renumbered": list(map(list, self.renumbered))}

    @classmethod
    def from_stored(cls, stored: Mapping[str, Any]) -> Self:
        """The inverse of ``stored``; nothing where nothing was kept."""
        pairs = tuple((gone, new) for gone, new in stored.get("renumbered", ()))
        return cls(**{**stored, "words": tuple(stored.get("words", ())), "renumbered": pairs})


def doubts_about_absence(
    account: Account,
    absence: Absence,
    *,
    vanished: int,
    listed_on: date | None,
    newest: date | None,
    rows_before: int = 0,
    of_links: bool = False,
) -> list[Doubt]:
    """Every doubt about saying that ``vanished`` settings, or links between schools, are no longer listed.

    ``newest`` is the day of the newest file loaded, ``rows_before`` the rows it had in all. An older file
    unlists nobody, so that it is older is all that is asked about.
    """
    if listed_on is not None and newest is not None and listed_on < newest:
        return [_doubt("older", OLDER)]
    doubts = []
    if is_fewer(account.all_rows, before=rows_before):
        facts = {"rows": account.all_rows, "before": rows_before}
        doubts.append(_doubt("fewer_rows", FEWER_ROWS, facts))
    if not vanished:
        return doubts
    if is_many(vanished, of=absence.listed_before):
        doubts.append(_doubt("many_gone", MANY_GONE))
    if account.without_identifier:
        doubts.append(_doubt("without_urn", WITHOUT_URN, {"rows": account.without_identifier}))
    if absence.contradicted:
        doubts.append(_doubt("contradicted", CONTRADICTED, {"settings": absence.contradicted}))
    if absence.renumbered:
        doubts.append(_doubt_about_numbers(absence.renumbered))
    if absence.elsewhere:
        doubts.append(_doubt("elsewhere", ELSEWHERE, {"settings": absence.elsewhere}))
    if words := [word for word in absence.words if word.casefold() not in ENDED]:
        doubts.append(_doubt("unknown_status", UNKNOWN_STATUS, {"words": "; ".join(words)}))
    return [_about_links(doubt) for doubt in doubts] if of_links else doubts


def _doubt_about_numbers(pairs: Sequence[tuple[str, str]]) -> Doubt:
    """It names a few pairs, and says how many there are where it cannot name them all."""
    named = "; ".join(f"{gone} → {new}" for gone, new in pairs[:MAX_PAIRS_NAMED])
    if len(pairs) <= MAX_PAIRS_NAMED:
        return _doubt("renumbered", RENUMBERED, {"pairs": named})
    return _doubt("renumbered", MANY_RENUMBERED, {"number": len(pairs), "pairs": named})


def _about_links(doubt: Doubt) -> Doubt:
    sentence = OF_LINKS.get(doubt.sentence.sentence, doubt.sentence.sentence)
    subject = ABOUT_LINKS_GONE if doubt.code == "many_gone" else doubt.subject.sentence
    return Doubt(
        doubt.code, replace(doubt.sentence, sentence=sentence), replace(doubt.subject, sentence=subject)
    )


def is_many(vanished: int, *, of: int) -> bool:
    """Whether so many settings gone are not plausible: from one half on, more than ten that are more than a
    tenth, or more than five hundred.
    """
    return (
        vanished * 2 >= max(of, vanished)
        or (vanished > FEW and vanished * 100 > PERCENT * of)
        or vanished > MANY
    )


def is_fewer(rows: int, *, before: int) -> bool:
    """Whether a file has far fewer rows in all than the last one."""
    lost = before - rows
    return lost > MIN_ROWS_LOST and lost * 100 > PERCENT * before


def _doubt(code: str, sentence: str, facts: Mapping[str, Fact] = MappingProxyType({})) -> Doubt:
    return Doubt(code, Reason("O7", sentence, facts), Reason("O7", SUBJECTS[code]))
