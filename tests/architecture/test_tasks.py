"""Work is asked for by name, and every name is a task."""

from __future__ import annotations

import ast
import functools
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from celery import current_app
from django.conf import settings

from config.schedule import TIMETABLE
from core.tasks import AuthorityTask, load_tasks
from documents.services.outbox import SEND_EMAIL

ROOT = Path(settings.BASE_DIR)
TASK_NAME = re.compile(r"[a-z_]+\.[a-z_]+")


def sources() -> list[Path]:
    return [
        file
        for app in settings.OUR_APPS
        for file in (ROOT / app).rglob("*.py")
        if "migrations" not in file.parts
    ]


@functools.cache
def calls_and_imports() -> tuple[tuple[str, ast.Call | ast.ImportFrom], ...]:
    """Every call and import of the apps' modules, each with its file."""
    return tuple(
        (str(file.relative_to(ROOT)), node)
        for file in sources()
        for node in ast.walk(ast.parse(file.read_text()))
        if isinstance(node, (ast.Call, ast.ImportFrom))
    )


def names_asked_for() -> Iterator[tuple[str, str]]:
    """Name and place of every literal given to ``enqueue``, to the
    work of an upload, or to a function as ``task=``.
    """
    yield SEND_EMAIL, "documents/services/outbox.py"
    for file, node in calls_and_imports():
        if not isinstance(node, ast.Call):
            continue
        is_enqueue = getattr(node.func, "id", getattr(node.func, "attr", "")) in ("enqueue", "Work")
        arguments = [
            *(node.args[:1] if is_enqueue else ()),
            *(word.value for word in node.keywords if word.arg == "task"),
        ]
        for argument in arguments:
            if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                yield argument.value, f"{file}:{node.lineno}"


@pytest.fixture(scope="module", autouse=True)
def every_task() -> None:
    load_tasks()


def test_every_name_that_is_enqueued_is_a_task() -> None:
    asked = list(names_asked_for())
    assert len(asked) > 10
    assert [(name, place) for name, place in asked if name not in current_app.tasks] == []


def test_every_tick_of_the_timetable_is_a_task() -> None:
    assert [tick["task"] for tick in TIMETABLE.values() if tick["task"] not in current_app.tasks] == []


def test_our_tasks_have_names_of_their_app() -> None:
    ours = [task for task in current_app.tasks.values() if isinstance(task, AuthorityTask)]
    named = {task.name for task in ours if not TASK_NAME.fullmatch(task.name)}
    assert named == set()


def test_nobody_imports_tasks() -> None:
    importing = [
        f"{file}:{node.lineno}"
        for file, node in calls_and_imports()
        if isinstance(node, ast.ImportFrom)
        and (
            ((node.module or "").partition(".")[2] == "tasks" and node.module != "core.tasks")
            or any(alias.name == "tasks" for alias in node.names)
        )
    ]
    assert importing == []


def test_what_follows_a_commit_says_whether_it_may_break_the_page() -> None:
    """F2: a change that is committed never ends in an error page. ``robust=`` is said each time."""
    silent = [
        f"{file}:{node.lineno}"
        for file, node in calls_and_imports()
        if isinstance(node, ast.Call)
        and getattr(node.func, "attr", getattr(node.func, "id", "")) == "on_commit"
        and "robust" not in {word.arg for word in node.keywords}
    ]
    assert not silent, f"on_commit without robust=: {silent}"


def test_the_cache_is_the_one_that_nothing_depends_on() -> None:
    settings_file = (ROOT / "config" / "settings.py").read_text()
    assert re.findall(r'"BACKEND": "([\w.]*[cC]ache[\w.]*)"', settings_file) == ["core.cache.SoftRedisCache"]
