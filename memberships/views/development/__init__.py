"""Pages of development plans, split by what they do."""

from memberships.views.development.reading import AllDevelopmentPlans, DevelopmentPlanPage, DevelopmentPlans, PrintDevelopmentPlan
from memberships.views.development.writing import (
    AddObjective,
    AddPlanAction,
    BeginWork,
    ChangeDevelopmentPlan,
    ChangeObjective,
    ChangePlanAction,
    CloseDevelopmentPlan,
    Evaluate,
    FinishPlanAction,
    MoveObjective,
    RemoveObjective,
    RemovePlanAction,
    StartDevelopmentPlan,
)

__all__ = [
    "AddObjective",
    "AddPlanAction",
    "AllDevelopmentPlans",
    "BeginWork",
    "ChangeDevelopmentPlan",
    "ChangeObjective",
    "ChangePlanAction",
    "CloseDevelopmentPlan",
    "DevelopmentPlanPage",
    "DevelopmentPlans",
    "Evaluate",
    "FinishPlanAction",
    "MoveObjective",
    "PrintDevelopmentPlan",
    "RemoveObjective",
    "RemovePlanAction",
    "StartDevelopmentPlan",
]
