"""The day's email of the demonstration: what could wait was held yesterday, and goes out when it is begun."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.emails import Pace, email_kinds
from documents.models import OutboxMessage
from documents.services.held_emails import hold
from documents.services.outbox import SEND_EMAIL
from portal.services.digest import send_day

if TYPE_CHECKING:
    from portal.demonstration.story import Story


class DailyEmail:
    def __init__(self, story: Story) -> None:
        self.story = story

    def tell(self) -> None:
        """Does with what was asked for what a worker did yesterday. What is needed soon stays in the outbox."""
        waiting = [name for name, kind in email_kinds().items() if kind.pace != Pace.AT_ONCE]
        asked = OutboxMessage.objects.filter(
            authority_id=self.story.authority.pk, task=SEND_EMAIL, ids__kind__in=waiting, sent_at=None
        )
        yesterday = self.story.then(1)
        for message in asked.order_by("pk"):
            if hold(**message.ids, at=yesterday, occasion=f"outbox-{message.pk}"):
                message.sent_at = yesterday
                message.save(update_fields=["sent_at"])
        send_day(on=self.story.today)
