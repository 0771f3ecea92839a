"""Appointing leaders and ending their time (L1). A leader coordinates, and commands nobody."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from audit.rules.actions import Action
from audit.services import record
from core.saving import save_in_words
from core.wording import date_in_words
from memberships.models.members import LeaderAppointment, Membership
from memberships.rules.dates import Span
from memberships.rules.leaders import Refusal, WantedLeader, refusals_of
from memberships.selectors.leaders import leader_for_update
from memberships.selectors.members import membership_for_update
from memberships.selectors.people import times_at_setting
from memberships.services.rights import settle_rights, take_turn
from ofsted.rules.policy import Decision, Verdict
from ofsted.selectors.standing import leading_decision


@transaction.atomic
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

    The person's time at the setting and the setting's membership last as long as the appointment, and the setting may lead by
    the leading policy (O5) on its first day. Where the policy leaves that to an officer, ``officers_decision`` is that
    decision in words. Where the members record it themselves, ``members_decision`` is how they decided, and the policy must let the
    setting's people lead by itself. Raises ValidationError with the rule's sentence otherwise.
    """
    take_turn()
    membership = membership_for_update(membership.pk)
    decision = leading_decision(provider_id=membership.provider_id, on=starts_on)
    wanted = WantedLeader(
        time=Span(starts_on, ends_on),
        membership=Span(membership.joined_on, membership.left_on),
        at_setting=times_at_setting(user.pk, membership.provider_id),
        decision=decision,
        officers_words=officers_decision,
        by_members=bool(members_decision.strip()),
    )
    refuse_for(refusals_of(wanted))
    appointment = LeaderAppointment(membership=membership, user=user, manner=manner, starts_on=starts_on, ends_on=ends_on)
    appointment.may_lead_because = _why(decision, officers_decision)
    appointment.officer_decided = decision.verdict is Verdict.OFFICER_DECIDES
    appointment.members_decision = members_decision.strip()
    clash = _("%(person)s already leads this collaboration in that time.") % {"person": user}
    save_in_words(appointment, clash={"user": clash})
    facts: dict[str, Any] = {"person": user, "setting": membership.provider, "collaboration": membership.collaboration, "from": starts_on}
    if appointment.officer_decided:
        record(Action.LEADING_DECIDED, about=appointment, by=by, details={"policy_version": decision.policy_version}, person=user)
    record(Action.LEADER_APPOINTED, about=appointment, by=by, details={"policy_version": decision.policy_version}, **facts)
    settle_rights(user_ids=[user.pk])
    return appointment


@transaction.atomic
def end_leader(*, appointment: LeaderAppointment, ends_on: date, by: User) -> LeaderAppointment:
    """Record that ``ends_on`` is the first day on which the person no longer leads.

    Raises ValidationError when the day is not after the first one, or the time has ended before.
    """
    take_turn()
    appointment = leader_for_update(appointment.pk)
    if appointment.ends_on == ends_on:
        return appointment  # pressed twice
    if ends_on <= appointment.starts_on:
        day = date_in_words(appointment.starts_on)
        raise ValidationError({"ends_on": _("The day must be after %(day)s, the first one as leader.") % {"day": day}})
    if appointment.ends_on is not None and appointment.ends_on < ends_on:
        day = date_in_words(appointment.ends_on)
        raise ValidationError({"ends_on": _("The time as leader has ended already, on %(day)s.") % {"day": day}})
    _end(appointment, on=ends_on, by=by)
    settle_rights(user_ids=[appointment.user_id])
    return appointment


def end_leaders_by(appointments: Iterable[LeaderAppointment], *, on: date, by: User, field: str) -> None:
    """End what lasts beyond a day. Raises ValidationError at ``field`` when somebody is to lead only from then on."""
    for appointment in appointments:
        if appointment.ends_on is not None and appointment.ends_on <= on:
            continue
        if appointment.starts_on >= on:
            words = {"person": appointment.user, "day": date_in_words(appointment.starts_on)}
            raise ValidationError({field: _("%(person)s is recorded as a leader from %(day)s, which is later. End that first.") % words})
        _end(appointment, on=on, by=by)


def _end(appointment: LeaderAppointment, *, on: date, by: User) -> None:
    appointment.ends_on = on
    save_in_words(appointment, fields=["ends_on"])
    facts: dict[str, Any] = {"person": appointment.user, "collaboration": appointment.membership.collaboration, "until": on}
    record(Action.LEADER_ENDED, about=appointment, by=by, **facts)


def refuse_for(refusals: Iterable[Refusal]) -> None:
    """Raise ValidationError with every reason at the field it is about, if there is one."""
    errors: dict[str, list[str]] = {}
    for field, reason in refusals:
        errors.setdefault(field, []).append(reason.in_words(_))
    if errors:
        raise ValidationError(errors)


def _why(decision: Decision, officers_decision: str) -> str:
    """What is kept beside the appointment: the officer's own words, or the policy's reasons."""
    if decision.verdict is Verdict.OFFICER_DECIDES:
        return officers_decision.strip()
    return "\n".join(reason.in_words(_) for reason in decision.reasons)
