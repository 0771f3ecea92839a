"""What the page of a person shows of plans: what is still to be done by the settings where they work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.frame.blocks import Block, blocks
from core.frame.sections import Section
from development.selectors import open_actions_at
from memberships.selectors.people import settings_of

if TYPE_CHECKING:
    from accounts.models import User
    from core.frame.visitor import Visitor


@blocks[Section.PERSON].register(key="open", order=40)
def open_actions(visitor: Visitor, person: User) -> Block | None:
    settings = settings_of(person, on=visitor.on).order_by().values("pk")
    actions = list(open_actions_at(settings))
    if not actions:
        return None
    return Block("development/blocks/open.html", {"actions": actions, "today": visitor.on}, key="open")
