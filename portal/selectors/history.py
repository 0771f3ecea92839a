"""What was done about a setting or a person, in sentences, for their pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from accounts.models import User
from audit.selectors import changes_in_words, entries_about

MAX_SHOWN = 100


@dataclass(frozen=True, slots=True)
class Deed:
    at: datetime
    by: str
    sentence: str
    changes: Sequence[str]


def deeds_about(thing: Any, *, user: User) -> list[Deed]:
    """The newest first. Confidential ones are left out for everybody: the page says the same whether or not
    there is a case (O6).
    """
    entries = entries_about(thing._meta.label_lower, thing.pk, user=user).filter(is_confidential=False)
    return [
        Deed(entry.at, entry.by_name, entry.sentence, changes_in_words(entry))
        for entry in entries[:MAX_SHOWN]
    ]
