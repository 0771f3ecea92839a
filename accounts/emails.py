"""What the emails of every app share: recipients from accounts and links, and the email to one account."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar, NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from accounts.models import AccountNotice, PersonInvitation, TaskLink, User
from accounts.selectors import people_to_write_to, token_of
from core.emails import Email, Recipient, Row, email_kind, within_authority


def recipient(person: User, **extra: Any) -> Recipient:
    return Recipient(person.email, person.get_short_name(), extra)


def recipient_of_link(link: TaskLink) -> Recipient:
    """To the address that the link was made for; its person may be nobody we know."""
    return Recipient(link.email, link.user.get_short_name() if link.user else "")


@dataclass(frozen=True, kw_only=True)
class EmailToUser(Email[Row]):
    """To one account, unless it has been closed or locked meanwhile."""

    user_id: int
    to_closed_accounts: ClassVar[bool] = False

    def recipients(self, row: Row, /) -> Sequence[Recipient]:
        people = people_to_write_to([self.user_id])
        if self.to_closed_accounts:
            people = User.objects.filter(pk=self.user_id)
        return [recipient(person) for person in people]


@dataclass(frozen=True, slots=True)
class NoticeWords:
    """What an email about somebody's account says. The sentence may name ``%(detail)s``, an address.

    ``by_others``: an authority or the operator did it, so "if it was not you" would make no sense.
    """

    subject: str
    sentence: str
    by_others: bool = False


NOTICES: Mapping[str, NoticeWords] = {
    "password_changed": NoticeWords(
        gettext_noop("Your password was changed"), gettext_noop("The password of your account was changed.")
    ),
    "password_set": NoticeWords(
        gettext_noop("A password was set"), gettext_noop("A password was set for your account.")
    ),
    "password_reset": NoticeWords(
        gettext_noop("Your password was changed"),
        gettext_noop("The password of your account was changed by the link in an email to you."),
    ),
    "email_added": NoticeWords(
        gettext_noop("An email address was added"),
        gettext_noop("The address %(detail)s was added to your account."),
    ),
    "email_changed": NoticeWords(
        gettext_noop("Your email address was changed"),
        gettext_noop("The main address of your account is now %(detail)s. This is the last email here."),
    ),
    "email_deleted": NoticeWords(
        gettext_noop("An email address was removed"),
        gettext_noop("The address %(detail)s was removed from your account."),
    ),
    "totp_added": NoticeWords(
        gettext_noop("An authenticator app was set up"),
        gettext_noop("An authenticator app was set up for your account."),
    ),
    "totp_removed": NoticeWords(
        gettext_noop("The authenticator app was removed"),
        gettext_noop("Your account no longer uses an authenticator app."),
    ),
    "webauthn_added": NoticeWords(
        gettext_noop("A passkey was added"), gettext_noop("A passkey was added to your account.")
    ),
    "webauthn_removed": NoticeWords(
        gettext_noop("A passkey was removed"), gettext_noop("A passkey was removed from your account.")
    ),
    "recovery_codes_added": NoticeWords(
        gettext_noop("New recovery codes were made"),
        gettext_noop("New recovery codes were made for your account. Older ones no longer work."),
    ),
    "account_connected": NoticeWords(
        gettext_noop("Your council account was connected"),
        gettext_noop("You can now sign in with your council account."),
    ),
    "account_disconnected": NoticeWords(
        gettext_noop("Your council account was disconnected"),
        gettext_noop("Your account no longer opens with your council account."),
    ),
    "sessions_ended": NoticeWords(
        gettext_noop("You were signed out everywhere"),
        gettext_noop("The early years team ended all your sessions. You can sign in again at any time."),
        by_others=True,
    ),
    "locked": NoticeWords(
        gettext_noop("Your account was locked"),
        gettext_noop("The early years team locked your account in this authority. You cannot open it now."),
        by_others=True,
    ),
    "unlocked": NoticeWords(
        gettext_noop("Your account was unlocked"),
        gettext_noop("The early years team unlocked your account. You can open this authority again."),
        by_others=True,
    ),
    "invited_again": NoticeWords(
        gettext_noop("You can sign in now"),
        gettext_noop("The early years team gave you more time to sign in for the first time."),
        by_others=True,
    ),
    "closed": NoticeWords(
        gettext_noop("Your account was closed"),
        gettext_noop("Your account was closed. You can no longer sign in."),
        by_others=True,
    ),
    "reopened": NoticeWords(
        gettext_noop("Your account was opened again"), gettext_noop("You can sign in again."), by_others=True
    ),
}


@email_kind("accounts.account_changed")
class AccountChanged(Email[AccountNotice]):
    """What happened to somebody's account, to the address in force before it (A2).

    To closed accounts too: their people must hear of it.
    """

    template = "accounts/account_changed"
    notice_id: int

    def load(self, at: datetime, /) -> AccountNotice | None:
        return AccountNotice.objects.select_related("user").filter(pk=self.notice_id).first()

    def recipients(self, row: AccountNotice, /) -> Sequence[Recipient]:
        return [Recipient(row.email, row.user.get_short_name())]

    def subject(self, row: AccountNotice, /) -> str:
        return _(NOTICES[row.kind].subject)

    def reference(self, row: AccountNotice, /) -> str:
        return f"account-{row.user_id}-{row.kind}-{row.at.isoformat()}"

    def context(self, row: AccountNotice, /) -> Mapping[str, Any]:
        words = NOTICES[row.kind]
        sentence = _(words.sentence) % {"detail": row.detail}
        return {"sentence": sentence, "at": row.at, "by_others": words.by_others}


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
