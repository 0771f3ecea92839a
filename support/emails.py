"""Emails about referrals and requests for support, and messages of officers.

They are emails of the service, so none has a link to stop them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.emails import EmailToUser, recipient
from core.emails import Email, Recipient, email_kind, within_authority
from memberships.selectors.people import leaders_to_write_to
from support.models import Message, MessageCopy, Referral, SupportRequest
from support.rules import WAITING
from support.selectors import referrals as referrals_selectors
from support.selectors import requests as requests_selectors

# --- referrals ---------------------------------------------------------------------------------------------


class ReferralOn(NamedTuple):
    """A referral, and the day as of which the leaders are looked up."""

    referral: Referral
    on: date


@email_kind("support.referral_to_setting")
class ReferralToSetting(EmailToUser[ReferralOn]):
    """To a manager of the setting: which group, how to reach it, where to apply; while it is open."""

    template = "support/referral_to_setting"
    referral_id: int

    def load(self, at: datetime, /) -> ReferralOn | None:
        rows = Referral.objects.select_related("provider", "collaboration", "referred_by")
        referral = rows.filter(pk=self.referral_id).first()
        return ReferralOn(referral, timezone.localdate(at)) if referral is not None else None

    def still_true(self, row: ReferralOn, /) -> bool:
        return row.referral.state in {str(state) for state in WAITING}

    def subject(self, row: ReferralOn, /) -> str:
        return _("A group of settings that you could join")

    def reference(self, row: ReferralOn, /) -> str:
        return f"referral-{row.referral.pk}-{self.user_id}"

    def context(self, row: ReferralOn, /) -> Mapping[str, Any]:
        referral = row.referral
        leaders = leaders_to_write_to([referral.collaboration_id], on=row.on)
        return {
            "referral": referral,
            "leaders": [{"name": leader.full_name, "email": leader.email} for leader in leaders],
            "path": within_authority("memberships:apply", referral.collaboration_id, referral.provider_id),
        }


@email_kind("support.referrals_to_leader")
class ReferralsToLeader(EmailToUser[Sequence[Referral]]):
    """To a leader: which settings may get in touch, all that one officer referred to the group in one act.

    Of each its name, and nothing else that the group need not know yet. Those that have ended meanwhile
    are not in it.
    """

    template = "support/referral_to_leader"
    collaboration_id: int
    by_id: int
    referred_at: str

    def load(self, at: datetime, /) -> Sequence[Referral] | None:
        rows = referrals_selectors.referrals().filter(
            collaboration=self.collaboration_id,
            referred_by=self.by_id,
            referred_at=datetime.fromisoformat(self.referred_at),
            state__in=[str(state) for state in WAITING],
        )
        return list(rows) or None

    def subject(self, referrals: Sequence[Referral], /) -> str:
        return _("Settings that may get in touch with your collaboration")

    def reference(self, referrals: Sequence[Referral], /) -> str:
        return f"referrals-{self.collaboration_id}-{self.by_id}-{self.referred_at}"

    def context(self, referrals: Sequence[Referral], /) -> Mapping[str, Any]:
        first = referrals[0]
        return {
            "collaboration": first.collaboration,
            "officer": first.referred_by,
            "words": first.words,
            "settings": [str(referral.provider) for referral in referrals],
            "path": within_authority("collaborations:detail", first.collaboration_id),
        }


# --- requests for support ----------------------------------------------------------------------------------


def _page(request: SupportRequest) -> str:
    return within_authority("support:support_request", request.pk)


@email_kind("support.support_asked")
class SupportAsked(Email[SupportRequest]):
    """To the team's own address, where the authority has one: that a group asks for something.

    Who gives support sees it on the home page in any case.
    """

    template = "support/support_asked"
    request_id: int

    def load(self, at: datetime, /) -> SupportRequest | None:
        return (
            requests_selectors.support_requests()
            .select_related("authority")
            .filter(pk=self.request_id)
            .first()
        )

    def still_true(self, request: SupportRequest, /) -> bool:
        return request.state == SupportRequest.State.ASKED

    def recipients(self, request: SupportRequest, /) -> Sequence[Recipient]:
        address = request.authority.contact_email
        return [Recipient(address)] if address else []

    def subject(self, request: SupportRequest, /) -> str:
        return _("A collaboration asks for support")

    def reference(self, request: SupportRequest, /) -> str:
        return f"support-asked-{request.pk}"

    def context(self, request: SupportRequest, /) -> Mapping[str, Any]:
        return {"request": request, "path": _page(request)}


@email_kind("support.support_for_officer")
class SupportForOfficer(Email[SupportRequest]):
    """To the officer who is to come, or need not any more; nothing when things have moved on meanwhile."""

    template = "support/support_officer"
    request_id: int
    user_id: int
    state: str

    def load(self, at: datetime, /) -> SupportRequest | None:
        return requests_selectors.request_by_id(self.request_id)

    def still_true(self, request: SupportRequest, /) -> bool:
        return request.state == self.state and request.officer_id == self.user_id

    def recipients(self, request: SupportRequest, /) -> Sequence[Recipient]:
        return [recipient(request.officer)] if request.officer is not None else []

    def subject(self, request: SupportRequest, /) -> str:
        if request.state == SupportRequest.State.WITHDRAWN:
            return _("A collaboration no longer needs you")
        return _("A collaboration expects you")

    def reference(self, request: SupportRequest, /) -> str:
        return f"support-officer-{request.pk}-{self.user_id}-{self.state}"

    def context(self, request: SupportRequest, /) -> Mapping[str, Any]:
        withdrawn = request.state == SupportRequest.State.WITHDRAWN
        return {"request": request, "withdrawn": withdrawn, "path": _page(request)}


@email_kind("support.support_answered")
class SupportAnswered(EmailToUser[SupportRequest]):
    """To one of those who run the group: the answer; nothing when another answer has been given meanwhile."""

    template = "support/support_answered"
    request_id: int
    state: str

    def load(self, at: datetime, /) -> SupportRequest | None:
        return requests_selectors.request_by_id(self.request_id)

    def still_true(self, request: SupportRequest, /) -> bool:
        return request.state == self.state

    def subject(self, request: SupportRequest, /) -> str:
        return _("About your request for support")

    def reference(self, request: SupportRequest, /) -> str:
        return f"support-answer-{request.pk}-{self.user_id}-{self.state}"

    def context(self, request: SupportRequest, /) -> Mapping[str, Any]:
        accepted = request.state == SupportRequest.State.ACCEPTED
        return {"request": request, "accepted": accepted, "path": _page(request)}


# --- messages ----------------------------------------------------------------------------------------------


@email_kind("support.message_copy")
class CopyOfMessage(Email[MessageCopy]):
    """An officer's message to one person. ``services.messages`` sends it, about a copy that it has locked."""

    template = "support/message"
    copy_id: int

    def load(self, at: datetime, /) -> MessageCopy | None:
        unsent = MessageCopy.objects.select_related("message", "user").filter(sent_at=None)
        return unsent.filter(pk=self.copy_id).first()

    def recipients(self, copy: MessageCopy, /) -> Sequence[Recipient]:
        return [recipient(copy.user)]

    def subject(self, copy: MessageCopy, /) -> str:
        return copy.message.subject

    def reference(self, copy: MessageCopy, /) -> str:
        return f"message-{copy.pk}"

    def context(self, copy: MessageCopy, /) -> Mapping[str, Any]:
        return {"message": copy.message, "to_leaders": copy.message.audience == Message.Audience.LEADERS}
