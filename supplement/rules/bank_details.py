"""S9: bank details stay in the finance system. Text that looks like them is refused, kindly, wherever it is
typed.
"""

from __future__ import annotations

import re
from datetime import date

from django.utils.translation import gettext_noop

from core.reasons import Reason

_DASH = r"[-‐‑‒–—−. ]"
#: Six digits in pairs, as people write a sort code: 20-45-45.
_PAIRS = re.compile(rf"(?<![\d£.,])(\d\d)({_DASH})(\d\d)\2(\d\d)(?!\d)(?!{_DASH}\d)", re.ASCII)
#: Six and eight digits one after the other, however they are divided; the word "account" may stand between.
_BETWEEN = r"(?:[\s,;:/|-]{0,3}|[^\d\w]{1,3}(?:account|acc|a/c)\W{0,3}(?:number|no)?\W{0,3})"
_BOTH = re.compile(
    rf"(?<!\d)\d\d{_DASH}?\d\d{_DASH}?\d\d{_BETWEEN}\d{{4}}{_DASH}?\d{{4}}(?!\d)", re.ASCII | re.IGNORECASE
)
_NAMED = re.compile(
    r"\b(sort\s*-?\s*code|account\s*(?:number|no\b|num\b)|a/c\s*(?:no|number)|iban)\W{0,12}\d", re.IGNORECASE
)
_IBAN = re.compile(r"\b([A-Z]{2}\d{2}(?:[ -]?[A-Z0-9]{2,4}){3,8})\b", re.IGNORECASE)
_CARD = re.compile(r"(?<!\d)(?:\d[ -]?){15}\d(?!\d)", re.ASCII)

REFUSED = gettext_noop(
    "This looks like bank details. We keep none: they stay in the council's finance system. Take them out, and"
    " give them to the finance team."
)


def looks_like_bank_details(text: str) -> bool:
    """Whether somebody pasted a sort code, an account, an IBAN or a card. Dates and telephones are none."""
    return (
        _BOTH.search(text) is not None
        or _NAMED.search(text) is not None
        or any(not _is_day(found) for found in _PAIRS.finditer(text))
        or any(_is_iban(found[1]) for found in _IBAN.finditer(text))
        or any(_is_card(found[0]) for found in _CARD.finditer(text))
    )


def refusal_of(text: str) -> Reason | None:
    """S9: the sentence for a field in which bank details were typed; None where there are none."""
    return Reason("S9", REFUSED) if looks_like_bank_details(text) else None


def _is_day(found: re.Match[str]) -> bool:
    """Whether three pairs are a day as it is written in England, 12-10-26; dots and spaces too."""
    try:
        date(2000 + int(found[4]), int(found[3]), int(found[1]))
    except ValueError:
        return False
    return True


def _is_iban(text: str) -> bool:
    """ISO 13616: the first four characters to the end, letters as numbers, remainder 1 of 97.

    Words that follow it may have been taken for its end, so it is tried up to each gap.
    """
    groups = re.split(r"[ -]", text.upper())
    heads = ("".join(groups[:number]) for number in range(1, len(groups) + 1))
    return any(_passes_97(head) for head in heads if 15 <= len(head) <= 34)


def _passes_97(packed: str) -> bool:
    return int("".join(str(int(sign, 36)) for sign in packed[4:] + packed[:4])) % 97 == 1


def _is_card(text: str) -> bool:
    """Luhn's check."""
    digits = [int(sign) for sign in text if sign.isdigit()]
    doubled = [digit * 2 - 9 if digit > 4 else digit * 2 for digit in digits[-2::-2]]
    return (sum(digits[-1::-2]) + sum(doubled)) % 10 == 0
