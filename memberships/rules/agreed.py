"""What the members have agreed, as far as membership asks (W1).

Ways of working, a subject above, answers it.
"""

from __future__ import annotations

from typing import Protocol

from core.reasons import Reason


class Amount(Protocol):
    """How much of a leaver's share moves: a choice, and its pence where the choice is a fixed sum."""

    @property
    def choice(self) -> str: ...

    @property
    def number(self) -> int | None: ...


class Source(Protocol):
    """Where a value comes from: a section that was adopted, or a default."""

    @property
    def reason(self) -> Reason: ...


class AgreedTerms(Protocol):
    """The values that hold for one collaboration on a day."""

    @property
    def attendance_threshold(self) -> int | None:
        """Percent of meetings; None where nothing is asked (C7)."""

    @property
    def leaver_funding(self) -> str | None: ...

    @property
    def leaver_amount(self) -> Amount | None: ...

    def source(self, key: str, /) -> Source | None: ...

    def is_agreed(self, key: str, /) -> bool:
        """Whether the members said so themselves, and it is no default."""
