"""Moving memberships, people and leaders from an old registration to the
one that took over from it (O2), as an officer says.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from audit.rules.actions import Action
from audit.services import record
from core.dates import earlier_end
from core.saving import save_in_words
from memberships.models.members import LeaderAppointment, Membership, SettingRole
from memberships.selectors.members import membership_for_update
from memberships.selectors.people import people_concerned, setting_role_for_update
from memberships.services.leaders import appoint_leader
from memberships.services.offices import end_leaders_and_offices
from memberships.services.permissions import settle_permissions, take_turn
from memberships.services.refusing import refuse
from providers.models import SuccessionLink
from reorganisation.rules.succession import Chosen, refusals_to_move
from reorganisation.selectors import succession as selectors
from reorganisation.services.carrying_on import carry_on_actions, carry_on_hand_overs

#: Where a refusal of L1 is shown on the page of the move.
FIELDS = {"may_lead_because": "officers_decision"}


@transaction.atomic
def move_to_successor(
    *,
    link: SuccessionLink,
    on: date,
    memberships: Collection[int] = (),
    roles: Collection[int] = (),
    leaders: Collection[int] = (),
    officers_decision: str = "",
    by: User,
    at: datetime,
) -> list[Membership]:
    """Move what is named (ids of memberships, roles of people, leaders' appointments) to the new registration
    from a day on.

    Each old membership ends on the day and is carried on by a new one; what was before stays with the old
    registration (O2). Who leads is appointed anew by L1: a new registration has no judgement of its own, so
    the policy leaves that to an officer as a rule, whose words ``officers_decision`` are. Raises
    ValidationError with every reason at its field; then nothing has moved.
    """
    take_turn()
    chosen = Chosen(on, memberships, roles, leaders)
    facts = selectors.succession_facts(link, on=on, today=timezone.localdate(at))
    refuse(refusals_to_move(facts, chosen, today=timezone.localdate(at)))
    appointments = list(
        LeaderAppointment.objects.filter(pk__in=leaders).select_related("user").order_by("pk")
    )
    members = [membership_for_update(pk) for pk in sorted(memberships)]
    moving = [setting_role_for_update(pk) for pk in sorted(roles)]
    begun = {membership.pk: _move_membership(membership, link, on=on, by=by) for membership in members}
    carry_on_hand_overs(begun, by=by)
    if on <= timezone.localdate(at):  # ahead of the day nobody works at the new one yet
        carry_on_actions(begun, by=by, at=at)
    _move_people(moving, link, on=on, by=by)
    for appointment in appointments:
        _appoint_anew(appointment, begun[appointment.membership_id], officers_decision, on=on, by=by)
    people = {
        user for provider in (link.old_id, link.new_id) for user in people_concerned(provider_id=provider)
    }
    settle_permissions(user_ids=sorted(people))
    return list(begun.values())


def _move_membership(old: Membership, link: SuccessionLink, *, on: date, by: User) -> Membership:
    """End the old membership and begin the new one, with its attendance (C7) and with notice that was given."""
    end_leaders_and_offices(ends_on=on, by=by, field="on", membership_id=old.pk)
    new = Membership(
        collaboration=old.collaboration,
        provider=link.new,
        joined_on=on,
        left_on=old.left_on,
        leaving_reason=old.leaving_reason,
    )
    new.continues_id = old.pk
    new.meetings_held, new.meetings_attended, new.at_risk_since = (
        old.meetings_held,
        old.meetings_attended,
        old.at_risk_since,
    )
    old.left_on, old.leaving_reason = on, _("%(setting)s took over") % {"setting": link.new}
    save_in_words(old, fields=["left_on", "leaving_reason"])
    already = _("%(setting)s is already a member of %(name)s in that time.") % {
        "setting": link.new,
        "name": old.collaboration,
    }
    save_in_words(new, clash={"memberships": already})
    facts: dict[str, Any] = {
        "old": str(link.old),
        "setting": link.new,
        "collaboration": old.collaboration,
        "on": on,
    }
    record(Action.MEMBERSHIP_MOVED, about=new, by=by, details={"continues": old.pk, "link": link.pk}, **facts)
    return new


def _move_people(roles: Sequence[SettingRole], link: SuccessionLink, *, on: date, by: User) -> None:
    """End each role on the day and begin the same one at the new registration.

    Where they lead for the old one, that ends too. Carries on what somebody has (A1): nobody gets anything
    that the old registration did not give, so it is refused to nobody.
    """
    for role in roles:
        of = {"user_id": role.user_id, "provider_id": role.provider_id}
        end_leaders_and_offices(ends_on=on, by=by, field="on", since=None, **of)
        again = SettingRole(
            user=role.user, provider=link.new, role=role.role, starts_on=on, ends_on=role.ends_on
        )
        role.ends_on = on
        save_in_words(role, fields=["ends_on"])
        save_in_words(
            again,
            clash={
                "roles": _("%(person)s is recorded at the new registration already.") % {"person": role.user}
            },
        )
    if roles:
        details = {"role_ids": [role.pk for role in roles], "link": link.pk}
        facts: dict[str, Any] = {"people": len(roles), "old": str(link.old), "setting": link.new, "on": on}
        record(Action.SETTING_PEOPLE_MOVED, about=link.new, by=by, details=details, **facts)


def _appoint_anew(old: LeaderAppointment, membership: Membership, words: str, *, on: date, by: User) -> None:
    """Appoint by the one rule (L1). Its refusals name the person, at the fields of the move."""
    ends_on = earlier_end(old.ends_on, membership.left_on)
    try:
        appoint_leader(
            membership=membership,
            user=old.user,
            manner=old.manner,
            starts_on=on,
            ends_on=ends_on,
            officers_decision=words,
            by=by,
        )
    except ValidationError as refusal:
        errors: dict[str, list[str]] = {}
        for field, reasons in refusal.message_dict.items():
            errors.setdefault(FIELDS.get(field, "leaders"), []).extend(
                f"{old.user}: {reason}" for reason in reasons
            )
        raise ValidationError(errors) from refusal
