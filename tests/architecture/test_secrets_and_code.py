"""Nothing runs, loads or formats what came from outside; hashes and random values are strong; nothing stays
in a browser; the image holds what production needs.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture.test_identity import trees

ROOT = Path(__file__).resolve().parents[2]
#: Standard modules that make objects or code of bytes.
LOADERS = frozenset({"pickle", "marshal", "shelve", "dill", "yaml"})
UNPICKLES = ("pickle.load", "pickle.loads", "pickle.Unpickler")
#: YAML is composed with the base loader, whose scalars are texts; these make objects of it.
MAKE_OBJECTS = ("yaml.load", "yaml.load_all", "yaml.unsafe_load", "yaml.full_load", "yaml.safe_load")
#: What encrypts, signs and hashes: the standard library, Fernet, and Django's own; PyJWT proves the tokens of a
#: council's identity provider (accounts.oidc.tokens).
OF_CRYPTOGRAPHY = frozenset({"cryptography.fernet", "jwt"})


def calls(tree: ast.AST) -> Iterator[tuple[str, ast.Call]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func), node


def imported(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def code_made_of_text(tree: ast.AST) -> bool:
    return any(name in ("eval", "exec", "compile", "__import__") for name, _call in calls(tree))


def template_made_of_text(tree: ast.AST) -> bool:
    return any(
        name.rpartition(".")[2] in ("Template", "from_string") and bool(call.args)
        for name, call in calls(tree)
    )


def weak_hash(tree: ast.AST) -> bool:
    return any(name in ("hashlib.md5", "hashlib.sha1", "hashlib.new") for name, _call in calls(tree))


def test_nothing_runs_code_made_of_text() -> None:
    """But for the operator's shell, which is there to."""
    running = {path for path, tree in trees().items() if code_made_of_text(tree)}
    assert running == {"portal/management/commands/scoped_shell.py"}


def test_no_template_is_made_of_text() -> None:
    assert {path for path, tree in trees().items() if template_made_of_text(tree)} == set()


def test_nothing_is_unpickled() -> None:
    loading = {path for path, tree in trees().items() if LOADERS & {n.split(".")[0] for n in imported(tree)}}
    # What the reading child says, through an unpickler that makes nothing but listed objects; files of frameworks
    assert loading == {"core/limits/child.py", "core/limits/running.py", "qa_framework/imports/files.py"}
    reads = {
        path
        for path, tree in trees().items()
        for name, _call in calls(tree)
        if name in UNPICKLES + MAKE_OBJECTS
    }
    assert reads == set()


def test_no_weak_hash_is_used() -> None:
    assert {path for path, tree in trees().items() if weak_hash(tree)} == set()


def test_cryptography_comes_from_known_packages() -> None:
    packages = ("cryptography", "Crypto", "Cryptodome", "nacl", "jwt", "jose", "rsa", "ecdsa")
    used = {name for tree in trees().values() for name in imported(tree) if name.split(".")[0] in packages}
    assert used == OF_CRYPTOGRAPHY


def test_random_values_come_from_secrets() -> None:
    """The invented demonstration alone may be the same each time."""
    using = {path for path, tree in trees().items() if "random" in imported(tree)}
    assert {path for path in using if not path.startswith("portal/demonstration/")} == set()


@pytest.mark.parametrize(
    ("text", "is_wrong"),
    [
        ("eval(text)", code_made_of_text),
        ("Template(text).render()", template_made_of_text),
        ("engine.from_string(text)", template_made_of_text),
        ("hashlib.md5(text)", weak_hash),
    ],
)
def test_the_checks_see_what_they_forbid(text: str, is_wrong: object) -> None:
    assert is_wrong(ast.parse(text))  # type: ignore[operator]
    assert not is_wrong(ast.parse("hashlib.sha256(text)"))  # type: ignore[operator]


def scripts() -> list[Path]:
    """Ours; the design system's keeps which parts of a page are unfolded."""
    return [path for folder in ("app", "officer-admin") for path in (ROOT / "static" / folder).rglob("*.js")]


#: What a script keeps in the browser, and under which names: marks of attendance until the server has them
#: (decision 0053), texts of a form that saves itself until they are saved (0093); two scripts count or forget.
KEEPS = {
    "attendance.js": {("getItem", "store"), ("setItem", "store"), ("removeItem", "store")},
    "drafts.js": {("getItem", "key"), ("setItem", "key"), ("removeItem", "key")},
    "saved.js": {("removeItem", "key")},
    "waiting.js": {("getItem", "line")},
}


def test_no_script_keeps_anything_else_in_the_browser() -> None:
    keeps = re.compile(r"\b(localStorage|sessionStorage|indexedDB|document\.cookie|caches\.open)\b")
    assert len(scripts()) > 3
    found = {path.name: path.read_text() for path in scripts() if keeps.search(path.read_text())}
    calls = {name: set(re.findall(r"localStorage\.(\w+)\((\w+)", text)) for name, text in found.items()}
    assert calls == KEEPS
    assert "|${" in found["drafts.js"], "each text lies under its person and its page"
    assert not any(re.search(r"sessionStorage|indexedDB|cookie|caches", text) for text in found.values())


def test_parameters_come_from_query_or_form_and_never_from_both() -> None:
    either = re.compile(r"\b(GET|POST)\b[^\n]*(?:\bor\b|\|)[^\n]*\b(?!\1)(GET|POST)\b|\.REQUEST\b")
    assert either.search("data = request.POST or request.GET")
    assert [path for path in trees() if either.search((ROOT / path).read_text())] == []


def test_the_image_holds_no_history_and_no_tests() -> None:
    left_out = set((ROOT / ".dockerignore").read_text().split("\n"))
    assert {".git", ".env", "tests", "**/tests", "config/local", "config/test_settings.py"} <= left_out


def test_no_script_makes_markup_of_text() -> None:
    makes = re.compile(r"\b(innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval)\b|new Function")
    assert [path.name for path in scripts() if makes.search(path.read_text())] == []
