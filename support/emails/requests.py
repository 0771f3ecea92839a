"""Emails about referrals and requests for support.

They are emails of the service, so none has a link to stop them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from typing import Any, NamedTuple

from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.emails.bases import EmailToUser, recipient
from core.addresses import absolute
from core.calendar_files import Event, identity
from core.emails import AsOf, Email, Recipient, email_kind, invitation, within_authority
from core.mail import Attachment, Contact, Link
from core.names import team_of
from core.subjects import subject_in, subject_of
from core.wording import day_and_month
from memberships.emails.reasons import why_lead, why_manage, why_run
from memberships.selectors.contacts import contact_of, leader_contact
from support.models import Referral, SupportRequest
from support.rules import WAITING
from support.selectors import referrals as referrals_selectors
from support.selectors import requests as requests_selectors

# --- referrals ---------------------------------------------------------------------------------------------


@email_kind("support.referral_to_setting")
class ReferralToSetting(EmailToUser[AsOf[Referral]]):
    """To a manager of the setting: which group, how to reach it, where to apply; while it is open."""

    template = "support/referral_to_setting"
    referral_id: int

    def load(self, at: datetime, /) -> AsOf[Referral] | None:
        rows = Referral.objects.select_related("provider", "collaboration", "referred_by")
        referral = rows.filter(pk=self.referral_id).first()
        return AsOf(referral, timezone.localdate(at)) if referral is not None else None

    def still_true(self, row: AsOf[Referral], /) -> bool:
        return row.row.state in {str(state) for state in WAITING}

    def subject(self, row: AsOf[Referral], to: Recipient, /) -> str:
        """The group that is suggested stands in it too: two suggestions to one setting differ."""
        return subject_of(
            str(row.row.provider), _("a group that could suit you"), then=str(row.row.collaboration)
        )

    def reference(self, row: AsOf[Referral], /) -> str:
        return f"referral-{row.row.pk}-{self.user_id}"

    def context(self, row: AsOf[Referral], /) -> Mapping[str, Any]:
        leader = leader_contact(row.row.collaboration_id, on=row.on)
        return {"referral": row.row, "leader": leader}

    def link(self, row: AsOf[Referral], to: Recipient, /) -> Link:
        path = within_authority("memberships:apply", row.row.collaboration_id, row.row.provider_id)
        return Link(_("Read more, or apply"), path)

    def contact(self, row: AsOf[Referral], to: Recipient, /) -> Contact | None:
        return contact_of(row.row.referred_by, on=row.on)

    def why(self, row: AsOf[Referral], to: Recipient, /) -> str:
        return why_manage(row.row.provider)


class ReferralsOfAct(NamedTuple):
    """What one officer referred to a group in one act, and the day as of which people are looked up."""

    referrals: Sequence[Referral]
    on: date


@email_kind("support.referrals_to_leader")
class ReferralsToLeader(EmailToUser[ReferralsOfAct]):
    """To a leader: which settings may get in touch, all that one officer referred to the group in one act.

    Of each its name, and nothing else that the group need not know yet. Those that have ended meanwhile
    are not in it.
    """

    template = "support/referral_to_leader"
    collaboration_id: int
    by_id: int
    referred_at: str

    def load(self, at: datetime, /) -> ReferralsOfAct | None:
        rows = referrals_selectors.referrals().filter(
            collaboration=self.collaboration_id,
            referred_by=self.by_id,
            referred_at=datetime.fromisoformat(self.referred_at),
            state__in=[str(state) for state in WAITING],
        )
        referrals = list(rows)
        return ReferralsOfAct(referrals, timezone.localdate(at)) if referrals else None

    def subject(self, row: ReferralsOfAct, to: Recipient, /) -> str:
        return subject_of(str(row.referrals[0].collaboration), _("settings that may get in touch"))

    def reference(self, row: ReferralsOfAct, /) -> str:
        return f"referrals-{self.collaboration_id}-{self.by_id}-{self.referred_at}"

    def context(self, row: ReferralsOfAct, /) -> Mapping[str, Any]:
        first = row.referrals[0]
        return {
            "collaboration": first.collaboration,
            "officer": first.referred_by,
            "words": first.words,
            "settings": [str(referral.provider) for referral in row.referrals],
        }

    def link(self, row: ReferralsOfAct, to: Recipient, /) -> Link:
        path = within_authority("collaborations:detail", self.collaboration_id)
        return Link(_("See your group"), path)

    def contact(self, row: ReferralsOfAct, to: Recipient, /) -> Contact | None:
        return contact_of(row.referrals[0].referred_by, on=row.on)

    def why(self, row: ReferralsOfAct, to: Recipient, /) -> str:
        return why_lead(row.referrals[0].collaboration)


# --- requests for support ----------------------------------------------------------------------------------


def _page(request: SupportRequest) -> str:
    return within_authority("support:support_request", request.pk)


def _calendar(row: AsOf[SupportRequest], to: Recipient, title: str) -> Sequence[Attachment]:
    """The day in a calendar; cancelled, it is taken out. None where no day was named."""
    request = row.row
    if request.wanted_on is None:
        return ()
    event = event_of(request, request.wanted_on, title)
    return [invitation(event, to, by=team_of(request.authority.name, request.authority.team_name))]


def event_of(request: SupportRequest, day: date, title: str) -> Event:
    """The day as calendars keep it."""
    ended = request.state in (SupportRequest.State.WITHDRAWN, SupportRequest.State.DECLINED)
    return Event(
        uid=identity("support", request.authority, request.pk),
        title=title,
        day=day,
        made_at=request.answered_at or request.asked_at,
        starts_at=_instant(day, request.starts_at),
        ends_at=_instant(day, request.ends_at),
        place=request.place,
        url=absolute(f"/{request.authority.slug}/{_page(request)}"),
        edition=int(ended),
        is_cancelled=ended,
    )


def title_for_officer(request: SupportRequest) -> str:
    """What the calendar of the officer who comes says."""
    return _("%(group)s: %(kind)s") % {"group": request.collaboration, "kind": _kind(request)}


def title_for_group(request: SupportRequest) -> str:
    """What the calendars of those who run the group say."""
    return _("The early years team at %(group)s") % {"group": request.collaboration}


def _instant(on: date, at: time | None) -> datetime | None:
    return timezone.make_aware(datetime.combine(on, at)) if at is not None else None


def _request_on(request_id: int, at: datetime) -> AsOf[SupportRequest] | None:
    request = requests_selectors.support_requests().select_related("authority").filter(pk=request_id).first()
    return AsOf(request, timezone.localdate(at)) if request is not None else None


def _cancelled(request: SupportRequest) -> str:
    day = day_and_month(request.wanted_on)
    if not day:
        return subject_in(
            _("Cancelled: %(about)s, %(kind)s"), str(request.collaboration), kind=_kind(request)
        )
    return subject_in(_("Cancelled: %(about)s, %(day)s"), str(request.collaboration), day=day)


def _kind(request: SupportRequest) -> str:
    """What is asked for, within a sentence."""
    words = str(request.get_kind_display())
    return words[:1].lower() + words[1:]


@email_kind("support.support_asked")
class SupportAsked(Email[AsOf[SupportRequest]]):
    """To the team's own address, where the authority has one: that a group asks for something.

    Who gives support sees it on the home page in any case.
    """

    template = "support/support_asked"
    request_id: int

    def load(self, at: datetime, /) -> AsOf[SupportRequest] | None:
        return _request_on(self.request_id, at)

    def still_true(self, row: AsOf[SupportRequest], /) -> bool:
        return row.row.state == SupportRequest.State.ASKED

    def recipients(self, row: AsOf[SupportRequest], /) -> Sequence[Recipient]:
        address = row.row.authority.contact_email
        return [Recipient(address)] if address else []

    def subject(self, row: AsOf[SupportRequest], to: Recipient, /) -> str:
        sentence = _("%(about)s asks: %(kind)s")
        if row.row.wanted_on is not None:
            sentence = _("%(about)s asks: %(kind)s on %(day)s")
        facts: dict[str, Any] = {"kind": _kind(row.row), "day": day_and_month(row.row.wanted_on)}
        return subject_in(sentence, str(row.row.collaboration), **facts)

    def reference(self, row: AsOf[SupportRequest], /) -> str:
        return f"support-asked-{row.row.pk}"

    def context(self, row: AsOf[SupportRequest], /) -> Mapping[str, Any]:
        return {"request": row.row}

    def link(self, row: AsOf[SupportRequest], to: Recipient, /) -> Link:
        return Link(_("Read it and answer"), _page(row.row))

    def contact(self, row: AsOf[SupportRequest], to: Recipient, /) -> Contact | None:
        return contact_of(row.row.asked_by, on=row.on)


@email_kind("support.support_withdrawn")
class SupportWithdrawn(SupportAsked):
    """To the team's address: what it was asked for is no longer wanted, and nobody had accepted it yet."""

    template = "support/support_withdrawn"

    def still_true(self, row: AsOf[SupportRequest], /) -> bool:
        return row.row.state == SupportRequest.State.WITHDRAWN

    def subject(self, row: AsOf[SupportRequest], to: Recipient, /) -> str:
        sentence = _("%(about)s no longer asks: %(kind)s")
        return subject_in(sentence, str(row.row.collaboration), kind=_kind(row.row))

    def reference(self, row: AsOf[SupportRequest], /) -> str:
        return f"support-withdrawn-{row.row.pk}"

    def link(self, row: AsOf[SupportRequest], to: Recipient, /) -> Link:
        return Link(_("See the request"), _page(row.row))


@email_kind("support.support_for_officer")
class SupportForOfficer(Email[AsOf[SupportRequest]]):
    """To the officer who is to come, or need not any more; nothing when things have moved on meanwhile."""

    template = "support/support_officer"
    request_id: int
    user_id: int
    state: str

    def load(self, at: datetime, /) -> AsOf[SupportRequest] | None:
        return _request_on(self.request_id, at)

    def still_true(self, row: AsOf[SupportRequest], /) -> bool:
        return row.row.state == self.state and row.row.officer_id == self.user_id

    def recipients(self, row: AsOf[SupportRequest], /) -> Sequence[Recipient]:
        return [recipient(row.row.officer)] if row.row.officer is not None else []

    def subject(self, row: AsOf[SupportRequest], to: Recipient, /) -> str:
        day, group = day_and_month(row.row.wanted_on), str(row.row.collaboration)
        if self._is_cancelled(row):
            return _cancelled(row.row)
        if row.row.kind == SupportRequest.Kind.ATTEND or day:
            what = _("you attend on %(day)s") if day else _("you attend a meeting")
        else:
            what = _("you help the group: %(kind)s")
        return subject_of(group, what % {"day": day, "kind": _kind(row.row)})

    def reference(self, row: AsOf[SupportRequest], /) -> str:
        return f"support-officer-{row.row.pk}-{self.user_id}-{self.state}"

    def context(self, row: AsOf[SupportRequest], /) -> Mapping[str, Any]:
        by_group = row.row.state == SupportRequest.State.WITHDRAWN
        cancelled, when = self._is_cancelled(row), requests_selectors.when_in_words(row.row)
        return {"request": row.row, "cancelled": cancelled, "by_group": by_group, "when": when}

    def link(self, row: AsOf[SupportRequest], to: Recipient, /) -> Link:
        return Link(_("See the request"), _page(row.row))

    def contact(self, row: AsOf[SupportRequest], to: Recipient, /) -> Contact | None:
        return contact_of(row.row.asked_by, on=row.on)

    def why(self, row: AsOf[SupportRequest], to: Recipient, /) -> str:
        return _("You get this email because you were named as the officer who helps this group.")

    def attachments(self, row: AsOf[SupportRequest], to: Recipient, /) -> Sequence[Attachment]:
        return _calendar(row, to, title_for_officer(row.row))

    def _is_cancelled(self, row: AsOf[SupportRequest]) -> bool:
        return row.row.state in (SupportRequest.State.WITHDRAWN, SupportRequest.State.DECLINED)


@email_kind("support.support_answered")
class SupportAnswered(EmailToUser[AsOf[SupportRequest]]):
    """To one of those who run the group: the answer; nothing when another answer has been given meanwhile.

    ``was_accepted``: the team had promised it before and cannot come after all.
    """

    template = "support/support_answered"
    request_id: int
    state: str
    was_accepted: int = 0

    def load(self, at: datetime, /) -> AsOf[SupportRequest] | None:
        return _request_on(self.request_id, at)

    def still_true(self, row: AsOf[SupportRequest], /) -> bool:
        return row.row.state == self.state

    def subject(self, row: AsOf[SupportRequest], to: Recipient, /) -> str:
        request = row.row
        facts = {"person": request.officer, "day": day_and_month(request.wanted_on)}
        if request.state == SupportRequest.State.ACCEPTED:
            what = _("%(person)s comes on %(day)s") if request.wanted_on else _("%(person)s helps you")
        elif self.was_accepted:
            return _cancelled(request)
        else:
            what, facts = _("your request of %(day)s"), {"day": day_and_month(request.asked_at)}
        return subject_of(str(request.collaboration), what % facts)

    def reference(self, row: AsOf[SupportRequest], /) -> str:
        return f"support-answer-{row.row.pk}-{self.user_id}-{self.state}"

    def context(self, row: AsOf[SupportRequest], /) -> Mapping[str, Any]:
        accepted = row.row.state == SupportRequest.State.ACCEPTED
        facts = {"accepted": accepted, "was_accepted": self.was_accepted}
        return {"request": row.row, "when": requests_selectors.when_in_words(row.row), **facts}

    def link(self, row: AsOf[SupportRequest], to: Recipient, /) -> Link:
        return Link(_("See your request"), _page(row.row))

    def contact(self, row: AsOf[SupportRequest], to: Recipient, /) -> Contact | None:
        accepted = row.row.state == SupportRequest.State.ACCEPTED
        return contact_of(row.row.officer if accepted else row.row.answered_by, on=row.on)

    def why(self, row: AsOf[SupportRequest], to: Recipient, /) -> str:
        return why_run(row.row.collaboration)

    def attachments(self, row: AsOf[SupportRequest], to: Recipient, /) -> Sequence[Attachment]:
        if row.row.state != SupportRequest.State.ACCEPTED and not self.was_accepted:
            return ()  # nothing stood in a calendar
        return _calendar(row, to, title_for_group(row.row))
