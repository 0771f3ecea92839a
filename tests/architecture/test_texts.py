"""Texts come in by one way: one-line ones through LineField, others through TextField and TextArea."""

from __future__ import annotations

import ast
import importlib
import pkgutil
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from django import forms
from django.conf import settings
from django.contrib import admin
from django.test import RequestFactory

from core.forms.fields import LineField, TextField, text_field_of
from core.forms.widgets import TextArea

ROOT = Path(settings.BASE_DIR)
#: Fields of Django's that are one line of a form of their own, which their validators keep to it.
OF_THEIR_OWN = (forms.EmailField, forms.URLField, forms.SlugField, forms.RegexField, forms.UUIDField)
UNREAD = (forms.HiddenInput, forms.PasswordInput)


def modules() -> Iterator[str]:
    for app in settings.OUR_APPS:
        for module in pkgutil.walk_packages(importlib.import_module(app).__path__, f"{app}."):
            if "migrations" not in module.name and "demonstration" not in module.name:
                yield module.name


def subclasses_of(base: type) -> Iterator[type]:
    for subclass in base.__subclasses__():
        yield subclass
        yield from subclasses_of(subclass)


def strays(form_class: type[forms.BaseForm]) -> Iterator[str]:
    # what a form over a model takes from the model is the admin's to make (the test below)
    by_hand = getattr(form_class, "declared_fields", form_class.base_fields)
    fields = by_hand if issubclass(form_class, forms.BaseModelForm) else form_class.base_fields
    for name, field in fields.items():
        if problem := stray(field):
            yield f"{form_class.__module__}.{form_class.__qualname__}.{name}: {problem}"


def stray(field: forms.Field) -> str:
    widget = field.widget
    if isinstance(widget, UNREAD) or isinstance(field, OF_THEIR_OWN):
        return ""
    if isinstance(widget, forms.Textarea) and not isinstance(field, TextField):
        return "several lines, and no TextField"
    if isinstance(field, forms.CharField) and not isinstance(field, LineField | TextField):
        return "one line, and no LineField"
    return ""


def test_every_form_reads_its_texts_in_the_one_way() -> None:
    for name in modules():
        if {"forms", "admin", "views", "filters"} & set(name.split(".")):
            importlib.import_module(name)
    ours = [
        form
        for form in set(subclasses_of(forms.BaseForm))
        if form.__module__.partition(".")[0] in settings.OUR_APPS and hasattr(form, "base_fields")
    ]
    assert len(ours) > 50
    problems = sorted(problem for form in ours for problem in strays(form))
    assert not problems, "\n".join(problems)
    marked_twice = [
        f"{form.__qualname__}.{name}"
        for form in ours
        if getattr(form, "marks_optional", True)
        for name, field in form.base_fields.items()
        if "(optional)" in str(field.label)
    ]
    assert marked_twice == [], "the form says by itself which fields are optional"


@pytest.mark.django_db
def test_every_text_of_a_record_of_the_admin_is_read_in_the_one_way() -> None:
    request = RequestFactory().get("/")
    request.user = SimpleNamespace(has_perm=lambda *_: True, pk=1)  # type: ignore[assignment]
    wrong, read = [], 0
    for model, model_admin in admin.site._registry.items():
        if model._meta.app_label not in settings.OUR_APPS:
            continue
        for db_field in model._meta.local_fields:
            expected = text_field_of(db_field)
            if expected is None or not db_field.editable:
                continue
            read += 1
            field = model_admin.formfield_for_dbfield(db_field, request)
            if not isinstance(field, expected):
                wrong.append(f"{model._meta.label}.{db_field.name}")
    assert read > 30
    assert wrong == []


def test_no_form_makes_a_field_of_djangos_for_a_text() -> None:
    """Fields made while a form is built are seen in the source alone."""
    wrong = []
    for app in settings.OUR_APPS:
        for file in (ROOT / app).rglob("*.py"):
            source = file.read_text()
            if "migrations" in file.parts or "CharField(" not in source:
                continue
            wrong += [
                f"{file.relative_to(ROOT)}:{node.lineno}"
                for node in ast.walk(ast.parse(source))
                if is_bare_char_field(node)
                and "HiddenInput" not in (ast.get_source_segment(source, node) or "")
            ]
    assert wrong == []


def is_bare_char_field(node: ast.AST) -> bool:
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "CharField"
        and isinstance(node.func.value, ast.Name)
        and node.func.value.id in {"forms", "django_forms"}
    )


@pytest.mark.parametrize(
    ("field", "problem"),
    [
        (forms.CharField(), "one line, and no LineField"),
        (forms.CharField(widget=TextArea()), "several lines, and no TextField"),
        (LineField(widget=TextArea()), "several lines, and no TextField"),
        (LineField(), ""),
        (TextField(), ""),
        (forms.CharField(widget=forms.HiddenInput), ""),
    ],
)
def test_a_stray_field_is_found(field: forms.Field, problem: str) -> None:
    assert stray(field) == problem
