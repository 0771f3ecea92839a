"""A quality framework out of a file, read by a limited process (Q1), or one of those that ship."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from accounts.models import User
from core.files import MEGABYTE, RefusedFile, measured, refuse_malware, safe_name
from core.limits.running import LimitPassed, Reader, read_limited
from core.reasons import Reason
from qa_framework.models.frameworks import FrameworkVersion
from qa_framework.rules import files, frameworks
from qa_framework.rules.files import Problem
from qa_framework.services.frameworks import load_framework

MAX_BYTES = 2 * MEGABYTE
READING = Reader(function="qa_framework.imports.files:read_file", holds=(files, frameworks, Reason))
_SHIPPED = Path(__file__).resolve().parent.parent / "imports" / "shipped"


@dataclass(frozen=True, slots=True)
class Shipped:
    """A framework that comes with the software, to begin from."""

    name: str
    label: object
    about: object

    @property
    def path(self) -> Path:
        return _SHIPPED / f"{self.name}.yaml"


SHIPPED: tuple[Shipped, ...] = (
    Shipped(
        "effective-collaboration",
        _lazy("An effective collaboration"),
        _lazy("The thirteen characteristics, for each group to look at itself once a year."),
    ),
    Shipped(
        "quality-in-settings",
        _lazy("Quality in early years settings"),
        _lazy(
            "Five areas and three levels, for every kind of setting, with words for childminders and schools."
        ),
    ),
    Shipped(
        "quality-at-home",
        _lazy("Quality in a childminder’s home"),
        _lazy("A short one in three areas, for childminders."),
    ),
)


class FrameworkRefused(ValidationError):
    """The file is no framework; ``problems`` says what is wrong with it, line by line."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        self.problems = problems
        super().__init__(
            {"file": _("The file cannot be loaded yet. What is wrong with it stands below, line by line.")}
        )


def load_file(*, file: BinaryIO, name: str, by: User, at: datetime) -> FrameworkVersion:
    """A draft of what the file says. Raises ValidationError at "file", and FrameworkRefused with each problem.

    What stands in the way of publishing it is mended in the draft.
    """
    try:
        measured(file, most=MAX_BYTES)
        refuse_malware(file)
        read: files.ReadFile = read_limited(READING, file)
    except RefusedFile as refused:
        raise ValidationError({"file": str(refused)}) from None
    except LimitPassed as passed:
        raise ValidationError({"file": passed.in_words()}) from None
    if read.framework is None:
        raise FrameworkRefused(read.problems)
    return load_framework(framework=read.framework, file=safe_name(name), by=by, at=at)


def load_shipped(*, name: str, by: User, at: datetime) -> FrameworkVersion:
    """A draft of a framework that ships. Raises ValidationError where another draft of it is being written."""
    shipped = next(one for one in SHIPPED if one.name == name)
    with shipped.path.open("rb") as file:
        return load_file(file=file, name=shipped.path.name, by=by, at=at)
