"""Two versions of the ways of working side by side: what
changed, section by section, as people read it (W2).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from core.reasons import Reason
from ways_of_working.models import WaysOfWorking
from ways_of_working.rules.answers import ANSWERS, in_words
from ways_of_working.rules.clauses import Clause
from ways_of_working.rules.comparing import Change, Materiality, SectionChange, compare, materiality
from ways_of_working.rules.kinds import Value
from ways_of_working.rules.questions import QUESTION_OF, SECTION_OF
from ways_of_working.rules.wording import Piece, new_side, old_side
from ways_of_working.selectors.writing import names_of_payees, section_versions

LABELS = {
    Change.ADDED: gettext_noop("Now used"),
    Change.REMOVED: gettext_noop("No longer used"),
    Change.CHANGED: gettext_noop("Changed"),
    Change.SAME: gettext_noop("Unchanged"),
}
COLOURS = {Change.ADDED: "green", Change.REMOVED: "red", Change.CHANGED: "yellow", Change.SAME: "grey"}
FIRST = Reason("W2", gettext_noop("It is the first version, so the members are asked to agree."))


@dataclass(frozen=True, slots=True)
class TwoSides:
    """A text on both sides, with what differs marked. A side that says nothing is empty."""

    label: str
    before: tuple[Piece, ...] = ()
    after: tuple[Piece, ...] = ()


@dataclass(frozen=True, slots=True)
class ShownChange:
    """What changed in one section."""

    key: str
    title: str
    label: str
    colour: str
    own_title: TwoSides | None
    words: tuple[TwoSides, ...]
    #: The clauses whose structured answer changed: as it was, and as it is.
    answers: tuple[tuple[Clause, Clause], ...]
    is_material: bool


@dataclass(frozen=True, slots=True)
class Comparison:
    old: WaysOfWorking
    new: WaysOfWorking
    changed: tuple[ShownChange, ...]
    #: Numbers of the sections in which nothing changed.
    same: tuple[str, ...]
    materiality: Materiality


def comparison_of(old: WaysOfWorking, new: WaysOfWorking) -> Comparison:
    """Three queries: the sections of each, and the settings that they name."""
    before, after = section_versions(old), section_versions(new)
    names = names_of_payees(one.values for one in (*before, *after))
    titles = {one.key: one.title for one in (*before, *after) if one.title}
    found = compare(before, after)
    changed = tuple(_shown(one, titles, names) for one in found if one.change is not Change.SAME)
    return Comparison(
        old, new, changed, tuple(one.key for one in found if one.change is Change.SAME), materiality(found)
    )


def change_by_rule(old: WaysOfWorking | None, new: WaysOfWorking) -> Materiality:
    """Whether a version is put to the members, by rule, measured against the one that holds.

    The first one always is.
    """
    if old is None:
        return Materiality(True, (FIRST,))
    return materiality(compare(section_versions(old), section_versions(new)))


def edition_of(ways: WaysOfWorking) -> int:
    """A number that rises whenever a section is saved: whether the
    text is still the one that somebody has seen.
    """
    return sum(ways.sections.order_by().values_list("edition", flat=True))


def says_something(ways: WaysOfWorking) -> bool:
    """Whether anything is written in a version that is used."""
    return any(
        section_version.is_used
        and (any(section_version.texts.values()) or any(section_version.values.values()))
        for section_version in section_versions(ways)
    )


def choices_to_compare(versions: Sequence[WaysOfWorking]) -> list[tuple[str, str]]:
    """Versions as a list offers them."""
    words = _("Version %(version)d (%(state)s)")
    return [
        (str(version.version), words % {"version": version.version, "state": version.get_state_display()})
        for version in versions
    ]


def _shown(change: SectionChange, titles: Mapping[str, str], names: Mapping[int, str]) -> ShownChange:
    section = SECTION_OF.get(change.key)
    title = titles.get(change.key) or (
        _(section.title) if section and section.title else _("A section of your own")
    )
    return ShownChange(
        key=change.key,
        title=title,
        label=_(LABELS[change.change]),
        colour=COLOURS[change.change],
        own_title=(
            TwoSides(_("Title"), old_side(change.title), new_side(change.title)) if change.title else None
        ),
        words=tuple(
            TwoSides(_prompt(word.question), old_side(word.pieces), new_side(word.pieces))
            for word in change.words
        ),
        answers=tuple(_answers(change, names)),
        is_material=change.is_material,
    )


def _answers(change: SectionChange, names: Mapping[int, str]) -> Iterator[tuple[Clause, Clause]]:
    for answer in change.answers:
        yield _answer(answer.question, answer.before, names), _answer(answer.question, answer.after, names)


def _answer(key: str, value: Value | None, names: Mapping[int, str]) -> Clause:
    lines = () if value is None else tuple(line.in_words(_) for line in in_words(key, value, settings=names))
    return Clause(key, QUESTION_OF[key].section, _(ANSWERS[key].label), lines, value=value)


def _prompt(key: str) -> str:
    return _(QUESTION_OF[key].prompt) if key in QUESTION_OF else _("Words")
