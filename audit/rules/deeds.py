"""What a kind of write is: a stored value and the label that lists call it by."""

from __future__ import annotations

from enum import StrEnum


class Deed(StrEnum):
    """A kind of write, and its ``label``; made from a stored value, the label is that of the kind. The
    members stand with their subjects: ``Action``, ``MeetingAction``, ``MoneyAction``,
    ``QualityAction``.
    """

    label: str

    def __new__(cls, value: str, label: str = "") -> Deed:
        deed = str.__new__(cls, value)
        deed._value_, deed.label = value, label
        return deed
