"""Drawing up a plan to divide or merge (C4), agreeing it with the leaders, putting it aside. ``carrying_out`` does what it says.

Each change says which version of the plan it was made from: whoever looked at an older one is told, and nothing is overwritten.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import User
from audit.rules import Action
from audit.services import record
from collaborations.models import Collaboration
from collaborations.rules import Actor
from collaborations.selectors import collaboration_for_update
from collaborations.services import move_collaboration
from core.saving import save_in_words
from memberships.models import (
    LeaderAppointment,
    Membership,
    PlannedLeader,
    PlannedMember,
    PlannedSuccessor,
    Reorganisation,
    ReorganisationSource,
)
from memberships.rules import refusals_of
from memberships.rules.plan_states import PlanState, PlanStep, after_step, refused_step
from memberships.rules.plans import Meeting, Part, lacking
from memberships.selectors import plans as reads
from memberships.selectors.days import not_ended_by
from memberships.services.leaders import refuse_for
from memberships.services.rights import take_turn
from providers.models import District

Kind = Reorganisation.Kind
CHANGED_MEANWHILE = gettext_lazy("Somebody has changed this plan since you opened it. Look at it again, then decide.")
#: What ``set_terms`` writes.
TERMS = ("reason", "takes_effect_on", "records_holder", "balance_words", "copies_ways_of_working")


@transaction.atomic
def start_plan(*, kind: str, collaborations: Sequence[Collaboration], reason: str, by: User, at: datetime) -> Reorganisation:
    """Begin to divide one collaboration or to merge several: each is "dividing" or "merging" until the plan is carried out or put aside.

    Everybody who leads now is planned to lead where the setting goes. Raises ValidationError at "collaborations" when there are
    too few, or one of them cannot be planned (it is in another plan, or not active).
    """
    take_turn()
    groups = [collaboration_for_update(pk) for pk in sorted({one.pk for one in collaborations})]
    if len(groups) != 1 if kind == Kind.DIVIDE else len(groups) < 2:
        raise ValidationError({"collaborations": _("Choose one to divide, or at least two to merge.")})
    plan = Reorganisation(kind=kind, reason=reason.strip(), started_by=by, started_at=at)
    save_in_words(plan)
    for group in groups:
        _enter(plan, group, by, at)
    for stay in reads.stays_to_place(plan, on=timezone.localdate(at)):
        _plan_member(plan, stay, on=timezone.localdate(at))
    doing = _("divide") if kind == Kind.DIVIDE else _("merge")
    record(Action.PLAN_STARTED, about=plan, by=by, kind=doing, collaborations=names_of(plan))
    return plan


def _enter(plan: Reorganisation, group: Collaboration, by: User, at: datetime) -> None:
    before = group.state
    to = Collaboration.State.DIVIDING if plan.kind == Kind.DIVIDE else Collaboration.State.MERGING
    if other := reads.open_plan_of(group):
        words = {"name": group, "plan": other, "person": other.started_by}
        raise ValidationError({"collaborations": _("There is already a plan for %(name)s: %(plan)s, begun by %(person)s.") % words})
    on = timezone.localdate(at)
    try:
        move_collaboration(collaboration=group, to=to, on=on, words=plan.reason, actor=Actor.PLAN, by=by, at=at)
    except ValidationError as refusal:
        raise ValidationError({"collaborations": [f"{group}: {words}" for words in refusal.messages]}) from refusal
    save_in_words(ReorganisationSource(plan=plan, collaboration=group, state_before=before))


def _plan_member(plan: Reorganisation, stay: Membership, *, on: date) -> PlannedMember:
    """The row of a member, with everybody who leads for it now as its leader to be."""
    member, is_new = PlannedMember.objects.get_or_create(plan=plan, membership=stay)
    if is_new:
        for one in LeaderAppointment.objects.filter(not_ended_by(on), membership=stay).order_by("starts_on", "pk"):
            words = one.may_lead_because if one.officer_decided else ""
            facts = {"manner": one.manner, "ends_on": one.ends_on, "officers_decision": words}
            PlannedLeader.objects.get_or_create(member=member, user_id=one.user_id, defaults=facts)
    return member


# --- changing it ---------------------------------------------------------------------------------------------------------------


@transaction.atomic
def add_successor(*, plan_id: int, expected_version: int, name: str, district: District | None, by: User) -> PlannedSuccessor:
    """Name a collaboration that is to begin. In a merger everybody goes there who has no other place.

    Raises ValidationError at "name" when a collaboration, open or closed, or another of this plan has it.
    """
    plan = _to_change(plan_id, expected_version)
    wanted = PlannedSuccessor(plan=plan, name=" ".join(name.split()), district=district)
    _save_successor(wanted)
    if plan.kind == Kind.MERGE and len(reads.successors_planned(plan)) == 1:
        PlannedMember.objects.filter(plan=plan, successor=None, leaves=False).update(successor=wanted)
    _changed(plan, by, successor=wanted.name)
    return wanted


@transaction.atomic
def change_successor(
    *, plan_id: int, successor_id: int, expected_version: int, name: str, district: District | None, by: User
) -> PlannedSuccessor:
    """Give a collaboration that is to begin another name or district. Raises ValidationError as ``add_successor`` does."""
    plan = _to_change(plan_id)
    wanted = PlannedSuccessor.objects.get(plan=plan, pk=successor_id)
    before, now = (wanted.name, wanted.district_id), (" ".join(name.split()), district.pk if district else None)
    if before == now:
        return wanted  # pressed twice
    _must_be_version(plan, expected_version)
    wanted.name, wanted.district = now[0], district
    _save_successor(wanted)
    _changed(plan, by, successor=[before[0], wanted.name])
    return wanted


@transaction.atomic
def remove_successor(*, plan_id: int, successor_id: int, expected_version: int, by: User) -> None:
    """Take a collaboration out of the plan. Whoever was to go there has no place again. Nothing happens when it is gone."""
    plan = _to_change(plan_id)
    wanted = PlannedSuccessor.objects.filter(plan=plan, pk=successor_id).first()
    if wanted is None:
        return
    _must_be_version(plan, expected_version)
    PlannedMember.objects.filter(successor=wanted).update(successor=None)
    _changed(plan, by, removed=wanted.name)
    wanted.delete()


def _save_successor(wanted: PlannedSuccessor) -> None:
    taken = _("There is already a collaboration of this name, open or closed.")
    if reads.name_is_taken(wanted.name):
        raise ValidationError({"name": taken})
    others = PlannedSuccessor.objects.filter(plan=wanted.plan, name__iexact=wanted.name).exclude(pk=wanted.pk)
    if others.exists():
        raise ValidationError({"name": _("The plan has a collaboration of this name already.")})
    save_in_words(wanted)


@transaction.atomic
def place_members(
    *, plan_id: int, expected_version: int, going: Mapping[int, int], leaving: Collection[int], by: User, at: datetime
) -> Reorganisation:
    """Say where each member goes: ``going`` is membership → successor, ``leaving`` those that go nowhere. The others have no place yet.

    Raises ValidationError for a membership or a successor that is not of this plan.
    """
    plan = _to_change(plan_id)
    today = timezone.localdate(at)
    stays = {stay.pk: stay for stay in reads.stays_to_place(plan, on=reads.day_of(plan, today=today))}
    if not {*going, *leaving} <= stays.keys() or not set(going.values()) <= {one.pk for one in reads.successors_planned(plan)}:
        raise ValidationError(CHANGED_MEANWHILE)
    before = {row.membership_id: row for row in PlannedMember.objects.filter(plan=plan)}
    wanted = {pk: (going.get(pk), pk in leaving) for pk in stays}
    if all(pk in before and (before[pk].successor_id, before[pk].leaves) == place for pk, place in wanted.items()):
        return plan  # pressed twice
    _must_be_version(plan, expected_version)
    for pk, (successor_id, leaves) in wanted.items():
        row = before.get(pk) or _plan_member(plan, stays[pk], on=today)
        row.successor_id, row.leaves = successor_id, leaves
        row.save(update_fields=["successor", "leaves"])
    _changed(plan, by, placed=len(going), leaving=len(leaving))
    return plan


@transaction.atomic
def plan_leader(
    *,
    plan_id: int,
    expected_version: int,
    membership: Membership,
    user: User,
    manner: str,
    ends_on: date | None = None,
    officers_decision: str = "",
    by: User,
    at: datetime,
) -> PlannedLeader:
    """Plan that a person leads in the successor that the setting goes to, or plan it otherwise than before.

    L1 is asked as it will be on the first day. Raises ValidationError with its sentences.
    """
    plan = _to_change(plan_id)
    on = reads.day_of(plan, today=timezone.localdate(at))
    member = PlannedMember.objects.filter(plan=plan, membership=membership, successor__isnull=False).first()
    if member is None:
        raise ValidationError({"person": _("Say first where %(setting)s goes.") % {"setting": membership.provider}})
    refuse_for(refusals_of(reads.wanted_leader(user.pk, membership, on=on, ends_on=ends_on, words=officers_decision)))
    planned = PlannedLeader.objects.filter(member=member, user=user).first() or PlannedLeader(member=member, user=user)
    now: dict[str, Any] = {"manner": manner, "ends_on": ends_on, "officers_decision": officers_decision.strip()}
    if planned.pk and all(getattr(planned, name) == value for name, value in now.items()):
        return planned  # pressed twice
    _must_be_version(plan, expected_version)
    for name, value in now.items():
        setattr(planned, name, value)
    save_in_words(planned)
    _changed(plan, by, leader=str(user))
    return planned


@transaction.atomic
def unplan_leader(*, plan_id: int, leader_id: int, expected_version: int, by: User) -> None:
    """Take a leader to be out of the plan. Nothing happens when that is done already."""
    plan = _to_change(plan_id)
    planned = reads.planned_leader_in(plan, leader_id)
    if planned is None:
        return
    _must_be_version(plan, expected_version)
    _changed(plan, by, leader_removed=str(planned))
    planned.delete()


@transaction.atomic
def set_terms(*, plan_id: int, expected_version: int, by: User, **terms: Any) -> Reorganisation:
    """Write why, the first day, who holds the records, how the balance is shared, and whether the ways of working are carried over."""
    if unknown := terms.keys() - set(TERMS):
        raise ValueError(f"cannot be changed here: {', '.join(sorted(unknown))}")
    plan = _to_change(plan_id)
    given = {name: value.strip() if isinstance(value, str) else value for name, value in terms.items()}
    differing = [name for name, value in given.items() if getattr(plan, name) != value]
    if not differing:
        return plan  # pressed twice
    _must_be_version(plan, expected_version)
    for name in differing:
        setattr(plan, name, given[name])
    _changed(plan, by, fields=differing, also=differing)
    return plan


# --- agreeing it and putting it aside ----------------------------------------------------------------------------------------------


@transaction.atomic
def agree_plan(*, plan_id: int, expected_version: int, met_leaders_on: date, met_words: str, by: User, at: datetime) -> Reorganisation:
    """Record that an officer met the leaders face to face and what they agreed. A later change makes the plan a draft again.

    Raises ValidationError with all that the plan still lacks; what is wrong with the meeting at its own fields.
    """
    take_turn()
    plan = reads.plan_for_update(plan_id)
    meeting = Meeting(met_leaders_on, met_words.strip())
    if plan.state == PlanState.AGREED and Meeting(plan.met_leaders_on, plan.met_words) == meeting:
        return plan  # pressed twice
    must_allow(plan, PlanStep.AGREE)
    _must_be_version(plan, expected_version)
    today = timezone.localdate(at)
    errors: dict[str, list[str]] = {}
    for lack in lacking(replace(reads.plan_facts(plan, today=today), meeting=meeting), today=today):
        field = ("met_leaders_on" if meeting.words else "met_words") if lack.part is Part.MEETING else NON_FIELD_ERRORS
        errors.setdefault(field, []).append(lack.reason.in_words(_))
    if errors:
        raise ValidationError(errors)
    plan.state, plan.met_leaders_on, plan.met_words = PlanState.AGREED, meeting.on, meeting.words
    plan.version += 1
    save_in_words(plan, fields=["state", "met_leaders_on", "met_words", "version"])
    record(Action.PLAN_AGREED, about=plan, by=by, collaborations=names_of(plan), on=met_leaders_on, details={"version": plan.version})
    return plan


@transaction.atomic
def abandon_plan(*, plan_id: int, by: User, at: datetime) -> Reorganisation:
    """Put a plan aside: each collaboration is again what it was before. Done twice it is done once."""
    take_turn()
    plan = reads.plan_for_update(plan_id)
    if plan.state == PlanState.ABANDONED:
        return plan
    must_allow(plan, PlanStep.ABANDON)
    on, words = timezone.localdate(at), _("The plan was put aside.")
    for source in reads.sources_of(plan):
        group, before = source.collaboration, source.state_before
        move_collaboration(collaboration=group, to=before, on=on, words=words, actor=Actor.PLAN, by=by, at=at)
    ReorganisationSource.objects.filter(plan=plan).update(is_open=False)
    plan.state = PlanState.ABANDONED
    plan.version += 1
    save_in_words(plan, fields=["state", "version"])
    record(Action.PLAN_ABANDONED, about=plan, by=by, collaborations=names_of(plan))
    return plan


# --- what all of them share ----------------------------------------------------------------------------------------------------------


def names_of(plan: Reorganisation) -> str:
    """The collaborations that end by it, in words."""
    return ", ".join(str(source) for source in reads.sources_of(plan))


def must_allow(plan: Reorganisation, step: PlanStep) -> None:
    """Refuse what the table of states does not hold. Of a plan that is carried out it is said who did it."""
    if plan.state == PlanState.DONE and plan.done_by is not None:
        raise ValidationError(_("%(person)s has carried out this plan already. Nothing was done twice.") % {"person": plan.done_by})
    if reason := refused_step(PlanState(plan.state), step):
        raise ValidationError(reason.in_words(_))


def _to_change(plan_id: int, expected_version: int | None = None) -> Reorganisation:
    """The plan, locked, if it can be changed."""
    take_turn()
    plan = reads.plan_for_update(plan_id)
    must_allow(plan, PlanStep.CHANGE)
    if expected_version is not None:
        _must_be_version(plan, expected_version)
    return plan


def _must_be_version(plan: Reorganisation, expected_version: int) -> None:
    if plan.version != expected_version:
        raise ValidationError(CHANGED_MEANWHILE)


def _changed(plan: Reorganisation, by: User, *, also: Sequence[str] = (), **details: Any) -> None:
    state = after_step(PlanState(plan.state), PlanStep.CHANGE)
    plan.state, plan.version = str(state), plan.version + 1
    save_in_words(plan, fields=["state", "version", *also])
    record(Action.PLAN_CHANGED, about=plan, by=by, collaborations=names_of(plan), details={"version": plan.version, **details})
