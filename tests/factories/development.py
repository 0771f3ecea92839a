"""Development plans and reviews for tests, made in the authority in scope; plans through the services."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from django.utils import timezone
from factory import SubFactory
from factory.django import DjangoModelFactory

from accounts.models import User
from collaborations.models import Collaboration
from development.models import DevelopmentPlan, Objective, PlanAction
from development.services import actions, plans
from providers.models import Provider
from tests.factories.collaborations import CollaborationFactory
from ways_of_working.models import Review


class ReviewFactory(DjangoModelFactory[Review]):
    """Open, and due in the spring of 2027."""

    class Meta:
        model = Review

    collaboration = SubFactory(CollaborationFactory)
    clock = "work"
    due_on = date(2027, 3, 1)
    opened_at = datetime(2027, 1, 30, 5, 25, tzinfo=UTC)


class DevelopmentPlanFactory(DjangoModelFactory[DevelopmentPlan]):
    """A draft for a school year, past the services: for counting queries."""

    class Meta:
        model = DevelopmentPlan

    collaboration = SubFactory(CollaborationFactory)
    title = "Talk more, listen better"
    starts_on = date(2026, 9, 1)
    ends_on = date(2027, 9, 1)


class ObjectiveFactory(DjangoModelFactory[Objective]):
    class Meta:
        model = Objective

    plan = SubFactory(DevelopmentPlanFactory)
    aim = "Children talk more at meal times"


class PlanActionFactory(DjangoModelFactory[PlanAction]):
    class Meta:
        model = PlanAction

    objective = SubFactory(ObjectiveFactory)
    what = "Film a meal and watch it together"
    cost_pence = 1250


def plan_with_action(collaboration: Collaboration, by: User, *, owner: Provider | None = None) -> PlanAction:
    """A draft with an objective and an action of £12.50 in it; answers the action."""
    days = {"starts_on": date(2026, 9, 1), "ends_on": date(2027, 9, 1)}
    plan = plans.start_development_plan(
        collaboration=collaboration, title="Talk more, listen better", **days, by=by
    )
    words = {
        "data_behind": "Nine of twenty children speak in single words.",
        "success_measure": "Fifteen of twenty use sentences.",
    }
    objective = plans.add_objective(plan=plan, aim="Children talk more at meal times", **words, by=by)
    facts: dict[str, Any] = {
        "what": "Film a meal and watch it together",
        "owner": owner,
        "due_on": date(2027, 2, 1),
        "cost_pence": 1250,
    }
    return actions.add_action(objective=objective, **facts, by=by, on=date(2026, 11, 21))


def development_rows(membership: Any, leader: User) -> dict[str, Any]:
    """Rows of the stage: a plan that the group works by, with an objective and an action; an open review and
    one that is done.
    """
    action = plan_with_action(membership.collaboration, leader, owner=membership.provider)
    plan = plans.begin_work_by_plan(plan=action.objective.plan, by=leader)
    review = ReviewFactory(collaboration=membership.collaboration, opened_at=timezone.now())
    return {"development plan": plan, "objective": action.objective, "plan action": action, "review": review}
