"""Beginning a plan to divide or merge (C4), agreeing it with the leaders, putting it aside.

``planning`` changes it, ``carrying_out`` does what it says.

Each change says which version of the plan it was made from: whoever looked at an older one is told, and
nothing is overwritten.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import User
from audit.rules.actions import Action
from audit.services import record
from collaborations.models import Collaboration
from collaborations.rules import Actor
from collaborations.selectors import collaboration_for_update
from collaborations.services import move_collaboration
from core.saving import save_in_words
from core.text import several_lines
from memberships.models.members import LeaderAppointment, Membership
from memberships.selectors.days import not_ended_by
from memberships.services.permissions import take_turn
from memberships.services.refusing import refuse
from reorganisation.models import PlannedLeader, PlannedMember, Reorganisation, ReorganisationSource
from reorganisation.rules.plan_states import PlanState, PlanStep, refused_step
from reorganisation.rules.plans import Meeting, Part, PlanFacts, lacking, problems_of_meeting
from reorganisation.selectors import plans as selectors

Kind = Reorganisation.Kind
CHANGED_MEANWHILE = gettext_lazy(
    "Somebody has changed this plan since you opened it. Look at it again, then decide."
)


@transaction.atomic
def start_plan(
    *, kind: str, collaborations: Sequence[Collaboration], reason: str, by: User, at: datetime
) -> Reorganisation:
    """Begin to divide one collaboration or to merge several: each is "dividing" or "merging" until the plan
    is carried out or put aside.

    Everybody who leads now is planned to lead where the setting goes. Raises ValidationError at
    "collaborations" when there are too few, or one of them cannot be planned (it is in another plan, or not
    active).
    """
    take_turn()
    groups = [
        collaboration_for_update(pk) for pk in sorted({collaboration.pk for collaboration in collaborations})
    ]
    if len(groups) != 1 if kind == Kind.DIVIDE else len(groups) < 2:
        raise ValidationError({"collaborations": _("Choose one to divide, or at least two to merge.")})
    plan = Reorganisation(kind=kind, reason=several_lines(reason), started_by=by, started_at=at)
    save_in_words(plan)
    for group in groups:
        _enter(plan, group, by, at)
    for membership in selectors.memberships_to_place(plan, on=timezone.localdate(at)):
        plan_member(plan, membership, on=timezone.localdate(at))
    doing = _("divide") if kind == Kind.DIVIDE else _("merge")
    record(Action.PLAN_STARTED, about=plan, by=by, kind=doing, collaborations=names_of(plan))
    return plan


def _enter(plan: Reorganisation, group: Collaboration, by: User, at: datetime) -> None:
    before = group.state
    to = Collaboration.State.DIVIDING if plan.kind == Kind.DIVIDE else Collaboration.State.MERGING
    if other := selectors.open_plan_of(group):
        words = {"name": group, "plan": other, "person": other.started_by}
        raise ValidationError(
            {
                "collaborations": _("There is already a plan for %(name)s: %(plan)s, begun by %(person)s.")
                % words
            }
        )
    on = timezone.localdate(at)
    try:
        move_collaboration(
            collaboration=group, to=to, on=on, words=plan.reason, actor=Actor.PLAN, by=by, at=at
        )
    except ValidationError as refusal:
        raise ValidationError(
            {"collaborations": [f"{group}: {words}" for words in refusal.messages]}
        ) from refusal
    save_in_words(ReorganisationSource(plan=plan, collaboration=group, state_before=before))


def plan_member(plan: Reorganisation, membership: Membership, *, on: date) -> PlannedMember:
    """The row of a member, with everybody who leads for it now as its leader to be."""
    member, is_new = PlannedMember.objects.get_or_create(plan=plan, membership=membership)
    if is_new:
        for leader_appointment in LeaderAppointment.objects.filter(
            not_ended_by(on), membership=membership
        ).order_by("starts_on", "pk"):
            words = leader_appointment.may_lead_because if leader_appointment.officer_decided else ""
            facts = {
                "manner": leader_appointment.manner,
                "ends_on": leader_appointment.ends_on,
                "officers_decision": words,
            }
            PlannedLeader.objects.get_or_create(
                member=member, user_id=leader_appointment.user_id, defaults=facts
            )
    return member


# --- agreeing it and putting it aside -----------------------------------------------------------------------


@transaction.atomic
def agree_plan(
    *, plan_id: int, expected_version: int, met_leaders_on: date, met_words: str, by: User, at: datetime
) -> Reorganisation:
    """Record that an officer met the leaders face to face and what they agreed.

    A later change makes the plan a draft again.

    Raises ValidationError with all that the plan still lacks; what is wrong with the meeting at its own
    fields.
    """
    take_turn()
    plan = selectors.plan_for_update(plan_id)
    meeting = Meeting(met_leaders_on, several_lines(met_words))
    if plan.state == PlanState.AGREED and Meeting(plan.met_leaders_on, plan.met_words) == meeting:
        return plan  # pressed twice
    must_allow(plan, PlanStep.AGREE)
    must_be_version(plan, expected_version)
    today = timezone.localdate(at)
    refuse(problems_of_meeting(meeting, today))
    refuse_lacking(selectors.plan_facts(plan, today=today), today=today, but=Part.MEETING)
    plan.state, plan.met_leaders_on, plan.met_words = PlanState.AGREED, meeting.on, meeting.words
    plan.version += 1
    save_in_words(plan, fields=["state", "met_leaders_on", "met_words", "version"])
    record(
        Action.PLAN_AGREED,
        about=plan,
        by=by,
        collaborations=names_of(plan),
        on=met_leaders_on,
        details={"version": plan.version},
    )
    return plan


@transaction.atomic
def abandon_plan(*, plan_id: int, by: User, at: datetime) -> Reorganisation:
    """Put a plan aside: each collaboration is again what it was before. Done twice it is done once."""
    take_turn()
    plan = selectors.plan_for_update(plan_id)
    if plan.state == PlanState.ABANDONED:
        return plan
    must_allow(plan, PlanStep.ABANDON)
    on, words = timezone.localdate(at), _("The plan was put aside.")
    for source in selectors.sources_of(plan):
        group, before = source.collaboration, source.state_before
        move_collaboration(collaboration=group, to=before, on=on, words=words, actor=Actor.PLAN, by=by, at=at)
    ReorganisationSource.objects.filter(plan=plan).update(is_open=False)
    plan.state = PlanState.ABANDONED
    plan.version += 1
    save_in_words(plan, fields=["state", "version"])
    record(Action.PLAN_ABANDONED, about=plan, by=by, collaborations=names_of(plan))
    return plan


# --- what all of them share ---------------------------------------------------------------------------------


def names_of(plan: Reorganisation) -> str:
    """The collaborations that end by it, in words."""
    return ", ".join(str(source) for source in selectors.sources_of(plan))


def must_allow(plan: Reorganisation, step: PlanStep) -> None:
    """Refuse what the table of states does not hold. Of a plan that is carried out it is said who did it."""
    if plan.state == PlanState.DONE and plan.done_by is not None:
        raise ValidationError(
            _("%(person)s has carried out this plan already. Nothing was done twice.")
            % {"person": plan.done_by}
        )
    if reason := refused_step(PlanState(plan.state), step):
        raise ValidationError(reason.in_words(_))


def refuse_lacking(facts: PlanFacts, *, today: date, but: Part | None = None) -> None:
    """Raise ValidationError with all that the plan lacks, if it lacks anything."""
    found = [lack.reason.in_words(_) for lack in lacking(facts, today=today) if lack.part is not but]
    if found:
        raise ValidationError(found)


def must_be_version(plan: Reorganisation, expected_version: int) -> None:
    if plan.version != expected_version:
        raise ValidationError(CHANGED_MEANWHILE)
