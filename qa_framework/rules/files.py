"""What a file of a framework said, as it comes back from the process that read it."""

from __future__ import annotations

from dataclasses import dataclass

from core.reasons import Reason
from qa_framework.rules.frameworks import Framework


@dataclass(frozen=True, slots=True)
class Problem:
    """``line``: from 1."""

    line: int
    reason: Reason


@dataclass(frozen=True, slots=True)
class ReadFile:
    """``framework``: None where the file cannot be read as one. ``problems`` of one that can be read stand in the
    way of publishing it, not of a draft.
    """

    framework: Framework | None
    problems: tuple[Problem, ...]
