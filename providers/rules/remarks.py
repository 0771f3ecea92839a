"""A sentence of a rule with its numbers: why something is refused, or what is worth a second look."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from dataclasses import field as given

Translate = Callable[[str], str]


def gettext_noop(message: str) -> str:
    """Mark a text for the catalogue and leave it as it is: whoever shows it translates (this room knows no Django)."""
    return message


@dataclass(frozen=True, slots=True)
class Remark:
    """``field`` is the field that it is about."""

    field: str
    sentence: str
    facts: Mapping[str, object] = given(default_factory=dict)

    def in_words(self, translate: Translate) -> str:
        return translate(self.sentence) % self.facts
