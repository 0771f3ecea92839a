"""Letters about referrals and requests for support. They are letters of the service, so none has a link to stop them."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _

from accounts.models import User
from core.mail import Letter
from memberships.emails import within_authority
from support.models import Message, MessageCopy, Referral, SupportRequest


def referral_letter_to_manager(manager: User, referral: Referral, *, leaders: Sequence[User], reference: str) -> Letter:
    """To a manager of the setting: which group, how to reach it, and where to apply."""
    return Letter(
        to=manager.email,
        subject=_("A group of settings that you could join"),
        template="support/referral_to_setting",
        context={
            "name": manager.get_short_name(),
            "referral": referral,
            "leaders": [{"name": leader.full_name, "email": leader.email} for leader in leaders],
            "path": within_authority("memberships:apply", referral.collaboration_id, referral.provider_id),
        },
        reference=reference,
    )


def referral_letter_to_leader(leader: User, rows: Sequence[Referral], *, reference: str) -> Letter:
    """To a leader: which settings may get in touch. Of each its name, and nothing else that the group need not know yet."""
    return Letter(
        to=leader.email,
        subject=_("Settings that may get in touch with your collaboration"),
        template="support/referral_to_leader",
        context={
            "name": leader.get_short_name(),
            "collaboration": rows[0].collaboration,
            "officer": rows[0].referred_by,
            "words": rows[0].words,
            "settings": [str(row.provider) for row in rows],
            "path": within_authority("collaborations:detail", rows[0].collaboration_id),
        },
        reference=reference,
    )


def request_letter_to_team(request: SupportRequest, *, reference: str) -> Letter:
    """To the team's address: that a group asks for something."""
    return Letter(
        to=request.authority.contact_email,
        subject=_("A collaboration asks for support"),
        template="support/support_asked",
        context={"request": request, "path": _page(request)},
        reference=reference,
    )


def request_letter_to_officer(officer: User, request: SupportRequest, *, reference: str) -> Letter:
    """To the officer who is to come, or need not come any more."""
    withdrawn = request.state == SupportRequest.State.WITHDRAWN
    return Letter(
        to=officer.email,
        subject=_("A collaboration no longer needs you") if withdrawn else _("A collaboration expects you"),
        template="support/support_officer",
        context={"name": officer.get_short_name(), "request": request, "withdrawn": withdrawn, "path": _page(request)},
        reference=reference,
    )


def request_letter_to_group(person: User, request: SupportRequest, *, reference: str) -> Letter:
    """To one of those who run the group: the answer."""
    return Letter(
        to=person.email,
        subject=_("About your request for support"),
        template="support/support_answered",
        context={
            "name": person.get_short_name(),
            "request": request,
            "accepted": request.state == SupportRequest.State.ACCEPTED,
            "path": _page(request),
        },
        reference=reference,
    )


def _page(request: SupportRequest) -> str:
    return within_authority("support:support_request", request.pk)


def message_letter(copy: MessageCopy) -> Letter:
    message, person = copy.message, copy.user
    return Letter(
        to=person.email,
        subject=message.subject,
        template="support/message",
        context={
            "name": person.get_short_name(),
            "message": message,
            "to_leaders": message.audience == Message.Audience.LEADERS,
        },
        reference=f"message-{copy.pk}",
    )
