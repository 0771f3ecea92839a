"""What holds for collaborations on a day, asked of the subject above that
knows: ways of working tells us how (``read_terms_with``).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Protocol

from memberships.rules.agreed import AgreedTerms


class TermsReader(Protocol):
    """Reads what holds for many collaborations on a day, by their ids."""

    def __call__(self, ids: Iterable[int], /, *, on: date) -> Mapping[int, AgreedTerms]: ...


_readers: list[TermsReader] = []


def read_terms_with(reader: TermsReader) -> None:
    """Say how to read what was agreed. Called once, when the application starts."""
    _readers[:] = [reader]


def agreed_terms_of_ids(ids: Iterable[int], *, on: date) -> Mapping[int, AgreedTerms]:
    """What holds for each collaboration on a day. At most three queries, however many there are."""
    (reader,) = _readers
    return reader(ids, on=on)


def agreed_terms(collaboration_id: int, *, on: date) -> AgreedTerms:
    return agreed_terms_of_ids([collaboration_id], on=on)[collaboration_id]
