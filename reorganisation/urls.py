"""Addresses of dividing and merging collaborations, and of take-overs.

Each is whole, from the authority's own address on.
"""

from django.urls import path

from reorganisation.views import changing, deciding, reading, starting, succession

app_name = "reorganisation"
urlpatterns = [
    path("collaborations/plans/", reading.Plans.as_view(), name="plans"),
    path("collaborations/plans/<int:pk>/", reading.PlanPage.as_view(), name="plan"),
    path("collaborations/plans/merge/", starting.StartMerger.as_view(), name="start_merger"),
    path("collaborations/<int:pk>/divide/", starting.StartDivision.as_view(), name="start_division"),
    path(
        "collaborations/plans/<int:pk>/successors/", changing.PlanSuccessors.as_view(), name="plan_successors"
    ),
    path(
        "collaborations/plans/<int:pk>/successors/<int:row>/",
        changing.ChangeSuccessor.as_view(),
        name="change_successor",
    ),
    path(
        "collaborations/plans/<int:pk>/successors/<int:row>/remove/",
        changing.RemoveSuccessor.as_view(),
        name="remove_successor",
    ),
    path("collaborations/plans/<int:pk>/places/", changing.PlanPlaces.as_view(), name="plan_places"),
    path("collaborations/plans/<int:pk>/leaders/", changing.PlanLeaders.as_view(), name="plan_leaders"),
    path(
        "collaborations/plans/<int:pk>/leaders/<int:row>/remove/",
        changing.RemovePlannedLeader.as_view(),
        name="remove_planned_leader",
    ),
    path("collaborations/plans/<int:pk>/terms/", changing.PlanTerms.as_view(), name="plan_terms"),
    path("collaborations/plans/<int:pk>/agree/", deciding.AgreePlan.as_view(), name="agree_plan"),
    path("collaborations/plans/<int:pk>/preview/", deciding.PreviewPlan.as_view(), name="preview_plan"),
    path("collaborations/plans/<int:pk>/carry-out/", deciding.CarryOutPlan.as_view(), name="carry_out_plan"),
    path("collaborations/plans/<int:pk>/abandon/", deciding.AbandonPlan.as_view(), name="abandon_plan"),
    path("collaborations/moves/<int:link>/", succession.MoveToSuccessor.as_view(), name="move_to_successor"),
]
