"""Emails about applications and invitations (C5). What was written stays on the page, behind the sign-in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.addresses import person_here_with_address
from accounts.emails.bases import EmailToUser, short_name
from accounts.models import TaskLink
from accounts.selectors import token_of, was_sent_before
from core.emails import AsOf, Email, Pace, Recipient, email_kind, within_authority
from core.mail import Contact, Link
from core.subjects import Again, subject_in, subject_of
from core.wording import day_and_month
from memberships.emails.reasons import why_lead, why_manage, why_run
from memberships.models.joining import Application, Invitation
from memberships.selectors.contacts import contact_of, leader_contact
from memberships.selectors.joining import application_by_id, collaborations_to_find, invitation_by_id

# --- applications ------------------------------------------------------------------------------------------


def _applications_page(application: Application) -> str:
    return within_authority("memberships:decide_application", application.collaboration_id, application.pk)


@email_kind("memberships.application_received")
class ApplicationReceived(EmailToUser[Application]):
    """To a leader, or to who holds an office in a group that nobody leads: an application waits."""

    template = "memberships/application"
    to_closed_accounts = True
    application_id: int

    def load(self, at: datetime, /) -> Application | None:
        return application_by_id(self.application_id)

    def still_true(self, application: Application, /) -> bool:
        return application.state == Application.State.OPEN

    def subject(self, application: Application, to: Recipient, /) -> str:
        return subject_of(str(application.collaboration), _("a setting asks to join"))

    def reference(self, application: Application, /) -> str:
        return f"application-{application.pk}"

    def context(self, application: Application, /) -> Mapping[str, Any]:
        return {"application": application}

    def link(self, application: Application, to: Recipient, /) -> Link:
        return Link(_("Read the application and record the decision"), _applications_page(application))

    def why(self, application: Application, to: Recipient, /) -> str:
        return why_run(application.collaboration)


@email_kind("memberships.application_for_team")
class ApplicationForTeam(Email[Application]):
    """To the team's address, for a group that nobody leads and where nobody is chair or administrator."""

    template = "memberships/application_to_team"
    application_id: int

    def load(self, at: datetime, /) -> Application | None:
        return application_by_id(self.application_id)

    def still_true(self, application: Application, /) -> bool:
        return application.state == Application.State.OPEN

    def recipients(self, application: Application, /) -> Sequence[Recipient]:
        address = application.authority.contact_email
        return [Recipient(address)] if address else []

    def subject(self, application: Application, to: Recipient, /) -> str:
        what = _("a setting asks to join, and nobody leads the group")
        return subject_of(str(application.collaboration), what)

    def reference(self, application: Application, /) -> str:
        return f"application-{application.pk}-team"

    def context(self, application: Application, /) -> Mapping[str, Any]:
        return {"application": application}

    def link(self, application: Application, to: Recipient, /) -> Link:
        return Link(_("Read the application and record the decision"), _applications_page(application))


@email_kind("memberships.application_withdrawn")
class ApplicationWithdrawn(EmailToUser[Application]):
    """To one of those who were told that the setting asks to join: it has taken that back."""

    template = "memberships/application_withdrawn"
    pace = Pace.NEWS
    application_id: int

    def load(self, at: datetime, /) -> Application | None:
        return application_by_id(self.application_id)

    def still_true(self, application: Application, /) -> bool:
        return application.state == Application.State.WITHDRAWN

    def subject(self, application: Application, to: Recipient, /) -> str:
        return subject_of(str(application.collaboration), _("a setting no longer asks to join"))

    def reference(self, application: Application, /) -> str:
        return f"application-{application.pk}-withdrawn"

    def context(self, application: Application, /) -> Mapping[str, Any]:
        return {"application": application}

    def link(self, application: Application, to: Recipient, /) -> Link:
        path = within_authority("memberships:applications", application.collaboration_id)
        return Link(_("See the applications"), path)

    def why(self, application: Application, to: Recipient, /) -> str:
        return why_run(application.collaboration)


@email_kind("memberships.application_decided")
class ApplicationDecided(EmailToUser[AsOf[Application]]):
    """To a manager of the setting: what the members decided; after a no, the nearest other groups."""

    template = "memberships/decision"
    to_closed_accounts = True
    MAX_GROUPS = 3
    application_id: int

    def load(self, at: datetime, /) -> AsOf[Application] | None:
        application = application_by_id(self.application_id)
        return AsOf(application, timezone.localdate(at)) if application is not None else None

    def still_true(self, row: AsOf[Application], /) -> bool:
        return row.row.decided_on is not None

    def subject(self, row: AsOf[Application], to: Recipient, /) -> str:
        sentence = _("Your application to %(about)s: answer of %(day)s")
        return subject_in(sentence, str(row.row.collaboration), day=day_and_month(row.row.decided_on))

    def reference(self, row: AsOf[Application], /) -> str:
        return f"application-{row.row.pk}-decided"

    def context(self, row: AsOf[Application], /) -> Mapping[str, Any]:
        application = row.row
        accepted = application.state == Application.State.ACCEPTED
        others: list[str] = []
        if not accepted:
            groups: Any = collaborations_to_find(application.provider, on=row.on)
            open_to_it = groups.filter(is_member=False, has_applied=False, is_invited=False)
            others = [
                str(group) for group in open_to_it.exclude(pk=application.collaboration_id)[: self.MAX_GROUPS]
            ]
        return {"application": application, "accepted": accepted, "others": others}

    def link(self, row: AsOf[Application], to: Recipient, /) -> Link:
        path = within_authority("memberships:application", row.row.pk)
        return Link(_("Read what the members said"), path)

    def contact(self, row: AsOf[Application], to: Recipient, /) -> Contact | None:
        return leader_contact(row.row.collaboration_id, on=row.on, but=self.user_id)

    def why(self, row: AsOf[Application], to: Recipient, /) -> str:
        return why_manage(row.row.provider)


# --- invitations -------------------------------------------------------------------------------------------


class InvitationAndLink(NamedTuple):
    invitation: Invitation
    link: TaskLink
    on: date


@email_kind("memberships.invitation_sent")
class InvitationSent(Email[InvitationAndLink]):
    """To somebody of the setting: the members invite it, with the link to answer by."""

    template = "memberships/invitation"
    invitation_id: int
    link_id: int

    def load(self, at: datetime, /) -> InvitationAndLink | None:
        invitation = invitation_by_id(self.invitation_id)
        link = TaskLink.objects.filter(pk=self.link_id, used_at=None, withdrawn_at=None).first()
        if invitation is None or link is None:
            return None
        return InvitationAndLink(invitation, link, timezone.localdate(at))

    def still_true(self, row: InvitationAndLink, /) -> bool:
        return row.invitation.state == Invitation.State.SENT

    def recipients(self, row: InvitationAndLink, /) -> Sequence[Recipient]:
        """By the name of the account where the address has one here (P8)."""
        person = person_here_with_address(row.link.email)
        known = person is not None and person.invited_to_id is None
        name = person.get_short_name() if known and person else short_name(row.invitation.full_name)
        return [Recipient(row.link.email, name)]

    def subject(self, row: InvitationAndLink, to: Recipient, /) -> str:
        sentence = _("%(about)s invites you to join: answer by %(day)s")
        group, day = str(row.invitation.collaboration), day_and_month(row.link.expires_at)
        return subject_in(sentence, group, again=self._again(row), day=day)

    def reference(self, row: InvitationAndLink, /) -> str:
        return f"invitation-{row.invitation.pk}-{row.link.pk}"

    def context(self, row: InvitationAndLink, /) -> Mapping[str, Any]:
        return {
            "invitation": row.invitation,
            "until": row.link.expires_at,
            "is_reminder": bool(self._again(row)),
        }

    def link(self, row: InvitationAndLink, to: Recipient, /) -> Link:
        path = within_authority("memberships:accept_invitation", token_of(row.link))
        return Link(_("Read more, and say yes or no"), path)

    def contact(self, row: InvitationAndLink, to: Recipient, /) -> Contact | None:
        leader = leader_contact(row.invitation.collaboration_id, on=row.on)
        return leader or contact_of(row.invitation.sent_by, on=row.on)

    def why(self, row: InvitationAndLink, to: Recipient, /) -> str:
        return _("You get this email because the members of %(group)s want to invite %(setting)s.") % {
            "group": row.invitation.collaboration,
            "setting": row.invitation.provider,
        }

    def _again(self, row: InvitationAndLink) -> Again:
        return Again.REMINDER if was_sent_before(row.link) else Again.NO


@email_kind("memberships.invitation_answered")
class InvitationAnswered(EmailToUser[Invitation]):
    """To a leader: the setting has answered."""

    template = "memberships/answer"
    to_closed_accounts = True
    invitation_id: int

    def load(self, at: datetime, /) -> Invitation | None:
        return invitation_by_id(self.invitation_id)

    def still_true(self, invitation: Invitation, /) -> bool:
        return invitation.answered_at is not None

    def subject(self, invitation: Invitation, to: Recipient, /) -> str:
        return subject_of(str(invitation.collaboration), _("an invitation has been answered"))

    def reference(self, invitation: Invitation, /) -> str:
        return f"invitation-{invitation.pk}-answered"

    def context(self, invitation: Invitation, /) -> Mapping[str, Any]:
        return {"invitation": invitation, "accepted": invitation.state == Invitation.State.ACCEPTED}

    def link(self, invitation: Invitation, to: Recipient, /) -> Link:
        path = within_authority("memberships:invitations", invitation.collaboration_id)
        return Link(_("See the invitations of the group"), path)

    def why(self, invitation: Invitation, to: Recipient, /) -> str:
        return why_lead(invitation.collaboration)
