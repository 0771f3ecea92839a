"""W1, W3: how far a section is written, and what a text looked like when somebody opened it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import NamedTuple

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from ways_of_working.rules.questions import SECTION_OF, questions_of
from ways_of_working.rules.warnings import Writing


class Progress(TextChoices):
    """How far a section is. Nothing here is asked for: a section in progress may be adopted as it is (W3)."""

    NOT_STARTED = "not_started", _("Not started")
    IN_PROGRESS = "in_progress", _("In progress")
    COMPLETE = "complete", _("Complete")
    NOT_USED = "not_used", _("Not used")


class Far(NamedTuple):
    """The progress of a section, and how many of its questions are
    answered: in words, or by an answer that can be read.
    """

    progress: Progress
    answered: int
    asked: int


def progress_of(
    key: str, *, is_used: bool, title: str, texts: Mapping[str, object], values: Mapping[str, object]
) -> Far:
    """A local section is complete once it has both a title and words."""
    questions = questions_of(key)
    answered = sum(Writing(texts, values).says(question.key) for question in questions)
    if not is_used:
        return Far(Progress.NOT_USED, answered, len(questions))
    named = bool(title.strip()) or not (key in SECTION_OF and SECTION_OF[key].local)
    if answered == len(questions) and named:
        return Far(Progress.COMPLETE, answered, len(questions))
    begun = answered or bool(title.strip())
    return Far(Progress.IN_PROGRESS if begun else Progress.NOT_STARTED, answered, len(questions))


def mark_of(said: object) -> str:
    """A short mark of a text or an answer: the same for the same, so
    that a page can tell what its reader has changed.
    """
    return hashlib.sha256(json.dumps(said, sort_keys=True, default=str).encode()).hexdigest()[:16]
