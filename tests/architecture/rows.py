"""The rows of a stage, each under a name of its own."""

from __future__ import annotations

from typing import Any


class Rows(dict[str, Any]):
    """The rows of a stage by name. A name that two subjects give would hide one of their rows."""

    def __ior__(self, others: Any) -> Rows:  # type: ignore[override, misc]
        shared = self.keys() & others.keys()
        if shared:
            raise ValueError(f"two rows of one name: {sorted(shared)}")
        self.update(others)
        return self
