"""W2: what changed between two versions, section by section, and whether the members must be asked again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from django.utils.translation import gettext_noop

from collaborations.rules import Refusal
from core.reasons import Reason
from core.text import has_something_to_see
from ways_of_working.rules.answers import ANSWERS, read_answer
from ways_of_working.rules.kinds import Value
from ways_of_working.rules.wording import Piece, difference


class Change(StrEnum):
    """What became of a section."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class SectionVersion:
    """A section as a version has it: words by question, and
    structured answers by question as they are stored.
    """

    key: str
    title: str = ""
    is_used: bool = True
    texts: Mapping[str, str] = field(default_factory=dict)
    values: Mapping[str, object] = field(default_factory=dict)


class WordsChange(NamedTuple):
    """The words under a question, with what changed in them."""

    question: str
    change: Change
    pieces: tuple[Piece, ...]


class AnswerChange(NamedTuple):
    """A structured answer before and after; None where it was not given."""

    question: str
    before: Value | None
    after: Value | None


@dataclass(frozen=True, slots=True)
class SectionChange:
    """What changed in a section.

    A section that is not used says nothing, so its words and answers are not compared.
    """

    key: str
    change: Change
    title: tuple[Piece, ...] = ()
    words: tuple[WordsChange, ...] = ()
    answers: tuple[AnswerChange, ...] = ()

    @property
    def is_material(self) -> bool:
        """By rule: the section came into use or went out of it, or a structured answer changed."""
        return self.change in {Change.ADDED, Change.REMOVED} or bool(self.answers)


class Materiality(NamedTuple):
    """Whether the members are asked again, why, and whether people decided otherwise than the rule."""

    is_material: bool
    reasons: tuple[Reason, ...]
    is_decided: bool = False


def compare(old: Sequence[SectionVersion], new: Sequence[SectionVersion]) -> list[SectionChange]:
    """Every section of either version, in the new one's order; what only the old one has comes after what
    stood before it there.
    """
    before, after = {one.key: one for one in old}, {one.key: one for one in new}
    return [
        _section(key, _used(before.get(key)), _used(after.get(key)))
        for key in _merged(list(before), list(after))
    ]


def materiality(changes: Iterable[SectionChange]) -> Materiality:
    """By rule. Words alone are a small change, which is only told."""
    reasons = tuple(reason for change in changes for reason in _why_material(change))
    return Materiality(bool(reasons), reasons)


def decided(by_rule: Materiality, *, is_material: bool, why: str) -> Materiality:
    """What people say about it.

    Their reason is kept when they say otherwise than the rule; see ``refusals_to_decide``.
    """
    if is_material == by_rule.is_material:
        return by_rule
    return Materiality(is_material, (Reason("W2", "%(why)s", {"why": why.strip()}),), is_decided=True)


def refusals_to_decide(by_rule: Materiality, *, is_material: bool, why: str) -> list[Refusal]:
    """Whoever says otherwise than the rule gives a reason, which the members read."""
    if is_material == by_rule.is_material or has_something_to_see(why):
        return []
    if is_material:
        return [Refusal("why", Reason("W2", gettext_noop("Say why the members should be asked again.")))]
    return [Refusal("why", Reason("W2", gettext_noop("Say why the members need not be asked again.")))]


def _used(section: SectionVersion | None) -> SectionVersion | None:
    return section if section is not None and section.is_used else None


def _section(key: str, old: SectionVersion | None, new: SectionVersion | None) -> SectionChange:
    blank = SectionVersion(key)
    before, after = old or blank, new or blank
    words = tuple(_words(before.texts, after.texts))
    answers = tuple(_answers(before.values, after.values))
    title = difference(before.title, after.title) if before.title != after.title else ()
    if (old is None) != (new is None):
        change = Change.ADDED if old is None else Change.REMOVED
    else:
        change = Change.CHANGED if words or answers or title else Change.SAME
    return SectionChange(key, change, title, words, answers)


def _words(old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[WordsChange]:
    """Only the questions whose words changed."""
    for question in _merged(list(old), list(new)):
        before, after = old.get(question, ""), new.get(question, "")
        if before == after:
            continue
        change = Change.ADDED if not before else Change.REMOVED if not after else Change.CHANGED
        yield WordsChange(question, change, difference(before, after))


def _answers(old: Mapping[str, object], new: Mapping[str, object]) -> Iterator[AnswerChange]:
    """Compared by their meaning: "80" and "80 %" are the same answer."""
    for question in _merged(list(old), list(new)):
        before, after = _value(question, old.get(question)), _value(question, new.get(question))
        if before != after:
            yield AnswerChange(question, before, after)


def _value(question: str, raw: object) -> Value | None:
    found = read_answer(question, raw) if question in ANSWERS else None
    return None if isinstance(found, Reason) else found


def _why_material(change: SectionChange) -> Iterator[Reason]:
    if change.change is Change.ADDED:
        yield Reason("W2", gettext_noop("Section %(section)s is now used."), {"section": change.key})
    elif change.change is Change.REMOVED:
        yield Reason("W2", gettext_noop("Section %(section)s is no longer used."), {"section": change.key})
    else:
        for answer in change.answers:
            facts = {"section": change.key, "answer": ANSWERS[answer.question].label}
            yield Reason("W2", gettext_noop("“%(answer)s” changed in section %(section)s."), facts)


def _merged(old: list[str], new: list[str]) -> list[str]:
    """The keys of both, in the order of the new.

    A key of the old only follows the one that it followed there.
    """
    keys = list(new)
    for position, key in enumerate(old):
        if key not in new:
            keys.insert(keys.index(old[position - 1]) + 1 if position else 0, key)
    return keys
