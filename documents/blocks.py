"""What the page of a person shows of the emails that went to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.frame.blocks import Block, Column, blocks
from core.frame.sections import Section
from core.prepared import prepared
from documents.selectors import emails_to

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from accounts.models import User
    from core.frame.visitor import Visitor
    from documents.models import SentEmail

MAX_SHOWN = 5


@blocks[Section.PERSON].register(key="emails", order=120)
def emails(visitor: Visitor, person: User) -> Block:
    """The last five. None is about a concern or a case: these are not noted."""
    found = _last(person=person)
    return Block(
        "documents/blocks/emails.html",
        {"emails": found[:MAX_SHOWN], "has_more": len(found) > MAX_SHOWN, "person": person},
        Column.SIDE,
        "emails",
    )


@prepared
def _last(person: User) -> QuerySet[SentEmail]:
    return emails_to(person)[: MAX_SHOWN + 1]
