"""Messages as people write them: a draft, looked at and sent."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from accounts.models import Authority, User
from core.scoping import authority_scope
from support.models import Message
from support.services.drafts import Addressed, Upload, keep_draft
from support.services.messages import send_message


def drafted(
    authority: Authority,
    *,
    by: User,
    at: datetime,
    subject: str = "Dates",
    text: str = "On our website.",
    uploads: Sequence[Upload] = (),
    **addressed: Any,
) -> Message:
    """A draft; ``addressed`` says to whom."""
    with authority_scope(authority):
        return keep_draft(
            addressed=Addressed(**addressed), subject=subject, text=text, uploads=uploads, by=by, at=at
        )


def sent_message(authority: Authority, *, by: User, at: datetime, **facts: Any) -> Message:
    """The same, sent."""
    draft = drafted(authority, by=by, at=at, **facts)
    with authority_scope(authority):
        return send_message(message_id=draft.pk, by=by, at=at)
