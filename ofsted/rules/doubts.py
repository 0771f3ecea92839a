"""A doubt about a load: what a person must say they have looked at before it (O7)."""

from __future__ import annotations

from dataclasses import dataclass

from core.reasons import Reason


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something that a person must say they have looked at before a load.

    ``code`` names it in a form and on the command line, ``sentence`` is what the person says.
    """

    code: str
    sentence: Reason
