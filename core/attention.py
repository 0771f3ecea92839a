"""A line on a home page: what waits for a person."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Attention:
    """Something that waits for a person: what, more about it, and where."""

    title: str
    detail: str
    url: str
