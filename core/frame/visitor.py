"""Who reads a page, on which day, and what has been read for that person already."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from datetime import date
from typing import Any, TypeVar

Fact = TypeVar("Fact")


class Visitor:
    """The reader of one page. Contributions to that page share what they read through ``once``."""

    def __init__(self, user: Any, on: date) -> None:
        self.user, self.on = user, on
        self._facts: dict[Hashable, Any] = {}

    def allows(self, permission: str, about: Any = None) -> bool:
        """Whether the reader holds a permission, over the authority or on an object."""
        return bool(self.user.has_perm(str(permission), about))

    def once(self, read: Callable[..., Fact], *about: Hashable, **named: Any) -> Fact:
        """What ``read(*about, **named)`` gives, asked for once for this page however many contributions ask.

        ``read`` is known by its identity: give a function of a module, never a lambda.
        """
        key = (read, about, tuple(sorted(named.items())))
        if key not in self._facts:
            self._facts[key] = read(*about, **named)
        return self._facts[key]
