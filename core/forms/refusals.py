"""What a service refuses, shown on the form that asked for it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError


def add_refusal(form: Any, refusal: ValidationError, error_fields: Mapping[str, str]) -> None:
    """Put each reason at the field it is about; one about a field that
    the form does not have stands above the form.

    ``error_fields``: where a service's name of a field is not the form's.
    """
    by_field = (
        refusal.error_dict if hasattr(refusal, "error_dict") else {NON_FIELD_ERRORS: refusal.error_list}
    )
    for name, reasons in by_field.items():
        field = error_fields.get(name, name)
        form.add_error(field if field in form.fields else None, reasons)
