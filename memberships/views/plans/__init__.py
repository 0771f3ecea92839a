"""Officers' pages about dividing and merging (C4)."""

from memberships.views.plans.changing import (
    ChangeSuccessor,
    PlanLeaders,
    PlanPlaces,
    PlanSuccessors,
    PlanTerms,
    RemovePlannedLeader,
    RemoveSuccessor,
)
from memberships.views.plans.deciding import AbandonPlan, AgreePlan, CarryOutPlan, PreviewPlan
from memberships.views.plans.reading import PlanPage, Plans, lineage_for
from memberships.views.plans.starting import StartDivision, StartMerger

__all__ = [
    "AbandonPlan",
    "AgreePlan",
    "CarryOutPlan",
    "ChangeSuccessor",
    "PlanLeaders",
    "PlanPage",
    "PlanPlaces",
    "PlanSuccessors",
    "PlanTerms",
    "Plans",
    "PreviewPlan",
    "RemovePlannedLeader",
    "RemoveSuccessor",
    "StartDivision",
    "StartMerger",
    "lineage_for",
]
