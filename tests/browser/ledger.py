"""Which states of which pages axe has already passed in this run, over all of its workers.

Axe is most of the time of a look, and gives the same answer for the same page in the same state. A state is the page's template,
the brand colour, the order of the headings, and the kinds of the visible elements: tag, classes, role, which attributes are
there, and whether it has a name. Only what passed is recorded, so that a fault fails each test that meets it.
"""

from __future__ import annotations

import fcntl
import hashlib
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from django.http import HttpRequest
from django.test.signals import template_rendered

#: What a page is made of, without its words: another row of a table is no other state, an empty cell's header is.
STATE = """() => {
  const content = new Set(['id', 'href', 'value', 'name', 'for', 'action', 'src', 'content', 'd', 'x', 'y', 'points']);
  const named = e => e.matches('input, select, textarea')
    ? e.type === 'hidden' || e.labels?.length || e.ariaLabel || e.getAttribute('aria-labelledby') || (e.value && e.type === 'submit')
    : e.textContent.trim() || e.ariaLabel || e.querySelector('img[alt], svg');
  const attributes = e => [...e.attributes].map(a => a.name).filter(name => !content.has(name) && !name.startsWith('data-'));
  const kind = e => [e.tagName, e.getAttribute('class'), e.getAttribute('role'), e.type, Boolean(named(e)), ...attributes(e)].join(' ');
  const visible = [...document.body.querySelectorAll('*')].filter(e => e.checkVisibility());
  const ids = [...document.querySelectorAll('[id]')].map(e => e.id);
  const headings = visible.map(e => e.tagName).filter(tag => /^H[1-6]$/.test(tag)).filter((tag, i, all) => tag !== all[i - 1]);
  return [getComputedStyle(document.documentElement).getPropertyValue('--govuk-brand-colour'), document.body.className,
    Boolean(document.title), new Set(ids).size === ids.length, ...headings, ...new Set(visible.map(kind))].join('\\n');
}"""


class Ledger:
    """The states that passed: one hash a line in a file that the workers of a run share."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.passed: set[str] = set()

    def has(self, state: str) -> bool:
        if _hash(state) not in self.passed and self.path.exists():
            self.passed = set(self.path.read_text().split())
        return _hash(state) in self.passed

    def add(self, state: str) -> None:
        self.passed.add(_hash(state))
        with self.path.open("a") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            file.write(f"{_hash(state)}\n")


class Templates:
    """The template of the page at each path; the server runs in a thread of this process, so the signal is heard here."""

    def __init__(self) -> None:
        self.at: dict[str, str] = {}
        self.request: HttpRequest | None = None

    def note(self, template: Any, context: Any, **kwargs: Any) -> None:
        """The first template of a request is the page's own; layouts and components follow."""
        request = context.get("request") if context else None
        if request is not None and request is not self.request:
            self.request = request
            self.at[request.path] = str(template.name)

    def listen(self) -> None:
        template_rendered.connect(self.note)

    def of(self, url: str) -> str:
        return self.at.get(unquote(urlsplit(url).path), "")


def _hash(state: str) -> str:
    return hashlib.sha256(state.encode()).hexdigest()
