"""Changing a plan to divide or merge (C4): its successors, who
goes where, who is to lead, the day and the words.

Each change says which version of the plan it was made from: whoever looked at an older one is told, and
nothing is overwritten.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from audit.rules.actions import Action
from audit.services import record
from collaborations.selectors import name_is_taken, nearly_named
from core.saving import save_in_words
from core.text import one_line, several_lines
from memberships.models.members import Membership
from memberships.rules.leaders import refusals_of
from memberships.services.permissions import take_turn
from memberships.services.refusing import refuse
from providers.models import District
from reorganisation.models import PlannedLeader, PlannedMember, PlannedSuccessor, Reorganisation
from reorganisation.rules.plan_states import PlanState, PlanStep, after_step
from reorganisation.rules.plans import Successor, problems_of_shares
from reorganisation.selectors import plans as selectors
from reorganisation.services.plans import (
    CHANGED_MEANWHILE,
    must_allow,
    must_be_version,
    names_of,
    plan_member,
)

Kind = Reorganisation.Kind
#: What ``set_terms`` writes.
TERMS = ("reason", "takes_effect_on", "records_holder", "balance_words", "copies_ways_of_working")


@transaction.atomic
def add_successor(
    *, plan_id: int, expected_version: int, name: str, district: District | None, by: User
) -> PlannedSuccessor:
    """Name a collaboration that is to begin. In a merger everybody goes there who has no other place.

    Raises ValidationError at "name" when a collaboration, open or closed, or another of this plan has it.
    """
    plan = _to_change(plan_id, expected_version)
    wanted = PlannedSuccessor(plan=plan, name=one_line(name), district=district)
    _save_successor(wanted)
    if plan.kind == Kind.MERGE and len(selectors.successors_planned(plan)) == 1:
        PlannedMember.objects.filter(plan=plan, successor=None, leaves=False).update(successor=wanted)
    _changed(plan, by, successor=wanted.name)
    return wanted


@transaction.atomic
def change_successor(
    *, plan_id: int, successor_id: int, expected_version: int, name: str, district: District | None, by: User
) -> PlannedSuccessor:
    """Give a collaboration that is to begin another name or district.

    Raises ValidationError as ``add_successor`` does.
    """
    plan = _to_change(plan_id)
    wanted = PlannedSuccessor.objects.get(plan=plan, pk=successor_id)
    before, now = (
        (wanted.name, wanted.district_id),
        (one_line(name), district.pk if district else None),
    )
    if before == now:
        return wanted  # pressed twice
    must_be_version(plan, expected_version)
    wanted.name, wanted.district = now[0], district
    _save_successor(wanted)
    _changed(plan, by, successor=[before[0], wanted.name])
    return wanted


@transaction.atomic
def remove_successor(*, plan_id: int, successor_id: int, expected_version: int, by: User) -> None:
    """Take a collaboration out of the plan.

    Whoever was to go there has no place again. Nothing happens when it is gone.
    """
    plan = _to_change(plan_id)
    successor = PlannedSuccessor.objects.filter(plan=plan, pk=successor_id).first()
    if successor is None:
        return
    must_be_version(plan, expected_version)
    PlannedMember.objects.filter(successor=successor).update(successor=None)
    _changed(plan, by, removed=successor.name)
    successor.delete()


def _save_successor(wanted: PlannedSuccessor) -> None:
    taken = _("There is already a collaboration of this name, open or closed.")
    if name_is_taken(wanted.name):
        raise ValidationError({"name": taken})
    if near := nearly_named(wanted.name):
        said = _("“%(name)s” has nearly the same name. Choose a name that differs in more than marks.")
        raise ValidationError({"name": said % {"name": near[0]}})
    others = PlannedSuccessor.objects.filter(plan=wanted.plan, name__iexact=wanted.name).exclude(pk=wanted.pk)
    if others.exists():
        raise ValidationError({"name": _("The plan has a collaboration of this name already.")})
    save_in_words(wanted)


@transaction.atomic
def place_members(
    *,
    plan_id: int,
    expected_version: int,
    going: Mapping[int, int],
    leaving: Collection[int],
    by: User,
    at: datetime,
) -> Reorganisation:
    """Say where each member goes:

    ``going`` is membership → successor, ``leaving`` those that go nowhere. The others have no place yet.

    Raises ValidationError for a membership or a successor that is not of this plan.
    """
    plan = _to_change(plan_id)
    today = timezone.localdate(at)
    memberships = {
        membership.pk: membership
        for membership in selectors.memberships_to_place(plan, on=selectors.day_of(plan, today=today))
    }
    if not {*going, *leaving} <= memberships.keys() or not set(going.values()) <= {
        successor.pk for successor in selectors.successors_planned(plan)
    }:
        raise ValidationError(CHANGED_MEANWHILE)
    before = {row.membership_id: row for row in PlannedMember.objects.filter(plan=plan)}
    wanted = {pk: (going.get(pk), pk in leaving) for pk in memberships}
    if all(
        pk in before and (before[pk].successor_id, before[pk].leaves) == place for pk, place in wanted.items()
    ):
        return plan  # pressed twice
    must_be_version(plan, expected_version)
    for pk, (successor_id, leaves) in wanted.items():
        row = before.get(pk) or plan_member(plan, memberships[pk], on=today)
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
    on = selectors.day_of(plan, today=timezone.localdate(at))
    member = PlannedMember.objects.filter(plan=plan, membership=membership, successor__isnull=False).first()
    if member is None:
        raise ValidationError(
            {"person": _("Say first where %(setting)s goes.") % {"setting": membership.provider}}
        )
    refuse(
        refusals_of(
            selectors.wanted_leader(user.pk, membership, on=on, ends_on=ends_on, words=officers_decision)
        )
    )
    planned = PlannedLeader.objects.filter(member=member, user=user).first() or PlannedLeader(
        member=member, user=user
    )
    now: dict[str, Any] = {
        "manner": manner,
        "ends_on": ends_on,
        "officers_decision": several_lines(officers_decision),
    }
    if planned.pk and all(getattr(planned, name) == value for name, value in now.items()):
        return planned  # pressed twice
    must_be_version(plan, expected_version)
    for name, value in now.items():
        setattr(planned, name, value)
    save_in_words(planned)
    _changed(plan, by, leader=str(user))
    return planned


@transaction.atomic
def unplan_leader(*, plan_id: int, leader_id: int, expected_version: int, by: User) -> None:
    """Take a leader to be out of the plan. Nothing happens when that is done already."""
    plan = _to_change(plan_id)
    planned = selectors.planned_leader_in(plan, leader_id)
    if planned is None:
        return
    must_be_version(plan, expected_version)
    _changed(plan, by, leader_removed=str(planned))
    planned.delete()


@transaction.atomic
def set_terms(
    *,
    plan_id: int,
    expected_version: int,
    by: User,
    shares: Mapping[int, int | None] | None = None,
    **terms: Any,
) -> Reorganisation:
    """Write why, the first day, who holds the records, how the balance is shared, and whether the ways of
    working are carried over. ``shares``: of each successor in per cent, all or none; not given, they stay.

    Raises ValidationError at "share_…" of the successor whose share is missing or makes no whole.
    """
    if unknown := terms.keys() - set(TERMS):
        raise ValueError(f"cannot be changed here: {', '.join(sorted(unknown))}")
    plan = _to_change(plan_id)
    given = {name: several_lines(value) if isinstance(value, str) else value for name, value in terms.items()}
    differing = [name for name, value in given.items() if getattr(plan, name) != value]
    changed = _shares_that_change(plan, shares or {})
    if not differing and not changed:
        return plan  # pressed twice
    must_be_version(plan, expected_version)
    for name in differing:
        setattr(plan, name, given[name])
    for successor in changed:
        save_in_words(successor, fields=["share_percent"])
    said = {"shares": {row.name: row.share_percent for row in changed}} if changed else {}
    _changed(plan, by, fields=differing, also=differing, **said)
    return plan


def _shares_that_change(plan: Reorganisation, shares: Mapping[int, int | None]) -> list[PlannedSuccessor]:
    """The successors of which another share is given, with it; nothing is saved. Raises ValidationError."""
    if not shares:
        return []
    rows = selectors.successors_planned(plan)
    before = {row.pk: row.share_percent for row in rows}
    for row in rows:
        row.share_percent = shares.get(row.pk, row.share_percent)
    refuse(problems_of_shares([Successor(row.pk, row.name, share=row.share_percent) for row in rows]))
    return [row for row in rows if row.share_percent != before[row.pk]]


def _to_change(plan_id: int, expected_version: int | None = None) -> Reorganisation:
    """The plan, locked, if it can be changed."""
    take_turn()
    plan = selectors.plan_for_update(plan_id)
    must_allow(plan, PlanStep.CHANGE)
    if expected_version is not None:
        must_be_version(plan, expected_version)
    return plan


def _changed(plan: Reorganisation, by: User, *, also: Sequence[str] = (), **details: Any) -> None:
    state = after_step(PlanState(plan.state), PlanStep.CHANGE)
    plan.state, plan.version = str(state), plan.version + 1
    save_in_words(plan, fields=["state", "version", *also])
    record(
        Action.PLAN_CHANGED,
        about=plan,
        by=by,
        collaborations=names_of(plan),
        details={"version": plan.version, **details},
    )
