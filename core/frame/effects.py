"""What other subjects know of the effect of a plan: offered to whoever writes about it.

An app contributes in its ``frame`` module; the page of the evaluation names no app.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from core.frame.registry import Registry


@dataclass(frozen=True, slots=True)
class Effect:
    """What something did for an objective, in words, and the page that tells more. ``title`` is its name."""

    objective: str
    title: str
    words: str
    url: str


#: ``(plan) -> effects``, by objective.
effects: Registry[Callable[[Any], Iterable[Effect]]] = Registry("what is known of the effect of a plan")


def effects_of(plan: Any) -> list[Effect]:
    """Everything that is known of a plan, in the order of the subjects."""
    return [effect for contribute in effects for effect in contribute(plan)]
