"""What axe has already passed in this run, over all of its workers: states of pages, and appearances of text.

Axe gives the same answer for the same page in the same state, and for text of the same colours and size;
contrast alone is five sixths of its time. A state is the page's template, the order of its headings, and the
kinds of its visible elements: tag, classes, role, which attributes are there, and whether it has a name. An
appearance is a text's colour and size and the backgrounds below it. Only what passed is recorded, so that a
fault fails each test that meets it.
"""

from __future__ import annotations

import fcntl
import hashlib
from collections.abc import Iterable
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from django.http import HttpRequest
from django.test.signals import template_rendered


class Ledger:
    """What passed, one hash a line, in a file that the workers of a run share."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.passed: set[str] = set()

    def new(self, names: Iterable[str]) -> list[str]:
        """Those of the names that have not passed yet."""
        names = list(names)
        if not {_hash(name) for name in names} <= self.passed and self.path.exists():
            self.passed.update(self.path.read_text().split())
        return [name for name in names if _hash(name) not in self.passed]

    def add(self, names: Iterable[str]) -> None:
        hashes = [_hash(name) for name in names]
        self.passed.update(hashes)
        with self.path.open("a") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            file.writelines(f"{line}\n" for line in hashes)


class Templates:
    """The template of the page at each path; the server runs in a
    thread of this process, so the signal is heard here.
    """

    def __init__(self) -> None:
        self.at: dict[str, str] = {}
        self.request: HttpRequest | None = None

    def listen(self) -> None:
        template_rendered.connect(self._note)

    def of(self, url: str) -> str:
        return self.at.get(unquote(urlsplit(url).path), "")

    def _note(self, template: Any, context: Any, **kwargs: Any) -> None:
        """The first template of a request is the page's own; layouts and components follow."""
        request = context.get("request") if context else None
        if isinstance(request, HttpRequest) and request is not self.request:
            self.request = request
            self.at[request.path] = str(template.name)


def _hash(name: str) -> str:
    return hashlib.sha256(name.encode()).hexdigest()[:20]
