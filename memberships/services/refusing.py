"""What the rules refuse, raised at the fields it is about."""

from __future__ import annotations

from collections.abc import Iterable

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.utils.translation import gettext as _

from memberships.rules.leaders import Refusal


def refuse(refusals: Iterable[Refusal]) -> None:
    """Raise ValidationError with every reason at its field, if there is one."""
    errors: dict[str, list[str]] = {}
    for field, reason in refusals:
        errors.setdefault(field or NON_FIELD_ERRORS, []).append(reason.in_words(_))
    if errors:
        raise ValidationError(errors)
