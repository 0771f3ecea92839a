"""What people decided elsewhere about a thing, for the page on which the decision is recorded.

The page asks by a name and the id of the thing ("application", 7) and names no app. What comes back is shown
above its form and fills it; whoever records the decision confirms it there.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from core.frame.blocks import Block
from core.frame.registry import Registry
from core.frame.visitor import Visitor


@dataclass(frozen=True, slots=True)
class Decided:
    """``block``: how it stands, or the offer to have it decided. ``is_carried`` is None until it is decided;
    then ``words`` say how, and ``decided_on`` the day.
    """

    block: Block
    is_carried: bool | None = None
    words: str = ""
    decided_on: date | None = None


#: ``(visitor, kind, id, group) -> what was decided, or None``.
Decide = Callable[[Visitor, str, int, Any], Decided | None]
deciders: Registry[Decide] = Registry("what was decided elsewhere")


def decided_about(visitor: Visitor, kind: str, pk: int, group: Any) -> Decided | None:
    """The first answer of the apps; None where nobody has one."""
    answers = (decide(visitor, kind, pk, group) for decide in deciders)
    return next((answer for answer in answers if answer is not None), None)
