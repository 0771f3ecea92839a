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


# --- on the pages of the team -------------------------------------------------------------------------------

LIST, WRITE = "/larkshire/collaborations/messages/", "/larkshire/collaborations/messages/write/"


def text(response: Any) -> str:
    return " ".join(response.content.decode().split())


def sending(led: Any, elsewhere: Any, **more: Any) -> dict[str, Any]:
    return {
        "collaborations": [led.collaboration.pk, elsewhere.pk],
        "audience": ["managers"],
        "subject": "Dates",
        "text": "On our website.",
        **more,
    }


def sent_number(larkshire: Authority) -> int:
    with authority_scope(larkshire):
        return Message.objects.filter(sent_at__isnull=False).count()


def kept(client: Any, body: dict[str, Any], url: str = WRITE) -> str:
    """Fills in the form; the address of the page that shows the draft."""
    answer = client.post(url, body)
    assert answer.status_code == 302, text(answer)
    return str(answer.headers["Location"])
