"""The shape of a section and of a question."""

from __future__ import annotations

from dataclasses import dataclass

from ways_of_working.rules.answers import ANSWERS
from ways_of_working.rules.kinds import Kind, Text

WORDS = Text()


@dataclass(frozen=True, slots=True)
class Section:
    """A section of the published form.

    ``key`` is its number. A local one has no title of its own and is blank by default.
    """

    key: str
    title: str
    about: str
    local: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """One prompt.

    ``examples`` are statements to insert and change; ``drives`` says what a structured answer will do.

    A structured question takes words beside its answer, so its examples never say the answer itself.
    """

    key: str
    section: str
    prompt: str
    help: str
    examples: tuple[str, ...]
    kind: Kind = WORDS
    drives: str = ""

    @property
    def is_structured(self) -> bool:
        return self.key in ANSWERS


@dataclass(frozen=True, slots=True)
class Asking:
    """Writes the questions of one section."""

    section: str

    def words(self, key: str, prompt: str, help: str, *examples: str) -> Question:
        """A question that is answered in words only."""
        return Question(key, self.section, prompt, help, examples)

    def answer(self, key: str, prompt: str, help: str, *examples: str) -> Question:
        """A question whose answer drives a rule."""
        return Question(key, self.section, prompt, help, examples, ANSWERS[key].kind, ANSWERS[key].drives)
