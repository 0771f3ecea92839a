"""Appointing leaders (L1). A leader coordinates, and commands nobody."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from accounts.models import User
from accounts.permissions import Permission
from accounts.rules import EndTerms, Kind
from accounts.services.appointments import give_appointment
from audit.rules.actions import Action
from audit.services import record
from core.dates import Span, last_day
from core.text import several_lines
from core.wording import date_in_words, from_to_in_words
from memberships.models.members import LeaderAppointment, Membership
from memberships.rules.leaders import WantedLeader, refusals_of
from memberships.selectors.leaders import leader_for_update
from memberships.selectors.members import membership_for_update
from memberships.selectors.people import times_at_setting
from memberships.services.permissions import KindWithPermissions
from memberships.services.refusing import refuse
from ofsted.rules.policy import Verdict
from ofsted.selectors.standing import leading_decision


class LeaderKind(KindWithPermissions[LeaderAppointment]):
    """Leaders (L1)."""

    kind = Kind.LEADER
    model = LeaderAppointment
    end_terms = EndTerms(
        too_early=gettext_noop("The last day must be %(day)s, the first one as leader, or later."),
        ended_before=gettext_noop("The time as leader has ended already, on %(day)s."),
    )

    taken_away_with = Permission.APPOINT_LEADERS

    def in_words(self, row: LeaderAppointment) -> str:
        words = {"what": _("Leader"), "group": row.membership.collaboration}
        return _("%(what)s, %(group)s") % words

    def lock(self, row: LeaderAppointment) -> LeaderAppointment:
        return leader_for_update(row.pk)

    def check(self, row: LeaderAppointment) -> Mapping[str, Any]:
        """Ask L1, and keep beside the row why the setting may lead: the
        officer's own words, or the policy's reasons.
        """
        row.membership = membership = membership_for_update(row.membership_id)
        decision = leading_decision(provider_id=membership.provider_id, on=row.starts_on)
        wanted = WantedLeader(
            time=Span(row.starts_on, row.ends_on),
            membership=Span(membership.joined_on, membership.left_on),
            at_setting=times_at_setting(row.user_id, membership.provider_id),
            decision=decision,
            officers_words=row.may_lead_because,
            by_members=bool(row.members_decision),
        )
        refuse(refusals_of(wanted))
        row.officer_decided = decision.verdict is Verdict.OFFICER_DECIDES
        if not row.officer_decided:
            row.may_lead_because = "\n".join(reason.in_words(_) for reason in decision.reasons)
        return {"policy_version": decision.policy_version}

    def beside(self, row: LeaderAppointment) -> Iterable[Span]:
        rows = LeaderAppointment.objects.filter(membership=row.membership_id, user=row.user_id)
        return [Span(each.starts_on, each.ends_on) for each in rows]

    def clash(self, row: LeaderAppointment) -> dict[str, str]:
        return {"user": _("%(person)s already leads this collaboration in that time.") % {"person": row.user}}

    def too_late_to_end(self, row: LeaderAppointment) -> str:
        words = {"person": row.user, "day": date_in_words(row.starts_on)}
        return _("%(person)s is recorded as a leader from %(day)s, which is later. End that first.") % words

    def record_given(self, row: LeaderAppointment, *, by: User | None, details: Mapping[str, Any]) -> None:
        membership = row.membership
        facts: dict[str, Any] = {"setting": membership.provider, "collaboration": membership.collaboration}
        facts |= {
            "person": row.user,
            "time": from_to_in_words(row.starts_on, row.ends_on),
            "details": {**details},
        }
        if row.officer_decided:
            record(Action.LEADING_DECIDED, about=row, by=by, details={**details}, person=row.user)
        record(Action.LEADER_APPOINTED, about=row, by=by, **facts)

    def record_ended(self, row: LeaderAppointment, *, by: User | None) -> None:
        facts: dict[str, Any] = {"person": row.user, "collaboration": row.membership.collaboration}
        record(Action.LEADER_ENDED, about=row, by=by, last_day=last_day(row.ends_on), **facts)


LEADER = LeaderKind()


def appoint_leader(
    *,
    membership: Membership,
    user: User,
    manner: str,
    starts_on: date,
    ends_on: date | None = None,
    officers_decision: str = "",
    members_decision: str = "",
    by: User,
) -> LeaderAppointment:
    """Make a person of a member setting one of the leaders (L1).

    The person's time at the setting and the setting's membership last as long as the appointment, and the
    setting may lead by the leading policy (O5) on its first day. Where the policy leaves that to an officer,
    ``officers_decision`` is that decision in words. Where the members record it themselves,
    ``members_decision`` is how they decided, and the policy must let the setting's people lead by itself.
    Raises ValidationError with the rule's sentence otherwise.
    """
    row = LeaderAppointment(
        membership=membership, user=user, manner=manner, starts_on=starts_on, ends_on=ends_on
    )
    row.may_lead_because, row.members_decision = (
        several_lines(officers_decision),
        several_lines(members_decision),
    )
    return give_appointment(LEADER, row, by=by)
