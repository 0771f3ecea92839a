"""What the emails of every app share: recipients from accounts and links, and the email to one account."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from accounts.models import TaskLink, User
from core.emails import Email, Recipient, Row


def recipient(person: User, **extra: Any) -> Recipient:
    return Recipient(person.email, person.get_short_name(), extra)


def recipient_of_link(link: TaskLink) -> Recipient:
    """To the address that the link was made for; its person may be nobody we know."""
    return Recipient(link.email, link.user.get_short_name() if link.user else "")


@dataclass(frozen=True, kw_only=True)
class EmailToUser(Email[Row]):
    """To one account, unless it has been closed meanwhile."""

    user_id: int
    to_closed_accounts: ClassVar[bool] = False

    def recipients(self, row: Row, /) -> Sequence[Recipient]:
        people = User.objects.filter(pk=self.user_id)
        if not self.to_closed_accounts:
            people = people.filter(is_active=True)
        return [recipient(person) for person in people]
