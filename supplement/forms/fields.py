"""Text fields of the supplement: as everywhere, but bank details are refused kindly (S9).

Every text that people type here is one of these (tests/architecture/test_bank_details.py).
"""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from core.forms import fields
from supplement.rules.bank_details import REFUSED, looks_like_bank_details
from supplement.rules.pasted import cells_of


def refuse_bank_details(text: str) -> None:
    """Raises ValidationError where a text looks like bank details."""
    if looks_like_bank_details(text):
        raise ValidationError(_(REFUSED), code="bank_details")


class LineField(fields.LineField):
    default_validators = [refuse_bank_details]


class TextField(fields.TextField):
    default_validators = [refuse_bank_details]


class LinesField(fields.TextField):
    """Pasted lines of several cells: each cell is looked at by itself, since a URN beside a supplier
    reference would look like a sort code beside an account.
    """

    def validate(self, value: str) -> None:
        super().validate(value)
        for line in value.splitlines():
            for cell in cells_of(line):
                refuse_bank_details(cell)
