"""W1, W3: the published sections 1.1 to 1.16 and their prompts, each as a question with help and examples.

The numbers and titles are the published ones. Every other word is the product's own.
"""

from __future__ import annotations

from collections.abc import Mapping

from ways_of_working.rules.catalogue import (
    behaving,
    deciding,
    leading,
    local,
    meeting,
    membership,
    money,
    nature,
    reviewing,
    sharing,
)
from ways_of_working.rules.catalogue.behaving import SAFEGUARDING_PART
from ways_of_working.rules.catalogue.money import LEAVER_PART
from ways_of_working.rules.catalogue.shape import Question, Section

_PARTS = (nature, leading, membership, meeting, behaving, reviewing, sharing, deciding, money, local)


def _order(section: Section) -> int:
    return int(section.key.split("-")[0].split(".")[1])


#: The sections in the order of their numbers.
SECTIONS: tuple[Section, ...] = tuple(sorted((one for part in _PARTS for one in part.SECTIONS), key=_order))
SECTION_OF: Mapping[str, Section] = {section.key: section for section in SECTIONS}
#: The questions, section by section, in the order in which they are asked.
QUESTIONS: tuple[Question, ...] = tuple(
    question
    for section in SECTIONS
    for part in _PARTS
    for question in part.QUESTIONS
    if question.section == section.key
)
QUESTION_OF: Mapping[str, Question] = {question.key: question for question in QUESTIONS}


def questions_of(section: str) -> tuple[Question, ...]:
    """The questions of a section, in their order. None for a section that is not a published one."""
    return tuple(question for question in QUESTIONS if question.section == section)


__all__ = [
    "LEAVER_PART",
    "QUESTIONS",
    "QUESTION_OF",
    "SAFEGUARDING_PART",
    "SECTIONS",
    "SECTION_OF",
    "Question",
    "Section",
    "questions_of",
]
