"""The architecture that import-linter cannot see: foreign keys by
string, the closed list of modules, sizes, endpoints.
"""

from __future__ import annotations

import ast
import configparser
import functools
import re
import statistics
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.db import models

ROOT = Path(settings.BASE_DIR)
OURS = tuple(reversed(settings.OUR_APPS))
ENDPOINTS = {
    "admin",
    "blocks",
    "exports",
    "forms",
    "frame",
    "hits",
    "lines",
    "management",
    "panels",
    "tables",
    "urls",
    "views",
}
MODULES = ENDPOINTS | {
    "apps", "charts", "emails", "imports", "migrations", "models", "pdf", "permissions", "receivers", "rules", "selectors", "services",
    "signals", "tasks",
}  # fmt: skip
#: Modules that one app has beyond the list, each with its reason (docs/decisions).
EXTRA_MODULES = {
    # the plugs of allauth and Django, and the role table; what every request reads of its person; whose an
    # address is (decision 0028); models of what the team decides about a person (decision 0049)
    "accounts": {
        "access", "adapters", "addresses", "backends", "decisions", "identity_provider", "middleware", "oidc", "passwords",
    }
    | {"roles", "visits"},
    "core": {
        "addresses", "broker", "cache", "calendar_files", "collector", "constraints", "contrast", "counts", "dates", "files",
        "filling", "frame", "grants", "history", "isolation", "kept_forms", "keys", "limits", "logs", "mail", "malware",
        "matching", "merge_fields", "money", "moves", "names", "ordering", "postgres", "prepared", "reading", "reasons", "saving", "scoping",
        "searching", "security", "subjects", "telephones", "templatetags", "text", "unstorable", "uploads", "wording",
    },  # machinery is its subject
    "documents": {"delivery"},  # models of how emails and calendars reach a person (decision 0060)
    "portal": {"context", "demonstration", "navigation"},  # the page's frame, and the invented authorities
}  # fmt: skip
#: What other apps' endpoints may use: mixins of a kind of endpoint, and panels shown on others' pages.
SHARED_ENDPOINT = re.compile(r"\w+\.(panels|\w+\.mixins)")


def depth() -> dict[str, int]:
    parser = configparser.ConfigParser()
    parser.read(ROOT / ".importlinter")
    rows = [
        row.strip() for row in parser["importlinter:contract:domain"]["layers"].splitlines() if row.strip()
    ]
    return {app.strip(): level for level, row in enumerate(rows) for app in row.split("|")}


def foreign_keys() -> Iterator[tuple[type[models.Model], models.Field]]:
    for model in apps.get_models(include_auto_created=True):
        if model._meta.app_label in OURS:
            yield from (
                (model, field)
                for field in model._meta.local_fields
                if field.is_relation and field.related_model
            )


def python_files() -> list[Path]:
    files = [file for app in (*OURS, "config") for file in (ROOT / app).rglob("*.py")]
    return [file for file in files if "migrations" not in file.parts]


def test_the_layers_name_every_app() -> None:
    assert set(depth()) == {*OURS, "config"}


def test_foreign_keys_point_downwards() -> None:
    level = depth()
    upward = [
        f"{model._meta.label}.{field.name}"
        for model, field in foreign_keys()
        if field.related_model._meta.app_label in level
        and level[field.related_model._meta.app_label] < level[model._meta.app_label]
    ]
    assert upward == []


def test_every_module_is_of_the_list() -> None:
    strays = []
    for app in OURS:
        allowed = MODULES | EXTRA_MODULES.get(app, set()) | {"__init__"}
        for path in (ROOT / app).iterdir():
            if path.name == "__pycache__" or (path.is_file() and path.suffix != ".py"):
                continue
            if path.stem not in allowed:
                strays.append(str(path.relative_to(ROOT)))
    assert strays == []


@functools.cache
def imports_of(file: Path, *, for_types: bool = False) -> tuple[str, ...]:
    """Whole names of what a file imports from our apps, wherever in it; ``for_types`` those for types alone
    too.
    """
    return tuple(_imports_of(file, with_types=for_types))


def _imports_of(file: Path, *, with_types: bool) -> Iterator[str]:
    tree = ast.parse(file.read_text())
    for_types = {
        node
        for branch in ast.walk(tree)
        if isinstance(branch, ast.If) and getattr(branch.test, "id", "") == "TYPE_CHECKING"
        for node in ast.walk(branch)
    }
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.ImportFrom)
            and (with_types or node not in for_types)
            and (node.module or "").partition(".")[0] in OURS
        ):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


#: What a rule may ask of Django: states with their labels, marks for the catalogue, and the type of a lazy
#: text.
DJANGO_OF_RULES = {
    "django.db.models": {"TextChoices", "IntegerChoices"},
    "django.utils.translation": {"gettext_lazy", "gettext_noop"},
    "django.utils.functional": {"Promise"},
}


def rule_files() -> Iterator[Path]:
    yield from (
        ROOT / "accounts/roles.py",
        *(ROOT / f"core/{name}.py" for name in ("dates", "money", "reasons")),
    )
    for app in OURS:
        yield from (ROOT / app).glob("rules.py")
        yield from (ROOT / app).glob("rules/**/*.py")


def django_imports(source: str) -> Iterator[tuple[str, str]]:
    """Module and name of what a file imports from Django; a module
    that is imported whole has the name ``*``.
    """
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ImportFrom) and (node.module or "").partition(".")[0] == "django":
            yield from ((node.module or "", alias.name) for alias in node.names)
        elif isinstance(node, ast.Import):
            names = (alias.name for alias in node.names)
            yield from ((name, "*") for name in names if name.partition(".")[0] == "django")


def test_rules_know_nothing_of_django_but_choices_and_translation() -> None:
    wrong = [
        f"{file.relative_to(ROOT)}: {module}.{name}"
        for file in rule_files()
        for module, name in django_imports(file.read_text())
        if name not in DJANGO_OF_RULES.get(module, set())
    ]
    assert wrong == []


@pytest.mark.parametrize(
    "line",
    [
        "import django",
        "import django.utils.timezone",
        "from django.db import models",
        "from django.utils import timezone",
    ],
)
def test_other_imports_of_django_are_seen(line: str) -> None:
    assert [name not in DJANGO_OF_RULES.get(module, set()) for module, name in django_imports(line)] == [True]


def test_endpoints_use_other_apps_endpoints_only_through_mixins_and_panels() -> None:
    wrong = []
    for file in python_files():
        app, kind = file.relative_to(ROOT).parts[0], file.relative_to(ROOT).with_suffix("").parts[1:2]
        if app in {"config", "core"} or not {*kind} & ENDPOINTS:
            continue
        for name in imports_of(file):
            other, module, *_rest = name.split(".")
            if other not in {app, "core"} and module in ENDPOINTS and not SHARED_ENDPOINT.match(name):
                wrong.append(f"{file.relative_to(ROOT)}: {name}")
    assert wrong == []


def test_the_domain_imports_no_endpoint_and_nothing_above_it() -> None:
    """Wherever the import stands: in a function, or for types alone."""
    level = depth()
    wrong = []
    for file in python_files():
        app, kind = file.relative_to(ROOT).parts[0], file.relative_to(ROOT).with_suffix("").parts[1:2]
        if app in {"config", "core", "portal"} or {*kind} & (ENDPOINTS | {"apps"}):
            continue
        for name in imports_of(file, for_types=True):
            other, module, *_rest = name.split(".")
            is_beside_or_above = other != app and level[other] <= level[app]
            if is_beside_or_above or (other not in {app, "core"} and module in ENDPOINTS):
                wrong.append(f"{file.relative_to(ROOT)}: {name}")
    assert wrong == []


def test_no_package_re_exports() -> None:
    """A thing is imported from where it is defined.

    An ``__init__`` may import its modules, where Django looks for them there.
    """
    wrong = []
    for file in python_files():
        if file.name != "__init__.py":
            continue
        package = ".".join(file.relative_to(ROOT).parent.parts)
        for node in ast.walk(ast.parse(file.read_text())):
            if (
                isinstance(node, (ast.Import, ast.ImportFrom))
                and getattr(node, "module", None) != package
                and package != "config"
            ):
                wrong.append(f"{file.relative_to(ROOT)}:{node.lineno}")
    assert wrong == []


def import_graph() -> dict[str, set[str]]:
    """Module to the modules that it imports, of our apps."""
    modules = {
        ".".join(file.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): file
        for file in python_files()
    }
    graph: dict[str, set[str]] = {}
    for module, file in modules.items():
        targets = {name if name in modules else name.rpartition(".")[0] for name in imports_of(file)}
        graph[module] = (targets & set(modules)) - {module}
    return graph


def circles(graph: dict[str, set[str]]) -> list[list[str]]:
    """The strongly connected parts of more than one module (Tarjan)."""
    order: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    found: list[list[str]] = []

    def visit(module: str) -> None:
        order[module] = low[module] = len(order)
        stack.append(module)
        for target in graph[module]:
            if target not in order:
                visit(target)
                low[module] = min(low[module], low[target])
            elif target in stack:
                low[module] = min(low[module], order[target])
        if low[module] == order[module]:
            part = stack[stack.index(module) :]
            del stack[stack.index(module) :]
            if len(part) > 1:
                found.append(sorted(part))

    for module in graph:
        if module not in order:
            visit(module)
    return found


def test_no_modules_import_each_other_in_a_circle() -> None:
    packages_of_models = {"memberships.models"}
    graph = {module: targets - packages_of_models for module, targets in import_graph().items()}
    assert circles(graph) == []


def test_lines_are_within_110_columns() -> None:
    """But for one line in 256: a table, a statement of SQL or a sentence of the catalogue. (Ruff refuses
    150.)
    """
    lines = [line for file in python_files() for line in file.read_text().splitlines()]
    assert sum(len(line) > 110 for line in lines) <= len(lines) / 256


def test_no_app_is_over_a_fifth_of_the_code() -> None:
    lines = {
        app: sum(
            len(file.read_text().splitlines())
            for file in python_files()
            if file.relative_to(ROOT).parts[0] == app
        )
        for app in OURS
    }
    total = sum(lines.values())
    assert {app: count for app, count in lines.items() if count > total / 5} == {}


def function_lengths() -> list[tuple[int, str]]:
    found = []
    for file in python_files():
        for node in ast.walk(ast.parse(file.read_text())):
            if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
                found.append((node.end_lineno - node.lineno + 1, f"{file.relative_to(ROOT)}:{node.name}"))
    return found


def test_functions_are_short() -> None:
    lengths = function_lengths()
    assert [name for length, name in lengths if length > 50] == []
    assert statistics.quantiles([length for length, _ in lengths], n=10)[8] <= 20


MAX_LINES, MAX_TEMPLATE_LINES = 400, 150
#: Longer modules of before, with their lines: they only become shorter, and leave the list.
STILL_LONG = {
    "accounts/models.py": 475,
    "tests/exchange/test_sheet_intake.py": 584,
    "tests/exchange/test_sheet_lists.py": 541,
    "tests/memberships/test_joining_services.py": 425,
    "tests/ofsted/test_kind_faults.py": 418,
}


def test_modules_are_short() -> None:
    lengths = {
        str(file.relative_to(ROOT)): len(file.read_text().splitlines())
        for file in [*python_files(), *(ROOT / "tests").rglob("*.py")]
        if "migrations" not in file.parts
    }
    too_long = {name: lines for name, lines in lengths.items() if lines > STILL_LONG.get(name, MAX_LINES)}
    done = [name for name in STILL_LONG if lengths.get(name, 0) <= MAX_LINES]
    assert (too_long, done) == ({}, [])


def test_templates_are_short() -> None:
    assert [
        str(file.relative_to(ROOT))
        for file in (ROOT / "templates").rglob("*.html")
        if len(file.read_text().splitlines()) > MAX_TEMPLATE_LINES
    ] == []


@pytest.mark.parametrize("word", ["utils", "helpers", "common", "misc", "managers"])
def test_no_module_for_leftovers(word: str) -> None:
    assert [file for file in python_files() if file.stem == word or word in file.parts] == []
