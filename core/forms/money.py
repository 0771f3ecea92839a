"""Fields of money: pounds as people type them, whole pence as value."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, TypeVar

from django.core.exceptions import ValidationError
from django.utils.translation import gettext

from core.forms.fields import LineField
from core.forms.widgets import TextInput
from core.money import MAX_PENCE, UNREADABLE, pence_typed, plain_pounds, plain_rate, rate_typed
from core.reasons import Reason

MAX_TYPED = 20
Number = TypeVar("Number", int, Decimal)


class PoundsField(LineField):
    """Pounds and pence; the value is whole pence (S1).

    ``most`` and ``least`` are pence; ``nothing`` is the value of an empty field, and is shown as one;
    ``unreadable`` is the sentence for what cannot be read, marked with `gettext_noop`.
    """

    def __init__(
        self,
        *,
        most: int = MAX_PENCE,
        least: int = 0,
        nothing: int | None = None,
        unreadable: str = UNREADABLE,
        **kwargs: Any,
    ) -> None:
        kwargs.setdefault("widget", _input())
        super().__init__(max_length=MAX_TYPED, **kwargs)
        self.most, self.least, self.nothing, self.unreadable = most, least, nothing, unreadable

    def prepare_value(self, value: Any) -> Any:
        if not isinstance(value, int):
            return value
        return "" if value == self.nothing else plain_pounds(value).removesuffix(".00")

    def clean(self, value: Any) -> int | None:
        pence = pence_typed(
            super().clean(value), code="S1", most=self.most, least=self.least, unreadable=self.unreadable
        )
        return self.nothing if pence is None else _or_error(pence)


class RateField(LineField):
    """A rate in pounds of at most four places; the value is a Decimal, None for nothing (S1)."""

    def __init__(self, *, most: int = MAX_PENCE, **kwargs: Any) -> None:
        kwargs.setdefault("widget", _input())
        super().__init__(max_length=MAX_TYPED, **kwargs)
        self.most = most

    def prepare_value(self, value: Any) -> Any:
        return plain_rate(value) if isinstance(value, Decimal) else value

    def clean(self, value: Any) -> Decimal | None:
        rate = rate_typed(super().clean(value), code="S1", most=self.most)
        return None if rate is None else _or_error(rate)


def _input() -> TextInput:
    return TextInput({"inputmode": "decimal", "autocomplete": "off"}, width=10, prefix="£")


def _or_error(value: Number | Reason) -> Number:
    if isinstance(value, Reason):
        raise ValidationError(value.in_words(gettext))
    return value
