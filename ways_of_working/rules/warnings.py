"""W3: what a draft warns of. Length and content are the members' own, so nothing here ever refuses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, field
from typing import NamedTuple

from django.utils.translation import gettext_noop

from collaborations.rules import ADVISED_SIZE
from core.reasons import Reason
from core.text import has_something_to_see
from ways_of_working.rules.answers import read_answer
from ways_of_working.rules.catalogue.behaving import SAFEGUARDING_PART
from ways_of_working.rules.catalogue.money import LEAVER_PART
from ways_of_working.rules.questions import QUESTION_OF


@dataclass(frozen=True, slots=True)
class Writing:
    """What a version says: words and structured answers (as stored) by
    question, and the sections that are marked not used.
    """

    texts: Mapping[str, object] = field(default_factory=dict)
    values: Mapping[str, object] = field(default_factory=dict)
    unused: Set[str] = frozenset()

    def says(self, key: str) -> bool:
        """Whether a question is answered: in words, or by a structured
        answer that can be read, in a section that is used.
        """
        if QUESTION_OF[key].section in self.unused:
            return False
        words = self.texts.get(key)
        if isinstance(words, str) and has_something_to_see(words):
            return True
        if not QUESTION_OF[key].is_structured:
            return False
        found = read_answer(key, self.values.get(key))
        return found is not None and not isinstance(found, Reason)


class DraftWarning(NamedTuple):
    """One warning: the section and question at which it is shown, and its words.

    ``is_advice``: less pressing than a warning.
    """

    section: str
    question: str
    reason: Reason
    is_advice: bool = False


def warnings_of(writing: Writing) -> list[DraftWarning]:
    """W3: an empty safeguarding part or leaver part; and C2's advice on the size.

    Nothing else is asked for.
    """
    return [*_empty_parts(writing), *_size(writing)]


def _empty_parts(writing: Writing) -> Iterator[DraftWarning]:
    if not any(writing.says(key) for key in SAFEGUARDING_PART):
        sentence = gettext_noop(
            "Section 1.9 does not say what happens when a worry about a child comes up. Please add it."
        )
        yield DraftWarning("1.9", SAFEGUARDING_PART[0], Reason("W3", sentence))
    if not any(writing.says(key) for key in LEAVER_PART):
        sentence = gettext_noop(
            "Section 1.16 does not say what happens to the supplement when a member leaves. Please add it."
        )
        yield DraftWarning("1.16", LEAVER_PART[0], Reason("W3", sentence))


def _size(writing: Writing) -> Iterator[DraftWarning]:
    size = (
        read_answer("optimum_size", writing.values.get("optimum_size"))
        if "1.9" not in writing.unused
        else None
    )
    if isinstance(size, int) and size not in ADVISED_SIZE:
        facts = {"size": size, "least": ADVISED_SIZE.start, "most": ADVISED_SIZE.stop - 1}
        sentence = gettext_noop(
            "You chose %(size)d. From %(least)d to %(most)d settings are easy to manage. The choice is yours."
        )
        yield DraftWarning("1.9", "optimum_size", Reason("C2", sentence, facts), is_advice=True)
