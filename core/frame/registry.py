"""A registry: what apps contribute to one place of the pages, in one order.

An app registers in its ``frame`` module, which ``portal`` imports of every app at the start. The page that
shows contributions reads the registry and names no app.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Generic, TypeVar

Item = TypeVar("Item")
#: Orders are given in steps of ten, so that a later subject finds room between two.
Key = tuple[int, str]


class Registry(Generic[Item]):
    """Contributions by key, read in the order of their numbers and, of equal ones, of their keys."""

    def __init__(self, place: str) -> None:
        """``place`` says in errors where contributions are shown."""
        self.place = place
        self._items: dict[Key, Item] = {}

    def add(self, item: Item, *, key: str, order: int) -> Item:
        """Raises ValueError where the key is taken: two contributions of one name are a mistake."""
        if any(key == other for _order, other in self._items):
            raise ValueError(f"{self.place} has a contribution “{key}” already")
        self._items[order, key] = item
        return item

    def register(self, *, key: str, order: int) -> Callable[[Item], Item]:
        """As a decorator of a function that contributes."""
        return lambda item: self.add(item, key=key, order=order)

    def __iter__(self) -> Iterator[Item]:
        return (self._items[key] for key in sorted(self._items))

    def keys(self) -> list[str]:
        return [key for _order, key in sorted(self._items)]
