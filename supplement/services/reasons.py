"""What somebody gives as the reason of a deed about money: not empty, and no bank details (S9)."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from core.text import has_something_to_see, several_lines
from supplement.rules.bank_details import REFUSED, looks_like_bank_details


def reason_given(words: str) -> str:
    """The words, tidied. Raises ValidationError at "words" for none and for bank details."""
    words = several_lines(words)
    if not has_something_to_see(words):
        raise ValidationError({"words": _("Enter the reason.")})
    if looks_like_bank_details(words):
        raise ValidationError({"words": _(REFUSED)})
    return words
