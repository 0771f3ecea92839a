"""Saving a row so that a broken constraint is answered in words
at the right field, also when two people race.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from core.models import AuthorityOwned


def save_in_words(
    row: AuthorityOwned, *, clash: dict[str, Any] | None = None, fields: list[str] | None = None
) -> None:
    """Check and save. Raises ValidationError; what constraints refuse is said as ``clash`` says it.

    The check before saving sees what is committed; the constraint decides when somebody else was faster.
    """
    row.claim_authority()
    with clash_in_words(clash):
        row.full_clean()
        row.save(update_fields=fields)


@contextmanager
def clash_in_words(clash: dict[str, Any] | None) -> Iterator[None]:
    """Around the check of a row's constraints or its save: raises ValidationError as ``clash`` says it where
    the row breaks one, also because somebody else was faster. Without ``clash`` what was raised is raised.
    """
    try:
        with transaction.atomic():
            yield
    except ValidationError as refusal:
        of_constraints = hasattr(refusal, "error_dict") and set(refusal.error_dict) == {NON_FIELD_ERRORS}
        if clash is None or not of_constraints:
            raise
        raise ValidationError(clash) from refusal
    except IntegrityError as refusal:
        if clash is None:
            raise
        raise ValidationError(clash) from refusal


def edition_of(*values: object) -> str:
    """A mark that changes with what a row says: who writes carries it
    along, and of two people the second one is told (W1).
    """
    said = json.dumps([str(value) if value is not None else None for value in values])
    return hashlib.sha256(said.encode()).hexdigest()[:16]


CHANGED_MEANWHILE = "changed_meanwhile"


def refuse_older_text(*, seen: str | None, mark: str) -> None:
    """Raise ValidationError at ``seen`` where a change was made from another text than the stored one (W1).

    None: nobody looked at a text before, as in a load.
    """
    if seen is None or seen == mark:
        return
    text = _(
        "Somebody has changed this while you were writing. Below is what it says now; your own words are still"
        " in the boxes."
    )
    raise ValidationError({"seen": ValidationError(text, code=CHANGED_MEANWHILE)})
