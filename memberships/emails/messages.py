"""The letter that carries a message of an officer's.

It has no link to stop such letters, on purpose: it is a letter of the service to people because of what they do in it (they lead a
group, or manage a member setting), not a newsletter; who stopped it would miss what the group must know. An answer goes to the team.
"""

from __future__ import annotations

from core.mail import Letter
from memberships.models import Message, MessageCopy


def message_letter(copy: MessageCopy) -> Letter:
    message, person = copy.message, copy.user
    return Letter(
        to=person.email,
        subject=message.subject,
        template="memberships/message",
        context={
            "name": person.get_short_name(),
            "message": message,
            "to_leaders": message.audience == Message.Audience.LEADERS,
        },
        reference=f"message-{copy.pk}",
    )
