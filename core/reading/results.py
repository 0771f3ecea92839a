"""What reading a text gives: a value with a remark where something was mended, or a reason why there is none."""

from __future__ import annotations

from typing import Generic, NamedTuple, TypeVar

from core.reasons import Fact, Reason

Value = TypeVar("Value")


class Answer(NamedTuple, Generic[Value]):
    """A value that was read. ``remark`` says what was mended on the way to it."""

    value: Value
    remark: Reason | None = None


class CellProblem(ValueError):
    """A text that cannot be read, with its reason."""

    def __init__(self, sentence: str, *, code: str = "O7", **facts: Fact) -> None:
        self.reason = Reason(code, sentence, facts)
        super().__init__(sentence)
