"""A clause of the ways of working as it is read: the one shape for the
page, the PDF, the panel, comparison and summary.
"""

from __future__ import annotations

from dataclasses import dataclass

from ways_of_working.rules.kinds import Value


@dataclass(frozen=True, slots=True)
class Clause:
    """One question with what is said to it.

    ``lines`` are the structured answer in words: one, or several for a list; ``words`` are the members' own.
    ``source``, ``collaboration_id`` and ``version`` are filled where a page goes by the clause. A default
    stands in no version: there is no place in the reading page to link to.
    """

    key: str
    #: The number of its section, which is the anchor in the reading page and in the PDF: ``#1.9``.
    section: str
    #: The question, or the short name of its answer where a page goes by it.
    label: str
    lines: tuple[str, ...] = ()
    words: str = ""
    value: Value | None = None
    #: It asks for an answer of a certain shape, beside words.
    is_structured: bool = False
    source: str = ""
    collaboration_id: int | None = None
    version: int | None = None

    @property
    def is_answered(self) -> bool:
        return bool(self.words or self.lines)
