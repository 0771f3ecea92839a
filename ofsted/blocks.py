"""What the page of a setting shows of Ofsted's judgements (O3 to O5)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from accounts.permissions import Permission
from core.frame.blocks import Block, blocks
from core.frame.sections import Section
from ofsted.selectors.pages import MAX_IN_SHORT, judgements_today
from providers.rules.contacts import page_at_ofsted

if TYPE_CHECKING:
    from core.frame.visitor import Visitor
    from providers.models import Provider


@blocks[Section.SETTING].register(key="judgements", order=30)
def judgements(visitor: Visitor, setting: Provider) -> Block:
    """The newest first, the one that counts today in words; what the leading policy makes of it, for those who
    read the policy.
    """
    sees_policy = visitor.allows(Permission.VIEW_POLICY)
    found = visitor.once(judgements_today, setting, on=visitor.on, with_policy=sees_policy)
    return Block(
        "ofsted/blocks/judgements.html",
        {
            "judgements": found,
            "lines": found.lines[:MAX_IN_SHORT],
            "more": max(len(found.lines) - MAX_IN_SHORT, 0),
            "ofsted_url": page_at_ofsted(setting.urn),
            "setting": setting,
        },
        key="judgements",
    )
