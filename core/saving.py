"""Saving a row so that a broken constraint is answered in words at the right field, also when two people race."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import IntegrityError, transaction

from core.models import AuthorityOwned


def save_in_words(row: AuthorityOwned, *, clash: dict[str, Any] | None = None, fields: list[str] | None = None) -> None:
    """Check and save. Raises ValidationError; what constraints refuse is said as ``clash`` says it.

    The check before saving sees what is committed; the constraint decides when somebody else was faster.
    """
    row.claim_authority()
    try:
        row.full_clean()
        with transaction.atomic():
            row.save(update_fields=fields)
    except ValidationError as refusal:
        if clash is None or set(refusal.error_dict) != {NON_FIELD_ERRORS}:
            raise
        raise ValidationError(clash) from refusal
    except IntegrityError as refusal:
        if clash is None:
            raise
        raise ValidationError(clash) from refusal
