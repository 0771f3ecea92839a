"""Carrying out a plan to divide or merge (C4): all of it in one transaction, or nothing."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from audit.rules.actions import Action
from audit.services import record
from collaborations.models import Collaboration, Lineage
from collaborations.rules import Actor
from collaborations.services import move_collaboration, start_collaboration
from core.dates import last_day
from core.saving import save_in_words
from memberships.models.members import Membership
from memberships.selectors.members import members_of
from memberships.selectors.people import people_concerned
from memberships.services.leaders import appoint_leader
from memberships.services.offices import end_leaders_and_offices
from memberships.services.permissions import settle_permissions, take_turn
from reorganisation.models import PlannedSuccessor, Reorganisation, ReorganisationSource
from reorganisation.rules.plan_states import PlanState, PlanStep
from reorganisation.rules.plans import NewMembership, PlanFacts, memberships_from, refused_before_its_day
from reorganisation.selectors import plans as selectors
from reorganisation.services.carrying_on import carry_on_hand_overs
from reorganisation.services.plans import must_allow, must_be_version, names_of, refuse_lacking
from ways_of_working.rules.record import record_as_json
from ways_of_working.selectors.record import record_on
from ways_of_working.selectors.writing import adopted_version
from ways_of_working.services.writing import Adoption, carry_over


@transaction.atomic
def carry_out_plan(*, plan_id: int, expected_version: int, by: User, at: datetime) -> Reorganisation:
    """Close the old collaborations on the plan's day and open the new ones with their members and leaders.

    What was looked at is what happens: ``expected_version`` is the plan that the officer saw. Each new
    membership carries on the old membership with its attendance; nothing that was recorded before the day is
    touched. Raises ValidationError when the plan is not agreed, has changed, is carried out already, lacks
    anything today, or begins on a later day.
    """
    take_turn()
    plan = selectors.plan_for_update(plan_id)
    must_allow(plan, PlanStep.CARRY_OUT)
    must_be_version(plan, expected_version)
    facts = _facts_of_today(plan, timezone.localdate(at))
    on = selectors.day_of(plan, today=timezone.localdate(at))
    memberships = {membership.pk: membership for membership in selectors.memberships_to_place(plan, on=on)}
    leaders = selectors.leaders_planned(plan)
    _end_memberships(plan, list(memberships.values()), on=on, by=by)
    opened = {
        successor.pk: _open(plan, successor, on=on, by=by, at=at)
        for successor in selectors.successors_planned(plan)
    }
    begun = {
        (new.successor_id, new.provider_id): _begin(new, opened, memberships, by)
        for new in memberships_from(facts.places, on=on)
    }
    for planned in leaders:
        key = (planned.member.successor_id, planned.member.membership.provider_id)
        if planned.member.membership_id in memberships:
            _appoint(planned, begun[key], on=on, by=by)  # type: ignore[index]
    for collaboration in opened.values():
        _carry_over_terms(plan, collaboration, on=on, by=by, at=at)
    carry_on_hand_overs(_carried_on(facts, begun), by=by)
    _close(plan, list(opened.values()), on=on, by=by, at=at)
    plan.state, plan.done_by, plan.done_at = PlanState.DONE, by, at
    plan.version += 1
    save_in_words(plan, fields=["state", "done_by", "done_at", "version"])
    successors = ", ".join(str(collaboration) for collaboration in opened.values())
    record(
        Action.PLAN_CARRIED_OUT,
        about=plan,
        by=by,
        collaborations=names_of(plan),
        successors=successors,
        on=on,
    )
    _settle(memberships)
    return plan


def _facts_of_today(plan: Reorganisation, today: date) -> PlanFacts:
    """What the plan is judged by. Raises ValidationError when it lacks anything, or its day has not come."""
    facts = selectors.plan_facts(plan, today=today)
    refuse_lacking(facts, today=today)
    if reason := refused_before_its_day(facts, today=today):
        raise ValidationError(reason.in_words(_))
    return facts


def _carried_on(facts: PlanFacts, begun: Mapping[tuple[int, int], Membership]) -> dict[int, Membership]:
    """By the id of each old membership that goes somewhere, the new one:
    where a setting was in two merging groups, of both.
    """
    going = ((place, place.successor_id) for place in facts.places)
    return {
        place.membership_id: begun[successor, place.provider_id]
        for place, successor in going
        if successor is not None
    }


def _end_memberships(plan: Reorganisation, memberships: list[Membership], *, on: date, by: User) -> None:
    """End the memberships, and with them who leads and who holds an office, on the day.

    A notice that was given goes along.
    """
    divides = plan.kind == Reorganisation.Kind.DIVIDE
    for membership in memberships:
        end_leaders_and_offices(ends_on=on, by=by, field="takes_effect_on", membership_id=membership.pk)
        reason = _("%(name)s was divided") if divides else _("%(name)s was merged")
        old = Membership.objects.select_for_update(of=("self",), no_key=True).get(pk=membership.pk)
        old.left_on, old.leaving_reason = on, reason % {"name": membership.collaboration}
        save_in_words(old, fields=["left_on", "leaving_reason"])
        facts: dict[str, Any] = {
            "setting": membership.provider,
            "collaboration": membership.collaboration,
            "last_day": last_day(on),
        }
        record(
            Action.MEMBER_LEFT,
            about=old,
            by=by,
            details={"reason": old.leaving_reason, "plan": plan.pk},
            **facts,
        )


def _open(
    plan: Reorganisation, wanted: PlannedSuccessor, *, on: date, by: User, at: datetime
) -> Collaboration:
    """A new collaboration, active from the day, with what the old ones say of kind, district and purpose."""
    groups = [source.collaboration for source in selectors.sources_of(plan)]
    divides = plan.kind == Reorganisation.Kind.DIVIDE
    terms = [group.terms_adopted_on for group in groups if group.terms_adopted_on]
    began = _("From %(names)s, by plan %(number)s.") % {"names": names_of(plan), "number": plan.pk}
    wanted.collaboration = start_collaboration(
        name=wanted.name,
        kind=groups[0].kind,
        district=wanted.district or groups[0].district,
        is_virtual=all(group.is_virtual for group in groups),
        purpose="\n\n".join(dict.fromkeys(group.purpose for group in groups if group.purpose)),
        started_on=on,
        terms_adopted_on=max(terms) if terms and divides and plan.copies_ways_of_working else None,
        words=began,
        is_another=True,  # an officer gave it its name in the plan
        by=by,
        at=at,
    )
    save_in_words(wanted, fields=["collaboration"])
    for group in groups:
        save_in_words(Lineage(earlier=group, later=wanted.collaboration, on=on))
    return wanted.collaboration


def _carry_over_terms(plan: Reorganisation, new: Collaboration, *, on: date, by: User, at: datetime) -> None:
    """A copy of the ways of working.

    They hold from the day after a division, among those who agreed them; a merger brings together people who
    did not, so there the copy of those adopted last is a draft for all to agree.
    """
    groups = [source.collaboration for source in selectors.sources_of(plan)]
    versions = sorted(
        (version for version in map(adopted_version, groups) if version is not None),
        key=lambda version: (version.adopted_on, version.pk),
    )
    if not versions or not plan.copies_ways_of_working:
        return
    source = versions[-1]
    words = {"group": source.collaboration.name, "version": source.version, "plan": plan.pk}
    divides = plan.kind == Reorganisation.Kind.DIVIDE
    adoption = Adoption(on, record_as_json(record_on(new, on=on))) if divides else None
    settings = [membership.provider_id for membership in members_of(new, on=on)]
    decision = _("Carried over from %(group)s, version %(version)d, by plan %(plan)d.") % words
    carry_over(source=source, to=new, members=settings, decision=decision, adopted=adoption, by=by, at=at)


def _begin(
    new: NewMembership, opened: dict[int, Collaboration], memberships: dict[int, Membership], by: User
) -> Membership:
    """A membership that carries on another with its attendance (C7), in the state in which it was left."""
    old = memberships[new.continues]
    membership = Membership(
        collaboration=opened[new.successor_id],
        provider=old.provider,
        joined_on=new.time.start,
        left_on=new.time.end,
    )
    membership.continues_id = old.pk
    membership.leaving_reason = old.leaving_reason if new.time.end else ""
    membership.meetings_held, membership.meetings_attended, membership.at_risk_since = (
        old.meetings_held,
        old.meetings_attended,
        old.at_risk_since,
    )
    save_in_words(membership)
    facts: dict[str, Any] = {
        "setting": old.provider,
        "collaboration": membership.collaboration,
        "on": membership.joined_on,
    }
    record(Action.MEMBER_JOINED, about=membership, by=by, details={"continues": old.pk}, **facts)
    return membership


def _appoint(planned: Any, membership: Membership, *, on: date, by: User) -> None:
    """Appoint by the one rule (L1). Somebody planned for two memberships of one setting leads once."""
    if membership.leaders.filter(user_id=planned.user_id).exists():
        return
    wanted = selectors.wanted_leader(
        planned.user_id, membership, on=on, ends_on=planned.ends_on, words=planned.officers_decision
    )
    appoint_leader(
        membership=membership,
        user=planned.user,
        manner=planned.manner,
        starts_on=on,
        ends_on=wanted.time.end,
        officers_decision=planned.officers_decision,
        by=by,
    )


def _close(plan: Reorganisation, opened: list[Collaboration], *, on: date, by: User, at: datetime) -> None:
    words = _("It became %(names)s.") % {"names": ", ".join(str(one) for one in opened)}
    for source in selectors.sources_of(plan):
        closed = Collaboration.State.CLOSED
        move_collaboration(
            collaboration=source.collaboration, to=closed, on=on, words=words, actor=Actor.PLAN, by=by, at=at
        )
    ReorganisationSource.objects.filter(plan=plan).update(is_open=False)


def _settle(memberships: dict[int, Membership]) -> None:
    people = {
        user
        for membership in memberships.values()
        for user in people_concerned(provider_id=membership.provider_id)
    }
    settle_permissions(user_ids=sorted(people))
