"""Emails about joining, leaving, attendance and conduct.

Subjects name nobody; what was written in confidence stays on the page, behind the sign-in or the link.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.emails import EmailToUser, recipient
from accounts.models import TaskLink, User
from accounts.selectors import people_to_write_to, token_of
from core.addresses import absolute
from core.emails import Email, Recipient, email_kind, within_authority
from core.wording import date_in_words
from memberships.models.conduct import ConductConcern
from memberships.models.joining import Application, Invitation
from memberships.models.members import Membership
from memberships.rules.leaving import supplement_of_leaver
from memberships.selectors.agreed import agreed_terms
from memberships.selectors.conduct import GroupToday
from memberships.selectors.joining import application_by_id, invitation_by_id
from memberships.selectors.leaving import terms_of_leaving
from memberships.selectors.staff_told import managers_of, membership_on, reminder_of
from memberships.selectors.standing import leaders_on
from memberships.selectors.telling import Appointed, appointment_in_words, appointment_told

# --- applications ------------------------------------------------------------------------------------------


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

    def subject(self, application: Application, /) -> str:
        return _("A setting would like to join your collaboration")

    def reference(self, application: Application, /) -> str:
        return f"application-{application.pk}"

    def context(self, application: Application, /) -> Mapping[str, Any]:
        path = within_authority("memberships:applications", application.collaboration_id)
        return {"application": application, "path": path}


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

    def subject(self, application: Application, /) -> str:
        return _("An application to a collaboration that nobody leads")

    def reference(self, application: Application, /) -> str:
        return f"application-{application.pk}-team"

    def context(self, application: Application, /) -> Mapping[str, Any]:
        path = within_authority("memberships:applications", application.collaboration_id)
        return {"application": application, "path": path}


@email_kind("memberships.application_decided")
class ApplicationDecided(EmailToUser[Application]):
    """To a manager of the setting: what the members decided."""

    template = "memberships/decision"
    to_closed_accounts = True
    application_id: int

    def load(self, at: datetime, /) -> Application | None:
        return application_by_id(self.application_id)

    def still_true(self, application: Application, /) -> bool:
        return application.decided_on is not None

    def subject(self, application: Application, /) -> str:
        return _("About your application to join a collaboration")

    def reference(self, application: Application, /) -> str:
        return f"application-{application.pk}-decided"

    def context(self, application: Application, /) -> Mapping[str, Any]:
        return {
            "application": application,
            "accepted": application.state == Application.State.ACCEPTED,
            "path": within_authority("memberships:application", application.pk),
            "find_path": within_authority("memberships:find", application.provider_id),
        }


# --- invitations -------------------------------------------------------------------------------------------


class InvitationAndLink(NamedTuple):
    invitation: Invitation
    link: TaskLink


@email_kind("memberships.invitation_sent")
class InvitationSent(Email[InvitationAndLink]):
    """To somebody of the setting: the members invite it, with the link to answer by."""

    template = "memberships/invitation"
    invitation_id: int
    link_id: int

    def load(self, at: datetime, /) -> InvitationAndLink | None:
        invitation = invitation_by_id(self.invitation_id)
        link = TaskLink.objects.filter(pk=self.link_id, used_at=None, withdrawn_at=None).first()
        return InvitationAndLink(invitation, link) if invitation is not None and link is not None else None

    def still_true(self, row: InvitationAndLink, /) -> bool:
        return row.invitation.state == Invitation.State.SENT

    def recipients(self, row: InvitationAndLink, /) -> Sequence[Recipient]:
        return [Recipient(row.invitation.email, row.invitation.full_name)]

    def subject(self, row: InvitationAndLink, /) -> str:
        return _("An invitation to work together with settings near you")

    def reference(self, row: InvitationAndLink, /) -> str:
        return f"invitation-{row.invitation.pk}"

    def context(self, row: InvitationAndLink, /) -> Mapping[str, Any]:
        return {
            "invitation": row.invitation,
            "until": row.link.expires_at,
            "path": within_authority("memberships:accept_invitation", token_of(row.link)),
        }


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

    def subject(self, invitation: Invitation, /) -> str:
        return _("Your invitation has been answered")

    def reference(self, invitation: Invitation, /) -> str:
        return f"invitation-{invitation.pk}-answered"

    def context(self, invitation: Invitation, /) -> Mapping[str, Any]:
        return {
            "invitation": invitation,
            "accepted": invitation.state == Invitation.State.ACCEPTED,
            "path": within_authority("memberships:invitations", invitation.collaboration_id),
        }


# --- appointments --------------------------------------------------------------------------------------------


@email_kind("memberships.appointed_by_team")
class AppointedByTeam(EmailToUser[Appointed]):
    """To a leader: the authority has appointed somebody in the group (A1)."""

    template = "memberships/appointed_by_team"
    kind: str
    row_id: int
    by_id: int

    def load(self, at: datetime, /) -> Appointed | None:
        return appointment_told(self.kind, self.row_id)

    def subject(self, row: Appointed, /) -> str:
        return _("A change in your collaboration")

    def reference(self, row: Appointed, /) -> str:
        return f"appointed-{self.kind}-{row.pk}"

    def context(self, row: Appointed, /) -> Mapping[str, Any]:
        by = User.objects.filter(pk=self.by_id).first()
        return {"row": row, "what": appointment_in_words(row), "by": str(by or "")}


# --- leaving -----------------------------------------------------------------------------------------------


@email_kind("memberships.notice_given")
class NoticeGiven(EmailToUser[Membership]):
    """To one of those who hear for the group: a member leaves, unless the notice was taken back meanwhile.

    Why the setting leaves is not in it; what the members agreed on its share is.
    """

    template = "memberships/notice"
    membership_id: int
    left_on: str

    def load(self, at: datetime, /) -> Membership | None:
        rows = Membership.objects.select_related("collaboration", "provider")
        return rows.filter(pk=self.membership_id, left_on=date.fromisoformat(self.left_on)).first()

    def subject(self, membership: Membership, /) -> str:
        return _("A change in your collaboration")

    def reference(self, membership: Membership, /) -> str:
        return f"notice-{membership.pk}-{membership.left_on}"

    def context(self, membership: Membership, /) -> Mapping[str, Any]:
        terms = terms_of_leaving(membership, on=date.fromisoformat(self.left_on))
        supplement = supplement_of_leaver(goes=terms.leaver_funding, amount=terms.leaver_amount)
        source = terms.source("leaver_funding")
        return {
            "membership": membership,
            "supplement": [reason.in_words(_) for reason in supplement],
            "source": source.reason.in_words(_) if source else "",
            "path": within_authority("memberships:hand_over", membership.collaboration_id, membership.pk),
        }


# --- attendance, conduct, staff who know -------------------------------------------------------------------


class MembershipOn(NamedTuple):
    """A membership, and the day as of which people are looked up."""

    membership: Membership
    on: date


@email_kind("memberships.attendance_at_risk")
class AttendanceAtRisk(Email[MembershipOn]):
    """To the member's managers and to the leaders: what was counted, by what it is measured, who decides.

    A leader who manages the member gets the one to managers. Nobody gets it once the member has
    made up for it.
    """

    template = "memberships/at_risk"
    membership_id: int
    since: str
    threshold: int

    def load(self, at: datetime, /) -> MembershipOn | None:
        rows = Membership.objects.select_related("provider", "collaboration")
        membership = rows.filter(pk=self.membership_id).first()
        return MembershipOn(membership, timezone.localdate(at)) if membership is not None else None

    def still_true(self, row: MembershipOn, /) -> bool:
        return row.membership.at_risk_since == date.fromisoformat(self.since)

    def recipients(self, row: MembershipOn, /) -> Sequence[Recipient]:
        managers = list(managers_of(row.membership.provider, on=row.on))
        ids = {person.pk for person in managers}
        leaders = leaders_on(row.membership.collaboration_id, on=row.on)
        return [
            *(recipient(person, own=True) for person in managers),
            *(recipient(person, own=False) for person in leaders if person.pk not in ids),
        ]

    def subject(self, row: MembershipOn, /) -> str:
        return _("Meetings of your collaboration")

    def reference(self, row: MembershipOn, /) -> str:
        return f"at-risk-{row.membership.pk}-{date_in_words(row.membership.at_risk_since)}"

    def context(self, row: MembershipOn, /) -> Mapping[str, Any]:
        membership = row.membership
        terms = agreed_terms(membership.collaboration_id, on=date.fromisoformat(self.since))
        source = terms.source("attendance_threshold")
        return {
            "setting": str(membership.provider),
            "collaboration": str(membership.collaboration),
            "held": membership.meetings_held,
            "attended": membership.meetings_attended,
            "threshold": self.threshold,
            "is_agreed": terms.is_agreed("attendance_threshold"),
            "source": source.reason.in_words(_) if source else "",
        }


class ConcernOn(NamedTuple):
    """A concern, and the day as of which people are looked up."""

    concern: ConductConcern
    on: date


@email_kind("memberships.concern_moved")
class ConcernMoved(Email[ConcernOn]):
    """To everybody who sees the concern, but for whoever moved it: something waits.

    It says neither what nor about whom. One that is older than the concern's state is not sent any more.
    """

    is_noted = False
    template = "memberships/something_to_read"
    concern_id: int
    to_state: str
    by_id: int

    def load(self, at: datetime, /) -> ConcernOn | None:
        concern = ConductConcern.objects.filter(pk=self.concern_id).first()
        return ConcernOn(concern, timezone.localdate(at)) if concern is not None else None

    def still_true(self, row: ConcernOn, /) -> bool:
        return row.concern.state == self.to_state

    def recipients(self, row: ConcernOn, /) -> Sequence[Recipient]:
        ids = GroupToday(row.concern.collaboration_id, on=row.on).who_see(row.concern)
        people = people_to_write_to(ids).exclude(pk=self.by_id).order_by("pk")
        return [recipient(person) for person in people]

    def subject(self, row: ConcernOn, /) -> str:
        return _("There is something for you to read")

    def reference(self, row: ConcernOn, /) -> str:
        return f"read-{row.concern.pk}-{self.to_state}"


class LinkOfManager(NamedTuple):
    """The link by which one manager confirms for a membership."""

    link: TaskLink
    person: User
    membership: Membership


@email_kind("memberships.staff_told_reminder")
class StaffToldReminder(Email[LinkOfManager]):
    """To a manager: do your staff know, with the link that opens this one task, while it is to be done."""

    template = "memberships/staff_told"
    link_id: int

    def load(self, at: datetime, /) -> LinkOfManager | None:
        link = reminder_of(self.link_id)
        membership = None if link is None else membership_on(link.about_id, on=timezone.localdate(at))
        if link is None or link.user is None or membership is None:
            return None
        return LinkOfManager(link, link.user, membership)

    def recipients(self, row: LinkOfManager, /) -> Sequence[Recipient]:
        return [recipient(row.person)]

    def subject(self, row: LinkOfManager, /) -> str:
        return _("Do your staff know of your collaboration?")

    def reference(self, row: LinkOfManager, /) -> str:
        return f"staff-told-{row.link.pk}"

    def context(self, row: LinkOfManager, /) -> Mapping[str, Any]:
        root = absolute(f"/{row.link.authority.slug}/collaborations")
        return {
            "setting": str(row.membership.provider),
            "collaboration": str(row.membership.collaboration),
            "address": f"{root}/staff-told/{token_of(row.link)}/",
            "summary_address": f"{root}/{row.membership.collaboration_id}/summary/",
            "expires_on": row.link.expires_at,
        }
