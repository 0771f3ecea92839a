"""Whatever sorts by a name says ``__in_order``, so that the order is the same on every server."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.db import models

ROOT = Path(settings.BASE_DIR)
NAME = re.compile(r"-?(?:\w+__)*(?:full_name|name|title)")
SAYS_ORDER = {"order_by", "ordering", "sort", "sheet_ordering"}
#: Texts whose order is that of codes, not of names: nobody reads it.
CODES = {
    "exchange.SheetLine.kind",
    "ofsted.SchoolLink.other_urn",
    "ofsted.SchoolLink.urn",
    "providers.ProviderIdentity.scheme",
    "providers.ProviderIdentity.value",
    "qa_framework.Framework.key",
    "supplement.RunLine.component",
    "supplement.SchemeComponent.key",
}
FOLDED = {"search_text"}


def faults(source: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(source)):
        for value in orders_of(node):
            for text in ast.walk(value):
                if (
                    isinstance(text, ast.Constant)
                    and isinstance(text.value, str)
                    and NAME.fullmatch(text.value)
                ):
                    yield f"{text.lineno}: {text.value}"


def orders_of(node: ast.AST) -> Iterator[ast.AST]:
    """What is given as an order: arguments of order_by, keywords, and attributes of a class."""
    if isinstance(node, ast.Call):
        if getattr(node.func, "attr", "") == "order_by":
            yield from (argument for argument in node.args if not is_in_order(argument))
        yield from (word.value for word in node.keywords if word.arg in SAYS_ORDER)
    elif isinstance(node, ast.Assign) and any(
        getattr(target, "id", "") in SAYS_ORDER for target in node.targets
    ):
        yield node.value


def is_in_order(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and getattr(node.func, "id", "") == "InOrder"


def test_every_order_by_a_name_is_in_order() -> None:
    wrong = []
    for app in settings.OUR_APPS:
        for file in (ROOT / app).rglob("*.py"):
            if "migrations" in file.parts or (
                "tables" in (file.stem, file.parent.name) and "core" not in file.parts
            ):
                continue
            wrong += [f"{file.relative_to(ROOT)}:{fault}" for fault in faults(file.read_text())]
    assert wrong == []


def test_a_column_of_a_list_that_sorts_by_a_name_is_in_order() -> None:
    """``ordering`` of a table names a column, ``sort`` the order."""
    wrong = []
    for file in ROOT.glob("*/tables.py"):
        tree = ast.parse(file.read_text())
        for word in (word for node in ast.walk(tree) if isinstance(node, ast.Call) for word in node.keywords):
            if word.arg == "sort":
                wrong += [
                    f"{file.parent.name}: {text.value}"
                    for text in ast.walk(word.value)
                    if isinstance(text, ast.Constant) and NAME.fullmatch(str(text.value))
                ]
    assert wrong == []


def test_no_default_order_is_that_of_a_plain_text() -> None:
    """A text without choices is a name, or its codes are named above."""
    wrong = []
    for model in apps.get_models():
        if model._meta.app_label not in settings.OUR_APPS:
            continue
        for term in model._meta.ordering:
            path = str(term).removeprefix("-").split("__")
            field = field_at(model, path)
            if field is None or path[-1] in FOLDED:
                continue
            if isinstance(field, models.CharField | models.TextField) and not field.choices:
                label = f"{field.model._meta.label}.{field.name}"
                wrong += [label] if label not in CODES else []
    assert wrong == []


def field_at(model: type[models.Model], path: list[str]) -> models.Field | None:
    """The field at the end of a path; None where a transform ends it."""
    for step in path[:-1]:
        field = model._meta.get_field(step)
        if not field.is_relation:
            return None
        model = field.related_model  # type: ignore[assignment]
    return None if path[-1] in ("in_order", "pk") else model._meta.get_field(path[-1])  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("source", "number"),
    [
        ("rows.order_by('user__full_name', 'pk')", 1),
        ("rows.order_by('-name')", 1),
        ("Column('x', sort=('district__name', 'pk'))", 1),
        ("class Meta:\n    ordering = ['title']", 1),
        ("rows.order_by('name__in_order')", 0),
        ("rows.order_by(InOrder('name'))", 0),
    ],
)
def test_a_plain_order_is_found(source: str, number: int) -> None:
    assert len(list(faults(source))) == number
