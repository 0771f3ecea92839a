"""What the page of a collaboration shows of where it came from and what it became (C4)."""

from __future__ import annotations

from accounts.permissions import Permission
from collaborations.models import Collaboration
from core.frame.blocks import Block, Column, blocks
from core.frame.sections import Section
from core.frame.visitor import Visitor
from reorganisation.panels import lineage_for


@blocks[Section.COLLABORATION].register(key="lineage", order=110)
def lineage(visitor: Visitor, group: Collaboration) -> Block | None:
    """For the team."""
    if not visitor.allows(Permission.VIEW_COLLABORATIONS):
        return None
    shown = lineage_for(visitor, group)
    has_any = shown["lineage"]["earlier"] or shown["lineage"]["later"]
    if not has_any and not shown["open_plan"] and not shown["may_divide"] and not shown["may_merge"]:
        return None
    return Block(
        "reorganisation/blocks/lineage.html", {"collaboration": group, **shown}, Column.SIDE, "lineage"
    )
