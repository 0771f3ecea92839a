"""Emails to a person about their own account, and the invitation of a person (A2)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar, NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from accounts.emails.bases import named_by_authority, place_of_authority, short_name
from accounts.models import AccountNotice, PersonInvitation, TaskLink
from accounts.selectors import people_to_write_to, roles_today, token_of, was_sent_before
from core.emails import Email, Recipient, email_kind, within_authority
from core.mail import Contact, Link
from core.subjects import Again, subject_of
from core.wording import day_and_month


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
        gettext_noop("Your password was set"), gettext_noop("A password was set for your account.")
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
        gettext_noop("An authenticator app was removed"),
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
        gettext_noop("You were blocked"),
        gettext_noop("The early years team has blocked you in this authority. You cannot open it now."),
        by_others=True,
    ),
    "unlocked": NoticeWords(
        gettext_noop("You are let in again"),
        gettext_noop("The early years team has let you in again. You can open this authority as before."),
        by_others=True,
    ),
    "name_corrected": NoticeWords(
        gettext_noop("Your name was corrected"),
        gettext_noop("The early years team corrected your name: it is now %(detail)s."),
        by_others=True,
    ),
    "address_proposed": NoticeWords(
        gettext_noop("A new email address is proposed"),
        gettext_noop(
            "The early years team wants to use the address %(detail)s for you instead of this one. It changes"
            " once somebody confirms it there. If it is not yours, tell the team at once."
        ),
        by_others=True,
    ),
    "address_corrected": NoticeWords(
        gettext_noop("Your email address was changed"),
        gettext_noop("The early years team now uses the address %(detail)s for you. Sign in with it."),
        by_others=True,
    ),
    "merge_proposed": NoticeWords(
        gettext_noop("Your two accounts are to become one"),
        gettext_noop(
            "The early years team wants everything of this account to go to your account %(detail)s. It happens"
            " once somebody confirms it there. If that is not your account, tell the team at once."
        ),
        by_others=True,
    ),
    "merged": NoticeWords(
        gettext_noop("Your two accounts are one now"),
        gettext_noop("Everything that you had here went to your account %(detail)s. Sign in with it."),
        by_others=True,
    ),
    "invited_again": NoticeWords(
        gettext_noop("You were given more time to sign in"),
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
    to_blocked: ClassVar[bool] = True
    notice_id: int

    def load(self, at: datetime, /) -> AccountNotice | None:
        return AccountNotice.objects.select_related("user", "authority").filter(pk=self.notice_id).first()

    def recipients(self, row: AccountNotice, /) -> Sequence[Recipient]:
        return [Recipient(row.email, short_name(row.user.full_name))]

    def subject(self, row: AccountNotice, to: Recipient, /) -> str:
        words = _("%(what)s on %(day)s") % {
            "what": _(NOTICES[row.kind].subject),
            "day": day_and_month(row.at),
        }
        return named_by_authority(
            words, row.authority if row.pk else None
        )  # one that is not kept: the platform’s

    def reference(self, row: AccountNotice, /) -> str:
        return f"account-{row.user_id}-{row.kind}-{row.at.isoformat()}"

    def context(self, row: AccountNotice, /) -> Mapping[str, Any]:
        words = NOTICES[row.kind]
        sentence = _(words.sentence) % {"detail": row.detail}
        return {"sentence": sentence, "at": row.at, "by_others": words.by_others}

    def link(self, row: AccountNotice, to: Recipient, /) -> Link | None:
        """Where sessions are ended. None where others did it, and in the platform's name."""
        if row.pk is None or NOTICES[row.kind].by_others:
            return None
        return Link(_("See where you are signed in"), within_authority("accounts:sessions"))

    def why(self, row: AccountNotice, to: Recipient, /) -> str:
        return _("You get this email because it is about your account. It cannot be switched off.")


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
        invitation = (
            PersonInvitation.objects.select_related("authority", "invited_by")
            .filter(pk=self.invitation_id)
            .first()
        )
        link = TaskLink.objects.filter(pk=self.link_id, used_at=None, withdrawn_at=None).first()
        return PersonAndLink(invitation, link) if invitation is not None and link is not None else None

    def still_true(self, row: PersonAndLink, /) -> bool:
        return row.invitation.state == PersonInvitation.State.SENT

    def recipients(self, row: PersonAndLink, /) -> Sequence[Recipient]:
        return [Recipient(row.invitation.email, short_name(row.invitation.full_name))]

    def subject(self, row: PersonAndLink, to: Recipient, /) -> str:
        what = _("how to sign in")
        again = Again.REMINDER if was_sent_before(row.link) else Again.NO
        return subject_of(place_of_authority(row.invitation.authority), what, again=again)

    def reference(self, row: PersonAndLink, /) -> str:
        return f"person-{row.invitation.pk}-{row.link.pk}"

    def context(self, row: PersonAndLink, /) -> Mapping[str, Any]:
        by = row.invitation.invited_by
        return {"until": row.link.expires_at, "email": row.invitation.email, "by": by}

    def link(self, row: PersonAndLink, to: Recipient, /) -> Link:
        path = within_authority("accounts:answer_invitation", token_of(row.link))
        return Link(_("Read more, and accept or decline"), path)

    def contact(self, row: PersonAndLink, to: Recipient, /) -> Contact | None:
        """Who added the person, where that is one of the team: a leader's address is not for everybody."""
        by = row.invitation.invited_by
        if by is None or not roles_today(by) or not people_to_write_to([by.pk]).exists():
            return None
        return Contact(by.full_name, by.email, of_team=True)

    def why(self, row: PersonAndLink, to: Recipient, /) -> str:
        return _("You get this email because somebody typed your address to add you.")
