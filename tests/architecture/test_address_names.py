"""Every name of an address that a template or a module writes is a name that exists."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.urls import URLResolver, get_resolver

ROOT = Path(settings.BASE_DIR)
URLCONFS = (settings.ROOT_URLCONF, settings.AUTHORITY_URLCONF)
#: ``{% url 'app:name' … %}``, and names given to components and filters as plain words.
URL_TAG = re.compile(r"""\{%-?\s*url\s+["']([\w:-]+)["']""")
QUOTED = re.compile(r"""["']([a-z_]+:[a-z_]+)["']""")
REVERSING = {"reverse", "reverse_lazy", "redirect"}


def names_of(patterns: Any, namespace: str = "") -> Iterator[str]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from names_of(pattern.url_patterns, inner)
        elif pattern.name:
            yield namespace + pattern.name


NAMES = {name for urlconf in URLCONFS for name in names_of(get_resolver(urlconf).url_patterns)}
NAMESPACES = {name.partition(":")[0] for name in NAMES if ":" in name}
TEMPLATES = sorted(path for path in (ROOT / "templates").rglob("*") if path.suffix in {".html", ".txt"})
MODULES = sorted(
    path
    for app in (*settings.OUR_APPS, "config", "benchmarks", "tests")
    for path in (ROOT / app).rglob("*.py")
)
#: Features of allauth that are switched off; its templates, which we lay out anew, still name their pages
#: behind an ``if``.
SWITCHED_OFF = {
    "account_confirm_password_reset_code",
    "account_verify_phone",
    "account_signup_by_passkey",
    "mfa_signup_webauthn",
    "mfa_trust",
}


def is_of_ours(name: str) -> bool:
    return ":" in name and name.partition(":")[0] in NAMESPACES


def names_in_template(path: Path) -> set[str]:
    text = path.read_text()
    return set(URL_TAG.findall(text)) | {name for name in QUOTED.findall(text) if is_of_ours(name)}


def names_in_module(path: Path) -> set[str]:
    """What is reversed, and every other string that looks like an address of one of the namespaces."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and re.fullmatch(r"[a-z_]+:[a-z_]+", node.value)
        ):
            names |= {node.value} if is_of_ours(node.value) else set()
        if not isinstance(node, ast.Call) or not node.args:
            continue
        called = getattr(node.func, "id", getattr(node.func, "attr", ""))
        name = node.args[0]
        if called in REVERSING and isinstance(name, ast.Constant) and isinstance(name.value, str):
            names.add(name.value)
    return {name for name in names if "/" not in name}


def unknown(paths: list[Path], names: Any) -> list[str]:
    return [
        f"{path.relative_to(ROOT)}: {name}"
        for path in paths
        for name in sorted(names(path) - NAMES - SWITCHED_OFF)
    ]


def test_templates_name_addresses_that_exist() -> None:
    assert unknown(TEMPLATES, names_in_template) == []


def test_modules_name_addresses_that_exist() -> None:
    assert unknown(MODULES, names_in_module) == []


@pytest.mark.parametrize(
    "app", sorted({path.parent.name for path in ROOT.glob("*/urls.py")} & set(settings.OUR_APPS))
)
def test_each_app_names_its_addresses_in_its_own_namespace(app: str) -> None:
    assert app in NAMESPACES


def test_only_sites_and_sign_in_name_addresses_without_a_namespace() -> None:
    bare = {name for name in NAMES if ":" not in name}
    sign_in = {
        name
        for name in bare
        if name.startswith(("account_", "mfa_", "socialaccount_", "openid_connect_", "usersessions_"))
    }
    assert bare - sign_in == {
        "home",
        "demonstration",
        "demonstration_file",
        "health_database",
        "health_web",
        "health_worker",
        "status",
    }
