"""What the emails of every app share: recipients from accounts and links, and the email to one account."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, ClassVar, NamedTuple

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from accounts.models import AccountNotice, Authority, PersonInvitation, RoleAppointment, TaskLink, User
from accounts.roles import ROLES, Role
from accounts.selectors import current_authority, people_to_write_to, roles_today, token_of, was_sent_before
from core.emails import AsOf, Email, Recipient, Row, email_kind, within_authority
from core.mail import Contact, Link
from core.names import team_of
from core.subjects import MAX_SUBJECT, MIN_NAME, Again, shortened, subject_of
from core.wording import day_and_month

#: Words before a name by which nobody is greeted alone.
_TITLES = frozenset(
    {"dr", "mr", "mrs", "ms", "miss", "mx", "prof", "professor", "rev", "reverend", "sir", "dame"}
)


def short_name(full_name: str) -> str:
    """The name by which somebody is greeted: the first word, the whole name where that is a title."""
    first = full_name.split(" ")[0]
    return full_name if first.rstrip(".").casefold() in _TITLES else first


def place_of_authority(authority: Authority) -> str:
    """What stands first in a subject about no group and no setting: the service, and whose."""
    return _("%(authority)s early years collaborations") % {"authority": authority.name}


def platform() -> Authority:
    """Stands for the authority where an email is sent in the platform's own name."""
    name = _("Early years collaborations")
    return Authority(name=name, team_name=name, slug="accounts/email")


def named_by_authority(words: str, authority: Authority | None) -> str:
    """The subject of an email about somebody's account: “Your sign-in code (Larkshire early years
    collaborations)”; by the authority's name alone where all that is too long. Without an authority: the
    platform's.
    """
    room = max(MAX_SUBJECT - len(words) - len(" ()"), MIN_NAME)
    place = place_of_authority(authority) if authority is not None else _("Early years collaborations")
    if len(place) > room and authority is not None:
        place = shortened(authority.name, room)
    return f"{words} ({place})"


def recipient(person: User, **extra: Any) -> Recipient:
    return Recipient(person.email, short_name(person.full_name), extra)


def recipient_of_link(link: TaskLink) -> Recipient:
    """To the address that the link was made for; its person may be nobody we know."""
    return Recipient(link.email, short_name(link.user.full_name) if link.user else "")


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
        return named_by_authority(words, row.authority if row.authority_id else None)

    def reference(self, row: AccountNotice, /) -> str:
        return f"account-{row.user_id}-{row.kind}-{row.at.isoformat()}"

    def context(self, row: AccountNotice, /) -> Mapping[str, Any]:
        words = NOTICES[row.kind]
        sentence = _(words.sentence) % {"detail": row.detail}
        return {"sentence": sentence, "at": row.at, "by_others": words.by_others}

    def link(self, row: AccountNotice, to: Recipient, /) -> Link | None:
        """Where sessions are ended; None in the platform's own name, whose pages have no authority."""
        if not row.authority_id:
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
        what = _("your invitation, and how to sign in")
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


# --- roles over the authority ------------------------------------------------------------------------------


class OfRole(EmailToUser[AsOf[RoleAppointment]]):
    """An email to whoever holds a role over the authority, about that role."""

    role_id: int

    def load(self, at: datetime, /) -> AsOf[RoleAppointment] | None:
        rows = RoleAppointment.objects.select_related("user", "authority", "appointed_by")
        row = rows.filter(pk=self.role_id, user_id=self.user_id).first()
        return AsOf(row, timezone.localdate(at)) if row is not None else None

    def context(self, row: AsOf[RoleAppointment], /) -> Mapping[str, Any]:
        role = ROLES[Role(row.row.role)]
        return {
            "row": row.row,
            "title": _lower(_(role.title)),
            "purpose": _(role.purpose),
            "needs_second_factor": role.needs_second_factor,
        }

    def contact(self, row: AsOf[RoleAppointment], to: Recipient, /) -> Contact | None:
        by = row.row.appointed_by
        if by is None or by.pk == self.user_id or not people_to_write_to([by.pk]).exists():
            return None
        return Contact(by.full_name, by.email, of_team=True)

    def why(self, row: AsOf[RoleAppointment], to: Recipient, /) -> str:
        return _("You get this email because it is about your role in the team.")


@email_kind("accounts.role_given")
class RoleGiven(OfRole):
    """To whoever is given a role over the authority: which, from when, what it is for."""

    template = "accounts/role_given"

    def subject(self, row: AsOf[RoleAppointment], to: Recipient, /) -> str:
        facts = {"role": _lower(row.row.get_role_display()), "day": day_and_month(row.row.starts_on)}
        return subject_of(_team(row.row.authority), _("you are %(role)s from %(day)s") % facts)

    def reference(self, row: AsOf[RoleAppointment], /) -> str:
        return f"role-given-{row.row.pk}"


@email_kind("accounts.first_sign_in")
class FirstSignIn(OfRole):
    """To the first manager of an authority that has just been made: where to sign in, how, and what comes next."""

    template = "accounts/first_sign_in"

    def subject(self, row: AsOf[RoleAppointment], to: Recipient, /) -> str:
        return subject_of(place_of_authority(row.row.authority), _("your first sign-in"))

    def reference(self, row: AsOf[RoleAppointment], /) -> str:
        return f"first-sign-in-{row.row.pk}"

    def link(self, row: AsOf[RoleAppointment], to: Recipient, /) -> Link:
        return Link(_("Sign in for the first time"))


@email_kind("accounts.role_ended")
class RoleEnded(OfRole):
    """To whoever held a role: it ends on a day, or has ended. Nothing where the end was moved meanwhile.

    ``edition`` is the end that this is about; ``is_ahead`` says that it is written so that nobody is surprised.
    """

    template = "accounts/role_ended"
    ends_on: str
    is_ahead: int = 0

    def still_true(self, row: AsOf[RoleAppointment], /) -> bool:
        return str(row.row.ends_on) == self.ends_on

    def subject(self, row: AsOf[RoleAppointment], to: Recipient, /) -> str:
        last_day = date.fromisoformat(self.ends_on) - timedelta(days=1)
        facts = {"role": _lower(row.row.get_role_display()), "day": day_and_month(last_day)}
        if last_day < row.on:
            return subject_of(_team(row.row.authority), _("your role as %(role)s has ended") % facts)
        what = _("your role as %(role)s ends on %(day)s") % facts
        return subject_of(_team(row.row.authority), what)

    def reference(self, row: AsOf[RoleAppointment], /) -> str:
        return f"role-ended-{row.row.pk}-{self.ends_on}-{self.is_ahead}"

    def context(self, row: AsOf[RoleAppointment], /) -> Mapping[str, Any]:
        last_day = date.fromisoformat(self.ends_on) - timedelta(days=1)
        return {**super().context(row), "last_day": last_day, "is_over": last_day < row.on}


@email_kind("accounts.role_withdrawn")
class RoleWithdrawn(EmailToUser[Authority]):
    """To whoever was to have a role: it was given by mistake, and taken back before it counted."""

    template = "accounts/role_withdrawn"
    role: str
    role_id: int

    def load(self, at: datetime, /) -> Authority | None:
        """None where the role is there after all."""
        is_there = RoleAppointment.objects.filter(pk=self.role_id).exists()
        return None if is_there else current_authority()

    def subject(self, authority: Authority, to: Recipient, /) -> str:
        what = _("your role as %(role)s is taken back") % {"role": self._title}
        return subject_of(_team(authority), what)

    def reference(self, authority: Authority, /) -> str:
        return f"role-withdrawn-{self.role_id}"

    def context(self, authority: Authority, /) -> Mapping[str, Any]:
        return {"title": self._title}

    def why(self, authority: Authority, to: Recipient, /) -> str:
        return _("You get this email because it is about your role in the team.")

    @property
    def _title(self) -> str:
        return _lower(_(ROLES[Role(self.role)].title))


def _team(authority: Authority) -> str:
    return team_of(authority.name, authority.team_name)


def _lower(title: str) -> str:
    return title[:1].lower() + title[1:]
