"""S9: nowhere in the supplement are bank details accepted, whichever form is written next."""

from __future__ import annotations

import pkgutil
from importlib import import_module

import pytest
from django import forms
from django.core.exceptions import ValidationError

import supplement.forms
from core.forms.base import GovForm
from core.forms.money import PoundsField, RateField

#: What is typed into these is read as a number at once, and nothing of the text is kept.
NUMBERS = (PoundsField, RateField)
BANK_DETAILS = "20-45-45 12345678"


def _forms() -> list[type[GovForm]]:
    modules = [
        import_module(f"supplement.forms.{row.name}")
        for row in pkgutil.iter_modules(supplement.forms.__path__)
    ]
    found = {
        row
        for module in modules
        for row in vars(module).values()
        if isinstance(row, type) and issubclass(row, GovForm) and row.__module__ == module.__name__
    }
    return sorted(found, key=lambda row: (row.__module__, row.__qualname__))


def _texts(form: type[GovForm]) -> list[tuple[str, forms.CharField]]:
    return [
        (name, field)
        for name, field in form.base_fields.items()  # type: ignore[attr-defined]
        if isinstance(field, forms.CharField)
        and not isinstance(field, NUMBERS)
        and not isinstance(field.widget, forms.HiddenInput)
    ]


@pytest.mark.parametrize(
    ("form", "name"), [(form, name) for form in _forms() for name, _field in _texts(form)]
)
def test_s9_every_text_of_the_supplement_refuses_bank_details(form: type[GovForm], name: str) -> None:
    field = dict(_texts(form))[name]
    with pytest.raises(ValidationError) as refused:
        field.clean(BANK_DETAILS)
    assert "bank_details" in {error.code for error in refused.value.error_list}, (
        f"{form.__qualname__}.{name}: take LineField or TextField of supplement.forms.fields"
    )


def test_s9_a_field_of_the_ordinary_kind_would_be_found() -> None:
    class Loose(GovForm, forms.Form):
        words = forms.CharField()

    [(_name, field)] = _texts(Loose)
    assert field.clean(BANK_DETAILS) == BANK_DETAILS
    assert len(_forms()) > 10
