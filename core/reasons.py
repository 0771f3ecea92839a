"""Reasons: a rule's code and a sentence that a person reads.

A sentence is a message of the catalogue, marked with Django's `gettext_noop`, beside its facts: it may be
compared and kept, and is translated in one place, `Reason.in_words`. Labels of states are lazy
(`TextChoices`) and may stand among the facts.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_noop

Translate = Callable[[str], str]


class Term(str):
    """A word of a published vocabulary ("Requires improvement"), translated where it is shown."""

    __slots__ = ()


Fact = str | int | date | Promise

MONTHS = (
    gettext_noop("January"), gettext_noop("February"), gettext_noop("March"), gettext_noop("April"),
    gettext_noop("May"), gettext_noop("June"), gettext_noop("July"), gettext_noop("August"),
    gettext_noop("September"), gettext_noop("October"), gettext_noop("November"), gettext_noop("December"),
)  # fmt: skip


def untranslated(message: str) -> str:
    return message


def date_in_words(day: date, translate: Translate = untranslated) -> str:
    """12 May 2024."""
    return f"{day.day} {translate(MONTHS[day.month - 1])} {day.year}"


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a rule decides as it does: the rule's code, the sentence's pattern and the facts it names."""

    code: str
    sentence: str
    facts: Mapping[str, Fact] = field(default_factory=dict)

    def in_words(self, translate: Translate = untranslated) -> str:
        """The sentence with its facts, in the language of `translate`."""
        return translate(self.sentence) % {name: _shown(fact, translate) for name, fact in self.facts.items()}

    def __str__(self) -> str:
        return self.in_words()


def _shown(fact: Fact, translate: Translate) -> Fact:
    if isinstance(fact, date):
        return date_in_words(fact, translate)
    if isinstance(fact, Term):
        return translate(fact)
    return fact
