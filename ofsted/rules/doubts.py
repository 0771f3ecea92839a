"""A doubt about a load: what a person must say they have looked at before it (O7)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext_noop

from core.reasons import Reason, Translate

TICK: Final = gettext_noop("Tick the box about %(subject)s when you have checked it")


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something that a person must say they have looked at before a load.

    ``code`` names it in a form and on the command line, ``sentence`` is what the person says, ``subject`` a
    few words for what it is about.
    """

    code: str
    sentence: Reason
    subject: Reason

    def unticked(self, translate: Translate) -> str:
        """The error of the one box that was not ticked."""
        return translate(TICK) % {"subject": self.subject.in_words(translate)}
