"""W1: what an authority's first template starts with: no words, and the usual answers (papers a week ahead, attendance of 80 %)."""

from __future__ import annotations

from collections.abc import Mapping

from collaborations.rules.terms.answers import ANSWERS, kept, read
from collaborations.rules.terms.kinds import Kept
from ofsted.rules.reasons import Reason


def shipped_answers() -> Mapping[str, Kept]:
    """Every usual answer, as it is stored."""
    found = {key: read(key, answer.usual) for key, answer in ANSWERS.items()}
    return {key: kept(key, value) for key, value in found.items() if value is not None and not isinstance(value, Reason)}
