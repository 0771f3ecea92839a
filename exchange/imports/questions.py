"""What software may not decide: asked of a person, whose answers are part of what is confirmed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.utils.translation import gettext_noop

from core.reasons import Reason, Translate

#: The answers of a person, by the key of the question.
Choices = Mapping[str, str]

ASKED: Final = gettext_noop("This waits for an answer: see the questions about this spreadsheet.")
APART: Final = "apart"
ONE: Final = "one:"  # and the name or the address that stands for all


@dataclass(frozen=True, slots=True)
class Question:
    """One thing to decide. ``options``: each answer's value and its words; ``details``: what it is about."""

    key: str
    sentence: Reason
    options: Sequence[tuple[str, Reason]]
    details: Sequence[Reason] = ()

    def answer(self, choices: Choices) -> str | None:
        """The answer, if it is still one of those that can be given."""
        value = choices.get(self.key)
        return value if value in {option for option, _ in self.options} else None

    def in_words(self, translate: Translate) -> dict[str, Any]:
        """As it is kept with the upload."""
        return {
            "key": self.key,
            "title": self.sentence.in_words(translate),
            "details": [detail.in_words(translate) for detail in self.details],
            "options": [[value, label.in_words(translate)] for value, label in self.options],
        }
