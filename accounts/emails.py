"""What the emails of every app share: recipients from accounts and links, and the email to one account."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar, NamedTuple

from django.utils.translation import gettext as _

from accounts.models import PersonInvitation, TaskLink, User
from accounts.selectors import token_of
from core.emails import Email, Recipient, Row, email_kind, within_authority


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


class PersonAndLink(NamedTuple):
    invitation: PersonInvitation
    link: TaskLink


@email_kind("accounts.person_invited")
class PersonInvited(Email[PersonAndLink]):
    """To somebody whom an authority has added: what it typed, and the link to say yes or no by (A2).

    The same words whether or not the address has an account.
    """

    template = "accounts/person_invited"
    invitation_id: int
    link_id: int

    def load(self, at: datetime, /) -> PersonAndLink | None:
        invitation = PersonInvitation.objects.filter(pk=self.invitation_id).first()
        link = TaskLink.objects.filter(pk=self.link_id, used_at=None, withdrawn_at=None).first()
        return PersonAndLink(invitation, link) if invitation is not None and link is not None else None

    def still_true(self, row: PersonAndLink, /) -> bool:
        return row.invitation.state == PersonInvitation.State.SENT

    def recipients(self, row: PersonAndLink, /) -> Sequence[Recipient]:
        return [Recipient(row.invitation.email, row.invitation.full_name)]

    def subject(self, row: PersonAndLink, /) -> str:
        return _("An invitation for you")

    def reference(self, row: PersonAndLink, /) -> str:
        return f"person-{row.invitation.pk}-{row.link.pk}"

    def context(self, row: PersonAndLink, /) -> Mapping[str, Any]:
        path = within_authority("accounts:answer_invitation", token_of(row.link))
        return {"until": row.link.expires_at, "path": path}
